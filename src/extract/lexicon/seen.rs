//! What a reader sees of a printed word: characters that say nothing, and hyphens of every kind.

use std::borrow::Cow;

/// The hyphens that join parts of a word.
pub(crate) const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];

/// Characters that have no look of their own: soft hyphens, joiners, direction marks, byte order marks.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Characters inside a word that say nothing: those that are not seen, combining marks, superscript digits.
pub(crate) fn is_ignored(c: char) -> bool {
    // Told first: nearly every character is ASCII.
    !c.is_ascii()
        && (is_unseen(c)
            || matches!(c, '\u{300}'..='\u{36f}' | '\u{b9}' | '\u{b2}' | '\u{b3}' | '\u{2070}'..='\u{2079}'))
}

/// The word without the characters that say nothing, and with plain hyphens.
pub(crate) fn seen(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let plain = |c| if HYPHENS.contains(&c) { '-' } else { c };
    let printed = word.chars().filter(|&c| !is_ignored(c));
    Cow::Owned(printed.map(plain).collect())
}
