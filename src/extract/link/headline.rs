//! Headlines leave articles out: "Rail worker killed", "Girl, 9, shot dead".

use super::is_fate;
use crate::extract::chunk::{Chunk, Piece};
use crate::extract::lexicon::{Class, Frame};
use crate::extract::outcome::{Form, Role};
use crate::extract::text::{Token, is_at};
use crate::extract::victim::{Head, Phrase};
use crate::model::Reason;

/// Counts one person where a headline, or what it lists, opens with a singular noun of a person, with an age or without,
/// or with two beside one another, and a word for what happened to them: "Father and son killed", "Woman, two children
/// shot dead", "Dozens injured, child dead", "Shooting leaves woman dead".
pub(super) fn count_one_without_article(tokens: &[Token], chunks: &mut [Chunk]) {
    for start in 0..chunks.len() {
        let verb = |by: usize| start.checked_sub(by).and_then(|at| chunks[at].verb());
        let lists = start > 1 && matches!(chunks[start - 1].piece, Piece::Comma | Piece::And);
        let left = verb(1).is_some_and(|verb| verb.role == Role::Leave);
        if start == 0 || left || lists && verb(2).is_some() {
            count_first(tokens, &mut chunks[start..]);
        }
    }
}

/// The same where `chunks` open with that noun.
fn count_first(tokens: &[Token], chunks: &mut [Chunk]) {
    let (others, verb): (&[usize], usize) = match chunks.get(1).map(|chunk| &chunk.piece) {
        Some(Piece::Comma) if has_age(chunks) => (&[], 4),
        Some(Piece::Comma | Piece::And) => (&[2], 3),
        _ => (&[], 1),
    };
    // "Mother, two boys found dead"
    let found =
        (chunks.get(verb)).is_some_and(|chunk| is_at(tokens, chunk.span.start, Class::Find));
    let killed =
        (chunks.get(verb + usize::from(found)).and_then(Chunk::verb)).is_some_and(|verb| {
            let told = matches!(verb.form, Form::Adjective | Form::PastOrParticiple)
                || verb.frame == Frame::Subject;
            let fate = matches!(verb.role, Role::Harm(outcome) if is_fate(outcome));
            told && fate && !verb.negated
        });
    let phrase = |at: usize| chunks.get(at).and_then(Chunk::phrase);
    let one = |at: usize| phrase(at).is_some_and(|phrase| is_one(tokens, phrase));
    let people = |&at: &usize| one(at) || phrase(at).is_some_and(Phrase::is_counted_people);
    if !killed || !one(0) || !others.iter().all(people) {
        return;
    }
    let second = others.first().copied().filter(|&at| one(at));
    for at in [Some(0), second].into_iter().flatten() {
        if let Piece::Phrase(phrase) = &mut chunks[at].piece {
            phrase.head = Head::OnePerson;
        }
    }
}

/// Whether a phrase is a singular noun of a person and nothing else.
fn is_one(tokens: &[Token], phrase: &Phrase) -> bool {
    let last = phrase.words.end.checked_sub(1);
    let singular = (last.and_then(|last| tokens.get(last)?.entry.person))
        .is_some_and(|person| person.singular && !person.plural);
    let uncounted = phrase.quantity.is_none() && !phrase.zero && !phrase.definite;
    singular && uncounted && phrase.head == Head::Person
}

/// "Girl, 9, killed": whether an age stands between the commas behind the first chunk.
fn has_age(chunks: &[Chunk]) -> bool {
    let age = chunks
        .get(2)
        .and_then(Chunk::phrase)
        .is_some_and(|phrase| phrase.head == Head::Thing(Reason::Age) || phrase.head == Head::Bare);
    age && matches!(
        chunks.get(3),
        Some(Chunk {
            piece: Piece::Comma,
            ..
        })
    )
}
