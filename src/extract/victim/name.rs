//! Names: "Imre Dost", "Colonel Dost".

use super::{Head, Phrase, breaks};
use crate::extract::lexicon::{Class, HYPHENS};
use crate::extract::text::{Case, Kind, Token, within};
use crate::letters::is_capital;
use crate::model::Group;

/// A run of capitalised words from `at` on, with titles and initials among them: a name.
pub(super) fn name(text: &str, tokens: &[Token], mut phrase: Phrase, at: usize) -> Option<Phrase> {
    let mut end = at;
    while tokens
        .get(end)
        .is_some_and(|token| is_part(text, token) || is_title(tokens, end))
        || end > at && is_dot_of_initial(tokens, end)
    {
        end += 1;
    }
    let words = within(tokens, at..end);
    let title = words
        .iter()
        .rev()
        .find_map(|token| token.entry.person.filter(|person| person.singular));
    let small = words.iter().all(|token| token.case == Case::Lower);
    if end == at || small && title.is_none() {
        return None;
    }
    phrase.span.end = end;
    phrase.words = at..end;
    phrase.group = title.map_or(Group::People, |person| person.group);
    phrase.head = Head::Name;
    Some(phrase)
}

/// The most words of a person's own name.
const LONGEST_OWN_NAME: usize = 4;

/// Where the name ends that starts at `at`, behind the noun for the person who has it: "her son Jon Orm". Without one,
/// `at` itself.
pub(super) fn own_name_end(text: &str, tokens: &[Token], at: usize) -> usize {
    let rest = tokens.iter().skip(at).take(LONGEST_OWN_NAME);
    let plain = |token: &&Token| is_part(text, token) && token.entry.person.is_none();
    at + rest.take_while(plain).count()
}

/// Whether a word is written like a part of a name ("Dost", "al-Dost") and is not known as something else.
fn is_part(text: &str, token: &Token) -> bool {
    let particle = || {
        token.kind == Kind::Word
            && token.hyphened
            && (token.text(text).split_once(HYPHENS))
                .is_some_and(|(_, rest)| rest.starts_with(is_capital))
    };
    (token.is_capital() || particle())
        && !breaks(token)
        && !token.entry.is_trigger()
        && token.entry.bound_before.is_none()
        && token.entry.verb.is_none()
        && !token.is(Class::Causative)
        && !token.is(Class::Adverb)
        && !token.is(Class::MonthName)
        && !token.is(Class::Weekday)
}

/// Whether the token at `at` is a title before or in a name: "president Dost".
fn is_title(tokens: &[Token], at: usize) -> bool {
    let capital = |at: usize| tokens.get(at).is_some_and(Token::is_capital);
    tokens.get(at).is_some_and(|token| {
        token.entry.person.is_some_and(|person| person.singular) && !token.is(Class::Time)
    }) && (capital(at) || capital(at + 1))
}

/// Whether the token at `at` is the full stop of an initial or of a short title.
fn is_dot_of_initial(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.is_sign('.'))
        && at
            .checked_sub(1)
            .and_then(|before| tokens.get(before))
            .is_some_and(|before| before.text_len() <= 3)
}
