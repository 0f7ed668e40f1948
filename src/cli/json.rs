//! A comparison as JSON: what `--json` prints.

use super::report::{extract_all, pairs};
use crate::compare;
use crate::model::{Article, Claim, Finding, Row, Toll};
use serde::Serialize;
use std::io::{self, Write};

/// A comparison with its articles.
#[derive(Serialize)]
struct ComparisonOut<'a> {
    articles: Vec<ArticleOut<'a>>,
    rows: &'a [Row],
    findings: &'a [Finding],
}

#[derive(Serialize)]
struct ArticleOut<'a> {
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    date: Option<&'a str>,
    claims: &'a [Claim],
    tolls: &'a [Toll],
}

/// Compares the articles and prints one object.
pub(super) fn comparison(articles: &[Article], output: &mut impl Write) -> io::Result<()> {
    let extractions = extract_all(articles);
    let read = pairs(articles, &extractions);
    let comparison = compare(&read);
    let out = ComparisonOut {
        articles: (read.iter())
            .map(|read| ArticleOut {
                title: read.article.title.as_deref(),
                outlet: read.article.outlet.as_deref(),
                date: read.article.date.as_deref(),
                claims: &read.extraction.claims,
                tolls: &read.extraction.tolls,
            })
            .collect(),
        rows: &comparison.rows,
        findings: &comparison.findings,
    };
    line(output, &out)
}

/// Writes a value as one line.
pub(super) fn line(output: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *output, value)?;
    output.write_all(b"\n")
}
