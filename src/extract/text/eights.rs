//! Eight bytes of a text at a time: most of a text is words, and most lines are long, so that the bytes that end them are
//! found in fewer steps, whose number does not hang on each letter.

const LOWEST: u64 = u64::from_le_bytes([0x01; 8]);
const HIGHEST: u64 = u64::from_le_bytes([0x80; 8]);

/// The letters and digits of ASCII that stand side by side from a place on, eight of them at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Run {
    /// How many they are.
    pub(super) length: usize,
    /// The letters in lower case, zeros behind them: a word as the lexicon is asked for it.
    pub(super) lower: u64,
}

/// The run that starts at `at`.
pub(super) fn run(bytes: &[u8], at: usize) -> Run {
    let eight = eight(bytes, at);
    let plain = eight & !HIGHEST;
    let folded = plain | (0x20 * LOWEST);
    let letter = from(folded, b'a') & !from(folded, b'z' + 1);
    let digit = from(plain, b'0') & !from(plain, b'9' + 1);
    let other = (eight | !(letter | digit)) & HIGHEST;
    let length = other.trailing_zeros() as usize / 8;
    // All bits below the first other byte; all of them where there is none.
    let kept = ((other & other.wrapping_neg()) >> 7).wrapping_sub(1);
    // The highest bit of a letter's byte, moved to where small letters differ from capitals.
    let lower = (eight | (letter & HIGHEST) >> 2) & kept;
    Run { length, lower }
}

/// The highest bit of each byte tells whether it is at least `least`, where no byte has its highest bit set.
fn from(eight: u64, least: u8) -> u64 {
    eight + LOWEST * u64::from(0x80 - least)
}

/// Eight bytes from `at` on, zeros behind the end.
fn eight(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => rest
            .iter()
            .rev()
            .fold(0, |eight, &byte| eight << 8 | u64::from(byte)),
    }
}

/// Where the first of two bytes stands.
pub(super) fn first_of(bytes: &[u8], one: u8, other: u8) -> Option<usize> {
    let found = |eight: &[u8; 8]| {
        let eight = u64::from_le_bytes(*eight);
        (marks(eight, one) | marks(eight, other)) & HIGHEST
    };
    // Four eights at a time, without a look at each: most hold neither.
    let (blocks, _) = bytes.as_chunks::<32>();
    let none = |block: &&[u8; 32]| {
        let eights = block.as_chunks::<8>().0.iter();
        eights.fold(0, |all, eight| all | found(eight)) == 0
    };
    let passed = 32 * blocks.iter().take_while(none).count();
    let rest = bytes.get(passed..)?;
    let eights = rest.as_chunks::<8>().0.iter();
    let passed = passed + 8 * eights.take_while(|&eight| found(eight) == 0).count();
    let is = |byte: &u8| *byte == one || *byte == other;
    let rest = bytes.get(passed..)?.iter().position(is)?;
    Some(passed + rest)
}

/// Where, at or after `from`, a blank may start that is not alone, or one that is not ASCII: the first of two bytes side by
/// side, neither of which is a letter, a digit or a sign of ASCII. The last byte has none behind it, and may be one.
pub(super) fn first_pair_of_blanks(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    while at < bytes.len() {
        let eight = eight(bytes, at);
        let blank = (eight | !self::from(eight & !HIGHEST, b'!')) & HIGHEST;
        let pairs = blank & blank >> 8;
        if pairs != 0 {
            let found = at + pairs.trailing_zeros() as usize / 8;
            return (found < bytes.len()).then_some(found);
        }
        at += 7;
    }
    None
}

/// Some highest bit of a byte is set if one of eight bytes is `wanted`, and none else: only a byte of zero borrows where it
/// had no highest bit.
fn marks(eight: u64, wanted: u8) -> u64 {
    let zero_where_wanted = eight ^ (LOWEST * u64::from(wanted));
    zero_where_wanted.wrapping_sub(LOWEST) & !zero_where_wanted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_ends_where_letters_and_digits_do() {
        for byte in 0..=255u8 {
            for before in 0..9 {
                let mut bytes = vec![b'K'; before];
                bytes.extend([byte, b'a', b'9']);
                let run = run(&bytes, 0);
                let goes_on = bytes
                    .iter()
                    .take(8)
                    .take_while(|byte| byte.is_ascii_alphanumeric());
                assert_eq!(run.length, goes_on.count(), "{bytes:?}");
                let mut lower = [0; 8];
                lower[..run.length].copy_from_slice(&bytes[..run.length]);
                lower.make_ascii_lowercase();
                assert_eq!(run.lower, u64::from_le_bytes(lower), "{bytes:?}");
            }
        }
    }

    #[test]
    fn the_first_of_two_bytes_is_found_wherever_it_stands() {
        for len in 0..40 {
            let mut bytes = vec![b'a'; len];
            assert_eq!(first_of(&bytes, b'\n', b'\r'), None);
            for at in (0..len).rev() {
                bytes[at] = if at % 2 == 0 { b'\n' } else { b'\r' };
                assert_eq!(first_of(&bytes, b'\n', b'\r'), Some(at));
            }
        }
        // Bytes that differ from the wanted ones by their highest or lowest bit alone.
        assert_eq!(first_of(&[0x0b; 16], b'\n', 0x8a), None);
        assert_eq!(first_of(&[0x8a; 16], b'\n', b'\r'), None);
    }

    #[test]
    fn pairs_of_blanks_are_found_wherever_they_stand() {
        for len in 3..40 {
            let mut bytes = vec![b'a'; len];
            bytes[len / 2] = b' ';
            assert_eq!(first_pair_of_blanks(&bytes, 0), None, "one alone of {len}");
            bytes.fill(b'a');
            for at in (0..len - 1).rev() {
                bytes[at..at + 2].copy_from_slice(if at % 2 == 0 { b"  " } else { b"\t\xe2" });
                assert_eq!(first_pair_of_blanks(&bytes, 0), Some(at), "of {len}");
                bytes[at + 1] = b'a';
            }
        }
        assert_eq!(first_pair_of_blanks(b"a ", 0), Some(1), "the last byte");
        assert_eq!(first_pair_of_blanks(b"  a", 2), None);
    }
}
