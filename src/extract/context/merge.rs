//! A figure becomes a claim, or a further mention of one.

use super::extent::Extent;
use super::{Context, Place};
use crate::extract::attribution::same_source;
use crate::extract::lexicon::Class;
use crate::extract::link::{Figure, Part, RULE_CELL};
use crate::extract::scope::is_of_other_year;
use crate::extract::text::{BlockKind, Token, is_at, on_one_line};
use crate::model::{Attribution, Claim, Count, Group, Mention, Outcome, Qualifier, Scope, Status};
use std::borrow::Cow;
use std::num::NonZeroU32;

/// The most claims of the same figure, from one source each, that are looked at for one more mention; and the most of
/// one outcome that are looked at for what replaces an older figure.
pub(super) const MOST_ALIKE: usize = 32;

/// A hash of outcome, group and bounds: a sixth of their size, as a long list has one for each of its claims.
pub(super) type Key = u32;

/// The key of claims of these people.
fn key(outcome: Outcome, group: Group, count: &Count) -> Key {
    // No count is as large as what stands for an open bound.
    let bound = |bound: Option<u64>| bound.unwrap_or(u64::MAX);
    let parts = [
        outcome as u64,
        group as u64,
        bound(count.low),
        bound(count.high),
    ];
    let mixed = parts.iter().fold(0, |mixed: u64, part| {
        (mixed.rotate_left(29) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    });
    (mixed >> 32) as Key
}

/// A number of sentences, paragraphs or claims, as it is kept for each claim.
fn kept(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// For so many claims there is room once there is one.
const FIRST_CLAIMS: usize = 16;

/// So many claims tell how many the rest of a text has.
const TELLING: usize = 1024;

/// For so many claims room is made at once, at the most, before there are as many. A usual allocator takes a piece of 32 MB
/// and more from the system anew each time, whose pages cost more than what is written into them.
const LONG_LIST: usize = (31 << 20) / size_of::<Claim>();

/// For how many more claims to make room when there are `claims` at byte `at` of `length`: as many as the rest of the text
/// has if it goes on so. Twice as much each time would copy the claims of a long list often, and leave memory unused that
/// each reading takes from the system anew.
fn more_claims(claims: usize, at: usize, length: usize) -> usize {
    let [many, read, left] = [claims, at.max(1), length.saturating_sub(at)].map(|n| n as u64);
    let expected = usize::try_from(many.saturating_mul(left) / read).unwrap_or(usize::MAX);
    let expected = expected.saturating_add(expected / 16);
    let most = match claims {
        0..TELLING => claims,
        _ => claims.max(LONG_LIST),
    };
    expected.clamp(claims / 8, most).max(FIRST_CLAIMS)
}

/// Whether a claim states the same outcome, group and bounds as a figure.
fn is_alike(claim: &Claim, figure: &Figure) -> bool {
    let count = |count: &Count| (count.low, count.high);
    claim.outcome == figure.outcome
        && claim.group == figure.group
        && count(&claim.count) == count(&figure.count)
}

/// The number of a claim, counted from 1; or none.
type Alike = Option<NonZeroU32>;

/// How a claim was stated, for choosing the toll.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Note {
    /// Adds to what was said before.
    pub(crate) additive: bool,
    /// One person named or described, without a number.
    pub(crate) one: bool,
    /// Its source had said it before: "the ministry had put the toll at 12".
    pub(crate) past: bool,
    /// The sentence calls it an earlier one, whoever said it: "initially, officials put the toll at 12".
    pub(crate) older: bool,
    /// Stated beside others that it does not hold: "five nurses and two drivers".
    pub(crate) listed: bool,
    /// Stated as a running total.
    pub(crate) total: bool,
    /// Told of the whole event at the end of its parts: "Overall, the storm killed 41".
    pub(crate) overall: bool,
    /// Of another event or a larger area, told in passing, or only by those who claim the attack.
    pub(crate) aside: bool,
    /// Names a year: background where there are current figures.
    pub(crate) year: bool,
    /// The day of the month that its sentence names, where it is no running total and nobody speaks before it; else 0. Those
    /// of another day are other people.
    pub(crate) day: u8,
    /// Which sentence of the article states it first.
    pub(crate) sentence: u32,
    /// Which paragraph that sentence stands in.
    pub(crate) paragraph: u32,
    /// The first paragraph of running text that states it, which settles the attribution; none where only headlines do.
    pub(crate) body: Option<u32>,
    /// The last claim before it of the same outcome, group and bounds.
    alike: Alike,
}

impl Context {
    /// Adds a figure as a claim, or as a further mention of one. Returns the claim's index.
    pub(super) fn place(
        &mut self,
        place: &Place<'_>,
        tokens: &[Token],
        figure: &mut Figure,
        attribution: Option<Attribution>,
        status: Status,
        extent: Extent,
    ) -> usize {
        let mention = mention(place.text, tokens, figure);
        let Extent {
            scope,
            place: named,
            year,
            day,
        } = extent;
        let key = key(figure.outcome, figure.group, &figure.count);
        let body = (place.kind != BlockKind::Headline).then_some(kept(self.paragraph));
        let found = self.same_claim(key, figure, scope, status, attribution.as_ref());
        // A cell of one place is no other place's, and neither is what a sentence tells of its own place.
        let cell = figure.rule == RULE_CELL;
        let elsewhere =
            |claim: &Claim| named.is_some() && claim.place.is_some() && claim.place != named;
        let again = found.filter(|&index| {
            let claim = &self.claims[index];
            let other = self.notes[index].day;
            // "In 2009 six people died", "In May six people died" tell of others than the six of today.
            let of_then = year
                && !self.notes[index].year
                && is_at(tokens, 0, Class::In)
                && (tokens.get(1..2)).is_some_and(|next| is_of_other_year(place.text, next));
            // "five children. Three of them died in Orlen": no others who were told before the five.
            let of_them = figure.part == Part::Earlier
                && self.wholes[figure.outcome as usize].is_some_and(|whole| index < whole);
            !of_then
                && !of_them
                && !elsewhere(claim)
                && (!cell || claim.scope == scope && claim.place == named)
                && (day == other || day == 0 || other == 0)
        });
        if let Some(index) = again {
            let claim = &mut self.claims[index];
            claim.mentions.push(mention);
            // Running text says on whose authority; a headline does where nothing else does.
            if self.notes[index].body.is_none()
                && (attribution.is_some() || place.kind != BlockKind::Headline)
            {
                claim.attribution = attribution.or(claim.attribution.take());
            }
            let note = &mut self.notes[index];
            note.body = note.body.or(body);
            note.total |= figure.total;
            note.additive &= figure.additive;
            return index;
        }
        let index = self.claims.len();
        self.told[figure.outcome as usize] = true;
        let alike = self.index.insert(key, kept(index));
        if index == self.claims.capacity() {
            let at = tokens.first().map_or(0, |first| first.start);
            let more = more_claims(index, at, place.text.len());
            self.claims.reserve_exact(more);
            self.notes.reserve_exact(more);
        }
        self.claims.push(Claim {
            outcome: figure.outcome,
            group: figure.group,
            group_text: group_text(place.text, tokens, figure),
            count: Count {
                text: std::mem::take(&mut figure.count.text),
                ..figure.count
            },
            attribution,
            scope,
            place: named,
            status,
            part_of: None,
            superseded_by: None,
            mentions: vec![mention],
            rule: Cow::Borrowed(figure.rule),
        });
        self.notes.push(Note {
            // "The other two died in hospital" are known.
            additive: figure.additive && !figure.definite,
            one: figure.one,
            listed: figure.listed,
            past: false,
            older: false,
            overall: false,
            aside: false,
            day,
            total: figure.total,
            year,
            body,
            sentence: kept(place.number),
            paragraph: kept(self.paragraph),
            alike: alike.and_then(|alike| NonZeroU32::new(alike.wrapping_add(1))),
        });
        index
    }

    /// The claim that a figure states again. The same figure from another source is a claim of its own: two who count
    /// are not one.
    fn same_claim(
        &self,
        key: Key,
        figure: &Figure,
        scope: Scope,
        status: Status,
        source: Option<&Attribution>,
    ) -> Option<usize> {
        // What was put as the older figure before was current in an earlier entry of the same live report.
        let older = |claim: &Claim| {
            let speaks = source.zip(claim.attribution.as_ref());
            matches!(claim.status, Status::Superseded | Status::Refuted)
                && status == Status::Reported
                && speaks.is_some_and(|(one, other)| same_source(one, other))
        };
        let last = self.index.get(&key).map(|&last| last as usize);
        let before = |&index: &usize| {
            let alike = self.notes[index].alike?.get();
            Some(alike as usize - 1)
        };
        let alike = std::iter::successors(last, before);
        let alike = alike
            .take(MOST_ALIKE)
            .filter(|&index| is_alike(&self.claims[index], figure));
        let again = |&index: &usize| {
            let claim = &self.claims[index];
            let background = (claim.scope == Scope::Background) == (scope == Scope::Background);
            // What two paragraphs tell of a part each is of two parts.
            let apart = matches!(scope, Scope::Place | Scope::Incident)
                && self.notes[index].paragraph != kept(self.paragraph);
            let part = (claim.scope == Scope::Event) == (scope == Scope::Event) && !apart;
            let set = settled(claim.status) == settled(status) || older(claim);
            let words = claim.count.qualifier == figure.count.qualifier;
            let vague_words = claim.count.qualifier != Qualifier::Vague
                || claim.count.text.eq_ignore_ascii_case(&figure.count.text);
            let note = &self.notes[index];
            let beside = figure.one && note.one || figure.listed && note.listed;
            let another = figure.additive && note.additive;
            let listed = (beside || another) && note.sentence == kept(self.sentence);
            let again = (!figure.additive || self.notes[index].additive) && !listed;
            background && part && set && words && vague_words && again
        };
        let mut again = alike.filter(again);
        let Some(source) = source.filter(|_| !figure.additive && !figure.one) else {
            return again.next();
        };
        // "The 63 dead": those whom a source has counted, whoever speaks of them now.
        let mut counted = None;
        let known = again.find(|&index| match &self.claims[index].attribution {
            None => self.notes[index].body.is_none(),
            Some(known) => {
                counted = counted.or(figure.definite.then_some(index));
                same_source(known, source)
            }
        });
        known.or(counted)
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
    on_one_line(text.get(start..end).unwrap_or_default())
}
