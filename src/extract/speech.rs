//! Quotations that run over several sentences: who speaks in them is often told only at their end.

use super::text::{Kind, Token};

/// The quotation that a paragraph is in.
#[derive(Debug, Default)]
pub(crate) struct Speech {
    /// Whether a quotation is open.
    open: bool,
    /// Whether the sentence before ended a quotation or told who speaks.
    spoken: bool,
    /// Claims of the open quotation whose speaker is not told yet.
    waiting: Vec<usize>,
}

impl Speech {
    /// A paragraph starts: quotations do not run over its border.
    pub(crate) fn start(&mut self) {
        (self.open, self.spoken) = (false, false);
        self.waiting.clear();
    }

    /// Whether a sentence goes on with what the last source said: inside its quotation, or with its next one.
    pub(crate) fn goes_on(&self, tokens: &[Token]) -> bool {
        self.open || self.spoken && tokens.first().is_some_and(opens)
    }

    /// Notes that the speaker of a claim of this sentence is not told.
    pub(crate) fn wait(&mut self, claim: usize) {
        self.waiting.push(claim);
    }

    /// Ends a sentence. Returns the claims of earlier sentences that its source said: those of the quotation that it
    /// closed. `speaker` = whether it names its source.
    pub(crate) fn end(&mut self, tokens: &[Token], speaker: bool) -> Vec<usize> {
        let was_open = self.open;
        let mut quotes = false;
        for (at, token) in tokens.iter().enumerate() {
            let Kind::Sign(sign) = token.kind else {
                continue;
            };
            // Each paragraph of a long quotation opens anew, also where paragraphs were joined.
            let opens = token.spaced && tokens.get(at + 1).is_some_and(|next| !next.spaced);
            self.open = match sign {
                '"' => !self.open || opens,
                '\u{201c}' => true,
                '\u{201d}' => false,
                _ => continue,
            };
            quotes = true;
        }
        self.spoken = speaker && quotes || self.open && self.spoken;
        let closed = was_open && quotes;
        if closed && speaker {
            return std::mem::take(&mut self.waiting);
        }
        if !self.open {
            self.waiting.clear();
        }
        Vec::new()
    }
}

fn opens(token: &Token) -> bool {
    matches!(token.kind, Kind::Sign('"' | '\u{201c}'))
}
