//! What was read of one article and why, sentence by sentence, as plain text for a terminal or a file.

use super::text::plain;
use crate::extract::sentences;
use crate::letters::lower_case;
use crate::model::{Claim, Extraction, Mention, SetAside, Toll};
use crate::order::sort_by_key;
use crate::words;
use std::ops::Range;

/// Lines are broken before they grow longer than so many characters, where a blank allows.
const WIDTH: usize = 80;

/// Room before what belongs to a sentence.
const INDENT: &str = "  ";

/// Room for the name of a fact, with the colon and a blank.
const NAME: usize = 15;

/// Writes what `extraction` holds of `text`, which it was read out of: each sentence in which something was read or set
/// aside; under it the claims that it states, each with the rule that read it, and what was set aside, with the reason;
/// in the end the tolls, and of which claims each is made. Claims are numbered from 1, in the order of `extraction`.
///
/// Control characters in anything that was read are written as spaces, so that no text can steer a terminal.
pub fn explain(text: &str, extraction: &Extraction) -> String {
    let sentences = sentences(text);
    let notes = notes(extraction);
    let mut rest = notes.as_slice();
    let mut out = String::new();
    let mut silent = 0;
    for (index, sentence) in sentences.iter().enumerate() {
        let here = rest.partition_point(|note| note.start(extraction) < sentence.end);
        let (told, later) = rest.split_at(here);
        rest = later;
        if told.is_empty() {
            silent += 1;
            continue;
        }
        write_sentence(&mut out, text, index + 1, sentence);
        for note in told {
            write_note(&mut out, text, extraction, *note);
        }
        out.push('\n');
    }
    write_silent(&mut out, silent, sentences.len());
    write_tolls(&mut out, &extraction.tolls);
    out
}

/// Something to say under a sentence.
#[derive(Clone, Copy)]
enum Note {
    /// A mention of a claim: the indices of both.
    Mention(usize, usize),
    /// What was set aside: its index.
    Aside(usize),
}

impl Note {
    fn mention(self, of: &Extraction) -> Option<(&Claim, &Mention)> {
        match self {
            Note::Mention(claim, mention) => {
                let claim = of.claims.get(claim)?;
                Some((claim, claim.mentions.get(mention)?))
            }
            Note::Aside(_) => None,
        }
    }

    fn aside(self, of: &Extraction) -> Option<&SetAside> {
        match self {
            Note::Aside(index) => of.set_aside.get(index),
            Note::Mention(..) => None,
        }
    }

    /// Where the words start in the text.
    fn start(self, of: &Extraction) -> usize {
        let mention = self.mention(of).map(|(_, mention)| mention.start);
        let aside = self.aside(of).map(|aside| aside.start);
        mention.or(aside).unwrap_or_default()
    }
}

/// All that there is to say, in the order of the text.
fn notes(extraction: &Extraction) -> Vec<Note> {
    let mentions = extraction
        .claims
        .iter()
        .enumerate()
        .flat_map(|(at, claim)| {
            (0..claim.mentions.len()).map(move |mention| Note::Mention(at, mention))
        });
    let asides = (0..extraction.set_aside.len()).map(Note::Aside);
    let mut notes: Vec<Note> = mentions.chain(asides).collect();
    sort_by_key(&mut notes, |note| note.start(extraction));
    notes
}

fn write_sentence(out: &mut String, text: &str, number: usize, sentence: &Range<usize>) {
    let words = text.get(sentence.clone()).unwrap_or_default();
    wrap(out, "", &format!("{number}. "), words);
}

fn write_note(out: &mut String, text: &str, extraction: &Extraction, note: Note) {
    if let (Note::Mention(index, _), Some((claim, mention))) = (note, note.mention(extraction)) {
        let first = claim.mentions.first() == Some(mention);
        write_claim(out, index, claim, mention, first);
    } else if let Some(aside) = note.aside(extraction) {
        let words = text.get(aside.start..aside.end).unwrap_or_default();
        let reason = words::reason(aside.reason);
        wrap(out, INDENT, "Set aside: ", &format!("“{words}”: {reason}"));
    }
}

fn write_claim(out: &mut String, index: usize, claim: &Claim, mention: &Mention, first: bool) {
    let label = words::row_label(
        claim.outcome,
        claim.group,
        claim.scope,
        claim.place.as_deref(),
    );
    let count = words::claim_count(claim);
    let again = if first { "" } else { ", a further mention" };
    let head = format!("Claim {}{again}: ", index + 1);
    wrap(out, INDENT, &head, &format!("{label}, {count}"));
    fact(out, "words", &format!("“{}”", mention.quote));
    if !first {
        return;
    }
    for (name, value) in facts(claim) {
        fact(out, name, &value);
    }
}

/// What is known of a claim, as names and values.
fn facts(claim: &Claim) -> Vec<(&'static str, String)> {
    let printed = |shown: String, words: &str| match words.trim() {
        "" => shown,
        words => format!("{shown}, printed “{words}”"),
    };
    let voice = words::attribution(claim.attribution.as_ref());
    let attribution = match &claim.attribution {
        Some(stated) => format!("{voice} ({})", words::attribution_kind(stated.kind)),
        None => voice,
    };
    let scope = words::where_label(claim.scope, claim.place.as_deref());
    let rule = match words::rule(&claim.rule) {
        Some(reads) => format!("{}: {reads}", claim.rule),
        None => claim.rule.to_string(),
    };
    let other = |index: usize| format!("claim {}", index + 1);
    let mut facts = vec![
        ("outcome", lower_case(words::outcome(claim.outcome))),
        (
            "count",
            printed(words::claim_count(claim), &claim.count.text),
        ),
        (
            "qualifier",
            words::qualifier(claim.count.qualifier).to_owned(),
        ),
        (
            "group",
            printed(words::group(claim.group).to_owned(), &claim.group_text),
        ),
        ("attribution", attribution),
        (
            "scope",
            scope.unwrap_or_else(|| words::scope(claim.scope).to_owned()),
        ),
        ("status", words::status(claim.status).to_owned()),
    ];
    facts.extend(claim.part_of.map(|of| ("part of", other(of))));
    facts.extend(claim.superseded_by.map(|by| ("replaced by", other(by))));
    facts.push(("rule", rule));
    facts
}

fn fact(out: &mut String, name: &str, value: &str) {
    let head = format!("{:NAME$}", format!("{name}:"));
    wrap(out, &INDENT.repeat(2), &head, value);
}

/// How many sentences are not shown.
fn write_silent(out: &mut String, silent: usize, all: usize) {
    let line = match (silent, all) {
        (_, 0) => "There is no sentence in this text.".to_owned(),
        (0, _) => return,
        (silent, all) => format!(
            "{} of {}: nothing read, nothing set aside.",
            words::number(silent as u64),
            words::plural(all, "sentence")
        ),
    };
    wrap(out, "", "", &line);
    out.push('\n');
}

fn write_tolls(out: &mut String, tolls: &[Toll]) {
    if tolls.is_empty() {
        wrap(out, "", "", "No toll was read.");
        return;
    }
    out.push_str("Tolls\n");
    for toll in tolls {
        let head = format!("{}: ", words::outcome(toll.outcome));
        let bounds = words::bounds(toll.low, toll.high, toll.qualifier);
        let numbers: Vec<String> = toll
            .claims
            .iter()
            .map(|claim| (claim + 1).to_string())
            .collect();
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        let claims = match numbers.as_slice() {
            [one] => format!("claim {one}"),
            several => format!("claims {}", words::list(several, several.len())),
        };
        let made = match toll.derived {
            true => format!("{}, {}: {claims}", words::DERIVED, words::DERIVED_SOURCE),
            false => format!("printed: {claims}"),
        };
        wrap(out, INDENT, &head, &format!("{bounds} ({made})"));
    }
}

/// Writes `head` and `text` behind `indent`, broken between words; the lines after the first stand under the text.
fn wrap(out: &mut String, indent: &str, head: &str, text: &str) {
    let start = indent.chars().count() + head.chars().count();
    out.push_str(indent);
    out.push_str(head);
    let mut column = start;
    let text = plain(text);
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column > start && column + 1 + length > WIDTH {
            out.push('\n');
            out.push_str(&" ".repeat(start));
            column = start;
        } else if column > start {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out.push('\n');
}
