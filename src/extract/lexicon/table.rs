//! A table from words to entries that is asked for every word of a text, so that nothing but its speed counts.
//!
//! Entries stand in a row as they came; a second row of places, twice as long at the least, is searched from where the
//! word's hash points to. Most words that the table does not have meet an empty place at once.

use super::Entry;

/// Entries by their words, which are in lower case. Words are only ever added.
#[derive(Default)]
pub(super) struct Table {
    entries: Vec<Known>,
    /// Places in `entries`, counted from 1, below some bits of the word's hash; 0 = empty. Its length is a power of two.
    slots: Vec<u32>,
}

/// A word of the table.
struct Known {
    word: &'static str,
    /// Its first letters, as [`Key`] has them: told without a look at the letters themselves.
    first: [u64; 2],
    entry: Entry,
}

/// A word as the table is asked for it.
#[derive(Clone, Copy)]
pub(super) struct Key<'w> {
    /// Its first eight bytes and the next eight, zeros behind a shorter one.
    first: [u64; 2],
    /// The others.
    rest: &'w [u8],
}

/// The bytes that [`Key::first`] holds.
const FIRST: usize = 16;

impl Key<'_> {
    /// The key of a word of sixteen bytes at most, zeros behind it.
    pub(super) fn short(first: [u64; 2]) -> Self {
        Key { first, rest: &[] }
    }

    /// What comes later is multiplied into what there is so far; then the better mixed upper half is laid over the lower.
    fn hash(self) -> u64 {
        const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
        let [first, second] = self.first;
        let first = (first.wrapping_mul(ODD) ^ second).wrapping_mul(ODD);
        let mixed = self.rest.iter().fold(first, |mixed, &byte| {
            (mixed ^ u64::from(byte)).wrapping_mul(ODD)
        });
        mixed ^ mixed >> 32
    }

    fn is(self, known: &Known) -> bool {
        let ([one, two], [first, second]) = (self.first, known.first);
        (one ^ first) | (two ^ second) == 0
            && match known.word.as_bytes().get(FIRST..) {
                None | Some([]) => self.rest.is_empty(),
                Some(rest) => self.rest == rest,
            }
    }
}

impl<'w> Key<'w> {
    /// The key of a word given as the bytes of its UTF-8.
    pub(super) fn of(word: &'w [u8]) -> Self {
        let (first, rest) = word.split_at(word.len().min(FIRST));
        let mut letters = [0; FIRST];
        letters[..first.len()].copy_from_slice(first);
        let letters = u128::from_le_bytes(letters);
        Key {
            first: [letters as u64, (letters >> 64) as u64],
            rest,
        }
    }
}

/// So many bits of a slot are a place: a million words. The others tell most words apart without a look at their letters.
const PLACE_BITS: u32 = 20;
const PLACE: u32 = (1 << PLACE_BITS) - 1;

impl Table {
    /// The entry of a word.
    pub(super) fn get(&self, word: Key<'_>) -> Option<&Entry> {
        let found = self.find(word.hash(), |known| word.is(known)).ok()?;
        self.entries.get(found).map(|known| &known.entry)
    }

    /// The entry of `word`, empty where it is new.
    pub(super) fn entry(&mut self, word: &'static str) -> &mut Entry {
        if self.slots.len() <= 2 * self.entries.len() {
            self.grow();
        }
        let key = Key::of(word.as_bytes());
        let hash = key.hash();
        let at = match self.find(hash, |known| key.is(known)) {
            Ok(known) => known,
            Err(empty) => {
                self.entries.push(Known {
                    word,
                    first: key.first,
                    entry: Entry::default(),
                });
                self.slots[empty] = slot(self.entries.len(), hash);
                self.entries.len() - 1
            }
        };
        &mut self.entries[at].entry
    }

    /// All words with their entries, in the order in which they came.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'static str, &Entry)> {
        self.entries.iter().map(|known| (known.word, &known.entry))
    }

    /// The same, for their entries to be changed.
    pub(super) fn entries_mut(&mut self) -> impl Iterator<Item = &mut Entry> {
        self.entries.iter_mut().map(|known| &mut known.entry)
    }

    /// The same, in their own right.
    pub(super) fn into_entries(self) -> impl Iterator<Item = (&'static str, Entry)> {
        self.entries
            .into_iter()
            .map(|known| (known.word, known.entry))
    }

    /// The place of the entry of a word with this hash that `is` takes, or else the empty slot where it would be noted.
    fn find(&self, hash: u64, is: impl Fn(&Known) -> bool) -> Result<usize, usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        while let Some(&noted) = self.slots.get(at) {
            let place = noted & PLACE;
            if place == 0 {
                break;
            }
            if noted == slot(place as usize, hash)
                && let Some(known) = self.entries.get(place as usize - 1)
                && is(known)
            {
                return Ok(place as usize - 1);
            }
            at = (at + 1) & mask;
        }
        Err(at)
    }

    fn grow(&mut self) {
        let len = (4 * self.slots.len()).max(1 << 12);
        self.slots = vec![0; len];
        for at in 0..self.entries.len() {
            let word = Key::of(self.entries[at].word.as_bytes());
            let hash = word.hash();
            if let Err(empty) = self.find(hash, |known| word.is(known)) {
                self.slots[empty] = slot(at + 1, hash);
            }
        }
    }
}

/// What is noted of a word: the place of its entry, counted from 1, and bits of its hash that do not choose the slot.
fn slot(place: usize, hash: u64) -> u32 {
    (hash >> 32) as u32 & !PLACE | place as u32
}

#[cfg(test)]
mod tests {
    use super::{Key, Table};

    #[test]
    fn words_are_found_however_many_there_are() {
        let words: Vec<&'static str> = (0..20_000)
            .map(|n| &*Box::leak(format!("w{n}").into_boxed_str()))
            .collect();
        let mut table = Table::default();
        assert!(table.get(Key::of(b"w0")).is_none());
        for (number, word) in (1..).zip(&words) {
            table.entry(word).word = number;
        }
        for (number, word) in (1..).zip(&words) {
            assert_eq!(table.entry(word).word, number, "made once");
            let found = table.get(Key::of(word.as_bytes())).map(|entry| entry.word);
            assert_eq!(found, Some(number));
        }
        assert!(table.get(Key::of(b"w20000")).is_none());
        assert!(table.get(Key::of(b"")).is_none());
        assert!(table.iter().map(|(word, _)| word).eq(words));
    }
}
