//! Across sentences: attribution, status, scope, revision, carried outcome, and the merging of mentions into claims.

use super::attribution::{Memory, Source, Voice, covering, same_source, sources};
use super::incident::{EventPart, opening, place_behind};
use super::lexicon::{Class, Classes, NUMBERS, NumberKind, TRIGGERS};
use super::link::{
    Figure, Part, RULE_CELL, RULE_DENIED, Room, SHORT_REPORT, Sentence, Told, has_rare_cue, link,
    rose_to,
};
use super::scope::{
    Setting, is_one_of_series, names_day, names_year, opens_with_year, passes_to, setting,
    speaks_of_now,
};
use super::speech::Speech;
use super::table::{Cell, Row, Table};
use super::text::{
    Block, BlockKind, Kind, Token, any_is, cells, holds_sentence_end, is_at, on_one_line,
};
use super::unlikely::compound_reason;
use crate::model::{
    Attribution, AttributionKind, Claim, Count, Group, Mention, Outcome, Qualifier, Reason, Scope,
    SetAside, Status,
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
    speech: Speech,
    /// Where sentences are linked.
    room: Room,
    /// The last claim of each outcome, group and bounds, for merging; its note names the one before it.
    index: FxHashMap<Key, usize>,
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
    wholes: [Option<usize>; Outcome::ALL.len()],
    /// The outcomes that some claim states.
    told: [bool; Outcome::ALL.len()],
    /// The most that an earlier sentence said of the whole event, by outcome.
    most: [Option<u64>; Outcome::ALL.len()],
    /// The part of the event that the paragraph speaks of.
    part: Option<EventPart>,
    /// The claims of the sentence that a fact-check looks into, until its verdict.
    looked_into: Vec<usize>,
    /// Who claimed responsibility for the attack.
    claimant: Option<Attribution>,
    /// Whether "More on this story" or the like stands before, whose lines are titles of other articles.
    links: bool,
}

/// Words of a sentence that may state figures of what was said before, beside a number.
const CARRIED: Classes = Classes::of(&[
    Class::Colon,
    Class::Total,
    Class::Including,
    Class::GroupPronoun,
    Class::Counting,
    Class::Be,
]);

/// The most words of a heading over a list.
const LONGEST_HEADING: usize = 12;

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

/// Words before a day up to which people are counted.
const UNTIL: Classes = Classes::of(&[Class::Of, Class::By, Class::Since]);

/// The most claims of the same figure, from one source each, that are looked at for one more mention; and the most of
/// one outcome that are looked at for what replaces an older figure.
const MOST_ALIKE: usize = 32;

/// A hash of outcome, group and bounds: a third of their size, as a long list has one for each of its claims.
type Key = u64;

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
    parts.iter().fold(0, |mixed: u64, part| {
        (mixed.rotate_left(29) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    })
}

/// Whether a claim states the same outcome, group and bounds as a figure.
fn is_alike(claim: &Claim, figure: &Figure) -> bool {
    let count = |count: &Count| (count.low, count.high);
    claim.outcome == figure.outcome
        && claim.group == figure.group
        && count(&claim.count) == count(&figure.count)
}

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
    /// Of another event or a larger area, told in passing, or only by those who claim the attack.
    pub(crate) aside: bool,
    /// Names a year: background where there are current figures.
    pub(crate) year: bool,
    /// The day of the month that its sentence names, where it is no running total and nobody says so; else 0. Those of
    /// another day are other people.
    pub(crate) day: usize,
    /// Which sentence of the article states it first.
    pub(crate) sentence: usize,
    /// Which paragraph that sentence stands in.
    pub(crate) paragraph: usize,
    /// Stated in running text, which settles the attribution.
    pub(crate) voiced: bool,
    /// The last claim before it of the same outcome, group and bounds.
    pub(crate) alike: Option<usize>,
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
                    && of.sentence != note.sentence
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

    /// Reads one sentence.
    pub(crate) fn sentence(&mut self, place: &Place<'_>, tokens: &[Token]) {
        self.sentence = place.number;
        if place.first {
            self.before = Time::default();
            self.part = None;
            self.paragraph += 1;
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
        let dated = before.dated || place.first && opens_with_year(place.text, tokens);
        // A part is told from a whole that was told before.
        let opens = (!self.claims.is_empty()).then(|| opening(place.text, tokens));
        let opens = opens.flatten();
        let opened = opens.is_some();
        self.part = opens.or(self.part.take());
        if found.figures.is_empty() {
            let series = before.series || is_one_of_series(tokens, &place.classes);
            self.before = Time {
                past: false,
                // "Dec 30, 2004: A flare set foam alight. It killed 194."
                year: names_year(place.text, tokens, &place.classes)
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
        let mut setting = setting(place.text, tokens, &place.classes, title, first);
        if self.past_section {
            setting.set_past(tokens.len());
        }
        let of_series = before.series && names_day(tokens);
        setting.year |= dated;
        if of_series || (before.past || before.year) && !speaks_of_now(tokens) {
            setting.year |= before.year;
            if before.past || of_series {
                setting.set_past(tokens.len());
            }
        }
        self.before = Time {
            past: setting.is_past(figures.iter().map(|figure| figure.number)),
            year: setting.year,
            dated,
            series: before.series,
        };
        let rate = || {
            (figures.iter())
                .any(|figure| setting.is_rate(figure.number))
                .then_some(Reason::Rate)
        };
        if let Some(reason) = setting.refused.or_else(rate) {
            for figure in &figures {
                self.set_aside(tokens, figure.evidence.clone(), reason);
            }
            return;
        }
        if matches!(setting.scope, Scope::Place | Scope::Incident) && !self.claims.is_empty() {
            let place = setting.place_of(setting.scope);
            self.part = Some(EventPart::plain(setting.scope, place));
        }
        self.figures(place, tokens, &mut figures, sources, &setting, opened);
    }

    /// The part of the event that a figure of the whole event speaks of by its words, where the article has told more
    /// before. `opened` = the sentence itself opens with the part that its paragraph speaks of.
    fn part_of_event(
        &self,
        place: &Place<'_>,
        tokens: &[Token],
        figure: &Figure,
        source: Option<&Source>,
        opened: bool,
    ) -> Option<EventPart> {
        let older = is_called_older(tokens, figure, source)
            || source.is_some_and(|source| source.is_past(tokens));
        if figure.total || older {
            return None;
        }
        let value = figure.count.low.or(figure.count.high)?;
        let below = self.most[figure.outcome as usize].map(|most| value < most);
        // "In Sarn, the ministry said that ...": where its source is.
        let of_source = opened && source.is_some_and(|source| source.cue < figure.number);
        let part = (self.part.as_ref()).filter(|part| {
            let alone = below.is_none() && part.plain && self.most.iter().any(Option::is_some);
            (below == Some(true) || alone || part.sure)
                && !(of_source && part.scope == Scope::Place)
        });
        let behind = || {
            let named = place_behind(place.text, tokens, figure.evidence.end)?;
            (below == Some(true)).then(|| EventPart::plain(Scope::Place, named))
        };
        // "45 died in Tarn, and another 17 in Orlen": its own place before that of the sentence.
        let own = behind();
        if own.as_ref().is_some_and(|own| own.place.is_some()) {
            return own;
        }
        part.cloned().or(own)
    }

    /// Sets aside pronouns and names for one person where an earlier sentence has already counted somebody for that
    /// outcome: they most likely speak of the same person. Only the last figures of a sentence can be pronouns' without
    /// upsetting indices.
    fn new_people(&mut self, tokens: &[Token], mut figures: Vec<Figure>) -> Vec<Figure> {
        let linked = figures
            .iter()
            .any(|figure| figure.part != Part::None || figure.superseded_by.is_some());
        if linked {
            return figures;
        }
        let mut told = self.told;
        figures.retain(|figure| {
            let again = (figure.pronoun || figure.named) && self.told[figure.outcome as usize]
                || figure.pronoun && told[figure.outcome as usize];
            told[figure.outcome as usize] |= figure.one;
            if again {
                self.set_aside(tokens, figure.evidence.clone(), Reason::SamePerson);
            }
            !again
        });
        figures
    }

    /// A heading or a label that names an outcome without a figure ("Deaths by group:") speaks for the list under it.
    fn carry_heading(&mut self, place: &Place<'_>, tokens: &[Token]) {
        let label = tokens.last().is_some_and(|token| token.is_sign(':'))
            || place.kind == BlockKind::Headline && tokens.len() <= 6;
        let told = tokens.iter().find_map(|token| {
            let verb = token.entry.verb.and_then(|verb| verb.outcome);
            token
                .entry
                .noun
                .map(|noun| noun.outcome)
                .or(token.entry.adjective)
                .or(verb)
        });
        if label && told.is_some() {
            self.carried = told;
        }
        // "Civilian victims by district": the dead, and of which group.
        let victims = || any_is(tokens, Class::Victims);
        let heads = place.kind == BlockKind::Headline
            || tokens.last().is_some_and(|token| token.is_sign(':'));
        let outcome = told.or_else(|| victims().then_some(Outcome::Killed));
        if let Some(outcome) = outcome
            .filter(|_| heads && tokens.len() <= LONGEST_HEADING && !place.classes.meets(NUMBERS))
        {
            let group = |token: &Token| {
                token
                    .entry
                    .force
                    .or(token.entry.person.map(|person| person.group))
            };
            let mut groups = tokens.iter().filter_map(group);
            let named = groups.find(|&group| group != Group::People);
            self.heading = Some((outcome, named.unwrap_or(Group::People)));
        }
    }

    /// Whether a sentence without a word of outcome may still state figures of what was said before.
    fn may_carry(&self, tokens: &[Token], classes: &Classes) -> bool {
        self.carried.is_some()
            && classes.meets(NUMBERS)
            && (classes.meets(CARRIED)
                || classes.has(Class::Saying) && tokens.len() <= SHORT_REPORT
                || rose_to(tokens).is_some())
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
        let doubts = Doubts::of(tokens, &place.classes);
        let mut placed: Vec<usize> = Vec::with_capacity(figures.len());
        for figure in figures.iter_mut() {
            let source = covering(tokens, sources, figure.number);
            let own_denial = figure.rule == RULE_DENIED;
            let attribution = self.attribution(tokens, sources, source, own_denial);
            let status = status(tokens, figure, source, setting, &doubts);
            let unknown = attribution.is_none();
            let whole = scope(figure, setting) == Scope::Event && status != Status::Denied;
            let part = whole
                .then(|| self.part_of_event(place, tokens, figure, source, opened))
                .flatten();
            if let Some(own) = self.part.as_mut().filter(|_| part.is_some()) {
                own.sure = true;
            }
            let own_place = place_behind(place.text, tokens, figure.evidence.end).flatten();
            let extent = Extent::of(figure, setting, part, own_place);
            let told = told_before[figure.outcome as usize];
            let claim = self.place(place, tokens, figure, attribution, status, extent);
            if unknown && self.claims[claim].attribution.is_none() {
                self.speech.wait(claim);
            }
            let said_before = source.is_some_and(|source| {
                source.is_past(tokens) && named_by_itself(sources, source).is_none()
            });
            let first = self.claims[claim].mentions.len() == 1;
            self.notes[claim].past = said_before && first;
            self.notes[claim].older = first && is_called_older(tokens, figure, source);
            let told = |cue: usize| {
                let before = |&&other: &&usize| self.claims[other].outcome == figure.outcome;
                let other = placed
                    .iter()
                    .rfind(before)
                    .map(|&other| &self.claims[other].mentions);
                told || other
                    .and_then(|mentions| mentions.last())
                    .is_some_and(|mention| mention.end <= tokens[cue].start)
            };
            let passing = passes_to(tokens, figure).is_some_and(told);
            self.notes[claim].aside |= first && (passing || self.is_claimants(claim));
            placed.push(claim);
        }
        if doubts.looked_into {
            self.looked_into.clone_from(&placed);
        }
        for (figure, &index) in figures.iter().zip(&placed) {
            let part_of = match figure.part {
                Part::None => None,
                Part::Of(other) => placed.get(other).copied(),
                Part::Earlier => {
                    let outcome = self.claims[index].outcome;
                    let whole = wholes_before[outcome as usize]
                        .or(wholes_before[Outcome::Casualties as usize]);
                    if let Some(whole) =
                        whole.filter(|_| figure.total || figure.status == Status::Superseded)
                    {
                        self.follow_on(whole, index, figure.total);
                    }
                    let part = !figure.total && figure.status != Status::Superseded;
                    whole.filter(|&whole| part && self.can_hold(whole, index))
                }
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
        let killed = figures
            .iter()
            .any(|figure| figure.outcome == Outcome::Killed);
        for &index in &placed {
            let claim = &self.claims[index];
            let stated = claim.count.low.or(claim.count.high);
            if claim.scope == Scope::Event && claim.status == Status::Reported {
                let most = &mut self.most[claim.outcome as usize];
                *most = stated.max(*most);
            }
        }
        self.carried = if killed {
            Some(Outcome::Killed)
        } else {
            figures.last().map(|figure| figure.outcome)
        };
        for (&index, figure) in placed.iter().zip(&*figures) {
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

    /// Whether a part fits into a whole: the same outcome and no larger.
    fn can_hold(&self, whole: usize, part: usize) -> bool {
        let (whole, part) = (&self.claims[whole], &self.claims[part]);
        let fits = match (whole.count.high, part.count.low) {
            (Some(high), Some(low)) => low <= high,
            _ => true,
        };
        fits && (whole.outcome == part.outcome || whole.outcome == Outcome::Casualties)
    }

    /// "That rose to 22", "That is up from 85": the claim `index` replaces the claim `before` (`newer`), or was replaced by
    /// it.
    fn follow_on(&mut self, before: usize, index: usize, newer: bool) {
        let (old, new) = if newer {
            (before, index)
        } else {
            (index, before)
        };
        if old != new && is_below(&self.claims[old], &self.claims[new]) {
            self.claims[old].superseded_by = Some(new);
            self.claims[old].status = Status::Superseded;
        }
    }

    fn attribution(
        &mut self,
        tokens: &[Token],
        sources: &[Source],
        source: Option<&Source>,
        own_denial: bool,
    ) -> Option<Attribution> {
        let Some(source) = source else {
            return self.memory.inherited(tokens, self.speech.goes_on(tokens));
        };
        let source = named_by_itself(sources, source).unwrap_or(source);
        // Who denies a figure did not count it; who denies killing anybody says so himself.
        if source.status == Status::Denied && !own_denial {
            return Some(Attribution {
                counter: None,
                carrier: None,
                kind: AttributionKind::Unnamed,
            });
        }
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
        } = extent;
        let key = key(figure.outcome, figure.group, &figure.count);
        let day = if attribution.is_some() || figure.total {
            0
        } else {
            named_day(place.text, tokens)
        };
        let found = self.same_claim(key, figure, scope, status, attribution.as_ref());
        // A cell of one place is no other place's.
        let cell = figure.rule == RULE_CELL;
        let again = found.filter(|&index| {
            let claim = &self.claims[index];
            let other = self.notes[index].day;
            (!cell || claim.scope == scope && claim.place == named)
                && (day == other || day == 0 || other == 0)
        });
        if let Some(index) = again {
            let claim = &mut self.claims[index];
            claim.mentions.push(mention);
            // Running text says on whose authority; a headline does where nothing else does.
            if !self.notes[index].voiced
                && (attribution.is_some() || place.kind != BlockKind::Headline)
            {
                claim.attribution = attribution.or(claim.attribution.take());
            }
            let note = &mut self.notes[index];
            note.voiced |= place.kind != BlockKind::Headline;
            note.total |= figure.total;
            note.additive &= figure.additive;
            return index;
        }
        let index = self.claims.len();
        self.told[figure.outcome as usize] = true;
        let alike = self.index.insert(key, index);
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
            additive: figure.additive,
            one: figure.one,
            listed: figure.listed,
            past: false,
            older: false,
            aside: false,
            day,
            total: figure.total,
            year,
            voiced: place.kind != BlockKind::Headline,
            sentence: place.number,
            paragraph: self.paragraph,
            alike,
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
        let last = self.index.get(&key).copied();
        let alike = std::iter::successors(last, |&index| self.notes[index].alike);
        let alike = alike
            .take(MOST_ALIKE)
            .filter(|&index| is_alike(&self.claims[index], figure));
        let again = |&index: &usize| {
            let claim = &self.claims[index];
            let background = (claim.scope == Scope::Background) == (scope == Scope::Background);
            // What two paragraphs tell of a part each is of two parts.
            let apart = matches!(scope, Scope::Place | Scope::Incident)
                && self.notes[index].paragraph != self.paragraph;
            let part = (claim.scope == Scope::Event) == (scope == Scope::Event) && !apart;
            let set = settled(claim.status) == settled(status) || older(claim);
            let words = claim.count.qualifier == figure.count.qualifier;
            let vague_words = claim.count.qualifier != Qualifier::Vague
                || claim.count.text.eq_ignore_ascii_case(&figure.count.text);
            let note = &self.notes[index];
            let beside = figure.one && note.one || figure.listed && note.listed;
            let another = figure.additive && note.additive;
            let listed = (beside || another) && note.sentence == self.sentence;
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
            None => !self.notes[index].voiced,
            Some(known) => {
                counted = counted.or(figure.definite.then_some(index));
                same_source(known, source)
            }
        });
        known.or(counted)
    }
}

/// "The monitor said it had documented nine deaths": the source of the sentence that `source` is a pronoun for.
fn named_by_itself<'s>(sources: &'s [Source], source: &Source) -> Option<&'s Source> {
    let before = |other: &&Source| other.voice == Voice::Named && other.cue < source.cue;
    (sources.iter().rev())
        .find(before)
        .filter(|_| source.voice == Voice::Pronoun)
}

/// Whether a claim can be what the article says of the event now.
fn is_current(claim: &Claim) -> bool {
    claim.status == Status::Reported && claim.scope == Scope::Event && claim.part_of.is_none()
}

/// Whether `claim`, a running total without a source, is below the total `other`, which the article tells first.
fn is_passed(claim: &Claim, other: &Claim) -> bool {
    claim.attribution.is_none() && is_below(claim, other)
}

/// Whether `claim` states fewer than `other`.
fn is_below(claim: &Claim, other: &Claim) -> bool {
    let bounds = (claim.count.low).zip(other.count.low);
    bounds.is_some_and(|(low, high)| low < high)
}

/// Whether the sentence calls a figure of its source, or a running total, an earlier one: "initially officials put the
/// toll at 12", "earlier reports said", but not "two days earlier".
fn is_called_older(tokens: &[Token], figure: &Figure, source: Option<&Source>) -> bool {
    let said = source.is_some_and(|source| source.cue < figure.number);
    (said || figure.total)
        && figure.status == Status::Reported
        && (0..figure.number.min(tokens.len())).any(|at| {
            let first = tokens[at].entry.number == Some((NumberKind::Ordinal, 1))
                && (tokens.get(at + 1)).is_some_and(|next| next.entry.reporting.is_some());
            let spell = at
                .checked_sub(1)
                .is_some_and(|before| is_at(tokens, before, Class::Time));
            first
                || is_at(tokens, at, Class::Earlier) && !is_at(tokens, at, Class::UpFrom) && !spell
        })
}

/// The day of the month on which a sentence says that something happened ("on the 5th", "on 6 October"), or 0. "By 6
/// October 12 people had died" counts those of all days.
fn named_day(text: &str, tokens: &[Token]) -> usize {
    let day = (1..tokens.len()).find(|&at| {
        let dated =
            is_at(tokens, at - 1, Class::MonthName) || is_at(tokens, at + 1, Class::MonthName);
        let open = |next: &Token| next.kind == Kind::Word && !next.is(Class::Preposition);
        match tokens[at].kind {
            Kind::Digits => dated,
            // "the 5th", but not "the 5th Brigade"
            Kind::Compound => {
                let reason = compound_reason(text, tokens, at);
                let noun = tokens.get(at + 1).is_some_and(open) && !dated;
                matches!(reason, Reason::Ordinal | Reason::Date) && !noun
            }
            _ => false,
        }
    });
    let until = |at: usize| {
        let before = &tokens[at.saturating_sub(2)..at];
        before.iter().any(|token| token.entry.classes.meets(UNTIL))
    };
    let day = day.filter(|&at| !until(at) && !any_is(tokens, Class::Have));
    let digits = day.map_or("", |at| tokens[at].text(text)).bytes();
    let digits = digits.take_while(u8::is_ascii_digit).take(2);
    digits.fold(0, |day, digit| day * 10 + usize::from(digit - b'0'))
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

/// How much of the event a figure covers.
struct Extent {
    scope: Scope,
    place: Option<String>,
    /// Whether its sentence names a year.
    year: bool,
}

impl Extent {
    /// `own_place` = the place that stands behind the figure.
    fn of(
        figure: &Figure,
        setting: &Setting,
        part: Option<EventPart>,
        own_place: Option<String>,
    ) -> Self {
        let (scope, place) = match part {
            Some(part) => (part.scope, part.place),
            None => {
                let scope = scope(figure, setting);
                let own = (scope == Scope::Place).then_some(own_place).flatten();
                (scope, own.or_else(|| setting.place_of(scope)))
            }
        };
        Extent {
            scope,
            place,
            year: setting.year,
        }
    }
}

fn scope(figure: &Figure, setting: &Setting) -> Scope {
    let vague = figure.count.qualifier == Qualifier::Vague;
    match setting.scope_at(figure.number) {
        Scope::Event if vague && setting.part_event => Scope::Incident,
        Scope::Incident if figure.total && !vague => Scope::Event,
        other => other,
    }
}

/// What the words of a sentence do to the status of its figures; looked up once for all of them.
struct Doubts {
    /// The last word that calls the figures before it false.
    refuted: Option<usize>,
    /// The last word that takes the figures before it back.
    withdrawn: Option<usize>,
    unverified: bool,
    /// "CLAIM: 300 people died": what a fact-check looks into.
    looked_into: bool,
}

impl Doubts {
    fn of(tokens: &[Token], classes: &Classes) -> Self {
        let last = |class: Class| {
            let found = || tokens.iter().rposition(|token| token.is(class));
            classes.has(class).then(found).flatten()
        };
        Doubts {
            refuted: (0..last(Class::False).map_or(0, |last| last + 1))
                .rev()
                .find(|&at| is_called_false(tokens, at)),
            withdrawn: last(Class::Withdrawn),
            unverified: classes.has(Class::Negation) && is_unverified(tokens),
            looked_into: is_labelled(tokens, Class::ClaimLabel),
        }
    }
}

/// "Background", "Not the first time": whether a short heading stands over what happened before.
fn is_past_heading(tokens: &[Token], classes: &Classes) -> bool {
    let plain = !classes.meets(NUMBERS) && !classes.meets(TRIGGERS);
    tokens.len() <= LONGEST_HEADING / 2 && plain && classes.has(Class::PastHeading)
}

/// Whether a sentence opens with a label of this class: "CLAIM:".
fn is_labelled(tokens: &[Token], class: Class) -> bool {
    matches!(tokens, [label, colon, ..] if label.is(class) && colon.is_sign(':'))
}

/// Whether the word at `at` calls something false that is no noun behind it: "the report is fake", but not "a fake
/// checkpoint".
fn is_called_false(tokens: &[Token], at: usize) -> bool {
    if !is_at(tokens, at, Class::False) {
        return false;
    }
    let before = tokens[..at]
        .iter()
        .rev()
        .find(|token| !token.is(Class::Adverb));
    let attribute = tokens
        .get(at + 1)
        .is_some_and(|next| next.kind == Kind::Word && !next.is(Class::Preposition));
    !attribute || before.is_some_and(|token| token.is(Class::Be))
}

/// How firmly the sentence states a figure.
fn status(
    tokens: &[Token],
    figure: &Figure,
    source: Option<&Source>,
    setting: &Setting,
    doubts: &Doubts,
) -> Status {
    if figure.status != Status::Reported {
        return figure.status;
    }
    if setting.projected {
        return Status::Projected;
    }
    let after = |word: Option<usize>| word.is_some_and(|at| at >= figure.evidence.end);
    if after(doubts.refuted) {
        return Status::Refuted;
    }
    if after(doubts.withdrawn) {
        return Status::Superseded;
    }
    let near =
        &tokens[figure.evidence.start.saturating_sub(6)..figure.evidence.start.min(tokens.len())];
    // "Suspected Tesseran rebels killed 12": who did it is not sure.
    let whom = |at: usize| {
        let next = near.iter().skip(at + 1).take(2);
        next.clone()
            .any(|token| token.entry.person.is_some() || token.entry.force.is_some())
    };
    // "the toll was likely to rise": what was said before is sure.
    let rises = |at: usize| is_at(near, at + 1, Class::To) && is_at(near, at + 2, Class::Rise);
    let hedged = near.iter().enumerate().any(|(at, token)| {
        token.text_len() > 4
            && token.is(Class::Possible)
            && !token.is(Class::Modal)
            && token.entry.reporting.is_none()
            && !whom(at)
            && !rises(at)
    });
    if let Some(source) = source.filter(|source| source.cue < figure.number)
        && source.status != Status::Reported
    {
        return source.status;
    }
    // "It is feared that 40 miners are dead"
    let that = figure.number.min(tokens.len());
    let feared = source.is_none()
        && (tokens[that.saturating_sub(6)..that].windows(2))
            .any(|pair| pair[0].is(Class::Feared) && pair[1].is(Class::That));
    if feared {
        Status::Feared
    } else if doubts.looked_into {
        Status::Claimed
    } else if hedged || doubts.unverified {
        Status::Possible
    } else {
        Status::Reported
    }
}

/// "could not be independently verified".
fn is_unverified(tokens: &[Token]) -> bool {
    let verified = tokens.iter().rposition(|token| token.is(Class::Confirm));
    verified.is_some_and(|at| {
        // "who asked not to be named said": what was said, was.
        let mut before = tokens[..at].iter().rev();
        let passive = before.find(|token| !token.is(Class::Adverb));
        let negated = tokens[at.saturating_sub(5)..at].iter().any(|token| {
            token.is(Class::Negation) && !token.is(Class::No) && !token.is(Class::None)
        });
        negated && passive.is_some_and(|token| token.is(Class::Be))
    })
}
