//! How much of the event a sentence speaks of: the whole, a place, an incident, another time; or nothing that happened.
//!
//! This file holds what a sentence says of it (`Setting`) and reads it. Where another time or event is told of
//! (`background`) is found word by word (`cue`); `place`, `time` and `clause` say where, when and how far; `unstated` is
//! what states no figure, and `passing` what a sentence tells of beside the event.

mod background;
mod clause;
mod cue;
mod passing;
mod place;
mod time;
mod unstated;

use self::background::background;
pub(crate) use self::passing::{
    counts_spell, is_one_of_series, passes_to, refers_back, speaks_of_now, sums_up, tells_of_war,
};
use self::place::{hardest_hit, label_place, opening_place, other_place};
pub(crate) use self::time::{
    bare_month, is_of_other_year, names_dated_event, names_day, names_own_year, names_year,
    opens_as, opens_with_year, own_years,
};
use self::time::{had_then, names_month, tells_recent};
use self::unstated::{is_projected, rates, refused};
use super::lexicon::{Class, Classes};
use super::text::{Token, is_at};
use crate::model::{Reason, Scope};
use std::ops::Range;

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
    let (scope, place) = scope_of_all(text, tokens, classes, title);
    let named_year = !own_year && names_year(text, tokens, classes);
    let recent = !first && has(Class::Recent) && tells_recent(tokens)
        || has(Class::MonthName) && (names_month(text, tokens) || had_then(tokens, first));
    Setting {
        scope,
        place,
        one_of_year: named_year && first && !has(Class::Dealing),
        other_place: other_place(text, tokens, classes),
        refused: refused(tokens, classes),
        projected: is_projected(tokens, classes),
        year: recent || named_year,
        part_event: has(Class::PartEvent) && has(Class::Taker),
        background: background(text, tokens, classes, first, own_year),
        rates: rates(tokens, classes),
    }
}

/// The scope of what a sentence tells of its own time, and its place.
fn scope_of_all(
    text: &str,
    tokens: &[Token],
    classes: &Classes,
    title: bool,
) -> (Scope, Option<String>) {
    if classes.has(Class::Incident) || is_worst_part(tokens) {
        return (Scope::Incident, None);
    }
    let place = opening_place(text, tokens, classes)
        .or_else(|| hardest_hit(text, tokens, classes))
        .or_else(|| label_place(text, tokens).filter(|_| !title));
    match place {
        Some(place) => (Scope::Place, Some(place)),
        None => (Scope::Event, None),
    }
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
