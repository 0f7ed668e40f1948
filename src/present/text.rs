//! The table as plain text for a terminal or a file: columns aligned with spaces, then what has no cell.

use super::table::{Table, TableCell};
use crate::model::Finding;
use crate::words;

/// Room between columns.
const GAP: &str = "  ";

/// Writes `table` and `findings` as lines of text, each ended by a line feed.
///
/// Columns are aligned by characters. Control characters in anything that was read are written as spaces, so that no
/// text can steer a terminal. Nothing is shortened.
pub fn text(table: &Table, findings: &[Finding]) -> String {
    if table.rows.is_empty() && table.apart.iter().all(Vec::is_empty) {
        return format!("{}\n", words::NO_FIGURES);
    }
    let mut out = grid(table);
    section(&mut out, words::ALSO_STATED, also_stated(table));
    section(&mut out, words::COUNTERS, counters(table));
    section(&mut out, words::SET_APART, set_apart(table));
    let findings = findings.iter().map(|finding| plain(&finding.text));
    section(&mut out, words::FINDINGS, findings.collect());
    out
}

fn grid(table: &Table) -> String {
    let articles = table.heads.iter().map(|head| plain(&head.label));
    let mut lines: Vec<Vec<String>> = vec![
        std::iter::once(String::new())
            .chain(articles)
            .chain([words::RANGE.to_owned(), words::VERDICT.to_owned()])
            .collect(),
    ];
    for row in &table.rows {
        let cells = row
            .cells
            .iter()
            .map(|cell| cell.as_ref().map_or_else(dash, shown));
        let range = match row.range.is_empty() {
            true => dash(),
            false => format!("{} ({})", plain(&row.range), row.standing),
        };
        lines.push(
            std::iter::once(plain(&row.label))
                .chain(cells)
                .chain([range, row.verdict_label.to_owned()])
                .collect(),
        );
    }
    aligned(&lines)
}

fn aligned(lines: &[Vec<String>]) -> String {
    let columns = lines.iter().map(Vec::len).max().unwrap_or(0);
    let mut widths = vec![0; columns];
    for line in lines {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let mut out = String::new();
    for line in lines {
        // Padded by hand: a format's width ends at 65,535.
        let padded: Vec<String> = (line.iter().zip(&widths))
            .map(|(cell, &width)| {
                let missing = width.saturating_sub(cell.chars().count());
                format!("{cell}{}", " ".repeat(missing))
            })
            .collect();
        out.push_str(padded.join(GAP).trim_end());
        out.push('\n');
    }
    out
}

fn dash() -> String {
    "-".to_owned()
}

fn shown(cell: &TableCell) -> String {
    match cell.note {
        Some(note) => format!("{} ({note})", plain(&cell.shown)),
        None => plain(&cell.shown),
    }
}

fn head(table: &Table, article: usize) -> String {
    (table.heads.get(article)).map_or_else(dash, |head| plain(&head.label))
}

fn also_stated(table: &Table) -> Vec<String> {
    let mut lines = Vec::new();
    for row in &table.rows {
        for cell in row.cells.iter().flatten() {
            for other in &cell.others {
                let note = other
                    .note
                    .map(|note| format!("{note}; "))
                    .unwrap_or_default();
                lines.push(format!(
                    "{}. {}: {} ({note}{})",
                    head(table, cell.article),
                    plain(&row.label),
                    plain(&other.shown),
                    plain(&other.source),
                ));
            }
        }
    }
    lines
}

fn counters(table: &Table) -> Vec<String> {
    (table.rows.iter())
        .filter(|row| !row.counters.is_empty())
        .map(|row| format!("{}: {}", plain(&row.label), plain(&row.counters.join("; "))))
        .collect()
}

fn set_apart(table: &Table) -> Vec<String> {
    let mut lines = Vec::new();
    for (article, claims) in table.apart.iter().enumerate() {
        for claim in claims {
            lines.push(format!(
                "{}. {}: {} ({}; {})",
                head(table, article),
                plain(&claim.label),
                plain(&claim.shown),
                claim.apart_label,
                plain(&claim.source),
            ));
        }
    }
    lines
}

fn section(out: &mut String, title: &str, lines: Vec<String>) {
    if lines.is_empty() {
        return;
    }
    out.push_str(&format!("\n{title}\n"));
    for line in lines {
        out.push_str(&format!("{GAP}{line}\n"));
    }
}

/// `text` without control characters: a line feed in a name would break the table, an escape could steer a terminal.
pub(super) fn plain(text: &str) -> String {
    text.replace(char::is_control, " ")
}
