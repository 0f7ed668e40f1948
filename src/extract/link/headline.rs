//! Headlines leave articles out: "Rail worker killed", "Girl, 9, shot dead".

use super::is_fate;
use crate::extract::chunk::{Chunk, Piece};
use crate::extract::lexicon::Frame;
use crate::extract::outcome::{Form, Role};
use crate::extract::text::Token;
use crate::extract::victim::Head;
use crate::model::Reason;

/// Counts one person where a headline opens with a singular noun of a person, with an age or without, and a word for
/// what happened to them.
pub(super) fn count_one_without_article(tokens: &[Token], chunks: &mut [Chunk]) {
    let verb = match chunks.get(1).map(|chunk| &chunk.piece) {
        Some(Piece::Comma) if has_age(chunks) => 4,
        _ => 1,
    };
    let killed = (chunks.get(verb).and_then(Chunk::verb)).is_some_and(|verb| {
        let told = matches!(verb.form, Form::Adjective | Form::PastOrParticiple)
            || verb.frame == Frame::Subject;
        let fate = matches!(verb.role, Role::Harm(outcome) if is_fate(outcome));
        told && fate && !verb.negated
    });
    let Some(Chunk {
        piece: Piece::Phrase(phrase),
        ..
    }) = chunks.first_mut()
    else {
        return;
    };
    let last = phrase.words.end.checked_sub(1);
    let singular = (last.and_then(|last| tokens.get(last)?.entry.person))
        .is_some_and(|person| person.singular && !person.plural);
    let uncounted = phrase.quantity.is_none() && !phrase.zero && !phrase.definite;
    if killed && singular && uncounted && phrase.head == Head::Person {
        phrase.head = Head::OnePerson;
    }
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
