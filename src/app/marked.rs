//! An article's text to be read, with the words of evidence marked and the selected ones lit.

use super::entry::Entry;
use super::marks::{self, Block, Segment};
use super::state::{Page, Selection, card_id, use_page};
use crate::present::words;
use leptos::either::Either;
use leptos::prelude::*;

/// The marked text of `entry`.
#[component]
pub fn Marked(
    /// Which article.
    entry: Entry,
) -> impl IntoView {
    let page = use_page();
    let id = entry.id;
    let centre = Memo::new(move |_| match page.shown.get() {
        Some((shown, at)) if shown == id => at,
        _ => 0,
    });
    let blocks = Memo::new(move |_| {
        let read = entry.read.read();
        marks::blocks(&read.article.text, &read.extraction.claims, centre.get())
    });
    let lit = Memo::new(move |_| {
        page.lit.with(|lit| match lit {
            Some(lit) if lit.article == id => lit.claims.clone(),
            _ => Vec::new(),
        })
    });
    view! {
        <div
            class="text marked scroll"
            tabindex="0"
            role="group"
            aria-label=move || format!("Marked text of {}", page.name(id))
        >
            {move || {
                blocks
                    .with(|blocks| {
                        blocks.iter().map(|block| draw_block(page, entry, block, lit)).collect_view()
                    })
            }}
        </div>
    }
}

fn draw_block(
    page: Page,
    entry: Entry,
    block: &Block,
    lit: Memo<Vec<usize>>,
) -> impl IntoView + use<> {
    match block {
        Block::Paragraph(segments) => {
            let segments = (segments.iter())
                .map(|segment| draw_segment(page, entry, segment, lit))
                .collect_view();
            Either::Left(view! { <p dir="auto">{segments}</p> })
        }
        Block::Gap(bytes) => Either::Right(view! { <p class="gap">{left_out(*bytes)}</p> }),
    }
}

fn draw_segment(
    page: Page,
    entry: Entry,
    segment: &Segment,
    lit: Memo<Vec<usize>>,
) -> impl IntoView + use<> {
    match segment {
        Segment::Plain(text) => Either::Left(Either::Left(text.clone())),
        Segment::Cut(bytes) => Either::Left(Either::Right(
            view! { <span class="gap">{left_out(*bytes)}</span> },
        )),
        Segment::Marked { at, text, claims } => {
            let (at, claims, first) = (*at, claims.clone(), claims.first().copied());
            let press = move || {
                if let Some(claim) = first {
                    let selection = Selection {
                        article: entry.id,
                        target: page.target(entry.id, claim),
                    };
                    page.select(
                        selection,
                        format!("#{} [data-at='{at}']", card_id(entry.id)),
                    );
                }
            };
            Either::Right(view! {
                <mark
                    role="button"
                    tabindex="0"
                    data-at=at.to_string()
                    class:lit=move || lit.with(|lit| claims.iter().any(|claim| lit.contains(claim)))
                    on:click=move |_| press()
                    on:keydown=move |event| {
                        if event.key() == "Enter" || event.key() == " " {
                            event.prevent_default();
                            press();
                        }
                    }
                >
                    {text.clone()}
                </mark>
            })
        }
    }
}

fn left_out(bytes: usize) -> String {
    let kilobytes = bytes.div_ceil(1000);
    format!(
        " [{} kB without a figure shown here] ",
        words::number(kilobytes as u64)
    )
}
