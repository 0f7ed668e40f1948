//! The table's rows by outcome, with what covers less than the whole event folded under it. Pure.

use crate::model::{Group, Outcome, Scope};
use crate::present::table::{Table, TableRow};

/// What tells a row from every other, whichever figures it holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RowKey {
    /// What happened.
    pub outcome: Outcome,
    /// Whom.
    pub group: Group,
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
            scope: row.scope,
            place: row.place_label.clone(),
        }
    }

    /// Whether this is the key of `row`.
    pub fn is_of(&self, row: &TableRow) -> bool {
        self.outcome == row.outcome
            && self.group == row.group
            && self.scope == row.scope
            && self.place == row.place_label
    }

    /// The row in `table` that has this key.
    pub fn find<'t>(&self, table: &'t Table) -> Option<&'t TableRow> {
        table.rows.iter().find(|row| self.is_of(row))
    }
}

/// The rows of one outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Rows that are always shown: those at event level, or all if there are none.
    pub rows: Vec<RowKey>,
    /// Rows for one place or incident, shown on demand.
    pub folded: Vec<RowKey>,
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

/// The rows of `outcome`.
pub fn section(table: &Table, outcome: Outcome) -> Section {
    let mut section = Section::default();
    for row in table.rows.iter().filter(|row| row.outcome == outcome) {
        match row.scope {
            Scope::Event => section.rows.push(RowKey::of(row)),
            _ => section.folded.push(RowKey::of(row)),
        }
    }
    if section.rows.is_empty() {
        std::mem::swap(&mut section.rows, &mut section.folded);
    }
    section
}

/// A count as it is shown, cut before its first digit, so that words and number can be set apart: "more than " and
/// "1,000". Words alone have no number.
pub fn words_and_number(shown: &str) -> (&str, &str) {
    let digit = (shown.find(|c: char| c.is_ascii_digit())).unwrap_or(shown.len());
    shown.split_at(digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Verdict;

    fn row(outcome: Outcome, group: Group, scope: Scope) -> TableRow {
        TableRow {
            row: None,
            parent: None,
            outcome,
            group,
            scope,
            outcome_label: "",
            group_label: String::new(),
            place_label: None,
            label: String::new(),
            cells: Vec::new(),
            superseded: Vec::new(),
            verdict: Verdict::Single,
            verdict_label: "",
            range: String::new(),
            standing: String::new(),
            counters: Vec::new(),
            carriers: Vec::new(),
        }
    }

    #[test]
    fn incidents_are_folded_under_their_outcome() {
        let rows = vec![
            row(Outcome::Killed, Group::People, Scope::Event),
            row(Outcome::Injured, Group::People, Scope::Event),
            row(Outcome::Killed, Group::People, Scope::Incident),
            row(Outcome::Buried, Group::People, Scope::Place),
        ];
        let table = Table {
            rows,
            ..Table::default()
        };
        assert_eq!(
            outcomes(&table),
            [Outcome::Killed, Outcome::Injured, Outcome::Buried]
        );
        let shape = |outcome: Outcome| {
            let section = section(&table, outcome);
            (section.rows.len(), section.folded.len())
        };
        assert_eq!(shape(Outcome::Killed), (1, 1));
        assert_eq!(shape(Outcome::Buried), (1, 0));
        assert_eq!(shape(Outcome::Missing), (0, 0));
        let key = RowKey::of(&row(Outcome::Killed, Group::People, Scope::Incident));
        assert_eq!(key.find(&table), table.rows.get(2));
    }

    #[test]
    fn words_stand_apart_from_the_number() {
        assert_eq!(words_and_number("more than 1,000"), ("more than ", "1,000"));
        assert_eq!(words_and_number("20 to 30"), ("", "20 to 30"));
        assert_eq!(words_and_number("dozens"), ("dozens", ""));
    }
}
