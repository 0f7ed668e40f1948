//! Text to claims. Knows no browser and no other article.
//!
//! The pipeline: paragraphs, tokens and sentences (`text`); in each sentence that says what happened to people, chunks
//! (`chunk`: noun phrases by `victim` with numbers by `quantity` and `number`, verb groups by `outcome`), joined into
//! figures (`link`) where nothing speaks against it (`unlikely`); across sentences, sources (`attribution`), scope
//! (`scope`) and merging (`context`); rows of tables by their columns (`table`); at the end the headline answers (`toll`).
//! A text in which nobody is counted takes a quick way
//! (`quick`).

mod attribution;
mod chunk;
mod context;
mod dateline;
mod incident;
mod lexicon;
mod link;
mod number;
mod outcome;
mod quantity;
#[cfg(not(target_arch = "wasm32"))]
mod quick;
mod scope;
mod speech;
mod table;
mod text;
mod toll;
mod unlikely;
mod victim;

pub use dateline::{dateline, parse_date};

use crate::model::Extraction;
use context::{Context, Place};
use std::ops::Range;
use text::{BlockKind, Token, classes_of, next_block, tokens};

/// Reads every casualty figure out of `text`. Total: any string gives an [`Extraction`], in time linear in its length.
///
/// ```
/// let reading = casualty_compare::extract("At least 745 civilians were killed.");
/// assert_eq!(reading.claims[0].count.low, Some(745));
/// assert_eq!(reading.claims[0].count.high, None);
/// assert_eq!(reading.claims[0].mentions[0].quote, "At least 745 civilians were killed");
/// ```
pub fn extract(text: &str) -> Extraction {
    // Not in a browser: there 3 kB more to load cost more than the few milliseconds of a person's articles.
    #[cfg(not(target_arch = "wasm32"))]
    if let Some(read) = quick::nobody_counted(text) {
        return read;
    }
    let mut reading = Reading::new(text);
    while reading.step(usize::MAX) {}
    reading.finish()
}

/// Where each sentence of `text` starts and ends in UTF-8 bytes, as the reader cuts it: in text order, without blank space
/// around it. A headline, an item of a list and a line of a table are sentences too. No evidence crosses a border.
///
/// ```
/// let text = "A fire broke out. Nine people died.";
/// assert_eq!(casualty_compare::sentences(text), [0..17, 18..35]);
/// ```
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut words: Vec<Token> = Vec::new();
    let mut done = 0;
    while let Some(block) = next_block(text, done) {
        tokens(text, block, &mut words);
        text::sentences(text, &words, |range| {
            if let (Some(first), Some(last)) = (words.get(range.start), words.get(range.end - 1)) {
                found.push(first.start..last.end);
            }
        });
        done = block.end;
    }
    found
}

/// A reading in progress, for texts so long that the work must be cut into slices.
///
/// The outcome is the same as [`extract`]'s however the work is cut.
#[derive(Debug)]
pub struct Reading<'t> {
    text: &'t str,
    done: usize,
    sentences: usize,
    context: Context,
    tokens: Vec<Token>,
}

impl<'t> Reading<'t> {
    /// Starts to read `text`; does no work yet.
    pub fn new(text: &'t str) -> Self {
        Reading {
            text,
            done: 0,
            sentences: 0,
            context: Context::default(),
            tokens: Vec::new(),
        }
    }

    /// Reads on for about `bytes` bytes of text, a paragraph at the least. Returns whether text is left.
    pub fn step(&mut self, bytes: usize) -> bool {
        let goal = self.done.saturating_add(bytes.max(1));
        while self.done < goal {
            let Some(block) = next_block(self.text, self.done) else {
                self.done = self.text.len();
                return false;
            };
            if block.kind == BlockKind::Row && self.context.row(self.text, block, self.sentences) {
                self.sentences += 1;
                self.done = block.end;
                continue;
            }
            tokens(self.text, block, &mut self.tokens);
            let (text, context, all, number) = (
                self.text,
                &mut self.context,
                &self.tokens,
                &mut self.sentences,
            );
            let mut first = true;
            text::sentences(text, all, |range| {
                let place = Place {
                    kind: block.kind,
                    first,
                    number: *number,
                    text,
                    classes: classes_of(&all[range.clone()]),
                };
                context.sentence(&place, &all[range]);
                first = false;
                *number += 1;
            });
            self.done = block.end;
        }
        self.done < self.text.len()
    }

    /// How far the reading is, in bytes of the text.
    pub fn position(&self) -> usize {
        self.done
    }

    /// Ends the reading: settles what needs the whole text, and finds the tolls.
    pub fn finish(mut self) -> Extraction {
        self.context.settle();
        let Context {
            claims,
            notes,
            set_aside,
            ..
        } = self.context;
        let tolls = toll::tolls(&claims, &notes);
        Extraction {
            claims,
            tolls,
            set_aside,
        }
    }
}
