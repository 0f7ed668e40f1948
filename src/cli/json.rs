//! A comparison as JSON: what `--json` prints.

use super::report::extract_all;
use crate::compare;
use crate::model::{Article, ReadArticle};
use crate::plain::{PlainComparison, SetAsides};
use serde::Serialize;
use std::io::{self, Write};

/// Compares the articles and prints one object.
pub(super) fn comparison(articles: &[Article], output: &mut impl Write) -> io::Result<()> {
    let extractions = extract_all(articles);
    let read = ReadArticle::pairs(articles, &extractions);
    let comparison = compare(&read);
    line(
        output,
        &PlainComparison::new(&read, &comparison, SetAsides::Omit),
    )
}

/// Writes a value as one line.
pub(super) fn line(output: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *output, value)?;
    output.write_all(b"\n")
}
