//! Reads the tables of a language into one table from a word to its entry.

use super::classes::Class;
use super::en;
use super::entry::{
    Entry, Forms, Frame, NumberKind, OutcomeNoun, OutcomeNounKind, Person, Phrase, TollWord,
    VerbSense,
};
use super::table::{Key, Table};
use crate::letters::has_char;
use crate::model::{Group, Outcome, Qualifier, Status};
use crate::order::sort_by_key;

/// The table under construction.
#[derive(Default)]
struct Draft {
    /// Whole entries by their words, blanks as underscores.
    words: Table,
    /// The class of all words of the table that is being read.
    class: Option<Class>,
}

/// What is made of the cells of an entry.
type Reader = fn(&mut Draft, &[&'static str]);

/// The tables, each with what reads its entries and with the class of all its words, if they have one.
const TABLES: [(&str, Reader, Option<Class>); 17] = [
    (en::NUMBERS, number, Some(Class::Number)),
    (en::QUALIFIERS, qualifier, None),
    (en::VERBS, verb, Some(Class::Trigger)),
    (en::VIOLENCE, violence, Some(Class::Trigger)),
    (en::OUTCOME_NOUNS, outcome_noun, Some(Class::Trigger)),
    (
        en::OUTCOME_ADJECTIVES,
        outcome_adjective,
        Some(Class::Trigger),
    ),
    (en::PEOPLE, person, None),
    (en::COLLECTIVES, collective, None),
    (en::TOLLS, toll, Some(Class::Trigger)),
    (en::REPORTING, reporting, Some(Class::Saying)),
    (en::FUNCTION_WORDS, class, None),
    (en::SOURCES, class, None),
    (en::THINGS, class, None),
    (en::SCOPE, class, None),
    (en::REVISION, class, None),
    (en::MOOD, class, None),
    (en::ABBREVIATIONS, abbreviations, Some(Class::Abbreviation)),
];

/// Reads all tables.
pub(super) fn build() -> Table {
    let mut draft = Draft::default();
    for (table, read, class) in TABLES {
        draft.class = class;
        for line in lines(table) {
            read(&mut draft, &columns(line));
        }
    }
    phrases(draft.words)
}

/// Splits the entries of several words off and hangs them under their first word.
fn phrases(draft: Table) -> Table {
    let mut single = Table::default();
    let mut many: Vec<(&'static str, Entry)> = Vec::new();
    for (words, entry) in draft.into_entries() {
        match has_char(words, '_') {
            true => many.push((words, entry)),
            false => *single.entry(words) = entry,
        }
    }
    for (words, _) in &many {
        for word in words.split('_') {
            single.entry(word);
        }
    }
    for (number, entry) in (1..).zip(single.entries_mut()) {
        entry.word = number;
    }
    for (words, entry) in many {
        let mut split = words.split('_');
        let first = split.next().unwrap_or_default();
        let rest: Vec<u32> = split
            .filter_map(|word| single.get(Key::of(word.as_bytes())))
            .map(|entry| entry.word)
            .collect();
        let phrase = Phrase {
            second: rest.first().copied().unwrap_or_default(),
            rest,
            entry: Box::leak(Box::new(entry)),
        };
        single.entry(first).add(phrase);
    }
    for entry in single.entries_mut() {
        sort_by_key(&mut entry.phrases, |phrase| {
            std::cmp::Reverse(phrase.rest.len())
        });
    }
    single
}

/// The entries of a table, a line each.
pub(super) fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines()
}

/// The entry of `word`, made where there is none.
fn at<'d>(draft: &'d mut Draft, word: &'static str) -> &'d mut Entry {
    let entry = draft.words.entry(word);
    entry.known = true;
    if let Some(class) = draft.class {
        entry.classes.add(class);
    }
    entry
}

/// A cell of a table; "-" and a missing cell are empty.
fn cell(columns: &[&'static str], index: usize) -> Option<&'static str> {
    columns.get(index).copied().filter(|word| *word != "-")
}

/// The cells of a line.
fn columns(line: &'static str) -> Vec<&'static str> {
    line.split_whitespace().collect()
}

fn number(draft: &mut Draft, columns: &[&'static str]) {
    let (Some(word), Some(value), Some(kind)) =
        (cell(columns, 0), cell(columns, 1), cell(columns, 2))
    else {
        return;
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
    let entry = at(draft, word);
    entry.number = value.parse().ok().map(|value| (kind, value));
    if kind != NumberKind::Ordinal {
        entry.classes.add(Class::Cardinal);
    }
}

fn qualifier(draft: &mut Draft, columns: &[&'static str]) {
    let (Some(words), Some(name), Some(place)) =
        (cell(columns, 0), cell(columns, 1), cell(columns, 2))
    else {
        return;
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
        entry.classes.add(Class::Bound);
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

fn verb(draft: &mut Draft, columns: &[&'static str]) {
    let [outcome, frame, verbs @ ..] = columns else {
        return;
    };
    let people = *frame == "people";
    let frame = match *frame {
        "subject" => Frame::Subject,
        "either" => Frame::Either,
        _ => Frame::Object,
    };
    for verb in verbs {
        let forms = forms_of(verb, |base| {
            let past = en::past_form(base);
            [past, past, en::gerund(base)]
        });
        verb_forms(draft, &forms, outcome_named(outcome), frame, people);
    }
}

/// The forms of a word as its table prints them: all of them between slashes, or one from which the others are made by
/// rule.
fn forms_of<const N: usize>(
    printed: &'static str,
    others: fn(&'static str) -> [&'static str; N],
) -> Vec<&'static str> {
    match has_char(printed, '/') {
        true => printed.split('/').collect(),
        false => [printed].into_iter().chain(others(printed)).collect(),
    }
}

fn violence(draft: &mut Draft, columns: &[&'static str]) {
    let outcome = cell(columns, 4).and_then(outcome_named);
    verb_forms(draft, columns, outcome, Frame::Object, false);
}

fn verb_forms(
    draft: &mut Draft,
    columns: &[&'static str],
    outcome: Option<Outcome>,
    frame: Frame,
    people: bool,
) {
    let forms = [Forms::BASE, Forms::PAST, Forms::PARTICIPLE, Forms::GERUND];
    let mut put = |word: &'static str, form: Forms| {
        let verb = &mut at(draft, word).verb;
        let sense = verb.get_or_insert(VerbSense {
            outcome,
            frame,
            forms: Forms::default(),
            people,
        });
        if sense.outcome.is_none() {
            (sense.outcome, sense.frame) = (outcome, frame);
        }
        sense.forms.add(form);
    };
    for (index, form) in forms.into_iter().enumerate() {
        if let Some(word) = cell(columns, index) {
            put(word, form);
            if form == Forms::BASE {
                put(en::present_form(word), Forms::PRESENT);
            }
        }
    }
}

fn outcome_noun(draft: &mut Draft, columns: &[&'static str]) {
    let (Some(outcome), Some(kind)) = (cell(columns, 2).and_then(outcome_named), cell(columns, 3))
    else {
        return;
    };
    let kind = match kind {
        "person" => OutcomeNounKind::Person,
        "body" => OutcomeNounKind::Body,
        "life" => OutcomeNounKind::Life,
        "case" => OutcomeNounKind::Case,
        _ => OutcomeNounKind::Event,
    };
    for (index, plural) in [(0, false), (1, true)] {
        if let Some(word) = cell(columns, index) {
            at(draft, word).noun = Some(OutcomeNoun {
                outcome,
                kind,
                plural,
            });
        }
    }
}

fn outcome_adjective(draft: &mut Draft, columns: &[&'static str]) {
    if let (Some(word), Some(outcome)) =
        (cell(columns, 0), cell(columns, 1).and_then(outcome_named))
    {
        at(draft, word).adjective = Some(outcome);
    }
}

fn person(draft: &mut Draft, columns: &[&'static str]) {
    let [group, nouns @ ..] = columns else {
        return;
    };
    let group = group_named(group);
    for noun in nouns {
        let forms = forms_of(noun, |singular| [en::plural_form(singular)]);
        for (&word, plural) in forms.iter().zip([false, true]) {
            if word.is_empty() {
                continue;
            }
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

fn collective(draft: &mut Draft, columns: &[&'static str]) {
    if let (Some(word), Some(group)) = (cell(columns, 0), cell(columns, 1)) {
        at(draft, word).force = Some(group_named(group));
    }
}

fn toll(draft: &mut Draft, columns: &[&'static str]) {
    if let (Some(word), Some(outcome)) = (cell(columns, 0), cell(columns, 1)) {
        at(draft, word).toll = Some(TollWord {
            outcome: outcome_named(outcome),
            group: None,
        });
    }
}

fn reporting(draft: &mut Draft, columns: &[&'static str]) {
    let [status, verbs @ ..] = columns else {
        return;
    };
    let status = match *status {
        "possible" => Status::Possible,
        "feared" => Status::Feared,
        "claimed" => Status::Claimed,
        "denied" => Status::Denied,
        _ => Status::Reported,
    };
    for verb in verbs {
        let forms = forms_of(verb, |base| {
            [
                en::present_form(base),
                en::past_form(base),
                en::gerund(base),
            ]
        });
        for word in forms {
            at(draft, word).reporting = Some(status);
        }
    }
}

fn class(draft: &mut Draft, columns: &[&'static str]) {
    if let [name, words @ ..] = columns
        && let Some(class) = Class::named(name)
    {
        for word in words {
            at(draft, word).classes.add(class);
        }
    }
}

fn abbreviations(draft: &mut Draft, columns: &[&'static str]) {
    for word in columns {
        at(draft, word);
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
                assert!(Class::named(name).is_some(), "no class is named {name}");
            }
        }
    }

    #[test]
    fn every_verb_line_is_whole() {
        for line in lines(en::VERBS) {
            let [outcome, frame, verbs @ ..] = &columns(line)[..] else {
                panic!("{line}");
            };
            assert!(outcome_named(outcome).is_some(), "{line}");
            assert!(
                ["object", "people", "subject", "either"].contains(frame),
                "{line}"
            );
            for verb in verbs {
                assert!(matches!(verb.split('/').count(), 1 | 4), "{verb}");
            }
        }
        for line in lines(en::VIOLENCE) {
            assert_eq!(columns(line).len(), 5, "{line}");
        }
    }

    #[test]
    fn every_people_line_is_whole() {
        for line in lines(en::PEOPLE) {
            let [group, nouns @ ..] = &columns(line)[..] else {
                panic!("{line}");
            };
            assert!(
                *group == "people" || group_named(group) != Group::People,
                "{line}"
            );
            for noun in nouns {
                assert!(noun.split('/').count() <= 2, "{noun}");
            }
        }
    }
}
