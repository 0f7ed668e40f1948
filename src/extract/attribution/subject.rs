//! The tokens of the subject of a reporting verb: who says so, before the verb or as a sentence opens.

use super::is_noun_use;
use super::name::{LONGEST_NAME, end_with_name};
use crate::extract::lexicon::{Class, Classes, Forms, NumberKind};
use crate::extract::text::{Case, Kind, Token, is_at, token_at, within};
use crate::extract::victim::breaks;
use crate::model::Group;
use std::ops::Range;

/// The most words in ", in its interim report".
const LONGEST_STATEMENT: usize = 6;

/// The most words of a dateline before its dash.
const LONGEST_DATELINE: usize = 8;

/// The most words that describe an office before its name.
const MOST_MODIFIERS: usize = 3;

/// The most words between commas that describe a source.
const LONGEST_APPOSITION: usize = 30;

/// "was able to verify": whether the verb at `at` stands behind such words.
pub(super) fn follows_able_to(tokens: &[Token], at: usize) -> bool {
    matches!(within(tokens, ..at), [.., able, to] if able.is(Class::Able) && to.is(Class::To))
}

/// Where the adverbs and auxiliaries before a verb start.
fn left_edge(tokens: &[Token], at: usize) -> usize {
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
pub(super) fn before_statement(tokens: &[Token], end: usize) -> usize {
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
    let words = before_commas(tokens, before_statement(tokens, left_edge(tokens, at)))?;
    let mut words = before_relative(tokens, words);
    // "A group that claimed"
    if words.len() > 1 && is_at(tokens, words.end - 1, Class::That) {
        words.end -= 1;
    }
    // "The army spoke of losses and said": no subject of its own.
    if !words.is_empty() && is_at(tokens, words.end - 1, Class::And) {
        return None;
    }
    // "killed 12 in what the mayor called an attack": nobody's count.
    let what = |token: &Token| token.is(Class::That) && !token.is(Class::Determiner);
    let what = within(tokens, words.clone()).iter().any(what);
    words.start = behind_clause(tokens, &words)?;
    words.start = behind_day(tokens, &words);
    // "there were people inside and we believe", "40 people it says": the pronoun alone.
    if let [.., _, last] = within(tokens, words.clone())
        && last.is(Class::Pronoun)
        && !last.is_capital()
    {
        words.start = words.end - 1;
    }
    // "The president Monday described", "The army last week claimed"
    while words.len() > 1
        && (is_at(tokens, words.end - 1, Class::Weekday)
            || is_at(tokens, words.end - 1, Class::Recent))
    {
        words.end -= 1;
    }
    words.start = behind_bracket(tokens, &words);
    words.start = after_opening(tokens, words.clone());
    (!what && !words.is_empty()).then_some(words)
}

/// The words before `end` that a subject may take, what stands between commas there passed over.
fn before_commas(tokens: &[Token], end: usize) -> Option<Range<usize>> {
    if end < 2 || !token_at(tokens, end - 1).is_sign(',') {
        return Some(name_before(tokens, end, end)..end);
    }
    let comma = (end.saturating_sub(LONGEST_NAME)..end - 1)
        .rev()
        .find(|&index| token_at(tokens, index).is_sign(','))
        .filter(|&open| open > 0 && !token_at(tokens, open - 1).is_quote());
    let open = apposition(tokens, end).or(comma)?;
    // "The mayor, Imre Dost, told": the name belongs to the office.
    let names = within(tokens, open + 1..end - 1)
        .iter()
        .all(|token| token.is_capital() || token.is_sign('.'));
    let end = if names { end - 1 } else { open };
    Some(name_before(tokens, open, end)..end)
}

/// Where a name starts that holds the words from `start` to `end`.
fn name_before(tokens: &[Token], mut start: usize, end: usize) -> usize {
    while start > 0 && end - start < LONGEST_NAME && !stops_name(tokens, start - 1) {
        start -= 1;
    }
    start
}

/// "A nurse who treated the wounded said", "an official who gave no name said": those before "who", where
/// `words` are the rest of its clause.
fn before_relative(tokens: &[Token], words: Range<usize>) -> Range<usize> {
    let who = (words.start.checked_sub(1))
        .filter(|&who| who > 0 && is_at(tokens, who, Class::Relative))
        .filter(|&who| {
            (token_at(tokens, who - 1).entry.person.is_some()
                || is_at(tokens, who - 1, Class::Official))
                && !is_at(tokens, who, Class::That)
                // "the man who they say", "the man who police say"
                && !(token_at(tokens, words.start).entry.classes)
                    .meets(const { Classes::of(&[Class::Pronoun, Class::PluralSource]) })
        });
    let Some(who) = who else { return words };
    let start = name_before(tokens, who, who);
    // "after a boycott by rebels who accused"
    let by = (start..who).rfind(|&by| is_at(tokens, by, Class::By));
    by.map_or(start, |by| by + 1)..who
}

/// Where a subject starts behind a clause that "and" ends: "40 died and police said". `None` where all is one clause.
fn behind_clause(tokens: &[Token], words: &Range<usize>) -> Option<usize> {
    let Some(verb) = (words.clone()).rposition(|at| is_of_clause(tokens, at, words.end)) else {
        return Some(words.start);
    };
    let verb = words.start + verb;
    let and = within(tokens, verb..words.end)
        .iter()
        .rposition(|token| token.is(Class::And))?;
    Some(verb + and + 1)
}

/// Whether the word at `at` is the verb of a clause that ends before `end`, and no part of a name or an office.
fn is_of_clause(tokens: &[Token], at: usize, end: usize) -> bool {
    let token = token_at(tokens, at);
    let auxiliary = const { Classes::of(&[Class::Be, Class::Have]) };
    token.entry.classes.meets(auxiliary)
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
}

/// "A train hit a bus on Monday and police said": where a subject starts behind a day and "and".
fn behind_day(tokens: &[Token], words: &Range<usize>) -> usize {
    let apart = |at: &usize| {
        let before = within(tokens, words.start + 1..*at);
        is_at(tokens, *at, Class::And)
            && (before.last()).is_some_and(|last| last.is(Class::Weekday))
    };
    let and = (words.start + 1..words.end).rfind(apart);
    and.map_or(words.start, |and| and + 1)
}

/// "(AP) A video shows": where a subject starts behind a bracket that opens before it.
fn behind_bracket(tokens: &[Token], words: &Range<usize>) -> usize {
    let closes = |at: &usize| token_at(tokens, *at).is_sign(')');
    let close = (words.clone())
        .rfind(closes)
        .filter(|&close| !(words.start + 1..close).any(|at| token_at(tokens, at).is_sign('(')));
    close.map_or(words.start, |close| close + 1)
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
        let people = name.entry.person.is_some();
        let subject = name.is_capital()
            || name.is(Class::Official)
            || name.is(Class::Outlet)
            || name.is_sign(')')
            // "Two security officials, speaking on condition of anonymity, said"
            || people && (who || first.entry.reporting.is_some());
        let named = (name.is(Class::Official) || people)
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
            .any(|token| {
                token.is(Class::Official) || token.entry.person.is_some_and(|one| one.singular)
            });
        person
            || named
            || subject
                && (who
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
                || token.is(Class::Occur)
                || token.is(Class::According)
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
