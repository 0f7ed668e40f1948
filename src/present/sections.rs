//! The table's rows by outcome: which are shown, how they are nested, and what is folded under them.

use super::table::{Table, TableRow};
use crate::model::{Group, Outcome, Scope};

/// What tells a row from every other, whichever figures it holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RowKey {
    /// What happened.
    pub outcome: Outcome,
    /// Whom.
    pub group: Group,
    /// The same in words; of a subgroup its own.
    pub group_label: String,
    /// How much of the event.
    pub scope: Scope,
    /// Where, in words.
    pub place: Option<String>,
}

impl RowKey {
    /// The key of `row`.
    pub fn of(row: &TableRow) -> Self {
        RowKey {
            outcome: row.outcome,
            group: row.group,
            group_label: row.group_label.clone(),
            scope: row.scope,
            place: row.place_label.clone(),
        }
    }

    /// Whether this is the key of `row`.
    pub fn is_of(&self, row: &TableRow) -> bool {
        self.outcome == row.outcome
            && self.group == row.group
            && self.group_label == row.group_label
            && self.scope == row.scope
            && self.place == row.place_label
    }

    /// The row in `table` that has this key.
    pub fn find<'t>(&self, table: &'t Table) -> Option<&'t TableRow> {
        table.rows.iter().find(|row| self.is_of(row))
    }
}

/// The outcomes of `table`, in the order of its rows.
pub fn outcomes(table: &Table) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for row in &table.rows {
        if !outcomes.contains(&row.outcome) {
            outcomes.push(row.outcome);
        }
    }
    outcomes
}

/// A row in its place under its outcome.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Line {
    /// Which row.
    pub key: RowKey,
    /// How many shown rows it is nested under.
    pub depth: usize,
    /// How many rows for places and incidents are folded under it.
    pub folded: usize,
}

/// The rows of `outcome` that are shown, in the table's order: those at event level, specific groups nested under general
/// ones, and those for places and incidents that no row of the whole event stands above. The others are folded under
/// their row at event level, and shown where `unfolded` has it.
pub fn lines(table: &Table, outcome: Outcome, unfolded: &[RowKey]) -> Vec<Line> {
    let mut folded = vec![0_usize; table.rows.len()];
    for row in &table.rows {
        if let Some(count) = holder(table, row).and_then(|at| folded.get_mut(at)) {
            *count += 1;
        }
    }
    let open = |at: usize| {
        (table.rows.get(at)).is_some_and(|row| unfolded.iter().any(|key| key.is_of(row)))
    };
    (table.rows.iter().zip(folded))
        .filter(|(row, _)| row.outcome == outcome && holder(table, row).is_none_or(open))
        .map(|(row, folded)| Line {
            key: RowKey::of(row),
            depth: above(table, row).count(),
            folded,
        })
        .collect()
}

/// The row that `row` is folded under: the next one above it at event level, if it is not at event level itself.
fn holder(table: &Table, row: &TableRow) -> Option<usize> {
    match row.scope {
        Scope::Event => None,
        _ => above(table, row)
            .find(|&at| (table.rows.get(at)).is_some_and(|above| above.scope == Scope::Event)),
    }
}

/// The rows above `row`, the next one first. Each stands earlier in the table, so that there is an end.
fn above<'t>(table: &'t Table, row: &TableRow) -> impl Iterator<Item = usize> + 't {
    let next = |&at: &usize| {
        let parent = table.rows.get(at)?.parent?;
        (parent < at).then_some(parent)
    };
    std::iter::successors(row.parent, next)
}

/// A count as it is shown, cut before its first digit, so that words and number can be set apart: "more than " and
/// "1,000". Words alone have no number.
pub fn words_and_number(shown: &str) -> (&str, &str) {
    let digit = (shown.find(|c: char| c.is_ascii_digit())).unwrap_or(shown.len());
    shown.split_at(digit)
}
