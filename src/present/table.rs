//! A comparison as a table ready to draw: heads, rows and cells as words and indices, and what has no cell.

use crate::compare::agreement::prints_number;
use crate::compare::align::{self, Apart};
use crate::model::{
    Claim, Comparison, Group, Outcome, Qualifier, ReadArticle, Row, Scope, Status, Toll, Verdict,
};
use crate::words;

pub use crate::words::row_label;

/// A comparison in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// One for each article, in the order given.
    pub heads: Vec<Head>,
    /// The rows, in the comparison's order; a row of derived totals alone stands where its total would.
    pub rows: Vec<TableRow>,
    /// The claims that have no cell, one list for each article.
    pub apart: Vec<Vec<ApartClaim>>,
}

/// The head of an article's column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Outlet, else title, else "Article 3"; told apart by number where two would read the same.
    pub label: String,
    /// The title where the label is the outlet, and the date: whatever else is known, in one line. May be empty.
    pub detail: String,
}

/// One row in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Index of the comparison's row; `None` where no article states a figure and only derived totals stand here.
    pub row: Option<usize>,
    /// Place among the table's rows of the row that this one is folded under, always an earlier one.
    pub parent: Option<usize>,
    /// What happened.
    pub outcome: Outcome,
    /// Whom.
    pub group: Group,
    /// How much of the event.
    pub scope: Scope,
    /// "Killed".
    pub outcome_label: &'static str,
    /// "civilians"; of a subgroup its own word ("girls").
    pub group_label: String,
    /// "place: Baniyas", "one incident"; `None` at event level.
    pub place_label: Option<String>,
    /// The three labels in one line: "Killed: civilians (place: Baniyas)".
    pub label: String,
    /// One for each article; `None` where it says nothing.
    pub cells: Vec<Option<TableCell>>,
    /// The figures of this row that their own article replaces, in the articles' order. They take no part in it.
    pub superseded: Vec<TableCell>,
    /// Agreement across the articles that state a figure.
    pub verdict: Verdict,
    /// The verdict in words.
    pub verdict_label: &'static str,
    /// The range across articles: "745 to 1,300, open above". Empty in a row of derived totals alone.
    pub range: String,
    /// What stands behind the range: "5 articles, 1 named counter". Empty in a row of derived totals alone.
    pub standing: String,
    /// The independent named counters behind the range, aliases merged, by name.
    pub counters: Vec<String>,
    /// The outlets that relay, by name.
    pub carriers: Vec<String>,
}

/// What one article says in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableCell {
    /// Index of the article.
    pub article: usize,
    /// Whether the figure is a sum of disjoint parts that the article does not print.
    pub derived: bool,
    /// Indices of the claims to light up: the cell's claims, the leading one first, or the parts of a derived total.
    pub claims: Vec<usize>,
    /// Lowest number, in persons (families in a row of families); `None` = open.
    pub low: Option<u64>,
    /// Highest number; `None` = open.
    pub high: Option<u64>,
    /// How the words bound the number.
    pub qualifier: Qualifier,
    /// The leading count as it is shown: "more than 1,000".
    pub shown: String,
    /// What must be said beside the count: "feared", "derived"; mostly nothing.
    pub note: Option<&'static str>,
    /// Who stands behind the count.
    pub source: String,
    /// The cell's other claims, in order.
    pub others: Vec<Other>,
    /// All of it in one sentence, for tooltips and screen readers.
    pub sentence: String,
}

impl TableCell {
    /// Whether the leading count prints a number; "dozens" and "unknown" do not.
    pub fn prints_number(&self) -> bool {
        prints_number(self.qualifier, self.low, self.high)
    }

    /// The cell's other claims in a line each, in order. Those that state the same share a line: "Also: 12; the police; a
    /// hospital". Where that is what the leading claim states, only who else does is said.
    pub fn also(&self) -> Vec<String> {
        let mut stated: Vec<(&Other, Vec<&str>)> = Vec::new();
        for other in &self.others {
            let same = |one: &Other| (&one.shown, one.note) == (&other.shown, other.note);
            match stated.iter_mut().find(|(one, _)| same(one)) {
                Some((_, sources)) => sources.push(&other.source),
                None => stated.push((other, vec![&other.source])),
            }
        }
        (stated.into_iter())
            .map(|(one, mut sources)| {
                sources.dedup();
                let sources = sources.join("; ");
                let shown = &one.shown;
                match one.note {
                    note if (shown, note) == (&self.shown, self.note) => {
                        format!("{}: {sources}", words::ALSO)
                    }
                    Some(note) => format!("{}: {shown} ({note}), {sources}", words::ALSO),
                    None => format!("{}: {shown}, {sources}", words::ALSO),
                }
            })
            .collect()
    }
}

/// A claim that stands in a cell without leading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Index of the claim in its article.
    pub claim: usize,
    /// Its count as it is shown.
    pub shown: String,
    /// What must be said beside the count.
    pub note: Option<&'static str>,
    /// Who stands behind it.
    pub source: String,
}

/// A claim that has no cell: it is listed under its article, for a claim is never dropped silently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApartClaim {
    /// Index of the claim in its article.
    pub claim: usize,
    /// Why it stands apart.
    pub apart: Apart,
    /// The same in a word: "superseded".
    pub apart_label: &'static str,
    /// Outcome, group and place in one line: "Killed: people".
    pub label: String,
    /// Its count as it is shown.
    pub shown: String,
    /// Who stands behind it.
    pub source: String,
    /// Index of the claim that replaced it.
    pub superseded_by: Option<usize>,
}

/// Puts a comparison into words. `comparison` must have been made from the same `articles`; what it refers to and they
/// do not have is left out.
///
/// Work grows with the number of cells and claims.
pub fn table(articles: &[ReadArticle<'_>], comparison: &Comparison) -> Table {
    let heads = heads(articles);
    let mut rows: Vec<TableRow> = (comparison.rows.iter().enumerate())
        .map(|(index, row)| stated_row(articles, &heads, index, row))
        .collect();
    add_superseded(articles, &heads, &mut rows);
    for outcome in Outcome::ALL {
        add_derived_totals(articles, &heads, outcome, &mut rows);
    }
    let apart = articles.iter().map(apart_claims).collect();
    Table { heads, rows, apart }
}

fn heads(articles: &[ReadArticle<'_>]) -> Vec<Head> {
    (words::article_names(articles).into_iter().zip(articles))
        .map(|(label, read)| {
            let outlet = words::given(read.article.outlet.as_deref());
            let title = outlet.and_then(|_| words::given(read.article.title.as_deref()));
            let date = words::given(read.article.date.as_deref());
            let detail: Vec<&str> = [title, date].into_iter().flatten().collect();
            Head {
                label,
                detail: detail.join(", "),
            }
        })
        .collect()
}

fn stated_row(articles: &[ReadArticle<'_>], heads: &[Head], index: usize, row: &Row) -> TableRow {
    let label = words::label_of_row(row);
    let cells: Vec<Option<TableCell>> = (0..articles.len())
        .map(|article| {
            let cell = row.cells.get(article)?.as_ref()?;
            let claims = &articles.get(article)?.extraction.claims;
            let head = &heads.get(article)?.label;
            stated_cell(head, &label, article, claims, &cell.claims)
        })
        .collect();
    TableRow {
        row: Some(index),
        parent: row.parent,
        outcome: row.outcome,
        group: row.group,
        scope: row.scope,
        outcome_label: words::outcome(row.outcome),
        group_label: words::group_of_row(row).to_owned(),
        place_label: words::where_label(row.scope, row.place.as_deref()),
        label,
        verdict: row.verdict,
        verdict_label: words::verdict(row.verdict),
        range: words::with_unit(range(&cells), row.group),
        standing: format!(
            "{}, {}",
            words::plural(row.articles, "article"),
            words::plural(row.counters.len(), "named counter")
        ),
        counters: row.counters.clone(),
        carriers: row.carriers.clone(),
        cells,
        superseded: Vec::new(),
    }
}

/// Puts the figures that their own article replaces beside the row that they would stand in, if there is one.
fn add_superseded(articles: &[ReadArticle<'_>], heads: &[Head], rows: &mut [TableRow]) {
    for (article, (read, head)) in articles.iter().zip(heads).enumerate() {
        let claims = &read.extraction.claims;
        for (index, claim) in claims.iter().enumerate() {
            if align::apart(claim) != Some(Apart::Superseded) {
                continue;
            }
            let place = words::where_label(claim.scope, claim.place.as_deref());
            let group = align::subgroup(claim).unwrap_or(words::group(claim.group));
            let row = rows.iter_mut().find(|row| {
                (row.outcome, row.group, row.scope) == (claim.outcome, claim.group, claim.scope)
                    && row.place_label == place
                    && row.group_label == group
            });
            if let Some(row) = row {
                let cell = stated_cell(&head.label, &row.label, article, claims, &[index]);
                row.superseded.extend(cell);
            }
        }
    }
}

fn stated_cell(
    head: &str,
    label: &str,
    article: usize,
    all: &[Claim],
    indices: &[usize],
) -> Option<TableCell> {
    let claims: Vec<usize> = (indices.iter().copied())
        .filter(|&index| index < all.len())
        .collect();
    let leading = all.get(*claims.first()?)?;
    let others: Vec<Other> = (claims.iter().skip(1))
        .filter_map(|&index| {
            let claim = all.get(index)?;
            Some(Other {
                claim: index,
                shown: words::claim_count(claim),
                note: words::status_note(claim.status),
                source: words::attribution(claim.attribution.as_ref()),
            })
        })
        .collect();
    let (figure, note) = (
        words::claim_count(leading),
        words::status_note(leading.status),
    );
    let source = words::attribution(leading.attribution.as_ref());
    Some(TableCell {
        article,
        derived: false,
        low: leading.count.low,
        high: leading.count.high,
        qualifier: leading.count.qualifier,
        sentence: sentence(head, label, &figure, note, &source, &others),
        claims,
        shown: figure,
        note,
        source,
        others,
    })
}

fn sentence(
    head: &str,
    label: &str,
    shown: &str,
    note: Option<&str>,
    source: &str,
    others: &[Other],
) -> String {
    let mut out = format!("{head}. {label}: {shown}");
    if let Some(note) = note {
        out.push_str(&format!(" ({note})"));
    }
    out.push_str(&format!("; {source}."));
    for other in others {
        out.push_str(&format!(" {}: {}", words::ALSO, other.shown));
        if let Some(note) = other.note {
            out.push_str(&format!(" ({note})"));
        }
        out.push_str(&format!("; {}.", other.source));
    }
    out
}

/// The range of the numbers that the leading claims print, with open ends in words. Words without a number
/// ("dozens", "unknown") are added as they are and bound nothing.
fn range(cells: &[Option<TableCell>]) -> String {
    let stated: Vec<&TableCell> = cells.iter().flatten().collect();
    let (numbers, wordy): (Vec<&TableCell>, Vec<&TableCell>) =
        (stated.into_iter()).partition(|cell| cell.prints_number());
    let mut parts: Vec<String> = printed_range(&numbers).into_iter().collect();
    for cell in wordy {
        if !parts.contains(&cell.shown) {
            parts.push(cell.shown.clone());
        }
    }
    parts.join("; ")
}

fn printed_range(numbers: &[&TableCell]) -> Option<String> {
    let first = numbers.first()?;
    let same = |cell: &&TableCell| {
        (cell.low, cell.high, cell.qualifier) == (first.low, first.high, first.qualifier)
    };
    if numbers.iter().all(same) {
        return Some(words::bounds(first.low, first.high, first.qualifier));
    }
    let ends = || (numbers.iter()).flat_map(|cell| [cell.low, cell.high].into_iter().flatten());
    let (low, high) = (ends().min()?, ends().max()?);
    let open_below = numbers.iter().any(|cell| cell.low.is_none());
    let open_above = numbers.iter().any(|cell| cell.high.is_none());
    Some(words::open_range(low, high, open_below, open_above))
}

/// Puts the sums that articles do not print into the row of the outcome's total, marked as derived. They take no part
/// in range or verdict. A sum of fewer than two parts is no sum and is left out.
fn add_derived_totals(
    articles: &[ReadArticle<'_>],
    heads: &[Head],
    outcome: Outcome,
    rows: &mut Vec<TableRow>,
) {
    let total = |row: &TableRow| {
        row.outcome == outcome && row.group == Group::People && row.scope == Scope::Event
    };
    let at = rows.iter().position(total);
    let label = row_label(outcome, Group::People, Scope::Event, None);
    let derived = |article: usize| -> Option<TableCell> {
        let toll = (articles.get(article)?.extraction.tolls.iter())
            .find(|toll| toll.outcome == outcome && toll.derived && toll.claims.len() > 1)?;
        Some(derived_cell(
            &heads.get(article)?.label,
            &label,
            article,
            toll,
        ))
    };
    if let Some(row) = at.and_then(|at| rows.get_mut(at)) {
        for (article, cell) in row.cells.iter_mut().enumerate() {
            if cell.is_none() {
                *cell = derived(article);
            }
        }
        return;
    }
    let cells: Vec<Option<TableCell>> = (0..articles.len()).map(derived).collect();
    if cells.iter().all(Option::is_none) {
        return;
    }
    let before = |row: &TableRow| align::outcome_rank(row.outcome) < align::outcome_rank(outcome);
    let place = rows.partition_point(before);
    for parent in rows.iter_mut().filter_map(|row| row.parent.as_mut()) {
        *parent += usize::from(*parent >= place);
    }
    rows.insert(place, derived_row(outcome, label, cells));
}

fn derived_cell(head: &str, label: &str, article: usize, toll: &Toll) -> TableCell {
    let shown = words::bounds(toll.low, toll.high, toll.qualifier);
    let source = words::DERIVED_SOURCE.to_owned();
    TableCell {
        article,
        derived: true,
        claims: toll.claims.clone(),
        low: toll.low,
        high: toll.high,
        qualifier: toll.qualifier,
        sentence: sentence(head, label, &shown, Some(words::DERIVED), &source, &[]),
        shown,
        note: Some(words::DERIVED),
        source,
        others: Vec::new(),
    }
}

fn derived_row(outcome: Outcome, label: String, cells: Vec<Option<TableCell>>) -> TableRow {
    TableRow {
        row: None,
        parent: None,
        outcome,
        group: Group::People,
        scope: Scope::Event,
        outcome_label: words::outcome(outcome),
        group_label: words::group(Group::People).to_owned(),
        place_label: None,
        label,
        cells,
        superseded: Vec::new(),
        verdict: Verdict::Single,
        verdict_label: words::NO_VERDICT,
        range: String::new(),
        standing: String::new(),
        counters: Vec::new(),
        carriers: Vec::new(),
    }
}

fn apart_claims(read: &ReadArticle<'_>) -> Vec<ApartClaim> {
    (read.extraction.claims.iter().enumerate())
        .filter_map(|(index, claim)| {
            let apart = align::apart(claim)?;
            Some(ApartClaim {
                claim: index,
                apart,
                apart_label: apart_label(apart),
                label: row_label(
                    claim.outcome,
                    claim.group,
                    claim.scope,
                    claim.place.as_deref(),
                ),
                shown: words::claim_count(claim),
                source: words::attribution(claim.attribution.as_ref()),
                superseded_by: claim.superseded_by,
            })
        })
        .collect()
}

fn apart_label(apart: Apart) -> &'static str {
    match apart {
        Apart::Superseded => words::status(Status::Superseded),
        Apart::Background => words::scope(Scope::Background),
        Apart::Denied => words::status(Status::Denied),
        Apart::Refuted => words::status(Status::Refuted),
        Apart::Projected => words::status(Status::Projected),
    }
}
