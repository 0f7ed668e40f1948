//! Sets of articles that are too few, too many, the same, or impossible: what is shown stays sensible and short.

#[path = "hand/mod.rs"]
mod hand;

use casualty_compare::compare::ladder::Ladders;
use casualty_compare::model::{
    Comparison, Extraction, FindingKind, Group, Ladder, Outcome, Scope, Verdict,
};
use casualty_compare::present::{ChartOptions, chart, table};
use casualty_compare::{compare, extract};
use hand::{Desk, With, claim, killed, reading};

/// No finding is longer than this, in characters, however many articles there are.
const LONGEST: usize = 900;

fn of_texts(texts: &[String]) -> Desk {
    let mut desk = Desk::of(texts.iter().map(|text| extract(text)).collect());
    for (article, text) in desk.articles.iter_mut().zip(texts) {
        article.text.clone_from(text);
    }
    desk
}

/// Compares, and draws what the page draws of it.
fn shown(desk: &Desk) -> Comparison {
    let read = desk.read();
    let comparison = compare(&read);
    let table = table(&read, &comparison);
    for row in &table.rows {
        assert_eq!(row.cells.len(), desk.articles.len());
    }
    let drawn = chart(&table, &ChartOptions::default());
    for bar in drawn.groups.iter().flat_map(|group| &group.bars) {
        assert!(bar.lane_y.is_finite() && bar.count.x.is_finite(), "{bar:?}");
    }
    let ladders = Ladders::new(&read);
    for row in &comparison.rows {
        for ladder in Ladder::ALL {
            let reading = ladders.reading(ladder, row);
            let best = reading.map(|reading| reading.best);
            let stated = |best: u64| {
                let ends = row
                    .range
                    .is_some_and(|range| range.low <= best && best <= range.high);
                assert!(ends, "{ladder:?} invents {best}");
            };
            best.into_iter().for_each(stated);
        }
    }
    for finding in &comparison.findings {
        let length = finding.text.chars().count();
        assert!(length <= LONGEST, "{length} characters: {}", finding.text);
    }
    comparison
}

fn kinds(comparison: &Comparison) -> Vec<FindingKind> {
    (comparison.findings.iter().map(|finding| finding.kind)).collect()
}

#[test]
fn no_article_and_articles_without_words() {
    for texts in [vec![], vec![String::new()], vec![" \n".to_owned(); 3]] {
        let comparison = shown(&of_texts(&texts));
        assert_eq!(comparison, Comparison::default(), "{texts:?}");
    }
}

#[test]
fn one_article_is_compared_with_none() {
    let text =
        "Floods killed 20 people, including 15 civilians and nine soldiers, the governor said.";
    let comparison = shown(&of_texts(&[text.to_owned()]));
    assert!((comparison.rows.iter()).all(|row| row.verdict == Verdict::Single));
    assert_eq!(kinds(&comparison), [FindingKind::PartsExceedTotal]);
}

#[test]
fn the_same_article_twice_and_twenty_times() {
    let text = "ULMEN, 4 April 2025 - At least 41 people were killed and 60 injured when two trains collided near Ulmen, the Ulmen fire brigade said on Friday. The line was closed.";
    for times in [2, 20] {
        let comparison = shown(&of_texts(&vec![text.to_owned(); times]));
        assert!((comparison.rows.iter()).all(|row| row.verdict == Verdict::Agree));
        let counters = |row: &casualty_compare::model::Row| row.counters.len() <= 1;
        assert!(
            comparison.rows.iter().all(counters),
            "copies add no counter"
        );
        assert_eq!(
            kinds(&comparison),
            [FindingKind::OneOrigin, FindingKind::CopiedText]
        );
        let copied = &comparison.findings[1];
        assert_eq!(copied.articles.len(), times);
        assert!(copied.text.contains("100 %"), "{}", copied.text);
    }
}

#[test]
fn two_hundred_articles_that_all_differ() {
    let texts: Vec<String> = (0..200)
        .map(|n| {
            format!(
                "TOWN{n}, {} May 2025 - At least {} people were killed and {} injured in Place{n}, the Place{n} office of Name{n} near Rill{n} and Hollow{n} said. Some {n} others are missing.",
                n % 28 + 1,
                1000 + 7 * n,
                30 + n
            )
        })
        .collect();
    let mut desk = of_texts(&texts);
    for (n, article) in desk.articles.iter_mut().enumerate() {
        article.outlet = Some(format!(
            "The Extraordinarily Long-Named Gazette of Province {n}"
        ));
    }
    let comparison = shown(&desk);
    assert!(
        comparison.rows.len() <= 12,
        "{} rows",
        comparison.rows.len()
    );
    let total = comparison.rows.first().expect("the total");
    assert_eq!(
        total.range.map(|range| (range.low, range.high)),
        Some((1000, 2393))
    );
    assert_eq!(total.articles, 200);
    assert!(
        comparison.findings.len() <= 12,
        "{:#?}",
        comparison.findings
    );
}

#[test]
fn two_hundred_articles_on_as_many_events_are_told_apart_in_one_sentence() {
    let texts: Vec<String> = (0..200)
        .map(|n| format!("A wall fell in Old{n} and {} people died, said Ann{n} of Bell{n} and Cor{n} near Dun{n}.", 1000 + n))
        .collect();
    let comparison = shown(&of_texts(&texts));
    let first = comparison.findings.first().expect("a finding");
    assert_eq!(first.kind, FindingKind::DifferentEvents);
    assert_eq!(
        first.text,
        "These articles may not be about the same event: Article 1 on one side, Article 2 on one side, Article 3 on one side, Article 4 on one side, and 196 more. No figure and none of the names used most stand on more than one side, or their dates lie far apart."
    );
}

#[test]
fn numbers_near_the_end_of_what_can_be_counted() {
    let most = u64::MAX.to_string();
    let nearly = (u64::MAX - 1).to_string();
    for (one, other) in [
        (most.as_str(), nearly.as_str()),
        (&most, &most),
        (&format!(">={most}"), &nearly),
        (&format!(">{most}"), "1"),
        (&format!("~{most}"), &format!("<{most}")),
        ("0", &most),
        ("printed 99999999999999999999999", &most),
    ] {
        let parts = reading([
            killed(one),
            claim(Outcome::Killed, Group::Civilians, other).part_of(0),
            claim(Outcome::Killed, Group::Soldiers, &most).part_of(0),
            claim(Outcome::Killed, Group::Fighters, &nearly).part_of(0),
        ]);
        let desk = Desk::of(vec![parts, reading([killed(other)])]);
        let comparison = shown(&desk);
        for finding in &comparison.findings {
            let complete = finding.kind == FindingKind::PartsComplete;
            assert!(!complete, "a sum that stopped is no sum: {}", finding.text);
        }
    }
}

#[test]
fn a_total_smaller_than_its_parts() {
    let told = |total: &str, one: &str, other: &str| {
        let parts = reading([
            killed(total),
            claim(Outcome::Killed, Group::Civilians, one).part_of(0),
            claim(Outcome::Killed, Group::Soldiers, other).part_of(0),
        ]);
        let found = shown(&Desk::of(vec![parts])).findings;
        (found.first()).map(|finding| (finding.kind, finding.text.clone()))
    };
    let exceeds = |text: &str| Some((FindingKind::PartsExceedTotal, text.to_owned()));
    assert_eq!(
        told("41", "29", "17"),
        exceeds("Article 1. Killed: people: 29 + 17 = 46 is above the total, 41.")
    );
    assert_eq!(
        told("0", "29", "17"),
        exceeds("Article 1. Killed: people: 29 is above the total, 0.")
    );
    assert_eq!(
        told("nearly 40", ">=29", "17"),
        exceeds(
            "Article 1. Killed: people: at least 29 + 17 = at least 46 is above the total, nearly 40."
        )
    );
    // An open end above holds any sum, and so does a word.
    for total in [">=41", ">41", "dozens:12", "?"] {
        assert_eq!(
            told(total, "29", "17").filter(|(kind, _)| *kind == FindingKind::PartsExceedTotal),
            None,
            "{total}"
        );
    }
}

#[test]
fn nothing_is_said_of_what_is_not_there() {
    // Places without a name, parts of themselves, and parts that point nowhere.
    let odd: Extraction = reading([
        killed("12").part_of(0),
        killed("13").part_of(99),
        killed("14").at(Scope::Place, None),
        killed("15").at(Scope::Incident, Some("  ")),
    ]);
    let comparison = shown(&Desk::of(vec![odd.clone(), odd]));
    let found: Vec<FindingKind> = kinds(&comparison);
    assert!(!found.contains(&FindingKind::PartsExceedTotal), "{found:?}");
}
