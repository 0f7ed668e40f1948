//! Across sentences: attribution, status, scope, revision, carried outcome, and the merging of mentions into claims.

use super::attribution::{Memory, Source, Voice, covering, sources};
use super::lexicon::Class;
use super::link::{Figure, Part, Sentence, link};
use super::scope::{Setting, setting};
use super::text::{BlockKind, Token};
use crate::model::{
    Attribution, Claim, Group, Mention, Outcome, Qualifier, Scope, SetAside, Status,
};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// What has been read so far.
#[derive(Debug, Default)]
pub(crate) struct Context {
    pub(crate) claims: Vec<Claim>,
    /// What `toll` needs to know of each claim beyond its words.
    pub(crate) notes: Vec<Note>,
    pub(crate) set_aside: Vec<SetAside>,
    memory: Memory,
    /// Claims by outcome, group and bounds, for merging.
    index: FxHashMap<Key, Vec<usize>>,
    /// The outcome of what was last said, for "the total is 27".
    carried: Option<Outcome>,
    /// The last claim that can have parts.
    whole: Option<usize>,
}

type Key = (Outcome, Group, Option<u64>, Option<u64>);

/// How a claim was stated, for choosing the toll.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Note {
    /// Adds to what was said before.
    pub(crate) additive: bool,
    /// One person named or described, without a number.
    pub(crate) one: bool,
    /// Stated as a running total.
    pub(crate) total: bool,
    /// Names a year: background where there are current figures.
    pub(crate) year: bool,
    /// Stated in a headline.
    pub(crate) headline: bool,
    /// Which sentence of the article states it first.
    pub(crate) sentence: usize,
    /// Whether the group was printed.
    pub(crate) grouped: bool,
}

/// Where a sentence stands.
pub(crate) struct Place<'p> {
    pub(crate) kind: BlockKind,
    /// Whether it opens its paragraph.
    pub(crate) first: bool,
    /// Number of the sentence in the article.
    pub(crate) number: usize,
    /// The whole text.
    pub(crate) text: &'p str,
}

impl Context {
    /// Reads one sentence.
    pub(crate) fn sentence(&mut self, place: &Place<'_>, tokens: &[Token]) {
        let text = place.text;
        if place.first && place.kind != BlockKind::ListItem {
            self.memory.end_paragraph();
        }
        self.memory.learn(text, tokens);
        let found = if tokens.iter().any(|token| token.entry.is_trigger()) || self.may_carry(tokens)
        {
            link(text, tokens, self.carried)
        } else {
            Sentence::default()
        };
        for refusal in &found.refusals {
            self.set_aside(tokens, refusal.span.clone(), refusal.reason);
        }
        let sources = sources(text, tokens);
        if found.figures.is_empty() {
            self.memory.note(&sources);
            return;
        }
        let setting = setting(text, tokens);
        if let Some(reason) = setting.refused {
            for figure in &found.figures {
                self.set_aside(tokens, figure.evidence.clone(), reason);
            }
            return;
        }
        self.figures(place, tokens, &found.figures, &sources, &setting);
        self.memory.note(&sources);
    }

    /// Whether a sentence without a word of outcome may still state figures of what was said before.
    fn may_carry(&self, tokens: &[Token]) -> bool {
        self.carried.is_some()
            && tokens.iter().any(|token| {
                token.is(Class::Total)
                    || token.is(Class::Including)
                    || token.is(Class::GroupPronoun)
            })
    }

    fn set_aside(&mut self, tokens: &[Token], span: std::ops::Range<usize>, reason: &'static str) {
        if let (Some(first), Some(last)) =
            (tokens.get(span.start), tokens.get(span.end.wrapping_sub(1)))
        {
            self.set_aside.push(SetAside {
                start: first.start,
                end: last.end,
                reason: Cow::Borrowed(reason),
            });
        }
    }

    fn figures(
        &mut self,
        place: &Place<'_>,
        tokens: &[Token],
        figures: &[Figure],
        sources: &[Source],
        setting: &Setting,
    ) {
        let whole_before = self.whole;
        let mut placed: Vec<usize> = Vec::with_capacity(figures.len());
        for figure in figures {
            let source = covering(tokens, sources, figure.number);
            let attribution = self.attribution(tokens, sources, source);
            let status = status(place.text, tokens, figure, source, setting);
            placed.push(self.place(place, tokens, figure, attribution, status, setting));
        }
        for (figure, &index) in figures.iter().zip(&placed) {
            let part_of = match figure.part {
                Part::None => None,
                Part::Of(other) => placed.get(other).copied(),
                Part::Earlier => whole_before.filter(|&whole| self.can_hold(whole, index)),
            };
            if let Some(part_of) = part_of
                .filter(|&part_of| part_of != index && self.claims[part_of].part_of != Some(index))
            {
                self.claims[index].part_of = Some(part_of);
            }
            let replaced = figure
                .superseded_by
                .and_then(|other| placed.get(other).copied())
                .filter(|&other| other != index);
            if let Some(other) = replaced {
                self.claims[index].superseded_by = Some(other);
                self.claims[index].status = Status::Superseded;
            }
        }
        self.carried = figures
            .iter()
            .map(|figure| figure.outcome)
            .find(|&outcome| outcome == Outcome::Killed)
            .or(self.carried.filter(|_| false))
            .or(figures.last().map(|figure| figure.outcome));
        self.whole = placed
            .iter()
            .zip(figures)
            .rev()
            .find(|(_, figure)| figure.part == Part::None && !figure.one)
            .map(|(&index, _)| index)
            .or(self.whole);
    }

    /// Whether a part fits into a whole: the same outcome and no larger.
    fn can_hold(&self, whole: usize, part: usize) -> bool {
        let (whole, part) = (&self.claims[whole], &self.claims[part]);
        let fits = match (whole.count.high, part.count.low) {
            (Some(high), Some(low)) => low <= high,
            _ => true,
        };
        fits && (whole.outcome == part.outcome || whole.outcome == Outcome::Casualties)
    }

    fn attribution(
        &mut self,
        tokens: &[Token],
        sources: &[Source],
        source: Option<&Source>,
    ) -> Option<Attribution> {
        let Some(source) = source else {
            return self.memory.inherited(tokens);
        };
        let cited = sources.iter().find(|other| other.voice == Voice::Cited);
        match cited {
            Some(cited) if source.voice == Voice::Named && cited.span != source.span => {
                self.memory.attribute(cited, Some(source))
            }
            _ => self.memory.attribute(source, None),
        }
    }

    /// Adds a figure as a claim, or as a further mention of one. Returns the claim's index.
    fn place(
        &mut self,
        place: &Place<'_>,
        tokens: &[Token],
        figure: &Figure,
        attribution: Option<Attribution>,
        status: Status,
        setting: &Setting,
    ) -> usize {
        let mention = mention(place.text, tokens, figure);
        let scope = scope(figure, setting);
        let key = (
            figure.outcome,
            figure.group,
            figure.count.low,
            figure.count.high,
        );
        if let Some(index) = self.same_claim(&key, figure, scope, status, attribution.as_ref()) {
            let claim = &mut self.claims[index];
            claim.mentions.push(mention);
            if claim.attribution.is_none() {
                claim.attribution = attribution;
            }
            let note = &mut self.notes[index];
            note.total |= figure.total;
            note.additive &= figure.additive;
            return index;
        }
        let index = self.claims.len();
        self.index.entry(key).or_default().push(index);
        self.claims.push(Claim {
            outcome: figure.outcome,
            group: figure.group,
            group_text: group_text(place.text, tokens, figure),
            count: figure.count.clone(),
            attribution,
            scope,
            place: setting.place.clone().filter(|_| scope == Scope::Place),
            status,
            part_of: None,
            superseded_by: None,
            mentions: vec![mention],
            rule: Cow::Borrowed(figure.rule),
        });
        self.notes.push(Note {
            additive: figure.additive,
            one: figure.one,
            total: figure.total,
            year: setting.year,
            headline: place.kind == BlockKind::Headline,
            sentence: place.number,
            grouped: !figure.bare,
        });
        index
    }

    /// The claim that a figure states again.
    fn same_claim(
        &self,
        key: &Key,
        figure: &Figure,
        scope: Scope,
        status: Status,
        attribution: Option<&Attribution>,
    ) -> Option<usize> {
        let same = self.index.get(key)?;
        same.iter().copied().rev().find(|&index| {
            let claim = &self.claims[index];
            let background = (claim.scope == Scope::Background) == (scope == Scope::Background);
            let set = settled(claim.status) == settled(status);
            let words = claim.count.qualifier == figure.count.qualifier;
            let vague_words = claim.count.qualifier != Qualifier::Vague
                || claim.count.text.eq_ignore_ascii_case(&figure.count.text);
            let sources = compatible(claim.attribution.as_ref(), attribution);
            let again = !figure.additive || self.notes[index].additive;
            background && set && words && vague_words && sources && again
        })
    }
}

/// Whether two statements can rest on one source: one of them names none, or both name the same.
fn compatible(a: Option<&Attribution>, b: Option<&Attribution>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => {
            let named = |attribution: &Attribution| {
                attribution
                    .counter
                    .clone()
                    .or_else(|| attribution.carrier.clone())
                    .map(|name| name.to_lowercase())
            };
            match (named(a), named(b)) {
                (Some(a), Some(b)) => a.contains(&b) || b.contains(&a) || true,
                _ => true,
            }
        }
        _ => true,
    }
}

/// Statuses between which a restated figure does not move.
fn settled(status: Status) -> u8 {
    match status {
        Status::Denied | Status::Refuted => 1,
        Status::Superseded => 2,
        Status::Projected => 3,
        Status::Feared | Status::Possible => 4,
        Status::Reported | Status::Claimed => 0,
    }
}

fn mention(text: &str, tokens: &[Token], figure: &Figure) -> Mention {
    let start = tokens
        .get(figure.evidence.start)
        .map_or(0, |token| token.start);
    let end = tokens
        .get(figure.evidence.end.wrapping_sub(1))
        .map_or(start, |token| token.end);
    Mention {
        start,
        end,
        quote: text.get(start..end).unwrap_or_default().to_owned(),
    }
}

fn group_text(text: &str, tokens: &[Token], figure: &Figure) -> String {
    if figure.words.is_empty() {
        return String::new();
    }
    let start = tokens
        .get(figure.words.start)
        .map_or(0, |token| token.start);
    let end = tokens
        .get(figure.words.end - 1)
        .map_or(start, |token| token.end);
    text.get(start..end)
        .unwrap_or_default()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn scope(figure: &Figure, setting: &Setting) -> Scope {
    let vague_total = figure.count.qualifier == Qualifier::Vague;
    match setting.scope {
        Scope::Incident if figure.total && !vague_total => Scope::Event,
        other => other,
    }
}

/// How firmly the sentence states a figure.
fn status(
    text: &str,
    tokens: &[Token],
    figure: &Figure,
    source: Option<&Source>,
    setting: &Setting,
) -> Status {
    if figure.status != Status::Reported {
        return figure.status;
    }
    if setting.projected {
        return Status::Projected;
    }
    let after = &tokens[figure.evidence.end.min(tokens.len())..];
    if after.iter().any(|token| token.is(Class::False)) {
        return Status::Refuted;
    }
    if after.iter().any(|token| token.is(Class::Withdrawn)) {
        return Status::Superseded;
    }
    let near =
        &tokens[figure.evidence.start.saturating_sub(6)..figure.evidence.start.min(tokens.len())];
    let hedged = near.iter().any(|token| {
        token.text(text).len() > 4
            && token.is(Class::Possible)
            && !token.is(Class::Modal)
            && token.entry.reporting.is_none()
    });
    if let Some(source) = source.filter(|source| source.cue < figure.number) {
        if source.status != Status::Reported {
            return source.status;
        }
    }
    if hedged || is_unverified(tokens) {
        Status::Possible
    } else {
        Status::Reported
    }
}

/// "could not be independently verified".
fn is_unverified(tokens: &[Token]) -> bool {
    let verified = tokens
        .iter()
        .rposition(|token| token.entry.reporting.is_some());
    verified.is_some_and(|at| {
        tokens[at.saturating_sub(5)..at]
            .iter()
            .any(|token| token.is(Class::Negation))
            && tokens[at.saturating_sub(3)..at]
                .iter()
                .any(|token| token.is(Class::Be))
    })
}
