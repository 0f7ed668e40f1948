//! Comparison to what is shown and saved. Pure, testable as values and strings.
//!
//! [`words`] holds every English word that is shown; [`table`] and [`chart`] hold what is drawn, ready to draw.

pub mod chart;
pub mod table;
pub mod words;

pub use chart::{Chart, ChartOptions, Panel, Scale, chart, panels};
pub use table::{Table, table};
