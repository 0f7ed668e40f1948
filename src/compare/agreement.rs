//! How counts of several articles stand to one another: agree, compatible or differ, and the range they span.

use super::arithmetic::{Interval, unit};
use crate::letters::lower_case;
use crate::model::{Count, Qualifier, Range, Verdict};

/// How `counts`, one for each article, stand to one another.
///
/// They agree if all state the same in the same way; drift in wording if all print the same number; stand at different
/// levels if one number could satisfy all of them and yet a lower bound lies well below another figure; are compatible
/// if one number could satisfy all of them; and differ otherwise: then at least two cannot both hold. So lower bounds
/// never contradict a higher figure. Linear in the number of counts.
pub fn verdict(counts: &[&Count]) -> Verdict {
    let Some((first, rest)) = counts.split_first().filter(|(_, rest)| !rest.is_empty()) else {
        return Verdict::Single;
    };
    if rest.iter().all(|other| state_the_same(first, other)) {
        return Verdict::Agree;
    }
    let common = (counts.iter()).try_fold(Interval::ANY, |so_far, count| {
        so_far.common(Interval::of(count))
    });
    let number = printed_number(first);
    match common {
        None => Verdict::Differ,
        _ if number.is_some() && rest.iter().all(|other| printed_number(other) == number) => {
            Verdict::WordingDrift
        }
        _ if levels(counts).is_some() => Verdict::LaterCount,
        _ => Verdict::Compatible,
    }
}

/// Whether two counts state the same in the same way: the same numbers under the same qualifier; the same word where
/// there is no number.
fn state_the_same(one: &Count, other: &Count) -> bool {
    let numbered = has_number(one);
    let unknown = one.qualifier == Qualifier::Unknown;
    one.qualifier == other.qualifier
        && numbered == has_number(other)
        && match numbered {
            true => (one.low, one.high) == (other.low, other.high),
            false => unknown || word(one) == word(other),
        }
}

/// The one number that a count prints; `None` for a range, a word, and what is unknown.
pub fn printed_number(count: &Count) -> Option<u64> {
    match (count.low, count.high) {
        _ if !has_number(count) => None,
        (Some(low), Some(high)) => (low == high).then_some(low),
        (low, high) => low.or(high),
    }
}

/// The lowest of the lower bounds and the highest of the figures above it, where these are levels of their own: another
/// lower bound, or a number at least one unit of the bound's last significant digit above it. "More than 1,000" beside
/// 1,018 says the same level in a rounder number.
pub fn levels(counts: &[&Count]) -> Option<(u64, u64)> {
    let bounds = || {
        counts
            .iter()
            .filter(|count| has_number(count) && count.high.is_none())
    };
    let low = bounds().filter_map(|count| count.low).min()?;
    let level = (counts.iter()).filter(|count| is_level(count, low));
    let high = level.filter_map(|count| count.low).max()?;
    (high > low).then_some((low, high))
}

/// Whether `count` is a level beside the lower bound `low`: a lower bound itself, or a number well above it.
pub fn is_level(count: &Count, low: u64) -> bool {
    let above = |number: u64| number >= low.saturating_add(unit(low));
    has_number(count) && (count.high.is_none() || count.low.is_some_and(above))
}

/// Whether words with this qualifier and these ends print a number that can be compared: not a vague word, not unknown,
/// not beyond range.
pub fn prints_number(qualifier: Qualifier, low: Option<u64>, high: Option<u64>) -> bool {
    !matches!(qualifier, Qualifier::Vague | Qualifier::Unknown) && (low.is_some() || high.is_some())
}

fn has_number(count: &Count) -> bool {
    prints_number(count.qualifier, count.low, count.high)
}

/// Lowest and highest of the numbers that `counts` print; an end that one of them leaves open is `None`.
///
/// A vague word enters with its floor only where no count prints a number: beside 45, "dozens" widens nothing.
pub fn range(counts: &[&Count]) -> (Option<u64>, Option<u64>) {
    let any_number = counts.iter().any(|count| has_number(count));
    let mut ends: Option<(Option<u64>, Option<u64>)> = None;
    for count in counts {
        let (low, high) = (count.low, count.high);
        if (any_number && !has_number(count)) || low.or(high).is_none() {
            continue;
        }
        ends = Some(match ends {
            None => (low, high),
            Some((lowest, highest)) => (
                lowest.zip(low).map(|(one, other)| one.min(other)),
                highest.zip(high).map(|(one, other)| one.max(other)),
            ),
        });
    }
    ends.unwrap_or_default()
}

/// The printed numbers from the lowest to the highest, with open ends; `None` where no count prints a number.
pub fn printed_range(counts: &[&Count]) -> Option<Range> {
    let mut range: Option<Range> = None;
    for count in counts.iter().filter(|count| has_number(count)) {
        let end = count.low.or(count.high)?;
        let range = range.get_or_insert(Range {
            low: end,
            high: end,
            open_below: false,
            open_above: false,
        });
        for end in [count.low, count.high].into_iter().flatten() {
            range.low = range.low.min(end);
            range.high = range.high.max(end);
        }
        range.open_below |= count.low.is_none();
        range.open_above |= count.high.is_none();
    }
    range
}

/// The printed words that stand for an amount, in lower case, without a closing "of".
fn word(count: &Count) -> String {
    let words = lower_case(count.text.trim());
    words.strip_suffix(" of").unwrap_or(&words).to_owned()
}
