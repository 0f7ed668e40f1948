//! Paragraphs, list items, headlines, sentences and tokens; byte offsets are never lost.

use super::lexicon::{self, Class, Entry, UNKNOWN};

/// The most tokens that are read as one sentence. Longer runs without a full stop are cut, which keeps the time of
/// reading linear in the length of the text.
const LONGEST_SENTENCE: usize = 300;

/// The most bytes that are read as one line. Longer lines are cut at a blank, so that a reading in slices can stop there.
const LONGEST_LINE: usize = 16 * 1024;

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// Running text.
    Body,
    /// One line without a full stop.
    Headline,
    /// An item of a list, without its marker.
    ListItem,
    /// Cells of a table.
    Row,
}

/// A paragraph.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Block {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: BlockKind,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, with hyphens and apostrophes inside.
    Word,
    /// Digits with their separators.
    Digits,
    /// Digits with letters glued on: "14-year-old", "20k", "13th".
    Compound,
    /// The possessive 's.
    Possessive,
    /// One sign.
    Sign(char),
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// Starts with a small letter, or has no letters.
    Lower,
    /// Starts with a capital.
    Initial,
    /// Capitals only, at least two.
    Upper,
}

/// A word, a number or a sign.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: Kind,
    pub(crate) case: Case,
    /// Whether blank space stands before it.
    pub(crate) spaced: bool,
    pub(crate) entry: &'static Entry,
}

impl Token {
    /// Whether the word's entry has `class`.
    pub(crate) fn is(&self, class: Class) -> bool {
        self.entry.is(class)
    }
    /// Whether the token is this sign.
    pub(crate) fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }
    /// Whether the token is a dash that parts a sentence (a hyphen with space around it counts).
    pub(crate) fn is_dash(&self) -> bool {
        matches!(
            self.kind,
            Kind::Sign('\u{2013}' | '\u{2014}' | '\u{2012}' | '\u{2015}' | '-')
        )
    }
    /// Whether the token opens or closes a quotation.
    pub(crate) fn is_quote(&self) -> bool {
        matches!(
            self.kind,
            Kind::Sign(
                '"' | '\u{201c}'
                    | '\u{201d}'
                    | '\u{2018}'
                    | '\u{2019}'
                    | '\''
                    | '\u{ab}'
                    | '\u{bb}'
                    | '\u{201e}'
            )
        )
    }
    /// The token's words.
    pub(crate) fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or_default()
    }
    /// The length of the token in bytes.
    pub(crate) fn text_len(&self) -> usize {
        self.end - self.start
    }
    /// Whether it is a word that starts with a capital.
    pub(crate) fn is_capital(&self) -> bool {
        self.kind == Kind::Word && self.case != Case::Lower
    }
}

/// Finds the next paragraph at or after `from`, or `None` at the end of the text.
pub(crate) fn next_block(text: &str, from: usize) -> Option<Block> {
    let mut lines = Lines { text, at: from };
    let (mut start, mut end) = lines.find(|&(start, end)| !text[start..end].trim().is_empty())?;
    start += leading_space(&text[start..end]);
    let marker = list_marker(&text[start..end]);
    start += marker;
    let mut kind = if marker > 0 {
        BlockKind::ListItem
    } else {
        BlockKind::Headline
    };
    if is_row(&text[start..end]) {
        return Some(Block {
            start,
            end,
            kind: BlockKind::Row,
        });
    }
    let mut line_start = start;
    for (next_start, next_end) in lines {
        if !joins(&text[line_start..end], &text[next_start..next_end]) {
            break;
        }
        (line_start, end) = (next_start, next_end);
    }
    let body = text[start..end].trim_end();
    end = start + body.len();
    if kind == BlockKind::Headline && (ends_sentence(body) || body.len() > 200) {
        kind = BlockKind::Body;
    }
    Some(Block { start, end, kind })
}

/// The lines of a text from a place on, as byte ranges without their line ends.
struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<(usize, usize)> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let length = line_length(rest);
        let start = self.at;
        let ended = matches!(rest.as_bytes().get(length), Some(b'\n' | b'\r'));
        self.at = start + length + usize::from(ended);
        Some((start, start + length))
    }
}

/// The bytes up to the end of the line, or up to the last blank before it grows too long.
fn line_length(rest: &str) -> usize {
    let window = rest.len().min(LONGEST_LINE);
    let bytes = &rest.as_bytes()[..window];
    if let Some(end) = bytes
        .iter()
        .position(|&byte| byte == b'\n' || byte == b'\r')
    {
        return end;
    }
    if window == rest.len() {
        return window;
    }
    let sentence = bytes
        .windows(2)
        .rposition(|pair| pair == b". ")
        .map(|at| at + 2);
    let blank = || {
        bytes
            .iter()
            .rposition(|&byte| byte == b' ')
            .map(|at| at + 1)
    };
    sentence.or_else(blank).unwrap_or_else(|| {
        (1..=window)
            .rev()
            .find(|&at| rest.is_char_boundary(at))
            .unwrap_or(window)
    })
}

fn leading_space(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The length of a list marker with the space after it; 0 where there is none.
fn list_marker(line: &str) -> usize {
    let mut chars = line.char_indices();
    let Some((_, first)) = chars.next() else {
        return 0;
    };
    let after = match first {
        '-' | '*' | '\u{2022}' | '\u{2013}' | '\u{25cf}' | '\u{25aa}' | '\u{2023}' | '\u{b7}' => {
            first.len_utf8()
        }
        '0'..='9' => {
            let digits = line.bytes().take_while(u8::is_ascii_digit).count();
            match line.as_bytes().get(digits) {
                Some(b'.' | b')') if digits <= 2 => digits + 1,
                _ => return 0,
            }
        }
        _ => return 0,
    };
    let space = leading_space(&line[after..]);
    if space == 0 { 0 } else { after + space }
}

fn is_row(line: &str) -> bool {
    line.contains('\t') || line.bytes().filter(|&byte| byte == b'|').count() >= 2
}

fn ends_sentence(line: &str) -> bool {
    let trimmed = line
        .trim_end()
        .trim_end_matches(['"', '\u{201d}', '\'', '\u{2019}', ')', ']']);
    trimmed.ends_with(['.', '!', '?', '\u{2026}', ':', ';'])
}

/// Whether a line goes on in the next one: the text was wrapped, and no paragraph ends here.
fn joins(line: &str, next: &str) -> bool {
    let (line, next) = (line.trim(), next.trim_start());
    if next.is_empty() || list_marker(next) > 0 || is_row(next) || ends_sentence(line) {
        return joins_after_full_stop(line, next);
    }
    if line.ends_with(['-', '\u{ad}', ',']) {
        return true;
    }
    let Some(first) = next.chars().next() else {
        return false;
    };
    if first.is_lowercase() {
        return true;
    }
    let wrapped = line.len() >= 50 && next.len() <= line.len() + 20 && !is_title_case(line);
    wrapped || (first.is_ascii_digit() && line.len() >= 30 && !is_title_case(line))
}

/// After a full stop a line goes on only where the text is plainly wrapped: long lines of like length.
fn joins_after_full_stop(line: &str, next: &str) -> bool {
    !next.is_empty()
        && list_marker(next) == 0
        && !is_row(next)
        && (60..=100).contains(&line.len())
        && next.len() <= line.len() + 20
        && next.starts_with(|first: char| first.is_lowercase())
}

/// Whether most longer words of a line start with a capital, as in a headline.
fn is_title_case(line: &str) -> bool {
    let words = line.split_whitespace().filter(|word| word.len() > 3);
    let (mut all, mut capital) = (0usize, 0usize);
    for word in words {
        all += 1;
        capital += usize::from(word.starts_with(char::is_uppercase));
    }
    all > 0 && capital * 10 >= all * 6
}

/// Cuts `block` into tokens.
pub(crate) fn tokens(text: &str, block: Block, out: &mut Vec<Token>) {
    out.clear();
    let mut scanner = Scanner {
        text,
        at: block.start,
        end: block.end,
        spaced: true,
    };
    while let Some(token) = scanner.next_token() {
        out.push(token);
    }
    merge_phrases(text, out);
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    spaced: bool,
}

impl Scanner<'_> {
    fn peek(&self, at: usize) -> Option<char> {
        let byte = *self.text.as_bytes().get(at).filter(|_| at < self.end)?;
        if byte < 0x80 {
            Some(byte as char)
        } else {
            self.text.get(at..self.end)?.chars().next()
        }
    }

    fn next_token(&mut self) -> Option<Token> {
        loop {
            let first = self.peek(self.at)?;
            if is_space(first) {
                self.at += first.len_utf8();
                self.spaced = true;
            } else if first == '&' && self.skip_entity() {
                continue;
            } else if is_ignored(first) {
                self.at += first.len_utf8();
            } else {
                let token = self.token(first);
                self.spaced = false;
                return Some(token);
            }
        }
    }

    /// Skips an HTML entity that stands for a blank; says whether there was one.
    fn skip_entity(&mut self) -> bool {
        for blank in ["&nbsp;", "&#160;", "&thinsp;", "&ensp;", "&emsp;"] {
            if self.text[self.at..self.end].starts_with(blank) {
                self.at += blank.len();
                self.spaced = true;
                return true;
            }
        }
        false
    }

    fn token(&mut self, first: char) -> Token {
        let start = self.at;
        let spaced = self.spaced;
        if digit(first).is_some() {
            let kind = self.number();
            return Token {
                start,
                end: self.at,
                kind,
                case: Case::Lower,
                spaced,
                entry: &UNKNOWN,
            };
        }
        if first.is_alphabetic() {
            let case = self.word();
            let word = &self.text[start..self.at];
            return Token {
                start,
                end: self.at,
                kind: Kind::Word,
                case,
                spaced,
                entry: entry_of(word),
            };
        }
        if matches!(first, '\'' | '\u{2019}') && !spaced && self.possessive() {
            return Token {
                start,
                end: self.at,
                kind: Kind::Possessive,
                case: Case::Lower,
                spaced,
                entry: &UNKNOWN,
            };
        }
        if first == '&' && self.text[start..self.end].starts_with("&amp;") {
            self.at += "&amp;".len();
            return Token {
                start,
                end: self.at,
                kind: Kind::Word,
                case: Case::Lower,
                spaced,
                entry: lexicon::look_up_sign('&'),
            };
        }
        self.at += first.len_utf8();
        let entry = lexicon::look_up_sign(first);
        Token {
            start,
            end: self.at,
            kind: Kind::Sign(first),
            case: Case::Lower,
            spaced,
            entry,
        }
    }

    /// Takes the 's of a possessive.
    fn possessive(&mut self) -> bool {
        let after = self.at + self.peek(self.at).map_or(1, char::len_utf8);
        let ends = |at: usize| !self.peek(at).is_some_and(char::is_alphanumeric);
        if matches!(self.peek(after), Some('s' | 'S')) && ends(after + 1) {
            self.at = after + 1;
            return true;
        }
        false
    }

    /// Takes a word: letters, hyphens and apostrophes inside it, dots inside an abbreviation such as "U.N.".
    fn word(&mut self) -> Case {
        let start = self.at;
        let (mut letters, mut capitals) = (0usize, 0usize);
        while let Some(c) = self.peek(self.at) {
            let width = c.len_utf8();
            if c.is_alphanumeric() || is_ignored(c) {
                letters += usize::from(c.is_alphabetic());
                capitals += usize::from(c.is_uppercase());
                self.at += width;
            } else if matches!(c, '\'' | '\u{2019}') && self.apostrophe_inside(width) {
                self.at += width;
            } else if matches!(c, '-' | '\u{2010}' | '\u{2011}') && self.hyphen_inside(width) {
                self.at = self.after_hyphen(self.at + width);
            } else if c == '.' && self.dot_inside(start) {
                self.at += 1;
            } else {
                break;
            }
        }
        let first_is_capital = self.text[start..self.at].starts_with(char::is_uppercase);
        match (first_is_capital, letters == capitals && letters > 1) {
            (_, true) => Case::Upper,
            (true, false) => Case::Initial,
            (false, false) => Case::Lower,
        }
    }

    /// Whether an apostrophe belongs to the word: "don't", "shi'ite"; not the possessive 's.
    fn apostrophe_inside(&self, width: usize) -> bool {
        let next = self.at + width;
        let Some(c) = self.peek(next) else {
            return false;
        };
        let after = self.peek(next + c.len_utf8());
        let possessive = matches!(c, 's' | 'S') && !after.is_some_and(char::is_alphabetic);
        c.is_alphabetic() && !possessive
    }

    /// Whether a hyphen joins two parts of a word, also over a line end.
    fn hyphen_inside(&self, width: usize) -> bool {
        self.peek(self.after_hyphen(self.at + width))
            .is_some_and(char::is_alphanumeric)
    }

    /// The place after a hyphen and, where a line ends there, after the line end.
    fn after_hyphen(&self, at: usize) -> usize {
        let mut next = at;
        while matches!(self.peek(next), Some('\n' | '\r')) {
            next += 1;
        }
        if next > at && !self.peek(next).is_some_and(char::is_lowercase) {
            at
        } else {
            next
        }
    }

    /// Whether a dot belongs to an abbreviation of single letters: "U.S.", "U.N.".
    fn dot_inside(&self, start: usize) -> bool {
        let word = &self.text[start..self.at];
        let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let single = word
            .rsplit('.')
            .next()
            .is_some_and(|part| part.chars().count() == 1);
        let more = letter(self.peek(self.at + 1)) && !letter(self.peek(self.at + 2));
        single && (more || word.contains('.'))
    }

    /// Takes a number with its separators and whatever letters are glued to it.
    fn number(&mut self) -> Kind {
        self.digits();
        while let Some(c) = self.peek(self.at) {
            let next = self.at + c.len_utf8();
            let separator = matches!(c, ',' | '.' | '\'' | '\u{2019}' | '\u{66b}' | '\u{66c}');
            if separator
                && self.peek(next).and_then(digit).is_some()
                && !(c == '.' && self.people_after_fraction(next))
            {
                self.at = next;
                self.digits();
            } else if c == ',' && self.three_digits_on_next_line(next) {
                self.at = next + 1;
                self.digits();
            } else {
                break;
            }
        }
        self.footnote();
        match self.peek(self.at) {
            Some(c) if c.is_alphabetic() => self.glued(),
            Some('-' | '\u{2010}' | '\u{2011}')
                if self.peek(self.at + 1).is_some_and(char::is_alphabetic) =>
            {
                self.glued()
            }
            _ => Kind::Digits,
        }
    }

    fn glued(&mut self) -> Kind {
        self.word();
        Kind::Compound
    }

    fn digits(&mut self) {
        while let Some(c) = self.peek(self.at).filter(|&c| digit(c).is_some()) {
            self.at += c.len_utf8();
        }
    }

    fn three_digits_on_next_line(&self, at: usize) -> bool {
        let rest = self.text.get(at..self.end).unwrap_or_default();
        let Some(rest) = rest.strip_prefix('\n') else {
            return false;
        };
        rest.bytes().take_while(u8::is_ascii_digit).count() == 3
    }

    /// Whether what looks like a fraction counts people: "is 40.12 people are" lacks a blank after its full stop.
    fn people_after_fraction(&self, at: usize) -> bool {
        let rest = self.text.get(at..self.end).unwrap_or_default();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let after = &rest[digits..];
        let word = after
            .trim_start_matches(' ')
            .split(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or_default();
        let blank = after.starts_with(' ');
        (digits == 1 || digits == 2)
            && blank
            && word.len() < 24
            && entry_of(word).person.is_some_and(|person| person.plural)
    }

    /// Passes over a footnote mark glued to a number: "246[3]".
    fn footnote(&mut self) {
        let rest = self.text.get(self.at..self.end).unwrap_or_default();
        if let Some(inside) = rest.strip_prefix('[') {
            let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
            if (1..=3).contains(&digits) && inside[digits..].starts_with(']') {
                self.at += digits + 2;
            }
        }
    }
}

/// The value of a decimal digit: ASCII, full-width, Arabic-Indic, Extended Arabic-Indic, Devanagari, Bengali.
pub(crate) fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{966}'..='\u{96f}' => '\u{966}',
        '\u{9e6}'..='\u{9ef}' => '\u{9e6}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    Some(c as u32 - zero as u32)
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}'
}

/// Characters inside a word that say nothing: soft hyphens, combining marks, direction marks, superscript digits.
fn is_ignored(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{b9}' | '\u{b2}' | '\u{b3}' | '\u{2070}'..='\u{2079}')
}

/// What the lexicon knows of a word as printed. A hyphenated word that it does not know counts as its last part
/// where that names people ("ex-soldiers").
fn entry_of(word: &str) -> &'static Entry {
    let mut buffer = [0u8; 48];
    let Some(lower) = fold(word, &mut buffer) else {
        return &UNKNOWN;
    };
    let entry = lexicon::look_up(lower);
    if entry.is_known() || !entry.phrases.is_empty() {
        return entry;
    }
    if let Some((_, last)) = lower.rsplit_once('-') {
        let entry = lexicon::look_up(last);
        if entry.person.is_some() {
            return entry;
        }
    }
    &UNKNOWN
}

/// Puts a word in lower case with straight apostrophes and without ignored characters; `None` if it is too long.
fn fold<'b>(word: &str, buffer: &'b mut [u8; 48]) -> Option<&'b str> {
    if word.len() > buffer.len() {
        return None;
    }
    let mut length = 0;
    if word.is_ascii() {
        for byte in word.bytes().filter(|byte| !matches!(byte, b'\n' | b'\r')) {
            buffer[length] = byte.to_ascii_lowercase();
            length += 1;
        }
    } else {
        for c in word
            .chars()
            .filter(|&c| !is_ignored(c) && !matches!(c, '\n' | '\r'))
        {
            let c = match c {
                '\u{2019}' | '\u{2bc}' => '\'',
                '\u{2010}' | '\u{2011}' => '-',
                other => other,
            };
            for lower in c.to_lowercase() {
                if length + lower.len_utf8() > buffer.len() {
                    return None;
                }
                length += lower.encode_utf8(&mut buffer[length..]).len();
            }
        }
    }
    std::str::from_utf8(&buffer[..length]).ok().map(|lower| {
        lower
            .strip_suffix('.')
            .filter(|_| lower.matches('.').count() > 1)
            .unwrap_or(lower)
    })
}

/// Joins the tokens of entries of several words into one token each, longest first.
fn merge_phrases(text: &str, tokens: &mut Vec<Token>) {
    let mut kept = 0;
    let mut at = 0;
    while at < tokens.len() {
        let mut token = tokens[at];
        let mut next = at + 1;
        for phrase in &token.entry.phrases {
            if matches_phrase(text, &tokens[at + 1..], &phrase.rest) {
                next = at + 1 + phrase.rest.len();
                token.end = tokens[next - 1].end;
                token.entry = phrase.entry;
                break;
            }
        }
        tokens[kept] = token;
        kept += 1;
        at = next;
    }
    tokens.truncate(kept);
}

fn matches_phrase(text: &str, tokens: &[Token], rest: &[&str]) -> bool {
    tokens.len() >= rest.len()
        && rest.iter().zip(tokens).all(|(word, token)| {
            let mut buffer = [0u8; 48];
            token.kind == Kind::Word && fold(token.text(text), &mut buffer) == Some(word)
        })
}

/// Cuts tokens into sentences and calls `each` with the range of each.
pub(crate) fn sentences(
    text: &str,
    tokens: &[Token],
    mut each: impl FnMut(std::ops::Range<usize>),
) {
    let mut start = 0;
    for at in 0..tokens.len() {
        // Closing quotes and brackets behind a full stop belong to the sentence that it ended.
        if at < start {
            continue;
        }
        let long = at + 1 - start >= LONGEST_SENTENCE;
        if let Some(end) = sentence_end(text, tokens, at).or(long.then_some(at + 1)) {
            if end > start {
                each(start..end);
            }
            start = end;
        }
    }
    if start < tokens.len() {
        each(start..tokens.len());
    }
}

/// Where the sentence ends that the token at `at` closes, as an index into the tokens.
fn sentence_end(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let token = &tokens[at];
    match token.kind {
        Kind::Sign('!' | '?' | '\u{2026}' | '\u{3002}' | '\u{61f}' | '\u{6d4}') => {}
        Kind::Sign('.') if !is_abbreviated(text, tokens, at) => {}
        _ => return None,
    }
    let mut end = at + 1;
    while tokens.get(end).is_some_and(|next| {
        !next.spaced && (next.is_quote() || next.is_sign(')') || next.is_sign(']'))
    }) {
        end += 1;
    }
    let next = tokens.get(end)?;
    let starts = match next.kind {
        Kind::Word => next.case != Case::Lower || !next.text(text).starts_with(char::is_lowercase),
        Kind::Digits | Kind::Compound | Kind::Sign(_) => true,
        Kind::Possessive => false,
    };
    // "40.12 people" is two sentences without a blank between; "example.org" is none.
    let parted = next.spaced || (next.kind != Kind::Word && token.is_sign('.'));
    (starts && parted).then_some(end)
}

/// Whether the full stop at `at` belongs to an abbreviation or an initial.
fn is_abbreviated(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before)) else {
        return false;
    };
    if tokens[at].spaced || before.kind != Kind::Word {
        return false;
    }
    let word = before.text(text);
    let initial = word.chars().count() == 1 && before.case != Case::Lower;
    let stops_here = tokens.get(at + 1).is_none();
    !stops_here
        && (initial
            || (before.is(Class::Abbreviation)
                && !before.is(Class::MonthName)
                && !before.is(Class::Weekday))
            || word.contains('.'))
        || (before.is(Class::MonthName)
            && word.len() <= 4
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.kind == Kind::Digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        let block = Block {
            start: 0,
            end: text.len(),
            kind: BlockKind::Body,
        };
        tokens(text, block, &mut out);
        out.iter()
            .map(|token| token.text(text).to_owned())
            .collect()
    }

    fn split(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        let block = Block {
            start: 0,
            end: text.len(),
            kind: BlockKind::Body,
        };
        tokens(text, block, &mut out);
        let mut found = Vec::new();
        sentences(text, &out, |range| {
            found.push(text[out[range.start].start..out[range.end - 1].end].to_owned())
        });
        found
    }

    #[test]
    fn numbers_keep_their_separators() {
        assert_eq!(
            words("1,246 dead; 1.4m, 14-year-old, 246[3]"),
            [
                "1,246",
                "dead",
                ";",
                "1.4m",
                ",",
                "14-year-old",
                ",",
                "246[3]"
            ]
        );
        assert_eq!(words("1,\n246 people"), ["1,\n246", "people"]);
    }

    #[test]
    fn phrases_become_one_token() {
        assert_eq!(
            words("at least five shot dead"),
            ["at least", "five", "shot dead"]
        );
    }

    #[test]
    fn possessives_stand_alone() {
        assert_eq!(
            words("Syria\u{2019}s war, don\u{2019}t"),
            ["Syria", "\u{2019}s", "war", ",", "don\u{2019}t"]
        );
    }

    #[test]
    fn sentences_end_at_full_stops_only() {
        assert_eq!(
            split("Mr. Dost died. U.S. troops left. He lost."),
            ["Mr. Dost died.", "U.S. troops left.", "He lost."]
        );
        assert_eq!(
            split("It fell by 3.5 per cent. Then 12 died."),
            ["It fell by 3.5 per cent.", "Then 12 died."]
        );
    }

    #[test]
    fn blocks_follow_lines_and_wrapping() {
        let text = "Quake Kills Forty In The Hills\nAt least forty people died.\n\n- Civilians: 7\n- Soldiers: 3\n";
        let mut from = 0;
        let mut kinds = Vec::new();
        while let Some(block) = next_block(text, from) {
            kinds.push((block.kind, &text[block.start..block.end]));
            from = block.end;
        }
        assert_eq!(
            kinds,
            [
                (BlockKind::Headline, "Quake Kills Forty In The Hills"),
                (BlockKind::Body, "At least forty people died."),
                (BlockKind::ListItem, "Civilians: 7"),
                (BlockKind::ListItem, "Soldiers: 3"),
            ]
        );
    }
}
