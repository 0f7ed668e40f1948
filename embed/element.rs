//! The custom element's WebAssembly: the page as a `Widget` that JavaScript puts into an element and takes out again.

pub use casualty_compare::app::element::*;
