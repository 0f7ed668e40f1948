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

/// A claim with a figure. Claims with the same figure stand together, at least one.
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
            if let Some(figure) = figure(claim) {
                stated.push(Stated {
                    figure,
                    counter: sources.counter(claim),
                    article,
                    claim: index,
                });
            }
        }
    }
    sort_by(&mut stated, |one, other| one.figure.cmp(&other.figure));
    let mut same: Vec<&[Stated<'_>]> = Vec::new();
    for figure in stated.chunk_by(|one, other| one.figure == other.figure) {
        same.push(figure);
    }
    // Each counter with the places of its figures.
    let mut counted: Vec<(&str, usize)> = Vec::new();
    for (index, figure) in same.iter().enumerate() {
        for one in *figure {
            counted.extend(one.counter.map(|counter| (counter, index)));
        }
    }
    sort_by(&mut counted, Ord::cmp);
    counted.dedup();
    let mut found: Vec<Origin> = Vec::new();
    for own in counted.chunk_by(|one, other| one.0 == other.0) {
        let figures = own.iter().map(|&(_, index)| same[index]).collect();
        found.extend(of_counter(figures, own[0].0));
    }
    without_counter(&same, articles.len(), &mut found);
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
fn of_counter(mut given: Vec<&[Stated<'_>]>, counter: &str) -> Option<Origin> {
    let of = |one: &Stated<'_>| one.counter == Some(counter);
    given.retain(|figure| {
        (figure.iter()).all(|one| of(one) || one.counter.is_none())
            && figure.iter().any(|one| one.article != figure[0].article)
    });
    let (mut naming, mut silent) = (Vec::new(), Vec::new());
    for one in given.iter().copied().flatten() {
        match of(one) {
            true => naming.push(one.article),
            false => silent.push(one.article),
        }
    }
    let (naming, mut silent) = (each_once(naming), each_once(silent));
    silent.retain(|&article| {
        let mut all = 0;
        for figure in &given {
            if figure.iter().any(|one| one.article == article) {
                all += digits(figure);
            }
        }
        all >= DIGITS_BESIDE && !naming.contains(&article)
    });
    origin(Some(counter), &given, naming, silent)
}

/// Adds the sets of figures that articles share and for which none of them names a counter.
fn without_counter(same: &[&[Stated<'_>]], articles: usize, found: &mut Vec<Origin>) {
    let mut nameless = same.to_vec();
    nameless.retain(|figure| {
        figure.iter().all(|one| one.counter.is_none()) && articles_of(figure).len() > 1
    });
    let mut of_article: Vec<Vec<usize>> = vec![Vec::new(); articles];
    for (index, figure) in nameless.iter().enumerate() {
        for article in articles_of(figure) {
            let own = &mut of_article[article];
            if own.len() < MOST_FIGURES {
                own.push(index);
            }
        }
    }
    // Two figures that an article states side by side, by which articles are joined.
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (article, own) in of_article.iter().enumerate() {
        for (at, &one) in own.iter().enumerate() {
            for &other in &own[at + 1..] {
                if digits(nameless[one]) + digits(nameless[other]) >= DIGITS_ALONE {
                    pairs.push((one, other, article));
                }
            }
        }
    }
    sort_by(&mut pairs, Ord::cmp);
    let mut groups = Groups::new(articles);
    let mut used: Vec<(usize, usize)> = Vec::new();
    for pair in pairs.windows(2) {
        let ((a, b, one), (c, d, other)) = (pair[0], pair[1]);
        if (a, b) == (c, d) {
            groups.join(one, other);
            used.push((one, a));
            used.push((one, b));
        }
    }
    for set in groups.members() {
        let mut figures = Vec::new();
        for &(article, figure) in &used {
            if groups.root(article) == set[0] {
                figures.push(figure);
            }
        }
        let given: Vec<&[Stated<'_>]> = (each_once(figures).iter())
            .map(|&figure| nameless[figure])
            .collect();
        found.extend(origin(None, &given, Vec::new(), set));
    }
}

/// The origin of `given`; `None` where fewer than two articles share it.
fn origin(
    counter: Option<&str>,
    given: &[&[Stated<'_>]],
    naming: Vec<usize>,
    silent: Vec<usize>,
) -> Option<Origin> {
    if naming.len() + silent.len() < 2 || given.is_empty() {
        return None;
    }
    let mut about = Hash::new().bytes(counter.unwrap_or_default().as_bytes());
    let (mut numbers, mut claims) = (Vec::new(), Vec::new());
    for figure in given {
        let number = figure[0].figure.number;
        numbers.push(number);
        about = about.number(number);
        for one in *figure {
            if naming.contains(&one.article) || silent.contains(&one.article) {
                claims.push((one.article, one.claim));
            }
        }
    }
    Some(Origin {
        counter: counter.map(str::to_owned),
        about: about.value(),
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
    let mut number = figure[0].figure.number;
    while number != 0 && number.is_multiple_of(10) {
        number /= 10;
    }
    number.checked_ilog10().map_or(0, |digits| digits + 1)
}
