//! Where: the place that a sentence opens with, labels or calls hardest hit, and that of another event.

use super::time::is_day;
use crate::extract::lexicon::{Class, Classes};
use crate::extract::text::{Token, is_at, token_at, within};

/// Words of another event.
const OTHER_PLACE: Classes = Classes::of(&[Class::OtherEvent, Class::Elsewhere]);

/// The most words behind a label that is a place.
const LONGEST_LABELLED: usize = 15;

/// "In the village of Abrin alone", "In the coastal village of Tuwaym": the place that a sentence opens with.
pub(super) fn opening_place(text: &str, tokens: &[Token], classes: &Classes) -> Option<String> {
    let alone = classes
        .has(Class::Alone)
        .then(|| tokens.iter().position(|token| token.is(Class::Alone)))
        .flatten()
        .filter(|&at| {
            at > 1 && token_at(tokens, at - 1).is_capital() && !is_day(token_at(tokens, at - 1))
        });
    if let Some(at) = alone {
        return name_ending(text, tokens, at);
    }
    if !tokens.first()?.is(Class::In) {
        return None;
    }
    let word = tokens
        .iter()
        .take(6)
        .position(|token| token.is(Class::PlaceWord))?;
    // "In Betsa province": the name stands before the word.
    let before = within(tokens, 1..word.max(1));
    let named = before.iter().rev().take_while(|token| token.is_capital());
    let start = word - named.count();
    // "In the southern Orlen city of Sarn"
    let of = word + 1;
    let told = is_at(tokens, of, Class::Of) && tokens.get(of + 1).is_some_and(Token::is_capital);
    if start < word && !told {
        return Some(slice(text, tokens, start, word));
    }
    let of = of + usize::from(is_at(tokens, of, Class::Of));
    let end = (of..tokens.len())
        .find(|&at| !token_at(tokens, at).is_capital())
        .unwrap_or(tokens.len());
    (end > of).then(|| slice(text, tokens, of, end))
}

/// "The province of Betsa was hardest hit, with 24 dead": the place that a sentence sets against others.
pub(super) fn hardest_hit(text: &str, tokens: &[Token], classes: &Classes) -> Option<String> {
    if !classes.has(Class::HardestHit) {
        return None;
    }
    // "mostly in the worst-hit quarters of Tarn": not all of them.
    let hit = (tokens.iter()).position(|token| token.is(Class::HardestHit))?;
    let mostly = |at: usize| is_at(tokens, at, Class::Adverb) && is_at(tokens, at + 1, Class::In);
    if (hit.saturating_sub(3)..hit).any(mostly) {
        return None;
    }
    let named = |token: &Token| {
        token.is_capital() && !token.entry.is_trigger() && !token.is(Class::PlaceWord)
    };
    // "Tarn remains the worst-hit region": a name that opens the sentence is no word of any table.
    let opens = |token: &Token| named(token) && token.entry.classes == Classes::EMPTY;
    let first = usize::from(!tokens.first().is_some_and(opens));
    let mut start = (first..tokens.len()).find(|&at| named(token_at(tokens, at)))?;
    // "South Orlen"
    let part =
        |at: &usize| is_at(tokens, *at, Class::PlaceWord) && token_at(tokens, *at).is_capital();
    start = start.checked_sub(1).filter(part).unwrap_or(start);
    let end = (start + 1..tokens.len())
        .find(|&at| !named(token_at(tokens, at)))
        .unwrap_or(tokens.len());
    Some(slice(text, tokens, start, end))
}

/// "Upper Hald: 31 dead" in a list or a bulletin: the place before the colon. A title's first words are its topic.
pub(super) fn label_place(text: &str, tokens: &[Token]) -> Option<String> {
    let colon = tokens
        .iter()
        .take(5)
        .position(|token| token.is_sign(':'))
        .filter(|&at| at > 0)?;
    // "RAMPUR: Twelve people died when ...": a dateline.
    if tokens.len() - colon > LONGEST_LABELLED {
        return None;
    }
    let name = within(tokens, ..colon).iter().all(|token| {
        let plain = token.entry.person.is_none()
            && token.entry.number.is_none()
            && !token.entry.is_trigger();
        (token.is_capital() || token.is(Class::PlaceWord))
            && plain
            && !token.is(Class::Event)
            && !token.is(Class::Time)
            && !token.is(Class::Total)
            && !token.is(Class::Topic)
            && !token.is(Class::Adverb)
            && !token.is(Class::Official)
            && token.entry.force.is_none()
            && token.entry.reporting.is_none()
    });
    name.then(|| slice(text, tokens, 0, colon))
}

/// "Separately, a crash in Benhali", "floods in neighbouring Oland": where another event was.
pub(super) fn other_place(text: &str, tokens: &[Token], classes: &Classes) -> Option<String> {
    if !classes.meets(OTHER_PLACE) {
        return None;
    }
    let other = |token: &Token| token.is(Class::OtherEvent) || token.is(Class::Elsewhere);
    let cue = tokens.iter().position(other)?;
    let start = (cue..tokens.len().saturating_sub(1)).find(|&at| {
        (is_at(tokens, at, Class::In) || is_at(tokens, at, Class::Elsewhere))
            && token_at(tokens, at + 1).is_capital()
    })? + 1;
    let end = (start..tokens.len())
        .find(|&at| !token_at(tokens, at).is_capital())
        .unwrap_or(tokens.len());
    Some(slice(text, tokens, start, end))
}

fn name_ending(text: &str, tokens: &[Token], end: usize) -> Option<String> {
    let start = (0..end)
        .rev()
        .take_while(|&at| {
            token_at(tokens, at).is_capital() && !is_at(tokens, at, Class::Preposition)
        })
        .last()?;
    Some(slice(text, tokens, start, end))
}

fn slice(text: &str, tokens: &[Token], start: usize, end: usize) -> String {
    text.get(token_at(tokens, start).start..tokens[end - 1].end)
        .unwrap_or_default()
        .to_owned()
}
