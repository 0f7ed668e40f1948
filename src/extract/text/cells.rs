//! Lines that are rows of a table, as people paste them, and their cells: parted by tabs, by bars, by several blanks, or by
//! commas where nothing else can be meant.

use super::blocks::{is_blank, width};
use super::eights::{first_of, first_pair_of_blanks};
use super::sentences::{ENDS, LONGEST_SENTENCE, sentences};
use super::{Block, tokens};
use crate::extract::lexicon::is_ignored;
use crate::letters::{has_char, is_letter};
use std::ops::Range;

/// The longest line, in characters that are seen, that blanks or commas can part into cells.
const LONGEST_LINE: usize = 240;

/// The longest cell of such a line.
const LONGEST_CELL: usize = 60;

/// The fewest cells that commas part.
const FEWEST_VALUES: usize = 3;

/// The signs of a cell that is a number.
const SIGNS: &str = ",.'%*+~<>()-\u{2010}\u{2011}\u{2013}\u{2019}\u{2265}";

/// What parts the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    Tab,
    /// "| a | b |", and "| a || b" or "! a !! b" in the markup of wikis.
    Bar,
    /// Two blanks or more.
    Blanks,
    /// A comma or a semicolon without a blank behind it.
    Value(char),
}

/// Whether a line is a row of a table by its signs alone.
pub(super) fn has_bars(line: &str) -> bool {
    let bytes = line.as_bytes();
    if line.starts_with('!') && has_pair(line, b"!!") || line.starts_with("|-") {
        return true;
    }
    let Some(at) = first_of(bytes, b'\t', b'|') else {
        return false;
    };
    bytes[at] == b'\t' || has_char(line, '\t') || bytes[at + 1..].contains(&b'|')
}

/// Whether a line without bars and tabs is a row of numbers, or the head over one. `below` gives the line under it.
pub(super) fn is_plain_row<'t>(line: &str, below: impl Fn() -> &'t str) -> bool {
    let line = line.trim_matches(is_blank);
    if is_long(line) {
        return false;
    }
    let Some(joint) = plain_joint(line) else {
        return false;
    };
    let parts = parts(line, joint);
    if is_row_of_numbers(line, &parts, joint) {
        return true;
    }
    let next = below().trim_matches(is_blank);
    if is_long(next) || plain_joint(next) != Some(joint) || parts.len() < 2 {
        return false;
    }
    let below = self::parts(next, joint);
    let digits = line.bytes().any(|byte| byte.is_ascii_digit());
    !digits && below.len() == parts.len() && is_row_of_numbers(next, &below, joint)
}

/// Whether a line is too long for a row: told by its bytes first.
fn is_long(line: &str) -> bool {
    line.len() > LONGEST_LINE
        && (line.len() > 4 * LONGEST_LINE
            || line.is_ascii()
            || ascii_letters(line) > LONGEST_LINE
            || width(line) > LONGEST_LINE)
}

/// The characters of a line that are ASCII and no line ends: so many are seen at the least.
fn ascii_letters(line: &str) -> usize {
    let seen = |byte: u8| byte.is_ascii() && byte != b'\r';
    line.bytes().filter(|&byte| seen(byte)).count()
}

/// What can part a line without bars and tabs into cells.
fn plain_joint(line: &str) -> Option<Joint> {
    if gaps(line).next().is_some() {
        return Some(Joint::Blanks);
    }
    let first = first_of(line.as_bytes(), b',', b';')?;
    // In running text a blank stands behind the first comma.
    if line[first + 1..].starts_with(is_blank) {
        return None;
    }
    let sign = char::from(line.as_bytes()[first]);
    let mut behind = line[first..].split(sign).skip(1);
    let plain = behind.all(|rest| !rest.starts_with(is_blank));
    plain.then_some(Joint::Value(sign))
}

/// Whether a blank can be seen.
fn is_wide(blank: char) -> bool {
    !matches!(blank, '\u{200b}' | '\u{feff}')
}

/// Where two blanks or more stand side by side.
fn gaps(line: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = line.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at = first_pair_of_blanks(bytes, at)?;
            let rest = &line[at..];
            let behind = rest.trim_start_matches(is_blank);
            let gap = at..line.len() - behind.len();
            if gap.is_empty() {
                at += rest.chars().next()?.len_utf8();
                continue;
            }
            at = gap.end;
            if line[gap.clone()]
                .chars()
                .filter(|&c| is_wide(c))
                .nth(1)
                .is_some()
            {
                return Some(gap);
            }
        }
    })
}

/// Whether the first of the `parts` of a line is a label and the others are numbers, some of them perhaps words or empty.
fn is_row_of_numbers(line: &str, parts: &[Range<usize>], joint: Joint) -> bool {
    let [label, values @ ..] = parts else {
        return false;
    };
    let label = &line[label.clone()];
    let numbers = values
        .iter()
        .filter(|&value| is_number(&line[value.clone()]))
        .count();
    let enough = match joint {
        Joint::Value(_) => parts.len() >= FEWEST_VALUES && numbers >= FEWEST_VALUES - 1,
        _ => numbers >= 1,
    };
    let fits = |part: &Range<usize>| {
        let cell = &line[part.clone()];
        width(cell) <= LONGEST_CELL
            && (is_number(cell) || !cell.bytes().any(|b| b.is_ascii_digit()))
    };
    enough
        && label.starts_with(is_letter)
        && !label.ends_with(['.', ':', '!', '?'])
        && values.iter().all(fits)
        && width(label) <= LONGEST_CELL
}

/// Whether a cell is printed like a number: digits, their separators and signs, at most a mark behind them.
fn is_number(cell: &str) -> bool {
    cell.bytes().any(|byte| byte.is_ascii_digit())
        && (cell.chars())
            .all(|c| c.is_ascii_digit() || has_char(SIGNS, c) || is_blank(c) || is_ignored(c))
}

/// The cells of a row, as byte ranges of the text without the blanks around them.
pub(crate) fn cells(text: &str, block: Block) -> Vec<Range<usize>> {
    let line = text.get(block.start..block.end).unwrap_or_default();
    let joint = if has_char(line, '|') || line.starts_with('!') {
        Some(Joint::Bar)
    } else if has_char(line, '\t') {
        Some(Joint::Tab)
    } else {
        plain_joint(line.trim_matches(is_blank))
    };
    let found = joint.map_or(Vec::new(), |joint| parts(line, joint));
    let place = |part: Range<usize>| block.start + part.start..block.start + part.end;
    found.into_iter().map(place).collect()
}

/// Whether two signs stand beside one another.
fn has_pair(line: &str, signs: &[u8; 2]) -> bool {
    line.as_bytes().windows(2).any(|pair| pair == signs)
}

/// The parts of a line between its joints, without the blanks around them.
fn parts(line: &str, joint: Joint) -> Vec<Range<usize>> {
    match joint {
        Joint::Tab => split(line, b"\t"),
        Joint::Value(sign) => split(line, sign.encode_utf8(&mut [0; 4]).as_bytes()),
        Joint::Blanks => split_at_blanks(line),
        Joint::Bar => split_at_bars(line),
    }
}

/// Bytes are compared: searching a text for a text would add 2 kB to the page.
fn split(line: &str, joint: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < line.len() {
        if line.as_bytes()[at..].starts_with(joint) {
            found.push(trimmed(line, start..at));
            at += joint.len();
            start = at;
        } else {
            at += 1;
        }
    }
    found.push(trimmed(line, start..line.len()));
    found
}

fn split_at_blanks(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for gap in gaps(line) {
        found.push(trimmed(line, start..gap.start));
        start = gap.end;
    }
    found.push(trimmed(line, start..line.len()));
    found.retain(|part| !part.is_empty());
    found
}

/// Outer bars hold no cell. A row that does not end in a bar may have the double joints of wikis.
fn split_at_bars(line: &str) -> Vec<Range<usize>> {
    let line = line.trim_end_matches(is_blank);
    let open = !line.ends_with('|');
    let joint: &[u8] = match (line.starts_with('!'), open && has_pair(line, b"||")) {
        (true, _) => b"!!",
        (false, true) => b"||",
        (false, false) => b"|",
    };
    let mut inner = 0..line.len();
    if line.starts_with(['|', '!']) {
        inner.start = 1;
    }
    if !open && inner.start < inner.end {
        inner.end -= 1;
    }
    let mut found = split(&line[inner.clone()], joint);
    for part in &mut found {
        (part.start, part.end) = (part.start + inner.start, part.end + inner.start);
    }
    found
}

/// A range of a line without the blanks at its ends.
fn trimmed(line: &str, range: Range<usize>) -> Range<usize> {
    let part = &line[range.clone()];
    let start = range.start + part.len() - part.trim_start_matches(is_blank).len();
    let end = range.start + part.trim_end_matches(is_blank).len();
    start.min(end)..end
}

/// Whether a sentence ends inside one of the cells, so that the line is a row by accident only.
pub(crate) fn holds_sentence_end(text: &str, block: Block, cells: &[Range<usize>]) -> bool {
    let line = &text[block.start..block.end];
    if line.len() < LONGEST_SENTENCE && !line.contains(ENDS) {
        return false;
    }
    let mut words = Vec::new();
    tokens(text, block, &mut words);
    let mut inside = false;
    sentences(text, &words, |range| {
        let start = words[range.start].start;
        inside |= (cells.iter()).any(|cell| cell.start < start && start < cell.end);
    });
    inside
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::text::BlockKind;

    fn row(text: &str) -> Vec<&str> {
        let block = Block {
            start: 0,
            end: text.len(),
            kind: BlockKind::Row,
        };
        let found = cells(text, block);
        found.into_iter().map(|cell| &text[cell]).collect()
    }

    #[test]
    fn cells_stand_between_their_joints() {
        assert_eq!(row("Orlen\t31\t\t4"), ["Orlen", "31", "", "4"]);
        assert_eq!(row("| Orlen | 31 || 4 |"), ["Orlen", "31", "", "4"]);
        assert_eq!(row("| Orlen || 31 || 4"), ["Orlen", "31", "4"]);
        assert_eq!(row("! Town !! Killed"), ["Town", "Killed"]);
        assert_eq!(row("Upper Hald    1,031   4"), ["Upper Hald", "1,031", "4"]);
        assert_eq!(row("Orlen,31,12"), ["Orlen", "31", "12"]);
    }

    #[test]
    fn only_lines_of_numbers_are_plain_rows() {
        for line in [
            "Orlen   31   12",
            "Orlen,31,12",
            "Orlen;31;-;4",
            "Upper Hald      1 031",
        ] {
            assert!(is_plain_row(line, || ""), "{line}");
        }
        assert!(is_plain_row("Town   Killed", || "Orlen   31"));
        for line in [
            "Dead: 192  Injured: 4,877  Hospitalised: 542",
            "The army killed 1,234,567 ants",
            "It  was  a dark night",
            "Orlen, 31, 12",
            "1,234,567",
            "Town   Killed",
        ] {
            assert!(!is_plain_row(line, || "Nothing of the kind"), "{line}");
        }
    }
}
