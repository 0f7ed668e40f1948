//! Whole articles of our own, each with its claims beside it: how many are found, and how much of what is read is right.
//!
//! `tests/articles/NAME.txt` is the article, `NAME.toml` its claims as [`reading::Expected`], each with a `quote` that
//! stands once in the text. A figure is found when a claim has its outcome, group, bounds, qualifier and words; it is
//! whole when attribution, scope, place, status, links and restatements are right as well. `tolls` are the answers of the
//! article for an outcome: each of the numbers is one that a careful editor could lead with.
//!
//! `floor.toml` holds what is reached, to the claim. Falling below fails; rising fails too, until the floor is raised
//! (`ARTICLES_BLESS=1` writes it), so that nothing gained is lost unseen. `ARTICLES_VERBOSE=1` with `--nocapture` shows,
//! by kind of error, every figure missed, every one too many, and every detail that differs.

mod reading;

use casualty_compare::extract;
use casualty_compare::model::{Claim, Extraction, Outcome};
use reading::{Difference, Expected};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::ops::AddAssign;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answers {
    claims: Vec<Expected>,
    /// By outcome, in persons.
    #[serde(default)]
    tolls: BTreeMap<Outcome, Vec<u64>>,
}

struct Article {
    name: String,
    text: String,
    claims: Vec<Expected>,
    tolls: BTreeMap<Outcome, Vec<u64>>,
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
    /// Of those found, the ones whose attribution is marked.
    with_attribution: usize,
    /// Of those, attributed as marked.
    attributed: usize,
    /// Of those found, right in how much of the event they cover.
    in_scope: usize,
    /// Of those found, right in how firmly they are stated.
    in_status: usize,
    /// Claims read, but for those that meet an optional one.
    read: usize,
    /// Marked tolls.
    tolls: usize,
    /// Of those, the ones that lead with a marked number.
    tolls_right: usize,
}

impl AddAssign for Reached {
    fn add_assign(&mut self, other: Self) {
        self.expected += other.expected;
        self.found += other.found;
        self.whole += other.whole;
        self.with_attribution += other.with_attribution;
        self.attributed += other.attributed;
        self.in_scope += other.in_scope;
        self.in_status += other.in_status;
        self.read += other.read;
        self.tolls += other.tolls;
        self.tolls_right += other.tolls_right;
    }
}

impl Reached {
    fn line(&self) -> String {
        let share = |name: &str, part: usize, all: usize, of: &str| {
            let share = if all == 0 {
                1.0
            } else {
                part as f64 / all as f64
            };
            format!("{name} {share:.3} ({part} of {all}{of})")
        };
        [
            share("recall", self.found, self.expected, ""),
            share("precision", self.found, self.read, " read"),
            share("whole", self.whole, self.found, " found"),
            share(
                "attribution",
                self.attributed,
                self.with_attribution,
                " marked",
            ),
            share("scope", self.in_scope, self.found, ""),
            share("status", self.in_status, self.found, ""),
            share("tolls", self.tolls_right, self.tolls, ""),
        ]
        .join(", ")
    }
}

/// Lines about errors, by the kind of error.
type Errors = BTreeMap<String, Vec<String>>;

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
                tolls: answers.tolls,
            }
        })
        .collect();
    articles.sort_by(|a, b| a.name.cmp(&b.name));
    articles
}

/// For each expected claim the read one that meets it: those that must be found first, and whole ones before those that
/// are the figure alone.
fn pair_up(article: &Article, claims: &[Claim]) -> Vec<Option<usize>> {
    let mut pairs = vec![None; article.claims.len()];
    let mut taken = vec![false; claims.len()];
    for (may_be_absent, details_too) in [(false, true), (false, false), (true, true), (true, false)]
    {
        for (expected, pair) in article.claims.iter().zip(&mut pairs) {
            if pair.is_some() || expected.may_be_absent() != may_be_absent {
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
fn other_links(expected: &Expected, claim: &Claim, pairs: &[Option<usize>]) -> Vec<Difference> {
    let links = [
        ("part_of", expected.part_of, claim.part_of),
        ("superseded_by", expected.superseded_by, claim.superseded_by),
    ];
    links
        .into_iter()
        .filter(|(_, stated, read)| {
            stated.is_some_and(|target| read.is_none() || *read != pairs[target - 1])
        })
        .map(|(kind, _, read)| Difference {
            kind,
            read: format!("{read:?}"),
        })
        .collect()
}

/// What was made of a missed figure: the parts in which the nearest claim on the same words differs, if there is one.
fn nearest(expected: &Expected, claims: &[&Claim], text: &str) -> Option<Vec<Difference>> {
    claims
        .iter()
        .map(|claim| expected.other_figure(claim, text))
        .filter(|differences| differences.iter().all(|d| d.kind != "evidence"))
        .min_by_key(Vec::len)
}

fn score(article: &Article, errors: &mut Errors) -> Reached {
    let Extraction { claims, tolls, .. } = extract(&article.text);
    let pairs = pair_up(article, &claims);
    let left: Vec<&Claim> = claims
        .iter()
        .enumerate()
        .filter(|(index, _)| !pairs.contains(&Some(*index)))
        .map(|(_, claim)| claim)
        .collect();
    let mut note = |kind: String, line: String| {
        let line = format!("{}: {line}", article.name);
        errors.entry(kind).or_default().push(line);
    };
    let mut reached = Reached::default();
    let mut optional = 0;
    for (expected, pair) in article.claims.iter().zip(&pairs) {
        let must = !expected.may_be_absent();
        reached.expected += usize::from(must);
        let Some(claim) = pair.map(|index| &claims[index]) else {
            if must {
                let differences = nearest(expected, &left, &article.text).unwrap_or_default();
                let kinds: Vec<&str> = differences.iter().map(|d| d.kind).collect();
                let kind = if kinds.is_empty() {
                    "missed: not read".to_owned()
                } else {
                    format!("missed: other {}", kinds.join(", "))
                };
                let read = reading::listed(&differences);
                note(kind, format!("{}\n      {read}", expected.notation()));
            }
            continue;
        };
        if !must {
            optional += 1;
            continue;
        }
        let mut other = expected.other_details(claim, &article.text);
        other.extend(other_links(expected, claim, &pairs));
        let right = |kind: &str| usize::from(other.iter().all(|d| d.kind != kind));
        let marked = expected.counter.is_some()
            || expected.carrier.is_some()
            || expected.attribution.is_some();
        reached.found += 1;
        reached.whole += usize::from(other.is_empty());
        if marked {
            reached.with_attribution += 1;
            reached.attributed += right("attribution");
        }
        reached.in_scope += right("scope");
        reached.in_status += right("status");
        for difference in &other {
            let line = format!("{}\n      {difference}", expected.notation());
            note(format!("differs: {}", difference.kind), line);
        }
    }
    for claim in left {
        let quote = &claim.mentions[0].quote;
        let line = format!("{}\n      {quote:?}", reading::notation(claim));
        note("too many".to_owned(), line);
    }
    reached.read = claims.len() - optional;
    for (outcome, right) in &article.tolls {
        let toll = tolls.iter().find(|toll| toll.outcome == *outcome);
        let number = toll.and_then(|toll| toll.low.or(toll.high));
        reached.tolls += 1;
        if number.is_some_and(|number| right.contains(&number)) {
            reached.tolls_right += 1;
        } else {
            let line = format!("{outcome:?}: {right:?}\n      {number:?}");
            note("toll".to_owned(), line);
        }
    }
    reached
}

/// The errors, the most frequent kind first.
fn listed(errors: &Errors) -> String {
    let mut kinds: Vec<_> = errors.iter().collect();
    kinds.sort_by_key(|(_, lines)| std::cmp::Reverse(lines.len()));
    let mut out = String::new();
    for (kind, lines) in kinds {
        out += &format!("\n{kind} ({})\n", lines.len());
        for line in lines {
            out += &format!("  {line}\n");
        }
    }
    out
}

#[test]
fn articles_are_read_as_well_as_ever() {
    let mut all = Reached::default();
    let mut errors = Errors::new();
    let mut report = String::new();
    for article in articles() {
        let reached = score(&article, &mut errors);
        report += &format!("{}: {}\n", article.name, reached.line());
        all += reached;
    }
    if std::env::var_os("ARTICLES_VERBOSE").is_some() {
        report += &format!("{}\n", listed(&errors));
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
    assert!(articles.len() >= 12);
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
