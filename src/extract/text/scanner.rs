//! Characters to tokens: words, numbers with their separators, signs.

use super::eights::{Run, run};
use super::markup::tag;
use super::words::{Letters, entry_of};
use super::{Block, Case, Kind, Token};
use crate::extract::lexicon::{
    self, Class, DIGITS, Entry, GLUED, HYPHENS, POSSESSIVE, UNKNOWN, is_ignored,
};
use crate::letters::{has_char, is_capital, is_letter, is_letter_or_digit, is_small};

/// HTML entities for a blank, which copied text may hold.
const BLANK_ENTITIES: [&str; 5] = ["&nbsp;", "&#160;", "&thinsp;", "&ensp;", "&emsp;"];

/// The HTML entity for "&".
const AMPERSAND_ENTITY: &str = "&amp;";

/// So many characters show whether the next word is in small letters.
const NEXT_WORD: usize = 4;

/// How a word is written.
struct Spelling {
    letters: Letters,
    /// Whether hyphens join parts of it.
    hyphened: bool,
}

/// The tokens of one paragraph, from left to right.
pub(super) struct Scanner<'t> {
    /// The text up to the end of the paragraph.
    text: &'t str,
    at: usize,
    /// Whether blank space was passed since the last token.
    spaced: bool,
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str, block: Block) -> Self {
        Scanner {
            text: &text[..block.end],
            at: block.start,
            spaced: true,
        }
    }
}

impl Iterator for Scanner<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        loop {
            let first = *self.text.as_bytes().get(self.at)?;
            if first == b' ' {
                self.at += 1;
                self.spaced = true;
                continue;
            }
            let letter = first.is_ascii_alphabetic();
            let first = if letter {
                char::from(first)
            } else {
                self.peek(self.at)?
            };
            if letter || is_letter(first) {
                let token = self.word_token(self.at);
                self.spaced = false;
                return Some(token);
            } else if is_space(first) {
                self.at += first.len_utf8();
                self.spaced = true;
            } else if first == '&' && self.skip_blank_entity() {
                self.spaced = true;
            } else if is_ignored(first) {
                self.at += first.len_utf8();
            } else if first == '<'
                && let Some(tag) = tag(&self.text[self.at..])
            {
                self.at += tag.length;
                self.spaced |= tag.parts;
            } else {
                let token = self.token(first);
                self.spaced = false;
                return Some(token);
            }
        }
    }
}

impl Scanner<'_> {
    fn peek(&self, at: usize) -> Option<char> {
        let byte = *self.text.as_bytes().get(at)?;
        if byte.is_ascii() {
            Some(char::from(byte))
        } else {
            self.text.get(at..)?.chars().next()
        }
    }

    /// Skips an HTML entity that stands for a blank; says whether there was one.
    fn skip_blank_entity(&mut self) -> bool {
        BLANK_ENTITIES.iter().any(|entity| self.skip(entity))
    }

    /// Skips `entity` where it stands here; says whether it did.
    fn skip(&mut self, entity: &str) -> bool {
        let found = self.text[self.at..].starts_with(entity);
        self.at += if found { entity.len() } else { 0 };
        found
    }

    /// Takes the token that starts with `first`, which is no letter.
    fn token(&mut self, first: char) -> Token {
        let start = self.at;
        let (kind, entry) = if digit(first).is_some() {
            match self.number() {
                Kind::Digits => (Kind::Digits, &DIGITS),
                kind => (kind, &GLUED),
            }
        } else if matches!(first, '\'' | '\u{2019}') && !self.spaced && self.possessive() {
            (Kind::Possessive, &POSSESSIVE)
        } else if first == '&' && self.skip(AMPERSAND_ENTITY) {
            (Kind::Word, lexicon::look_up_sign(first))
        } else {
            self.at += first.len_utf8();
            let entry = lexicon::look_up_sign(first);
            (Kind::Sign(first), entry)
        };
        Token {
            start,
            end: self.at,
            length: limited(length(&self.text[start..self.at])),
            kind,
            case: Case::Lower,
            hyphened: false,
            spaced: self.spaced,
            entry,
        }
    }

    /// Takes the word that starts at `start`.
    fn word_token(&mut self, start: usize) -> Token {
        let bytes = self.text.as_bytes();
        let first = run(bytes, start);
        let second = match first.length {
            8 => run(bytes, start + 8),
            _ => Run::default(),
        };
        let length = first.length + second.length;
        self.at = start + length;
        // Most words are short, and end at a blank or a comma.
        let (length, hyphened, mut entry) = if second.length < 8 && self.ends_here(start) {
            let letters = [first.lower, second.lower];
            (length, false, lexicon::look_up_short(letters))
        } else {
            self.long_word(start)
        };
        let case = self.case_from(start);
        // "12 KIA", and no car; "US soldiers", and none of us.
        let other = match case {
            Case::Upper => length == 2 && self.is_name_in_capitals(start),
            _ => entry.is(Class::Capitals),
        };
        if other {
            entry = &UNKNOWN;
        }
        Token {
            start,
            end: self.at,
            length: limited(length),
            kind: Kind::Word,
            case,
            hyphened,
            spaced: self.spaced,
            entry,
        }
    }

    /// Whether the word in capitals from `start` to here is a name, and not the word that its letters are else.
    fn is_name_in_capitals(&self, start: usize) -> bool {
        let word = lexicon::seen(&self.text[start..self.at]);
        let small = || {
            let mut next = self.text[self.at..].chars().take(NEXT_WORD);
            next.any(|next| next.is_ascii_lowercase())
        };
        lexicon::NAMES_IN_CAPITALS
            .iter()
            .any(|&(name, always)| word == name && (always || small()))
    }

    /// Takes the rest of a word of any length and spelling: how many of its characters are seen, whether hyphens join parts
    /// of it, and its entry.
    fn long_word(&mut self, start: usize) -> (usize, bool, &'static Entry) {
        let spelling = self.word(start);
        let printed = &self.text[start..self.at];
        let length = match spelling.letters {
            Letters::Plain => printed.len(),
            Letters::Any => length(printed),
        };
        let entry = entry_of(printed, spelling.letters);
        (length, spelling.hyphened, entry)
    }

    /// Whether the word of ASCII that starts at `start` surely ends here.
    fn ends_here(&self, start: usize) -> bool {
        !self.may_go_on() || self.peek(self.at) == Some('.') && !self.dot_inside(start)
    }

    /// Whether what stands behind a run of letters may go on with its word: it is not ASCII, or one of three signs.
    fn may_go_on(&self) -> bool {
        let next = self.text.as_bytes().get(self.at);
        matches!(next, Some(b'\'' | b'-' | b'.' | 0x80..))
    }

    /// Takes the 's of a possessive.
    fn possessive(&mut self) -> bool {
        let after = self.at + self.peek(self.at).map_or(1, char::len_utf8);
        let ends = |at: usize| !self.peek(at).is_some_and(is_letter_or_digit);
        if matches!(self.peek(after), Some('s' | 'S')) && ends(after + 1) {
            self.at = after + 1;
            return true;
        }
        false
    }

    /// Takes the rest of the word that starts at `start`: letters, hyphens and apostrophes inside it, dots inside an
    /// abbreviation such as "U.N.".
    fn word(&mut self, start: usize) -> Spelling {
        let (mut plain, mut hyphened) = (true, false);
        loop {
            let run = run(self.text.as_bytes(), self.at);
            self.at += run.length;
            if run.length == 8 {
                continue;
            }
            if !self.may_go_on() {
                break;
            }
            let Some(c) = self.peek(self.at) else { break };
            let width = c.len_utf8();
            let letter = is_letter_or_digit(c) || is_ignored(c);
            if letter || matches!(c, '\'' | '\u{2019}') && self.apostrophe_inside(width) {
                self.at += width;
            } else if HYPHENS.contains(&c) && self.hyphen_inside(width) {
                let after = self.at + width;
                self.at = self.after_hyphen(after);
                hyphened = true;
                plain &= self.at == after;
            } else if c == '.' && self.dot_inside(start) {
                self.at += 1;
            } else {
                break;
            }
            plain &= c.is_ascii();
        }
        let letters = if plain { Letters::Plain } else { Letters::Any };
        Spelling { letters, hyphened }
    }

    /// How the word that starts at `start` and ends here is written.
    fn case_from(&self, start: usize) -> Case {
        // Most words: a small letter, or one capital and a small letter.
        match &self.text.as_bytes()[start..] {
            [b'a'..=b'z', ..] => Case::Lower,
            [b'A'..=b'Z', b'a'..=b'z', ..] => Case::Initial,
            _ => case_of(&self.text[start..self.at]),
        }
    }

    /// Whether an apostrophe belongs to the word: "don't", "shi'ite"; not the possessive 's.
    fn apostrophe_inside(&self, width: usize) -> bool {
        let next = self.at + width;
        let Some(c) = self.peek(next) else {
            return false;
        };
        let after = self.peek(next + c.len_utf8());
        let possessive = matches!(c, 's' | 'S') && !after.is_some_and(is_letter);
        is_letter(c) && !possessive
    }

    /// Whether a hyphen joins two parts of a word, also over a line end.
    fn hyphen_inside(&self, width: usize) -> bool {
        self.peek(self.after_hyphen(self.at + width))
            .is_some_and(is_letter_or_digit)
    }

    /// The place after a hyphen and, where a line ends there, after the line end.
    fn after_hyphen(&self, at: usize) -> usize {
        let mut next = at;
        while matches!(self.peek(next), Some('\n' | '\r')) {
            next += 1;
        }
        if next > at && !self.peek(next).is_some_and(is_small) {
            at
        } else {
            next
        }
    }

    /// Whether a dot belongs to an abbreviation of single letters: "U.S.", "U.N.".
    fn dot_inside(&self, start: usize) -> bool {
        let word = &self.text[start..self.at];
        // Most dots stand behind two letters or more.
        if let [.., before, last] = word.as_bytes()
            && last.is_ascii()
            && *before != b'.'
        {
            return false;
        }
        let letter = |c: Option<char>| c.is_some_and(is_letter);
        let single = word
            .rsplit('.')
            .next()
            .is_some_and(|part| part.chars().count() == 1);
        let more = letter(self.peek(self.at + 1)) && !letter(self.peek(self.at + 2));
        single && (more || has_char(word, '.'))
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
                self.at = next;
                self.line_end();
                self.digits();
            } else {
                break;
            }
        }
        self.footnote();
        match self.peek(self.at) {
            Some(c) if is_letter(c) => self.glued(),
            Some(c)
                if HYPHENS.contains(&c)
                    && (self.peek(self.at + c.len_utf8())).is_some_and(is_letter) =>
            {
                self.glued()
            }
            _ => Kind::Digits,
        }
    }

    /// Passes over the end of a line.
    fn line_end(&mut self) {
        while matches!(self.peek(self.at), Some('\r' | '\n')) {
            self.at += 1;
        }
    }

    fn glued(&mut self) -> Kind {
        self.word(self.at);
        Kind::Compound
    }

    fn digits(&mut self) {
        while let Some(c) = self.peek(self.at).filter(|&c| digit(c).is_some()) {
            self.at += c.len_utf8();
        }
    }

    fn three_digits_on_next_line(&self, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or_default();
        let lines = rest.trim_start_matches(['\r', '\n']);
        lines.len() < rest.len() && lines.bytes().take_while(u8::is_ascii_digit).count() == 3
    }

    /// Whether what looks like a fraction counts people: "is 40.12 people are" lacks a blank after its full stop.
    fn people_after_fraction(&self, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or_default();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let after = &rest[digits..];
        let word = after
            .trim_start_matches(is_space)
            .split(|c: char| !is_letter_or_digit(c) && !is_ignored(c))
            .next()
            .unwrap_or_default();
        let blank = after.starts_with(is_space);
        (digits == 1 || digits == 2)
            && blank
            && word.len() < 24
            && entry_of(word, Letters::Any)
                .person
                .is_some_and(|person| person.plural)
    }

    /// Passes over a footnote mark glued to a number: `246[3]`.
    fn footnote(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or_default();
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

/// How a word is written. Told by its first two letters, but for the few words that start with two capitals.
fn case_of(word: &str) -> Case {
    let mut letters = word.chars().filter(|&c| is_letter(c));
    let capital = word.starts_with(is_capital);
    let first = letters.next().is_some_and(is_capital);
    match letters.next() {
        Some(second) if first && is_capital(second) && letters.all(is_capital) => Case::Upper,
        _ if capital => Case::Initial,
        _ => Case::Lower,
    }
}

/// How many characters of a token are seen.
fn length(printed: &str) -> usize {
    if printed.is_ascii() {
        printed.len()
    } else {
        printed.chars().filter(|&c| !is_ignored(c)).count()
    }
}

fn limited(length: usize) -> u8 {
    u8::try_from(length).unwrap_or(u8::MAX)
}

/// Whether a character parts words.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{200b}'
}
