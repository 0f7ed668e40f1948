//! The words without which nobody is counted, sought in bytes: faster than cutting a text into tokens.
//!
//! A sentence is read where a word or phrase of it says what happened to people (`Entry::is_trigger`), or for one of the
//! rarer reasons of `link::has_rare_cue`. Of each of these words, and of one word of each phrase without such a word, the
//! longest run of ASCII letters is kept. A text without any of these runs has no such sentence; one that has some may
//! still have none.

use super::classes::{Class, Classes};
use super::seen::is_ignored;
use super::{ENGLISH, Entry};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use std::sync::LazyLock;

/// Of each pair of classes that make a sentence worth reading only together, the rarer.
const RARE: Classes = Classes::of(&[
    Class::Withdrawn,
    Class::Known,
    Class::Hospital,
    Class::Wound,
    Class::Sought,
]);

/// Bits of a hash: the filter has 16 kB, which stay in a processor's first cache.
const HASH_BITS: u32 = 17;

/// The most letters of a run that is kept, and so of one that is looked up.
const LONGEST_RUN: usize = 24;

/// Runs of letters, and a filter that passes all of them and one in a hundred others.
struct Cues {
    runs: FxHashSet<Vec<u8>>,
    filter: Vec<u64>,
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let mut cues = Cues {
        runs: FxHashSet::default(),
        filter: vec![0; 1 << (HASH_BITS - 6)],
    };
    let is_cue = |entry: &Entry| entry.is_trigger() || entry.classes.meets(RARE);
    for (word, entry) in ENGLISH.iter() {
        if is_cue(entry) {
            cues.add(word.as_bytes());
        }
    }
    let by_number: FxHashMap<u32, &[u8]> = (ENGLISH.iter())
        .map(|(word, entry)| (entry.word, word.as_bytes()))
        .collect();
    for (first, entry) in ENGLISH.iter() {
        for phrase in entry.phrases.iter().filter(|phrase| is_cue(phrase.entry)) {
            let rest = phrase.rest.iter().filter_map(|word| by_number.get(word));
            let words: Vec<&[u8]> = rest.copied().chain([first.as_bytes()]).collect();
            // Most hold a word that is a cue by itself: "shot dead". Which word is kept matters to speed only, and long
            // words are rare.
            if !words.iter().any(|word| cues.runs.contains(*word)) {
                cues.add(
                    words
                        .into_iter()
                        .max_by_key(|word| word.len())
                        .unwrap_or_default(),
                );
            }
        }
    }
    cues
});

impl Cues {
    /// Keeps the longest run of letters of a word in lower case.
    fn add(&mut self, word: &[u8]) {
        let runs = word.split(|byte| !byte.is_ascii_alphabetic());
        let longest = runs.max_by_key(|run| run.len()).unwrap_or_default();
        let hash = hash(longest, 0..longest.len());
        self.filter[hash / 64] |= 1 << (hash % 64);
        self.runs.insert(longest.to_vec());
    }

    fn has(&self, text: &[u8], run: Range<usize>) -> bool {
        let hash = hash(text, run.clone());
        if self.filter[hash / 64] & 1 << (hash % 64) == 0 {
            return false;
        }
        let mut buffer = [0; LONGEST_RUN];
        let Some(lower) = buffer.get_mut(..run.len()) else {
            return false;
        };
        lower.copy_from_slice(&text[run]);
        lower.make_ascii_lowercase();
        self.runs.contains(&*lower)
    }
}

/// Makes a number of `HASH_BITS` bits out of the length of a run of letters and its first eight, in any case.
fn hash(text: &[u8], run: Range<usize>) -> usize {
    let mut eight = [0; 8];
    match text.get(run.start..run.start + 8) {
        Some(whole) => eight.copy_from_slice(whole),
        None => eight[..text.len() - run.start].copy_from_slice(&text[run.start..]),
    }
    let kept = u64::MAX >> (64 - 8 * run.len().clamp(1, 8));
    let letters = (u64::from_le_bytes(eight) | 0x2020_2020_2020_2020) & kept;
    let mixed = (letters ^ run.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> (64 - HASH_BITS)) as usize
}

/// Where the next run of letters at or after `from` is that can belong to a cue.
///
/// `from` must not stand inside a run, and the text must be as [`is_plain`] says.
pub(crate) fn next_cue(text: &[u8], from: usize) -> Option<Range<usize>> {
    let cues = &*CUES;
    let mut at = from;
    while let Some(byte) = text.get(at) {
        if !LETTER[usize::from(*byte)] {
            at += 1;
            continue;
        }
        let start = at;
        while text.get(at).is_some_and(|byte| LETTER[usize::from(*byte)]) {
            at += 1;
        }
        if cues.has(text, start..at) {
            return Some(start..at);
        }
    }
    None
}

/// Whether all letters of a text that can belong to a cue stand in it as plain ASCII, side by side, and no tags: nothing hides inside
/// a word, and nothing turns into an ASCII letter in lower case.
pub(crate) fn is_plain(text: &str) -> bool {
    let odd = |c: char| is_ignored(c) || matches!(c, '<' | '\u{130}' | '\u{212a}');
    let mut rest = text;
    let told = |byte: u8| !byte.is_ascii() || byte == b'<';
    while let Some(at) = rest.bytes().position(told) {
        let mut chars = rest[at..].chars();
        if chars.next().is_some_and(odd) {
            return false;
        }
        rest = chars.as_str();
    }
    true
}

/// Whether a byte is an ASCII letter.
const LETTER: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = (byte as u8).is_ascii_alphabetic();
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::lexicon::{SIGNS, look_up_sign};

    fn cues(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(run) = next_cue(text.as_bytes(), at) {
            at = run.end;
            found.push(&text[run]);
        }
        found
    }

    #[test]
    fn cues_are_found_in_any_case_and_at_any_place() {
        assert_eq!(cues("KILLED"), ["KILLED"]);
        assert_eq!(
            cues("a half-dead man; it was calm.(Shot \u{2018}Dead\u{2019})12 injured"),
            ["dead", "Shot", "Dead", "injured"]
        );
        assert!(cues("The council met in the old mill to talk of bread and roses").is_empty());
        assert!(cues(&"x".repeat(100)).is_empty());
    }

    #[test]
    fn every_cue_can_be_found() {
        for run in &CUES.runs {
            assert!((3..=LONGEST_RUN).contains(&run.len()), "{run:?}");
            assert!(run.iter().all(u8::is_ascii_lowercase), "{run:?}");
            assert_eq!(next_cue(run, 0), Some(0..run.len()), "{run:?}");
        }
    }

    #[test]
    fn no_sign_is_a_cue() {
        for &(sign, _) in SIGNS.iter() {
            let entry = look_up_sign(sign);
            assert!(!entry.is_trigger() && !entry.classes.meets(RARE), "{sign}");
        }
        assert!(cues("and").is_empty(), "\"&amp;\" is a word of phrases too");
    }

    #[test]
    fn what_is_not_plain_is_known() {
        assert!(is_plain(
            "\u{201c}Caf\u{e9}\u{201d} \u{2013} \u{20ac}12\u{a0}m"
        ));
        for odd in [
            "ki\u{ad}lled",
            "\u{212a}illed",
            "kille\u{301}d",
            "k\u{200d}illed",
        ] {
            assert!(!is_plain(odd), "{odd:?}");
        }
        let turns = |c: &char| !c.is_ascii() && c.to_lowercase().any(|lower| lower.is_ascii());
        let missed = ('\u{80}'..=char::MAX)
            .filter(turns)
            .find(|c| is_plain(c.encode_utf8(&mut [0; 4])));
        assert_eq!(missed, None);
    }
}
