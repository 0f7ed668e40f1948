//! `--jsonl`: records through the reader on all cores, their answers in order, in constant memory.
//!
//! One thread reads chunks and hands each to the pool, the pool answers them, and the calling thread writes the answers
//! in the order of the chunks. A queue of bounded weight between the first and the last holds the first back.

use super::args::{LinesCommand, is_stdin};
use super::chunks::{CHUNK, Chunk, Chunks, Lines};
use super::files::{Files, Kind, missing, total_bytes};
use super::lines::{Answers, LONGEST, Place, too_long};
use super::progress::Progress;
use super::{Failure, Watched, say};
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// How many chunks may be under way for each thread: one that is answered and some that wait, so that no thread does.
const CHUNKS_FOR_EACH_THREAD: usize = 4;

/// What the writer of the answers is told, in the order of the input.
enum Event {
    /// A chunk is under way; its answers come here.
    Chunk(Receiver<io::Result<Answers>>),
    /// Stands before a chunk that is as large as several, once for each of the others.
    Weight,
    /// Something could not be read.
    Unreadable(String),
}

/// What one task of the pool answers.
enum Work {
    Lines {
        chunk: Chunk,
        file: Option<Arc<str>>,
    },
    Text {
        path: PathBuf,
        bytes: Vec<u8>,
    },
}

/// Reads every record of the files and writes the answers.
pub(super) fn stream(
    command: LinesCommand,
    input: impl Read + Send + 'static,
    output: &mut impl Write,
    errors: &mut impl Write,
    watched: Watched,
) -> Result<(), Failure> {
    let missing = missing(&command.files);
    if !missing.is_empty() {
        return Err(Failure::Read(missing));
    }
    let threads = command.threads.map_or_else(cores, NonZeroUsize::get);
    let shown = command.progress.unwrap_or(watched == Watched::Terminal);
    let mut progress = shown.then(|| Progress::start(total_bytes(&command.files)));
    let events = start(command.files, input, threads).map_err(Failure::Threads)?;
    let mut all_read = true;
    for event in events {
        match event {
            Event::Weight => {}
            Event::Unreadable(why) => {
                all_read = false;
                if let Some(progress) = &progress {
                    progress.clear(errors);
                }
                say(errors, &why);
            }
            Event::Chunk(answers) => {
                let stopped = |_| Failure::Threads("a thread stopped".to_owned());
                let answers = answers.recv().map_err(stopped)??;
                output.write_all(&answers.output)?;
                output.flush()?;
                if let Some(progress) = &mut progress {
                    progress.add(&answers, errors);
                }
            }
        }
    }
    if let Some(progress) = progress {
        progress.end(errors);
    }
    match all_read {
        true => Ok(()),
        false => Err(Failure::Told),
    }
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZeroUsize::get)
}

/// Starts to read the files. Nobody waits for the thread that does: where the output is closed while it waits for
/// input, the program ends, and with it the thread.
fn start(
    files: Vec<OsString>,
    input: impl Read + Send + 'static,
    threads: usize,
) -> Result<Receiver<Event>, String> {
    let failed = |error: &dyn std::error::Error| format!("cannot start {threads} threads: {error}");
    let pool =
        (ThreadPoolBuilder::new().num_threads(threads).build()).map_err(|error| failed(&error))?;
    let (events, received) = sync_channel(threads * CHUNKS_FOR_EACH_THREAD);
    let feeder = Feeder { pool, events };
    (thread::Builder::new().spawn(move || feeder.feed(&files, input)))
        .map_err(|error| failed(&error))?;
    Ok(received)
}

/// Nobody takes answers any more.
struct Closed;

/// Reads the files and hands out the work.
struct Feeder {
    pool: ThreadPool,
    events: SyncSender<Event>,
}

impl Feeder {
    fn feed(&self, files: &[OsString], input: impl Read) {
        // The output is closed: its end needs no word here.
        let (Ok(()) | Err(Closed)) = self.feed_files(files, input);
    }

    fn feed_files(&self, files: &[OsString], mut input: impl Read) -> Result<(), Closed> {
        for file in Files::of(files, |_| true) {
            let fed = match file {
                Err(why) => Err(why),
                Ok(file) if is_stdin(file.as_os_str()) => self
                    .lines(&mut input, None)?
                    .map_err(|error| format!("cannot read standard input: {error}")),
                Ok(file) => self
                    .file(&file)?
                    .map_err(|error| format!("cannot read {}: {error}", file.display())),
            };
            if let Err(why) = fed {
                self.send(Event::Unreadable(why))?;
            }
        }
        Ok(())
    }

    fn file(&self, path: &Path) -> Result<io::Result<()>, Closed> {
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) => return Ok(Err(error)),
        };
        if Kind::of(path) == Some(Kind::Text) {
            let mut bytes = Vec::new();
            let most = LONGEST as u64 + 1;
            return match file.take(most).read_to_end(&mut bytes) {
                Ok(_) => self
                    .work(Work::Text {
                        path: path.to_owned(),
                        bytes,
                    })
                    .map(Ok),
                Err(error) => Ok(Err(error)),
            };
        }
        self.lines(file, Some(path.to_string_lossy().into()))
    }

    fn lines(&self, input: impl Read, file: Option<Arc<str>>) -> Result<io::Result<()>, Closed> {
        let mut chunks = Chunks::of(input);
        loop {
            match chunks.next() {
                Ok(Some(chunk)) => self.work(Work::Lines {
                    chunk,
                    file: file.clone(),
                })?,
                Ok(None) => return Ok(Ok(())),
                Err(error) => return Ok(Err(error)),
            }
        }
    }

    /// Lets the pool work, as soon as enough of what is before it is written.
    fn work(&self, work: Work) -> Result<(), Closed> {
        for _ in 0..work.bytes() / (2 * CHUNK) {
            self.send(Event::Weight)?;
        }
        let (answer, answered) = sync_channel(1);
        self.send(Event::Chunk(answered))?;
        self.pool.spawn(move || {
            // Where nobody takes the answer, the output is closed.
            let _ = answer.send(work.answer());
        });
        Ok(())
    }

    fn send(&self, event: Event) -> Result<(), Closed> {
        self.events.send(event).map_err(|_| Closed)
    }
}

impl Work {
    fn bytes(&self) -> usize {
        match self {
            Work::Lines {
                chunk:
                    Chunk {
                        lines: Lines::Whole(bytes),
                        ..
                    },
                ..
            } => bytes.len(),
            Work::Lines {
                chunk:
                    Chunk {
                        lines: Lines::TooLong,
                        ..
                    },
                ..
            } => 0,
            Work::Text { bytes, .. } => bytes.len(),
        }
    }

    fn answer(&self) -> io::Result<Answers> {
        let mut answers = Answers {
            read: self.bytes() as u64,
            ..Answers::default()
        };
        match self {
            Work::Text { path, bytes } => answers.add_text(path, bytes)?,
            Work::Lines { chunk, file } => answer_lines(chunk, file.as_deref(), &mut answers)?,
        }
        Ok(answers)
    }
}

fn answer_lines(chunk: &Chunk, file: Option<&str>, answers: &mut Answers) -> io::Result<()> {
    let place = |number| Place::Line { file, number };
    let bytes = match &chunk.lines {
        Lines::Whole(bytes) => bytes,
        Lines::TooLong => return answers.add_error(place(chunk.first), &too_long()),
    };
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', bytes).chain([bytes.len()]);
    for (number, end) in (chunk.first..).zip(ends) {
        // Behind the last line feed there is nothing.
        if start < bytes.len() {
            answers.add_line(&bytes[start..end], place(number))?;
        }
        start = end + 1;
    }
    Ok(())
}
