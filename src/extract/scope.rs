//! How much of the event a sentence speaks of: the whole, a place, an incident, another time; or nothing that happened.

use super::lexicon::{Class, Classes, Forms, NUMBERS, NumberKind, Shape, has_shape, seen};
use super::link::Figure;
use super::text::{Kind, Token, any_is, is_at, token_at, within};
use crate::model::{Outcome, Qualifier, Reason, Scope};
use std::ops::Range;

/// The most words and signs of a dateline.
const LONGEST_DATELINE: usize = 16;

/// The most words from "since" to the comma behind the time that it names.
const LONGEST_SINCE: usize = 5;

/// The most words between "came" and "days after".
const BEFORE_DAYS_AFTER: usize = 5;

/// The most words and signs of a date.
const LONGEST_DATE: usize = 4;

/// The most words behind a label that is a place.
const LONGEST_LABELLED: usize = 15;

/// Words of another event.
const OTHER_PLACE: Classes = Classes::of(&[Class::OtherEvent, Class::Elsewhere]);

/// Words that another time may begin with, or that speak of one.
const OTHER_TIME: Classes = Classes::of(&[
    Class::Since,
    Class::Earlier,
    Class::Relative,
    Class::Subordinator,
    Class::Background,
    Class::OtherEvent,
    Class::Glued,
    Class::UpFrom,
    Class::Recent,
]);

/// Words of what the event answers or follows.
const PRIOR: Classes = Classes::of(&[Class::Prior, Class::DaysAfter]);

/// Words of an average.
const RATES: Classes = Classes::of(&[Class::Rate, Class::Every]);

/// Words of a sentence that states no figure at all.
const REFUSED: Classes = Classes::of(&[Class::Teaser, Class::Risk, Class::Fiction]);

/// The most words from what opens the clause of another event to its number.
const LONGEST_PASSING: usize = 14;

/// The most words from a year to the "since" of "a deal was signed in 2015, but hundreds have been killed since".
const LONGEST_DEAL: usize = 40;

/// The most words from a number to the year that it is of.
const LONGEST_PERIOD: usize = 8;

/// The most words from a figure to the area that it is of.
const LONGEST_AREA: usize = 4;

/// What a sentence says of the scope of its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Setting {
    /// The scope of figures that no cue of another time reaches.
    pub(crate) scope: Scope,
    pub(crate) place: Option<String>,
    /// The place of another event that the sentence speaks of.
    other_place: Option<String>,
    /// Why no figure of the sentence is a claim at all, or `None`.
    pub(crate) refused: Option<Reason>,
    /// Whether the figures are a forecast.
    pub(crate) projected: bool,
    /// A year, or the month or week before, that the sentence speaks of: background where the article has a current
    /// figure.
    pub(crate) year: bool,
    /// Whether one person is told of with a year: no news, where nobody was counted before.
    pub(crate) one_of_year: bool,
    /// Whether a vague figure only covers a part of the event ("the revenge killings claimed hundreds of lives").
    pub(crate) part_event: bool,
    /// Tokens that speak of another time or event.
    background: Vec<Range<usize>>,
    /// Tokens that speak of an average.
    rates: Vec<Range<usize>>,
}

impl Setting {
    /// Whether a figure whose number stands at token `at` is an average.
    pub(crate) fn is_rate(&self, at: usize) -> bool {
        self.rates.iter().any(|reach| reach.contains(&at))
    }

    /// Whether all figures of the sentence, whose numbers stand at these tokens, are of another time.
    pub(crate) fn is_past(&self, numbers: impl Iterator<Item = usize>) -> bool {
        let mut numbers = numbers.peekable();
        !self.projected
            && numbers.peek().is_some()
            && numbers.all(|number| self.background.iter().any(|reach| reach.contains(&number)))
    }

    /// Puts all figures of a sentence of `words` tokens into another time.
    pub(crate) fn set_past(&mut self, words: usize) {
        self.background.push(0..words);
    }

    /// The place of a figure of this scope.
    pub(crate) fn place_of(&self, scope: Scope) -> Option<String> {
        match scope {
            Scope::Place => self.place.clone(),
            Scope::Background => self.other_place.clone(),
            _ => None,
        }
    }

    /// The scope of a figure whose number stands at token `at`.
    pub(crate) fn scope_at(&self, at: usize) -> Scope {
        if self.projected || self.background.iter().any(|reach| reach.contains(&at)) {
            Scope::Background
        } else {
            self.scope
        }
    }
}

/// Reads the setting of one sentence. `classes` = all classes of its words; `title` = it is the title of the article.
/// `first` = nothing was told before. `own_year` = it names no year but the article's own.
pub(crate) fn setting(
    text: &str,
    tokens: &[Token],
    classes: &Classes,
    title: bool,
    first: bool,
    own_year: bool,
) -> Setting {
    let has = |class: Class| classes.has(class);
    let mut scope = Scope::Event;
    let mut place = None;
    if has(Class::Incident) || is_worst_part(tokens) {
        scope = Scope::Incident;
    } else if let Some(found) = opening_place(text, tokens, classes)
        .or_else(|| hardest_hit(text, tokens, classes))
        .or_else(|| label_place(text, tokens).filter(|_| !title))
    {
        (scope, place) = (Scope::Place, Some(found));
    }
    let rates = if classes.meets(RATES) {
        tokens.len()
    } else {
        0
    };
    let named_year = !own_year && names_year(text, tokens, classes);
    Setting {
        scope,
        place,
        one_of_year: named_year && first && !classes.has(Class::Dealing),
        other_place: other_place(text, tokens, classes),
        refused: refused(tokens, classes),
        projected: has(Class::Forecast)
            && !has(Class::Become)
            && !rises(tokens)
            && !foretells_otherwise(tokens),
        year: has(Class::Recent) && tells_recent(tokens)
            || named_year
            || has(Class::MonthName) && (names_month(text, tokens) || had_then(tokens, first)),
        part_event: has(Class::PartEvent) && has(Class::Taker),
        background: background(text, tokens, classes, first, own_year),
        rates: (0..rates)
            // "a day of violence" is no rate.
            .filter(|&at| {
                is_at(tokens, at, Class::Rate) && !is_at(tokens, at + 1, Class::Of)
                    || is_every_so_often(tokens, at)
            })
            .map(|at| reach_of_rate(tokens, at))
            .collect(),
    }
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

/// Whether a sentence speaks of the present, so that it does not go on with another time told before it.
pub(crate) fn speaks_of_now(tokens: &[Token]) -> bool {
    (tokens.iter().enumerate()).any(|(at, token)| {
        // "have since been freed" goes on with what was told.
        let since = || is_at(tokens, at + 1, Class::Since);
        token.is(Class::Weekday)
            || token.is(Class::Now)
            || token.is(Class::Present)
            || token.is(Class::Have) && !token.is(Class::Had) && !since()
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

/// Where a sentence comes to speak of something else, which a figure is of: "investigating a shooting that killed three",
/// "the valley where 90 have died", "nine died in Orlen, among 40 killed nationwide", "nine died as troops struck back after a
/// rocket killed two".
pub(crate) fn passes_to(tokens: &[Token], figure: &Figure) -> Option<usize> {
    let (start, end) = (figure.evidence.start, figure.evidence.end.min(tokens.len()));
    let number = figure.number.min(end);
    let comma = part_start(tokens, number);
    let near = comma.max(number.saturating_sub(LONGEST_PASSING))..number;
    let relative = |at: usize| {
        let of_event = at
            .checked_sub(1)
            .is_some_and(|before| is_at(tokens, before, Class::Preposition));
        is_at(tokens, at, Class::Relative) && !of_event
            || is_at(tokens, at, Class::That) && is_at(tokens, at + 1, Class::Have)
    };
    // "The region had been braced for raids after bombers killed nine"
    let earlier = |at: usize| {
        let after = is_at(tokens, at, Class::Subordinator) && is_at(tokens, at, Class::Preposition);
        after && any_is(within(tokens, ..at), Class::Had)
    };
    let kills =
        |token: &Token| (token.entry.verb).is_some_and(|verb| verb.outcome == Some(figure.outcome));
    let answers = |at: usize| {
        let after = is_at(tokens, at, Class::Subordinator) && is_at(tokens, at, Class::Preposition);
        let before = within(tokens, ..at);
        after
            && before.iter().any(kills)
            && !any_is(before, Class::Additive)
            && within(tokens, at..end).iter().any(kills)
    };
    let cue = near.rev().find(|&at| {
        is_at(tokens, at, Class::Dealing)
            || answers(at)
            || earlier(at)
            || relative(at) && any_is(within(tokens, at..end), Class::Have)
    });
    cue.or_else(|| {
        let among = start
            .checked_sub(1)
            .is_some_and(|before| is_at(tokens, before, Class::Among));
        let behind = within(tokens, end..tokens.len().min(end + LONGEST_AREA));
        (among && any_is(behind, Class::Wide)).then_some(number)
    })
}

/// Whether a sign parts a sentence.
fn parts(token: &Token) -> bool {
    matches!(token.kind, Kind::Sign(',' | ';'))
}

/// Whether a comma stands at `at`.
fn is_comma(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.is_sign(','))
}

/// The last sign before `at` that parts the sentence, or its start.
fn part_start(tokens: &[Token], at: usize) -> usize {
    let mut before = within(tokens, ..at).iter();
    before.rposition(parts).unwrap_or(0)
}

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
            && next.is_some_and(|day| {
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
    figure.total && (0..clause.len()).any(spell)
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

/// "Dec 30, 2004 - Cromo": whether a sentence opens with the date of an entry in a list of events.
pub(crate) fn opens_with_year(text: &str, tokens: &[Token]) -> bool {
    let in_date = |token: &&Token| token.is(Class::MonthName) || token.kind != Kind::Word;
    let date = tokens.iter().take(LONGEST_DATE).take_while(in_date);
    let year = date.into_iter().position(|token| is_year(text, token));
    year.and_then(|at| tokens.get(at + 1))
        .is_some_and(|next| matches!(next.kind, Kind::Sign(_)))
}

/// Words before the year of another time.
const OF_OTHER_YEAR: Classes = Classes::of(&[
    Class::Since,
    Class::Background,
    Class::Dealing,
    Class::Prior,
]);

/// The words of an opening that may name the year that the article is about.
const LONGEST_YEAR_OPENING: usize = 6;

/// "2019 floods in Orlen", "In July 2021, several", "2010\u{2013}11": the years that an article is about, as it opens.
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

/// Whether a sentence says on which day or in which month it happened.
pub(crate) fn names_day(tokens: &[Token]) -> bool {
    tokens.iter().any(is_day)
}

/// "The bloodiest attack, on a school, killed 18": one attack of several. "The deadliest since 2014" is none.
fn is_worst_part(tokens: &[Token]) -> bool {
    let opens = tokens
        .first()
        .is_some_and(|token| token.is(Class::Determiner))
        && is_at(tokens, 1, Class::Worst)
        && is_at(tokens, 2, Class::Event);
    let compared = tokens.get(3).is_some_and(|token| {
        token.is(Class::Subordinator) || token.is(Class::Of) || token.is(Class::In)
    });
    opens && !compared
}

/// Whether what happened is told of the month or week before. "A man who was fired last week shot nine" tells it of him,
/// and so does "A man, who was hurt last week, has died"; "one of the deadliest since the war began" compares.
fn tells_recent(tokens: &[Token]) -> bool {
    let at = (tokens.iter()).position(|token| token.is(Class::Recent));
    let at = at.unwrap_or(0);
    let clause = within(tokens, part_start(tokens, at)..at);
    let closed =
        is_comma(tokens, at + 1) && clause.len() > 1 && !clause.iter().any(Token::is_number);
    if brings(tokens, at) || closed && clause[1].is(Class::Relative) {
        return false;
    }
    let before = within(tokens, ..at).iter().rev();
    let mut before = before.take(LONGEST_PERIOD);
    let told = |token: &Token| token.entry.is_trigger() || token.is_number();
    let who =
        before.find(|token| told(token) || token.is(Class::Relative) || token.is(Class::Worst));
    who.is_none_or(told)
}

/// "killed nine, bringing the country's toll this year to 80": whether the clause around the token at `at` says what a
/// toll comes to, behind another number.
fn brings(tokens: &[Token], at: usize) -> bool {
    let before = within(tokens, ..clause_start(tokens, at));
    (before.last()).is_some_and(|bring| bring.is(Class::Bring))
        && before.iter().any(Token::is_number)
}

/// "died in 1992, when rebels had been expected to win": whether a forecast stands in a later clause without a number.
fn foretells_otherwise(tokens: &[Token]) -> bool {
    let cue = tokens.iter().position(|token| token.is(Class::Forecast));
    let start = cue.map_or(0, |cue| clause_start(tokens, cue));
    let (before, clause) = tokens.split_at(start);
    (before.last()).is_some_and(|joint| joint.kind == Kind::Word)
        && !clause.iter().any(Token::is_number)
}

/// A forecast that only says that the toll will rise leaves the figure as it is.
fn rises(tokens: &[Token]) -> bool {
    tokens.windows(3).any(|window| {
        window[0].is(Class::Forecast) && window[1].is(Class::To) && window[2].is(Class::Rise)
    })
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

fn refused(tokens: &[Token], classes: &Classes) -> Option<Reason> {
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

/// The tokens that a cue of another time or event reaches: "last year", "ten years ago", "since 2011", "the war has
/// killed". A cue reaches as far as its clause.
fn background(
    text: &str,
    tokens: &[Token],
    classes: &Classes,
    first: bool,
    own_year: bool,
) -> Vec<Range<usize>> {
    let mut reaches = Vec::new();
    let may_reach = classes.meets(OTHER_TIME) || classes.meets(NUMBERS) || classes.has(Class::Ago);
    let words = if may_reach { tokens.len() } else { 0 };
    let mut number = false;
    let tried = first && classes.has(Class::Dealing);
    for at in 0..words {
        let token = token_at(tokens, at);
        let behind_number = std::mem::replace(&mut number, token.is_number());
        let next = tokens.get(at + 1);
        let before_ago = next.is_some_and(|next| next.is(Class::Ago));
        // "charged with killing a man a year ago", where nothing was told yet: what the article is about.
        if tried && (before_ago || token.is(Class::Background)) {
            continue;
        }
        let old = is_years_old(text, token);
        if !behind_number && !before_ago && !old && !token.entry.classes.meets(OTHER_TIME) {
            continue;
        }
        // "the deadliest strike since fighting broke out four years ago"
        let compared = |near: &[Token]| {
            let since = near.iter().position(|token| token.is(Class::Recent));
            any_is(&near[..since.unwrap_or(0)], Class::Worst)
        };
        let ago = before_ago && is_long(text, token);
        // "one of the worst fires in recent years"
        let spell_of = |near: &[Token]| {
            token.is(Class::Spell) && near.iter().any(|token| is_superlative(text, token))
        };
        if (ago || token.is(Class::Background)) && compared(within(tokens, ..at))
            || spell_of(within(tokens, at.saturating_sub(LONGEST_PERIOD)..at))
        {
            continue;
        }
        // "since militants took up arms in 1992"
        let told_year = |at: usize| {
            (at + 1..tokens.len().min(at + LONGEST_PERIOD))
                .any(|at| is_at(tokens, at, Class::In) && year_after(text, tokens, at))
        };
        let since = !own_year
            && token.is(Class::Since)
            && (year_after(text, tokens, at) || told_year(at))
            && !within(tokens, ..at)
                .iter()
                .any(|token| is_superlative(text, token));
        // "in the past ten years", "have died in 15 years"
        let have_in = || {
            let before = within(tokens, ..at);
            is_at(tokens, at - 2, Class::In)
                && any_is(before, Class::Have)
                && !before.iter().any(|token| is_superlative(text, token))
        };
        let spell = at >= 2
            && behind_number
            && is_long(text, token)
            && (is_at(tokens, at - 2, Class::Past) || have_in());
        // "in 13 months of fighting", "over two years of conflict"
        let long_spell = at >= 2
            && (is_at(tokens, at - 2, Class::In)
                || matches!(
                    token_at(tokens, at - 2).entry.bound_before,
                    Some(Qualifier::MoreThan | Qualifier::Nearly)
                ))
            && behind_number
            && is_long(text, token)
            && next.is_some_and(|next| next.is(Class::Of))
            && tokens
                .get(at + 2)
                .is_some_and(|event| event.is(Class::Event) || event.is(Class::LongEvent));
        // "have died in over a decade of feuds"
        let long_spell = long_spell
            || at > 1
                && is_at(tokens, at - 1, Class::Indefinite)
                && is_long(text, token)
                && next.is_some_and(|next| next.is(Class::Of))
                && any_is(within(tokens, ..at), Class::Have);
        let earlier = token.is(Class::Earlier)
            && next.is_some_and(|next| next.is(Class::In))
            && !names_part_of_day(text, tokens, at + 2);
        let year = !own_year && relative_to_year(text, tokens, at);
        if let Some(when) = when_since(tokens, at) {
            reaches.push(when..tokens.len());
        }
        // "a deal was signed in 2015, but hundreds have been killed since"
        let near = within(tokens, at.saturating_sub(LONGEST_DEAL)..at);
        let ever_since = token.is(Class::Since)
            && next.is_none_or(|next| next.kind != Kind::Word || next.is(Class::In))
            && any_is(near, Class::Have)
            && near
                .iter()
                .any(|token| is_year(text, token) || is_long(text, token));
        // "against 48 in 2012"
        if token.is(Class::UpFrom)
            && tokens
                .get(at + 2..)
                .is_some_and(|rest| is_of_other_year(text, rest))
        {
            reaches.push(at..clause_end(tokens, at));
        }
        // "took power in 1984 after the death of President Rell"
        let took_over = token.is(Class::Subordinator)
            && at >= 2
            && year_after(text, tokens, at - 2)
            && is_at(tokens, at - 2, Class::In)
            && (tokens.get(at + 2))
                .is_some_and(|death| death.entry.noun.is_some_and(|noun| !noun.plural));
        if took_over {
            reaches.push(at..clause_end(tokens, at));
        }
        // "killed 207 people earlier this month", where nothing was told yet: what the article is about.
        let news = || first && token.is(Class::Recent) && holds_all(tokens, &reach(tokens, at));
        if token.is(Class::Background) && !news()
            || token.is(Class::Recent) && brings(tokens, at)
            || ever_since
            || old && is_of_long_event(tokens, at)
            // "Five people died in another attack": of this event, where it is all that was told yet.
            || token.is(Class::OtherEvent) && !(first && at > 0)
            || year
            || is_decade(text, token)
            || ago
            || since
            || spell
            || long_spell
            || earlier
        {
            reaches.push(reach(tokens, at));
        }
    }
    if classes.meets(PRIOR) {
        reaches.extend((0..tokens.len()).filter_map(|at| reach_of_prior(tokens, at, first)));
    }
    if classes.has(Class::Background) {
        reaches.extend((0..tokens.len()).filter_map(|at| told_of_past(tokens, at)));
    }
    // "Floods in neighbouring Oland killed 12": the other country is where the figure after it is from. "A firm said
    // it left neighbouring Oland to save 12": what an article opens with.
    let elsewhere = || tokens.iter().position(|token| token.is(Class::Elsewhere));
    if classes.has(Class::Elsewhere)
        && let Some(at) = elsewhere().filter(|&at| {
            (at > 0 || !is_at(tokens, at, Class::In))
                && !(within(tokens, ..at).iter()).any(|token| {
                    let said = first && token.entry.reporting.is_some();
                    said || token.entry.verb.is_some() || token.entry.noun.is_some()
                })
        })
    {
        reaches.push(at..reach(tokens, at).end);
    }
    // "from 1931 to 1945", "between 1975 and 1979, when a million died"
    let spell_of_years = (1..tokens.len().saturating_sub(2)).find(|&at| {
        let opens = is_at(tokens, at - 1, Class::From) || is_at(tokens, at - 1, Class::Between);
        opens && is_year(text, token_at(tokens, at)) && is_year(text, token_at(tokens, at + 2))
    });
    if let Some(at) = spell_of_years {
        reaches.push(clause_start(tokens, at)..tokens.len());
    }
    if classes.has(Class::MonthName) && classes.has(Class::Relative) {
        let months = (1..tokens.len()).filter(|&at| is_bare_month(tokens, at));
        reaches.extend(months.filter_map(|at| told_in_month(tokens, at)));
    }
    if classes.has(Class::LongEvent) && is_killed_by_long_event(tokens, first) {
        reaches.push(0..tokens.len());
    }
    reaches
}

/// Whether all numbers of a sentence stand in `reach`.
fn holds_all(tokens: &[Token], reach: &Range<usize>) -> bool {
    let mut numbers = (0..tokens.len()).filter(|&at| token_at(tokens, at).is_number());
    numbers.all(|at| reach.contains(&at))
}

/// "12-year-old", "decade-long": whether a word says that something has lasted for years.
fn is_years_old(text: &str, token: &Token) -> bool {
    if !token.hyphened && token.kind != Kind::Compound {
        return false;
    }
    let printed = seen(token.text(text));
    let long = |part| has_shape(part, Shape::LongTime);
    (printed.split_once('-')).is_some_and(|(first, rest)| long(first) || long(rest))
}

/// Whether people have been killed in the long struggle whose noun stands behind the word at `at`: "9,000 have died in
/// the 12-year-old fight for independence".
fn is_of_long_event(tokens: &[Token], at: usize) -> bool {
    if !any_is(within(tokens, ..at), Class::Have) {
        return false;
    }
    let near = within(tokens, at + 1..tokens.len().min(at + 4)).iter();
    let mut noun = near.take_while(|token| token.entry.person.is_none());
    noun.any(|token| token.is(Class::LongEvent) || token.is(Class::Event))
}

/// "the deadliest strike since July, when 71 died": where what is told of that time starts.
fn when_since(tokens: &[Token], at: usize) -> Option<usize> {
    if !is_at(tokens, at, Class::Since) {
        return None;
    }
    let near = at + 1..tokens.len().min(at + LONGEST_SINCE);
    let opens = |index: &usize| {
        let token = token_at(tokens, *index);
        token.is_sign(',') || token.is(Class::Subordinator)
    };
    let end = near.clone().find(opens)?;
    let named = |at: usize| {
        let token = token_at(tokens, at);
        token.kind == Kind::Digits || token.is(Class::MonthName) || token.is(Class::Past)
    };
    let when = end + usize::from(is_comma(tokens, end));
    let opens = is_at(tokens, when, Class::Subordinator);
    (opens && (near.start..end).any(named)).then_some(when)
}

/// "hijacked a train last year, in which 31 people died": what a clause tells of the other time named before it.
fn told_of_past(tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let next = at + 1 + usize::from(is_comma(tokens, at + 1));
    let opens = next + usize::from(is_at(tokens, next, Class::In));
    let clause = is_at(tokens, opens, Class::Relative) || is_at(tokens, opens, Class::Subordinator);
    (is_at(tokens, at, Class::Background) && clause).then_some(opens..tokens.len())
}

/// What the event answers or follows: "in retaliation for the killing of five", "the attack came days after 20 died".
fn reach_of_prior(tokens: &[Token], at: usize, first: bool) -> Option<Range<usize>> {
    let token = token_at(tokens, at);
    if token.is(Class::DaysAfter) {
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
        let came = another
            || killing
            || any_is(before, Class::Occur)
            || parted && !lead()
            || at > BEFORE_DAYS_AFTER && before.iter().any(just);
        return came.then_some(at..tokens.len());
    }
    // "in retaliation for the raids, the arrest of two leaders, and the killing of a third"
    let noun = |at: usize| {
        let the = at + 1 + usize::from(is_at(tokens, at + 1, Class::And));
        let next = tokens.get(the + 1);
        let told = next.is_some_and(|next| next.entry.noun.is_some() || next.is(Class::Event));
        is_at(tokens, the, Class::Determiner) && told
    };
    token.is(Class::Prior).then(|| {
        let mut commas = (at..tokens.len()).filter(|&at| token_at(tokens, at).is_sign(','));
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
        at..comma.unwrap_or(tokens.len()).min(end)
    })
}

/// The clause around the cue at `at`. A cue that opens the sentence before any verb speaks for what follows its comma.
fn reach(tokens: &[Token], at: usize) -> Range<usize> {
    let mut start = clause_start(tokens, at);
    let end = clause_end(tokens, at);
    // "stands at 45, eight fewer than last year"
    let compared = (start.max(at.saturating_sub(LONGEST_PERIOD))..at).rfind(|&than| {
        let word = token_at(tokens, than);
        let bound = word.entry.bound_before;
        let less = matches!(bound, Some(Qualifier::FewerThan | Qualifier::MoreThan));
        less && !word.is(Class::Preposition) && !token_at(tokens, than + 1).is_number()
    });
    start = compared.unwrap_or(start);
    // "A man was killed before last year's race": no clause of its own.
    let owner = tokens
        .get(at + 1)
        .is_some_and(|next| next.kind == Kind::Possessive);
    if start == at && at > 0 && owner && !any_is(within(tokens, ..at), Class::Weekday) {
        start = clause_start(tokens, at - 1);
    }
    let opens = start == 0
        && !within(tokens, ..end)
            .iter()
            .any(|token| token.entry.verb.is_some());
    // "Last year, he won a medal after he shot a robber"
    let goes_on = |token: &Token| {
        token.is_sign(',')
            || at == 0 && token.is(Class::Subordinator) && token.is(Class::Preposition)
    };
    if opens && tokens.get(end).is_some_and(goes_on) {
        return 0..clause_end(tokens, end);
    }
    start..end
}

/// The start of the clause that the token at `at` stands in. What stands between brackets before it is passed over.
fn clause_start(tokens: &[Token], at: usize) -> usize {
    let mut next = at;
    while let Some(index) = next.checked_sub(1) {
        let open = || {
            within(tokens, ..index)
                .iter()
                .rposition(|token| token.is_sign('('))
        };
        next = match token_at(tokens, index).kind {
            Kind::Sign(')') => match open() {
                Some(open) => open,
                None => return index + 1,
            },
            _ if is_boundary(tokens, index) => return index + 1,
            _ => index,
        };
    }
    0
}

/// The end of the clause that goes on behind the token at `at`.
fn clause_end(tokens: &[Token], at: usize) -> usize {
    (at + 1..tokens.len())
        .find(|&index| is_boundary(tokens, index))
        .unwrap_or(tokens.len())
}

/// Whether a clause ends at the token at `at`: a subordinating or relative word, "bringing", a semicolon, or a comma before
/// the name of a source.
fn is_boundary(tokens: &[Token], at: usize) -> bool {
    let token = token_at(tokens, at);
    match token.kind {
        Kind::Sign(';' | '\u{2013}' | '\u{2014}' | '(' | ')') => true,
        Kind::Sign(',') => within(tokens, at + 1..)
            .iter()
            .take_while(|next| !next.is_sign(','))
            .any(|next| {
                next.entry.reporting.is_some() && next.entry.verb.is_none()
                    || next.is(Class::According)
            }),
        Kind::Word => {
            let joins =
                token.is(Class::Subordinator) && !token.is(Class::Adverb) || token.is(Class::Bring);
            (joins || token.is(Class::Relative) && !token.is(Class::That)) && at > 0
        }
        _ => false,
    }
}

/// "have been killed in the war", "in Orlen's offensive", "since", "since then": whether a sentence tells of a long time up to now.
pub(crate) fn tells_of_war(tokens: &[Token]) -> bool {
    let long = |at: usize| {
        let token = token_at(tokens, at);
        let owned = token.is(Class::Event)
            && (at.saturating_sub(2)..at)
                .any(|owner| token_at(tokens, owner).kind == Kind::Possessive);
        let ends = || {
            tokens
                .get(at + 1)
                .is_none_or(|next| next.kind != Kind::Word)
        };
        token.is(Class::LongEvent) || owned || token.is(Class::Since) && ends()
    };
    any_is(tokens, Class::Have) && (0..tokens.len()).any(long)
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

/// "the day", "the evening": whether a noun of time that is no long one stands at `at`.
fn names_part_of_day(text: &str, tokens: &[Token], at: usize) -> bool {
    let the = is_at(tokens, at, Class::Determiner);
    tokens.get(at + usize::from(the)).is_some_and(|token| {
        token.is(Class::Time) && !token.is(Class::MonthName) && !is_long(text, token)
    })
}

/// Whether a word names a day or a month, and so no place.
fn is_day(token: &Token) -> bool {
    token.is(Class::Weekday) || token.is(Class::MonthName)
}

/// Whether a noun of time is longer than days.
fn is_long(text: &str, token: &Token) -> bool {
    has_shape(token.text(text), Shape::LongTime)
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

fn is_year(text: &str, token: &Token) -> bool {
    if token.kind != Kind::Digits || token.end - token.start != 4 {
        return false;
    }
    let word = token.text(text);
    word.len() == 4
        && ["16", "17", "18", "19", "20"]
            .iter()
            .any(|century| word.starts_with(century))
}

/// "48 in 2012", "48 last year": whether the words right behind a number name a year or one before this.
pub(crate) fn is_of_other_year(text: &str, tokens: &[Token]) -> bool {
    let words = tokens.iter().take(LONGEST_PERIOD);
    let mut words = words.take_while(|token| token.kind != Kind::Sign('.') && !token.is_sign(';'));
    words.any(|token| token.is(Class::Background) || is_year(text, token) || is_long(text, token))
}

/// Whether the word at `at` is followed by a year, or by a month ("in March 2019") or another word ("since early 1992")
/// and a year.
fn year_after(text: &str, tokens: &[Token], at: usize) -> bool {
    let month = tokens.get(at + 1).is_some_and(|token| {
        token.is(Class::MonthName) && token.is_capital() || token.is(Class::Adverb)
    });
    tokens
        .get(at + 1 + usize::from(month))
        .is_some_and(|token| is_year(text, token))
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
            && tokens
                .get(at + 2 + month)
                .is_some_and(|t| t.kind == Kind::Word);
        (token.is(Class::In) || token.is(Class::From)) && year_after(text, tokens, at)
            || is_dated(text, tokens, at)
            || (event_of || bracket || described) && next.is_some_and(|t| is_year(text, t))
    })
}

/// "the deadliest", "one of the biggest": compared with another time, which is not told.
fn is_superlative(text: &str, token: &Token) -> bool {
    token.is(Class::Worst) || has_shape(token.text(text), Shape::Superlative)
}

/// Whether the sentence names a month without its day, and compares with none.
fn names_month(text: &str, tokens: &[Token]) -> bool {
    find_bare_month(tokens).is_some_and(|at| {
        !within(tokens, ..at)
            .iter()
            .any(|token| is_superlative(text, token) || is_ordinal(token))
    })
}

/// "the fifth attack since May": whether a word counts what happened.
fn is_ordinal(token: &Token) -> bool {
    matches!(token.entry.number, Some((NumberKind::Ordinal, order)) if order > 1)
}

/// "On July 2, a wall had killed 24": whether a date opens a sentence that tells what had happened before.
fn had_then(tokens: &[Token], first: bool) -> bool {
    let date = within(tokens, 1..tokens.len().min(LONGEST_DATE));
    let on = is_at(tokens, 0, Class::Preposition)
        && !is_at(tokens, 0, Class::By)
        && !is_at(tokens, 0, Class::Since);
    on && !first && any_is(date, Class::MonthName) && any_is(tokens, Class::Had)
}

/// The month that a sentence names without its day.
pub(crate) fn bare_month<'t>(text: &'t str, tokens: &[Token]) -> Option<&'t str> {
    find_bare_month(tokens).map(|at| token_at(tokens, at).text(text))
}

/// The first month that a sentence names without its day: "in August", "since January", and not "since March 3".
fn find_bare_month(tokens: &[Token]) -> Option<usize> {
    (1..tokens.len()).find(|&at| is_bare_month(tokens, at) && told_in_month(tokens, at).is_none())
}

/// "left 58 dead in the prison, where 119 were killed in September": what a relative clause tells of the month at `at`,
/// beside a number before it.
fn told_in_month(tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let told = clause_start(tokens, at)..at;
    let number = |words: &[Token]| words.iter().any(Token::is_number);
    let (before, clause) = (within(tokens, ..told.start), within(tokens, told.clone()));
    let relative = before.last().is_some_and(|who| who.is(Class::Relative));
    let apart = !clause.iter().any(parts);
    (relative && apart && number(clause) && number(before)).then_some(told)
}

/// Whether the word at `at` is a month without its day.
fn is_bare_month(tokens: &[Token], at: usize) -> bool {
    let since = is_at(tokens, at - 1, Class::Since);
    let day = || (tokens.get(at + 1)).is_some_and(|next| next.is_number() && next.text_len() < 3);
    let month = token_at(tokens, at);
    month.is(Class::MonthName)
        && month.is_capital()
        && (is_at(tokens, at - 1, Class::In) || since && !day())
}

/// "1947, when 111 miners died", "the fire of 1962, which claimed 28 lives", "in April, when": whether the word at `at`
/// opens a clause about a year or a month that is no full date.
fn relative_to_year(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = token_at(tokens, at);
    let opens = token.is(Class::Relative) || token.is(Class::Subordinator);
    if !opens || at < 3 || !token_at(tokens, at - 1).is_sign(',') {
        return false;
    }
    let before = token_at(tokens, at - 3);
    if is_at(tokens, at - 2, Class::MonthName) && token_at(tokens, at - 2).is_capital() {
        return before.is(Class::In);
    }
    if !is_year(text, token_at(tokens, at - 2)) {
        return false;
    }
    before.is(Class::In)
        || before.is(Class::Since)
        || before.is(Class::Of)
        || before.is(Class::MonthName) && at >= 4 && token_at(tokens, at - 4).kind == Kind::Word
}

/// "1980s".
fn is_decade(text: &str, token: &Token) -> bool {
    if token.end - token.start != 5 {
        return false;
    }
    let word = token.text(text);
    word.len() == 5
        && word.ends_with("0s")
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().take(4).all(|byte| byte.is_ascii_digit())
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
        && (before && year(next) || day(next) && year(next + 1 + sign(next + 1, ',')))
}

/// "Separately, a crash in Benhali", "floods in neighbouring Oland": where another event was.
fn other_place(text: &str, tokens: &[Token], classes: &Classes) -> Option<String> {
    if !classes.meets(OTHER_PLACE) {
        return None;
    }
    let other = |token: &Token| token.is(Class::OtherEvent) || token.is(Class::Elsewhere);
    let cue = tokens.iter().position(other)?;
    let start = (cue..tokens.len().saturating_sub(1)).find(|&at| {
        (is_at(tokens, at, Class::In) || is_at(tokens, at, Class::Elsewhere))
            && token_at(tokens, at + 1).is_capital()
    })? + 1;
    let end = (start..tokens.len())
        .find(|&at| !token_at(tokens, at).is_capital())
        .unwrap_or(tokens.len());
    Some(slice(text, tokens, start, end))
}

/// "In the village of Abrin alone", "In the coastal village of Tuwaym": the place that a sentence opens with.
fn opening_place(text: &str, tokens: &[Token], classes: &Classes) -> Option<String> {
    let alone = classes
        .has(Class::Alone)
        .then(|| tokens.iter().position(|token| token.is(Class::Alone)))
        .flatten()
        .filter(|&at| {
            at > 1 && token_at(tokens, at - 1).is_capital() && !is_day(token_at(tokens, at - 1))
        });
    if let Some(at) = alone {
        return name_ending(text, tokens, at);
    }
    if !tokens.first()?.is(Class::In) {
        return None;
    }
    let word = tokens
        .iter()
        .take(6)
        .position(|token| token.is(Class::PlaceWord))?;
    // "In Betsa province": the name stands before the word.
    let before = within(tokens, 1..word.max(1));
    let named = before.iter().rev().take_while(|token| token.is_capital());
    let start = word - named.count();
    if start < word {
        return Some(slice(text, tokens, start, word));
    }
    let of = tokens
        .get(word + 1)
        .filter(|token| token.is(Class::Of))
        .map_or(word + 1, |_| word + 2);
    let end = (of..tokens.len())
        .find(|&at| !token_at(tokens, at).is_capital())
        .unwrap_or(tokens.len());
    (end > of).then(|| slice(text, tokens, of, end))
}

/// "The province of Betsa was hardest hit, with 24 dead": the place that a sentence sets against others.
fn hardest_hit(text: &str, tokens: &[Token], classes: &Classes) -> Option<String> {
    if !classes.has(Class::HardestHit) {
        return None;
    }
    // "mostly in the worst-hit quarters of Tarn": not all of them.
    let hit = (tokens.iter()).position(|token| token.is(Class::HardestHit))?;
    let mostly = |at: usize| is_at(tokens, at, Class::Adverb) && is_at(tokens, at + 1, Class::In);
    if (hit.saturating_sub(3)..hit).any(mostly) {
        return None;
    }
    let named = |token: &Token| {
        token.is_capital() && !token.entry.is_trigger() && !token.is(Class::PlaceWord)
    };
    // "Tarn remains the worst-hit region": a name that opens the sentence is no word of any table.
    let opens = |token: &Token| named(token) && token.entry.classes == Classes::EMPTY;
    let first = usize::from(!tokens.first().is_some_and(opens));
    let mut start = (first..tokens.len()).find(|&at| named(token_at(tokens, at)))?;
    // "South Orlen"
    let part =
        |at: &usize| is_at(tokens, *at, Class::PlaceWord) && token_at(tokens, *at).is_capital();
    start = start.checked_sub(1).filter(part).unwrap_or(start);
    let end = (start + 1..tokens.len())
        .find(|&at| !named(token_at(tokens, at)))
        .unwrap_or(tokens.len());
    Some(slice(text, tokens, start, end))
}

/// "Upper Hald: 31 dead" in a list or a bulletin: the place before the colon. A title's first words are its topic.
fn label_place(text: &str, tokens: &[Token]) -> Option<String> {
    let colon = tokens
        .iter()
        .take(5)
        .position(|token| token.is_sign(':'))
        .filter(|&at| at > 0)?;
    // "RAMPUR: Twelve people died when ...": a dateline.
    if tokens.len() - colon > LONGEST_LABELLED {
        return None;
    }
    let name = within(tokens, ..colon).iter().all(|token| {
        let plain = token.entry.person.is_none()
            && token.entry.number.is_none()
            && !token.entry.is_trigger();
        (token.is_capital() || token.is(Class::PlaceWord))
            && plain
            && !token.is(Class::Event)
            && !token.is(Class::Time)
            && !token.is(Class::Total)
            && !token.is(Class::Topic)
            && !token.is(Class::Adverb)
            && !token.is(Class::Official)
            && token.entry.force.is_none()
            && token.entry.reporting.is_none()
    });
    name.then(|| slice(text, tokens, 0, colon))
}

fn name_ending(text: &str, tokens: &[Token], end: usize) -> Option<String> {
    let start = (0..end)
        .rev()
        .take_while(|&at| {
            token_at(tokens, at).is_capital() && !is_at(tokens, at, Class::Preposition)
        })
        .last()?;
    Some(slice(text, tokens, start, end))
}

fn slice(text: &str, tokens: &[Token], start: usize, end: usize) -> String {
    text.get(token_at(tokens, start).start..tokens[end - 1].end)
        .unwrap_or_default()
        .to_owned()
}
