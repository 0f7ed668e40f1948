//! The articles' side of the page: the invitation, the two actions, the list of cards.

use super::card::Card;
use super::examples::Example;
use super::link;
use super::shared::{attribute, button, each, press, text, when};
use super::state::{Page, card_id, use_page};
use crate::model::Article;
use crate::words;
use leptos::prelude::*;

/// The articles.
#[component]
pub fn Articles() -> impl IntoView {
    let page = use_page();
    let empty = move || page.articles.with(Vec::is_empty);
    let count = move || match page.articles.with(Vec::len) {
        0 => String::new(),
        n => words::plural(n, "article"),
    };
    let cards = each(
        move || page.articles.get(),
        |entry| view! { <Card entry /> }.into_any(),
    );
    view! {
        <section class="articles" id="articles" tabindex="-1" aria-labelledby="articles-head">
            <div class="articles-bar">
                <h2 id="articles-head">
                    "Articles" <span class="vh">": "</span>
                    <span class="articles-count">{text(count)}</span>
                </h2>
                <Actions />
                {link(page, "jump", "#comparison", "To the comparison")}
            </div>
            <div class="articles-list scroll">
                {when(empty, || view! { <Invitation /> }.into_any())}
                <ol class="cards" role="list" {..attribute("hidden", move || empty().then(String::new))}>
                    {cards}
                </ol>
            </div>
        </section>
    }
}

/// Adds an article and sets the focus into its text.
fn add(page: Page) {
    if let Some(entry) = page.add(Article::default()) {
        page.focus(format!("#{} textarea", card_id(entry.id)));
    }
}

#[component]
fn Actions() -> impl IntoView {
    let page = use_page();
    let undoable = move || page.undos.with(|undos| !undos.is_empty()) && !page.notice.get();
    let undo = move || {
        view! {
            {button("Undo removal", move || page.undo())}
        }
        .into_any()
    };
    view! {
        <div class="actions">
            <button type="button" id="add" class="primary" on:click=press(move || add(page))>
                "Add article"
            </button>
            {button("Load example", move || page.load(Example::Coast))}
            {button("Second example", move || page.load(Example::Ferry))}
            {when(undoable, undo)}
        </div>
    }
}

#[component]
fn Invitation() -> impl IntoView {
    view! {
        <div class="invitation">
            <p class="invitation-lead">
                "Paste two or more news articles about the same event. The page reads the casualty figures out of them as you type, and sets side by side who reports what, in which words, and on whose authority."
            </p>
            <p>
                "Nothing leaves this browser: once loaded, the page makes no request of any kind. Nothing is stored; when you close the page, the texts are gone."
            </p>
            <p>
                "Begin with an article of your own, or look at an example. You can also paste an article anywhere on this page."
            </p>
        </div>
    }
}
