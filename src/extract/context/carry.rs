//! What a sentence or a heading leaves to those after it: an outcome, and of whom.

use super::{Context, Place};
use crate::extract::lexicon::{Class, Classes, NUMBERS, TRIGGERS};
use crate::extract::link::{Figure, Part, SHORT_REPORT, rose_to};
use crate::extract::text::{BlockKind, Token, any_is};
use crate::model::{Group, Outcome, Reason};

/// Words of a sentence that may state figures of what was said before, beside a number.
const CARRIED: Classes = Classes::of(&[
    Class::Colon,
    Class::Total,
    Class::Including,
    Class::GroupPronoun,
    Class::Counting,
    Class::Be,
]);

/// The most words of a heading over a list.
pub(super) const LONGEST_HEADING: usize = 12;

impl Context {
    /// A heading or a label that names an outcome without a figure ("Deaths by group:") speaks for the list under it.
    pub(super) fn carry_heading(&mut self, place: &Place<'_>, tokens: &[Token]) {
        let headline = place.kind == BlockKind::Headline;
        let colon = tokens.last().is_some_and(|token| token.is_sign(':'));
        if !headline && !colon {
            return;
        }
        let label = colon || tokens.len() <= 6;
        let told = tokens.iter().find_map(|token| {
            let verb = token.entry.verb.and_then(|verb| verb.outcome);
            token
                .entry
                .noun
                .map(|noun| noun.outcome)
                .or(token.entry.adjective)
                .or(verb)
        });
        if label && told.is_some() {
            self.carried = told;
        }
        // "Civilian victims by district": the dead, and of which group.
        let victims = || any_is(tokens, Class::Victims);
        let outcome = told.or_else(|| victims().then_some(Outcome::Killed));
        if let Some(outcome) =
            outcome.filter(|_| tokens.len() <= LONGEST_HEADING && !place.classes.meets(NUMBERS))
        {
            let group = |token: &Token| {
                token
                    .entry
                    .force
                    .or(token.entry.person.map(|person| person.group))
            };
            let mut groups = tokens.iter().filter_map(group);
            let named = groups.find(|&group| group != Group::People);
            self.heading = Some((outcome, named.unwrap_or(Group::People)));
        }
    }

    /// Whether a sentence without a word of outcome may still state figures of what was said before.
    pub(super) fn may_carry(&self, tokens: &[Token], classes: &Classes) -> bool {
        self.carried.is_some()
            && classes.meets(NUMBERS)
            && (classes.meets(CARRIED)
                || classes.has(Class::Saying) && tokens.len() <= SHORT_REPORT
                || rose_to(tokens).is_some())
    }

    /// Sets aside pronouns and names for one person where an earlier sentence has already counted somebody for that
    /// outcome: they most likely speak of the same person. Only the last figures of a sentence can be pronouns' without
    /// upsetting indices.
    pub(super) fn keep_new_people(&mut self, tokens: &[Token], figures: &mut Vec<Figure>) {
        let linked = figures
            .iter()
            .any(|figure| figure.part != Part::None || figure.superseded_by.is_some());
        if linked {
            return;
        }
        let mut told = self.told;
        figures.retain(|figure| {
            // "killed himself and two guards": another than those told before.
            let pronoun = figure.pronoun && figure.group != Group::Perpetrators;
            let again = (pronoun || figure.named) && self.told[figure.outcome as usize]
                || pronoun && told[figure.outcome as usize];
            told[figure.outcome as usize] |= figure.one;
            if again {
                self.set_aside(tokens, figure.evidence.clone(), Reason::SamePerson);
            }
            !again
        });
    }
}

/// "Background", "Not the first time": whether a short heading stands over what happened before.
pub(super) fn is_past_heading(tokens: &[Token], classes: &Classes) -> bool {
    let plain = !classes.meets(NUMBERS) && !classes.meets(TRIGGERS);
    tokens.len() <= LONGEST_HEADING / 2 && plain && classes.has(Class::PastHeading)
}
