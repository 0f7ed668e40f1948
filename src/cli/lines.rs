//! One record of `--jsonl`: a line of JSON or a file of text in, a line of JSON out.

use super::json;
use crate::extract;
use crate::model::{Claim, Toll};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;
use std::io;
use std::path::Path;

/// The most bytes of a line, and of a text: 16 MiB, five times the longest novel. So much is held at once.
pub(super) const LONGEST: usize = 16 << 20;

/// A line of the input.
#[derive(Deserialize)]
struct LineIn<'a> {
    /// Given back as it is written, so that no digit of a long number is lost.
    #[serde(borrow)]
    id: &'a RawValue,
    #[serde(borrow)]
    text: Cow<'a, str>,
}

/// A line of the output.
#[derive(Serialize)]
struct LineOut<'a, Id> {
    id: Id,
    claims: &'a [Claim],
    tolls: &'a [Toll],
}

/// What stands in the output for a record that could not be read.
#[derive(Serialize)]
struct LineError {
    id: Option<String>,
    error: String,
}

/// Where a record stands, for errors.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place<'a> {
    /// A line, counted from 1; without a file, of standard input.
    Line { file: Option<&'a str>, number: u64 },
    /// The whole of a file.
    File(&'a Path),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Line {
                file: Some(file),
                number,
            } => write!(f, "{file}: line {number}"),
            Place::Line { file: None, number } => write!(f, "line {number}"),
            Place::File(path) => write!(f, "{}", path.display()),
        }
    }
}

/// The answers to some records, in their order.
#[derive(Debug, Default)]
pub(super) struct Answers {
    /// Lines of JSON.
    pub(super) output: Vec<u8>,
    /// How many records were answered.
    pub(super) records: u64,
    /// How many of them could not be read.
    pub(super) bad: u64,
    /// How many bytes they had.
    pub(super) read: u64,
}

impl Answers {
    /// Answers a line; `place` names it in an error.
    ///
    /// # Errors
    /// Where the answer cannot be written as JSON.
    pub(super) fn add_line(&mut self, line: &[u8], place: Place<'_>) -> io::Result<()> {
        match line_in(line) {
            Ok(line) => self.add(line.id, &line.text),
            Err(why) => self.add_error(place, &why),
        }
    }

    /// Answers a file that is one article; its path is its id.
    ///
    /// # Errors
    /// Where the answer cannot be written as JSON.
    pub(super) fn add_text(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        match text_in(bytes) {
            Ok(text) => self.add(path.to_string_lossy(), text),
            Err(why) => self.add_error(Place::File(path), &why),
        }
    }

    /// Says in place of an answer why there is none.
    ///
    /// # Errors
    /// Where that cannot be written as JSON.
    pub(super) fn add_error(&mut self, place: Place<'_>, why: &str) -> io::Result<()> {
        self.records += 1;
        self.bad += 1;
        let error = format!("{place}: {why}");
        json::line(&mut self.output, &LineError { id: None, error })
    }

    fn add(&mut self, id: impl Serialize, text: &str) -> io::Result<()> {
        self.records += 1;
        let extraction = extract(text);
        let out = LineOut {
            id,
            claims: &extraction.claims,
            tolls: &extraction.tolls,
        };
        json::line(&mut self.output, &out)
    }
}

/// Why a record of more than [`LONGEST`] bytes is not read.
pub(super) fn too_long() -> String {
    format!("longer than {} MiB", LONGEST >> 20)
}

/// Reads a line of JSON. A byte order mark before it is passed over, as some systems begin files with one.
fn line_in(bytes: &[u8]) -> Result<LineIn<'_>, String> {
    let text = text_in(bytes)?;
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err("empty".to_owned());
    }
    let line: LineIn<'_> = serde_json::from_str(text).map_err(|error| {
        error
            .to_string()
            .replace(" at line 1 column ", " at column ")
    })?;
    let scalar = |c: char| c == '"' || c == '-' || c.is_ascii_digit();
    match line.id.get().starts_with(scalar) {
        true => Ok(line),
        false => Err("\"id\" must be a string or a number".to_owned()),
    }
}

fn text_in(bytes: &[u8]) -> Result<&str, String> {
    if bytes.len() > LONGEST {
        return Err(too_long());
    }
    str::from_utf8(bytes).map_err(|error| format!("not UTF-8: {error}"))
}
