//! Rarer ways to state a figure: a number put right ("not 14"), a place in an order, a sole survivor, killing denied,
//! a number that nobody knows, people taken to hospital.

use super::{Figure, Linker, Part};
use crate::extract::chunk::{Chunk, Piece, Pieces};
use crate::extract::lexicon::{Class, Classes, Glued, NumberKind, OutcomeNounKind, glued};
use crate::extract::outcome::{Role, VerbGroup};
use crate::extract::quantity::quantity;
use crate::extract::scope::is_of_other_year;
use crate::extract::text::{Kind, Token, any_is, is_at, token_at, within};
use crate::extract::victim::{Head, Phrase};
use crate::model::{Count, Group, Outcome, Qualifier, Reason, Status};
use std::ops::Range;

/// The most chunks from a subject to its copula.
const LONGEST_SUBJECT: usize = 10;

/// The most words up to the pronoun in "By Friday it stood at".
const MOST_BEFORE_IT: usize = 4;

/// The most words of "That figure has since risen to".
const LONGEST_ROSE: usize = 7;

/// The most words from "search" to those who are searched for.
const LONGEST_SEARCH: usize = 5;

/// The most chunks from a figure to those whose verb is left out.
const LONGEST_GAP: usize = 16;

/// The most chunks of the words for a side or a place whose verb is left out.
const LONGEST_SIDE: usize = 4;

/// The most words of a hospital's name.
const LONGEST_HOSPITAL: usize = 6;

/// Words of numbers that nobody knows: "unknown", "not known", "everybody".
const UNKNOWN_NUMBER: Classes = Classes::of(&[Class::Unknown, Class::Known, Class::Everybody]);

/// Words without one of which none of the rarer ways is read, but for numbers put right and verbs left out. Each finder
/// that `Linker::rare` asks chunk by chunk needs its word here.
const RARE: Classes = Classes::of(&[
    Class::Become,
    Class::Sole,
    Class::Unknown,
    Class::Known,
    Class::Everybody,
    Class::Hospital,
    Class::Find,
    Class::UpFrom,
    Class::GroupPronoun,
    Class::Sought,
]);

/// The rule of killing that a side denies.
pub(crate) const RULE_DENIED: &str = "denied-killing";

impl Linker<'_> {
    /// Reads them all. They come after the finders of the usual forms, whose figures some of them refer to.
    pub(super) fn rare(&mut self) {
        if self.classes.has(Class::Negation) {
            self.numbers_put_right();
        }
        if self.pieces.meets(Pieces::SEMICOLON) {
            self.gapped_places();
        }
        if !self.found.figures.is_empty() {
            self.gapped_subjects();
        }
        self.that_rose();
        self.it_was();
        if self.found.figures.is_empty() && !self.classes.has(Class::Be) {
            self.bare_list();
        }
        let denies = |token: &Token| token.entry.reporting == Some(Status::Denied);
        let denied = self.classes.has(Class::Saying) && self.tokens.iter().any(denies);
        if !denied && !self.classes.meets(RARE) {
            return;
        }
        let has = |class: Class| self.classes.has(class);
        let (ordered, sole, hospital) =
            (has(Class::Become), has(Class::Sole), has(Class::Hospital));
        let (found, up, them) = (
            has(Class::Find),
            has(Class::UpFrom),
            has(Class::GroupPronoun),
        );
        let unknown = self.classes.meets(UNKNOWN_NUMBER);
        let sought = has(Class::Sought) && has(Class::LostIn);
        for at in 0..self.chunks.len() {
            if ordered {
                self.place_in_order(at);
            }
            if sole {
                self.sole_survivor(at);
            }
            if denied {
                self.denied_killing(at);
            }
            if unknown {
                self.unknown_number(at);
            }
            if hospital {
                self.taken_to_hospital(at);
            }
            if found {
                self.body_found(at);
                self.more_found(at);
            }
            if up {
                self.up_from(at);
            }
            if them {
                self.among_them(at);
            }
            if sought {
                self.sought(at);
            }
        }
    }

    /// "It was 40 civilians that died, not 14": the number that the sentence puts right. It counts the people of the
    /// figure before it.
    fn numbers_put_right(&mut self) {
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

    /// Notes that the number at token `token` is read, so that it is not set aside as well.
    fn take_chunk_of(&mut self, token: usize) {
        let last = self.found.figures.len();
        let chunk = (self.chunks.iter()).position(|chunk| chunk.span.contains(&token));
        if let Some(chunk) = chunk {
            self.used[chunk].get_or_insert(last);
        }
    }

    /// "That rose to 22 by noon": a running total of what was told before, which it replaces.
    fn that_rose(&mut self) {
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
    fn it_was(&mut self) {
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
    fn gapped_places(&mut self) {
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
    fn gapped_subjects(&mut self) {
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

    /// "He became the 13th victim": a running total.
    fn place_in_order(&mut self, at: usize) {
        let tokens = within(self.tokens, self.span(at));
        let Some(become_at) = tokens.iter().position(|token| token.is(Class::Become)) else {
            return;
        };
        let start = self.start(at) + become_at;
        let Some([the, order, noun]) = self.tokens.get(start + 1..start + 4) else {
            return;
        };
        let victim = noun
            .entry
            .noun
            .is_some_and(|noun| noun.outcome == Outcome::Killed)
            || noun.is(Class::Victims);
        let Some(people) = self
            .ordinal(start + 2)
            .filter(|_| the.is(Class::Determiner) && victim)
        else {
            return;
        };
        let text = order.text(self.text).to_owned();
        let count = Count {
            low: Some(people),
            high: Some(people),
            qualifier: Qualifier::Exact,
            text,
        };
        self.push(
            count,
            start..start + 4,
            start + 2,
            Outcome::Killed,
            "place-in-order",
        );
        if let Some(figure) = self.found.figures.last_mut() {
            figure.total = true;
        }
    }

    /// The number of an ordinal: "13th", "fourth".
    fn ordinal(&self, at: usize) -> Option<u64> {
        let token = token_at(self.tokens, at);
        match token.entry.number {
            Some((NumberKind::Ordinal, people)) => Some(people),
            _ if token.kind == Kind::Compound => {
                let word = token.text(self.text);
                let end = word.find(|c: char| !c.is_ascii_digit())?;
                let order = matches!(glued(&word[end..]), Some(Glued::Ordinal));
                order.then(|| word[..end].parse().ok())?
            }
            _ => None,
        }
    }

    /// "A girl of nine was the only survivor".
    fn sole_survivor(&mut self, at: usize) {
        let survivor = self.phrase(at).is_some_and(|phrase| {
            let sole = any_is(within(self.tokens, phrase.span.clone()), Class::Sole);
            phrase.definite && sole && matches!(phrase.head, Head::Outcome(Outcome::Rescued, _))
        });
        let be = self.before(at).filter(|&be| {
            self.verb_at(be)
                .is_some_and(|verb| verb.role == Role::Be && !verb.negated)
        });
        let Some(be) = be.filter(|_| survivor) else {
            return;
        };
        let one = |&index: &usize| {
            self.phrase(index)
                .is_some_and(|phrase| phrase.head == Head::OnePerson)
        };
        if let Some(subject) = (0..be)
            .rev()
            .find(one)
            .filter(|&subject| self.is_free(subject))
        {
            self.add(subject, at, Outcome::Rescued, "sole-survivor");
        }
    }

    /// "The army denied killing any civilians": who denies it puts them at none.
    fn denied_killing(&mut self, at: usize) {
        let denied = self
            .verb_at(at)
            .is_some_and(|verb| verb.role == Role::Report(Status::Denied));
        let Some(Role::Harm(outcome)) = self
            .verb_at(at + 1)
            .map(|verb| verb.role)
            .filter(|_| denied)
        else {
            return;
        };
        let group = self
            .phrase(at + 2)
            .filter(|phrase| phrase.quantity.is_none() && phrase.head == Head::Person)
            .map(|phrase| phrase.group);
        let Some(group) = group else { return };
        let span = self.start(at + 1)..self.end(at + 2);
        let words = self
            .phrase(at + 2)
            .map_or(span.clone(), |phrase| phrase.words.clone());
        let count = Count {
            low: Some(0),
            high: Some(0),
            qualifier: Qualifier::Exact,
            text: self.words(span.clone()),
        };
        self.push(count, span.clone(), span.start, outcome, RULE_DENIED);
        if let Some(figure) = self.found.figures.last_mut() {
            (figure.group, figure.words, figure.bare, figure.status) =
                (group, words, false, Status::Denied);
        }
    }

    /// "An ambulance took three people to Saint Brann hospital": the verb with its place around the people.
    fn taken_to_hospital(&mut self, at: usize) {
        let counted = self.phrase(at).is_some_and(|phrase| {
            phrase.is_counted_people() && phrase.quantity.is_some() && self.is_free(at)
        });
        let span = self.span(at);
        let carried = span
            .start
            .checked_sub(1)
            .is_some_and(|before| self.token_is(before, Class::Carry));
        // "took 22 people, including six children, to hospital"
        let comma = |at: &usize| token_at(self.tokens, *at).is_sign(',');
        let last = self.tokens.len().min(span.end + LONGEST_SUBJECT);
        let close = (span.end + 1..last).find(comma).filter(|_| {
            self.tokens
                .get(span.end)
                .is_some_and(|token| token.is_sign(','))
        });
        let mut after = within(self.tokens, close.map_or(span.end, |close| close + 1)..).iter();
        let to = after.next().is_some_and(|token| token.is(Class::To));
        let hospital = after
            .take(LONGEST_HOSPITAL)
            .take_while(|token| matches!(token.kind, Kind::Word | Kind::Possessive))
            .any(|token| token.is(Class::Hospital));
        // "The clinic said it had admitted ten children"
        let admitted = carried
            && token_at(self.tokens, span.start - 1)
                .entry
                .reporting
                .is_some()
            && any_is(within(self.tokens, ..span.start), Class::Hospital);
        // "The hospital received three patients"
        let received = (span.start.checked_sub(1))
            .is_some_and(|before| self.token_is(before, Class::Suffer))
            && any_is(within(self.tokens, ..span.start), Class::Hospital);
        if counted && (carried && to && hospital || admitted || received) {
            self.add(at, at, Outcome::Injured, "taken-to-hospital");
            if close.is_some() {
                self.parts();
            }
        }
    }

    /// "His body was found", "divers recovered a body": one dead.
    fn body_found(&mut self, at: usize) {
        let body = self.phrase(at).is_some_and(|phrase| {
            let single = phrase.quantity.is_none() && !phrase.zero;
            let body = Head::Outcome(Outcome::Killed, OutcomeNounKind::Body);
            single && phrase.head == body && !self.is_plural_noun(phrase)
        });
        if !body
            || self.used_for(at).is_some()
            || self.is_of(at + 1) && self.used.get(at + 2).is_some_and(Option::is_some)
        {
            return;
        }
        let span = self.span(at);
        let active = span.start.checked_sub(1).is_some_and(|before| {
            let to = before
                .checked_sub(1)
                .is_some_and(|to| self.token_is(to, Class::To));
            self.token_is(before, Class::Find) && !to
        });
        if !active && self.found_behind(at).is_none() {
            return;
        }
        if let Some(index) = self.add(at, at, Outcome::Killed, "body-found") {
            let definite = self.phrase(at).is_some_and(|phrase| phrase.definite);
            let figure = &mut self.found.figures[index];
            // "his body": most likely of somebody who was spoken of.
            (figure.words, figure.named) = (span.end..span.end, definite);
        }
    }

    fn is_plural_noun(&self, phrase: &Phrase) -> bool {
        within(self.tokens, phrase.span.clone())
            .iter()
            .any(|token| token.entry.noun.is_some_and(|noun| noun.plural))
    }

    /// The copula behind the phrase at `at` and what hangs on it, where a verb of finding follows: "the body of the
    /// guard was found", "two more have been pulled out".
    fn found_behind(&self, at: usize) -> Option<usize> {
        let be = (at + 1..self.chunks.len().min(at + LONGEST_SUBJECT)).find(|&index| {
            !self.is(
                index,
                Pieces::PREPOSITION | Pieces::PHRASE | Pieces::OTHER | Pieces::ADVERB,
            )
        })?;
        let verb = self.verb_at(be)?;
        let next = self.tokens.get(self.skip_to_word(verb.end))?;
        (verb.role == Role::Be && !verb.negated && next.is(Class::Find)).then_some(be)
    }

    /// The first token at or behind `at` that is no adverb.
    fn skip_to_word(&self, at: usize) -> usize {
        let rest = within(self.tokens, at.min(self.tokens.len())..);
        at + rest
            .iter()
            .take_while(|token| token.is(Class::Adverb))
            .count()
    }

    /// "Six bodies were found, and two more were brought out": more dead, where the dead were spoken of.
    fn more_found(&mut self, at: usize) {
        let more = self.phrase(at).is_some_and(|phrase| {
            phrase.head == Head::Bare && phrase.additive && phrase.quantity.is_some()
        });
        // "They found three more"
        let found = || {
            let before = self.start(at).checked_sub(1);
            before.is_some_and(|before| self.token_is(before, Class::Find))
        };
        let told = || found() || self.found_behind(at).is_some();
        if !more || self.used_for(at).is_some() || !told() {
            return;
        }
        let alive = within(self.tokens, self.end(at)..)
            .iter()
            .any(|token| token.entry.adjective == Some(Outcome::Rescued));
        let left = self.figure_before(at);
        let told = left.map_or(self.carried, |figure| {
            Some(self.found.figures[figure].outcome)
        });
        if !alive && told == Some(Outcome::Killed) {
            self.add(at, at, Outcome::Killed, "more-found");
        }
    }

    /// "killed 312 people, up from 274 a week ago": the older number of the figure before it.
    fn up_from(&mut self, at: usize) {
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
    fn bare_list(&mut self) {
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
    fn among_them(&mut self, at: usize) {
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

    /// "Divers are searching for four people who were in a car": missing.
    fn sought(&mut self, at: usize) {
        let counted = self.phrase(at).is_some_and(|phrase| {
            let hunted = matches!(phrase.group, Group::Perpetrators | Group::Fighters);
            phrase.is_counted_people() && phrase.quantity.is_some() && !phrase.definite && !hunted
        });
        let start = self.start(at);
        let near = start.saturating_sub(LONGEST_SEARCH)..start;
        let words = within(self.tokens, near);
        let search = words.iter().rposition(|token| token.is(Class::Sought));
        let plain = |token: &Token| token.kind == Kind::Word && token.entry.person.is_none();
        let search = search.filter(|&search| words[search..].iter().all(plain));
        // "searching for", "a search is under way for"
        let for_them = words.last().is_some_and(|last| {
            last.is(Class::Preposition) || last.is(Class::Sought) && last.is(Class::Hope)
        });
        if counted && for_them && search.is_some() && self.used_for(at).is_none() {
            self.add(at, at, Outcome::Missing, "sought");
        }
    }

    /// "The number of dead is not yet known", "Everyone on board died": no number is told, and that is told.
    fn unknown_number(&mut self, at: usize) {
        let outcome = match &self.chunks[at].piece {
            Piece::Toll(toll) if self.is_not_known(at) => toll.outcome,
            Piece::Verb(verb) if !verb.negated => match verb.role {
                Role::Harm(Outcome::Killed) if self.everybody_before(at).is_some() => {
                    Some(Outcome::Killed)
                }
                _ => None,
            },
            _ => None,
        };
        let Some(outcome) = outcome else { return };
        let start = self.everybody_before(at).unwrap_or(at);
        let span = self.start(start)..self.end(at);
        let words = self.words(self.span(start));
        let count = Count {
            low: None,
            high: None,
            qualifier: Qualifier::Unknown,
            text: words,
        };
        self.push(count, span.clone(), span.start, outcome, "unknown-number");
    }

    /// Whether the number of the total at `at` is said not to be known, and no number follows.
    fn is_not_known(&self, at: usize) -> bool {
        let after = within(self.tokens, self.end(at)..);
        let told = after.iter().any(Token::is_number);
        let negated = any_is(after, Class::Negation);
        let near = after.iter().take(6);
        !told
            && near
                .clone()
                .any(|token| token.is(Class::Unknown) || negated && token.is(Class::Known))
    }

    /// "Everyone on board": where it starts, right before the verb at `at`.
    fn everybody_before(&self, at: usize) -> Option<usize> {
        let everybody = |&index: &usize| {
            let span = self.span(index);
            any_is(within(self.tokens, span), Class::Everybody)
        };
        let start = (at.saturating_sub(4)..at).rev().find(everybody)?;
        let plain = (start + 1..at).all(|index| {
            !matches!(
                self.chunks[index].piece,
                Piece::Verb(_) | Piece::Comma | Piece::Semicolon
            )
        });
        plain.then_some(start)
    }

    /// Adds a figure that no noun phrase carries.
    fn push(
        &mut self,
        count: Count,
        evidence: Range<usize>,
        number: usize,
        outcome: Outcome,
        rule: &'static str,
    ) {
        self.take_chunk_of(number);
        let figure = Figure::of(count, outcome, evidence, number, rule);
        self.found.figures.push(figure);
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

/// Whether a sentence without a word of what happened can state a figure in one of these ways.
pub(crate) fn has_rare_cue(classes: &Classes) -> bool {
    let has = |class: Class| classes.has(class);
    has(Class::Total) && (has(Class::Withdrawn) || has(Class::Known))
        || has(Class::Hospital) && (has(Class::Carry) || has(Class::Suffer))
        || has(Class::Sought) && has(Class::LostIn)
        || has(Class::Wound) && (has(Class::Suffer) || has(Class::With))
}
