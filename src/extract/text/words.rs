//! Printed words to entries of the lexicon, and entries of several words.

use super::{Kind, Token};
use crate::extract::lexicon::{self, Entry, HYPHENS, Phrase, UNKNOWN, is_ignored};
use crate::letters::lower;

/// The most bytes of a word that the lexicon is asked for; no table has longer ones.
const LONGEST_WORD: usize = 48;

/// What a word is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    /// ASCII on one line.
    Plain,
    /// Any characters.
    Any,
}

/// What the lexicon knows of a word as printed. A hyphenated word that it does not know counts as its last part
/// where that names people ("ex-soldiers").
pub(super) fn entry_of(word: &str, letters: Letters) -> &'static Entry {
    let mut buffer = [0u8; LONGEST_WORD];
    let Some(lower) = fold(word, letters, &mut buffer) else {
        return &UNKNOWN;
    };
    let entry = lexicon::look_up_bytes(lower);
    if entry.word != 0 {
        return entry;
    }
    if let Some(hyphen) = lower.iter().rposition(|&byte| byte == b'-') {
        let entry = lexicon::look_up_bytes(&lower[hyphen + 1..]);
        if entry.person.is_some() {
            return entry;
        }
    }
    &UNKNOWN
}

/// Puts a word in lower case with straight apostrophes, without ignored characters, and without the full stop that ends
/// an abbreviation; `None` if it is too long.
fn fold<'b>(
    word: &'b str,
    letters: Letters,
    buffer: &'b mut [u8; LONGEST_WORD],
) -> Option<&'b [u8]> {
    let lower: &[u8] = match letters {
        Letters::Plain => {
            let lower = buffer.get_mut(..word.len())?;
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            lower
        }
        Letters::Any => {
            let length = fold_letters(word, buffer)?;
            &buffer[..length]
        }
    };
    match lower {
        [inner @ .., b'.'] if inner.contains(&b'.') => Some(inner),
        whole => Some(whole),
    }
}

/// The same of a word with any characters, letter by letter; the length in the buffer.
fn fold_letters(word: &str, buffer: &mut [u8; LONGEST_WORD]) -> Option<usize> {
    if word.len() > buffer.len() {
        return None;
    }
    let mut length = 0;
    let printed = |&c: &char| !is_ignored(c) && !matches!(c, '\n' | '\r');
    for c in word.chars().filter(printed) {
        let c = match c {
            '\u{2019}' | '\u{2bc}' => '\'',
            hyphen if HYPHENS.contains(&hyphen) => '-',
            other => other,
        };
        let lower = lower(c);
        if length + lower.len_utf8() > buffer.len() {
            return None;
        }
        length += lower.encode_utf8(&mut buffer[length..]).len();
    }
    Some(length)
}

/// Joins the tokens of entries of several words into one token each, longest first.
pub(super) fn merge_phrases(tokens: &mut Vec<Token>) {
    let (mut kept, mut at) = (0, 0);
    while at < tokens.len() {
        let mut next = at + 1;
        let phrase = phrase_at(&tokens[at..]);
        // Most tokens stay where they are.
        if phrase.is_some() || kept < at {
            tokens[kept] = tokens[at];
        }
        if let Some(phrase) = phrase {
            next += phrase.rest.len();
            for word in at + 1..next {
                let word = tokens[word];
                let first = &mut tokens[kept];
                first.end = word.end;
                first.hyphened |= word.hyphened;
                first.length = first.length.saturating_add(word.length.saturating_add(1));
            }
            tokens[kept].entry = phrase.entry;
        }
        kept += 1;
        at = next;
    }
    tokens.truncate(kept);
}

/// The longest entry of several words that starts with the first of `tokens`.
fn phrase_at(tokens: &[Token]) -> Option<&'static Phrase> {
    let [first, second, ..] = tokens else {
        return None;
    };
    let second = second.entry.word;
    (first.entry.phrases_with(second).iter())
        .find(|phrase| second == phrase.second && matches_phrase(&tokens[1..], &phrase.rest))
}

fn matches_phrase(tokens: &[Token], rest: &[u32]) -> bool {
    tokens.len() >= rest.len()
        && rest
            .iter()
            .zip(tokens)
            .all(|(&word, token)| token.entry.word == word && token.kind == Kind::Word)
}
