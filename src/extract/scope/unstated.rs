//! What states no figure of the event: questions, teasers, risks, stories, forecasts and averages.

use super::clause::{clause_start, part_start, reach};
use crate::extract::lexicon::{Class, Classes};
use crate::extract::text::{Kind, Token, is_at, within};
use crate::model::Reason;
use std::ops::Range;

/// Words of a sentence that states no figure at all.
const REFUSED: Classes = Classes::of(&[Class::Teaser, Class::Risk, Class::Fiction]);

/// Words of an average.
const RATES: Classes = Classes::of(&[Class::Rate, Class::Every]);

/// Why no figure of a sentence is a claim, or `None`.
pub(super) fn refused(tokens: &[Token], classes: &Classes) -> Option<Reason> {
    if is_asked(tokens) {
        return Some(Reason::Question);
    }
    if !classes.meets(REFUSED) {
        return None;
    }
    let first = tokens.first()?;
    if first.is(Class::Teaser)
        || tokens.len() > 1 && is_at(tokens, 1, Class::Teaser) && first.kind != Kind::Word
    {
        return Some(Reason::Teaser);
    }
    if tokens
        .iter()
        .any(|token| token.is(Class::Risk) && token.text_len() > 4)
        && tokens
            .windows(2)
            .any(|pair| pair[0].is(Class::Risk) && pair[1].is(Class::Of))
    {
        return Some(Reason::Risk);
    }
    // "A series of bombings" is no story.
    let fiction = tokens.iter().take(4).enumerate().any(|(at, token)| {
        let of = is_at(tokens, at + 1, Class::Of);
        token.is(Class::Fiction) && token.entry.reporting.is_none() && !of
    });
    fiction.then_some(Reason::Fiction)
}

/// "Did 60 people die at the arcade?": asked, and not stated. "Were you there when 12 people died?" states it.
fn is_asked(tokens: &[Token]) -> bool {
    if !tokens.iter().rev().take(2).any(|token| token.is_sign('?')) {
        return false;
    }
    let opening = const { Classes::of(&[Class::Do, Class::Be, Class::Have, Class::Modal]) };
    let stating = const { Classes::of(&[Class::Subordinator, Class::Relative, Class::That]) };
    let meets = |token: &Token, classes: Classes| token.entry.classes.meets(classes);
    // "One question is left: could he have been saved?"
    let colon = tokens.iter().rposition(|token| token.is_sign(':'));
    let mut words =
        (within(tokens, colon.unwrap_or(0)..).iter()).filter(|token| token.kind == Kind::Word);
    words.next().is_some_and(|first| meets(first, opening))
        && !words.any(|word| meets(word, stating))
}

/// Whether the figures of a sentence are a forecast.
pub(super) fn is_projected(tokens: &[Token], classes: &Classes) -> bool {
    classes.has(Class::Forecast)
        && !classes.has(Class::Become)
        && !rises(tokens)
        && !foretells_otherwise(tokens)
}

/// A forecast that only says that the toll will rise leaves the figure as it is.
fn rises(tokens: &[Token]) -> bool {
    tokens.windows(3).any(|window| {
        window[0].is(Class::Forecast) && window[1].is(Class::To) && window[2].is(Class::Rise)
    })
}

/// "died in 1992, when rebels had been expected to win": whether a forecast stands in a later clause without a number.
fn foretells_otherwise(tokens: &[Token]) -> bool {
    let cue = tokens.iter().position(|token| token.is(Class::Forecast));
    let start = cue.map_or(0, |cue| clause_start(tokens, cue));
    let (before, clause) = tokens.split_at(start);
    (before.last()).is_some_and(|joint| joint.kind == Kind::Word)
        && !clause.iter().any(Token::is_number)
}

/// The tokens that speak of an average.
pub(super) fn rates(tokens: &[Token], classes: &Classes) -> Vec<Range<usize>> {
    let words = if classes.meets(RATES) {
        tokens.len()
    } else {
        0
    };
    (0..words)
        // "a day of violence" is no rate.
        .filter(|&at| {
            is_at(tokens, at, Class::Rate) && !is_at(tokens, at + 1, Class::Of)
                || is_every_so_often(tokens, at)
        })
        .map(|at| reach_of_rate(tokens, at))
        .collect()
}

/// The clause around a word of an average, or what stands behind the last comma in it, where that has a number: "2,446 were
/// killed in ten years, an average of 245 a year".
fn reach_of_rate(tokens: &[Token], at: usize) -> Range<usize> {
    let reach = reach(tokens, at);
    let start = part_start(tokens, at).max(reach.start);
    let own = within(tokens, start..reach.end)
        .iter()
        .any(Token::is_number);
    if own { start..reach.end } else { reach }
}

/// "every ten minutes", "every few days".
fn is_every_so_often(tokens: &[Token], at: usize) -> bool {
    is_at(tokens, at, Class::Every)
        && (tokens.get(at + 1)).is_some_and(|next| {
            next.is(Class::Time) || next.is_number() && is_at(tokens, at + 2, Class::Time)
        })
}
