//! What a published ladder picks out of each row, in words, with the claims that stand behind it. Always shown beside the
//! range, and never instead of it.

use super::table::Table;
use crate::compare::ladder::Ladders;
use crate::model::{Comparison, Ladder, LadderReading, ReadArticle};
use crate::words;

/// What a ladder picks out of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowReading {
    /// "745"; of a ladder with three figures "low 600, best 745, high 973".
    pub shown: String,
    /// Why this figure: "the lowest figure".
    pub step: &'static str,
    /// The articles whose claims state it, by name: "Kestrel Wire and Coastline".
    pub articles: String,
    /// These claims: article index and claim index.
    pub claims: Vec<(usize, usize)>,
}

/// At most so many articles are named behind a reading.
const MOST_NAMES: usize = 4;

/// What `ladder` picks out of each of the table's rows; `None` for a row that prints no number. `comparison` and `table`
/// must have been made from the same `articles`.
///
/// Work grows with the number of cells and claims.
pub fn readings(
    articles: &[ReadArticle<'_>],
    comparison: &Comparison,
    table: &Table,
    ladder: Ladder,
) -> Vec<Option<RowReading>> {
    let ladders = Ladders::new(articles);
    (table.rows.iter())
        .map(|row| {
            let reading = ladders.reading(ladder, comparison.rows.get(row.row?)?)?;
            Some(in_words(table, reading))
        })
        .collect()
}

fn in_words(table: &Table, reading: LadderReading) -> RowReading {
    let best = words::number(reading.best);
    let mut names: Vec<&str> = (reading.claims.iter())
        .filter_map(|&(article, _)| Some(table.heads.get(article)?.label.as_str()))
        .collect();
    names.dedup();
    RowReading {
        shown: match (reading.low, reading.high) {
            (Some(low), Some(high)) => format!(
                "low {}, best {best}, high {}",
                words::number(low),
                words::number(high)
            ),
            _ => best,
        },
        step: words::ladder_step(reading.step),
        articles: words::list(&names, MOST_NAMES),
        claims: reading.claims,
    }
}
