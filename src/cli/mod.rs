//! The same library at a terminal: files in; a table, JSON or an account of the reading out; JSON Lines through, as a
//! stream and on all cores.
//!
//! `args` says what is asked for, `files` which files an argument stands for. `articles` reads whole files, which
//! `report` compares and `json` puts into JSON. `lines` answers one record, `chunks` cuts a stream of them into work,
//! `stream` shares the work out and keeps the order, `progress` says how far it is.

mod args;
mod articles;
mod chunks;
mod files;
mod json;
mod lines;
mod progress;
mod report;
mod stream;

use args::Command;
use articles::{NamedArticle, read_articles};
use std::ffi::OsString;
use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;

/// Whether a person sees what is written to the errors as it comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watched {
    /// They go to a terminal, which the output does not cross.
    Terminal,
    /// They go to a file or to another program, or share the terminal with the output.
    No,
}

/// Runs the command line on the process's own arguments, standard input and output.
pub fn main() -> ExitCode {
    let arguments = std::env::args_os().skip(1);
    let mut output = BufWriter::new(io::stdout().lock());
    let mut errors = io::stderr().lock();
    let watched = match io::stderr().is_terminal() && !io::stdout().is_terminal() {
        true => Watched::Terminal,
        false => Watched::No,
    };
    let code = run(arguments, io::stdin(), &mut output, &mut errors, watched);
    ExitCode::from(code)
}

/// Runs the command line with `arguments` (the program's name left out) and returns the exit code: 0 done, 1 the output
/// could not be written, 2 wrong use or a file that could not be read.
///
/// A reader that closes `output` early ends the run quietly, with 0. `watched` decides whether progress is shown where
/// the arguments do not.
pub fn run(
    arguments: impl Iterator<Item = OsString>,
    input: impl Read + Send + 'static,
    output: &mut impl Write,
    errors: &mut impl Write,
    watched: Watched,
) -> u8 {
    let outcome = match Command::parse(arguments) {
        Ok(command) => obey(command, input, output, errors, watched),
        Err(why) => Err(Failure::Use(why)),
    };
    let outcome = outcome.and_then(|()| output.flush().map_err(Failure::from));
    let (message, code) = match outcome {
        Ok(()) => return 0,
        Err(Failure::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => return 0,
        Err(Failure::Write(error)) => (format!("cannot write the output: {error}"), 1),
        Err(Failure::Threads(why)) => (why, 1),
        Err(Failure::Use(why)) => (format!("{why}\nTry --help."), 2),
        Err(Failure::Read(why)) => (why.join("\n"), 2),
        Err(Failure::Told) => return 2,
    };
    say(errors, &message);
    code
}

/// Tells the user something on standard error.
fn say(errors: &mut impl Write, message: &str) {
    // Nobody is left to tell if this fails too.
    let _ = writeln!(errors, "casualty-compare: {message}");
}

/// Why a run ends early, or not well.
enum Failure {
    /// The arguments make no sense.
    Use(String),
    /// These could not be read, a line each.
    Read(Vec<String>),
    /// Something could not be read; it has been told.
    Told,
    /// The output failed.
    Write(io::Error),
    /// The threads that should read failed.
    Threads(String),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Write(error)
    }
}

fn obey(
    command: Command,
    input: impl Read + Send + 'static,
    output: &mut impl Write,
    errors: &mut impl Write,
    watched: Watched,
) -> Result<(), Failure> {
    match command {
        Command::Help => output.write_all(args::HELP.as_bytes())?,
        Command::Version => writeln!(output, "casualty-compare {}", env!("CARGO_PKG_VERSION"))?,
        Command::Lines(command) => stream::stream(command, input, output, errors, watched)?,
        Command::Table(files) => report::table(&read_articles(&files, input, errors)?, output)?,
        Command::Json(files) => {
            let articles = read_articles(&files, input, errors)?;
            let articles = articles
                .into_iter()
                .map(|NamedArticle { article, .. }| article);
            json::comparison(&articles.collect::<Vec<_>>(), output)?;
        }
        Command::Explain(file) if Path::new(&file).is_dir() => {
            return Err(Failure::Use(
                "--explain takes one file and no folder".to_owned(),
            ));
        }
        Command::Explain(file) => {
            for NamedArticle { article, .. } in read_articles(&[file], input, errors)? {
                report::explain(&article, output)?;
            }
        }
    }
    Ok(())
}
