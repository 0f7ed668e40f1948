//! What a sentence states becomes claims, joined to one another and to those of the sentences before, or is set aside.

use super::extent::{Extent, named_day, scope};
use super::merge::MOST_ALIKE;
use super::revision::{had_risen, is_called_older};
use super::status::{Doubts, status};
use super::{Context, Place, Wholes};
use crate::extract::attribution::{Source, Voice, covering, same_source};
use crate::extract::incident::{EventPart, opening, place_before, place_behind};
use crate::extract::lexicon::Class;
use crate::extract::link::{Figure, Part, RULE_DENIED, RULE_STATE, Sentence};
use crate::extract::scope::{Setting, counts_spell, opens_with_year, passes_to, sums_up};
use crate::extract::text::{BlockKind, Token, is_at, token_at, within};
use crate::model::{
    Attribution, AttributionKind, Group, Outcome, Qualifier, Reason, Scope, Status,
};

/// The most words of what sets a sentence later than the one before: "Two hours later".
const SEQUEL: usize = 4;

/// The most words from "said" to its day.
const MOST_BEFORE_DAY: usize = 5;

/// A sentence whose figures become claims.
#[derive(Clone, Copy)]
struct Stated<'s> {
    place: &'s Place<'s>,
    tokens: &'s [Token],
    sources: &'s [Source],
    setting: &'s Setting,
    /// As in `part_of_event`.
    opened: bool,
}

impl Context {
    /// Turns what a sentence states into claims, or sets it aside.
    pub(super) fn read_figures(
        &mut self,
        place: &Place<'_>,
        tokens: &[Token],
        found: &mut Sentence,
        sources: &[Source],
    ) {
        for refusal in &found.refusals {
            self.set_aside(tokens, refusal.span.clone(), refusal.reason);
        }
        let mut before = std::mem::take(&mut self.before);
        before.dated =
            before.dated || place.first && !self.own_year && opens_with_year(place.text, tokens);
        // A part is told from a whole that was told before.
        let opens = (!self.claims.is_empty()).then(|| opening(place.text, tokens));
        let opens = opens.flatten();
        let opened = opens.is_some();
        self.part = opens.or(self.part.take());
        let overall = sums_up(tokens, &place.classes);
        if overall {
            self.part = None;
        }
        if found.figures.is_empty() {
            self.before = self.time_without_figures(place, tokens, before);
            self.carry_heading(place, tokens);
            return;
        }
        if self.links {
            for figure in &found.figures {
                self.set_aside(tokens, figure.evidence.clone(), Reason::Teaser);
            }
            return;
        }
        let figures = &mut found.figures;
        self.keep_new_people(tokens, figures);
        if figures.is_empty() {
            return;
        }
        let setting = self.setting(place, tokens, before, overall);
        self.before = before.after(tokens, figures, &setting);
        self.refuse(tokens, figures, &setting);
        if figures.is_empty() {
            return;
        }
        self.narrow(place, &setting);
        let before = self.claims.len();
        let stated = Stated {
            place,
            tokens,
            sources,
            setting: &setting,
            opened,
        };
        self.figures(stated, figures);
        for note in &mut self.notes[before..] {
            note.overall = overall;
        }
    }

    /// Sets aside the figures of a sentence that states none, and averages.
    fn refuse(&mut self, tokens: &[Token], figures: &mut Vec<Figure>, setting: &Setting) {
        let is_rate = |figure: &Figure| setting.is_rate(figure.number);
        // Others that a sentence states stay where no index is upset: they stand before the averages.
        let first_rate = figures.iter().position(is_rate);
        let alone = first_rate.is_some_and(|first| figures.iter().skip(first).all(is_rate));
        let rate = first_rate.map(|first| (if alone { first } else { 0 }, Reason::Rate));
        if let Some((first, reason)) = setting.refused.map(|reason| (0, reason)).or(rate) {
            for figure in figures.drain(first..) {
                self.set_aside(tokens, figure.evidence, reason);
            }
        }
    }

    /// Notes the part of the event that a sentence speaks of, for its paragraph. "Orlen was hardest hit, with 54 dead" leaves
    /// the paragraph with the event.
    fn narrow(&mut self, place: &Place<'_>, setting: &Setting) {
        let narrow = matches!(setting.scope, Scope::Place | Scope::Incident);
        if narrow && !place.classes.has(Class::HardestHit) && !self.claims.is_empty() {
            let place = setting.place_of(setting.scope);
            self.part = Some(EventPart::plain(setting.scope, place));
        }
    }

    /// Makes the figures of one sentence claims, and remembers what they leave to the sentences after it.
    fn figures(&mut self, stated: Stated<'_>, figures: &mut [Figure]) {
        let Stated {
            place,
            tokens,
            sources,
            setting,
            opened,
        } = stated;
        let wholes_before = self.wholes;
        let told_before = self.told;
        let doubts = Doubts::of(tokens, &place.classes, self.looking);
        // "Later that day, three were killed in Sarn": others than those told before.
        let later = opened && tokens.iter().take(SEQUEL).any(|word| word.is(Class::Later));
        let mut placed = std::mem::take(&mut self.placed);
        placed.clear();
        let dated = place.classes.has(Class::Digits) || place.classes.has(Class::Glued);
        let (mut same, mut others) = ([false; Outcome::ALL.len()], false);
        for figure in figures.iter_mut() {
            // "Nine bodies were found, and 40 others are missing": others than the dead, and not than those whom the article
            // called missing.
            let told = std::mem::replace(&mut same[figure.outcome as usize], true);
            let apart = others && !told;
            others |= !figure.additive;
            self.take_group(figure, &wholes_before);
            let source = covering(tokens, sources, figure.number);
            let attribution = self.attribution(tokens, sources, source, figure);
            let status = status(tokens, figure, source, setting, &doubts);
            let unknown = attribution.is_none();
            let mut extent = self.extent(stated, figure, source, status);
            // "On the 9th, a farmer was shot dead, police said", but not "On the 9th, police said nine had died", nor "On the
            // 9th, nine were dead, police said".
            let behind = figure.outcome == Outcome::Killed
                && figure.rule != RULE_STATE
                && source.is_some_and(|source| source.cue > figure.number);
            if dated && !figure.total && (unknown || behind) {
                extent.day = named_day(place.text, tokens);
            }
            let claim = self.place(place, tokens, figure, attribution, status, extent);
            if unknown && self.claims[claim].attribution.is_none() {
                self.speech.wait(claim);
            }
            let told = told_before[figure.outcome as usize];
            let note = &mut self.notes[claim];
            note.additive = (note.additive || later) && !apart;
            let first = self.claims[claim].mentions.len() == 1;
            let aside = first
                && (self.is_in_passing(tokens, figure, &placed, told) || self.is_claimants(claim));
            let note = &mut self.notes[claim];
            note.past = first && stated.is_past(figure, source, unknown);
            note.older = first && is_called_older(tokens, figure, source);
            note.aside |= aside;
            placed.push(claim);
        }
        if self.looking {
            self.looked_into.extend(&placed);
        }
        if self.weekday.is_none() && place.kind != BlockKind::Headline {
            self.learn_day(place, tokens, figures);
        }
        self.join(figures, &placed, &wholes_before, &told_before);
        self.remember(figures, &placed);
        self.placed = placed;
    }

    /// Notes which day the first sentence of running text with figures tells them of.
    fn learn_day(&mut self, place: &Place<'_>, tokens: &[Token], figures: &[Figure]) {
        let has = |class| place.classes.has(class);
        let known = figures.iter().any(|figure| figure.additive || figure.total);
        let plain = has(Class::Weekday) && !has(Class::MonthName) && !known;
        self.weekday = Some(plain && self.is_apart());
        self.stated = plain && is_of_statement(tokens);
        self.several = has(Class::Series);
    }

    /// "Three soldiers died. The three were killed when ...": the same, and of the same group.
    fn take_group(&self, figure: &mut Figure, wholes_before: &Wholes) {
        let same_number = |&whole: &usize| {
            let told = &self.claims[whole].count;
            (told.low, told.high) == (figure.count.low, figure.count.high)
        };
        let known = wholes_before[figure.outcome as usize].filter(same_number);
        if let Some(known) = known.filter(|_| figure.definite && figure.bare) {
            figure.group = self.claims[known].group;
        }
    }

    /// How much of the event a figure covers that `source` states.
    fn extent(
        &mut self,
        stated: Stated<'_>,
        figure: &Figure,
        source: Option<&Source>,
        status: Status,
    ) -> Extent {
        let Stated {
            place,
            tokens,
            setting,
            opened,
            ..
        } = stated;
        let whole = scope(figure, setting) == Scope::Event && status != Status::Denied;
        let own_place = place_behind(place.text, tokens, figure.evidence.end)
            .or_else(|| place_before(place.text, tokens, figure.number).map(Some));
        let part = whole
            .then(|| self.part_of_event(place, tokens, figure, source, opened, &own_place))
            .flatten();
        if let Some(own) = self.part.as_mut().filter(|_| part.is_some()) {
            own.sure = true;
        }
        Extent::of(figure, setting, part, own_place.flatten())
    }

    /// Whether a sentence tells a figure in passing, where the outcome was `told` before it or by its claims so far, `placed`.
    fn is_in_passing(
        &self,
        tokens: &[Token],
        figure: &Figure,
        placed: &[usize],
        told: bool,
    ) -> bool {
        let told = |cue: usize| {
            let before = |&&other: &&usize| self.claims[other].outcome == figure.outcome;
            let other = placed
                .iter()
                .rfind(before)
                .map(|&other| &self.claims[other].mentions);
            told || other
                .and_then(|mentions| mentions.last())
                .is_some_and(|mention| mention.end <= token_at(tokens, cue).start)
        };
        passes_to(tokens, figure).is_some_and(told)
            || counts_spell(tokens, figure) && self.is_beside_incident(figure, placed)
    }

    /// Links the claims of a sentence, `placed`, to those that they are parts of, replace, or are replaced by.
    fn join(
        &mut self,
        figures: &[Figure],
        placed: &[usize],
        wholes_before: &Wholes,
        told_before: &[bool],
    ) {
        for (figure, &index) in figures.iter().zip(placed) {
            // "The victims have been identified as Ana Rell and Tom Verin": told before, and no more than those.
            let known =
                figure.part == Part::Earlier && figure.one && told_before[figure.outcome as usize];
            self.notes[index].aside |= known;
            let part_of = match figure.part {
                Part::None => None,
                Part::Of(other) => placed.get(other).copied(),
                Part::Earlier => self.joined_to_earlier(figure, index, wholes_before),
            };
            if let Some(part_of) = part_of
                .filter(|&part_of| part_of != index && self.claims[part_of].part_of != Some(index))
            {
                self.claims[index].part_of = Some(part_of);
                // "Separately, four drowned and three went missing. The body of one was found."
                if self.is_near(part_of) && self.claims[part_of].scope == Scope::Background {
                    self.claims[index].scope = Scope::Background;
                }
                // "Nine of them died in Orlen": of the same people.
                let own = &self.claims[index];
                if figure.bare && own.group == Group::People && own.scope == Scope::Place {
                    self.claims[index].group = self.claims[part_of].group;
                }
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
    }

    /// Links a claim to what an earlier sentence said: as a running total that follows on it, or as a part of it, whose
    /// index is returned.
    fn joined_to_earlier(
        &mut self,
        figure: &Figure,
        index: usize,
        wholes_before: &Wholes,
    ) -> Option<usize> {
        let outcome = self.claims[index].outcome;
        let whole =
            wholes_before[outcome as usize].or(wholes_before[Outcome::Casualties as usize])?;
        if figure.total || figure.status == Status::Superseded {
            self.follow_on(whole, index, figure.total);
            return None;
        }
        // "The toll is 43. Six died in Orlen. Among the dead are nine children": of the 43.
        let told = (0..index).rev().take(MOST_ALIKE).filter(|&other| {
            let claim = &self.claims[other];
            claim.scope == Scope::Event && claim.part_of.is_none() && claim.outcome == outcome
        });
        let whole = Some(whole).filter(|&whole| self.can_hold(whole, index));
        let told = told.filter(|&whole| !self.notes[whole].year && self.can_hold(whole, index));
        let past =
            |whole: usize| self.claims[whole].scope == Scope::Background || self.notes[whole].year;
        whole
            .filter(|&whole| self.is_near(whole) || !past(whole))
            .or_else(|| told.max_by_key(|&whole| self.claims[whole].count.low))
            .or(whole)
    }

    /// Whether a claim is of the paragraph that is being read.
    fn is_near(&self, claim: usize) -> bool {
        self.notes[claim].paragraph as usize == self.paragraph
    }

    /// Remembers what the claims of a sentence leave to the sentences after it.
    fn remember(&mut self, figures: &[Figure], placed: &[usize]) {
        for &index in placed {
            let claim = &self.claims[index];
            let stated = claim.count.low.or(claim.count.high);
            if claim.scope == Scope::Event && claim.status == Status::Reported {
                let most = &mut self.most[claim.outcome as usize];
                *most = stated.max(*most);
            }
        }
        let killed = (figures.iter()).any(|figure| figure.outcome == Outcome::Killed);
        self.carried = if killed {
            Some(Outcome::Killed)
        } else {
            // One who was hurt does not end what was said of many.
            match figures.last() {
                Some(last) if last.one => self.carried.or(Some(last.outcome)),
                last => last.map(|figure| figure.outcome),
            }
        };
        for (&index, figure) in placed.iter().zip(figures) {
            if figure.part == Part::None && !figure.one {
                self.wholes[figure.outcome as usize] = Some(index);
            }
        }
    }

    /// Whether only those who claimed the attack state a claim.
    fn is_claimants(&self, claim: usize) -> bool {
        let source = self.claims[claim].attribution.as_ref();
        (source.zip(self.claimant.as_ref()))
            .is_some_and(|(source, claimant)| same_source(source, claimant))
    }

    /// Whether the claims of the same sentence, `placed`, tell an incident of its own: no more of the dead of the same.
    fn is_beside_incident(&self, figure: &Figure, placed: &[usize]) -> bool {
        placed.iter().any(|&other| {
            let (claim, note) = (&self.claims[other], &self.notes[other]);
            let counted = claim.count.qualifier != Qualifier::Vague && !note.total && !note.one;
            // "Another 12 died on Saturday" adds to an incident that was told before.
            let told = !note.additive || self.most[figure.outcome as usize].is_some();
            claim.outcome == figure.outcome && counted && told
        })
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

    /// On whose authority a figure is stated that `source` covers, or nobody in its sentence.
    fn attribution(
        &mut self,
        tokens: &[Token],
        sources: &[Source],
        source: Option<&Source>,
        figure: &Figure,
    ) -> Option<Attribution> {
        let Some(source) = source else {
            return self.memory.inherited(tokens, self.speech.goes_on(tokens));
        };
        let source = named_by_itself(sources, source).unwrap_or(source);
        // Who denies a figure did not count it; who denies killing anybody says so himself.
        if source.status == Status::Denied && figure.rule != RULE_DENIED {
            return Some(Attribution {
                counter: None,
                carrier: None,
                kind: AttributionKind::Unnamed,
            });
        }
        // "The radio said that 41 had died, and quoted police as saying that three were held": each its own.
        let reaches = |other: &&Source| {
            let joined = (other.cue.checked_sub(1)).is_some_and(|at| is_at(tokens, at, Class::And));
            other.voice == Voice::Cited && !(joined && figure.number < other.cue)
        };
        let cited = sources.iter().find(reaches);
        match cited {
            Some(cited) if source.voice != Voice::Unnamed && cited.span != source.span => {
                self.memory.attribute(cited, Some(source))
            }
            _ => self.memory.attribute(source, None),
        }
    }
}

impl Stated<'_> {
    /// Whether a figure is what `source` said before, or, of a source `unknown`, what a total stood at.
    fn is_past(&self, figure: &Figure, source: Option<&Source>, unknown: bool) -> bool {
        let said = source.is_some_and(|source| {
            source.is_past(self.tokens) && named_by_itself(self.sources, source).is_none()
        });
        said || unknown && figure.total && had_risen(within(self.tokens, ..figure.number))
    }
}

/// "12 died, the ministry said on Friday", "according to the government on Friday": whether only a statement is of a day.
pub(super) fn is_of_statement(tokens: &[Token]) -> bool {
    let day = |token: &Token| token.is(Class::Weekday) || token.is(Class::MonthName);
    let day = tokens.iter().position(day);
    let before = within(tokens, ..day.unwrap_or(0)).iter().rev();
    let mut before = before.take(MOST_BEFORE_DAY);
    before.any(|token| token.entry.reporting.is_some() || token.is(Class::According))
}

/// "The monitor said it had documented nine deaths": the source of the sentence that `source` is a pronoun for.
fn named_by_itself<'s>(sources: &'s [Source], source: &Source) -> Option<&'s Source> {
    let before = |other: &&Source| other.voice == Voice::Named && other.cue < source.cue;
    (sources.iter().rev())
        .find(before)
        .filter(|_| source.voice == Voice::Pronoun)
}
