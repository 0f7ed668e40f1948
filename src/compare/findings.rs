//! What a comparison notices, each in a sentence that says what stands where and never who is right.

use super::agreement::{printed_number, prints_number};
use super::align::rank;
use super::arithmetic::Interval;
use super::key::key;
use super::parts::{Fit, Sum, sums};
use crate::model::{
    Claim, Count, Finding, FindingKind, Qualifier, ReadArticle, Row, Scope, Status, Verdict,
};
use crate::order::sort_by_key;
use crate::words;
use std::collections::BTreeMap;

/// Names of articles are listed up to this many, then counted.
const MOST_NAMES: usize = 4;

/// Everything noticed across `rows` and within `articles`, what bears on the figures most first: figures that differ,
/// parts above their total, later counts, wording, complete parts, figures replaced within an article.
///
/// Work grows as n log n with the number of cells and claims.
pub fn findings(articles: &[ReadArticle<'_>], rows: &[Row]) -> Vec<Finding> {
    let names = words::article_names(articles);
    let mut found: Vec<Noticed> = Vec::new();
    for row in rows {
        let stated = Stated::of_row(articles, row);
        found.extend(differ(&names, row, &stated));
        found.extend(later_count(&names, row, &stated));
        found.extend(wording_drift(&names, row, &stated));
    }
    for (article, read) in articles.iter().enumerate() {
        let claims = &read.extraction.claims;
        found.extend((sums(read.extraction).iter()).filter_map(|sum| parts(article, claims, sum)));
        found.extend(superseded(article, claims));
    }
    sort_by_key(&mut found, |finding| weight(finding.kind));
    joined(articles, &names, found)
}

/// Something noticed, before it has its key.
struct Noticed {
    kind: FindingKind,
    articles: Vec<usize>,
    claims: Vec<(usize, usize)>,
    /// In a sentence; without the name of the article where it is about one.
    said: String,
}

/// Gives each finding its key and joins those that say the same within several articles.
fn joined(articles: &[ReadArticle<'_>], names: &[String], found: Vec<Noticed>) -> Vec<Finding> {
    let mut findings: Vec<(Finding, String)> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for Noticed {
        kind,
        articles: whose,
        claims,
        said,
    } in found
    {
        let stated = (claims.iter())
            .filter_map(|&(article, claim)| articles.get(article)?.extraction.claims.get(claim));
        let key = key(kind, stated);
        match known.get(&key).and_then(|&at| findings.get_mut(at)) {
            Some((finding, _)) => {
                finding.articles.extend(whose);
                finding.claims.extend(claims);
            }
            None => {
                known.insert(key.clone(), findings.len());
                findings.push((
                    Finding {
                        key,
                        kind,
                        articles: whose,
                        claims,
                        passages: Vec::new(),
                        text: String::new(),
                    },
                    said,
                ));
            }
        }
    }
    (findings.into_iter())
        .map(|(mut finding, said)| {
            finding.text = match within_articles(finding.kind) {
                true => {
                    let whose: Vec<&str> = (finding.articles.iter())
                        .filter_map(|&article| names.get(article).map(String::as_str))
                        .collect();
                    format!("{}. {said}", words::list(&whose, MOST_NAMES))
                }
                false => said,
            };
            finding
        })
        .collect()
}

/// Whether findings of this kind are about each article by itself, whose name then stands before what is said.
fn within_articles(kind: FindingKind) -> bool {
    matches!(
        kind,
        FindingKind::PartsExceedTotal
            | FindingKind::PartsComplete
            | FindingKind::PartsIncomplete
            | FindingKind::Superseded
    )
}

/// The place of a kind in the order of findings.
fn weight(kind: FindingKind) -> usize {
    rank(&FindingKind::ALL, kind)
}

/// An article's leading claim in a row.
#[derive(Clone, Copy)]
struct Stated<'a> {
    article: usize,
    index: usize,
    claim: &'a Claim,
}

impl<'a> Stated<'a> {
    /// One for each article of the row. None for incidents without a name, which need not be the same incident.
    fn of_row(articles: &[ReadArticle<'a>], row: &Row) -> Vec<Self> {
        if row.scope == Scope::Incident && row.place.is_none() {
            return Vec::new();
        }
        (row.cells.iter().flatten())
            .filter_map(|cell| {
                let index = *cell.claims.first()?;
                let claim = articles.get(cell.article)?.extraction.claims.get(index)?;
                let article = cell.article;
                Some(Stated {
                    article,
                    index,
                    claim,
                })
            })
            .collect()
    }

    /// Whether the claim prints a number; words are no level and have no wording to drift.
    fn numbered(&self) -> bool {
        let count = &self.claim.count;
        prints_number(count.qualifier, count.low, count.high)
    }

    fn interval(&self) -> Interval {
        Interval::of(&self.claim.count)
    }
}

fn differ(names: &[String], row: &Row, stated: &[Stated<'_>]) -> Option<Noticed> {
    if row.verdict != Verdict::Differ {
        return None;
    }
    let highest_low = stated.iter().map(|one| one.interval().low()).max()?;
    let lowest_high = stated
        .iter()
        .filter_map(|one| one.interval().high())
        .min()?;
    let conflicting: Vec<Stated<'_>> = (stated.iter())
        .filter(|one| {
            let allowed = one.interval();
            allowed.low() > lowest_high || allowed.high().is_some_and(|high| high < highest_low)
        })
        .copied()
        .collect();
    let all = match conflicting.len() {
        0 | 1 => return None,
        2 => "both",
        _ => "all",
    };
    let text = format!(
        "{}: {}. These cannot {all} hold.",
        words::label_of_row(row),
        listed(names, &conflicting)
    );
    Some(finding(FindingKind::Differ, &conflicting, text))
}

fn later_count(names: &[String], row: &Row, stated: &[Stated<'_>]) -> Option<Noticed> {
    if row.verdict == Verdict::Differ {
        return None;
    }
    let open: Vec<Stated<'_>> = (stated.iter())
        .filter(|one| one.numbered() && one.claim.count.high.is_none())
        .copied()
        .collect();
    let lows = || open.iter().filter_map(|one| one.claim.count.low);
    if lows().min() == lows().max() {
        return None;
    }
    let text = format!(
        "{}: {}. A lower bound does not contradict a higher one; perhaps the higher is a later count.",
        words::label_of_row(row),
        listed(names, &open)
    );
    Some(finding(FindingKind::LaterCount, &open, text))
}

fn wording_drift(names: &[String], row: &Row, stated: &[Stated<'_>]) -> Vec<Noticed> {
    let mut by_number: BTreeMap<u64, Vec<Stated<'_>>> = BTreeMap::new();
    for one in stated.iter().filter(|one| one.numbered()) {
        if let Some(number) = printed_number(&one.claim.count) {
            by_number.entry(number).or_default().push(*one);
        }
    }
    (by_number.iter())
        .filter(|(_, same)| {
            let mut qualifiers = same.iter().map(|one| one.claim.count.qualifier);
            let first = qualifiers.next();
            qualifiers.any(|other| Some(other) != first)
        })
        .map(|(&number, same)| {
            let text = format!(
                "{}: {} in different words: {}.",
                words::label_of_row(row),
                words::number(number),
                listed(names, same)
            );
            finding(FindingKind::WordingDrift, same, text)
        })
        .collect()
}

fn parts(article: usize, claims: &[Claim], sum: &Sum) -> Option<Noticed> {
    let whole = claims.get(sum.whole)?;
    let parts: Vec<String> = (sum.parts.iter())
        .filter_map(|&part| claims.get(part))
        .map(words::claim_count)
        .collect();
    let added = match parts.as_slice() {
        [] => return None,
        [only] => only.clone(),
        several => format!("{} = {}", several.join(" + "), total(claims, sum)),
    };
    let (kind, stands) = match sum.fit {
        Fit::Exceeds => (FindingKind::PartsExceedTotal, "is above the total,"),
        Fit::Complete => (FindingKind::PartsComplete, "fits the total,"),
    };
    let mut indices = vec![(article, sum.whole)];
    indices.extend(sum.parts.iter().map(|&part| (article, part)));
    Some(Noticed {
        kind,
        articles: vec![article],
        claims: indices,
        said: format!(
            "{}: {added} {stands} {}.",
            claim_label(whole),
            words::claim_count(whole)
        ),
    })
}

/// The sum of printed numbers in words. An open or approximate part makes the sum open or approximate.
fn total(claims: &[Claim], sum: &Sum) -> String {
    let counts: Vec<&Count> = (sum.parts.iter())
        .filter_map(|&part| claims.get(part).map(|claim| &claim.count))
        .collect();
    let add = |end: fn(&Count) -> Option<u64>| -> Option<u64> {
        (counts.iter()).try_fold(0_u64, |so_far, count| {
            Some(so_far.saturating_add(end(count)?))
        })
    };
    let has = |qualifier: Qualifier| counts.iter().any(|count| count.qualifier == qualifier);
    let qualifier = match () {
        () if has(Qualifier::MoreThan) => Qualifier::MoreThan,
        () if has(Qualifier::About) => Qualifier::About,
        () => Qualifier::Exact,
    };
    words::bounds(add(|count| count.low), add(|count| count.high), qualifier)
}

fn superseded(article: usize, claims: &[Claim]) -> Vec<Noticed> {
    (claims.iter().enumerate())
        .filter(|(_, claim)| claim.status == Status::Superseded || claim.superseded_by.is_some())
        .map(|(index, claim)| {
            let successor = claim
                .superseded_by
                .and_then(|at| Some((at, claims.get(at)?)));
            let mut indices = vec![(article, index)];
            indices.extend(successor.map(|(at, _)| (article, at)));
            let by = match successor {
                Some((_, current)) => format!(" by {}", words::claim_count(current)),
                None => " by a later figure".to_owned(),
            };
            Noticed {
                kind: FindingKind::Superseded,
                articles: vec![article],
                claims: indices,
                said: format!(
                    "{}: the article itself replaces {}{by}.",
                    claim_label(claim),
                    words::claim_count(claim)
                ),
            }
        })
        .collect()
}

fn finding(kind: FindingKind, stated: &[Stated<'_>], said: String) -> Noticed {
    Noticed {
        kind,
        articles: stated.iter().map(|one| one.article).collect(),
        claims: stated.iter().map(|one| (one.article, one.index)).collect(),
        said,
    }
}

fn claim_label(claim: &Claim) -> String {
    words::row_label(
        claim.outcome,
        claim.group,
        claim.scope,
        claim.place.as_deref(),
    )
}

/// Counts by size with the articles that state them: "745 (A and B), more than 973 (C)".
fn listed(names: &[String], stated: &[Stated<'_>]) -> String {
    let mut by_count: BTreeMap<(u64, u64, String), Vec<&str>> = BTreeMap::new();
    for one in stated {
        let allowed = one.interval();
        let high = allowed.high().unwrap_or(u64::MAX);
        let key = (allowed.low(), high, words::claim_count(one.claim));
        let name = names.get(one.article).map_or("", String::as_str);
        by_count.entry(key).or_default().push(name);
    }
    let counts: Vec<String> = (by_count.iter())
        .map(|((.., shown), names)| format!("{shown} ({})", words::list(names, MOST_NAMES)))
        .collect();
    counts.join(", ")
}
