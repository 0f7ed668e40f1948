//! Comparison to what is shown and saved. Pure, testable as values and strings.
//!
//! [`words`] holds the English words; [`table`](mod@table) and [`chart`](mod@chart) hold what is drawn,
//! ready to draw, [`sections`] how the table's rows are folded, [`reading`] what a ladder
//! picks and [`dates`] when articles were written; [`text`](mod@text) writes the table for a terminal, and [`explain`](mod@explain) what was read of
//! one article and why.

pub mod chart;
pub mod dates;
pub mod explain;
pub mod reading;
pub mod sections;
pub mod table;
pub mod text;

pub use chart::{Chart, ChartOptions, Panel, Scale, chart, panels};
pub use explain::explain;
pub use table::{Table, table};
pub use text::text;

pub use crate::words;
