//! Joins count, victims and outcome inside one sentence: voice, lists, ellipsis, parts.
//!
//! Finders propose figures in a fixed order; a noun phrase is used once. What is looked at and refused is set aside
//! with its reason.

use super::chunk::{Chunk, Piece, chunks};
use super::lexicon::{Class, Forms, Frame, OutcomeNounKind, TollWord};
use super::outcome::{Form, Mood, Role, VerbGroup};
use super::text::Token;
use super::victim::{Head, Phrase, Whole};
use crate::model::{Count, Group, Outcome, Qualifier, Status};
use std::ops::Range;

/// How far a running total may stand from its number, in chunks.
const TOLL_REACH: usize = 24;

/// The rule of violence whose outcome is not told: people shot may be dead or hurt.
const RULE_SHOT: &str = "people-shot";

/// What a figure is a component of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Nothing.
    None,
    /// The figure of the sentence with this index.
    Of(usize),
    /// The last figure of an earlier sentence.
    Earlier,
}

/// A figure as one sentence states it.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    pub(crate) count: Count,
    pub(crate) outcome: Outcome,
    pub(crate) group: Group,
    /// Tokens of the printed noun phrase.
    pub(crate) words: Range<usize>,
    /// Tokens of the evidence.
    pub(crate) evidence: Range<usize>,
    /// Index of the first token of the number (of the noun phrase, where no number is printed).
    pub(crate) number: usize,
    pub(crate) rule: &'static str,
    pub(crate) part: Part,
    pub(crate) status: Status,
    /// Adds to what was said before: "another nine".
    pub(crate) additive: bool,
    /// One person named or described, without a number: "a man".
    pub(crate) one: bool,
    /// A name for one person.
    pub(crate) named: bool,
    /// A pronoun for one person: "he was killed".
    pub(crate) pronoun: bool,
    /// Says a running total: "bringing the toll to 27".
    pub(crate) total: bool,
    /// Index of the figure of the sentence that replaces this one.
    pub(crate) superseded_by: Option<usize>,
    /// Whether the group is only the default and may be taken over from the sentence before.
    pub(crate) bare: bool,
}

/// A span of tokens that was looked at and refused.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    pub(crate) span: Range<usize>,
    pub(crate) reason: &'static str,
}

/// What one sentence states.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sentence {
    pub(crate) figures: Vec<Figure>,
    pub(crate) refusals: Vec<Refusal>,
}

/// Reads the figures of one sentence. `carried` is the outcome of what was said before, for "the total is 27".
pub(crate) fn link(text: &str, tokens: &[Token], carried: Option<Outcome>) -> Sentence {
    let chunks = chunks(text, tokens);
    let mut linker = Linker {
        text,
        tokens,
        used: vec![None; chunks.len()],
        chunks,
        found: Sentence::default(),
        carried,
    };
    linker.run();
    in_text_order(linker.found)
}

/// Puts the figures of a sentence in the order of their evidence.
fn in_text_order(found: Sentence) -> Sentence {
    let mut order: Vec<usize> = (0..found.figures.len()).collect();
    order.sort_by_key(|&index| {
        (
            found.figures[index].evidence.start,
            found.figures[index].number,
        )
    });
    let mut place = vec![0; order.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new;
    }
    let figures = order
        .into_iter()
        .map(|old| {
            let mut figure = found.figures[old].clone();
            figure.superseded_by = figure.superseded_by.map(|other| place[other]);
            if let Part::Of(other) = figure.part {
                figure.part = Part::Of(place[other]);
            }
            figure
        })
        .collect();
    Sentence {
        figures,
        refusals: found.refusals,
    }
}

/// The reading of one sentence in progress.
struct Linker<'s> {
    text: &'s str,
    tokens: &'s [Token],
    chunks: Vec<Chunk>,
    /// For each chunk, the figure that it was used for.
    used: Vec<Option<usize>>,
    found: Sentence,
    carried: Option<Outcome>,
}

impl Linker<'_> {
    fn run(&mut self) {
        self.label_lines();
        for at in 0..self.chunks.len() {
            match &self.chunks[at].piece {
                Piece::Verb(verb) if matches!(verb.role, Role::Harm(_) | Role::Lose) => {
                    let verb = *verb;
                    self.verb(at, verb);
                }
                Piece::Phrase(phrase) if matches!(phrase.head, Head::Outcome(..)) => self.noun(at),
                Piece::Toll(toll) => {
                    let toll = *toll;
                    self.toll(at, toll);
                }
                _ => {}
            }
        }
        self.labels();
        self.predicates();
        self.attributes();
        self.parts();
        self.continued();
        self.bracketed();
        self.group_labels();
        self.leading_whole();
        self.severities();
        for at in 0..self.chunks.len() {
            if matches!(self.chunks[at].piece, Piece::Total) {
                self.total(at);
            }
        }
        self.refuse_things();
    }

    // --- Small looks at the chunks -------------------------------------------------------------------------------

    fn phrase(&self, at: usize) -> Option<&Phrase> {
        self.chunks.get(at).and_then(Chunk::phrase)
    }

    fn verb_at(&self, at: usize) -> Option<&VerbGroup> {
        self.chunks.get(at).and_then(Chunk::verb)
    }

    fn is(&self, at: usize, test: impl Fn(&Piece) -> bool) -> bool {
        self.chunks.get(at).is_some_and(|chunk| test(&chunk.piece))
    }

    fn has_class(&self, at: usize, class: Class) -> bool {
        self.chunks.get(at).is_some_and(|chunk| {
            self.tokens[chunk.span.clone()]
                .iter()
                .any(|token| token.is(class))
        })
    }

    fn before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1)
    }

    /// The next chunk at or after `at` that is no adverb.
    fn skip_adverbs(&self, mut at: usize) -> usize {
        while self.is(at, |piece| matches!(piece, Piece::Adverb)) {
            at += 1;
        }
        at
    }

    /// Whether the phrase at `at` can take a figure: it has none yet, or one that leaves its people's fate open
    /// ("kidnapped and killed two workers" states both).
    fn is_free(&self, at: usize) -> bool {
        self.used.get(at).is_some_and(|used| {
            used.is_none_or(|index| leaves_fate_open(self.found.figures[index].outcome))
        })
    }

    /// Whether the chunk at `at` is the word "of".
    fn is_of(&self, at: usize) -> bool {
        self.is(at, |piece| matches!(piece, Piece::Preposition)) && self.has_class(at, Class::Of)
    }

    fn has_quantity(&self, at: usize) -> bool {
        self.phrase(at)
            .is_some_and(|phrase| phrase.quantity.is_some() || phrase.zero)
    }

    fn is_vague(&self, at: usize) -> bool {
        self.phrase(at)
            .and_then(|phrase| phrase.quantity)
            .is_some_and(|quantity| quantity.qualifier == Qualifier::Vague)
    }

    // --- Making figures ------------------------------------------------------------------------------------------

    fn count_of(&self, phrase: &Phrase) -> Count {
        if phrase.zero {
            let words = self.words(phrase.span.clone());
            return Count {
                low: Some(0),
                high: Some(0),
                qualifier: Qualifier::Exact,
                text: words,
            };
        }
        match &phrase.quantity {
            Some(quantity) => quantity.count(self.text, self.tokens),
            None => Count {
                low: Some(1),
                high: Some(1),
                qualifier: Qualifier::Exact,
                text: self.words(phrase.span.start..phrase.span.start + 1),
            },
        }
    }

    fn words(&self, span: Range<usize>) -> String {
        let (Some(first), Some(last)) = (
            self.tokens.get(span.start),
            self.tokens.get(span.end.wrapping_sub(1)),
        ) else {
            return String::new();
        };
        self.text
            .get(first.start..last.end)
            .unwrap_or_default()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Adds a figure for the phrase at `at`, whose outcome the chunk at `cause` tells. Returns its index.
    fn add(
        &mut self,
        at: usize,
        cause: usize,
        outcome: Outcome,
        rule: &'static str,
    ) -> Option<usize> {
        let phrase = self.phrase(at)?.clone();
        if let Some(index) = self.used[at] {
            let first = self.found.figures[index].outcome;
            if first == outcome || !leaves_fate_open(first) {
                return self.override_shooting(index, cause, outcome, rule);
            }
        }
        if matches!(phrase.head, Head::Thing(_)) {
            return None;
        }
        let (low, high) = (at.min(cause), at.max(cause));
        let crossed = (low + 1..high).any(|between| {
            self.phrase(between)
                .is_some_and(|other| other.quantity.is_some())
        });
        let span = if crossed || high - low > 8 {
            phrase.span.clone()
        } else {
            self.chunks[low].span.start..self.chunks[high].span.end
        };
        let number = phrase
            .quantity
            .map_or(phrase.span.start, |quantity| quantity.number);
        let index = self.found.figures.len();
        self.found.figures.push(Figure {
            count: self.count_of(&phrase),
            outcome,
            group: phrase.group,
            words: phrase.words.clone(),
            evidence: span,
            number,
            rule,
            part: Part::None,
            status: Status::Reported,
            additive: phrase.additive,
            one: phrase.quantity.is_none() && !phrase.zero,
            pronoun: phrase.head == Head::Pronoun,
            named: phrase.head == Head::Name,
            total: false,
            superseded_by: None,
            bare: phrase.head == Head::Bare,
        });
        self.used[at].get_or_insert(index);
        Some(index)
    }

    /// "shot five people dead", "were shot on Monday and died": what came of a shooting replaces the shooting.
    fn override_shooting(
        &mut self,
        index: usize,
        cause: usize,
        outcome: Outcome,
        rule: &'static str,
    ) -> Option<usize> {
        let end = self.chunks[cause].span.end;
        let figure = &mut self.found.figures[index];
        if figure.rule != RULE_SHOT || outcome != Outcome::Killed {
            return None;
        }
        (figure.outcome, figure.rule) = (outcome, rule);
        figure.evidence.end = figure.evidence.end.max(end);
        Some(index)
    }

    fn refuse(&mut self, at: usize, reason: &'static str) {
        if let Some(phrase) = self.phrase(at).filter(|phrase| phrase.quantity.is_some()) {
            let span = phrase.span.clone();
            self.found.refusals.push(Refusal { span, reason });
        }
    }

    /// Sets aside what numbers count that are not people, in a sentence that has figures or could have.
    fn refuse_things(&mut self) {
        for at in 0..self.chunks.len() {
            let reason = match self.phrase(at).map(|phrase| phrase.head) {
                Some(Head::Thing(reason)) if self.is_free(at) => reason,
                _ => continue,
            };
            self.refuse(at, reason);
        }
    }

    // --- Verbs ---------------------------------------------------------------------------------------------------

    fn verb(&mut self, at: usize, verb: VerbGroup) {
        let outcome = match verb.role {
            Role::Harm(outcome) => self.joint_outcome(at, outcome),
            _ => Outcome::Killed,
        };
        let Some((victims, rule)) = self.victims(at, &verb) else {
            return;
        };
        let shot = verb.role == Role::Harm(Outcome::Casualties);
        let rule = if shot { RULE_SHOT } else { rule };
        if let Some(reason) = self.not_a_fact(at, &verb, &victims) {
            for victim in victims {
                if self.is_free(victim) {
                    self.refuse(victim, reason);
                }
            }
            return;
        }
        let victims: Vec<usize> = victims
            .into_iter()
            .filter(|&victim| self.is_plausible(victim, at, &verb, outcome))
            .collect();
        let status = self.status(&verb);
        let zero = victims
            .iter()
            .any(|&victim| self.phrase(victim).is_some_and(|phrase| phrase.zero));
        for victim in victims {
            if let Some(index) = self.add(victim, at, outcome, rule) {
                let figure = &mut self.found.figures[index];
                figure.status = status;
                if verb.role == Role::Lose && figure.group == Group::Men {
                    figure.group = Group::Soldiers;
                }
                if zero {
                    (figure.count.low, figure.count.high, figure.one) = (Some(0), Some(0), false);
                }
            }
        }
    }

    /// "killed and injured 30", "30 people were killed or wounded": one figure for both is casualties.
    fn joint_outcome(&self, at: usize, outcome: Outcome) -> Outcome {
        let other = |index: usize| match self.verb_at(index).map(|verb| verb.role) {
            Some(Role::Harm(other)) => Some(other),
            _ => None,
        };
        let joined = |index: usize| self.is(index, |piece| matches!(piece, Piece::And));
        let next = if joined(at + 1) { other(at + 2) } else { None };
        let previous = at.checked_sub(2).filter(|_| joined(at - 1)).and_then(other);
        let pair = |a: Outcome, b: Outcome| {
            (a == Outcome::Killed && b == Outcome::Injured)
                || (a == Outcome::Injured && b == Outcome::Killed)
        };
        let objects = |index: usize| self.object(index).is_empty();
        let both_ways = match (next, previous) {
            (Some(other), _) if pair(outcome, other) => {
                objects(at) && (self.object(at + 2).is_empty() || self.subject_head(at).is_none())
            }
            (_, Some(other)) if pair(outcome, other) => self.object(at - 2).is_empty(),
            _ => false,
        };
        if both_ways {
            Outcome::Casualties
        } else {
            outcome
        }
    }

    /// The victims of a verb and the name of the rule that found them.
    fn victims(&self, at: usize, verb: &VerbGroup) -> Option<(Vec<usize>, &'static str)> {
        let found = |victims: Vec<usize>, rule: &'static str| {
            (!victims.is_empty()).then_some((victims, rule))
        };
        if verb.role == Role::Lose {
            let object = self.object(at);
            let lost = object
                .iter()
                .all(|&victim| self.is_lost_by_side(victim, at));
            return if lost && verb.form != Form::Passive {
                found(object, "side-lost")
            } else {
                None
            };
        }
        match (verb.frame, verb.form) {
            (_, Form::Adjective) => found(self.subject(at), "people-dead")
                .or_else(|| found(self.inverted(at), "dead-were")),
            (Frame::Subject, _) => found(self.subject(at), "people-died")
                .or_else(|| found(self.inverted(at), "dead-were")),
            (_, Form::Passive) => found(self.subject(at), "people-were-killed"),
            (_, Form::Gerund) => found(self.object_or_of(at), "killing-people"),
            (Frame::Object, Form::Active | Form::Infinitive) => {
                found(self.object(at), "kills-people")
            }
            (Frame::Either, Form::Active | Form::Infinitive) => {
                found(self.object(at), "kills-people")
                    .or_else(|| found(self.subject(at), "people-died"))
            }
            (_, Form::PastOrParticiple) => {
                if self.has_object(at) {
                    found(self.object(at), "killed-people")
                } else {
                    found(self.subject(at), "people-killed")
                        .or_else(|| found(self.inverted(at), "dead-were"))
                }
            }
        }
    }

    /// Whether "lost" speaks of the dead: people counted as people, or a bare number that a place lost.
    fn is_lost_by_side(&self, victim: usize, at: usize) -> bool {
        let Some(phrase) = self.phrase(victim) else {
            return false;
        };
        let exact = phrase
            .quantity
            .is_some_and(|quantity| quantity.qualifier != Qualifier::Vague);
        let sport = self.has_class(victim, Class::Sport) || self.has_class(victim, Class::Both);
        let start = self.chunks[at].span.start;
        let place = self.tokens[..start]
            .iter()
            .any(|token| token.is(Class::PlaceWord));
        exact && !sport && (phrase.head == Head::Person || phrase.head == Head::Bare && place)
    }

    /// Whether what follows a verb is its object, counted or not.
    fn has_object(&self, at: usize) -> bool {
        let mut next = self.skip_adverbs(at + 1);
        if self.is(next, |piece| matches!(piece, Piece::And))
            && self.verb_at(next + 1).is_some_and(|verb| {
                matches!(verb.role, Role::Harm(_)) && verb.form == Form::PastOrParticiple
            })
        {
            next = self.skip_adverbs(next + 2);
        }
        let Some(phrase) = self.phrase(next) else {
            return self.has_class(next, Class::Determiner)
                || self.has_class(next, Class::Indefinite);
        };
        match phrase.head {
            Head::Thing(reason) => {
                !matches!(reason, "duration" | "date" | "year" | "time" | "measure")
                    && phrase.quantity.is_none_or(|_| reason == "things")
            }
            Head::Name => !self.starts_date(next),
            Head::Unknown
            | Head::UnknownPlural
            | Head::Person
            | Head::OnePerson
            | Head::Pronoun
            | Head::Those(_) => true,
            Head::Bare => !self.is_subject_of_next(next),
            Head::Outcome(..) => phrase.quantity.is_some() && !self.is_subject_of_next(next),
        }
    }

    fn starts_date(&self, at: usize) -> bool {
        self.has_class(at, Class::Weekday) || self.has_class(at, Class::MonthName)
    }

    /// Whether a verb after the phrase at `at` takes it as its subject.
    fn is_subject_of_next(&self, at: usize) -> bool {
        let mut next = self.skip_adverbs(at + 1);
        while self.is(next, |piece| matches!(piece, Piece::Preposition))
            && self.phrase(next + 1).is_some()
        {
            next = self.skip_adverbs(next + 2);
        }
        self.verb_at(next).is_some_and(|verb| match verb.role {
            Role::Harm(_) => match verb.form {
                Form::Passive | Form::Adjective => true,
                Form::PastOrParticiple => verb.frame != Frame::Object || !self.has_object(next),
                Form::Active => verb.frame != Frame::Object,
                Form::Gerund | Form::Infinitive => false,
            },
            Role::Be | Role::Leave | Role::Lose => true,
            Role::Report(_) => true,
            Role::Violence => false,
        })
    }

    fn object_or_of(&self, at: usize) -> Vec<usize> {
        if self.is_of(at + 1) {
            return self.list_right(at + 2);
        }
        self.object(at)
    }

    /// The victims right after a verb: counted people with the list that they start, one person named, or the people
    /// that a pronoun stands for.
    fn object(&self, at: usize) -> Vec<usize> {
        let mut next = self.skip_adverbs(at + 1);
        // "killed or wounded 30": the object stands after the second verb.
        if self.is(next, |piece| matches!(piece, Piece::And))
            && self
                .verb_at(next + 1)
                .is_some_and(|verb| matches!(verb.role, Role::Harm(_)))
        {
            next = self.skip_adverbs(next + 2);
        }
        if self.is(next, |piece| matches!(piece, Piece::Colon)) {
            next += 1;
        }
        let pronoun = self
            .phrase(next)
            .is_some_and(|phrase| phrase.head == Head::Pronoun);
        if !pronoun {
            return self.list_right(next);
        }
        let one = self.has_class(next, Class::OnePronoun);
        let people = if one { next } else { self.antecedent(next) };
        let mut victims = if one || people != next {
            vec![people]
        } else {
            Vec::new()
        };
        // "killing themselves and ten others".
        victims.extend(
            self.next_item(next)
                .map_or(Vec::new(), |item| self.list_right(item)),
        );
        victims
    }

    /// A list of people that starts at `at`: counted ones, and single ones described or named.
    fn list_right(&self, at: usize) -> Vec<usize> {
        let mut list = Vec::new();
        let mut next = at;
        let mut first = true;
        while let Some(phrase) = self.phrase(next) {
            let counted = phrase.is_counted_people() && (phrase.whole.is_none() || first);
            let named = matches!(phrase.head, Head::Person | Head::Name);
            if !counted && !named
                || !first && (self.is_subject_of_next(next) || !self.is_free(next))
            {
                break;
            }
            let item = first || phrase.head != Head::Bare || phrase.additive;
            let person =
                phrase.head == Head::Name && self.is_person_name(phrase) && !self.starts_date(next);
            let apposed = list
                .last()
                .is_some_and(|&last| self.is_apposition(last, next));
            if (counted && item || person) && !apposed && self.is_free(next) {
                list.push(next);
            }
            first = false;
            let Some(after) = self.next_item(next) else {
                break;
            };
            next = after;
        }
        list
    }

    /// "Jassim Hassoun, a translator": two phrases for one person, parted by a comma alone.
    fn is_apposition(&self, left: usize, right: usize) -> bool {
        let head = |at: usize| self.phrase(at).map(|phrase| phrase.head);
        let one = |at: usize| matches!(head(at), Some(Head::OnePerson | Head::Name));
        let comma =
            (left + 1..right).all(|index| !self.is(index, |piece| matches!(piece, Piece::And)));
        one(left)
            && one(right)
            && comma
            && (head(left) == Some(Head::Name) || head(right) == Some(Head::Name))
    }

    /// The chunk after a comma or "and" that follows the phrase at `at` and what hangs on it.
    fn next_item(&self, at: usize) -> Option<usize> {
        let mut next = self.skip_adverbs(at + 1);
        let mut hops = 0;
        while self.is(next, |piece| matches!(piece, Piece::Preposition)) && hops < 4 {
            next = self.skip_adverbs(next + 1);
            while self.phrase(next).is_some()
                || self.is(next, |piece| matches!(piece, Piece::Other))
            {
                next += 1;
            }
            hops += 1;
        }
        let start = next;
        while self.is(next, |piece| {
            matches!(piece, Piece::Comma | Piece::And | Piece::Adverb)
        }) {
            next += 1;
        }
        (next > start && self.phrase(next).is_some()).then_some(next)
    }

    /// The subject of the verb at `at` with the list that it ends.
    fn subject(&self, at: usize) -> Vec<usize> {
        let Some(head) = self.subject_head(at) else {
            return Vec::new();
        };
        let head = self.antecedent(head);
        let mut list = vec![head];
        let mut first = head;
        while let Some(previous) = self.previous_item(first) {
            list.push(previous);
            first = previous;
        }
        list.reverse();
        list.retain(|&item| self.is_victim(item, at));
        list
    }

    /// The counted people of the sentence that "them" or "they" stands for.
    fn antecedent(&self, at: usize) -> usize {
        let plural = self
            .phrase(at)
            .is_some_and(|phrase| phrase.head == Head::Pronoun)
            && !self.has_class(at, Class::OnePronoun);
        if !plural {
            return at;
        }
        let counted = |&index: &usize| {
            self.phrase(index)
                .is_some_and(|phrase| phrase.is_counted_people() && phrase.quantity.is_some())
        };
        (0..at)
            .rev()
            .find(counted)
            .filter(|&index| self.is_free(index))
            .unwrap_or(at)
    }

    /// Whether the phrase at `item` can be a victim of the verb at `verb`: counted people, or one person described or
    /// named as the subject of a verb that tells a person's fate.
    fn is_victim(&self, item: usize, verb: usize) -> bool {
        let Some(phrase) = self.phrase(item) else {
            return false;
        };
        let shot = self.used[item].is_some_and(|index| self.found.figures[index].rule == RULE_SHOT);
        if !self.is_free(item) && !shot {
            return false;
        }
        let group = self.verb_at(verb).copied();
        let fate = group
            .is_some_and(|group| matches!(group.role, Role::Harm(outcome) if is_fate(outcome)));
        let one = phrase.quantity.is_none() && !phrase.zero;
        if phrase.is_counted_people() {
            return fate || !one;
        }
        let adjective = group.is_some_and(|group| group.form == Form::Adjective);
        match phrase.head {
            Head::Name => {
                fate && (!adjective || self.has_copula(verb))
                    && !self.plural_verb(verb)
                    && self.is_person_name(phrase)
            }
            Head::Pronoun => {
                fate && (!adjective || self.has_copula(verb))
                    && self.has_class(item, Class::OnePronoun)
            }
            _ => false,
        }
    }

    /// Whether a victim found by position is one: a single person only where the verb tells a fate in so many words, a
    /// shooting without an auxiliary only of people that open their clause.
    fn is_plausible(&self, victim: usize, at: usize, verb: &VerbGroup, outcome: Outcome) -> bool {
        let Some(phrase) = self.phrase(victim) else {
            return false;
        };
        let plain = verb.form == Form::Active && !self.has_auxiliary(at);
        if !self.has_quantity(victim) {
            let named = matches!(phrase.head, Head::Name | Head::Pronoun);
            let mild = named && self.tokens[verb.main].is(Class::Mild);
            let shot = verb.role == Role::Harm(Outcome::Casualties)
                && verb.form == Form::PastOrParticiple
                && victim < at;
            let base = plain
                && self.tokens[verb.main]
                    .entry
                    .verb
                    .is_some_and(|sense| sense.forms.has(Forms::BASE));
            return is_fate(outcome) && !mild && !shot && !base;
        }
        if outcome == Outcome::Displaced
            && phrase.quantity.is_some_and(|quantity| quantity.is_one())
        {
            return false;
        }
        let shot = verb.role == Role::Harm(Outcome::Casualties)
            && verb.form == Form::PastOrParticiple
            && victim < at;
        let opens = self.before(victim).is_none_or(|before| {
            self.is(before, |piece| {
                !matches!(piece, Piece::Other | Piece::Phrase(_) | Piece::Verb(_))
            })
        });
        !shot || phrase.head != Head::Bare || opens
    }

    fn has_auxiliary(&self, at: usize) -> bool {
        self.chunks
            .get(at)
            .is_some_and(|chunk| chunk.span.len() > 1)
    }

    /// Whether an auxiliary stands in the verb group at `at`.
    fn has_copula(&self, at: usize) -> bool {
        self.has_class(at, Class::Be)
    }

    /// Whether a name can be a person's: several words or a title; one word alone may be a place or a force.
    fn is_person_name(&self, phrase: &Phrase) -> bool {
        let words = &self.tokens[phrase.words.clone()];
        let titled = words
            .iter()
            .any(|token| token.entry.person.is_some_and(|person| person.singular));
        let force = !titled
            && words.iter().any(|token| {
                token.entry.force.is_some() && token.entry.person.is_none()
                    || token.is(Class::Outlet)
                    || token.is(Class::Thing)
                    || token.is(Class::Event)
            });
        !force && (titled || words.len() >= 2)
    }

    /// Whether a verb group's auxiliary is plural ("were", "have").
    fn plural_verb(&self, at: usize) -> bool {
        let Some(chunk) = self.chunks.get(at) else {
            return false;
        };
        let first = self.tokens[chunk.span.start].text(self.text);
        matches!(first.to_ascii_lowercase().as_str(), "were" | "are" | "have")
    }

    /// The head of the subject of the verb at `at`.
    fn subject_head(&self, at: usize) -> Option<usize> {
        let verb = *self.verb_at(at)?;
        let mut next = self.before(at)?;
        let mut steps = 0;
        loop {
            steps += 1;
            if steps > 40 {
                return None;
            }
            match &self.chunks[next].piece {
                Piece::Adverb | Piece::Relative => {}
                Piece::That => {
                    let people = self
                        .before(next)
                        .and_then(|before| self.phrase(before))
                        .is_some_and(Phrase::is_people);
                    if !people {
                        return None;
                    }
                }
                Piece::Other => {
                    if self.is_finite_other(next) && !self.relative_before(next) {
                        return None;
                    }
                }
                Piece::Phrase(phrase) => match self.subject_phrase(next, phrase, &verb, at) {
                    Look::Found => return Some(next),
                    Look::Stop => return None,
                    Look::Skip(to) => {
                        next = to;
                        continue;
                    }
                },
                Piece::Comma
                    if self.is(next + 1, |piece| {
                        matches!(piece, Piece::Including | Piece::Among | Piece::Excluding)
                    }) => {}
                Piece::Comma => {
                    next = self.opening_comma(next)?;
                }
                Piece::Close => {
                    next = (0..next)
                        .rev()
                        .find(|&index| self.is(index, |piece| matches!(piece, Piece::Open)))?;
                }
                Piece::Dash => {
                    next = (0..next)
                        .rev()
                        .find(|&index| self.is(index, |piece| matches!(piece, Piece::Dash)))?;
                }
                Piece::Verb(other) => {
                    let nonfinite = matches!(
                        other.form,
                        Form::Gerund | Form::PastOrParticiple | Form::Infinitive
                    );
                    let split = other.role == Role::Be && verb.form == Form::PastOrParticiple
                        || matches!(other.role, Role::Report(_));
                    if split {
                        next = self.before(next)?;
                        continue;
                    }
                    if matches!(other.role, Role::Leave) && verb.form == Form::Adjective {
                        return None;
                    }
                    if !nonfinite && !self.relative_before(next) {
                        return None;
                    }
                }
                Piece::And => {
                    return self.shared_subject(next);
                }
                Piece::Preposition => {}
                Piece::Colon
                | Piece::Semicolon
                | Piece::Open
                | Piece::Subordinator
                | Piece::Toll(_)
                | Piece::Total => return None,
                Piece::Including | Piece::Among | Piece::Excluding => {}
            }
            next = self.before(next)?;
        }
    }

    /// Whether an unknown word is a finite verb that ends the search for a subject. A participle behind its noun
    /// ("militants linked to the group were killed") is none, and cannot be told apart by its form.
    fn is_finite_other(&self, at: usize) -> bool {
        self.has_class(at, Class::Plan) && !self.has_class(at, Class::Feared)
    }

    /// Whether "who" or "which" stands shortly before, so that the verb belongs to a relative clause.
    fn relative_before(&self, at: usize) -> bool {
        (at.saturating_sub(4)..at)
            .any(|index| self.is(index, |piece| matches!(piece, Piece::Relative)))
    }

    /// Whether the phrase at `at`, met on the way left from a verb, is its subject.
    fn subject_phrase(&self, at: usize, phrase: &Phrase, verb: &VerbGroup, verb_at: usize) -> Look {
        let before = self.before(at);
        let skip = |by: usize| at.checked_sub(by).map_or(Look::Stop, Look::Skip);
        let governor = before.filter(|&index| {
            self.is(index, |piece| {
                matches!(
                    piece,
                    Piece::Preposition | Piece::Among | Piece::Including | Piece::Excluding
                )
            })
        });
        if let Some(before) = governor {
            let bare = matches!(verb.form, Form::PastOrParticiple | Form::Adjective)
                && !self.has_copula(verb_at);
            let beside = bare && verb_at == at + 1;
            let clause =
                self.has_class(before, Class::Subordinator) && self.is_whole_clause(at, verb_at);
            let counted = phrase.is_counted_people() && phrase.quantity.is_some();
            if counted && (clause || beside && !self.has_victims_further_left(before)) {
                return Look::Found;
            }
            return if before == 0 { Look::Stop } else { skip(2) };
        }
        let joined =
            before.is_some_and(|index| self.is(index, |piece| matches!(piece, Piece::And)));
        let named = matches!(
            phrase.head,
            Head::OnePerson | Head::Name | Head::Pronoun | Head::Those(_)
        );
        if phrase.is_counted_people() || named {
            return Look::Found;
        }
        // "Twelve people, all farmers, were killed": an apposition between commas.
        let apposed =
            before.is_some_and(|index| self.is(index, |piece| matches!(piece, Piece::Comma)));
        if phrase.head == Head::Person && apposed || joined {
            return skip(2);
        }
        if matches!(
            phrase.head,
            Head::Thing("age" | "duration" | "date" | "year")
        ) {
            return skip(1);
        }
        Look::Stop
    }

    /// Whether nothing but the phrase and adverbs stand between a subordinating word and the verb.
    fn is_whole_clause(&self, at: usize, verb: usize) -> bool {
        (at + 1..verb)
            .all(|index| self.is(index, |piece| matches!(piece, Piece::Adverb | Piece::Other)))
    }

    /// Whether counted people stand further left in the same clause, so that a phrase behind a preposition only
    /// describes them.
    fn has_victims_further_left(&self, at: usize) -> bool {
        for index in (0..at).rev() {
            match &self.chunks[index].piece {
                Piece::Phrase(phrase)
                    if phrase.is_counted_people() && phrase.head == Head::Person =>
                {
                    let governed = self.before(index).is_some_and(|before| {
                        self.is(before, |piece| matches!(piece, Piece::Preposition))
                    });
                    return !governed && self.is_free(index);
                }
                Piece::Verb(_)
                | Piece::Comma
                | Piece::Semicolon
                | Piece::Subordinator
                | Piece::That
                | Piece::And => {
                    return false;
                }
                _ => {}
            }
        }
        false
    }

    /// The comma that opens the parenthesis which the comma at `at` closes: one with counted people before it, or else
    /// with people of any kind.
    fn opening_comma(&self, at: usize) -> Option<usize> {
        let from = at.saturating_sub(20);
        let people = |open: &usize| {
            self.before(*open)
                .and_then(|before| self.people_ending_at(before))
        };
        let commas = || {
            (from..at)
                .rev()
                .filter(|&index| self.is(index, |piece| matches!(piece, Piece::Comma)))
        };
        let counted = |open: &usize| {
            people(open)
                .and_then(|at| self.phrase(at))
                .is_some_and(|phrase| phrase.quantity.is_some())
        };
        commas()
            .find(counted)
            .or_else(|| commas().find(|open| people(open).is_some()))
    }

    /// The phrase of people that ends at chunk `at`, itself or with the prepositional phrases that hang on it.
    fn people_ending_at(&self, at: usize) -> Option<usize> {
        let mut next = at;
        loop {
            match &self.chunks[next].piece {
                Piece::Phrase(phrase) => {
                    let before = self.before(next);
                    let governed = before.is_some_and(|index| {
                        self.is(index, |piece| {
                            matches!(piece, Piece::Preposition | Piece::Including | Piece::Among)
                        })
                    });
                    if !governed {
                        return (phrase.is_people() && phrase.head != Head::Pronoun)
                            .then_some(next);
                    }
                    next = next.checked_sub(2)?;
                }
                Piece::Adverb | Piece::Other => next = self.before(next)?,
                _ => return None,
            }
        }
    }

    /// "12 people were shot and killed", "a man was stabbed on Monday and died": the subject of the verb before "and".
    fn shared_subject(&self, and: usize) -> Option<usize> {
        let mut next = self.before(and)?;
        for _ in 0..12 {
            match &self.chunks[next].piece {
                Piece::Verb(verb) if !matches!(verb.role, Role::Report(_)) => {
                    let active = matches!(
                        verb.form,
                        Form::Active | Form::PastOrParticiple | Form::Gerund
                    ) && !self.object(next).is_empty();
                    return if active {
                        None
                    } else {
                        self.subject_head(next)
                    };
                }
                Piece::Phrase(phrase) if phrase.is_counted_people() => return None,
                Piece::Comma
                | Piece::Semicolon
                | Piece::Subordinator
                | Piece::That
                | Piece::Relative => return None,
                _ => next = self.before(next)?,
            }
        }
        None
    }

    /// The counted people before the phrase at `at` in a list.
    fn previous_item(&self, at: usize) -> Option<usize> {
        let mut next = self.before(at)?;
        let start = next;
        while self.is(next, |piece| {
            matches!(piece, Piece::And | Piece::Comma | Piece::Adverb)
        }) {
            next = self.before(next)?;
        }
        if next == start || !self.is(start, |piece| matches!(piece, Piece::And | Piece::Comma)) {
            return None;
        }
        let comma_only =
            (next + 1..=start).all(|index| self.is(index, |piece| matches!(piece, Piece::Comma)));
        for _ in 0..12 {
            match &self.chunks[next].piece {
                Piece::Phrase(phrase) => {
                    let before = self.before(next);
                    let governed = before.is_some_and(|index| {
                        self.is(index, |piece| {
                            matches!(piece, Piece::Preposition | Piece::Including | Piece::Among)
                        })
                    });
                    if governed {
                        next = next.checked_sub(2)?;
                        continue;
                    }
                    let one = matches!(phrase.head, Head::OnePerson)
                        || phrase.head == Head::Name && !comma_only && self.is_person_name(phrase);
                    let counted = phrase.is_counted_people() && phrase.head != Head::Bare;
                    let taken = before.is_some_and(|index| {
                        self.verb_at(index).is_some_and(|verb| {
                            verb.form != Form::Passive
                                && !matches!(verb.role, Role::Report(_) | Role::Be)
                        })
                    });
                    return ((counted || one)
                        && !taken
                        && self.is_free(next)
                        && phrase.whole.is_none())
                    .then_some(next);
                }
                Piece::Adverb | Piece::Other => next = self.before(next)?,
                _ => return None,
            }
        }
        None
    }

    /// "Among the dead were 16 children", "Also killed were two nurses", "Killed: 12".
    fn inverted(&self, at: usize) -> Vec<usize> {
        let next = self.skip_adverbs(at + 1);
        if self.verb_at(next).is_some_and(|verb| verb.role == Role::Be) {
            return self.list_right(self.skip_adverbs(next + 1));
        }
        Vec::new()
    }

    /// Why a verb states no fact about `victims`, or `None`.
    fn not_a_fact(&self, at: usize, verb: &VerbGroup, victims: &[usize]) -> Option<&'static str> {
        let zero = victims
            .iter()
            .any(|&victim| self.phrase(victim).is_some_and(|phrase| phrase.zero));
        if verb.negated && !zero {
            return Some("negated");
        }
        if verb.mood == Mood::Hypothetical {
            return Some("hypothetical");
        }
        let start = self.chunks[at].span.start;
        let near = |class: Class| {
            self.tokens[start.saturating_sub(8)..start]
                .iter()
                .any(|token| token.is(class))
        };
        let done = self.is_done(verb) || verb.frame != Frame::Object && near(Class::Causative);
        if verb.form == Form::Infinitive && !done {
            return Some("not-done");
        }
        if verb.form == Form::Adjective && near(Class::Judged) {
            return Some("sentenced");
        }
        let planned = self.tokens[start.saturating_sub(6)..start]
            .iter()
            .rev()
            .take_while(|token| !token.is_sign(',') && !token.is_sign(';'))
            .any(|token| {
                token.is(Class::Plan) && token.entry.person.is_none() && !token.is(Class::Thing)
            });
        let nonfinite = matches!(verb.form, Form::Infinitive | Form::Gerund);
        (planned && nonfinite && !done).then_some("not-done")
    }

    /// Whether "to kill" was carried out: "claimed to have killed", "went on to kill".
    fn is_done(&self, verb: &VerbGroup) -> bool {
        let start = verb.main.saturating_sub(3);
        self.tokens[start..verb.main]
            .iter()
            .any(|token| token.is(Class::Have))
    }

    fn status(&self, verb: &VerbGroup) -> Status {
        match (verb.status, verb.mood) {
            (Some(status), _) => status,
            (None, Mood::Possible) => Status::Possible,
            _ => Status::Reported,
        }
    }

    // --- Nouns ---------------------------------------------------------------------------------------------------

    /// "nine fatalities", "no casualties", "the deaths of 40 people".
    fn noun(&mut self, at: usize) {
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
    fn noun_mood(&self, at: usize) -> Option<&'static str> {
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

    // --- Running totals ------------------------------------------------------------------------------------------

    /// "the death toll rose from 600 to 1,000".
    fn toll(&mut self, at: usize, toll: TollWord) {
        let outcome = toll
            .outcome
            .or(self.sentence_outcome())
            .or(self.carried)
            .unwrap_or(Outcome::Killed);
        let floor = self.bound_before_toll(at);
        if let Some(adjective) = self.before(at).filter(|&before| {
            self.phrase(before)
                .is_some_and(|phrase| phrase.quantity.is_some_and(|quantity| quantity.adjective))
        }) {
            self.add_total(adjective, at, outcome, "toll-adjective", floor);
            return;
        }
        let mut numbers = self.toll_numbers(at, toll.outcome.is_none());
        if let Some(old) = self.number_before_toll(at).filter(|_| !numbers.is_empty()) {
            numbers.push(old);
        }
        self.add_toll_numbers(at, outcome, &numbers, floor);
    }

    fn add_toll_numbers(
        &mut self,
        at: usize,
        outcome: Outcome,
        numbers: &[usize],
        floor: Option<Qualifier>,
    ) {
        let mut current = None;
        let mut old = Vec::new();
        for &number in numbers {
            let from = self
                .before(number)
                .is_some_and(|before| self.has_class(before, Class::From));
            let earlier = self.is_earlier(at, number);
            let index = self.add_total(number, at, outcome, "toll", floor);
            match index {
                Some(index) if from || earlier && numbers.len() > 1 => old.push(index),
                Some(index) => current = current.or(Some(index)),
                None => {}
            }
        }
        for index in old {
            self.found.figures[index].superseded_by = current;
            self.found.figures[index].status = Status::Superseded;
        }
    }

    /// Whether "initially" or "earlier" stands between a total and its number or right before the total.
    fn is_earlier(&self, toll: usize, number: usize) -> bool {
        let (low, high) = (toll.min(number), toll.max(number));
        let start = self.chunks[low].span.start.saturating_sub(4);
        let end = self.chunks[number].span.start.max(
            self.chunks[toll]
                .span
                .start
                .min(self.chunks[high].span.start),
        );
        let end = if number < toll {
            self.chunks[number].span.start
        } else {
            end
        };
        let window = &self.tokens[start.min(end)..end];
        let cut = window
            .iter()
            .rposition(|token| token.is(Class::Now))
            .map_or(0, |cut| cut + 1);
        window[cut..].iter().any(|token| token.is(Class::Earlier))
    }

    /// "Initially put at more than 600, the toll is now": the older number before the word.
    fn number_before_toll(&self, at: usize) -> Option<usize> {
        let earlier = self.tokens[..self.chunks[at].span.start]
            .iter()
            .take(2)
            .any(|token| token.is(Class::Earlier));
        let bare = |index: &usize| {
            self.phrase(*index)
                .is_some_and(|phrase| phrase.head == Head::Bare && phrase.quantity.is_some())
        };
        (0..at)
            .rev()
            .find(bare)
            .filter(|&index| earlier && self.is_free(index))
    }

    fn bound_before_toll(&self, at: usize) -> Option<Qualifier> {
        let start = self.chunks[at].span.start;
        self.tokens[start.saturating_sub(3)..start]
            .iter()
            .rev()
            .find_map(|token| {
                token
                    .entry
                    .bound_before
                    .filter(|&bound| bound == Qualifier::AtLeast)
            })
    }

    fn add_total(
        &mut self,
        number: usize,
        at: usize,
        outcome: Outcome,
        rule: &'static str,
        floor: Option<Qualifier>,
    ) -> Option<usize> {
        let over = self.chunks[number]
            .span
            .start
            .checked_sub(1)
            .is_some_and(|before| self.tokens[before].is(Class::OverVerb));
        let index = self.add(number, at, outcome, rule)?;
        let figure = &mut self.found.figures[index];
        figure.total = true;
        if figure.count.qualifier == Qualifier::Exact && (over || floor.is_some()) {
            figure.count.qualifier = floor.unwrap_or(Qualifier::MoreThan);
            figure.count.high = None;
        }
        Some(index)
    }

    /// The numbers that a running total states, to its right.
    fn toll_numbers(&self, at: usize, strict: bool) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        let mut next = at + 1;
        while next < self.chunks.len() && next <= at + TOLL_REACH {
            match &self.chunks[next].piece {
                Piece::Semicolon | Piece::Relative | Piece::Including => break,
                Piece::Subordinator
                    if !self.has_class(next, Class::Preposition)
                        && (found.is_empty() && !self.has_class(next, Class::But)
                            || !found.is_empty() && !self.has_class(next, Class::But)) =>
                {
                    break;
                }
                Piece::Verb(verb)
                    if matches!(verb.role, Role::Harm(_))
                        && found.is_empty()
                        && verb.form != Form::PastOrParticiple =>
                {
                    break;
                }
                Piece::Verb(verb) if matches!(verb.role, Role::Harm(_)) => {}
                Piece::And if strict && found.is_empty() => break,
                Piece::Phrase(phrase) => {
                    let by = self
                        .before(next)
                        .is_some_and(|before| self.has_class(before, Class::By));
                    let people = phrase.is_counted_people()
                        || matches!(phrase.head, Head::Outcome(..)) && phrase.quantity.is_some();
                    let named_first = matches!(phrase.head, Head::Person | Head::Outcome(..));
                    if people
                        && phrase.quantity.is_some()
                        && !by
                        && self.is_free(next)
                        && phrase.whole.is_none()
                    {
                        if !found.is_empty() && !self.continues_toll(&found, next) {
                            break;
                        }
                        found.push(next);
                    } else if named_first && phrase.quantity.is_none() && !found.is_empty() {
                        break;
                    }
                }
                _ => {}
            }
            next += 1;
        }
        found
    }

    /// Whether a second number belongs to the same total: "from 600 to 1,000", "12 soldiers and 40 rebels".
    fn continues_toll(&self, found: &[usize], next: usize) -> bool {
        let Some(&last) = found.last() else {
            return true;
        };
        let from = |index: usize| {
            self.before(index)
                .is_some_and(|before| self.has_class(before, Class::From))
        };
        let old = self
            .before(next)
            .is_some_and(|before| self.has_class(before, Class::Earlier));
        let revision =
            found.len() == 1 && (old || from(last) || from(next) || self.is_earlier(last, last));
        let list = self.next_item(last) == Some(next)
            && self
                .phrase(last)
                .is_some_and(|phrase| phrase.head == Head::Person)
            && self
                .phrase(next)
                .is_some_and(|phrase| phrase.head == Head::Person);
        let now = (last..next).any(|index| self.has_class(index, Class::Now))
            || (last..next)
                .any(|index| self.has_class(index, Class::Rise) && self.verb_like(index));
        (revision || list || found.len() == 1 && now) && !self.is_subject_of_next(next)
    }

    fn verb_like(&self, at: usize) -> bool {
        self.is(at, |piece| matches!(piece, Piece::Other | Piece::Verb(_)))
    }

    /// "bringing the total to 27", "the figure is 41": of what the sentence, or the one before, is about. Where the
    /// sentence calls its earlier figure an older one, the total replaces it.
    fn total(&mut self, at: usize) {
        let Some(outcome) = self.sentence_outcome().or(self.carried) else {
            return;
        };
        let numbers = self.toll_numbers(at, true);
        let Some(&number) = numbers.first() else {
            return;
        };
        let joined = self.chunks[at + 1..number].iter().any(|chunk| {
            self.tokens[chunk.span.clone()].iter().any(|token| {
                token
                    .entry
                    .classes
                    .any(&[Class::To, Class::Be, Class::Of, Class::Preposition])
            })
        });
        if !joined {
            return;
        }
        let earlier = self.found.figures.len();
        self.add_toll_numbers(at, outcome, &numbers[..1], None);
        if self.found.figures.len() == earlier {
            return;
        }
        for index in 0..earlier {
            let start = self.found.figures[index].number;
            let older = self.tokens[..start]
                .iter()
                .any(|token| token.is(Class::Earlier));
            if older && self.found.figures[index].outcome == outcome {
                self.found.figures[index].superseded_by = Some(earlier);
                self.found.figures[index].status = Status::Superseded;
            }
        }
    }

    /// The outcome that the sentence's figures, or else its verbs, are about.
    fn sentence_outcome(&self) -> Option<Outcome> {
        self.found
            .figures
            .iter()
            .map(|figure| figure.outcome)
            .find(|&outcome| outcome == Outcome::Killed)
            .or_else(|| self.found.figures.last().map(|figure| figure.outcome))
            .or_else(|| {
                self.tokens.iter().find_map(|token| {
                    token
                        .entry
                        .verb
                        .filter(|verb| !verb.forms.has(Forms::BASE))
                        .and_then(|verb| verb.outcome)
                        .filter(|&outcome| {
                            outcome == Outcome::Killed || outcome == Outcome::Injured
                        })
                })
            })
    }

    // --- Labels --------------------------------------------------------------------------------------------------

    /// Labels first where a label opens the line: in "Dead: 192  Injured: 40" no number is the subject of what follows.
    fn label_lines(&mut self) {
        if self.is(1, |piece| matches!(piece, Piece::Colon)) && self.label_outcome(0).is_some() {
            self.labels();
        }
    }

    /// "Dead: 192  Injured: 4,877", "A total of 1,018 died: 745 civilians and 273 others".
    fn labels(&mut self) {
        for at in 0..self.chunks.len() {
            if !self.is(at, |piece| matches!(piece, Piece::Colon)) {
                continue;
            }
            let Some(label) = self.before(at) else {
                continue;
            };
            let Some(outcome) = self.label_outcome(label) else {
                continue;
            };
            let whole = (label.saturating_sub(4)..label).rev().find_map(|index| {
                self.used[index].filter(|&figure| self.found.figures[figure].outcome == outcome)
            });
            for number in self.list_right(self.skip_adverbs(at + 1)) {
                if let Some(index) = self.add(number, label, outcome, "label") {
                    self.found.figures[index].part = whole.map_or(Part::None, Part::Of);
                }
            }
        }
    }

    /// "Civilians: 745" under a heading that told the outcome.
    fn group_labels(&mut self) {
        let Some(outcome) = self.carried else { return };
        let label = self
            .phrase(0)
            .filter(|phrase| phrase.head == Head::Person && phrase.quantity.is_none())
            .map(|phrase| (phrase.group, phrase.words.clone()));
        let number = self
            .phrase(2)
            .is_some_and(|phrase| phrase.head == Head::Bare && phrase.quantity.is_some());
        let ends = self.chunks.len() <= 4;
        let Some((group, words)) = label.filter(|_| {
            number && ends && self.is(1, |piece| matches!(piece, Piece::Colon | Piece::Dash))
        }) else {
            return;
        };
        if let Some(index) = self.add(2, 0, outcome, "group-label") {
            let figure = &mut self.found.figures[index];
            (figure.group, figure.words, figure.bare) = (group, words, false);
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
                _ => None,
            },
            _ => None,
        }
    }

    // --- Predicates and adjectives -------------------------------------------------------------------------------

    /// "Three soldiers were among the wounded", "Among the dead were 16 children", "the dead included five nurses".
    fn predicates(&mut self) {
        for at in 0..self.chunks.len() {
            let Some(outcome) = self.those(at).or_else(|| self.group_among(at)) else {
                continue;
            };
            let among = self.before(at).is_some_and(|before| {
                self.is(before, |piece| matches!(piece, Piece::Among))
                    || self.has_class(before, Class::Of)
            });
            let next = self.skip_adverbs(at + 1);
            let put_at = self.has_class(at + 1, Class::Preposition)
                && self
                    .phrase(at + 2)
                    .is_some_and(|phrase| phrase.head == Head::Bare)
                && self.tokens[self.chunks[at + 1].span.start].text(self.text) == "at";
            let copula = self
                .verb_at(next)
                .is_some_and(|verb| verb.role == Role::Be && !verb.negated);
            let list = if put_at {
                vec![at + 2]
            } else if copula || self.is(next, |piece| matches!(piece, Piece::Including)) {
                self.list_right(self.skip_adverbs(next + 1))
            } else if among {
                self.people_before_among(at)
            } else {
                Vec::new()
            };
            let total = self.used[at];
            for item in list {
                if let Some(index) = self.add(item, at, outcome, "among-the-dead") {
                    self.found.figures[index].part = total.map_or(Part::Earlier, Part::Of);
                }
            }
        }
    }

    /// The outcome of a phrase that stands for those to whom it happened: "the dead", "the 40 dead", "the victims".
    fn those(&self, at: usize) -> Option<Outcome> {
        let phrase = self.phrase(at)?;
        match phrase.head {
            Head::Those(outcome) => Some(outcome),
            Head::Outcome(outcome, kind)
                if kind != OutcomeNounKind::Case && phrase.quantity.is_none() && !phrase.zero =>
            {
                Some(outcome)
            }
            Head::Bare if self.used[at].is_some() && phrase.definite => {
                self.used[at].map(|index| self.found.figures[index].outcome)
            }
            _ => None,
        }
        .or_else(|| {
            let verb = self.verb_at(at + 1).filter(|verb| {
                phrase.definite && matches!(verb.form, Form::Adjective | Form::PastOrParticiple)
            })?;
            match verb.role {
                Role::Harm(outcome) if phrase.head == Head::Pronoun => Some(outcome),
                _ => None,
            }
        })
    }

    /// "Among the civilians were 39 children": of a group that was spoken of before.
    fn group_among(&self, at: usize) -> Option<Outcome> {
        let among = self
            .before(at)
            .is_some_and(|before| self.is(before, |piece| matches!(piece, Piece::Among)));
        let phrase = self.phrase(at)?;
        let group = phrase.head == Head::Person && phrase.definite && phrase.quantity.is_none();
        (among && group).then_some(self.carried).flatten()
    }

    /// "Three soldiers were among the wounded": the people before the copula.
    fn people_before_among(&self, at: usize) -> Vec<usize> {
        let Some(among) = self.before(at) else {
            return Vec::new();
        };
        let Some(be) = among.checked_sub(1).filter(|&index| {
            self.verb_at(index)
                .is_some_and(|verb| verb.role == Role::Be)
        }) else {
            return Vec::new();
        };
        let head = (0..be).rev().take(8).find(|&index| {
            self.phrase(index)
                .is_some_and(|phrase| phrase.is_counted_people() && self.is_free(index))
        });
        let Some(head) = head else { return Vec::new() };
        let mut list = vec![head];
        while let Some(previous) = list.last().and_then(|&last| self.previous_item(last)) {
            list.push(previous);
        }
        list.reverse();
        list
    }

    /// "20 wounded students", and nouns that say themselves what happened: "18 hostages".
    fn attributes(&mut self) {
        for at in 0..self.chunks.len() {
            let Some(phrase) = self
                .phrase(at)
                .filter(|phrase| phrase.is_counted_people() && phrase.quantity.is_some())
            else {
                continue;
            };
            if !self.is_free(at) {
                continue;
            }
            let inner = phrase.outcome;
            let noun = self
                .tokens
                .get(phrase.words.end.wrapping_sub(1))
                .filter(|_| !phrase.words.is_empty())
                .and_then(|token| token.entry.noun);
            let noun = noun
                .filter(|noun| noun.kind == OutcomeNounKind::Person)
                .map(|noun| noun.outcome);
            let one_of = phrase.quantity.is_some_and(|quantity| quantity.is_one())
                && self.has_class(at, Class::Of);
            let Some(outcome) = inner.or(noun).filter(|_| !one_of) else {
                continue;
            };
            if self.noun_mood(at).is_none() {
                let rule = if inner.is_some() {
                    "attribute"
                } else {
                    "outcome-noun"
                };
                let index = self.add(at, at, outcome, rule);
                // "5,000 refugees crossed": the noun tells what happened, and no group.
                if let Some(index) = index.filter(|_| inner.is_none()) {
                    self.found.figures[index].group = Group::People;
                }
            }
        }
    }

    // --- Ellipsis -------------------------------------------------------------------------------------------------

    /// Numbers that take over the outcome of the figure before them: "nine in Solenta and four in Karsova", "as well
    /// as two bombers", "residents say six farmers", "It also counted 12 soldiers".
    fn continued(&mut self) {
        for at in 0..self.chunks.len() {
            let Some(phrase) = self
                .phrase(at)
                .filter(|phrase| self.is_free(at) && phrase.is_counted_people())
            else {
                continue;
            };
            if phrase.quantity.is_none() || self.is_subject_of_next(at) {
                continue;
            }
            let left = (0..at).rev().find_map(|index| self.used[index]);
            let outcome = left.map(|figure| self.found.figures[figure].outcome);
            let listed = self.is_gapped(at) && outcome.is_some()
                || self.follows_long_conjunction(at) && phrase.head == Head::Person;
            let (outcome, rule) = if listed {
                (outcome, "continued-list")
            } else if self.follows_count(at) {
                (outcome.or(self.carried), "continued-report")
            } else {
                continue;
            };
            if let Some(outcome) = outcome {
                let status =
                    left.map_or(Status::Reported, |figure| self.found.figures[figure].status);
                if let Some(index) = self.add(at, at, outcome, rule) {
                    self.found.figures[index].status = status;
                }
            }
        }
    }

    /// "Most deaths were in Karsova (31) and Benhali (12)": numbers in brackets behind places, of what the sentence is
    /// about.
    fn bracketed(&mut self) {
        let about = self
            .chunks
            .iter()
            .find_map(|chunk| match chunk.phrase()?.head {
                Head::Outcome(outcome, OutcomeNounKind::Event)
                    if chunk.phrase()?.quantity.is_none() =>
                {
                    Some(outcome)
                }
                _ => None,
            });
        let Some(outcome) = about else { return };
        for at in 1..self.chunks.len().saturating_sub(1) {
            let bracketed = self.is(at - 1, |piece| matches!(piece, Piece::Open))
                && self.is(at + 1, |piece| matches!(piece, Piece::Close));
            let bare = self
                .phrase(at)
                .is_some_and(|phrase| phrase.head == Head::Bare && phrase.quantity.is_some());
            let place = at > 1
                && self
                    .phrase(at - 2)
                    .is_some_and(|phrase| phrase.head == Head::Name);
            if bracketed && bare && place {
                self.add(at, at, outcome, "bracket");
            }
        }
    }

    /// A bare number behind a comma or "and" with its own place: "nine in Solenta".
    fn is_gapped(&self, at: usize) -> bool {
        let bare = self
            .phrase(at)
            .is_some_and(|phrase| phrase.head == Head::Bare && phrase.whole.is_none());
        let joined = self.before(at).is_some_and(|before| {
            self.is(before, |piece| matches!(piece, Piece::Comma | Piece::And))
        });
        let place = self.has_class(at + 1, Class::In)
            && self
                .phrase(at + 2)
                .is_some_and(|phrase| phrase.head == Head::Name);
        bare && joined && place
    }

    /// "as well as", "along with", "together with".
    fn follows_long_conjunction(&self, at: usize) -> bool {
        self.before(at).is_some_and(|before| {
            let span = self.chunks[before].span.clone();
            self.is(before, |piece| matches!(piece, Piece::And))
                && self.tokens[span]
                    .iter()
                    .any(|token| token.text(self.text).contains(char::is_whitespace))
        })
    }

    /// Whether a verb of saying or counting stands right before: "residents say six farmers", "it counted 12 soldiers".
    fn follows_count(&self, at: usize) -> bool {
        let Some(mut before) = self.before(at) else {
            return false;
        };
        if self.has_class(before, Class::Of) && before > 0 {
            before -= 1;
        }
        let reports = self
            .verb_at(before)
            .is_some_and(|verb| matches!(verb.role, Role::Report(_)) && !verb.negated);
        let ends = self.is(at + 1, |piece| {
            matches!(
                piece,
                Piece::Other | Piece::Semicolon | Piece::Comma | Piece::And
            )
        }) || at + 1 >= self.chunks.len();
        let same_sentence = (0..at).any(|index| self.used[index].is_some());
        reports && ends && (same_sentence || self.has_class(before, Class::Counting))
    }

    // --- Parts ---------------------------------------------------------------------------------------------------

    /// Components: "including nine children", "two of them nurses", "of whom 60 were soldiers".
    fn parts(&mut self) {
        for at in 0..self.chunks.len() {
            let Some(phrase) = self.phrase(at) else {
                continue;
            };
            let marked =
                phrase.whole.is_some() && phrase.head == Head::Person || self.is_marked_part(at);
            if let Some(index) = self.used[at] {
                if let Some(whole) = phrase.whole {
                    self.mark_part(index, at, whole);
                }
                continue;
            }
            let counted = phrase.is_counted_people()
                && (phrase.quantity.is_some() || phrase.head == Head::OnePerson);
            if !counted {
                continue;
            }
            let list = self.follows_part(at);
            let predicate = self.predicate_group(at);
            if marked || list.is_some() || predicate.is_some() {
                self.add_part(at, list, predicate);
            }
        }
    }

    /// "Of 27 pupils abducted, nine were freed": what follows is taken out of the figure that opens the sentence, and
    /// of its people.
    fn leading_whole(&mut self) {
        let opens = self.is_of(0)
            || self.is(0, |piece| matches!(piece, Piece::Preposition))
                && self.has_class(0, Class::Of);
        let Some(whole) = self.used.get(1).copied().flatten().filter(|_| opens) else {
            return;
        };
        let group = self.found.figures[whole].group;
        for index in 0..self.found.figures.len() {
            let figure = &mut self.found.figures[index];
            if index != whole && figure.part == Part::None && !figure.total {
                figure.part = Part::Of(whole);
                if figure.bare {
                    figure.group = group;
                }
            }
        }
    }

    /// "Forty were injured, 12 wounded by shrapnel, three critically": a bare number that only says how badly is part of
    /// the number before it.
    fn severities(&mut self) {
        let injured =
            |figure: &Figure| figure.outcome == Outcome::Injured && figure.part == Part::None;
        let Some(whole) = self.found.figures.iter().position(injured) else {
            return;
        };
        let most = self.found.figures[whole]
            .count
            .low
            .or(self.found.figures[whole].count.high);
        for index in whole + 1..self.found.figures.len() {
            let figure = &self.found.figures[index];
            let smaller = figure
                .count
                .high
                .is_some_and(|high| most.is_some_and(|most| high < most));
            if injured(figure) && figure.bare && !figure.additive && smaller {
                self.found.figures[index].part = Part::Of(whole);
            }
        }
    }

    /// Whether "including", "among them" or "of whom" stands right before the phrase at `at`.
    fn is_marked_part(&self, at: usize) -> bool {
        let Some(mut before) = self.before(at) else {
            return false;
        };
        while self.is(before, |piece| {
            matches!(piece, Piece::Adverb | Piece::Colon)
        }) && before > 0
        {
            before -= 1;
        }
        if self.is(before, |piece| matches!(piece, Piece::Open)) {
            let named = self
                .phrase(at)
                .is_some_and(|phrase| phrase.head == Head::Person);
            return named
                && (before.saturating_sub(2)..before).any(|index| self.used[index].is_some());
        }
        match &self.chunks[before].piece {
            Piece::Including | Piece::Among => true,
            Piece::Relative => before.checked_sub(1).is_some_and(|of| {
                self.has_class(of, Class::Of) || self.is(of, |piece| matches!(piece, Piece::Among))
            }),
            Piece::Phrase(phrase) => {
                phrase.head == Head::Pronoun
                    && before.checked_sub(1).is_some_and(|among| {
                        self.is(among, |piece| matches!(piece, Piece::Among))
                            || self.has_class(among, Class::Of)
                    })
            }
            _ => false,
        }
    }

    /// The part that the phrase at `at` continues as an item of a list.
    fn follows_part(&self, at: usize) -> Option<usize> {
        let mut next = self.before(at)?;
        let start = next;
        while next > 0
            && self.is(next, |piece| {
                matches!(piece, Piece::And | Piece::Comma | Piece::Adverb)
            })
        {
            next -= 1;
        }
        if next == start {
            return None;
        }
        let from = next.saturating_sub(4);
        (from..=next).rev().find_map(|index| {
            self.used[index].filter(|&figure| {
                self.found.figures[figure].part != Part::None
                    && self.found.figures[figure].rule.starts_with("part")
            })
        })
    }

    /// "12 were women": the group that a copula gives to a bare number, and the chunk that names it.
    fn predicate_group(&self, at: usize) -> Option<usize> {
        let phrase = self.phrase(at)?;
        if phrase.head != Head::Bare || phrase.additive {
            return None;
        }
        let mut next = self.skip_adverbs(at + 1);
        if self.is(next, |piece| matches!(piece, Piece::Dash)) {
            next += 1;
        }
        let be = self
            .verb_at(next)
            .filter(|verb| verb.role == Role::Be && !verb.negated)?;
        let _ = be;
        let named = self.skip_adverbs(next + 1);
        let group = self.phrase(named)?;
        (matches!(group.head, Head::Person | Head::OnePerson) && group.quantity.is_none())
            .then_some(named)
    }

    fn add_part(&mut self, at: usize, list: Option<usize>, predicate: Option<usize>) {
        let anchor = self.anchor(at);
        let outcome = match (list, anchor) {
            (Some(figure), _) => self.found.figures[figure].outcome,
            (None, Some(figure)) => self.found.figures[figure].outcome,
            (None, None) => match self
                .whole_outcome(at)
                .or(self.carried)
                .or(self.victims_outcome(at))
            {
                Some(outcome) => outcome,
                None => return,
            },
        };
        let part = match (list.map(|figure| self.found.figures[figure].part), anchor) {
            (Some(part), _) => part,
            (None, Some(figure)) => Part::Of(figure),
            (None, None) => Part::Earlier,
        };
        let cause = predicate.unwrap_or(at);
        let Some(index) = self.add(
            at,
            cause,
            outcome,
            if predicate.is_some() {
                "part-predicate"
            } else {
                "part"
            },
        ) else {
            return;
        };
        let status = match part {
            Part::Of(whole) => self.found.figures[whole].status,
            _ => Status::Reported,
        };
        let named = predicate
            .and_then(|named| self.phrase(named))
            .map(|phrase| (phrase.group, phrase.words.clone()));
        let figure = &mut self.found.figures[index];
        (figure.part, figure.status) = (part, status);
        if let Some((group, words)) = named {
            (figure.group, figure.words, figure.bare) = (group, words, false);
        }
    }

    /// "Most of the victims - 31 - were children": victims without a word of what happened are dead.
    fn victims_outcome(&self, at: usize) -> Option<Outcome> {
        let start = self.chunks[at].span.start;
        self.tokens[..start]
            .iter()
            .any(|token| token.is(Class::Victims))
            .then_some(Outcome::Killed)
    }

    fn whole_outcome(&self, at: usize) -> Option<Outcome> {
        match self.phrase(at)?.whole? {
            Whole::Those(outcome) => Some(outcome),
            Whole::Pronoun => None,
        }
    }

    /// The figure that a part belongs to: the nearest before it that is no part itself, or else the next after it.
    fn anchor(&self, at: usize) -> Option<usize> {
        let wanted = self.whole_outcome(at);
        let fits = |index: &usize| {
            let figure = &self.found.figures[*index];
            figure.part == Part::None
                && !figure.one
                && wanted.is_none_or(|outcome| {
                    outcome == figure.outcome || figure.outcome == Outcome::Casualties
                })
        };
        let left = (0..at)
            .rev()
            .find_map(|index| self.used[index].filter(fits));
        left.or_else(|| {
            wanted.and((at + 1..self.chunks.len()).find_map(|index| self.used[index].filter(fits)))
        })
    }

    /// A figure that a verb found and whose number is taken out of others: "two of them were killed".
    fn mark_part(&mut self, index: usize, at: usize, whole: Whole) {
        if self.found.figures[index].part != Part::None {
            return;
        }
        let outcome = self.found.figures[index].outcome;
        let left = (0..at).rev().find_map(|chunk| {
            self.used[chunk]
                .filter(|&other| other != index && self.found.figures[other].part == Part::None)
        });
        let part = match left {
            Some(other)
                if self.found.figures[other].outcome == outcome
                    || self.found.figures[other].outcome == Outcome::Casualties =>
            {
                Part::Of(other)
            }
            Some(_) => Part::None,
            None if matches!(whole, Whole::Those(those) if those == outcome) => Part::Earlier,
            None if self.carried == Some(outcome) => Part::Earlier,
            None => Part::None,
        };
        self.found.figures[index].part = part;
    }
}

/// Whether one person without a number is worth a figure of this outcome.
fn is_fate(outcome: Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Killed
            | Outcome::Injured
            | Outcome::Abducted
            | Outcome::Missing
            | Outcome::Casualties
    )
}

/// Whether people to whom this happened can come to more: abducted and killed, missing and found.
fn leaves_fate_open(outcome: Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Abducted
            | Outcome::Detained
            | Outcome::Affected
            | Outcome::Missing
            | Outcome::Trapped
            | Outcome::Displaced
    )
}

/// What a phrase met on the way to the subject means.
enum Look {
    /// It is the subject.
    Found,
    /// There is no subject to be found.
    Stop,
    /// Go on from there.
    Skip(usize),
}
