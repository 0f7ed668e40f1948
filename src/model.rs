//! The words of the project as types: what one article states, and nothing about how it was read or is shown.
//!
//! Every type here is plain data with serde; the spelling of each word in JSON is its name in snake case.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The largest count that is read as a number: the largest whole number that JavaScript holds exactly (2^53 - 1).
///
/// A larger printed number keeps its words and has neither `low` nor `high`.
pub const LARGEST_COUNT: u64 = 9_007_199_254_740_991;

/// One pasted text, with what the user says about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The text as pasted, untouched.
    pub text: String,
    /// The headline, if given beside the text.
    #[serde(default)]
    pub title: Option<String>,
    /// Who published it.
    #[serde(default)]
    pub outlet: Option<String>,
    /// When it was published, as written by the user.
    #[serde(default)]
    pub date: Option<String>,
    /// Where it was published.
    #[serde(default)]
    pub url: Option<String>,
}

/// What happened to the people counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Dead, by whatever cause the article gives.
    Killed,
    /// Hurt and alive.
    Injured,
    /// Killed and/or injured: the word covers both and is folded into neither.
    Casualties,
    /// Whereabouts unknown.
    Missing,
    /// Caught in a place that they cannot leave.
    Trapped,
    /// Driven from their homes: fled, evacuated, sheltering.
    Displaced,
    /// Held by an authority: arrested, jailed.
    Detained,
    /// Taken by force: kidnapped, held hostage.
    Abducted,
    /// Let go by captors.
    Released,
    /// Saved, or found alive.
    Rescued,
    /// Put in a grave; implies killed, and is counted apart from it.
    Buried,
    /// Touched in another way: cases of a disease, orphaned, tortured.
    Affected,
}

impl Outcome {
    /// Every outcome, in the order in which rows are shown.
    pub const ALL: [Outcome; 12] = [
        Outcome::Killed,
        Outcome::Injured,
        Outcome::Casualties,
        Outcome::Missing,
        Outcome::Trapped,
        Outcome::Buried,
        Outcome::Abducted,
        Outcome::Detained,
        Outcome::Released,
        Outcome::Rescued,
        Outcome::Displaced,
        Outcome::Affected,
    ];
}

/// Whom a claim counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Unspecified: everybody the article counts.
    People,
    /// Named as civilians, or as residents, bystanders, workers and the like.
    Civilians,
    /// Security forces without a branch.
    SecurityForces,
    /// Members of an army.
    Soldiers,
    /// Members of a police force.
    Police,
    /// Members of armed groups.
    Fighters,
    /// Those who carried out the attack.
    Perpetrators,
    /// Under age, by the article's word.
    Children,
    /// Women and girls called women.
    Women,
    /// Men.
    Men,
    /// Elderly people.
    Elderly,
    /// Doctors, nurses, ambulance crews.
    Medics,
    /// Aid and rescue workers.
    AidWorkers,
    /// Journalists and media workers.
    Journalists,
    /// Held people: prisoners, detainees, hostages.
    Prisoners,
    /// Migrants and refugees.
    Migrants,
    /// Members of a peacekeeping mission.
    Peacekeepers,
    /// Counted in families or households; never turned into persons.
    Families,
    /// Women and children counted together.
    WomenAndChildren,
    /// Stated to be unidentified or of unknown status.
    UnknownStatus,
}

impl Group {
    /// Every group, in the order in which rows are shown.
    pub const ALL: [Group; 20] = [
        Group::People,
        Group::Civilians,
        Group::SecurityForces,
        Group::Soldiers,
        Group::Police,
        Group::Fighters,
        Group::Perpetrators,
        Group::Children,
        Group::Women,
        Group::Men,
        Group::Elderly,
        Group::WomenAndChildren,
        Group::Medics,
        Group::AidWorkers,
        Group::Journalists,
        Group::Prisoners,
        Group::Migrants,
        Group::Peacekeepers,
        Group::Families,
        Group::UnknownStatus,
    ];

    /// Whether the group says who the people were in the conflict (civilian, soldier, fighter), so that disjoint
    /// ones add up. Groups by sex, age or trade cut across these and are never added to them.
    pub const fn is_status(self) -> bool {
        matches!(
            self,
            Group::Civilians
                | Group::SecurityForces
                | Group::Soldiers
                | Group::Police
                | Group::Fighters
                | Group::Perpetrators
                | Group::Peacekeepers
        )
    }
}

/// How the article bounds the printed number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// As printed: low = high.
    Exact,
    /// "at least": low is printed, high is open.
    AtLeast,
    /// "more than": low is the printed number (the true bound is one more), high is open.
    MoreThan,
    /// "up to": high is printed, low is open.
    AtMost,
    /// "fewer than": high is the printed number (the true bound is one less), low is open.
    FewerThan,
    /// "nearly": high is printed, low is open, and the number is meant to be close.
    Nearly,
    /// "about": low = high = the printed number, compared with a tolerance.
    About,
    /// "20 to 30": low and high are printed.
    Range,
    /// A word for an amount ("dozens"): low is the ACLED floor, high is open; the word is what is shown.
    Vague,
    /// Stated to be unknown.
    Unknown,
}

/// What is stated about an amount of people.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Count {
    /// Lowest number stated, in persons (families where the group is families); `None` = open.
    pub low: Option<u64>,
    /// Highest number stated; `None` = open. Never below `low`.
    pub high: Option<u64>,
    /// How the words bound the number.
    pub qualifier: Qualifier,
    /// The words as printed: "more than 1,000".
    pub text: String,
}

/// How the article says who stands behind a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttributionKind {
    /// A source is named in the sentence.
    Named,
    /// A source is mentioned without a name: "reports", "reportedly".
    Unnamed,
    /// The source is the one of the sentence before.
    Inherited,
}

/// Who counted, and who relayed the count. A claim in the article's own voice has no attribution.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Attribution {
    /// Who counted: a monitor, a ministry, an official. As printed, or the full name that an alias stands for.
    pub counter: Option<String>,
    /// Who relayed it: an outlet.
    pub carrier: Option<String>,
    /// How the article says so.
    pub kind: AttributionKind,
}

/// How much of the event a claim covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The whole event.
    Event,
    /// One place of it.
    Place,
    /// One incident of it.
    Incident,
    /// Another time or another event.
    Background,
}

/// How firmly the article states a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Stated plainly.
    Reported,
    /// Feared or presumed.
    Feared,
    /// May be so; unconfirmed.
    Possible,
    /// A forecast.
    Projected,
    /// Claimed or alleged by a party.
    Claimed,
    /// Denied by somebody in the article.
    Denied,
    /// Said by the article to be false.
    Refuted,
    /// Replaced by a later figure in the same article.
    Superseded,
}

/// One place in the text where a claim is stated.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Mention {
    /// Start of the evidence in the text, in UTF-8 bytes, on a character boundary.
    pub start: usize,
    /// End of the evidence (exclusive), in UTF-8 bytes, on a character boundary.
    pub end: usize,
    /// The words of the evidence: `text[start..end]`.
    pub quote: String,
}

/// One figure as one article states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Claim {
    /// What happened.
    pub outcome: Outcome,
    /// Whom.
    pub group: Group,
    /// The noun phrase that names them, as printed; empty where none is printed.
    pub group_text: String,
    /// How many.
    pub count: Count,
    /// On whose authority; `None` = the article's own voice.
    pub attribution: Option<Attribution>,
    /// How much of the event.
    pub scope: Scope,
    /// The place, where one narrows the claim.
    pub place: Option<String>,
    /// How firmly.
    pub status: Status,
    /// Index of the claim that this one is a component of.
    pub part_of: Option<usize>,
    /// Index of the claim that replaced this one.
    pub superseded_by: Option<usize>,
    /// Where it is stated, in text order; at least one.
    pub mentions: Vec<Mention>,
    /// Stable name of the rule that read it.
    pub rule: Cow<'static, str>,
}

/// An article's headline answer for one outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Toll {
    /// For which outcome.
    pub outcome: Outcome,
    /// Lowest number, in persons; `None` = open.
    pub low: Option<u64>,
    /// Highest number, in persons; `None` = open.
    pub high: Option<u64>,
    /// The qualifier of the claim, or of the sum.
    pub qualifier: Qualifier,
    /// Whether it is a sum of disjoint parts that the article does not print.
    pub derived: bool,
    /// Indices of the claims it rests on.
    pub claims: Vec<usize>,
}

/// Why words that look like a figure were not read as one: the closed list. [`crate::words::reason`] says each in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// How old somebody is.
    Age,
    /// A day of the month.
    Date,
    /// A year.
    Year,
    /// A time of day.
    Time,
    /// How long something takes.
    Duration,
    /// A sum of money.
    Money,
    /// A length, a weight, a percentage.
    Measure,
    /// A number with a fraction.
    Fraction,
    /// A share: "one in five".
    Ratio,
    /// The score of a game.
    Score,
    /// A place in an order: "one of the deadliest".
    Rank,
    /// An ordinal: "the third victim".
    Ordinal,
    /// A number that names something: "Route 40".
    Reference,
    /// A number joined to another word: "19-storey".
    Joined,
    /// Animals.
    Animals,
    /// Bodies that are organisations.
    Organisations,
    /// Things.
    Things,
    /// The noun is none that is known to be people.
    UnknownNoun,
    /// People whom no rule ties to what happened.
    NoOutcome,
    /// A number without a noun that no rule ties to what happened.
    Alone,
    /// All those out of whom others are counted: "two of the 40 passengers".
    Whole,
    /// How much a total rose or fell.
    Difference,
    /// A noun of what happened that counts no people here: "saved nine lives".
    NotCasualties,
    /// A pronoun or a name for one person where one was counted before.
    SamePerson,
    /// Said not to have happened.
    Negated,
    /// What would or could happen.
    Hypothetical,
    /// Planned, ordered or threatened.
    NotDone,
    /// Sentenced, and not carried out.
    Sentenced,
    /// An average or a rate.
    Rate,
    /// A danger, and not an event.
    Risk,
    /// A story, a film, a game.
    Fiction,
    /// Leads to another article.
    Teaser,
    /// Asked, and not stated.
    Question,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Reason; 33] = [
        Reason::Age,
        Reason::Date,
        Reason::Year,
        Reason::Time,
        Reason::Duration,
        Reason::Money,
        Reason::Measure,
        Reason::Fraction,
        Reason::Ratio,
        Reason::Score,
        Reason::Rank,
        Reason::Ordinal,
        Reason::Reference,
        Reason::Joined,
        Reason::Animals,
        Reason::Organisations,
        Reason::Things,
        Reason::UnknownNoun,
        Reason::NoOutcome,
        Reason::Alone,
        Reason::Whole,
        Reason::Difference,
        Reason::NotCasualties,
        Reason::SamePerson,
        Reason::Negated,
        Reason::Hypothetical,
        Reason::NotDone,
        Reason::Sentenced,
        Reason::Rate,
        Reason::Risk,
        Reason::Fiction,
        Reason::Teaser,
        Reason::Question,
    ];
}

/// Words that look like a figure and were not read as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// Start in the text, in UTF-8 bytes, on a character boundary.
    pub start: usize,
    /// End (exclusive), in UTF-8 bytes, on a character boundary.
    pub end: usize,
    /// Why.
    pub reason: Reason,
}

/// All that was read out of one text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Extraction {
    /// The claims, in the order of their first mention.
    pub claims: Vec<Claim>,
    /// The headline answers, at most one for each outcome.
    pub tolls: Vec<Toll>,
    /// What was looked at and set aside, in text order. Every number of a sentence that says what happened to people is
    /// in a claim or here.
    #[serde(default)]
    pub set_aside: Vec<SetAside>,
}

/// An article with what was read out of it: what a comparison is made of.
#[derive(Clone, Copy, Debug)]
pub struct ReadArticle<'a> {
    /// The article.
    pub article: &'a Article,
    /// What was read out of its text.
    pub extraction: &'a Extraction,
}

impl<'a> ReadArticle<'a> {
    /// Each article with what was read out of it, by position; what has no partner is left out.
    pub fn pairs(articles: &'a [Article], extractions: &'a [Extraction]) -> Vec<Self> {
        (articles.iter().zip(extractions))
            .map(|(article, extraction)| ReadArticle {
                article,
                extraction,
            })
            .collect()
    }
}

/// How the articles of a row stand to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// One article only: nothing to compare.
    Single,
    /// All state the same in the same way.
    Agree,
    /// All print the same number, in words that bound it differently ("745" and "at least 745").
    WordingDrift,
    /// Not the same, but all can hold at once.
    Compatible,
    /// All can hold at once, but a lower bound stands well below another figure (">1,000" beside ">1,300"): perhaps a
    /// later count.
    LaterCount,
    /// At least two cannot both hold.
    Differ,
}

impl Verdict {
    /// Every verdict, from the closest to the furthest apart; last what cannot be compared.
    pub const ALL: [Verdict; 6] = [
        Verdict::Agree,
        Verdict::WordingDrift,
        Verdict::Compatible,
        Verdict::LaterCount,
        Verdict::Differ,
        Verdict::Single,
    ];
}

/// What one article says in one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Index of the article.
    pub article: usize,
    /// Indices of the article's claims in this cell, the leading one first.
    pub claims: Vec<usize>,
    /// The leading claim's lowest number, in persons; `None` = open.
    pub low: Option<u64>,
    /// The leading claim's highest number, in persons; `None` = open.
    pub high: Option<u64>,
    /// The leading claim's qualifier.
    pub qualifier: Qualifier,
}

/// The printed numbers of a row from the lowest to the highest, and whether one of its counts leaves an end open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Range {
    /// The lowest printed number, in persons (families in a row of families).
    pub low: u64,
    /// The highest printed number.
    pub high: u64,
    /// Whether a count is open downwards ("up to 30").
    pub open_below: bool,
    /// Whether a count is open upwards ("at least 745").
    pub open_above: bool,
}

/// Outcome x group (x place when not event-level) across articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// What happened.
    pub outcome: Outcome,
    /// Whom.
    pub group: Group,
    /// A narrower word within the group that has a row of its own ("girls" within children).
    pub subgroup: Option<String>,
    /// Where; `None` = the whole event.
    pub place: Option<String>,
    /// How much of the event.
    pub scope: Scope,
    /// Index of the row that this one is folded under, always an earlier one: a place or an incident under the whole
    /// event, a specific group under a general one. Nothing is added up along it.
    pub parent: Option<usize>,
    /// One for each article; `None` where the article says nothing.
    pub cells: Vec<Option<Cell>>,
    /// Lowest of the numbers that the cells print; `None` where one is open downwards, or where there are none. A vague
    /// word counts, with its floor, only where no cell prints a number.
    pub low: Option<u64>,
    /// Highest of the numbers that the cells print; `None` where one is open upwards, or where there are none.
    pub high: Option<u64>,
    /// The printed numbers with their open ends; `None` where no leading claim prints a number.
    pub range: Option<Range>,
    /// How many articles have a cell.
    pub articles: usize,
    /// The independent named counters behind the cells, aliases merged across all articles, by name.
    pub counters: Vec<String>,
    /// The outlets that relay, by name; none of them is a counter.
    pub carriers: Vec<String>,
    /// Agreement across articles.
    pub verdict: Verdict,
}

/// Kinds of what a comparison notices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// Two articles state figures that cannot both hold.
    Differ,
    /// Open lower bounds at different levels: perhaps a later count.
    LaterCount,
    /// The same number with different qualifiers.
    WordingDrift,
    /// Parts add up to more than their total.
    PartsExceedTotal,
    /// Parts add up to their total.
    PartsComplete,
    /// Parts add up to less than their total; the remainder is unspecified.
    PartsIncomplete,
    /// Two articles split one total along different lines (who did it, who was hit), so that the parts do not compare.
    OtherSplit,
    /// Articles that probably rest on one source.
    OneOrigin,
    /// Passages that articles share word for word.
    CopiedText,
    /// A figure that its own article replaces.
    Superseded,
    /// The articles may not be about the same event.
    DifferentEvents,
}

impl FindingKind {
    /// Every kind, the most important first: the order of findings.
    pub const ALL: [FindingKind; 11] = [
        FindingKind::DifferentEvents,
        FindingKind::Differ,
        FindingKind::PartsExceedTotal,
        FindingKind::LaterCount,
        FindingKind::OneOrigin,
        FindingKind::CopiedText,
        FindingKind::OtherSplit,
        FindingKind::WordingDrift,
        FindingKind::PartsComplete,
        FindingKind::PartsIncomplete,
        FindingKind::Superseded,
    ];
}

/// A stretch of an article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Passage {
    /// Index of the article.
    pub article: usize,
    /// Start in its text, in UTF-8 bytes, on a character boundary.
    pub start: usize,
    /// End (exclusive), in UTF-8 bytes, on a character boundary.
    pub end: usize,
}

/// Something that the comparison noticed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Stays the same as long as the finding says the same of the same figures, whatever else the articles hold and in
    /// whichever order they stand: what the user set aside is known again by it. No two findings of a comparison share
    /// one.
    pub key: String,
    /// What kind.
    pub kind: FindingKind,
    /// Indices of the articles concerned.
    pub articles: Vec<usize>,
    /// The claims concerned: article index and claim index.
    pub claims: Vec<(usize, usize)>,
    /// The words concerned beyond the claims: the passages that articles share, each beside its counterpart.
    pub passages: Vec<Passage>,
    /// The finding in a sentence.
    pub text: String,
}

/// Claims of several articles side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// The rows by outcome and group; those folded under a row follow it.
    pub rows: Vec<Row>,
    /// What was noticed, the most important first.
    pub findings: Vec<Finding>,
}

/// A day as an article prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Date {
    /// The year, where it is printed.
    pub year: Option<u16>,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31, and no more than the month has.
    pub day: u8,
}

/// A date with the words that say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Dateline {
    /// The date.
    pub date: Date,
    /// Start of the words in the text, in UTF-8 bytes, on a character boundary.
    pub start: usize,
    /// End (exclusive), in UTF-8 bytes, on a character boundary.
    pub end: usize,
}

/// A published rule that picks figures out of several. None is chosen by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ladder {
    /// Global Terrorism Database: the latest, then the majority of independent sources, then the lowest.
    Gtd,
    /// Armed Conflict Location & Event Data: the lowest.
    Acled,
    /// Uppsala Conflict Data Program: low, best and high.
    Ucdp,
}

impl Ladder {
    /// Every ladder, in the order in which they are offered.
    pub const ALL: [Ladder; 3] = [Ladder::Gtd, Ladder::Acled, Ladder::Ucdp];
}

/// The step of a ladder that decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// All articles that count state one figure.
    Only,
    /// It is the figure of the latest article.
    Latest,
    /// More independent named counters state it than any other figure.
    Majority,
    /// It is the lowest.
    Lowest,
}

/// What a ladder picks out of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LadderReading {
    /// The lowest figure, of a ladder that gives one.
    pub low: Option<u64>,
    /// The figure that the ladder picks.
    pub best: u64,
    /// The highest figure, of a ladder that gives one.
    pub high: Option<u64>,
    /// The step that picked it.
    pub step: Step,
    /// The claims that state the picked figure: article index and claim index.
    pub claims: Vec<(usize, usize)>,
}
