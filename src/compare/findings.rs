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
use crate::order::{each_once, sort_by, sort_by_key};
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
        let levels =
            differ(&names, &dates, row, &stated).or_else(|| later_count(&names, row, &stated));
        if let Some(noticed) = levels {
            found.push(with_others(articles, &names, row, noticed));
        }
        let label = words::label_of_row(row);
        found.append(&mut wording_drift(&names, &label, &stated, other_qualifier));
        let stated = for_people_or_group(articles, rows, row);
        let label = words::outcome(row.outcome);
        found.append(&mut wording_drift(&names, label, &stated, other_group));
    }
    for origin in origins(articles, sources) {
        found.push(one_origin(&names, origin));
    }
    for copies in copies(articles) {
        found.push(copied_text(&names, copies));
    }
    for outcome in Outcome::ALL {
        found.extend(other_split(articles, &names, outcome));
    }
    for (article, read) in articles.iter().enumerate() {
        let claims = &read.extraction.claims;
        for sum in sums(read) {
            found.extend(parts(article, claims, &sum));
        }
        found.append(&mut superseded(article, claims));
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
    for mut noticed in found {
        let about = (noticed.about).unwrap_or_else(|| of_claims(articles, &noticed.claims));
        let key = key(noticed.kind, about);
        if let Some(finding) = known.get(&key).and_then(|&at| findings.get_mut(at)) {
            finding.articles.append(&mut noticed.articles);
            finding.claims.append(&mut noticed.claims);
            finding.passages.append(&mut noticed.passages);
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
        let mut stated = Vec::new();
        for cell in row.cells.iter().flatten() {
            if let Some(&index) = cell.claims.first() {
                stated.extend(Stated::at(articles, cell.article, index));
            }
        }
        stated
    }

    fn at(articles: &[ReadArticle<'a>], article: usize, index: usize) -> Option<Self> {
        let claim = articles.get(article)?.extraction.claims.get(index)?;
        Some(Stated {
            article,
            index,
            claim,
        })
    }

    fn interval(&self) -> Interval {
        Interval::of(&self.claim.count)
    }

    /// The highest number that is allowed; the largest of all where there is no upper end.
    fn highest(&self) -> u64 {
        self.interval().high().unwrap_or(u64::MAX)
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
    let (mut highest_low, mut lowest_high) = (0, u64::MAX);
    for one in stated {
        highest_low = highest_low.max(one.interval().low());
        lowest_high = lowest_high.min(one.highest());
    }
    let mut conflicting = stated.to_vec();
    conflicting.retain(|one| one.interval().low() > lowest_high || one.highest() < highest_low);
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
    let mut dated: Vec<(u64, Date)> = Vec::new();
    for one in stated {
        let Some(&Some(date)) = dates.get(one.article) else {
            return false;
        };
        dated.push((one.interval().low(), date));
    }
    sort_by(&mut dated, Ord::cmp);
    let grows = dated.windows(2).all(|pair| pair[0].1 <= pair[1].1);
    grows && dated.first().map(|(_, date)| date) < dated.last().map(|(_, date)| date)
}

fn later_count(names: &[String], row: &Row, stated: &[Stated<'_>]) -> Option<Noticed> {
    if row.verdict == Verdict::Differ {
        return None;
    }
    let counts: Vec<&Count> = stated.iter().map(|one| &one.claim.count).collect();
    let (low, _) = levels(&counts)?;
    let mut at_levels = stated.to_vec();
    at_levels.retain(|one| is_level(&one.claim.count, low));
    let said = say::later_count(&words::label_of_row(row), &listed(names, &at_levels));
    Some(noticed(FindingKind::LaterCount, &at_levels, said))
}

/// Adds to what was noticed in `row` the figures that its articles give beside their leading ones, each from another source.
/// What one of several perpetrators did is a share and no such figure.
fn with_others(
    articles: &[ReadArticle<'_>],
    names: &[String],
    row: &Row,
    mut noticed: Noticed,
) -> Noticed {
    let mut others: Vec<Stated<'_>> = Vec::new();
    for &article in &noticed.articles {
        let (Some(Some(cell)), Some(read)) = (row.cells.get(article), articles.get(article)) else {
            continue;
        };
        let mut stated: Vec<Stated<'_>> = Vec::new();
        for &index in &cell.claims {
            stated.extend(Stated::at(articles, article, index));
        }
        let [leading, rest @ ..] = stated.as_slice() else {
            continue;
        };
        if rest.is_empty() {
            continue;
        }
        let shares = by_perpetrator(read, row.outcome);
        for one in rest {
            let (source, count) = (&one.claim.attribution, &one.claim.count);
            if source.is_some()
                && *source != leading.claim.attribution
                && prints_number(count.qualifier, count.low, count.high)
                && one.interval() != leading.interval()
                && !(row.scope == Scope::Event && shares.contains(&one.index))
            {
                noticed.claims.push((article, one.index));
                others.push(*one);
            }
        }
    }
    if !others.is_empty() {
        noticed
            .said
            .push_str(&say::also_given(&listed(names, &others)));
    }
    noticed
}

/// What the articles state for people where they state nothing for the group of `row`, and the other way round.
fn for_people_or_group<'a>(
    articles: &[ReadArticle<'a>],
    rows: &[Row],
    row: &Row,
) -> Vec<Stated<'a>> {
    let whole = row.scope == Scope::Event && row.subgroup.is_none();
    if !whole || matches!(row.group, Group::People | Group::Families) {
        return Vec::new();
    }
    let people = (rows.iter())
        .find(|of| (of.outcome, of.group, of.scope) == (row.outcome, Group::People, Scope::Event));
    let mut stated = Vec::new();
    if let Some(people) = people {
        let states =
            |row: &Row, one: &Stated<'_>| matches!(row.cells.get(one.article), Some(Some(_)));
        stated = Stated::of_row(articles, people);
        stated.extend(Stated::of_row(articles, row));
        stated.retain(|one| !(states(people, one) && states(row, one)));
    }
    stated
}

fn other_qualifier(one: &Claim, other: &Claim) -> bool {
    one.count.qualifier != other.count.qualifier
}

fn other_group(one: &Claim, other: &Claim) -> bool {
    one.group != other.group && one.count.low.max(one.count.high) >= Some(LEAST_TELLING)
}

/// The same number in different words: in one row, or for people in some articles and for a group alone in others.
fn wording_drift(
    names: &[String],
    label: &str,
    stated: &[Stated<'_>],
    differs: fn(&Claim, &Claim) -> bool,
) -> Vec<Noticed> {
    let number = |one: &Stated<'_>| printed_number(&one.claim.count);
    let mut numbered: Vec<Stated<'_>> = stated.to_vec();
    sort_by_key(&mut numbered, number);
    let mut found = Vec::new();
    for same in numbered.chunk_by(|one, other| number(one) == number(other)) {
        if let Some(first) = same.first()
            && let Some(of) = number(first)
            && same.iter().any(|one| differs(one.claim, first.claim))
        {
            let said = say::wording_drift(label, of, &listed(names, same));
            found.push(noticed(FindingKind::WordingDrift, same, said));
        }
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
    let articles = each_once([origin.naming, origin.silent].concat());
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
    let articles = each_once(sides.concat());
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
        for claim in own {
            claims.push((article, claim));
        }
    }
    if doer.is_empty() || victim.is_empty() {
        return None;
    }
    let said = say::other_split(
        words::outcome(outcome),
        &say::splits(&each_name(names, &doer)),
        &named(names, &victim),
    );
    let articles = each_once([doer, victim].concat());
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
    let mut indices = vec![(article, sum.whole)];
    let mut parts: Vec<String> = Vec::new();
    for &part in &sum.parts {
        indices.push((article, part));
        parts.push(words::claim_count(claims.get(part)?));
    }
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
    let (mut low, mut high) = (Some(0_u64), Some(0_u64));
    let mut qualifier = Qualifier::Exact;
    for count in (sum.parts.iter()).filter_map(|&part| Some(&claims.get(part)?.count)) {
        low = low.zip(count.low).map(|(low, end)| low.saturating_add(end));
        high = (high.zip(count.high)).map(|(high, end)| high.saturating_add(end));
        qualifier = match (qualifier, count.qualifier) {
            (Qualifier::MoreThan, _) | (_, Qualifier::MoreThan) => Qualifier::MoreThan,
            (Qualifier::About, _) | (_, Qualifier::About) => Qualifier::About,
            _ => Qualifier::Exact,
        };
    }
    words::bounds(low, high, qualifier)
}

fn superseded(article: usize, claims: &[Claim]) -> Vec<Noticed> {
    let mut found = Vec::new();
    for (index, claim) in claims.iter().enumerate() {
        if claim.status != Status::Superseded && claim.superseded_by.is_none() {
            continue;
        }
        let mut indices = vec![(article, index)];
        let mut by = None;
        if let Some(at) = claim.superseded_by
            && let Some(current) = claims.get(at)
        {
            indices.push((article, at));
            by = Some(words::claim_count(current));
        }
        let (label, count) = (claim_label(claim), words::claim_count(claim));
        found.push(Noticed {
            kind: FindingKind::Superseded,
            articles: vec![article],
            claims: indices,
            passages: Vec::new(),
            about: None,
            said: say::superseded(&label, &count, by.as_deref()),
        });
    }
    found
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

/// Counts by size with the articles that state them: "745 (A and B), more than 973 (C relaying D)"; with their groups where
/// these differ.
fn listed(names: &[String], stated: &[Stated<'_>]) -> String {
    let groups = stated
        .windows(2)
        .any(|pair| pair[0].claim.group != pair[1].claim.group);
    let mut counts: Vec<((u64, u64, String), String)> = Vec::new();
    for one in stated {
        let name = names.get(one.article).map_or("", String::as_str);
        let attribution = one.claim.attribution.as_ref();
        let relayed = attribution.is_some_and(|stated| stated.counter.is_none());
        let name = match carrier(one.claim).filter(|_| relayed) {
            Some(carrier) => say::relaying(name, carrier),
            None => name.to_owned(),
        };
        let mut shown = words::claim_count(one.claim);
        if groups {
            shown.push(' ');
            shown.push_str(words::group(one.claim.group));
        }
        counts.push(((one.interval().low(), one.highest(), shown), name));
    }
    sort_by(&mut counts, |one, other| one.0.cmp(&other.0));
    let mut listed = Vec::new();
    for same in counts.chunk_by(|one, other| one.0 == other.0) {
        let names: Vec<&str> = same.iter().map(|(_, name)| name.as_str()).collect();
        listed.push(format!("{} ({})", same[0].0.2, say::names(&names)));
    }
    say::counts(&listed)
}
