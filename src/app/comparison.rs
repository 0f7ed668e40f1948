//! The comparison's side of the page: what was noticed, the table, what stands apart, the chart, the evidence.

use super::apart::ApartList;
use super::chart::Charts;
use super::entry::{Entry, Work};
use super::evidence::Evidence;
use super::legend::Legend;
use super::rows::RowsTable;
use super::state::{Page, use_page};
use super::summary::summary;
use crate::model::Finding;
use crate::present::words;
use leptos::prelude::*;

/// What there is to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// No article has text.
    Empty,
    /// There is text, and no claim was read in it.
    NoFigure,
    /// There are claims, and this many articles with text.
    Figures(usize),
}

/// The comparison.
#[component]
pub fn ComparisonPane() -> impl IntoView {
    let page = use_page();
    let columns = Memo::new(move |_| columns(page));
    let claims = Memo::new(move |_| claims(page));
    let stage = Memo::new(move |_| match (columns.with(Vec::len), claims.get()) {
        (0, _) => Stage::Empty,
        (_, 0) => Stage::NoFigure,
        (articles, _) => Stage::Figures(articles),
    });
    let figures = move || matches!(stage.get(), Stage::Figures(_));
    let sentence = move || {
        let articles = columns.with(Vec::len);
        page.compared
            .with(|compared| summary(compared, articles, claims.get()))
    };
    view! {
        <section class="comparison" id="comparison" tabindex="-1" aria-labelledby="comparison-head">
            <h2 id="comparison-head">"Comparison"</h2>
            <Show when=move || stage.get() == Stage::Empty>
                <div class="stage">
                    <p>"The figures of your articles will stand here, one row for each outcome and group."</p>
                    <h3>"How figures are shown"</h3>
                    <Legend />
                </div>
            </Show>
            <Show when=move || stage.get() == Stage::NoFigure>
                <div class="stage">
                    <p>
                        "No casualty figure was read so far. A figure is read where a number and what happened to whom stand together, as in “12 people were killed”."
                    </p>
                </div>
            </Show>
            <Show when=figures>
                <p class="summary">{sentence}</p>
                <Show when=move || stage.get() == Stage::Figures(1)>
                    <p class="hint">"One article so far. Add a second one about the same event to compare."</p>
                </Show>
                <Findings />
                <RowsTable columns />
                <ApartList columns />
                <Charts />
                <details class="legend-fold">
                    <summary>"How figures are shown"</summary>
                    <Legend />
                </details>
            </Show>
            <Evidence />
        </section>
    }
}

/// The articles that have a column: those with text.
fn columns(page: Page) -> Vec<Entry> {
    let blank = |entry: &Entry| {
        entry.work.get() == Work::Done
            && entry.read.with(|read| read.article.text.trim().is_empty())
    };
    (page.articles.get().into_iter())
        .filter(|entry| !blank(entry))
        .collect()
}

fn claims(page: Page) -> usize {
    page.articles.with(|list| {
        (list.iter())
            .map(|entry| entry.read.with(|read| read.extraction.claims.len()))
            .sum()
    })
}

/// What the comparison noticed, in a sentence each.
#[component]
fn Findings() -> impl IntoView {
    let page = use_page();
    let findings = Memo::new(move |_| {
        page.compared
            .with(|compared| compared.comparison.findings.clone())
    });
    let draw = |finding: Finding| {
        view! {
            <li dir="auto">
                <span class="finding-kind">{words::finding(finding.kind)}</span>
                " "
                {finding.text}
            </li>
        }
    };
    view! {
        <Show when=move || findings.with(|findings| !findings.is_empty())>
            <ul class="findings" aria-label="What the comparison noticed">
                {move || findings.get().into_iter().map(draw).collect_view()}
            </ul>
        </Show>
    }
}
