//! Parts of the event: the place or the incident that a sentence opens with, and that its paragraph goes on with.
//!
//! An opening alone says little: a lead opens so, too ("In Orlen, a blast killed nine"). It makes a part only of figures
//! below one that the article has told of the whole before (`Context` looks).

use super::lexicon::{Class, Classes, NumberKind};
use super::text::{Kind, Token, is_at, token_at, within};
use super::victim::breaks;
use crate::model::Scope;

/// The most words of an opening that are looked at.
const LONGEST_OPENING: usize = 18;

/// The most words from an article to its noun.
const LONGEST_NOUN_PHRASE: usize = 5;

/// Words that may stand before an opening: days, dates, "also", "meanwhile".
const BEFORE: Classes = Classes::of(&[
    Class::Weekday,
    Class::MonthName,
    Class::Adverb,
    Class::Continuation,
    Class::And,
    Class::But,
    Class::Earlier,
]);

/// Words that stand right behind a noun and are none.
const BEHIND_NOUN: Classes = Classes::of(&[
    Class::Preposition,
    Class::In,
    Class::At,
    Class::Be,
    Class::Have,
    Class::Relative,
    Class::That,
    Class::Subordinator,
    Class::Adverb,
    Class::By,
    Class::Weekday,
    Class::And,
    Class::Occur,
    Class::Rise,
]);

/// Capital words that name no place.
const NO_PLACE: Classes = Classes::of(&[
    Class::Weekday,
    Class::MonthName,
    Class::Event,
    Class::Official,
    Class::Outlet,
    Class::Topic,
    Class::Pronoun,
    Class::Time,
    Class::Preposition,
]);

/// A part of the event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EventPart {
    /// A place or an incident.
    pub(crate) scope: Scope,
    pub(crate) place: Option<String>,
    /// Whether the words tell it from the event without a figure to compare: "a second blast", but not "a blast".
    pub(crate) plain: bool,
    /// Whether a figure has shown that the paragraph speaks of this part.
    pub(crate) sure: bool,
}

impl EventPart {
    /// A part told from the event by its place, or by words that set an incident against others.
    pub(crate) fn plain(scope: Scope, place: Option<String>) -> Self {
        EventPart {
            scope,
            place,
            plain: true,
            sure: false,
        }
    }
}

/// The part of the event that a sentence opens with: "At Sirako, ...", "On 6 October an air strike on a market ...", "The
/// second bomb ...", "In the deadliest attack, ...".
pub(crate) fn opening(text: &str, tokens: &[Token]) -> Option<EventPart> {
    // "Two days later, in Boulli, ..."
    let time = |at: usize| {
        token_at(tokens, at).entry.number.is_some() && is_at(tokens, at + 1, Class::Time)
    };
    let start = (0..tokens.len().min(LONGEST_OPENING))
        .find(|&at| !may_stand_before(token_at(tokens, at)) && !time(at))?;
    let rest = within(tokens, start..);
    let end = (rest.iter())
        .take(LONGEST_OPENING)
        .position(|token| token.entry.verb.is_some() && !token.is(Class::Event))
        .unwrap_or(rest.len().min(LONGEST_OPENING));
    if tokens
        .iter()
        .take(LONGEST_NOUN_PHRASE)
        .any(|token| token.is(Class::Sequel))
        || is_one_of_several(rest)
    {
        return Some(EventPart::plain(Scope::Incident, None));
    }
    if let Some(place) = place(text, rest, end) {
        return Some(EventPart::plain(Scope::Place, Some(place)));
    }
    let dated = is_date(within(tokens, ..start));
    (dated || is_new_incident(rest)).then_some(EventPart {
        scope: Scope::Incident,
        place: None,
        plain: false,
        sure: false,
    })
}

/// Whether a figure whose words end before the token at `at` is set in a place: "died in Benhali", "killed there". Its
/// name, if it has one.
pub(crate) fn place_behind(text: &str, tokens: &[Token], at: usize) -> Option<Option<String>> {
    // "Six deaths were reported in Benhali", "Nine bodies were found in Benhali"
    let joins = |token: &&Token| {
        let copula = token.is(Class::Be) || token.is(Class::Have);
        let found = token.is(Class::Find);
        copula || found || token.entry.reporting.is_some() && token.entry.verb.is_none()
    };
    let mut at = at + tokens.get(at..)?.iter().take(3).take_while(joins).count();
    // "in clashes in Tarn"
    let clashes = is_at(tokens, at, Class::In) && is_at(tokens, at + 1, Class::Event);
    if clashes && is_at(tokens, at + 2, Class::In) {
        at += 2;
    }
    // "on the roads in Tarn"
    let roads = is_at(tokens, at + 1, Class::Determiner) && is_at(tokens, at + 2, Class::Thing);
    let on = is_at(tokens, at, Class::Preposition) && !is_at(tokens, at, Class::To);
    if roads && on && is_at(tokens, at + 3, Class::In) {
        at += 3;
    }
    let token = tokens.get(at)?;
    if token.is(Class::There) {
        return Some(None);
    }
    // "in the town of Tarn", and not "in the north of Orland"
    let town = is_at(tokens, at + 1, Class::Determiner)
        && is_at(tokens, at + 2, Class::PlaceWord)
        && is_at(tokens, at + 2, Class::Thing)
        && is_at(tokens, at + 3, Class::Of);
    let start = at + 1 + 3 * usize::from(town);
    // "in the Northern Valley", and not "in the Black Cat club"
    let the = !town && is_at(tokens, start, Class::Determiner);
    let rest = within(tokens, start + usize::from(the)..);
    let behind = || rest.iter().find(|token| !token.is_capital());
    let named = (token.is(Class::Locative) && (!the || behind().is_none_or(breaks)))
        .then(|| name(text, rest))?;
    named.map(Some)
}

/// "Tarn with 34", "Sarn (22)", "Tarn, with 34": the place whose number stands at the token `number`.
pub(crate) fn place_before(text: &str, tokens: &[Token], number: usize) -> Option<String> {
    let sign = number.checked_sub(1)?;
    let word = token_at(tokens, sign);
    let comma = usize::from(sign > 0 && token_at(tokens, sign - 1).is_sign(','));
    // "Tarn, where 13 people died", "Tarn Province, with 45 deaths, was hit worst", "Sarn has 12 deaths"
    let opens = word.is(Class::Relative) && word.is(Class::Locative)
        || word.is(Class::With)
        || word.is(Class::Have)
        || word.is_sign('(');
    opens.then(|| place_ending(text, tokens, sign - comma))?
}

/// The name of a place that ends before the token `end`.
pub(crate) fn place_ending(text: &str, tokens: &[Token], end: usize) -> Option<String> {
    // "Tarn county, where"
    let county = (end.checked_sub(1)).filter(|&at| is_at(tokens, at, Class::PlaceWord));
    let end = county
        .filter(|&at| !token_at(tokens, at).is_capital())
        .unwrap_or(end);
    let words = within(tokens, ..end).iter().rev();
    let start = end - words.take_while(|token| token.is_capital()).count();
    (start < end).then(|| name(text, within(tokens, start..end)))?
}

/// "On 6 October", "May 19,": whether the words before an opening name a day of a month.
fn is_date(tokens: &[Token]) -> bool {
    let day = |token: &Token| matches!(token.kind, Kind::Digits | Kind::Compound);
    (tokens.windows(2)).any(|pair| {
        pair[0].is(Class::MonthName) && day(&pair[1])
            || day(&pair[0]) && pair[1].is(Class::MonthName)
    })
}

fn may_stand_before(token: &Token) -> bool {
    let on = token.is(Class::Preposition) && !token.is(Class::Locative);
    let number = matches!(token.kind, Kind::Digits | Kind::Compound);
    let sequel = token.is(Class::Sequel);
    token.is_quote()
        || token.is_sign(',')
        || number
        || on
        || token.is(Class::Time)
        || token.entry.classes.meets(BEFORE) && !sequel
}

/// "In Boulli, 13 people died", "About 30 km further east, in Boulli, ...": the place, before the verb at `end`.
fn place(text: &str, tokens: &[Token], end: usize) -> Option<String> {
    (0..end).find_map(|at| {
        if !is_at(tokens, at, Class::Locative) {
            return None;
        }
        let opens =
            at == 0 || token_at(tokens, at - 1).is_sign(',') || is_at(tokens, at - 1, Class::That);
        if !opens {
            return None;
        }
        let rest = within(tokens, at + 1..);
        let name = name(text, rest)?;
        let behind = rest.iter().find(|token| !token.is_capital());
        (at == 0 || behind.is_some_and(|token| token.is_sign(','))).then_some(name)
    })
}

/// The name of a place that the tokens begin with.
fn name(text: &str, tokens: &[Token]) -> Option<String> {
    let words = (tokens.iter())
        .take_while(|token| token.is_capital())
        .count();
    let plain = |token: &Token| {
        token.entry.person.is_none()
            && token.entry.force.is_none()
            && !token.entry.classes.meets(NO_PLACE)
    };
    let (first, last) = (tokens.first()?, tokens.get(words.checked_sub(1)?)?);
    let dated = tokens
        .get(words)
        .is_some_and(|next| next.kind == Kind::Digits);
    (within(tokens, ..words).iter().all(plain) && !dated).then(|| {
        text.get(first.start..last.end)
            .unwrap_or_default()
            .to_owned()
    })
}

/// "The second bomb", "another attack", "a separate strike", "in the deadliest attack": one incident of several.
fn is_one_of_several(tokens: &[Token]) -> bool {
    let start = usize::from(
        tokens
            .first()
            .is_some_and(|token| token.is(Class::Locative)),
    );
    let near = within(
        tokens,
        start.min(tokens.len())..tokens.len().min(start + LONGEST_NOUN_PHRASE),
    );
    let Some((first, rest)) = near.split_first() else {
        return false;
    };
    // "At one of them", "in one village".
    if start == 1 && matches!(first.entry.number, Some((NumberKind::Unit, 1))) {
        return true;
    }
    let ordinal = |token: &Token| matches!(token.entry.number, Some((NumberKind::Ordinal, order)) if order > 1);
    let article = first.is(Class::Determiner) || first.is(Class::Indefinite);
    let told_apart = first.is(Class::Additive)
        || start == 1 && first.is(Class::Other)
        || article
            && rest.first().is_some_and(|token| {
                ordinal(token) || token.is(Class::Separate) || token.is(Class::Worst)
            });
    let compared = |at: usize| {
        near.get(at + 1)
            .is_some_and(|next| next.is(Class::In) || next.is(Class::Since) || next.is(Class::Of))
    };
    told_apart && event_at(within(tokens, start..)).is_some_and(|at| !(start == 0 && compared(at)))
}

/// "An air strike on a market killed 16": an incident that the article has not told before.
fn is_new_incident(tokens: &[Token]) -> bool {
    tokens
        .first()
        .is_some_and(|token| token.is(Class::Indefinite))
        && event_at(tokens).is_some()
}

/// Where the noun for a happening stands that the words begin with.
fn event_at(tokens: &[Token]) -> Option<usize> {
    let event = |at: usize| is_at(tokens, at, Class::Event) || is_at(tokens, at, Class::Bomb);
    // "another mine accident"
    let at = (0..=LONGEST_NOUN_PHRASE).find(|&at| event(at) && !event(at + 1))?;
    let before = within(tokens, 1..at.max(1)).iter().all(|token| {
        token.kind == Kind::Word && !token.is(Class::Of) && !token.is(Class::Relative)
            || token.is_sign(',')
    });
    let behind = tokens.get(at + 1).is_none_or(|next| {
        matches!(next.kind, Kind::Sign(_))
            || next.entry.verb.is_some()
            || next.entry.reporting.is_some()
            || next.entry.classes.meets(BEHIND_NOUN) && !next.is(Class::Of)
    });
    (before && behind).then_some(at)
}
