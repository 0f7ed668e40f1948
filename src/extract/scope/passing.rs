//! What a sentence tells in passing: another event, a longer spell, a series of which the event is one, a war.

use super::clause::{is_comma, part_start, parts};
use super::time::is_ordinal;
use crate::extract::lexicon::{Class, Classes};
use crate::extract::link::Figure;
use crate::extract::text::{Kind, Token, any_is, is_at, token_at, within};

/// The most words from what opens the clause of another event to its number.
const LONGEST_PASSING: usize = 14;

/// The most words from a figure to the area that it is of.
const LONGEST_AREA: usize = 4;

/// Where a sentence comes to speak of something else, which a figure is of: "investigating a shooting that killed three",
/// "the valley where 90 have died", "nine died in Orlen, among 40 killed nationwide", "nine died as troops struck back after a
/// rocket killed two".
pub(crate) fn passes_to(tokens: &[Token], figure: &Figure) -> Option<usize> {
    let (start, end) = (figure.evidence.start, figure.evidence.end.min(tokens.len()));
    let number = figure.number.min(end);
    let comma = part_start(tokens, number);
    let near = comma.max(number.saturating_sub(LONGEST_PASSING))..number;
    let cue = near
        .rev()
        .find(|&at| opens_other_event(tokens, at, end, figure));
    cue.or_else(|| is_of_area(tokens, start, end).then_some(number))
}

/// Whether the word at `at` opens what is told of another event, up to the `end` of a figure: "investigating a shooting
/// that", "the valley where 90 have died".
fn opens_other_event(tokens: &[Token], at: usize, end: usize, figure: &Figure) -> bool {
    let told = || within(tokens, at..end);
    is_at(tokens, at, Class::Dealing)
        || is_after_event(tokens, at, end, figure)
        || opens_relative(tokens, at) && any_is(told(), Class::Have)
}

/// "troops struck back after a rocket killed two", "The region had been braced for raids after bombers killed nine": whether
/// "after" stands at `at`, and what it opens came before the event.
fn is_after_event(tokens: &[Token], at: usize, end: usize, figure: &Figure) -> bool {
    if !is_at(tokens, at, Class::Subordinator) || !is_at(tokens, at, Class::Preposition) {
        return false;
    }
    let kills =
        |token: &Token| (token.entry.verb).is_some_and(|verb| verb.outcome == Some(figure.outcome));
    let before = within(tokens, ..at);
    let answers = || {
        before.iter().any(kills)
            && !any_is(before, Class::Additive)
            && within(tokens, at..end).iter().any(kills)
    };
    any_is(before, Class::Had) || answers()
}

/// Whether a relative clause opens at `at`: "where 90 have died", "that has killed nine", and not "in which".
fn opens_relative(tokens: &[Token], at: usize) -> bool {
    let of_event = at
        .checked_sub(1)
        .is_some_and(|before| is_at(tokens, before, Class::Preposition));
    is_at(tokens, at, Class::Relative) && !of_event
        || is_at(tokens, at, Class::That) && is_at(tokens, at + 1, Class::Have)
}

/// "among 40 killed nationwide": whether a figure from `start` to `end` is of a larger area.
fn is_of_area(tokens: &[Token], start: usize, end: usize) -> bool {
    let among = start
        .checked_sub(1)
        .is_some_and(|before| is_at(tokens, before, Class::Among));
    let behind = within(tokens, end..tokens.len().min(end + LONGEST_AREA));
    among && any_is(behind, Class::Wide)
}

/// The most words from a number to the "such" of "800 such deaths".
const SUCH: usize = 3;

/// "raising the toll of three days to 48", "taking the number of dead since Sunday to 38": whether a running total is
/// of a longer spell than what its sentence tells first. "The toll since Thursday's quake" is the event's.
pub(crate) fn counts_spell(tokens: &[Token], figure: &Figure) -> bool {
    let number = figure.number.min(tokens.len());
    let start = part_start(tokens, number);
    let length = within(tokens, number..).iter().position(parts);
    let clause = within(
        tokens,
        start..length.map_or(tokens.len(), |length| number + length),
    );
    let spell = |at: usize| {
        let (first, next) = (&clause[at], clause.get(at + 1));
        let owner = (clause.get(at + 2)).is_some_and(|token| token.kind == Kind::Possessive);
        let since = first.is(Class::Since)
            && !owner
            && within(clause, at + 1..clause.len().min(at + 3))
                .iter()
                .any(|day| {
                    day.is(Class::Weekday) || day.is(Class::MonthName) || day.is(Class::Time)
                });
        let after = (clause.get(at + 2)).is_some_and(|token| {
            token.is(Class::Ago) || token.is(Class::Subordinator) || token.is(Class::Earlier)
        });
        // "the overall toll of the war"
        let long = first.is(Class::Of)
            && next.is_some_and(|the| the.is(Class::Determiner))
            && (clause.get(at + 2)).is_some_and(|event| event.is(Class::LongEvent));
        // "taking the number of those killed this week to 60"
        let long = long || first.is(Class::Spell);
        let several =
            matches!(first.entry.number, Some((_, many)) if many > 1) || first.is_number();
        since || long || several && next.is_some_and(|time| time.is(Class::Time)) && !after
    };
    // "the latest of nearly 800 such deaths since late May"
    let such = any_is(
        within(tokens, number..tokens.len().min(number + SUCH)),
        Class::Such,
    );
    (figure.total || such) && (0..clause.len()).any(spell)
}

/// "the third accident in a week", "the fourth strike on the port in ten days": one of several, the others of which the
/// next sentences tell.
pub(crate) fn is_one_of_series(tokens: &[Token], classes: &Classes) -> bool {
    if !(classes.has(Class::Number) && classes.has(Class::Event) && classes.has(Class::Time)) {
        return false;
    }
    let Some(at) = (1..tokens.len())
        .find(|&at| is_ordinal(token_at(tokens, at)) && is_at(tokens, at - 1, Class::Determiner))
    else {
        return false;
    };
    let happens = any_is(within(tokens, at..), Class::Event);
    happens
        && (at..tokens.len()).any(|at| {
            // "in less than two months"
            let bound = (tokens.get(at + 1)).is_some_and(|next| next.entry.bound_before.is_some());
            let amount = at + 1 + usize::from(bound);
            let some =
                is_at(tokens, amount, Class::Indefinite) || is_at(tokens, amount, Class::Number);
            is_at(tokens, at, Class::In) && some && is_at(tokens, amount + 1, Class::Time)
        })
}

/// "in that attack", "in the same period", "in that time", "Since then": whether a sentence goes on with an event that was told before it.
pub(crate) fn refers_back(tokens: &[Token]) -> bool {
    let words = |that: &Token, event: &Token| {
        that.is(Class::That) && that.is(Class::Determiner) && event.is(Class::Event)
            || (that.is(Class::Determiner) || that.is(Class::In)) && event.is(Class::Same)
    };
    is_at(tokens, 0, Class::Same) || tokens.windows(2).any(|pair| words(&pair[0], &pair[1]))
}

/// "Overall, the storm killed 41", "In all, the": whether a sentence opens what it tells of the whole event.
pub(crate) fn sums_up(tokens: &[Token], classes: &Classes) -> bool {
    classes.has(Class::Overall) && is_at(tokens, 0, Class::Overall) && is_comma(tokens, 1)
}

/// Whether a sentence speaks of the present, so that it does not go on with another time told before it.
pub(crate) fn speaks_of_now(tokens: &[Token]) -> bool {
    (tokens.iter().enumerate()).any(|(at, token)| {
        // "have since been freed" goes on with what was told.
        let since = || is_at(tokens, at + 1, Class::Since);
        token.is(Class::Weekday)
            || token.is(Class::Now) && !token.is(Class::Since)
            || token.is(Class::Present)
            || token.is(Class::Have) && !token.is(Class::Had) && !since()
    })
}

/// "have been killed in the war", "in Orlen's offensive", "since", "since then": whether a sentence tells of a long time up to now.
pub(crate) fn tells_of_war(tokens: &[Token]) -> bool {
    let long = |at: usize| {
        let token = token_at(tokens, at);
        let owned = token.is(Class::Event)
            && (at.saturating_sub(2)..at)
                .any(|owner| token_at(tokens, owner).kind == Kind::Possessive);
        // "has since killed nine"
        let since = || {
            token.is(Class::Now) || (tokens.get(at + 1)).is_none_or(|next| next.kind != Kind::Word)
        };
        let long = token.is(Class::LongEvent) || token.is(Class::Strife);
        let opens = at == 0 && any_is(tokens, Class::MonthName);
        long || owned || token.is(Class::Since) && (since() || opens)
    };
    (any_is(tokens, Class::Have) || any_is(tokens, Class::Now)) && (0..tokens.len()).any(long)
}
