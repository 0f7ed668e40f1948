//! The bar charts, one for each outcome: the geometry of `present::chart`, drawn as SVG.

use super::arrows;
use super::browser;
use super::fills::{draw_fills, fill};
use super::icon::look_class;
use super::shared::{Held, Kept, attribute, each, flag, focused, live, memo, press, text, when};
use super::state::{Page, use_page};
use super::switch::{Choice, switch, toggle};
use crate::model::Outcome;
use crate::present::Table;
use crate::present::chart::{
    ARROW, Anchor, Bar, Chart, ChartOptions, Label, Panel, Scale, Shape, chart, panels,
};
use crate::present::sections::RowKey;
use crate::present::table::TableRow;
use crate::words;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use web_sys::Event;

/// At most this many rows are offered to choose from.
const MOST_ROWS: usize = 200;

/// What the user chose to see.
#[derive(Clone, Copy)]
struct Wanted {
    width: Held<f64>,
    scale: Held<Scale>,
    /// Whether replaced figures are drawn.
    superseded: Held<bool>,
    /// The rows that are drawn although they are not at first, and those that are not although they are.
    flipped: Held<Vec<RowKey>>,
}

impl Wanted {
    /// The panel's rows that are drawn, by their indices.
    fn rows(self, table: &Table, panel: &Panel) -> Vec<usize> {
        self.flipped.with(|flipped| {
            let drawn = |index: &usize| {
                let other = (table.rows.get(*index))
                    .is_some_and(|row| flipped.iter().any(|key| key.is_of(row)));
                panel.rows.contains(index) != other
            };
            panel.all.iter().copied().filter(drawn).collect()
        })
    }

    fn flip(self, key: &RowKey) {
        self.flipped.update(
            |flipped| match flipped.iter().position(|other| other == key) {
                Some(at) => drop(flipped.remove(at)),
                None => flipped.push(key.clone()),
            },
        );
    }
}

/// All charts, with what can be chosen about them.
#[component]
pub fn Charts() -> impl IntoView {
    let page = use_page();
    let wanted = Wanted {
        width: Held::new(0.0),
        scale: Held::new(Scale::Linear),
        superseded: Held::new(false),
        flipped: Held::new(Vec::new()),
    };
    let place = NodeRef::<leptos::html::Div>::new();
    place.on_load(move |place| browser::watch_width(&place, move |now| wanted.width.set(now)));
    let outcomes = move || {
        page.compared.with(|compared| {
            let panels = panels(&compared.table);
            (panels.iter())
                .filter(|panel| !wanted.rows(&compared.table, panel).is_empty())
                .map(|panel| panel.outcome)
                .collect()
        })
    };
    let scales = vec![
        Choice::of("Linear", wanted.scale, Scale::Linear),
        Choice::of("Logarithmic", wanted.scale, Scale::Log),
    ];
    view! {
        <section class="charts" aria-labelledby="charts-head">
            <div class="charts-bar">
                <h3 id="charts-head">"Chart"</h3>
                {draw_superseded_switch(page, wanted)}
                {switch("switch", "Scale", scales)}
            </div>
            {draw_rows_choice(page, wanted)}
            {draw_fills(page)}
            <div class="charts-place" node_ref=place>
                {each(outcomes, move |outcome| draw_panel(page, outcome, wanted))}
            </div>
        </section>
    }
}

/// The switch for replaced figures, where there are any.
fn draw_superseded_switch(page: Page, wanted: Wanted) -> AnyView {
    let count = move || -> usize {
        (page.compared).with(|compared| {
            (compared.table.rows.iter())
                .map(|row| row.superseded.len())
                .sum()
        })
    };
    let name = move || format!("Show replaced figures ({})", count());
    when(move || count() > 0, move || toggle(name, wanted.superseded))
}

/// The rows to choose from, folded.
fn draw_rows_choice(page: Page, wanted: Wanted) -> AnyView {
    let open = Held::new(false);
    let drawn = memo(move || {
        page.compared.with(|compared| {
            (panels(&compared.table).iter())
                .flat_map(|panel| wanted.rows(&compared.table, panel))
                .collect::<Vec<usize>>()
        })
    });
    let all = move || page.compared.with(|compared| compared.table.rows.len());
    let name = move || {
        format!(
            "Rows in the chart: {} of {}",
            drawn.with(Vec::len),
            words::number(all() as u64)
        )
    };
    let keys = move || {
        page.compared.with(|compared| {
            (compared.table.rows.iter().take(MOST_ROWS))
                .map(RowKey::of)
                .collect()
        })
    };
    let list = move || {
        view! {
            <ul class="chart-rows">
                {each(keys, move |key| draw_row_choice(page, wanted, drawn, key))}
            </ul>
        }
        .into_any()
    };
    view! {
        <div class="chart-choice">
            <button
                type="button"
                class="disclose"
                {..flag("aria-expanded", move || open.get())}
                on:click=press(move || open.update(|open| *open = !*open))
            >
                {text(name)}
            </button>
            {when(move || open.get(), list)}
        </div>
    }
    .into_any()
}

fn draw_row_choice(page: Page, wanted: Wanted, drawn: Kept<Vec<usize>>, key: RowKey) -> AnyView {
    let label = (page.compared).with_untracked(|compared| {
        key.find(&compared.table)
            .map(|row| row.label.clone())
            .unwrap_or_default()
    });
    let of = key.clone();
    let chosen = move || {
        page.compared.with(|compared| {
            let index = compared.table.rows.iter().position(|row| of.is_of(row));
            drawn.with(|drawn| index.is_some_and(|index| drawn.contains(&index)))
        })
    };
    view! {
        <li>
            <button
                type="button"
                role="checkbox"
                {..flag("aria-checked", chosen)}
                on:click=press(move || wanted.flip(&key))
            >
                <span dir="auto">{label}</span>
            </button>
        </li>
    }
    .into_any()
}

/// A panel's chart, and which of its bars is pointed at.
#[derive(Clone, Copy)]
struct Drawing {
    page: Page,
    outcome: Outcome,
    /// The chart.
    drawn: Kept<Option<Chart>>,
    /// The bar that Tab leads to, by its number from the top.
    first: Held<usize>,
    /// The bar whose sentence is shown.
    told: Held<Option<usize>>,
}

fn draw_panel(page: Page, outcome: Outcome, wanted: Wanted) -> AnyView {
    let drawing = Drawing {
        page,
        outcome,
        drawn: memo(move || laid_out(page, outcome, wanted)),
        first: Held::new(0),
        told: Held::new(None),
    };
    // One listener for all bars, which come and go.
    view! {
        <figure
            class="chart"
            on:pointerover=move |event| drawing.pointed(&event)
            on:pointerleave=move |_| drawing.told.set(None)
            on:focusin=focused(move |event| drawing.focused(bar_of(event)))
            on:focusout=move |_| drawing.told.set(None)
            on:click=move |event| drawing.select(bar_of(&event))
            on:keydown=move |event| drawing.key(&event)
        >
            <figcaption>{words::outcome(outcome)}</figcaption>
            {when(move || drawing.dwarfed(), draw_advice)}
            {draw(drawing)}
            {live(move || draw_tip(drawing))}
        </figure>
    }
    .into_any()
}

fn draw_advice() -> AnyView {
    let advice = "Most figures are very small beside the largest one: the logarithmic scale tells them apart.";
    view! { <p class="hint">{advice}</p> }.into_any()
}

/// The number of the bar that an event befell.
fn bar_of(event: &Event) -> Option<usize> {
    browser::number_in(&browser::befallen(event, "[data-bar]")?, "data-bar")
}

impl Drawing {
    fn dwarfed(self) -> bool {
        (self.drawn).with(|chart| chart.as_ref().is_some_and(|chart| chart.dwarfed))
    }

    /// The pointer is somewhere else. On the sentence itself it changes nothing, so that it can be read and copied.
    fn pointed(self, event: &Event) {
        if browser::befallen(event, ".tip").is_none() {
            self.told.set(bar_of(event));
        }
    }

    fn focused(self, bar: Option<usize>) {
        if let Some(bar) = bar {
            self.first.set(bar);
        }
        self.told.set(bar);
    }

    fn select(self, bar: Option<usize>) {
        let Some(number) = bar else {
            return;
        };
        let found = self.drawn.with_untracked(|chart| {
            let (row, bar) = bar_at(chart.as_ref()?, number)?;
            let replaced = bar.claims.first().copied().filter(|_| bar.superseded);
            Some((row, bar.article, replaced))
        });
        let origin = format!("[data-chart='{:?}'][data-bar='{number}']", self.outcome);
        match found {
            Some((_, place, Some(claim))) => self.page.select_claim(claim, place, origin),
            Some((row, place, None)) => self.page.select_cell(row, place, origin),
            None => {}
        }
    }

    fn key(self, event: &KeyboardEvent) {
        let key = event.key();
        let bars = self
            .drawn
            .with_untracked(|chart| chart.as_ref().map_or(0, count_bars));
        let done = match bar_of(event) {
            Some(bar) if key == "Enter" || key == " " => {
                self.select(Some(bar));
                true
            }
            Some(_) if key == "Escape" && self.told.get_untracked().is_some() => {
                self.told.set(None);
                true
            }
            Some(bar) => arrows::bar_for(&key, bar, bars).is_some_and(|to| {
                let bar = format!("[data-chart='{:?}'][data-bar='{to}']", self.outcome);
                self.page.focus(bar);
                true
            }),
            None => false,
        };
        if done {
            event.prevent_default();
        }
    }
}

/// The chart of an outcome. Its rows' labels leave out the outcome, which stands above the chart.
fn laid_out(page: Page, outcome: Outcome, wanted: Wanted) -> Option<Chart> {
    page.compared.with(|compared| {
        let table = &compared.table;
        let panel = panels(table)
            .into_iter()
            .find(|panel| panel.outcome == outcome)?;
        let options = ChartOptions {
            width: wanted.width.get(),
            scale: wanted.scale.get(),
            rows: Some(wanted.rows(table, &panel)),
            superseded: wanted.superseded.get(),
        };
        let mut chart = chart(table, &options);
        for group in &mut chart.groups {
            if let Some(row) = table.rows.get(group.row) {
                group.label.text = short_label(row);
            }
        }
        Some(chart)
    })
}

/// "civilians", "people, place: Port Selim".
fn short_label(row: &TableRow) -> String {
    match &row.place_label {
        Some(place) => format!("{}, {place}", row.group_label),
        None => row.group_label.to_owned(),
    }
}

fn count_bars(chart: &Chart) -> usize {
    chart.groups.iter().map(|group| group.bars.len()).sum()
}

/// The bar of this number, with the index of its row.
fn bar_at(chart: &Chart, number: usize) -> Option<(usize, &Bar)> {
    (chart.groups.iter())
        .flat_map(|group| group.bars.iter().map(|bar| (group.row, bar)))
        .nth(number)
}

/// The sentence of the bar that is pointed at or has the focus.
fn draw_tip(drawing: Drawing) -> Option<AnyView> {
    let number = drawing.told.get()?;
    drawing.drawn.with(|chart| {
        let (_, bar) = bar_at(chart.as_ref()?, number)?;
        let sentence = bar.sentence.clone();
        let tip = view! {
            <p class="tip" aria-hidden="true" dir="auto">
                {sentence}
            </p>
        };
        Some(tip.into_any())
    })
}

fn draw(drawing: Drawing) -> AnyView {
    // Without its bars the chart seldom changes.
    let frame = memo(move || {
        let mut frame = drawing.drawn.get()?;
        frame.groups.clear();
        Some(frame)
    });
    let groups = move || {
        let groups = drawing
            .drawn
            .with(|chart| chart.as_ref().map_or(0, |chart| chart.groups.len()));
        (0..groups).collect()
    };
    let length = move |of: fn(&Chart) -> f64| {
        frame.with(|chart| chart.as_ref().map(of).map_or_else(String::new, px))
    };
    let summary = move || frame.with(|chart| Some(chart.as_ref()?.summary.clone()));
    let (width, height) = (
        move || length(|chart| chart.width),
        move || length(|chart| chart.height),
    );
    view! {
        <svg
            class="chart-svg"
            role="group"
            {..attribute("aria-label", summary)}
            {..attribute("viewBox", move || Some(format!("0 0 {} {}", width(), height())))}
            {..attribute("width", move || Some(width()))}
            {..attribute("height", move || Some(height()))}
        >
            {live(move || frame.with(|chart| chart.as_ref().map(draw_axis)))}
            {each(groups, move |group| draw_group(drawing, group))}
        </svg>
    }
    .into_any()
}

fn draw_axis(chart: &Chart) -> AnyView {
    let mut parts: Vec<AnyView> = Vec::new();
    for tick in &chart.ticks {
        parts.push(draw_upright("grid", tick.x, chart));
        parts.extend(chart.tick_label_ys.iter().map(|&y| {
            let label = Label {
                x: tick.x,
                y,
                anchor: tick.anchor,
                text: tick.label.clone(),
            };
            draw_label("tick-label", &label)
        }));
    }
    parts.push(draw_upright("axis", chart.base, chart));
    view! { <g aria-hidden="true">{parts}</g> }.into_any()
}

fn draw_group(drawing: Drawing, at: usize) -> AnyView {
    // What the scale moves is left out: when a key changes the scale, no bar is drawn again, it is only moved.
    let still = memo(move || {
        drawing.drawn.with(|chart| {
            let chart = chart.as_ref()?;
            let before = chart
                .groups
                .iter()
                .take(at)
                .map(|group| group.bars.len())
                .sum();
            let mut group = chart.groups.get(at)?.clone();
            for bar in &mut group.bars {
                bar.shape = Shape::Unplaced;
                bar.count.x = 0.0;
            }
            Some((before, group, chart.base, chart.width))
        })
    });
    let moved = move |bar: usize| {
        memo(move || {
            drawing.drawn.with(|chart| {
                let bar = chart.as_ref()?.groups.get(at)?.bars.get(bar)?;
                Some((bar.shape, bar.count.x))
            })
        })
    };
    live(move || {
        still.with(|group| {
            let (before, group, base, width) = group.as_ref()?;
            let mut parts = vec![draw_label("group-label", &group.label)];
            parts.extend((group.bars.iter().enumerate()).map(|(index, bar)| {
                draw_bar(drawing, (*base, *width), bar, before + index, moved(index))
            }));
            Some(parts.into_any())
        })
    })
}

fn draw_upright(class: &'static str, x: f64, chart: &Chart) -> AnyView {
    let path = format!("M{} {}V{}", px(x), px(chart.top), px(chart.bottom));
    draw_part((class, None, path))
}

/// The attribute for how a label stands to its `x`.
fn anchor(label: &Label) -> &'static str {
    match label.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}

fn draw_label(class: &'static str, label: &Label) -> AnyView {
    view! {
        <text class=class x=px(label.x) y=px(label.y) text-anchor=anchor(label)>
            {label.text.clone()}
        </text>
    }
    .into_any()
}

/// A bar in a chart of the given base and width. Its shape and the place of its count are `moved`.
fn draw_bar(
    drawing: Drawing,
    (base, width): (f64, f64),
    bar: &Bar,
    number: usize,
    moved: Kept<Option<(Shape, f64)>>,
) -> AnyView {
    let outcome = drawing.outcome;
    let entry = untrack(|| drawing.page.entry_at(bar.article));
    let look = entry.map_or(0, |entry| entry.look);
    let (page, article, claims) = (drawing.page, bar.article, bar.claims.clone());
    let tabindex = move || {
        let index = if drawing.first.get() == number {
            "0"
        } else {
            "-1"
        };
        Some(index.to_owned())
    };
    let count_x = move || moved.with(|moved| moved.map(|(_, x)| px(x)));
    let drawn = bar.clone();
    let shape = move || {
        let (shape, _) = moved.get()?;
        let bar = Bar {
            shape,
            ..drawn.clone()
        };
        let parts = parts(look, base, &bar).into_iter().map(draw_part);
        Some(parts.collect::<Vec<AnyView>>().into_any())
    };
    view! {
        <g
            class=format!("bar {}", look_class(look))
            class:ghost=bar.superseded
            class:lit=move || page.is_lit(article, &claims)
            role="button"
            {..attribute("tabindex", tabindex)}
            data-chart=format!("{outcome:?}")
            data-bar=number.to_string()
        >
            <desc>{bar.sentence.clone()}</desc>
            <rect
                class="lane"
                x="0"
                y=px(bar.lane_y)
                width=px(width)
                height=px(bar.lane_height)
            />
            {draw_label("bar-name", &bar.name)}
            <text
                class="bar-count"
                {..attribute("x", count_x)}
                y=px(bar.count.y)
                text-anchor=anchor(&bar.count)
            >
                {bar.count.text.clone()}
            </text>
            // Patterns begin at the top of their bar, wherever it stands.
            <g transform=format!("translate(0 {})", px(bar.y))>{live(shape)}</g>
        </g>
    }
    .into_any()
}

/// A part of a bar: its class, its fill or none for the class's own, and its path.
type Part = (&'static str, Option<String>, String);

fn draw_part((class, fill, path): Part) -> AnyView {
    view! { <path class=class fill=fill d=path /> }.into_any()
}

/// The parts of a bar, from its top.
fn parts(look: usize, base: f64, bar: &Bar) -> Vec<Part> {
    let middle = px(bar.height / 2.0);
    let (top, bottom) = (px(2.0), px(bar.height - 2.0));
    let url = |kind: &str| Some(fill(kind, look));
    let solid = |from: f64, to: f64| {
        let (from, to, height) = (px(from), px(to.max(from)), px(bar.height));
        format!("M{from} 0H{to}V{height}H{from}z")
    };
    let mut parts = Vec::new();
    let filled = match bar.shape {
        Shape::Solid { to } | Shape::OpenAbove { to, .. } => Some(to),
        Shape::Range { low, .. } => Some(low),
        Shape::OpenBelow { .. } | Shape::Vague { .. } | Shape::Zero | Shape::Unplaced => None,
    };
    match filled {
        Some(to) if bar.derived => {
            parts.push(("hatched", url("hatch"), solid(base, to)));
            parts.push(("outline", None, solid(base, to)));
        }
        Some(to) => parts.push(("solid", url("own"), solid(base, to))),
        None => {}
    }
    let arrow = |tip: f64, back: f64| {
        let (tip, back) = (px(tip), px(tip + back));
        (
            "arrow",
            None,
            format!("M{tip} {middle}L{back} {top}V{bottom}z"),
        )
    };
    match bar.shape {
        Shape::Solid { .. } | Shape::Unplaced => {}
        Shape::OpenAbove { to, tip } => {
            parts.push(("fade", url("fade"), solid(to, tip)));
            parts.push(arrow(tip, -ARROW));
        }
        Shape::OpenBelow { to } => {
            parts.push(("outline", None, solid(base, to)));
            parts.push(arrow(base, ARROW));
        }
        Shape::Range { low, high } => {
            let (low, high) = (px(low), px(high));
            let whisker =
                format!("M{low} {middle}H{high}M{high} {top}V{bottom}M{low} {top}V{bottom}");
            parts.push(("whisker", None, whisker));
        }
        Shape::Vague { from, to } => parts.push(("hatched", url("hatch"), solid(from, to))),
        Shape::Zero => parts.push(("zero", None, format!("M{} {top}V{bottom}", px(base)))),
    }
    parts
}

/// A length in px to a tenth. By whole numbers, so that no code that writes out fractions is loaded.
fn px(length: f64) -> String {
    let tenths = (length * 10.0).round() as i64;
    let (sign, tenths) = (if tenths < 0 { "-" } else { "" }, tenths.unsigned_abs());
    match tenths % 10 {
        0 => format!("{sign}{}", tenths / 10),
        tenth => format!("{sign}{}.{tenth}", tenths / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::px;

    #[test]
    fn lengths_are_written_to_a_tenth() {
        assert_eq!(px(12.0), "12");
        assert_eq!(px(12.34), "12.3");
        assert_eq!(px(-0.06), "-0.1");
        assert_eq!(px(f64::NAN), "0");
    }
}
