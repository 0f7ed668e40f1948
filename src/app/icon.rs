//! Small drawings: the articles' markers, the verdicts' signs, the tools.

use super::state::COLOURS;
use crate::model::Verdict;
use leptos::prelude::*;

/// The class that gives an article's colour to what is in it.
pub fn look_class(look: usize) -> String {
    format!("look-{}", look % COLOURS)
}

/// An article's shape in its colour, with its number, counted from 1, inside. Decoration: the name stands beside it.
pub fn marker(look: usize, number: usize) -> AnyView {
    let (path, baseline) = shape(look);
    view! {
        <svg class=format!("marker {}", look_class(look)) viewBox="0 0 24 24" aria-hidden="true">
            <path d=path />
            <text x="12" y=baseline text-anchor="middle">
                {number.to_string()}
            </text>
        </svg>
    }
    .into_any()
}

/// Outline of a look's shape and the baseline of a number in it, in a square of 24.
fn shape(look: usize) -> (&'static str, &'static str) {
    match look % COLOURS {
        0 => ("M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 1 0 0 -21z", "16"),
        1 => ("M2.5 2.5h19v19h-19z", "16"),
        2 => ("M12 0l12 12l-12 12l-12 -12z", "16"),
        3 => ("M12 0.5l12 22.5h-24z", "19.5"),
        4 => ("M6 1.5h12l6 10.5l-6 10.5h-12l-6 -10.5z", "16"),
        5 => ("M12 0.5l11.8 8.8l-4.5 14h-14.6l-4.5 -14z", "17.5"),
        6 => ("M0 1h24l-12 22.5z", "13"),
        _ => ("M2 23v-11a10 10 0 0 1 20 0v11z", "17.5"),
    }
}

/// A verdict as a sign, beside its word.
pub fn verdict_sign(verdict: Verdict) -> AnyView {
    drawing(
        "sign",
        match verdict {
            Verdict::Single => "M8 5.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0 -5z",
            Verdict::Agree => "M2 5h12v2h-12zM2 9h12v2h-12z",
            Verdict::WordingDrift => "M2 5h12v2h-12zM2 9h5v2h-5zM9 9h5v2h-5z",
            Verdict::Compatible => "M1 3.5h10v3h-10zM5 9.5h10v3h-10z",
            Verdict::LaterCount => "M1 9.5h6v3h-6zM9 3.5h6v3h-6zM7 5h2v6h-2z",
            Verdict::Differ => "M1 3.5h5v3h-5zM10 9.5h5v3h-5zM10.2 1.5l1.6 0.8l-6 12l-1.6 -0.8z",
        },
    )
}

/// The class that a verdict's sign and word have.
pub const fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Single => "verdict verdict-single",
        Verdict::Agree => "verdict verdict-agree",
        Verdict::WordingDrift => "verdict verdict-wording",
        Verdict::Compatible => "verdict verdict-compatible",
        Verdict::LaterCount => "verdict verdict-later",
        Verdict::Differ => "verdict verdict-differ",
    }
}

/// What a tool button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Moves up.
    Up,
    /// Moves down.
    Down,
    /// Removes, or closes.
    Close,
    /// Folds and unfolds.
    Fold,
}

/// A tool's drawing; the button that holds it has the name.
pub fn tool_icon(tool: Tool) -> AnyView {
    drawing(
        "tool-icon",
        match tool {
            Tool::Up => "M8 13V3.5M3.5 7.5L8 3l4.5 4.5",
            Tool::Down => "M8 3v9.5M3.5 8.5L8 13l4.5 -4.5",
            Tool::Close => "M3.5 3.5l9 9M12.5 3.5l-9 9",
            Tool::Fold => "M3.5 6L8 10.5L12.5 6",
        },
    )
}

fn drawing(class: &'static str, path: &'static str) -> AnyView {
    view! {
        <svg class=class viewBox="0 0 16 16" aria-hidden="true">
            <path d=path />
        </svg>
    }
    .into_any()
}
