//! When an article says that it was written: the date of its dateline, or beside a word like "Published".

use crate::model::{Date, Dateline};

/// The date that `text` gives for itself; `None` where it gives none, or none that can be told for sure.
pub fn dateline(text: &str) -> Option<Dateline> {
    let _ = text;
    None
}

/// The date that `written` says, as a user types it.
pub fn parse_date(written: &str) -> Option<Date> {
    let _ = written;
    None
}
