//! Tokens to chunks: noun phrases, verb groups and the small words between them.

use super::lexicon::{
    Class, Classes, Forms, Frame, OutcomeNoun, OutcomeNounKind, Shape, TollWord, has_shape,
};
use super::outcome::{Form, Role, VerbGroup, opens_verb_group, verb_group};
use super::text::{Kind, Token, is_at, token_at, within};
use super::victim::{Head, Phrase, phrase};
use crate::model::Outcome;
use std::ops::{BitOr, Range};

/// What a chunk is.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    Phrase(Phrase),
    Verb(VerbGroup),
    /// A word for a running total.
    Toll(TollWord),
    /// "the total", "the figure": a running total of what the sentence is about.
    Total,
    Preposition,
    And,
    Comma,
    Dash,
    Open,
    Close,
    Colon,
    Semicolon,
    Relative,
    That,
    Subordinator,
    Including,
    Among,
    Excluding,
    Adverb,
    Other,
}

/// A set of pieces by what they are, as bits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pieces(u32);

impl Pieces {
    pub(crate) const PHRASE: Pieces = Pieces(1);
    pub(crate) const VERB: Pieces = Pieces(1 << 1);
    pub(crate) const TOLL: Pieces = Pieces(1 << 2);
    pub(crate) const TOTAL: Pieces = Pieces(1 << 3);
    pub(crate) const PREPOSITION: Pieces = Pieces(1 << 4);
    pub(crate) const AND: Pieces = Pieces(1 << 5);
    pub(crate) const COMMA: Pieces = Pieces(1 << 6);
    pub(crate) const DASH: Pieces = Pieces(1 << 7);
    pub(crate) const OPEN: Pieces = Pieces(1 << 8);
    pub(crate) const CLOSE: Pieces = Pieces(1 << 9);
    pub(crate) const COLON: Pieces = Pieces(1 << 10);
    pub(crate) const SEMICOLON: Pieces = Pieces(1 << 11);
    pub(crate) const RELATIVE: Pieces = Pieces(1 << 12);
    pub(crate) const THAT: Pieces = Pieces(1 << 13);
    pub(crate) const SUBORDINATOR: Pieces = Pieces(1 << 14);
    pub(crate) const INCLUDING: Pieces = Pieces(1 << 15);
    pub(crate) const AMONG: Pieces = Pieces(1 << 16);
    pub(crate) const EXCLUDING: Pieces = Pieces(1 << 17);
    pub(crate) const ADVERB: Pieces = Pieces(1 << 18);
    pub(crate) const OTHER: Pieces = Pieces(1 << 19);
    pub(crate) const NONE: Pieces = Pieces(0);
    /// What introduces parts of what stands before it: "including", "among them", "excluding".
    pub(crate) const OF_PARTS: Pieces =
        Pieces(Self::INCLUDING.0 | Self::AMONG.0 | Self::EXCLUDING.0);

    /// The set of `piece` alone.
    pub(crate) fn of(piece: &Piece) -> Pieces {
        match piece {
            Piece::Phrase(_) => Self::PHRASE,
            Piece::Verb(_) => Self::VERB,
            Piece::Toll(_) => Self::TOLL,
            Piece::Total => Self::TOTAL,
            Piece::Preposition => Self::PREPOSITION,
            Piece::And => Self::AND,
            Piece::Comma => Self::COMMA,
            Piece::Dash => Self::DASH,
            Piece::Open => Self::OPEN,
            Piece::Close => Self::CLOSE,
            Piece::Colon => Self::COLON,
            Piece::Semicolon => Self::SEMICOLON,
            Piece::Relative => Self::RELATIVE,
            Piece::That => Self::THAT,
            Piece::Subordinator => Self::SUBORDINATOR,
            Piece::Including => Self::INCLUDING,
            Piece::Among => Self::AMONG,
            Piece::Excluding => Self::EXCLUDING,
            Piece::Adverb => Self::ADVERB,
            Piece::Other => Self::OTHER,
        }
    }
    /// Whether `piece` is in the set.
    pub(crate) fn has(self, piece: &Piece) -> bool {
        self.meets(Self::of(piece))
    }
    /// Whether the sets share a piece.
    pub(crate) fn meets(self, other: Pieces) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Pieces {
    type Output = Pieces;

    fn bitor(self, other: Pieces) -> Pieces {
        Pieces(self.0 | other.0)
    }
}

/// A piece with its tokens.
#[derive(Clone, Debug)]
pub(crate) struct Chunk {
    pub(crate) piece: Piece,
    pub(crate) span: Range<usize>,
}

impl Chunk {
    /// The noun phrase, if the chunk is one.
    pub(crate) fn phrase(&self) -> Option<&Phrase> {
        match &self.piece {
            Piece::Phrase(phrase) => Some(phrase),
            _ => None,
        }
    }
    /// The verb group, if the chunk is one.
    pub(crate) fn verb(&self) -> Option<&VerbGroup> {
        match &self.piece {
            Piece::Verb(verb) => Some(verb),
            _ => None,
        }
    }
}

/// The most words from the second of two people to their verb.
const LONGEST_BEHIND: usize = 6;

/// Cuts the tokens of one sentence into chunks, in place of those of the sentence before.
pub(crate) fn cut(text: &str, tokens: &[Token], out: &mut Vec<Chunk>) {
    out.clear();
    out.reserve(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let chunk = chunk(text, tokens, at);
        at = chunk.span.end.max(at + 1);
        // "--" is one dash.
        match out.last_mut() {
            Some(Chunk {
                piece: Piece::Dash,
                span,
            }) if matches!(chunk.piece, Piece::Dash) => span.end = chunk.span.end,
            _ => {
                out.push(chunk);
                take_for_one(tokens, out);
            }
        }
    }
}

/// Takes the last chunk for one person where its noun has no article because of what stands before it: "the mayor's wife
/// and son", "his son, cousin and driver", "one police officer and civilian".
fn take_for_one(tokens: &[Token], chunks: &mut [Chunk]) {
    let [rest @ .., joint, last] = chunks else {
        return;
    };
    let Piece::Phrase(noun) = &mut last.piece else {
        return;
    };
    let bare = noun.head == Head::Person && noun.quantity.is_none() && noun.span == noun.words;
    let singular = (tokens.get(noun.words.end.wrapping_sub(1)))
        .and_then(|token| token.entry.person)
        .is_some_and(|person| person.singular && !person.plural);
    if !bare || !singular {
        return;
    }
    let owned = within(tokens, joint.span.clone())
        .iter()
        .any(|token| token.kind == Kind::Possessive);
    let kin = is_at(tokens, noun.words.end.wrapping_sub(1), Class::Kin);
    let listed = matches!(joint.piece, Piece::And | Piece::Comma)
        && rest.last().is_some_and(|before| {
            let counted = before
                .phrase()
                .and_then(|phrase| phrase.quantity)
                .is_some_and(|quantity| quantity.is_one());
            // "a father and son", "A guard and driver were hurt"
            let two = || kin || are_two(tokens, noun.words.end);
            let single = |phrase: &Phrase| phrase.head == Head::OnePerson && two();
            counted
                || before.phrase().is_some_and(single)
                || before
                    .phrase()
                    .is_some_and(|phrase| is_ones_own(tokens, phrase))
        });
    // "have murdered director of the port"
    let killed = matches!(&joint.piece, Piece::Verb(verb) if verb.role == Role::Harm(Outcome::Killed)
        && verb.frame == Frame::Object
        && !matches!(verb.form, Form::Passive | Form::Adjective));
    if owned || listed || killed {
        (noun.head, noun.definite) = (Head::Name, true);
    }
}

/// Whether the verb behind the token `end` is a plural's.
fn are_two(tokens: &[Token], end: usize) -> bool {
    let mut behind = tokens.iter().skip(end).take(LONGEST_BEHIND);
    let verb = behind.find(|token| token.is(Class::Be) || token.entry.verb.is_some());
    verb.is_some_and(|verb| verb.is(Class::PluralVerb))
}

/// Whether a phrase is one person by whom he or she belongs to, or by the one before: "his son".
fn is_ones_own(tokens: &[Token], phrase: &Phrase) -> bool {
    let own = is_at(tokens, phrase.span.start, Class::Own);
    phrase.head == Head::Name && (own || phrase.definite && phrase.span == phrase.words)
}

fn chunk(text: &str, tokens: &[Token], at: usize) -> Chunk {
    let token = token_at(tokens, at);
    let one = |piece: Piece| Chunk {
        piece,
        span: at..at + 1,
    };
    if let Some(toll) = token.entry.toll {
        return one(Piece::Toll(toll));
    }
    if let Some((toll, end)) = number_of(tokens, at) {
        return Chunk {
            piece: Piece::Toll(toll),
            span: at..end,
        };
    }
    if token.is(Class::Total)
        && !is_total_of_other(text, tokens, at)
        && announces_number(text, tokens, at)
        && !is_number_of_people(tokens, at)
    {
        return one(Piece::Total);
    }
    if is_attributive(tokens, at) {
        return one(Piece::Other);
    }
    let may_be_verb = token.kind == Kind::Word && opens_verb_group(token);
    if may_be_verb
        && starts_verb_first(tokens, at)
        && let Some(verb) = verb_group(tokens, at)
    {
        return Chunk {
            span: at..verb.end,
            piece: Piece::Verb(verb),
        };
    }
    let plain_sign = matches!(token.kind, Kind::Sign(_)) && !token.entry.is_known();
    if !plain_sign
        && let Some(found) = phrase(text, tokens, at)
            .filter(|found| found.head != Head::Unknown || found.quantity.is_some())
    {
        return Chunk {
            span: found.span.clone(),
            piece: Piece::Phrase(found),
        };
    }
    if may_be_verb && let Some(verb) = verb_group(tokens, at) {
        return Chunk {
            span: at..verb.end,
            piece: Piece::Verb(verb),
        };
    }
    // "Two raiders shelled the post but were killed": the same people.
    let goes_on = token.is(Class::But)
        && is_at(tokens, at + 1, Class::Be)
        && (tokens.get(at + 2)).is_some_and(|next| next.entry.verb.is_some());
    one(if goes_on { Piece::And } else { small(token) })
}

/// Whether a verb is to be tried before a noun phrase: the word is an auxiliary, a verb or an adjective of outcome and
/// no article or number stands here.
fn starts_verb_first(tokens: &[Token], at: usize) -> bool {
    let token = token_at(tokens, at);
    let entry = token.entry;
    let auxiliary = entry.classes.meets(
        const {
            Classes::of(&[
                Class::Be,
                Class::Have,
                Class::Modal,
                Class::Do,
                Class::Get,
                Class::Leave,
                Class::Suffer,
            ])
        },
    );
    if auxiliary && !token.is(Class::Determiner) {
        return true;
    }
    let told = entry.verb.is_some() || entry.adjective.is_some();
    if !told || entry.number.is_some() {
        return false;
    }
    // "wounded soldiers", "dead civilians": an adjective before its noun is no predicate.
    let before_noun = tokens.get(at + 1).is_some_and(|next| {
        next.entry.person.is_some_and(|person| person.plural) && next.entry.number.is_none()
    });
    let attributive = before_noun
        && at.checked_sub(1).is_none_or(|before| {
            is_at(tokens, before, Class::Preposition) || is_at(tokens, before, Class::And)
        });
    !attributive && !is_owned_noun(tokens, at) && !is_noun_use(tokens, at)
}

/// "outside the affected area", "the abandoned and damaged houses": a participle between an article and its noun, which is no
/// word for people.
fn is_attributive(tokens: &[Token], at: usize) -> bool {
    let entry = token_at(tokens, at).entry;
    let participle = || {
        entry.adjective == Some(Outcome::Affected)
            || (entry.verb).is_some_and(|verb| verb.outcome == Some(Outcome::Affected))
    };
    let article = || {
        at.checked_sub(1)
            .is_some_and(|before| is_at(tokens, before, Class::Determiner))
    };
    let noun = || {
        tokens.get(at + 1).is_some_and(|next| {
            next.kind == Kind::Word && !super::victim::breaks(next) && next.entry.person.is_none()
        })
    };
    entry.is(Class::Trigger) && participle() && article() && noun()
}

/// Whether a word that can be a verb is a noun here, behind a possessive or an article: "of his wounds".
fn is_owned_noun(tokens: &[Token], at: usize) -> bool {
    let owned = at.checked_sub(1).is_some_and(|before| {
        is_at(tokens, before, Class::Determiner) && !is_at(tokens, before, Class::That)
    });
    let present = token_at(tokens, at).entry.verb.is_some_and(|verb| {
        !verb.forms.has(Forms::PAST)
            && !verb.forms.has(Forms::PARTICIPLE)
            && !verb.forms.has(Forms::GERUND)
    });
    owned && present && token_at(tokens, at).entry.adjective.is_none()
}

/// Whether a word that is noun and verb ("murders") is used as a noun here: an article or adjective stands before it.
fn is_noun_use(tokens: &[Token], at: usize) -> bool {
    token_at(tokens, at).entry.noun.is_some() && is_at(tokens, at + 1, Class::Of)
}

/// Words that lead from a running total to its number: "the figure is now", "the total to".
pub(crate) const TO_NUMBER: Classes = Classes::of(&[
    Class::To,
    Class::Be,
    Class::Of,
    Class::Preposition,
    Class::Now,
]);

/// Whether "the total" or "the figure" is followed by a number: "the figure is 41", "bringing the total to 27".
fn announces_number(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens
        .iter()
        .enumerate()
        .skip(at + 1)
        .take(6)
        .any(|(next, token)| {
            let joint =
                next > at + 1 && (token_at(tokens, next - 1).entry.classes.meets(TO_NUMBER));
            joint
                && token.kind != Kind::Sign(',')
                && super::quantity::quantity(text, tokens, next).is_some()
        })
}

/// "a total population of 10 million", "the total counties to 23": how much there is of something that the word right behind
/// names, and that nobody suffers.
fn is_total_of_other(text: &str, tokens: &[Token], at: usize) -> bool {
    let (next, behind) = (token_at(tokens, at + 1), tokens.get(at + 2));
    let counts = next.entry.toll.is_some() || next.entry.noun.is_some();
    let other = !next.entry.is_known() || next.is(Class::Thing) || next.is(Class::Topic);
    let named = next.kind == Kind::Word && other && !counts;
    let several = || has_shape(next.text(text), Shape::Plural);
    let goes_on = |token: &Token| {
        token.is(Class::Be) || token.is(Class::Of) || token.is(Class::To) && several()
    };
    named && behind.is_some_and(goes_on)
}

/// "put the number of passengers at 118": how many there were, whatever became of them.
fn is_number_of_people(tokens: &[Token], at: usize) -> bool {
    let whom = tokens
        .get(at + 2)
        .filter(|_| is_at(tokens, at + 1, Class::Of));
    whom.is_some_and(|whom| {
        whom.entry.person.is_some() && !whom.is(Class::Victims) && whom.entry.noun.is_none()
    })
}

/// The most words between "the number of" and what happened to them.
const LONGEST_WHOM: usize = 6;

/// "the number of civilians killed": a running total that says of whom and of what, and the index after it.
fn number_of(tokens: &[Token], at: usize) -> Option<(TollWord, usize)> {
    if !is_at(tokens, at, Class::Total) || !tokens.get(at + 1)?.is(Class::Of) {
        return None;
    }
    let the = usize::from(tokens.get(at + 2)?.is(Class::Determiner));
    let start = at + 2 + the;
    let told = tokens
        .iter()
        .skip(start)
        .take(LONGEST_WHOM)
        .position(|token| {
            token.entry.adjective.is_some()
                || happening(token).is_some()
                || token
                    .entry
                    .verb
                    .is_some_and(|verb| verb.forms.has(Forms::PARTICIPLE))
        })?;
    let verb = token_at(tokens, start + told).entry;
    let happened = happening(token_at(tokens, start + told));
    let outcome = verb
        .adjective
        .or(happened)
        .or(verb.verb.and_then(|verb| verb.outcome));
    let mut whom = within(tokens, start..start + told);
    // "the number of workers who have died", "the number of people Orlen has killed"
    let killer = |token: &Token| token.is_capital() && !token.entry.is_known();
    while let [rest @ .., last] = whom
        && (last.is(Class::Relative)
            || last.is(Class::Have)
            || last.is(Class::Be)
            || last.is(Class::Pronoun)
            || killer(last))
    {
        whom = rest;
    }
    let person = whom.last().and_then(|token| token.entry.person);
    let plain = whom
        .iter()
        .all(|token| token.kind == Kind::Word && token.entry.number.is_none());
    // "the number of the dead", "the number of confirmed deaths"
    let those = the == 1 && told == 0 && verb.adjective.is_some() || happened.is_some();
    (plain && outcome.is_some() && (person.is_some() || those)).then_some((
        TollWord {
            outcome,
            group: person.map(|person| person.group),
        },
        start + told + 1,
    ))
}

/// What a plural noun says that happened: "deaths".
fn happening(token: &Token) -> Option<Outcome> {
    let plural = |noun: &OutcomeNoun| noun.plural && noun.kind == OutcomeNounKind::Event;
    token.entry.noun.filter(plural).map(|noun| noun.outcome)
}

fn small(token: &Token) -> Piece {
    match token.kind {
        Kind::Sign(',') => return Piece::Comma,
        Kind::Sign(':') => return Piece::Colon,
        Kind::Sign(';') => return Piece::Semicolon,
        Kind::Sign('(' | '[') => return Piece::Open,
        Kind::Sign(')' | ']') => return Piece::Close,
        Kind::Sign('/' | '|') => return Piece::Semicolon,
        _ => {}
    }
    if token.is_dash() {
        return Piece::Dash;
    }
    if token.is(Class::Including) {
        Piece::Including
    } else if token.is(Class::Among) {
        Piece::Among
    } else if token.is(Class::Excluding) {
        Piece::Excluding
    } else if token.is(Class::Relative) && !token.is(Class::That) {
        Piece::Relative
    } else if token.is(Class::That) {
        Piece::That
    } else if token.is(Class::And) {
        Piece::And
    } else if token.is(Class::Subordinator) || token.is(Class::But) {
        Piece::Subordinator
    } else if token.is(Class::Preposition) {
        Piece::Preposition
    } else if token.is(Class::Adverb) || token.is_quote() {
        Piece::Adverb
    } else {
        Piece::Other
    }
}
