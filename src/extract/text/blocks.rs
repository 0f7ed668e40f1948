//! Paragraphs, list items, headlines and rows of tables.

use super::cells::{has_bars, is_plain_row};
use super::eights::first_of;
use super::markup::before_tags;
use super::scanner::is_space;
use crate::extract::lexicon::is_ignored;
use crate::letters::{is_capital, is_letter_or_digit, is_small};

/// The most bytes that are read as one paragraph. Longer ones are cut at the end of a line, and longer lines at a blank:
/// there a reading in slices can stop, and no more tokens are held at once.
const LONGEST_PARAGRAPH: usize = 16 * 1024;

/// The most characters before the colon of a label.
const LONGEST_LABEL: usize = 40;

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

/// Finds the next paragraph at or after `from`, or `None` at the end of the text.
pub(crate) fn next_block(text: &str, from: usize) -> Option<Block> {
    let mut lines = Lines { text, at: from };
    let seen = |&(start, end): &(usize, usize)| !text[start..end].chars().all(is_blank);
    let (mut start, mut end) = lines.find(seen)?;
    start += leading_space(&text[start..end]);
    let marker = list_marker(&text[start..end]);
    start += marker;
    let mut kind = if marker > 0 {
        BlockKind::ListItem
    } else {
        BlockKind::Headline
    };
    let below = || {
        let (from, to) = lines.clone().next().unwrap_or((end, end));
        &text[from..to]
    };
    if is_row(&text[start..end], below) {
        return Some(Block {
            start,
            end,
            kind: BlockKind::Row,
        });
    }
    let mut line_start = start;
    for (next_start, next_end) in lines {
        let ended = next_start > end;
        let fits = next_end - start <= LONGEST_PARAGRAPH;
        if !ended || !fits || !joins(&text[line_start..end], &text[next_start..next_end]) {
            break;
        }
        (line_start, end) = (next_start, next_end);
    }
    let body = text[start..end].trim_end_matches(is_blank);
    end = start + body.len();
    if kind == BlockKind::Headline && (ends_sentence(body) || body.len() > 200 && width(body) > 200)
    {
        kind = BlockKind::Body;
    }
    Some(Block { start, end, kind })
}

/// The lines of a text from a place on, as byte ranges without their line ends.
#[derive(Clone)]
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
        let end = match &rest.as_bytes()[length..] {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => 0,
        };
        self.at = start + length + end;
        Some((start, start + length))
    }
}

/// The bytes up to the end of the line, or up to the last blank before it grows too long.
fn line_length(rest: &str) -> usize {
    let window = rest.len().min(LONGEST_PARAGRAPH);
    let bytes = &rest.as_bytes()[..window];
    if let Some(end) = line_end(bytes) {
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

/// Where a line ends.
fn line_end(bytes: &[u8]) -> Option<usize> {
    first_of(bytes, b'\n', b'\r')
}

/// Whether a character is nothing but space at the start or end of a line.
pub(super) fn is_blank(c: char) -> bool {
    is_space(c) || c == '\u{feff}'
}

/// How many characters of a line are seen, blanks among them. A line end counts once, whether of one character or two.
pub(super) fn width(line: &str) -> usize {
    if line.is_ascii() {
        let line_ends = line.as_bytes().windows(2).filter(|pair| pair == b"\r\n");
        return line.len() - line_ends.count();
    }
    let seen = |&c: &char| !is_ignored(c) && c != '\u{200b}' && c != '\r';
    line.chars().filter(seen).count()
}

fn trim(line: &str) -> &str {
    line.trim_matches(is_blank)
}

fn leading_space(line: &str) -> usize {
    line.len() - line.trim_start_matches(is_blank).len()
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

/// Whether a line is a row of a table. `below` gives the line under it.
fn is_row<'t>(line: &str, below: impl Fn() -> &'t str) -> bool {
    has_bars(line) || is_plain_row(line, below)
}

fn ends_sentence(line: &str) -> bool {
    let trimmed = before_tags(line.trim_end_matches(is_blank))
        .trim_end_matches(['"', '\u{201d}', '\'', '\u{2019}', ')', ']']);
    trimmed.ends_with(['.', '!', '?', '\u{2026}', ':', ';'])
}

/// Whether a line goes on in the next one: the text was wrapped, and no paragraph ends here.
fn joins(line: &str, next: &str) -> bool {
    let (line, next) = (trim(line), next.trim_start_matches(is_blank));
    if next.is_empty() || list_marker(next) > 0 || is_row(next, || "") || ends_sentence(line) {
        return joins_after_full_stop(line, next);
    }
    if line.ends_with(['-', '\u{2010}', '\u{ad}', ',']) {
        return true;
    }
    if has_label(line) && has_label(next) || opens_with_clock(next) {
        return false;
    }
    let Some(first) = next.chars().next() else {
        return false;
    };
    if is_small(first) {
        return true;
    }
    let length = width(line);
    let wrapped = length >= 50 && width(next) <= length + 20;
    let before_number = first.is_ascii_digit() && length >= 30;
    (wrapped || before_number) && !is_title_case(line)
}

/// Whether a line opens with a few words and a colon: "Upper Orrin: 58 dead".
fn has_label(line: &str) -> bool {
    line.split_once(':').is_some_and(|(label, rest)| {
        !rest.starts_with(is_letter_or_digit)
            && label.chars().count() <= LONGEST_LABEL
            && !label.contains(['.', ','])
            && label.starts_with(|first: char| is_capital(first) || first.is_ascii_digit())
    })
}

/// Whether a line opens with the time of an entry: "20:31 Mayor speaks".
fn opens_with_clock(line: &str) -> bool {
    let end = line.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.');
    let (time, rest) = line.split_at(end.unwrap_or(line.len()));
    let digits =
        |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let ends = !rest.starts_with(|c: char| is_letter_or_digit(c) || c == '%');
    let clock =
        |(hours, minutes): (&str, &str)| digits(hours) && digits(minutes) && minutes.len() == 2;
    ends && time.split_once([':', '.']).is_some_and(clock)
}

/// After a full stop a line goes on only where the text is plainly wrapped: long lines of like length.
fn joins_after_full_stop(line: &str, next: &str) -> bool {
    !next.is_empty()
        && list_marker(next) == 0
        && !is_row(next, || "")
        && (60..=100).contains(&width(line))
        && width(next) <= width(line) + 20
        && next.starts_with(is_small)
}

/// Whether most longer words of a line start with a capital, as in a headline.
fn is_title_case(line: &str) -> bool {
    let words = line.split(is_space).filter(|word| width(word) > 3);
    let (mut all, mut capital) = (0usize, 0usize);
    for word in words {
        all += 1;
        capital += usize::from(word.starts_with(is_capital));
    }
    all > 0 && capital * 10 >= all * 6
}

#[cfg(test)]
mod tests {
    use super::*;

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
