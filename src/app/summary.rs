//! The comparison in one sentence. Pure.

use super::state::Compared;
use crate::model::Verdict;
use crate::words;

/// "4 articles, 23 claims. Of 8 figures, 5 stand in more than one article: 2 agree, 2 are compatible, 1 differs."
pub fn summary(compared: &Compared, articles: usize, claims: usize) -> String {
    let lead = format!(
        "{}, {}.",
        words::plural(articles, "article"),
        words::plural(claims, "claim")
    );
    let verdicts = [
        (Verdict::Agree, "agrees", "agree"),
        (
            Verdict::WordingDrift,
            "drifts in wording",
            "drift in wording",
        ),
        (Verdict::Compatible, "is compatible", "are compatible"),
        (
            Verdict::LaterCount,
            "stands at different levels",
            "stand at different levels",
        ),
        (Verdict::Differ, "differs", "differ"),
    ];
    let rows = &compared.comparison.rows;
    let count = |verdict: Verdict| rows.iter().filter(|row| row.verdict == verdict).count();
    let parts: Vec<String> = (verdicts.into_iter())
        .map(|(verdict, one, many)| (count(verdict), one, many))
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| match count {
            1 => format!("1 {one}"),
            _ => format!("{} {many}", words::number(count as u64)),
        })
        .collect();
    let shared: usize = (verdicts.iter()).map(|(verdict, ..)| count(*verdict)).sum();
    if shared == 0 {
        return lead;
    }
    format!(
        "{lead} {} in more than one article: {}.",
        match shared {
            1 => "1 row stands".to_owned(),
            _ => format!("{} rows stand", words::number(shared as u64)),
        },
        parts.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Comparison, Group, Outcome, Row, Scope};

    fn compared(verdicts: &[Verdict]) -> Compared {
        let rows = (verdicts.iter())
            .map(|&verdict| Row {
                outcome: Outcome::Killed,
                group: Group::People,
                subgroup: None,
                place: None,
                scope: Scope::Event,
                parent: None,
                cells: Vec::new(),
                low: None,
                high: None,
                range: None,
                articles: 0,
                counters: Vec::new(),
                carriers: Vec::new(),
                verdict,
            })
            .collect();
        Compared {
            comparison: Comparison {
                rows,
                findings: Vec::new(),
            },
            ..Compared::default()
        }
    }

    #[test]
    fn only_rows_of_several_articles_are_weighed() {
        use Verdict::{Agree, Compatible, Differ, Single};
        let of = |verdicts: &[Verdict]| summary(&compared(verdicts), 2, 9);
        assert_eq!(of(&[Single, Single]), "2 articles, 9 claims.");
        assert_eq!(
            of(&[Agree, Differ, Differ, Single]),
            "2 articles, 9 claims. 3 rows stand in more than one article: 1 agrees, 2 differ."
        );
        assert_eq!(
            of(&[Compatible]),
            "2 articles, 9 claims. 1 row stands in more than one article: 1 is compatible."
        );
    }
}
