//! Whom: noun phrases of people, with or without a number.
//!
//! A phrase is read by its first words: with a number (`counted`), or without (`uncounted`, `name`). What it is about is
//! the noun that `head` finds.

mod counted;
mod head;
mod name;
mod uncounted;

use super::lexicon::{Class, Classes, Forms, NumberKind, OutcomeNounKind};
use super::quantity::{Quantity, opens_quantity, quantity};
use super::text::{Kind, Token, is_at, token_at, within};
use crate::model::{Group, Outcome, Reason};
use std::ops::Range;

/// The most words that may stand between a number and the noun that it counts.
const LONGEST_MODIFIERS: usize = 8;

/// The age below which a person is a child.
pub(crate) const ADULT: u64 = 18;

/// What a noun phrase is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// People: "nine miners".
    Person,
    /// One person: "a miner".
    OnePerson,
    /// A number alone: "nine".
    Bare,
    /// What happened, as a noun: "nine deaths"; its kind tells what is counted.
    Outcome(Outcome, OutcomeNounKind),
    /// Those to whom it happened: "the dead", "the wounded".
    Those(Outcome),
    /// A name: "Imre Dost".
    Name,
    /// A pronoun that stands for people: "they", "he".
    Pronoun,
    /// A plural that no table has: "nine Tesserans".
    UnknownPlural,
    /// Something that is not people, and why.
    Thing(Reason),
    /// Nothing that the tables know.
    Unknown,
}

/// What a number is taken out of: "two of them".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whole {
    /// A pronoun: the people just spoken of.
    Pronoun,
    /// "of the dead": those to whom it happened.
    Those(Outcome),
}

/// A noun phrase.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    /// Tokens of the whole phrase.
    pub(crate) span: Range<usize>,
    pub(crate) quantity: Option<Quantity>,
    pub(crate) head: Head,
    /// Tokens of the words after the number.
    pub(crate) words: Range<usize>,
    pub(crate) group: Group,
    /// "another nine", "nine more", "five others".
    pub(crate) additive: bool,
    /// Starts with "the", "these", "his".
    pub(crate) definite: bool,
    pub(crate) whole: Option<Whole>,
    /// An adjective inside says what happened: "20 wounded students".
    pub(crate) outcome: Option<Outcome>,
    /// "no civilians", "nobody", "none of the passengers".
    pub(crate) zero: bool,
}

impl Phrase {
    fn new(start: usize) -> Self {
        Phrase {
            span: start..start,
            quantity: None,
            head: Head::Unknown,
            words: start..start,
            group: Group::People,
            additive: false,
            definite: false,
            whole: None,
            outcome: None,
            zero: false,
        }
    }

    /// Ends the phrase at `end` as a number alone, without words of its own.
    fn end_bare(&mut self, end: usize) {
        (self.head, self.span.end, self.words) = (Head::Bare, end, end..end);
    }

    /// Whether the phrase can be the victims of a verb: people that it counts.
    pub(crate) fn is_counted_people(&self) -> bool {
        let people = matches!(
            self.head,
            Head::Person | Head::Bare | Head::UnknownPlural | Head::OnePerson
        );
        let victims = matches!(self.head, Head::Outcome(_, OutcomeNounKind::Person));
        (people || victims)
            && (self.quantity.is_some() || self.zero || self.head == Head::OnePerson)
    }

    /// Whether the phrase names people at all, counted or not.
    pub(crate) fn is_people(&self) -> bool {
        self.is_counted_people()
            || matches!(
                self.head,
                Head::Person | Head::Name | Head::Pronoun | Head::Those(_)
            )
    }
}

/// Words that open a phrase without being its noun or its number.
const OPENING: Classes = Classes::of(&[
    Class::No,
    Class::Both,
    Class::Determiner,
    Class::Additive,
    Class::Indefinite,
    Class::Pronoun,
]);

/// Reads a noun phrase that starts at `at`; `None` where none starts.
pub(crate) fn phrase(text: &str, tokens: &[Token], at: usize) -> Option<Phrase> {
    let first = tokens.get(at)?;
    if let Some(noun) = behind_age(tokens, at) {
        return uncounted::uncounted(text, tokens, Phrase::new(at), noun);
    }
    if first.is(Class::None) {
        return Some(counted::none_of(tokens, Phrase::new(at)));
    }
    // "as many were injured": as many as died, and their number is not printed.
    if first.is(Class::AsMany) {
        let mut phrase = Phrase::new(at);
        phrase.end_bare(at + 1);
        phrase.head = Head::Thing(Reason::Ratio);
        return Some(phrase);
    }
    // "all but two of the 90": the others are counted, and their number is not printed.
    if first.is(Class::AllBut)
        && let Some(found) = quantity(text, tokens, at + 1)
    {
        let mut phrase = counted::counted(text, tokens, Phrase::new(at), found);
        phrase.head = Head::Thing(Reason::Ratio);
        return Some(phrase);
    }
    if is_next_alone(tokens, at) {
        let mut phrase = Phrase::new(at);
        phrase.end_bare(at + 2);
        (phrase.head, phrase.additive) = (Head::OnePerson, true);
        return Some(phrase);
    }
    if opens_quantity(first)
        && let Some(found) = quantity(text, tokens, at)
        && !counted::is_article_only(tokens, &found)
    {
        return Some(counted::counted(text, tokens, Phrase::new(at), found));
    }
    if !first.entry.classes.meets(OPENING) && uncounted::opens_nothing(first) {
        return None;
    }
    let mut phrase = Phrase::new(at);
    if first.is(Class::No) {
        phrase.zero = true;
        return uncounted::uncounted(text, tokens, phrase, at + 1);
    }
    if first.is(Class::Both) {
        return counted::both(text, tokens, phrase);
    }
    let opening = const { Classes::of(&[Class::Determiner, Class::Additive, Class::Indefinite]) };
    if !first.entry.classes.meets(opening) {
        return uncounted::uncounted(text, tokens, phrase, at);
    }
    // "Another killed five": another blast.
    let object = (tokens.get(at + 2)).is_some_and(|next| next.is_number());
    if first.is(Class::Additive) && object && is_fate(tokens, at + 1) {
        return None;
    }
    if let Some(end) = another_alone_end(tokens, at) {
        phrase.end_bare(end);
        (phrase.head, phrase.additive) = (Head::OnePerson, true);
        return Some(phrase);
    }
    let next = additives(tokens, at + 1);
    phrase.definite = first.is(Class::Determiner) && !first.is(Class::Additive);
    phrase.additive = first.is(Class::Additive) || next > at + 1;
    // "the 2012 murder of two women"
    let dated = |found: &Quantity| {
        let noun = tokens.get(found.end).and_then(|token| token.entry.noun);
        phrase.definite && found.digits && noun.is_some_and(|noun| !noun.plural)
    };
    match quantity(text, tokens, next) {
        Some(found) if dated(&found) => uncounted::uncounted(text, tokens, phrase, found.end),
        Some(found) => Some(counted::counted(text, tokens, phrase, found)),
        None => uncounted::uncounted(text, tokens, phrase, next),
    }
}

/// Where the noun stands behind the age in "a forty-four year old member", or behind the label in "a form six student".
fn behind_age(tokens: &[Token], at: usize) -> Option<usize> {
    let [article, years, time, old, ..] = tokens.get(at..)? else {
        return None;
    };
    if !article.is(Class::Indefinite) {
        return None;
    }
    if years.is(Class::Reference) && time.is_number() && !breaks(old) {
        return Some(at + 3);
    }
    let noun = tokens.get(at + 4)?;
    let age = (years.is_number() || years.hyphened) && time.is(Class::Time) && old.is(Class::Aged);
    (age && !breaks(noun)).then_some(at + 4)
}

/// Whether a verb of what happened to people stands at `at`.
fn is_fate(tokens: &[Token], at: usize) -> bool {
    let verb = tokens.get(at).and_then(|token| token.entry.verb);
    verb.is_some_and(|verb| verb.outcome.is_some())
}

/// "injured one officer and killed another", "another was killed", "one died and the other was hurt": the end of one person
/// who is named by the word alone beside a verb that tells a fate.
fn another_alone_end(tokens: &[Token], at: usize) -> Option<usize> {
    let token = token_at(tokens, at);
    let other = is_at(tokens, at + 1, Class::Other) && has_unit_before(tokens, at, 1, true);
    if !token.is(Class::Determiner) || !token.is(Class::Additive) && !other {
        return None;
    }
    let end = at + 1 + usize::from(other);
    let told = (at.checked_sub(1)).is_some_and(|verb| is_fate(tokens, verb));
    let ends = tokens.get(end).is_none_or(|next| {
        breaks(next) && next.kind != Kind::Digits && next.entry.number.is_none()
    });
    // "another was badly hurt"
    let how = usize::from(is_at(tokens, end + 1, Class::Adverb));
    let subject = is_at(tokens, end, Class::Be) && is_fate(tokens, end + 1 + how);
    // "One killed and another hurt in crash"
    let joined = at
        .checked_sub(1)
        .is_some_and(|and| is_at(tokens, and, Class::And));
    let alone = tokens.get(end + 1).is_none_or(breaks);
    let fate = tokens.get(end).and_then(those_outcome);
    let hurt = joined && alone && matches!(fate, Some(Outcome::Killed | Outcome::Injured));
    (told && ends || subject || hurt).then_some(end)
}

/// Whether a number in words for `units` stands before the token at `at`; of `people`, not of "one side".
fn has_unit_before(tokens: &[Token], at: usize, units: u64, people: bool) -> bool {
    (within(tokens, ..at + 1).windows(2)).any(|pair| {
        let next = pair[1].entry;
        let person = next.person.is_some() || next.force.is_some() || next.verb.is_some();
        let unit = Some((NumberKind::Unit, units));
        pair[0].entry.number == unit && (!people || person || breaks(&pair[1]))
    })
}

/// "Two were killed and a third was wounded": one more than those counted before, and no share of them.
fn is_next_alone(tokens: &[Token], at: usize) -> bool {
    let number = |at: usize| tokens.get(at).and_then(|token| token.entry.number);
    if !is_at(tokens, at, Class::Indefinite) {
        return false;
    }
    let Some((NumberKind::Ordinal, place)) = number(at + 1) else {
        return false;
    };
    let counted = has_unit_before(tokens, at, place - 1, false);
    let small = |token: &&Token| token.is(Class::Be) || token.is(Class::Adverb);
    let mut told = within(tokens, at + 2..).iter().skip_while(small).take(1);
    // "shot two of them and wounded a third"
    let object = (at.checked_sub(1)).is_some_and(|verb| is_fate(tokens, verb));
    let ends = object && tokens.get(at + 2).is_none_or(breaks);
    counted && (ends || told.any(|token| those_outcome(token).is_some()))
}

/// The place after the words from `at` on that add to what was said before: "other", "more".
fn additives(tokens: &[Token], at: usize) -> usize {
    let run = tokens.iter().skip(at).take_while(|token| {
        token.is(Class::Additive) || token.is(Class::Other) && token.entry.person.is_none()
    });
    at + run.count()
}

/// What happened to "the dead", "the wounded", "those killed".
fn those_outcome(token: &Token) -> Option<Outcome> {
    token.entry.adjective.or_else(|| {
        token
            .entry
            .verb
            .filter(|verb| verb.forms.has(Forms::PARTICIPLE))
            .and_then(|verb| verb.outcome)
    })
}

/// Words that end a noun phrase.
const PHRASE_ENDS: Classes = Classes::of(&[
    Class::Cardinal,
    Class::Digits,
    Class::Preposition,
    Class::And,
    Class::But,
    Class::Subordinator,
    Class::Be,
    Class::Have,
    Class::Modal,
    Class::Do,
    Class::Get,
    Class::Relative,
    Class::That,
    Class::Pronoun,
    Class::Including,
    Class::Among,
    Class::Leave,
    Class::Become,
    Class::Determiner,
    Class::Indefinite,
    Class::Negation,
    Class::Recent,
    Class::Background,
    Class::Numbered,
    Class::Suffer,
    Class::Carry,
    Class::Feared,
    Class::According,
]);

/// Whether a word ends a noun phrase.
pub(crate) fn breaks(token: &Token) -> bool {
    matches!(token.kind, Kind::Sign(_)) || token.entry.classes.meets(PHRASE_ENDS)
}
