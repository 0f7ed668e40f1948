//! How fast the reader is, natively: megabytes per second, and whether ten times the text takes ten times as long.
//!
//! `cargo xtask bench extract`. The texts are those of tests/articles. A plain program without a harness: what is
//! wanted is a median over many rounds and a ratio of two medians, not a distribution.

#[path = "texts/mod.rs"]
mod texts;
#[path = "times/mod.rs"]
mod times;

use std::hint::black_box;
use std::time::Duration;

use casualty_compare::extract;
use texts::{articles, other_digits};
use times::times;

const ROUNDS: usize = 41;
/// About how long the text of one round is, in bytes, in the comparison of lengths.
const LENGTH: usize = 100_000;

fn main() {
    let articles = articles();
    throughput(&articles);
    linearity(&articles);
}

fn throughput(articles: &[String]) {
    let bytes: usize = articles.iter().map(String::len).sum();
    let repeats = LENGTH.div_ceil(bytes);
    let [times] = times(
        ROUNDS,
        [&|| {
            for article in articles.iter().cycle().take(articles.len() * repeats) {
                black_box(extract(black_box(article)));
            }
        }],
    );
    let rate = |time: Duration| (bytes * repeats) as f64 / 1e6 / time.as_secs_f64();
    println!(
        "{} articles of {bytes} bytes in all: median {:.1} MB/s, fastest {:.1} MB/s (wanted: median at least 20)",
        articles.len(),
        rate(times.median),
        rate(times.fastest)
    );
}

fn linearity(articles: &[String]) {
    let once = text(articles, LENGTH);
    let ten_times = text(articles, 10 * LENGTH);
    // Ten readings take about as long as one of ten times the text: a busy machine slows both alike.
    let [short, long] = times(
        ROUNDS,
        [&|| (0..10).for_each(|_| read(&once)), &|| read(&ten_times)],
    );
    for (text, readings, times) in [(&once, 10.0, &short), (&ten_times, 1.0, &long)] {
        let [median, fastest] =
            [times.median, times.fastest].map(|time| 1e3 * time.as_secs_f64() / readings);
        println!(
            "{} bytes: median {median:.2} ms, fastest {fastest:.2} ms",
            text.len()
        );
    }
    // The texts end at a whole article, so their lengths are not exactly one to ten.
    let length = ten_times.len() as f64 / once.len() as f64;
    let ratio =
        |short: Duration, long: Duration| 100.0 * long.as_secs_f64() / short.as_secs_f64() / length;
    println!(
        "ten times the text takes {:.2} times as long by the medians, {:.2} by the fastest (wanted: medians at most 11)",
        ratio(short.median, long.median),
        ratio(short.fastest, long.fastest)
    );
}

fn read(text: &str) {
    drop(black_box(extract(black_box(text))));
}

/// The articles one after the other until `length` bytes are reached, each copy with digits of its own.
fn text(articles: &[String], length: usize) -> String {
    let mut text = String::with_capacity(length + length / 10);
    for (copy, article) in articles.iter().cycle().enumerate() {
        if text.len() >= length {
            break;
        }
        text.push_str(&other_digits(article, copy / articles.len()));
        text.push_str("\n\n");
    }
    text
}
