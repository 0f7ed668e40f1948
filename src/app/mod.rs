//! The Leptos page: components and state. What can be pure is pure and stands in modules of its own.

mod apart;
mod arrows;
mod articles;
mod browser;
mod card;
mod chart;
mod comparison;
mod direction;
#[cfg(feature = "element")]
pub mod element;
mod entry;
mod evidence;
mod examples;
mod facts;
mod fills;
mod findings;
mod footer;
mod icon;
mod ladders;
mod legend;
mod marked;
mod marks;
mod notice;
mod paste;
mod plain;
mod rows;
mod shared;
mod slices;
mod state;
mod summary;
mod switch;

mod undo;

use articles::Articles;
use comparison::ComparisonPane;
use footer::Footer;
use leptos::prelude::*;
use notice::{Announcer, Notice};
use shared::attribute;
use state::{Page, Theme};
use switch::ThemeSwitch;

/// Puts the page into the document's body, in place of the loading message.
pub fn mount() {
    if let Some(loading) = document().get_element_by_id("loading") {
        loading.remove();
    }
    leptos::mount::mount_to_body(App);
}

/// The page.
#[component]
fn App() -> impl IntoView {
    let page = Page::new();
    provide_context(page);
    warn_before_leaving(page);
    paste::anywhere(page);
    draw(page)
}

/// The page, wherever it stands.
fn draw(page: Page) -> AnyView {
    let theme = move || match page.theme.get() {
        Theme::Auto => None,
        Theme::Light => Some("light".to_owned()),
        Theme::Dark => Some("dark".to_owned()),
    };
    let close_on_escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            page.close_evidence();
        }
    };
    view! {
        <div class="page" node_ref=page.root {..attribute("data-theme", theme)} on:keydown=close_on_escape>
            {link(page, "skip", "#comparison", "Skip to the comparison")}
            <header class="masthead">
                <div class="masthead-name">
                    <h1>"casualty-compare"</h1>
                    <p>"Casualty figures from several news articles, side by side"</p>
                </div>
                <ThemeSwitch />
            </header>
            <main class="desk">
                <Articles />
                <ComparisonPane />
            </main>
            <Footer />
            <Notice />
            <Announcer />
        </div>
    }
    .into_any()
}

/// A link to a part of the page that leaves the address as it is.
fn link(page: Page, class: &'static str, to: &'static str, name: &'static str) -> AnyView {
    let follow = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        page.focus(to.to_owned());
    };
    view! {
        <a class=class href=to on:click=follow>
            {name}
        </a>
    }
    .into_any()
}

/// The browser asks before the page is left with text that is nowhere else.
fn warn_before_leaving(page: Page) {
    let listener = window_event_listener(leptos::ev::beforeunload, move |event| {
        if page.holds_user_text() {
            event.prevent_default();
            event.set_return_value("unsaved");
        }
    });
    on_cleanup(move || listener.remove());
}
