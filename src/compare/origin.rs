//! Who stands behind claims: names of counters, with those that mean the same counter merged across articles.

use super::groups::Groups;
use crate::letters::{has_char, is_capital, is_letter_or_digit, lower, lower_case};
use crate::model::{AttributionKind, Claim, ReadArticle};
use crate::order::sort_by;
use crate::words::inside;

/// The named counters of a set of articles, aliases merged.
///
/// Two names mean the same counter if, small words and order aside, they have the same words; if one is the acronym
/// of the other and of no other; or if one has at least three words and all of them stand in the other. Nothing else
/// is guessed: "Health Ministry" beside "Gaza Health Ministry" stays two.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Each name as stated, in order, with the name that stands for all of its aliases.
    names: Vec<(String, String)>,
}

/// A name behind the words that tell it from others.
type Named<'n> = (Vec<String>, &'n str);

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
        let mut distinct: Vec<&str> = Vec::new();
        for read in articles {
            for claim in &read.extraction.claims {
                distinct.extend(stated_counter(claim));
            }
        }
        sort_by(&mut distinct, Ord::cmp);
        distinct.dedup();
        distinct.retain(|name| is_name(name));
        let mut named: Vec<Named<'_>> = Vec::new();
        for name in distinct {
            named.push((significant_words(name), name));
        }
        sort_by(&mut named, Ord::cmp);
        let mut groups = Groups::new(named.len());
        for (at, pair) in named.windows(2).enumerate() {
            if pair[0].0 == pair[1].0 {
                groups.join(at, at + 1);
            }
        }
        join_acronyms(&named, &mut groups);
        join_contained(&named, &mut groups);
        let mut names = Vec::new();
        for members in groups.members() {
            let aliases: Vec<&str> = members.iter().map(|&at| named[at].1).collect();
            let full = inside(plainest(&aliases));
            for alias in aliases {
                names.push((alias.to_owned(), full.clone()));
            }
        }
        sort_by(&mut names, Ord::cmp);
        Sources { names }
    }

    /// The counter that `claim` names, under the name that stands for all of its aliases; `None` where it names none.
    pub fn counter(&self, claim: &Claim) -> Option<&str> {
        let stated = stated_counter(claim)?;
        let at = (self.names).binary_search_by(|(name, _)| name.as_str().cmp(stated));
        self.names.get(at.ok()?).map(|(_, known)| known.as_str())
    }
}

/// The outlet that relays `claim`, where it names one.
pub fn carrier(claim: &Claim) -> Option<&str> {
    let name = claim.attribution.as_ref()?.carrier.as_deref()?;
    (!words(name).is_empty()).then(|| name.trim())
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
    !words(stated).is_empty() && !is_any_one(stated)
}

/// "a monitoring group", "an official": one of many, and no name.
fn is_any_one(name: &str) -> bool {
    let words = words(name);
    let Some((first, rest)) = words.split_first() else {
        return false;
    };
    let article = first.eq_ignore_ascii_case("a") || first.eq_ignore_ascii_case("an");
    article && !(rest.iter()).any(|word| word.starts_with(is_capital))
}

/// The words that tell a counter from others, in lower case, sorted, each once.
fn significant_words(name: &str) -> Vec<String> {
    let mut telling: Vec<String> = words(name).into_iter().map(lower_case).collect();
    if !telling.iter().all(|word| is_small(word)) {
        telling.retain(|word| !is_small(word));
    }
    sort_by(&mut telling, Ord::cmp);
    telling.dedup();
    telling
}

/// Whether a word in lower case does not tell one counter from another.
fn is_small(word: &str) -> bool {
    SMALL_WORDS.contains(&word)
}

/// The words of a name. What stands in brackets, a possessive "'s", and "Britain-based" and the like are no part of it.
fn words(name: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (part, text) in name.split('(').enumerate() {
        let outside = match part {
            0 => text,
            _ => text.split_once(')').map_or("", |(_, after)| after),
        };
        for word in outside.split(|c: char| !(is_letter_or_digit(c) || has_char("-'’.", c))) {
            let word = word.trim_matches(['-', '\'', '’', '.']);
            let word =
                (word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"))).unwrap_or(word);
            if !word.is_empty() && !is_where(word) {
                found.push(word);
            }
        }
    }
    found
}

/// "Britain-based": where somebody sits, and no part of a name.
fn is_where(word: &str) -> bool {
    let end = (word.len().checked_sub(6)).and_then(|start| word.get(start..));
    end.is_some_and(|end| end.eq_ignore_ascii_case("-based"))
}

/// The acronyms that a name can have: its capitals, with and without those of its small words.
fn acronyms(name: &str) -> [String; 2] {
    let (mut telling, mut all) = (String::new(), String::new());
    for word in words(name) {
        let initial = word.chars().next().map(lower);
        all.extend(initial);
        if !is_small(&lower_case(word)) {
            telling.extend(initial);
        }
    }
    [telling, all]
}

/// Joins a name of one word with the one set of names whose initials it is.
fn join_acronyms(named: &[Named<'_>], groups: &mut Groups) {
    let mut spelt_out: Vec<Placed> = Vec::new();
    for (index, (_, name)) in named.iter().enumerate() {
        for acronym in acronyms(name) {
            spelt_out.push((acronym, groups.root(index)));
        }
    }
    sort_by(&mut spelt_out, Ord::cmp);
    spelt_out.dedup();
    for (index, (words, _)) in named.iter().enumerate() {
        let [word] = words.as_slice() else { continue };
        let mut letters = word.clone();
        letters.retain(is_letter_or_digit);
        if letters.chars().count() < 2 {
            continue;
        }
        if let [(_, only)] = places_of(&letters, &spelt_out) {
            groups.join(index, *only);
        }
    }
}

/// Joins a name of at least three telling words with those that hold all of them.
fn join_contained(named: &[Named<'_>], groups: &mut Groups) {
    let mut holders: Vec<Placed> = Vec::new();
    for (index, (words, _)) in named.iter().enumerate() {
        for word in words {
            holders.push((word.clone(), index));
        }
    }
    sort_by(&mut holders, Ord::cmp);
    for (index, (words, _)) in named.iter().enumerate() {
        if words.len() < 3 {
            continue;
        }
        let mut rarest = holders.as_slice();
        for word in words {
            let own = places_of(word, &holders);
            if own.len() < rarest.len() {
                rarest = own;
            }
        }
        for &(_, other) in rarest {
            if words.iter().all(|word| named[other].0.contains(word)) {
                groups.join(index, other);
            }
        }
    }
}

/// A word and the place of a name that it belongs to.
type Placed = (String, usize);

/// Those of the sorted `all` that belong to `word`.
fn places_of<'p>(word: &str, all: &'p [Placed]) -> &'p [Placed] {
    let start = all.partition_point(|(other, _)| other.as_str() < word);
    let end = all.partition_point(|(other, _)| other.as_str() <= word);
    &all[start..end]
}

/// The name that stands for its aliases: spelt out rather than an acronym, then the one with the fewest words, then
/// the first by letters.
fn plainest<'n>(names: &[&'n str]) -> &'n str {
    let mut best: Option<(bool, usize, &str)> = None;
    for &name in names {
        let rank = (significant_words(name).len() < 2, words(name).len(), name);
        if best.is_none_or(|best| rank < best) {
            best = Some(rank);
        }
    }
    best.map_or("", |(.., name)| name)
}
