//! Runs the command line inside a test: arguments and input in; code, output and errors out.

// Each test program uses a part of it.
#![allow(dead_code)]

use casualty_compare::cli::{Watched, run};
use serde_json::Value;
use std::ffi::OsString;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

/// Two sentences with figures of several kinds.
pub const TEXT: &str = "At least 12 people were killed in Ulmen, the Interior Ministry said. \
    Another 30 were injured, including four children.\n";

/// What a run gave.
pub struct Done {
    pub code: u8,
    pub output: String,
    pub errors: String,
}

impl Done {
    /// What a run with this input gave; nobody watches the errors.
    pub fn of(arguments: &[&str], input: impl Read + Send + 'static) -> Self {
        Done::watched(arguments, input, Watched::No)
    }

    /// The same with somebody who may watch.
    pub fn watched(
        arguments: &[&str],
        input: impl Read + Send + 'static,
        watched: Watched,
    ) -> Self {
        let (mut output, mut errors) = (Vec::new(), Vec::new());
        let arguments = arguments.iter().map(OsString::from);
        let code = run(arguments, input, &mut output, &mut errors, watched);
        Done {
            code,
            output: String::from_utf8(output).expect("output in UTF-8"),
            errors: String::from_utf8(errors).expect("errors in UTF-8"),
        }
    }
}

/// What a run gave that read these bytes.
pub fn run_with(arguments: &[&str], input: impl AsRef<[u8]>) -> Done {
    Done::of(arguments, Cursor::new(input.as_ref().to_vec()))
}

/// A folder of one test's own, empty.
pub fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("an old folder that can go");
    }
    fs::create_dir_all(&folder).expect("a folder for files");
    folder
}

/// A file of a test's own, with these bytes.
pub fn file(name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cli");
    fs::create_dir_all(&folder).expect("a folder for files");
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a file");
    path
}

/// A path as an argument.
pub fn path(of: &Path) -> &str {
    of.to_str().expect("a path in UTF-8")
}

/// The values of JSON Lines.
pub fn lines(output: &str) -> Vec<Value> {
    (output.lines())
        .map(|line| serde_json::from_str(line).expect("a line of JSON"))
        .collect()
}
