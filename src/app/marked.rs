//! An article's text to be read, with the words of evidence marked and the selected ones lit; on request also with the
//! words that were set aside, each of which says why.

use super::browser;
use super::entry::{self, Entry, Work};
use super::marks::{self, Block, Segment, Words};
use super::shared::{
    Held, Kept, attribute, flag, focused, live, memo, press, press_by_key, text, when,
};
use super::state::{Page, card_id, use_page};
use crate::model::Reason;
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
    let lit = memo(move || {
        page.lit.with(|lit| {
            let here = lit.as_ref().and_then(|lit| lit.of(id));
            here.map(|lit| lit.claims.clone()).unwrap_or_default()
        })
    });
    let passages = memo(move || {
        page.lit.with(|lit| {
            let here = lit.as_ref().and_then(|lit| lit.of(id));
            here.map(|lit| lit.passages.clone()).unwrap_or_default()
        })
    });
    let blocks = memo(move || match entry.work.get() {
        Work::Done => {
            let centre = page.shown.get().filter(|(shown, _)| *shown == id);
            let read = entry.read.now();
            let (claims, mut aside) = (
                &read.extraction.claims,
                read.extraction.set_aside.as_slice(),
            );
            if !entry.asides.get() {
                aside = &[];
            }
            let centre = centre.map_or(0, |(_, at)| at);
            let passages = passages.get();
            marks::blocks(&read.article.text, claims, aside, &passages, centre)
        }
        Work::Reading(..) | Work::Stopped(_) => {
            entry.with_text(|text| marks::blocks(text, &[], &[], &[], 0))
        }
    });
    let pointed = Held::new(None::<usize>);
    let long = move || {
        let bytes = entry.with_text(str::len);
        let kilobytes = words::number(bytes.div_ceil(1000) as u64);
        // What is unread is no signal; it changes with the work.
        entry.work.now();
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
            {..attribute("aria-label", move || Some(format!("Marked text of {}", page.name(id))))}
            on:focusin=focused(move |event| {
                let words = browser::befallen(event, "[data-aside]");
                pointed.set(words.and_then(|words| browser::number_in(&words, "data-aside")));
            })
        >
            {live(long)}
            {live(paragraphs)}
        </div>
        {draw_asides(entry, pointed)}
    }
}

/// The switch for the words that were set aside, and why those were that the user points at.
fn draw_asides(entry: Entry, pointed: Held<Option<usize>>) -> AnyView {
    let count = move || (entry.read).with(|read| read.extraction.set_aside.len());
    let why = move || {
        let why = (entry.read).with(|read| why(read, pointed.get()?));
        why.unwrap_or_else(|| "Point at dotted words to see why they were set aside.".to_owned())
    };
    let flip = move || {
        pointed.set(None);
        entry.asides.update(|on| *on = !*on);
    };
    let on = move || entry.asides.get();
    let bar = move || {
        view! {
            <div class="asides">
                <div class="switch">
                    <button
                        type="button"
                        {..flag("aria-pressed", on)}
                        on:click=press(flip)
                    >
                        {text(move || format!("Show what was set aside ({})", count()))}
                    </button>
                </div>
                {when(on, move || view! { <p dir="auto">{text(why)}</p> }.into_any())}
            </div>
        }
        .into_any()
    };
    when(move || count() > 0, bar)
}

/// "“3 houses”, set aside: things, not people".
fn why(read: &entry::Read, index: usize) -> Option<String> {
    let aside = read.extraction.set_aside.get(index)?;
    let words = read.article.text.get(aside.start..aside.end)?;
    Some(set_aside(&format!("“{words}”"), aside.reason))
}

/// Words, and why they were set aside.
fn set_aside(words: &str, reason: Reason) -> String {
    format!("{words}, set aside: {}", words::reason(reason))
}

fn draw_block(page: Page, entry: Entry, block: &Block, lit: Kept<Vec<usize>>) -> AnyView {
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

fn draw_segment(page: Page, entry: Entry, segment: &Segment, lit: Kept<Vec<usize>>) -> AnyView {
    match segment {
        Segment::Plain(text) => text.clone().into_any(),
        Segment::Cut(bytes) => view! { <span class="gap">{left_out(*bytes)}</span> }.into_any(),
        Segment::Marked(words) => draw_mark(page, entry, words, lit),
    }
}

/// Words of evidence, which select their claim when pressed, or words that were set aside, which say why. Where they are
/// both, the look is that of both.
fn draw_mark(page: Page, entry: Entry, words: &Words, lit: Kept<Vec<usize>>) -> AnyView {
    let Words {
        at,
        text,
        claims,
        aside,
        passage,
    } = words.clone();
    if claims.is_empty() && aside.is_none() {
        return view! {
            <mark class="passage" data-at=at.to_string()>
                {text}
            </mark>
        }
        .into_any();
    }
    let first = claims.first().copied();
    let class = match (aside, first) {
        (None, _) => "",
        (Some(_), None) => "aside",
        (Some(_), Some(_)) => "aside within",
    };
    let class = if passage {
        format!("{class} passage")
    } else {
        class.to_owned()
    };
    let reason = aside.and_then(|index| {
        (entry.read).with_untracked(|read| Some(read.extraction.set_aside.get(index)?.reason))
    });
    let name = reason.map(|reason| set_aside(&text, reason));
    let said = name.clone();
    let act = move || {
        if let Some(said) = &said {
            page.say(said.clone());
        } else if let Some(claim) = first {
            page.select(
                page.standing_for(entry.id, claim),
                format!("#{} [data-at='{at}']", card_id(entry.id)),
            );
        }
    };
    view! {
        <mark
            role="button"
            tabindex="0"
            class=class
            data-at=at.to_string()
            data-aside=aside.map(|index| index.to_string())
            aria-label=name
            class:lit=move || lit.with(|lit| claims.iter().any(|claim| lit.contains(claim)))
            on:click=press(act.clone())
            on:keydown=press_by_key(act)
        >
            {text}
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
