//! What is shown: words, the table and its text, and the chart's geometry as values.

mod hand;

use casualty_compare::compare::align::Apart;
use casualty_compare::model::{
    Article, Attribution, AttributionKind, Date, Group, LARGEST_COUNT, Ladder, Outcome, Qualifier,
    Scope, Status, Verdict,
};
use casualty_compare::present::chart::{Anchor, Bar, Chart, Label, Shape};
use casualty_compare::present::dates::{article_date, date, date_note};
use casualty_compare::present::reading::readings;
use casualty_compare::present::sections::{self, RowKey, outcomes, words_and_number};
use casualty_compare::present::{ChartOptions, Scale, Table, chart, panels, table, text, words};
use hand::{Desk, With, claim, count, derived, killed, reading, syria_coast};
use proptest::prelude::*;
use proptest::sample::select;

fn shown(desk: &Desk) -> Table {
    table(&desk.read(), &desk.compare())
}

// Words

#[test]
fn numbers_have_commas() {
    let cases = [
        (0, "0"),
        (12, "12"),
        (999, "999"),
        (1000, "1,000"),
        (12_345, "12,345"),
        (LARGEST_COUNT, "9,007,199,254,740,991"),
        (u64::MAX, "18,446,744,073,709,551,615"),
    ];
    for (value, expected) in cases {
        assert_eq!(words::number(value), expected);
    }
}

#[test]
fn short_numbers_lose_no_digit() {
    let cases = [
        (0, "0"),
        (1500, "1,500"),
        (999_999, "999,999"),
        (1_000_000, "1 million"),
        (2_500_000, "2.5 million"),
        (2_550_000, "2,550,000"),
        (20_000_000_000, "20 billion"),
        (10_000_000_000_000_000, "10 quadrillion"),
        (u64::MAX, "18,446,744,073,709,551,615"),
    ];
    for (value, expected) in cases {
        assert_eq!(words::short_number(value), expected);
    }
}

#[test]
fn counts_are_shown_as_stated() {
    let cases = [
        ("745", "745"),
        ("0", "0"),
        (">1000", "more than 1,000"),
        (">=745", "at least 745"),
        ("<=30", "up to 30"),
        ("<30", "fewer than 30"),
        ("nearly 300", "nearly 300"),
        ("~745", "about 745"),
        ("20..30", "20 to 30"),
        ("dozens:12", "dozens"),
        ("Dozens:12", "dozens"),
        ("?", "unknown"),
        ("printed 99999999999999999999", "99999999999999999999"),
    ];
    for (notation, expected) in cases {
        assert_eq!(words::count(&count(notation)), expected, "{notation}");
    }
}

#[test]
fn no_open_end_is_hidden_by_a_qualifier_that_does_not_fit() {
    let cases = [
        (Some(5), None, Qualifier::Exact, "at least 5"),
        (None, Some(5), Qualifier::Exact, "up to 5"),
        (Some(5), Some(7), Qualifier::Exact, "5 to 7"),
        (Some(5), Some(7), Qualifier::About, "about 5 to 7"),
        (Some(5), Some(5), Qualifier::MoreThan, "5"),
        (None, None, Qualifier::Exact, "unknown"),
        (Some(12), None, Qualifier::Vague, "at least 12"),
    ];
    for (low, high, qualifier, expected) in cases {
        assert_eq!(words::bounds(low, high, qualifier), expected);
    }
}

#[test]
fn sources_are_told_in_words() {
    let stated = |counter: Option<&str>, carrier: Option<&str>, kind| Attribution {
        counter: counter.map(str::to_owned),
        carrier: carrier.map(str::to_owned),
        kind,
    };
    use AttributionKind::{Inherited, Named, Unnamed};
    let cases = [
        (Some("X"), None, Named, "according to X"),
        (Some("X"), Some("Y"), Named, "according to X, relayed by Y"),
        (None, Some("Y"), Named, "relayed by Y"),
        (Some("X"), None, Inherited, "as before: X"),
        (
            Some("X"),
            Some("Y"),
            Inherited,
            "as before: X, relayed by Y",
        ),
        (None, Some("Y"), Inherited, "as before: relayed by Y"),
        (None, None, Unnamed, "unnamed source"),
        (None, Some("Y"), Unnamed, "unnamed source, relayed by Y"),
        (Some("reports"), None, Unnamed, "unnamed source: reports"),
        (None, None, Named, "unnamed source"),
    ];
    for (counter, carrier, kind, expected) in cases {
        let attribution = stated(counter, carrier, kind);
        assert_eq!(words::attribution(Some(&attribution)), expected);
    }
    assert_eq!(words::attribution(None), "the article's own voice");
}

#[test]
fn every_word_of_the_model_has_its_own_label() {
    let outcomes = Outcome::ALL.map(words::outcome);
    let groups = Group::ALL.map(words::group);
    for labels in [outcomes.as_slice(), groups.as_slice()] {
        let mut distinct = labels.to_vec();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), labels.len());
    }
}

#[test]
fn what_narrows_a_claim() {
    let label = words::where_label;
    assert_eq!(label(Scope::Event, Some("Ulmen")), None);
    assert_eq!(
        label(Scope::Place, Some("Ulmen")).as_deref(),
        Some("place: Ulmen")
    );
    assert_eq!(
        label(Scope::Incident, None).as_deref(),
        Some("one incident")
    );
    assert_eq!(
        label(Scope::Background, Some("2013")).as_deref(),
        Some("background: 2013")
    );
}

// Table

/// Each row as its label, shown cells, range, standing and verdict.
fn lines(table: &Table) -> Vec<String> {
    (table.rows.iter())
        .map(|row| {
            let cells: Vec<&str> = (row.cells.iter())
                .map(|cell| cell.as_ref().map_or("-", |cell| cell.shown.as_str()))
                .collect();
            let cells = cells.join(" | ");
            format!(
                "{}: {cells} = {} ({}) {}",
                row.label, row.range, row.standing, row.verdict_label
            )
        })
        .collect()
}

#[test]
fn the_table_of_five_articles() {
    let table = shown(&syria_coast());
    let expected = [
        "Killed: people: more than 1,000 | more than 1,000 | more than 1,000 | more than 1,300 | more than 1,000 \
         = 1,000 to 1,300, open above (5 articles, 0 named counters) later count?",
        "Killed: people (one incident): - | 31 | - | - | - = 31 (1 article, 1 named counter) one article",
        "Killed: children (one incident): - | 9 | - | - | - = 9 (1 article, 0 named counters) one article",
        "Killed: women (one incident): - | 4 | - | - | - = 4 (1 article, 0 named counters) one article",
        "Killed: civilians: 745 | at least 745 | 745 | more than 973 | about 745 \
         = 745 to 973, open above (5 articles, 1 named counter) differ",
        "Killed: security forces: - | 125 | 125 | - | 125 = 125 (3 articles, 1 named counter) agree",
    ];
    let found = lines(&table);
    assert_eq!(found.get(..6), Some(expected.map(str::to_owned).as_slice()));
    assert_eq!(
        found.last().map(String::as_str),
        Some(
            "Displaced: people: - | - | - | - | thousands = thousands (1 article, 0 named counters) one article"
        )
    );
    let civilians = table.rows.get(4).expect("the civilians");
    assert_eq!(civilians.counters, ["Syrian Observatory for Human Rights"]);
    assert_eq!(civilians.carriers, ["BBC", "NPR"]);
    let parents: Vec<Option<usize>> = table.rows.iter().map(|row| row.parent).collect();
    let expected = [
        None,
        Some(0),
        Some(1),
        Some(1),
        None,
        None,
        Some(5),
        None,
        None,
    ];
    assert_eq!(parents, expected);
}

#[test]
fn a_cell_says_who_and_what_else() {
    let table = shown(&syria_coast());
    let cell = (table.rows.get(4))
        .and_then(|row| row.cells.get(3)?.as_ref())
        .expect("the fourth article's civilians");
    assert_eq!(cell.claims, [1, 2]);
    assert_eq!(
        cell.sentence,
        "003. Killed: civilians: more than 973; relayed by BBC. Also: more than 800; relayed by NPR."
    );
    let other = cell.others.first().expect("the other claim");
    assert_eq!((other.claim, other.shown.as_str()), (2, "more than 800"));
    let feared = Desk::of(vec![reading([killed("25").status(Status::Feared)])]);
    let table = shown(&feared);
    let cell = (table.rows.first()).and_then(|row| row.cells.first()?.as_ref());
    assert_eq!(
        cell.map(|cell| cell.sentence.as_str()),
        Some("Article 1. Killed: people: 25 (feared); the article's own voice.")
    );
}

#[test]
fn claims_without_a_cell_are_listed_under_their_article() {
    let table = shown(&syria_coast());
    let found: Vec<Vec<(usize, Apart)>> = (table.apart.iter())
        .map(|claims| {
            claims
                .iter()
                .map(|claim| (claim.claim, claim.apart))
                .collect()
        })
        .collect();
    assert_eq!(
        found,
        [vec![], vec![(5, Apart::Superseded)], vec![], vec![], vec![]]
    );
    let claim = (table.apart.get(1))
        .and_then(|claims| claims.first())
        .expect("the claim");
    assert_eq!(claim.shown, "more than 600");
    assert_eq!(claim.label, "Killed: people");
    assert_eq!(claim.superseded_by, Some(0));
}

#[test]
fn ranges_in_words() {
    let cases: &[(&[&str], &str)] = &[
        (&["745"], "745"),
        (&[">1000", ">1000"], "more than 1,000"),
        (&["~745", "~745"], "about 745"),
        (&["745", ">=745"], "745, open above"),
        (&["745", "~745"], "745"),
        (&["745", ">973", ">1300"], "745 to 1,300, open above"),
        (&["<=30", "20"], "20 to 30, open below"),
        (&["<=30", ">=20"], "20 to 30, open below and above"),
        (&["20..30", "25"], "20 to 30"),
        (&["45", "dozens:12"], "45; dozens"),
        (&["dozens:12", "dozens:12", "?"], "dozens; unknown"),
        (&["0", "3"], "0 to 3"),
    ];
    for (notations, expected) in cases {
        let articles = notations.iter().map(|notation| reading([killed(notation)]));
        let table = shown(&Desk::of(articles.collect()));
        let range = table.rows.first().map(|row| row.range.as_str());
        assert_eq!(range, Some(*expected), "{notations:?}");
    }
}

#[test]
fn families_keep_their_unit() {
    let families = claim(Outcome::Displaced, Group::Families, ">300");
    let table = shown(&Desk::of(vec![reading([families])]));
    let row = table.rows.first().expect("the row");
    assert_eq!(row.range, "more than 300 families");
    let cell = row
        .cells
        .first()
        .and_then(Option::as_ref)
        .expect("the cell");
    assert_eq!(cell.shown, "more than 300 families");
}

#[test]
fn heads_are_outlet_then_title_then_number() {
    let mut desk = Desk::of(vec![reading([]); 6]);
    let given: [(Option<&str>, Option<&str>, Option<&str>); 6] = [
        (Some("Daily"), Some("Ferry sinks"), Some("3 May")),
        (None, Some("Ferry sinks"), None),
        (None, None, None),
        (Some("Daily"), None, None),
        (Some("  "), Some(""), None),
        (Some("Herald"), None, Some("4 May")),
    ];
    for (article, (outlet, title, date)) in desk.articles.iter_mut().zip(given) {
        article.outlet = outlet.map(str::to_owned);
        article.title = title.map(str::to_owned);
        article.date = date.map(str::to_owned);
    }
    let heads: Vec<(String, String)> = (shown(&desk).heads.into_iter())
        .map(|head| (head.label, head.detail))
        .collect();
    let expected = [
        ("Daily (article 1)", "Ferry sinks, 3 May"),
        ("Ferry sinks", ""),
        ("Article 3", ""),
        ("Daily (article 4)", ""),
        ("Article 5", ""),
        ("Herald", "4 May"),
    ];
    assert_eq!(
        heads,
        expected.map(|(label, detail)| (label.to_owned(), detail.to_owned()))
    );
}

/// One article that prints a total, one that prints only parts.
fn parts_only() -> Desk {
    let mut parts = reading([
        claim(Outcome::Killed, Group::Civilians, ">=12"),
        claim(Outcome::Killed, Group::Soldiers, "5"),
    ]);
    parts
        .tolls
        .push(derived(Outcome::Killed, 17, None, &[0, 1]));
    Desk::of(vec![reading([killed("20")]), parts])
}

#[test]
fn derived_totals_stand_in_the_total_row_and_take_no_part_in_it() {
    let desk = parts_only();
    let table = shown(&desk);
    let row = table.rows.first().expect("the total");
    assert_eq!(row.row, Some(0));
    assert_eq!((row.range.as_str(), row.verdict), ("20", Verdict::Single));
    assert_eq!(row.standing, "1 article, 0 named counters");
    let cell = row.cells.get(1).and_then(Option::as_ref).expect("the sum");
    assert!(cell.derived);
    assert_eq!(
        (cell.shown.as_str(), cell.note),
        ("at least 17", Some("derived"))
    );
    assert_eq!(cell.claims, [0, 1]);
}

#[test]
fn a_row_of_derived_totals_alone_stands_before_its_outcomes_rows() {
    let mut desk = parts_only();
    desk.articles.remove(0);
    desk.extractions.remove(0);
    let hurt = claim(Outcome::Injured, Group::People, "3");
    desk.extractions
        .iter_mut()
        .for_each(|extraction| extraction.claims.push(hurt.clone()));
    let labels: Vec<(Option<usize>, String)> = (shown(&desk).rows.into_iter())
        .map(|row| (row.row, row.label))
        .collect();
    let expected = [
        (None, "Killed: people"),
        (Some(0), "Killed: civilians"),
        (Some(1), "Killed: soldiers"),
        (Some(2), "Injured: people"),
    ];
    assert_eq!(labels, expected.map(|(row, label)| (row, label.to_owned())));
}

#[test]
fn a_stated_total_is_never_replaced_by_a_sum_and_one_part_is_no_sum() {
    let mut both = reading([
        killed("20"),
        claim(Outcome::Killed, Group::Civilians, "12"),
        claim(Outcome::Injured, Group::Soldiers, "5"),
    ]);
    both.tolls
        .push(derived(Outcome::Killed, 12, Some(12), &[1, 1]));
    both.tolls.push(derived(Outcome::Injured, 5, Some(5), &[2]));
    let table = shown(&Desk::of(vec![both]));
    assert!(
        table
            .rows
            .iter()
            .flat_map(|row| row.cells.iter().flatten())
            .all(|cell| !cell.derived)
    );
    assert_eq!(table.rows.len(), 3);
}

// Text

#[test]
fn the_table_as_text() {
    let desk = Desk::from_outlets(vec![
        (
            "a.txt",
            reading([
                killed(">1000"),
                killed(">600").status(Status::Superseded).by("Ministry"),
            ]),
        ),
        (
            "b.txt",
            reading([killed("~1200").by("SOHR"), killed("dozens:12")]),
        ),
    ]);
    let comparison = desk.compare();
    let expected = "                a.txt            b.txt        Range                                                         Verdict
Killed: people  more than 1,000  about 1,200  1,000 to 1,200, open above (2 articles, 1 named counter)  compatible

Also stated
  b.txt. Killed: people: dozens (the article's own voice)

Named counters
  Killed: people: SOHR

Set apart
  a.txt. Killed: people: more than 600 (superseded; according to Ministry)

Noticed
  a.txt. Killed: people: the article itself replaces more than 600 by a later figure.
";
    let found = text(&shown(&desk), &comparison.findings);
    let squeezed = |text: &str| {
        text.split(' ')
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(squeezed(&found), squeezed(expected));
    let at = |line: usize, word: &str| found.lines().nth(line).and_then(|line| line.find(word));
    assert_eq!(at(0, "b.txt"), at(1, "about 1,200"), "columns are aligned");
}

#[test]
fn text_without_figures_and_with_control_characters() {
    assert_eq!(
        text(&shown(&Desk::of(vec![reading([])])), &[]),
        "No casualty figures were read in these articles.\n"
    );
    let desk = Desk::from_outlets(vec![("a\u{1b}[2J\nb", reading([killed("1").by("x\ny")]))]);
    let found = text(&shown(&desk), &[]);
    assert!(
        found.chars().all(|c| c == '\n' || !c.is_control()),
        "{found:?}"
    );
}

#[test]
fn text_of_a_very_long_number() {
    let digits = "9".repeat(100_000);
    let desk = Desk::of(vec![
        reading([killed(&format!("printed {digits}"))]),
        reading([killed("12")]),
    ]);
    assert!(text(&shown(&desk), &[]).contains(&digits));
}

// Rows in their places

fn shape(table: &Table, unfolded: &[RowKey]) -> Vec<(String, usize, usize)> {
    (sections::lines(table, Outcome::Killed, unfolded).into_iter())
        .map(|line| {
            let row = line.key.find(table).expect("a row of the table");
            (row.label.clone(), line.depth, line.folded)
        })
        .collect()
}

#[test]
fn places_are_folded_under_their_row_and_shown_on_demand() {
    let at = |group, notation: &str, place| {
        claim(Outcome::Killed, group, notation).at(Scope::Place, Some(place))
    };
    let table = shown(&Desk::of(vec![reading([
        killed("40"),
        at(Group::People, "9", "Ulmen"),
        at(Group::Women, "4", "Ulmen"),
        claim(Outcome::Killed, Group::SecurityForces, "8"),
        claim(Outcome::Killed, Group::Police, "3"),
    ])]));
    let line = |label: &str, depth, folded| (label.to_owned(), depth, folded);
    let (people, forces, police) = (
        line("Killed: people", 0, 2),
        line("Killed: security forces", 0, 0),
        line("Killed: police", 1, 0),
    );
    let folded = shape(&table, &[]);
    assert_eq!(folded, [people.clone(), forces.clone(), police.clone()]);
    let unfolded: Vec<RowKey> = table.rows.iter().map(RowKey::of).collect();
    assert_eq!(
        shape(&table, &unfolded),
        [
            people,
            line("Killed: people (place: Ulmen)", 1, 0),
            line("Killed: women (place: Ulmen)", 2, 0),
            forces,
            police,
        ]
    );
}

#[test]
fn a_place_without_a_row_above_it_is_shown() {
    let place = killed("3").at(Scope::Place, Some("Ulmen"));
    let table = shown(&Desk::of(vec![reading([place])]));
    let alone = ("Killed: people (place: Ulmen)".to_owned(), 0, 0);
    assert_eq!(shape(&table, &[]), [alone]);
    assert_eq!(outcomes(&table), [Outcome::Killed]);
}

#[test]
fn words_stand_apart_from_the_number() {
    assert_eq!(words_and_number("more than 1,000"), ("more than ", "1,000"));
    assert_eq!(words_and_number("20 to 30"), ("", "20 to 30"));
    assert_eq!(words_and_number("dozens"), ("dozens", ""));
}

#[test]
fn sources_of_one_number_share_a_line() {
    let feared = killed("12").status(Status::Feared);
    let table = shown(&Desk::of(vec![reading([
        killed("12").by("police").mentioned(2),
        killed("12").by("the ministry"),
        killed("15").by("a hospital"),
        killed("15"),
        feared,
    ])]));
    let cell = (table.rows.first())
        .and_then(|row| row.cells.first()?.as_ref())
        .expect("the cell");
    assert_eq!(
        cell.also(),
        [
            "Also: according to the ministry",
            "Also: 15, according to a hospital; the article's own voice",
            "Also: 12 (feared), the article's own voice",
        ]
    );
}

// Readings and dates

#[test]
fn a_reading_stands_beside_the_range_with_its_claims() {
    let desk = Desk::from_outlets(vec![
        ("A", reading([killed("41").by("police")])),
        ("B", reading([killed(">=50").by("the ministry")])),
        ("C", reading([killed("41")])),
        ("D", reading([killed("dozens:12")])),
    ]);
    let (comparison, table) = (desk.compare(), shown(&desk));
    let read = |ladder| {
        let all = readings(&desk.read(), &comparison, &table, ladder);
        assert_eq!(all.len(), table.rows.len());
        all.into_iter().next().flatten().expect("a reading")
    };
    let lowest = read(Ladder::Acled);
    assert_eq!(lowest.shown, "41");
    assert_eq!(lowest.step, "the lowest figure");
    assert_eq!(lowest.articles, "A and C");
    assert_eq!(lowest.claims, [(0, 0), (2, 0)]);
    assert_eq!(read(Ladder::Ucdp).shown, "low 41, best 41, high 50");
    let range = table.rows.first().map(|row| row.range.as_str());
    assert_eq!(range, Some("41 to 50, open above; dozens"));
    let wordy = Desk::of(vec![reading([killed("dozens:12")])]);
    let none = readings(
        &wordy.read(),
        &wordy.compare(),
        &shown(&wordy),
        Ladder::Acled,
    );
    assert_eq!(none, [None], "a word is no figure");
}

#[test]
fn who_says_when_an_article_was_written() {
    let article = |date: Option<&str>| Article {
        date: date.map(str::to_owned),
        ..Article::default()
    };
    assert_eq!(article_date(&article(None)), None);
    assert_eq!(date_note(&article(Some(" ")), true), None);
    let odd = article(Some("some day"));
    assert_eq!(article_date(&odd).as_deref(), Some("some day"));
    assert_eq!(
        date_note(&odd, true).as_deref(),
        Some("Entered by you; not understood as a date")
    );
    let day = |year| {
        date(Date {
            year,
            month: 3,
            day: 9,
        })
    };
    assert_eq!(day(Some(2025)), "9 March 2025");
    assert_eq!(day(None), "9 March");
}

// Chart

/// A chart of killed people, one article for each count.
fn bars_of(notations: &[&str], options: &ChartOptions) -> Chart {
    let articles = notations.iter().map(|notation| reading([killed(notation)]));
    chart(&shown(&Desk::of(articles.collect())), options)
}

fn bars(chart: &Chart) -> Vec<&Bar> {
    chart.groups.iter().flat_map(|group| &group.bars).collect()
}

fn log(width: f64) -> ChartOptions {
    ChartOptions {
        width,
        scale: Scale::Log,
        ..ChartOptions::default()
    }
}

#[test]
fn shapes_by_what_is_stated() {
    let linear = ChartOptions::default();
    let drawn = bars_of(
        &[
            "1000",
            ">500",
            "<=500",
            "nearly 500",
            "250..750",
            "~500",
            "dozens:12",
            "?",
            "0",
            ">=0",
            "printed 9e99",
            "<0",
        ],
        &linear,
    );
    let (base, end) = (drawn.base, drawn.right - 24.0);
    let along = |share: f64| ((base + (end - base) * share) * 100.0).round() / 100.0;
    let expected = [
        Shape::Solid { to: along(1.0) },
        Shape::OpenAbove {
            to: along(0.5),
            tip: along(0.5) + 24.0,
        },
        Shape::OpenBelow { to: along(0.5) },
        Shape::OpenBelow { to: along(0.5) },
        Shape::Range {
            low: along(0.25),
            high: along(0.75),
        },
        Shape::Solid { to: along(0.5) },
        Shape::Vague {
            from: along(0.012),
            to: along(0.012) + 56.0,
        },
        Shape::Unplaced,
        Shape::Zero,
        Shape::OpenAbove {
            to: base,
            tip: base + 24.0,
        },
        Shape::Unplaced,
        Shape::Zero,
    ];
    let found: Vec<Shape> = bars(&drawn).iter().map(|bar| bar.shape).collect();
    assert_eq!(found, expected);
}

#[test]
fn linear_ticks_are_round_and_reach_the_largest_number() {
    let cases: &[(&[&str], f64, &[u64])] = &[
        (&["7", "3"], 720.0, &[0, 1, 2, 3, 4, 5, 6, 7]),
        (&["0"], 720.0, &[0, 1]),
        (&["1"], 720.0, &[0, 1]),
        (
            &["1018", ">1300"],
            720.0,
            &[0, 200, 400, 600, 800, 1000, 1200, 1400],
        ),
        (&["1018", ">1300"], 240.0, &[0, 500, 1000, 1500]),
        (&["99"], 720.0, &[0, 20, 40, 60, 80, 100]),
        (
            &["9007199254740991"],
            320.0,
            &[0, 5_000_000_000_000_000, 10_000_000_000_000_000],
        ),
        (&["?"], 720.0, &[]),
    ];
    for (notations, width, expected) in cases {
        let options = ChartOptions {
            width: *width,
            ..ChartOptions::default()
        };
        let drawn = bars_of(notations, &options);
        let values: Vec<u64> = drawn.ticks.iter().map(|tick| tick.value).collect();
        assert_eq!(&values, expected, "{notations:?} at {width}");
    }
}

#[test]
fn log_ticks_are_zero_and_powers_of_ten() {
    let cases: &[(&[&str], f64, &[u64])] = &[
        (&["0", "7"], 720.0, &[0, 1, 10]),
        (&["10"], 720.0, &[0, 1, 10]),
        (&["12", ">1300"], 720.0, &[0, 1, 10, 100, 1000, 10_000]),
        (&["0"], 320.0, &[0, 1, 10]),
        (&["1300"], 240.0, &[0, 1, 100, 10_000]),
        (
            &["9007199254740991"],
            320.0,
            &[0, 100, 1_000_000_000, 10_000_000_000_000_000],
        ),
        (&[], 720.0, &[]),
    ];
    for (notations, width, expected) in cases {
        let drawn = bars_of(notations, &log(*width));
        let values: Vec<u64> = drawn.ticks.iter().map(|tick| tick.value).collect();
        assert_eq!(&values, expected, "{notations:?} at {width}");
    }
}

#[test]
fn a_logarithmic_axis_steps_evenly_and_keeps_zero_and_one_apart() {
    let drawn = bars_of(&["0", "1", "10", "100", "1000"], &log(720.0));
    let found: Vec<Shape> = bars(&drawn).iter().map(|bar| bar.shape).collect();
    let ends: Vec<f64> = found
        .iter()
        .map(|shape| match shape {
            Shape::Solid { to } => *to,
            _ => drawn.base,
        })
        .collect();
    assert_eq!(found.first(), Some(&Shape::Zero));
    let steps: Vec<f64> = ends.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert_eq!(steps.first(), Some(&28.0), "from zero to one");
    let decades = steps.get(1..).expect("three decades");
    assert!(
        decades
            .windows(2)
            .all(|pair| (pair[0] - pair[1]).abs() < 0.02),
        "{steps:?}"
    );
    assert_eq!(ends.last(), Some(&(drawn.right - 24.0)));
}

#[test]
fn a_small_number_beside_a_huge_one_is_seen() {
    let drawn = bars_of(&["1", "9007199254740991"], &ChartOptions::default());
    let first = bars(&drawn).first().map(|bar| bar.shape);
    let to = drawn.base + 1.0;
    assert_eq!(first, Some(Shape::Solid { to }));
}

#[test]
fn most_numbers_beside_a_far_larger_one_are_dwarfed() {
    let dwarfed = |notations: &[&str], options: &ChartOptions| bars_of(notations, options).dwarfed;
    let linear = ChartOptions::default();
    assert!(dwarfed(&["12", "15", ">=14", "9000"], &linear));
    assert!(!dwarfed(&["12", "15", ">=14", "9000"], &log(720.0)));
    assert!(!dwarfed(&["12", "15", "300"], &linear));
    assert!(!dwarfed(&["12", "9000", "8000", "0", "?"], &linear));
    assert!(!dwarfed(&["?"], &linear));
}

#[test]
fn only_articles_that_say_something_have_a_lane() {
    let table = shown(&syria_coast());
    let drawn = chart(&table, &ChartOptions::default());
    let found: Vec<(usize, Vec<usize>)> = (drawn.groups.iter())
        .map(|group| {
            (
                group.row,
                group.bars.iter().map(|bar| bar.article).collect(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            (0, vec![0, 1, 2, 3, 4]),
            (4, vec![0, 1, 2, 3, 4]),
            (5, vec![1, 2, 4]),
            (7, vec![1, 2, 4]),
            (8, vec![4]),
        ],
        "rows at event level"
    );
    assert_eq!(
        panels(&table)
            .iter()
            .map(|panel| (panel.outcome, panel.rows.as_slice(), panel.all.len()))
            .collect::<Vec<_>>(),
        [
            (Outcome::Killed, [0, 4, 5, 7].as_slice(), 8),
            (Outcome::Displaced, [8].as_slice(), 1)
        ]
    );
    let chosen = ChartOptions {
        rows: Some(vec![3, 99, 1]),
        ..ChartOptions::default()
    };
    let rows: Vec<usize> = chart(&table, &chosen)
        .groups
        .iter()
        .map(|group| group.row)
        .collect();
    assert_eq!(rows, [3, 1], "as chosen, in that order");
}

#[test]
fn replaced_figures_have_lanes_on_demand() {
    let table = shown(&syria_coast());
    let lanes = |superseded: bool| -> Vec<(usize, bool, String)> {
        let options = ChartOptions {
            superseded,
            ..ChartOptions::default()
        };
        let drawn = chart(&table, &options);
        let people = drawn.groups.first().expect("the row of people");
        (people.bars.iter())
            .map(|bar| (bar.article, bar.superseded, bar.count.text.clone()))
            .collect()
    };
    let current = |article, shown: &str| (article, false, shown.to_owned());
    let mut expected = vec![
        current(0, "more than 1,000"),
        current(1, "more than 1,000"),
        current(2, "more than 1,000"),
        current(3, "more than 1,300"),
        current(4, "more than 1,000"),
    ];
    assert_eq!(lanes(false), expected);
    expected.insert(2, (1, true, "more than 600 (superseded)".to_owned()));
    assert_eq!(lanes(true), expected, "below their article's own");
}

#[test]
fn a_count_stands_beside_its_arrow() {
    let drawn = bars_of(&["<=3", "9000"], &ChartOptions::default());
    let below = *bars(&drawn).first().expect("the bar");
    assert!(
        below.count.x >= drawn.base + 7.0,
        "the arrow of an open lower end is 7 px long, whatever the number"
    );
}

#[test]
fn an_outcome_without_event_rows_shows_its_places() {
    let place = killed("3").at(Scope::Place, Some("Ulmen"));
    let table = shown(&Desk::of(vec![reading([place])]));
    assert_eq!(
        panels(&table).first().map(|panel| panel.rows.as_slice()),
        Some([0].as_slice())
    );
    assert!(chart(&table, &ChartOptions::default()).groups.is_empty());
}

#[test]
fn bars_carry_their_sentence_and_claims() {
    let drawn = chart(&shown(&syria_coast()), &ChartOptions::default());
    let bar = (drawn.groups.get(1))
        .and_then(|group| group.bars.get(3))
        .expect("the bar");
    assert_eq!(bar.claims, [1, 2]);
    assert_eq!(bar.count.text, "more than 973");
    assert!(
        bar.sentence
            .starts_with("003. Killed: civilians: more than 973;")
    );
    assert!(
        drawn
            .summary
            .contains("linear scale. Killed: people: 1,000 to 1,300, open above;")
    );
    let sum = chart(&shown(&parts_only()), &ChartOptions::default());
    let derived: Vec<(bool, &str)> = bars(&sum)
        .iter()
        .map(|bar| (bar.derived, bar.count.text.as_str()))
        .take(2)
        .collect();
    assert_eq!(derived, [(false, "20"), (true, "at least 17 (derived)")]);
}

#[test]
fn narrow_charts_have_their_words_above_the_bars() {
    let narrow = ChartOptions {
        width: 320.0,
        ..ChartOptions::default()
    };
    let drawn = bars_of(&[">1000", "745"], &narrow);
    for bar in bars(&drawn) {
        assert!(bar.name.y < bar.y && bar.count.y < bar.y);
        assert_eq!(
            (bar.name.anchor, bar.count.anchor),
            (Anchor::Start, Anchor::End)
        );
    }
    let wide = bars_of(&[">1000", "745"], &ChartOptions::default());
    for bar in bars(&wide) {
        assert!(bar.name.x < wide.base && bar.name.anchor == Anchor::End);
        assert!(bar.y < bar.name.y && bar.name.y < bar.y + bar.height);
    }
}

#[test]
fn names_that_fit_are_not_shortened() {
    // The longest name makes the room; the sum of its letters' widths is no whole number.
    for name in ["Article 5", "The Harbour Post", "Iliad", "MMMWWW"] {
        let desk = Desk::from_outlets(vec![(name, reading([killed("745")]))]);
        let drawn = chart(&shown(&desk), &ChartOptions::default());
        assert!(
            bars(&drawn).iter().all(|bar| bar.name.text == name),
            "{name}"
        );
    }
}

#[test]
fn long_names_are_shortened_and_odd_widths_are_held() {
    let long = "The Very Long Name of a Regional Newspaper of Record".repeat(3);
    let desk = Desk::from_outlets(vec![(long.as_str(), reading([killed("745")]))]);
    for width in [320.0, 720.0, f64::NAN, f64::INFINITY, -5.0, 1e9] {
        let options = ChartOptions {
            width,
            ..ChartOptions::default()
        };
        let drawn = chart(&shown(&desk), &options);
        assert!((240.0..=4000.0).contains(&drawn.width), "{width}");
        let bar = *bars(&drawn).first().expect("the bar");
        let whole = bar.name.text == long;
        assert!(whole || bar.name.text.ends_with('…'), "{}", bar.name.text);
        assert!(
            bar.sentence.contains(&long),
            "the sentence has the whole name"
        );
    }
}

fn any_cell() -> impl Strategy<Value = String> {
    let number = prop_oneof![0..2000_u64, Just(LARGEST_COUNT), any::<u64>()];
    let shape = select(vec![">=", ">", "<=", "<", "nearly ", "~", ""]);
    let words = select(vec!["?", "hundreds:100", "20..3000", "printed 9e99"]);
    prop_oneof![
        4 => (shape, number).prop_map(|(shape, number)| format!("{shape}{number}")),
        1 => words.prop_map(str::to_owned),
    ]
}

/// Whether a label lies inside the chart, at 4.6 px for a letter: the narrowest that any is taken to be.
fn within(label: &Label, width: f64) -> bool {
    let length = label.text.chars().count() as f64 * 4.6;
    let (left, right) = match label.anchor {
        Anchor::Start => (label.x, label.x + length),
        Anchor::End => (label.x - length, label.x),
        Anchor::Middle => (label.x - length / 2.0, label.x + length / 2.0),
    };
    left >= 0.0 && right <= width
}

proptest! {
    #[test]
    fn every_part_of_every_chart_has_its_place(
        notations in proptest::collection::vec(any_cell(), 1..12),
        width in 200.0..1600.0_f64,
        scale in select(vec![Scale::Linear, Scale::Log]),
    ) {
        let lent: Vec<&str> = notations.iter().map(String::as_str).collect();
        let drawn = bars_of(&lent, &ChartOptions { width, scale, ..ChartOptions::default() });
        prop_assert!(drawn.base < drawn.right && drawn.right <= drawn.width);
        prop_assert!(drawn.bottom <= drawn.height);
        prop_assert!(drawn.ticks.is_sorted_by(|a, b| a.x < b.x && a.value < b.value));
        let all = bars(&drawn);
        prop_assert_eq!(all.len(), notations.len());
        let mut y = drawn.top;
        for bar in all {
            let ends = match bar.shape {
                Shape::Solid { to } | Shape::OpenBelow { to } => vec![to],
                Shape::OpenAbove { to, tip } => vec![to, tip],
                Shape::Range { low, high } => vec![low, high],
                Shape::Vague { from, to } => vec![from, to],
                Shape::Zero | Shape::Unplaced => vec![],
            };
            let inside = ends.iter().all(|x| (drawn.base..=drawn.right).contains(x));
            prop_assert!(inside && ends.is_sorted(), "{:?} in {}..{}", bar.shape, drawn.base, drawn.right);
            prop_assert!(bar.lane_y >= y && bar.y >= bar.lane_y, "lanes do not overlap");
            y = bar.lane_y + bar.lane_height;
            prop_assert!(bar.y + bar.height <= y);
            prop_assert!(within(&bar.name, drawn.width) && within(&bar.count, drawn.width));
        }
        prop_assert!(y <= drawn.bottom);
    }

    #[test]
    fn a_larger_number_never_has_a_shorter_bar(
        mut numbers in proptest::collection::vec(any::<u64>(), 2..8),
        scale in select(vec![Scale::Linear, Scale::Log]),
    ) {
        numbers.sort_unstable();
        let notations: Vec<String> = numbers.iter().map(u64::to_string).collect();
        let lent: Vec<&str> = notations.iter().map(String::as_str).collect();
        let drawn = bars_of(&lent, &ChartOptions { width: 720.0, scale, ..ChartOptions::default() });
        let ends: Vec<f64> = bars(&drawn)
            .iter()
            .map(|bar| match bar.shape {
                Shape::Solid { to } => to,
                _ => drawn.base,
            })
            .collect();
        prop_assert!(ends.is_sorted(), "{ends:?}");
    }
}
