//! Words as data: the tables of each language, parsed once into one map from a word to all that is known of it.
//!
//! Nothing outside `lexicon/en` and this file's table formats is a list of English words.

mod en;

use crate::model::{Group, Outcome, Qualifier, Status};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word can be in a sentence. A word can be several at once ("may": modal and month).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Class {
    Determiner,
    Indefinite,
    Pronoun,
    GroupPronoun,
    Relative,
    That,
    Preposition,
    And,
    Alternative,
    But,
    Subordinator,
    Be,
    Have,
    Get,
    Do,
    Modal,
    Hypothetical,
    Negation,
    None,
    No,
    Leave,
    Become,
    Adverb,
    Including,
    IncludingWord,
    Among,
    Additive,
    Aged,
    Both,
    Excluding,
    By,
    Of,
    From,
    To,
    In,
    Other,
    Respectively,
    Between,
    Half,
    AndAHalf,
    Taker,
    Lose,
    Grave,
    According,
    Citing,
    Continuation,
    OnePronoun,
    Counting,
    Judged,
    Causative,
    Mild,
    Unknown,
    Known,
    Victims,
    Sport,
    Past,
    Incident,
    Worst,
    PartEvent,
    PlaceWord,
    Alone,
    Reference,
    Outlet,
    Unnamed,
    Official,
    Tally,
    Time,
    MonthName,
    Weekday,
    Unit,
    Money,
    Animal,
    Thing,
    Organisation,
    Event,
    LongEvent,
    Carried,
    Exposed,
    Background,
    OtherEvent,
    Rate,
    Teaser,
    Rise,
    OverVerb,
    Earlier,
    Now,
    Total,
    Bring,
    Withdrawn,
    False,
    Plan,
    Fiction,
    Risk,
    Forecast,
    Feared,
    Possible,
    Claimed,
    Reportedly,
    Abbreviation,
}

/// The names of the classes as the tables spell them.
const CLASS_NAMES: &[(&str, Class)] = &[
    ("determiner", Class::Determiner),
    ("indefinite", Class::Indefinite),
    ("pronoun", Class::Pronoun),
    ("group_pronoun", Class::GroupPronoun),
    ("relative", Class::Relative),
    ("that", Class::That),
    ("preposition", Class::Preposition),
    ("and", Class::And),
    ("alternative", Class::Alternative),
    ("but", Class::But),
    ("subordinator", Class::Subordinator),
    ("be", Class::Be),
    ("have", Class::Have),
    ("get", Class::Get),
    ("do", Class::Do),
    ("modal", Class::Modal),
    ("hypothetical", Class::Hypothetical),
    ("negation", Class::Negation),
    ("none", Class::None),
    ("no", Class::No),
    ("leave", Class::Leave),
    ("become", Class::Become),
    ("adverb", Class::Adverb),
    ("including", Class::Including),
    ("including_word", Class::IncludingWord),
    ("included", Class::Including),
    ("among", Class::Among),
    ("additive", Class::Additive),
    ("aged", Class::Aged),
    ("both", Class::Both),
    ("excluding", Class::Excluding),
    ("by", Class::By),
    ("of", Class::Of),
    ("from", Class::From),
    ("to", Class::To),
    ("in", Class::In),
    ("other", Class::Other),
    ("respectively", Class::Respectively),
    ("between", Class::Between),
    ("half", Class::Half),
    ("and_a_half", Class::AndAHalf),
    ("reference", Class::Reference),
    ("taker", Class::Taker),
    ("lose", Class::Lose),
    ("grave", Class::Grave),
    ("according", Class::According),
    ("citing", Class::Citing),
    ("continuation", Class::Continuation),
    ("one_pronoun", Class::OnePronoun),
    ("counting", Class::Counting),
    ("judged", Class::Judged),
    ("causative", Class::Causative),
    ("mild", Class::Mild),
    ("unknown", Class::Unknown),
    ("known", Class::Known),
    ("victims", Class::Victims),
    ("sport", Class::Sport),
    ("past", Class::Past),
    ("incident", Class::Incident),
    ("worst", Class::Worst),
    ("part_event", Class::PartEvent),
    ("place_word", Class::PlaceWord),
    ("alone", Class::Alone),
    ("outlet", Class::Outlet),
    ("unnamed", Class::Unnamed),
    ("official", Class::Official),
    ("tally", Class::Tally),
    ("time", Class::Time),
    ("month_name", Class::MonthName),
    ("weekday", Class::Weekday),
    ("unit", Class::Unit),
    ("money", Class::Money),
    ("animal", Class::Animal),
    ("thing", Class::Thing),
    ("organisation", Class::Organisation),
    ("event", Class::Event),
    ("long_event", Class::LongEvent),
    ("carried", Class::Carried),
    ("exposed", Class::Exposed),
    ("background", Class::Background),
    ("other_event", Class::OtherEvent),
    ("rate", Class::Rate),
    ("teaser", Class::Teaser),
    ("rise", Class::Rise),
    ("over_verb", Class::OverVerb),
    ("earlier", Class::Earlier),
    ("now", Class::Now),
    ("total", Class::Total),
    ("bring", Class::Bring),
    ("withdrawn", Class::Withdrawn),
    ("false", Class::False),
    ("plan", Class::Plan),
    ("fiction", Class::Fiction),
    ("risk", Class::Risk),
    ("forecast", Class::Forecast),
    ("feared", Class::Feared),
    ("possible", Class::Possible),
    ("claimed", Class::Claimed),
    ("reportedly", Class::Reportedly),
];

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(u128);

impl Classes {
    const fn bit(class: Class) -> u128 {
        1u128 << (class as u8)
    }
    /// Whether `class` is in the set.
    pub(crate) const fn has(self, class: Class) -> bool {
        self.0 & Self::bit(class) != 0
    }
    /// Whether any of `classes` is in the set.
    pub(crate) fn any(self, classes: &[Class]) -> bool {
        classes.iter().any(|&class| self.has(class))
    }
    fn add(&mut self, class: Class) {
        self.0 |= Self::bit(class);
    }
}

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
    /// Whether all of `other` is in the set.
    pub(crate) const fn has(self, other: Forms) -> bool {
        self.0 & other.0 != 0
    }
}

/// A verb of what happened to people.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VerbSense {
    /// What happened; `None` for violence whose outcome another word must tell.
    pub(crate) outcome: Option<Outcome>,
    pub(crate) frame: Frame,
    pub(crate) forms: Forms,
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
    /// Longer entries that start with this word, longest first.
    pub(crate) phrases: Vec<Phrase>,
    known: bool,
}

/// An entry of several words.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    /// The words after the first.
    pub(crate) rest: Vec<&'static str>,
    /// What is known of the whole.
    pub(crate) entry: &'static Entry,
}

impl Entry {
    /// Whether the word stands in any table (and not only at the head of a phrase).
    pub(crate) fn is_known(&self) -> bool {
        self.known
    }
    /// Shorthand for a class test.
    pub(crate) fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }
    /// Whether the word can make a sentence worth reading: it says what happened to people.
    pub(crate) fn is_trigger(&self) -> bool {
        self.verb.is_some()
            || self.noun.is_some()
            || self.adjective.is_some()
            || self.toll.is_some()
            || self.is(Class::Lose)
            || self.is(Class::Victims)
    }
}

/// The entry of a word that no table has.
pub(crate) static UNKNOWN: Entry = Entry {
    classes: Classes(0),
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
    phrases: Vec::new(),
    known: false,
};

static ENGLISH: LazyLock<FxHashMap<&'static str, Entry>> = LazyLock::new(build);

/// What is known of `word`, which is in lower case with straight apostrophes.
pub(crate) fn look_up(word: &str) -> &'static Entry {
    ENGLISH.get(word).unwrap_or(&UNKNOWN)
}

/// The map under construction: whole entries by their words, blanks as underscores.
type Draft = FxHashMap<&'static str, Entry>;

fn build() -> FxHashMap<&'static str, Entry> {
    let mut draft = Draft::default();
    numbers(&mut draft);
    qualifiers(&mut draft);
    verbs(&mut draft);
    violence(&mut draft);
    outcome_nouns(&mut draft);
    outcome_adjectives(&mut draft);
    people(&mut draft);
    collectives(&mut draft);
    tolls(&mut draft);
    reporting(&mut draft);
    for table in [
        en::FUNCTION_WORDS,
        en::SOURCES,
        en::THINGS,
        en::SCOPE,
        en::REVISION,
        en::MOOD,
    ] {
        classes(&mut draft, table);
    }
    for line in lines(en::ABBREVIATIONS) {
        for word in line.split_whitespace() {
            at(&mut draft, word).classes.add(Class::Abbreviation);
        }
    }
    phrases(draft)
}

/// Splits the entries of several words off and hangs them under their first word.
fn phrases(draft: Draft) -> FxHashMap<&'static str, Entry> {
    let (many, mut single): (Vec<_>, FxHashMap<_, _>) = {
        let (many, single): (Vec<_>, Vec<_>) = draft
            .into_iter()
            .partition(|(words, _)| words.contains('_'));
        (many, single.into_iter().collect())
    };
    for (words, entry) in many {
        let mut split = words.split('_');
        let first = split.next().unwrap_or_default();
        let phrase = Phrase {
            rest: split.collect(),
            entry: Box::leak(Box::new(entry)),
        };
        single.entry(first).or_default().phrases.push(phrase);
    }
    for entry in single.values_mut() {
        entry
            .phrases
            .sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
    }
    single
}

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn at<'d>(draft: &'d mut Draft, word: &'static str) -> &'d mut Entry {
    let entry = draft.entry(word).or_default();
    entry.known = true;
    entry
}

/// A cell of a table; "-" and a missing cell are empty.
fn cell(columns: &[&'static str], index: usize) -> Option<&'static str> {
    columns.get(index).copied().filter(|word| *word != "-")
}

fn columns(line: &'static str) -> Vec<&'static str> {
    line.split_whitespace().collect()
}

fn numbers(draft: &mut Draft) {
    for line in lines(en::NUMBERS) {
        let columns = columns(line);
        let (Some(word), Some(value), Some(kind)) =
            (cell(&columns, 0), cell(&columns, 1), cell(&columns, 2))
        else {
            continue;
        };
        let kind = match kind {
            "unit" => NumberKind::Unit,
            "tens" => NumberKind::Tens,
            "hundred" => NumberKind::Hundred,
            "scale" => NumberKind::Scale,
            "dozen" => NumberKind::Dozen,
            "couple" => NumberKind::Couple,
            "ordinal" => NumberKind::Ordinal,
            _ => NumberKind::Vague,
        };
        at(draft, word).number = value.parse().ok().map(|value| (kind, value));
    }
}

fn qualifiers(draft: &mut Draft) {
    for line in lines(en::QUALIFIERS) {
        let columns = columns(line);
        let (Some(words), Some(name), Some(place)) =
            (cell(&columns, 0), cell(&columns, 1), cell(&columns, 2))
        else {
            continue;
        };
        let qualifier = match name {
            "at_least" => Qualifier::AtLeast,
            "more_than" => Qualifier::MoreThan,
            "at_most" => Qualifier::AtMost,
            "fewer_than" => Qualifier::FewerThan,
            "nearly" => Qualifier::Nearly,
            "about" => Qualifier::About,
            _ => Qualifier::Exact,
        };
        let entry = at(draft, words);
        if place == "after" {
            entry.bound_after = Some(qualifier);
        } else {
            entry.bound_before = Some(qualifier);
        }
    }
}

fn outcome_named(name: &str) -> Option<Outcome> {
    Some(match name {
        "killed" => Outcome::Killed,
        "injured" => Outcome::Injured,
        "casualties" => Outcome::Casualties,
        "missing" => Outcome::Missing,
        "trapped" => Outcome::Trapped,
        "displaced" => Outcome::Displaced,
        "detained" => Outcome::Detained,
        "abducted" => Outcome::Abducted,
        "released" => Outcome::Released,
        "rescued" => Outcome::Rescued,
        "buried" => Outcome::Buried,
        "affected" => Outcome::Affected,
        _ => return None,
    })
}

fn group_named(name: &str) -> Group {
    match name {
        "civilians" => Group::Civilians,
        "security_forces" => Group::SecurityForces,
        "soldiers" => Group::Soldiers,
        "police" => Group::Police,
        "fighters" => Group::Fighters,
        "perpetrators" => Group::Perpetrators,
        "children" => Group::Children,
        "women" => Group::Women,
        "men" => Group::Men,
        "elderly" => Group::Elderly,
        "medics" => Group::Medics,
        "aid_workers" => Group::AidWorkers,
        "journalists" => Group::Journalists,
        "prisoners" => Group::Prisoners,
        "migrants" => Group::Migrants,
        "peacekeepers" => Group::Peacekeepers,
        "families" => Group::Families,
        "women_and_children" => Group::WomenAndChildren,
        "unknown_status" => Group::UnknownStatus,
        _ => Group::People,
    }
}

fn verbs(draft: &mut Draft) {
    for line in lines(en::VERBS) {
        let columns = columns(line);
        let (Some(outcome), Some(frame)) = (cell(&columns, 4), cell(&columns, 5)) else {
            continue;
        };
        let frame = match frame {
            "subject" => Frame::Subject,
            "either" => Frame::Either,
            _ => Frame::Object,
        };
        verb_forms(draft, &columns, outcome_named(outcome), frame);
    }
}

fn violence(draft: &mut Draft) {
    for line in lines(en::VIOLENCE) {
        let columns = columns(line);
        let outcome = cell(&columns, 4).and_then(outcome_named);
        verb_forms(draft, &columns, outcome, Frame::Object);
    }
}

fn verb_forms(draft: &mut Draft, columns: &[&'static str], outcome: Option<Outcome>, frame: Frame) {
    let forms = [Forms::BASE, Forms::PAST, Forms::PARTICIPLE, Forms::GERUND];
    let mut put = |word: &'static str, form: Forms| {
        let verb = &mut at(draft, word).verb;
        let sense = verb.get_or_insert(VerbSense {
            outcome,
            frame,
            forms: Forms::default(),
        });
        if sense.outcome.is_none() {
            (sense.outcome, sense.frame) = (outcome, frame);
        }
        sense.forms.0 |= form.0;
    };
    for (index, form) in forms.into_iter().enumerate() {
        if let Some(word) = cell(columns, index) {
            put(word, form);
            if form == Forms::BASE {
                put(present_form(word), Forms::PRESENT);
            }
        }
    }
}

/// The -s form of a base form; in a phrase, the first word takes it.
fn present_form(base: &'static str) -> &'static str {
    let (first, rest) = match base.split_once('_') {
        Some((first, rest)) => (first, Some(rest)),
        None => (base, None),
    };
    let ending = if first.ends_with("sh")
        || first.ends_with("ch")
        || first.ends_with('s')
        || first.ends_with('x')
    {
        format!("{first}es")
    } else if let Some(stem) = first
        .strip_suffix('y')
        .filter(|stem| !stem.ends_with(['a', 'e', 'o']))
    {
        format!("{stem}ies")
    } else {
        format!("{first}s")
    };
    let word = match rest {
        Some(rest) => format!("{ending}_{rest}"),
        None => ending,
    };
    Box::leak(word.into_boxed_str())
}

fn outcome_nouns(draft: &mut Draft) {
    for line in lines(en::OUTCOME_NOUNS) {
        let columns = columns(line);
        let (Some(outcome), Some(kind)) =
            (cell(&columns, 2).and_then(outcome_named), cell(&columns, 3))
        else {
            continue;
        };
        let kind = match kind {
            "person" => OutcomeNounKind::Person,
            "body" => OutcomeNounKind::Body,
            "life" => OutcomeNounKind::Life,
            "case" => OutcomeNounKind::Case,
            _ => OutcomeNounKind::Event,
        };
        for (index, plural) in [(0, false), (1, true)] {
            if let Some(word) = cell(&columns, index) {
                at(draft, word).noun = Some(OutcomeNoun {
                    outcome,
                    kind,
                    plural,
                });
            }
        }
    }
}

fn outcome_adjectives(draft: &mut Draft) {
    for line in lines(en::OUTCOME_ADJECTIVES) {
        let columns = columns(line);
        if let (Some(word), Some(outcome)) =
            (cell(&columns, 0), cell(&columns, 1).and_then(outcome_named))
        {
            at(draft, word).adjective = Some(outcome);
        }
    }
}

fn people(draft: &mut Draft) {
    for line in lines(en::PEOPLE) {
        let columns = columns(line);
        let group = cell(&columns, 2).map_or(Group::People, group_named);
        for (index, plural) in [(0, false), (1, true)] {
            if let Some(word) = cell(&columns, index) {
                let person = at(draft, word).person.get_or_insert(Person {
                    group,
                    singular: false,
                    plural: false,
                });
                person.singular |= !plural;
                person.plural |= plural;
            }
        }
    }
}

fn collectives(draft: &mut Draft) {
    for line in lines(en::COLLECTIVES) {
        let columns = columns(line);
        if let (Some(word), Some(group)) = (cell(&columns, 0), cell(&columns, 1)) {
            at(draft, word).force = Some(group_named(group));
        }
    }
}

fn tolls(draft: &mut Draft) {
    for line in lines(en::TOLLS) {
        let columns = columns(line);
        if let (Some(word), Some(outcome)) = (cell(&columns, 0), cell(&columns, 1)) {
            at(draft, word).toll = Some(TollWord {
                outcome: outcome_named(outcome),
            });
        }
    }
}

fn reporting(draft: &mut Draft) {
    for line in lines(en::REPORTING) {
        let Some((forms, status)) = line.split_once('=') else {
            continue;
        };
        let status = match status.trim() {
            "possible" => Status::Possible,
            "feared" => Status::Feared,
            "claimed" => Status::Claimed,
            "denied" => Status::Denied,
            _ => Status::Reported,
        };
        for word in forms.split_whitespace() {
            at(draft, word).reporting = Some(status);
        }
    }
}

fn classes(draft: &mut Draft, table: &'static str) {
    for line in lines(table) {
        let mut words = line.split_whitespace();
        let name = words.next().unwrap_or_default();
        let Some(&(_, class)) = CLASS_NAMES.iter().find(|(known, _)| *known == name) else {
            continue;
        };
        for word in words {
            at(draft, word).classes.add(class);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_line_names_a_class() {
        for table in [
            en::FUNCTION_WORDS,
            en::SOURCES,
            en::THINGS,
            en::SCOPE,
            en::REVISION,
            en::MOOD,
        ] {
            for line in lines(table) {
                let name = line.split_whitespace().next().unwrap_or_default();
                assert!(
                    CLASS_NAMES.iter().any(|(known, _)| *known == name),
                    "no class is named {name}"
                );
            }
        }
    }

    #[test]
    fn every_verb_line_is_whole() {
        for line in lines(en::VERBS) {
            let columns = columns(line);
            assert_eq!(columns.len(), 6, "{line}");
            assert!(outcome_named(columns[4]).is_some(), "{line}");
        }
        for line in lines(en::VIOLENCE) {
            assert_eq!(columns(line).len(), 5, "{line}");
        }
    }

    #[test]
    fn every_people_line_is_whole() {
        for line in lines(en::PEOPLE) {
            let columns = columns(line);
            assert_eq!(columns.len(), 3, "{line}");
            assert!(
                columns[2] == "people" || group_named(columns[2]) != Group::People,
                "{line}"
            );
        }
    }

    #[test]
    fn words_meet_their_entries() {
        assert_eq!(
            look_up("killed").verb.and_then(|verb| verb.outcome),
            Some(Outcome::Killed)
        );
        assert!(
            look_up("dies")
                .verb
                .is_some_and(|verb| verb.forms.has(Forms::PRESENT))
        );
        assert_eq!(
            look_up("villagers").person.map(|person| person.group),
            Some(Group::Civilians)
        );
        assert!(
            look_up("at")
                .phrases
                .iter()
                .any(|phrase| phrase.rest == ["least"])
        );
        assert!(!look_up("xylophone").is_known());
    }
}
