//! The article's headline answer for each outcome.
//!
//! A printed total leads; where there is none, disjoint parts are added up and the sum is marked derived. Cross-cutting
//! groups (women, children) are never added to status groups (civilians, fighters).

use super::context::Note;
use crate::model::{Claim, Group, Outcome, Qualifier, Scope, Status, Toll};
use crate::order::each_once;

/// The tolls of an article, at most one for each outcome.
pub(crate) fn tolls(claims: &[Claim], notes: &[Note]) -> Vec<Toll> {
    let mut live = [const { Vec::new() }; Outcome::ALL.len()];
    for (index, claim) in claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| is_live(claim))
    {
        live[claim.outcome as usize].push(index);
    }
    Outcome::ALL
        .into_iter()
        .filter_map(|outcome| toll(outcome, &live[outcome as usize], claims, notes))
        .collect()
}

/// The toll of one outcome from its claims that can stand for the event.
fn toll(outcome: Outcome, live: &[usize], claims: &[Claim], notes: &[Note]) -> Option<Toll> {
    if live.is_empty() {
        return None;
    }
    let pool = reported(event_level(live, claims), claims);
    let whole = pool
        .iter()
        .copied()
        .filter(|&index| is_whole(&claims[index], &notes[index], Some(&index) == pool.first()))
        .max_by_key(|&index| rank(&claims[index], &notes[index]));
    let added = whole.map_or(Vec::new(), |whole| added(whole, &pool, claims, notes));
    let mut parts = parts(&pool, claims, notes, whole.is_some());
    parts.retain(|part| added.binary_search(part).is_err());
    // "claims to have killed up to 60 mercenaries": a group alone that is less firm than the whole does not stand for it.
    let firmness = |index: usize| {
        (
            claims[index].status != Status::Claimed,
            Firmness::of(&claims[index]),
        )
    };
    if let (Some(whole), &[part]) = (whole, parts.as_slice())
        && firmness(part) < firmness(whole)
    {
        parts.clear();
    }
    let sum: u64 = parts
        .iter()
        .filter_map(|&index| value(&claims[index]))
        .fold(0, u64::saturating_add);
    match whole {
        Some(index) if value(&claims[index]).unwrap_or(0) >= sum || !is_list(&parts, notes) => {
            Some(if added.is_empty() {
                printed(outcome, index, claims)
            } else {
                derived(outcome, &[&[index], &added[..]].concat(), claims)
            })
        }
        _ if parts.len() == 1 => Some(printed(outcome, parts[0], claims)),
        _ if !parts.is_empty() => Some(derived(outcome, &parts, claims)),
        Some(index) => Some(printed(outcome, index, claims)),
        None => None,
    }
}

/// What is only claimed, in a vague word, makes no toll beside what is reported.
fn reported(mut pool: Vec<usize>, claims: &[Claim]) -> Vec<usize> {
    let is_reported =
        |&index: &usize| claims[index].status != Status::Claimed || is_counted(&claims[index]);
    if pool.iter().any(is_reported) {
        pool.retain(is_reported);
    }
    pool
}

/// The claims that speak of the whole event and are no components; where there are none, all of them.
fn event_level(live: &[usize], claims: &[Claim]) -> Vec<usize> {
    let whole = |&index: &usize| {
        claims[index]
            .part_of
            .is_none_or(|other| claims[other].outcome != claims[index].outcome)
    };
    let event = |index: &usize| claims[*index].scope == Scope::Event && whole(index);
    let narrowed: Vec<usize> = live.iter().copied().filter(event).collect();
    if !narrowed.is_empty() {
        return narrowed;
    }
    let wholes: Vec<usize> = live.iter().copied().filter(whole).collect();
    if wholes.is_empty() {
        live.to_vec()
    } else {
        wholes
    }
}

/// The claims that add to a whole right behind it ("three more bodies were found", "and three other people were killed
/// later"), where no total is told after them.
fn added(whole: usize, pool: &[usize], claims: &[Claim], notes: &[Note]) -> Vec<usize> {
    let adds = |&&index: &&usize| {
        let note = &notes[index];
        note.additive && !note.listed && is_counted(&claims[index])
    };
    let behind = || pool.iter().skip_while(|&&index| index <= whole);
    if !is_counted(&claims[whole]) || behind().any(|&index| notes[index].total) {
        return Vec::new();
    }
    behind().take_while(adds).copied().collect()
}

/// Whether a claim has a number that is no vague word.
fn is_counted(claim: &Claim) -> bool {
    value(claim).is_some() && claim.count.qualifier != Qualifier::Vague
}

/// Whether the parts were stated together, in one sentence.
fn is_list(parts: &[usize], notes: &[Note]) -> bool {
    parts
        .windows(2)
        .all(|pair| notes[pair[0]].sentence == notes[pair[1]].sentence)
}

/// Whether a claim can stand for the event.
fn is_live(claim: &Claim) -> bool {
    let stands = !matches!(
        claim.status,
        Status::Denied | Status::Refuted | Status::Superseded | Status::Projected
    );
    stands && claim.scope != Scope::Background
}

/// Whether a claim speaks of everybody. A number that adds to others is a whole where it is the `first` to be told.
fn is_whole(claim: &Claim, note: &Note, first: bool) -> bool {
    let adds = note.additive && !(first && is_counted(claim));
    claim.group == Group::People && !adds && !note.one && !note.listed
}

/// Of equally firm figures the larger leads: a later count rises, and a part that was not told apart is smaller than its
/// whole.
fn rank(claim: &Claim, note: &Note) -> (Firmness, u64, std::cmp::Reverse<usize>) {
    (
        Firmness::of(claim),
        value(claim).unwrap_or(0),
        std::cmp::Reverse(note.sentence),
    )
}

/// How firmly a claim stands for what is known: a firmer figure leads over a larger one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Firmness {
    /// No number at all.
    None,
    /// A vague word: "scores".
    Vague,
    /// What is feared or possible, or at most so many: "up to 90".
    Doubtful,
    /// A number.
    Counted,
}

impl Firmness {
    fn of(claim: &Claim) -> Self {
        let doubtful = matches!(claim.status, Status::Feared | Status::Possible)
            || matches!(
                claim.count.qualifier,
                Qualifier::AtMost | Qualifier::FewerThan
            );
        match value(claim) {
            None => Firmness::None,
            Some(_) if claim.count.qualifier == Qualifier::Vague => Firmness::Vague,
            Some(_) if doubtful => Firmness::Doubtful,
            Some(_) => Firmness::Counted,
        }
    }
}

/// One number for a claim: its low end, or its high end where low is open.
fn value(claim: &Claim) -> Option<u64> {
    claim.count.low.or(claim.count.high)
}

/// The claims that add up: for each group its largest, and every single person. Beside a printed whole, general
/// figures and dead attackers are none of its parts; groups that cut across (women, children) add up with status groups
/// (civilians, fighters) only where one sentence lists both.
fn parts(pool: &[usize], claims: &[Claim], notes: &[Note], beside_whole: bool) -> Vec<usize> {
    let mut parts: Vec<usize> = Vec::new();
    // Where the parts of each group stand among the parts.
    let mut of_group = [const { Vec::new() }; Group::ALL.len()];
    // The sentence that lists all parts of a group so far.
    let mut lists = [None; Group::ALL.len()];
    for &index in pool {
        let claim = &claims[index];
        let general = matches!(claim.group, Group::People | Group::Perpetrators)
            && !notes[index].additive
            && !notes[index].listed;
        if value(claim).is_none() || beside_whole && general {
            continue;
        }
        let same = &mut of_group[claim.group as usize];
        // The rows of a long table, told without a look at each other row.
        let sentence = notes[index].listed.then_some(notes[index].sentence);
        let listed = lists[claim.group as usize].get_or_insert(sentence);
        if sentence.is_some() && *listed == sentence {
            same.push(parts.len());
            parts.push(index);
            continue;
        }
        *listed = None;
        let is_listed_with = |other: usize| {
            let (note, beside) = (&notes[index], &notes[other]);
            let alike = note.one && beside.one || note.listed && beside.listed;
            alike && note.sentence == beside.sentence
        };
        let mut rivals = same.iter().filter(|_| !notes[index].additive);
        match rivals.find(|&&at| !is_listed_with(parts[at])) {
            Some(&at) if value(&claims[parts[at]]) < value(claim) => parts[at] = index,
            Some(_) => {}
            None => {
                same.push(parts.len());
                parts.push(index);
            }
        }
    }
    without_overlap(parts, claims, notes)
}

/// Of parts by status and by sex or age, those that hold nobody twice: what cuts across stays where a sentence lists it
/// beside the others, or where a later part says that it adds to what was told; and it stays alone where it is larger
/// than the others together, or where those are dead attackers.
fn without_overlap(mut parts: Vec<usize>, claims: &[Claim], notes: &[Note]) -> Vec<usize> {
    let is_status = |&index: &usize| claims[index].group.is_status();
    let status: Vec<usize> = parts.iter().copied().filter(is_status).collect();
    let Some(&last) = status.last() else {
        return parts;
    };
    let beside = each_once(status.iter().map(|&index| notes[index].sentence).collect());
    let adds = notes[last].additive;
    let overlaps = |index: &usize| {
        let added_to = adds && *index < last;
        is_crosscutting(claims[*index].group)
            && beside.binary_search(&notes[*index].sentence).is_err()
            && !added_to
    };
    let sum = |parts: &[usize]| -> u64 {
        let values = parts.iter().filter_map(|&index| value(&claims[index]));
        values.fold(0, u64::saturating_add)
    };
    let (across, rest): (Vec<usize>, Vec<usize>) = parts.iter().partition(|index| overlaps(index));
    if !across.is_empty() {
        let attackers = |&index: &usize| claims[index].group == Group::Perpetrators;
        let larger = sum(&across) > sum(&rest) && rest.iter().all(is_status);
        parts = if larger || rest.iter().all(attackers) {
            across
        } else {
            rest
        };
    }
    parts
}

/// Groups by sex or age, whose members are counted among the status groups too.
fn is_crosscutting(group: Group) -> bool {
    matches!(
        group,
        Group::Women | Group::Children | Group::Men | Group::Elderly | Group::WomenAndChildren
    )
}

fn printed(outcome: Outcome, index: usize, claims: &[Claim]) -> Toll {
    let count = &claims[index].count;
    Toll {
        outcome,
        low: count.low,
        high: count.high,
        qualifier: count.qualifier,
        derived: false,
        claims: vec![index],
    }
}

fn derived(outcome: Outcome, parts: &[usize], claims: &[Claim]) -> Toll {
    let sum = |end: fn(&Claim) -> Option<u64>| {
        parts
            .iter()
            .map(|&index| end(&claims[index]))
            .try_fold(0u64, |sum, value| sum.checked_add(value?))
    };
    let low = parts
        .iter()
        .map(|&index| claims[index].count.low.unwrap_or(0))
        .fold(0, u64::saturating_add);
    let high = sum(|claim| claim.count.high);
    let qualifier = match high {
        Some(high) if high == low => Qualifier::Exact,
        Some(_) => Qualifier::Range,
        None => Qualifier::AtLeast,
    };
    Toll {
        outcome,
        low: Some(low),
        high,
        qualifier,
        derived: true,
        claims: parts.to_vec(),
    }
}
