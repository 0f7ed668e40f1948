//! How long comparing takes: articles that are already read, 20 and 200 at once.
//!
//! `cargo xtask bench compare`. Each article has 8 kB, of those of tests/articles with other digits in
//! each copy.

#[path = "texts/mod.rs"]
mod texts;
#[path = "times/mod.rs"]
mod times;

use std::hint::black_box;

use casualty_compare::model::{Article, ReadArticle};
use casualty_compare::{compare, extract};
use times::times;

const ROUNDS: usize = 11;

fn main() {
    for count in [20, 200] {
        let articles = articles(count);
        let extractions: Vec<_> = articles
            .iter()
            .map(|article| extract(&article.text))
            .collect();
        let read = ReadArticle::pairs(&articles, &extractions);
        let claims: usize = extractions.iter().map(|read| read.claims.len()).sum();
        let comparison = compare(&read);
        let [time] = times(ROUNDS, [&|| drop(black_box(compare(black_box(&read))))]);
        println!(
            "{count} articles, {claims} claims: median {:.2} ms, fastest {:.2} ms ({} rows, {} findings)",
            1e3 * time.median.as_secs_f64(),
            1e3 * time.fastest.as_secs_f64(),
            comparison.rows.len(),
            comparison.findings.len()
        );
    }
}

/// Articles of 8 kB: those of tests/articles one behind the other until they are so long. As there are no more than these,
/// most passages stand in several articles.
fn articles(count: usize) -> Vec<Article> {
    let own = texts::articles();
    let text = |n: usize| {
        let mut text = String::new();
        for next in n.. {
            if text.len() >= 8_000 {
                break;
            }
            text.push_str(&texts::other_digits(&own[next % own.len()], n / own.len()));
            text.push('\n');
        }
        text
    };
    (0..count)
        .map(|n| Article {
            text: text(n),
            ..Article::default()
        })
        .collect()
}
