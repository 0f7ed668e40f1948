//! Sets of articles written for this project, each on one event, with the rows, verdicts and findings that they must give.
//!
//! `tests/comparisons/*.toml`: `[[article]]` with `outlet` and `text` (and `date`), `rows` as "label: cells = range
//! (standing) verdict" with two blanks before a row that is folded under another, `apart` and `findings`.

use casualty_compare::model::{Article, Extraction, ReadArticle};
use casualty_compare::present::{Table, table};
use casualty_compare::words;
use casualty_compare::{compare, extract};
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    #[serde(default)]
    rows: Vec<String>,
    #[serde(default)]
    apart: Vec<String>,
    #[serde(default)]
    findings: Vec<String>,
    #[serde(rename = "article")]
    articles: Vec<Told>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    outlet: String,
    #[serde(default)]
    date: Option<String>,
    text: String,
}

/// What a comparison gives, a line each.
#[derive(Debug, PartialEq, Eq)]
struct Given {
    rows: Vec<String>,
    apart: Vec<String>,
    findings: Vec<String>,
}

fn events() -> Vec<(PathBuf, Event)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/comparisons");
    let entries = fs::read_dir(folder).expect("the folder of comparisons");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    (paths.into_iter())
        .map(|path| {
            let written = fs::read_to_string(&path).expect("a readable file");
            let event =
                toml::from_str(&written).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
            (path, event)
        })
        .collect()
}

fn given(told: &[Told]) -> Given {
    let articles: Vec<Article> = (told.iter())
        .map(|told| Article {
            text: told.text.clone(),
            outlet: Some(told.outlet.clone()),
            date: told.date.clone(),
            ..Article::default()
        })
        .collect();
    let extractions: Vec<Extraction> = articles.iter().map(|one| extract(&one.text)).collect();
    let read = ReadArticle::pairs(&articles, &extractions);
    let comparison = compare(&read);
    let table = table(&read, &comparison);
    Given {
        rows: table
            .rows
            .iter()
            .enumerate()
            .map(|(at, _)| row(&table, at))
            .collect(),
        apart: apart(&table),
        findings: (comparison.findings.iter())
            .map(|found| format!("{}: {}", words::finding(found.kind), found.text))
            .collect(),
    }
}

fn row(table: &Table, at: usize) -> String {
    let row = &table.rows[at];
    let cells: Vec<&str> = (row.cells.iter())
        .map(|cell| cell.as_ref().map_or("-", |cell| cell.shown.as_str()))
        .collect();
    let above = std::iter::successors(row.parent, |&at| table.rows[at].parent).count();
    format!(
        "{}{}: {} = {} ({}) {}",
        "  ".repeat(above),
        row.label,
        cells.join(" | "),
        row.range,
        row.standing,
        row.verdict_label
    )
}

fn apart(table: &Table) -> Vec<String> {
    (table.heads.iter().zip(&table.apart))
        .flat_map(|(head, claims)| {
            claims.iter().map(|claim| {
                format!(
                    "{}: {}: {} ({})",
                    head.label, claim.label, claim.shown, claim.apart_label
                )
            })
        })
        .collect()
}

/// The lines that differ: "- expected", "+ found".
fn difference(what: &str, expected: &[String], found: &[String], out: &mut String) {
    if expected == found {
        return;
    }
    out.push_str(&format!("{what}:\n"));
    for line in expected.iter().filter(|line| !found.contains(line)) {
        out.push_str(&format!("- {line:?},\n"));
    }
    for line in found {
        let mark = if expected.contains(line) { ' ' } else { '+' };
        out.push_str(&format!("{mark} {line:?},\n"));
    }
}

#[test]
fn every_event_gives_its_rows_and_findings() {
    let mut faults = String::new();
    let events = events();
    for (path, event) in &events {
        let found = given(&event.articles);
        let mut fault = String::new();
        difference("rows", &event.rows, &found.rows, &mut fault);
        difference("apart", &event.apart, &found.apart, &mut fault);
        difference("findings", &event.findings, &found.findings, &mut fault);
        if !fault.is_empty() {
            faults.push_str(&format!("\n{}\n{fault}", path.display()));
        }
    }
    assert!(faults.is_empty(), "{faults}");
    assert!(events.len() >= 8, "at least eight events");
}
