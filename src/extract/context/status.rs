//! How firmly a sentence states a figure.

use crate::extract::attribution::Source;
use crate::extract::lexicon::{Class, Classes};
use crate::extract::link::Figure;
use crate::extract::scope::Setting;
use crate::extract::text::{Kind, Token, is_at, within};
use crate::model::Status;

/// What the words of a sentence do to the status of its figures; looked up once for all of them.
pub(super) struct Doubts {
    /// The last word that calls the figures before it false.
    refuted: Option<usize>,
    /// The last word that takes the figures before it back.
    withdrawn: Option<usize>,
    unverified: bool,
    /// "CLAIM: 300 people died": what a fact-check looks into.
    looked_into: bool,
}

impl Doubts {
    pub(super) fn of(tokens: &[Token], classes: &Classes, looked_into: bool) -> Self {
        let last = |class: Class| {
            let found = || tokens.iter().rposition(|token| token.is(class));
            classes.has(class).then(found).flatten()
        };
        Doubts {
            refuted: (0..last(Class::False).map_or(0, |last| last + 1))
                .rev()
                .find(|&at| is_called_false(tokens, at)),
            withdrawn: last(Class::Withdrawn),
            unverified: classes.has(Class::Negation) && is_unverified(tokens),
            looked_into,
        }
    }
}

/// How firmly the sentence states a figure.
pub(super) fn status(
    tokens: &[Token],
    figure: &Figure,
    source: Option<&Source>,
    setting: &Setting,
    doubts: &Doubts,
) -> Status {
    if figure.status != Status::Reported {
        return figure.status;
    }
    if setting.projected {
        return Status::Projected;
    }
    let after = |word: Option<usize>| word.is_some_and(|at| at >= figure.evidence.end);
    if after(doubts.refuted) {
        return Status::Refuted;
    }
    if after(doubts.withdrawn) {
        return Status::Superseded;
    }
    let near = within(
        tokens,
        figure.evidence.start.saturating_sub(6)..figure.evidence.start.min(tokens.len()),
    );
    // "Suspected Tesseran rebels killed 12": who did it is not sure. "213 suspected cases and 88 deaths"
    let whom = |at: usize| {
        let next = near.iter().skip(at + 1).take(2);
        next.clone().any(|token| {
            let entry = token.entry;
            entry.person.is_some() || entry.force.is_some() || entry.noun.is_some()
        })
    };
    // "the toll was likely to rise": what was said before is sure.
    let rises = |at: usize| is_at(near, at + 1, Class::To) && is_at(near, at + 2, Class::Rise);
    let hedged = near.iter().enumerate().any(|(at, token)| {
        token.text_len() > 4
            && token.is(Class::Possible)
            && !token.is(Class::Modal)
            && token.entry.reporting.is_none()
            && !whom(at)
            && !rises(at)
    });
    if let Some(source) = source.filter(|source| source.cue < figure.number)
        && source.status != Status::Reported
    {
        return source.status;
    }
    // "It is feared that 40 miners are dead", "It is believed that 40 died"
    let that = figure.number.min(tokens.len());
    let doubted = |class: Class| {
        let near = within(tokens, that.saturating_sub(6)..that);
        source.is_none()
            && (near.windows(2)).any(|pair| pair[0].is(class) && pair[1].is(Class::That))
    };
    if doubted(Class::Feared) {
        Status::Feared
    } else if doubted(Class::Possible) {
        Status::Possible
    } else if doubts.looked_into {
        Status::Claimed
    } else if hedged || doubts.unverified {
        Status::Possible
    } else {
        Status::Reported
    }
}

/// Whether a sentence opens with a label of this class: "CLAIM:".
pub(super) fn is_labelled(tokens: &[Token], class: Class) -> bool {
    matches!(tokens, [label, colon, ..] if label.is(class) && colon.is_sign(':'))
}

/// Whether the word at `at` calls something false that is no noun behind it: "the report is fake", but not "a fake
/// checkpoint".
fn is_called_false(tokens: &[Token], at: usize) -> bool {
    if !is_at(tokens, at, Class::False) {
        return false;
    }
    let before = within(tokens, ..at)
        .iter()
        .rev()
        .find(|token| !token.is(Class::Adverb));
    let attribute = tokens
        .get(at + 1)
        .is_some_and(|next| next.kind == Kind::Word && !next.is(Class::Preposition));
    !attribute || before.is_some_and(|token| token.is(Class::Be))
}

/// "could not be independently verified".
fn is_unverified(tokens: &[Token]) -> bool {
    let verified = tokens.iter().rposition(|token| token.is(Class::Confirm));
    verified.is_some_and(|at| {
        // "who asked not to be named said": what was said, was.
        let mut before = within(tokens, ..at).iter().rev();
        let passive = before.find(|token| !token.is(Class::Adverb));
        let negated = within(tokens, at.saturating_sub(5)..at)
            .iter()
            .any(|token| {
                token.is(Class::Negation) && !token.is(Class::No) && !token.is(Class::None)
            });
        negated && passive.is_some_and(|token| token.is(Class::Be))
    })
}
