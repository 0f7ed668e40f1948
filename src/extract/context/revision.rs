//! Figures that newer ones of the same article replace.

use super::Context;
use super::merge::MOST_ALIKE;
use crate::extract::attribution::{Source, same_source};
use crate::extract::lexicon::{Class, NumberKind};
use crate::extract::link::Figure;
use crate::extract::text::{Token, any_is, is_at, token_at, within};
use crate::model::{Claim, Group, Outcome, Scope, Status};

impl Context {
    /// Settles what needs the whole article: figures that name a year are background beside current ones before them.
    pub(crate) fn settle(&mut self) {
        let mut current = [false; Outcome::ALL.len()];
        let mut any = false;
        for (claim, note) in self.claims.iter_mut().zip(&self.notes) {
            let outcome = claim.outcome as usize;
            let background = claim.scope == Scope::Background;
            current[outcome] |= !note.year && !background;
            any |= current[outcome];
            // "No casualties were reported": neither dead nor injured of this event.
            if claim.outcome == Outcome::Casualties && claim.count.high == Some(0) && !background {
                current[Outcome::Killed as usize] = true;
                current[Outcome::Injured as usize] = true;
            }
            if note.year && note.sentence > 0 && (current[outcome] || any) {
                claim.scope = Scope::Background;
            }
        }
        self.replace_older();
    }

    /// "On Wednesday the ministry had put the toll at 12": replaced by what the same source says of it now. "Initially
    /// officials put the toll at 12": replaced by what the article says of it now.
    fn replace_older(&mut self) {
        let current = self.current_figures();
        for index in 0..self.claims.len() {
            let (claim, note) = (&self.claims[index], self.notes[index]);
            if !is_current(claim) || !note.past && !note.older && !note.total {
                continue;
            }
            let newer = current.iter().copied().find(|&newer| {
                let (other, of) = (&self.claims[newer], &self.notes[newer]);
                let general = other.group == Group::People || claim.group == Group::People;
                let group = other.group == claim.group || note.older && general;
                let figure = (claim.count.low, claim.count.high);
                // Told first, because names are dear to compare.
                let other_figure = other.outcome == claim.outcome
                    && group
                    && (of.sentence != note.sentence || note.older)
                    && (other.count.low, other.count.high) != figure;
                if !other_figure {
                    return false;
                }
                let known = (claim.attribution.as_ref()).zip(other.attribution.as_ref());
                let same = || known.is_some_and(|(one, other)| same_source(one, other));
                // A rival count that is higher stands.
                note.older && (known.is_none() || is_below(claim, other) || same())
                    || note.past && ((note.total || of.total) && is_below(claim, other) || same())
                    || is_passed(claim, other) && note.total && of.total && newer < index
            });
            if let Some(newer) = newer {
                self.claims[index].superseded_by = Some(newer);
                self.claims[index].status = Status::Superseded;
            }
        }
    }

    /// The figures that may replace older ones: totals first, in the order of the text.
    fn current_figures(&self) -> Vec<usize> {
        let stands = |&index: &usize| {
            let note = &self.notes[index];
            is_current(&self.claims[index])
                && !note.past
                && !note.older
                && !note.one
                && !note.additive
        };
        let (mut totals, rest): (Vec<usize>, Vec<usize>) = (0..self.claims.len())
            .filter(stands)
            .partition(|&index| self.notes[index].total);
        totals.extend(rest);
        let mut seen = [0; Outcome::ALL.len()];
        totals.retain(|&index| {
            let seen = &mut seen[self.claims[index].outcome as usize];
            *seen += 1;
            *seen <= MOST_ALIKE
        });
        totals
    }

    /// "That rose to 22", "That is up from 85": the claim `index` replaces the claim `before` (`newer`), or was replaced by
    /// it.
    pub(super) fn follow_on(&mut self, before: usize, index: usize, newer: bool) {
        let (old, new) = if newer {
            (before, index)
        } else {
            (index, before)
        };
        // "Among pilgrims alone it was 600. The total stands at 922."
        let (one, other) = (&self.claims[old], &self.claims[new]);
        if old != new && one.scope == other.scope && is_below(one, other) {
            self.claims[old].superseded_by = Some(new);
            self.claims[old].status = Status::Superseded;
        }
    }
}

/// Whether a claim can be what the article says of the event now.
pub(super) fn is_current(claim: &Claim) -> bool {
    claim.status == Status::Reported && claim.scope == Scope::Event && claim.part_of.is_none()
}

/// Whether `claim`, a running total without a source, is below the total `other`, which the article tells first.
pub(super) fn is_passed(claim: &Claim, other: &Claim) -> bool {
    claim.attribution.is_none() && is_below(claim, other)
}

/// Whether `claim` states fewer than `other`.
pub(super) fn is_below(claim: &Claim, other: &Claim) -> bool {
    let bounds = (claim.count.low).zip(other.count.low);
    bounds.is_some_and(|(low, high)| low < high)
}

/// Whether the sentence calls a figure of its source, or a running total, an earlier one: "initially officials put the
/// toll at 12", "earlier reports said", but not "two days earlier".
pub(super) fn is_called_older(tokens: &[Token], figure: &Figure, source: Option<&Source>) -> bool {
    let said = source.is_some_and(|source| source.cue < figure.number);
    let end = figure.number.min(tokens.len());
    (said || figure.total)
        && figure.status == Status::Reported
        && (0..end).any(|at| {
            let first = || {
                token_at(tokens, at).entry.number == Some((NumberKind::Ordinal, 1))
                    && (tokens.get(at + 1)).is_some_and(|next| next.entry.reporting.is_some())
            };
            let spell = || at > 0 && is_at(tokens, at - 1, Class::Time);
            // "a previous blast wounded three": another one.
            let event = || is_at(tokens, at + 1, Class::Event);
            let earlier = is_at(tokens, at, Class::Earlier) && !is_at(tokens, at, Class::UpFrom);
            let older = earlier && !spell() && !event() || first();
            // "initially reported four deaths but later said", "who had earlier spoken of nine dead, said"
            let again = || {
                let cue = source.map_or(at, |source| source.cue.min(end));
                (at + 1..cue).any(|at| token_at(tokens, at).entry.reporting.is_some())
            };
            older && !again() && !any_is(within(tokens, at..end), Class::But)
        })
}

/// "The toll had stood at": whether the words before a total tell it of an earlier time.
pub(super) fn had_risen(before: &[Token]) -> bool {
    before.windows(3).any(|words| {
        let put = words[1].is(Class::Be) && words[2].entry.reporting.is_some();
        words[0].is(Class::Had) && (words[1].is(Class::Rise) || put)
    })
}
