//! What there is to say of one claim, as terms and values. Pure.

use super::entry::Read;
use super::marks::{Context, context};
use crate::model::{Claim, Scope, Status};
use crate::present::table::row_label;
use crate::words;

/// At most this many mentions of a claim are shown one by one.
const MOST_MENTIONS: usize = 20;

/// A claim with its evidence, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    /// "Killed: civilians".
    pub label: String,
    /// The count as it is shown.
    pub shown: String,
    /// What must be said beside the count.
    pub note: Option<&'static str>,
    /// Terms and values.
    pub facts: Vec<Fact>,
    /// The mentions with the words around them, each with its start in the text in bytes.
    pub mentions: Vec<(usize, Context)>,
    /// How many mentions more there are.
    pub more: usize,
}

/// A term and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What is told.
    pub term: &'static str,
    /// What there is to tell.
    pub value: String,
    /// Whether the value is a name of the code rather than words.
    pub code: bool,
}

/// The details of the claim at `index`; `None` if there is none.
pub fn details(read: &Read, index: usize) -> Option<Details> {
    let claims = &read.extraction.claims;
    let claim = claims.get(index)?;
    let mentions: Vec<(usize, Context)> = (claim.mentions.iter())
        .take(MOST_MENTIONS)
        .filter_map(|mention| Some((mention.start, context(&read.article.text, mention)?)))
        .collect();
    Some(Details {
        label: label(claim),
        shown: words::with_unit(words::count(&claim.count), claim.group),
        note: words::status_note(claim.status),
        facts: facts(claims, index, claim),
        more: claim.mentions.len().saturating_sub(mentions.len()),
        mentions,
    })
}

fn label(claim: &Claim) -> String {
    row_label(
        claim.outcome,
        claim.group,
        claim.scope,
        claim.place.as_deref(),
    )
}

fn facts(claims: &[Claim], index: usize, claim: &Claim) -> Vec<Fact> {
    let said = |term: &'static str, value: String| {
        Some(Fact {
            term,
            value,
            code: false,
        })
    };
    let other = |at: Option<usize>| Some(line(claims.get(at?)?));
    let parts: Vec<String> = (claims.iter())
        .filter(|part| part.part_of == Some(index))
        .map(line)
        .collect();
    let place = words::where_label(claim.scope, claim.place.as_deref());
    let scope = place.unwrap_or_else(|| words::scope(Scope::Event).to_owned());
    let given = |text: &str| (!text.trim().is_empty()).then(|| format!("“{}”", text.trim()));
    [
        said("Source", words::attribution(claim.attribution.as_ref())),
        said("Covers", scope),
        (claim.status != Status::Reported)
            .then(|| said("Status", words::status(claim.status).to_owned()))
            .flatten(),
        given(&claim.count.text).and_then(|text| said("Printed", text)),
        given(&claim.group_text).and_then(|text| said("Whom", text)),
        other(claim.part_of).and_then(|of| said("Part of", of)),
        (!parts.is_empty())
            .then(|| said("Parts", parts.join("; ")))
            .flatten(),
        other(claim.superseded_by).and_then(|by| said("Replaced by", by)),
        words::rule(&claim.rule).and_then(|reads| said("Read as", reads.to_owned())),
        Some(Fact {
            term: "Rule",
            value: claim.rule.clone().into_owned(),
            code: true,
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn line(claim: &Claim) -> String {
    format!("{}, {}", label(claim), words::count(&claim.count))
}
