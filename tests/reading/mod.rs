//! What a test expects to be read, and whether a claim meets it: shared by the cases and the articles.

use casualty_compare::model::{
    Attribution, AttributionKind, Claim, Group, Outcome, Qualifier, Scope, Status,
};
use serde::Deserialize;
use std::fmt;

/// One expected claim. What is left out is its default or, where the field says so, not looked at.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    pub outcome: Outcome,
    /// An outcome that is as right as `outcome`.
    pub or_outcome: Option<Outcome>,
    #[serde(default = "people")]
    pub group: Group,
    /// A group that is as right as `group`, where the words leave it open.
    pub or_group: Option<Group>,
    #[serde(default = "exact")]
    pub qualifier: Qualifier,
    pub low: Option<u64>,
    pub high: Option<u64>,
    /// The printed noun, where it is not a word for the group itself. Only widens which groups are accepted.
    pub group_text: Option<String>,
    /// Who counted; left out = not looked at.
    pub counter: Option<String>,
    /// Who relayed; left out = not looked at.
    pub carrier: Option<String>,
    /// Left out = not looked at, but for a stated counter or carrier, which must not be unnamed.
    pub attribution: Option<ExpectedAttribution>,
    /// Left out = anything but background.
    pub scope: Option<Scope>,
    /// A scope that is as right as `scope`.
    pub or_scope: Option<Scope>,
    /// Looked at where `scope` is stated too; else a hint to the reader of the case.
    pub place: Option<String>,
    /// Left out = reported or claimed.
    pub status: Option<Status>,
    /// A status that is as right as `status`.
    pub or_status: Option<Status>,
    /// The expected claim (counted from 1) that this one is a component of; left out = not looked at.
    pub part_of: Option<usize>,
    /// The expected claim (counted from 1) that replaced this one; left out = not looked at.
    pub superseded_by: Option<usize>,
    /// Neither rewarded nor punished.
    #[serde(default)]
    pub optional: bool,
    /// The number is not printed: may be read, need not be.
    #[serde(default)]
    pub derived: bool,
    /// Words that the evidence of one of the mentions must touch; left out = anywhere.
    pub quote: Option<String>,
    /// Words that further mentions of the same claim must touch.
    #[serde(default)]
    pub restated: Vec<String>,
}

/// How the case expects a claim to be attributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExpectedAttribution {
    /// The article's own voice.
    None,
    /// A source without a name.
    Unnamed,
    /// The source of the sentence before.
    Inherited,
}

fn people() -> Group {
    Group::People
}

fn exact() -> Qualifier {
    Qualifier::Exact
}

impl Expected {
    /// Whether a reading without this claim is right, too.
    pub fn may_be_absent(&self) -> bool {
        self.optional || self.derived
    }

    /// What makes `claim` another figure: what happened, to whom, how many, and where it stands.
    pub fn other_figure(&self, claim: &Claim, text: &str) -> Vec<Difference> {
        let count = &claim.count;
        let outcomes = [Some(self.outcome), self.or_outcome];
        let at_quote = self
            .quote
            .as_ref()
            .is_none_or(|quote| touches(quote, claim, text));
        differences(&[
            ("outcome", outcomes.contains(&Some(claim.outcome)), &|| {
                word(&claim.outcome)
            }),
            ("group", self.accepts_group(claim), &|| {
                format!("{} ({:?})", word(&claim.group), claim.group_text)
            }),
            (
                "bounds",
                (count.low, count.high) == (self.low, self.high),
                &|| format!("{:?}..{:?}", count.low, count.high),
            ),
            ("qualifier", count.qualifier == self.qualifier, &|| {
                word(&count.qualifier)
            }),
            ("evidence", at_quote, &|| {
                format!("{:?}", claim.mentions.first().map(|m| &m.quote))
            }),
        ])
    }

    /// What is told otherwise of the same figure: on whose authority, how much of the event, how firmly, where else.
    pub fn other_details(&self, claim: &Claim, text: &str) -> Vec<Difference> {
        let scope_fits = match self.scope {
            Some(_) => [self.scope, self.or_scope].contains(&Some(claim.scope)),
            None => claim.scope != Scope::Background,
        };
        let place_fits = match (&self.place, self.scope) {
            (Some(place), Some(_)) => claim.place.as_ref().is_some_and(|p| same_name(place, p)),
            _ => true,
        };
        let status_fits = Some(claim.status) == self.or_status
            || match self.status {
                Some(status) => claim.status == status,
                None => matches!(claim.status, Status::Reported | Status::Claimed),
            };
        let restated = self
            .restated
            .iter()
            .all(|quote| touches(quote, claim, text));
        differences(&[
            (
                "attribution",
                self.accepts_attribution(claim.attribution.as_ref()),
                &|| by(claim.attribution.as_ref()),
            ),
            ("scope", scope_fits, &|| word(&claim.scope)),
            ("place", place_fits, &|| format!("{:?}", claim.place)),
            ("status", status_fits, &|| word(&claim.status)),
            ("restated", restated, &|| {
                format!("in {} mention(s)", claim.mentions.len())
            }),
        ])
    }

    /// Groups that are as right as the expected one, by the printed noun.
    ///
    /// - Nouns that name no side ("villagers", "miners", "passengers"): people and civilians are both right.
    /// - Nouns for the young that may be grown ("pupils", "students", "youths"): children is right as well.
    /// - "officers" and "guards" may be police or another security force.
    fn accepts_group(&self, claim: &Claim) -> bool {
        if claim.group == self.group || Some(claim.group) == self.or_group {
            return true;
        }
        let noun = claim.group_text.to_lowercase();
        let printed = !noun.trim().is_empty();
        let of = |groups: &[Group]| groups.contains(&claim.group) && groups.contains(&self.group);
        let has = |stems: &[&str]| stems.iter().any(|stem| noun.contains(stem));
        let plain = has(&[
            "civilian", "people", "person", "victim", "dead", "bodies", "corpse",
        ]);
        let by_noun = self.group_text.is_some() && of(&[Group::People, Group::Civilians]);
        by_noun
            || (printed && !plain && of(&[Group::People, Group::Civilians]))
            || (has(&["pupil", "student", "youth", "teenager"])
                && of(&[Group::People, Group::Civilians, Group::Children]))
            || (has(&["officer", "guard"]) && of(&[Group::Police, Group::SecurityForces]))
    }

    fn accepts_attribution(&self, read: Option<&Attribution>) -> bool {
        let counter = read.and_then(|a| a.counter.as_deref());
        let carrier = read.and_then(|a| a.carrier.as_deref());
        let names = |expected: &Option<String>, got: Option<&str>| match expected {
            Some(name) => got.is_some_and(|got| same_name(name, got)),
            None => true,
        };
        let kind = read.map(|a| a.kind);
        let kind_fits = match self.attribution {
            Some(ExpectedAttribution::None) => kind.is_none(),
            Some(ExpectedAttribution::Unnamed) => kind == Some(AttributionKind::Unnamed),
            Some(ExpectedAttribution::Inherited) => kind == Some(AttributionKind::Inherited),
            None => {
                (self.counter.is_none() && self.carrier.is_none())
                    || kind != Some(AttributionKind::Unnamed)
            }
        };
        kind_fits && names(&self.counter, counter) && names(&self.carrier, carrier)
    }

    /// The expectation in one line of the reading notation.
    pub fn notation(&self) -> String {
        let mut tags = Vec::new();
        let mut tag = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                tags.push(format!("{name} {value}"));
            }
        };
        tag("or", self.or_outcome.map(|o| word(&o)));
        tag("or", self.or_group.map(|g| word(&g)));
        tag("noun", self.group_text.clone());
        tag("counter", self.counter.clone());
        tag("carrier", self.carrier.clone());
        tag(
            "attribution",
            self.attribution.map(|a| format!("{a:?}").to_lowercase()),
        );
        tag("scope", self.scope.map(|s| word(&s)));
        tag("or scope", self.or_scope.map(|s| word(&s)));
        tag("place", self.place.clone());
        tag("status", self.status.map(|s| word(&s)));
        tag("or status", self.or_status.map(|s| word(&s)));
        tag("part_of", self.part_of.map(|i| i.to_string()));
        tag("superseded_by", self.superseded_by.map(|i| i.to_string()));
        tag("quote", self.quote.as_ref().map(|q| format!("{q:?}")));
        tag("may be absent", self.may_be_absent().then(String::new));
        line(
            self.outcome,
            self.qualifier,
            (self.low, self.high),
            self.group,
            &tags,
        )
    }
}

/// One thing that a claim states otherwise than expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which part of the claim.
    pub kind: &'static str,
    /// What was read.
    pub read: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind, self.read)
    }
}

/// Differences in one line.
pub fn listed(differences: &[Difference]) -> String {
    let each: Vec<String> = differences.iter().map(Difference::to_string).collect();
    each.join("; ")
}

/// A part of a claim, whether it is as expected, and what was read.
type Check<'a> = (&'static str, bool, &'a dyn Fn() -> String);

fn differences(checks: &[Check<'_>]) -> Vec<Difference> {
    checks
        .iter()
        .filter(|(_, holds, _)| !holds)
        .map(|(kind, _, read)| Difference { kind, read: read() })
        .collect()
}

/// A claim as read, in one line of the reading notation.
pub fn notation(claim: &Claim) -> String {
    let mut tags = vec![format!("words {:?}", claim.count.text)];
    if !claim.group_text.is_empty() {
        tags.push(format!("noun {}", claim.group_text));
    }
    if claim.attribution.is_some() {
        tags.push(by(claim.attribution.as_ref()));
    }
    if claim.scope != Scope::Event {
        tags.push(format!("scope {}", word(&claim.scope)));
    }
    if let Some(place) = &claim.place {
        tags.push(format!("place {place}"));
    }
    if claim.status != Status::Reported {
        tags.push(format!("status {}", word(&claim.status)));
    }
    if let Some(index) = claim.part_of {
        tags.push(format!("part_of {}", index + 1));
    }
    if let Some(index) = claim.superseded_by {
        tags.push(format!("superseded_by {}", index + 1));
    }
    tags.push(format!("rule {}", claim.rule));
    let count = &claim.count;
    line(
        claim.outcome,
        count.qualifier,
        (count.low, count.high),
        claim.group,
        &tags,
    )
}

fn line(
    outcome: Outcome,
    qualifier: Qualifier,
    (low, high): (Option<u64>, Option<u64>),
    group: Group,
    tags: &[String],
) -> String {
    let number = |n: Option<u64>| n.map_or_else(String::new, |n| n.to_string());
    let count = match qualifier {
        Qualifier::Exact => format!("={}", number(low)),
        Qualifier::AtLeast => format!("≥{}", number(low)),
        Qualifier::MoreThan => format!(">{}", number(low)),
        Qualifier::AtMost => format!("≤{}", number(high)),
        Qualifier::FewerThan => format!("<{}", number(high)),
        Qualifier::Nearly => format!("nearly {}", number(high)),
        Qualifier::About => format!("≈{}", number(low)),
        Qualifier::Range => format!("{}..{}", number(low), number(high)),
        Qualifier::Vague => format!("~{}", number(low)),
        Qualifier::Unknown => "?".to_owned(),
    };
    let tags = if tags.is_empty() {
        String::new()
    } else {
        format!(" [{}]", tags.join("; "))
    };
    format!("{} {count} {}{tags}", word(&outcome), word(&group))
}

/// A word of the model in its spelling outside Rust.
fn word<T: std::fmt::Debug>(value: &T) -> String {
    let mut out = String::new();
    for (i, c) in format!("{value:?}").chars().enumerate() {
        if c.is_uppercase() && i > 0 {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out
}

fn by(attribution: Option<&Attribution>) -> String {
    let Some(a) = attribution else {
        return "none".to_owned();
    };
    let name = |n: &Option<String>| n.as_deref().unwrap_or("-").to_owned();
    format!(
        "by {} via {} {}",
        name(&a.counter),
        name(&a.carrier),
        word(&a.kind)
    )
}

/// Whether two printed names are one, without articles and punctuation, or one holds the other word for word.
fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (plain_words(a), plain_words(b));
    let holds = |long: &[String], short: &[String]| {
        !short.is_empty() && long.windows(short.len()).any(|w| w == short)
    };
    holds(&a, &b) || holds(&b, &a)
}

fn plain_words(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|w| !w.is_empty() && !["the", "a", "an", "s"].contains(&w.as_str()))
        .collect()
}

/// Whether one of the mentions overlaps one of the places where `quote` stands in `text`.
fn touches(quote: &str, claim: &Claim, text: &str) -> bool {
    text.match_indices(quote).any(|(at, found)| {
        let end = at + found.len();
        claim.mentions.iter().any(|m| m.start < end && at < m.end)
    })
}
