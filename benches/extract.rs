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

fn throughput(articles: &[String]) {
    let bytes: usize = articles.iter().map(String::len).sum();
    let repeats = LENGTH.div_ceil(bytes);
    let [median] = medians([&|| {
        for article in articles.iter().cycle().take(articles.len() * repeats) {
            black_box(extract(black_box(article)));
        }
    }]);
    let rate = (bytes * repeats) as f64 / 1e6 / median.as_secs_f64();
    println!(
        "extract, {} articles of {bytes} bytes in all: {rate:.1} MB/s (wanted: at least 10)",
        articles.len()
    );
}

fn linearity(articles: &[String]) {
    let once = text(articles, LENGTH);
    let ten_times = text(articles, 10 * LENGTH);
    let [short, long] = medians([&|| drop(black_box(extract(black_box(&once)))), &|| {
        drop(black_box(extract(black_box(&ten_times))));
    }]);
    // The texts end at a whole article, so their lengths are not exactly one to ten.
    let length = ten_times.len() as f64 / once.len() as f64;
    let time = long.as_secs_f64() / short.as_secs_f64();
    println!(
        "extract, {} bytes: {:.2} ms",
        once.len(),
        1e3 * short.as_secs_f64()
    );
    println!(
        "extract, {} bytes: {:.2} ms",
        ten_times.len(),
        1e3 * long.as_secs_f64()
    );
    let ratio = 10.0 * time / length;
    println!("ten times the text takes {ratio:.2} times as long (wanted: at most 11)");
}

/// The median time of each of several pieces of work, run in turn so that a busy machine slows all alike.
fn medians<const N: usize>(works: [&dyn Fn(); N]) -> [Duration; N] {
    let mut times = [const { Vec::new() }; N];
    for _ in 0..ROUNDS {
        for (work, times) in works.iter().zip(&mut times) {
            let start = Instant::now();
            work();
            times.push(start.elapsed());
        }
    }
    times.map(|mut times| {
        times.sort();
        times[times.len() / 2]
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
