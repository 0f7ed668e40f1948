//! The comparison's side of the page: what was noticed, the table, what stands apart, the chart, the evidence.

use super::apart::ApartList;
use super::chart::Charts;
use super::entry::{Entry, Work};
use super::evidence::Evidence;
use super::findings::Findings;
use super::ladders::draw_ladders;
use super::legend::{draw_legend, draw_patterns};
use super::link;
use super::rows::RowsTable;
use super::shared::{Kept, memo, text, when};
use super::state::{Page, use_page};
use super::summary::summary;
use leptos::prelude::*;

/// What there is to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stage {
    /// No article has text.
    #[default]
    Empty,
    /// There is text, and no claim was read in it.
    NoFigure,
    /// There are claims, in an only article.
    One,
    /// There are claims, and several articles.
    Several,
}

/// The comparison.
#[component]
pub fn ComparisonPane() -> impl IntoView {
    let page = use_page();
    let columns = memo(move || columns(page));
    let stage = move || match (columns.with(Vec::len), claims(page)) {
        (0, _) => Stage::Empty,
        (_, 0) => Stage::NoFigure,
        (1, _) => Stage::One,
        _ => Stage::Several,
    };
    view! {
        <section class="comparison" id="comparison" tabindex="-1" aria-labelledby="comparison-head">
            <div class="comparison-bar">
                <h2 id="comparison-head">"Comparison"</h2>
                {link(page, "jump", "#articles", "To the articles")}
            </div>
            {when(move || stage() == Stage::Empty, || view! { <Nothing /> }.into_any())}
            {when(move || stage() == Stage::NoFigure, || view! { <NoFigure /> }.into_any())}
            {when(
                move || matches!(stage(), Stage::One | Stage::Several),
                move || {
                    let alone = move || stage() == Stage::One;
                    view! {
                        <p class="summary">{text(move || sentence(page, columns))}</p>
                        {when(alone, || view! { <Alone /> }.into_any())}
                        <Findings />
                        {when(move || stage() == Stage::Several, move || draw_ladders(page))}
                        <RowsTable columns />
                        <ApartList columns />
                        <Charts />
                        <details class="legend-fold">
                            <summary>"How figures are shown"</summary>
                            {draw_legend(Some(draw_patterns(page, columns)))}
                        </details>
                    }
                        .into_any()
                },
            )}
            <Evidence />
        </section>
    }
}

#[component]
fn Nothing() -> impl IntoView {
    view! {
        <div class="stage">
            <p>"The figures of your articles will stand here, one row for each outcome and group."</p>
            <h3>"How figures are shown"</h3>
            {draw_legend(None)}
        </div>
    }
}

#[component]
fn NoFigure() -> impl IntoView {
    view! {
        <div class="stage">
            <p>
                "No casualty figure was read so far. A figure is read where a number and what happened to whom stand together, as in “12 people were killed”."
            </p>
        </div>
    }
}

#[component]
fn Alone() -> impl IntoView {
    view! {
        <p class="hint">"One article so far. Add a second one about the same event to compare."</p>
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

fn sentence(page: Page, columns: Kept<Vec<Entry>>) -> String {
    let articles = columns.with(Vec::len);
    page.compared
        .with(|compared| summary(compared, articles, claims(page)))
}
