//! How fast the reader is, natively: megabytes per second, and whether ten times the text takes ten times as long.
//!
//! `cargo xtask bench extract`. The texts are those of tests/articles. A plain program without a harness: what is
//! wanted is a median over many rounds and a ratio of two medians, not a distribution.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use casualty_compare::extract;

const ROUNDS: usize = 41;
/// About how long the text of one round is, in bytes, in the comparison of lengths.
const LENGTH: usize = 100_000;

fn main() {
    let articles = articles();
    assert!(!articles.is_empty(), "tests/articles holds no text");
    throughput(&articles);
    linearity(&articles);
}

/// How long a piece of work takes.
struct Times {
    median: Duration,
    /// Of the fastest round: what other programs on the machine cost is not in it.
    fastest: Duration,
}

fn throughput(articles: &[String]) {
    let bytes: usize = articles.iter().map(String::len).sum();
    let repeats = LENGTH.div_ceil(bytes);
    let [times] = times([&|| {
        for article in articles.iter().cycle().take(articles.len() * repeats) {
            black_box(extract(black_box(article)));
        }
    }]);
    let rate = |time: Duration| (bytes * repeats) as f64 / 1e6 / time.as_secs_f64();
    println!(
        "{} articles of {bytes} bytes in all: median {:.1} MB/s, fastest {:.1} MB/s (wanted: median at least 10)",
        articles.len(),
        rate(times.median),
        rate(times.fastest)
    );
}

fn linearity(articles: &[String]) {
    let once = text(articles, LENGTH);
    let ten_times = text(articles, 10 * LENGTH);
    let [short, long] = times([&|| drop(black_box(extract(black_box(&once)))), &|| {
        drop(black_box(extract(black_box(&ten_times))));
    }]);
    // The texts end at a whole article, so their lengths are not exactly one to ten.
    let length = ten_times.len() as f64 / once.len() as f64;
    let ratio =
        |short: Duration, long: Duration| 10.0 * long.as_secs_f64() / short.as_secs_f64() / length;
    for (text, times) in [(&once, &short), (&ten_times, &long)] {
        let [median, fastest] = [times.median, times.fastest].map(|time| 1e3 * time.as_secs_f64());
        println!(
            "{} bytes: median {median:.2} ms, fastest {fastest:.2} ms",
            text.len()
        );
    }
    println!(
        "ten times the text takes {:.2} times as long by the medians, {:.2} by the fastest (wanted: medians at most 11)",
        ratio(short.median, long.median),
        ratio(short.fastest, long.fastest)
    );
}

/// The times of several pieces of work, run in turn so that a busy machine slows all alike.
fn times<const N: usize>(works: [&dyn Fn(); N]) -> [Times; N] {
    let mut rounds = [const { Vec::new() }; N];
    for _ in 0..ROUNDS {
        for (work, rounds) in works.iter().zip(&mut rounds) {
            let start = Instant::now();
            work();
            rounds.push(start.elapsed());
        }
    }
    rounds.map(|mut rounds| {
        rounds.sort();
        Times {
            median: rounds[ROUNDS / 2],
            fastest: rounds[0],
        }
    })
}

fn articles() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("tests/articles is a folder")
        .map(|entry| entry.expect("an entry of tests/articles").path())
        .filter(|file| file.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    let read = |file| fs::read_to_string(file).expect("an article in UTF-8");
    files.into_iter().map(read).collect()
}

/// The articles one after the other until `length` bytes are reached, with other digits in each copy.
///
/// With the same digits every copy would restate the claims of the first, and a cost that grows with the number of
/// claims would not show.
fn text(articles: &[String], length: usize) -> String {
    let mut text = String::with_capacity(length + length / 10);
    for (copy, article) in articles.iter().cycle().enumerate() {
        if text.len() >= length {
            break;
        }
        text.extend(article.chars().map(|c| turned(c, copy / articles.len())));
        text.push_str("\n\n");
    }
    text
}

/// Another digit of 1 to 9 for such a digit; everything else stays.
fn turned(c: char, by: usize) -> char {
    match c {
        '1'..='9' => {
            let digit = c as usize - '1' as usize;
            char::from(b'1' + ((digit + by) % 9) as u8)
        }
        _ => c,
    }
}
