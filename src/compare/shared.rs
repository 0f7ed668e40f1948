//! Figures that several articles probably have from one origin: from one named counter, or from nobody who is named.

use super::agreement::printed_number;
use super::align::{apart, outcome_rank, place_key, rank};
use super::groups::Groups;
use super::key::Hash;
use super::origin::Sources;
use crate::model::{Claim, Group, ReadArticle};
use crate::order::{each_once, sort_by};

/// Fewer significant digits than these may be the same by chance: a set of figures without a counter, and figures beside
/// those of a counter.
const DIGITS_ALONE: u32 = 5;
const DIGITS_BESIDE: u32 = 3;

/// So many figures of an article are looked at in pairs.
const MOST_FIGURES: usize = 12;

/// Figures with one origin, perhaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The one named counter; `None` where no article names one.
    pub counter: Option<String>,
    /// The printed numbers, in the order of their rows.
    pub numbers: Vec<u64>,
    /// The articles that name the counter.
    pub naming: Vec<usize>,
    /// The articles that state the same figures and name no counter for them.
    pub silent: Vec<usize>,
    /// The claims: article index and claim index.
    pub claims: Vec<(usize, usize)>,
    /// The same wherever these figures are of this counter.
    pub(super) about: u64,
}

/// What is counted and the number printed, whatever the words that bound it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Figure {
    outcome: usize,
    group: usize,
    place: Option<String>,
    number: u64,
}

/// A claim with a figure.
struct Stated<'s> {
    figure: Figure,
    counter: Option<&'s str>,
    article: usize,
    claim: usize,
}

/// The origins that two articles or more seem to share: one for each named counter, then one for each set of figures
/// without a counter.
///
/// Claims that stand [`apart`] take no part. Grows as n log n with the number of claims.
pub fn origins(articles: &[ReadArticle<'_>], sources: &Sources) -> Vec<Origin> {
    let mut stated: Vec<Stated<'_>> = Vec::new();
    for (article, read) in articles.iter().enumerate() {
        for (index, claim) in read.extraction.claims.iter().enumerate() {
            stated.extend(figure(claim).map(|figure| Stated {
                figure,
                counter: sources.counter(claim),
                article,
                claim: index,
            }));
        }
    }
    sort_by(&mut stated, |one, other| {
        let key = |of: &Stated<'_>| (of.article, of.claim);
        one.figure
            .cmp(&other.figure)
            .then_with(|| key(one).cmp(&key(other)))
    });
    let same: Vec<&[Stated<'_>]> = stated
        .chunk_by(|one, other| one.figure == other.figure)
        .collect();
    // Each counter with the places of its figures.
    let mut counted: Vec<(&str, usize)> = Vec::new();
    for (index, figure) in same.iter().enumerate() {
        counted.extend((figure.iter()).filter_map(|one| Some((one.counter?, index))));
    }
    sort_by(&mut counted, Ord::cmp);
    counted.dedup();
    let mut found: Vec<Origin> = (counted.chunk_by(|one, other| one.0 == other.0))
        .filter_map(|own| {
            let figures = own
                .iter()
                .filter_map(|&(_, index)| same.get(index).copied());
            of_counter(figures, own.first()?.0)
        })
        .collect();
    found.extend(without_counter(&same, articles.len()));
    found
}

fn figure(claim: &Claim) -> Option<Figure> {
    let number = printed_number(&claim.count)?;
    apart(claim).is_none().then(|| Figure {
        outcome: outcome_rank(claim.outcome),
        group: rank(&Group::ALL, claim.group),
        place: claim.place.as_deref().and_then(place_key),
        number,
    })
}

/// The figures that `counter` gives in several articles, or in one beside others that state them without a counter.
fn of_counter<'s>(
    figures: impl Iterator<Item = &'s [Stated<'s>]>,
    counter: &str,
) -> Option<Origin> {
    let of = |one: &Stated<'_>| one.counter == Some(counter);
    let given: Vec<&[Stated<'_>]> = figures
        .filter(|figure| figure.iter().all(|one| of(one) || one.counter.is_none()))
        .filter(|figure| {
            let first = figure.first().map(|first| first.article);
            figure.iter().any(|one| Some(one.article) != first)
        })
        .collect();
    let all = || given.iter().copied().flatten();
    let naming = each_once(all().filter(|one| of(one)).map(|one| one.article).collect());
    let mut silent = each_once(all().map(|one| one.article).collect());
    silent.retain(|article| !naming.contains(article));
    silent.retain(|&article| {
        let own = given
            .iter()
            .filter(|figure| figure.iter().any(|one| one.article == article));
        own.map(|figure| digits(figure)).sum::<u32>() >= DIGITS_BESIDE
    });
    origin(Some(counter), &given, naming, silent)
}

/// Sets of figures that articles share and for which none of them names a counter.
fn without_counter(same: &[&[Stated<'_>]], articles: usize) -> Vec<Origin> {
    let nameless: Vec<&[Stated<'_>]> = (same.iter().copied())
        .filter(|figure| figure.iter().all(|one| one.counter.is_none()))
        .filter(|figure| articles_of(figure).len() > 1)
        .collect();
    let mut of_article: Vec<Vec<usize>> = vec![Vec::new(); articles];
    for (index, figure) in nameless.iter().enumerate() {
        for article in articles_of(figure) {
            if let Some(own) = of_article
                .get_mut(article)
                .filter(|own| own.len() < MOST_FIGURES)
            {
                own.push(index);
            }
        }
    }
    // Two figures that an article states side by side, by which articles are joined.
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (article, own) in of_article.iter().enumerate() {
        for (at, &one) in own.iter().enumerate() {
            pairs.extend(own.iter().skip(at + 1).map(|&other| (one, other, article)));
        }
    }
    let digits_of = |index: usize| nameless.get(index).map_or(0, |figure| digits(figure));
    pairs.retain(|&(one, other, _)| digits_of(one) + digits_of(other) >= DIGITS_ALONE);
    sort_by(&mut pairs, Ord::cmp);
    let mut groups = Groups::new(articles);
    let mut used: Vec<(usize, usize)> = Vec::new();
    for pair in pairs.windows(2) {
        let [(a, b, one), (c, d, other)] = pair else {
            continue;
        };
        if (a, b) == (c, d) {
            groups.join(*one, *other);
            used.extend([(*one, *a), (*one, *b)]);
        }
    }
    let sets = groups.members();
    (sets.iter().filter(|set| set.len() > 1))
        .filter_map(|set| {
            let of_set = |index: usize| {
                (used.iter()).any(|&(article, figure)| {
                    figure == index
                        && groups.root(article) == groups.root(*set.first().unwrap_or(&0))
                })
            };
            let given: Vec<&[Stated<'_>]> = (nameless.iter().copied().enumerate())
                .filter(|&(index, _)| of_set(index))
                .map(|(_, figure)| figure)
                .collect();
            origin(None, &given, Vec::new(), set.clone())
        })
        .collect()
}

fn origin(
    counter: Option<&str>,
    given: &[&[Stated<'_>]],
    naming: Vec<usize>,
    silent: Vec<usize>,
) -> Option<Origin> {
    if naming.len() + silent.len() < 2 || given.is_empty() {
        return None;
    }
    let concerned =
        |one: &&Stated<'_>| naming.contains(&one.article) || silent.contains(&one.article);
    let numbers: Vec<u64> = (given.iter())
        .filter_map(|figure| Some(figure.first()?.figure.number))
        .collect();
    let claims = (given.iter().copied().flatten().filter(concerned))
        .map(|one| (one.article, one.claim))
        .collect();
    let about = Hash::new().bytes(counter.unwrap_or_default().as_bytes());
    Some(Origin {
        counter: counter.map(str::to_owned),
        about: (numbers.iter())
            .fold(about, |hash, &number| hash.number(number))
            .value(),
        numbers,
        naming,
        silent,
        claims,
    })
}

/// The articles that state this figure, in order.
fn articles_of(figure: &[Stated<'_>]) -> Vec<usize> {
    each_once(figure.iter().map(|one| one.article).collect())
}

/// How many significant digits the number of these has.
fn digits(figure: &[Stated<'_>]) -> u32 {
    let mut number = figure.first().map_or(0, |one| one.figure.number);
    while number != 0 && number.is_multiple_of(10) {
        number /= 10;
    }
    number.checked_ilog10().map_or(0, |digits| digits + 1)
}
