//! Nouns of what happened: "nine fatalities", "the deaths of 40 people".

use super::{Linker, is_fate};
use crate::extract::chunk::Piece;
use crate::extract::lexicon::{Class, OutcomeNounKind};
use crate::extract::victim::Head;
use crate::model::{Count, Outcome, Qualifier};

impl Linker<'_> {
    /// "nine fatalities", "no casualties", "the deaths of 40 people".
    pub(super) fn noun(&mut self, at: usize) {
        let Some(phrase) = self.phrase(at) else {
            return;
        };
        let Head::Outcome(outcome, kind) = phrase.head else {
            return;
        };
        let counted = phrase.quantity.is_some() || phrase.zero;
        let outcome = if kind == OutcomeNounKind::Body && self.grave_before(at) {
            Outcome::Buried
        } else {
            outcome
        };
        if !counted {
            self.noun_of(at, outcome, kind);
            return;
        }
        if !self.is_free(at) {
            return;
        }
        let accepted = match kind {
            OutcomeNounKind::Event if self.is_vague(at) => {
                outcome != Outcome::Injured || self.has_other_outcome(at)
            }
            OutcomeNounKind::Event | OutcomeNounKind::Person => true,
            OutcomeNounKind::Body => phrase.words.len() <= 2,
            OutcomeNounKind::Life => self.is_taken(at),
            OutcomeNounKind::Case => self.has_other_outcome(at),
        };
        if !accepted {
            self.refuse(at, "not-casualties");
            return;
        }
        if let Some(reason) = self.noun_mood(at) {
            self.refuse(at, reason);
            return;
        }
        if let Some(index) = self.add(at, at, outcome, "outcome-noun") {
            self.found.figures[index].bare = false;
        }
    }

    /// Why a counted noun states no fact: "could cause 40 deaths".
    pub(super) fn noun_mood(&self, at: usize) -> Option<&'static str> {
        let start = self.chunks[at].span.start;
        let near = &self.tokens[start.saturating_sub(5)..start];
        near.iter()
            .any(|token| token.is(Class::Hypothetical) && token.is(Class::Modal))
            .then_some("hypothetical")
    }

    /// Whether a mass grave is what holds the bodies.
    fn grave_before(&self, at: usize) -> bool {
        let start = self.chunks[at].span.start;
        self.tokens[..start]
            .iter()
            .any(|token| token.is(Class::Grave))
    }

    /// Whether lives are taken or lost, and not saved or changed.
    fn is_taken(&self, at: usize) -> bool {
        let span = &self.chunks[at].span;
        let before = &self.tokens[span.start.saturating_sub(4)..span.start];
        let after = &self.tokens[span.end..(span.end + 4).min(self.tokens.len())];
        before
            .iter()
            .chain(after)
            .any(|token| token.is(Class::Taker) || token.is(Class::Lose))
    }

    fn has_other_outcome(&self, at: usize) -> bool {
        let span = &self.chunks[at].span;
        self.tokens.iter().enumerate().any(|(index, token)| {
            let harm = token.entry.verb.and_then(|verb| verb.outcome).or(token
                .entry
                .noun
                .filter(|noun| noun.kind == OutcomeNounKind::Event)
                .map(|noun| noun.outcome));
            !span.contains(&index) && harm.is_some()
        })
    }

    /// "the deaths of 40 people", "the killing of 745 civilians", "claimed the lives of 31".
    fn noun_of(&mut self, at: usize, outcome: Outcome, kind: OutcomeNounKind) {
        if kind == OutcomeNounKind::Life && !self.is_taken(at) || kind == OutcomeNounKind::Case {
            return;
        }
        let of = at + 1;
        let without = self.chunks[at]
            .span
            .start
            .checked_sub(1)
            .is_some_and(|index| {
                self.tokens[index].is(Class::Negation) && self.tokens[index].is(Class::Preposition)
            });
        if without {
            self.zero_noun(at, outcome);
            return;
        }
        if !(self.is_of(of) || self.is(of, |piece| matches!(piece, Piece::Among))) {
            return;
        }
        for victim in self.list_right(self.skip_adverbs(of + 1)) {
            if !self.has_quantity(victim) && !is_fate(outcome) {
                continue;
            }
            let mood = self.noun_mood(at);
            match mood {
                Some(reason) => self.refuse(victim, reason),
                None => {
                    self.add(victim, at, outcome, "death-of-people");
                }
            }
        }
    }

    /// "without casualties": an explicit zero.
    fn zero_noun(&mut self, at: usize, outcome: Outcome) {
        let span = self.chunks[at].span.clone();
        if let Some(index) = self.add(at, at, outcome, "none") {
            let figure = &mut self.found.figures[index];
            figure.count = Count {
                low: Some(0),
                high: Some(0),
                qualifier: Qualifier::Exact,
                text: String::new(),
            };
            figure.evidence = span.start - 1..span.end;
            figure.one = false;
            let words = self.words(span.start - 1..span.end);
            self.found.figures[index].count.text = words;
        }
    }
}
