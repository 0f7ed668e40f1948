//! Whole articles of our own, each with its claims beside it: how many are found, and how much of what is read is right.
//!
//! `tests/articles/NAME.txt` is the article, `NAME.toml` its claims as [`reading::Expected`], each with a `quote` that
//! stands once in the text. A figure is found when a claim has its outcome, group, bounds, qualifier and words; it is
//! whole when attribution, scope, place, status, links and restatements are right as well.
//!
//! `floor.toml` holds what is reached, to the claim. Falling below fails; rising fails too, until the floor is raised
//! (`ARTICLES_BLESS=1` writes it), so that nothing gained is lost unseen. `ARTICLES_VERBOSE=1` with `--nocapture` shows
//! every figure missed, every one too many, and every detail that differs.

mod reading;

use casualty_compare::extract;
use casualty_compare::model::Claim;
use reading::Expected;
use serde::{Deserialize, Serialize};
use std::fs;
use std::ops::AddAssign;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answers {
    claims: Vec<Expected>,
}

struct Article {
    name: String,
    text: String,
    claims: Vec<Expected>,
}

/// What was reached, in claims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reached {
    /// Claims that must be found.
    expected: usize,
    /// Of those, found.
    found: usize,
    /// Of those found, right in every detail.
    whole: usize,
    /// Claims read, but for those that meet an optional one.
    read: usize,
}

impl AddAssign for Reached {
    fn add_assign(&mut self, other: Self) {
        self.expected += other.expected;
        self.found += other.found;
        self.whole += other.whole;
        self.read += other.read;
    }
}

impl Reached {
    fn line(&self) -> String {
        let share = |a: usize, b: usize| if b == 0 { 1.0 } else { a as f64 / b as f64 };
        format!(
            "recall {:.3} ({} of {}), precision {:.3} ({} of {} read), whole {:.3} ({} of {} found)",
            share(self.found, self.expected),
            self.found,
            self.expected,
            share(self.found, self.read),
            self.found,
            self.read,
            share(self.whole, self.found),
            self.whole,
            self.found
        )
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles")
}

fn articles() -> Vec<Article> {
    let mut articles: Vec<Article> = fs::read_dir(folder())
        .expect("tests/articles")
        .map(|entry| entry.expect("an entry of tests/articles").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .map(|path| {
            let read = |path: &Path| {
                fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
            };
            let answers: Answers = toml::from_str(&read(&path.with_extension("toml")))
                .unwrap_or_else(|e| panic!("the claims of {}: {e}", path.display()));
            Article {
                name: path
                    .file_stem()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned(),
                text: read(&path),
                claims: answers.claims,
            }
        })
        .collect();
    articles.sort_by(|a, b| a.name.cmp(&b.name));
    articles
}

/// For each expected claim the read one that meets it: whole ones first, then those that are the figure alone.
fn pair_up(article: &Article, claims: &[Claim]) -> Vec<Option<usize>> {
    let mut pairs = vec![None; article.claims.len()];
    let mut taken = vec![false; claims.len()];
    for details_too in [true, false] {
        for (expected, pair) in article.claims.iter().zip(&mut pairs) {
            if pair.is_some() {
                continue;
            }
            *pair = claims.iter().enumerate().position(|(index, claim)| {
                !taken[index]
                    && expected.other_figure(claim, &article.text).is_empty()
                    && (!details_too || expected.other_details(claim, &article.text).is_empty())
            });
            if let Some(index) = *pair {
                taken[index] = true;
            }
        }
    }
    pairs
}

/// How the links of `claim` differ from the expected ones.
fn other_links(expected: &Expected, claim: &Claim, pairs: &[Option<usize>]) -> Vec<String> {
    let links = [
        ("part_of", expected.part_of, claim.part_of),
        ("superseded_by", expected.superseded_by, claim.superseded_by),
    ];
    links
        .into_iter()
        .filter(|(_, stated, read)| {
            stated.is_some_and(|target| read.is_none() || *read != pairs[target - 1])
        })
        .map(|(name, _, read)| format!("{name} {read:?}"))
        .collect()
}

fn score(article: &Article, details: &mut String) -> Reached {
    let claims = extract(&article.text).claims;
    let pairs = pair_up(article, &claims);
    let mut reached = Reached::default();
    let mut optional = 0;
    for (expected, pair) in article.claims.iter().zip(&pairs) {
        let must = !expected.may_be_absent();
        reached.expected += usize::from(must);
        let Some(claim) = pair.map(|index| &claims[index]) else {
            if must {
                *details += &format!("  missed    {}\n", expected.notation());
            }
            continue;
        };
        let mut other = expected.other_details(claim, &article.text);
        other.extend(other_links(expected, claim, &pairs));
        if !must {
            optional += 1;
            continue;
        }
        reached.found += 1;
        reached.whole += usize::from(other.is_empty());
        if !other.is_empty() {
            *details += &format!(
                "  differs   {}\n            {}\n",
                expected.notation(),
                other.join("; ")
            );
        }
    }
    for (index, claim) in claims.iter().enumerate() {
        if !pairs.contains(&Some(index)) {
            *details += &format!("  too many  {}\n", reading::notation(claim));
            *details += &format!("            {:?}\n", claim.mentions[0].quote);
        }
    }
    reached.read = claims.len() - optional;
    reached
}

#[test]
fn articles_are_read_as_well_as_ever() {
    let mut all = Reached::default();
    let mut report = String::new();
    for article in articles() {
        let mut details = String::new();
        let reached = score(&article, &mut details);
        report += &format!("{}: {}\n", article.name, reached.line());
        if std::env::var_os("ARTICLES_VERBOSE").is_some() {
            report += &details;
        }
        all += reached;
    }
    println!("{report}all: {}", all.line());
    let path = folder().join("floor.toml");
    if std::env::var_os("ARTICLES_BLESS").is_some() {
        let text = toml::to_string(&all).expect("numbers are TOML");
        let head = "# What is reached on the articles of this folder, in claims; held by tests/articles.rs.\n";
        fs::write(&path, format!("{head}{text}")).expect("floor.toml can be written");
        return;
    }
    let floor: Reached =
        toml::from_str(&fs::read_to_string(&path).expect("floor.toml")).expect("floor.toml");
    assert_eq!(
        all,
        floor,
        "\nreached: {}\nfloor:   {}\nA fall is mended. A rise raises the floor: ARTICLES_BLESS=1.\n",
        all.line(),
        floor.line()
    );
}

#[test]
fn articles_are_well_formed() {
    let articles = articles();
    assert!(articles.len() >= 4);
    for article in &articles {
        assert!(!article.text.trim().is_empty(), "{}: no text", article.name);
        for (index, claim) in article.claims.iter().enumerate() {
            let quotes = claim.quote.iter().chain(&claim.restated);
            assert!(
                claim.quote.is_some(),
                "{}: claim {} has no quote",
                article.name,
                index + 1
            );
            for quote in quotes {
                let times = article.text.matches(quote.as_str()).count();
                assert_eq!(times, 1, "{}: {quote:?} stands {times} times", article.name);
            }
            for link in [claim.part_of, claim.superseded_by].into_iter().flatten() {
                assert!(
                    (1..=article.claims.len()).contains(&link) && link != index + 1,
                    "{}: claim {} points at {link}",
                    article.name,
                    index + 1
                );
            }
        }
    }
}
