//! The table: a row for each outcome and group, a column for each article, and the range across them.

use super::arrows;
use super::entry::{Entry, Work};
use super::icon::{look_class, marker, verdict_class, verdict_sign};
use super::sections::{RowKey, Section, outcomes, section, words_and_number};
use super::shared::{each, live, memo, press};
use super::state::{Page, Selection, Target, use_page};
use crate::model::Outcome;
use crate::present::table::{TableCell, TableRow};
use crate::words;
use leptos::prelude::*;

/// At most this many rows are unfolded under an outcome.
const MOST_FOLDED: usize = 200;

/// The table over the given articles.
#[component]
pub fn RowsTable(
    /// The articles that have a column.
    columns: Memo<Vec<Entry>>,
) -> impl IntoView {
    let page = use_page();
    let heads = move || Some(draw_heads(page, &columns.get()));
    let bodies = each(
        move || page.compared.with(|compared| outcomes(&compared.table)),
        move |outcome| draw_body(page, outcome, columns),
    );
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-labelledby="table-caption">
            <table class="table" on:keydown=arrows::between_cells>
                <caption id="table-caption">"Figures by article"</caption>
                <thead>
                    <tr>{live(heads)}</tr>
                </thead>
                {bodies}
            </table>
        </div>
    }
}

fn draw_heads(page: Page, columns: &[Entry]) -> AnyView {
    let head = |class: &'static str, name: &'static str| {
        view! {
            <th scope="col" class=class>
                {name}
            </th>
        }
        .into_any()
    };
    let mut heads = vec![head("row-head", "Figure")];
    heads.extend(columns.iter().map(|&entry| draw_head(page, entry)));
    if columns.len() > 1 {
        heads.push(head("across", "Across articles"));
    }
    heads.into_any()
}

fn draw_head(page: Page, entry: Entry) -> AnyView {
    let id = entry.id;
    let (date, title) = entry.read.with(|read| {
        let article = &read.article;
        // Without an outlet the title is the column's name already.
        (
            article.date.clone(),
            article.outlet.as_ref().and(article.title.clone()),
        )
    });
    let stale = match entry.work.get() {
        Work::Done => None,
        Work::Reading(..) => Some("reading"),
        Work::Stopped(_) => Some("earlier text"),
    };
    view! {
        <th scope="col" class=format!("column {}", look_class(entry.look))>
            <span class="column-name">
                {marker(entry.look, page.number(id))} <span dir="auto">{page.name(id)}</span>
            </span>
            <span class="column-detail" dir="auto">
                {date}
            </span>
            <span class="column-detail column-title" dir="auto">
                {title}
            </span>
            {stale.map(note)}
        </th>
    }
    .into_any()
}

fn note(text: &'static str) -> AnyView {
    view! { <span class="note">{text}</span> }.into_any()
}

fn draw_body(page: Page, outcome: Outcome, columns: Memo<Vec<Entry>>) -> AnyView {
    let unfolded = RwSignal::new(false);
    let section = memo(move || {
        page.compared
            .with(|compared| section(&compared.table, outcome))
    });
    let lines = move || {
        let (columns, selection) = (columns.get(), page.selection.get());
        let frame = Frame {
            page,
            places: columns.iter().map(|entry| page.place(entry.id)).collect(),
            columns,
            selection,
        };
        section.with(|section| Some(draw_section(&frame, outcome, section, unfolded)))
    };
    view! { <tbody>{live(lines)}</tbody> }.into_any()
}

/// What every row of the table is drawn with.
struct Frame {
    page: Page,
    columns: Vec<Entry>,
    places: Vec<Option<usize>>,
    selection: Option<Selection>,
}

impl Frame {
    /// Whether there is something to compare, and with it a column for the range.
    fn several(&self) -> bool {
        self.columns.len() > 1
    }

    /// The number of the table's columns.
    fn width(&self) -> usize {
        self.columns.len() + if self.several() { 2 } else { 1 }
    }
}

fn draw_section(
    frame: &Frame,
    outcome: Outcome,
    section: &Section,
    unfolded: RwSignal<bool>,
) -> AnyView {
    let open = unfolded.get();
    let folded = match open {
        true => section.folded.iter().take(MOST_FOLDED),
        false => [].iter().take(0),
    };
    let mut lines = vec![draw_outcome(frame, outcome)];
    lines.extend((section.rows.iter().chain(folded)).map(|row| draw_row(frame, row)));
    if !section.folded.is_empty() {
        lines.push(draw_fold(frame, section.folded.len(), open, unfolded));
    }
    lines.into_any()
}

fn draw_outcome(frame: &Frame, outcome: Outcome) -> AnyView {
    view! {
        <tr class="outcome">
            <th scope="rowgroup" colspan=frame.width().to_string()>
                <span class="outcome-name">{words::outcome(outcome)}</span>
                <span class="outcome-meaning">{words::outcome_meaning(outcome)}</span>
            </th>
        </tr>
    }
    .into_any()
}

fn draw_fold(frame: &Frame, rows: usize, open: bool, unfolded: RwSignal<bool>) -> AnyView {
    let line = match (open, rows > MOST_FOLDED) {
        (false, _) => format!(
            "Show {} for a place or an incident",
            words::plural(rows, "row")
        ),
        (true, false) => "Hide them".to_owned(),
        (true, true) => format!("Hide them (the first {MOST_FOLDED} of {rows} are shown)"),
    };
    view! {
        <tr class="fold-line">
            <td colspan=frame.width().to_string()>
                <button
                    type="button"
                    aria-expanded=open.to_string()
                    on:click=press(move || unfolded.update(|open| *open = !*open))
                >
                    {line}
                </button>
            </td>
        </tr>
    }
    .into_any()
}

fn draw_row(frame: &Frame, row: &TableRow) -> AnyView {
    let key = RowKey::of(row);
    let cells: Vec<AnyView> = (frame.columns.iter().zip(&frame.places))
        .map(|(&entry, place)| {
            let cell = place.and_then(|place| row.cells.get(place)?.as_ref());
            draw_box(frame, entry, &key, cell)
        })
        .collect();
    let place = row.place_label.clone();
    let part = place.is_some();
    view! {
        <tr class:part=part>
            <th scope="row" class="row-head">
                <span class="row-group">{row.group_label}</span>
                {place.map(|place| span("row-place", place))}
            </th>
            {cells}
            {frame.several().then(|| draw_across(row))}
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

fn draw_box(frame: &Frame, entry: Entry, key: &RowKey, cell: Option<&TableCell>) -> AnyView {
    let selected = frame.selection.as_ref().is_some_and(|selection| {
        selection.article == entry.id && matches!(&selection.target, Target::Cell(of) if of == key)
    });
    let inside = match cell {
        Some(cell) => draw_cell(frame.page, entry, key, selected, cell),
        None => view! {
            <span class="absent">
                <span aria-hidden="true">"–"</span>
                <span class="vh">"no figure"</span>
            </span>
        }
        .into_any(),
    };
    view! {
        <td class=look_class(entry.look) class:selected=selected>
            {inside}
        </td>
    }
    .into_any()
}

fn draw_cell(page: Page, entry: Entry, key: &RowKey, selected: bool, cell: &TableCell) -> AnyView {
    let id = cell_id(entry, key);
    let origin = format!("[id=\"{id}\"]");
    let key = key.clone();
    let select = move || {
        let selection = Selection {
            article: entry.id,
            target: Target::Cell(key.clone()),
        };
        page.select(selection, origin.clone());
    };
    let others: Vec<AnyView> = (cell.others.iter())
        .map(|other| {
            let note = other
                .note
                .map(|note| format!(" ({note})"))
                .unwrap_or_default();
            let line = format!("{}: {}{note}, {}", words::ALSO, other.shown, other.source);
            span("cell-other", line)
        })
        .collect();
    view! {
        <button
            type="button"
            class="cell"
            id=id
            class:derived=cell.derived
            aria-expanded=selected.to_string()
            aria-controls=selected.then_some("evidence")
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
