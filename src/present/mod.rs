//! Comparison to what is shown and saved. Pure, testable as values and strings.
