//! An article's text to be read, with the words of evidence marked and the selected ones lit.

use super::entry::{Entry, Work};
use super::marks::{self, Block, Segment};
use super::shared::{live, memo, press, press_by_key};
use super::state::{Page, Selection, card_id, use_page};
use crate::words;
use leptos::prelude::*;

/// The marked text of `entry`. While the text is being read, its beginning without marks.
#[component]
pub fn Marked(
    /// Which article.
    entry: Entry,
) -> impl IntoView {
    let page = use_page();
    let id = entry.id;
    let blocks = memo(move || match entry.work.get() {
        Work::Done => {
            let centre = page.shown.get().filter(|(shown, _)| *shown == id);
            let read = entry.read.read();
            let claims = &read.extraction.claims;
            marks::blocks(&read.article.text, claims, centre.map_or(0, |(_, at)| at))
        }
        Work::Reading(..) | Work::Stopped(_) => entry.with_text(|text| marks::blocks(text, &[], 0)),
    });
    let lit = memo(move || {
        page.lit.with(|lit| match lit {
            Some(lit) if lit.article == id => lit.claims.clone(),
            _ => Vec::new(),
        })
    });
    let long = move || {
        let bytes = entry.with_text(str::len);
        let kilobytes = words::number(bytes.div_ceil(1000) as u64);
        // What is unread is no signal; it changes with the work.
        entry.work.track();
        (bytes > marks::WHOLE).then(|| {
            view! {
                <p class="gap">
                    {format!("A long text ({kilobytes} kB): read in whole, shown in part. Editing it may be slow.")}
                </p>
            }
            .into_any()
        })
    };
    let paragraphs = move || {
        blocks.with(|blocks| {
            let blocks: Vec<AnyView> = (blocks.iter())
                .map(|block| draw_block(page, entry, block, lit))
                .collect();
            Some(blocks.into_any())
        })
    };
    view! {
        <div
            class="text marked scroll"
            tabindex="0"
            role="group"
            aria-label=move || format!("Marked text of {}", page.name(id))
        >
            {live(long)}
            {live(paragraphs)}
        </div>
    }
}

fn draw_block(page: Page, entry: Entry, block: &Block, lit: Memo<Vec<usize>>) -> AnyView {
    match block {
        Block::Paragraph(segments) => {
            let segments: Vec<AnyView> = (segments.iter())
                .map(|segment| draw_segment(page, entry, segment, lit))
                .collect();
            view! { <p dir="auto">{segments}</p> }.into_any()
        }
        Block::Gap(bytes) => view! { <p class="gap">{left_out(*bytes)}</p> }.into_any(),
    }
}

fn draw_segment(page: Page, entry: Entry, segment: &Segment, lit: Memo<Vec<usize>>) -> AnyView {
    match segment {
        Segment::Plain(text) => text.clone().into_any(),
        Segment::Cut(bytes) => view! { <span class="gap">{left_out(*bytes)}</span> }.into_any(),
        Segment::Marked { at, text, claims } => draw_mark(page, entry, *at, text, claims, lit),
    }
}

fn draw_mark(
    page: Page,
    entry: Entry,
    at: usize,
    text: &str,
    claims: &[usize],
    lit: Memo<Vec<usize>>,
) -> AnyView {
    let (all, first) = (claims.to_vec(), claims.first().copied());
    let select = move || {
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
    view! {
        <mark
            role="button"
            tabindex="0"
            data-at=at.to_string()
            class:lit=move || lit.with(|lit| all.iter().any(|claim| lit.contains(claim)))
            on:click=press(select)
            on:keydown=press_by_key(select)
        >
            {text.to_owned()}
        </mark>
    }
    .into_any()
}

fn left_out(bytes: usize) -> String {
    format!(
        " [{} kB not shown] ",
        words::number(bytes.div_ceil(1000) as u64)
    )
}
