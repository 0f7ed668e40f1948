//! English: the word tables, as text, an entry or words of one kind a line.
//!
//! A word is added to the table that fits; the head of each table says how it is read.

mod entries;
mod forms;

/// A table as text, without its comments and empty lines, which the page need not carry.
macro_rules! table {
    ($file:literal) => {{
        const WHOLE: &[u8] = include_bytes!($file);
        const LINES: [u8; entries::length(WHOLE)] = entries::entries(WHOLE);
        const _: () = assert!(str::from_utf8(&LINES).is_ok());
        match str::from_utf8(&LINES) {
            Ok(lines) => lines,
            Err(_) => "",
        }
    }};
}

pub(crate) use forms::{gerund, past_form, plural_form, present_form};

/// Number words.
pub(crate) const NUMBERS: &str = table!("numbers.txt");
/// Words that bound a number.
pub(crate) const QUALIFIERS: &str = table!("qualifiers.txt");
/// Verbs of what happened to people.
pub(crate) const VERBS: &str = table!("verbs.txt");
/// Verbs of violence without an outcome of their own.
pub(crate) const VIOLENCE: &str = table!("violence.txt");
/// Nouns for what happened.
pub(crate) const OUTCOME_NOUNS: &str = table!("outcome_nouns.txt");
/// Adjectives for what happened.
pub(crate) const OUTCOME_ADJECTIVES: &str = table!("outcome_adjectives.txt");
/// Nouns for people.
pub(crate) const PEOPLE: &str = table!("people.txt");
/// Words of grammar.
pub(crate) const FUNCTION_WORDS: &str = table!("function_words.txt");
/// Verbs of saying and counting.
pub(crate) const REPORTING: &str = table!("reporting.txt");
/// Words in the names of sources.
pub(crate) const SOURCES: &str = table!("sources.txt");
/// Nouns that are not people.
pub(crate) const THINGS: &str = table!("things.txt");
/// Words for a running total.
pub(crate) const TOLLS: &str = table!("tolls.txt");
/// Cues of another time or event.
pub(crate) const SCOPE: &str = table!("scope.txt");
/// Words of revision.
pub(crate) const REVISION: &str = table!("revision.txt");
/// Words that weaken or undo a claim.
pub(crate) const MOOD: &str = table!("mood.txt");
/// Words after which a full stop ends no sentence.
pub(crate) const ABBREVIATIONS: &str = table!("abbreviations.txt");
/// Names of forces, which lend their group to a general noun.
pub(crate) const COLLECTIVES: &str = table!("collectives.txt");
/// Beginnings and endings of words that no table has.
pub(crate) const WORD_PARTS: &str = table!("word_parts.txt");
/// Letters glued to digits.
pub(crate) const GLUED: &str = table!("glued.txt");
/// Signs that stand for words.
pub(crate) const SIGNS: &str = table!("signs.txt");

/// Names in two capitals whose letters are else another word, and whether they are names also where all is in capitals: "US
/// soldiers", "IS fighters", and not "ONE IS DEAD".
pub(crate) const NAMES_IN_CAPITALS: [(&str, bool); 2] = [("US", true), ("IS", false)];

/// The articles that may open a name, as printed.
pub(crate) const NAME_ARTICLES: [&str; 2] = ["The ", "the "];
