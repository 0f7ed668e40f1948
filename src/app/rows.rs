//! The table: a row for each outcome and group, a column for each article, and the range across them.

use super::arrows;
use super::entry::{Entry, Work};
use super::icon::{look_class, marker, verdict_class, verdict_sign};
use super::shared::{Held, Kept, attribute, each, flag, live, memo, press, text, when};
use super::state::{Page, Selection, use_page};
use crate::model::Outcome;
use crate::present::sections::{Line, RowKey, lines, outcomes, words_and_number};
use crate::present::table::{TableCell, TableRow};
use crate::words;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use std::sync::Arc;

/// At most this many rows are shown of an outcome.
const MOST_LINES: usize = 300;
/// At most this many claims stand in a cell beside the leading one; the evidence shows more.
const MOST_OTHERS: usize = 4;

/// What every part of the table is drawn with.
#[derive(Clone, Copy)]
struct Frame {
    page: Page,
    /// The articles that have a column.
    columns: Kept<Vec<Entry>>,
    /// Whether there is something to compare, and with it a column for the range.
    several: Kept<bool>,
    /// The rows whose places and incidents are shown.
    unfolded: Held<Vec<RowKey>>,
}

impl Frame {
    /// The number of the table's columns.
    fn width(self) -> usize {
        self.columns.with(Vec::len) + if self.several.get() { 2 } else { 1 }
    }

    /// The attribute of a box that stands across all columns.
    fn across(self) -> AnyAttribute {
        attribute("colspan", move || Some(self.width().to_string()))
    }
}

/// The table over the given articles.
#[component]
pub fn RowsTable(
    /// The articles that have a column.
    columns: Kept<Vec<Entry>>,
) -> impl IntoView {
    let page = use_page();
    let frame = Frame {
        page,
        columns,
        several: memo(move || columns.with(Vec::len) > 1),
        unfolded: Held::new(Vec::new()),
    };
    let across = || {
        view! {
            <th scope="col" class="across">
                "Across articles"
            </th>
        }
        .into_any()
    };
    let bodies = each(
        move || page.compared.with(|compared| outcomes(&compared.table)),
        move |outcome| draw_body(frame, outcome),
    );
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-labelledby="table-caption">
            <table class="table" on:keydown=arrows::between_cells>
                <caption id="table-caption">"Figures by article"</caption>
                <thead>
                    <tr>
                        <th scope="col" class="row-head">
                            "Figure"
                        </th>
                        {each(move || columns.get(), move |entry| draw_head(page, entry))}
                        {when(move || frame.several.get(), across)}
                    </tr>
                </thead>
                {bodies}
            </table>
        </div>
    }
}

fn draw_head(page: Page, entry: Entry) -> AnyView {
    let id = entry.id;
    let date = memo(move || entry.date());
    let stale = move || match entry.work.get() {
        Work::Done => None,
        Work::Reading(..) => Some(note("reading")),
        Work::Stopped(_) => Some(note("earlier text")),
    };
    view! {
        <th scope="col" class=format!("column {}", look_class(entry.look))>
            <span class="column-name">
                {live(move || Some(marker(entry.look, page.number(id))))}
                <span dir="auto">{text(move || page.name(id))}</span>
            </span>
            <span class="column-detail" dir="auto">
                {text(move || date.get())}
            </span>
            <span class="column-detail column-title" dir="auto">
                {text(move || entry.title())}
            </span>
            {live(stale)}
        </th>
    }
    .into_any()
}

fn note(text: &'static str) -> AnyView {
    view! { <span class="note">{text}</span> }.into_any()
}

fn draw_body(frame: Frame, outcome: Outcome) -> AnyView {
    let lines = memo(move || {
        (frame.page.compared).with(|compared| {
            let unfolded = frame.unfolded.now();
            lines(&compared.table, outcome, &unfolded)
        })
    });
    let shown = move || lines.with(|lines| lines.iter().take(MOST_LINES).cloned().collect());
    let left_out = move || lines.with(Vec::len).saturating_sub(MOST_LINES);
    let more = move || {
        let words = move || format!("and {} more", words::plural(left_out(), "row"));
        view! {
            <tr class="more-rows">
                <td {..frame.across()}>{text(words)}</td>
            </tr>
        }
        .into_any()
    };
    view! {
        <tbody>
            <tr class="outcome">
                <th scope="rowgroup" {..frame.across()}>
                    <span class="outcome-name">{words::outcome(outcome)}</span>
                    <span class="outcome-meaning">{words::outcome_meaning(outcome)}</span>
                </th>
            </tr>
            {each(shown, move |line| draw_row(frame, line))}
            {when(move || left_out() > 0, more)}
        </tbody>
    }
    .into_any()
}

/// Shows the rows that are folded under a row, or hides them.
fn draw_fold(frame: Frame, key: Arc<RowKey>, folded: usize) -> AnyView {
    let of = Arc::clone(&key);
    let open = move || frame.unfolded.with(|keys| keys.contains(&of));
    let flip = move || {
        frame
            .unfolded
            .update(|keys| match keys.iter().position(|other| *other == *key) {
                Some(at) => drop(keys.remove(at)),
                None => keys.push(RowKey::clone(&key)),
            });
    };
    let name = match folded {
        1 => "1 place or incident".to_owned(),
        _ => format!("{} places or incidents", words::number(folded as u64)),
    };
    view! {
        <button
            type="button"
            class="disclose row-fold"
            {..flag("aria-expanded", open)}
            on:click=press(flip)
        >
            {name}
        </button>
    }
    .into_any()
}

fn draw_row(frame: Frame, line: Line) -> AnyView {
    let Line { key, depth, folded } = line;
    let place = key.place.clone();
    let (group, part) = (key.group_label.clone(), place.is_some());
    let key = Arc::new(key);
    let of = Arc::clone(&key);
    let row =
        memo(move || (frame.page.compared).with(|compared| of.find(&compared.table).cloned()));
    let of = Arc::clone(&key);
    let across = move || {
        let across = row.with(|row| row.as_ref().map(draw_across));
        let reading = draw_reading(frame.page, &of);
        across.map(|across| view! { <td class="across">{across} {reading}</td> }.into_any())
    };
    let of = Arc::clone(&key);
    let fold = (folded > 0).then(|| draw_fold(frame, of, folded));
    view! {
        <tr class:part=part>
            <th scope="row" class=format!("row-head depth-{}", depth.min(3))>
                <span class="row-group">{group}</span>
                {place.map(|place| span("row-place", place))}
                {fold}
            </th>
            {each(
                move || frame.columns.get(),
                move |entry| draw_box(frame.page, entry, Arc::clone(&key), row),
            )}
            {when(
                move || frame.several.get(),
                move || {
                    let across = across.clone();
                    live(across)
                },
            )}
        </tr>
    }
    .into_any()
}

/// What the chosen ladder picks out of the row; nothing without one.
fn draw_reading(page: Page, key: &Arc<RowKey>) -> Option<AnyView> {
    let ladder = page.ladder.get()?;
    let row = (page.compared)
        .with(|compared| compared.table.rows.iter().position(|row| key.is_of(row)))?;
    let reading = page.readings.with(|readings| readings.get(row)?.clone())?;
    let id = format!("reading-{}", key_id(key));
    let origin = format!("[id=\"{id}\"]");
    let select = {
        let key = Arc::clone(key);
        move || page.select(Selection::Reading(RowKey::clone(&key)), origin.clone())
    };
    let this = Some(Selection::Reading(RowKey::clone(key)));
    let selected = move || page.selection.with(|selection| *selection == this);
    let view = view! {
        <button
            type="button"
            class="reading"
            {..flag("aria-expanded", selected)}
            id=id
            on:click=press(select)
        >
            <span class="reading-name">{format!("{} reading", words::ladder(ladder))}</span>
            <span class="reading-shown">{reading.shown}</span>
            {span("across-standing", format!("{}: {}", reading.step, reading.articles))}
        </button>
    };
    Some(view.into_any())
}

fn span(class: &'static str, text: String) -> AnyView {
    view! {
        <span class=class dir="auto">
            {text}
        </span>
    }
    .into_any()
}

fn draw_box(page: Page, entry: Entry, key: Arc<RowKey>, row: Kept<Option<TableRow>>) -> AnyView {
    let cell = memo(move || {
        let place = page.place(entry.id)?;
        row.with(|row| row.as_ref()?.cells.get(place)?.clone())
    });
    let of = Arc::clone(&key);
    let selected = memo(move || {
        page.selection.with(|selection| {
            matches!(selection, Some(Selection::Cell(id, key)) if *id == entry.id && *key == *of)
        })
    });
    let lit = move || {
        let lit = |cell: &TableCell| page.is_lit(cell.article, &cell.claims);
        cell.with(|cell| cell.as_ref().is_some_and(lit))
    };
    let inside = move || {
        Some(cell.with(|cell| match cell {
            Some(cell) => draw_cell(page, entry, &key, selected, cell),
            None => draw_absent(),
        }))
    };
    view! {
        <td
            class=look_class(entry.look)
            class:selected=move || selected.get()
            class:lit=lit
        >
            {live(inside)}
        </td>
    }
    .into_any()
}

fn draw_absent() -> AnyView {
    view! {
        <span class="absent">
            <span aria-hidden="true">"–"</span>
            <span class="vh">"no figure"</span>
        </span>
    }
    .into_any()
}

fn draw_cell(
    page: Page,
    entry: Entry,
    key: &Arc<RowKey>,
    selected: Kept<bool>,
    cell: &TableCell,
) -> AnyView {
    let id = cell_id(entry, key);
    let (origin, key) = (format!("[id=\"{id}\"]"), Arc::clone(key));
    let select = move || {
        page.select(
            Selection::Cell(entry.id, RowKey::clone(&key)),
            origin.clone(),
        );
    };
    let also = cell.also();
    let left_out = also.len().saturating_sub(MOST_OTHERS);
    let mut others: Vec<AnyView> = (also.into_iter().take(MOST_OTHERS))
        .map(|line| span("cell-other", line))
        .collect();
    if left_out > 0 {
        let more = words::number(left_out as u64);
        others.push(span("cell-other", format!("and {more} more")));
    }
    view! {
        <button
            type="button"
            class="cell"
            id=id
            class:derived=cell.derived
            {..flag("aria-expanded", move || selected.get())}
            {..attribute("aria-controls", move || selected.get().then(|| "evidence".to_owned()))}
            on:click=press(select)
        >
            {draw_figure("figure", &cell.shown)}
            {cell.note.map(note)}
            {span("cell-source", cell.source.clone())}
            {others}
        </button>
    }
    .into_any()
}

/// A count, its words set apart from its number.
pub fn draw_figure(class: &'static str, shown: &str) -> AnyView {
    let (lead, number) = words_and_number(shown);
    view! {
        <span class=class>
            <span class="figure-words">{lead.to_owned()}</span>
            <span class="figure-number">{number.to_owned()}</span>
        </span>
    }
    .into_any()
}

/// A name for the cell that no other cell has.
fn cell_id(entry: Entry, key: &RowKey) -> String {
    format!("cell-{}-{}", entry.id.0, key_id(key))
}

/// A name for the row that no other row has, fit for an attribute.
fn key_id(key: &RowKey) -> String {
    let place = key.place.iter().flat_map(|place| place.bytes());
    let words: String = (key.group_label.bytes().chain([b'-']).chain(place))
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{:?}-{:?}-{words}", key.outcome, key.scope)
}

/// The range across articles, how they stand to one another, and what stands behind it.
fn draw_across(row: &TableRow) -> AnyView {
    let verdict = row.verdict;
    let mut standing = match row.counters.is_empty() {
        true => row.standing.clone(),
        false => format!("{}: {}", row.standing, row.counters.join("; ")),
    };
    if !row.carriers.is_empty() {
        standing.push_str(&format!(". Relayed by {}", row.carriers.join("; ")));
    }
    view! {
        <span class="figure across-range">{row.range.clone()}</span>
        <span class=verdict_class(verdict)>{verdict_sign(verdict)} {row.verdict_label}</span>
        {span("across-standing", standing)}
    }
    .into_any()
}
