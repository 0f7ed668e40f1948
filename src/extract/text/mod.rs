//! Paragraphs, list items, headlines, sentences and tokens; byte offsets are never lost.

mod blocks;
mod cells;
mod eights;
mod markup;
mod scanner;
mod sentences;
mod words;

pub(crate) use blocks::{Block, BlockKind, next_block};
pub(crate) use cells::{cells, holds_sentence_end};
pub(crate) use scanner::{digit, is_space};
pub(crate) use sentences::sentences;

use super::lexicon::{Class, Classes, Entry, NUMBERS, UNKNOWN, is_unseen};
use scanner::Scanner;
use std::slice::SliceIndex;

/// The bytes of text for each token, about: words are longer, signs shorter.
const BYTES_OF_TOKEN: usize = 4;

/// For so many tokens there is room from the start.
const FEWEST: usize = 256;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, with hyphens and apostrophes inside.
    Word,
    /// Digits with their separators.
    Digits,
    /// Digits with letters glued on: "14-year-old", "20k", "13th".
    Compound,
    /// The possessive 's.
    Possessive,
    /// One sign.
    Sign(char),
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// Starts with a small letter, or has no letters.
    Lower,
    /// Starts with a capital.
    Initial,
    /// Capitals only, at least two.
    Upper,
}

/// A word, a number or a sign.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: Kind,
    pub(crate) case: Case,
    /// How many of its characters are seen; 255 stands for more, too.
    pub(crate) length: u8,
    /// Whether hyphens join parts of it.
    pub(crate) hyphened: bool,
    /// Whether blank space stands before it.
    pub(crate) spaced: bool,
    pub(crate) entry: &'static Entry,
}

impl Token {
    /// Whether the word's entry has `class`.
    #[inline(always)]
    pub(crate) fn is(&self, class: Class) -> bool {
        self.entry.is(class)
    }
    /// Whether it is a number, in words or in digits.
    pub(crate) fn is_number(&self) -> bool {
        self.entry.classes.meets(NUMBERS)
    }
    /// Whether the token is this sign.
    #[inline(always)]
    pub(crate) fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }
    /// Whether the token is a dash that parts a sentence (a hyphen with space around it counts).
    pub(crate) fn is_dash(&self) -> bool {
        matches!(
            self.kind,
            Kind::Sign('\u{2013}' | '\u{2014}' | '\u{2012}' | '\u{2015}' | '-')
        )
    }
    /// Whether the token opens or closes a quotation.
    pub(crate) fn is_quote(&self) -> bool {
        matches!(
            self.kind,
            Kind::Sign(
                '"' | '\u{201c}'
                    | '\u{201d}'
                    | '\u{2018}'
                    | '\u{2019}'
                    | '\''
                    | '\u{ab}'
                    | '\u{bb}'
                    | '\u{201e}'
            )
        )
    }
    /// The token's words.
    pub(crate) fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or_default()
    }
    /// How many of its characters are seen, 255 at most.
    pub(crate) fn text_len(&self) -> usize {
        usize::from(self.length)
    }
    /// Whether it is a word that starts with a capital.
    pub(crate) fn is_capital(&self) -> bool {
        self.kind == Kind::Word && self.case != Case::Lower
    }
}

/// Stands where there is no token.
static BLANK: Token = Token {
    start: 0,
    end: 0,
    kind: Kind::Word,
    case: Case::Lower,
    length: 0,
    hyphened: false,
    spaced: false,
    entry: &UNKNOWN,
};

/// The token at `at`, an unknown one beyond the last.
pub(crate) fn token_at(tokens: &[Token], at: usize) -> &Token {
    tokens.get(at).unwrap_or(&BLANK)
}

/// The tokens of a range, none where it reaches beyond the last.
pub(crate) fn within<R>(tokens: &[Token], range: R) -> &[Token]
where
    R: SliceIndex<[Token], Output = [Token]>,
{
    tokens.get(range).unwrap_or_default()
}

/// Whether there is a token at `at` whose entry has `class`.
pub(crate) fn is_at(tokens: &[Token], at: usize, class: Class) -> bool {
    tokens.get(at).is_some_and(|token| token.is(class))
}

/// Whether the entry of any of `tokens` has `class`.
pub(crate) fn any_is(tokens: &[Token], class: Class) -> bool {
    tokens.iter().any(|token| token.is(class))
}

/// All classes of `tokens`.
pub(crate) fn classes_of(tokens: &[Token]) -> Classes {
    Classes::of_all(tokens.iter().map(|token| token.entry.classes))
}

/// Cuts `block` into tokens.
pub(crate) fn tokens(text: &str, block: Block, out: &mut Vec<Token>) {
    out.clear();
    out.reserve(((block.end - block.start) / BYTES_OF_TOKEN).max(FEWEST));
    out.extend(Scanner::new(text, block));
    words::merge_phrases(out);
}

/// Printed words with one blank wherever blank space stands between them, and without what is not seen.
pub(crate) fn on_one_line(words: &str) -> String {
    if is_on_one_line(words) {
        return words.to_owned();
    }
    let words = &*markup::without_tags(words);
    let mut line = String::with_capacity(words.len());
    for word in words.split(is_space) {
        let start = line.len();
        if word.is_ascii() {
            line.push_str(word);
        } else {
            line.extend(word.chars().filter(|&c| !is_unseen(c)));
        }
        if line.len() > start {
            line.push(' ');
        }
    }
    line.pop();
    line
}

/// Whether words are plain ASCII with single blanks between them.
fn is_on_one_line(words: &str) -> bool {
    let mut blank = true;
    for byte in words.bytes() {
        let plain = (b' '..0x7f).contains(&byte) && byte != b'<';
        if !plain || blank && byte == b' ' {
            return false;
        }
        blank = byte == b' ';
    }
    !blank
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        let block = Block {
            start: 0,
            end: text.len(),
            kind: BlockKind::Body,
        };
        tokens(text, block, &mut out);
        out.iter()
            .map(|token| token.text(text).to_owned())
            .collect()
    }

    #[test]
    fn numbers_keep_their_separators() {
        assert_eq!(
            words("1,246 dead; 1.4m, 14-year-old, 246[3]"),
            [
                "1,246",
                "dead",
                ";",
                "1.4m",
                ",",
                "14-year-old",
                ",",
                "246[3]"
            ]
        );
        assert_eq!(words("1,\n246 people"), ["1,\n246", "people"]);
    }

    #[test]
    fn phrases_become_one_token() {
        assert_eq!(
            words("at least five shot dead"),
            ["at least", "five", "shot dead"]
        );
    }

    #[test]
    fn possessives_stand_alone() {
        assert_eq!(
            words("Syria\u{2019}s war, don\u{2019}t"),
            ["Syria", "\u{2019}s", "war", ",", "don\u{2019}t"]
        );
    }
}
