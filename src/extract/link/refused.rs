//! What no figure took: the numbers of the sentence that count nobody, or nobody who came to harm, with the reason.

use super::{Linker, Refusal, is_fate};
use crate::extract::chunk::{Chunk, Piece, Pieces};
use crate::extract::lexicon::{Class, Classes, HYPHENS, look_up_printed, seen};
use crate::extract::outcome::{Role, VerbGroup};
use crate::extract::text::{Kind, Token, any_is, token_at, within};
use crate::extract::unlikely;
use crate::extract::victim::{Head, Phrase};
use crate::model::Reason;
use std::ops::Range;

/// Words for what cannot be a casualty.
const THINGS: Classes = Classes::of(&[Class::Thing, Class::Event, Class::Organisation]);

/// Words without one of which a sentence has no number but for those that hyphens join to others.
const NUMBERED: Classes = Classes::of(&[Class::Number, Class::Digits, Class::Glued, Class::Both]);

/// Words before the noun of an object.
const ARTICLES: Classes = Classes::of(&[Class::Determiner, Class::Indefinite]);

impl Linker<'_> {
    /// Sets aside the phrase at `at`, of which the chunk at `cause` states no fact.
    pub(super) fn refuse(&mut self, at: usize, cause: usize, reason: Reason) {
        let again = self.found.refusals.iter().any(|refusal| refusal.at == at);
        if !again && self.phrase(at).is_some() {
            let span = self.evidence(at, cause);
            self.push_refusal(at, span, reason);
        }
    }

    /// "killed the bill": sets aside a verb of harm whose object is a thing.
    pub(super) fn refuse_thing_after(&mut self, at: usize, verb: &VerbGroup) {
        let mut next = self.end(at);
        let article = |token: &Token| token.entry.classes.meets(ARTICLES);
        next += usize::from(self.tokens.get(next).is_some_and(article));
        let thing = self.tokens.get(next).is_some_and(|token| {
            token.entry.classes.meets(THINGS)
                && token.entry.person.is_none()
                && !token.entry.is_trigger()
        });
        if thing && matches!(verb.role, Role::Harm(outcome) if is_fate(outcome)) {
            self.push_refusal(at, self.start(at)..next + 1, Reason::Things);
        }
    }

    /// Sets aside every number that no finder took, so that none vanishes without a reason.
    pub(super) fn refuse_rest(&mut self) {
        // What one word states no fact about, another may: then the number is read.
        let used = &self.used;
        let unread = |refusal: &Refusal| used.get(refusal.at).is_some_and(Option::is_none);
        self.found.refusals.retain(unread);
        let may_be_number = |token: &Token| token.hyphened || token.entry.classes.meets(NUMBERED);
        if !self.classes.meets(NUMBERED) && !self.tokens.iter().any(may_be_number) {
            return;
        }
        let told = self.found.refusals.len();
        for at in 0..self.chunks.len() {
            // No other piece holds a number.
            let Chunk { piece, span } = &self.chunks[at];
            let holds = match piece {
                Piece::Phrase(phrase) if phrase.quantity.is_some() => true,
                Piece::Phrase(_) | Piece::Other => {
                    within(self.tokens, span.clone()).iter().any(may_be_number)
                }
                _ => false,
            };
            if !holds {
                continue;
            }
            let refused = &self.found.refusals[..told];
            if !refused.iter().any(|refusal| refusal.at == at) {
                self.refuse_numbers_in(at);
            }
        }
    }

    /// Sets aside the numbers of the chunk at `at` that are in no figure: all of it, or those beside the one counted.
    fn refuse_numbers_in(&mut self, at: usize) {
        let span = self.span(at);
        let counted = self
            .phrase(at)
            .and_then(|phrase| Some((phrase, phrase.quantity?)));
        match counted {
            Some((phrase, _)) if self.used_for(at).is_none() => {
                let reason = self.reason_of(at, phrase);
                self.push_refusal(at, span, reason);
            }
            Some((_, quantity)) => {
                self.refuse_strays(at, span.start..quantity.start);
                self.refuse_strays(at, quantity.end..span.end);
            }
            None => self.refuse_strays(at, span),
        }
    }

    /// Sets aside the numbers among the tokens of `span` that no phrase counts with.
    fn refuse_strays(&mut self, at: usize, span: Range<usize>) {
        let (text, tokens) = (self.text, self.tokens);
        let number = |at: &usize| tokens.get(*at).is_some_and(|token| is_number(text, token));
        let mut rest = span;
        while let Some(start) = rest.find(number) {
            let run = rest.clone().take_while(number).count();
            rest.start += run;
            let reason = self.reason_of_stray(at, start);
            self.push_refusal(at, start..start + 1 + run, reason);
        }
    }

    /// Why the counted phrase at `at` is no figure.
    fn reason_of(&self, at: usize, phrase: &Phrase) -> Reason {
        match phrase.head {
            Head::Thing(reason) => reason,
            Head::Outcome(..) => Reason::NotCasualties,
            Head::Unknown | Head::UnknownPlural => Reason::UnknownNoun,
            _ if self.is_difference(at) => Reason::Difference,
            Head::Bare => Reason::Alone,
            Head::Person | Head::OnePerson | Head::Those(_) | Head::Name | Head::Pronoun => {
                Reason::NoOutcome
            }
        }
    }

    /// "rose by 12": how much a total moved.
    fn is_difference(&self, at: usize) -> bool {
        let before = self.start(at);
        let by = before
            .checked_sub(1)
            .is_some_and(|by| self.token_is(by, Class::By));
        by && within(self.tokens, ..before)
            .iter()
            .any(|token| token.is(Class::Rise) || token.entry.toll.is_some())
    }

    /// Why the number at token `token` is no figure, which the phrase or the small word at `at` holds without counting.
    fn reason_of_stray(&self, at: usize, token: usize) -> Reason {
        if token_at(self.tokens, token).entry.number.is_none()
            && token_at(self.tokens, token).kind != Kind::Digits
        {
            return unlikely::compound_reason(self.text, self.tokens, token);
        }
        let behind_of = any_is(within(self.tokens, self.start(at)..token), Class::Of);
        if behind_of && self.is(at, Pieces::PHRASE) {
            Reason::Whole
        } else {
            Reason::Alone
        }
    }

    fn push_refusal(&mut self, at: usize, span: Range<usize>, reason: Reason) {
        self.found.refusals.push(Refusal { span, at, reason });
    }
}

/// Whether a token is a number, or one with letters glued on: "14-year-old", "five-storey". An ordinal in words is none.
fn is_number(text: &str, token: &Token) -> bool {
    match token.kind {
        Kind::Digits | Kind::Compound => true,
        // One or two letters are no number in words: "m", "bn".
        Kind::Word if token.is(Class::Number) => token.is(Class::Cardinal) && token.text_len() > 2,
        Kind::Word => token.hyphened && is_joined(token.text(text)),
        Kind::Possessive | Kind::Sign(_) => false,
    }
}

/// Whether the first of the words that hyphens join is a number.
fn is_joined(printed: &str) -> bool {
    (printed.split_once(HYPHENS)).is_some_and(|(first, _)| {
        let entry = look_up_printed(&seen(first));
        entry.is(Class::Cardinal)
    })
}
