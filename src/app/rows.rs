//! The table: a row for each outcome and group, a column for each article, and the range across them.

use super::arrows;
use super::entry::{Entry, Work};
use super::icon::{Marker, VerdictSign, look_class};
use super::sections::{RowKey, Section, sections, words_and_number};
use super::state::{Page, Selection, Target, use_page};
use crate::present::table::{TableCell, TableRow};
use crate::present::words;
use leptos::either::Either;
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
    let sections = Memo::new(move |_| page.compared.with(|compared| sections(&compared.table)));
    let several = Memo::new(move |_| columns.with(Vec::len) > 1);
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-labelledby="table-caption">
            <table class="table" on:keydown=arrows::between_cells>
                <caption id="table-caption">"Figures by article"</caption>
                <thead>
                    <tr>
                        <th scope="col" class="row-head">
                            "Figure"
                        </th>
                        <For each=move || columns.get() key=|entry| entry.id let:entry>
                            <ColumnHead entry />
                        </For>
                        <Show when=move || several.get()>
                            <th scope="col" class="across">
                                "Across articles"
                            </th>
                        </Show>
                    </tr>
                </thead>
                <For
                    each=move || sections.get()
                    key=|section| section.outcome
                    children=move |section| {
                        let outcome = section.outcome;
                        let section = Memo::new(move |_| {
                            sections
                                .with(|sections| {
                                    sections.iter().find(|section| section.outcome == outcome).cloned()
                                })
                                .unwrap_or(Section {
                                    outcome,
                                    rows: Vec::new(),
                                    folded: Vec::new(),
                                })
                        });
                        view! { <SectionBody section columns several /> }
                    }
                />
            </table>
        </div>
    }
}

#[component]
fn ColumnHead(entry: Entry) -> impl IntoView {
    let page = use_page();
    let id = entry.id;
    let number = Memo::new(move |_| page.place(id).map_or(0, |place| place + 1));
    let date = Memo::new(move |_| entry.read.with(|read| read.article.date.clone()));
    let title = Memo::new(move |_| {
        entry.read.with(|read| {
            let article = &read.article;
            article.outlet.as_ref().and(article.title.clone())
        })
    });
    let stale = move || match entry.work.get() {
        Work::Done => None,
        Work::Reading(..) => Some("reading"),
        Work::Stopped(_) => Some("earlier text"),
    };
    view! {
        <th scope="col" class=format!("column {}", look_class(entry.look))>
            <span class="column-name">
                <Marker look=entry.look number />
                <span dir="auto">{move || page.name(id)}</span>
            </span>
            <span class="column-detail" dir="auto">
                {date}
            </span>
            <span class="column-detail column-title" dir="auto">
                {title}
            </span>
            {move || stale().map(|stale| view! { <span class="note">{stale}</span> })}
        </th>
    }
}

#[component]
fn SectionBody(
    section: Memo<Section>,
    columns: Memo<Vec<Entry>>,
    several: Memo<bool>,
) -> impl IntoView {
    let outcome = section.with_untracked(|section| section.outcome);
    let unfolded = RwSignal::new(false);
    let width = move || (columns.with(Vec::len) + if several.get() { 2 } else { 1 }).to_string();
    let folded = move || section.with(|section| section.folded.len());
    let shown_folded = move || match unfolded.get() {
        true => section
            .with(|section| (section.folded.iter().take(MOST_FOLDED).cloned()).collect::<Vec<_>>()),
        false => Vec::new(),
    };
    let fold_line = move || {
        let (rows, sign) = (folded(), if unfolded.get() { "Hide" } else { "Show" });
        let beyond = rows.saturating_sub(MOST_FOLDED);
        match (unfolded.get(), beyond) {
            (true, 1..) => format!("{sign} (the first {MOST_FOLDED} of {rows} are shown)"),
            _ => format!(
                "{sign} {} for a place or an incident",
                words::plural(rows, "row")
            ),
        }
    };
    view! {
        <tbody>
            <tr class="outcome">
                <th scope="rowgroup" colspan=width>
                    <span class="outcome-name">{words::outcome(outcome)}</span>
                    <span class="outcome-meaning">{words::outcome_meaning(outcome)}</span>
                </th>
            </tr>
            <For each=move || section.with(|section| section.rows.clone()) key=RowKey::clone let:key>
                <RowLine key columns several />
            </For>
            <For each=shown_folded key=RowKey::clone let:key>
                <RowLine key columns several />
            </For>
            <Show when=move || { folded() > 0 }>
                <tr class="fold-line">
                    <td colspan=width>
                        <button
                            type="button"
                            aria-expanded=move || unfolded.get().to_string()
                            on:click=move |_| unfolded.update(|open| *open = !*open)
                        >
                            {fold_line}
                        </button>
                    </td>
                </tr>
            </Show>
        </tbody>
    }
}

#[component]
fn RowLine(key: RowKey, columns: Memo<Vec<Entry>>, several: Memo<bool>) -> impl IntoView {
    let page = use_page();
    let key = StoredValue::new(key);
    let row = Memo::new(move |_| {
        page.compared.with(|compared| {
            let index = key.with_value(|key| key.find(&compared.table))?;
            compared.table.rows.get(index).cloned()
        })
    });
    let (group, place) = key.with_value(|key| (words::group(key.group), key.place.clone()));
    let part = place.is_some();
    view! {
        <tr class:part=part>
            <th scope="row" class="row-head">
                <span class="row-group">{group}</span>
                {place.map(|place| view! { <span class="row-place" dir="auto">{place}</span> })}
            </th>
            <For each=move || columns.get() key=|entry| entry.id let:entry>
                <CellBox entry row key />
            </For>
            <Show when=move || several.get()>
                <Across row />
            </Show>
        </tr>
    }
}

#[component]
fn CellBox(entry: Entry, row: Memo<Option<TableRow>>, key: StoredValue<RowKey>) -> impl IntoView {
    let page = use_page();
    let id = entry.id;
    let cell = Memo::new(move |_| {
        let place = page.place(id)?;
        row.with(|row| row.as_ref()?.cells.get(place)?.clone())
    });
    let selected = Memo::new(move |_| {
        page.selection.with(|selection| match selection {
            Some(Selection {
                article,
                target: Target::Cell(of),
            }) => *article == id && key.with_value(|key| key == of),
            _ => false,
        })
    });
    view! {
        <td class=look_class(entry.look) class:selected=move || selected.get()>
            {move || match cell.get() {
                Some(cell) => Either::Left(draw_cell(page, entry, key, selected, cell)),
                None => {
                    Either::Right(
                        view! {
                            <span class="absent">
                                <span aria-hidden="true">"–"</span>
                                <span class="vh">"no figure"</span>
                            </span>
                        },
                    )
                }
            }}
        </td>
    }
}

fn draw_cell(
    page: Page,
    entry: Entry,
    key: StoredValue<RowKey>,
    selected: Memo<bool>,
    cell: TableCell,
) -> impl IntoView {
    let (lead, number) = words_and_number(&cell.shown);
    let (lead, number) = (lead.to_owned(), number.to_owned());
    let dom_id = move || key.with_value(|key| cell_id(entry, key));
    let others = (cell.others.into_iter())
        .map(|other| {
            let note = other
                .note
                .map(|note| format!(" ({note})"))
                .unwrap_or_default();
            let line = format!("{}: {}{note}, {}", words::ALSO, other.shown, other.source);
            view! {
                <span class="cell-other" dir="auto">
                    {line}
                </span>
            }
        })
        .collect_view();
    view! {
        <button
            type="button"
            class="cell"
            id=dom_id()
            class:derived=cell.derived
            aria-expanded=move || selected.get().to_string()
            aria-controls=move || selected.get().then_some("evidence")
            on:click=move |_| {
                let selection = Selection {
                    article: entry.id,
                    target: Target::Cell(key.get_value()),
                };
                page.select(selection, format!("[id=\"{}\"]", dom_id()));
            }
        >
            <span class="figure">
                <span class="figure-words">{lead}</span>
                <span class="figure-number">{number}</span>
            </span>
            {cell.note.map(|note| view! { <span class="note">{note}</span> })}
            <span class="cell-source" dir="auto">
                {cell.source}
            </span>
            {others}
        </button>
    }
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

#[component]
fn Across(row: Memo<Option<TableRow>>) -> impl IntoView {
    view! {
        <td class="across">
            {move || {
                row.get()
                    .map(|row| {
                        let verdict = row.verdict;
                        view! {
                            <span class="figure across-range">{row.range}</span>
                            <span class=format!("verdict verdict-{verdict:?}")>
                                <VerdictSign verdict />
                                {row.verdict_label}
                            </span>
                            <span class="across-standing" dir="auto">
                                {standing(&row.standing, &row.counters)}
                            </span>
                        }
                    })
            }}
        </td>
    }
}

/// "3 articles, 1 named counter: Observatory".
fn standing(standing: &str, counters: &[String]) -> String {
    match counters.is_empty() {
        true => standing.to_owned(),
        false => format!("{standing}: {}", counters.join("; ")),
    }
}
