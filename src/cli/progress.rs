//! How far a long reading is: one line on standard error that is written over.

use super::lines::Answers;
use super::say;
use crate::words::number;
use std::io::Write;
use std::time::{Duration, Instant};

/// How often the line changes.
const PAUSE: Duration = Duration::from_millis(200);

/// The start of a line and whatever stood in it gone (ECMA-48).
const FRESH_LINE: &str = "\r\x1b[K";

/// What is read so far.
pub(super) struct Progress {
    start: Instant,
    shown: Option<Instant>,
    records: u64,
    bad: u64,
    bytes: u64,
    /// The bytes of all the input, if known.
    total: Option<u64>,
}

impl Progress {
    /// `total` = the bytes of all the input, if known.
    pub(super) fn start(total: Option<u64>) -> Self {
        Progress {
            start: Instant::now(),
            shown: None,
            records: 0,
            bad: 0,
            bytes: 0,
            total,
        }
    }

    /// Counts answers that are written; shows the new state now and then.
    pub(super) fn add(&mut self, answers: &Answers, errors: &mut impl Write) {
        self.records += answers.records;
        self.bad += answers.bad;
        self.bytes += answers.read;
        let now = Instant::now();
        if self.shown.is_none_or(|shown| now - shown >= PAUSE) {
            self.shown = Some(now);
            let state = self.state(now - self.start);
            // Progress that cannot be shown stops nothing.
            let _ = write!(errors, "{FRESH_LINE}{state}").and_then(|()| errors.flush());
        }
    }

    /// Makes room for another message.
    pub(super) fn clear(&self, errors: &mut impl Write) {
        let _ = errors.write_all(FRESH_LINE.as_bytes());
    }

    /// Says what was read in all.
    pub(super) fn end(self, errors: &mut impl Write) {
        self.clear(errors);
        say(errors, &self.state(self.start.elapsed()));
    }

    /// "12,345 records, 2 of them not readable, 45.1 MB of 90.2 MB in 1.2 s, 37.6 MB/s".
    fn state(&self, took: Duration) -> String {
        let mut state = format!("{} records", number(self.records));
        if self.bad > 0 {
            state += &format!(", {} of them not readable", number(self.bad));
        }
        state += &format!(", {}", megabytes(self.bytes));
        if let Some(total) = self.total {
            state += &format!(" of {}", megabytes(total));
        }
        let seconds = took.as_secs_f64();
        let rate = self.bytes as f64 / 1e6 / seconds.max(1e-9);
        state + &format!(" in {seconds:.1} s, {rate:.1} MB/s")
    }
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_says_how_much_and_how_fast() {
        let mut progress = Progress::start(Some(90_200_000));
        let answers = Answers {
            records: 1_234_567,
            bad: 2,
            read: 45_100_000,
            ..Answers::default()
        };
        progress.add(&answers, &mut Vec::new());
        assert_eq!(
            progress.state(Duration::from_millis(2_000)),
            "1,234,567 records, 2 of them not readable, 45.1 MB of 90.2 MB in 2.0 s, 22.6 MB/s"
        );
    }
}
