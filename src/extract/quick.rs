//! The quick way through a text in which nobody is counted, which most texts of a large collection are.
//!
//! Only sentences with a cue (`lexicon::next_cue`) are cut into tokens and read, each alone. As long as none of them states
//! a figure or names an outcome for what follows, that is all there is to read: sources, quotations and scope matter to
//! figures only. As soon as one does, or most likely does, the text is read in full instead, from its start.

use super::context::{Context, Place};
use super::lexicon::{Class, Classes, look_up, next_cue};
use super::text::{Block, BlockKind, Token, classes_of, next_block, sentences, tokens};
use crate::extract::lexicon::is_plain;
use crate::model::Extraction;
use std::ops::Range;

/// Words that people may be counted with.
const COUNTING: Classes = Classes::of(&[Class::Digits, Class::Cardinal]);

/// The most words from a number to what happened that are looked at.
const NEAR: usize = 3;

/// What is read out of `text`, if nobody is counted in it: what was set aside. `None` = it has to be read in full.
pub(super) fn nobody_counted(text: &str) -> Option<Extraction> {
    let mut context = Context::default();
    let mut words = Vec::new();
    let (mut done, mut opens) = (0, true);
    while let Some(block) = next_block(text, done) {
        // Asked here and not of the whole text, most of which is not looked at where somebody is counted.
        if !is_plain(&text[block.start..block.end]) {
            return None;
        }
        let mut from = block.start;
        while let Some(cue) = next_cue(&text.as_bytes()[..block.end], from) {
            // What a row of a table counts hangs on the rows before.
            if block.kind == BlockKind::Row {
                return None;
            }
            let part = around(text, from..block.end, cue);
            from = part.end;
            let counts = read(text, block, part, opens, &mut words, &mut context);
            if counts || !context.nobody_counted() {
                return None;
            }
        }
        opens = opens && is_blank(text, block);
        done = block.end;
    }
    Some(Extraction {
        set_aside: context.set_aside,
        ..Extraction::default()
    })
}

/// Whether a paragraph has nothing but entities for blanks, and so no sentence.
fn is_blank(text: &str, block: Block) -> bool {
    let mut words = Vec::new();
    if text[block.start..].starts_with('&') {
        tokens(text, block, &mut words);
        return words.is_empty();
    }
    false
}

/// Reads the sentences of a part of a paragraph. `opens` = whether no sentence stands before the paragraph. Returns whether
/// one of them most likely counts somebody, and was not read.
fn read(
    text: &str,
    block: Block,
    part: Range<usize>,
    opens: bool,
    words: &mut Vec<Token>,
    context: &mut Context,
) -> bool {
    let (start, end, kind) = (part.start, part.end, block.kind);
    tokens(text, Block { start, end, kind }, words);
    let mut first = start == block.start;
    let mut counts = false;
    sentences(text, words, |range| {
        let classes = classes_of(&words[range.clone()]);
        // A number beside a word of what happened seldom counts nobody. Then it is read twice, and else not.
        counts |= classes.has(Class::Trigger)
            && classes.meets(COUNTING)
            && tells_of_number(&words[range.clone()]);
        if counts {
            return;
        }
        // Whether a sentence is the first of the text matters to its figures; how many come before does not.
        let number = usize::from(!(opens && first));
        let place = Place {
            kind,
            first,
            number,
            text,
            classes,
        };
        context.read(&place, &words[range], &[]);
        first = false;
    });
    counts
}

/// Whether a number stands near a word of what happened.
fn tells_of_number(words: &[Token]) -> bool {
    let number = |token: &Token| token.entry.classes.meets(COUNTING);
    let mut told = words
        .iter()
        .enumerate()
        .filter(|(_, token)| token.is(Class::Trigger));
    told.any(|(at, _)| {
        let near = at.saturating_sub(NEAR)..words.len().min(at + NEAR);
        words[near].iter().any(number)
    })
}

/// The part of a paragraph around a cue that holds whole sentences: from the last plain full stop before it, or the start
/// of `within`, to the first one after it, or the end of `within`.
fn around(text: &str, within: Range<usize>, cue: Range<usize>) -> Range<usize> {
    let bytes = text.as_bytes();
    let stops = |&at: &usize| ends_sentence(text, within.start, at);
    let dots = |range: Range<usize>| range.filter(|&at| bytes[at] == b'.');
    let start = dots(within.start..cue.start).rev().find(stops);
    let end = dots(cue.end..within.end).find(stops);
    // The full stop itself, and the blank behind it.
    start.map_or(within.start, |at| at + 2)..end.map_or(within.end, |at| at + 2)
}

/// Whether the dot at `at` ends a sentence beyond doubt: it stands between a word of small letters, which is no
/// abbreviation, and a blank with a capital behind it. `text::sentences` ends one there whatever else the text holds.
fn ends_sentence(text: &str, from: usize, at: usize) -> bool {
    let bytes = text.as_bytes();
    if !matches!(bytes.get(at + 1..at + 3), Some([b' ', b'A'..=b'Z'])) {
        return false;
    }
    let before = &bytes[from..at];
    let letters = before
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_lowercase())
        .count();
    let start = before.len() - letters;
    let alone = start > 0 && before[start - 1] == b' ';
    let word = &text[from + start..at];
    letters > 1 && alone && !look_up(word).is(Class::Abbreviation)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The part that is cut out around the word "cue".
    fn part(text: &str) -> Option<&str> {
        let at = text.find("cue")?;
        text.get(around(text, 0..text.len(), at..at + 3))
    }

    #[test]
    fn parts_end_at_full_stops_beyond_doubt() {
        for whole in [
            "The last cue fell.",
            "See approx. Ten acres of cue at no. Nine.",
            "In Jan. The U.S. The E.U. A cue. \u{201c}No.\u{201d} said the coach.",
            "It was 3.5 p.m. The x. The half-dead. The cue fell.",
            "One line.\nOne cue.\nOne more.",
        ] {
            assert_eq!(part(whole), Some(whole));
        }
        assert_eq!(
            part("It is late. It fell. A cue at no. Nine fell. It fell."),
            Some("A cue at no. Nine fell. ")
        );
    }

    #[test]
    fn counting_somebody_ends_the_quick_way() {
        assert!(nobody_counted("The bill is dead. Rain fell.").is_some());
        assert!(nobody_counted("Rain fell. Nine people were killed.").is_none());
        assert!(nobody_counted("Deaths:\n\n- 12").is_none());
        assert!(nobody_counted("Nine people were ki\u{ad}lled.").is_none());
    }
}
