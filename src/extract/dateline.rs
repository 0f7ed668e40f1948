//! When an article says that it was written: the date of its dateline, or the one beside a word like "Published".

use super::lexicon::{Class, look_up};
use crate::letters::{is_letter_or_digit, is_small, lower_case};
use crate::model::{Date, Dateline};
use std::ops::Range;

/// So many lines at the top may hold the date; further down a date is part of what is told.
const LINES: usize = 8;

/// A line with more words than these is no line of its own for a date.
const SHORT: usize = 12;

/// The names of the months in their order, as far as they tell one from another.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// What ends a dateline.
const DASHES: [char; 3] = ['-', '–', '—'];

/// Words that stand before the day of publication.
const LABELS: [&str; 7] = [
    "published",
    "updated",
    "posted",
    "date",
    "dated",
    "modified",
    "on",
];

/// The date that `text` gives for itself; `None` where it gives none, or none that can be told for sure.
///
/// Looked at are the first lines: "KABUL, March 9 (Wire) -", a line that is a date, and a date behind "Published" and the
/// like. Of 03/09/2025 nobody knows which is the month, so it is no date; 25/09/2025 is one.
pub fn dateline(text: &str) -> Option<Dateline> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let line = (lines.by_ref().take(LINES)).find_map(|line| {
        let words = words(line);
        let (at, date) = (0..words.len()).find_map(|at| Some((at, date_at(line, &words, at)?)))?;
        let stands = is_dateline(line, &words, at, date.1);
        stands.then(|| (line, date.0, words[at].start..words[at + date.1 - 1].end))
    });
    let (line, date, span) = line?;
    let start = line.as_ptr() as usize - text.as_ptr() as usize;
    Some(Dateline {
        date,
        start: start + span.start,
        end: start + span.end,
    })
}

/// The date that `written` says, as a user types it: the first one in it.
pub fn parse_date(written: &str) -> Option<Date> {
    let words = words(written);
    (0..words.len()).find_map(|at| date_at(written, &words, at).map(|(date, _)| date))
}

/// Where the words of a line stand: letters and digits, with what joins the parts of a number.
fn words(line: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, c) in line.char_indices() {
        let joins = matches!(c, '-' | '/' | '.')
            && is_digit(line, at + 1)
            && at > 0
            && is_digit(line, at - 1);
        match words.last_mut() {
            Some(last) if (joins || is_letter_or_digit(c)) && last.end == at => {
                last.end += c.len_utf8()
            }
            _ if is_letter_or_digit(c) => words.push(at..at + c.len_utf8()),
            _ => {}
        }
    }
    words
}

fn is_digit(line: &str, at: usize) -> bool {
    line.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
}

/// The date that begins with the word at `at`, and of how many words it is.
fn date_at(line: &str, words: &[Range<usize>], at: usize) -> Option<(Date, usize)> {
    let word = |at: usize| line.get(words.get(at)?.clone());
    let year = |at: usize| {
        word(at)
            .filter(|word| word.len() == 4)?
            .parse::<u16>()
            .ok()
            .filter(|year| *year >= 1000)
    };
    let first = word(at)?;
    let has_digit = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    // Most words stand beside no number: they need not be looked up.
    if !has_digit(first) && !word(at + 1).is_some_and(has_digit) {
        return None;
    }
    if let Some(date) = in_digits(first) {
        return Some((date, 1));
    }
    let (month, day) = match (month(first), day(first)) {
        (Some(month), _) => (month, day(word(at + 1)?)?),
        (_, Some(day)) => (month(word(at + 1)?)?, day),
        _ => return None,
    };
    let year = year(at + 2);
    let len = if year.is_some() { 3 } else { 2 };
    Some((date(year, month, day)?, len))
}

/// "2025-03-09", and "25/03/2025" where one number can be no month or both are the same.
fn in_digits(word: &str) -> Option<Date> {
    // "2025-03-09T14": an hour behind it.
    let day = word.split('T').next()?;
    let mut parts = day.split(['-', '/', '.']);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let small = |part: &str| part.parse::<u8>().ok().filter(|_| part.len() <= 2);
    let year = |part: &str| {
        part.parse::<u16>()
            .ok()
            .filter(|year| part.len() == 4 && *year >= 1000)
    };
    if let Some(year) = year(a) {
        return date(Some(year), small(b)?, small(c)?);
    }
    let (one, other, year) = (small(a)?, small(b)?, year(c)?);
    match (one > 12, other > 12) {
        (true, false) => date(Some(year), other, one),
        (false, true) => date(Some(year), one, other),
        _ if one == other => date(Some(year), one, other),
        _ => None,
    }
}

fn month(word: &str) -> Option<u8> {
    let lower = lower_case(word);
    let known = look_up(&lower).classes.has(Class::MonthName);
    let at = MONTHS
        .iter()
        .position(|month| known && lower.starts_with(month))?;
    u8::try_from(at + 1).ok()
}

/// "9", "09", "9th".
fn day(word: &str) -> Option<u8> {
    let bare = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| word.strip_suffix(end));
    let digits = bare.unwrap_or(word);
    digits.parse().ok().filter(|_| digits.len() <= 2)
}

fn date(year: Option<u16>, month: u8, day: u8) -> Option<Date> {
    let leap = year.is_none_or(|year| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    (1..=days)
        .contains(&day)
        .then_some(Date { year, month, day })
}

/// Whether the date of `len` words at `at` is the line's own: alone or behind a label in a short line, with a year in a
/// line that names the author, or before a dash, at the start or behind a place in capitals.
fn is_dateline(line: &str, words: &[Range<usize>], at: usize, len: usize) -> bool {
    let texts = |range: Range<usize>| {
        (words.get(range).into_iter().flatten()).filter_map(|word| line.get(word.clone()))
    };
    let label = |word: &str| {
        let lower = lower_case(word);
        LABELS.contains(&lower.as_str()) || look_up(&lower).classes.has(Class::Weekday)
    };
    let is_short = words.len() <= SHORT;
    if is_short && texts(0..at).all(label) && !line.trim_end().ends_with(['!', '?']) {
        return true;
    }
    let with_year = texts(at..at + len)
        .next_back()
        .is_some_and(|last| last.len() == 4)
        || len == 1;
    if is_short && with_year && texts(0..1).any(|word| word.eq_ignore_ascii_case("by")) {
        return true;
    }
    let place =
        at == 0 || texts(0..1).all(|word| word.chars().count() > 1 && !word.contains(is_small));
    let Some(end) = words.get(at + len - 1).map(|word| word.end) else {
        return false;
    };
    // The dash that ends a dateline stands right behind the date, or behind the agency in brackets.
    let dash = |part: &str| part.trim_start().starts_with(|c| DASHES.contains(&c));
    let behind = line
        .get(end..)
        .unwrap_or_default()
        .trim_start_matches([',', '.', ' ']);
    let after_agency = behind
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'));
    place
        && at <= SHORT
        && (dash(behind)
            || after_agency.is_some_and(|(_, rest)| dash(rest))
            || after_place(line, words, at))
}

/// Whether a dash stands between the place and the date: "KABUL – March 9".
fn after_place(line: &str, words: &[Range<usize>], at: usize) -> bool {
    let between = at
        .checked_sub(1)
        .and_then(|before| line.get(words.get(before)?.end..words.get(at)?.start));
    between.is_some_and(|between| between.contains(|c| DASHES.contains(&c)))
}
