//! Comparing, on extractions made by hand: intervals, verdicts, rows, leading claims, counters; and what holds of any.

mod hand;

use casualty_compare::compare::agreement::{range, verdict};
use casualty_compare::compare::align::{Apart, apart};
use casualty_compare::compare::arithmetic::Interval;
use casualty_compare::compare::ladder::Ladders;
use casualty_compare::compare::origin::Sources;
use casualty_compare::model::{
    AttributionKind, Claim, Comparison, Count, Extraction, Finding, FindingKind, Group, Ladder,
    Outcome, Row, Scope, Status, Step, Verdict,
};
use hand::{Desk, With, claim, count, derived, killed, reading, syria_coast, toll};
use proptest::prelude::*;
use proptest::sample::select;

// Intervals

#[test]
fn counts_allow_these_numbers() {
    let cases: &[(&str, u64, Option<u64>)] = &[
        ("745", 745, Some(745)),
        ("0", 0, Some(0)),
        (">=745", 745, None),
        (">1000", 1001, None),
        ("<=30", 0, Some(30)),
        ("<30", 0, Some(29)),
        ("<0", 0, Some(0)),
        ("20..30", 20, Some(30)),
        ("~745", 745, Some(745)),
        ("~300", 250, Some(350)),
        ("~1000", 500, Some(1500)),
        ("~1500", 1450, Some(1550)),
        ("~10", 5, Some(15)),
        ("~0", 0, Some(0)),
        ("nearly 300", 250, Some(300)),
        ("nearly 745", 744, Some(745)),
        ("nearly 0", 0, Some(0)),
        ("dozens:12", 12, None),
        ("?", 0, None),
        ("printed 99999999999999999999", 0, None),
        (">18446744073709551615", u64::MAX, None),
        (
            "~10000000000000000000",
            5_000_000_000_000_000_000,
            Some(15_000_000_000_000_000_000),
        ),
    ];
    for &(notation, low, high) in cases {
        let allowed = Interval::of(&count(notation));
        assert_eq!((allowed.low(), allowed.high()), (low, high), "{notation}");
    }
}

#[test]
fn sums_keep_open_ends_and_stop_at_the_largest_number() {
    let sum = |notations: &[&str]| {
        let sum = (notations.iter())
            .map(|notation| Interval::of(&count(notation)))
            .fold(Interval::ZERO, Interval::plus);
        (sum.low(), sum.high())
    };
    assert_eq!(sum(&["745", "125", "148"]), (1018, Some(1018)));
    assert_eq!(sum(&[">=745", "125", "148"]), (1018, None));
    assert_eq!(sum(&["20..30", "<=5"]), (20, Some(35)));
    assert_eq!(
        sum(&["18446744073709551615", "1"]),
        (u64::MAX, Some(u64::MAX))
    );
    assert_eq!(sum(&[]), (0, Some(0)));
}

// Verdicts and ranges

#[test]
fn verdicts_follow_the_intervals() {
    use Verdict::{Agree, Compatible, Differ, LaterCount, Single, WordingDrift};
    let cases: &[(&[&str], Verdict)] = &[
        (&[], Single),
        (&["745"], Single),
        (&["745", "745"], Agree),
        (&["745", "~745"], WordingDrift),
        (&[">1000", ">=1000"], WordingDrift),
        (&["<=300", "nearly 300"], WordingDrift),
        (&["745", "745", "~745", ">=745"], WordingDrift),
        (&["?", "?"], Agree),
        (&["dozens:12", "Dozens of:12"], Agree),
        (&["several:3", "many:3"], Compatible),
        (&["dozens:12", "45"], Compatible),
        (&["dozens:12", "hundreds:100"], Compatible),
        (&["dozens:12", "11"], Differ),
        (&["745", ">=745"], WordingDrift),
        (&["745..745", "745"], WordingDrift),
        (&[">1000", ">1300"], LaterCount),
        (&[">=12", "15"], LaterCount),
        (&[">=12", "?", "dozens:12", "14..20"], LaterCount),
        // The same level in a rounder number.
        (&[">1000", "1018"], Compatible),
        (&[">1000", "2018"], LaterCount),
        (&[">=12", "10..20"], Compatible),
        (&[">=100", "hundreds:100"], Compatible),
        (&[">=100", "thousands:1000"], Compatible),
        (
            &[">=18446744073709551614", "18446744073709551615"],
            LaterCount,
        ),
        (&[">1000", "1001"], Compatible),
        (&[">1000", "1000"], Differ),
        (&[">=1000", "1000"], WordingDrift),
        (&["<30", "30"], Differ),
        (&["<=30", "30"], WordingDrift),
        (&["~300", "350"], Compatible),
        (&["~300", "351"], Differ),
        (&["~745", "746"], Differ),
        (&["nearly 300", "280"], Compatible),
        (&["nearly 300", "301"], Differ),
        (&["20..30", "25"], Compatible),
        (&["20..30", "31"], Differ),
        (&["745", "746"], Differ),
        (&["745", "?"], Compatible),
        (&["0", ">=1"], Differ),
        (&["0", "<=5"], Compatible),
        // Each meets its neighbour, but the ends cannot both hold.
        (&["10..20", "15..30", "25..40"], Differ),
        (&["printed 99999999999999999999", "745"], Compatible),
        (
            &[
                "printed 99999999999999999999",
                "printed 99999999999999999999",
            ],
            Agree,
        ),
    ];
    for (notations, expected) in cases {
        let counts: Vec<Count> = notations.iter().map(|notation| count(notation)).collect();
        let lent: Vec<&Count> = counts.iter().collect();
        assert_eq!(verdict(&lent), *expected, "{notations:?}");
        let reversed: Vec<&Count> = counts.iter().rev().collect();
        assert_eq!(verdict(&reversed), *expected, "{notations:?} reversed");
    }
}

#[test]
fn ranges_keep_open_ends_and_let_words_widen_nothing() {
    let cases: &[(&[&str], Option<u64>, Option<u64>)] = &[
        (&["745", "~745", ">=745", ">973"], Some(745), None),
        (&["12", "15", "13..18"], Some(12), Some(18)),
        (&["12", "<=20"], None, Some(20)),
        (&["12", "nearly 20"], None, Some(20)),
        (&["<=20", ">=12"], None, None),
        (&["45", "dozens:12"], Some(45), Some(45)),
        (&["dozens:12", "hundreds:100"], Some(12), None),
        (&["45", "?"], Some(45), Some(45)),
        (&["?", "printed 99999999999999999999"], None, None),
        (&["0", "3"], Some(0), Some(3)),
    ];
    for (notations, low, high) in cases {
        let counts: Vec<Count> = notations.iter().map(|notation| count(notation)).collect();
        let lent: Vec<&Count> = counts.iter().collect();
        assert_eq!(range(&lent), (*low, *high), "{notations:?}");
    }
}

// Rows

/// A row as `outcome group place: claims of each article`.
fn line(row: &Row) -> String {
    let cells: Vec<String> = (row.cells.iter())
        .map(|cell| match cell {
            Some(cell) => format!("{:?}", cell.claims),
            None => "-".to_owned(),
        })
        .collect();
    let place = row.place.clone().unwrap_or_default();
    format!(
        "{:?} {:?} {:?} {place}: {} {:?}",
        row.outcome,
        row.group,
        row.scope,
        cells.join(" "),
        row.verdict
    )
}

fn lines(comparison: &Comparison) -> Vec<String> {
    comparison.rows.iter().map(line).collect()
}

#[test]
fn five_articles_on_one_event() {
    let comparison = syria_coast().compare();
    assert_eq!(
        lines(&comparison),
        [
            "Killed People Event : [0] [0] [0] [0] [0] LaterCount",
            "Killed People Incident : - [6, 4] - - - Single",
            "Killed Children Incident : - [7] - - - Single",
            "Killed Women Incident : - [8] - - - Single",
            "Killed Civilians Event : [1] [1] [1] [1, 2] [1] Differ",
            "Killed SecurityForces Event : - [2] [2] - [2] Agree",
            "Killed SecurityForces Incident : - [9] - - - Single",
            "Killed Fighters Event : - [3] [3] - [3] Agree",
            "Displaced People Event : - - - - [4] Single",
        ]
    );
    let ends: Vec<_> = (comparison.rows.iter())
        .map(|row| (row.low, row.high))
        .take(3)
        .collect();
    assert_eq!(
        ends,
        [(Some(1000), None), (Some(31), Some(31)), (Some(9), Some(9))]
    );
}

#[test]
fn a_cell_has_its_leading_claims_numbers() {
    let comparison = syria_coast().compare();
    let cell = (comparison.rows.iter())
        .find(|row| row.group == Group::Civilians)
        .and_then(|row| row.cells.get(3)?.clone())
        .expect("the fourth article's civilians");
    let bbc = count(">973");
    assert_eq!(
        (cell.low, cell.high, cell.qualifier),
        (bbc.low, bbc.high, bbc.qualifier)
    );
}

/// The claims of the only row, in the order of its only cell.
fn order(extraction: Extraction) -> Vec<usize> {
    let comparison = Desk::of(vec![extraction]).compare();
    let [row] = comparison.rows.as_slice() else {
        panic!("one row, not {:?}", lines(&comparison));
    };
    (row.cells.first().cloned().flatten()).map_or(Vec::new(), |cell| cell.claims)
}

#[test]
fn what_leads_a_cell() {
    let cases: Vec<(&str, Vec<Claim>, &[usize])> = vec![
        (
            "earlier in the text",
            vec![killed("12"), killed("13")],
            &[0, 1],
        ),
        (
            "stated more often",
            vec![killed("12"), killed("13").mentioned(2)],
            &[1, 0],
        ),
        (
            "reported, claimed, feared, possible",
            vec![
                killed("40").status(Status::Possible),
                killed("30").status(Status::Feared),
                killed("20").status(Status::Claimed),
                killed("10"),
            ],
            &[3, 2, 1, 0],
        ),
        (
            "a number before a large one, a word, unknown",
            vec![
                killed("?"),
                killed("dozens:12"),
                killed("printed 99999999999999999999"),
                killed("45"),
            ],
            &[3, 2, 1, 0],
        ),
        (
            "a named counter before an outlet before the own voice",
            vec![
                killed("11"),
                killed("12").relayed("Daily"),
                killed("13").by("Ministry"),
            ],
            &[2, 1, 0],
        ),
        (
            "a whole before its part",
            vec![killed("3").part_of(1).mentioned(9), killed("12")],
            &[1, 0],
        ),
        (
            "a part of something else is as good as a whole",
            vec![killed("12").part_of(7), killed("13")],
            &[0, 1],
        ),
    ];
    for (what, claims, expected) in cases {
        assert_eq!(order(reading(claims)), expected, "{what}");
    }
}

#[test]
fn the_claim_under_the_printed_toll_leads() {
    let claims = vec![
        killed("40").by("Ministry"),
        killed("30").status(Status::Feared),
    ];
    let mut extraction = reading(claims.clone());
    extraction.tolls.push(toll(Outcome::Killed, &claims, 1));
    assert_eq!(order(extraction.clone()), [1, 0]);
    extraction.tolls = vec![derived(Outcome::Killed, 30, Some(30), &[1])];
    assert_eq!(order(extraction), [0, 1], "a derived toll leads nothing");
}

#[test]
fn what_stands_apart_is_in_no_row() {
    let mut replaced = killed("7");
    replaced.superseded_by = Some(9);
    let cases = [
        (
            killed("1").status(Status::Superseded),
            Some(Apart::Superseded),
        ),
        (replaced, Some(Apart::Superseded)),
        (killed("2").status(Status::Denied), Some(Apart::Denied)),
        (killed("3").status(Status::Refuted), Some(Apart::Refuted)),
        (
            killed("4").status(Status::Projected),
            Some(Apart::Projected),
        ),
        (
            killed("5").at(Scope::Background, Some("2013")),
            Some(Apart::Background),
        ),
        (
            killed("6")
                .at(Scope::Background, None)
                .status(Status::Denied),
            Some(Apart::Background),
        ),
        (killed("8"), None),
        (killed("8").status(Status::Claimed), None),
        (killed("8").status(Status::Feared), None),
        (killed("8").status(Status::Possible), None),
    ];
    for (claim, expected) in cases {
        assert_eq!(apart(&claim), expected, "{claim:?}");
        let rows = Desk::of(vec![reading([claim])]).compare().rows;
        assert_eq!(rows.is_empty(), expected.is_some());
    }
}

#[test]
fn places_follow_their_event_row_and_meet_under_one_name() {
    let at = |notation: &str, place| killed(notation).at(Scope::Place, Some(place));
    let desk = Desk::of(vec![
        reading([
            killed("50"),
            at("20", "Karsova"),
            at("9", "Ulmen"),
            claim(Outcome::Killed, Group::Children, "4"),
        ]),
        reading([
            at("21", "the village of KARSOVA"),
            at("7", "Karsova province"),
        ]),
        reading([
            at("20", "Karsova"),
            killed("3").at(Scope::Incident, Some("Ulmen")),
        ]),
    ]);
    assert_eq!(
        lines(&desk.compare()),
        [
            "Killed People Event : [0] - - Single",
            "Killed People Place Karsova: [1] [0] [0] Differ",
            "Killed People Place Karsova province: - [1] - Single",
            "Killed People Place Ulmen: [2] - - Single",
            "Killed People Incident Ulmen: - - [1] Single",
            "Killed Children Event : [3] - - Single",
        ]
    );
}

#[test]
fn a_place_named_by_signs_alone_is_no_name() {
    let desk = Desk::of(vec![reading([killed("3").at(Scope::Place, Some(" – "))])]);
    assert_eq!(lines(&desk.compare()), ["Killed People Place : [0] Single"]);
}

#[test]
fn incidents_without_a_name_never_differ() {
    let incident = |notation: &str, place| killed(notation).at(Scope::Incident, place);
    let verdicts = |place| {
        let desk = Desk::of(vec![
            reading([incident("3", place)]),
            reading([incident("4", place)]),
        ]);
        let rows = desk.compare().rows;
        rows.iter().map(|row| row.verdict).collect::<Vec<_>>()
    };
    assert_eq!(verdicts(None), [Verdict::Compatible]);
    assert_eq!(verdicts(Some("Ulmen")), [Verdict::Differ]);
}

#[test]
fn a_place_beside_the_whole_event_opens_no_row() {
    let desk = Desk::of(vec![
        reading([killed("12").at(Scope::Event, Some("Karsova"))]),
        reading([killed("12")]),
    ]);
    assert_eq!(
        lines(&desk.compare()),
        ["Killed People Event : [0] [0] Agree"]
    );
}

#[test]
fn nothing_to_compare() {
    assert_eq!(Desk::of(vec![]).compare(), Comparison::default());
    assert_eq!(
        Desk::of(vec![reading([]), reading([])]).compare(),
        Comparison::default()
    );
}

// Counters

fn counters(names: &[&str]) -> Vec<String> {
    let desk = Desk::of(
        names
            .iter()
            .map(|name| reading([killed("1").by(name)]))
            .collect(),
    );
    let read = desk.read();
    let sources = Sources::learn(&read);
    let mut found: Vec<String> = (desk.extractions.iter())
        .flat_map(|extraction| &extraction.claims)
        .filter_map(|claim| sources.counter(claim).map(str::to_owned))
        .collect();
    found.sort();
    found.dedup();
    found
}

#[test]
fn names_that_mean_one_counter_merge() {
    let cases: &[(&[&str], &[&str])] = &[
        (
            &["SOHR", "Syrian Observatory for Human Rights"],
            &["Syrian Observatory for Human Rights"],
        ),
        (
            &[
                "the Britain-based Syrian Observatory for Human Rights (SOHR)",
                "S.O.H.R.",
                "Syrian Observatory for Human Rights",
            ],
            &["Syrian Observatory for Human Rights"],
        ),
        (
            &[
                "war monitor the Syrian Observatory for Human Rights",
                "SYRIAN OBSERVATORY FOR HUMAN RIGHTS",
            ],
            &["SYRIAN OBSERVATORY FOR HUMAN RIGHTS"],
        ),
        (
            &[
                "Ministry of Health",
                "the Health Ministry",
                "health ministry",
            ],
            &["health ministry"],
        ),
        (&["the ministry’s", "Ministry"], &["Ministry"]),
        (&["UN", "United Nations"], &["United Nations"]),
        (&["MoH", "Ministry of Health"], &["Ministry of Health"]),
        // What is not sure stays apart.
        (
            &["Health Ministry", "Gaza Health Ministry"],
            &["Gaza Health Ministry", "Health Ministry"],
        ),
        (
            &["RC", "Red Cross", "Red Crescent"],
            &["RC", "Red Crescent", "Red Cross"],
        ),
        (&["police", "hospital"], &["hospital", "police"]),
        (&["(", "–"], &[]),
    ];
    for (names, expected) in cases {
        let mut found = counters(names);
        found.sort();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(found, expected, "{names:?}");
        let mut turned = names.to_vec();
        turned.reverse();
        assert_eq!(counters(&turned), found, "{names:?} in another order");
    }
}

#[test]
fn carriers_and_unnamed_sources_are_no_counters() {
    let mut unnamed = killed("1").by("reports");
    let mut inherited = killed("2").by("Ministry");
    for (claim, kind) in [
        (&mut unnamed, AttributionKind::Unnamed),
        (&mut inherited, AttributionKind::Inherited),
    ] {
        if let Some(stated) = &mut claim.attribution {
            stated.kind = kind;
        }
    }
    let claims = [
        unnamed,
        inherited,
        killed("3").relayed("Daily"),
        killed("4"),
    ];
    let desk = Desk::of(vec![reading(claims.clone())]);
    let read = desk.read();
    let sources = Sources::learn(&read);
    let found: Vec<_> = claims.iter().map(|claim| sources.counter(claim)).collect();
    assert_eq!(found, [None, Some("Ministry"), None, None]);
}

// Findings

/// Each finding as its kind and text.
fn noticed(desk: &Desk) -> Vec<String> {
    (desk.compare().findings.iter())
        .map(|finding| format!("{:?}: {}", finding.kind, finding.text))
        .collect()
}

/// Articles A, B, C … that each state one count of killed people.
fn stating(notations: &[&str]) -> Desk {
    let names = ["A", "B", "C", "D", "E", "F", "G"];
    let articles = names.into_iter().zip(notations);
    Desk::from_outlets(
        articles
            .map(|(name, notation)| (name, reading([killed(notation)])))
            .collect(),
    )
}

#[test]
fn what_is_noticed_in_five_articles() {
    assert_eq!(
        noticed(&syria_coast()),
        [
            "Differ: Killed: civilians: 745 (000 and 002), about 745 (004), more than 973 (003 relaying BBC). These cannot all hold. Also given: more than 800 (003 relaying NPR).",
            "LaterCount: Killed: people: more than 1,000 (000, 001, 002 and 004), more than 1,300 (003). \
             A lower bound does not contradict a higher one; perhaps the higher is a later count.",
            "OneOrigin: One named counter, Syrian Observatory for Human Rights, stands behind 745, 125 and 148 in 001 and 002. \
             000 and 004 state the same figures or some of them and name no counter for them: perhaps the same origin.",
            "WordingDrift: Killed: civilians: 745 in different words: 745 (000 and 002), about 745 (004), at least 745 (001).",
            "PartsComplete: 001. Killed: people: at least 745 + 125 + 148 = at least 1,018 fits the total, more than 1,000.",
            "PartsComplete: 002. Killed: people: 745 + 125 + 148 = 1,018 fits the total, more than 1,000.",
            "PartsComplete: 004. Killed: people: about 745 + 125 + 148 = about 1,018 fits the total, more than 1,000.",
            "Superseded: 001. Killed: people: the article itself replaces more than 600 by more than 1,000.",
        ]
    );
}

#[test]
fn findings_point_at_their_articles_and_claims() {
    let findings = syria_coast().compare().findings;
    let ends: Vec<_> = (findings.iter())
        .map(|finding| (finding.articles.clone(), finding.claims.clone()))
        .collect();
    assert_eq!(
        ends[0],
        (
            vec![0, 2, 3, 4],
            vec![(0, 1), (2, 1), (3, 1), (4, 1), (3, 2)]
        ),
        "the leading figures and what one article gives beside its own"
    );
    assert_eq!(
        ends[2].0,
        [0, 1, 2, 4],
        "who names the counter and who does not"
    );
    assert_eq!(ends[4], (vec![1], vec![(1, 0), (1, 1), (1, 2), (1, 3)]));
    assert_eq!(ends[7], (vec![1], vec![(1, 5), (1, 0)]));
}

#[test]
fn what_articles_state_of_one_row() {
    let cases: &[(&[&str], &[&str])] = &[
        (&["12"], &[]),
        (&["12", "12"], &[]),
        (&["12", "?"], &[]),
        (&["45", "dozens:12"], &[]),
        (&["hundreds:100", "dozens:12"], &[]),
        (
            &["11", "dozens:12", "?"],
            &["Differ: Killed: people: 11 (A), dozens (B). These cannot both hold."],
        ),
        (&["20..30", "25"], &[]),
        (
            &["12", "14"],
            &["Differ: Killed: people: 12 (A), 14 (B). These cannot both hold."],
        ),
        (
            &["12", ">=10", "14"],
            &["Differ: Killed: people: 12 (A), 14 (C). These cannot both hold."],
        ),
        (
            &[">10", "14", ">=12"],
            &[
                "LaterCount: Killed: people: more than 10 (A), at least 12 (C). \
               A lower bound does not contradict a higher one; perhaps the higher is a later count.",
            ],
        ),
        (&["<=10", "<=12"], &[]),
        (
            &["12", "~12"],
            &["WordingDrift: Killed: people: 12 in different words: 12 (A), about 12 (B)."],
        ),
        (
            &["nearly 300", "300", "~300"],
            &["WordingDrift: Killed: people: 300 in different words: \
               nearly 300 (A), about 300 (C), 300 (B)."],
        ),
        (
            &["1", "1", "1", "1", "1", "1", "2"],
            &["Differ: Killed: people: 1 (A, B, C and 3 more), 2 (G). These cannot all hold."],
        ),
    ];
    for (notations, expected) in cases {
        assert_eq!(noticed(&stating(notations)), *expected, "{notations:?}");
    }
}

#[test]
fn what_articles_give_beside_their_figures() {
    let given = |other: Claim| {
        let desk = Desk::from_outlets(vec![
            ("A", reading([killed("12").by("Ministry"), other])),
            ("B", reading([killed("14")])),
        ]);
        let found = noticed(&desk);
        found
            .first()
            .and_then(|said| Some(said.split_once("both hold.")?.1.to_owned()))
    };
    let said = |text: &str| Some(text.to_owned());
    assert_eq!(
        given(killed(">=9").by("A hospital")),
        said(" Also given: at least 9 (A).")
    );
    assert_eq!(
        given(killed("15").relayed("Radio")),
        said(" Also given: 15 (A relaying Radio).")
    );
    // The same figure, the same source, no source, no number.
    for other in [
        killed("12").by("Mayor"),
        killed("9").by("Ministry"),
        killed("9"),
        killed("dozens:12").by("Mayor"),
    ] {
        assert_eq!(given(other.clone()), said(""), "{other:?}");
    }
}

#[test]
fn one_number_for_different_groups() {
    let of = |group, notation: &str| claim(Outcome::Killed, group, notation);
    let said = |told: &[&[(Group, &str)]]| {
        let readings = told
            .iter()
            .map(|claims| reading(claims.iter().map(|&(group, notation)| of(group, notation))));
        noticed(&Desk::of(readings.collect()))
    };
    use Group::{Civilians, Families, People, Soldiers};
    assert_eq!(
        said(&[
            &[(People, "112")],
            &[(Civilians, ">=112")],
            &[(People, "112")]
        ]),
        [
            "WordingDrift: Killed: 112 in different words: 112 people (Article 1 and Article 3), at least 112 civilians (Article 2)."
        ]
    );
    for told in [
        // One of the articles tells them apart, whatever the others do.
        [
            &[(People, "112"), (Civilians, "90")][..],
            &[(Civilians, "112")],
        ],
        [&[(People, "112")], &[(Civilians, "112"), (People, "130")]],
        // Small numbers meet by chance, families are no people, and two groups are not one.
        [&[(People, "9")], &[(Civilians, "9")]],
        [&[(People, "112")], &[(Families, "112")]],
        [&[(Soldiers, "112")], &[(Civilians, "112")]],
    ] {
        let found = said(&told);
        let groups = found
            .iter()
            .any(|said| said.contains("112 people") || said.contains("9 people"));
        assert!(!groups, "{told:?}: {found:?}");
    }
}

#[test]
fn long_names_and_long_lists_are_cut() {
    let long = "The Extraordinarily Long-Named Gazette of the Northern Provinces";
    let desk = Desk::from_outlets(vec![
        (long, reading([killed("12")])),
        (long, reading([killed("14")])),
    ]);
    assert_eq!(
        noticed(&desk),
        [
            "Differ: Killed: people: 12 (The Extraordinarily Long-Named Gazette o… (article 1)), 14 (The Extraordinarily Long-Named Gazette o… (article 2)). These cannot both hold."
        ]
    );
    let many: Vec<String> = (20..40).map(|number| number.to_string()).collect();
    let many: Vec<(&str, Extraction)> = (many.iter())
        .map(|number| (number.as_str(), reading([killed(number)])))
        .collect();
    assert_eq!(
        noticed(&Desk::from_outlets(many)),
        [
            "Differ: Killed: people: 20 (20), 21 (21), 22 (22), 23 (23), 12 more between, 36 (36), 37 (37), 38 (38), 39 (39). These cannot all hold."
        ]
    );
}

#[test]
fn incidents_without_a_name_are_not_held_against_one_another() {
    let incident = |notation: &str| reading([killed(notation).at(Scope::Incident, None)]);
    let desk = Desk::of(vec![
        incident("3"),
        incident("4"),
        incident(">=9"),
        incident("~3"),
    ]);
    assert_eq!(noticed(&desk), Vec::<String>::new());
}

#[test]
fn parts_against_their_total() {
    use Group::{
        Children, Civilians, Fighters, People, Perpetrators, Police, SecurityForces, Soldiers,
        Women,
    };
    /// A whole, its parts, and what is noticed.
    type Case<'a> = (&'a str, &'a [(Group, &'a str)], &'a [&'a str]);
    let cases: &[Case<'_>] = &[
        (
            "31",
            &[(Civilians, "20"), (Soldiers, "11")],
            &["PartsComplete: 20 + 11 = 31 fits the total, 31."],
        ),
        (
            "31",
            &[(Civilians, "20"), (Soldiers, "9")],
            &["PartsIncomplete: 20 + 9 = 29 is below the total, 31; 2 stand in no part."],
        ),
        (
            ">1000",
            &[(Civilians, "745"), (Soldiers, "20..30")],
            &[
                "PartsIncomplete: 745 + 20 to 30 = 765 to 775 is below the total, more than 1,000; \
               at least 225 stand in no part.",
            ],
        ),
        (">1000", &[(Civilians, "745"), (Soldiers, ">=20")], &[]),
        ("hundreds:100", &[(Civilians, "20"), (Soldiers, "9")], &[]),
        (
            "31",
            &[(Civilians, "20"), (Soldiers, "12")],
            &["PartsExceedTotal: 20 + 12 = 32 is above the total, 31."],
        ),
        (
            ">1000",
            &[(Civilians, "745"), (Fighters, "273")],
            &["PartsComplete: 745 + 273 = 1,018 fits the total, more than 1,000."],
        ),
        (">1000", &[(Civilians, "745"), (Fighters, "1273")], &[]),
        (">1000", &[(Civilians, "745"), (Fighters, "255")], &[]),
        (
            "~1000",
            &[(Civilians, "745"), (Fighters, "273")],
            &["PartsComplete: 745 + 273 = 1,018 fits the total, about 1,000."],
        ),
        ("<=50", &[(Civilians, "20"), (Fighters, "5")], &[]),
        (
            "<50",
            &[(Civilians, "45"), (Fighters, "5")],
            &["PartsExceedTotal: 45 + 5 = 50 is above the total, fewer than 50."],
        ),
        (
            "nearly 50",
            &[(Civilians, "44"), (Fighters, "5")],
            &["PartsComplete: 44 + 5 = 49 fits the total, nearly 50."],
        ),
        (
            "31",
            &[(Civilians, ">=25"), (Fighters, ">10")],
            &[
                "PartsExceedTotal: at least 25 + more than 10 = more than 35 is above the total, 31.",
            ],
        ),
        ("31", &[(Civilians, "<=25"), (Fighters, "20..31")], &[]),
        // Women and children cut across: never added, but none can be above the whole.
        ("31", &[(Children, "20"), (Women, "15")], &[]),
        ("31", &[(Children, "20"), (Civilians, "15")], &[]),
        (
            "31",
            &[(Children, "40")],
            &["PartsExceedTotal: 40 is above the total, 31."],
        ),
        (
            "31",
            &[(Civilians, "40"), (Fighters, "2")],
            &["PartsExceedTotal: 40 is above the total, 31."],
        ),
        // Soldiers are within the security forces, perpetrators may be the fighters.
        (
            "31",
            &[
                (SecurityForces, "20"),
                (Soldiers, "15"),
                (Police, "5"),
                (Civilians, "11"),
            ],
            &["PartsComplete: 20 + 11 = 31 fits the total, 31."],
        ),
        (
            "31",
            &[(Soldiers, "20"), (Police, "11")],
            &["PartsComplete: 20 + 11 = 31 fits the total, 31."],
        ),
        (
            "31",
            &[(Fighters, "20"), (Perpetrators, "20"), (Civilians, "11")],
            &["PartsComplete: 20 + 11 = 31 fits the total, 31."],
        ),
        // Two claims for one group: the lower is taken, and nothing is called complete.
        (
            "31",
            &[(Civilians, "25"), (Civilians, "20"), (Fighters, "11")],
            &[],
        ),
        (
            "31",
            &[(Civilians, "25"), (Civilians, "22"), (Fighters, "11")],
            &["PartsExceedTotal: 22 + 11 = 33 is above the total, 31."],
        ),
        // A word is no number to add.
        (
            "31",
            &[(Civilians, "20"), (Fighters, "11"), (Police, "dozens:12")],
            &[],
        ),
        ("5", &[(Civilians, "dozens:12")], &[]),
        ("hundreds:100", &[(Civilians, "60"), (Fighters, "60")], &[]),
        ("?", &[(Civilians, "60"), (Fighters, "60")], &[]),
        (
            "18446744073709551615",
            &[(Civilians, "18446744073709551615"), (Fighters, "9")],
            &[],
        ),
        ("31", &[(People, "31")], &[]),
    ];
    for (whole, parts, expected) in cases {
        let parts = (parts.iter())
            .map(|&(group, notation)| claim(Outcome::Killed, group, notation).part_of(0));
        let claims: Vec<Claim> = std::iter::once(killed(whole)).chain(parts).collect();
        let found: Vec<String> = noticed(&Desk::of(vec![reading(claims)]))
            .iter()
            .map(|line| line.replace("Article 1. Killed: people: ", ""))
            .collect();
        assert_eq!(found, *expected, "{whole}");
    }
}

#[test]
fn parts_that_the_article_does_not_call_parts_can_make_up_the_total_but_never_exceed_it() {
    use Group::{Civilians, Fighters, Soldiers};
    let beside = |group, notation: &str| claim(Outcome::Killed, group, notation);
    let made_up = "PartsComplete: Article 1. Killed: people: 745 + 273 = 1,018 fits the total, more than 1,000.";
    let cases: Vec<(&str, Vec<Claim>, bool)> = vec![
        (
            "parts of nothing",
            vec![
                killed(">1000"),
                beside(Civilians, "745"),
                beside(Fighters, "273"),
            ],
            true,
        ),
        (
            "one of them a stated part",
            vec![
                killed(">1000"),
                beside(Civilians, "745").part_of(0),
                beside(Fighters, "273"),
            ],
            true,
        ),
        (
            "above the total",
            vec![killed("20"), beside(Civilians, "18"), beside(Soldiers, "5")],
            false,
        ),
        (
            "one above the total",
            vec![killed("20"), beside(Soldiers, "25")],
            false,
        ),
        (
            "a part of something else",
            vec![
                killed(">1000"),
                beside(Civilians, "745").part_of(9),
                beside(Fighters, "273"),
            ],
            false,
        ),
        (
            "another scope",
            vec![
                killed(">1000"),
                beside(Civilians, "745").at(Scope::Incident, None),
                beside(Fighters, "273"),
            ],
            false,
        ),
        (
            "a total that stands apart",
            vec![
                killed(">1000").status(Status::Denied),
                beside(Civilians, "745"),
                beside(Fighters, "273"),
            ],
            false,
        ),
    ];
    for (what, claims, complete) in cases {
        let found = noticed(&Desk::of(vec![reading(claims)]));
        match complete {
            true => assert_eq!(found, [made_up], "{what}"),
            false => assert!(found.is_empty(), "{what}: {found:?}"),
        }
    }
    let claims = vec![
        killed("40"),
        killed(">1000"),
        beside(Civilians, "745"),
        beside(Fighters, "273"),
    ];
    let mut under_toll = reading(claims.clone());
    under_toll.tolls.push(toll(Outcome::Killed, &claims, 1));
    assert_eq!(noticed(&Desk::of(vec![under_toll])), [made_up]);
    assert_eq!(
        noticed(&Desk::of(vec![reading(claims)])),
        Vec::<String>::new()
    );
}

#[test]
fn only_parts_of_the_same_whole_are_added() {
    let part = |notation: &str| claim(Outcome::Killed, Group::Civilians, notation).part_of(0);
    let other = [
        part("40").status(Status::Denied),
        part("40").at(Scope::Place, Some("Ulmen")),
        part("40").at(Scope::Incident, None),
        claim(Outcome::Injured, Group::Civilians, "40").part_of(0),
        claim(Outcome::Killed, Group::Families, "40").part_of(0),
        claim(Outcome::Killed, Group::Civilians, "40"),
        claim(Outcome::Killed, Group::Civilians, "40").part_of(99),
        claim(Outcome::Killed, Group::Civilians, "40").part_of(1),
    ];
    for claim in other {
        let desk = Desk::of(vec![reading([killed("31"), claim.clone()])]);
        assert_eq!(noticed(&desk), Vec::<String>::new(), "{claim:?}");
    }
    let gone = Desk::of(vec![reading([
        killed("31").status(Status::Refuted),
        part("40"),
    ])]);
    assert_eq!(noticed(&gone), Vec::<String>::new());
}

#[test]
fn a_replaced_figure_without_its_successor() {
    let mut pointing = killed("12");
    pointing.superseded_by = Some(77);
    for claim in [killed("12").status(Status::Superseded), pointing] {
        let desk = Desk::of(vec![reading([claim])]);
        assert_eq!(
            noticed(&desk),
            [
                "Superseded: Article 1. Killed: people: the article itself replaces 12 by a later figure."
            ]
        );
    }
}

// What holds of any articles

fn any_count() -> impl Strategy<Value = Count> {
    let number = prop_oneof![0..40_u64, Just(1000), Just(u64::MAX), any::<u64>()];
    let shape = select(vec![">=", ">", "<=", "<", "nearly ", "~", ""]);
    let numbered = (shape, number).prop_map(|(shape, number)| count(&format!("{shape}{number}")));
    let other = select(vec![
        "?",
        "dozens:12",
        "several:3",
        "20..30",
        "printed 9e99",
    ]);
    prop_oneof![4 => numbered, 1 => other.prop_map(count)]
}

prop_compose! {
    fn any_claim()(
        outcome in prop_oneof![3 => Just(Outcome::Killed), 1 => Just(Outcome::Injured), 1 => Just(Outcome::Affected)],
        group in prop_oneof![3 => Just(Group::People), 1 => Just(Group::Children), 1 => Just(Group::Families)],
        count in any_count(),
        counter in proptest::option::of(select(vec!["SOHR", "Syrian Observatory for Human Rights", "police"])),
        // Most claims meet in a few rows.
        scope in prop_oneof![4 => Just(Scope::Event), 1 => Just(Scope::Place), 1 => Just(Scope::Incident), 1 => Just(Scope::Background)],
        place in proptest::option::of(select(vec!["Ulmen", "ULMEN", "the town of Karsova", ""])),
        status in select(vec![Status::Reported, Status::Feared, Status::Denied, Status::Superseded]),
        part_of in proptest::option::of(0..9_usize),
        superseded_by in proptest::option::weighted(0.1, 0..9_usize),
        times in 1..3_usize,
    ) -> Claim {
        let mut claim = claim(outcome, group, "1").status(status).mentioned(times);
        if let Some(counter) = counter {
            claim = claim.by(counter);
        }
        Claim { count, scope, place: place.map(str::to_owned), part_of, superseded_by, ..claim }
    }
}

fn any_extraction() -> impl Strategy<Value = Extraction> {
    proptest::collection::vec(any_claim(), 0..8).prop_map(reading)
}

proptest! {
    #[test]
    fn the_order_of_articles_changes_only_columns(
        extractions in proptest::collection::vec(any_extraction(), 0..6),
    ) {
        let straight = Desk::of(extractions.clone()).compare();
        let turned = Desk::of(extractions.into_iter().rev().collect()).compare();
        let last = straight.rows.first().map_or(0, |row| row.cells.len().saturating_sub(1));
        let back: Vec<Row> = (turned.rows.into_iter())
            .map(|mut row| {
                row.cells.reverse();
                for cell in row.cells.iter_mut().flatten() {
                    cell.article = last - cell.article;
                }
                row
            })
            .collect();
        prop_assert_eq!(straight.rows, back);
        let kinds = |findings: &[Finding]| -> Vec<_> {
            findings.iter().map(|finding| (finding.kind, finding.claims.len())).collect()
        };
        let (mut one, mut other) = (kinds(&straight.findings), kinds(&turned.findings));
        one.sort_by_key(|&(kind, claims)| (format!("{kind:?}"), claims));
        other.sort_by_key(|&(kind, claims)| (format!("{kind:?}"), claims));
        prop_assert_eq!(one, other);
    }

    #[test]
    fn an_article_added_changes_no_others_cells(
        extractions in proptest::collection::vec(any_extraction(), 1..6),
        added in any_extraction(),
    ) {
        // Rows may move, for the added article can state what others are folded under.
        let cells = |comparison: &Comparison, articles: usize| -> Vec<_> {
            let mut cells: Vec<_> = (comparison.rows.iter())
                .map(|row| (
                    row.outcome,
                    row.group,
                    row.scope,
                    row.cells.iter().take(articles).cloned().collect::<Vec<_>>(),
                ))
                .filter(|(.., cells)| cells.iter().any(Option::is_some))
                .collect();
            cells.sort_by_cached_key(|row| format!("{row:?}"));
            cells
        };
        let before = Desk::of(extractions.clone()).compare();
        let mut more = extractions.clone();
        more.push(added);
        let after = Desk::of(more).compare();
        prop_assert_eq!(cells(&before, extractions.len()), cells(&after, extractions.len()));
    }

    #[test]
    fn no_claim_is_lost_and_none_stands_twice(
        extractions in proptest::collection::vec(any_extraction(), 0..6),
    ) {
        let desk = Desk::of(extractions);
        let comparison = desk.compare();
        for (article, extraction) in desk.extractions.iter().enumerate() {
            let mut seen: Vec<usize> = (comparison.rows.iter())
                .filter_map(|row| row.cells.get(article)?.as_ref())
                .flat_map(|cell| cell.claims.iter().copied())
                .collect();
            let apart = (extraction.claims.iter().enumerate())
                .filter(|(_, claim)| apart(claim).is_some())
                .map(|(index, _)| index);
            seen.extend(apart);
            seen.sort_unstable();
            prop_assert_eq!(seen, (0..extraction.claims.len()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn findings_point_at_what_is_there_and_judge_nobody(
        extractions in proptest::collection::vec(any_extraction(), 0..6),
    ) {
        let desk = Desk::of(extractions);
        let comparison = desk.compare();
        for finding in &comparison.findings {
            for (article, claim) in &finding.claims {
                prop_assert!(finding.articles.contains(article));
                let claims = desk.extractions.get(*article).map(|extraction| &extraction.claims);
                prop_assert!(claims.is_some_and(|claims| claims.get(*claim).is_some()));
            }
            let words = finding.text.to_lowercase();
            for verdict in ["wrong", "true", "false", "correct", "mistake", "error"] {
                prop_assert!(!words.contains(verdict), "{}", finding.text);
            }
        }
        let differing = comparison.rows.iter().filter(|row| row.verdict == Verdict::Differ).count();
        let found = (comparison.findings.iter())
            .filter(|finding| finding.kind == FindingKind::Differ)
            .count();
        prop_assert_eq!(found, differing, "one for each row that differs");
    }

    #[test]
    fn an_article_beside_its_double_never_differs(extraction in any_extraction()) {
        let rows = Desk::of(vec![extraction.clone(), extraction]).compare().rows;
        for row in rows {
            prop_assert_eq!(row.verdict, Verdict::Agree, "{:?}", row);
        }
    }
}

// Findings across texts

/// Articles of these texts, with what is read out of each.
fn of_texts(texts: &[String]) -> Desk {
    let mut desk = Desk::of(
        texts
            .iter()
            .map(|text| casualty_compare::extract(text))
            .collect(),
    );
    for (article, text) in desk.articles.iter_mut().zip(texts) {
        article.text.clone_from(text);
    }
    desk
}

/// Sentences that differ from one another and name nobody; of `kind` and of no other.
fn filler(kind: usize, sentences: usize) -> String {
    (0..sentences)
        .map(|n| {
            format!("Road {kind}x{n} past mill {kind}y{n} was closed by crew {kind}z{n} at dusk. ")
        })
        .collect()
}

fn shared(desk: &Desk) -> Vec<(Vec<usize>, String)> {
    (desk.compare().findings.into_iter())
        .filter(|finding| finding.kind == FindingKind::CopiedText)
        .map(|finding| (finding.articles, finding.text))
        .collect()
}

#[test]
fn passages_that_stand_in_two_articles() {
    let passage = "“We heard it twice and then all the windows of the ward came down at once”, a nurse told the crew 🙂. ";
    let texts = [
        format!("{passage}{}", filler(1, 4)),
        filler(2, 4),
        format!("{}{}{}", filler(3, 2), passage.to_uppercase(), filler(4, 1)),
    ];
    let desk = of_texts(&texts);
    let found = desk.compare().findings;
    let [finding] = found.as_slice() else {
        panic!("one finding, not {found:?}");
    };
    assert_eq!(finding.kind, FindingKind::CopiedText);
    assert_eq!(finding.articles, [0, 2]);
    let words: Vec<&str> = (finding.passages.iter())
        .map(|passage| &texts[passage.article][passage.start..passage.end])
        .collect();
    let nurse = |text: &str| {
        text.to_lowercase().starts_with("we heard it twice")
            && text.to_lowercase().ends_with("told the crew 🙂. road")
    };
    assert!(
        words.len() == 2 && words.iter().all(|text| nurse(text)),
        "{words:?}"
    );
}

#[test]
fn an_article_twice_is_copied_and_nine_words_are_not() {
    let text = "Nine people were killed in Ulm.".to_owned();
    let twice = of_texts(&[text.clone(), filler(1, 5), text]);
    let expected = "Article 1 and Article 3 have 1 passage in common word for word: 100 % of the shorter one's words.";
    assert_eq!(shared(&twice), [(vec![0, 2], expected.to_owned())]);
    let nine = "one two three four five six seven eight nine";
    let some = of_texts(&[
        format!("{nine}. {}", filler(1, 5)),
        format!("{nine}! {}", filler(2, 5)),
    ]);
    assert_eq!(shared(&some), []);
    assert_eq!(
        shared(&of_texts(&[String::new(), String::new(), " – ".to_owned()])),
        []
    );
}

#[test]
fn one_finding_for_however_many_copies() {
    let texts: Vec<String> = (0..60)
        .map(|n| format!("{}{}", filler(0, 9), filler(n + 1, 3)))
        .collect();
    let found = shared(&of_texts(&texts));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, (0..60).collect::<Vec<_>>());
}

#[test]
fn articles_about_different_events() {
    let texts = [
        "An avalanche near Sankt Ludolf killed 16 people, the Ludolf rescue service of Brandau and Kesselhorn said.",
        "A ferry sank off Port Amsel and 31 people drowned, said the coastguard of Amsel, Corvina and Marrow.",
        "In Port Amsel the ferry killed 33 people, said the harbour of Amsel near Marrow in Corvina.",
        "Nine people died.",
    ]
    .map(str::to_owned);
    let of = |texts: &[String]| -> Vec<Vec<usize>> {
        (of_texts(texts).compare().findings.into_iter())
            .filter(|finding| finding.kind == FindingKind::DifferentEvents)
            .map(|finding| finding.articles)
            .collect()
    };
    assert_eq!(of(&texts), [[0, 1, 2]]);
    assert_eq!(of(&texts[1..]), Vec::<Vec<usize>>::new());
    // The same names, and months between: another ferry.
    let dated = |day: &str, text: &str| format!("{day}\n\n{text}");
    let apart = [
        dated("2 May 2024", &texts[1]),
        dated("9 August 2024", &texts[2]),
    ];
    assert_eq!(of(&apart), [[0, 1]]);
    let near = [
        dated("2 May 2024", &texts[1]),
        dated("9 May 2024", &texts[2]),
    ];
    assert_eq!(of(&near), Vec::<Vec<usize>>::new());
}

#[test]
fn the_same_figures_without_a_counter() {
    let told = |notations: [&str; 3]| {
        let [all, civilians, fighters] = notations;
        reading([
            killed(all),
            claim(Outcome::Killed, Group::Civilians, civilians),
            claim(Outcome::Killed, Group::Fighters, fighters),
        ])
    };
    let origins = |desk: &Desk| -> Vec<String> {
        (desk.compare().findings.into_iter())
            .filter(|finding| finding.kind == FindingKind::OneOrigin)
            .map(|finding| finding.text)
            .collect()
    };
    let desk = Desk::of(vec![
        told(["2000", "745", "148"]),
        told([">900", ">=745", "~148"]),
        told(["30", "10", "20"]),
        told(["30", "10", "20"]),
    ]);
    assert_eq!(
        origins(&desk),
        [
            "Article 1 and Article 2 state the same figures, 745 and 148, and name no counter for them: perhaps one origin."
        ]
    );
    // Two counters are two origins.
    let by = |counter: &str| {
        reading([
            killed("745").by(counter),
            claim(Outcome::Killed, Group::Fighters, "148").by(counter),
        ])
    };
    assert_eq!(
        origins(&Desk::of(vec![by("Ministry"), by("Monitor")])),
        Vec::<String>::new()
    );
}

#[test]
fn a_finding_is_known_again() {
    let keys = |desk: &Desk| -> Vec<(FindingKind, String)> {
        (desk.compare().findings.into_iter())
            .map(|finding| (finding.kind, finding.key))
            .collect()
    };
    let before = keys(&stating(&["12", "14"]));
    // Articles that say the same, or something else of which nothing is noticed, change no key.
    assert_eq!(keys(&stating(&["14", "12", "12", "dozens:12"])), before);
    assert_ne!(keys(&stating(&["12", "15"])), before);
    let mut all = keys(&syria_coast());
    let count = all.len();
    all.sort_by(|one, other| one.1.cmp(&other.1));
    all.dedup_by(|one, other| one.1 == other.1);
    assert_eq!(all.len(), count, "no two findings share a key");
}

// Ladders

#[test]
fn what_ladders_pick() {
    use Ladder::{Acled, Gtd, Ucdp};
    use Step::{Latest, Lowest, Majority, Only};
    /// Of each article: its count, its counter and its date.
    type Told<'a> = (&'a str, &'a str, &'a str);
    type Case<'a> = (&'a [Told<'a>], Ladder, Option<(u64, Step)>);
    let undated = [
        ("12", "Ministry", ""),
        ("15", "Monitor", ""),
        ("15", "Mayor", ""),
    ];
    let dated = [
        ("12", "Ministry", "2 May 2024"),
        ("15", "Monitor", "1 May 2024"),
        (">=9", "", "1 May 2024"),
    ];
    let cases: &[Case<'_>] = &[
        (&undated, Gtd, Some((15, Majority))),
        (&undated, Acled, Some((12, Lowest))),
        (&undated, Ucdp, Some((15, Majority))),
        (&dated, Gtd, Some((12, Latest))),
        (&dated, Acled, Some((9, Lowest))),
        (
            &[("12", "Ministry", "2 May"), ("15", "Monitor", "3 May 2024")],
            Gtd,
            Some((15, Latest)),
        ),
        (
            &[
                ("12", "Ministry", "30 December"),
                ("15", "Monitor", "2 January"),
            ],
            Gtd,
            Some((12, Lowest)),
        ),
        (
            &[("12", "Ministry", "2 May 2024"), ("15", "Ministry", "")],
            Gtd,
            Some((12, Lowest)),
        ),
        (
            &[
                ("12", "Ministry", ""),
                ("15", "Ministry", ""),
                ("15", "Ministry", ""),
            ],
            Gtd,
            Some((12, Lowest)),
        ),
        // One counter is no majority.
        (
            &[("15", "Ministry", ""), ("12", "", "")],
            Gtd,
            Some((12, Lowest)),
        ),
        (&[("12", "", ""), ("~12", "", "")], Gtd, Some((12, Only))),
        (&[("<=30", "", ""), ("12", "", "")], Acled, Some((12, Only))),
        (
            &[("<=30", "", ""), ("<40", "", "")],
            Acled,
            Some((30, Lowest)),
        ),
        (
            &[("dozens:12", "", ""), ("45", "", "")],
            Acled,
            Some((45, Only)),
        ),
        (&[("dozens:12", "", "")], Acled, None),
        (
            &[
                ("18446744073709551615", "Ministry", ""),
                ("0", "Monitor", ""),
            ],
            Ucdp,
            Some((0, Lowest)),
        ),
    ];
    for (told, ladder, expected) in cases {
        let readings = told.iter().map(|&(notation, counter, _)| match counter {
            "" => reading([killed(notation)]),
            counter => reading([killed(notation).by(counter)]),
        });
        let mut desk = Desk::of(readings.collect());
        for (article, (.., date)) in desk.articles.iter_mut().zip(*told) {
            article.date = Some((*date).to_owned());
        }
        let read = desk.read();
        let rows = desk.compare().rows;
        let picked = Ladders::new(&read).reading(*ladder, rows.first().expect("the row"));
        assert_eq!(
            picked.map(|picked| (picked.best, picked.step)),
            *expected,
            "{told:?} {ladder:?}"
        );
    }
}

#[test]
fn what_a_party_claims_counts_only_alone() {
    let party = || killed("900").by("Army").status(Status::Claimed);
    let of = |extractions: Vec<Extraction>, ladder| {
        let desk = Desk::of(extractions);
        let rows = desk.compare().rows;
        let read = desk.read();
        let picked = Ladders::new(&read).reading(ladder, rows.first().expect("the row"));
        picked.map(|picked| (picked.low, picked.best, picked.high, picked.claims))
    };
    let both = || {
        vec![
            reading([party()]),
            reading([killed("20")]),
            reading([killed("30")]),
        ]
    };
    assert_eq!(
        of(both(), Ladder::Ucdp),
        Some((Some(20), 20, Some(30), vec![(1, 0)]))
    );
    assert_eq!(
        of(both(), Ladder::Gtd),
        Some((None, 20, None, vec![(1, 0)]))
    );
    assert_eq!(
        of(vec![reading([party()])], Ladder::Gtd),
        Some((None, 900, None, vec![(0, 0)]))
    );
}

proptest! {
    #[test]
    fn the_order_of_texts_changes_no_finding(
        chosen in proptest::collection::vec((0..4_usize, 0..4_usize), 0..6),
    ) {
        let texts: Vec<String> = (chosen.iter())
            .map(|&(one, other)| format!("{}{} At least {}1 people were killed in Port Amsel.", filler(one, 3), filler(other, 2), one + 1))
            .collect();
        let told = |desk: &Desk| -> Vec<(FindingKind, String, usize, usize)> {
            let mut told: Vec<_> = (desk.compare().findings.into_iter())
                .map(|found| (found.kind, found.key, found.articles.len(), found.claims.len()))
                .collect();
            told.sort_by(|one, other| one.1.cmp(&other.1));
            told
        };
        let turned: Vec<String> = texts.iter().rev().cloned().collect();
        prop_assert_eq!(told(&of_texts(&texts)), told(&of_texts(&turned)));
    }

    #[test]
    fn rows_are_folded_under_earlier_rows_and_all_findings_have_keys_of_their_own(
        extractions in proptest::collection::vec(any_extraction(), 0..6),
    ) {
        let comparison = Desk::of(extractions).compare();
        for (at, row) in comparison.rows.iter().enumerate() {
            prop_assert!(row.parent.is_none_or(|parent| parent < at));
            prop_assert_eq!(row.articles, row.cells.iter().flatten().count());
        }
        let mut keys: Vec<&str> = comparison.findings.iter().map(|found| found.key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        prop_assert_eq!(keys.len(), comparison.findings.len());
    }

    #[test]
    fn a_ladder_picks_a_printed_number_of_the_row(
        extractions in proptest::collection::vec(any_extraction(), 0..6),
        ladder in select(Ladder::ALL.to_vec()),
    ) {
        let desk = Desk::of(extractions);
        let (read, comparison) = (desk.read(), desk.compare());
        let ladders = Ladders::new(&read);
        for row in &comparison.rows {
            let picked = ladders.reading(ladder, row);
            prop_assert_eq!(picked.is_some(), row.range.is_some());
            if let (Some(picked), Some(range)) = (picked, row.range) {
                prop_assert!((range.low..=range.high).contains(&picked.best));
                prop_assert!(picked.low.is_none_or(|low| low <= picked.best));
                prop_assert!(picked.high.is_none_or(|high| high >= picked.best));
                prop_assert!(!picked.claims.is_empty());
            }
        }
    }
}
