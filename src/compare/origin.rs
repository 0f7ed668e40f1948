//! Who stands behind claims: names of counters, with those that mean the same counter merged across articles.

use super::groups::Groups;
use crate::letters::{lower, lower_case};
use crate::model::{AttributionKind, Claim, ReadArticle};
use crate::order::{grouped, sort_by};
use crate::words::inside;
use rustc_hash::FxHashMap;

/// The named counters of a set of articles, aliases merged.
///
/// Two names mean the same counter if, small words and order aside, they have the same words; if one is the acronym
/// of the other and of no other; or if one has at least three words and all of them stand in the other. Nothing else
/// is guessed: "Health Ministry" beside "Gaza Health Ministry" stays two.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// From each name as stated to the name that stands for all of its aliases.
    names: FxHashMap<String, String>,
}

/// Words that do not tell one counter from another.
const SMALL_WORDS: [&str; 12] = [
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to",
];

impl Sources {
    /// Learns the counters that `articles` name and which of their names belong together.
    ///
    /// The order of the articles changes nothing. Work grows with the number of distinct names times the number of
    /// names that share their rarest word.
    pub fn learn(articles: &[ReadArticle<'_>]) -> Self {
        let claims = (articles.iter()).flat_map(|read| read.extraction.claims.iter());
        let mut distinct: Vec<&str> = claims.filter_map(stated_counter).collect();
        sort_by(&mut distinct, Ord::cmp);
        distinct.dedup();
        distinct.retain(|name| is_name(name));
        let by_words = grouped((distinct.into_iter()).map(|name| (significant_words(name), name)));
        let keys: Vec<&Vec<String>> = by_words.iter().map(|(words, _)| words).collect();
        let mut groups = Groups::new(keys.len());
        join_acronyms(&keys, &by_words, &mut groups);
        join_contained(&keys, &mut groups);
        let mut rooted: Vec<(usize, &str)> = Vec::new();
        for (index, (_, names)) in by_words.iter().enumerate() {
            let root = groups.root(index);
            rooted.extend(names.iter().map(|&name| (root, name)));
        }
        let mut names = FxHashMap::default();
        for (_, group) in grouped(rooted.into_iter()) {
            let full = plainest(&group);
            names.extend(group.iter().map(|name| (str::to_owned(name), inside(full))));
        }
        Sources { names }
    }

    /// The counter that `claim` names, under the name that stands for all of its aliases; `None` where it names none.
    pub fn counter(&self, claim: &Claim) -> Option<&str> {
        self.names.get(stated_counter(claim)?).map(String::as_str)
    }
}

/// The outlet that relays `claim`, where it names one.
pub fn carrier(claim: &Claim) -> Option<&str> {
    let name = claim.attribution.as_ref()?.carrier.as_deref()?;
    words(name).next().is_some().then(|| name.trim())
}

/// What a claim gives as its counter's name, its own or inherited.
fn stated_counter(claim: &Claim) -> Option<&str> {
    let stated = claim.attribution.as_ref()?;
    let named = matches!(
        stated.kind,
        AttributionKind::Named | AttributionKind::Inherited
    );
    stated.counter.as_deref().filter(|_| named)
}

/// Whether this can be a name.
fn is_name(stated: &str) -> bool {
    words(stated).next().is_some() && !is_any_one(stated)
}

/// "a monitoring group", "an official": one of many, and no name.
fn is_any_one(name: &str) -> bool {
    let mut words = words(name);
    let article = words
        .next()
        .is_some_and(|first| first.eq_ignore_ascii_case("a") || first.eq_ignore_ascii_case("an"));
    article && !words.any(|word| word.starts_with(char::is_uppercase))
}

/// The words that tell a counter from others, in lower case, sorted, each once.
fn significant_words(name: &str) -> Vec<String> {
    let all: Vec<String> = words(name).map(lower_case).collect();
    let mut telling: Vec<String> = (all.iter())
        .filter(|word| !SMALL_WORDS.contains(&word.as_str()))
        .cloned()
        .collect();
    if telling.is_empty() {
        telling = all;
    }
    sort_by(&mut telling, String::cmp);
    telling.dedup();
    telling
}

/// The words of a name. What stands in brackets, a possessive "'s", and "Britain-based" and the like are no part of it.
fn words(name: &str) -> impl Iterator<Item = &str> {
    let outside = name.split('(').enumerate().map(|(part, text)| match part {
        0 => text,
        _ => text.split_once(')').map_or("", |(_, after)| after),
    });
    outside
        .flat_map(|text| text.split(|c: char| !(c.is_alphanumeric() || "-'’.".contains(c))))
        .map(|word| word.trim_matches(['-', '\'', '’', '.']))
        .map(|word| (word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"))).unwrap_or(word))
        .filter(|word| !word.is_empty() && !is_where(word))
}

/// "Britain-based": where somebody sits, and no part of a name.
fn is_where(word: &str) -> bool {
    let end = (word.len().checked_sub(6)).and_then(|start| word.get(start..));
    end.is_some_and(|end| end.eq_ignore_ascii_case("-based"))
}

/// The acronyms that a name can have: its capitals, with and without those of its small words.
fn acronyms(name: &str) -> [String; 2] {
    let initials = |small: bool| -> String {
        words(name)
            .filter(|word| small || !SMALL_WORDS.contains(&lower_case(word).as_str()))
            .filter_map(|word| word.chars().next())
            .map(lower)
            .collect()
    };
    [initials(false), initials(true)]
}

/// Joins a name of one word with the one set of names whose initials it is.
fn join_acronyms(
    keys: &[&Vec<String>],
    by_words: &[(Vec<String>, Vec<&str>)],
    groups: &mut Groups,
) {
    let mut spelt_out: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (index, (_, names)) in by_words.iter().enumerate() {
        for acronym in names.iter().flat_map(|name| acronyms(name)) {
            let known = spelt_out.entry(acronym).or_default();
            if known.last() != Some(&index) {
                known.push(index);
            }
        }
    }
    for (index, key) in keys.iter().enumerate() {
        let [word] = key.as_slice() else { continue };
        let letters: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
        if letters.chars().count() < 2 {
            continue;
        }
        if let Some([only]) = spelt_out.get(&letters).map(Vec::as_slice) {
            groups.join(index, *only);
        }
    }
}

/// Joins a name of at least three telling words with those that hold all of them.
fn join_contained(keys: &[&Vec<String>], groups: &mut Groups) {
    let mut holders: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (index, key) in keys.iter().enumerate() {
        for word in key.iter() {
            holders.entry(word).or_default().push(index);
        }
    }
    for (index, key) in keys.iter().enumerate().filter(|(_, key)| key.len() >= 3) {
        let rarest = (key.iter())
            .filter_map(|word| holders.get(word.as_str()))
            .min_by_key(|holders| holders.len());
        for &other in rarest.into_iter().flatten() {
            let held = |word: &String| (keys.get(other)).is_some_and(|key| key.contains(word));
            if other != index && key.iter().all(held) {
                groups.join(index, other);
            }
        }
    }
}

/// The name that stands for its aliases: spelt out rather than an acronym, then the one with the fewest words, then
/// the first by letters.
fn plainest<'n>(names: &[&'n str]) -> &'n str {
    (names.iter().copied())
        .min_by_key(|name| {
            let words = words(name).count();
            (significant_words(name).len() < 2, words, *name)
        })
        .unwrap_or_default()
}
