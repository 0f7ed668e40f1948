//! Phrases without a number: "they", "the dead", "a miner", "villagers".

use super::head::head;
use super::name::{name, own_name_end};
use super::{ADULT, Head, LONGEST_MODIFIERS, Phrase, breaks, those_outcome};
use crate::extract::lexicon::{Class, NumberKind, OutcomeNounKind, look_up_printed, seen};
use crate::extract::quantity::quantity;
use crate::extract::text::{Kind, Token, is_at, token_at, within};
use crate::extract::unlikely;
use crate::model::{Group, Outcome, Reason};

/// A phrase without a number, whose noun is searched for from `at` on.
pub(super) fn uncounted(
    text: &str,
    tokens: &[Token],
    mut phrase: Phrase,
    at: usize,
) -> Option<Phrase> {
    let first = token_at(tokens, phrase.span.start);
    // "stabbed her to death", and not "her dead husband"
    let ends = |next: &Token| breaks(next) || next.kind != Kind::Word;
    let alone = || {
        let fate = tokens
            .get(at)
            .is_some_and(|next| next.entry.adjective.is_some());
        fate && tokens.get(at + 1).is_none_or(ends)
    };
    if first.is(Class::Pronoun) && (!first.is(Class::Determiner) || alone()) {
        let end = phrase.span.start + 1;
        phrase.span.end = end;
        phrase.words = end..end;
        phrase.head = Head::Pronoun;
        return Some(phrase);
    }
    if phrase.definite
        && !first.is(Class::That)
        && let Some(outcome) = those(tokens, at)
    {
        (phrase.head, phrase.span.end, phrase.words) = (Head::Those(outcome), at + 1, at..at + 1);
        return Some(phrase);
    }
    if tokens.get(at).is_none_or(opens_nothing) {
        return None;
    }
    let single = first.is(Class::Indefinite) || first.is(Class::Additive) && !phrase.zero;
    if (single || phrase.definite)
        && let Some(found) =
            one(text, tokens, &phrase, at).or_else(|| aged(text, tokens, &phrase, at))
    {
        return Some(found);
    }
    // "a man's body"
    let owned = at > 0 && token_at(tokens, at - 1).kind == Kind::Possessive;
    if let Some(noun) = token_at(tokens, at).entry.noun
        && owned
        && noun.kind == OutcomeNounKind::Body
    {
        (phrase.head, phrase.span.end) = (Head::Outcome(noun.outcome, noun.kind), at + 1);
        (phrase.words, phrase.definite) = (at..at + 1, true);
        return Some(phrase);
    }
    if may_find_people(tokens, at) {
        let mut people = phrase.clone();
        head(text, tokens, &mut people, at, true);
        let known = matches!(people.head, Head::Person | Head::Outcome(..));
        let introduced = at > phrase.span.start;
        if known && (introduced || first.kind == Kind::Word) {
            // "Mother of nine killed"
            people.span.end = age_end(text, tokens, &people).unwrap_or(people.span.end);
            return Some(people);
        }
    }
    // "16-year-old Tomas Bern"
    let age = token_at(tokens, at).kind == Kind::Compound
        && unlikely::compound_reason(text, tokens, at) == Reason::Age;
    name(text, tokens, phrase, at + usize::from(age))
}

/// Whether no noun or name can start with a token: it ends phrases, and is no noun of people itself. Told first, because
/// it holds of a third of all tokens.
pub(super) fn opens_nothing(token: &Token) -> bool {
    breaks(token)
        && token.entry.person.is_none()
        && !token.is(Class::Adverb)
        && !token.is(Class::Become)
}

/// Whether a search for a head from `at` on can find people or what happened to them: it meets a noun of either before
/// a word that ends it. Told first, because there is none behind most words.
fn may_find_people(tokens: &[Token], at: usize) -> bool {
    for token in tokens.iter().skip(at).take(LONGEST_MODIFIERS) {
        let entry = token.entry;
        if entry.person.is_some() || entry.noun.is_some() {
            return true;
        }
        let passed = token.is(Class::Adverb) || token.is_sign(',') || token.is_sign('(');
        let verb = entry.verb.is_some() && those_outcome(token).is_none();
        // "Dost's wife": whose she is.
        let owner = token.kind == Kind::Possessive;
        if owner || !passed && (breaks(token) || entry.toll.is_some() || verb) {
            return false;
        }
    }
    false
}

/// "the dead", "the wounded": what happened to them, where no noun of people follows.
fn those(tokens: &[Token], at: usize) -> Option<Outcome> {
    let outcome = tokens.get(at).and_then(those_outcome)?;
    let ends = tokens.get(at + 1).is_none_or(|next| {
        let verb = next.entry.verb.is_some() || next.entry.reporting.is_some();
        let closed = next.kind != Kind::Word || breaks(next) || verb;
        closed && next.entry.person.is_none()
    });
    ends.then_some(outcome)
}

/// "a miner", "the deaths", "a family of seven": a singular noun of people, or a noun of what happened.
fn one(text: &str, tokens: &[Token], phrase: &Phrase, at: usize) -> Option<Phrase> {
    let mut found = phrase.clone();
    let single = is_at(tokens, phrase.span.start, Class::Indefinite);
    head(text, tokens, &mut found, at, false);
    if found.head == Head::Person
        && found.group == Group::Families
        && let Some(people) = family_of(text, tokens, &found)
    {
        return Some(people);
    }
    if found.head == Head::Person && is_singular_at(tokens, &found) {
        if let Some(end) = age_end(text, tokens, &found) {
            found.span.end = end;
        }
        // "her son Jon": one, not two.
        if is_at(tokens, phrase.span.start, Class::Own) {
            found.span.end = own_name_end(text, tokens, found.span.end);
        }
        let ordinal = within(tokens, at..found.words.end.max(at))
            .iter()
            .any(is_ordinal);
        let another = is_at(tokens, phrase.span.start, Class::Additive);
        // "his friends" and "the man" are known people; only "a man" and "a third man" are counted as one.
        found.head = if ordinal && phrase.definite {
            Head::Thing(Reason::Ordinal)
        } else if phrase.definite && !another && !is_relative_of_one(tokens, phrase, found.span.end)
        {
            Head::Name
        } else {
            Head::OnePerson
        };
        return Some(found);
    }
    // "killed a hostage"
    if single && matches!(found.head, Head::Outcome(_, OutcomeNounKind::Person)) {
        found.head = Head::OnePerson;
        return Some(found);
    }
    matches!(found.head, Head::Outcome(..)).then_some(found)
}

/// "her colleague", "his 15-year-old cousin": somebody else than the one told before. Not "his son and daughter", who are
/// two. `end` = where the words for one end.
fn is_relative_of_one(tokens: &[Token], phrase: &Phrase, end: usize) -> bool {
    let joined = (tokens.get(end)).is_some_and(|next| next.is(Class::And) || next.is_sign(','));
    let another = (tokens.get(end + 1))
        .and_then(|next| next.entry.person)
        .is_some_and(|person| person.singular);
    is_at(tokens, phrase.span.start, Class::OneOwner) && !(joined && another)
}

/// Where "of nine" ends in "a girl of nine": an age.
fn age_end(text: &str, tokens: &[Token], one: &Phrase) -> Option<usize> {
    let person = matches!(one.group, Group::Children | Group::Men | Group::Women);
    let of = tokens.get(one.span.end)?;
    let age = quantity(text, tokens, one.span.end + 1).filter(|_| person && of.is(Class::Of))?;
    let noun = tokens
        .get(age.end)
        .is_some_and(|next| next.entry.person.is_some());
    (!noun && age.high.is_some_and(|years| years <= 115)).then_some(age.end)
}

/// "a family of seven": seven people.
fn family_of(text: &str, tokens: &[Token], family: &Phrase) -> Option<Phrase> {
    let of = family.span.end;
    if !tokens.get(of)?.is(Class::Of) {
        return None;
    }
    let found = quantity(text, tokens, of + 1)?;
    let mut phrase = family.clone();
    (phrase.quantity, phrase.head, phrase.group) = (Some(found), Head::Person, Group::People);
    phrase.span.end = found.end;
    Some(phrase)
}

/// Whether a token is an ordinal in words; "13th" is printed for other reasons, such as dates.
fn is_ordinal(token: &Token) -> bool {
    let printed = token.kind == Kind::Compound;
    matches!(token.entry.number, Some((NumberKind::Ordinal, _))) && !printed
}

/// Whether the head that was found is a singular form.
fn is_singular_at(tokens: &[Token], phrase: &Phrase) -> bool {
    let last = tokens.get(phrase.words.end.wrapping_sub(1));
    // A word that no table has is taken for a person only where one is wanted.
    last.is_some_and(|token| {
        let known = token.entry.person.map(|person| person.singular);
        known.unwrap_or(!token.entry.is_known())
    }) || phrase.words.clone().any(|at| {
        token_at(tokens, at)
            .entry
            .person
            .is_some_and(|person| person.singular && !person.plural)
    })
}

/// "an 8-year-old": one person who is told by the age alone.
fn aged(text: &str, tokens: &[Token], phrase: &Phrase, at: usize) -> Option<Phrase> {
    let token = (tokens.get(at)).filter(|token| token.kind == Kind::Compound || token.hyphened)?;
    let alone = tokens
        .get(at + 1)
        .is_none_or(|next| breaks(next) || next.entry.is_trigger());
    if !alone || unlikely::compound_reason(text, tokens, at) != Reason::Age {
        return None;
    }
    let printed = seen(token.text(text));
    let digits = printed.bytes().take_while(u8::is_ascii_digit);
    let digits = digits.fold(0u64, |sum, digit| {
        sum.saturating_mul(10)
            .saturating_add(u64::from(digit - b'0'))
    });
    // "a three-year-old"
    let word = printed.split('-').next().map(|word| look_up_printed(word));
    let years = word
        .and_then(|word| word.number)
        .map_or(digits, |(_, years)| years);
    let mut one = phrase.clone();
    // "the 8-year-old" is known already.
    one.head = if phrase.definite {
        Head::Name
    } else {
        Head::OnePerson
    };
    (one.span.end, one.words) = (at + 1, at..at + 1);
    if years < ADULT {
        one.group = Group::Children;
    }
    Some(one)
}
