//! The table: a row for each outcome and group, a column for each article, and the range across them.

use super::arrows;
use super::entry::{Entry, Work};
use super::icon::{look_class, marker, verdict_class, verdict_sign};
use super::sections::{RowKey, outcomes, section, words_and_number};
use super::shared::{each, live, memo, press, text, when};
use super::state::{Page, Selection, Target, use_page};
use crate::model::Outcome;
use crate::present::table::{TableCell, TableRow};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// At most this many rows are unfolded under an outcome.
const MOST_FOLDED: usize = 200;
/// At most this many claims stand in a cell beside the leading one; the evidence shows more.
const MOST_OTHERS: usize = 4;

/// What every part of the table is drawn with.
#[derive(Clone, Copy)]
struct Frame {
    page: Page,
    /// The articles that have a column.
    columns: Memo<Vec<Entry>>,
    /// Whether there is something to compare, and with it a column for the range.
    several: Memo<bool>,
}

impl Frame {
    /// The number of the table's columns.
    fn width(self) -> usize {
        self.columns.with(Vec::len) + if self.several.get() { 2 } else { 1 }
    }
}

/// The table over the given articles.
#[component]
pub fn RowsTable(
    /// The articles that have a column.
    columns: Memo<Vec<Entry>>,
) -> impl IntoView {
    let page = use_page();
    let frame = Frame {
        page,
        columns,
        several: memo(move || columns.with(Vec::len) > 1),
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
    let date = move || {
        entry
            .read
            .with(|read| read.article.date.clone().unwrap_or_default())
    };
    // Without an outlet the title is the column's name already.
    let title = move || {
        entry.read.with(|read| {
            let article = &read.article;
            article
                .outlet
                .as_ref()
                .and(article.title.clone())
                .unwrap_or_default()
        })
    };
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
                {text(date)}
            </span>
            <span class="column-detail column-title" dir="auto">
                {text(title)}
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
    let unfolded = RwSignal::new(false);
    let section =
        memo(move || (frame.page.compared).with(|compared| section(&compared.table, outcome)));
    let rows = move || {
        let mut rows = section.with(|section| section.rows.clone());
        if unfolded.get() {
            let folded = section.with(|section| section.folded.clone());
            rows.extend(folded.into_iter().take(MOST_FOLDED));
        }
        rows
    };
    let folded = move || section.with(|section| section.folded.len());
    view! {
        <tbody>
            <tr class="outcome">
                <th scope="rowgroup" colspan=move || frame.width().to_string()>
                    <span class="outcome-name">{words::outcome(outcome)}</span>
                    <span class="outcome-meaning">{words::outcome_meaning(outcome)}</span>
                </th>
            </tr>
            {each(rows, move |key| draw_row(frame, key))}
            {when(move || folded() > 0, move || draw_fold(frame, folded, unfolded))}
        </tbody>
    }
    .into_any()
}

fn draw_fold(
    frame: Frame,
    folded: impl Fn() -> usize + Copy + Send + 'static,
    unfolded: RwSignal<bool>,
) -> AnyView {
    let line = move || match (unfolded.get(), folded()) {
        (false, rows) => format!(
            "Show {} for a place or an incident",
            words::plural(rows, "row")
        ),
        (true, rows) if rows > MOST_FOLDED => {
            format!("Hide them (the first {MOST_FOLDED} of {rows} are shown)")
        }
        (true, _) => "Hide them".to_owned(),
    };
    view! {
        <tr class="fold-line">
            <td colspan=move || frame.width().to_string()>
                <button
                    type="button"
                    aria-expanded=move || unfolded.get().to_string()
                    on:click=press(move || unfolded.update(|open| *open = !*open))
                >
                    {text(line)}
                </button>
            </td>
        </tr>
    }
    .into_any()
}

fn draw_row(frame: Frame, key: RowKey) -> AnyView {
    let place = key.place.clone();
    let (group, part) = (words::group(key.group), place.is_some());
    let key = Arc::new(key);
    let of = Arc::clone(&key);
    let row =
        memo(move || (frame.page.compared).with(|compared| of.find(&compared.table).cloned()));
    let across = move || live(move || row.with(|row| row.as_ref().map(draw_across)));
    view! {
        <tr class:part=part>
            <th scope="row" class="row-head">
                <span class="row-group">{group}</span>
                {place.map(|place| span("row-place", place))}
            </th>
            {each(
                move || frame.columns.get(),
                move |entry| draw_box(frame.page, entry, Arc::clone(&key), row),
            )}
            {when(move || frame.several.get(), across)}
        </tr>
    }
    .into_any()
}

fn span(class: &'static str, text: String) -> AnyView {
    view! {
        <span class=class dir="auto">
            {text}
        </span>
    }
    .into_any()
}

fn draw_box(page: Page, entry: Entry, key: Arc<RowKey>, row: Memo<Option<TableRow>>) -> AnyView {
    let cell = memo(move || {
        let place = page.place(entry.id)?;
        row.with(|row| row.as_ref()?.cells.get(place)?.clone())
    });
    let of = Arc::clone(&key);
    let selected = memo(move || {
        page.selection.with(|selection| {
            selection.as_ref().is_some_and(|selection| {
                let target = &selection.target;
                selection.article == entry.id && matches!(target, Target::Cell(key) if *key == *of)
            })
        })
    });
    let inside = move || {
        Some(cell.with(|cell| match cell {
            Some(cell) => draw_cell(page, entry, &key, selected, cell),
            None => draw_absent(),
        }))
    };
    view! {
        <td class=look_class(entry.look) class:selected=move || selected.get()>
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
    selected: Memo<bool>,
    cell: &TableCell,
) -> AnyView {
    let id = cell_id(entry, key);
    let (origin, key) = (format!("[id=\"{id}\"]"), Arc::clone(key));
    let select = move || {
        let selection = Selection {
            article: entry.id,
            target: Target::Cell(RowKey::clone(&key)),
        };
        page.select(selection, origin.clone());
    };
    let mut others: Vec<AnyView> = (cell.others.iter().take(MOST_OTHERS))
        .map(|other| {
            let note = (other.note)
                .map(|note| format!(" ({note})"))
                .unwrap_or_default();
            let line = format!("{}: {}{note}, {}", words::ALSO, other.shown, other.source);
            span("cell-other", line)
        })
        .collect();
    if cell.others.len() > MOST_OTHERS {
        let more = words::number((cell.others.len() - MOST_OTHERS) as u64);
        others.push(span("cell-other", format!("and {more} more")));
    }
    view! {
        <button
            type="button"
            class="cell"
            id=id
            class:derived=cell.derived
            aria-expanded=move || selected.get().to_string()
            aria-controls=move || selected.get().then_some("evidence")
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
    let place: String = (key.place.iter().flat_map(|place| place.bytes()))
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!(
        "cell-{}-{:?}-{:?}-{:?}-{place}",
        entry.id.0, key.outcome, key.group, key.scope
    )
}

fn draw_across(row: &TableRow) -> AnyView {
    let verdict = row.verdict;
    let standing = match row.counters.is_empty() {
        true => row.standing.clone(),
        false => format!("{}: {}", row.standing, row.counters.join("; ")),
    };
    view! {
        <td class="across">
            <span class="figure across-range">{row.range.clone()}</span>
            <span class=verdict_class(verdict)>
                {verdict_sign(verdict)} {row.verdict_label}
            </span>
            {span("across-standing", standing)}
        </td>
    }
    .into_any()
}
