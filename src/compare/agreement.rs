//! How counts of several articles stand to one another: agree, compatible or differ, and the range they span.

use super::arithmetic::Interval;
use crate::letters::lower_case;
use crate::model::{Count, Qualifier, Verdict};

/// How `counts`, one for each article, stand to one another.
///
/// They agree if all state the same, are compatible if one number could satisfy all of them, and differ otherwise; then
/// at least two cannot both hold. So lower bounds never contradict a higher figure. Linear in the number of counts.
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
    match common {
        Some(_) => Verdict::Compatible,
        None => Verdict::Differ,
    }
}

/// Whether two counts state the same: the same numbers, whatever the qualifier ("745" and "about 745"); the same word
/// where there is no number.
pub fn state_the_same(one: &Count, other: &Count) -> bool {
    match (has_number(one), has_number(other)) {
        (true, true) => (one.low, one.high) == (other.low, other.high),
        (false, false) => {
            let unknown = one.qualifier == Qualifier::Unknown;
            one.qualifier == other.qualifier && (unknown || word(one) == word(other))
        }
        _ => false,
    }
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
    let mut numbers: Vec<&Count> = counts.to_vec();
    if numbers.iter().any(|count| has_number(count)) {
        numbers.retain(|count| has_number(count));
    }
    numbers.retain(|count| count.low.is_some() || count.high.is_some());
    let lows: Option<Vec<u64>> = numbers.iter().map(|count| count.low).collect();
    let highs: Option<Vec<u64>> = numbers.iter().map(|count| count.high).collect();
    let low = lows.and_then(|lows| lows.into_iter().min());
    let high = highs.and_then(|highs| highs.into_iter().max());
    (low, high)
}

/// The printed words that stand for an amount, in lower case, without a closing "of".
fn word(count: &Count) -> String {
    let words = lower_case(count.text.trim());
    words.strip_suffix(" of").unwrap_or(&words).to_owned()
}
