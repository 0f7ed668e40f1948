//! What a comparison notices, in English: a heading for each kind, and its sentence. What stands where is said, never who
//! is right.

use super::{inside, list, number, plural};
use crate::model::FindingKind;

/// Articles and numbers are listed up to this many, then counted.
const MOST_NAMES: usize = 4;
const MOST_NUMBERS: usize = 8;

/// A kind of finding as a heading.
pub const fn finding(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Differ => "Figures differ",
        FindingKind::LaterCount => "Different level, perhaps a later count",
        FindingKind::WordingDrift => "Same number, other wording",
        FindingKind::PartsExceedTotal => "Parts add up to more than the total",
        FindingKind::PartsComplete => "Parts add up to the total",
        FindingKind::PartsIncomplete => "Parts leave a remainder",
        FindingKind::OtherSplit => "Split along other lines",
        FindingKind::OneOrigin => "Perhaps one origin",
        FindingKind::CopiedText => "Shared passages",
        FindingKind::Superseded => "Replaced within the article",
        FindingKind::DifferentEvents => "Perhaps different events",
    }
}

/// Names of articles in a row.
pub fn names(names: &[&str]) -> String {
    list(names, MOST_NAMES)
}

fn numbers(numbers: &[u64]) -> String {
    let shown: Vec<String> = numbers.iter().map(|&one| number(one)).collect();
    let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
    list(&shown, MOST_NUMBERS)
}

/// Of the articles `names`, of which there are `count`: "state" or "states".
fn verb(count: usize, several: &'static str, one: &'static str) -> &'static str {
    match count {
        1 => one,
        _ => several,
    }
}

/// A name of an article with the outlet whose figure it relays.
pub fn relaying(name: &str, carrier: &str) -> String {
    format!("{name} relaying {}", inside(carrier))
}

/// Counts by size, each with its articles. Of many, those at the ends; one alone is not left out.
pub fn counts(listed: &[String]) -> String {
    const ENDS: usize = 4;
    let between = match listed.len().saturating_sub(2 * ENDS) {
        1 => 0,
        many => many,
    };
    let mut said = String::new();
    for (at, one) in listed.iter().enumerate() {
        if at >= ENDS && at < ENDS + between {
            continue;
        }
        if at > 0 {
            said.push_str(", ");
        }
        if between > 0 && at == ENDS + between {
            said.push_str(&number(between as u64));
            said.push_str(" more between, ");
        }
        said.push_str(one);
    }
    said
}

/// What articles give beside the figures that a finding is about.
pub fn also_given(listed: &str) -> String {
    format!(" Also given: {listed}.")
}

/// Counts of a row that exclude one another, `several` of them more than two.
pub fn differ(label: &str, listed: &str, several: bool) -> String {
    let all = if several { "all" } else { "both" };
    format!("{label}: {listed}. These cannot {all} hold.")
}

/// Stands behind figures that differ where they grow with the dates of their articles.
pub const LATER_IS_HIGHER: &str = " The higher figures are of later articles.";

/// A lower bound beside higher figures.
pub fn later_count(label: &str, listed: &str) -> String {
    format!(
        "{label}: {listed}. A lower bound does not contradict a higher one; perhaps the higher is a later count."
    )
}

/// One number in different words.
pub fn wording_drift(label: &str, of: u64, listed: &str) -> String {
    format!("{label}: {} in different words: {listed}.", number(of))
}

/// Parts above their total.
pub fn parts_exceed(label: &str, added: &str, total: &str) -> String {
    format!("{label}: {added} is above the total, {total}.")
}

/// Parts that make up their total.
pub fn parts_complete(label: &str, added: &str, total: &str) -> String {
    format!("{label}: {added} fits the total, {total}.")
}

/// Parts below their total, and what is left.
pub fn parts_incomplete(label: &str, added: &str, total: &str, rest: &str) -> String {
    format!("{label}: {added} is below the total, {total}; {rest} stand in no part.")
}

/// A figure that its own article replaces.
pub fn superseded(label: &str, count: &str, by: Option<&str>) -> String {
    let by = by.unwrap_or("a later figure");
    format!("{label}: the article itself replaces {count} by {by}.")
}

/// Splits of one outcome along different lines.
pub fn other_split(outcome: &str, by_doer: &str, by_victim: &str) -> String {
    format!(
        "{outcome}: {by_doer} by who did it, {by_victim} by who the people were. These parts do not compare with one another."
    )
}

/// These articles split something.
pub fn splits(articles: &[&str]) -> String {
    format!(
        "{} {} the count",
        names(articles),
        verb(articles.len(), "split", "splits")
    )
}

/// Articles whose figures come from one named counter, or that state them without one.
pub fn one_counter(counter: &str, figures: &[u64], naming: &[&str], silent: &[&str]) -> String {
    let figures_shown = numbers(figures);
    let mut said = format!(
        "One named counter, {counter}, stands behind {figures_shown} in {}.",
        names(naming)
    );
    if !silent.is_empty() {
        said.push_str(&format!(
            " {} {} {} and {} no counter for {}: perhaps the same origin.",
            names(silent),
            verb(silent.len(), "state", "states"),
            if figures.len() == 1 {
                "the same figure"
            } else {
                "the same figures or some of them"
            },
            verb(silent.len(), "name", "names"),
            if figures.len() == 1 { "it" } else { "them" },
        ));
    }
    said
}

/// Articles that state the same figures, none of them with a counter.
pub fn no_counter(figures: &[u64], silent: &[&str]) -> String {
    format!(
        "{} state the same figures, {}, and name no counter for them: perhaps one origin.",
        names(silent),
        numbers(figures)
    )
}

/// Articles with passages in common, and how many of a hundred of the words of each stand in another.
pub fn copied(articles: &[&str], passages: usize, (low, high): (usize, usize)) -> String {
    let share = match low == high {
        true => format!("{high} %"),
        false => format!("{low} to {high} %"),
    };
    let of = match articles.len() {
        2 => "the shorter one's words",
        _ => "an article's words",
    };
    format!(
        "{} have {} in common word for word: {share} of {of}.",
        names(articles),
        plural(passages, "passage"),
    )
}

/// Articles that may not be about the same event, by the sides that they fall into.
pub fn different_events(sides: &[String]) -> String {
    let mut said = String::new();
    for side in sides.iter().take(MOST_NAMES) {
        if !said.is_empty() {
            said.push_str(" on one side, ");
        }
        said.push_str(side);
    }
    let rest = match sides.len().saturating_sub(MOST_NAMES) {
        0 => " on another".to_owned(),
        more => format!(" on one side, and {} more", number(more as u64)),
    };
    format!(
        "These articles may not be about the same event: {said}{rest}. No figure and none of the names used most stand on more than one side, or their dates lie far apart."
    )
}
