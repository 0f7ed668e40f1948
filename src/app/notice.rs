//! What the page says of its own doings: the notice with "Undo", and what only screen readers are told.

use super::state::use_page;
use leptos::prelude::*;

/// The latest action that took articles off the page, with the way back. Stays until it is dismissed.
#[component]
pub fn Notice() -> impl IntoView {
    let page = use_page();
    let what = move || {
        (page.notice.get())
            .then(|| {
                page.undos
                    .with(|undos| undos.last().map(|undo| undo.what.clone()))
            })
            .flatten()
    };
    view! {
        <div class="notice-place" role="status">
            {move || {
                what()
                    .map(|what| {
                        view! {
                            <div class="notice">
                                <p dir="auto">{what}</p>
                                <button type="button" class="notice-undo" on:click=move |_| page.undo()>
                                    "Undo"
                                </button>
                                <button type="button" on:click=move |_| page.notice.set(false)>
                                    "Dismiss"
                                </button>
                            </div>
                        }
                    })
            }}
        </div>
    }
}

/// Says to screen readers what happened elsewhere on the page.
#[component]
pub fn Announcer() -> impl IntoView {
    let page = use_page();
    view! {
        <div class="vh" role="status">
            {page.said}
        </div>
    }
}
