//! The words of a sentence that tell of another time or event, where none of its figures is the event's.

use super::clause::{clause_end, clause_start, holds_all, is_comma, reach};
use super::cue::{OTHER_TIME, add_reaches};
use super::time::{LONGEST_PERIOD, is_bare_month, is_year, told_in_month};
use crate::extract::lexicon::{Class, Classes, Forms, NUMBERS};
use crate::extract::text::{Kind, Token, any_is, is_at, token_at, within};
use crate::model::{Outcome, Qualifier};
use std::ops::Range;

/// The most words between "came" and "days after".
const BEFORE_DAYS_AFTER: usize = 5;

/// Words of what the event answers or follows.
const PRIOR: Classes = Classes::of(&[Class::Prior, Class::DaysAfter]);

/// The tokens that a cue of another time or event reaches: "last year", "ten years ago", "since 2011", "the war has
/// killed". A cue reaches as far as its clause.
pub(super) fn background(
    text: &str,
    tokens: &[Token],
    classes: &Classes,
    first: bool,
    own_year: bool,
) -> Vec<Range<usize>> {
    let mut reaches = Vec::new();
    if classes.meets(OTHER_TIME) || classes.meets(NUMBERS) || classes.has(Class::Ago) {
        add_reaches(text, tokens, classes, first, own_year, &mut reaches);
    }
    if classes.meets(PRIOR) {
        reaches.extend((0..tokens.len()).filter_map(|at| reach_of_prior(tokens, at, first)));
    }
    if classes.has(Class::Background) {
        // "claimed the siege earlier this month, during which 320 died", in the lead: what the article is about.
        let past = (0..tokens.len()).filter(|&at| !(first && is_at(tokens, at, Class::Recent)));
        reaches.extend(past.filter_map(|at| told_of_past(tokens, at)));
    }
    if classes.has(Class::Elsewhere) {
        reaches.extend(reach_of_elsewhere(tokens, first));
    }
    if classes.has(Class::Digits) {
        reaches.extend(spell_of_years(text, tokens));
    }
    // "where 1,100 have died this year"
    if classes.has(Class::Relative) && (classes.has(Class::MonthName) || classes.has(Class::Recent))
    {
        let months = (1..tokens.len())
            .filter(|&at| is_bare_month(tokens, at) || is_at(tokens, at, Class::Recent));
        reaches.extend(months.filter_map(|at| told_in_month(tokens, at)));
    }
    if classes.has(Class::LongEvent) {
        // "the war that has killed 250,000"
        let told = |at: &usize| {
            let who = is_at(tokens, at + 1, Class::That) || is_at(tokens, at + 1, Class::Relative);
            who && is_at(tokens, *at, Class::LongEvent) && is_at(tokens, at + 2, Class::Have)
        };
        let all = is_killed_by_long_event(tokens, first).then_some(0);
        let from = all.or_else(|| (0..tokens.len()).find(told));
        reaches.extend(from.map(|from| from..tokens.len()));
    }
    reaches
}

/// What the event answers or follows.
fn reach_of_prior(tokens: &[Token], at: usize, first: bool) -> Option<Range<usize>> {
    let token = token_at(tokens, at);
    if token.is(Class::DaysAfter) {
        return follows(tokens, at, first).then_some(at..tokens.len());
    }
    token
        .is(Class::Prior)
        .then(|| at..end_of_answered(tokens, at))
}

/// "the attack came days after 20 died": whether "days after" at `at` tells of something else than the event.
fn follows(tokens: &[Token], at: usize, first: bool) -> bool {
    let before = within(tokens, at.saturating_sub(BEFORE_DAYS_AFTER)..at);
    // "died just two days after a bomb killed 27"
    let just = |token: &Token| token.entry.bound_before == Some(Qualifier::Exact);
    // "searched on Saturday, a day after a landslide killed three": what the article is about.
    let lead = || first && holds_all(tokens, &(at..tokens.len()));
    // "sank four days after another boat capsized, killing 25"
    let another = at > 2 && is_at(tokens, at + 1, Class::Additive);
    // "were killed two weeks after the massacre of 80 others"
    let noun = tokens
        .get(at + 2)
        .is_some_and(|noun| noun.entry.noun.is_some());
    let killing = at > 2 && noun && is_at(tokens, at + 3, Class::Of);
    // ", two days after"
    let parted = (before.iter().rev()).find(|token| !token.is_number());
    let parted = parted.is_some_and(|token| token.is_sign(','));
    // "hit the coast six days after Typhoon Orlen, which killed 40"
    let name = within(tokens, at + 1..)
        .iter()
        .take_while(|token| token.is_capital())
        .count();
    let close = at + 1 + name;
    let told = name > 0 && is_comma(tokens, close) && is_at(tokens, close + 1, Class::Relative);
    another
        || killing
        || told
        || any_is(before, Class::Occur)
        || parted && !lead()
        || at > BEFORE_DAYS_AFTER && before.iter().any(just)
}

/// Where that ends which the event answers, told from `at` on: "in retaliation for the killing of five", "in retaliation
/// for the raids, the arrest of two leaders, and the killing of a third".
fn end_of_answered(tokens: &[Token], at: usize) -> usize {
    let noun = |at: usize| {
        let the = at + 1 + usize::from(is_at(tokens, at + 1, Class::And));
        let next = tokens.get(the + 1);
        let told = next.is_some_and(|next| next.entry.noun.is_some() || next.is(Class::Event));
        is_at(tokens, the, Class::Determiner) && told
    };
    let mut commas = (at..tokens.len()).filter(|&at| is_comma(tokens, at));
    let mut from = at;
    let comma = commas.find(|&comma| {
        let goes_on = noun(comma);
        from = if goes_on { comma } else { from };
        !goes_on
    });
    // "follows a wave of raids after 25 people were killed"
    let end = clause_end(tokens, from);
    let after = is_at(tokens, end, Class::Preposition);
    let end = if after { clause_end(tokens, end) } else { end };
    let end = comma.unwrap_or(tokens.len()).min(end);
    // "in response to the attack of 7 October, in which 20 died"
    let date = any_is(within(tokens, at..end), Class::MonthName);
    end.max(usize::from(date && clause_behind(tokens, end).is_some()) * tokens.len())
}

/// Where the clause starts that opens behind the token at `at`: ", in which", "when".
fn clause_behind(tokens: &[Token], at: usize) -> Option<usize> {
    let next = at + usize::from(is_comma(tokens, at));
    let opens =
        |&at: &usize| is_at(tokens, at, Class::Relative) || is_at(tokens, at, Class::Subordinator);
    (next..next + 2).find(opens)
}

/// "hijacked a train last year, in which 31 people died": what a clause tells of the other time named before it.
fn told_of_past(tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let opens = clause_behind(tokens, at + 1).filter(|_| is_at(tokens, at, Class::Background))?;
    Some(opens..tokens.len())
}

/// "Floods in neighbouring Oland killed 12": the other country is where the figure after it is from. "A firm said it left
/// neighbouring Oland to save 12": what an article opens with.
fn reach_of_elsewhere(tokens: &[Token], first: bool) -> Option<Range<usize>> {
    let at = tokens.iter().position(|token| token.is(Class::Elsewhere))?;
    let tells = |token: &Token| {
        let said = first && token.entry.reporting.is_some();
        said || token.entry.verb.is_some() || token.entry.noun.is_some()
    };
    let opens = at == 0 && is_at(tokens, at, Class::In);
    (!opens && !within(tokens, ..at).iter().any(tells)).then(|| at..reach(tokens, at).end)
}

/// "from 1931 to 1945", "between 1975 and 1979, when a million died": the clause of a spell of years, and all behind it.
fn spell_of_years(text: &str, tokens: &[Token]) -> Option<Range<usize>> {
    let at = (1..tokens.len().saturating_sub(2)).find(|&at| {
        let opens = is_at(tokens, at - 1, Class::From) || is_at(tokens, at - 1, Class::Between);
        opens && is_year(text, token_at(tokens, at)) && is_year(text, token_at(tokens, at + 2))
    })?;
    Some(clause_start(tokens, at)..tokens.len())
}

/// "The war has killed half a million", and not "Epidemic kills 10", where nothing was told yet (`first`).
fn is_killed_by_long_event(tokens: &[Token], first: bool) -> bool {
    let Some(at) = tokens
        .iter()
        .take(4)
        .position(|token| token.is(Class::LongEvent))
    else {
        return false;
    };
    let rest = behind_parenthesis(within(tokens, at + 1..));
    let next = rest.iter().find(|token| !token.is(Class::Adverb));
    let kills = |token: &Token| {
        token.entry.verb.is_some_and(|verb| {
            let news = first && verb.forms.has(Forms::PRESENT);
            verb.outcome == Some(Outcome::Killed) && !news
        })
    };
    let tells = |token: &Token| {
        token.is(Class::Have) || token.is(Class::Occur) || kills(token) || token.is(Class::Taker)
    };
    // "The war in the north left"
    let left = || {
        let mut near =
            (rest.iter().take(LONGEST_PERIOD)).take_while(|token| token.kind == Kind::Word);
        near.any(|token| token.is(Class::Leave))
    };
    next.is_some_and(tells) || is_at(rest, 0, Class::Preposition) && left()
}

/// What stands behind the parenthesis that opens `tokens`: ", now in its eleventh year,".
fn behind_parenthesis(tokens: &[Token]) -> &[Token] {
    let opens = tokens.first().is_some_and(|token| token.is_sign(','));
    let close = tokens
        .iter()
        .take(12)
        .skip(1)
        .position(|token| token.is_sign(','));
    match close.filter(|_| opens) {
        Some(close) => within(tokens, close + 2..),
        None => tokens,
    }
}
