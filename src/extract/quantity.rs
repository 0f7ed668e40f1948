//! Bounds, approximators, ranges and vague words around a number: tokens to a quantity.

use super::lexicon::{Class, Classes};
use super::number::{Number, Precision, Tail, lower_end, number};
use super::text::{Kind, Token, is_at, on_one_line, token_at};
use crate::model::{Count, LARGEST_COUNT, Qualifier};
use std::ops::Range;

/// A number with the words that bound it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quantity {
    pub(crate) low: Option<u64>,
    pub(crate) high: Option<u64>,
    pub(crate) qualifier: Qualifier,
    /// Index of the first token, bounds included.
    pub(crate) start: usize,
    /// Index of the first token of the number itself.
    pub(crate) number: usize,
    /// Index of the token after the quantity.
    pub(crate) end: usize,
    /// Whether the number is printed in digits.
    pub(crate) digits: bool,
    /// Whether the number has a fraction ("3.5"), which no count of people has.
    pub(crate) fraction: bool,
    /// Whether it is an adjective of people ("27-person").
    pub(crate) adjective: bool,
    /// Whether it is a range of two numbers.
    pub(crate) pair: bool,
}

impl Quantity {
    /// The stated count, with its words.
    pub(crate) fn count(&self, text: &str, tokens: &[Token]) -> Count {
        let (start, end) = (
            token_at(tokens, self.start).start,
            token_at(tokens, self.end - 1).end,
        );
        let words = text.get(start..end).unwrap_or_default();
        Count {
            low: self.low,
            high: self.high,
            qualifier: self.qualifier,
            text: tidy(words),
        }
    }
    /// Whether exactly one person is counted.
    pub(crate) fn is_one(&self) -> bool {
        self.low == Some(1) && self.high == Some(1)
    }
}

/// Printed words on one line, without a footnote mark.
fn tidy(words: &str) -> String {
    let words = super::unlikely::without_footnote(words);
    let line = on_one_line(words);
    if line.as_bytes().contains(&b',') {
        let mut comma = false;
        let joined = |sign: &char| !(std::mem::replace(&mut comma, *sign == ',') && *sign == ' ');
        line.chars().filter(joined).collect()
    } else {
        line
    }
}

/// Reads a quantity that starts at `at`, bounds included.
pub(crate) fn quantity(text: &str, tokens: &[Token], at: usize) -> Option<Quantity> {
    let first = tokens.get(at).filter(|first| opens_quantity(first))?;
    // No sign opens one apart from its number: "> Killed" is a quotation's.
    if matches!(first.kind, Kind::Sign(_)) && tokens.get(at + 1).is_none_or(|next| next.spaced) {
        return None;
    }
    read(text, tokens, at)
}

/// Whether a quantity may start with a word. Most words open none.
pub(crate) fn opens_quantity(token: &Token) -> bool {
    token.entry.classes.meets(OPENING) || token.hyphened
}

/// Words that open a quantity: numbers, bounds, "between", "a".
const OPENING: Classes = Classes::of(&[
    Class::Digits,
    Class::Glued,
    Class::Number,
    Class::Bound,
    Class::Between,
    Class::Indefinite,
]);

fn read(text: &str, tokens: &[Token], at: usize) -> Option<Quantity> {
    if let Some(range) = between(text, tokens, at) {
        return Some(range);
    }
    let mut next = at;
    let mut bound = None;
    while let Some(qualifier) = tokens.get(next).and_then(|token| token.entry.bound_before) {
        if bound.is_none() || bound == Some(Qualifier::Exact) {
            bound = Some(qualifier);
        }
        next += 1;
        // "all the 40": an article may stand between "all" and its number.
        let article = bound == Some(Qualifier::Exact)
            && is_at(tokens, next, Class::Determiner)
            && number(text, tokens, next + 1).is_some();
        next += usize::from(article);
    }
    let first = number(text, tokens, next)?;
    // "from 600 to 1,000" and "rose by 12 to 27" are revisions and no ranges.
    let before = |by: usize, class: Class| {
        next.checked_sub(by)
            .is_some_and(|at| is_at(tokens, at, class))
    };
    let revised = before(1, Class::From) || before(1, Class::By) && before(2, Class::Rise);
    let dated = revised || is_dated_year(tokens, at, &first);
    if let Some(second) = upper_end(text, tokens, &first).filter(|_| !dated) {
        return range(text, tokens, at..next, &first, &second, bound);
    }
    if let Some(second) = possible_end(text, tokens, &first, bound.is_some()) {
        let mut found = range(text, tokens, at..next, &first, &second, None)?;
        found.end += usize::from(
            tokens
                .get(second.end)
                .is_some_and(|close| close.is_sign(',')),
        );
        return Some(found);
    }
    let (after, end) = bound_after(text, tokens, &first);
    Some(assemble(at, next, end, &first, bound, after))
}

/// The second number of "at least 40 and possibly as many as 60", "ten, possibly 11, people".
/// `bounded` = the first has a bound of its own, which "perhaps 60" does not undo.
fn possible_end(text: &str, tokens: &[Token], first: &Number, bounded: bool) -> Option<Number> {
    let [joint, possibly, most, ..] = tokens.get(first.end..)? else {
        return None;
    };
    if !(joint.is(Class::And) || joint.is_sign(',')) || !possibly.is(Class::Possible) {
        return None;
    }
    let bound = most.entry.bound_before == Some(Qualifier::AtMost);
    if bounded && !bound {
        return None;
    }
    let second = number(text, tokens, first.end + 2 + usize::from(bound))?;
    (first.precision != Precision::Vague && first.value < second.value).then_some(second)
}

/// "between 40 and 60".
fn between(text: &str, tokens: &[Token], at: usize) -> Option<Quantity> {
    if !tokens.get(at)?.is(Class::Between) {
        return None;
    }
    let first = number(text, tokens, at + 1)?;
    let joint = tokens.get(first.end)?;
    if !joint.is(Class::And) && !joint.is(Class::To) {
        return None;
    }
    let second = number(text, tokens, first.end + 1)?;
    range(text, tokens, at..at + 1, &first, &second, None)
}

/// "the toll since October 2023 to 54,321": whether the number at `at` is the year of a date.
fn is_dated_year(tokens: &[Token], at: usize, number: &Number) -> bool {
    let year = number.digits
        && number
            .value
            .is_some_and(|year| (1900..2100).contains(&year));
    let before = (at.checked_sub(1)).map(|before| token_at(tokens, before));
    year && before.is_some_and(|token| token.is(Class::MonthName) || token.is(Class::Since))
}

/// The second number of "20-30", "20 to 30", "seven or eight".
fn upper_end(text: &str, tokens: &[Token], first: &Number) -> Option<Number> {
    let joint = tokens.get(first.end)?;
    let next = tokens.get(first.end + 1)?;
    let dash = matches!(
        joint.kind,
        Kind::Sign('-' | '\u{2013}' | '\u{2212}' | '\u{2010}' | '\u{2011}')
    ) && joint.spaced == next.spaced
        && first.digits;
    let word = joint.is(Class::To) || joint.is(Class::Alternative);
    if !(dash || word) {
        return None;
    }
    let second = number(text, tokens, first.end + 1)?;
    let (low, high) = (lower_end(text, tokens, first, &second)?, second.value?);
    if first.fraction && Some(low) == first.value {
        return None;
    }
    let exact = first.precision != Precision::Vague && second.precision != Precision::Vague;
    // A slash or a hyphen also joins scores, dates and route numbers: a range rises, and not a hundredfold.
    (exact && low < high && high <= low.saturating_mul(100)).then_some(second)
}

fn range(
    text: &str,
    tokens: &[Token],
    opening: Range<usize>,
    first: &Number,
    second: &Number,
    bound: Option<Qualifier>,
) -> Option<Quantity> {
    let (low, high) = (lower_end(text, tokens, first, second)?, second.value?);
    if low > high {
        return None;
    }
    // "at least 20 to 30": the lower end is all that is sure.
    let (high, qualifier) = match bound {
        Some(bound @ (Qualifier::AtLeast | Qualifier::MoreThan)) => (None, bound),
        _ => (Some(high), Qualifier::Range),
    };
    Some(Quantity {
        low: Some(low),
        high,
        qualifier,
        start: opening.start,
        number: opening.end,
        end: second.end,
        digits: first.digits,
        fraction: false,
        adjective: false,
        pair: true,
    })
}

/// The bound behind a number ("or more", "or so", "+"), and the index after it.
fn bound_after(text: &str, tokens: &[Token], number: &Number) -> (Option<Qualifier>, usize) {
    match number.tail {
        Tail::Plus => return (Some(Qualifier::AtLeast), number.end),
        Tail::Odd => return (Some(Qualifier::About), number.end),
        Tail::None | Tail::Person => {}
    }
    bound_behind(text, tokens, number.end).unwrap_or((None, number.end))
}

/// The bound at `at`, behind a number or its noun, and the index after it: "or more", ", and perhaps more".
pub(crate) fn bound_behind(
    text: &str,
    tokens: &[Token],
    at: usize,
) -> Option<(Option<Qualifier>, usize)> {
    let comma = tokens.get(at)?.is_sign(',');
    let at = at + usize::from(comma);
    let token = tokens.get(at)?;
    let qualifier = token.entry.bound_after?;
    // "40 at least" bounds 40; "12 killed at least 3" and "12, at least 3" do not: a number must not follow.
    let bounds_next = number(text, tokens, at + 1).is_some();
    // "12, plus his wife"
    let several = token.text(text).contains(char::is_whitespace);
    let bounds = !bounds_next && !token.is(Class::And) && (several || !comma);
    let closed = comma && tokens.get(at + 1).is_some_and(|next| next.is_sign(','));
    bounds.then_some((Some(qualifier), at + 1 + usize::from(closed)))
}

fn assemble(
    start: usize,
    at: usize,
    end: usize,
    number: &Number,
    before: Option<Qualifier>,
    after: Option<Qualifier>,
) -> Quantity {
    let bound = before.filter(|&bound| bound != Qualifier::Exact).or(after);
    let value = number.value;
    let (low, high, qualifier) = match (number.precision, bound) {
        (Precision::Vague, _) => (value, None, Qualifier::Vague),
        (_, Some(Qualifier::AtLeast)) => (value, None, Qualifier::AtLeast),
        (_, Some(Qualifier::MoreThan)) => (value, None, Qualifier::MoreThan),
        (_, Some(Qualifier::AtMost)) => (None, value, Qualifier::AtMost),
        (_, Some(Qualifier::FewerThan)) => (None, value, Qualifier::FewerThan),
        (_, Some(Qualifier::Nearly)) => (None, value, Qualifier::Nearly),
        (_, Some(Qualifier::About)) | (Precision::Rounded, _) => (value, value, Qualifier::About),
        _ => (value, value, Qualifier::Exact),
    };
    Quantity {
        low: low.filter(|&low| low <= LARGEST_COUNT),
        high,
        qualifier,
        start,
        number: at,
        end,
        digits: number.digits,
        fraction: number.fraction,
        adjective: number.tail == Tail::Person,
        pair: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::text::{Block, BlockKind, tokens};

    fn read(text: &str) -> Option<(Option<u64>, Option<u64>, Qualifier)> {
        let mut out = Vec::new();
        tokens(
            text,
            Block {
                start: 0,
                end: text.len(),
                kind: BlockKind::Body,
            },
            &mut out,
        );
        quantity(text, &out, 0).map(|found| (found.low, found.high, found.qualifier))
    }

    #[test]
    fn bounds_before_and_after() {
        assert_eq!(
            read("at least 14"),
            Some((Some(14), None, Qualifier::AtLeast))
        );
        assert_eq!(
            read("more than 1,000"),
            Some((Some(1000), None, Qualifier::MoreThan))
        );
        assert_eq!(
            read("as many as 60"),
            Some((None, Some(60), Qualifier::AtMost))
        );
        assert_eq!(
            read("nearly 300"),
            Some((None, Some(300), Qualifier::Nearly))
        );
        assert_eq!(
            read("some 300"),
            Some((Some(300), Some(300), Qualifier::About))
        );
        assert_eq!(
            read("40 at least"),
            Some((Some(40), None, Qualifier::AtLeast))
        );
        assert_eq!(read("300+"), Some((Some(300), None, Qualifier::AtLeast)));
        assert_eq!(
            read("200-odd"),
            Some((Some(200), Some(200), Qualifier::About))
        );
    }

    #[test]
    fn ranges_rise() {
        assert_eq!(read("20-30"), Some((Some(20), Some(30), Qualifier::Range)));
        assert_eq!(
            read("between 40 and 60"),
            Some((Some(40), Some(60), Qualifier::Range))
        );
        assert_eq!(
            read("seven or eight"),
            Some((Some(7), Some(8), Qualifier::Range))
        );
        assert_eq!(read("3-0"), Some((Some(3), Some(3), Qualifier::Exact)));
    }
}
