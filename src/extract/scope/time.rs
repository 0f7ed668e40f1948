//! When: years, months, dates and datelines that a sentence names, and words of a long time.

use super::clause::{brings, clause_start, is_comma, part_start, parts};
use crate::extract::lexicon::{Class, Classes, Forms, NumberKind, Shape, has_shape, seen};
use crate::extract::text::{Kind, Token, any_is, is_at, token_at, within};
use std::ops::Range;

/// The most words from a number to the year that it is of.
pub(super) const LONGEST_PERIOD: usize = 8;

/// The most words and signs of a dateline.
const LONGEST_DATELINE: usize = 16;

/// The most words and signs of a date.
const LONGEST_DATE: usize = 4;

/// The words of an opening that may name the year that the article is about.
const LONGEST_YEAR_OPENING: usize = 6;

/// Words before the year of another time.
const OF_OTHER_YEAR: Classes = Classes::of(&[
    Class::Since,
    Class::Background,
    Class::Dealing,
    Class::Prior,
]);

/// "2019 floods in Orlen", "In July 2021, several", "2010-2011": the years that an article is about, as it opens.
pub(crate) fn own_years<'t>(text: &'t str, tokens: &[Token]) -> Vec<&'t str> {
    let opening = within(tokens, ..tokens.len().min(LONGEST_YEAR_OPENING));
    let other_time = |token: &Token| token.entry.classes.meets(OF_OTHER_YEAR);
    let other = |token: &Token| other_time(token) || token.is(Class::Indefinite);
    let words = opening.iter().take_while(|token| !other(token)).count();
    // "were floods that on 8 May 2016 hit"
    let dated = |at: usize| {
        let date = within(tokens, at.saturating_sub(LONGEST_DATE - 1)..at);
        let of_event = !within(tokens, ..at).iter().any(other_time);
        any_is(date, Class::MonthName) && of_event
    };
    (0..tokens.len())
        .filter(|&at| is_year(text, token_at(tokens, at)) && (at < words || dated(at)))
        .map(|at| token_at(tokens, at).text(text))
        .collect()
}

/// Whether a sentence names a year, and none but those of `own`.
pub(crate) fn names_own_year(text: &str, tokens: &[Token], own: &[String]) -> bool {
    let mut years = tokens
        .iter()
        .filter(|token| is_year(text, token))
        .peekable();
    years.peek().is_some() && years.all(|year| own.iter().any(|own| own == year.text(text)))
}

/// "Dec 30, 2004 - Cromo": whether a sentence opens with the date of an entry in a list of events.
pub(crate) fn opens_with_year(text: &str, tokens: &[Token]) -> bool {
    let in_date = |token: &&Token| token.is(Class::MonthName) || token.kind != Kind::Word;
    let date = tokens.iter().take(LONGEST_DATE).take_while(in_date);
    let year = date.into_iter().position(|token| is_year(text, token));
    year.and_then(|at| tokens.get(at + 1))
        .is_some_and(|next| matches!(next.kind, Kind::Sign(_)))
}

/// "in 2019", "in March 2019", "the flood of 1995", "a 2014 truce", "(2018)": whether the sentence names a year.
pub(crate) fn names_year(text: &str, tokens: &[Token], classes: &Classes) -> bool {
    if !classes.has(Class::Digits) || !tokens.iter().any(|token| is_year(text, token)) {
        return false;
    }
    let tokens = within(tokens, behind_dateline(text, tokens)..);
    (0..tokens.len()).any(|at| {
        let token = token_at(tokens, at);
        let article = token.is(Class::Determiner) || token.is(Class::Indefinite);
        // "the fire of 1995", but "the deadliest accident of 2024"
        let worst = || {
            let near = within(tokens, at.saturating_sub(LONGEST_DATE)..at);
            near.iter().any(|token| is_superlative(text, token))
        };
        let event_of =
            token.is(Class::Of) && at > 0 && is_at(tokens, at - 1, Class::Event) && !worst();
        let bracket = token.is_sign('(') && tokens.get(at + 2).is_some_and(|t| t.is_sign(')'));
        // "the 2008 riots", "the December 2008 riots"
        let month = usize::from(article && is_at(tokens, at + 1, Class::MonthName));
        let next = tokens.get(at + 1 + month);
        let described = article
            && !worst()
            && tokens
                .get(at + 2 + month)
                .is_some_and(|t| t.kind == Kind::Word);
        (token.is(Class::In) || token.is(Class::From)) && year_after(text, tokens, at)
            || is_dated(text, tokens, at)
            || (event_of || bracket || described) && next.is_some_and(|t| is_year(text, t))
    })
}

/// ", as police said", and not ", as saying": whether such a clause opens at `at`.
pub(crate) fn opens_as(tokens: &[Token], at: usize) -> bool {
    let next = at + 1;
    is_comma(tokens, at)
        && is_at(tokens, next, Class::Subordinator)
        && token_at(tokens, next).text_len() == 2
        && !is_at(tokens, next, Class::Hypothetical)
        && !is_at(tokens, next + 1, Class::Saying)
}

/// "6 October 1976", "October 6, 1976", "between May and October 1976": whether the month at `at` stands in a date with a year.
fn is_dated(text: &str, tokens: &[Token], at: usize) -> bool {
    let day = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            matches!(token.kind, Kind::Digits | Kind::Compound) && token.text_len() <= 4
        })
    };
    let year = |at: usize| tokens.get(at).is_some_and(|token| is_year(text, token));
    let sign = |at: usize, sign: char| {
        usize::from(tokens.get(at).is_some_and(|token| token.is_sign(sign)))
    };
    // "Oct. 6, 1976"
    let next = at + 1 + sign(at + 1, '.');
    let before = (at.checked_sub(1)).is_some_and(|at| day(at) || is_at(tokens, at, Class::And));
    is_at(tokens, at, Class::MonthName)
        && (before && year(next + sign(next, ','))
            || day(next) && year(next + 1 + sign(next + 1, ',')))
}

/// Whether the word at `at` is followed by a year, or by a month ("in March 2019") or another word ("since early 1992")
/// and a year.
pub(super) fn year_after(text: &str, tokens: &[Token], at: usize) -> bool {
    let month = tokens.get(at + 1).is_some_and(|token| {
        token.is(Class::MonthName) && token.is_capital() || token.is(Class::Adverb)
    });
    tokens
        .get(at + 1 + usize::from(month))
        .is_some_and(|token| is_year(text, token))
}

/// "48 in 2012", "48 last year": whether the words right behind a number name a year or one before this.
pub(crate) fn is_of_other_year(text: &str, tokens: &[Token]) -> bool {
    let words = tokens.iter().take(LONGEST_PERIOD);
    let mut words = words.take_while(|token| token.kind != Kind::Sign('.') && !token.is_sign(';'));
    let named = |token: &Token| token.is(Class::Background) || token.is(Class::MonthName);
    words.any(|token| named(token) || is_year(text, token) || is_long(text, token))
}

/// Where the sentence starts behind "KARSOVA, 13 June 2024 (Wire) -": the year of writing is no other time. 0 without one.
fn behind_dateline(text: &str, tokens: &[Token]) -> usize {
    let opening = within(tokens, ..tokens.len().min(LONGEST_DATELINE));
    let Some(dash) = opening.iter().position(Token::is_dash) else {
        return 0;
    };
    // "Dec 30, 2004 - Cromo. Fire kills 194": an entry of a list of events.
    let entry = is_day(&opening[0]) || opening[0].kind != Kind::Word;
    let dated = !entry && opening[..dash].iter().any(|token| is_year(text, token));
    let tells = opening[..dash]
        .iter()
        .any(|token| token.entry.verb.is_some());
    if dated && !tells { dash + 1 } else { 0 }
}

pub(super) fn is_year(text: &str, token: &Token) -> bool {
    if token.kind != Kind::Digits || token.end - token.start != 4 {
        return false;
    }
    let word = token.text(text);
    word.len() == 4
        && ["16", "17", "18", "19", "20"]
            .iter()
            .any(|century| word.starts_with(century))
}

/// "1980s".
pub(super) fn is_decade(text: &str, token: &Token) -> bool {
    if token.end - token.start != 5 {
        return false;
    }
    let word = token.text(text);
    word.len() == 5
        && word.ends_with("0s")
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().take(4).all(|byte| byte.is_ascii_digit())
}

/// Whether a noun of time is longer than days.
pub(super) fn is_long(text: &str, token: &Token) -> bool {
    has_shape(token.text(text), Shape::LongTime)
}

/// "12-year-old", "decade-long": whether a word says that something has lasted for years.
pub(super) fn is_years_old(text: &str, token: &Token) -> bool {
    if !token.hyphened && token.kind != Kind::Compound {
        return false;
    }
    let printed = seen(token.text(text));
    let long = |part| has_shape(part, Shape::LongTime);
    (printed.split_once('-')).is_some_and(|(first, rest)| long(first) || long(rest))
}

/// "the day", "the evening": whether a noun of time that is no long one stands at `at`.
pub(super) fn names_part_of_day(text: &str, tokens: &[Token], at: usize) -> bool {
    let the = is_at(tokens, at, Class::Determiner);
    tokens.get(at + usize::from(the)).is_some_and(|token| {
        token.is(Class::Time) && !token.is(Class::MonthName) && !is_long(text, token)
    })
}

/// Whether a sentence says on which day or in which month it happened.
pub(crate) fn names_day(tokens: &[Token]) -> bool {
    tokens.iter().any(is_day)
}

/// Whether a word names a day or a month, and so no place.
pub(super) fn is_day(token: &Token) -> bool {
    token.is(Class::Weekday) || token.is(Class::MonthName)
}

/// Whether what happened is told of the month or week before. "A man who was fired last week shot nine" tells it of him,
/// and so does "A man, who was hurt last week, has died"; "one of the deadliest since the war began" compares.
pub(super) fn tells_recent(tokens: &[Token]) -> bool {
    let at = (tokens.iter()).position(|token| token.is(Class::Recent));
    let at = at.unwrap_or(0);
    let clause = within(tokens, part_start(tokens, at)..at);
    let closed =
        is_comma(tokens, at + 1) && clause.len() > 1 && !clause.iter().any(Token::is_number);
    // "found guilty last month of murdering two", "charged last week with"
    let deed = (tokens.get(at + 2).and_then(|deed| deed.entry.verb))
        .is_some_and(|deed| deed.forms.has(Forms::GERUND));
    let deed = deed && is_at(tokens, at + 1, Class::Preposition);
    if deed || brings(tokens, at) || closed && clause[1].is(Class::Relative) {
        return false;
    }
    let before = within(tokens, ..at).iter().rev();
    let mut before = before.take(LONGEST_PERIOD);
    let told = |token: &Token| token.entry.is_trigger() || token.is_number();
    let who =
        before.find(|token| told(token) || token.is(Class::Relative) || token.is(Class::Worst));
    // "which was rocked by another quake last month that killed 17"
    who.is_none_or(told) || is_at(tokens, at + 1, Class::That)
}

/// Whether the sentence names a month without its day, and compares with none.
pub(super) fn names_month(text: &str, tokens: &[Token]) -> bool {
    find_bare_month(tokens).is_some_and(|at| {
        !within(tokens, ..at)
            .iter()
            .any(|token| is_superlative(text, token) || is_ordinal(token))
    })
}

/// "On July 2, a wall had killed 24": whether a date opens a sentence that tells what had happened before.
pub(super) fn had_then(tokens: &[Token], first: bool) -> bool {
    let date = within(tokens, 1..tokens.len().min(LONGEST_DATE));
    let on = is_at(tokens, 0, Class::Preposition)
        && !is_at(tokens, 0, Class::By)
        && !is_at(tokens, 0, Class::Since);
    on && !first && any_is(date, Class::MonthName) && any_is(tokens, Class::Had)
}

/// "the Dec. 10 bombing", "a December suicide bombing", "two recent attacks": whether a happening is told apart by its date or
/// month, or is of several before.
pub(crate) fn names_dated_event(tokens: &[Token]) -> bool {
    let ends = const { Classes::of(&[Class::Preposition, Class::Determiner, Class::Indefinite]) };
    (1..tokens.len()).any(|at| {
        let (before, word) = (token_at(tokens, at - 1), token_at(tokens, at));
        let month = word.is(Class::MonthName)
            && (before.entry.classes.meets(ends) || before.kind == Kind::Digits);
        let near = within(tokens, at + 1..).iter().take(LONGEST_DATE);
        let mut near =
            near.take_while(|word| !word.is_sign(',') && !word.entry.classes.meets(ends));
        (month || word.is(Class::Past) && before.is_number())
            && near.any(|word| word.is(Class::Event))
    })
}

/// The month that a sentence names without its day.
pub(crate) fn bare_month<'t>(text: &'t str, tokens: &[Token]) -> Option<&'t str> {
    find_bare_month(tokens).map(|at| token_at(tokens, at).text(text))
}

/// The first month that a sentence names without its day: "in August", "since January", and not "since March 3".
fn find_bare_month(tokens: &[Token]) -> Option<usize> {
    (1..tokens.len()).find(|&at| is_bare_month(tokens, at) && told_in_month(tokens, at).is_none())
}

/// Whether the word at `at` is a month without its day.
pub(super) fn is_bare_month(tokens: &[Token], at: usize) -> bool {
    let since = is_at(tokens, at - 1, Class::Since);
    let day = || (tokens.get(at + 1)).is_some_and(|next| next.is_number() && next.text_len() < 3);
    let month = token_at(tokens, at);
    month.is(Class::MonthName)
        && month.is_capital()
        && (is_at(tokens, at - 1, Class::In) || since && !day())
}

/// "left 58 dead in the prison, where 119 were killed in September": what a relative clause tells of the month at `at`,
/// beside a number before it.
pub(super) fn told_in_month(tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let told = clause_start(tokens, at)..at;
    let number = |words: &[Token]| words.iter().any(Token::is_number);
    let (before, clause) = (within(tokens, ..told.start), within(tokens, told.clone()));
    let relative = before.last().is_some_and(|who| who.is(Class::Relative));
    let apart = !clause.iter().any(parts);
    (relative && apart && number(clause) && number(before)).then_some(told)
}

/// "the deadliest", "one of the biggest": compared with another time, which is not told.
pub(super) fn is_superlative(text: &str, token: &Token) -> bool {
    // "the latest" is compared with nothing.
    let shaped = |token: &Token| has_shape(token.text(text), Shape::Superlative);
    token.is(Class::Worst) || !token.is(Class::Topic) && shaped(token)
}

/// "the fifth attack since May": whether a word counts what happened.
pub(super) fn is_ordinal(token: &Token) -> bool {
    matches!(token.entry.number, Some((NumberKind::Ordinal, order)) if order > 1)
}
