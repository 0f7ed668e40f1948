//! When an article was written, in words, and whether its text or the user says so.

use crate::extract::{dateline, parse_date};
use crate::model::{Article, Date};
use crate::words;

/// The date that counts for `article`, in words: as given beside the text, else "9 March 2025, from the text"; `None`
/// where neither says one.
pub fn article_date(article: &Article) -> Option<String> {
    match words::given(article.date.as_deref()) {
        Some(given) => Some(given.to_owned()),
        None => in_text(article).map(|date| format!("{date}, from the text")),
    }
}

/// What must be said of the date: whether it is read from the text or given, by the user or with the article; what the
/// text says where that is something else; and that words which are understood as no date are of no use to a ladder.
pub fn date_note(article: &Article, by_user: bool) -> Option<String> {
    let in_text = in_text(article);
    let Some(given) = words::given(article.date.as_deref()) else {
        return in_text.map(|date| format!("Read from the text: {date}"));
    };
    let parsed = parse_date(given).map(date);
    let mut note = match by_user {
        true => "Entered by you".to_owned(),
        false => "Given with the article".to_owned(),
    };
    if parsed.is_none() {
        note.push_str("; not understood as a date");
    }
    match in_text {
        Some(date) if parsed.as_ref() != Some(&date) => {
            note.push_str(&format!("; the text says {date}"))
        }
        _ => {}
    }
    Some(note)
}

fn in_text(article: &Article) -> Option<String> {
    dateline(&article.text).map(|found| date(found.date))
}

/// A date in words: "9 March 2025", "9 March".
pub fn date(of: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::from(of.month)
        .checked_sub(1)
        .and_then(|at| MONTHS.get(at));
    let day = format!("{} {}", of.day, month.copied().unwrap_or_default());
    match of.year {
        Some(year) => format!("{day} {year}"),
        None => day,
    }
}
