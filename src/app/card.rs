//! One article's card: its name, its fields, its text, and what can be done with it.

use super::entry::{Entry, Field, View, Work};
use super::icon::{Marker, Tool, ToolIcon, look_class};
use super::marked::Marked;
use super::paste;
use super::state::{card_id, head_id, use_page};
use crate::present::words;
use leptos::prelude::*;

/// The card of `entry`.
#[component]
pub fn Card(
    /// Which article.
    entry: Entry,
) -> impl IntoView {
    let page = use_page();
    let id = entry.id;
    let stale = move || entry.work.get() != Work::Done;
    let folded = move || !entry.open.get();
    let marked = move || entry.view.get() == View::Marked;
    view! {
        <li
            class=format!("card {}", look_class(entry.look))
            id=card_id(id)
            class:stale=stale
            class:folded=folded
        >
            <section aria-labelledby=head_id(id)>
                <Head entry />
                <div class="card-body" hidden=folded>
                    <div class="fields">
                        <FieldInput entry field=Field::Title label="Title" />
                        <FieldInput entry field=Field::Outlet label="Outlet" />
                        <FieldInput entry field=Field::Date label="Date" />
                    </div>
                    <TextHead entry />
                    <textarea
                        id=format!("article-{}-text", id.0)
                        class="text"
                        spellcheck="false"
                        autocomplete="off"
                        placeholder="Paste or type the article here"
                        prop:value=entry.text()
                        hidden=marked
                        on:input=move |event| page.edit(entry, event_target_value(&event))
                        on:paste=move |event| paste::into_text(&event, page, entry)
                    ></textarea>
                    <Show when=marked>
                        <Marked entry />
                    </Show>
                    <Progress entry />
                    <NoFigure entry />
                </div>
            </section>
        </li>
    }
}

#[component]
fn Head(entry: Entry) -> impl IntoView {
    let page = use_page();
    let id = entry.id;
    let number = Memo::new(move |_| page.place(id).map_or(0, |place| place + 1));
    let name = Memo::new(move |_| page.name(id));
    let last = move || page.articles.with(|list| list.last().map(|last| last.id)) == Some(id);
    let labelled = move |what: &'static str| move || format!("{what}: {}", name.get());
    view! {
        <div class="card-head">
            <h3>
                <button
                    type="button"
                    class="fold"
                    id=head_id(id)
                    aria-expanded=move || entry.open.get().to_string()
                    on:click=move |_| entry.open.update(|open| *open = !*open)
                >
                    <Marker look=entry.look number />
                    <span class="card-name" dir="auto">
                        {name}
                    </span>
                    <ToolIcon tool=Tool::Fold />
                </button>
            </h3>
            <p class="card-count">{move || count_line(entry)}</p>
            <div class="tools">
                <button
                    type="button"
                    class="up"
                    aria-label=labelled("Move up")
                    title="Move up"
                    aria-disabled=move || (number.get() == 1).to_string()
                    on:click=move |_| page.shift(id, false)
                >
                    <ToolIcon tool=Tool::Up />
                </button>
                <button
                    type="button"
                    class="down"
                    aria-label=labelled("Move down")
                    title="Move down"
                    aria-disabled=move || last().to_string()
                    on:click=move |_| page.shift(id, true)
                >
                    <ToolIcon tool=Tool::Down />
                </button>
                <button
                    type="button"
                    class="remove"
                    aria-label=labelled("Remove")
                    title="Remove"
                    on:click=move |_| page.remove(id)
                >
                    <ToolIcon tool=Tool::Close />
                </button>
            </div>
        </div>
    }
}

fn count_line(entry: Entry) -> String {
    let claims = entry.read.with(|read| read.extraction.claims.len());
    match entry.work.get() {
        Work::Done => format!("{} read", words::plural(claims, "claim")),
        Work::Reading(..) => "reading".to_owned(),
        Work::Stopped(_) => "reading stopped".to_owned(),
    }
}

#[component]
fn FieldInput(entry: Entry, field: Field, label: &'static str) -> impl IntoView {
    let id = format!("article-{}-{}", entry.id.0, label.to_ascii_lowercase());
    view! {
        <div class=format!("field field-{}", label.to_ascii_lowercase())>
            <label for=id.clone()>{label}</label>
            <input
                type="text"
                id=id
                dir="auto"
                autocomplete="off"
                prop:value=entry.field(field)
                on:input=move |event| entry.edit_field(field, event_target_value(&event))
            />
        </div>
    }
}

/// The text's label, and the switch between editing and evidence.
#[component]
fn TextHead(entry: Entry) -> impl IntoView {
    let any = Memo::new(move |_| entry.read.with(|read| !read.extraction.claims.is_empty()));
    let pressed = move |view: View| move || (entry.view.get() == view).to_string();
    view! {
        <div class="text-head">
            <label for=format!("article-{}-text", entry.id.0)>"Article text"</label>
            <Show when=move || any.get() || entry.view.get() == View::Marked>
                <div class="switch" role="group" aria-label="View">
                    <button
                        type="button"
                        aria-pressed=pressed(View::Text)
                        on:click=move |_| entry.view.set(View::Text)
                    >
                        "Edit"
                    </button>
                    <button
                        type="button"
                        aria-pressed=pressed(View::Marked)
                        on:click=move |_| entry.view.set(View::Marked)
                    >
                        "Evidence"
                    </button>
                </div>
            </Show>
        </div>
    }
}

/// The progress of a long reading, with the way to stop it.
#[component]
fn Progress(entry: Entry) -> impl IntoView {
    let reading = Memo::new(move |_| matches!(entry.work.get(), Work::Reading(..)));
    let stopped = Memo::new(move |_| matches!(entry.work.get(), Work::Stopped(_)));
    let percent = move || match entry.work.get() {
        Work::Reading(done, of) => done.saturating_mul(100) / of.max(1),
        Work::Done | Work::Stopped(_) => 100,
    };
    view! {
        <Show when=move || reading.get()>
            <div class="progress">
                <div
                    class="progress-bar"
                    role="progressbar"
                    aria-label="Reading the article"
                    aria-valuemin="0"
                    aria-valuemax="100"
                    aria-valuenow=move || percent().to_string()
                >
                    <div class="progress-done" style:inline-size=move || format!("{}%", percent())></div>
                </div>
                <span class="progress-percent">{move || format!("{} %", percent())}</span>
                <button type="button" on:click=move |_| entry.stop()>
                    "Cancel"
                </button>
            </div>
        </Show>
        <Show when=move || stopped.get()>
            <div class="progress">
                <p>"The reading was stopped. The text is kept; the comparison does not show it yet."</p>
                <button type="button" on:click=move |_| entry.resume()>
                    "Read it"
                </button>
            </div>
        </Show>
    }
}

/// What to expect of an article in which nothing was found.
#[component]
fn NoFigure(entry: Entry) -> impl IntoView {
    let none = Memo::new(move |_| {
        entry.work.get() == Work::Done
            && entry.read.with(|read| {
                read.extraction.claims.is_empty() && !read.article.text.trim().is_empty()
            })
    });
    view! {
        <Show when=move || none.get()>
            <p class="hint">
                "No casualty figure was read in this article; the text is kept. A figure is read where a number and what happened to whom stand together, as in “12 people were killed”."
            </p>
        </Show>
    }
}
