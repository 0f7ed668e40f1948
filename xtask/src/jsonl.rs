//! Measures `--jsonl`: makes input of three kinds, reads it with the built command line, and shows speed and memory.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread::{self, available_parallelism};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::{places, prose, run};

/// The sizes of the input in bytes: as large as asked for, and a tenth and a hundredth, to show that memory is flat.
const LARGEST_UNLESS_TOLD: u64 = 1_000_000_000;

/// How often memory is looked at. The kernel keeps the most that was held, so only the last pause can be missed.
const PAUSE: Duration = Duration::from_millis(20);

/// What the records are about.
#[derive(Clone, Copy)]
enum Kind {
    /// The texts of tests/articles again and again: casualties in nearly every sentence.
    Dense,
    /// Ordinary news without casualties.
    Plain,
    /// One record in twenty of the first kind.
    Mixed,
}

impl Kind {
    const ALL: [Kind; 3] = [Kind::Plain, Kind::Mixed, Kind::Dense];

    const fn name(self) -> &'static str {
        match self {
            Kind::Dense => "dense",
            Kind::Plain => "plain",
            Kind::Mixed => "mixed",
        }
    }

    fn text(self, number: u64, articles: &[String]) -> String {
        let article = |at: u64| articles[at as usize % articles.len()].clone();
        match self {
            Kind::Dense => article(number),
            Kind::Mixed if number % 20 == 19 => article(number / 20),
            Kind::Plain | Kind::Mixed => prose::article(number),
        }
    }
}

/// Makes the input and measures; `largest` = the bytes of the largest, one GB unless told.
pub fn bench(largest: Option<u64>) -> Result<()> {
    let largest = largest.unwrap_or(LARGEST_UNLESS_TOLD);
    let program = program()?;
    let articles = articles()?;
    let folder = places::target().join("xtask").join("jsonl");
    fs::create_dir_all(&folder)?;
    println!("kind   input MB  records  threads  seconds   MB/s  CPU in s  most memory in MB");
    for kind in Kind::ALL {
        for (size, threads) in runs(largest) {
            let input = folder.join("in.jsonl");
            let records = write_input(&input, kind, size, &articles)?;
            let taken = measure(&program, &input, threads)?;
            let megabytes = fs::metadata(&input)?.len() as f64 / 1e6;
            let seconds = taken.time.as_secs_f64();
            let or_dash = |value: Option<f64>| value.map_or("-".to_owned(), |v| format!("{v:.1}"));
            println!(
                "{:<6} {megabytes:>8.1} {records:>8} {threads:>8} {seconds:>8.2} {:>6.1} {:>9} {:>9}",
                kind.name(),
                megabytes / seconds,
                or_dash(taken.told.work),
                or_dash(taken.told.memory.map(|kb| kb as f64 / 1e3)),
            );
        }
    }
    fs::remove_dir_all(&folder)?;
    Ok(())
}

/// Writes a file of so many mixed records, to try engines with.
pub fn write_records(path: &Path, records: u64) -> Result<()> {
    let mut writer = Writer::new(path, Kind::Mixed, articles()?)?;
    for _ in 0..records {
        writer.write()?;
    }
    writer.end()?;
    Ok(())
}

/// Sizes and threads: all cores for every size, one thread for the middle one.
fn runs(largest: u64) -> [(u64, usize); 4] {
    let cores = available_parallelism().map_or(1, usize::from);
    [
        (largest / 100, cores),
        (largest / 10, 1),
        (largest / 10, cores),
        (largest, cores),
    ]
}

/// Builds the command line as its users do.
fn program() -> Result<PathBuf> {
    run::show(&mut run::cargo([
        "build",
        "--locked",
        "--quiet",
        "--release",
        "--no-default-features",
        "--features",
        "cli",
    ]))?;
    let name = format!("casualty-compare{}", std::env::consts::EXE_SUFFIX);
    Ok(places::target().join("release").join(name))
}

fn articles() -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(places::root().join("tests/articles"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            files.push(path);
        }
    }
    files.sort();
    ensure!(!files.is_empty(), "tests/articles holds no text");
    let read = |file| fs::read_to_string(file).context("an article in UTF-8");
    files.iter().map(read).collect()
}

/// Writes at least `size` bytes of records; returns how many records.
fn write_input(path: &Path, kind: Kind, size: u64, articles: &[String]) -> Result<u64> {
    let mut writer = Writer::new(path, kind, articles.to_vec())?;
    while writer.written < size {
        writer.write()?;
    }
    writer.end()
}

/// Writes records to a file, numbered from 0.
struct Writer {
    file: BufWriter<File>,
    kind: Kind,
    articles: Vec<String>,
    records: u64,
    /// In bytes.
    written: u64,
}

impl Writer {
    fn new(path: &Path, kind: Kind, articles: Vec<String>) -> Result<Self> {
        let file =
            File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(Writer {
            file: BufWriter::new(file),
            kind,
            articles,
            records: 0,
            written: 0,
        })
    }

    fn write(&mut self) -> Result<()> {
        let text = self.kind.text(self.records, &self.articles);
        let line = serde_json::json!({ "id": self.records, "text": text }).to_string();
        writeln!(self.file, "{line}")?;
        self.records += 1;
        self.written += line.len() as u64 + 1;
        Ok(())
    }

    /// Returns how many records were written.
    fn end(mut self) -> Result<u64> {
        self.file.flush()?;
        Ok(self.records)
    }
}

/// What a run took.
struct Taken {
    time: Duration,
    /// What the system told of it last.
    told: Told,
}

/// What the system tells of a running program; nothing but Linux does.
#[derive(Clone, Copy, Default)]
struct Told {
    /// The most memory that it has held so far, in kB.
    memory: Option<u64>,
    /// Seconds that it has worked so far, of all threads together: other programs do not slow these.
    work: Option<f64>,
}

fn measure(program: &Path, input: &Path, threads: usize) -> Result<Taken> {
    let mut command = run::command(program);
    command.args(["--jsonl", "--threads", &threads.to_string()]);
    let start = Instant::now();
    let mut child = command.arg(input).stdout(Stdio::null()).spawn()?;
    let mut told = Told::default();
    let status = loop {
        told = Told {
            memory: memory(&child).or(told.memory),
            work: work(&child).or(told.work),
        };
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(PAUSE);
    };
    ensure!(status.success(), "the command line failed ({status})");
    let time = start.elapsed();
    Ok(Taken { time, told })
}

fn memory(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

fn work(child: &Child) -> Option<f64> {
    const TICKS_PER_SECOND: f64 = 100.0;
    let status = fs::read_to_string(format!("/proc/{}/stat", child.id())).ok()?;
    // Behind the name, which can hold anything but ends at the last bracket: the 12th and 13th.
    let mut fields = status.rsplit_once(')')?.1.split_whitespace().skip(11);
    let mut ticks = || fields.next()?.parse::<f64>().ok();
    Some((ticks()? + ticks()?) / TICKS_PER_SECOND)
}
