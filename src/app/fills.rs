//! What bars are filled with: each article's own pattern in its colour, fading ends, and the hatching of vague words and
//! derived totals. Diagonal lines are for these two alone.

use super::icon::look_class;
use super::shared::each;
use super::state::Page;
use crate::order::sort_by;
use leptos::prelude::*;

/// Height of the patterns in px: that of a bar, which they are drawn in from its top.
const HEIGHT: &str = "14";

/// What is cut out of an article's bars, and how often in px: told apart on paper and without colour.
const CUTS: [(&str, &str); 12] = [
    ("8", ""),
    ("8", "M0 7h8"),
    ("8", "M3 0v14"),
    ("9", "M2 4h3v2h-3zM6.5 9h3v2h-3z"),
    ("8", "M0 4.5h8M0 9.5h8"),
    ("8", "M1 3l4 4l-4 4"),
    ("14", "M3 0v14M6.5 0v14"),
    ("10", "M0 7h10M4 0v14"),
    ("10", "M1 7h5"),
    ("12", "M0 10l6 -6l6 6"),
    ("12", "M3 7h6M6 4v6"),
    ("14", "M0 7h14M3 0v7M10 7v7"),
];

/// The fills of the looks that are on the page, for every chart on it.
pub fn draw_fills(page: Page) -> AnyView {
    let looks = move || {
        let mut looks: Vec<usize> =
            (page.articles).with(|list| list.iter().map(|entry| entry.look).collect());
        sort_by(&mut looks, Ord::cmp);
        looks.dedup();
        looks
    };
    view! {
        <svg class="vh" aria-hidden="true">
            <defs>{each(looks, draw_fill)}</defs>
        </svg>
    }
    .into_any()
}

fn draw_fill(look: usize) -> AnyView {
    // Markup without any value is cloned from a template, which would wrap these parts in a group of their own.
    let (start, end, hatch) = ("0", "1", "2.5");
    let (width, cut) = CUTS.get(look % CUTS.len()).copied().unwrap_or_default();
    view! {
        <linearGradient id=fill_id("fade", look) class=look_class(look)>
            <stop class="fade-from" offset=start />
            <stop class="fade-to" offset=end />
        </linearGradient>
        <pattern
            id=fill_id("hatch", look)
            class=look_class(look)
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
        >
            <rect class="hatch" width=hatch height="6" />
        </pattern>
        <pattern
            id=fill_id("own", look)
            class=look_class(look)
            width=width
            height=HEIGHT
            patternUnits="userSpaceOnUse"
        >
            <rect class="hatch" width=width height=HEIGHT />
            <path class="cut" d=cut />
        </pattern>
    }
    .into_any()
}

/// The reference to a fill.
pub fn fill(kind: &str, look: usize) -> String {
    format!("url(#{})", fill_id(kind, look))
}

fn fill_id(kind: &str, look: usize) -> String {
    format!("fill-{kind}-{look}")
}
