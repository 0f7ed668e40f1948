//! The claims that have no cell, under their articles: a claim is never dropped silently.

use super::browser;
use super::entry::Entry;
use super::icon::marker;
use super::shared::{Held, Kept, each, live, memo, press, when};
use super::state::{Page, Selection, use_page};
use crate::present::table::ApartClaim;
use crate::words;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::custom_attribute;

/// At most this many claims of an article are listed before "Show all".
const FEW: usize = 12;

/// What stands apart, by article.
#[component]
pub fn ApartList(
    /// The articles that have a column.
    columns: Kept<Vec<Entry>>,
) -> impl IntoView {
    let page = use_page();
    let any = move || {
        (page.compared).with(|compared| compared.table.apart.iter().any(|list| !list.is_empty()))
    };
    // One listener for all claims: to take off and put on one for each would cost more than the rest of a change.
    let select = move |event: MouseEvent| {
        let pressed = browser::befallen(&event, "button.apart-claim").and_then(|button| {
            let claim = browser::number_in(&button, "data-claim")?;
            let place = browser::number_in(&button, "data-place")?;
            Some((format!("#{}", button.id()), claim, place))
        });
        if let Some((origin, claim, place)) = pressed {
            page.select_claim(claim, place, origin);
        }
    };
    when(any, move || {
        let lists = each(
            move || columns.get(),
            move |entry| draw_article(page, entry),
        );
        view! {
            <section class="apart" aria-labelledby="apart-head" on:click=select>
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
    let all = Held::new(false);
    let list = memo(move || {
        let place = page.place(entry.id)?;
        let list = (page.compared).with(|compared| compared.table.apart.get(place).cloned())?;
        (!list.is_empty()).then_some((place, list))
    });
    live(move || {
        list.with(|list| {
            let (place, list) = list.as_ref()?;
            Some(draw_list(page, entry, *place, list, all))
        })
    })
}

fn draw_list(
    page: Page,
    entry: Entry,
    place: usize,
    list: &[ApartClaim],
    all: Held<bool>,
) -> AnyView {
    let shown = match all.get() {
        true => list.len(),
        false => FEW,
    };
    let claims: Vec<AnyView> = (list.iter().take(shown))
        .map(|claim| draw_claim(page, entry, place, claim))
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
                {marker(entry.look, place + 1)}
                <span dir="auto">{page.name(entry.id)}</span>
            </h4>
            <ul>{claims}</ul>
            {more}
        </div>
    }
    .into_any()
}

fn draw_claim(page: Page, entry: Entry, place: usize, claim: &ApartClaim) -> AnyView {
    let this = Some(Selection::Claim(entry.id, claim.claim));
    let selected = page.selection.with(|selection| *selection == this);
    view! {
        <li>
            <button
                type="button"
                class="apart-claim"
                id=format!("apart-{}-{}", entry.id.0, claim.claim)
                data-claim=claim.claim.to_string()
                data-place=place.to_string()
                {..custom_attribute("aria-expanded", selected.to_string())}
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
