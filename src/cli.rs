//! The same library at a terminal: files in; a table, JSON or an account of the reading out; JSON Lines through for
//! pipelines.

use crate::model::{Article, Claim, Extraction, Finding, ReadArticle, Row, Toll};
use crate::{compare, extract, present};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::ffi::{OsStr, OsString};
use std::io::{self, BufRead, BufWriter, Read, Write};
use std::path::Path;
use std::process::ExitCode;

/// What `--help` prints.
const HELP: &str = "\
Reads casualty figures out of news articles and shows side by side who reports what.

Usage:
  casualty-compare FILE...          compares the files and prints a table
  casualty-compare --json FILE...   the same as one JSON object
  casualty-compare --explain FILE   prints sentence by sentence what was read, by which rule, and what was
                                    set aside and why; then the tolls and what they are made of
  casualty-compare --jsonl          reads {\"id\", \"text\"} objects from standard input, one a line,
                                    and writes {\"id\", \"claims\", \"tolls\"} objects, one a line

A FILE is a text in UTF-8, one article; \"-\" is standard input.
start and end in JSON are offsets into the text in UTF-8 bytes.

Options:
  --json         JSON instead of a table
  --explain      what was read of one file, and why
  --jsonl        JSON Lines in and out
  --             what follows are files
  -h, --help     this help
  -V, --version  the version

Exit code: 0 done, 1 the output could not be written, 2 wrong use or a file that could not be read.
";

/// Runs the command line on the process's own arguments, standard input and output.
pub fn main() -> ExitCode {
    let arguments = std::env::args_os().skip(1);
    let mut output = BufWriter::new(io::stdout().lock());
    let mut errors = io::stderr().lock();
    let code = run(arguments, io::stdin().lock(), &mut output, &mut errors);
    ExitCode::from(code)
}

/// Runs the command line with `arguments` (the program's name left out) and returns the exit code: 0 done, 1 the output
/// could not be written, 2 wrong use or a file that could not be read.
///
/// A reader that closes `output` early ends the run quietly, with 0.
pub fn run(
    arguments: impl Iterator<Item = OsString>,
    input: impl BufRead,
    output: &mut impl Write,
    errors: &mut impl Write,
) -> u8 {
    let outcome = match Command::parse(arguments) {
        Ok(command) => obey(command, input, output, errors),
        Err(why) => Err(Failure::Use(why)),
    };
    let outcome = outcome.and_then(|()| output.flush().map_err(Failure::from));
    let (message, code) = match outcome {
        Ok(()) => return 0,
        Err(Failure::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => return 0,
        Err(Failure::Write(error)) => (format!("cannot write the output: {error}"), 1),
        Err(Failure::Use(why)) => (format!("{why}\nTry --help."), 2),
        Err(Failure::Read(why)) => (why.join("\n"), 2),
    };
    // Nobody is left to tell if this fails too.
    let _ = writeln!(errors, "casualty-compare: {message}");
    code
}

/// Why a run ends early.
enum Failure {
    /// The arguments make no sense.
    Use(String),
    /// These could not be read, a line each.
    Read(Vec<String>),
    /// The output failed.
    Write(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Write(error)
    }
}

/// What is asked for.
enum Command {
    Help,
    Version,
    Table(Vec<OsString>),
    Json(Vec<OsString>),
    Explain(OsString),
    Lines,
}

/// What to do with the files, as the options say it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Table,
    Json,
    Explain,
    Lines,
}

impl Mode {
    /// The mode that an option asks for.
    fn of(option: &str) -> Option<Self> {
        [Mode::Json, Mode::Explain, Mode::Lines]
            .into_iter()
            .find(|mode| mode.option() == option)
    }

    const fn option(self) -> &'static str {
        match self {
            Mode::Table => "",
            Mode::Json => "--json",
            Mode::Explain => "--explain",
            Mode::Lines => "--jsonl",
        }
    }

    /// This mode after `chosen`: at most one may be asked for.
    fn after(self, chosen: Mode) -> Result<Mode, String> {
        match chosen == Mode::Table || chosen == self {
            true => Ok(self),
            false => Err(format!(
                "{} and {} do not go together",
                chosen.option(),
                self.option()
            )),
        }
    }

    /// The command for these files.
    fn command(self, mut files: Vec<OsString>) -> Result<Command, String> {
        let stdin = files.iter().filter(|file| is_stdin(file)).count();
        match self {
            Mode::Lines if files.is_empty() => Ok(Command::Lines),
            Mode::Lines => Err("--jsonl reads standard input and takes no files".to_owned()),
            _ if files.is_empty() => Err("no files given".to_owned()),
            Mode::Explain => match (files.pop(), files.is_empty()) {
                (Some(file), true) => Ok(Command::Explain(file)),
                _ => Err("--explain takes one file".to_owned()),
            },
            _ if stdin > 1 => Err("\"-\" can be given once".to_owned()),
            Mode::Json => Ok(Command::Json(files)),
            Mode::Table => Ok(Command::Table(files)),
        }
    }
}

impl Command {
    fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let (mut mode, mut only_files) = (Mode::Table, false);
        let mut files: Vec<OsString> = Vec::new();
        for argument in arguments {
            let option = (argument.to_str())
                .filter(|option| !only_files && option.starts_with('-') && *option != "-");
            match option {
                Some("--") => only_files = true,
                Some("-h" | "--help") => return Ok(Command::Help),
                Some("-V" | "--version") => return Ok(Command::Version),
                Some(option) => match Mode::of(option) {
                    Some(asked) => mode = asked.after(mode)?,
                    None => return Err(format!("unknown option {option:?}")),
                },
                None => files.push(argument),
            }
        }
        mode.command(files)
    }
}

fn obey(
    command: Command,
    input: impl BufRead,
    output: &mut impl Write,
    errors: &mut impl Write,
) -> Result<(), Failure> {
    match command {
        Command::Help => output.write_all(HELP.as_bytes())?,
        Command::Version => writeln!(output, "casualty-compare {}", env!("CARGO_PKG_VERSION"))?,
        Command::Lines => stream(input, output)?,
        Command::Table(files) => {
            let articles = read_files(&files, input, errors)?;
            print_table(&files, &articles, output)?;
        }
        Command::Json(files) => {
            let articles = read_files(&files, input, errors)?;
            print_json(&articles, output)?;
        }
        Command::Explain(file) => {
            for article in read_files(&[file], input, errors)? {
                let extraction = extract(&article.text);
                let account = present::explain(&article.text, &extraction);
                output.write_all(account.as_bytes())?;
            }
        }
    }
    Ok(())
}

fn is_stdin(file: &OsStr) -> bool {
    file == "-"
}

/// Reads each file as one article. All that cannot be read are named before the run ends.
fn read_files(
    files: &[OsString],
    mut input: impl Read,
    errors: &mut impl Write,
) -> Result<Vec<Article>, Failure> {
    let mut articles = Vec::with_capacity(files.len());
    let mut unreadable = Vec::new();
    for file in files {
        let mut bytes = Vec::new();
        let read = match is_stdin(file) {
            true => input.read_to_end(&mut bytes).map(|_| ()),
            false => std::fs::read(file).map(|read| bytes = read),
        };
        if let Err(error) = read {
            unreadable.push(format!("cannot read {}: {error}", file.display()));
            continue;
        }
        articles.push(Article {
            text: text_of(bytes, file, errors),
            ..Article::default()
        });
    }
    match unreadable.is_empty() {
        true => Ok(articles),
        false => Err(Failure::Read(unreadable)),
    }
}

/// The bytes as text; what is not UTF-8 is replaced, and said.
fn text_of(bytes: Vec<u8>, file: &OsStr, errors: &mut impl Write) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| {
        // A warning that cannot be written stops nothing.
        let _ = writeln!(
            errors,
            "casualty-compare: {} is not UTF-8; what could not be read is replaced, and offsets count the replacement",
            file.display()
        );
        String::from_utf8_lossy(error.as_bytes()).into_owned()
    })
}

fn read_articles<'a>(
    articles: &'a [Article],
    extractions: &'a [Extraction],
) -> Vec<ReadArticle<'a>> {
    (articles.iter().zip(extractions))
        .map(|(article, extraction)| ReadArticle {
            article,
            extraction,
        })
        .collect()
}

fn extract_all(articles: &[Article]) -> Vec<Extraction> {
    (articles.iter())
        .map(|article| extract(&article.text))
        .collect()
}

/// Prints the comparison as text. Each column is headed by its file's name: a file says no more about its article.
fn print_table(
    files: &[OsString],
    articles: &[Article],
    output: &mut impl Write,
) -> Result<(), Failure> {
    let named: Vec<Article> = (articles.iter().zip(files))
        .map(|(article, file)| Article {
            outlet: Some(file_name(file)),
            ..article.clone()
        })
        .collect();
    let extractions = extract_all(&named);
    let read = read_articles(&named, &extractions);
    let comparison = compare(&read);
    let table = present::table(&read, &comparison);
    output.write_all(present::text(&table, &comparison.findings).as_bytes())?;
    Ok(())
}

fn file_name(file: &OsStr) -> String {
    match is_stdin(file) {
        true => "standard input".to_owned(),
        false => (Path::new(file).file_name().unwrap_or(file))
            .to_string_lossy()
            .into_owned(),
    }
}

/// A comparison with its articles, as `--json` prints it.
#[derive(Serialize)]
struct ComparisonOut<'a> {
    articles: Vec<ArticleOut<'a>>,
    rows: &'a [Row],
    findings: &'a [Finding],
}

#[derive(Serialize)]
struct ArticleOut<'a> {
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    date: Option<&'a str>,
    claims: &'a [Claim],
    tolls: &'a [Toll],
}

fn print_json(articles: &[Article], output: &mut impl Write) -> Result<(), Failure> {
    let extractions = extract_all(articles);
    let read = read_articles(articles, &extractions);
    let comparison = compare(&read);
    let out = ComparisonOut {
        articles: (read.iter())
            .map(|read| ArticleOut {
                title: read.article.title.as_deref(),
                outlet: read.article.outlet.as_deref(),
                date: read.article.date.as_deref(),
                claims: &read.extraction.claims,
                tolls: &read.extraction.tolls,
            })
            .collect(),
        rows: &comparison.rows,
        findings: &comparison.findings,
    };
    write_line(output, &out)?;
    Ok(())
}

/// One line of `--jsonl`'s input.
#[derive(Deserialize)]
struct LineIn<'a> {
    /// Given back as it is written, so that no digit of a long number is lost.
    #[serde(borrow)]
    id: &'a RawValue,
    text: String,
}

/// One line of `--jsonl`'s output.
#[derive(Serialize)]
struct LineOut<'a> {
    id: &'a RawValue,
    claims: &'a [Claim],
    tolls: &'a [Toll],
}

/// What stands in the output for a line that could not be read.
#[derive(Serialize)]
struct LineError {
    id: Option<String>,
    error: String,
}

/// Reads texts line by line and writes their claims, line by line in the same order; holds one line at a time.
fn stream(mut input: impl BufRead, output: &mut impl Write) -> Result<(), Failure> {
    let unreadable =
        |error: io::Error| Failure::Read(vec![format!("cannot read standard input: {error}")]);
    let mut bytes = Vec::new();
    let mut number = 0_u64;
    loop {
        bytes.clear();
        if (input.read_until(b'\n', &mut bytes)).map_err(unreadable)? == 0 {
            return Ok(());
        }
        number += 1;
        match line_in(&bytes) {
            Ok(line) => {
                let extraction = extract(&line.text);
                let out = LineOut {
                    id: line.id,
                    claims: &extraction.claims,
                    tolls: &extraction.tolls,
                };
                write_line(output, &out)?;
            }
            Err(why) => {
                let error = format!("line {number}: {why}");
                write_line(output, &LineError { id: None, error })?;
            }
        }
    }
}

/// Reads a line of JSON. A byte order mark before it is passed over, as some systems begin files with one.
fn line_in(bytes: &[u8]) -> Result<LineIn<'_>, String> {
    let text = str::from_utf8(bytes).map_err(|error| format!("not UTF-8: {error}"))?;
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

fn write_line(output: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *output, value)?;
    output.write_all(b"\n")
}
