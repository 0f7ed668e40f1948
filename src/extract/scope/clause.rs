//! The clauses of a sentence: where one starts and ends, and how far a word reaches in its own.

use super::time::LONGEST_PERIOD;
use crate::extract::lexicon::Class;
use crate::extract::text::{Kind, Token, any_is, token_at, within};
use crate::model::Qualifier;
use std::ops::Range;

/// The clause around the cue at `at`. A cue that opens the sentence before any verb speaks for what follows its comma.
pub(super) fn reach(tokens: &[Token], at: usize) -> Range<usize> {
    let mut start = clause_start(tokens, at);
    let end = clause_end(tokens, at);
    // "stands at 45, eight fewer than last year"
    let compared = (start.max(at.saturating_sub(LONGEST_PERIOD))..at).rfind(|&than| {
        let word = token_at(tokens, than);
        let bound = word.entry.bound_before;
        let less = matches!(bound, Some(Qualifier::FewerThan | Qualifier::MoreThan));
        less && !word.is(Class::Preposition) && !token_at(tokens, than + 1).is_number()
    });
    start = compared.unwrap_or(start);
    // "A man was killed before last year's race": no clause of its own.
    let owner = tokens
        .get(at + 1)
        .is_some_and(|next| next.kind == Kind::Possessive);
    if start == at && at > 0 && owner && !any_is(within(tokens, ..at), Class::Weekday) {
        start = clause_start(tokens, at - 1);
    }
    // "A day earlier, two died while four were injured"
    if start == 0 && at < LONGEST_PERIOD && is_comma(tokens, at + 1) {
        return 0..tokens.len();
    }
    let opens = start == 0
        && !within(tokens, ..end)
            .iter()
            .any(|token| token.entry.verb.is_some());
    // "Last year, he won a medal after he shot a robber"
    let goes_on = |token: &Token| {
        token.is_sign(',')
            || at == 0 && token.is(Class::Subordinator) && token.is(Class::Preposition)
    };
    if opens && tokens.get(end).is_some_and(goes_on) {
        return 0..clause_end(tokens, end);
    }
    start..end
}

/// The start of the clause that the token at `at` stands in. What stands between brackets before it is passed over.
pub(super) fn clause_start(tokens: &[Token], at: usize) -> usize {
    let mut next = at;
    while let Some(index) = next.checked_sub(1) {
        let open = || {
            within(tokens, ..index)
                .iter()
                .rposition(|token| token.is_sign('('))
        };
        next = match token_at(tokens, index).kind {
            Kind::Sign(')') => match open() {
                Some(open) => open,
                None => return index + 1,
            },
            _ if is_boundary(tokens, index) => return index + 1,
            _ => index,
        };
    }
    0
}

/// The end of the clause that goes on behind the token at `at`.
pub(super) fn clause_end(tokens: &[Token], at: usize) -> usize {
    (at + 1..tokens.len())
        .find(|&index| is_boundary(tokens, index))
        .unwrap_or(tokens.len())
}

/// Whether a clause ends at the token at `at`: a subordinating or relative word, "bringing", a semicolon, or a comma before
/// the name of a source.
fn is_boundary(tokens: &[Token], at: usize) -> bool {
    let token = token_at(tokens, at);
    match token.kind {
        Kind::Sign(';' | '\u{2013}' | '\u{2014}' | '(' | ')') => true,
        Kind::Sign(',') => within(tokens, at + 1..)
            .iter()
            .take_while(|next| !next.is_sign(','))
            .any(|next| {
                next.entry.reporting.is_some() && next.entry.verb.is_none()
                    || next.is(Class::According)
            }),
        Kind::Word => {
            let joins =
                token.is(Class::Subordinator) && !token.is(Class::Adverb) || token.is(Class::Bring);
            (joins || token.is(Class::Relative) && !token.is(Class::That)) && at > 0
        }
        _ => false,
    }
}

/// The last sign before `at` that parts the sentence, or its start.
pub(super) fn part_start(tokens: &[Token], at: usize) -> usize {
    let mut before = within(tokens, ..at).iter();
    before.rposition(parts).unwrap_or(0)
}

/// Whether a sign parts a sentence.
pub(super) fn parts(token: &Token) -> bool {
    matches!(token.kind, Kind::Sign(',' | ';'))
}

/// Whether a comma stands at `at`.
pub(super) fn is_comma(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.is_sign(','))
}

/// Whether all numbers of a sentence stand in `reach`.
pub(super) fn holds_all(tokens: &[Token], reach: &Range<usize>) -> bool {
    let mut numbers = (0..tokens.len()).filter(|&at| token_at(tokens, at).is_number());
    numbers.all(|at| reach.contains(&at))
}

/// "killed nine, bringing the country's toll this year to 80": whether the clause around the token at `at` says what a
/// toll comes to, behind another number.
pub(super) fn brings(tokens: &[Token], at: usize) -> bool {
    let before = within(tokens, ..clause_start(tokens, at));
    (before.last()).is_some_and(|bring| bring.is(Class::Bring))
        && before.iter().any(Token::is_number)
}
