//! Claims of several articles side by side: rows, agreement, checks, origins. Pure.
//!
//! Nothing is averaged, nothing is added across articles, and nothing says who is right.

pub mod agreement;
pub mod align;
pub mod arithmetic;
pub mod origin;

use crate::model::{Comparison, ReadArticle};

/// Compares what was read out of `articles`: see [`align::rows`].
///
/// Total: indices in an extraction that point nowhere are passed over. The order of the articles changes the order of
/// the cells and nothing else; an article added changes no cell of another.
pub fn compare(articles: &[ReadArticle<'_>]) -> Comparison {
    Comparison {
        rows: align::rows(articles),
        findings: Vec::new(),
    }
}
