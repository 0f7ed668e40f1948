//! Words as data: the tables of each language, parsed once into one table from a word to all that is known of it.
//!
//! `en` has the tables and all that is English; `classes` and `entry` say what can be known of a word; `tables` reads
//! the tables into entries, which `table` keeps; `shapes` knows words by how they begin and end; `seen` passes over what
//! is not seen in them; `cues` seeks words in bytes. No other file of the reader spells a word.

mod classes;
#[cfg(not(target_arch = "wasm32"))]
mod cues;
mod en;
mod entry;
mod seen;
mod shapes;
mod table;
mod tables;

pub(crate) use classes::{Class, Classes, NUMBERS};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use cues::{is_plain, next_cue};
pub(crate) use en::NAMES_IN_CAPITALS;
pub(crate) use entry::{
    DIGITS, Entry, Forms, Frame, GLUED, NumberKind, OutcomeNoun, OutcomeNounKind, POSSESSIVE,
    Person, Phrase, TRIGGERS, TollWord, UNKNOWN,
};
pub(crate) use seen::{HYPHENS, is_ignored, is_unseen, seen};
pub(crate) use shapes::{Glued, Shape, glued, has_shape, without_article};

use crate::letters::lower_case;
use entry::{BRACKET, COLON};
use std::sync::LazyLock;
use table::{Key, Table};

static ENGLISH: LazyLock<Table> = LazyLock::new(tables::build);

/// What is known of `word`, which is in lower case with straight apostrophes.
pub(crate) fn look_up(word: &str) -> &'static Entry {
    look_up_bytes(word.as_bytes())
}

/// The same of a word as it is printed, in capitals or not.
pub(crate) fn look_up_printed(word: &str) -> &'static Entry {
    look_up(&lower_case(word))
}

/// The same of a word of fifteen letters at most, eight by eight, zeros behind them.
pub(crate) fn look_up_short(letters: [u64; 2]) -> &'static Entry {
    ENGLISH.get(Key::short(letters)).unwrap_or(&UNKNOWN)
}

/// The same of a word given as the bytes of its UTF-8.
pub(crate) fn look_up_bytes(word: &[u8]) -> &'static Entry {
    ENGLISH.get(Key::of(word)).unwrap_or(&UNKNOWN)
}

static SIGNS: LazyLock<Vec<(char, &'static Entry)>> = LazyLock::new(|| {
    tables::lines(en::SIGNS)
        .filter_map(|line| {
            let (sign, word) = line.split_once(' ')?;
            Some((sign.chars().next()?, look_up(word)))
        })
        .collect()
});

/// What is known of a sign: the entry of the word that it stands for, or what is asked of it.
pub(crate) fn look_up_sign(sign: char) -> &'static Entry {
    match sign {
        ',' | '.' => &UNKNOWN,
        ':' => &COLON,
        '(' => &BRACKET,
        _ => (SIGNS.iter())
            .find(|(known, _)| *known == sign)
            .map_or(&UNKNOWN, |&(_, entry)| entry),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Group, Outcome};

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
                .any(|phrase| phrase.rest == [look_up("least").word])
        );
        assert!(!look_up("xylophone").is_known());
    }

    #[test]
    fn signs_stand_for_words() {
        assert!(look_up_sign('&').is(Class::And));
        assert!(look_up_sign('%').is(Class::Unit));
        assert!(!look_up_sign('#').is_known());
    }
}
