//! What a comparison notices, each in a sentence that says what stands where and never who is right.

use super::agreement::{is_level, levels, printed_number, prints_number};
use super::align::rank;
use super::arithmetic::Interval;
use super::copied::{Copies, copies};
use super::events::{Sides, sides};
use super::key::{key, of_claims};
use super::ladder::article_dates;
use super::origin::{Sources, carrier};
use super::parts::{Fit, Sum, by_perpetrator, by_status, sums};
use super::shared::{Origin, origins};
use crate::model::{
    Claim, Count, Date, Finding, FindingKind, Group, Outcome, Passage, Qualifier, ReadArticle, Row,
    Scope, Status, Verdict,
};
use crate::order::{sort_by, sort_by_key};
use crate::words::{self, findings as say};
use rustc_hash::FxHashMap;

/// Longer names of articles are cut, as they stand in a sentence time and again.
const LONGEST_NAME: usize = 40;

/// The same lower number is given for different groups by chance.
const LEAST_TELLING: u64 = 10;

/// Everything noticed across `rows` and within `articles`, the most important kind first, as [`FindingKind::ALL`] has them;
/// of one kind in the order of the rows, then of the articles.
///
/// Work grows as n log n with the number of cells and claims and, for what is copied, as [`copies`] says.
pub fn findings(articles: &[ReadArticle<'_>], rows: &[Row], sources: &Sources) -> Vec<Finding> {
    let names = words::names_up_to(articles, LONGEST_NAME);
    let dates = article_dates(articles);
    let mut found: Vec<Noticed> = Vec::new();
    found.extend(different_events(articles, &names, &dates));
    for row in rows {
        let stated = Stated::of_row(articles, row);
        let also = also_given(articles, row, &stated);
        let levels =
            differ(&names, &dates, row, &stated).or_else(|| later_count(&names, row, &stated));
        found.extend(levels.map(|noticed| with_others(&names, noticed, &also)));
        found.extend(wording_drift(&names, row, &stated));
        found.extend(other_group(articles, &names, rows, row));
    }
    found.extend(
        origins(articles, sources)
            .into_iter()
            .map(|origin| one_origin(&names, origin)),
    );
    found.extend(
        copies(articles)
            .into_iter()
            .map(|copies| copied_text(&names, copies)),
    );
    found.extend(
        Outcome::ALL
            .iter()
            .filter_map(|&outcome| other_split(articles, &names, outcome)),
    );
    for (article, read) in articles.iter().enumerate() {
        let claims = &read.extraction.claims;
        found.extend((sums(read).iter()).filter_map(|sum| parts(article, claims, sum)));
        found.extend(superseded(article, claims));
    }
    sort_by_key(&mut found, |noticed| rank(&FindingKind::ALL, noticed.kind));
    joined(articles, &names, found)
}

/// Something noticed, before it has its key.
struct Noticed {
    kind: FindingKind,
    articles: Vec<usize>,
    claims: Vec<(usize, usize)>,
    passages: Vec<Passage>,
    /// What it is about; `None` = its claims.
    about: Option<u64>,
    /// In a sentence; without the name of the article where it is about one.
    said: String,
}

/// Gives each finding its key and joins those that say the same within several articles.
fn joined(articles: &[ReadArticle<'_>], names: &[String], found: Vec<Noticed>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let mut known: FxHashMap<String, usize> = FxHashMap::default();
    for noticed in found {
        let about = noticed.about.unwrap_or_else(|| {
            of_claims((noticed.claims.iter()).filter_map(|&(article, claim)| {
                articles.get(article)?.extraction.claims.get(claim)
            }))
        });
        let key = key(noticed.kind, about);
        if let Some(finding) = known.get(&key).and_then(|&at| findings.get_mut(at)) {
            finding.articles.extend(noticed.articles);
            finding.claims.extend(noticed.claims);
            finding.passages.extend(noticed.passages);
            continue;
        }
        known.insert(key.clone(), findings.len());
        findings.push(Finding {
            key,
            kind: noticed.kind,
            articles: noticed.articles,
            claims: noticed.claims,
            passages: noticed.passages,
            text: noticed.said,
        });
    }
    for finding in &mut findings {
        if within_articles(finding.kind) {
            finding.text = format!("{}. {}", named(names, &finding.articles), finding.text);
        }
    }
    findings
}

/// The names of these articles in a row.
fn named(names: &[String], articles: &[usize]) -> String {
    say::names(&each_name(names, articles))
}

fn each_name<'n>(names: &'n [String], articles: &[usize]) -> Vec<&'n str> {
    (articles.iter())
        .filter_map(|&article| names.get(article).map(String::as_str))
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

    fn interval(&self) -> Interval {
        Interval::of(&self.claim.count)
    }
}

fn differ(
    names: &[String],
    dates: &[Option<Date>],
    row: &Row,
    stated: &[Stated<'_>],
) -> Option<Noticed> {
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
    if conflicting.len() < 2 {
        return None;
    }
    let listed = listed(names, &conflicting);
    let mut said = say::differ(&words::label_of_row(row), &listed, conflicting.len() > 2);
    if grow_with_dates(dates, &conflicting) {
        said.push_str(say::LATER_IS_HIGHER);
    }
    Some(noticed(FindingKind::Differ, &conflicting, said))
}

/// Whether each higher figure is of an article as late as the lower ones or later, and the highest of a later one.
fn grow_with_dates(dates: &[Option<Date>], stated: &[Stated<'_>]) -> bool {
    let mut dated: Vec<(u64, Date)> = (stated.iter())
        .filter_map(|one| Some((one.interval().low(), dates.get(one.article).copied()??)))
        .collect();
    sort_by(&mut dated, Ord::cmp);
    let grows = dated.windows(2).all(|pair| pair[0].1 <= pair[1].1);
    let later = dated.first().map(|(_, date)| date) < dated.last().map(|(_, date)| date);
    dated.len() == stated.len() && grows && later
}

fn later_count(names: &[String], row: &Row, stated: &[Stated<'_>]) -> Option<Noticed> {
    if row.verdict == Verdict::Differ {
        return None;
    }
    let counts: Vec<&Count> = stated.iter().map(|one| &one.claim.count).collect();
    let (low, _) = levels(&counts)?;
    let at_levels: Vec<Stated<'_>> = (stated.iter())
        .filter(|one| is_level(&one.claim.count, low))
        .copied()
        .collect();
    let said = say::later_count(&words::label_of_row(row), &listed(names, &at_levels));
    Some(noticed(FindingKind::LaterCount, &at_levels, said))
}

/// Figures that articles give beside their leading ones in `row`, from a source of its own each. What one of several
/// perpetrators did is a share and no such figure.
fn also_given<'a>(
    articles: &[ReadArticle<'a>],
    row: &Row,
    stated: &[Stated<'a>],
) -> Vec<Stated<'a>> {
    let total = (row.group, row.scope) == (Group::People, Scope::Event);
    let mut found = Vec::new();
    for leading in stated {
        let cell = row.cells.get(leading.article).and_then(Option::as_ref);
        let (Some(cell), Some(read)) = (cell, articles.get(leading.article)) else {
            continue;
        };
        let shares = match cell.claims.len() {
            2.. if total => by_perpetrator(read, row.outcome),
            _ => Vec::new(),
        };
        found.extend((cell.claims.iter().skip(1)).filter_map(|&index| {
            let claim = read.extraction.claims.get(index)?;
            let other = Stated {
                index,
                claim,
                ..*leading
            };
            let count = &claim.count;
            let own = claim.attribution.is_some()
                && claim.attribution != leading.claim.attribution
                && prints_number(count.qualifier, count.low, count.high)
                && other.interval() != leading.interval()
                && !shares.contains(&index);
            own.then_some(other)
        }));
    }
    found
}

/// Adds what the articles concerned give beside.
fn with_others(names: &[String], mut noticed: Noticed, also: &[Stated<'_>]) -> Noticed {
    let own: Vec<&Stated<'_>> = (also.iter())
        .filter(|one| noticed.articles.contains(&one.article))
        .collect();
    let listed: Vec<String> = (own.iter())
        .filter_map(|one| {
            let source = words::attribution(one.claim.attribution.as_ref());
            let count = words::claim_count(one.claim);
            Some(say::from(&count, names.get(one.article)?, &source))
        })
        .collect();
    if !listed.is_empty() {
        noticed.said.push_str(&say::also_given(&listed));
        noticed
            .claims
            .extend(own.iter().map(|one| (one.article, one.index)));
    }
    noticed
}

/// The number that some articles give for people and others for the group of `row` alone: perhaps the same people.
fn other_group(
    articles: &[ReadArticle<'_>],
    names: &[String],
    rows: &[Row],
    row: &Row,
) -> Vec<Noticed> {
    if row.scope != Scope::Event || matches!(row.group, Group::People | Group::Families) {
        return Vec::new();
    }
    let is_total =
        |of: &&Row| (of.outcome, of.group, of.scope) == (row.outcome, Group::People, Scope::Event);
    let Some(total) = rows.iter().find(is_total) else {
        return Vec::new();
    };
    let states = |row: &Row, article: usize| row.cells.get(article).is_some_and(Option::is_some);
    let mut numbered: Vec<(u64, bool, Stated<'_>)> = Vec::new();
    for (of, other) in [(total, row), (row, total)] {
        for one in Stated::of_row(articles, of) {
            let number = printed_number(&one.claim.count).filter(|&number| number >= LEAST_TELLING);
            numbered.extend(
                (number.filter(|_| !states(other, one.article)))
                    .map(|number| (number, of.group == row.group, one)),
            );
        }
    }
    sort_by_key(&mut numbered, |&(number, part, _)| (number, part));
    let mut found = Vec::new();
    for same in numbered.chunk_by(|one, other| one.0 == other.0) {
        let split = same.partition_point(|&(_, part, _)| !part);
        let (whole, part) = same.split_at(split);
        let Some(&(number, ..)) = whole.first().filter(|_| !part.is_empty()) else {
            continue;
        };
        let of = |side: &[(u64, bool, Stated<'_>)]| {
            let articles: Vec<usize> = side.iter().map(|(.., one)| one.article).collect();
            named(names, &articles)
        };
        let said = say::other_group(
            words::outcome(row.outcome),
            number,
            &of(whole),
            words::group_of_row(row),
            &of(part),
        );
        let stated: Vec<Stated<'_>> = same.iter().map(|&(.., one)| one).collect();
        found.push(noticed(FindingKind::WordingDrift, &stated, said));
    }
    found
}

fn wording_drift(names: &[String], row: &Row, stated: &[Stated<'_>]) -> Vec<Noticed> {
    let mut numbered: Vec<(u64, Stated<'_>)> = (stated.iter())
        .filter_map(|one| Some((printed_number(&one.claim.count)?, *one)))
        .collect();
    sort_by_key(&mut numbered, |&(number, _)| number);
    let mut found = Vec::new();
    for same in numbered.chunk_by(|(one, _), (other, _)| one == other) {
        let Some(&(number, first)) = same.first() else {
            continue;
        };
        let qualifier = |one: &Stated<'_>| one.claim.count.qualifier;
        if same
            .iter()
            .all(|(_, one)| qualifier(one) == qualifier(&first))
        {
            continue;
        }
        let same: Vec<Stated<'_>> = same.iter().map(|&(_, one)| one).collect();
        let said = say::wording_drift(&words::label_of_row(row), number, &listed(names, &same));
        found.push(noticed(FindingKind::WordingDrift, &same, said));
    }
    found
}

fn one_origin(names: &[String], origin: Origin) -> Noticed {
    let silent = each_name(names, &origin.silent);
    let said = match &origin.counter {
        Some(counter) => {
            let naming = each_name(names, &origin.naming);
            say::one_counter(counter, &origin.numbers, &naming, &silent)
        }
        None => say::no_counter(&origin.numbers, &silent),
    };
    let mut articles = [origin.naming, origin.silent].concat();
    sort_by_key(&mut articles, |&article| article);
    Noticed {
        kind: FindingKind::OneOrigin,
        articles,
        claims: origin.claims,
        passages: Vec::new(),
        about: Some(origin.about),
        said,
    }
}

fn copied_text(names: &[String], copies: Copies) -> Noticed {
    let passages = copies.passages.len() / 2;
    Noticed {
        kind: FindingKind::CopiedText,
        said: say::copied(&each_name(names, &copies.articles), passages, copies.share),
        articles: copies.articles,
        claims: Vec::new(),
        passages: copies.passages,
        about: Some(copies.about),
    }
}

fn different_events(
    articles: &[ReadArticle<'_>],
    names: &[String],
    dates: &[Option<Date>],
) -> Option<Noticed> {
    let Sides { sides, about } = sides(articles, dates)?;
    let named: Vec<String> = sides.iter().map(|side| named(names, side)).collect();
    let mut articles = sides.concat();
    sort_by_key(&mut articles, |&article| article);
    Some(Noticed {
        kind: FindingKind::DifferentEvents,
        articles,
        claims: Vec::new(),
        passages: Vec::new(),
        about: Some(about),
        said: say::different_events(&named),
    })
}

/// Articles that split an outcome by who did it beside articles that split it by who the people were.
fn other_split(
    articles: &[ReadArticle<'_>],
    names: &[String],
    outcome: Outcome,
) -> Option<Noticed> {
    let (mut doer, mut victim, mut claims) = (Vec::new(), Vec::new(), Vec::new());
    for (article, read) in articles.iter().enumerate() {
        let (by_doer, by_victim) = (by_perpetrator(read, outcome), by_status(read, outcome));
        let (side, own) = match (by_doer.len() > 1, by_victim.len() > 1) {
            (true, false) => (&mut doer, by_doer),
            (false, true) => (&mut victim, by_victim),
            _ => continue,
        };
        side.push(article);
        claims.extend(own.into_iter().map(|claim| (article, claim)));
    }
    if doer.is_empty() || victim.is_empty() {
        return None;
    }
    let said = say::other_split(
        words::outcome(outcome),
        &say::splits(&each_name(names, &doer)),
        &named(names, &victim),
    );
    let mut articles = [doer, victim].concat();
    sort_by_key(&mut articles, |&article| article);
    Some(Noticed {
        kind: FindingKind::OtherSplit,
        articles,
        claims,
        passages: Vec::new(),
        about: None,
        said,
    })
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
    let (label, shown) = (claim_label(whole), words::claim_count(whole));
    let (kind, said) = match sum.fit {
        Fit::Exceeds => (
            FindingKind::PartsExceedTotal,
            say::parts_exceed(&label, &added, &shown),
        ),
        Fit::Complete => (
            FindingKind::PartsComplete,
            say::parts_complete(&label, &added, &shown),
        ),
        Fit::Short { low, high } => {
            let rest = words::bounds(Some(low), high, Qualifier::Exact);
            (
                FindingKind::PartsIncomplete,
                say::parts_incomplete(&label, &added, &shown, &rest),
            )
        }
    };
    let mut indices = vec![(article, sum.whole)];
    indices.extend(sum.parts.iter().map(|&part| (article, part)));
    Some(Noticed {
        kind,
        articles: vec![article],
        claims: indices,
        passages: Vec::new(),
        about: None,
        said,
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
            let by = successor.map(|(_, current)| words::claim_count(current));
            Noticed {
                kind: FindingKind::Superseded,
                articles: vec![article],
                claims: indices,
                passages: Vec::new(),
                about: None,
                said: say::superseded(
                    &claim_label(claim),
                    &words::claim_count(claim),
                    by.as_deref(),
                ),
            }
        })
        .collect()
}

fn noticed(kind: FindingKind, stated: &[Stated<'_>], said: String) -> Noticed {
    Noticed {
        kind,
        articles: stated.iter().map(|one| one.article).collect(),
        claims: stated.iter().map(|one| (one.article, one.index)).collect(),
        passages: Vec::new(),
        about: None,
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

/// Counts by size with the articles that state them: "745 (A and B), more than 973 (C relaying D)".
fn listed(names: &[String], stated: &[Stated<'_>]) -> String {
    let mut counts: Vec<((u64, u64, String), String)> = (stated.iter())
        .map(|one| {
            let allowed = one.interval();
            let high = allowed.high().unwrap_or(u64::MAX);
            let name = names.get(one.article).map_or("", String::as_str);
            let source = one
                .claim
                .attribution
                .as_ref()
                .filter(|stated| stated.counter.is_none());
            let name = match source.and_then(|_| carrier(one.claim)) {
                Some(carrier) => say::relaying(name, carrier),
                None => name.to_owned(),
            };
            ((allowed.low(), high, words::claim_count(one.claim)), name)
        })
        .collect();
    sort_by(&mut counts, |one, other| one.0.cmp(&other.0));
    let counts: Vec<String> = (counts.chunk_by(|one, other| one.0 == other.0))
        .filter_map(|same| {
            let ((.., shown), _) = same.first()?;
            let names: Vec<&str> = same.iter().map(|(_, name)| name.as_str()).collect();
            Some(format!("{shown} ({})", say::names(&names)))
        })
        .collect();
    say::counts(counts)
}
