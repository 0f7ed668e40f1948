//! All that the tables say of one word: the parts of an entry.

use super::classes::{Class, Classes};
use crate::model::{Group, Outcome, Qualifier, Status};

/// How a number word takes part in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberKind {
    /// 0 to 19.
    Unit,
    /// 20, 30 ... 90.
    Tens,
    /// Multiplies what stands before by a hundred.
    Hundred,
    /// Multiplies what stands before.
    Scale,
    /// A dozen or a score: rounded, and can be multiplied.
    Dozen,
    /// A couple, a pair: a rounded small amount.
    Couple,
    /// A word for an amount; the value is its floor.
    Vague,
    /// A place in an order.
    Ordinal,
}

/// Who the victim of a verb is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    /// Its object, or its subject in the passive voice.
    Object,
    /// Its subject.
    Subject,
    /// Either, by what stands beside it.
    Either,
}

/// The forms of a verb that a word can be, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Forms(u8);

impl Forms {
    pub(crate) const BASE: Forms = Forms(1);
    pub(crate) const PRESENT: Forms = Forms(2);
    pub(crate) const PAST: Forms = Forms(4);
    pub(crate) const PARTICIPLE: Forms = Forms(8);
    pub(crate) const GERUND: Forms = Forms(16);
    /// Whether any of `other` is in the set.
    pub(crate) const fn has(self, other: Forms) -> bool {
        self.0 & other.0 != 0
    }
    /// Puts `other` into the set.
    pub(super) fn add(&mut self, other: Forms) {
        self.0 |= other.0;
    }
}

/// A verb of what happened to people.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VerbSense {
    /// What happened; `None` for violence whose outcome another word must tell.
    pub(crate) outcome: Option<Outcome>,
    pub(crate) frame: Frame,
    pub(crate) forms: Forms,
    /// Whether nothing but people suffers it: "murdered".
    pub(crate) people: bool,
}

/// What a counted noun for an outcome counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OutcomeNounKind {
    /// Happenings: "nine deaths".
    Event,
    /// People: "nine hostages".
    Person,
    /// Bodies: "nine bodies".
    Body,
    /// Lives: a figure only with a verb of losing.
    Life,
    /// Cases of an illness or a crime.
    Case,
}

/// A noun for what happened.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OutcomeNoun {
    pub(crate) outcome: Outcome,
    pub(crate) kind: OutcomeNounKind,
    pub(crate) plural: bool,
}

/// A noun for people.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Person {
    pub(crate) group: Group,
    pub(crate) singular: bool,
    pub(crate) plural: bool,
}

/// A word for a running total.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TollWord {
    /// What it counts; `None` = what the sentence is about.
    pub(crate) outcome: Option<Outcome>,
    /// Whom, where the words say so: "the number of civilians killed".
    pub(crate) group: Option<Group>,
}

/// All that the tables say of one word or phrase.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    pub(crate) classes: Classes,
    pub(crate) number: Option<(NumberKind, u64)>,
    pub(crate) bound_before: Option<Qualifier>,
    pub(crate) bound_after: Option<Qualifier>,
    pub(crate) verb: Option<VerbSense>,
    pub(crate) noun: Option<OutcomeNoun>,
    pub(crate) adjective: Option<Outcome>,
    pub(crate) person: Option<Person>,
    /// The group that the name of a force lends to a general noun.
    pub(crate) force: Option<Group>,
    pub(crate) toll: Option<TollWord>,
    pub(crate) reporting: Option<Status>,
    /// Number of the word among all words of the tables; 0 = of none. Phrases are compared by these.
    pub(crate) word: u32,
    /// Longer entries that start with this word, longest first.
    pub(crate) phrases: Vec<Phrase>,
    /// The last bits of the numbers of their second words, as a set: most words are no second word of one.
    seconds: u64,
    /// Whether the word stands in any table, and not only at the head of a phrase.
    pub(super) known: bool,
}

/// An entry of several words.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    /// The number of its second word, which tells most phrases apart.
    pub(crate) second: u32,
    /// The numbers of the words after the first.
    pub(crate) rest: Vec<u32>,
    /// What is known of the whole.
    pub(crate) entry: &'static Entry,
}

/// Words that say what happened to people.
pub(crate) const TRIGGERS: Classes = Classes::of(&[Class::Trigger, Class::Lose, Class::Victims]);

impl Entry {
    /// Whether the word stands in any table (and not only at the head of a phrase).
    pub(crate) fn is_known(&self) -> bool {
        self.known
    }
    /// Shorthand for a class test.
    #[inline(always)]
    pub(crate) fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }
    /// The longer entries that start with this word and may go on with the one of this number.
    pub(crate) fn phrases_with(&self, second: u32) -> &[Phrase] {
        match self.seconds >> (second % 64) & 1 {
            0 => &[],
            _ => &self.phrases,
        }
    }
    /// Whether the word can make a sentence worth reading: it says what happened to people.
    pub(crate) fn is_trigger(&self) -> bool {
        self.classes.meets(TRIGGERS)
    }
    /// Adds a longer entry that starts with this word.
    pub(super) fn add(&mut self, phrase: Phrase) {
        self.seconds |= 1 << (phrase.second % 64);
        self.phrases.push(phrase);
    }
    /// The entry of what no table has, with these classes.
    const fn of(classes: &[Class]) -> Entry {
        Entry {
            classes: Classes::of(classes),
            number: None,
            bound_before: None,
            bound_after: None,
            verb: None,
            noun: None,
            adjective: None,
            person: None,
            force: None,
            toll: None,
            reporting: None,
            word: 0,
            phrases: Vec::new(),
            seconds: 0,
            known: false,
        }
    }
}

/// The entry of a word that no table has.
pub(crate) static UNKNOWN: Entry = Entry::of(&[]);

/// The entries of what is printed in digits, without letters glued on and with them.
pub(crate) static DIGITS: Entry = Entry::of(&[Class::Digits]);
pub(crate) static GLUED: Entry = Entry::of(&[Class::Glued]);

/// The entry of the possessive 's.
pub(crate) static POSSESSIVE: Entry = Entry::of(&[Class::Possessive]);

/// The entries of signs that stand for no word.
pub(super) static COLON: Entry = Entry::of(&[Class::Colon]);
pub(super) static BRACKET: Entry = Entry::of(&[Class::Bracket]);
