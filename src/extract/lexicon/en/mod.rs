//! English: the word tables, as text, one entry a line.
//!
//! A word is added by adding a line to the table that fits; the head of each table says how it is read.

mod forms;

pub(crate) use forms::present_form;

/// Number words.
pub(crate) const NUMBERS: &str = include_str!("numbers.txt");
/// Words that bound a number.
pub(crate) const QUALIFIERS: &str = include_str!("qualifiers.txt");
/// Verbs of what happened to people.
pub(crate) const VERBS: &str = include_str!("verbs.txt");
/// Verbs of violence without an outcome of their own.
pub(crate) const VIOLENCE: &str = include_str!("violence.txt");
/// Nouns for what happened.
pub(crate) const OUTCOME_NOUNS: &str = include_str!("outcome_nouns.txt");
/// Adjectives for what happened.
pub(crate) const OUTCOME_ADJECTIVES: &str = include_str!("outcome_adjectives.txt");
/// Nouns for people.
pub(crate) const PEOPLE: &str = include_str!("people.txt");
/// Words of grammar.
pub(crate) const FUNCTION_WORDS: &str = include_str!("function_words.txt");
/// Verbs of saying and counting.
pub(crate) const REPORTING: &str = include_str!("reporting.txt");
/// Words in the names of sources.
pub(crate) const SOURCES: &str = include_str!("sources.txt");
/// Nouns that are not people.
pub(crate) const THINGS: &str = include_str!("things.txt");
/// Words for a running total.
pub(crate) const TOLLS: &str = include_str!("tolls.txt");
/// Cues of another time or event.
pub(crate) const SCOPE: &str = include_str!("scope.txt");
/// Words of revision.
pub(crate) const REVISION: &str = include_str!("revision.txt");
/// Words that weaken or undo a claim.
pub(crate) const MOOD: &str = include_str!("mood.txt");
/// Words after which a full stop ends no sentence.
pub(crate) const ABBREVIATIONS: &str = include_str!("abbreviations.txt");
/// Names of forces, which lend their group to a general noun.
pub(crate) const COLLECTIVES: &str = include_str!("collectives.txt");
/// Beginnings and endings of words that no table has.
pub(crate) const WORD_PARTS: &str = include_str!("word_parts.txt");
/// Letters glued to digits.
pub(crate) const GLUED: &str = include_str!("glued.txt");
/// Signs that stand for words.
pub(crate) const SIGNS: &str = include_str!("signs.txt");

/// The articles that may open a name, as printed.
pub(crate) const NAME_ARTICLES: [&str; 2] = ["The ", "the "];
