//! Claims of several articles side by side: rows, agreement, checks, origins. Pure.
//!
//! Nothing is averaged, nothing is added across articles, and nothing says who is right.

pub mod agreement;
pub mod align;
pub mod arithmetic;
pub mod copied;
pub mod events;
pub mod findings;
mod groups;
mod key;
pub mod ladder;
pub mod origin;
pub mod parts;
pub mod shared;

use crate::model::{Comparison, ReadArticle};
use origin::Sources;

/// Compares what was read out of `articles`: see [`align::rows`] and [`findings::findings`].
///
/// Total: indices in an extraction that point nowhere are passed over. The order of the articles changes the order of
/// the cells and of what is listed by article, and nothing else; an article added changes no cell of another.
pub fn compare(articles: &[ReadArticle<'_>]) -> Comparison {
    let sources = Sources::learn(articles);
    let rows = align::rows(articles, &sources);
    let findings = findings::findings(articles, &rows, &sources);
    Comparison { rows, findings }
}
