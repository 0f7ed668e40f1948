//! The subject of a verb that many words part from it: "five residents of Abra and Obia, both in the hills, were killed".
//!
//! Asked only where the search from the verb to the left (`subject`) found nobody.

use super::Linker;
use crate::extract::chunk::{Piece, Pieces};
use crate::extract::lexicon::{Class, Shape, has_shape};
use crate::extract::outcome::{Form, Role};
use crate::extract::text::{Case, Kind, Token, token_at, within};
use crate::extract::victim::{Head, Phrase};

/// The most chunks from a subject to its verb.
const LONGEST_WAY: usize = 32;

/// The fewest chunks of a relative clause that has a verb of its own.
const SHORTEST_CLAUSE: usize = 3;

impl Linker<'_> {
    /// The people who open the clause of the finite verb at `at`, where nothing but what describes them stands between.
    pub(super) fn far_subject(&self, at: usize) -> Option<usize> {
        let passive = self
            .verb_at(at)
            .is_some_and(|verb| verb.form == Form::Passive);
        if !passive {
            return None;
        }
        let plural = self.plural_verb(at);
        let opens = |&index: &usize| self.opens_clause(index) && self.is_far_head(index, plural);
        let head = (at.saturating_sub(LONGEST_WAY)..at).rev().find(opens)?;
        self.describes(head, at).then_some(head)
    }

    /// Whether a clause can start with the chunk at `at`.
    pub(super) fn opens_clause(&self, at: usize) -> bool {
        at == 0
            || self.follows(
                at,
                Pieces::ADVERB
                    | Pieces::AND
                    | Pieces::COMMA
                    | Pieces::COLON
                    | Pieces::SEMICOLON
                    | Pieces::SUBORDINATOR
                    | Pieces::THAT,
            )
    }

    /// Whether the phrase at `at` can be a subject: counted people, or one person described. `plural` = the verb is.
    fn is_far_head(&self, at: usize, plural: bool) -> bool {
        let Some(phrase) = self.phrase(at).filter(|_| self.is_free(at)) else {
            return false;
        };
        match phrase.head {
            Head::Person | Head::UnknownPlural => phrase
                .quantity
                .is_some_and(|quantity| phrase.whole.is_none() && quantity.is_one() != plural),
            Head::OnePerson => !plural,
            // "the secretary of the acting governor"
            Head::Name => {
                let own = self.has_class(at, Class::Own);
                !plural && !own && phrase.definite && self.is_described(phrase)
            }
            _ => false,
        }
    }

    /// Whether a phrase says in small letters what somebody is.
    fn is_described(&self, phrase: &Phrase) -> bool {
        let words = within(self.tokens, phrase.words.clone());
        let person = |token: &Token| token.entry.person.is_some_and(|person| person.singular);
        words.iter().any(person) && words.iter().all(|token| token.case == Case::Lower)
    }

    /// Whether all between the people at `head` and the verb at `verb` describes them: no other clause starts there.
    fn describes(&self, head: usize, verb: usize) -> bool {
        let mut relative: Option<usize> = None;
        let mut at = head + 1;
        while at < verb {
            let holds = match &self.chunks[at].piece {
                Piece::Preposition | Piece::Adverb | Piece::Including | Piece::Among => true,
                Piece::Open => match self.close_of(at, verb) {
                    Some(close) => {
                        at = close;
                        true
                    }
                    None => false,
                },
                Piece::Relative | Piece::That if relative.is_none() => {
                    relative = Some(at);
                    !self.opens_with_people(at + 1)
                }
                Piece::Comma | Piece::And => !self.starts_clause(at + 1, verb),
                Piece::Phrase(phrase) => phrase.quantity.is_none() || !is_free_number(phrase),
                Piece::Verb(other) => {
                    let clause = relative.is_some_and(|from| from + 1 == at);
                    clause || matches!(other.form, Form::Gerund) && other.role != Role::Be
                }
                Piece::Other => relative.is_some() || self.is_attribute(at),
                _ => false,
            };
            if !holds {
                return false;
            }
            at += 1;
        }
        relative.is_none_or(|from| verb - from > SHORTEST_CLAUSE)
    }

    /// Where the bracket closes that opens at `open`, before the chunk at `end`.
    fn close_of(&self, open: usize, end: usize) -> Option<usize> {
        (open..end).find(|&at| self.is(at, Pieces::CLOSE))
    }

    /// Whether people of any kind stand at `at`, who can be the subject of the clause that they open.
    fn opens_with_people(&self, at: usize) -> bool {
        self.phrase(at)
            .is_some_and(|phrase| phrase.is_people() || phrase.head == Head::Unknown)
    }

    /// Whether the phrase at `at` stands right before the verb at `verb`, so that it is the subject.
    fn starts_clause(&self, at: usize, verb: usize) -> bool {
        self.phrase(at).is_some() && self.skip_adverbs(at + 1) == verb
    }

    /// Whether the word at `at`, which no table calls a verb, belongs to the description: "based in", "northern Karsova", "the People's Party".
    fn is_attribute(&self, at: usize) -> bool {
        let object = self.phrase(at + 1).is_some();
        let before = self.follows(at, Pieces::PREPOSITION | Pieces::OTHER);
        let first = token_at(self.tokens, self.start(at));
        let owned = first.kind == Kind::Possessive;
        !object || before || owned || has_shape(first.text(self.text), Shape::Gerund)
    }
}

/// Whether a number of people may be the subject itself.
fn is_free_number(phrase: &Phrase) -> bool {
    phrase.head == Head::Bare
}
