//! Joins count, victims and outcome inside one sentence: voice, lists, ellipsis, parts.
//!
//! Finders propose figures in a fixed order (`Linker::run`); a noun phrase is used once. What is looked at and refused
//! is set aside with its reason. Each finder has its own file: verbs with their victims to the left (`subject`, `far`) and
//! to the right (`object`), whether those can be victims (`plausible`) and whether it is a fact (`facts`); nouns of what
//! happened (`nouns`), running totals (`totals`), labels, predicates, parts, what leaves its outcome out (`ellipsis`) or
//! leans on another figure (`leaning`), rare forms, and what no finder took (`refused`).

mod ellipsis;
mod facts;
mod far;
mod headline;
mod labels;
mod leaning;
mod nouns;
mod object;
mod parts;
mod plausible;
mod predicates;
mod rare;
mod refused;
mod subject;
mod totals;
mod verbs;

pub(crate) use ellipsis::SHORT_REPORT;
pub(crate) use leaning::rose_to;
pub(crate) use rare::{RULE_DENIED, has_rare_cue};

use super::chunk::{Chunk, Piece, Pieces, cut};
use super::lexicon::{Class, Classes};
use super::outcome::{Role, VerbGroup};
use super::text::{Token, any_is, is_at, on_one_line, token_at, within};
use super::victim::{Head, Phrase, Whole};
use crate::model::{Count, Group, Outcome, Qualifier, Reason, Status};
use crate::order::sort_by_key;
use headline::count_one_without_article;
use std::ops::Range;

/// The rule of violence whose outcome is not told: people shot may be dead or hurt. What came of it may replace it.
pub(crate) const RULE_SHOT: &str = "people-shot";

/// The rule of people who are dead or hurt, whenever it happened.
pub(crate) const RULE_STATE: &str = "people-dead";

/// The rule of cells of tables.
pub(crate) const RULE_CELL: &str = "table-cell";

/// The most chunks between a phrase and what tells its outcome that are quoted together.
const LONGEST_EVIDENCE: usize = 8;

/// What a figure is a component of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Nothing.
    None,
    /// The figure of the sentence with this index.
    Of(usize),
    /// The last figure of an earlier sentence.
    Earlier,
}

/// A figure as one sentence states it.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    pub(crate) count: Count,
    pub(crate) outcome: Outcome,
    pub(crate) group: Group,
    /// Tokens of the printed noun phrase.
    pub(crate) words: Range<usize>,
    /// Tokens of the evidence.
    pub(crate) evidence: Range<usize>,
    /// Index of the first token of the number (of the noun phrase, where no number is printed).
    pub(crate) number: usize,
    pub(crate) rule: &'static str,
    pub(crate) part: Part,
    pub(crate) status: Status,
    /// Adds to what was said before: "another nine".
    pub(crate) additive: bool,
    /// One of several that a sentence lists beside one another: "five nurses and two drivers".
    pub(crate) listed: bool,
    /// Speaks of people counted before: "the 63 dead".
    pub(crate) definite: bool,
    /// One person named or described, without a number: "a man".
    pub(crate) one: bool,
    /// A name for one person.
    pub(crate) named: bool,
    /// A pronoun for one person: "he was killed".
    pub(crate) pronoun: bool,
    /// Says a running total: "bringing the toll to 27".
    pub(crate) total: bool,
    /// Index of the figure of the sentence that replaces this one.
    pub(crate) superseded_by: Option<usize>,
    /// Whether the group is only the default and may be taken over from the sentence before.
    pub(crate) bare: bool,
}

impl Figure {
    /// The figure of a cell of a table, whose `tokens` are all of its evidence.
    pub(crate) fn of_cell(count: Count, outcome: Outcome, tokens: usize) -> Self {
        Self::of(count, outcome, 0..tokens, 0, RULE_CELL)
    }

    /// A figure of people of any kind, of which nothing more is known yet.
    fn of(
        count: Count,
        outcome: Outcome,
        evidence: Range<usize>,
        number: usize,
        rule: &'static str,
    ) -> Self {
        Figure {
            count,
            outcome,
            group: Group::People,
            words: evidence.end..evidence.end,
            evidence,
            number,
            rule,
            part: Part::None,
            status: Status::Reported,
            additive: false,
            listed: false,
            definite: false,
            one: false,
            named: false,
            pronoun: false,
            total: false,
            superseded_by: None,
            bare: true,
        }
    }
}

/// A span of tokens that was looked at and refused.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    pub(crate) span: Range<usize>,
    /// Index of the chunk that holds what would have been counted.
    at: usize,
    pub(crate) reason: Reason,
}

/// What one sentence states.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sentence {
    pub(crate) figures: Vec<Figure>,
    pub(crate) refusals: Vec<Refusal>,
}

/// What is told of a sentence by where it stands.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Told {
    /// The outcome of what was said last, for "the total is 27".
    pub(crate) carried: Option<Outcome>,
    /// What the heading over a list says, and of whom, for its items.
    pub(crate) heading: Option<(Outcome, Group)>,
    /// Whether the sentence is a headline.
    pub(crate) in_headline: bool,
}

/// Reads the figures of one sentence.
pub(crate) fn link(
    text: &str,
    tokens: &[Token],
    classes: &Classes,
    told: Told,
    room: &mut Room,
) -> Sentence {
    let Room {
        mut chunks,
        mut used,
        mut countable,
        mut found,
    } = std::mem::take(room);
    found.figures.clear();
    found.refusals.clear();
    cut(text, tokens, &mut chunks);
    if told.in_headline {
        count_one_without_article(tokens, &mut chunks);
    }
    used.clear();
    used.resize(chunks.len(), None);
    countable.clear();
    let mut pieces = Pieces::NONE;
    for (at, chunk) in chunks.iter().enumerate() {
        pieces = pieces | Pieces::of(&chunk.piece);
        if chunk.phrase().is_some_and(is_countable) {
            countable.push(at);
        }
    }
    let mut linker = Linker {
        text,
        tokens,
        classes,
        used,
        chunks,
        pieces,
        countable,
        found,
        carried: told.carried,
        heading: told.heading,
    };
    linker.run();
    *room = Room {
        chunks: linker.chunks,
        used: linker.used,
        countable: linker.countable,
        found: Sentence::default(),
    };
    in_text_order(linker.found)
}

/// Memory that the next sentence uses again.
#[derive(Debug, Default)]
pub(crate) struct Room {
    chunks: Vec<Chunk>,
    used: Vec<Option<usize>>,
    countable: Vec<usize>,
    found: Sentence,
}

impl Room {
    /// Takes back what a sentence stated, once it was read.
    pub(crate) fn take_back(&mut self, found: Sentence) {
        self.found = found;
    }
}

/// Whether a phrase counts people, takes some out of others, or names one whom a finder may count.
fn is_countable(phrase: &Phrase) -> bool {
    phrase.is_counted_people()
        || phrase.whole.is_some()
        || phrase.head == Head::Name && phrase.definite
}

/// Puts the figures of a sentence in the order of their evidence.
fn in_text_order(found: Sentence) -> Sentence {
    let place = |figure: &Figure| (figure.evidence.start, figure.number);
    if found.figures.is_sorted_by_key(place) {
        return found;
    }
    let mut order: Vec<(usize, Figure)> = found.figures.into_iter().enumerate().collect();
    sort_by_key(&mut order, |(_, figure)| place(figure));
    let mut place = vec![0; order.len()];
    for (new, &(old, _)) in order.iter().enumerate() {
        place[old] = new;
    }
    let figures = order
        .into_iter()
        .map(|(_, mut figure)| {
            figure.superseded_by = figure.superseded_by.map(|other| place[other]);
            if let Part::Of(other) = figure.part {
                figure.part = Part::Of(place[other]);
            }
            figure
        })
        .collect();
    Sentence {
        figures,
        refusals: found.refusals,
    }
}

/// The reading of one sentence in progress.
struct Linker<'s> {
    text: &'s str,
    tokens: &'s [Token],
    /// All classes of the words, so that a finder whose word is not there need not look for it.
    classes: &'s Classes,
    chunks: Vec<Chunk>,
    /// What the chunks are, so that a finder whose piece is not there need not look for it.
    pieces: Pieces,
    /// For each chunk, the figure that it was used for.
    used: Vec<Option<usize>>,
    /// The chunks that are countable phrases: see [`is_countable`].
    countable: Vec<usize>,
    found: Sentence,
    carried: Option<Outcome>,
    heading: Option<(Outcome, Group)>,
}

impl Linker<'_> {
    fn run(&mut self) {
        self.label_lines();
        self.listed_labels();
        self.causes();
        self.labels();
        self.predicates();
        self.attributes();
        self.parts();
        self.parts_that_add_up();
        self.apposed_parts();
        self.continued();
        self.bracketed();
        self.group_labels();
        self.leading_whole();
        self.severities();
        self.fates_of_casualties();
        self.totals();
        self.rare();
        self.shared_nouns();
        self.first_others();
        self.refuse_rest();
    }

    /// Asks each word that says what happened for its victims, from left to right.
    fn causes(&mut self) {
        for at in 0..self.chunks.len() {
            match &self.chunks[at].piece {
                Piece::Verb(verb) if matches!(verb.role, Role::Harm(_) | Role::Lose) => {
                    let verb = *verb;
                    self.verb(at, verb);
                }
                Piece::Phrase(phrase) if matches!(phrase.head, Head::Outcome(..)) => self.noun(at),
                Piece::Toll(toll) => {
                    let toll = *toll;
                    self.toll(at, toll);
                }
                _ => {}
            }
        }
    }

    fn phrase(&self, at: usize) -> Option<&Phrase> {
        self.chunks.get(at).and_then(Chunk::phrase)
    }

    fn verb_at(&self, at: usize) -> Option<&VerbGroup> {
        self.chunks.get(at).and_then(Chunk::verb)
    }

    /// Whether the piece at `at` is one of `pieces`.
    fn is(&self, at: usize, pieces: Pieces) -> bool {
        (self.chunks.get(at)).is_some_and(|chunk| pieces.has(&chunk.piece))
    }

    /// Whether one of `pieces` stands right before the chunk at `at`.
    fn follows(&self, at: usize, pieces: Pieces) -> bool {
        self.before(at)
            .is_some_and(|before| self.is(before, pieces))
    }

    fn has_class(&self, at: usize, class: Class) -> bool {
        self.chunks
            .get(at)
            .is_some_and(|chunk| any_is(within(self.tokens, chunk.span.clone()), class))
    }

    fn before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1)
    }

    /// The tokens of the chunk at `at`.
    fn span(&self, at: usize) -> Range<usize> {
        self.chunks[at].span.clone()
    }

    /// The first token of the chunk at `at`.
    fn start(&self, at: usize) -> usize {
        self.chunks[at].span.start
    }

    /// The token behind the chunk at `at`.
    fn end(&self, at: usize) -> usize {
        self.chunks[at].span.end
    }

    /// Whether there is a token at `at` whose entry has `class`.
    fn token_is(&self, at: usize, class: Class) -> bool {
        is_at(self.tokens, at, class)
    }

    /// The figure that the chunk at `at` was used for.
    fn used_for(&self, at: usize) -> Option<usize> {
        self.used[at]
    }

    /// The nearest figure before the chunk at `at`.
    fn figure_before(&self, at: usize) -> Option<usize> {
        self.used[..at].iter().rev().find_map(|&used| used)
    }

    /// The outcome of the figure with this index.
    fn outcome_of(&self, figure: usize) -> Outcome {
        self.found.figures[figure].outcome
    }

    /// The next chunk at or after `at` that is no adverb.
    fn skip_adverbs(&self, mut at: usize) -> usize {
        while self.is(at, Pieces::ADVERB) {
            at += 1;
        }
        at
    }

    /// Whether the phrase at `at` can take a figure: it has none yet, or one that leaves its people's fate open
    /// ("kidnapped and killed two workers" states both).
    fn is_free(&self, at: usize) -> bool {
        self.used.get(at).is_some_and(|used| {
            used.is_none_or(|index| leaves_fate_open(self.found.figures[index].outcome))
        })
    }

    /// Whether the phrase at `at` is of people shot, of whose fate nothing is told yet.
    fn is_shot(&self, at: usize) -> bool {
        let used = self.used.get(at).copied().flatten();
        used.is_some_and(|index| self.found.figures[index].rule == RULE_SHOT)
    }

    /// Whether the chunk at `at` is the word "of".
    fn is_of(&self, at: usize) -> bool {
        self.is(at, Pieces::PREPOSITION) && self.has_class(at, Class::Of)
    }

    fn has_quantity(&self, at: usize) -> bool {
        self.phrase(at)
            .is_some_and(|phrase| phrase.quantity.is_some() || phrase.zero)
    }

    fn is_vague(&self, at: usize) -> bool {
        self.phrase(at)
            .and_then(|phrase| phrase.quantity)
            .is_some_and(|quantity| quantity.qualifier == Qualifier::Vague)
    }

    fn count_of(&self, phrase: &Phrase) -> Count {
        let exactly = |people: u64, words: Range<usize>| Count {
            low: Some(people),
            high: Some(people),
            qualifier: Qualifier::Exact,
            text: self.words(words),
        };
        if phrase.zero {
            return exactly(0, phrase.span.clone());
        }
        match &phrase.quantity {
            Some(quantity) => quantity.count(self.text, self.tokens),
            None => exactly(1, phrase.span.start..phrase.span.start + 1),
        }
    }

    /// The printed words of `span`, on one line.
    fn words(&self, span: Range<usize>) -> String {
        let (Some(first), Some(last)) = (
            self.tokens.get(span.start),
            self.tokens.get(span.end.wrapping_sub(1)),
        ) else {
            return String::new();
        };
        on_one_line(self.text.get(first.start..last.end).unwrap_or_default())
    }

    /// Adds a figure for the phrase at `at`, whose outcome the chunk at `cause` tells. Returns its index.
    fn add(
        &mut self,
        at: usize,
        cause: usize,
        outcome: Outcome,
        rule: &'static str,
    ) -> Option<usize> {
        let phrase = self.phrase(at)?;
        if let Some(index) = self.used_for(at) {
            let first = self.outcome_of(index);
            // "The dead include 14 people buried by landslides"
            if first == Outcome::Buried && outcome == Outcome::Killed {
                let figure = &mut self.found.figures[index];
                (figure.outcome, figure.rule) = (outcome, rule);
                return Some(index);
            }
            // "24 hostages were being held" tells one thing twice.
            if (first, outcome) == (Outcome::Abducted, Outcome::Detained) {
                return None;
            }
            // "Two who are held hostage were still alive"
            let held = matches!(first, Outcome::Abducted | Outcome::Detained);
            if held && outcome == Outcome::Rescued && self.is_adjective(cause) {
                return None;
            }
            // "children being held captive"
            if (first, outcome) == (Outcome::Detained, Outcome::Abducted) {
                self.found.figures[index].outcome = outcome;
                return Some(index);
            }
            let fled = (first, outcome) == (Outcome::Displaced, Outcome::Killed);
            if first == outcome || !leaves_fate_open(first) || fled {
                return self.override_shooting(index, cause, outcome, rule);
            }
        }
        // "to replace the one killed": not all who were.
        let known = phrase.definite && phrase.head == Head::Bare && phrase.whole.is_none();
        let known = known && phrase.quantity.is_some_and(|quantity| quantity.is_one());
        if known || matches!(phrase.head, Head::Thing(_)) {
            return None;
        }
        // "Police seized three suspects"
        let outcome = match (outcome, phrase.group) {
            (Outcome::Abducted, Group::Perpetrators) => Outcome::Detained,
            _ => outcome,
        };
        // "Two gunmen fled": they got away. "Four nurses were relocated": to other work.
        let armed = matches!(
            phrase.group,
            Group::Perpetrators | Group::Fighters | Group::Soldiers | Group::Police | Group::Medics
        );
        // "No arrests were made" tells of no people.
        let none = phrase.zero && matches!(phrase.head, Head::Outcome(Outcome::Detained, _));
        // Out of hospital, not out of captivity.
        let patients = phrase.whole.is_some() || self.classes.has(Class::Hospital);
        let hurt = self.carried == Some(Outcome::Injured)
            || phrase.whole == Some(Whole::Those(Outcome::Injured));
        let discharged = outcome == Outcome::Released && hurt && patients;
        if outcome == Outcome::Displaced && armed || none || discharged {
            return None;
        }
        let mut figure = self.figure(phrase, self.evidence(at, cause), outcome, rule);
        // "one, a girl of 16, died"
        let one = phrase.quantity.is_some_and(|quantity| quantity.is_one());
        let named = (self.phrase(at + 2)).filter(|named| named.head == Head::OnePerson);
        if let Some(named) = named.filter(|_| one && figure.bare && self.is(at + 1, Pieces::COMMA))
        {
            (figure.group, figure.words, figure.bare) = (named.group, named.words.clone(), false);
        }
        // "There were no other injuries" does not say that nobody was hurt.
        figure.additive |= phrase.zero && self.has_class(at, Class::Other);
        if let Some(other) = self.mixed_with(at, cause) {
            let armed = |group: Group| {
                matches!(
                    group,
                    Group::Police | Group::Soldiers | Group::SecurityForces
                )
            };
            let forces = armed(other) && armed(figure.group);
            figure.group = if forces {
                Group::SecurityForces
            } else {
                Group::People
            };
        }
        let index = self.found.figures.len();
        self.found.figures.push(figure);
        self.used[at].get_or_insert(index);
        Some(index)
    }

    /// "30 soldiers and rebels were killed", "a dozen nurses, cooks and guests": the other group that the number of the
    /// phrase at `at` counts, too.
    fn mixed_with(&self, at: usize, cause: usize) -> Option<Group> {
        let joined = self.is(at + 1, Pieces::AND)
            || self.is(at + 1, Pieces::COMMA) && self.is(at + 3, Pieces::AND);
        let (first, next) = (self.phrase(at).filter(|_| joined)?, self.phrase(at + 2)?);
        let several = |phrase: &Phrase| phrase.head == Head::Person && !phrase.definite;
        let own_verb = cause <= at && self.is(at + 3, Pieces::OTHER | Pieces::VERB);
        let mixed = first.quantity.is_some_and(|quantity| !quantity.is_one())
            && several(first)
            && several(next)
            && next.quantity.is_none()
            && first.group != next.group
            && !own_verb;
        mixed.then_some(next.group)
    }

    /// The tokens from the phrase at `at` to the chunk at `cause`; the phrase alone where the way is long or crosses
    /// another number, which a reader would take for the figure.
    fn evidence(&self, at: usize, cause: usize) -> Range<usize> {
        let (low, high) = (at.min(cause), at.max(cause));
        let crossed = (low + 1..high).any(|between| {
            self.phrase(between)
                .is_some_and(|other| other.quantity.is_some())
        });
        if crossed || high - low > LONGEST_EVIDENCE {
            self.span(at)
        } else {
            self.start(low)..self.end(high)
        }
    }

    /// The figure that `phrase` states, before anything is known of its whole, its source or its mood.
    fn figure(
        &self,
        phrase: &Phrase,
        evidence: Range<usize>,
        outcome: Outcome,
        rule: &'static str,
    ) -> Figure {
        let number = phrase
            .quantity
            .map_or(phrase.span.start, |quantity| quantity.number);
        Figure {
            group: phrase.group,
            words: phrase.words.clone(),
            additive: phrase.additive,
            definite: phrase.definite && phrase.quantity.is_some(),
            one: phrase.quantity.is_none() && !phrase.zero,
            pronoun: phrase.head == Head::Pronoun,
            named: phrase.head == Head::Name,
            bare: phrase.head == Head::Bare,
            ..Figure::of(self.count_of(phrase), outcome, evidence, number, rule)
        }
    }

    /// Notes that the figures from index `first` on are listed beside one another, if there are several. "Three clerks,
    /// two Tesserans and one Karsovan": the first is what the others come to.
    fn mark_list(&mut self, first: usize) {
        let [whole, rest @ ..] = &mut self.found.figures[first..] else {
            return;
        };
        let sum = (rest.iter()).try_fold(0u64, |sum, figure| sum.checked_add(figure.count.low?));
        let tokens = self.tokens;
        // "kills 29, many children"
        let many = |figure: &Figure| {
            let across = matches!(
                figure.group,
                Group::Children | Group::Women | Group::WomenAndChildren | Group::Elderly
            );
            let sign = figure.number.checked_sub(1);
            across
                && figure.count.qualifier == Qualifier::Vague
                && figure.count.low < whole.count.low
                && sign.is_some_and(|sign| token_at(tokens, sign).is_sign(','))
        };
        let apposed = match &*rest {
            [one] => many(one),
            _ => whole.count.low == sum,
        };
        for figure in &mut *rest {
            (figure.part, figure.listed) = if apposed {
                (Part::Of(first), false)
            } else {
                (figure.part, true)
            };
        }
        whole.listed = !apposed && !rest.is_empty();
    }

    /// "shot five people dead", "were wounded on Monday and died": what came of it replaces the shooting or the wound.
    fn override_shooting(
        &mut self,
        index: usize,
        cause: usize,
        outcome: Outcome,
        rule: &'static str,
    ) -> Option<usize> {
        let end = self.end(cause);
        let figure = &mut self.found.figures[index];
        // "was badly wounded and died", "people fleeing the war have drowned"
        let wounded = matches!(figure.outcome, Outcome::Injured | Outcome::Displaced);
        let shot = figure.rule == RULE_SHOT;
        let told = outcome == Outcome::Killed || shot && outcome == Outcome::Injured;
        if !wounded && !shot || !told {
            return None;
        }
        (figure.outcome, figure.rule) = (outcome, rule);
        figure.evidence.end = figure.evidence.end.max(end);
        Some(index)
    }
}

/// Whether one person without a number is worth a figure of this outcome.
fn is_fate(outcome: Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Killed
            | Outcome::Injured
            | Outcome::Abducted
            | Outcome::Missing
            | Outcome::Rescued
            | Outcome::Casualties
    )
}

/// Whether people to whom this happened can come to more: abducted and killed, missing and found.
fn leaves_fate_open(outcome: Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Abducted
            | Outcome::Detained
            | Outcome::Affected
            | Outcome::Missing
            | Outcome::Trapped
            | Outcome::Displaced
    )
}
