//! Parts against their total, inside one article: which parts add up, and whether they fit.

use super::agreement::prints_number;
use super::align::apart;
use super::arithmetic::{Interval, unit};
use crate::model::{Claim, Extraction, Group, Outcome, Qualifier, ReadArticle, Scope};
use crate::order::{each_once, sort_by, sort_by_key};

/// Parts of a claim beside the claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// Index of the claim that they are held against.
    pub whole: usize,
    /// Indices of the parts, in text order. One alone exceeds or says nothing.
    pub parts: Vec<usize>,
    /// What the parts add up to.
    pub sum: Interval,
    /// How that stands to the whole.
    pub fit: Fit,
}

/// How a sum of parts stands to its whole, where that is worth saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Even the lowest sum is above the highest whole.
    Exceeds,
    /// The parts make up the whole: their lowest sum is a number that the whole allows, and where the whole is open
    /// above, less than one unit of its last significant digit above it (1,018 beside "more than 1,000").
    Complete,
    /// The parts that the article gives as parts of the whole stay below it even at their highest: by so many at least,
    /// and by so many at most (`None` = no end).
    Short {
        /// The lowest remainder.
        low: u64,
        /// The highest remainder.
        high: Option<u64>,
    },
}

/// The sums of parts in one article that exceed or make up their whole, by whole.
///
/// Parts are claims that the article gives as parts of the whole, with its outcome, scope and place. Beside the total of
/// the whole event, claims that are parts of nothing may be its parts: they can make it up, which numbers seldom do by
/// chance, but never exceed it, for they may stand beside it ("20 people and 5 soldiers"). No claim that stands apart
/// takes part. Only groups that say who the people were add up: women and children cut across them, so that each such
/// part is held against the whole alone. Shares of several perpetrators add up too. Parts that fall short leave a remainder
/// where there are at least two. Grows as n log n with the number of claims.
pub fn sums(read: &ReadArticle<'_>) -> Vec<Sum> {
    let extraction = read.extraction;
    let mut parts: Vec<(usize, usize)> = Vec::new();
    for (index, part) in extraction.claims.iter().enumerate() {
        parts.extend(whole_of(extraction, index, part).map(|whole| (whole, index)));
    }
    sort_by(&mut parts, Ord::cmp);
    let mut found: Vec<Sum> = Vec::new();
    for of_one in parts.chunk_by(|one, other| one.0 == other.0) {
        let parts: Vec<usize> = of_one.iter().map(|(_, part)| *part).collect();
        found.append(&mut sums_of(extraction, of_one[0].0, &parts));
    }
    for outcome in Outcome::ALL {
        let Some(total) = total(extraction, outcome) else {
            continue;
        };
        let settled = |sum: &Sum| sum.whole == total && !matches!(sum.fit, Fit::Short { .. });
        if found.iter().any(settled) {
            continue;
        }
        let whole =
            unstated_sum(extraction, total).or_else(|| sum_of_perpetrators(read, outcome, total));
        if whole.is_some() {
            found.retain(|sum| sum.whole != total);
        }
        found.extend(whole);
    }
    sort_by_key(&mut found, |sum| sum.whole);
    found
}

fn whole_of(extraction: &Extraction, index: usize, part: &Claim) -> Option<usize> {
    let at = part.part_of.filter(|&at| at != index)?;
    let whole = extraction.claims.get(at)?;
    let comparable = part.outcome == whole.outcome
        && part.scope == whole.scope
        && part.place == whole.place
        && same_unit(part.group, whole.group);
    (comparable && apart(part).is_none() && apart(whole).is_none()).then_some(at)
}

/// The claim that states an outcome's total for the whole event: the one under the printed toll, else the first.
fn total(extraction: &Extraction, outcome: Outcome) -> Option<usize> {
    let mut totals = current(extraction, outcome);
    totals.retain(|&index| extraction.claims[index].group == Group::People);
    for toll in &extraction.tolls {
        if let Some(leading) = toll.claims.first()
            && !toll.derived
            && totals.contains(leading)
        {
            return Some(*leading);
        }
    }
    totals.first().copied()
}

/// The sum that makes up `total`, of its stated parts and of claims that are parts of nothing.
fn unstated_sum(extraction: &Extraction, total: usize) -> Option<Sum> {
    let outcome = extraction.claims.get(total)?.outcome;
    let mut parts = current(extraction, outcome);
    parts.retain(|&part| {
        let part_of = extraction.claims[part].part_of;
        part_of.is_none_or(|whole| whole == total)
    });
    (sums_of(extraction, total, &parts).into_iter()).find(|sum| sum.fit == Fit::Complete)
}

/// Families are never held against persons.
fn same_unit(one: Group, other: Group) -> bool {
    (one == Group::Families) == (other == Group::Families)
}

fn sums_of(extraction: &Extraction, whole: usize, parts: &[usize]) -> Vec<Sum> {
    let Some(stated) = extraction.claims.get(whole) else {
        return Vec::new();
    };
    let allowed = Interval::of(&stated.count);
    let interval = |index: usize| (extraction.claims.get(index)).map(|c| Interval::of(&c.count));
    let exceeds = |sum: Interval| allowed.high().is_some_and(|high| sum.low() > high);
    let mut found: Vec<Sum> = Vec::new();
    for &part in parts {
        if numbered(extraction, part)
            && let Some(sum) = interval(part)
            && exceeds(sum)
        {
            found.push(Sum {
                whole,
                parts: vec![part],
                sum,
                fit: Fit::Exceeds,
            });
        }
    }
    let Some((disjoint, doubtful)) = disjoint(extraction, parts) else {
        return found;
    };
    let sum =
        (disjoint.iter().filter_map(|&part| interval(part))).fold(Interval::ZERO, Interval::plus);
    let fit = match () {
        () if exceeds(sum) && found.is_empty() => Some(Fit::Exceeds),
        () if !doubtful && makes_up(stated, allowed, sum) => Some(Fit::Complete),
        () if !doubtful && found.is_empty() => short(stated, sum),
        () => None,
    };
    found.extend(fit.map(|fit| Sum {
        whole,
        parts: disjoint,
        sum,
        fit,
    }));
    found
}

fn numbered(extraction: &Extraction, index: usize) -> bool {
    (extraction.claims.get(index))
        .is_some_and(|c| prints_number(c.count.qualifier, c.count.low, c.count.high))
}

/// At least two parts whose groups do not overlap, and whether they may not be the whole story: another choice was
/// possible, or a part prints no number ("dozens of soldiers") and is left out.
///
/// Soldiers and police are within the security forces and left out beside them, perpetrators beside fighters. Of two
/// claims for one group the lower is taken.
fn disjoint(extraction: &Extraction, parts: &[usize]) -> Option<(Vec<usize>, bool)> {
    let mut by_group: Vec<(Group, usize)> = Vec::new();
    let mut doubtful = false;
    let low = |index: usize| (extraction.claims.get(index)).map(|c| Interval::of(&c.count).low());
    for &part in parts {
        let Some(group) = extraction.claims.get(part).map(|claim| claim.group) else {
            continue;
        };
        if !group.is_status() {
            continue;
        }
        if !numbered(extraction, part) {
            doubtful = true;
            continue;
        }
        match by_group.iter_mut().find(|(known, _)| *known == group) {
            None => by_group.push((group, part)),
            Some((_, kept)) => {
                doubtful |= *kept != part;
                if low(part) < low(*kept) {
                    *kept = part;
                }
            }
        }
    }
    let has = |group: Group| by_group.iter().any(|(known, _)| *known == group);
    let (forces, fighters) = (has(Group::SecurityForces), has(Group::Fighters));
    by_group.retain(|(group, _)| match group {
        Group::Soldiers | Group::Police => !forces,
        Group::Perpetrators => !fighters,
        _ => true,
    });
    let chosen = each_once(by_group.iter().map(|(_, part)| *part).collect());
    (chosen.len() > 1).then_some((chosen, doubtful))
}

/// The remainder of a whole with a lower end above the highest sum. What is left is counted from the printed numbers.
fn short(whole: &Claim, sum: Interval) -> Option<Fit> {
    let count = &whole.count;
    let printed = !matches!(count.qualifier, Qualifier::Vague | Qualifier::Unknown);
    let allowed = Interval::of(count);
    let low = count.low.filter(|_| printed)?.checked_sub(sum.high()?)?;
    let beyond = sum.high().is_some_and(|high| high < allowed.low());
    (low > 0 && beyond).then(|| Fit::Short {
        low,
        high: count.high.map(|high| high.saturating_sub(sum.low())),
    })
}

/// The claims of the whole event that count by who the people were, where no two of them overlap.
pub fn by_status(read: &ReadArticle<'_>, outcome: Outcome) -> Vec<usize> {
    let current = current(read.extraction, outcome);
    disjoint(read.extraction, &current).map_or(Vec::new(), |(parts, _)| parts)
}

/// The claims of the whole event that count people by who did it: "1,217 people were killed by government forces".
pub fn by_perpetrator(read: &ReadArticle<'_>, outcome: Outcome) -> Vec<usize> {
    let follows = |end: usize| {
        let rest = read.article.text.get(end..).unwrap_or_default();
        rest.trim_start().starts_with("by ") || rest.starts_with(" at the hands of ")
    };
    let mut shares = current(read.extraction, outcome);
    shares.retain(|&index| {
        let claim = &read.extraction.claims[index];
        claim.group == Group::People && claim.mentions.iter().any(|mention| follows(mention.end))
    });
    shares
}

/// The claims of an outcome for the whole event that do not stand [`apart`].
fn current(extraction: &Extraction, outcome: Outcome) -> Vec<usize> {
    let mut current = Vec::new();
    for (index, claim) in extraction.claims.iter().enumerate() {
        if claim.outcome == outcome && claim.scope == Scope::Event && apart(claim).is_none() {
            current.push(index);
        }
    }
    current
}

/// The shares of several perpetrators, where they make up `total`.
fn sum_of_perpetrators(read: &ReadArticle<'_>, outcome: Outcome, total: usize) -> Option<Sum> {
    let claims = &read.extraction.claims;
    let mut parts = by_perpetrator(read, outcome);
    parts.retain(|&part| part != total && numbered(read.extraction, part));
    let sum = (parts.iter().filter_map(|&part| claims.get(part)))
        .fold(Interval::ZERO, |sum, part| {
            sum.plus(Interval::of(&part.count))
        });
    let whole = claims.get(total)?;
    let fits = parts.len() > 1 && makes_up(whole, Interval::of(&whole.count), sum);
    fits.then_some(Sum {
        whole: total,
        parts,
        sum,
        fit: Fit::Complete,
    })
}

/// Whether parts with this sum make up the whole.
fn makes_up(whole: &Claim, allowed: Interval, sum: Interval) -> bool {
    let count = &whole.count;
    let bounded_below = match count.qualifier {
        Qualifier::Vague | Qualifier::Unknown => false,
        Qualifier::Nearly => true,
        _ => count.low.is_some(),
    };
    let near = match (count.high, count.low) {
        (None, Some(low)) => sum.low() < low.saturating_add(unit(low)),
        _ => true,
    };
    // A sum that stopped at the largest number is not the sum.
    let exact = sum.low() < u64::MAX;
    bounded_below && near && exact && allowed.contains(sum.low())
}
