//! Rarer ways to state a figure: a place in an order, a sole survivor, killing denied, a body found, people sought or taken
//! to hospital, a number that nobody knows. What leans on another figure has a file of its own (`leaning`).

use super::{Figure, Linker};
use crate::extract::chunk::{Piece, Pieces};
use crate::extract::lexicon::{Class, Classes, Glued, NumberKind, OutcomeNounKind, glued};
use crate::extract::outcome::Role;
use crate::extract::text::{Kind, Token, any_is, token_at, within};
use crate::extract::victim::{Head, Phrase};
use crate::model::{Count, Group, Outcome, Qualifier, Status};
use std::ops::Range;

/// The most chunks from a subject to its copula.
const LONGEST_SUBJECT: usize = 10;

/// The most words from "search" to those who are searched for.
const LONGEST_SEARCH: usize = 5;

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

    /// Notes that the number at token `token` is read, so that it is not set aside as well.
    pub(super) fn take_chunk_of(&mut self, token: usize) {
        let last = self.found.figures.len();
        let chunk = (self.chunks.iter()).position(|chunk| chunk.span.contains(&token));
        if let Some(chunk) = chunk {
            self.used[chunk].get_or_insert(last);
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
        let Some(phrase) = (self.phrase(at)).filter(|phrase| phrase.quantity.is_some()) else {
            return;
        };
        let counted = phrase.is_counted_people() && self.is_free(at);
        let span = self.span(at);
        let before = |class: Class| span.start > 0 && self.token_is(span.start - 1, class);
        // "The crash sent three to hospital", but "sent six doctors to the hospital"
        let sent = before(Class::Causative) && phrase.group != Group::Medics;
        let carried = before(Class::Carry) || sent;
        // "took 22 people, including six children, to hospital"
        let comma = |at: &usize| token_at(self.tokens, *at).is_sign(',');
        let last = self.tokens.len().min(span.end + LONGEST_SUBJECT);
        let close = (span.end + 1..last).find(comma);
        let close = close.filter(|_| comma(&span.end));
        let mut after = within(self.tokens, close.map_or(span.end, |close| close + 1)..).iter();
        let to = after.next().is_some_and(|token| token.is(Class::To));
        let hospital = after
            .take(LONGEST_HOSPITAL)
            .take_while(|token| matches!(token.kind, Kind::Word | Kind::Possessive))
            .any(|token| token.is(Class::Hospital));
        // "The clinic said it had admitted ten children", "The hospital received three patients"
        let admitted = before(Class::Carry)
            && token_at(self.tokens, span.start - 1)
                .entry
                .reporting
                .is_some();
        let received = (admitted || before(Class::Suffer))
            && any_is(within(self.tokens, ..span.start), Class::Hospital);
        if counted && (carried && to && hospital || received) {
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
        let definite = self.phrase(at).is_some_and(|phrase| phrase.definite);
        // "stabbed a man and hid the body in a box": told before.
        let killed = |figure: &Figure| figure.one && figure.outcome == Outcome::Killed;
        if definite && self.found.figures.iter().any(killed) {
            return;
        }
        if let Some(index) = self.add(at, at, Outcome::Killed, "body-found") {
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

/// Whether a sentence without a word of what happened can state a figure in one of these ways.
pub(crate) fn has_rare_cue(classes: &Classes) -> bool {
    let has = |class: Class| classes.has(class);
    has(Class::Total) && (has(Class::Withdrawn) || has(Class::Known))
        || has(Class::Hospital)
            && (has(Class::Carry) || has(Class::Causative) || has(Class::Suffer))
        || has(Class::Sought) && has(Class::LostIn)
        || has(Class::Wound) && (has(Class::Suffer) || has(Class::With))
}
