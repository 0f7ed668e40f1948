//! The tokens of a source's name: where it starts and ends, and what makes a name a source.

use super::subject::before_statement;
use super::{Source, Voice, is_noun_use};
use crate::extract::lexicon::{Class, Classes, Forms, Shape, has_shape, without_article};
use crate::extract::text::{Case, Kind, Token, any_is, is_at, on_one_line, token_at, within};
use crate::letters::lower;
use crate::model::Status;
use std::ops::Range;

/// The most words that a source's name may have.
pub(super) const LONGEST_NAME: usize = 14;
/// The most words of a person's name behind an office.
const LONGEST_PERSON: usize = 4;
/// The most words from a document to the name of who issued it.
const LONGEST_DOCUMENT: usize = 9;

pub(super) fn starts_name(token: &Token) -> bool {
    token.kind == Kind::Word
        && (token.is_capital()
            || token.is(Class::Determiner)
            || token.is(Class::Indefinite)
            || token.is(Class::Official)
            || token.entry.person.is_some())
}

/// The source to the right of `cue`: "according to X", "citing X", "said X".
pub(super) fn source_right(
    text: &str,
    tokens: &[Token],
    cue: usize,
    voice: Voice,
) -> Option<Source> {
    let start = after_document(tokens, cue + 1, tokens.len()).unwrap_or(cue + 1);
    // "According to corroborating sources"
    let describes = |token: &Token| has_shape(token.text(text), Shape::Gerund);
    let opens = is_at(tokens, cue, Class::According) && tokens.get(start).is_some_and(describes);
    let mut end = start + usize::from(opens);
    while end < tokens.len()
        && end - start < LONGEST_NAME
        && !ends_name(text, tokens, end)
        && !(end > start && is_at(tokens, end, Class::That))
    {
        end += 1;
    }
    let end = end_with_name(tokens, start..before_statement(tokens, end).max(start));
    (end > start)
        .then(|| named(text, tokens, start..end, cue, voice))
        .flatten()
}

/// "the militia's leader, Boubacar Diarra": where the name between the commas behind an office ends.
pub(super) fn end_with_name(tokens: &[Token], office: Range<usize>) -> usize {
    let words = within(tokens, office.clone());
    let plain = words.last().is_some_and(|last| {
        !last.is_capital() && (last.is(Class::Official) || last.entry.person.is_some())
    });
    let comma = tokens
        .get(office.end)
        .is_some_and(|token| token.is_sign(','));
    let start = office.end + 1;
    let name = tokens.get(start..).map_or(0, |rest| {
        (rest.iter())
            .take_while(|token| token.is_capital() && token.entry.person.is_none())
            .count()
    });
    let end = start + name;
    let closed = tokens
        .get(end)
        .is_none_or(|token| token.is_sign(',') || token.is_sign('.') || token.is_sign(';'));
    if plain && comma && (2..=LONGEST_PERSON).contains(&name) && closed {
        end
    } else {
        office.end
    }
}

fn ends_name(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = token_at(tokens, at);
    match token.kind {
        Kind::Possessive | Kind::Sign('(' | ')' | '&' | '/') => false,
        // "Lt. Col. Arnel Dimaano"
        Kind::Sign('.') => {
            let short = at.checked_sub(1).is_some_and(|before| {
                let before = token_at(tokens, before);
                before.is_capital() && (before.text_len() <= 3 || before.is(Class::Abbreviation))
            });
            !(short && tokens.get(at + 1).is_some_and(Token::is_capital))
        }
        // "the Sarn Doctors' Network"
        Kind::Sign('\'' | '’') => {
            let owner = at.checked_sub(1).map(|before| token_at(tokens, before));
            let glued = owner.is_some_and(|owner| owner.end == token.start && owner.is_capital());
            !(glued && tokens.get(at + 1).is_some_and(Token::is_capital))
        }
        Kind::Sign(_) | Kind::Digits | Kind::Compound => true,
        Kind::Word => {
            // "said Will Dost"
            let named = token.is(Class::Modal)
                && token.case == Case::Initial
                && tokens
                    .get(at + 1)
                    .is_some_and(|next| next.case == Case::Initial);
            let closed = || {
                let before = at.checked_sub(1).map(|before| token_at(tokens, before));
                before.is_some_and(|last| {
                    last.is_capital() || last.is(Class::Official) || last.is_sign(')')
                })
            };
            token.entry.classes.meets(
                const {
                    Classes::of(&[
                        Class::Be,
                        Class::Have,
                        Class::Relative,
                        Class::That,
                        Class::Subordinator,
                        Class::But,
                        Class::Modal,
                        Class::Weekday,
                    ])
                },
            ) && !token.is(Class::Determiner)
                && !named
                // "the agency covering ten days"
                || closed() && !token.is_capital() && has_shape(token.text(text), Shape::Gerund)
                // "a report published in The Sarn Daily"
                || token.is(Class::Based) && !is_at(tokens, at + 1, Class::In)
                || accuses_of(tokens, at)
                || token.entry.reporting.is_some()
                    && !token.is(Class::Unnamed)
                    && !token.is(Class::Tally)
                    && !is_noun_use(tokens, at)
        }
    }
}

/// "accused by prosecutors of killing three": whether the word at `at` opens what somebody is accused of.
fn accuses_of(tokens: &[Token], at: usize) -> bool {
    let deed = |next: &Token| {
        next.entry
            .verb
            .is_some_and(|verb| verb.forms.has(Forms::GERUND))
    };
    is_at(tokens, at, Class::Of) && tokens.get(at + 1).is_some_and(deed)
}

/// Makes a source of a span of tokens, if they can be one.
pub(super) fn named(
    text: &str,
    tokens: &[Token],
    span: Range<usize>,
    cue: usize,
    voice: Voice,
) -> Option<Source> {
    let mut span = trim(tokens, span);
    if let Some(inner) = reports_by(tokens, &span) {
        span = inner;
    }
    // "a tally by a news agency": the agency counts itself.
    let from = if cue < span.start {
        cue + 1
    } else {
        span.start
    };
    let tally = any_is(within(tokens, from..span.end), Class::Tally);
    if let Some(issuer) = issuer(tokens, &span) {
        span = trim(tokens, issuer);
    }
    span = counter_of_tally(tokens, span);
    let words = tokens.get(span.clone()).filter(|words| !words.is_empty())?;
    // Whoever stands behind "according to" speaks.
    let cited = || is_at(tokens, cue, Class::According);
    if !(is_pronoun(words) || words.iter().any(is_sourcelike) || cited())
        || names_nobody(text, words)
    {
        return None;
    }
    let start = span.start
        + usize::from(words.len() > 1 && words[0].is(Class::Determiner) && words[1].is_capital());
    let name = without_repetition(slice(text, tokens, start..span.end));
    let voice = if voice == Voice::Named {
        voice_of(words)
    } else {
        voice
    };
    let outlet = !tally && is_outlet(words);
    Some(Source {
        name,
        voice,
        span,
        cue,
        status: Status::Reported,
        outlet,
        told: None,
    })
}

/// Whether `words` are one pronoun.
fn is_pronoun(words: &[Token]) -> bool {
    matches!(words, [word] if word.is(Class::Pronoun))
}

/// Whether a word can make a source of those around it.
fn is_sourcelike(token: &Token) -> bool {
    token.is(Class::Official)
        || token.is(Class::Outlet)
        || token.is(Class::Unnamed)
        || token.is(Class::Tally)
        || token.is(Class::Anaphor)
        || token.entry.force.is_some()
        || token.entry.person.is_some()
        || token.is_capital()
}

/// Whether words where a source stands name none.
fn names_nobody(text: &str, words: &[Token]) -> bool {
    let first = |class: Class| words.first().is_some_and(|first| first.is(class));
    // "an earlier toll", "one count": no source by itself.
    let toll = |last: &Token| {
        let name = last.is_capital() && !last.text(text).contains(char::is_whitespace);
        (last.entry.toll.is_some() || last.is(Class::Total)) && !name
    };
    // "No group has claimed"
    first(Class::No)
        // "The number of infected is estimated at", "recorded by June 2"
        || first(Class::Determiner) && words.get(1).is_some_and(toll)
        || words.iter().all(|token| token.is(Class::MonthName))
        // Whoever says "we" inside a quotation is named beside it.
        || any_is(words, Class::FirstPerson)
        || words.last().is_some_and(toll)
        || words.iter().any(|token| token.kind == Kind::Digits)
}

/// How a source that these words name speaks.
fn voice_of(words: &[Token]) -> Voice {
    let unnamed = |token: &Token| {
        token.is(Class::Unnamed)
            || token.is(Class::Determiner)
            || token.is(Class::Possible)
            || !token.is_capital() && !token.is(Class::Official) && token.entry.person.is_none()
    };
    // "the group said": the source just named, unless there is none.
    let again = matches!(words, [the, .., last]
        if the.is(Class::Determiner)
            && !the.is(Class::Additive)
            && (last.is(Class::Anaphor) || last.is(Class::Official))
            && words.len() <= 3
            && words[1..].iter().all(|token| !token.is_capital())
            && (words.len() == 2 || words[1].is(Class::Same)));
    if is_pronoun(words) {
        Voice::Pronoun
    } else if again {
        Voice::Again
    } else if any_is(words, Class::Unnamed) && words.iter().all(unnamed) {
        Voice::Unnamed
    } else {
        Voice::Named
    }
}

/// Whether words name an outlet: "Radio Sarn's reporter" speaks for himself, "local TV" does not.
fn is_outlet(words: &[Token]) -> bool {
    let speaks = |(at, token): (usize, &Token)| {
        let describes = words.get(at + 1).is_some_and(|next| next.is(Class::Outlet));
        token.entry.person.is_some() && !token.is(Class::Outlet) && !describes
    };
    any_is(words, Class::Outlet) && !words.iter().enumerate().any(speaks)
}

/// "BBC and the BBC": one name.
fn without_repetition(name: String) -> String {
    fn small(part: &str) -> impl Iterator<Item = char> {
        without_article(part.trim()).chars().map(lower)
    }
    // Told first, because it seldom holds.
    let end = |part: &str| part.chars().next_back().map(lower);
    let end_of_name = end(&name);
    let repeats = |&at: &usize| {
        let (first, rest) = name.split_at(at);
        if end(first) != end_of_name {
            return false;
        }
        let second = rest.trim_start().split_once(' ').map(|(_, second)| second);
        second.is_some_and(|second| small(first).eq(small(second)))
    };
    match name.match_indices(' ').map(|(at, _)| at).find(repeats) {
        Some(half) => name[..half].to_owned(),
        None => name,
    }
}

/// "reports by the BBC", "an earlier report by state radio": whoever made them.
fn reports_by(tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    let by = (span.start + 1..span.end)
        .find(|&at| is_at(tokens, at, Class::By) || is_at(tokens, at, Class::From))?;
    let report = token_at(tokens, by - 1);
    // "An earlier report by the archive"
    let made = by <= span.start + 2 && report.is(Class::Unnamed)
        || !report.is_capital()
            && !report.is(Class::Tally)
            && (report.is(Class::SayingNoun) || report.is(Class::Unnamed));
    (made && by + 1 < span.end).then(|| trim(tokens, by + 1..span.end))
}

/// "a statement from the ministry", "data compiled by the institute": whose document it is.
fn issuer(tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    if let Some(owner) = owner_of_document(tokens, span) {
        return Some(span.start..owner);
    }
    let start = after_document(tokens, span.start, span.end)?;
    let sourcelike =
        |token: &Token| token.is(Class::Official) || token.is(Class::Outlet) || token.is_capital();
    let names = within(tokens, start..span.end)
        .iter()
        .take(LONGEST_DOCUMENT)
        .any(sourcelike);
    names.then_some(start..span.end)
}

/// "the monitor's latest report": where the 's behind the owner of the document stands.
fn owner_of_document(tokens: &[Token], span: &Range<usize>) -> Option<usize> {
    let last = within(tokens, span.clone()).last()?;
    let document = last.is(Class::Document) && !last.is_capital();
    let own = (span.clone()).rfind(|&at| token_at(tokens, at).kind == Kind::Possessive)?;
    (document && own > span.start).then_some(own)
}

/// The place behind "a report issued on Monday by", where such words stand from `start` on.
fn after_document(tokens: &[Token], start: usize, end: usize) -> Option<usize> {
    let words = || (start..end.min(tokens.len())).take(LONGEST_DOCUMENT);
    let plain = |&at: &usize| {
        let token = token_at(tokens, at);
        let day = token.is(Class::Weekday) || token.is(Class::MonthName);
        token.kind == Kind::Word && (at == start || day || !token.is_capital())
    };
    let document = words()
        .take_while(plain)
        .find(|&at| is_at(tokens, at, Class::Document))?;
    let by = (words().take_while(plain)).find(|&at| {
        at > document && (is_at(tokens, at, Class::By) || is_at(tokens, at, Class::From))
    })?;
    let next = tokens.get(by + 1).filter(|next| starts_name(next))?;
    let day = next.is(Class::Weekday) || next.is(Class::MonthName);
    (by + 1 < end && !day).then_some(by + 1)
}

/// "the monitor's database", "ministry data": the monitor, the ministry.
fn counter_of_tally(tokens: &[Token], span: Range<usize>) -> Range<usize> {
    let tally = span
        .end
        .checked_sub(1)
        .is_some_and(|last| is_at(tokens, last, Class::Tally));
    // "official figures" have no other name.
    let office = |token: &Token| {
        let person = token.entry.person.is_some_and(|person| person.singular);
        (token.is(Class::Official) || token.is(Class::Outlet)) && !person
    };
    if let [.., before, _] = within(tokens, span.clone())
        && tally
        && office(before)
    {
        return span.start..span.end - 1;
    }
    let owner = within(tokens, span.clone())
        .iter()
        .rposition(|token| token.kind == Kind::Possessive);
    match owner.filter(|&owner| tally && owner > 0) {
        Some(owner) => span.start..span.start + owner,
        None => span,
    }
}

/// Takes signs and adverbs off the ends.
fn trim(tokens: &[Token], mut span: Range<usize>) -> Range<usize> {
    let loose = |token: &Token| {
        matches!(token.kind, Kind::Sign(c) if c != ')')
            // "9:38 a.m. State police said"
            || (token.is(Class::Adverb) || token.is(Class::Time)) && !token.is_capital()
    };
    while span.start < span.end && loose(token_at(tokens, span.start)) {
        span.start += 1;
    }
    // "the ministry on Wednesday night"
    let day = |at: &usize| {
        let named =
            is_at(tokens, at + 1, Class::Weekday) || is_at(tokens, at + 1, Class::MonthName);
        is_at(tokens, *at, Class::Preposition) && named
    };
    span.end = (span.start + 1..span.end).find(day).unwrap_or(span.end);
    // "The report further noted", "figures published on Sunday said"
    let hangs =
        const { Classes::of(&[Class::Of, Class::Preposition, Class::Additive, Class::Based]) };
    while span.start < span.end
        && (loose(token_at(tokens, span.end - 1))
            || token_at(tokens, span.end - 1).entry.classes.meets(hangs))
    {
        span.end -= 1;
    }
    span
}

pub(super) fn slice(text: &str, tokens: &[Token], span: Range<usize>) -> String {
    let (Some(first), Some(last)) = (tokens.get(span.start), tokens.get(span.end.wrapping_sub(1)))
    else {
        return String::new();
    };
    on_one_line(text.get(first.start..last.end).unwrap_or_default())
}
