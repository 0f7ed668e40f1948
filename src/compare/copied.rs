//! Passages that articles share word for word.

use super::groups::Groups;
use super::key::Hash;
use crate::letters::{is_letter_or_digit, lower};
use crate::model::{Passage, ReadArticle};
use crate::order::{each_once, sort_by, sort_by_key};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::ops::Range;

/// So many words in a row are a shared passage. Names and set phrases are shorter.
const SHINGLE: usize = 10;

/// Articles are said to share passages from so many shared words on, or from a quarter of the shorter one on.
const MANY_WORDS: usize = 40;

/// Articles that share passages, directly or through others of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copies {
    /// Their indices.
    pub articles: Vec<usize>,
    /// The passages, the longest first: each is followed by its counterpart in another article.
    pub passages: Vec<Passage>,
    /// Of each article but the longest, how many of a hundred of its words stand in the others: the lowest and the highest.
    pub share: (usize, usize),
    /// The same wherever these words are shared.
    pub(super) about: u64,
}

/// The words of an article: where they stand in its text, and a hash of each without its case.
struct Words {
    article: usize,
    spans: Vec<Range<usize>>,
    hashes: Vec<u64>,
}

/// A passage of an article and its counterpart, in words.
struct Shared {
    words: Range<usize>,
    /// Place of the other article in the row of all, and where the passage starts in it.
    other: (usize, usize),
}

/// Finds the passages of at least ten words that articles share, an article shorter than that only as a whole.
///
/// Each stretch of words is held against the longest article that has it, not against every one; so the work, apart from
/// sorting the articles, and the memory grow with the number of words, however many copies there are. The order of the articles changes nothing.
pub fn copies(articles: &[ReadArticle<'_>]) -> Vec<Copies> {
    let mut texts: Vec<Words> = Vec::new();
    for (article, read) in articles.iter().enumerate() {
        let words = words(article, &read.article.text);
        if !words.spans.is_empty() {
            texts.push(words);
        }
    }
    sort_by(&mut texts, |one, other| {
        let longer = other.spans.len().cmp(&one.spans.len());
        longer.then_with(|| one.hashes.cmp(&other.hashes))
    });
    let shared = shared_passages(&texts);
    let mut groups = Groups::new(texts.len());
    for (at, passages) in shared.iter().enumerate() {
        if is_much(covered(passages), &texts[at]) {
            for passage in passages {
                groups.join(at, passage.other.0);
            }
        }
    }
    let mut found = Vec::new();
    for members in groups.members() {
        if members.len() > 1 {
            found.push(group(&texts, &shared, &members));
        }
    }
    found
}

fn is_much(words: usize, of: &Words) -> bool {
    words > 0 && (words >= MANY_WORDS || words.saturating_mul(4) >= of.spans.len())
}

fn covered(passages: &[Shared]) -> usize {
    passages.iter().map(|passage| passage.words.len()).sum()
}

fn group(texts: &[Words], shared: &[Vec<Shared>], members: &[usize]) -> Copies {
    let mut pairs: Vec<(usize, u64, Passage, Passage)> = Vec::new();
    let mut share = (100, 0);
    for &at in members {
        let (text, passages) = (&texts[at], &shared[at]);
        if !is_much(covered(passages), text) {
            continue;
        }
        let of_hundred = covered(passages) * 100 / text.spans.len().max(1);
        share = (of_hundred.min(share.0), of_hundred.max(share.1));
        for passage in passages {
            let (other, start) = passage.other;
            let len = passage.words.len();
            let words = bytes(&texts[other], start..start + len);
            if let (Some(one), Some(other)) = (bytes(text, passage.words.clone()), words) {
                let mut hash = Hash::new();
                for &word in &text.hashes[passage.words.clone()] {
                    hash = hash.number(word);
                }
                pairs.push((len, hash.value(), one, other));
            }
        }
    }
    sort_by_key(&mut pairs, |(len, hash, one, _)| {
        (Reverse(*len), *hash, one.article, one.start)
    });
    let about = pairs.first().map_or(0, |(_, hash, ..)| *hash);
    let mut passages = Vec::new();
    for (.., one, other) in pairs {
        passages.push(one);
        passages.push(other);
    }
    let articles = members.iter().map(|&at| texts[at].article).collect();
    Copies {
        articles: each_once(articles),
        about,
        passages,
        share,
    }
}

/// Words as a stretch of their article's text.
fn bytes(of: &Words, words: Range<usize>) -> Option<Passage> {
    Some(Passage {
        article: of.article,
        start: of.spans.get(words.start)?.start,
        end: of.spans.get(words.end.checked_sub(1)?)?.end,
    })
}

/// For each text, the passages that it shares with texts before it.
fn shared_passages(texts: &[Words]) -> Vec<Vec<Shared>> {
    // From each stretch of words to the first text that has it, and where.
    let words = texts.iter().map(|text| text.hashes.len()).sum();
    let mut first: FxHashMap<u64, (u32, u32)> = FxHashMap::default();
    first.reserve(words);
    let mut shared = Vec::with_capacity(texts.len());
    for (at, text) in texts.iter().enumerate() {
        let mut passages: Vec<Shared> = Vec::new();
        let len = SHINGLE.min(text.hashes.len());
        for (start, hash) in shingles(&text.hashes, len).into_iter().enumerate() {
            let known = *first.entry(hash).or_insert((at as u32, start as u32));
            let other = (known.0 as usize, known.1 as usize);
            if other.0 != at {
                add_to(&mut passages, start..start + len, other);
            }
        }
        shared.push(passages);
    }
    shared
}

/// Adds shared words to the passages so far: to the last one where they go on with it in both texts, and else behind it.
fn add_to(passages: &mut Vec<Shared>, words: Range<usize>, other: (usize, usize)) {
    match passages.last_mut() {
        Some(last) if words.start < last.words.end => {
            let further = words.start - last.words.start;
            if other == (last.other.0, last.other.1 + further) {
                last.words.end = words.end;
            }
        }
        _ => passages.push(Shared { words, other }),
    }
}

/// A hash of each stretch of `len` words.
fn shingles(words: &[u64], len: usize) -> Vec<u64> {
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
    let leaving = (1..len).fold(1_u64, |power, _| power.wrapping_mul(BASE));
    let mut hashes = Vec::with_capacity(words.len());
    let mut hash = 0_u64;
    for (at, &word) in words.iter().enumerate() {
        if let Some(&gone) = at.checked_sub(len).and_then(|gone| words.get(gone)) {
            hash = hash.wrapping_sub(gone.wrapping_mul(leaving));
        }
        hash = hash.wrapping_mul(BASE).wrapping_add(word);
        if at + 1 >= len {
            hashes.push(hash);
        }
    }
    hashes
}

/// The words of a text: runs of letters and digits.
fn words(article: usize, text: &str) -> Words {
    let mut found = Words {
        article,
        spans: Vec::new(),
        hashes: Vec::new(),
    };
    let mut open: Option<(usize, Hash)> = None;
    let mut at = 0;
    while let Some((c, len)) = char_at(text, at) {
        match (c, open) {
            (Some(letter), _) => {
                let (start, hash) = open.unwrap_or((at, Hash::new()));
                open = Some((start, hash.number(u64::from(u32::from(letter)))));
            }
            (None, Some((start, hash))) => {
                found.spans.push(start..at);
                found.hashes.push(hash.value());
                open = None;
            }
            (None, None) => {}
        }
        at += len;
    }
    if let Some((start, hash)) = open {
        found.spans.push(start..text.len());
        found.hashes.push(hash.value());
    }
    found
}

/// The small letter or digit that begins at `at`, `None` for any other character; and its length in bytes. Most text is
/// ASCII, for which nothing need be decoded or looked up.
fn char_at(text: &str, at: usize) -> Option<(Option<char>, usize)> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() {
        let letter = byte.is_ascii_alphanumeric();
        return Some((letter.then(|| char::from(byte.to_ascii_lowercase())), 1));
    }
    let c = text.get(at..)?.chars().next()?;
    Some((is_letter_or_digit(c).then(|| lower(c)), c.len_utf8()))
}
