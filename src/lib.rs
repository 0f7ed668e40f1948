//! Reads casualty figures out of news articles and compares them.
//!
//! [`extract()`] reads one text: every figure of it becomes a [claim](model::Claim) with its outcome, group, count, source,
//! scope, status, evidence, and the name of the rule that read it. [`compare()`] puts what was read out of several articles side by
//! side: [rows](model::Row) by outcome and group, and [findings](model::Finding) in a sentence each. [`present`] turns a
//! comparison into a table, a text or the geometry of a chart, and [`plain`] into one value for JSON.
//!
//! ```
//! use casualty_compare::model::{Article, Extraction, ReadArticle};
//!
//! let articles = ["At least 12 people were killed in the fire.", "The fire killed 15 people."]
//!     .map(|text| Article { text: text.to_owned(), ..Article::default() });
//! let extractions: Vec<Extraction> =
//!     articles.iter().map(|article| casualty_compare::extract(&article.text)).collect();
//! assert_eq!(extractions[0].claims[0].count.text, "At least 12");
//!
//! let comparison = casualty_compare::compare(&ReadArticle::pairs(&articles, &extractions));
//! assert_eq!((comparison.rows[0].low, comparison.rows[0].high), (Some(12), None));
//! ```
//!
//! # What holds
//!
//! - Any string gives an [`Extraction`](model::Extraction): there is no error, no panic, and no text that takes more than its
//!   share of time.
//! - Offsets are bytes, on character boundaries, and their slice is the words shown. Only the JavaScript module counts
//!   UTF-16 units.
//! - The same text gives the same claims, whichever articles stand beside it.
//! - Absence is not zero. Nothing is averaged, and nothing is added up across articles.
//!
//! # What it does not do
//!
//! It reads English, by rules, and misses or misreads some sentences; `docs/accuracy.md` of the project says how often. It does not
//! know whether a figure is true, nor which of two is right. It has no network, no clock and no files of its own.
//!
//! # Features
//!
//! Without any, the library needs `serde` and `rustc-hash` only. `cli` adds the command line, `js` the JavaScript module, `app`
//! (the default) the Leptos page, and `element` the page inside an element of somebody else's.

#[cfg(all(target_arch = "wasm32", any(feature = "app", feature = "js")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

pub mod compare;
pub mod extract;
mod letters;
pub mod model;
mod order;
pub mod plain;
pub mod present;
pub mod words;

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "js")]
pub mod js;

pub use compare::compare;
pub use extract::{extract, sentences};

/// The examples of the documents, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../docs/api.md")]
struct Examples;
