//! One article's card: its name, its fields, its text, and what can be done with it.

use super::entry::{Entry, Field, View, Work};
use super::icon::{Tool, look_class, marker, tool_icon};
use super::marked::Marked;
use super::paste;
use super::shared::{attribute, button, flag, live, memo, press, text, when};
use super::state::{Page, card_id, head_id, use_page};
use super::switch::{Choice, switch};
use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::custom_attribute;

/// The card of `entry`.
#[component]
pub fn Card(
    /// Which article.
    entry: Entry,
) -> impl IntoView {
    let page = use_page();
    let id = entry.id;
    let folded = move || !entry.open.get();
    let marked = move || entry.view.get() == View::Marked;
    view! {
        <li
            class=format!("card {}", look_class(entry.look))
            id=card_id(id)
            class:stale=move || entry.work.get() != Work::Done
            class:folded=folded
        >
            <section {..custom_attribute("aria-labelledby", head_id(id))}>
                {draw_head(page, entry)} <div class="card-body" {..attribute("hidden", move || folded().then(String::new))}>
                    <div class="fields">
                        {draw_field(entry, Field::Title, "title", "Title")}
                        {draw_field(entry, Field::Outlet, "outlet", "Outlet")}
                        {draw_field(entry, Field::Date, "date", "Date")}
                        {draw_date_note(entry)}
                    </div>
                    {draw_said(page, entry)}
                    {draw_text_head(entry)}
                    <textarea
                        id=format!("article-{}-text", id.0)
                        class="text"
                        {..attribute("dir", move || Some(entry.direction.get().to_owned()))}
                        spellcheck="false"
                        autocomplete="off"
                        placeholder="Paste or type the article here"
                        prop:value=entry.text()
                        {..attribute("hidden", move || marked().then(String::new))}
                        on:input=move |event| page.edit(entry, event_target_value(&event))
                        on:paste=move |event| paste::into_text(&event, page, entry)
                    ></textarea>
                    {when(marked, move || view! { <Marked entry /> }.into_any())}
                    {draw_progress(entry)}
                    {draw_hint(entry)}
                </div>
            </section>
        </li>
    }
}

fn draw_head(page: Page, entry: Entry) -> AnyView {
    let id = entry.id;
    let last = move || page.articles.with(|list| list.last().map(|last| last.id)) == Some(id);
    view! {
        <div class="card-head">
            <h3>
                <button
                    type="button"
                    class="fold"
                    id=head_id(id)
                    {..flag("aria-expanded", move || entry.open.get())}
                    on:click=press(move || entry.open.update(|open| *open = !*open))
                >
                    {live(move || Some(marker(entry.look, page.number(id))))}
                    <span class="card-name" dir="auto">
                        {text(move || page.name(id))}
                    </span>
                    {tool_icon(Tool::Fold)}
                </button>
            </h3>
            <p class="card-count">{text(move || entry.progress())}</p>
            <div class="tools">
                {draw_tool(page, entry, Tool::Up, move || page.number(id) > 1)}
                {draw_tool(page, entry, Tool::Down, move || !last())}
                {draw_tool(page, entry, Tool::Close, || true)}
            </div>
        </div>
    }
    .into_any()
}

fn draw_tool(
    page: Page,
    entry: Entry,
    tool: Tool,
    enabled: impl Fn() -> bool + Send + Sync + 'static,
) -> AnyView {
    let id = entry.id;
    let (class, name) = match tool {
        Tool::Up => ("up", "Move up"),
        Tool::Down => ("down", "Move down"),
        Tool::Close | Tool::Fold => ("remove", "Remove"),
    };
    let act = move || match tool {
        Tool::Up => page.shift(id, false),
        Tool::Down => page.shift(id, true),
        Tool::Close | Tool::Fold => page.remove(id),
    };
    view! {
        <button
            type="button"
            {..attribute("aria-label", move || Some(format!("{name}: {}", page.name(id))))}
            {..flag("aria-disabled", move || !enabled())}
            class=class
            title=name
            on:click=press(act)
        >
            {tool_icon(tool)}
        </button>
    }
    .into_any()
}

fn draw_field(entry: Entry, field: Field, name: &'static str, label: &'static str) -> AnyView {
    let id = format!("article-{}-{name}", entry.id.0);
    view! {
        <div class=format!("field field-{name}")>
            <label {..custom_attribute("for", id.clone())}>{label}</label>
            <input
                type="text"
                id=id.clone()
                dir="auto"
                autocomplete="off"
                {..custom_attribute("aria-describedby", (field == Field::Date).then(|| format!("{id}-note")))}
                prop:value=entry.field(field)
                on:input=move |event| entry.edit_field(field, event_target_value(&event))
            />
        </div>
    }
    .into_any()
}

/// What the fields hold beyond the article's name, where they cannot be filled in: in the element alone.
fn draw_said(page: Page, entry: Entry) -> Option<AnyView> {
    let said = move || {
        view! {
            <p class="said" dir="auto">
                {text(move || entry.title())}
            </p>
            <p class="said">{text(move || entry.date())}</p>
        }
        .into_any()
    };
    cfg!(feature = "element").then(|| when(move || page.read_only.get(), said))
}

/// Who says the date.
fn draw_date_note(entry: Entry) -> AnyView {
    let note = memo(move || entry.date_note());
    let id = format!("article-{}-date-note", entry.id.0);
    live(move || {
        let (id, note) = (id.clone(), note.get()?);
        Some(view! { <p class="field-note" id=id>{note}</p> }.into_any())
    })
}

/// The text's label, and the switch between editing and evidence.
fn draw_text_head(entry: Entry) -> AnyView {
    let switchable = move || {
        entry.view.get() == View::Marked
            || (entry.read).with(|read| {
                !(read.extraction.claims.is_empty() && read.extraction.set_aside.is_empty())
            })
    };
    let view_switch = move || {
        switch(
            "switch",
            "View",
            vec![
                Choice::of("Edit", entry.view, View::Text),
                Choice::of("Evidence", entry.view, View::Marked),
            ],
        )
    };
    view! {
        <div class="text-head">
            <label {..custom_attribute("for", format!("article-{}-text", entry.id.0))}>"Article text"</label>
            {when(switchable, view_switch)}
        </div>
    }
    .into_any()
}

/// The progress of a long reading, with the way to stop it; or that it was stopped, with the way to read on.
fn draw_progress(entry: Entry) -> AnyView {
    let reading = move || matches!(entry.work.get(), Work::Reading(..));
    let stopped = move || matches!(entry.work.get(), Work::Stopped(_));
    let percent = move || match entry.work.get() {
        Work::Reading(done, of) => done.saturating_mul(100) / of.max(1),
        Work::Done | Work::Stopped(_) => 100,
    };
    let bar = move || {
        view! {
            <div class="progress">
                <div
                    class="progress-bar"
                    role="progressbar"
                    aria-label="Reading the article"
                    aria-valuemin="0"
                    aria-valuemax="100"
                    {..attribute("aria-valuenow", move || Some(percent().to_string()))}
                >
                    <div class="progress-done" style:inline-size=move || format!("{}%", percent())></div>
                </div>
                <span class="progress-percent">{text(move || format!("{} %", percent()))}</span>
                {button("Cancel", move || entry.stop())}
            </div>
        }
        .into_any()
    };
    let resume = move || {
        view! {
            <div class="progress">
                <p>"The reading was stopped. The text is kept; the comparison does not show it yet."</p>
                {button("Read it", move || entry.resume())}
            </div>
        }
        .into_any()
    };
    (when(reading, bar), when(stopped, resume)).into_any()
}

/// What to expect of an article in which nothing was found.
fn draw_hint(entry: Entry) -> AnyView {
    let none = move || {
        entry.work.get() == Work::Done
            && entry.read.with(|read| {
                read.extraction.claims.is_empty() && !read.article.text.trim().is_empty()
            })
    };
    when(none, || {
        view! {
            <p class="hint">
                "No casualty figure was read in this article; the text is kept. A figure is read where a number and what happened to whom stand together, as in “12 people were killed”."
            </p>
        }
        .into_any()
    })
}
