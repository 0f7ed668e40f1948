//! How figures are shown: bars and verdicts explained, and which article has which pattern.

use super::entry::Entry;
use super::fills::fill;
use super::icon::{look_class, verdict_class, verdict_sign};
use super::shared::{Kept, live};
use super::state::Page;
use crate::model::Verdict;
use crate::words;
use leptos::prelude::*;

/// A bar in small: its class, its outline in a box of 50 by 16, an example, and what it means.
const BARS: [(&str, &str, &str, &str); 8] = [
    (
        "solid",
        "M1 3h44v10h-44z",
        "745",
        "a number, as printed; “about” is drawn at its number",
    ),
    (
        "open",
        "M1 3h26v10h-26zM30 7h4v2h-4zM36 7h4v2h-4zM42 4l6 4l-6 4z",
        "at least 745",
        "solid to the number, then open: the arrow says nothing of an amount",
    ),
    (
        "below",
        "M1.5 3.5h40v9h-40z",
        "up to 60",
        "hollow to the number: it may be less",
    ),
    (
        "range",
        "M1 3h22v10h-22zM23 7.2h18v1.6h-18zM40 4h1.6v8h-1.6z",
        "80 to 90",
        "solid to the lower number, a whisker to the higher one",
    ),
    (
        "vague",
        "M1 13l4-10h2l-4 10zM9 13l4-10h2l-4 10zM17 13l4-10h2l-4 10zM25 13l4-10h2l-4 10z",
        "dozens",
        "a hatched band: a word, of which only the lowest meaning is placed",
    ),
    (
        "derived",
        "M1 3h44v10h-44zM9 13l4-10M17 13l4-10M25 13l4-10M33 13l4-10",
        "14 (derived)",
        "hatched and outlined: a sum of parts that the article does not print",
    ),
    (
        "ghost",
        "M1.5 3.5h40v9h-40z",
        "9 (superseded)",
        "dashed, on demand: a figure that its own article replaces",
    ),
    (
        "absent",
        "",
        "–",
        "no figure in this article; this is not zero",
    ),
];

/// The legend, under the patterns of the articles where there are any.
pub fn draw_legend(patterns: Option<AnyView>) -> AnyView {
    let bars: Vec<AnyView> = (BARS.iter())
        .map(|&(class, path, example, meaning)| {
            let sample = draw_sample(format!("sample-{class}"), path, None);
            line(vec![sample, example.into_any()], "", meaning.to_owned())
        })
        .collect();
    let verdicts: Vec<AnyView> = (Verdict::ALL.iter())
        .map(|&verdict| {
            let sign = vec![verdict_sign(verdict), words::verdict(verdict).into_any()];
            let meaning = words::verdict_meaning(verdict).to_owned();
            line(sign, verdict_class(verdict), meaning)
        })
        .collect();
    view! {
        <div class="legend">
            {patterns} <dl class="legend-list">{bars}</dl> <dl class="legend-list">{verdicts}</dl>
        </div>
    }
    .into_any()
}

/// The pattern that the bars of each article have in the chart.
pub fn draw_patterns(page: Page, columns: Kept<Vec<Entry>>) -> AnyView {
    live(move || {
        let draw = |entry: &Entry| {
            let fill = Some(fill("own", entry.look));
            let sample = draw_sample(look_class(entry.look), "M0 1h50v14h-50z", fill);
            line(vec![sample], "", page.name(entry.id))
        };
        let lines: Vec<AnyView> = columns.with(|list| list.iter().map(draw).collect());
        Some(view! { <dl class="legend-list legend-patterns">{lines}</dl> }.into_any())
    })
}

fn draw_sample(class: String, path: &'static str, fill: Option<String>) -> AnyView {
    view! {
        <svg class=format!("sample {class}") viewBox="0 0 50 16" aria-hidden="true">
            <path d=path fill=fill />
        </svg>
    }
    .into_any()
}

fn line(term: Vec<AnyView>, class: &'static str, meaning: String) -> AnyView {
    view! {
        <div>
            <dt class=class>{term}</dt>
            <dd dir="auto">{meaning}</dd>
        </div>
    }
    .into_any()
}
