//! What is known of a word by its letters alone: how it begins and ends, what is glued to digits, articles of names.

use super::en;
use super::seen::seen;
use super::tables::lines;
use std::sync::LazyLock;

/// What the beginning or the ending of a word tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A form of a verb: "bombing".
    Participle,
    /// The -ing form of a verb.
    Gerund,
    /// A singular noun for a person: "cartoonist".
    Person,
    /// "bloodiest".
    Superlative,
    /// A noun for a person of a country: "Belgian".
    Demonym,
    /// A plural noun.
    Plural,
    /// A noun for a time longer than weeks: "years".
    LongTime,
}

/// The names of the shapes as the table spells them.
const SHAPE_NAMES: [(&str, Shape); 7] = [
    ("participle", Shape::Participle),
    ("gerund", Shape::Gerund),
    ("person", Shape::Person),
    ("superlative", Shape::Superlative),
    ("demonym", Shape::Demonym),
    ("plural", Shape::Plural),
    ("long_time", Shape::LongTime),
];

/// Letters that show a shape, and where they stand in the word.
#[derive(Clone, Copy, Debug)]
enum Letters {
    First(&'static str),
    Last(&'static str),
}

/// The letters of each shape, in the order of [`Shape`].
static SHAPES: LazyLock<[Vec<Letters>; SHAPE_NAMES.len()]> = LazyLock::new(|| {
    let mut out = [const { Vec::new() }; SHAPE_NAMES.len()];
    for line in lines(en::WORD_PARTS) {
        let mut words = line.split_whitespace();
        let name = words.next().unwrap_or_default();
        let Some(&(_, shape)) = SHAPE_NAMES.iter().find(|(known, _)| *known == name) else {
            continue;
        };
        let first = |word: &'static str| word.strip_suffix('-').map(Letters::First);
        let last = |word: &'static str| word.strip_prefix('-').map(Letters::Last);
        out[shape as usize].extend(words.filter_map(|word| first(word).or_else(|| last(word))));
    }
    out
});

/// Whether `word` begins or ends like a word of this shape, in capitals or not.
pub(crate) fn has_shape(word: &str, shape: Shape) -> bool {
    let word = &*seen(word);
    (SHAPES[shape as usize].iter()).any(|letters| match letters {
        Letters::First(first) => word
            .get(..first.len())
            .is_some_and(|part| part.eq_ignore_ascii_case(first)),
        Letters::Last(last) => ends_like(word, last),
    })
}

fn ends_like(word: &str, last: &str) -> bool {
    let at = word.len().checked_sub(last.len());
    at.and_then(|at| word.get(at..))
        .is_some_and(|part| part.eq_ignore_ascii_case(last))
}

/// What letters glued to digits do to the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Glued {
    /// The number is multiplied: "20k".
    Times(u64),
    /// The number is a floor: "50-plus".
    Plus,
    /// The number is rounded down: "200-odd".
    Odd,
    /// The number counts people and is an adjective: "27-person".
    Person,
    /// The number is a place in an order: "13th".
    Ordinal,
    /// The number is a decade: "1990s".
    Decade,
}

static GLUED: LazyLock<Vec<(&'static str, Glued)>> = LazyLock::new(|| {
    lines(en::GLUED)
        .filter_map(|line| {
            let (letters, meaning) = line.split_once(' ')?;
            let glued = match meaning {
                "plus" => Glued::Plus,
                "odd" => Glued::Odd,
                "person" => Glued::Person,
                "ordinal" => Glued::Ordinal,
                "decade" => Glued::Decade,
                factor => Glued::Times(factor.parse().ok()?),
            };
            Some((letters, glued))
        })
        .collect()
});

/// What `letters`, printed right behind digits, do to the number; `None` where they make it something else.
pub(crate) fn glued(letters: &str) -> Option<Glued> {
    let letters = &*seen(letters);
    GLUED
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(letters))
        .map(|&(_, glued)| glued)
}

/// A name without the articles that open it.
pub(crate) fn without_article(name: &str) -> &str {
    en::NAME_ARTICLES.iter().fold(name, |mut rest, article| {
        while let Some(shorter) = rest.strip_prefix(article) {
            rest = shorter;
        }
        rest
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        let letters: usize = lines(en::WORD_PARTS)
            .map(|line| line.split_whitespace().count() - 1)
            .sum();
        assert_eq!(SHAPES.iter().map(Vec::len).sum::<usize>(), letters);
        assert_eq!(GLUED.len(), lines(en::GLUED).count());
    }

    #[test]
    fn words_show_their_shape() {
        assert!(has_shape("cartoonist", Shape::Person));
        assert!(has_shape("centuries", Shape::LongTime));
        assert!(!has_shape("yesteryear", Shape::LongTime));
    }

    #[test]
    fn letters_change_the_number_before_them() {
        assert_eq!(glued("K"), Some(Glued::Times(1000)));
        assert_eq!(glued("strong"), Some(Glued::Person));
        assert_eq!(glued("km"), None);
    }

    #[test]
    fn names_lose_their_article_only() {
        assert_eq!(without_article("The Coastal Monitor"), "Coastal Monitor");
        assert_eq!(without_article("Thebes Post"), "Thebes Post");
    }
}
