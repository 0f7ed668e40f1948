//! What the page says of its own doings: the notice with "Undo", and what only screen readers are told.

use super::shared::{button, live, press, text};
use super::state::{Page, use_page};
use leptos::prelude::*;

/// The latest action that took articles off the page, with the way back. Stays until it is dismissed.
#[component]
pub fn Notice() -> impl IntoView {
    let page = use_page();
    let notice = move || {
        let what = page
            .undos
            .with(|undos| undos.last().map(|undo| undo.what.clone()));
        what.filter(|_| page.notice.get())
            .map(|what| draw(page, what))
    };
    view! {
        <div class="notice-place" role="status">
            {live(notice)}
        </div>
    }
}

fn draw(page: Page, what: String) -> AnyView {
    view! {
        <div class="notice">
            <p dir="auto">{what}</p>
            <button type="button" class="notice-undo" on:click=press(move || page.undo())>
                "Undo"
            </button>
            {button("Dismiss", move || page.notice.set(false))}
        </div>
    }
    .into_any()
}

/// Says to screen readers what happened elsewhere on the page.
#[component]
pub fn Announcer() -> impl IntoView {
    let page = use_page();
    view! {
        <div class="vh" role="status">
            {text(move || page.said.get())}
        </div>
    }
}
