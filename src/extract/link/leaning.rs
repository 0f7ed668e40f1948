//! Rarer figures that lean on one told before: a number put right ("not 14"), what it rose to or is up from, those among
//! them, and lists whose verb is left out.

use super::{Figure, Linker, Part};
use crate::extract::chunk::{Chunk, Piece, Pieces};
use crate::extract::lexicon::Class;
use crate::extract::outcome::{Role, VerbGroup};
use crate::extract::quantity::quantity;
use crate::extract::scope::is_of_other_year;
use crate::extract::text::{Kind, Token, any_is, is_at, token_at, within};
use crate::extract::victim::{Head, Phrase};
use crate::model::{Outcome, Reason, Status};

/// The most words up to the pronoun in "By Friday it stood at".
const MOST_BEFORE_IT: usize = 4;

/// The most words of "That figure has since risen to".
const LONGEST_ROSE: usize = 7;

/// The most chunks from a figure to those whose verb is left out.
const LONGEST_GAP: usize = 16;

/// The most chunks of the words for a side or a place whose verb is left out.
const LONGEST_SIDE: usize = 4;

impl Linker<'_> {
    /// "It was 40 civilians that died, not 14": the number that the sentence puts right. It counts the people of the
    /// figure before it.
    pub(super) fn numbers_put_right(&mut self) {
        for at in 1..self.tokens.len() {
            let not = token_at(self.tokens, at);
            if !not.is(Class::Negation) || !token_at(self.tokens, at - 1).is_sign(',') {
                continue;
            }
            let number = self
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.is(Class::Digits) || next.is(Class::Cardinal));
            let ends = self.tokens.get(at + 2).is_none_or(|next| {
                let closes = matches!(next.kind, Kind::Sign(',' | '.' | ';' | '\u{201d}' | '"'));
                closes || next.is(Class::Subordinator)
            });
            if number && ends {
                self.put_right(at);
            }
        }
    }

    /// Adds the number behind the "not" at `at` as refuted by the nearest figure.
    fn put_right(&mut self, at: usize) {
        let Some(found) = quantity(self.text, self.tokens, at + 1) else {
            return;
        };
        let nearest = |figure: &&Figure| figure.number.abs_diff(at);
        let Some(right) = self.found.figures.iter().min_by_key(nearest) else {
            return;
        };
        let wrong = Figure {
            count: found.count(self.text, self.tokens),
            evidence: at..at + 2,
            number: at + 1,
            rule: "put-right",
            part: Part::None,
            status: Status::Refuted,
            ..right.clone()
        };
        if wrong.count.low != right.count.low {
            self.take_chunk_of(at + 1);
            self.found.figures.push(wrong);
        }
    }

    /// "That rose to 22 by noon": a running total of what was told before, which it replaces.
    pub(super) fn that_rose(&mut self) {
        let Some(outcome) = self.carried.filter(|_| self.found.figures.is_empty()) else {
            return;
        };
        let to = rose_to(self.tokens);
        let number = to.and_then(|to| {
            self.chunks
                .iter()
                .position(|chunk| chunk.span.start == to + 1)
        });
        let bare = |&number: &usize| {
            (self.phrase(number)).is_some_and(|phrase| phrase.head == Head::Bare)
                && self.has_quantity(number)
        };
        if let Some(number) = number.filter(bare)
            && let Some(index) = self.add_total(number, number, outcome, "toll", None)
        {
            self.found.figures[index].part = Part::Earlier;
        }
    }

    /// "The government put the dead at 10; the hospital said it was 38": another count of what a total counted.
    pub(super) fn it_was(&mut self) {
        // "how many gunmen there were, officials said it was two"
        if self.classes.has(Class::Question) {
            return;
        }
        for at in 3..self.chunks.len() {
            let bare = (self.phrase(at)).is_some_and(|phrase| phrase.head == Head::Bare)
                && self.has_quantity(at)
                && self.used_for(at).is_none();
            if !bare {
                continue;
            }
            let be = |verb: &VerbGroup| verb.role == Role::Be && !verb.negated;
            let said = |at: usize| {
                (self.verb_at(at)).is_some_and(|verb| matches!(verb.role, Role::Report(_)))
            };
            // "He was one of three who fled" counts nobody.
            let it = self.has_class(at - 2, Class::Pronoun)
                && !self.has_class(at - 2, Class::OnePronoun)
                && self.verb_at(at - 1).is_some_and(be)
                && (said(at - 3) || at > 3 && self.is(at - 3, Pieces::THAT) && said(at - 4));
            let ends = self
                .chunks
                .get(at + 1)
                .is_none_or(|next| next.phrase().is_none());
            let total = self.found.figures.iter().rev().find(|figure| figure.total);
            let told = match total {
                Some(total) => Some(total.outcome),
                None => self.carried.filter(|_| self.found.figures.is_empty()),
            };
            if let Some(outcome) = told.filter(|_| it && ends) {
                self.add_total(at, at, outcome, "toll", None);
            }
        }
    }

    /// "Karsova lost 12 people; Benhali, nine": the verb is left out after a semicolon.
    pub(super) fn gapped_places(&mut self) {
        for at in 3..self.chunks.len() {
            // "; in Benhali, nine; and in Solenta, four"
            let located = usize::from(self.has_class(at - 3, Class::In));
            let joined = usize::from(at >= 4 + located && self.is(at - 3 - located, Pieces::AND));
            let opens = at.checked_sub(3 + located + joined);
            let parted = |open| self.is(open, Pieces::SEMICOLON);
            if !opens.is_some_and(parted) {
                continue;
            }
            let bare = self
                .phrase(at)
                .is_some_and(|phrase| phrase.head == Head::Bare && phrase.quantity.is_some());
            let gapped = bare
                && self.used_for(at).is_none()
                && self.is(at - 1, Pieces::COMMA)
                && self
                    .phrase(at - 2)
                    .is_some_and(|phrase| phrase.head == Head::Name);
            if gapped && let Some(left) = (0..at - 2).rev().find_map(|index| self.used_for(index)) {
                let outcome = self.outcome_of(left);
                self.add(at, at - 2, outcome, "continued-list");
            }
        }
    }

    /// "Rebels killed 121 people and the army 12", "with 381 killed, followed by Orlen with 156": the verb is left out.
    pub(super) fn gapped_subjects(&mut self) {
        for at in 4..self.chunks.len() {
            let bare = |phrase: &Phrase| phrase.head == Head::Bare && phrase.quantity.is_some();
            if !self.phrase(at).is_some_and(bare) || self.used_for(at).is_some() {
                continue;
            }
            // Where the words for who acts, without a number, start.
            let with = usize::from(self.has_class(at - 1, Class::With));
            let plain = |index: &usize| {
                self.is(*index, Pieces::OTHER | Pieces::PHRASE)
                    && !self.has_quantity(*index)
                    && !self.has_class(*index, Class::Companion)
            };
            let words = (0..at - with)
                .rev()
                .take(LONGEST_SIDE)
                .take_while(plain)
                .count();
            let side = at - with - words;
            let ends = !self.is(at + 1, Pieces::VERB | Pieces::PHRASE | Pieces::PREPOSITION);
            let followed = side > 1 && self.has_class(side - 1, Class::Companion);
            let parted = followed || side > 1 && self.is(side - 1, Pieces::AND);
            if words == 0 || !ends || !parted {
                continue;
            }
            let mut near = (side.saturating_sub(LONGEST_GAP)..side).rev();
            let Some(left) = near.find_map(|index| self.used_for(index)) else {
                continue;
            };
            let rule = self.found.figures[left].rule;
            let joined = if with > 0 {
                followed
            } else {
                matches!(rule, "kills-people" | "killed-people" | "side-lost")
                    && self.is(side - 1, Pieces::AND)
            };
            if joined {
                let Figure { outcome, group, .. } = self.found.figures[left];
                if let Some(index) = self.add(at, side, outcome, "continued-list") {
                    self.found.figures[index].group = group;
                }
            }
        }
    }

    /// "killed 312 people, up from 274 a week ago": the older number of the figure before it.
    pub(super) fn up_from(&mut self, at: usize) {
        if !self.has_class(at, Class::UpFrom) {
            return;
        }
        let number = at + 1;
        let counts = self.phrase(number).is_some_and(|phrase| {
            phrase.quantity.is_some()
                && matches!(
                    phrase.head,
                    Head::Bare | Head::Person | Head::UnknownPlural | Head::Thing(Reason::Duration)
                )
        });
        if !counts || self.used_for(number).is_some() {
            return;
        }
        let Some(left) = self.figure_before(at) else {
            // "That is up from 85", but not "charges against seven"
            if !self.has_class(at, Class::Preposition)
                && let Some(outcome) = self.carried
                && let Some(index) = self.add(number, at, outcome, "up-from")
            {
                let figure = &mut self.found.figures[index];
                (figure.part, figure.status) = (Part::Earlier, Status::Superseded);
            }
            return;
        };
        let Some(quantity) = self.phrase(number).and_then(|phrase| phrase.quantity) else {
            return;
        };
        // "61 murders, against 48 in 2012": of another time, and so not replaced.
        let compared = is_of_other_year(self.text, within(self.tokens, quantity.end..));
        if !compared && self.has_class(at, Class::Preposition) {
            return;
        }
        let (status, superseded_by) = match compared {
            true => (Status::Reported, None),
            false => (Status::Superseded, Some(left)),
        };
        let now = &self.found.figures[left];
        let older = Figure {
            count: quantity.count(self.text, self.tokens),
            evidence: self.start(at)..quantity.end,
            number: quantity.number,
            rule: "up-from",
            part: Part::None,
            status,
            superseded_by,
            total: false,
            ..now.clone()
        };
        if older.count.low != now.count.low {
            self.take_chunk_of(quantity.number);
            self.found.figures.push(older);
        }
    }

    /// "In all: 745 civilians, 125 soldiers, 148 militants.": a list of people without a verb, of those told before.
    pub(super) fn bare_list(&mut self) {
        let Some(outcome) = self.carried.filter(|&outcome| outcome == Outcome::Killed) else {
            return;
        };
        let item = |phrase: &Phrase| phrase.head == Head::Person && phrase.quantity.is_some();
        let fits = |chunk: &Chunk| match &chunk.piece {
            Piece::Phrase(phrase) => item(phrase),
            Piece::Colon | Piece::Comma | Piece::And | Piece::Adverb => true,
            Piece::Other => {
                chunk.span.len() == 1 && token_at(self.tokens, chunk.span.start).is_sign('.')
            }
            _ => false,
        };
        let items: Vec<usize> = (0..self.chunks.len())
            .filter(|&at| self.phrase(at).is_some_and(item) && self.is_free(at))
            .collect();
        if items.len() < 2 || !self.chunks.iter().all(fits) {
            return;
        }
        for at in items {
            if let Some(index) = self.add(at, at, outcome, "part") {
                self.found.figures[index].part = Part::Earlier;
            }
        }
    }

    /// "At least 15 journalists are among them": people taken out of the figure before, of this sentence or an earlier
    /// one.
    pub(super) fn among_them(&mut self, at: usize) {
        let them = self.has_class(at, Class::GroupPronoun) && self.follows(at, Pieces::AMONG);
        if !them {
            return;
        }
        let counted = |people: &usize| {
            (self.phrase(*people)).is_some_and(|phrase| phrase.is_counted_people())
                && self.is_free(*people)
        };
        // "24 people died, six children among them"
        let apposed = at.checked_sub(2).filter(counted);
        let people = apposed.or(at.checked_sub(3).filter(|people| {
            counted(people)
                && self
                    .verb_at(people + 1)
                    .is_some_and(|verb| verb.role == Role::Be && !verb.negated)
        }));
        let Some(people) = people.filter(|&people| self.used_for(people).is_none()) else {
            return;
        };
        let left = self.figure_before(people);
        let told = left.map_or(self.carried, |figure| {
            Some(self.found.figures[figure].outcome)
        });
        if let Some(outcome) = told
            && let Some(index) = self.add(people, people, outcome, "among-them")
        {
            self.found.figures[index].part = left.map_or(Part::Earlier, Part::Of);
        }
    }
}

/// "That rose to", "By Friday it stood at": where the last word before the number stands in a sentence that opens so.
pub(crate) fn rose_to(tokens: &[Token]) -> Option<usize> {
    // "The temperature rose to" tells of something else.
    let total = |token: &Token| token.is(Class::Total) || token.entry.toll.is_some();
    let it = |token: &Token| token.is(Class::Pronoun);
    let opens = tokens.first()?.is(Class::That)
        || tokens.get(1).is_some_and(total)
        || tokens.iter().take(MOST_BEFORE_IT).any(it);
    let rise = |token: &Token| token.is(Class::Rise) && token.text_len() > 3;
    let to = (2..tokens.len().min(LONGEST_ROSE)).find(|&at| {
        let to = is_at(tokens, at, Class::To) || is_at(tokens, at, Class::At);
        // "It had been put at 73 earlier"
        let put = is_at(tokens, at, Class::At)
            && token_at(tokens, at - 1).entry.reporting.is_some()
            && is_at(tokens, at - 2, Class::Be);
        opens && (to && rise(token_at(tokens, at - 1)) || put)
    })?;
    // "The number of visitors rose to 900"
    (!any_is(within(tokens, ..to), Class::Of)).then_some(to)
}
