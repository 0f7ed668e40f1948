//! Every written form of a number: digits in the world's separator styles, words, rounded and vague words.

use super::lexicon::{Class, Entry, Glued, HYPHENS, NumberKind, glued, look_up, seen};
use super::text::{Kind, Token, digit, is_at, token_at};
use crate::letters::is_letter;
use crate::model::LARGEST_COUNT;

/// How far the words of a number can be trusted to the unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Precision {
    /// "745", "forty-one".
    Exact,
    /// "a hundred", "two dozen".
    Rounded,
    /// "dozens", "several": the value is only a floor.
    Vague,
}

/// A number as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    /// Its value; `None` where it is too large to be one ([`LARGEST_COUNT`]) or not whole.
    pub(crate) value: Option<u64>,
    pub(crate) precision: Precision,
    /// Index of the token after it.
    pub(crate) end: usize,
    /// Whether it is printed in digits.
    pub(crate) digits: bool,
    /// Whether it has a fraction that no scale word made whole.
    pub(crate) fraction: bool,
    /// What stands glued behind the digits: "-plus", "-odd", "+"; empty otherwise.
    pub(crate) tail: Tail,
}

/// A bound glued to digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tail {
    None,
    Plus,
    Odd,
    /// "27-person", "40-strong": counts people and is an adjective.
    Person,
}

/// Reads a number that starts at `at`.
pub(crate) fn number(text: &str, tokens: &[Token], at: usize) -> Option<Number> {
    let mut found = once(text, tokens, at)?;
    // "forty (40)"
    if is_at_sign(tokens, found.end, '(')
        && let Some(again) = once(text, tokens, found.end + 1)
        && again.value == found.value
        && is_at_sign(tokens, again.end, ')')
    {
        found.end = again.end + 1;
    }
    Some(found)
}

/// "2 to 3 million", "10-15,000": the value of `first` where the scale of `second` belongs to both.
pub(crate) fn lower_end(
    text: &str,
    tokens: &[Token],
    first: &Number,
    second: &Number,
) -> Option<u64> {
    let plain = first.value;
    let scale_of = |number: &Number| {
        let token = tokens.get(number.end.checked_sub(1)?)?;
        match (token.entry.number, glued(glued_part(token.text(text)))) {
            (Some((NumberKind::Hundred | NumberKind::Scale, scale)), _) => Some(scale),
            (_, Some(Glued::Times(scale))) => Some(scale),
            _ => None,
        }
    };
    let high = second.value?;
    // Nobody counts from ten to fifteen thousand.
    let far = plain.is_some_and(|low| low < high / 100) && high % 1000 == 0;
    let thousands = || (second.digits && far).then_some(1000);
    let scale = match scale_of(first) {
        Some(_) => return plain,
        None => scale_of(second).or_else(thousands),
    };
    let Some(scale) = scale else { return plain };
    let decimal = (first.end.checked_sub(1))
        .filter(|_| first.digits)
        .and_then(|at| parse(token_at(tokens, at).text(text)));
    let scaled = match decimal {
        Some(decimal) => decimal.times(scale),
        None => plain.and_then(|low| low.checked_mul(scale)),
    };
    scaled.filter(|&low| low < high).or(plain)
}

/// Whether the token at `at` is this sign.
fn is_at_sign(tokens: &[Token], at: usize, sign: char) -> bool {
    tokens.get(at).is_some_and(|token| token.is_sign(sign))
}

/// A number that is not told a second time behind it.
fn once(text: &str, tokens: &[Token], at: usize) -> Option<Number> {
    match tokens.get(at)?.kind {
        Kind::Digits => digits(text, tokens, at),
        Kind::Compound => compound(token_at(tokens, at).text(text), at),
        Kind::Word => words(text, tokens, at),
        _ => None,
    }
}

/// A decimal number as whole part, fraction digits and their number.
#[derive(Clone, Copy)]
struct Decimal {
    whole: u64,
    fraction: u64,
    places: u32,
}

impl Decimal {
    /// The value times `scale` where that is whole and not too large.
    fn times(self, scale: u64) -> Option<u64> {
        let power = 10u64.checked_pow(self.places)?;
        let fraction = self.fraction.checked_mul(scale)?;
        if fraction % power != 0 {
            return None;
        }
        self.whole
            .checked_mul(scale)?
            .checked_add(fraction / power)
            .filter(|&value| value <= LARGEST_COUNT)
    }
}

fn digits(text: &str, tokens: &[Token], at: usize) -> Option<Number> {
    let mut end = at + 1;
    let printed = token_at(tokens, at).text(text);
    let mut value = match printed.len() {
        0..=24 => parse(printed),
        _ => None,
    };
    while let Some(group) = spaced_group(text, tokens, end, printed) {
        value = value
            .and_then(|value| value.times(1000))
            .and_then(|value| value.checked_add(group))
            .map(|whole| Decimal {
                whole,
                fraction: 0,
                places: 0,
            });
        end += 1;
    }
    let Some(decimal) = value else {
        return Some(Number {
            value: None,
            precision: Precision::Exact,
            end,
            digits: true,
            fraction: false,
            tail: Tail::None,
        });
    };
    let (scale, end) = scale_after(tokens, end);
    let tail = if scale == 1
        && tokens
            .get(end)
            .is_some_and(|next| next.is_sign('+') && !next.spaced)
    {
        Tail::Plus
    } else {
        Tail::None
    };
    Some(Number {
        value: decimal.times(scale),
        precision: Precision::Exact,
        end: end + usize::from(tail == Tail::Plus),
        digits: true,
        fraction: decimal.places > 0 && scale == 1,
        tail,
    })
}

/// A further group of three digits after a blank: "1 246".
fn spaced_group(text: &str, tokens: &[Token], at: usize, first: &str) -> Option<u64> {
    let (before, token) = (tokens.get(at.checked_sub(1)?)?, tokens.get(at)?);
    let group = token.text(text);
    let plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let gap = text.get(before.end..token.start)?.trim_matches('\u{200b}');
    let blank = matches!(gap, " " | "\u{a0}" | "\u{202f}" | "\u{2009}");
    (token.kind == Kind::Digits
        && blank
        && first.len() <= 3
        && !first.starts_with('0')
        && plain(first)
        && group.len() == 3
        && plain(group))
    .then(|| group.parse().ok())
    .flatten()
}

/// The product of the scale words that follow a number, and the index after them.
fn scale_after(tokens: &[Token], at: usize) -> (u64, usize) {
    let (mut scale, mut end) = (1u64, at);
    while let Some(token) = tokens.get(end).filter(|token| token.kind == Kind::Word) {
        let factor = match token.entry.number {
            Some((NumberKind::Hundred | NumberKind::Scale | NumberKind::Dozen, value))
                if token.text_len() > 1 =>
            {
                value
            }
            _ => break,
        };
        let Some(next) = scale
            .checked_mul(factor)
            .filter(|&next| next <= LARGEST_COUNT)
        else {
            break;
        };
        (scale, end) = (next, end + 1);
    }
    (scale, end)
}

/// Parses digits with separators: thousands in any style, a decimal fraction otherwise.
fn parse(printed: &str) -> Option<Decimal> {
    let mut groups: [(u64, u32); 10] = [(0, 0); 10];
    let (mut count, mut separators, mut last) = (1usize, 0usize, ' ');
    let mut mixed = false;
    for c in printed.chars() {
        if c.is_whitespace() {
            continue;
        }
        if let Some(value) = digit(c) {
            let group = groups.get_mut(count - 1)?;
            *group = (
                group.0.checked_mul(10)?.checked_add(u64::from(value))?,
                group.1 + 1,
            );
        } else if c == '[' {
            break;
        } else {
            mixed |= separators > 0 && c != last;
            (separators, last, count) = (separators + 1, c, count + 1);
        }
    }
    let groups = groups.get(..count)?;
    let decimal_sign = matches!(last, '.' | ',' | '\u{66b}');
    if separators == 0 || (!mixed && is_grouped(groups)) {
        return join(groups).map(|whole| Decimal {
            whole,
            fraction: 0,
            places: 0,
        });
    }
    let (whole, fraction) = groups.split_at(count - 1);
    (decimal_sign && (whole.len() == 1 || is_grouped(whole)) && fraction[0].1 <= 6)
        .then(|| {
            join(whole).map(|whole| Decimal {
                whole,
                fraction: fraction[0].0,
                places: fraction[0].1,
            })
        })
        .flatten()
}

/// Whether the groups are thousands (1,246,000) or Indian hundreds (1,25,000).
fn is_grouped(groups: &[(u64, u32)]) -> bool {
    let [first, middle @ .., last] = groups else {
        return false;
    };
    let western = (1..=3).contains(&first.1) && middle.iter().all(|group| group.1 == 3);
    let indian =
        (1..=2).contains(&first.1) && !middle.is_empty() && middle.iter().all(|group| group.1 == 2);
    last.1 == 3 && (western || indian)
}

fn join(groups: &[(u64, u32)]) -> Option<u64> {
    groups
        .iter()
        .try_fold(0u64, |value, &(group, width)| {
            value
                .checked_mul(10u64.checked_pow(width)?)?
                .checked_add(group)
        })
        .filter(|&value| value <= LARGEST_COUNT)
}

/// Digits with letters glued on: "20k", "50-plus", "27-person". Ages, measures and ordinals are no numbers here.
fn compound(printed: &str, at: usize) -> Option<Number> {
    let back = glued_part(printed);
    let front = printed.get(..printed.len() - back.len())?;
    let decimal = parse(front.trim_end_matches(HYPHENS))?;
    let (scale, tail) = match glued(back)? {
        Glued::Times(factor) => (factor, Tail::None),
        Glued::Plus => (1, Tail::Plus),
        Glued::Odd => (1, Tail::Odd),
        Glued::Person => (1, Tail::Person),
        Glued::Ordinal | Glued::Decade => return None,
    };
    Some(Number {
        value: decimal.times(scale),
        precision: Precision::Exact,
        end: at + 1,
        digits: true,
        fraction: false,
        tail,
    })
}

/// The letters glued to digits, without the hyphen before them.
pub(crate) fn glued_part(printed: &str) -> &str {
    let letters = printed.find(|c: char| is_letter(c) || HYPHENS.contains(&c));
    let back = letters.and_then(|at| printed.get(at..)).unwrap_or_default();
    back.trim_start_matches(HYPHENS)
}

/// The running value of a number in words.
#[derive(Clone, Copy, Default)]
struct Sum {
    /// What is closed by a scale word.
    done: u64,
    /// What a next scale word multiplies.
    open: u64,
    /// The largest value that may still be added to `open`.
    room: u64,
}

impl Sum {
    fn add(&mut self, kind: NumberKind, value: u64) -> Option<()> {
        match kind {
            NumberKind::Unit | NumberKind::Tens if value < self.room => {
                self.open = self.open.checked_add(value)?;
                self.room = if kind == NumberKind::Tens { 10 } else { 0 };
            }
            NumberKind::Hundred if (1..100).contains(&self.open) => {
                self.open = self.open.checked_mul(value)?;
                self.room = 100;
            }
            NumberKind::Scale | NumberKind::Dozen if self.open > 0 => {
                self.done = self.done.checked_add(self.open.checked_mul(value)?)?;
                self.open = 0;
                self.room = if kind == NumberKind::Scale { 1000 } else { 0 };
            }
            _ => return None,
        }
        (self.done.checked_add(self.open)? <= LARGEST_COUNT).then_some(())
    }
}

/// The number parts of a word token: one, or several where hyphens join them ("twenty-three").
fn parts(
    text: &str,
    token: &Token,
    each: &mut dyn FnMut(NumberKind, u64) -> Option<()>,
) -> Option<()> {
    if let Some((kind, value)) = token.entry.number {
        return each(kind, value);
    }
    let printed = token.text(text);
    if !token.hyphened || printed.len() > 40 {
        return None;
    }
    for part in seen(printed).to_ascii_lowercase().split('-') {
        let entry = look_up(part.trim());
        if entry.is(Class::NumberJoint) || tail_of(part) != Tail::None {
            continue;
        }
        let (kind, value) = entry.number?;
        each(kind, value)?;
    }
    Some(())
}

/// A number in words that starts at `at`.
fn words(text: &str, tokens: &[Token], at: usize) -> Option<Number> {
    let token = token_at(tokens, at);
    let entry = token.entry;
    match entry.number {
        Some((NumberKind::Ordinal, _)) => return None,
        Some((NumberKind::Vague, floor)) => return Some(vague(tokens, at, floor)),
        Some((NumberKind::Couple, value)) => {
            // "a couple of hundred"
            let (scale, end) = scale_after(tokens, at + 1);
            return Some(rounded(value.checked_mul(scale)?, end));
        }
        Some((NumberKind::Dozen, value)) if value == 12 => return Some(rounded(value, at + 1)),
        Some((NumberKind::Dozen | NumberKind::Hundred | NumberKind::Scale, _)) => return None,
        _ => {}
    }
    let article = token.is(Class::Indefinite)
        && tokens
            .get(at + 1)
            .is_some_and(|next| is_multiplier(next.entry));
    // Most words: no number opens with them.
    if entry.number.is_none() && !article && !token.hyphened {
        return None;
    }
    let mut sum = Sum {
        room: 1000,
        ..Sum::default()
    };
    let mut end = at;
    if article {
        sum = Sum {
            open: 1,
            room: 0,
            done: 0,
        };
        end += 1;
    }
    let mut dozens = false;
    while let Some(next) = tokens.get(end) {
        let step = usize::from(
            end > at && next.is(Class::And) && !next.is(Class::Alternative) && sum.room >= 100,
        );
        let Some(word) = tokens
            .get(end + step)
            .filter(|word| word.kind == Kind::Word && !(step > 0 && is_multiplier(word.entry)))
        else {
            break;
        };
        let mut trial = sum;
        if parts(text, word, &mut |kind, value| trial.add(kind, value)).is_none() {
            break;
        }
        dozens |= matches!(word.entry.number, Some((NumberKind::Dozen, 12)));
        (sum, end) = (trial, end + step + 1);
    }
    if end == at {
        return None;
    }
    let mut value = sum.done + sum.open;
    if is_at(tokens, end, Class::AndAHalf) {
        let (scale, after) = scale_after(tokens, end + 1);
        if scale > 1 {
            value = value.checked_mul(scale)?.checked_add(scale / 2)?;
            end = after;
        }
    }
    // "two hundred-odd"
    let last = Some(token_at(tokens, end - 1)).filter(|last| last.hyphened);
    let part = last.and_then(|last| last.text(text).rsplit(HYPHENS).next());
    let tail = part.map_or(Tail::None, tail_of);
    let plain_article = article && end == at + 2;
    let precision = if plain_article || (dozens && value.is_multiple_of(12)) {
        Precision::Rounded
    } else {
        Precision::Exact
    };
    let precision = if dozens && !value.is_multiple_of(12) {
        Precision::Exact
    } else {
        precision
    };
    Some(Number {
        value: Some(value),
        precision,
        end,
        digits: false,
        fraction: false,
        tail,
    })
}

/// What the last part of a number in words says of it: "odd", "plus".
fn tail_of(part: &str) -> Tail {
    match glued(part) {
        Some(Glued::Odd) => Tail::Odd,
        Some(Glued::Plus) => Tail::Plus,
        _ => Tail::None,
    }
}

fn is_multiplier(entry: &Entry) -> bool {
    matches!(
        entry.number,
        Some((
            NumberKind::Hundred | NumberKind::Scale | NumberKind::Dozen,
            _
        ))
    )
}

fn rounded(value: u64, end: usize) -> Number {
    Number {
        value: Some(value),
        precision: Precision::Rounded,
        end,
        digits: false,
        fraction: false,
        tail: Tail::None,
    }
}

/// "dozens", "several hundred", "tens of thousands": the value is the floor. A small vague word before a unit
/// stands for at least two of it.
fn vague(tokens: &[Token], at: usize, floor: u64) -> Number {
    let make = |value: u64, end: usize| Number {
        value: Some(value),
        precision: Precision::Vague,
        end,
        digits: false,
        fraction: false,
        tail: Tail::None,
    };
    let Some(next) = tokens.get(at + 1) else {
        return make(floor, at + 1);
    };
    if is_multiplier(next.entry)
        && let Some((_, unit)) = next.entry.number
    {
        return make(
            unit.saturating_mul(if floor < 10 { 2 } else { floor })
                .min(LARGEST_COUNT),
            at + 2,
        );
    }
    if next.is(Class::Of)
        && let Some((NumberKind::Vague, unit)) =
            tokens.get(at + 2).and_then(|word| word.entry.number)
        && unit >= 1000
        && floor >= 10
    {
        return make(unit.saturating_mul(floor).min(LARGEST_COUNT), at + 3);
    }
    if let Some((NumberKind::Vague, unit)) = next.entry.number
        && unit > floor
        && floor < 10
    {
        return make(unit, at + 2);
    }
    make(floor, at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::text::{Block, BlockKind, tokens};

    fn read(text: &str) -> Option<(Option<u64>, Precision, usize)> {
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
        number(text, &out, 0).map(|number| (number.value, number.precision, number.end))
    }

    fn exact(text: &str) -> Option<u64> {
        read(text)
            .filter(|read| read.1 == Precision::Exact)
            .and_then(|read| read.0)
    }

    #[test]
    fn separators_of_the_world() {
        for text in [
            "1,246",
            "1.246",
            "1246",
            "1 246",
            "1\u{a0}246",
            "1\u{202f}246",
            "1'246",
            "1\u{2019}246",
            "\u{661}\u{662}\u{664}\u{666}",
        ] {
            assert_eq!(exact(text), Some(1246), "{text}");
        }
        assert_eq!(exact("1,25,000"), Some(125_000));
        assert_eq!(exact("2.5 lakh"), Some(250_000));
        assert_eq!(exact("1.4m"), Some(1_400_000));
        assert_eq!(exact("20k"), Some(20_000));
        assert_eq!(exact("3.2 million"), Some(3_200_000));
    }

    #[test]
    fn words_add_up() {
        assert_eq!(exact("twenty-three"), Some(23));
        assert_eq!(exact("one hundred and seven"), Some(107));
        assert_eq!(exact("two hundred forty"), Some(240));
        assert_eq!(exact("four thousand two hundred"), Some(4200));
        assert_eq!(exact("one and a half million"), Some(1_500_000));
        assert_eq!(exact("three score"), Some(60));
        assert_eq!(exact("five six"), Some(5));
    }

    #[test]
    fn rounded_and_vague_words() {
        assert_eq!(read("a hundred"), Some((Some(100), Precision::Rounded, 2)));
        assert_eq!(read("two dozen"), Some((Some(24), Precision::Rounded, 2)));
        assert_eq!(
            read("tens of thousands"),
            Some((Some(10_000), Precision::Vague, 3))
        );
        assert_eq!(
            read("several hundred"),
            Some((Some(200), Precision::Vague, 2))
        );
        assert_eq!(read("dozens"), Some((Some(12), Precision::Vague, 1)));
    }

    #[test]
    fn too_large_or_not_whole() {
        assert_eq!(
            read("99999999999999999999999999").map(|read| read.0),
            Some(None)
        );
        assert_eq!(read("3.5").map(|read| read.0), Some(None));
        assert_eq!(read("13th"), None);
    }
}
