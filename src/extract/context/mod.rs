//! Across sentences: what has been read so far, and what the figures of one more sentence add to it.

mod carry;
mod extent;
mod merge;
mod revision;
mod status;

use self::carry::is_past_heading;
use self::extent::{Extent, scope};
pub(crate) use self::merge::Note;
use self::merge::{Key, MOST_ALIKE};
use self::revision::{had_risen, is_called_older};
use self::status::{Doubts, is_labelled, status};
use super::attribution::{Memory, Source, Voice, covering, same_source, sources};
use super::incident::{EventPart, opening, place_before, place_behind};
use super::lexicon::{Class, Classes, TRIGGERS};
use super::link::{Figure, Part, RULE_DENIED, Room, Sentence, Told, has_rare_cue, link};
use super::scope::{
    Setting, bare_month, counts_spell, is_one_of_series, names_day, names_own_year, names_year,
    opens_with_year, own_years, passes_to, refers_back, setting, speaks_of_now, sums_up,
};
use super::speech::Speech;
use super::table::{Cell, Row, Table};
use super::text::{
    Block, BlockKind, Token, cells, holds_sentence_end, is_at, on_one_line, token_at, within,
};
use crate::model::{
    Attribution, AttributionKind, Claim, Group, Outcome, Qualifier, Reason, Scope, SetAside, Status,
};
use rustc_hash::FxHashMap;

/// The paragraphs that may open an article: headline, writer, dateline, and what happened.
const LONGEST_OPENING: usize = 4;

/// The most words of what sets a sentence later than the one before: "Two hours later".
const SEQUEL: usize = 4;

/// The sentences that may say which year an article is about: its title and the first of its text.
const YEAR_OPENING: usize = 2;

/// The most claims of headlines before the first of running text.
const MOST_IN_HEADLINES: usize = 4;

/// What has been read so far.
#[derive(Debug, Default)]
pub(crate) struct Context {
    pub(crate) claims: Vec<Claim>,
    /// What `toll` needs to know of each claim beyond its words.
    pub(crate) notes: Vec<Note>,
    pub(crate) set_aside: Vec<SetAside>,
    memory: Memory,
    speech: Speech,
    /// Where sentences are linked.
    room: Room,
    /// The last claim of each outcome, group and bounds, for merging; its note names the one before it.
    index: FxHashMap<Key, u32>,
    /// Number of the sentence that is being read.
    sentence: usize,
    /// Number of the paragraph that is being read.
    paragraph: usize,
    /// What the sentence before, of the same paragraph, spoke of.
    before: Time,
    /// The table that is being read.
    table: Table,
    /// What the heading over the list that is being read says happened, and to whom.
    heading: Option<(Outcome, Group)>,
    /// Whether the section stands under "Background" or the like.
    past_section: bool,
    /// The outcome of what was last said, for "the total is 27".
    carried: Option<Outcome>,
    /// The last claim of each outcome that can have parts.
    wholes: Wholes,
    /// The outcomes that some claim states.
    told: [bool; Outcome::ALL.len()],
    /// The most that an earlier sentence said of the whole event, by outcome.
    most: [Option<u64>; Outcome::ALL.len()],
    /// The part of the event that the paragraph speaks of.
    part: Option<EventPart>,
    /// The claims of the paragraph that a fact-check looks into, until its verdict.
    looked_into: Vec<usize>,
    /// Whether that paragraph is being read.
    looking: bool,
    /// Who claimed responsibility for the attack.
    claimant: Option<Attribution>,
    /// The month that the first sentence with a figure names.
    month: Option<String>,
    /// The years that the article is about, as it opens.
    years: Vec<String>,
    /// Whether the sentence names no other year.
    own_year: bool,
    /// Whether "More on this story" or the like stands before, whose lines are titles of other articles.
    links: bool,
}

/// A claim of each outcome.
type Wholes = [Option<usize>; Outcome::ALL.len()];

/// The time that a sentence speaks of.
#[derive(Clone, Copy, Debug, Default)]
struct Time {
    /// Another time or event.
    past: bool,
    /// A year.
    year: bool,
    /// The year that the paragraph opens with, whatever the tense: "Oct 2022 - A fire kills 26."
    dated: bool,
    /// Earlier happenings of a series, whichever days they are told with: "It was the third fire in a week."
    series: bool,
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
    /// All classes of its words, so that what needs a word that is not there need not look for it.
    pub(crate) classes: Classes,
}

impl Context {
    /// Reads one sentence.
    pub(crate) fn sentence(&mut self, place: &Place<'_>, tokens: &[Token]) {
        self.sentence = place.number;
        if place.first {
            self.before = Time::default();
            self.part = None;
            self.paragraph += 1;
            self.looking = is_labelled(tokens, Class::ClaimLabel);
            self.speech.start();
            if place.kind != BlockKind::Row {
                self.table = Table::default();
            }
            if place.kind != BlockKind::ListItem {
                self.memory.end_paragraph();
                self.memory.end_list();
            }
        }
        if place.kind == BlockKind::Headline {
            self.past_section = place.number > 0 && is_past_heading(tokens, &place.classes);
        }
        if place.kind == BlockKind::Body {
            self.links = false;
        } else if tokens.first().is_some_and(|first| first.is(Class::Links)) {
            self.links = true;
        }
        if is_labelled(tokens, Class::Verdict) && tokens.iter().any(|token| token.is(Class::False))
        {
            for claim in std::mem::take(&mut self.looked_into) {
                self.claims[claim].status = Status::Refuted;
            }
        }
        self.learn_years(place, tokens);
        self.memory.learn(place.text, tokens, &place.classes);
        let headline = place.kind == BlockKind::Headline;
        let sources = sources(place.text, tokens, &place.classes, headline);
        self.note_claimant(tokens, &sources, &place.classes);
        self.read(place, tokens, &sources);
        self.memory.note(&sources);
        if tokens.last().is_some_and(|token| token.is_sign(':')) {
            self.memory.lead(&sources);
        }
        let speaker = sources.iter().any(|source| source.voice != Voice::Unnamed);
        for claim in self.speech.end(tokens, speaker) {
            self.claims[claim].attribution = self.memory.speaker();
        }
    }

    /// Notes the years that the article is about, and whether the sentence names no other.
    fn learn_years(&mut self, place: &Place<'_>, tokens: &[Token]) {
        self.own_year = false;
        if !place.classes.has(Class::Digits) {
            return;
        }
        let opens =
            place.number < YEAR_OPENING && self.notes.iter().all(|note| note.body.is_none());
        if opens && self.years.is_empty() {
            let years = own_years(place.text, tokens);
            self.years = years.into_iter().map(str::to_owned).collect();
        }
        self.own_year = !self.years.is_empty() && names_own_year(place.text, tokens, &self.years);
    }

    /// Reads one row of a table. Returns whether it was one; else it is to be read as a sentence.
    pub(crate) fn row(&mut self, text: &str, block: Block, number: usize) -> bool {
        let mut table = std::mem::take(&mut self.table);
        let cells = cells(text, block);
        let row = match holds_sentence_end(text, block, &cells) {
            true => Row::None,
            false => table.row(text, &cells, self.heading, number),
        };
        let first = table.first;
        self.table = table;
        let found = match row {
            Row::None => return false,
            Row::Passed => return true,
            Row::Cells(found, aside) => {
                for (cell, reason) in aside {
                    let (start, end) = (cell.start, cell.end);
                    self.set_aside.push(SetAside { start, end, reason });
                }
                found
            }
        };
        // The rows of a table are listed beside one another, as if one sentence stated them.
        self.sentence = first;
        let place = Place {
            kind: block.kind,
            first: true,
            number: first,
            text,
            classes: Classes::EMPTY,
        };
        let mut placed: Vec<usize> = Vec::with_capacity(found.len());
        for cell in found {
            let index = self.cell(&place, &cell);
            let whole = cell.part_of.and_then(|other| placed.get(other).copied());
            if let Some(whole) = whole.filter(|&whole| whole != index) {
                self.claims[index].part_of = Some(whole);
            }
            placed.push(index);
        }
        true
    }

    /// Adds what a cell of a table states as a claim, or as a further mention of one. Returns the claim's index.
    fn cell(&mut self, place: &Place<'_>, cell: &Cell) -> usize {
        let tokens = &cell.tokens;
        let mut figure = Figure::of_cell(cell.count.clone(), cell.outcome, tokens.len());
        figure.group = cell.group;
        let apart = cell.scope != Scope::Event || cell.group != Group::People;
        figure.listed = apart && !cell.day;
        let extent = Extent {
            scope: cell.scope,
            place: cell.place.clone(),
            year: false,
        };
        let named = cell.source.clone().map(|name| Attribution {
            counter: Some(name),
            carrier: None,
            kind: AttributionKind::Named,
        });
        let attribution = named.or_else(|| self.memory.inherited(tokens, false));
        let status = Status::Reported;
        let before = self.claims.len();
        let index = self.place(place, tokens, &mut figure, attribution, status, extent);
        if index == before {
            self.claims[index].group_text =
                on_one_line(place.text.get(cell.group_words.clone()).unwrap_or_default());
        }
        index
    }

    /// Whether nothing that was read counts anybody, or tells an outcome for what follows.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn nobody_counted(&self) -> bool {
        self.claims.is_empty() && self.carried.is_none() && self.heading.is_none()
    }

    /// Reads the figures of a sentence.
    ///
    /// `quick` counts on two things: a sentence is read for words that `lexicon::cues` seeks, and as long as nobody is
    /// counted, what is set aside does not hang on sentences before.
    pub(crate) fn read(&mut self, place: &Place<'_>, tokens: &[Token], sources: &[Source]) {
        let item = place.kind == BlockKind::ListItem;
        if place.first && !item {
            self.heading = None;
        }
        let classes = &place.classes;
        let told = Told {
            carried: self.carried,
            heading: self.heading.filter(|_| item && place.first),
            in_headline: place.kind == BlockKind::Headline,
        };
        let may_tell = classes.meets(TRIGGERS)
            || told.heading.is_some()
            || self.may_carry(tokens, classes)
            || has_rare_cue(classes);
        let found = if may_tell {
            link(place.text, tokens, classes, told, &mut self.room)
        } else {
            Sentence::default()
        };
        self.read_figures(place, tokens, found, sources);
    }

    /// Turns what a sentence states into claims, or sets it aside.
    fn read_figures(
        &mut self,
        place: &Place<'_>,
        tokens: &[Token],
        found: Sentence,
        sources: &[Source],
    ) {
        for refusal in &found.refusals {
            self.set_aside(tokens, refusal.span.clone(), refusal.reason);
        }
        let before = std::mem::take(&mut self.before);
        let dated =
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
            let series = before.series || is_one_of_series(tokens, &place.classes);
            self.before = Time {
                past: false,
                // "Dec 30, 2004: A flare set foam alight. It killed 194."
                year: !self.own_year && names_year(place.text, tokens, &place.classes)
                    || before.year && !speaks_of_now(tokens),
                dated,
                series,
            };
            self.carry_heading(place, tokens);
            return;
        }
        if self.links {
            for figure in &found.figures {
                self.set_aside(tokens, figure.evidence.clone(), Reason::Teaser);
            }
            return;
        }
        let mut figures = self.new_people(tokens, found.figures);
        if figures.is_empty() {
            return;
        }
        let title = place.number == 0 && place.kind == BlockKind::Headline;
        let first = self.claims.is_empty();
        // A headline tells nothing of what running text may call another time.
        let mut told = self.notes.iter().take(MOST_IN_HEADLINES);
        let opens = told.all(|note| note.body.is_none());
        let own_year = self.own_year;
        let mut setting = setting(place.text, tokens, &place.classes, title, opens, own_year);
        if self.past_section {
            setting.set_past(tokens.len());
        }
        let of_series = before.series && names_day(tokens);
        // A report on May is of no other time where it says "in May".
        let month = bare_month(place.text, tokens);
        if first {
            self.month = month.map(str::to_owned);
        }
        let reported = month.is_some() && month == self.month.as_deref();
        if reported {
            setting.year = !own_year && names_year(place.text, tokens, &place.classes);
        }
        setting.year |= dated;
        // What an article is about stands at its start.
        setting.one_of_year &= self.paragraph > LONGEST_OPENING;
        let then = !reported && !overall && (!speaks_of_now(tokens) || refers_back(tokens));
        // "The war ended in 2012. Since then, 60 have died there."
        let since = before.year && is_at(tokens, 0, Class::Same);
        if of_series || (before.past || before.year) && then {
            setting.year |= before.year;
            if before.past || of_series || since {
                setting.set_past(tokens.len());
            }
        }
        self.before = Time {
            past: !since && setting.is_past(figures.iter().map(|figure| figure.number)),
            year: setting.year,
            dated,
            series: before.series,
        };
        let is_rate = |figure: &Figure| setting.is_rate(figure.number);
        // Others that a sentence states stay where no index is upset: they stand before the averages.
        let first_rate = figures.iter().position(is_rate);
        let alone = first_rate.is_some_and(|first| figures.iter().skip(first).all(is_rate));
        let rate = first_rate.map(|first| (if alone { first } else { 0 }, Reason::Rate));
        if let Some((first, reason)) = setting.refused.map(|reason| (0, reason)).or(rate) {
            for figure in figures.drain(first..) {
                self.set_aside(tokens, figure.evidence, reason);
            }
            if figures.is_empty() {
                return;
            }
        }
        // "Orlen was hardest hit, with 54 dead" leaves the paragraph with the event.
        let narrow = matches!(setting.scope, Scope::Place | Scope::Incident);
        if narrow && !place.classes.has(Class::HardestHit) && !self.claims.is_empty() {
            let place = setting.place_of(setting.scope);
            self.part = Some(EventPart::plain(setting.scope, place));
        }
        let before = self.claims.len();
        self.figures(place, tokens, &mut figures, sources, &setting, opened);
        for note in &mut self.notes[before..] {
            note.overall = overall;
        }
    }

    /// Keeps what was set aside in the order of the text: within a sentence it is found in several steps.
    fn set_aside(&mut self, tokens: &[Token], span: std::ops::Range<usize>, reason: Reason) {
        if let (Some(first), Some(last)) =
            (tokens.get(span.start), tokens.get(span.end.wrapping_sub(1)))
        {
            let (start, end) = (first.start, last.end);
            let before = |aside: &SetAside| aside.start <= start;
            let at = (self.set_aside.iter().rposition(before)).map_or(0, |at| at + 1);
            self.set_aside.insert(at, SetAside { start, end, reason });
        }
    }

    /// Makes the figures of one sentence claims, and remembers what they leave to the sentences after it. `opened` as in
    /// `part_of_event`.
    fn figures(
        &mut self,
        place: &Place<'_>,
        tokens: &[Token],
        figures: &mut [Figure],
        sources: &[Source],
        setting: &Setting,
        opened: bool,
    ) {
        let wholes_before = self.wholes;
        let told_before = self.told;
        let doubts = Doubts::of(tokens, &place.classes, self.looking);
        let mut placed: Vec<usize> = Vec::with_capacity(figures.len());
        let (mut same, mut others) = ([false; Outcome::ALL.len()], false);
        for figure in figures.iter_mut() {
            // "Nine bodies were found, and 40 others are missing": others than the dead, and not than those whom the article
            // called missing.
            let told = std::mem::replace(&mut same[figure.outcome as usize], true);
            let apart = others && !told;
            others |= !figure.additive;
            // "Three soldiers died. The three were killed when ...": the same.
            let same_number = |&whole: &usize| {
                let told = &self.claims[whole].count;
                (told.low, told.high) == (figure.count.low, figure.count.high)
            };
            let known = wholes_before[figure.outcome as usize].filter(same_number);
            if let Some(known) = known.filter(|_| figure.definite && figure.bare) {
                figure.group = self.claims[known].group;
            }
            let source = covering(tokens, sources, figure.number);
            let attribution = self.attribution(tokens, sources, source, figure);
            let status = status(tokens, figure, source, setting, &doubts);
            let unknown = attribution.is_none();
            let whole = scope(figure, setting) == Scope::Event && status != Status::Denied;
            let own_place = place_behind(place.text, tokens, figure.evidence.end)
                .or_else(|| place_before(place.text, tokens, figure.number).map(Some));
            let part = whole
                .then(|| self.part_of_event(place, tokens, figure, source, opened, &own_place))
                .flatten();
            if let Some(own) = self.part.as_mut().filter(|_| part.is_some()) {
                own.sure = true;
            }
            let extent = Extent::of(figure, setting, part, own_place.flatten());
            let told = told_before[figure.outcome as usize];
            let claim = self.place(place, tokens, figure, attribution, status, extent);
            if unknown && self.claims[claim].attribution.is_none() {
                self.speech.wait(claim);
            }
            // "Later that day, three were killed in Sarn": others than those told before.
            let later = opened && tokens.iter().take(SEQUEL).any(|word| word.is(Class::Later));
            let note = &mut self.notes[claim];
            note.additive = (note.additive || later) && !apart;
            let said_before = source.is_some_and(|source| {
                source.is_past(tokens) && named_by_itself(sources, source).is_none()
            });
            let first = self.claims[claim].mentions.len() == 1;
            let stood = unknown && figure.total && had_risen(within(tokens, ..figure.number));
            self.notes[claim].past = (said_before || stood) && first;
            self.notes[claim].older = first && is_called_older(tokens, figure, source);
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
            let passing = passes_to(tokens, figure).is_some_and(told)
                || counts_spell(tokens, figure) && self.is_beside_incident(figure, &placed);
            self.notes[claim].aside |= first && (passing || self.is_claimants(claim));
            placed.push(claim);
        }
        if self.looking {
            self.looked_into.extend(&placed);
        }
        self.join(figures, &placed, &wholes_before, &told_before);
        self.remember(figures, &placed);
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
        if self.can_hold(whole, index) {
            return Some(whole);
        }
        let told = told.filter(|&whole| self.can_hold(whole, index));
        told.max_by_key(|&whole| self.claims[whole].count.low)
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

    /// Notes who claims an attack: "The Coastal Front claimed responsibility".
    fn note_claimant(&mut self, tokens: &[Token], sources: &[Source], classes: &Classes) {
        if !classes.has(Class::Credit) {
            return;
        }
        let claims = |source: &&Source| {
            is_at(tokens, source.cue + 1, Class::Credit) && source.status != Status::Denied
        };
        if let Some(source) = sources.iter().find(claims) {
            self.claimant = self.memory.attribute(source, None);
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

/// "The monitor said it had documented nine deaths": the source of the sentence that `source` is a pronoun for.
fn named_by_itself<'s>(sources: &'s [Source], source: &Source) -> Option<&'s Source> {
    let before = |other: &&Source| other.voice == Voice::Named && other.cue < source.cue;
    (sources.iter().rev())
        .find(before)
        .filter(|_| source.voice == Voice::Pronoun)
}
