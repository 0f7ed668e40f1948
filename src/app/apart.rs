//! The claims that have no cell, under their articles: a claim is never dropped silently.

use super::entry::Entry;
use super::icon::marker;
use super::shared::{each, live, press, when};
use super::state::{Page, Selection, Target, use_page};
use crate::present::table::ApartClaim;
use crate::words;
use leptos::prelude::*;

/// At most this many claims of an article are listed before "Show all".
const FEW: usize = 12;

/// What stands apart, by article.
#[component]
pub fn ApartList(
    /// The articles that have a column.
    columns: Memo<Vec<Entry>>,
) -> impl IntoView {
    let page = use_page();
    let any = move || {
        (page.compared).with(|compared| compared.table.apart.iter().any(|list| !list.is_empty()))
    };
    when(any, move || {
        let lists = each(
            move || columns.get(),
            move |entry| draw_article(page, entry),
        );
        view! {
            <section class="apart" aria-labelledby="apart-head">
                <h3 id="apart-head">"Set apart"</h3>
                <p class="hint">
                    "Read in the articles and left out of the table and the chart: replaced by the article itself, about another event or time, denied, refuted, or a forecast."
                </p>
                {lists}
            </section>
        }
        .into_any()
    })
}

fn draw_article(page: Page, entry: Entry) -> AnyView {
    let all = RwSignal::new(false);
    live(move || {
        let place = page.place(entry.id)?;
        let list = page
            .compared
            .with(|compared| compared.table.apart.get(place).cloned())?;
        (!list.is_empty()).then(|| draw_list(page, entry, &list, all))
    })
}

fn draw_list(page: Page, entry: Entry, list: &[ApartClaim], all: RwSignal<bool>) -> AnyView {
    let shown = match all.get() {
        true => list.len(),
        false => FEW,
    };
    let claims: Vec<AnyView> = (list.iter().take(shown))
        .map(|claim| draw_claim(page, entry, claim))
        .collect();
    let more = (list.len() > shown).then(|| {
        view! {
            <button type="button" on:click=press(move || all.set(true))>
                {format!("Show all {}", words::number(list.len() as u64))}
            </button>
        }
        .into_any()
    });
    view! {
        <div class="apart-article">
            <h4>
                {marker(entry.look, page.number(entry.id))}
                <span dir="auto">{page.name(entry.id)}</span>
            </h4>
            <ul>{claims}</ul>
            {more}
        </div>
    }
    .into_any()
}

fn draw_claim(page: Page, entry: Entry, claim: &ApartClaim) -> AnyView {
    let index = claim.claim;
    let dom_id = format!("apart-{}-{index}", entry.id.0);
    let origin = format!("#{dom_id}");
    let selection = Selection {
        article: entry.id,
        target: Target::Claim(index),
    };
    let selected = page.selection.with(|at| at.as_ref() == Some(&selection));
    view! {
        <li>
            <button
                type="button"
                class="apart-claim"
                id=dom_id
                aria-expanded=selected.to_string()
                on:click=press(move || page.select(selection.clone(), origin.clone()))
            >
                <span class="note">{claim.apart_label}</span>
                <span class="apart-label" dir="auto">
                    {claim.label.clone()}
                </span>
                <span class="apart-shown">{claim.shown.clone()}</span>
                <span class="cell-source" dir="auto">
                    {claim.source.clone()}
                </span>
            </button>
        </li>
    }
    .into_any()
}
