//! Sets of articles written for this project, each on one event, with the rows, verdicts and findings that they must give.
//!
//! `tests/comparisons/*.toml`: `[[article]]` with `outlet` and `text` (and `date`), `rows` as "label: cells = range
//! (standing) verdict" with two blanks before a row that is folded under another, `apart` and `findings`. They are marked
//! by the rules of the field and not by what the code gives; where it gives something else, `[[fault]]` says `expected`,
//! `given` and `why`. A fault that is mended has to leave.

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
    #[serde(default, rename = "fault")]
    faults: Vec<Fault>,
    #[serde(rename = "article")]
    articles: Vec<Told>,
}

/// A line that is not what it should be.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fault {
    /// The line that is marked; none where nothing should stand.
    #[serde(default)]
    expected: Option<String>,
    /// The line that stands in its place; none where it is missing.
    #[serde(default)]
    given: Option<String>,
    why: String,
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

impl Given {
    /// Takes a line out; whether it was there.
    fn take(&mut self, line: &String) -> bool {
        [&mut self.rows, &mut self.apart, &mut self.findings]
            .into_iter()
            .any(|list| {
                let at = list.iter().position(|one| one == line);
                at.map(|at| list.remove(at)).is_some()
            })
    }
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

/// Takes `faults` out of the lines that are marked and out of those that were found, and says which of them are none.
fn without_faults(faults: &[Fault], marked: &mut Given, found: &mut Given) -> String {
    let mut none = String::new();
    for fault in faults {
        assert!(!fault.why.trim().is_empty(), "a fault has a reason");
        if let Some(line) = &fault.expected
            && !marked.take(line)
        {
            none.push_str(&format!("not marked: {line:?}\n"));
        }
        if let Some(line) = &fault.given
            && !found.take(line)
        {
            none.push_str(&format!("no longer given: {line:?}\n"));
        }
    }
    none
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
    for (path, event) in events() {
        let mut found = given(&event.articles);
        let mut marked = Given {
            rows: event.rows,
            apart: event.apart,
            findings: event.findings,
        };
        let mut fault = without_faults(&event.faults, &mut marked, &mut found);
        difference("rows", &marked.rows, &found.rows, &mut fault);
        difference("apart", &marked.apart, &found.apart, &mut fault);
        difference("findings", &marked.findings, &found.findings, &mut fault);
        if !fault.is_empty() {
            faults.push_str(&format!("\n{}\n{fault}", path.display()));
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn the_events_are_of_the_size_of_real_ones() {
    let events = events();
    assert!(events.len() >= 10, "at least ten events");
    for (path, event) in events {
        let articles = event.articles.len();
        assert!((2..=6).contains(&articles), "{}", path.display());
        for told in event.articles {
            let words = told.text.split_whitespace().count();
            let outlet = told.outlet;
            assert!((80..=300).contains(&words), "{outlet}: {words} words");
        }
    }
}
