//! The same library at a terminal.
