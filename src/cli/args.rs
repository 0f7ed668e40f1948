//! What is asked for: the arguments, and the help that says them.

use std::ffi::{OsStr, OsString};
use std::num::NonZeroUsize;

/// What `--help` prints.
pub(super) const HELP: &str = "\
Reads casualty figures out of news articles and shows side by side who reports what.

Usage:
  casualty-compare FILE...             compares the files and prints a table
  casualty-compare --json FILE...      the same as one JSON object
  casualty-compare --explain FILE      prints sentence by sentence what was read, by which rule, and what was
                                       set aside and why; then the tolls and what they are made of
  casualty-compare --jsonl [FILE...]   reads {\"id\", \"text\"} objects, one a line, and writes
                                       {\"id\", \"claims\", \"tolls\"} objects, one a line, in the same order

A FILE is a text in UTF-8, one article; \"-\" is standard input. A folder stands for all *.txt in it and in
its folders (with --jsonl: all *.txt and *.jsonl), in the order of their names. Hidden files and folders
(.name) and links to folders are passed over.

With --jsonl a FILE is JSON Lines, but *.txt is one article, with its path as id.
Without a FILE, standard input is read. It is read as a stream: memory does not grow with the input, and
answers are written as soon as they and all before them are there. A line that cannot be read is answered by
{\"id\": null, \"error\": ...} in its place, and reading goes on. A line or text may have 16 MiB.

start and end in JSON are offsets into the text in UTF-8 bytes.

Options:
  --json         JSON instead of a table
  --explain      what was read of one file, and why
  --jsonl        JSON Lines in and out
  --threads N    read with N threads (with --jsonl; else as many as there are cores)
  --progress     show on standard error how far the reading is (with --jsonl)
  --no-progress  do not (else it is shown where standard error is a terminal and standard output is none)
  --             what follows are files
  -h, --help     this help
  -V, --version  the version

Exit code: 0 done, also if the reader of the output leaves early; 1 the output could not be written; 2 wrong
use, or a file that could not be read: each is named on standard error. --jsonl reads the other files all the
same; what is not there at all is told before it starts.
";

/// The most threads that can be asked for.
const MOST_THREADS: usize = 1024;

/// What is asked for.
pub(super) enum Command {
    Help,
    Version,
    Table(Vec<OsString>),
    Json(Vec<OsString>),
    Explain(OsString),
    Lines(LinesCommand),
}

/// How `--jsonl` is to work.
pub(super) struct LinesCommand {
    /// What to read, in this order; never empty.
    pub(super) files: Vec<OsString>,
    /// With how many threads; `None` = as many as there are cores.
    pub(super) threads: Option<NonZeroUsize>,
    /// Whether to show progress; `None` = where it is seen.
    pub(super) progress: Option<bool>,
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
}

/// The arguments as they are read, before it is known whether they make sense together.
struct Draft {
    mode: Mode,
    files: Vec<OsString>,
    threads: Option<NonZeroUsize>,
    progress: Option<bool>,
}

impl Command {
    /// Reads the arguments, the program's name left out.
    ///
    /// # Errors
    /// Why they make no sense.
    pub(super) fn parse(mut arguments: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let mut draft = Draft {
            mode: Mode::Table,
            files: Vec::new(),
            threads: None,
            progress: None,
        };
        let mut only_files = false;
        while let Some(argument) = arguments.next() {
            let option = (argument.to_str())
                .filter(|option| !only_files && option.starts_with('-') && *option != "-");
            match option {
                Some("--") => only_files = true,
                Some("-h" | "--help") => return Ok(Command::Help),
                Some("-V" | "--version") => return Ok(Command::Version),
                Some("--progress") => draft.progress = Some(true),
                Some("--no-progress") => draft.progress = Some(false),
                Some("--threads") => {
                    let number = arguments.next().unwrap_or_default();
                    draft.threads = Some(threads(&number)?);
                }
                Some(option) => match (option.strip_prefix("--threads="), Mode::of(option)) {
                    (Some(number), _) => draft.threads = Some(threads(OsStr::new(number))?),
                    (None, Some(asked)) => draft.mode = asked.after(draft.mode)?,
                    (None, None) => return Err(format!("unknown option {option:?}")),
                },
                None => draft.files.push(argument),
            }
        }
        draft.command()
    }
}

impl Draft {
    /// The command for these files.
    fn command(mut self) -> Result<Command, String> {
        if self.files.iter().filter(|file| is_stdin(file)).count() > 1 {
            return Err("\"-\" can be given once".to_owned());
        }
        if self.mode == Mode::Lines {
            if self.files.is_empty() {
                self.files.push("-".into());
            }
            return Ok(Command::Lines(LinesCommand {
                files: self.files,
                threads: self.threads,
                progress: self.progress,
            }));
        }
        if self.threads.is_some() || self.progress.is_some() {
            return Err("--threads, --progress and --no-progress go with --jsonl".to_owned());
        }
        if self.files.is_empty() {
            return Err("no files given".to_owned());
        }
        match (self.mode, self.files.pop(), self.files.is_empty()) {
            (Mode::Explain, Some(file), true) => Ok(Command::Explain(file)),
            (Mode::Explain, ..) => Err("--explain takes one file".to_owned()),
            (mode, last, _) => {
                self.files.extend(last);
                Ok(match mode {
                    Mode::Json => Command::Json(self.files),
                    _ => Command::Table(self.files),
                })
            }
        }
    }
}

fn threads(number: &OsStr) -> Result<NonZeroUsize, String> {
    (number.to_str())
        .and_then(|number| number.parse().ok())
        .filter(|threads: &NonZeroUsize| threads.get() <= MOST_THREADS)
        .ok_or_else(|| format!("--threads takes a number from 1 to {MOST_THREADS}"))
}

/// Whether an argument means standard input.
pub(super) fn is_stdin(file: &OsStr) -> bool {
    file == "-"
}
