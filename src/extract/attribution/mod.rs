//! Who stands behind a figure: sources named in a sentence, aliases learnt from the text, and what the next sentence
//! inherits.

mod covering;
mod memory;
mod name;
mod subject;

pub(crate) use covering::covering;
pub(crate) use memory::{Memory, same_source};

use crate::extract::lexicon::{
    Class, Classes, Forms, NumberKind, OutcomeNoun, OutcomeNounKind, Shape, has_shape,
    without_article,
};
use crate::extract::outcome::is_feared_dead;
use crate::extract::text::{Kind, Token, any_is, is_at, token_at, within};
use crate::model::Status;
use name::{named, source_right, starts_name};
use std::ops::Range;
use subject::{apposition, follows_able_to, opening_subject, subject_span};

/// The most words that a source in a headline has beside the colon.
const LONGEST_HEADLINE_SOURCE: usize = 4;

/// The most words from a number to the comma and the source behind it, which speaks of that number alone.
const NEAR: usize = 4;

/// The most words of a source's name before a colon and a number.
const LONGEST_LABEL: usize = 6;

/// The most words that describe an office before its name.
const MOST_BEFORE_OFFICE: usize = 3;

/// The fewest words that a headline has beside its source: fewer are a label's.
const SHORTEST_HEADLINE: usize = 3;

/// The most words between the head of a subject and its verb.
const MOST_BEFORE_VERB: usize = 6;

/// The most words from "the ministry's" to "count".
const MOST_BEFORE_COUNT: usize = 3;

/// The most words from "reported" to its "as saying".
const LONGEST_CITED: usize = 10;

/// The most words in "the government's tally".
const LONGEST_OWNER: usize = 8;

/// Words that make a source of what stands beside them.
const CUES: Classes = Classes::of(&[
    Class::Saying,
    Class::Possessive,
    Class::According,
    Class::Citing,
    Class::Reportedly,
    Class::Revise,
    Class::By,
    Class::Per,
]);

/// The same, and the colon of a label.
const CUES_AND_COLON: Classes = CUES.with(Class::Colon);

/// A source that a sentence mentions.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// Its name as printed, without a leading article; empty for "reportedly".
    pub(crate) name: String,
    pub(crate) voice: Voice,
    /// Tokens of the name.
    pub(crate) span: Range<usize>,
    /// Index of the word that makes it a source.
    pub(crate) cue: usize,
    /// What the reporting verb makes of the figure.
    pub(crate) status: Status,
    /// Whether it is an outlet, which relays, and does not count itself.
    pub(crate) outlet: bool,
    /// The outlet that it spoke to.
    pub(crate) told: Option<String>,
}

impl Source {
    /// Whether it had said so before: "the ministry had put".
    pub(crate) fn is_past(&self, tokens: &[Token]) -> bool {
        let before = within(tokens, ..self.cue)
            .iter()
            .rev()
            .find(|token| !token.is(Class::Adverb));
        self.span.end <= self.cue && before.is_some_and(|token| token.is(Class::Had))
    }
}

/// How a source speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// By name or office.
    Named,
    /// "reports", "local media", "reportedly".
    Unnamed,
    /// "he", "it": the source of the sentence before.
    Pronoun,
    /// "the group": the source of the sentence before, or else itself.
    Again,
    /// "citing": it counted, and another source of the sentence relays it.
    Cited,
}

/// Puts the sources of one sentence into `found`, in order, and nothing else. `classes` = all classes of its words.
pub(crate) fn find_sources(
    text: &str,
    tokens: &[Token],
    classes: &Classes,
    is_headline: bool,
    found: &mut Vec<Source>,
) {
    found.clear();
    // A source may stand before the colon of a label.
    if !is_headline && !classes.meets(CUES_AND_COLON) {
        return;
    }
    for at in 0..tokens.len() {
        let token = token_at(tokens, at);
        // Most words make a source of nothing; a dash does in a headline.
        if !is_headline && !token.entry.classes.meets(CUES_AND_COLON) {
            continue;
        }
        let parts = || token.is_sign(':') || token.is_dash() && token.spaced;
        let source = if is_headline && parts() {
            headline_source(text, tokens, at)
        } else if token.is_sign(':') && at <= LONGEST_LABEL {
            label_source(text, tokens, at)
        } else if token.kind == Kind::Possessive {
            owner_of_count(text, tokens, at)
        } else if !token.entry.classes.meets(CUES) {
            continue;
        } else if token.is(Class::According) {
            source_right(text, tokens, at, Voice::Named)
        } else if token.is(Class::Citing) || quotes_as_saying(text, tokens, at) {
            let (cited, carrier) = cited(text, tokens, at);
            found.extend(carrier);
            cited
        } else if token.is(Class::Per) && names_after_per(tokens, at) {
            source_right(text, tokens, at, Voice::Named)
        } else if token.is(Class::Reportedly) {
            (!tells_in_passing(tokens, at)).then(|| nobody(at, Status::Reported))
        } else if let Some(status) = token.entry.reporting {
            joined_by_participle(text, tokens, at, status, found.last())
                .or_else(|| reporting(text, tokens, at, status))
                .or_else(|| goes_on(tokens, at, status, found.last()))
        } else if token.is(Class::By) {
            owner_of_tally(text, tokens, at)
        } else {
            None
        };
        let source = source.or_else(|| raiser_of_toll(text, tokens, at));
        if let Some(source) = source.filter(|source| {
            !found.iter().any(|other| {
                other.span == source.span && other.cue == source.cue && !source.span.is_empty()
            })
        }) {
            found.push(source);
        }
    }
}

/// "State television quoted police as saying", "the mayor was quoted by the radio", ", citing the mayor": who is cited at
/// `at`, and who relays it.
fn cited(text: &str, tokens: &[Token], at: usize) -> (Option<Source>, Option<Source>) {
    let carrier = || {
        (token_at(tokens, at).entry.reporting)
            .and_then(|status| reporting(text, tokens, at, status))
    };
    if has_shape(token_at(tokens, at).text(text), Shape::Gerund) {
        return (source_right(text, tokens, at, Voice::Cited), None);
    }
    let passive = at
        .checked_sub(1)
        .is_some_and(|before| is_at(tokens, before, Class::Be));
    if passive {
        let subject = subject_span(tokens, at);
        let subject = subject.and_then(|span| named(text, tokens, span, at, Voice::Cited));
        return (subject, carrier());
    }
    // "A source, quoted by the radio, said": its own verb follows.
    if is_at(tokens, at + 1, Class::By) {
        return (None, None);
    }
    (source_right(text, tokens, at, Voice::Cited), carrier())
}

/// "The agency reported a ministry source as saying": whether such words follow the verb at `at`.
fn quotes_as_saying(text: &str, tokens: &[Token], at: usize) -> bool {
    let says = |token: &Token| {
        token.entry.reporting.is_some() && has_shape(token.text(text), Shape::Gerund)
    };
    let rest = within(tokens, at + 1..tokens.len().min(at + LONGEST_CITED));
    let pair = |pair: &[Token]| pair[0].is(Class::Subordinator) && says(&pair[1]);
    let other = |token: &Token| token.entry.reporting.is_some();
    is_at(tokens, at, Class::Saying)
        && (rest.windows(2).position(pair)).is_some_and(|end| !rest[..end].iter().any(other))
}

/// "per the Coastal Monitor", "per a Tarn County statement", and not "per day".
fn names_after_per(tokens: &[Token], at: usize) -> bool {
    let article =
        is_at(tokens, at + 1, Class::Determiner) || is_at(tokens, at + 1, Class::Indefinite);
    let the = usize::from(article);
    let name = |next: &Token| next.is_capital() || the == 1 && next.is(Class::Official);
    tokens.get(at + 1 + the).is_some_and(name)
}

/// "a boat that was reportedly overloaded sank": whether the word at `at` speaks of nobody's fate.
fn tells_in_passing(tokens: &[Token], at: usize) -> bool {
    let mut before = within(tokens, at.saturating_sub(2)..at).iter();
    let relative = before.any(|token| token.is(Class::Relative) || token.is(Class::That));
    let near = within(tokens, at + 1..tokens.len().min(at + NEAR));
    relative
        && !near
            .iter()
            .any(|token| token.is_number() || token.entry.is_trigger())
}

/// A source that nobody names: "reportedly".
fn nobody(cue: usize, status: Status) -> Source {
    Source {
        name: String::new(),
        voice: Voice::Unnamed,
        span: cue..cue,
        cue,
        status,
        outlet: false,
        told: None,
    }
}

/// "did not say", "could not independently verify": who does not say so is no source of it.
fn is_negated(tokens: &[Token], at: usize) -> bool {
    let helps = |token: &&Token| {
        let helpers = const {
            Classes::of(&[
                Class::Adverb,
                Class::Modal,
                Class::Do,
                Class::Have,
                Class::Negation,
            ])
        };
        token.entry.classes.meets(helpers)
    };
    let mut before = within(tokens, ..at).iter().rev().take_while(helps);
    before.any(|token| token.is(Class::Negation))
}

/// The source on the short side of a headline's colon or behind its dash: "Official: 5 soldiers killed", "Fire kills
/// over 60: TV", "12 dead - mayor". A name in capitals behind a dash is the site's own.
fn headline_source(text: &str, tokens: &[Token], colon: usize) -> Option<Source> {
    let after = colon + 1..tokens.len();
    if token_at(tokens, colon).is_dash() {
        let small = after.len() <= LONGEST_HEADLINE_SOURCE
            && within(tokens, after.clone())
                .iter()
                .all(|token| is_plain_name(token) && !token.is_capital());
        return small
            .then(|| named(text, tokens, after, colon, Voice::Named))
            .flatten();
    }
    let short = |span: &Range<usize>| {
        (1..=LONGEST_HEADLINE_SOURCE).contains(&span.len())
            && within(tokens, span.clone()).iter().all(is_plain_name)
            && (within(tokens, span.clone()).iter())
                .any(|token| token.is(Class::Official) || token.is(Class::Outlet))
    };
    let span = [after, 0..colon].into_iter().find(short)?;
    let rest = tokens.len() - span.len() - 1;
    (rest >= SHORTEST_HEADLINE)
        .then(|| named(text, tokens, span, colon, Voice::Named))
        .flatten()
}

/// "Ministry of Health: 1,204 dead": who counts, before a colon and a number. "Police: 12 killed" tells of whom.
fn label_source(text: &str, tokens: &[Token], colon: usize) -> Option<Source> {
    let label = within(tokens, ..colon);
    let office = |token: &Token| {
        (token.is(Class::Official) || token.is(Class::Outlet))
            && token.entry.person.is_none()
            && token.entry.force.is_none()
    };
    let next = tokens.get(colon + 1)?;
    let counts = next.kind == Kind::Digits
        || next.entry.number.is_some()
        || next.entry.bound_before.is_some();
    let names = label.iter().all(is_plain_name) && label.iter().any(office);
    (counts && names)
        .then(|| named(text, tokens, 0..colon, colon, Voice::Named))
        .flatten()
}

/// Whether a word can stand in a source's name that says nothing else.
fn is_plain_name(token: &Token) -> bool {
    let tells =
        token.entry.verb.is_some() || token.entry.adjective.is_some() || token.entry.noun.is_some();
    token.kind == Kind::Word && token.entry.number.is_none() && !tells
}

/// The source of a reporting verb at `at`: its subject, or what follows in "said the mayor".
fn reporting(text: &str, tokens: &[Token], at: usize, status: Status) -> Option<Source> {
    let before = within(tokens, ..at)
        .iter()
        .rev()
        .find(|token| !token.is(Class::Adverb));
    let gerund = || has_shape(token_at(tokens, at).text(text), Shape::Gerund);
    let be = before.is_some_and(|token| token.is(Class::Be));
    let passive = be && !gerund();
    // "a strike claimed by the Front": no figure was.
    let taken = is_at(tokens, at, Class::Taker) && is_at(tokens, at + 1, Class::By);
    if is_of_thing(tokens, at, status, passive, before)
        || is_feared_dead(tokens, at)
        || tells_what_happened(text, tokens, at, before)
        || taken
    {
        return None;
    }
    if passive {
        return is_at(tokens, at + 1, Class::By)
            .then(|| source_right(text, tokens, at + 1, Voice::Named))
            .flatten()
            .map(|source| Source { status, ..source });
    }
    if token_at(tokens, at)
        .entry
        .verb
        .is_some_and(|verb| !verb.forms.has(Forms::BASE))
    {
        return None;
    }
    let confirms = is_at(tokens, at, Class::Confirm);
    // "was trying to verify reports"
    let tries = || matches!(within(tokens, ..at), [.., tries, to] if tries.is(Class::Plan) && to.is(Class::To));
    if confirms && (tries() || be && gerund()) {
        return Some(nobody(at, Status::Possible));
    }
    // "was shot, reports said"
    let said = || {
        tokens
            .get(at + 1)
            .is_some_and(|next| next.entry.reporting.is_some())
    };
    let reports = is_at(tokens, at, Class::Unnamed) && said();
    if reports || is_noun_use(tokens, at) || is_taking_lives(tokens, at) {
        return None;
    }
    if is_negated(tokens, at) {
        return confirms.then(|| nobody(at, Status::Possible));
    }
    if is_inverted(tokens, at) {
        return source_right(text, tokens, at, Voice::Named)
            .map(|source| Source { status, ..source });
    }
    let span = subject_span(tokens, at).or_else(|| before_which(tokens, at))?;
    if says_nothing(tokens, at, &span, before) {
        return None;
    }
    let source = named(text, tokens, span, at, Voice::Named)?;
    let told = told_outlet(text, tokens, at).filter(|_| !source.outlet);
    Some(Source {
        status,
        told,
        ..source
    })
}

/// Whether the reporting verb at `at`, behind the word `before`, only says what somebody or something is.
fn is_of_thing(
    tokens: &[Token],
    at: usize,
    status: Status,
    passive: bool,
    before: Option<&Token>,
) -> bool {
    // "men believed to be members of the front": who they are.
    let believed = matches!(status, Status::Possible | Status::Feared) && !passive;
    // "a shark estimated to be 18 feet long", "the most feared group"
    let told = status == Status::Reported && !passive && is_at(tokens, at + 2, Class::Be);
    let most = believed && before.is_some_and(|token| token.is(Class::Worst));
    (believed || told) && is_at(tokens, at + 1, Class::To) || most
}

/// Whether the reporting verb at `at` tells what happened to the people or to the thing of the word `before`.
fn tells_what_happened(text: &str, tokens: &[Token], at: usize, before: Option<&Token>) -> bool {
    // "12 people reported missing", "two officials reported killed": what happened to them.
    let people = |token: &Token| {
        token.is_number() || token.entry.person.is_some() && !token.is(Class::Official)
    };
    // "the largest loss of life reported in Orlen"
    let happened = |token: &Token| {
        let noun = |noun: OutcomeNoun| noun.kind != OutcomeNounKind::Person;
        token.is(Class::Event) || token.entry.noun.is_some_and(noun)
    };
    let behind = (tokens.get(at + 1)).is_some_and(|next| next.is(Class::Preposition));
    // "in Orlen and White Sarn states in the north"
    let states = token_at(tokens, at).is(Class::PlaceWord);
    let told = |next: &Token| {
        let done = (next.entry.verb).is_some_and(|verb| verb.outcome.is_some());
        next.entry.adjective.is_some() || done && !has_shape(next.text(text), Shape::Gerund)
    };
    behind && (states || before.is_some_and(happened))
        || tokens.get(at + 1).is_some_and(told) && before.is_some_and(people)
}

/// Whether the verb at `at`, behind the word `before`, has a subject in `span` that says nothing by it.
fn says_nothing(tokens: &[Token], at: usize, span: &Range<usize>, before: Option<&Token>) -> bool {
    // "saying its teams had counted": whoever says so.
    let told = span
        .start
        .checked_sub(1)
        .map(|before| token_at(tokens, before));
    let said = told.is_some_and(|told| told.is(Class::That) || told.entry.reporting.is_some());
    // "so their families could give them a burial": nothing is said yet.
    let could = before.is_some_and(|token| token.is(Class::Hypothetical));
    // "That state has recorded nine deaths": a place.
    let place = || is_at(tokens, span.end - 1, Class::PlaceWord);
    could && told.is_some_and(|told| told.is(Class::Subordinator))
        || said && is_at(tokens, span.start, Class::Own)
        || is_at(tokens, at, Class::Counting) && (place() || is_at(tokens, at + 1, Class::With))
}

/// "a clinic run by Doctors for Tarn, which said": the capital words before the relative one.
fn before_which(tokens: &[Token], at: usize) -> Option<Range<usize>> {
    // "Orlen Watch, which has recorded"
    let has = at > 0 && is_at(tokens, at - 1, Class::Have) && !is_at(tokens, at - 1, Class::Had);
    let at = at - usize::from(has);
    let end = at
        .checked_sub(2)
        .filter(|&comma| token_at(tokens, comma).is_sign(','))?;
    // "Doctors for Tarn (DFT), which said"
    let bracket = end >= 3
        && token_at(tokens, end - 1).is_sign(')')
        && token_at(tokens, end - 3).is_sign('(');
    let end = end - 3 * usize::from(bracket);
    let joins = const { Classes::of(&[Class::Of, Class::Preposition, Class::Determiner]) };
    let part = |token: &Token| token.is_capital() || token.entry.classes.meets(joins);
    let words = within(tokens, ..end)
        .iter()
        .rev()
        .take_while(|token| part(token));
    let start = end - words.count();
    let start = start
        + within(tokens, start..end)
            .iter()
            .position(Token::is_capital)?;
    is_at(tokens, at - 1, Class::Relative).then_some(start..end)
}

/// "The spokesman confirmed the attack but put the toll at two": the subject of the verb before speaks again.
fn goes_on(tokens: &[Token], at: usize, status: Status, last: Option<&Source>) -> Option<Source> {
    let last = last.filter(|last| last.span.end <= last.cue && last.voice != Voice::Unnamed)?;
    let joint = (within(tokens, ..at).iter())
        .rposition(|token| !token.is(Class::Adverb) && !token.is(Class::Have))?;
    let joins = is_at(tokens, joint, Class::And) || is_at(tokens, joint, Class::But);
    let plain = |token: &Token| !matches!(token.kind, Kind::Sign(_)) && !token.is(Class::Relative);
    let said = within(tokens, last.cue..joint).iter().rev();
    (joins && said.skip_while(|token| token.is_sign(',')).all(plain)).then(|| Source {
        cue: at,
        span: last.span.start..last.span.end,
        status,
        ..last.clone()
    })
}

/// "The group gave a higher figure, saying", "The army called off the search, adding", `"...," she said, noting`: who the
/// sentence is about speaks.
fn joined_by_participle(
    text: &str,
    tokens: &[Token],
    at: usize,
    status: Status,
    last: Option<&Source>,
) -> Option<Source> {
    let comma = at
        .checked_sub(1)
        .is_some_and(|before| token_at(tokens, before).is_sign(','));
    if !comma || !has_shape(token_at(tokens, at).text(text), Shape::Gerund) {
        return None;
    }
    let spoke = |source: &&Source| {
        let cue = token_at(tokens, source.cue);
        cue.entry.reporting.is_some() || cue.is(Class::According)
    };
    if let Some(last) = last.filter(spoke) {
        return Some(Source {
            cue: at,
            status,
            ..last.clone()
        });
    }
    let subject = opening_subject(tokens)?;
    named(text, tokens, subject, at, Voice::Named).map(|source| Source { status, ..source })
}

/// "The mayor told Radio Sarn that": the outlet that relays what its guest says.
fn told_outlet(text: &str, tokens: &[Token], at: usize) -> Option<String> {
    if !is_at(tokens, at, Class::Telling) {
        return None;
    }
    let outlet = source_right(text, tokens, at, Voice::Named)?;
    // "told a news conference" names no outlet.
    let last = tokens.get(outlet.span.end.wrapping_sub(1));
    let medium = last.is_some_and(|last| last.is(Class::Outlet) || last.is_capital());
    // "told the WXA"
    let acronym = outlet.name.len() > 2
        && !last.is_some_and(|last| last.is(Class::Official))
        && without_article(&outlet.name)
            .bytes()
            .all(|byte| byte.is_ascii_uppercase());
    (outlet.outlet && medium || acronym).then_some(outlet.name)
}

/// "93 were taken, by the government's tally": whose tally it is. `by` = where the word before it stands.
fn owner_of_tally(text: &str, tokens: &[Token], by: usize) -> Option<Source> {
    let start = by + 1;
    // "by its count": whoever spoke before.
    if let Some([own, tally]) = tokens.get(start..start + 2)
        && own.is(Class::Own)
        && (tally.is(Class::Tally) || tally.is(Class::SayingNoun))
    {
        return Some(Source {
            name: own.text(text).to_owned(),
            voice: Voice::Pronoun,
            span: start..start + 1,
            ..nobody(by, Status::Reported)
        });
    }
    // "by the count of the centre"
    if let Some([the, tally, of]) = tokens.get(start..start + 3)
        && the.is(Class::Determiner)
        && (tally.is(Class::Tally) || tally.is(Class::SayingNoun))
        && of.is(Class::Of)
    {
        return source_right(text, tokens, start + 2, Voice::Named);
    }
    let near = within(tokens, start..tokens.len().min(start + LONGEST_OWNER));
    let own = near
        .iter()
        .take_while(|token| !matches!(token.kind, Kind::Sign(_)))
        .position(|token| token.kind == Kind::Possessive)?;
    let tally = near.get(own + 1)?;
    let counts = tally.is(Class::Tally) || tally.is(Class::Total) || tally.is(Class::SayingNoun);
    named(text, tokens, start..start + own, by, Voice::Named).filter(|_| counts)
}

/// "The health ministry's own count stands at 87": whose count it is. `own` = where the possessive stands.
fn owner_of_count(text: &str, tokens: &[Token], own: usize) -> Option<Source> {
    let near = within(tokens, own + 1..).iter().take(MOST_BEFORE_COUNT);
    let mut near = near.take_while(|token| token.kind == Kind::Word);
    let counts = near.any(|token| token.entry.toll.is_some() || token.is(Class::Total));
    let office = own.checked_sub(1).is_some_and(|before| {
        is_at(tokens, before, Class::Official) || is_at(tokens, before, Class::Outlet)
    });
    let raised = |span: &Range<usize>| any_is(within(tokens, span.clone()), Class::Revise);
    let span = subject_span(tokens, own).filter(|span| counts && office && !raised(span))?;
    named(text, tokens, span, own, Voice::Named)
}

/// "The ministry raised its toll to 172": who changes a toll counts, and no blast that does.
fn raiser_of_toll(text: &str, tokens: &[Token], verb: usize) -> Option<Source> {
    if !is_at(tokens, verb, Class::Revise) {
        return None;
    }
    let (the, rest) = within(tokens, verb + 1..).split_first()?;
    let plain = |token: &&Token| token.kind == Kind::Word && !token.is(Class::Of);
    let counts = (the.is(Class::Determiner) || the.is(Class::Own) || the.is(Class::Indefinite))
        && (rest.iter().take(MOST_BEFORE_COUNT).take_while(plain))
            .any(|toll| toll.entry.toll.is_some() || toll.is(Class::Total));
    let who = |span: &Range<usize>| {
        let mut words = within(tokens, span.clone()).iter();
        !words.any(|word| word.is(Class::Event) || word.is_number())
    };
    let span = subject_span(tokens, verb).filter(|span| counts && who(span))?;
    named(text, tokens, span, verb, Voice::Named)
}

/// The most words from "including" to the comma before what those did.
const LONGEST_INCLUDED: usize = 4;

/// Whether the subject follows the verb of saying at `at`: `"...," said the mayor`. "The mayor, a former judge, said" has
/// it before.
fn is_inverted(tokens: &[Token], at: usize) -> bool {
    let opens = at.checked_sub(1).map(|index| token_at(tokens, index));
    // Who tells has a listener behind the verb.
    // "Alleged rebels shot a clerk": no words of theirs.
    let alleged = at == 0 && is_at(tokens, at, Class::Claimed);
    !alleged
        && !is_at(tokens, at, Class::Telling)
        && opens.is_none_or(|token| token.is_quote() || token.is_sign(','))
        && (within(tokens, at + 1..).iter())
            .find(|token| !token.is(Class::Adverb) || token.is_capital())
            .is_some_and(|next| {
                let one = next.entry.number == Some((NumberKind::Unit, 1));
                starts_name(next) && !next.is(Class::Weekday) && !next.is(Class::That)
                    || one && is_at(tokens, at + 2, Class::Of)
                    || opens_office(tokens, at + 1)
            })
        && apposition(tokens, at).is_none_or(|open| {
            // "60 people, including many pupils, who were at a dance, said a witness"
            let before = open.saturating_sub(LONGEST_INCLUDED)..open;
            any_is(within(tokens, before), Class::Including)
        })
}

/// "said district police chief Imre Dost": whether words that only describe stand before an office at `at`.
fn opens_office(tokens: &[Token], at: usize) -> bool {
    let plain = |token: &&Token| is_plain_name(token) && !super::victim::breaks(token);
    (within(tokens, at..)
        .iter()
        .take(MOST_BEFORE_OFFICE)
        .take_while(plain))
    .any(|token| token.is(Class::Official))
}

/// Whether a word of saying is a noun here: "the state's worst flooding", "the count", "the southern state of".
fn is_noun_use(tokens: &[Token], at: usize) -> bool {
    if is_at(tokens, at, Class::SayingNoun)
        && (!has_plural_subject(tokens, at)
            || is_behind_its_name(tokens, at)
            // "officials in the southern state of Ulden"
            || is_at(tokens, at + 1, Class::Of)
            // "several northern states have"
            || is_at(tokens, at + 1, Class::Have))
    {
        return true;
    }
    if follows_able_to(tokens, at) {
        return false;
    }
    let before = at.checked_sub(1).map(|before| token_at(tokens, before));
    before.is_some_and(|token| {
        // "in two southern states", "received reports"
        let people = token.entry.person.is_some_and(|person| person.plural);
        let plain = !people && !token.is(Class::Official);
        let states = is_at(tokens, at, Class::PlaceWord) || is_at(tokens, at, Class::SayingNoun);
        let counted = states && at > 1 && is_at(tokens, at - 2, Class::Cardinal) && plain;
        let received = is_at(tokens, at, Class::Unnamed) && token.is(Class::Suffer);
        // "two accused gang members"
        token.kind == Kind::Possessive
            || counted
            || received
            || token.is(Class::Cardinal) && (at == 1 || !token.is_capital())
            || token.entry.classes.meets(
                const {
                    Classes::of(&[
                        Class::Determiner,
                        Class::Indefinite,
                        Class::Preposition,
                        Class::Of,
                        Class::No,
                    ])
                },
            ) && !token.is(Class::Pronoun)
                && !token.is(Class::Both)
                && !token.is(Class::Relative)
                && !token.is(Class::That)
    })
}

/// "villagers in Orlen state and": whether a name stands before the word at `at`, and nothing behind it that could be said.
fn is_behind_its_name(tokens: &[Token], at: usize) -> bool {
    let name = |token: &Token| token.is_capital() && token.entry.classes == Classes::EMPTY;
    let said = (tokens.get(at + 1)).is_some_and(|next| next.is(Class::That) || next.is_number());
    at > 0 && name(token_at(tokens, at - 1)) && !said
}

/// Whether the words before the verb at `at` can be the plural subject that its base form needs: "officials state",
/// "reports by the agency state", "Reuters report".
fn has_plural_subject(tokens: &[Token], at: usize) -> bool {
    let plural = |token: &Token| {
        token.entry.person.is_some_and(|person| person.plural)
            || (token.entry.classes).meets(const { Classes::of(&[
                Class::Pronoun,
                Class::PluralSource,
                Class::Modal,
                Class::To,
            ]) })
    };
    let mut before = within(tokens, ..at).iter().rev();
    let last = before.next();
    // "Reuters report", and no "an AFP tally", "a police report"
    let one = before
        .clone()
        .next()
        .is_some_and(|token| token.is(Class::Indefinite));
    let outlet = |token: &Token| !one && token.is_capital() && token.is(Class::Outlet);
    last.is_some_and(|token| !one && plural(token) || outlet(token))
        && !last.is_some_and(|token| token.is(Class::SayingNoun))
        || before
            .take(MOST_BEFORE_VERB)
            .take_while(|token| !matches!(token.kind, Kind::Sign(_)))
            .any(|token| token.is(Class::PluralSource) && !token.is(Class::And))
}

/// "claimed responsibility for the attack", "denied any role", "claims a bombing that killed six", "claimed two attacks in
/// the capital": who did it, and nothing is said of its figures. "Claims an attack killed six" states it.
fn is_of_responsibility(tokens: &[Token], at: usize) -> bool {
    let near = within(tokens, at + 1..);
    let helps = const { Classes::of(&[Class::Be, Class::Have, Class::Pronoun]) };
    let states = |token: &Token| token.entry.verb.is_some() || token.entry.classes.meets(helps);
    let told = |token: &Token| states(token) || token.is(Class::That) || token.is(Class::Event);
    let first = near.iter().take(MOST_BEFORE_VERB).position(told);
    let event = first.filter(|&first| is_at(near, first, Class::Event));
    let credit = event.is_some_and(|event| !near.get(event + 1).is_some_and(states));
    near.iter().take(2).any(|token| token.is(Class::Credit))
        || is_at(tokens, at, Class::Taker) && credit
}

/// "has claimed the lives of", "have claimed the bodies": no claim in the sense of saying.
fn is_taking_lives(tokens: &[Token], at: usize) -> bool {
    let is = |token: &Token, kind: OutcomeNounKind| {
        token.entry.noun.is_some_and(|noun| noun.kind == kind)
    };
    let mut next = tokens.iter().skip(at + 1).take(6);
    let bodies = !is_at(tokens, at + 1, Class::That)
        && next
            .clone()
            .take(2)
            .any(|token| is(token, OutcomeNounKind::Body));
    is_at(tokens, at, Class::Taker)
        && (bodies || next.any(|token| is(token, OutcomeNounKind::Life)))
}
