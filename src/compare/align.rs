//! Which claims stand side by side: rows by outcome, group and place, and in each row a cell for each article.

use super::agreement;
use super::origin::{Sources, carrier};
use crate::letters::{is_letter_or_digit, lower_case};
use crate::model::{
    Cell, Claim, Count, Extraction, Group, Outcome, Qualifier, ReadArticle, Row, Scope, Status,
    Verdict,
};
use crate::order::sort_by;
use crate::words::inside;
use std::cmp::Reverse;

/// Why a claim stands in no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Apart {
    /// The article itself replaces it.
    Superseded,
    /// It is about another time or another event.
    Background,
    /// Somebody in the article denies it.
    Denied,
    /// The article says that it is false.
    Refuted,
    /// It is a forecast.
    Projected,
}

/// Why `claim` stands in no row; `None` where it stands in one.
///
/// The first reason that holds, in the order of [`Apart`].
pub fn apart(claim: &Claim) -> Option<Apart> {
    match claim.status {
        Status::Superseded => Some(Apart::Superseded),
        _ if claim.superseded_by.is_some() => Some(Apart::Superseded),
        _ if claim.scope == Scope::Background => Some(Apart::Background),
        Status::Denied => Some(Apart::Denied),
        Status::Refuted => Some(Apart::Refuted),
        Status::Projected => Some(Apart::Projected),
        Status::Reported | Status::Feared | Status::Possible | Status::Claimed => None,
    }
}

/// What makes claims comparable. The order is that of the rows before they are folded: by outcome and group as the model
/// lists them, the group before its subgroups, the whole event before places, places before incidents, each by name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    outcome: usize,
    group: usize,
    subgroup: Option<&'static str>,
    scope: Scope,
    /// The place's name without case, articles and punctuation; `None` for the event and for what has no name.
    place: Option<String>,
}

impl Key {
    fn of(claim: &Claim) -> Self {
        let place = match claim.scope {
            Scope::Event => None,
            _ => claim.place.as_deref().and_then(place_key),
        };
        Key {
            outcome: outcome_rank(claim.outcome),
            group: rank(&Group::ALL, claim.group),
            subgroup: subgroup(claim),
            scope: claim.scope,
            place,
        }
    }

    /// The place among `keys` where this row is folded, the best one: the whole event, then the wider groups.
    fn above(&self, keys: &[&Key]) -> Option<usize> {
        let mut wider = Some(self.clone());
        while let Some(key) = wider {
            wider = key.wider();
            for above in [key.clone(), key.whole_event()] {
                let found = keys.binary_search(&&above);
                if found.is_ok() && above != *self {
                    return found.ok();
                }
            }
        }
        None
    }

    fn whole_event(mut self) -> Self {
        self.scope = Scope::Event;
        self.place = None;
        self
    }

    /// The same of the next wider group. Below the whole event that is people in the end; there, people stand beside the
    /// groups.
    fn wider(&self) -> Option<Key> {
        let mut wider = self.clone();
        if wider.subgroup.take().is_some() {
            return Some(wider);
        }
        let group = match Group::ALL.get(self.group)? {
            Group::Soldiers | Group::Police => Group::SecurityForces,
            Group::People => return None,
            _ if self.scope == Scope::Event => return None,
            _ => Group::People,
        };
        wider.group = rank(&Group::ALL, group);
        Some(wider)
    }
}

/// Narrower words that have rows of their own within their group, by the words that articles use.
const SUBGROUPS: [(Group, &str, &[&str]); 3] = [
    (
        Group::Children,
        "girls",
        &["girl", "girls", "schoolgirl", "schoolgirls"],
    ),
    (
        Group::Children,
        "boys",
        &["boy", "boys", "schoolboy", "schoolboys"],
    ),
    (
        Group::Children,
        "infants",
        &[
            "infant", "infants", "baby", "babies", "toddler", "toddlers", "newborn", "newborns",
        ],
    ),
];

/// The narrower word that `claim` counts; none where it joins two ("boys and girls").
pub(crate) fn subgroup(claim: &Claim) -> Option<&'static str> {
    let said = |words: &[&str]| {
        (claim.group_text.split(|c: char| !is_letter_or_digit(c)))
            .any(|word| words.iter().any(|known| word.eq_ignore_ascii_case(known)))
    };
    let mut found = (SUBGROUPS.iter())
        .filter(|(group, ..)| *group == claim.group)
        .filter(|(.., words)| said(words));
    let (_, name, _) = found.next()?;
    found.next().is_none().then_some(*name)
}

/// A claim by what makes it comparable, with the indices of its article and of itself.
type Placed = (Key, (usize, usize));

/// Puts the claims of `articles` into rows.
///
/// A row has a cell for each article that has a claim of its outcome, group and scope (and place, below the whole
/// event) which does not stand [`apart`]. The cell holds all such claims of the article, the leading one first, and its
/// numbers are the leading claim's; no cell depends on another article. Incidents without a name share a row by
/// outcome and group; as nobody knows whether they are the same incident, that row's verdict is never more than
/// "compatible". A row that is folded under another follows it.
///
/// Work grows as n log n with the number of claims, and with rows times articles, for each row has a place for each.
pub fn rows(articles: &[ReadArticle<'_>], sources: &Sources) -> Vec<Row> {
    let mut placed: Vec<Placed> = Vec::new();
    for (article, read) in articles.iter().enumerate() {
        for (index, claim) in read.extraction.claims.iter().enumerate() {
            if apart(claim).is_none() {
                placed.push((Key::of(claim), (article, index)));
            }
        }
    }
    sort_by(&mut placed, Ord::cmp);
    let (mut keys, mut members) = (Vec::new(), Vec::new());
    for same in placed.chunk_by(|one, other| one.0 == other.0) {
        keys.push(&same[0].0);
        members.push(same);
    }
    let mut rows: Vec<Row> = Vec::with_capacity(keys.len());
    for (at, parent) in folded(&keys) {
        if let Some(mut row) = row(articles, sources, keys[at], members[at]) {
            row.parent = parent;
            rows.push(row);
        }
    }
    rows
}

/// The places of sorted `keys`, those that are folded under one behind it, each with where that one stands in the answer.
fn folded(keys: &[&Key]) -> Vec<(usize, Option<usize>)> {
    let mut tops: Vec<usize> = Vec::new();
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); keys.len()];
    for (at, key) in keys.iter().enumerate() {
        match key.above(keys) {
            Some(parent) => below[parent].push(at),
            None => tops.push(at),
        }
    }
    let mut ordered: Vec<(usize, Option<usize>)> = Vec::with_capacity(keys.len());
    let mut waiting: Vec<(usize, Option<usize>)> = Vec::new();
    for at in tops {
        waiting.push((at, None));
        while let Some((at, parent)) = waiting.pop() {
            for &child in below[at].iter().rev() {
                waiting.push((child, Some(ordered.len())));
            }
            ordered.push((at, parent));
        }
    }
    ordered
}

fn row(
    articles: &[ReadArticle<'_>],
    sources: &Sources,
    key: &Key,
    members: &[Placed],
) -> Option<Row> {
    let mut cells: Vec<Option<Cell>> = vec![None; articles.len()];
    let mut counts: Vec<&Count> = Vec::new();
    let mut places: Vec<&str> = Vec::new();
    let mut counters: Vec<&str> = Vec::new();
    let mut carriers: Vec<&str> = Vec::new();
    for own in members.chunk_by(|one, other| one.1.0 == other.1.0) {
        let article = own[0].1.0;
        let indices: Vec<usize> = own.iter().map(|(_, (_, index))| *index).collect();
        let extraction = articles.get(article)?.extraction;
        let ordered = leading_first(extraction, key.scope, &indices);
        let leading = extraction.claims.get(*ordered.first()?)?;
        counts.push(&leading.count);
        for index in indices {
            let claim = extraction.claims.get(index)?;
            places.extend(claim.place.as_deref().map(str::trim));
            counters.extend(sources.counter(claim));
            carriers.extend(carrier(claim));
        }
        *cells.get_mut(article)? = Some(Cell {
            article,
            low: leading.count.low,
            high: leading.count.high,
            qualifier: leading.count.qualifier,
            claims: ordered,
        });
    }
    let (low, high) = agreement::range(&counts);
    let unnamed_incident = key.scope == Scope::Incident && key.place.is_none();
    let verdict = match agreement::verdict(&counts) {
        Verdict::Differ | Verdict::LaterCount if unnamed_incident => Verdict::Compatible,
        verdict => verdict,
    };
    Some(Row {
        outcome: *Outcome::ALL.get(key.outcome)?,
        group: *Group::ALL.get(key.group)?,
        subgroup: key.subgroup.map(str::to_owned),
        place: key.place.as_ref().and(commonest(places)),
        scope: key.scope,
        parent: None,
        cells,
        low,
        high,
        range: agreement::printed_range(&counts),
        articles: counts.len(),
        counters: each_once(counters),
        carriers: each_once(carriers),
        verdict,
    })
}

fn each_once(mut names: Vec<&str>) -> Vec<String> {
    sort_by(&mut names, Ord::cmp);
    names.dedup();
    (names.into_iter()).map(inside).collect()
}

/// The claims of a cell in order, the leading one first.
///
/// In this order: the claim on which the article's toll rests, in the row of the whole event; what is reported before
/// what is claimed, feared or possible; a whole before its own part; a number before a word, and a word before unknown;
/// with a named counter before other sources, and these before the article's own voice; stated more often; stated
/// earlier in the text, where articles put their answer. A revised figure needs no rule here: it stands [`apart`].
fn leading_first(extraction: &Extraction, scope: Scope, indices: &[usize]) -> Vec<usize> {
    let rank = |index: usize| {
        let claim = extraction.claims.get(index)?;
        Some((
            !(scope == Scope::Event && is_toll(extraction, index)),
            firmness(claim.status),
            claim.part_of.is_some_and(|whole| indices.contains(&whole)),
            preciseness(&claim.count),
            authority(claim),
            Reverse(claim.mentions.len()),
        ))
    };
    let mut ordered = indices.to_vec();
    sort_by(&mut ordered, |&one, &other| {
        rank(one).cmp(&rank(other)).then(one.cmp(&other))
    });
    ordered
}

/// Whether the article's printed toll is this claim.
fn is_toll(extraction: &Extraction, index: usize) -> bool {
    (extraction.tolls.iter()).any(|toll| !toll.derived && toll.claims.first() == Some(&index))
}

fn firmness(status: Status) -> u8 {
    match status {
        Status::Reported => 0,
        Status::Claimed => 1,
        Status::Feared => 2,
        Status::Possible => 3,
        Status::Projected | Status::Denied | Status::Refuted | Status::Superseded => 4,
    }
}

fn preciseness(count: &Count) -> u8 {
    match count.qualifier {
        Qualifier::Unknown => 3,
        Qualifier::Vague => 2,
        _ if !agreement::prints_number(count.qualifier, count.low, count.high) => 1,
        _ => 0,
    }
}

fn authority(claim: &Claim) -> u8 {
    match &claim.attribution {
        Some(stated) if stated.counter.is_some() => 0,
        Some(_) => 1,
        None => 2,
    }
}

/// What stands before "of" in front of a place's name and is no part of it.
const KINDS_OF_PLACE: [&str; 4] = ["city", "town", "village", "port"];

/// A place's name by which rows meet: its words in lower case, without "the" and "village of" in front.
pub(super) fn place_key(place: &str) -> Option<String> {
    let lower = lower_case(place);
    let words: Vec<&str> = lower
        .split(|c: char| !is_letter_or_digit(c))
        .filter(|word| !word.is_empty())
        .collect();
    let bare = words.strip_prefix(&["the"]).unwrap_or(&words);
    let named = match bare {
        [kind, "of", name @ ..] if !name.is_empty() && KINDS_OF_PLACE.contains(kind) => name,
        [] => &words,
        name => name,
    };
    (!named.is_empty()).then(|| named.join(" "))
}

/// The commonest of the spellings; the first by letters among equals.
fn commonest(mut spellings: Vec<&str>) -> Option<String> {
    sort_by(&mut spellings, Ord::cmp);
    let mut best: Option<&[&str]> = None;
    for same in spellings.chunk_by(|one, other| one == other) {
        if best.is_none_or(|best| same.len() > best.len()) {
            best = Some(same);
        }
    }
    best?.first().map(|&spelling| spelling.to_owned())
}

/// Place of an outcome in [`Outcome::ALL`].
pub fn outcome_rank(outcome: Outcome) -> usize {
    rank(&Outcome::ALL, outcome)
}

/// The place of `one` among `all`.
pub(super) fn rank<T: PartialEq + Copy>(all: &[T], one: T) -> usize {
    (all.iter().position(|&other| other == one)).unwrap_or(all.len())
}
