//! What published ladders pick out of a row. None is chosen by default, and a reading never stands instead of the range.

use super::agreement::prints_number;
use super::origin::Sources;
use crate::extract::{dateline, parse_date};
use crate::model::{
    Claim, Count, Date, Ladder, LadderReading, Qualifier, ReadArticle, Row, Status, Step,
};
use crate::order::sort_by;

/// What the ladders need to know of the articles: their claims, their dates and who counts.
#[derive(Debug)]
pub struct Ladders<'a> {
    articles: &'a [ReadArticle<'a>],
    sources: Sources,
    dates: Vec<Option<Date>>,
}

/// One article's figure in a row.
#[derive(Clone, Copy)]
struct Figure<'a> {
    article: usize,
    index: usize,
    claim: &'a Claim,
    number: u64,
}

impl<'a> Ladders<'a> {
    /// Looks at `articles`. The date of each is the one that the user gave, else the one of its dateline.
    pub fn new(articles: &'a [ReadArticle<'a>]) -> Self {
        Ladders {
            articles,
            sources: Sources::learn(articles),
            dates: article_dates(articles),
        }
    }

    /// What `ladder` picks out of `row`, which must have been made from the same articles; `None` where no leading claim
    /// prints a number.
    ///
    /// Each article counts with its leading claim. A figure is the printed number: of "at least 745" it is 745, as all
    /// three codebooks have it. Upper bounds count only where nothing else is stated, and so, for GTD and UCDP, does what
    /// a party claims.
    pub fn reading(&self, ladder: Ladder, row: &Row) -> Option<LadderReading> {
        let figures = self.figures(row);
        let figures = match ladder {
            Ladder::Acled => figures,
            Ladder::Gtd | Ladder::Ucdp => {
                preferred(figures, |one| one.claim.status != Status::Claimed)
            }
        };
        let (best, step) = match ladder {
            Ladder::Acled => lowest(&figures)?,
            Ladder::Ucdp => self.most_counted(&figures)?,
            Ladder::Gtd => self.latest(&figures)?,
        };
        let numbers = || figures.iter().map(|one| one.number);
        let ends = ladder == Ladder::Ucdp;
        Some(LadderReading {
            low: numbers().min().filter(|_| ends),
            best,
            high: numbers().max().filter(|_| ends),
            step,
            claims: (figures.iter())
                .filter(|one| one.number == best)
                .map(|one| (one.article, one.index))
                .collect(),
        })
    }

    fn figures(&self, row: &Row) -> Vec<Figure<'a>> {
        let found = (row.cells.iter().flatten()).filter_map(|cell| {
            let index = *cell.claims.first()?;
            let claim = (self.articles.get(cell.article)?.extraction.claims).get(index)?;
            Some(Figure {
                article: cell.article,
                index,
                claim,
                number: figure(&claim.count)?,
            })
        });
        preferred(found.collect(), |one| {
            one.claim.count.low.is_some() || one.claim.count.qualifier == Qualifier::Nearly
        })
    }

    fn date(&self, article: usize) -> Option<Date> {
        self.dates.get(article).copied().flatten()
    }

    /// The one figure of the latest articles, else what most counters state among these; among all where an article has
    /// no date.
    fn latest(&self, figures: &[Figure<'a>]) -> Option<(u64, Step)> {
        let dates: Option<Vec<Date>> = figures.iter().map(|one| self.date(one.article)).collect();
        let latest = dates.and_then(|dates| dates.into_iter().max());
        let of_latest: Vec<Figure<'a>> = (figures.iter().copied())
            .filter(|one| latest.is_none() || self.date(one.article) == latest)
            .collect();
        let decided = of_latest.len() < figures.len();
        match self.most_counted(&of_latest)? {
            (number, Step::Only) if decided => Some((number, Step::Latest)),
            other => Some(other),
        }
    }

    /// The only figure; else the one that at least two independent named counters state, more than any other; else the
    /// lowest. One counter is no majority.
    fn most_counted(&self, figures: &[Figure<'a>]) -> Option<(u64, Step)> {
        let mut stated: Vec<(u64, &str)> = (figures.iter())
            .filter_map(|one| Some((one.number, self.sources.counter(one.claim)?)))
            .collect();
        sort_by(&mut stated, Ord::cmp);
        stated.dedup();
        let counters = |number: u64| stated.iter().filter(|(n, _)| *n == number).count();
        let most = (figures.iter())
            .max_by_key(|one| counters(one.number))?
            .number;
        let others = || figures.iter().filter(|one| one.number != most);
        match others().all(|one| counters(one.number) < counters(most)) {
            _ if others().next().is_none() => Some((most, Step::Only)),
            true if counters(most) > 1 => Some((most, Step::Majority)),
            _ => lowest(figures),
        }
    }
}

fn lowest(figures: &[Figure<'_>]) -> Option<(u64, Step)> {
    let low = figures.iter().map(|one| one.number).min()?;
    let only = figures.iter().all(|one| one.number == low);
    Some((
        low,
        match only {
            true => Step::Only,
            false => Step::Lowest,
        },
    ))
}

/// Those that are `good`, or all where none is.
fn preferred<'a>(mut figures: Vec<Figure<'a>>, good: fn(&Figure<'a>) -> bool) -> Vec<Figure<'a>> {
    if figures.iter().any(good) {
        figures.retain(good);
    }
    figures
}

/// The number that a count puts forward: the lower printed one, of an upper bound the upper one.
fn figure(count: &Count) -> Option<u64> {
    match prints_number(count.qualifier, count.low, count.high) {
        true => count.low.or(count.high),
        false => None,
    }
}

/// The date of an article: as the user gives it, else as its dateline does.
pub fn article_date(read: &ReadArticle<'_>) -> Option<Date> {
    match read.article.date.as_deref().map(str::trim) {
        None | Some("") => dateline(&read.article.text).map(|found| found.date),
        Some(given) => parse_date(given),
    }
}

/// The date of each article, made to compare: see [`article_date`] and [`in_one_year`].
pub(super) fn article_dates(articles: &[ReadArticle<'_>]) -> Vec<Option<Date>> {
    in_one_year(articles.iter().map(article_date).collect())
}

/// Fills in the years that are not printed, where all that are printed are the same one. Where some stay unknown beside
/// others, or where no year is printed and the days lie more than half a year apart, those dates do not compare and are
/// left out.
fn in_one_year(dates: Vec<Option<Date>>) -> Vec<Option<Date>> {
    let mut years = dates.iter().flatten().filter_map(|date| date.year);
    let first = years.next();
    let more = years.any(|year| Some(year) != first);
    let months = || dates.iter().flatten().map(|date| date.month);
    let near = months()
        .max()
        .unwrap_or(0)
        .saturating_sub(months().min().unwrap_or(0))
        <= 6;
    let fill = |date: Date| match (date.year, first) {
        (Some(_), _) => Some(date),
        (None, Some(_)) if more => None,
        _ if !near => None,
        (None, year) => Some(Date { year, ..date }),
    };
    dates.into_iter().map(|date| fill(date?)).collect()
}
