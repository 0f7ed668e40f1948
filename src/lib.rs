//! Reads casualty figures out of news articles and compares them.

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
