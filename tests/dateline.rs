//! The day on which an article says that it was written, and days as people type them.

use casualty_compare::extract::{dateline, parse_date};
use casualty_compare::model::Date;
use proptest::prelude::*;

fn date(year: Option<u16>, month: u8, day: u8) -> Date {
    Date { year, month, day }
}

#[test]
fn datelines_of_articles() {
    let march_9 = Some(date(None, 3, 9));
    let march_9_2025 = Some(date(Some(2025), 3, 9));
    let cases: &[(&str, Option<Date>, &str)] = &[
        (
            "KARSOVA, March 9 (Wire) - Twelve people died.",
            march_9,
            "March 9",
        ),
        (
            "KARSOVA, Tessera, 9 March 2025 – Twelve people died.",
            march_9_2025,
            "9 March 2025",
        ),
        (
            "KARSOVA (Wire), Mar. 9, 2025 — Twelve people died.",
            march_9_2025,
            "Mar. 9, 2025",
        ),
        ("KARSOVA – March 9 Twelve people died.", march_9, "March 9"),
        (
            "Why the dykes failed\n\nMarch 9 - Floods along the river killed twelve people, the office of the governor said on Tuesday.",
            march_9,
            "March 9",
        ),
        (
            "Ferry sinks off Ulm\n\n9 March 2025\n\nTwelve people died.",
            march_9_2025,
            "9 March 2025",
        ),
        (
            "Ferry sinks off Ulm\n2025-03-09\nTwelve people died.",
            march_9_2025,
            "2025-03-09",
        ),
        (
            "Published: 9 March 2025, 14:30\nTwelve people died.",
            march_9_2025,
            "9 March 2025",
        ),
        (
            "Ferry sinks\nUpdated on Sunday, March 9th, 2025 at 5:40 pm\nTwelve died.",
            march_9_2025,
            "March 9th, 2025",
        ),
        (
            "Ferry sinks\nBy Ana Ruiz | 9 March 2025\nTwelve died.",
            march_9_2025,
            "9 March 2025",
        ),
        (
            "Published 25/03/2025\nTwelve died.",
            Some(date(Some(2025), 3, 25)),
            "25/03/2025",
        ),
        (
            "Published 3/25/2025\nTwelve died.",
            Some(date(Some(2025), 3, 25)),
            "3/25/2025",
        ),
        (
            "Published 03/03/2025\nTwelve died.",
            Some(date(Some(2025), 3, 3)),
            "03/03/2025",
        ),
        (
            "Schnee in den Höhen – Ærø\nPublished 2024-02-29",
            Some(date(Some(2024), 2, 29)),
            "2024-02-29",
        ),
        // Nobody knows which is the month.
        ("Published 03/09/2025\nTwelve died.", None, ""),
        // A day of what is told.
        (
            "On March 6 gunmen attacked two villages in the hills and killed twelve people, officials said.",
            None,
            "",
        ),
        (
            "March 6 is the day on which gunmen attacked two villages – the second time – and killed twelve people, officials said.",
            None,
            "",
        ),
        (
            "The March 6 attack on the villages – the second of the year – killed twelve people in the hills.",
            None,
            "",
        ),
        (
            "Twelve people died in the fire of 9 March 2025, the mayor of the town said on Tuesday evening.",
            None,
            "",
        ),
        ("Published 2025-02-30\nTwelve died.", None, ""),
        ("Published 2023-02-29\nTwelve died.", None, ""),
        ("a\nb\nc\nd\ne\nf\ng\nh\n9 March 2025", None, ""),
        ("", None, ""),
    ];
    for &(text, expected, words) in cases {
        let found = dateline(text);
        assert_eq!(found.map(|found| found.date), expected, "{text}");
        let shown = found.and_then(|found| text.get(found.start..found.end));
        assert_eq!(shown.unwrap_or_default(), words, "{text}");
    }
}

#[test]
fn days_as_people_type_them() {
    let cases: &[(&str, Option<Date>)] = &[
        ("9 March 2025", Some(date(Some(2025), 3, 9))),
        ("March 9", Some(date(None, 3, 9))),
        ("Sunday, 9 Sept 2025", Some(date(Some(2025), 9, 9))),
        ("2025-03-09T14:30", Some(date(Some(2025), 3, 9))),
        ("2025-03-09 14:30", Some(date(Some(2025), 3, 9))),
        ("09.03.2025", None),
        ("30.03.2025", Some(date(Some(2025), 3, 30))),
        ("March", None),
        ("2025", None),
        ("", None),
    ];
    for &(written, expected) in cases {
        assert_eq!(parse_date(written), expected, "{written}");
    }
}

proptest! {
    #[test]
    fn any_text_has_a_date_within_it_or_none(text in "([A-Z]{2,6}|march|9|30|2025|\\PC|[-–, /\n.]){0,40}") {
        if let Some(found) = dateline(&text) {
            let words = text.get(found.start..found.end);
            prop_assert!(words.is_some_and(|words| parse_date(words) == Some(found.date)));
        }
    }
}
