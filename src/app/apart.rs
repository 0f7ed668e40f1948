//! The claims that have no cell, under their articles: a claim is never dropped silently.

use super::entry::Entry;
use super::icon::Marker;
use super::state::{Page, Selection, Target, use_page};
use crate::present::table::ApartClaim;
use crate::present::words;
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
    let any = Memo::new(move |_| {
        (page.compared).with(|compared| compared.table.apart.iter().any(|list| !list.is_empty()))
    });
    view! {
        <Show when=move || any.get()>
            <section class="apart" aria-labelledby="apart-head">
                <h3 id="apart-head">"Set apart"</h3>
                <p class="hint">
                    "Read in the articles and left out of the table and the chart: replaced by the article itself, about another event or time, denied, refuted, or a forecast."
                </p>
                <For each=move || columns.get() key=|entry| entry.id let:entry>
                    <OfArticle entry />
                </For>
            </section>
        </Show>
    }
}

#[component]
fn OfArticle(entry: Entry) -> impl IntoView {
    let page = use_page();
    let id = entry.id;
    let all = RwSignal::new(false);
    let place = Memo::new(move |_| page.place(id));
    let list = Memo::new(move |_| {
        page.compared.with(|compared| {
            (place
                .get()
                .and_then(|place| compared.table.apart.get(place))
                .cloned())
            .unwrap_or_default()
        })
    });
    let number = Memo::new(move |_| place.get().map_or(0, |place| place + 1));
    let shown = move || match all.get() {
        true => usize::MAX,
        false => FEW,
    };
    view! {
        <Show when=move || list.with(|list| !list.is_empty())>
            <div class="apart-article">
                <h4>
                    <Marker look=entry.look number />
                    <span dir="auto">{move || page.name(id)}</span>
                </h4>
                <ul>
                    {move || {
                        list.with(|list| {
                            list.iter()
                                .take(shown())
                                .map(|claim| draw(page, entry, claim.clone()))
                                .collect_view()
                        })
                    }}
                </ul>
                <Show when=move || { list.with(Vec::len) > shown() }>
                    <button type="button" on:click=move |_| all.set(true)>
                        {move || format!("Show all {}", words::number(list.with(Vec::len) as u64))}
                    </button>
                </Show>
            </div>
        </Show>
    }
}

fn draw(page: Page, entry: Entry, claim: ApartClaim) -> impl IntoView {
    let index = claim.claim;
    let dom_id = format!("apart-{}-{index}", entry.id.0);
    let origin = format!("#{dom_id}");
    let selected = Memo::new(move |_| {
        page.selection.with(|selection| {
            selection.as_ref().is_some_and(|selection| {
                selection.article == entry.id && selection.target == Target::Claim(index)
            })
        })
    });
    view! {
        <li>
            <button
                type="button"
                class="apart-claim"
                id=dom_id
                aria-expanded=move || selected.get().to_string()
                on:click=move |_| {
                    let selection = Selection {
                        article: entry.id,
                        target: Target::Claim(index),
                    };
                    page.select(selection, origin.clone());
                }
            >
                <span class="note">{claim.apart_label}</span>
                <span class="apart-label" dir="auto">
                    {claim.label}
                </span>
                <span class="apart-shown">{claim.shown}</span>
                <span class="cell-source" dir="auto">
                    {claim.source}
                </span>
            </button>
        </li>
    }
}
