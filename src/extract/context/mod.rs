//! Across sentences: what has been read so far, and what the figures of one more sentence add to it.

mod carry;
mod extent;
mod figures;
mod merge;
mod revision;
mod status;
mod time;

use self::carry::is_past_heading;
use self::extent::Extent;
use self::merge::Key;
pub(crate) use self::merge::Note;
use self::status::is_labelled;
use self::time::Time;
use super::attribution::{Memory, Source, Voice, find_sources};
use super::incident::EventPart;
use super::lexicon::{Class, Classes, TRIGGERS};
use super::link::{Figure, Room, Sentence, Told, has_rare_cue, link};
use super::scope::{names_own_year, own_years};
use super::speech::Speech;
use super::table::{Cell, Row, Table};
use super::text::{Block, BlockKind, Token, cells, holds_sentence_end, is_at, on_one_line};
use crate::model::{
    Attribution, AttributionKind, Claim, Group, Outcome, Reason, Scope, SetAside, Status,
};
use rustc_hash::FxHashMap;

/// The sentences that may say which year an article is about: its title and the first of its text.
const YEAR_OPENING: usize = 2;

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
    /// The sources of the sentence that is being read; here they only keep their memory for the next one.
    sources: Vec<Source>,
    /// The same for the claims of its figures.
    placed: Vec<usize>,
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
    /// Whether the first sentence of running text with a figure tells dead or injured of a day of the week, and of no date, and
    /// gives no running total.
    weekday: Option<bool>,
    /// Whether that day is only of who said so.
    stated: bool,
    /// Whether that sentence counts the victims of several happenings.
    several: bool,
    /// The years that the article is about, as it opens.
    years: Vec<String>,
    /// Whether the sentence names no other year.
    own_year: bool,
    /// Whether "More on this story" or the like stands before, whose lines are titles of other articles.
    links: bool,
}

/// A claim of each outcome.
type Wholes = [Option<usize>; Outcome::ALL.len()];

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
        let mut sources = std::mem::take(&mut self.sources);
        find_sources(place.text, tokens, &place.classes, headline, &mut sources);
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
        self.sources = sources;
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
            day: 0,
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
        let mut found = if may_tell {
            link(place.text, tokens, classes, told, &mut self.room)
        } else {
            Sentence::default()
        };
        self.read_figures(place, tokens, &mut found, sources);
        if may_tell {
            self.room.take_back(found);
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
}
