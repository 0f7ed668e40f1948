//! Labels before a colon: "Dead: 192", "Civilians: 745".

use super::{Linker, Part};
use crate::extract::chunk::{Piece, Pieces};
use crate::extract::lexicon::{Class, OutcomeNounKind};
use crate::extract::outcome::{Form, Role};
use crate::extract::victim::Head;
use crate::model::Outcome;

/// The most chunks of a label.
const LONGEST_LABEL: usize = 7;

impl Linker<'_> {
    /// Labels first where a label opens the line: in "Dead: 192  Injured: 40" no number is the subject of what follows.
    pub(super) fn label_lines(&mut self) {
        let parted = self.is(1, Pieces::COLON) || self.is_label_dash(1);
        if parted && self.label_outcome(0).is_some() {
            self.labels();
        }
    }

    /// "Dead: 192  Injured: 4,877", "A total of 1,018 died: 745 civilians and 273 others".
    pub(super) fn labels(&mut self) {
        if !self.pieces.meets(Pieces::COLON | Pieces::DASH) {
            return;
        }
        for at in 0..self.chunks.len() {
            if !self.is(at, Pieces::COLON) && !self.is_label_dash(at) {
                if at > 0 && self.is(at, Pieces::DASH) {
                    self.parts_behind_dash(at);
                }
                continue;
            }
            let Some(label) = self.before(at) else {
                continue;
            };
            let Some(outcome) = self.label_outcome(label) else {
                continue;
            };
            let whole = (label.saturating_sub(4)..label).rev().find_map(|index| {
                self.used_for(index)
                    .filter(|&figure| self.outcome_of(figure) == outcome)
            });
            for number in self.list_right(self.skip_adverbs(at + 1)) {
                // "Double murder: Man charged": the label of a story, and of nobody's number.
                let counted = (self.phrase(number))
                    .is_some_and(|phrase| phrase.quantity.is_some() || phrase.zero);
                // "Victims: Imre Dost, 34"
                let bare = self
                    .phrase(number)
                    .is_some_and(|phrase| phrase.head != Head::Person);
                let named = bare && self.has_class(label, Class::Victims);
                if !counted || named || self.tells_its_own(number, outcome) {
                    continue;
                }
                if let Some(index) = self.add(number, label, outcome, "label") {
                    self.found.figures[index].part = whole.map_or(Part::None, Part::Of);
                    self.confirmed_parts(number, index, outcome);
                }
            }
        }
    }

    /// "Ninety died - 40 men, 30 women and 20 children": the people behind the dash at `at` who come to the figure told
    /// before it at most.
    fn parts_behind_dash(&mut self, at: usize) {
        let told = self.verb_at(at - 1).is_some() || self.used_for(at - 1).is_some();
        let Some(whole) = self.figure_before(at).filter(|_| told) else {
            return;
        };
        let parts = self.list_right(at + 1);
        let count = |&part: &usize| {
            let phrase = self
                .phrase(part)
                .filter(|phrase| phrase.head == Head::Person)?;
            phrase.quantity?.low
        };
        let sum = (parts.iter()).try_fold(0u64, |sum, part| sum.checked_add(count(part)?));
        if parts.len() < 2 || sum.is_none() || sum > self.found.figures[whole].count.low {
            return;
        }
        for part in parts {
            if let Some(index) = self.add(part, part, self.outcome_of(whole), "part") {
                self.found.figures[index].part = Part::Of(whole);
            }
        }
    }

    /// "Killed - 40; wounded - 9": whether the dash at `at` stands between a label that opens its line and a bare number.
    fn is_label_dash(&self, at: usize) -> bool {
        let opens =
            |label: usize| label == 0 || self.is(label - 1, Pieces::SEMICOLON | Pieces::COMMA);
        let bare = (self.phrase(at + 1)).is_some_and(|phrase| phrase.head == Head::Bare);
        self.is(at, Pieces::DASH) && bare && self.before(at).is_some_and(opens)
    }

    /// "Casualties: 12 killed, 34 wounded": whether the word behind the number at `at` tells another outcome than its label.
    fn tells_its_own(&self, at: usize, label: Outcome) -> bool {
        self.verb_at(at + 1).is_some_and(|verb| {
            let told = matches!(verb.form, Form::Adjective | Form::PastOrParticiple);
            let next_label = self.is(at + 2, Pieces::COLON);
            told && !next_label && matches!(verb.role, Role::Harm(own) if own != label)
        })
    }

    /// "Deaths: 27 (19 confirmed, 8 probable)": how sure the parts of the number at `at`, the figure `whole`, are.
    fn confirmed_parts(&mut self, at: usize, whole: usize, outcome: Outcome) {
        if !self.is(at + 1, Pieces::OPEN) {
            return;
        }
        for part in at + 2..self.chunks.len() {
            if self.is(part, Pieces::CLOSE) {
                return;
            }
            let Some(number) = self.phrase(part).and_then(|phrase| phrase.quantity) else {
                continue;
            };
            let next = self.tokens.get(number.end);
            let sure = next.is_some_and(|next| next.is(Class::Known) || next.is(Class::Possible));
            if sure
                && self.is_free(part)
                && let Some(index) = self.add(part, part, outcome, "part")
            {
                self.found.figures[index].part = Part::Of(whole);
            }
        }
    }

    /// "Civilians: 745" under a heading that told the outcome.
    pub(super) fn group_labels(&mut self) {
        let Some(outcome) = self.carried else { return };
        let label = self
            .phrase(0)
            .filter(|phrase| phrase.head == Head::Person && phrase.quantity.is_none())
            .map(|phrase| (phrase.group, phrase.words.clone()));
        let number = self
            .phrase(2)
            .is_some_and(|phrase| phrase.head == Head::Bare && phrase.quantity.is_some());
        let ends = self.chunks.len() <= 4;
        let Some((group, words)) =
            label.filter(|_| number && ends && self.is(1, Pieces::COLON | Pieces::DASH))
        else {
            return;
        };
        if let Some(index) = self.add(2, 0, outcome, "group-label") {
            let figure = &mut self.found.figures[index];
            (figure.group, figure.words, figure.bare) = (group, words, false);
        }
    }

    /// "Government forces: 167, including 34 children" in a list under a heading that told what happened: a number behind
    /// a label of any kind.
    pub(super) fn listed_labels(&mut self) {
        let Some((outcome, group)) = self.heading else {
            return;
        };
        let colon = (1..=LONGEST_LABEL).find(|&at| self.is(at, Pieces::COLON));
        let Some(colon) = colon.filter(|&colon| (0..colon).all(|at| !self.has_quantity(at))) else {
            return;
        };
        let number = colon + 1;
        let bare = self.phrase(number).is_some_and(|phrase| {
            let people = matches!(phrase.head, Head::Bare | Head::Person);
            people && phrase.quantity.is_some()
        });
        let ends = self.is(
            number + 1,
            Pieces::COMMA | Pieces::OPEN | Pieces::OTHER | Pieces::SEMICOLON,
        ) || number + 1 >= self.chunks.len();
        if !bare || !ends || self.used_for(number).is_some() {
            return;
        }
        if let Some(index) = self.add(number, number, outcome, "listed-label") {
            let figure = &mut self.found.figures[index];
            figure.listed = true;
            if figure.bare {
                (figure.group, figure.bare) = (group, false);
            }
        }
    }

    /// The outcome that the chunk before a colon names.
    fn label_outcome(&self, label: usize) -> Option<Outcome> {
        match &self.chunks[label].piece {
            Piece::Verb(verb) => match verb.role {
                Role::Harm(outcome) if !matches!(verb.form, Form::Gerund | Form::Infinitive) => {
                    Some(outcome)
                }
                _ => None,
            },
            Piece::Phrase(phrase) => match phrase.head {
                Head::Outcome(outcome, kind)
                    if kind != OutcomeNounKind::Case && phrase.quantity.is_none() =>
                {
                    Some(outcome)
                }
                Head::Those(outcome) => Some(outcome),
                Head::Person if self.has_class(label, Class::Victims) => Some(Outcome::Killed),
                _ => None,
            },
            _ => None,
        }
    }
}
