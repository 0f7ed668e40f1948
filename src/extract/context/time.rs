//! The time that a sentence speaks of, and what the sentences before leave of it.

use super::extent::named_day;
use super::{Context, Place};
use crate::extract::lexicon::Class;
use crate::extract::link::Figure;
use crate::extract::scope::{
    Setting, bare_month, is_one_of_series, names_dated_event, names_day, names_year, refers_back,
    setting, speaks_of_now,
};
use crate::extract::text::{BlockKind, Token, is_at};
use crate::model::Outcome;

/// The paragraphs that may open an article: headline, writer, dateline, and what happened.
const LONGEST_OPENING: usize = 4;

/// The most claims of headlines before the first of running text.
const MOST_IN_HEADLINES: usize = 4;

/// The time that a sentence speaks of.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Time {
    /// Another time or event.
    past: bool,
    /// A year.
    year: bool,
    /// The year that the paragraph opens with, whatever the tense: "Oct 2022 - A fire kills 26."
    pub(super) dated: bool,
    /// A date, where the event is of a day of the week: "The war began on May 3. Nine died that day."
    day: bool,
    /// Earlier happenings of a series, whichever days they are told with: "It was the third fire in a week."
    series: bool,
}

impl Time {
    /// The time that a sentence with figures leaves to the one after it, where `self` was left to it.
    pub(super) fn after(self, tokens: &[Token], figures: &[Figure], setting: &Setting) -> Self {
        let numbers = figures.iter().map(|figure| figure.number);
        Time {
            past: !self.has_since(tokens) && setting.is_past(numbers),
            year: setting.year,
            ..self
        }
    }

    /// "The war ended in 2012. Since then, 60 have died there."
    fn has_since(self, tokens: &[Token]) -> bool {
        self.year && is_at(tokens, 0, Class::Same)
    }

    /// Puts the figures of a sentence into the time that was told before, where it goes on with that (`may` = its own words
    /// allow it).
    fn reach_into(self, tokens: &[Token], may: bool, setting: &mut Setting) {
        let of_series = self.series && names_day(tokens);
        let then = || may && (!speaks_of_now(tokens) || refers_back(tokens));
        let of_day = self.day && refers_back(tokens);
        if of_series || of_day || (self.past || self.year) && then() {
            setting.year |= self.year || of_day;
            if self.past || of_series || self.has_since(tokens) {
                setting.set_past(tokens.len());
            }
        }
    }
}

impl Context {
    /// The time that a sentence without figures leaves to the one after it.
    pub(super) fn time_without_figures(
        &self,
        place: &Place<'_>,
        tokens: &[Token],
        before: Time,
    ) -> Time {
        Time {
            past: false,
            // "Dec 30, 2004: A flare set foam alight. It killed 194.", "A blast hit Orlen last year. Nine people died."
            year: (before.year
                || !self.own_year && names_year(place.text, tokens, &place.classes)
                || place.classes.has(Class::Background) && place.classes.has(Class::Event))
                && !(speaks_of_now(tokens) || place.classes.has(Class::Since)),
            dated: before.dated,
            day: self.weekday == Some(true) && !self.stated && named_day(place.text, tokens) > 0,
            series: before.series || is_one_of_series(tokens, &place.classes),
        }
    }

    /// The setting of a sentence with figures behind those before it, which speak of the time `before`. `overall` = it sums up.
    pub(super) fn setting(
        &mut self,
        place: &Place<'_>,
        tokens: &[Token],
        before: Time,
        overall: bool,
    ) -> Setting {
        let title = place.number == 0 && place.kind == BlockKind::Headline;
        // A headline tells nothing of what running text may call another time.
        let mut told = self.notes.iter().take(MOST_IN_HEADLINES);
        let opens = told.all(|note| note.body.is_none());
        let own_year = self.own_year;
        let mut setting = setting(place.text, tokens, &place.classes, title, opens, own_year);
        if self.past_section {
            setting.set_past(tokens.len());
        }
        let reported = self.is_of_month(place, tokens);
        if reported {
            setting.year = !own_year && names_year(place.text, tokens, &place.classes);
        }
        let told_apart = || {
            let named = place.classes.has(Class::MonthName) || place.classes.has(Class::Past);
            named && !opens && self.is_apart() && names_dated_event(tokens)
        };
        setting.year |= before.dated || told_apart();
        // What an article is about stands at its start.
        setting.one_of_year &= self.paragraph > LONGEST_OPENING;
        before.reach_into(tokens, !reported && !overall, &mut setting);
        setting
    }

    /// Whether what happens on a date of its own is another event: people of the event were told, and their number is no
    /// running total. Days later the event itself is called by its date.
    pub(super) fn is_apart(&self) -> bool {
        let harmed = [Outcome::Killed, Outcome::Injured, Outcome::Casualties];
        let mut first = self.notes.iter().take(MOST_IN_HEADLINES);
        harmed.iter().any(|&outcome| self.told[outcome as usize]) && !first.any(|note| note.total)
    }

    /// Whether a sentence names the month that the article is about, which its first sentence with a figure names: a report on
    /// May is of no other time where it says "in May".
    fn is_of_month(&mut self, place: &Place<'_>, tokens: &[Token]) -> bool {
        let named = place.classes.has(Class::MonthName);
        let month = named.then(|| bare_month(place.text, tokens)).flatten();
        if self.claims.is_empty() {
            self.month = month.map(str::to_owned);
        }
        month.is_some() && month == self.month.as_deref()
    }
}
