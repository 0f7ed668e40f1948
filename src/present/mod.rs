//! Comparison to what is shown and saved. Pure, testable as values and strings.
//!
//! [`words`] holds the English words; [`table`](mod@table) and [`chart`](mod@chart) hold what is drawn,
//! ready to draw; [`text`](mod@text) writes the table for a terminal, and [`explain`](mod@explain) what was read of
//! one article and why.

pub mod chart;
pub mod explain;
pub mod table;
pub mod text;

pub use chart::{Chart, ChartOptions, Panel, Scale, chart, panels};
pub use explain::explain;
pub use table::{Table, table};
pub use text::text;

pub use crate::words;
