//! The tokens of a source's name: where it starts and ends beside its verb, and what makes a name a source.

use super::{Source, Voice, is_noun_use};
use crate::extract::lexicon::{
    Class, Classes, Forms, NumberKind, Shape, has_shape, without_article,
};
use crate::extract::text::{Case, Kind, Token, any_is, is_at, on_one_line, token_at, within};
use crate::extract::victim::breaks;
use crate::letters::lower;
use crate::model::{Group, Status};
use std::ops::Range;

/// The most words that a source's name may have.
const LONGEST_NAME: usize = 14;
/// The most words in ", in its interim report".
const LONGEST_STATEMENT: usize = 6;
/// The most words of a dateline before its dash.
const LONGEST_DATELINE: usize = 8;
/// The most words of a person's name behind an office.
const LONGEST_PERSON: usize = 4;
/// The most words that describe an office before its name.
const MOST_MODIFIERS: usize = 3;
/// The most words from a document to the name of who issued it.
const LONGEST_DOCUMENT: usize = 9;
/// The most words between commas that describe a source.
const LONGEST_APPOSITION: usize = 30;

/// "was able to verify": whether the verb at `at` stands behind such words.
pub(super) fn follows_able_to(tokens: &[Token], at: usize) -> bool {
    matches!(within(tokens, ..at), [.., able, to] if able.is(Class::Able) && to.is(Class::To))
}

/// Where the adverbs and auxiliaries before a verb start.
pub(super) fn left_edge(tokens: &[Token], at: usize) -> usize {
    let mut edge = at;
    if follows_able_to(tokens, at) {
        edge -= 2;
    }
    // "officials first spoke of"
    let first = |token: &Token| token.entry.number == Some((NumberKind::Ordinal, 1));
    if edge > 1 && first(token_at(tokens, edge - 1)) && !token_at(tokens, edge - 1).is_capital() {
        edge -= 1;
    }
    while edge > 0
        && token_at(tokens, edge - 1).entry.classes.meets(
            const {
                Classes::of(&[
                    Class::Have,
                    Class::Be,
                    Class::Do,
                    Class::Adverb,
                    Class::Modal,
                    Class::Both,
                ])
            },
        )
        && !token_at(tokens, edge - 1).is_capital()
    {
        edge -= 1;
    }
    edge
}

/// "in its interim report said", "in a statement Monday said": the end of the subject before the words that say where it
/// spoke. `end` = where they end.
fn before_statement(tokens: &[Token], end: usize) -> usize {
    let day = end > 1 && is_at(tokens, end - 1, Class::Weekday);
    let last = end - usize::from(day);
    let on = day && is_at(tokens, last - 1, Class::Preposition);
    let stated = (last - usize::from(on)).checked_sub(1).is_some_and(|last| {
        let last = token_at(tokens, last);
        !last.is_capital() && (last.is(Class::SayingNoun) || last.is(Class::Anaphor))
    });
    let opens = |at: &usize| {
        let next = token_at(tokens, at + 1);
        let article =
            next.is(Class::Own) || next.is(Class::Indefinite) || next.is(Class::Determiner);
        is_at(tokens, *at, Class::In) && article
    };
    let Some(at) = (end.saturating_sub(LONGEST_STATEMENT).max(1)..end.saturating_sub(1))
        .rev()
        .find(opens)
        .filter(|_| stated)
    else {
        return end;
    };
    let comma = token_at(tokens, at - 1).is_sign(',');
    if comma && apposition(tokens, at).is_none() {
        at - 1
    } else {
        at
    }
}

/// The words for a person or an office that a sentence opens with: "The regional governor", "Mayor Imre Dost", "The envoy,
/// Ana Rell,". What they did need be no word of saying.
pub(super) fn opening_subject(tokens: &[Token]) -> Option<Range<usize>> {
    // "ORLEN (Wire) - A splinter group"
    let capitals = tokens
        .first()
        .is_some_and(|first| first.case == Case::Upper);
    let mut opening = within(tokens, ..LONGEST_DATELINE.min(tokens.len())).iter();
    if let Some(dash) = opening.position(Token::is_dash).filter(|_| capitals) {
        let behind = opening_subject(within(tokens, dash + 1..))?;
        return Some(behind.start + dash + 1..behind.end + dash + 1);
    }
    let speaks = |token: &Token| {
        token.is_capital()
            || token.is(Class::Official)
            || token.is(Class::Outlet)
            || token.entry.person.is_some()
    };
    let describes = |token: &Token| {
        let known = token.entry.number.is_some()
            || token.entry.verb.is_some()
            || token.entry.reporting.is_some();
        !speaks(token) && !known && !breaks(token)
    };
    let article = usize::from(
        tokens
            .first()
            .is_some_and(|first| first.is(Class::Determiner) || first.is(Class::Indefinite)),
    );
    if article == 0
        && tokens
            .first()
            .is_some_and(|first| breaks(first) || first.is(Class::Adverb))
    {
        return None;
    }
    let mut end = article;
    loop {
        let before = within(tokens, end..).iter().take(MOST_MODIFIERS);
        end += before.take_while(|token| describes(token)).count();
        let words = within(tokens, end..)
            .iter()
            .take(LONGEST_NAME)
            .take_while(|token| {
                speaks(token) || token.kind == Kind::Possessive || token.is_sign('&')
            });
        let words = words.count();
        if words == 0 {
            return None;
        }
        end += words;
        // "the head of the relief agency", "the navy's top officer", "the United Nations' envoy"
        let of = is_at(tokens, end, Class::Of);
        let owner = (tokens.get(end))
            .is_some_and(|next| matches!(next.kind, Kind::Sign('\'' | '\u{2019}')));
        let owns = owner || token_at(tokens, end - 1).kind == Kind::Possessive;
        if !of && !owns || end > LONGEST_NAME {
            break;
        }
        end += usize::from(of || owner);
        end += usize::from(of && is_at(tokens, end, Class::Determiner));
    }
    Some(0..end_with_name(tokens, 0..end))
}

/// The tokens of the subject of the reporting verb at `at`.
pub(super) fn subject_span(tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let mut end = before_statement(tokens, left_edge(tokens, at));
    let mut start = end;
    if end >= 2 && token_at(tokens, end - 1).is_sign(',') {
        let comma = (end.saturating_sub(LONGEST_NAME)..end - 1)
            .rev()
            .find(|&index| token_at(tokens, index).is_sign(','))
            .filter(|&open| open > 0 && !token_at(tokens, open - 1).is_quote());
        let open = apposition(tokens, end).or(comma)?;
        // "The mayor, Imre Dost, told": the name belongs to the office.
        let names = within(tokens, open + 1..end - 1)
            .iter()
            .all(|token| token.is_capital() || token.is_sign('.'));
        end = if names { end - 1 } else { open };
        start = open;
    }
    let name_before = |mut start: usize, end: usize| {
        while start > 0 && end - start < LONGEST_NAME && !stops_name(tokens, start - 1) {
            start -= 1;
        }
        start
    };
    start = name_before(start, end);
    // "A nurse who treated the wounded said", "an official who gave no name said"
    if let Some(who) = start
        .checked_sub(1)
        .filter(|&who| is_at(tokens, who, Class::Relative))
        && who > 0
        && (token_at(tokens, who - 1).entry.person.is_some()
            || is_at(tokens, who - 1, Class::Official))
        && !is_at(tokens, who, Class::That)
        // "the man who they say", "the man who police say"
        && !(token_at(tokens, start).entry.classes)
            .meets(const { Classes::of(&[Class::Pronoun, Class::PluralSource]) })
    {
        (start, end) = (name_before(who, who), who);
        // "after a boycott by rebels who accused"
        let by = (start..end).rfind(|&by| is_at(tokens, by, Class::By));
        start = by.map_or(start, |by| by + 1);
    }
    // "A group that claimed"
    if start + 1 < end && is_at(tokens, end - 1, Class::That) {
        end -= 1;
    }
    // "The army spoke of losses and said": no subject of its own.
    if start < end && is_at(tokens, end - 1, Class::And) {
        return None;
    }
    // A clause before "and": "40 died and police said".
    let verb = (start..end).rposition(|at| {
        let token = token_at(tokens, at);
        token
            .entry
            .classes
            .meets(const { Classes::of(&[Class::Be, Class::Have]) })
            || token.entry.verb.is_some_and(|verb| {
                // "Save the Pupils": a name, no clause.
                let named = token.is_capital() && !verb.forms.has(Forms::PAST);
                // "the mountain rescue service": part of an office's name.
                let office = verb.forms.has(Forms::BASE)
                    && within(tokens, at + 1..end)
                        .first()
                        .is_some_and(|next| next.is(Class::Official));
                // "the head of rescue operations"
                let noun = verb.forms.has(Forms::BASE)
                    && at
                        .checked_sub(1)
                        .is_some_and(|before| is_at(tokens, before, Class::Of));
                // "killing four in a raid the army says"
                let counts = tokens.get(at + 1).is_some_and(Token::is_number);
                let deed = verb.outcome.is_some() && (token.entry.noun.is_none() || counts);
                deed && !named && !office && !noun
            })
    });
    if let Some(verb) = verb {
        let and = within(tokens, start + verb..end)
            .iter()
            .rposition(|token| token.is(Class::And))?;
        start += verb + and + 1;
    }
    // "A train hit a bus on Monday and police said"
    let apart = |at: &usize| {
        let before = within(tokens, start + 1..*at);
        is_at(tokens, *at, Class::And)
            && (before.last()).is_some_and(|last| last.is(Class::Weekday))
    };
    if let Some(and) = (start + 1..end).rfind(apart) {
        start = and + 1;
    }
    // "there were people inside and we believe", "40 people it says": the pronoun alone.
    if let [.., _, last] = within(tokens, start..end)
        && last.is(Class::Pronoun)
        && !last.is_capital()
    {
        start = end - 1;
    }
    // "The president Monday described", "The army last week claimed"
    while end > start + 1
        && (is_at(tokens, end - 1, Class::Weekday) || is_at(tokens, end - 1, Class::Recent))
    {
        end -= 1;
    }
    // "(AP) A video shows"
    let closes = |at: &usize| token_at(tokens, *at).is_sign(')');
    if let Some(close) = (start..end).rfind(closes)
        && !(start + 1..close).any(|at| token_at(tokens, at).is_sign('('))
    {
        start = close + 1;
    }
    let start = after_opening(tokens, start..end);
    (start < end).then_some(start..end)
}

/// Where a subject starts behind what may open its clause: "and", "later", "on Wednesday", "in the morning".
fn after_opening(tokens: &[Token], words: Range<usize>) -> usize {
    let mut start = words.start;
    while start < words.end {
        let token = token_at(tokens, start);
        let opens = token.entry.classes.meets(
            const { Classes::of(&[Class::And, Class::Adverb, Class::Weekday, Class::MonthName]) },
        ) || token.is(Class::Preposition) && !token.is(Class::Unnamed);
        let day = token.is(Class::Determiner)
            && (within(tokens, start + 1..words.end).first())
                .is_some_and(|next| next.is(Class::Time) && next.entry.person.is_none())
            // "The Evening Post"
            && !within(tokens, start + 1..words.end).iter().take(2).all(Token::is_capital);
        // "By Monday night"
        let hour = start > words.start && token.is(Class::Time) && !token.is_capital();
        if !opens && !day && !hour {
            break;
        }
        start += 1 + usize::from(day);
    }
    start
}

/// Where the words between commas before the verb at `verb` start that describe its subject: "The mayor, a former judge,
/// told", "The monitor, which relies on volunteers, said". The index of the first comma.
pub(super) fn apposition(tokens: &[Token], verb: usize) -> Option<usize> {
    let close = verb
        .checked_sub(1)
        .filter(|&close| token_at(tokens, close).is_sign(','))?;
    let describes = |open: usize| {
        let (name, first) = (token_at(tokens, open - 1), token_at(tokens, open + 1));
        let inner = || within(tokens, open + 1..close).iter();
        // "a group that monitors arrests"
        let done = |token: &Token| token.entry.verb.is_some_and(|verb| verb.outcome.is_some());
        let tells = inner().any(|token| done(token) && token.entry.noun.is_none());
        let office = !tells
            && inner().any(|token| token.is(Class::Official) || token.entry.person.is_some());
        // "in Sarn, where a wall fell, said Fauzi" describes a place.
        let who = first.is(Class::Relative) && !first.is(Class::Locative);
        let opens =
            first.is(Class::Indefinite) || first.is(Class::Determiner) || !first.is_capital();
        let subject = name.is_capital()
            || name.is(Class::Official)
            || name.is(Class::Outlet)
            || name.is_sign(')')
            // "Two security officials, speaking on condition of anonymity, said"
            || name.entry.person.is_some()
                && (who || first.entry.reporting.is_some());
        let named = (name.is(Class::Official) || name.entry.person.is_some())
            && within(tokens, open + 1..close)
                .iter()
                .all(|token| token.is_capital() || token.is_sign('.'));
        // "The officer in charge of the state, Ana Rell, put": the name of the one before.
        let person = open + 2 < close
            && (within(tokens, open + 1..close).iter())
                .all(|token| token.is_capital() || token.is_sign('.'))
            && (within(tokens, open.saturating_sub(LONGEST_NAME)..open)
                .iter()
                .rev())
            .take_while(|token| !matches!(token.kind, Kind::Sign(_)))
            .any(|token| token.is(Class::Official));
        person
            || subject
                && (named
                    || who
                    || first.is(Class::Known)
                    || first.entry.reporting.is_some()
                    || opens && office
                    || first.kind == Kind::Digits && open + 2 == close)
    };
    (close.saturating_sub(LONGEST_APPOSITION).max(1)..close.saturating_sub(1))
        .rev()
        .take_while(|&open| !token_at(tokens, open).is_quote())
        .filter(|&open| token_at(tokens, open).is_sign(','))
        .find(|&open| describes(open))
}

fn stops_name(tokens: &[Token], at: usize) -> bool {
    let token = token_at(tokens, at);
    match token.kind {
        Kind::Possessive => false,
        Kind::Sign('.') => at > 0 && token_at(tokens, at - 1).text_len() > 3,
        Kind::Sign('(' | ')' | '&' | '/') => false,
        // "the rebels' spokesman"
        Kind::Sign('\'' | '\u{2019}') => {
            let owner = at.checked_sub(1).map(|owner| token_at(tokens, owner).entry);
            let people =
                owner.is_some_and(|owner| owner.person.is_some_and(|person| person.plural));
            token.spaced || !people || !is_at(tokens, at + 1, Class::Official)
        }
        Kind::Sign(_) => true,
        Kind::Digits | Kind::Compound => true,
        Kind::Word => {
            // "after police say"
            let says = (tokens.get(at + 2)).is_some_and(|verb| verb.entry.reporting.is_some());
            let alone = token.is(Class::Subordinator) && (says || !token.is(Class::Preposition));
            // "86 people officials say died"
            let people = |token: &Token| token.entry.person.is_some_and(|person| person.plural);
            let counted = token
                .entry
                .person
                .is_some_and(|person| person.group == Group::People)
                && people(token)
                && !token.is_capital()
                && tokens.get(at + 1).is_some_and(people);
            alone
                || counted
                || token.is(Class::DaysAfter)
                || token.is(Class::That) && is_at(tokens, at + 1, Class::PluralSource)
                || token.is(Class::But)
                || token.is(Class::Relative) && !token.is(Class::Determiner)
                || token.entry.reporting.is_some()
                    && !token.is(Class::Unnamed)
                    && token.entry.noun.is_none()
                    && !token.is(Class::Tally)
                    && !is_noun_use(tokens, at)
        }
    }
}

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
fn end_with_name(tokens: &[Token], office: Range<usize>) -> usize {
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
    let has = |class: Class| any_is(words, class);
    let pronoun = words.len() == 1 && words[0].is(Class::Pronoun);
    // "No group has claimed"
    if words[0].is(Class::No) {
        return None;
    }
    // Whoever says "we" inside a quotation is named beside it.
    if pronoun && words[0].is(Class::FirstPerson) {
        return None;
    }
    let sourcelike = words.iter().any(|token| {
        token.is(Class::Official)
            || token.is(Class::Outlet)
            || token.is(Class::Unnamed)
            || token.is(Class::Tally)
            || token.is(Class::Anaphor)
            || token.entry.force.is_some()
            || token.entry.person.is_some()
            || token.is_capital()
    });
    // "an earlier toll", "one count": no source by itself.
    let toll = words.last().is_some_and(|last| {
        let name = last.is_capital() && !last.text(text).contains(char::is_whitespace);
        (last.entry.toll.is_some() || last.is(Class::Total)) && !name
    });
    let counted = toll || words.iter().any(|token| token.kind == Kind::Digits);
    // Whoever stands behind "according to" speaks.
    let sourcelike = sourcelike || is_at(tokens, cue, Class::According);
    if !sourcelike && !pronoun || counted {
        return None;
    }
    let start = span.start
        + usize::from(words.len() > 1 && words[0].is(Class::Determiner) && words[1].is_capital());
    let name = without_repetition(slice(text, tokens, start..span.end));
    let only_unnamed = words.iter().all(|token| {
        token.is(Class::Unnamed)
            || token.is(Class::Determiner)
            || token.is(Class::Possible)
            || !token.is_capital() && !token.is(Class::Official) && token.entry.person.is_none()
    }) && has(Class::Unnamed);
    // "the group said": the source just named, unless there is none.
    let again = matches!(words, [the, .., last]
        if the.is(Class::Determiner)
            && !the.is(Class::Additive)
            && (last.is(Class::Anaphor) || last.is(Class::Official))
            && words.len() <= 3
            && words[1..].iter().all(|token| !token.is_capital())
            && (words.len() == 2 || words[1].is(Class::Same)));
    let voice = match voice {
        Voice::Named if pronoun => Voice::Pronoun,
        Voice::Named if again => Voice::Again,
        Voice::Named if only_unnamed => Voice::Unnamed,
        other => other,
    };
    // "Radio Sarn's reporter" speaks for himself, "local TV" does not.
    let speaks = |(at, token): (usize, &Token)| {
        let describes = words.get(at + 1).is_some_and(|next| next.is(Class::Outlet));
        token.entry.person.is_some() && !token.is(Class::Outlet) && !describes
    };
    let outlet = has(Class::Outlet) && !tally && !words.iter().enumerate().any(speaks);
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
    let made = by == span.start + 1 && report.is(Class::Unnamed)
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
            || token.is(Class::Adverb) && !token.is_capital()
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
