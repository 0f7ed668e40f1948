//! Tokens to sentences.

use super::{Case, Kind, Token};
use crate::extract::lexicon::Class;
use crate::letters::{has_char, is_small};
use std::ops::Range;

/// The most tokens that are read as one sentence. Longer runs without a full stop are cut, which keeps the time of
/// reading linear in the length of the text.
pub(super) const LONGEST_SENTENCE: usize = 300;

/// The signs that may end a sentence.
pub(super) const ENDS: [char; 7] = ['.', '!', '?', '\u{2026}', '\u{3002}', '\u{61f}', '\u{6d4}'];

/// Cuts tokens into sentences and calls `each` with the range of each.
pub(crate) fn sentences(text: &str, tokens: &[Token], mut each: impl FnMut(Range<usize>)) {
    let mut start = 0;
    for at in 0..tokens.len() {
        // Closing quotes and brackets behind a full stop belong to the sentence that it ended.
        if at < start {
            continue;
        }
        let long = at + 1 - start >= LONGEST_SENTENCE;
        let end = match tokens[at].kind {
            Kind::Sign(sign) => sentence_end(text, tokens, at, sign),
            _ => None,
        };
        if let Some(end) = end.or(long.then_some(at + 1)) {
            if end > start {
                each(start..end);
            }
            start = end;
        }
    }
    if start < tokens.len() {
        each(start..tokens.len());
    }
}

/// Where the sentence ends that the sign at `at` closes, as an index into the tokens.
fn sentence_end(text: &str, tokens: &[Token], at: usize, sign: char) -> Option<usize> {
    if !ENDS.contains(&sign) || sign == '.' && is_abbreviated(text, tokens, at) {
        return None;
    }
    let mut end = at + 1;
    while tokens.get(end).is_some_and(|next| {
        !next.spaced && (next.is_quote() || next.is_sign(')') || next.is_sign(']'))
    }) {
        end += 1;
    }
    let next = tokens.get(end)?;
    let starts = match next.kind {
        Kind::Word => next.case != Case::Lower || !next.text(text).starts_with(is_small),
        Kind::Digits | Kind::Compound => true,
        // "in Portland, Ore., a coroner said"
        Kind::Sign(next) => next != ',',
        Kind::Possessive => false,
    };
    // "40.12 people", "burned down.In Orlen" are two sentences without a blank between; "example.org" is none.
    let glued = || next.case == Case::Initial && is_word(tokens, at.checked_sub(1)) || end > at + 1;
    let parted = next.spaced || sign == '.' && (next.kind != Kind::Word || glued());
    (starts && parted).then_some(end)
}

/// Whether a word in small letters that is no abbreviation stands at `at`.
fn is_word(tokens: &[Token], at: Option<usize>) -> bool {
    at.and_then(|at| tokens.get(at)).is_some_and(|word| {
        word.kind == Kind::Word && word.case == Case::Lower && word.text_len() > 2
    })
}

/// Whether the full stop at `at` belongs to an abbreviation or an initial.
fn is_abbreviated(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before)) else {
        return false;
    };
    if tokens[at].spaced || before.kind != Kind::Word {
        return false;
    }
    let word = before.text(text);
    // "she wrote on X. Her office": no initial of a name.
    let opens = tokens
        .get(at + 1)
        .is_some_and(|next| next.is(Class::Determiner) || next.is(Class::Pronoun));
    let initial = before.text_len() == 1 && before.case != Case::Lower && !opens;
    let stops_here = tokens.get(at + 1).is_none();
    !stops_here
        && (initial
            || (before.is(Class::Abbreviation)
                && !before.is(Class::MonthName)
                && !before.is(Class::Weekday))
            || has_char(word, '.'))
        || (before.is(Class::MonthName)
            && before.text_len() <= 4
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.kind == Kind::Digits))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::text::{Block, BlockKind, tokens};

    fn split(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        let block = Block {
            start: 0,
            end: text.len(),
            kind: BlockKind::Body,
        };
        tokens(text, block, &mut out);
        let mut found = Vec::new();
        sentences(text, &out, |range| {
            found.push(text[out[range.start].start..out[range.end - 1].end].to_owned())
        });
        found
    }

    #[test]
    fn sentences_end_at_full_stops_only() {
        assert_eq!(
            split("Mr. Dost died. U.S. troops left. He lost."),
            ["Mr. Dost died.", "U.S. troops left.", "He lost."]
        );
        assert_eq!(
            split("It fell by 3.5 per cent. Then 12 died."),
            ["It fell by 3.5 per cent.", "Then 12 died."]
        );
    }
}
