//! Whether articles seem to be about the same event: by the figures, the names and the days that they have in common.

use super::agreement::printed_number;
use super::align::{apart, outcome_rank};
use super::groups::Groups;
use super::key::Hash;
use crate::letters::{is_capital, is_letter_or_digit, lower_case};
use crate::model::{Date, ReadArticle, Scope};
use crate::order::{sort_by, sort_by_key};
use std::cmp::Reverse;

/// So many of the names that an article uses most are looked at.
const MOST_NAMES: usize = 8;

/// With fewer names than these an article does not say what it is about.
const FEWEST_NAMES: usize = 4;

/// Articles further apart than this are not joined by names alone.
const DAYS_APART: i32 = 45;

/// Names that are found in articles on any event, in small letters.
const ANYWHERE: [&str; 36] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "reuters",
    "associated",
    "press",
    "news",
    "agency",
    "united",
    "nations",
    "cross",
    "crescent",
    "ministry",
    "minister",
    "president",
    "police",
    "government",
    "health",
    "department",
    "hospital",
    "interior",
];

/// Articles that share neither figures nor names with the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides {
    /// The articles of each side, the side with the most articles first.
    pub sides: Vec<Vec<usize>>,
    /// The same wherever these names are used most.
    pub(super) about: u64,
}

/// The sides that `articles` fall into, where they fall into several.
///
/// Two articles are on one side if they state the same number of at least two digits for the same outcome of the whole
/// event, or if one of the names that the one uses most is among those that the other uses most and their dates, where
/// both are known, lie no more than 45 days apart. An article without claims or with
/// too few names makes no side by itself. Grows as n log n with the length of the texts.
///
/// `dates` are those of the articles, as far as they are known.
pub fn sides(articles: &[ReadArticle<'_>], dates: &[Option<Date>]) -> Option<Sides> {
    let mut groups = Groups::new(articles.len());
    join_by_figures(articles, &mut groups);
    let with_claims = |article: &usize| {
        articles
            .get(*article)
            .is_some_and(|read| !read.extraction.claims.is_empty())
    };
    let by_figures = groups.members();
    let sides = by_figures
        .iter()
        .filter(|side| side.iter().any(with_claims));
    if sides.count() < 2 {
        return None;
    }
    let mut names: Vec<Vec<String>> = Vec::new();
    for (article, read) in articles.iter().enumerate() {
        names.push(match with_claims(&article) {
            true => most_used_names(&read.article.text),
            false => Vec::new(),
        });
    }
    let mut by_name: Vec<(&str, Option<i32>, usize)> = Vec::new();
    for (article, own) in names.iter().enumerate() {
        let day = dates.get(article).copied().flatten().map(day);
        for name in own {
            by_name.push((name, day, article));
        }
    }
    sort_by(&mut by_name, Ord::cmp);
    for pair in by_name.windows(2) {
        if let [(name, one_day, one), (other_name, other_day, other)] = pair {
            let near = match (one_day, other_day) {
                (Some(one), Some(other)) => (other - one).abs() <= DAYS_APART,
                _ => true,
            };
            if name == other_name && near {
                groups.join(*one, *other);
            }
        }
    }
    let telling = |article: &usize| {
        names
            .get(*article)
            .is_some_and(|own| own.len() >= FEWEST_NAMES)
    };
    let mut sides = groups.members();
    sides.retain(|side| side.iter().any(telling));
    sort_by_key(&mut sides, |side| Reverse(side.len()));
    let first_names = names.iter().filter_map(|own| own.first());
    let about = first_names.fold(0, |about, name| {
        about ^ Hash::new().bytes(name.as_bytes()).value()
    });
    (sides.len() > 1).then_some(Sides { sides, about })
}

fn join_by_figures(articles: &[ReadArticle<'_>], groups: &mut Groups) {
    let mut stated: Vec<(usize, u64, usize)> = Vec::new();
    for (article, read) in articles.iter().enumerate() {
        for claim in &read.extraction.claims {
            let number = printed_number(&claim.count).filter(|&number| number >= 10);
            if let Some(number) =
                number.filter(|_| claim.scope == Scope::Event && apart(claim).is_none())
            {
                stated.push((outcome_rank(claim.outcome), number, article));
            }
        }
    }
    sort_by(&mut stated, Ord::cmp);
    for pair in stated.windows(2) {
        if let [(outcome, number, one), (other_outcome, other_number, other)] = pair
            && (outcome, number) == (other_outcome, other_number)
        {
            groups.join(*one, *other);
        }
    }
}

/// Days since a day long ago, as if every month had 31: near enough to tell weeks from months.
fn day(date: Date) -> i32 {
    let years = i32::from(date.year.unwrap_or_default());
    (years * 12 + i32::from(date.month)) * 31 + i32::from(date.day)
}

/// The words with a capital that do not begin a sentence, in small letters, the most used first.
fn most_used_names(text: &str) -> Vec<String> {
    let mut begins = true;
    let mut names: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !is_letter_or_digit(c));
        let bare = (bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s"))).unwrap_or(bare);
        if !begins && bare.starts_with(is_capital) && bare.chars().count() > 3 {
            names.push(lower_case(bare));
        }
        begins = word.ends_with(['.', '!', '?', ':', '”', '"']) || bare.is_empty();
    }
    names.retain(|name| !ANYWHERE.contains(&name.as_str()));
    sort_by(&mut names, Ord::cmp);
    let mut used: Vec<(Reverse<usize>, String)> = Vec::new();
    for same in names.chunk_by(|one, other| one == other) {
        used.push((Reverse(same.len()), same[0].clone()));
    }
    sort_by(&mut used, Ord::cmp);
    used.truncate(MOST_NAMES);
    used.into_iter().map(|(_, name)| name).collect()
}
