//! How figures are shown: bars and verdicts explained.

use super::icon::VerdictSign;
use crate::model::Verdict;
use crate::present::words;
use leptos::prelude::*;

/// The legend.
#[component]
pub fn Legend() -> impl IntoView {
    let bars = [
        (
            "solid",
            "745",
            "a number, as printed; “about” is drawn at its number",
        ),
        (
            "open",
            "at least 745",
            "solid to the number, then open: an arrow that says nothing of an amount",
        ),
        ("below", "up to 60", "hollow to the number: it may be less"),
        (
            "range",
            "80 to 90",
            "solid to the lower number, a whisker to the higher one",
        ),
        (
            "vague",
            "dozens",
            "a hatched band: a word, of which only the lowest meaning is placed",
        ),
        ("absent", "–", "no figure in this article; this is not zero"),
    ];
    let verdicts = [
        Verdict::Agree,
        Verdict::Compatible,
        Verdict::Differ,
        Verdict::Single,
    ];
    view! {
        <div class="legend">
            <dl class="legend-list">
                {bars
                    .into_iter()
                    .map(|(shape, example, meaning)| {
                        view! {
                            <div>
                                <dt>
                                    <Sample shape />
                                    <span class="legend-example">{example}</span>
                                </dt>
                                <dd>{meaning}</dd>
                            </div>
                        }
                    })
                    .collect_view()}
            </dl>
            <dl class="legend-list">
                {verdicts
                    .into_iter()
                    .map(|verdict| {
                        view! {
                            <div>
                                <dt>
                                    <span class=format!("verdict verdict-{verdict:?}")>
                                        <VerdictSign verdict />
                                        {words::verdict(verdict)}
                                    </span>
                                </dt>
                                <dd>{words::verdict_meaning(verdict)}</dd>
                            </div>
                        }
                    })
                    .collect_view()}
            </dl>
        </div>
    }
}

/// A bar in small.
#[component]
fn Sample(shape: &'static str) -> impl IntoView {
    let path = match shape {
        "solid" => "M1 3h44v10h-44z",
        "open" => "M1 3h26v10h-26zM30 7h4v2h-4zM36 7h4v2h-4zM42 4l6 4l-6 4z",
        "below" => "M1.5 3.5h40v9h-40z",
        "range" => "M1 3h22v10h-22zM23 7.2h18v1.6h-18zM40 4h1.6v8h-1.6z",
        "vague" => "M1 13l4-10h2l-4 10zM9 13l4-10h2l-4 10zM17 13l4-10h2l-4 10zM25 13l4-10h2l-4 10z",
        _ => "",
    };
    view! {
        <svg class=format!("sample sample-{shape}") viewBox="0 0 50 16" aria-hidden="true">
            <path d=path />
        </svg>
    }
}
