//! Which source of a sentence covers a figure.

use super::{NEAR, Source, Voice, is_of_responsibility};
use crate::extract::lexicon::{Class, Classes};
use crate::extract::scope::opens_as;
use crate::extract::text::{Kind, Token, any_is, is_at, token_at, within};
use crate::model::Status;

/// The source that covers the token at `at`: the nearest one before it whose clause reaches it, or else the nearest
/// one after it.
pub(crate) fn covering<'s>(
    tokens: &[Token],
    sources: &'s [Source],
    at: usize,
) -> Option<&'s Source> {
    let speaking = || (sources.iter()).filter(|source| !is_of_responsibility(tokens, source.cue));
    let cited = speaking().find(|source| source.voice == Voice::Cited);
    let telling = || speaking().filter(|source| source.voice != Voice::Cited);
    let own = sources
        .iter()
        .find(|source| source.cue > at && source.cue < at + NEAR && is_set_apart(tokens, source));
    let left = telling().rev().find(|source| reaches(tokens, source, at));
    let back = |source: &&Source| {
        reaches_back(tokens, source, at) && !(sources.len() > 1 && is_in_passing(tokens, source))
    };
    // "have reportedly died, according to the agency"
    let right = telling().filter(is_named).find(back);
    let right = right.or_else(|| {
        telling()
            .filter(|source| is_alone(tokens, source, at))
            .find(back)
    });
    // "A guard died, the army said, bringing the toll to 80, according to police", "Orlen recorded 71 deaths, the mayor said",
    // "The army said it shot down drones, but debris killed two, the mayor said.": by the last.
    let parted = |right: &&Source| {
        left.is_some_and(|left| {
            let said = within(tokens, left.cue..at);
            let ends = || is_at(tokens, left.cue, Class::Counting) || any_is(said, Class::But);
            is_set_apart(tokens, right) && any_is(said, Class::Bring)
                || ends_sentence(tokens, right) && ends()
        })
    };
    if let Some(last) = right.filter(is_named).filter(parted) {
        return Some(last);
    }
    let inside = (sources.iter()).find(|source| is_inside(tokens, source, at));
    (inside.or(own.filter(|_| left.is_some_and(|left| is_set_apart(tokens, left)))))
        .or(left.filter(is_named))
        .or(right.filter(is_named))
        .or(left)
        .or(right)
        .or(cited)
}

/// Whether a source has a name or a voice of its own.
fn is_named(source: &&Source) -> bool {
    source.voice != Voice::Unnamed || !source.name.is_empty()
}

/// "from 12, according to the government, to 40, according to the centre": each speaks of what stands before it.
fn is_set_apart(tokens: &[Token], source: &Source) -> bool {
    let comma = source.cue.checked_sub(1);
    is_at(tokens, source.cue, Class::According)
        && comma.is_some_and(|comma| token_at(tokens, comma).is_sign(','))
}

/// Whether a source covers the token at `at` behind it.
fn reaches(tokens: &[Token], source: &Source, at: usize) -> bool {
    source.cue < at
        && is_open(tokens, source.cue, at)
        && !but_between(tokens, source.cue, at)
        && !is_of_others(tokens, source, at)
        && !is_beside(tokens, source, at)
}

/// Whether no semicolon stands between two tokens.
fn is_open(tokens: &[Token], low: usize, high: usize) -> bool {
    !within(tokens, low..high)
        .iter()
        .any(|token| token.is_sign(';'))
}

/// "denied a link to rebels who killed two": what those did is not denied.
fn is_of_others(tokens: &[Token], source: &Source, at: usize) -> bool {
    let did = |token: &Token| {
        token.entry.verb.is_some() || token.is(Class::Adverb) || token.is(Class::Leave)
    };
    source.status == Status::Denied
        && (within(tokens, source.cue..at).windows(2))
            .any(|pair| pair[0].is(Class::Relative) && !pair[0].is(Class::That) && did(&pair[1]))
}

/// "Both accused each other of lies, as four guards were hurt": told beside what they said, which counts nobody.
fn is_beside(tokens: &[Token], source: &Source, at: usize) -> bool {
    let said = within(tokens, source.cue..at);
    let counts = |token: &Token| token.is_number() || token.entry.is_trigger();
    let clause = (0..said.len()).position(|at| opens_as(said, at));
    clause.is_some_and(|end| !said[..end].iter().any(counts) && !any_is(said, Class::That))
}

/// Whether a source covers the token at `at` before it.
fn reaches_back(tokens: &[Token], source: &Source, at: usize) -> bool {
    if source.cue <= at {
        return false;
    }
    // "Sixteen died; nine are missing," the mayor said
    let quoted = within(tokens, at..source.cue)
        .iter()
        .rposition(Token::is_quote)
        .map_or(source.cue, |end| at + end);
    let open = is_open(tokens, at, source.cue)
        || quoted < source.cue && is_open(tokens, quoted, source.cue);
    // "Troops arrested nine, claiming that": what they did.
    let did = source.span.end + 1 < source.cue
        && token_at(tokens, source.cue - 1).is_sign(',')
        && !token_at(tokens, source.span.end).is_sign(',');
    open && !did && !is_next_clause(tokens, source)
}

/// "a fire which the mayor said was set, the agency said": the first speaks of the fire.
fn is_in_passing(tokens: &[Token], source: &Source) -> bool {
    let before = source.span.start.checked_sub(1);
    source.span.end <= source.cue && before.is_some_and(|at| is_at(tokens, at, Class::Relative))
}

/// "Four were killed, and three were reportedly hurt": whether a source speaks of the number at `at`, the last before it.
fn is_alone(tokens: &[Token], source: &Source, at: usize) -> bool {
    let behind = within(tokens, at.min(source.cue)..source.cue).iter();
    let mut behind = behind.skip_while(|token| token.is_number());
    !behind.any(Token::is_number)
}

/// Whether a source and its verb end the sentence: "the mayor said."
fn ends_sentence(tokens: &[Token], source: &Source) -> bool {
    let next = tokens.get(source.cue + 1);
    next.is_none_or(|next| next.is_sign('.')) && source.span.end <= source.cue
}

/// "86 people officials say died": whether a source stands right behind the people whose number is at `at`.
fn is_inside(tokens: &[Token], source: &Source, at: usize) -> bool {
    let start = source.span.start;
    let people =
        |at: usize| (token_at(tokens, at).entry.person).is_some_and(|person| person.plural);
    start > at && start <= at + 2 && source.span.end == source.cue && people(start - 1)
}

/// "..., and officials said there was little hope", "after police said he had a gun": what this source says comes after it, not before.
fn is_next_clause(tokens: &[Token], source: &Source) -> bool {
    let joined = source
        .span
        .start
        .checked_sub(1)
        .map(|before| token_at(tokens, before));
    let goes_on = tokens
        .get(source.cue + 1)
        .is_some_and(|next| next.kind == Kind::Word);
    source.span.end <= source.cue
        && goes_on
        && joined.is_some_and(|token| {
            let joins = const { Classes::of(&[Class::And, Class::But, Class::Subordinator]) };
            token.entry.classes.meets(joins)
        })
}

fn but_between(tokens: &[Token], low: usize, high: usize) -> bool {
    within(tokens, low..high)
        .iter()
        .any(|token| token.is(Class::But) && token.is(Class::Subordinator))
}
