//! The model's words in English: labels, counts, sources and names as they are shown, and the phrases around them.
//!
//! One place, so that page, chart, files, findings and command line speak alike. Names no room: every room after
//! extraction may use it, and [`crate::present`] offers it on.

pub mod findings;
mod ladder;

pub use findings::finding;
pub use ladder::{ladder, ladder_rule, ladder_step};

use crate::letters::{is_capital, lower_case};
use crate::model::{
    Attribution, AttributionKind, Claim, Count, Group, Outcome, Qualifier, ReadArticle, Reason,
    Row, Scope, Status, Verdict,
};
use crate::order::sort_by;

/// An outcome as the head of a row: "Killed".
pub const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Killed => "Killed",
        Outcome::Injured => "Injured",
        Outcome::Casualties => "Casualties",
        Outcome::Missing => "Missing",
        Outcome::Trapped => "Trapped",
        Outcome::Displaced => "Displaced",
        Outcome::Detained => "Detained",
        Outcome::Abducted => "Abducted",
        Outcome::Released => "Released",
        Outcome::Rescued => "Rescued",
        Outcome::Buried => "Buried",
        Outcome::Affected => "Affected",
    }
}

/// What an outcome covers, in one line, for a tooltip or a legend.
pub const fn outcome_meaning(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Killed => "Dead, by whatever cause the article gives",
        Outcome::Injured => "Hurt and alive",
        Outcome::Casualties => "Killed or injured: the article's word covers both",
        Outcome::Missing => "Whereabouts unknown",
        Outcome::Trapped => "Caught in a place that they cannot leave",
        Outcome::Displaced => "Driven from their homes",
        Outcome::Detained => "Held by an authority",
        Outcome::Abducted => "Taken by force",
        Outcome::Released => "Let go by captors",
        Outcome::Rescued => "Saved, or found alive",
        Outcome::Buried => "Put in a grave; counted apart from killed",
        Outcome::Affected => "Touched in another way",
    }
}

/// A group as the second part of a row's head: "civilians".
pub const fn group(group: Group) -> &'static str {
    match group {
        Group::People => "people",
        Group::Civilians => "civilians",
        Group::SecurityForces => "security forces",
        Group::Soldiers => "soldiers",
        Group::Police => "police",
        Group::Fighters => "fighters",
        Group::Perpetrators => "perpetrators",
        Group::Children => "children",
        Group::Women => "women",
        Group::Men => "men",
        Group::Elderly => "elderly people",
        Group::Medics => "medics",
        Group::AidWorkers => "aid workers",
        Group::Journalists => "journalists",
        Group::Prisoners => "prisoners",
        Group::Migrants => "migrants",
        Group::Peacekeepers => "peacekeepers",
        Group::Families => "families",
        Group::WomenAndChildren => "women and children",
        Group::UnknownStatus => "unknown status",
    }
}

/// A qualifier by itself, as in a list to choose from.
pub const fn qualifier(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => "exactly",
        Qualifier::AtLeast => "at least",
        Qualifier::MoreThan => "more than",
        Qualifier::AtMost => "up to",
        Qualifier::FewerThan => "fewer than",
        Qualifier::Nearly => "nearly",
        Qualifier::About => "about",
        Qualifier::Range => "from … to …",
        Qualifier::Vague => "a word, no number",
        Qualifier::Unknown => "unknown",
    }
}

/// A status by itself.
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Reported => "reported",
        Status::Feared => "feared",
        Status::Possible => "possible",
        Status::Projected => "projected",
        Status::Claimed => "claimed by a party",
        Status::Denied => "denied",
        Status::Refuted => "refuted",
        Status::Superseded => "superseded",
    }
}

/// The note that a status puts beside a figure; plainly reported figures need none.
pub const fn status_note(of: Status) -> Option<&'static str> {
    match of {
        Status::Reported => None,
        other => Some(status(other)),
    }
}

/// A scope by itself.
pub const fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Event => "whole event",
        Scope::Place => "one place",
        Scope::Incident => "one incident",
        Scope::Background => "background",
    }
}

/// What narrows a row or a claim below the whole event: "place: Baniyas", "one incident"; `None` at event level.
pub fn where_label(of: Scope, place: Option<&str>) -> Option<String> {
    match (of, place) {
        (Scope::Event, _) => None,
        (Scope::Place, Some(place)) => Some(format!("place: {place}")),
        (Scope::Incident, Some(place)) => Some(format!("incident: {place}")),
        (Scope::Background, Some(place)) => Some(format!("background: {place}")),
        (other, None) => Some(scope(other).to_owned()),
    }
}

/// How an article says who stands behind a claim, by itself.
pub const fn attribution_kind(kind: AttributionKind) -> &'static str {
    match kind {
        AttributionKind::Named => "named",
        AttributionKind::Unnamed => "unnamed",
        AttributionKind::Inherited => "inherited",
    }
}

/// Why words were set aside, to follow "Set aside:".
pub const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Age => "an age",
        Reason::Date => "a date",
        Reason::Year => "a year",
        Reason::Time => "a time of day",
        Reason::Duration => "a length of time",
        Reason::Money => "a sum of money",
        Reason::Measure => "a measure or a percentage",
        Reason::Fraction => "a number with a fraction, which counts no people",
        Reason::Ratio => "a share (one in so many)",
        Reason::Score => "a score",
        Reason::Rank => "a place in an order (one of the deadliest)",
        Reason::Ordinal => "an ordinal (the third)",
        Reason::Reference => "a number that names something (a road, a flight, a model)",
        Reason::Joined => "a number joined to another word (19-storey)",
        Reason::Animals => "animals",
        Reason::Organisations => "organisations",
        Reason::Things => "things, not people",
        Reason::UnknownNoun => "the number of something that is not known to be people",
        Reason::NoOutcome => "people whom no rule ties to a casualty word",
        Reason::Alone => "a number that no rule ties to a casualty word",
        Reason::Whole => "the whole of which a part is counted",
        Reason::Difference => "by how much a total rose or fell",
        Reason::NotCasualties => "not casualties in this use (lives saved, bodies elected)",
        Reason::SamePerson => "most likely a person already counted",
        Reason::Negated => "a negation: said not to have happened",
        Reason::Hypothetical => "what would or could happen",
        Reason::NotDone => "planned or threatened, not done",
        Reason::Sentenced => "a sentence passed, not carried out",
        Reason::Rate => "an average or a rate",
        Reason::Risk => "a danger, not an event",
        Reason::Fiction => "a story, a film or a game",
        Reason::Teaser => "a pointer to another article",
        Reason::Question => "asked, and not stated",
    }
}

/// Every rule of the reader by its stable name, and what it reads.
pub const RULES: [(&str, &str); 38] = [
    (
        "among-the-dead",
        "people counted among the dead or the wounded",
    ),
    ("among-them", "people who are among those before them"),
    (
        "attribute",
        "an adjective before counted people: “20 wounded students”",
    ),
    ("body-found", "a body that was found"),
    (
        "bracket",
        "a number in brackets behind a place, of what the sentence is about",
    ),
    (
        "continued-list",
        "a list goes on and leaves out what happened",
    ),
    (
        "continued-report",
        "a source counts on and leaves out what happened",
    ),
    (
        "dead-were",
        "what happened stands before the people: “wounded were 12 men”",
    ),
    (
        "death-of-people",
        "a noun for what happened, of people: “the deaths of 40 people”",
    ),
    (
        "denied-killing",
        "killing that a side denies: “denied killing any civilians”",
    ),
    (
        "died-people",
        "a verb before the people that it tells of: “in the wreck perished 14 persons”",
    ),
    (
        "group-label",
        "a group and a number under a heading that says what happened",
    ),
    (
        "killed-people",
        "people after a verb in the past: “killed 12 people”",
    ),
    (
        "killing-people",
        "people after a verb in “-ing”: “killing 12 people”",
    ),
    (
        "kills-people",
        "people after a verb: “has killed 12 people”",
    ),
    ("label", "a number after a label and a colon: “Dead: 192”"),
    ("more-found", "more who were found beside the dead"),
    (
        "listed-label",
        "an item of a list under a heading: “Karsova: 31” under “Deaths by town”",
    ),
    ("none", "an explicit zero: “without casualties”"),
    (
        "outcome-noun",
        "a counted noun for what happened: “nine deaths”",
    ),
    (
        "part",
        "a part taken out of a figure: “including nine children”",
    ),
    (
        "part-predicate",
        "a part that the sentence puts into a group: “12 were women”",
    ),
    (
        "people-dead",
        "people, then an adjective for what happened: “12 people are dead”",
    ),
    (
        "people-died",
        "people, then a verb that they are the subject of: “12 people died”",
    ),
    (
        "people-killed",
        "people, then a participle: “12 people killed in a fire”",
    ),
    (
        "people-shot",
        "people shot, stabbed or attacked whose fate is left open",
    ),
    (
        "people-were-killed",
        "people, then a verb in the passive: “12 people were killed”",
    ),
    (
        "place-in-order",
        "a place in the order of victims, as a running total: “became the 13th victim”",
    ),
    (
        "put-right",
        "a number that the sentence puts right: “40, not 14”",
    ),
    (
        "side-lost",
        "a side that lost people: “the army lost 12 men”",
    ),
    (
        "sought",
        "people whom rescuers search for: “divers searched for four people”",
    ),
    ("sole-survivor", "one person as the only survivor"),
    (
        "table-cell",
        "a cell of a table, by the head of its column and the name of its row",
    ),
    ("taken-to-hospital", "people whom somebody took to hospital"),
    ("toll", "a running total: “the death toll rose to 40”"),
    (
        "toll-adjective",
        "a number before a total: “a 40-person toll”",
    ),
    (
        "unknown-number",
        "a number that is told not to be known: “everyone on board died”",
    ),
    ("up-from", "the older figure behind “up from”"),
];

/// What the rule of this name reads; `None` for a name that is no rule of the reader's.
pub fn rule(name: &str) -> Option<&'static str> {
    let found = RULES.iter().find(|(known, _)| *known == name);
    found.map(|&(_, reads)| reads)
}

/// A verdict by itself.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Single => "one article",
        Verdict::Agree => "agree",
        Verdict::WordingDrift => "same number, other wording",
        Verdict::Compatible => "compatible",
        Verdict::LaterCount => "later count?",
        Verdict::Differ => "differ",
    }
}

/// What a verdict means, in one line.
pub const fn verdict_meaning(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Single => "Only one article gives a figure",
        Verdict::Agree => "All state the same",
        Verdict::WordingDrift => "The same number in words that bound it differently",
        Verdict::Compatible => "Not the same, but all can hold at once",
        Verdict::LaterCount => {
            "A lower bound beside a higher figure: no contradiction, perhaps a later count"
        }
        Verdict::Differ => "At least two cannot both hold",
    }
}

/// A whole number with commas between thousands: "9,007,199".
pub fn number(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A round number short enough for an axis: "1,500", "2 million", "1.5 billion".
///
/// Numbers that would lose digits are written out.
pub fn short_number(value: u64) -> String {
    const NAMES: [(u64, &str); 4] = [
        (1_000_000_000_000_000, "quadrillion"),
        (1_000_000_000_000, "trillion"),
        (1_000_000_000, "billion"),
        (1_000_000, "million"),
    ];
    for (unit, name) in NAMES {
        if value >= unit && value.is_multiple_of(unit / 10) {
            let (whole, tenth) = (value / unit, value % unit / (unit / 10));
            return match tenth {
                0 => format!("{whole} {name}"),
                _ => format!("{whole}.{tenth} {name}"),
            };
        }
    }
    number(value)
}

/// A count as it is shown: "745", "more than 1,000", "20 to 30"; a vague word in lower case; a number too large
/// to be read as one as printed.
pub fn count(count: &Count) -> String {
    let printed = count.text.trim();
    match count.qualifier {
        Qualifier::Unknown => "unknown".to_owned(),
        Qualifier::Vague if !printed.is_empty() => lower_case(printed),
        _ if count.low.is_none() && count.high.is_none() && !printed.is_empty() => {
            printed.to_owned()
        }
        qualifier => bounds(count.low, count.high, qualifier),
    }
}

/// Bounds without printed words, as a sum has them: "at least 1,018".
///
/// The numbers decide where they and the qualifier do not fit together, so that an open end is never hidden.
pub fn bounds(low: Option<u64>, high: Option<u64>, of: Qualifier) -> String {
    match (low, high) {
        (None, None) => "unknown".to_owned(),
        (Some(low), None) if of == Qualifier::MoreThan => format!("more than {}", number(low)),
        (Some(low), None) => format!("at least {}", number(low)),
        (None, Some(high)) => match of {
            Qualifier::Nearly | Qualifier::FewerThan => {
                format!("{} {}", qualifier(of), number(high))
            }
            _ => format!("up to {}", number(high)),
        },
        (Some(low), Some(high)) => {
            let numbers = match low == high {
                true => number(low),
                false => format!("{} to {}", number(low), number(high)),
            };
            match of {
                Qualifier::About => format!("about {numbers}"),
                _ => numbers,
            }
        }
    }
}

/// A number with the unit of its group: families are never turned into persons, so the word stays with the number.
pub fn with_unit(shown: String, of: Group) -> String {
    match of {
        Group::Families => format!("{shown} families"),
        _ => shown,
    }
}

/// Who stands behind a claim: "according to X", "relayed by Y", "unnamed source", "as before: X", or "the article's
/// own voice".
pub fn attribution(attribution: Option<&Attribution>) -> String {
    let Some(stated) = attribution else {
        return "the article's own voice".to_owned();
    };
    let counter = stated.counter.as_deref().map(inside);
    let lead = match (stated.kind, counter) {
        (AttributionKind::Named, Some(counter)) => Some(format!("according to {counter}")),
        (AttributionKind::Inherited, Some(counter)) => Some(format!("as before: {counter}")),
        (AttributionKind::Unnamed, Some(counter)) => Some(format!("unnamed source: {counter}")),
        (AttributionKind::Unnamed, None) => Some("unnamed source".to_owned()),
        (AttributionKind::Named | AttributionKind::Inherited, None) => None,
    };
    let carrier = stated.carrier.as_deref().map(inside);
    match (lead, carrier) {
        (Some(lead), Some(carrier)) => format!("{lead}, relayed by {carrier}"),
        (Some(lead), None) => lead,
        (None, Some(carrier)) if stated.kind == AttributionKind::Inherited => {
            format!("as before: relayed by {carrier}")
        }
        (None, Some(carrier)) => format!("relayed by {carrier}"),
        (None, None) => "unnamed source".to_owned(),
    }
}

/// The name of a source inside a sentence: "The ministry", with which a sentence of the article began, as "the ministry";
/// "The Gazette" stays.
pub fn inside(name: &str) -> String {
    match name.split_once(' ') {
        Some((first @ ("The" | "An" | "A"), rest)) if !rest.starts_with(is_capital) => {
            format!("{} {rest}", lower_case(first))
        }
        _ => name.to_owned(),
    }
}

/// The line that names a row or a claim: "Killed: civilians (place: Baniyas)".
pub fn row_label(of: Outcome, whom: Group, how_much: Scope, place: Option<&str>) -> String {
    line(of, group(whom), how_much, place)
}

fn line(of: Outcome, whom: &str, how_much: Scope, place: Option<&str>) -> String {
    let of = outcome(of);
    match where_label(how_much, place) {
        Some(place) => format!("{of}: {whom} ({place})"),
        None => format!("{of}: {whom}"),
    }
}

/// The line that names `row`, with its subgroup in place of its group where it has one: "Killed: girls".
pub fn label_of_row(row: &Row) -> String {
    line(
        row.outcome,
        group_of_row(row),
        row.scope,
        row.place.as_deref(),
    )
}

/// Whom `row` counts: its subgroup, else its group.
pub fn group_of_row(row: &Row) -> &str {
    row.subgroup.as_deref().unwrap_or(group(row.group))
}

/// A claim's count as it is shown, with its unit where that is not persons.
pub fn claim_count(claim: &Claim) -> String {
    with_unit(count(&claim.count), claim.group)
}

/// What each article is called: its outlet, else its title, else "Article 3"; told apart by number where two would be
/// called the same.
pub fn article_names(articles: &[ReadArticle<'_>]) -> Vec<String> {
    names_up_to(articles, usize::MAX)
}

/// The same with names of at most `most` characters, cut before those that would be called the same are told apart.
pub fn names_up_to(articles: &[ReadArticle<'_>], most: usize) -> Vec<String> {
    let mut plain: Vec<String> = Vec::with_capacity(articles.len());
    for (index, read) in articles.iter().enumerate() {
        let outlet = given(read.article.outlet.as_deref());
        plain.push(match outlet.or(given(read.article.title.as_deref())) {
            Some(name) => cut(name, most),
            None => format!("Article {}", index + 1),
        });
    }
    let mut sorted: Vec<&str> = plain.iter().map(String::as_str).collect();
    sort_by(&mut sorted, Ord::cmp);
    let mut names = Vec::with_capacity(plain.len());
    for (index, name) in plain.iter().enumerate() {
        let at = sorted.partition_point(|other| *other < name.as_str());
        names.push(match sorted.get(at + 1) {
            Some(next) if next == name => format!("{name} (article {})", index + 1),
            _ => name.clone(),
        });
    }
    names
}

/// The first `most` characters, with a sign that more follow.
fn cut(name: &str, most: usize) -> String {
    match name.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default().trim_end()),
        None => name.to_owned(),
    }
}

/// Names in a row: "A", "A and B", "A, B and C"; those beyond the first `most` are counted: "A, B and 7 more".
pub fn list(names: &[&str], most: usize) -> String {
    let (first, rest) = names.split_at(match names.len() > most {
        true => most.saturating_sub(1),
        false => names.len().saturating_sub(1),
    });
    let last = match rest {
        [] => return String::new(),
        [only] => (*only).to_owned(),
        several => format!("{} more", number(several.len() as u64)),
    };
    match first.is_empty() {
        true => last,
        false => format!("{} and {last}", first.join(", ")),
    }
}

/// A field that the user filled in, without the spaces around it.
pub fn given(field: Option<&str>) -> Option<&str> {
    field.map(str::trim).filter(|text| !text.is_empty())
}

/// A number of things: "1 article", "5 articles".
pub fn plural(of: usize, one: &str) -> String {
    match of {
        1 => format!("1 {one}"),
        _ => format!("{} {one}s", number(of as u64)),
    }
}

/// Leads from a cell's leading claim to the others.
pub const ALSO: &str = "Also";

/// The note beside a sum that the article does not print.
pub const DERIVED: &str = "derived";

/// What stands behind a derived total.
pub const DERIVED_SOURCE: &str = "the sum of the parts that the article states";

/// Stands in place of a verdict where no article states a figure.
pub const NO_VERDICT: &str = "not stated";

/// A range across articles with its open ends: "745 to 1,300, open above".
pub fn open_range(low: u64, high: u64, open_below: bool, open_above: bool) -> String {
    let numbers = match low == high {
        true => number(low),
        false => format!("{} to {}", number(low), number(high)),
    };
    match (open_below, open_above) {
        (false, false) => numbers,
        (false, true) => format!("{numbers}, open above"),
        (true, false) => format!("{numbers}, open below"),
        (true, true) => format!("{numbers}, open below and above"),
    }
}

/// A chart in words: what it is, and a line for each of its rows.
pub fn chart_summary(logarithmic: bool, articles: usize, rows: &[String]) -> String {
    let scale = match logarithmic {
        true => "logarithmic scale",
        false => "linear scale",
    };
    let articles = plural(articles, "article");
    match rows.is_empty() {
        true => format!("Bar chart of {articles}, {scale}: no figures to draw."),
        false => format!("Bar chart of {articles}, {scale}. {}.", rows.join("; ")),
    }
}

/// Stands in place of a table without rows.
pub const NO_FIGURES: &str = "No casualty figures were read in these articles.";

/// Head of the column with the range across articles.
pub const RANGE: &str = "Range";

/// Head of the column with the verdicts.
pub const VERDICT: &str = "Verdict";

/// Heading of the claims that stand in a cell without leading it.
pub const ALSO_STATED: &str = "Also stated";

/// Heading of the named counters behind each row.
pub const COUNTERS: &str = "Named counters";

/// Heading of the claims that have no cell.
pub const SET_APART: &str = "Set apart";

/// Heading of what the comparison noticed.
pub const FINDINGS: &str = "Noticed";
