//! A comparison with its articles as one value: what the command line prints as JSON and the JavaScript module returns.
//!
//! `docs/schema/comparison.schema.json` describes its JSON.

use crate::model::{Claim, Comparison, Finding, ReadArticle, Row, SetAside, Toll};
use serde::Serialize;

/// Articles, what was read out of each, and how they compare. Borrowed: made to be serialized.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlainComparison<'a> {
    /// The articles, in the order given.
    pub articles: Vec<PlainArticle<'a>>,
    /// The rows of the comparison.
    pub rows: &'a [Row],
    /// What the comparison noticed.
    pub findings: &'a [Finding],
}

/// One article of a comparison: what the user says about it, and what was read, without the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlainArticle<'a> {
    /// The headline, if given.
    pub title: Option<&'a str>,
    /// Who published it, if given.
    pub outlet: Option<&'a str>,
    /// When it was published, as given.
    pub date: Option<&'a str>,
    /// The claims, in the order of their first mention.
    pub claims: &'a [Claim],
    /// The headline answers, at most one for each outcome.
    pub tolls: &'a [Toll],
    /// What was looked at and set aside; `None`, and then not serialized, where it is not wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_aside: Option<&'a [SetAside]>,
}

/// Whether [`PlainArticle::set_aside`] is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SetAsides {
    /// Without.
    #[default]
    Omit,
    /// With what was set aside in each article.
    Include,
}

impl<'a> PlainComparison<'a> {
    /// Puts `articles` and the `comparison` made of them into one value.
    pub fn new(
        articles: &[ReadArticle<'a>],
        comparison: &'a Comparison,
        set_asides: SetAsides,
    ) -> Self {
        let plain = |read: &ReadArticle<'a>| PlainArticle {
            title: read.article.title.as_deref(),
            outlet: read.article.outlet.as_deref(),
            date: read.article.date.as_deref(),
            claims: &read.extraction.claims,
            tolls: &read.extraction.tolls,
            set_aside: (set_asides == SetAsides::Include)
                .then_some(read.extraction.set_aside.as_slice()),
        };
        PlainComparison {
            articles: articles.iter().map(plain).collect(),
            rows: &comparison.rows,
            findings: &comparison.findings,
        }
    }
}
