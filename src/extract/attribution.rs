//! Who stands behind a figure: sources named in a sentence, aliases learnt from the text, and what the next sentence
//! inherits.

use super::lexicon::{Class, Forms, OutcomeNounKind, without_article};
use super::text::{Kind, Token, on_one_line};
use crate::model::{Attribution, AttributionKind, Status};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The most words that a source's name may have.
const LONGEST_NAME: usize = 14;

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

/// The sources of one sentence, in order.
pub(crate) fn sources(text: &str, tokens: &[Token]) -> Vec<Source> {
    let mut found: Vec<Source> = Vec::new();
    for at in 0..tokens.len() {
        let token = &tokens[at];
        let source = if token.is(Class::According) {
            source_right(text, tokens, at, Voice::Named)
        } else if token.is(Class::Citing) {
            source_right(text, tokens, at, Voice::Cited)
        } else if token.is(Class::Reportedly) {
            Some(Source {
                name: String::new(),
                voice: Voice::Unnamed,
                span: at..at,
                cue: at,
                status: Status::Reported,
                outlet: false,
            })
        } else if let Some(status) = token.entry.reporting {
            reporting(text, tokens, at, status)
        } else {
            None
        };
        if let Some(source) = source.filter(|source| {
            !found
                .iter()
                .any(|other| other.span == source.span && !source.span.is_empty())
        }) {
            found.push(source);
        }
    }
    found
}

/// The source of a reporting verb at `at`: its subject, or what follows in "said the mayor".
fn reporting(text: &str, tokens: &[Token], at: usize, status: Status) -> Option<Source> {
    let passive = at
        .checked_sub(1)
        .is_some_and(|before| tokens[before].is(Class::Be));
    if passive
        || tokens[at]
            .entry
            .verb
            .is_some_and(|verb| !verb.forms.has(Forms::BASE))
    {
        return None;
    }
    if is_noun_use(tokens, at) || is_taking_lives(tokens, at) {
        return None;
    }
    let before = left_edge(tokens, at);
    let opens = before.checked_sub(1).map(|index| &tokens[index]);
    let inverted = before == at
        && opens.is_none_or(|token| token.is_quote() || token.is_sign(','))
        && tokens.get(at + 1).is_some_and(starts_name);
    if inverted {
        return source_right(text, tokens, at, Voice::Named)
            .map(|source| Source { status, ..source });
    }
    let span = subject_span(tokens, at)?;
    let source = named(text, tokens, span, at, Voice::Named)?;
    Some(Source { status, ..source })
}

/// Whether a word of saying is a noun here: "the state's worst flooding", "the count".
fn is_noun_use(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    before.is_some_and(|token| {
        token.kind == Kind::Possessive
            || token.entry.classes.any(&[
                Class::Determiner,
                Class::Indefinite,
                Class::Preposition,
                Class::Of,
                Class::No,
            ]) && !token.is(Class::Pronoun)
                && !token.is(Class::Relative)
                && !token.is(Class::That)
    })
}

/// "has claimed the lives of": no claim in the sense of saying.
fn is_taking_lives(tokens: &[Token], at: usize) -> bool {
    let lives = |token: &Token| {
        token
            .entry
            .noun
            .is_some_and(|noun| noun.kind == OutcomeNounKind::Life)
    };
    tokens[at].is(Class::Taker) && tokens.iter().skip(at + 1).take(6).any(lives)
}

/// Where the adverbs and auxiliaries before a verb start.
fn left_edge(tokens: &[Token], at: usize) -> usize {
    let mut edge = at;
    while edge > 0
        && tokens[edge - 1].entry.classes.any(&[
            Class::Have,
            Class::Do,
            Class::Adverb,
            Class::Modal,
        ])
        && !tokens[edge - 1].is_capital()
    {
        edge -= 1;
    }
    edge
}

/// The tokens of the subject of the reporting verb at `at`.
fn subject_span(tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let mut end = left_edge(tokens, at);
    let mut start = end;
    // "The mayor, Bashir Matar, told": an apposition before the verb.
    if end >= 2 && tokens[end - 1].is_sign(',') {
        let open = (end.saturating_sub(LONGEST_NAME)..end - 1)
            .rev()
            .find(|&index| tokens[index].is_sign(','));
        if let Some(open) = open.filter(|&open| open > 0 && !tokens[open - 1].is_quote()) {
            end = open;
            start = open;
        } else {
            return None;
        }
    }
    while start > 0 && end - start < LONGEST_NAME && !stops_name(tokens, start - 1) {
        start -= 1;
    }
    // A clause before "and": "40 died and police said".
    let verb = tokens[start..end].iter().rposition(|token| {
        token.entry.classes.any(&[Class::Be, Class::Have])
            || token
                .entry
                .verb
                .is_some_and(|verb| verb.outcome.is_some() && token.entry.noun.is_none())
    });
    if let Some(verb) = verb {
        let and = tokens[start + verb..end]
            .iter()
            .rposition(|token| token.is(Class::And))?;
        start += verb + and + 1;
    }
    while start < end
        && (tokens[start].is(Class::And)
            || tokens[start].is(Class::Adverb)
            || tokens[start].is(Class::Preposition) && !tokens[start].is(Class::Unnamed))
    {
        start += 1;
    }
    (start < end).then_some(start..end)
}

fn stops_name(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    match token.kind {
        Kind::Possessive => false,
        Kind::Sign('.') => at > 0 && tokens[at - 1].text_len() > 3,
        Kind::Sign('(' | ')' | '&' | '/') => false,
        Kind::Sign(_) => true,
        Kind::Digits | Kind::Compound => true,
        Kind::Word => {
            let alone = token.is(Class::Subordinator) && !token.is(Class::Preposition);
            alone
                || token.is(Class::That) && !token.is(Class::Determiner)
                || token.is(Class::But)
                || token.is(Class::Relative) && !token.is(Class::Determiner)
                || token.entry.reporting.is_some()
                    && !token.is(Class::Unnamed)
                    && token.entry.noun.is_none()
                    && !token.is(Class::Tally)
        }
    }
}

fn starts_name(token: &Token) -> bool {
    token.kind == Kind::Word
        && (token.is_capital()
            || token.is(Class::Determiner)
            || token.is(Class::Indefinite)
            || token.is(Class::Official)
            || token.entry.person.is_some())
}

/// The source to the right of `cue`: "according to X", "citing X", "said X".
fn source_right(text: &str, tokens: &[Token], cue: usize, voice: Voice) -> Option<Source> {
    let start = cue + 1;
    let mut end = start;
    while end < tokens.len() && end - start < LONGEST_NAME && !ends_name(&tokens[end]) {
        end += 1;
    }
    (end > start)
        .then(|| named(text, tokens, start..end, cue, voice))
        .flatten()
}

fn ends_name(token: &Token) -> bool {
    match token.kind {
        Kind::Possessive | Kind::Sign('(' | ')' | '&' | '/') => false,
        Kind::Sign(_) | Kind::Digits | Kind::Compound => true,
        Kind::Word => {
            token.entry.classes.any(&[
                Class::Be,
                Class::Have,
                Class::Relative,
                Class::That,
                Class::Subordinator,
                Class::But,
                Class::Modal,
                Class::Weekday,
            ]) && !token.is(Class::Determiner)
                || token.entry.reporting.is_some()
                    && !token.is(Class::Unnamed)
                    && !token.is(Class::Tally)
        }
    }
}

/// Makes a source of a span of tokens, if they can be one.
fn named(
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
    let words = tokens.get(span.clone()).filter(|words| !words.is_empty())?;
    let has = |class: Class| words.iter().any(|token| token.is(class));
    let pronoun = words.len() == 1 && words[0].is(Class::Pronoun);
    let sourcelike = words.iter().any(|token| {
        token.is(Class::Official)
            || token.is(Class::Outlet)
            || token.is(Class::Unnamed)
            || token.is(Class::Tally)
            || token.entry.force.is_some()
            || token.entry.person.is_some()
            || token.is_capital()
    });
    let counted = words.iter().any(|token| token.kind == Kind::Digits);
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
    let again = words.len() == 2
        && words[0].is(Class::Determiner)
        && words[1].is(Class::Anaphor)
        && !words[1].is_capital();
    let voice = match voice {
        Voice::Named if pronoun => Voice::Pronoun,
        Voice::Named if again => Voice::Again,
        Voice::Named if only_unnamed => Voice::Unnamed,
        other => other,
    };
    let outlet = has(Class::Outlet)
        && !has(Class::Tally)
        && !words
            .iter()
            .any(|token| token.entry.person.is_some() && !token.is(Class::Outlet));
    Some(Source {
        name,
        voice,
        span,
        cue,
        status: Status::Reported,
        outlet,
    })
}

/// "BBC and the BBC": one name.
fn without_repetition(name: String) -> String {
    let folded = |part: &str| without_article(part.trim()).to_lowercase();
    let repeats = |&at: &usize| {
        let (first, rest) = name.split_at(at);
        let second = rest.trim_start().split_once(' ').map(|(_, second)| second);
        second.is_some_and(|second| folded(first) == folded(second))
    };
    let half = name.match_indices(' ').map(|(at, _)| at).find(repeats);
    half.map_or_else(|| name.clone(), |at| name[..at].to_owned())
}

/// "reports by the BBC": the BBC.
fn reports_by(tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    let first = tokens
        .get(span.start)
        .filter(|token| token.is(Class::Unnamed))?;
    let _ = first;
    let by = tokens
        .get(span.start + 1)
        .filter(|token| token.is(Class::By) || token.is(Class::From))?;
    let _ = by;
    (span.start + 2 < span.end).then(|| trim(tokens, span.start + 2..span.end))
}

/// Takes signs and adverbs off the ends.
fn trim(tokens: &[Token], mut span: Range<usize>) -> Range<usize> {
    let loose = |token: &Token| {
        matches!(token.kind, Kind::Sign(c) if c != ')')
            || token.is(Class::Adverb) && !token.is_capital()
    };
    while span.start < span.end && loose(&tokens[span.start]) {
        span.start += 1;
    }
    while span.start < span.end && loose(&tokens[span.end - 1]) {
        span.end -= 1;
    }
    span
}

fn slice(text: &str, tokens: &[Token], span: Range<usize>) -> String {
    let (Some(first), Some(last)) = (tokens.get(span.start), tokens.get(span.end.wrapping_sub(1)))
    else {
        return String::new();
    };
    on_one_line(text.get(first.start..last.end).unwrap_or_default())
}

/// The source that covers the token at `at`: the nearest one before it whose clause reaches it, or else the nearest
/// one after it.
pub(crate) fn covering<'s>(
    tokens: &[Token],
    sources: &'s [Source],
    at: usize,
) -> Option<&'s Source> {
    let open = |low: usize, high: usize| {
        !tokens[low.min(high)..high.max(low)]
            .iter()
            .any(|token| token.is_sign(';'))
    };
    let cited = sources.iter().find(|source| source.voice == Voice::Cited);
    let left = sources
        .iter()
        .rev()
        .filter(|source| source.voice != Voice::Cited)
        .find(|source| {
            source.cue < at && open(source.cue, at) && !but_between(tokens, source.cue, at)
        });
    let right = sources
        .iter()
        .filter(|source| source.voice != Voice::Cited)
        .find(|source| source.cue > at && open(at, source.cue));
    let named = |source: &&Source| source.voice != Voice::Unnamed || !source.name.is_empty();
    left.filter(named)
        .or(right.filter(named))
        .or(left)
        .or(right)
        .or(cited)
}

fn but_between(tokens: &[Token], low: usize, high: usize) -> bool {
    tokens[low..high]
        .iter()
        .any(|token| token.is(Class::But) && token.is(Class::Subordinator))
}

/// The name of a source.
#[derive(Debug)]
struct Name {
    full: String,
    /// Whether the text gave an acronym for it.
    acronym: bool,
}

/// What is known of the article's sources so far.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// The names of sources, in the order of the text.
    names: Vec<Name>,
    /// The index of each full name.
    places: FxHashMap<String, usize>,
    /// The index of the first name that an acronym or a shortened name stands for.
    short: FxHashMap<String, usize>,
    /// The last source that was named, for pronouns and continuations.
    last: Option<Attribution>,
}

impl Memory {
    /// Learns acronyms that the sentence defines: "the Coastal Monitor (CM)".
    pub(crate) fn learn(&mut self, text: &str, tokens: &[Token]) {
        for at in 1..tokens.len().saturating_sub(2) {
            let defined = tokens[at].is_sign('(')
                && tokens[at + 2].is_sign(')')
                && tokens[at + 1].kind == Kind::Word
                && tokens[at + 1].is_capital();
            if !defined {
                continue;
            }
            let acronym = tokens[at + 1].text(text);
            if acronym.chars().filter(|c| c.is_uppercase()).count() < 2 {
                continue;
            }
            let first = acronym.chars().next();
            let start = (at.saturating_sub(10)..at).find(|&index| {
                tokens[index].is_capital()
                    && tokens[index].text(text).chars().next() == first
                    && !tokens[index].is(Class::Determiner)
            });
            if let Some(start) = start {
                self.remember(slice(text, tokens, start..at), Some(acronym.to_owned()));
            }
        }
    }

    fn remember(&mut self, name: String, acronym: Option<String>) {
        let index = match self.places.get(&name) {
            Some(&index) => index,
            None => self.add(name),
        };
        if let Some(acronym) = acronym.filter(|_| !self.names[index].acronym) {
            self.names[index].acronym = true;
            self.shorten(acronym, index);
        }
    }

    /// Adds a full name, with what shortens it: its first words, two of them at least.
    fn add(&mut self, full: String) -> usize {
        let index = self.names.len();
        for (end, _) in full.match_indices(' ').skip(1) {
            self.shorten(full[..end].to_owned(), index);
        }
        self.places.insert(full.clone(), index);
        self.names.push(Name {
            full,
            acronym: false,
        });
        index
    }

    /// Lets a short form stand for a name, unless it stands for an earlier one.
    fn shorten(&mut self, short: String, index: usize) {
        let place = self.short.entry(short).or_insert(index);
        *place = index.min(*place);
    }

    /// The full name that an acronym or a shortened name stands for.
    fn full_name(&self, name: &str) -> String {
        let name = name.split(" (").next().unwrap_or(name);
        let known = self.short.get(without_article(name));
        known
            .map_or(name, |&index| &self.names[index].full)
            .to_owned()
    }

    /// The attribution of a figure from the source that covers it. `carrier` is the outlet that cites it.
    pub(crate) fn attribute(
        &mut self,
        source: &Source,
        carrier: Option<&Source>,
    ) -> Option<Attribution> {
        match source.voice {
            Voice::Pronoun => self.last.clone().map(|last| Attribution {
                kind: AttributionKind::Inherited,
                ..last
            }),
            Voice::Again if self.last.is_some() => self.last.clone().map(|last| Attribution {
                kind: AttributionKind::Inherited,
                ..last
            }),
            Voice::Unnamed => {
                let counter = (!source.name.is_empty()).then(|| source.name.clone());
                Some(Attribution {
                    counter,
                    carrier: None,
                    kind: AttributionKind::Unnamed,
                })
            }
            Voice::Named | Voice::Cited | Voice::Again => {
                let name = self.full_name(&source.name);
                if name
                    .split(' ')
                    .filter(|word| word.starts_with(char::is_uppercase))
                    .count()
                    >= 2
                {
                    self.remember(name.clone(), None);
                }
                let carrier = carrier.map(|carrier| self.full_name(&carrier.name));
                let attribution = if source.outlet && carrier.is_none() {
                    Attribution {
                        counter: None,
                        carrier: Some(name),
                        kind: AttributionKind::Named,
                    }
                } else {
                    Attribution {
                        counter: Some(name),
                        carrier,
                        kind: AttributionKind::Named,
                    }
                };
                self.last = Some(attribution.clone());
                Some(attribution)
            }
        }
    }

    /// Notes a source that covers no figure, so that the next sentence can go on with it.
    pub(crate) fn note(&mut self, sources: &[Source]) {
        if let Some(source) = sources
            .iter()
            .rev()
            .find(|source| source.voice == Voice::Named)
        {
            let carrier = None;
            self.attribute(&source.clone(), carrier);
        }
    }

    /// The attribution that a sentence without a source takes over where it plainly goes on with the one before.
    pub(crate) fn inherited(&self, tokens: &[Token]) -> Option<Attribution> {
        let goes_on = tokens
            .first()
            .is_some_and(|token| token.is(Class::Continuation) && !token.is(Class::OtherEvent));
        goes_on
            .then(|| self.last.clone())
            .flatten()
            .map(|last| Attribution {
                kind: AttributionKind::Inherited,
                ..last
            })
    }

    /// Forgets the last source, at the start of another paragraph.
    pub(crate) fn end_paragraph(&mut self) {
        self.last = None;
    }
}
