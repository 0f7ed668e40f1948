//! Tables by their columns: a head that names outcomes or groups, and rows that name places, groups or outcomes.
//!
//! A cell states a figure where its column, its row and the heading over the table tell together what happened. Rows are
//! places of the event, a row of sums is the event's. A table whose head names points, goals or births counts no casualties,
//! and neither do columns of shares and of things.

use super::lexicon::{Class, Classes, Forms, OutcomeNounKind};
use super::quantity::quantity;
use super::text::{Block, BlockKind, Kind, Token, any_is, token_at, tokens};
use crate::model::{Count, Group, Outcome, Qualifier, Reason, Scope};
use std::ops::Range;

/// The table that is being read.
#[derive(Debug, Default)]
pub(crate) struct Table {
    columns: Vec<Label>,
    /// Whether the last row was a part of the head.
    heads: bool,
    /// Whether its head says that it counts something else.
    other: bool,
    /// Number of the sentence that its first row with figures stands for.
    pub(crate) first: usize,
    /// Whether a row with figures was read.
    started: bool,
}

/// What a row was.
pub(crate) enum Row {
    /// Nothing that a table would have: it is read as a sentence.
    None,
    /// A head, a line between rows, or a row that states nothing.
    Passed,
    /// Cells with figures, and cells whose numbers count nobody, with the reasons.
    Cells(Vec<Cell>, Vec<(Range<usize>, Reason)>),
}

/// A figure of a table.
pub(crate) struct Cell {
    pub(crate) outcome: Outcome,
    pub(crate) group: Group,
    pub(crate) scope: Scope,
    pub(crate) place: Option<String>,
    pub(crate) count: Count,
    /// The cell's tokens.
    pub(crate) tokens: Vec<Token>,
    /// The printed name of the group, as bytes of the text.
    pub(crate) group_words: Range<usize>,
    /// Which of the cells of this row holds this one's people too.
    pub(crate) part_of: Option<usize>,
    /// Who counted, where the rows are sources.
    pub(crate) source: Option<String>,
    /// Whether it is of one day: days may be told as running totals.
    pub(crate) day: bool,
}

/// What the head of a column, or the first cell of a row, says of its cells.
#[derive(Clone, Debug, Default)]
struct Label {
    outcome: Option<Outcome>,
    group: Option<Group>,
    group_words: Range<usize>,
    place: Option<String>,
    /// Of everybody: "Total".
    sum: bool,
    /// Of another time: a year.
    past: bool,
    /// Of one day.
    day: bool,
    /// Cells that count nobody: shares, things, sums of a part.
    other: bool,
    /// Nothing is printed.
    empty: bool,
    /// The head over names of sources.
    source: bool,
}

/// Words in a label whose cells count nobody.
const NO_PEOPLE: Classes = Classes::of(&[
    Class::Thing,
    Class::Animal,
    Class::Organisation,
    Class::Money,
    Class::Unit,
]);

impl Table {
    /// Reads the next row. `heading` = what the heading over the table says happened, and to whom; `number` = that of the
    /// sentence that the row stands for.
    pub(crate) fn row(
        &mut self,
        text: &str,
        cells: &[Range<usize>],
        heading: Option<(Outcome, Group)>,
        number: usize,
    ) -> Row {
        if cells.iter().all(|cell| is_line(&text[cell.clone()])) {
            return if self.columns.is_empty() {
                Row::None
            } else {
                Row::Passed
            };
        }
        let read: Vec<Vec<Token>> = cells.iter().map(|cell| cut(text, cell)).collect();
        let numbers = |tokens: &Vec<Token>| count(text, tokens).is_some();
        if !read.iter().skip(1).any(numbers) {
            return self.head(text, cells, &read, heading.is_some());
        }
        self.heads = false;
        let row = self.figures(text, cells, &read, heading);
        if matches!(row, Row::Cells(..)) && !self.started {
            (self.started, self.first) = (true, number);
        }
        row
    }

    /// A row without numbers: the head, its second line, or a row that states nothing.
    fn head(
        &mut self,
        text: &str,
        cells: &[Range<usize>],
        read: &[Vec<Token>],
        under_heading: bool,
    ) -> Row {
        let labels: Vec<Label> = cells
            .iter()
            .zip(read)
            .map(|(cell, tokens)| label(text, cell, tokens))
            .collect();
        let tells = labels.iter().any(|label| label.outcome.is_some());
        let lends = labels
            .iter()
            .any(|label| label.group.is_some() || label.sum || label.place.is_some());
        if self.heads && self.columns.len() == labels.len() {
            self.second_line(labels);
            return Row::Passed;
        }
        let fatal = labels
            .iter()
            .any(|label| label.outcome.is_some_and(is_sure));
        if read.iter().any(|tokens| is_sentence(text, tokens)) {
            return Row::None;
        }
        let head = tells && fatal || lends && labels.len() > 2 || under_heading && lends;
        if !head || cells.len() < 2 || !self.columns.is_empty() && !tells {
            return if self.columns.is_empty() {
                Row::None
            } else {
                Row::Passed
            };
        }
        let other = |token: &Token| token.is(Class::OtherTable);
        self.other = read.iter().flatten().any(other);
        self.columns = labels;
        if !fatal {
            for column in &mut self.columns {
                column.outcome = None;
            }
        }
        self.heads = true;
        Row::Passed
    }

    /// A head on two lines: what the second leaves open, the first one tells, also for the empty cells to its right.
    fn second_line(&mut self, labels: Vec<Label>) {
        let mut over = Label::default();
        for (column, label) in self.columns.iter_mut().zip(labels) {
            if !column.empty {
                over = column.clone();
            }
            let below = label;
            column.outcome = below.outcome.or(over.outcome);
            if below.group.is_some() {
                (column.group, column.group_words) = (below.group, below.group_words);
            } else if column.group.is_none() {
                (column.group, column.group_words) = (over.group, over.group_words.clone());
            }
            column.other |= below.other || over.other;
            column.sum |= below.sum;
            column.past |= below.past || over.past;
            column.empty &= below.empty;
        }
    }

    /// The figures of a row with numbers.
    fn figures(
        &mut self,
        text: &str,
        cells: &[Range<usize>],
        read: &[Vec<Token>],
        heading: Option<(Outcome, Group)>,
    ) -> Row {
        let names = |tokens: &Vec<Token>| {
            tokens.iter().any(|token| token.kind == Kind::Word) && count(text, tokens).is_none()
        };
        // "1 | Orlen | 31": places in an order before the names.
        let first = read.iter().position(names).unwrap_or(0);
        let (Some(cell), Some(words)) = (cells.get(first), read.get(first)) else {
            return Row::None;
        };
        let row = label(text, cell, words);
        let known = cells.len() <= self.columns.len();
        if !known && (self.columns.is_empty() || row.outcome.is_none()) && heading.is_none() {
            return self.key_and_value(text, read, &row);
        }
        if self.other || row.other {
            return Row::Passed;
        }
        let dated = read.iter().skip(1).any(|tokens| is_year(text, tokens));
        let mut found: Vec<Cell> = Vec::new();
        let mut taken: Vec<usize> = Vec::new();
        // The column of everybody that the next columns are parts of, and its cell of this row.
        let mut whole: Option<(Outcome, usize)> = None;
        let blank = Label::default();
        let by_source = known && self.columns[first].source;
        for (at, tokens) in read.iter().enumerate().skip(first + 1) {
            let column = if known { &self.columns[at] } else { &blank };
            let told = column.outcome.or(row.outcome);
            let part = whole.filter(|_| told.is_none() && column.group.is_some());
            let outcome = told
                .or(part.map(|(outcome, _)| outcome))
                .or(heading.map(|(outcome, _)| outcome));
            let Some((outcome, count)) = outcome.zip(count(text, tokens)) else {
                continue;
            };
            if column.other
                || known && is_unnamed(column) && !(row.outcome.is_some() && cells.len() == 2)
            {
                continue;
            }
            let (group, group_words) = [column, &row]
                .into_iter()
                .find_map(|label| Some((label.group?, label.group_words.clone())))
                .unwrap_or((heading.map_or(Group::People, |(_, group)| group), 0..0));
            let source = by_source.then(|| row.place.clone()).flatten();
            let (scope, place) = if source.is_some() {
                (Scope::Event, None)
            } else {
                scope(column, &row, dated)
            };
            let part_of = part.map(|(_, index)| index);
            if column.outcome.is_some() && group == Group::People {
                whole = Some((outcome, found.len()));
            }
            taken.push(at);
            found.push(Cell {
                outcome,
                group,
                scope,
                place,
                count,
                tokens: tokens.clone(),
                group_words,
                part_of,
                source,
                day: row.day,
            });
        }
        if found.is_empty() {
            return if known { Row::Passed } else { Row::None };
        }
        let aside = cells.iter().zip(read).enumerate();
        let aside = aside.filter_map(|(at, (cell, tokens))| {
            let number = |token: &Token| matches!(token.kind, Kind::Digits | Kind::Compound);
            let used = taken.contains(&at) || !tokens.iter().any(number);
            (!used).then(|| (cell.clone(), reason(text, tokens)))
        });
        let aside = aside.collect();
        Row::Cells(found, aside)
    }

    /// "| Killed | 745 |": a row that names its outcome itself.
    fn key_and_value(&self, text: &str, read: &[Vec<Token>], row: &Label) -> Row {
        let mut values = read.iter().skip(1).filter(|tokens| !tokens.is_empty());
        let (Some(outcome), Some(value), None) = (row.outcome, values.next(), values.next()) else {
            return Row::None;
        };
        let name = read
            .first()
            .and_then(|tokens| tokens.first())
            .is_some_and(|token| token.is(Class::Determiner));
        let Some(count) = count(text, value).filter(|_| !row.other && !name) else {
            return Row::None;
        };
        let cell = Cell {
            outcome,
            group: row.group.unwrap_or(Group::People),
            scope: Scope::Event,
            place: None,
            count,
            tokens: value.clone(),
            group_words: row.group_words.clone(),
            part_of: None,
            source: None,
            day: false,
        };
        Row::Cells(vec![cell], Vec::new())
    }
}

/// The most tokens of a cell that is no sentence.
const LONGEST_LABEL: usize = 8;

/// Whether a cell holds a sentence, or a figure of its own: "12 dead in fire".
fn is_sentence(text: &str, tokens: &[Token]) -> bool {
    let dated = tokens
        .iter()
        .any(|token| token.is(Class::MonthName) || is_year(text, std::slice::from_ref(token)));
    // "Dead[1]": a footnote.
    let number = |at: usize| {
        let note = at > 0 && token_at(tokens, at - 1).is_sign('[');
        !note && token_at(tokens, at).is_number()
    };
    let figure =
        (0..tokens.len()).any(number) && tokens.iter().any(|token| token.entry.is_trigger());
    tokens.len() > LONGEST_LABEL || figure && !dated
}

/// How much of the event a cell speaks of, by its column and its row.
fn scope(column: &Label, row: &Label, dated: bool) -> (Scope, Option<String>) {
    if column.past || row.past || dated {
        return (Scope::Background, None);
    }
    match column.place.as_ref().or(row.place.as_ref()) {
        _ if row.sum && column.place.is_none() || column.sum && row.outcome.is_some() => {
            (Scope::Event, None)
        }
        Some(place) => (Scope::Place, Some(place.clone())),
        None if row.day => (Scope::Incident, None),
        None => (Scope::Event, None),
    }
}

/// Whether a column has a head that says nothing of people: "Notes", "Rank".
fn is_unnamed(column: &Label) -> bool {
    let told = column.outcome.is_some() || column.group.is_some() || column.place.is_some();
    !told && !column.sum
}

/// Whether a table with this outcome among its columns counts casualties: films are released, letters are missing.
fn is_sure(outcome: Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Killed | Outcome::Injured | Outcome::Casualties | Outcome::Displaced
    )
}

/// What a label says of its cells.
fn label(text: &str, cell: &Range<usize>, tokens: &[Token]) -> Label {
    let mut found = Label {
        empty: tokens.is_empty(),
        ..Label::default()
    };
    let classes = Classes::of_all(tokens.iter().map(|token| token.entry.classes));
    let share = tokens
        .iter()
        .any(|token| token.is_sign('%') || token.is(Class::ShareHead));
    found.past = tokens.len() == 1 && is_year(text, tokens)
        || tokens.len() > 1
            && tokens
                .iter()
                .any(|token| is_year(text, std::slice::from_ref(token)));
    let day = classes.has(Class::MonthName) || classes.has(Class::Weekday);
    found.day = day && !found.past;
    found.source = classes.has(Class::SourceHead);
    found.sum = classes.has(Class::SumRow);
    let outcomes: Vec<Outcome> = tokens.iter().filter_map(outcome_of).collect();
    let things = classes.meets(NO_PEOPLE) && !tokens.iter().any(is_noun_of_outcome);
    found.other = share || things && !outcomes.is_empty() || classes.has(Class::SubtotalRow);
    found.outcome = match outcomes[..] {
        [] => None,
        [outcome, ref rest @ ..] if rest.iter().all(|other| *other == outcome) => Some(outcome),
        _ if outcomes.iter().all(|&outcome| is_harm(outcome)) => Some(Outcome::Casualties),
        _ => {
            found.other = true;
            None
        }
    };
    let group = tokens.iter().find_map(|token| {
        let group = token.entry.person.map(|person| person.group);
        let group = group.or(token.entry.force)?;
        (group != Group::People).then_some(group)
    });
    let plain = tokens.iter().any(|token| token.entry.person.is_some());
    if let Some(group) = group {
        found.group = Some(group);
        found.group_words = cell.clone();
    } else if plain && found.outcome.is_none() {
        found.group = Some(Group::People);
        found.group_words = cell.clone();
    }
    let name = tokens.first().is_some_and(|token| token.kind == Kind::Word);
    let said = found.outcome.is_some() || found.group.is_some() || found.sum || found.day;
    if name && !said && !found.other && !found.past && !classes.has(Class::Topic) {
        let printed = text.get(cell.clone()).unwrap_or_default();
        found.place = Some(printed.trim_matches(['*', '_', ' ', '\'']).to_owned());
    }
    found
}

/// Whether an outcome is death or harm.
fn is_harm(outcome: Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Killed | Outcome::Injured | Outcome::Casualties
    )
}

/// What happened, as one word of a label tells it.
fn outcome_of(token: &Token) -> Option<Outcome> {
    let entry = token.entry;
    let noun = entry
        .noun
        .filter(|noun| !matches!(noun.kind, OutcomeNounKind::Life | OutcomeNounKind::Case))
        .map(|noun| noun.outcome);
    let verb = entry
        .verb
        .filter(|verb| verb.forms.has(Forms::PARTICIPLE))
        .and_then(|verb| verb.outcome);
    let toll = entry
        .toll
        .map(|toll| toll.outcome.unwrap_or(Outcome::Killed));
    let victims = token.is(Class::Victims).then_some(Outcome::Killed);
    noun.or(entry.adjective).or(verb).or(toll).or(victims)
}

/// Whether a word is a noun of what happened, which things before it only describe: "road deaths".
fn is_noun_of_outcome(token: &Token) -> bool {
    token.entry.noun.is_some() || token.entry.toll.is_some()
}

/// Why the numbers of a cell count nobody.
fn reason(text: &str, tokens: &[Token]) -> Reason {
    if is_year(text, tokens) {
        Reason::Year
    } else if any_is(tokens, Class::MonthName) {
        Reason::Date
    } else {
        Reason::Alone
    }
}

/// Whether a cell is a year alone.
fn is_year(text: &str, tokens: &[Token]) -> bool {
    let [token] = tokens else { return false };
    let printed = token.text(text);
    token.kind == Kind::Digits
        && printed.len() == 4
        && (printed.starts_with("19") || printed.starts_with("20"))
}

/// Whether a cell is a line between rows: "---", ":-:", "===", "-".
fn is_line(cell: &str) -> bool {
    cell.len() > 1
        && cell
            .chars()
            .all(|c| matches!(c, '-' | ':' | '=' | '+' | ' '))
        || cell.is_empty()
        || cell == "-"
}

/// The tokens of a cell.
fn cut(text: &str, cell: &Range<usize>) -> Vec<Token> {
    let mut found = Vec::new();
    let block = Block {
        start: cell.start,
        end: cell.end,
        kind: BlockKind::Row,
    };
    tokens(text, block, &mut found);
    found
}

/// The people whom a cell counts, where it is a number and nothing but marks or a bracket behind it.
fn count(text: &str, tokens: &[Token]) -> Option<Count> {
    let bound = tokens.first().and_then(sign_of_bound);
    let start = usize::from(bound.is_some());
    let found = quantity(text, tokens, start)?;
    let mark = |token: &Token| {
        matches!(
            token.kind,
            Kind::Sign('*' | '(' | '[' | '\u{2020}' | '\u{2021}')
        )
    };
    let rest = tokens.get(found.end);
    let alone = rest.is_none_or(|next| mark(next) || next.entry.person.is_some());
    let number = found.digits && !found.fraction && !found.adjective;
    let mut count = (alone && number).then(|| found.count(text, tokens))?;
    if let Some(bound) = bound.filter(|_| count.qualifier == Qualifier::Exact) {
        let end = tokens.get(found.end - 1)?.end;
        count.text = text.get(tokens.first()?.start..end)?.to_owned();
        count.qualifier = bound;
        match bound {
            Qualifier::AtLeast | Qualifier::MoreThan => count.high = None,
            Qualifier::AtMost | Qualifier::FewerThan => count.low = None,
            _ => {}
        }
    }
    Some(count)
}

/// What a sign before a number says of it, with a blank between or without: "~40", "> 100".
fn sign_of_bound(token: &Token) -> Option<Qualifier> {
    let sign = matches!(token.kind, Kind::Sign(_));
    token.entry.bound_before.filter(|_| sign)
}
