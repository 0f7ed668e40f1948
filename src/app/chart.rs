//! The bar charts, one for each outcome: the geometry of `present::chart`, drawn as SVG.

use super::arrows;
use super::browser;
use super::icon::look_class;
use super::sections::RowKey;
use super::shared::{each, live, memo, press, press_by_key};
use super::state::{LOOKS, Page, Selection, Target, use_page};
use super::switch::{Choice, switch};
use crate::model::Outcome;
use crate::present::chart::{Anchor, Bar, Chart, ChartOptions, Label, Scale, Shape, chart, panels};
use crate::present::table::TableRow;
use crate::words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// All charts, with the switch between linear and logarithmic.
#[component]
pub fn Charts() -> impl IntoView {
    let page = use_page();
    let scale = RwSignal::new(Scale::Linear);
    let width = RwSignal::new(0.0);
    let place = NodeRef::<leptos::html::Div>::new();
    place.on_load(move |place| browser::watch_width(&place, move |now| width.set(now)));
    let outcomes = move || {
        page.compared.with(|compared| {
            let panels = panels(&compared.table);
            panels.into_iter().map(|panel| panel.outcome).collect()
        })
    };
    let scales = vec![
        Choice::of("Linear", scale, Scale::Linear),
        Choice::of("Logarithmic", scale, Scale::Log),
    ];
    view! {
        <section class="charts" aria-labelledby="charts-head">
            <div class="charts-bar">
                <h3 id="charts-head">"Chart"</h3>
                {switch("switch", "Scale", scales)}
            </div>
            <div class="charts-place" node_ref=place>
                {each(outcomes, move |outcome| draw_panel(page, outcome, width, scale))}
            </div>
        </section>
    }
}

/// The bar that is pointed at or has the focus.
#[derive(Clone, Copy, PartialEq, Eq)]
struct At {
    /// Its number from the top.
    bar: usize,
    /// Whether its sentence is shown.
    told: bool,
}

fn draw_panel(
    page: Page,
    outcome: Outcome,
    width: RwSignal<f64>,
    scale: RwSignal<Scale>,
) -> AnyView {
    let drawn = memo(move || laid_out(page, outcome, width.get(), scale.get()));
    let at = RwSignal::new(At {
        bar: 0,
        told: false,
    });
    let hide = move || at.update(|at| at.told = false);
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && at.get_untracked().told {
            event.prevent_default();
            hide();
            return;
        }
        let bars = drawn.with_untracked(|chart| chart.as_ref().map_or(0, count_bars));
        if let Some(to) = arrows::bar_for(&event.key(), at.get_untracked().bar, bars) {
            event.prevent_default();
            focus_bar(&event, to);
        }
    };
    let bars =
        move || drawn.with(|chart| (chart.as_ref()).map(|chart| draw(page, outcome, chart, at)));
    view! {
        <figure class="chart" on:pointerleave=move |_| hide() on:keydown=on_key>
            <figcaption>{words::outcome(outcome)}</figcaption>
            {live(bars)}
            {live(move || draw_tip(drawn, at.get()))}
        </figure>
    }
    .into_any()
}

/// The chart of an outcome. Its rows' labels leave out the outcome, which stands above the chart.
fn laid_out(page: Page, outcome: Outcome, width: f64, scale: Scale) -> Option<Chart> {
    page.compared.with(|compared| {
        let table = &compared.table;
        let panel = panels(table)
            .into_iter()
            .find(|panel| panel.outcome == outcome)?;
        let options = ChartOptions {
            width,
            scale,
            rows: Some(panel.rows),
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

fn bar_at(chart: &Chart, number: usize) -> Option<&Bar> {
    chart
        .groups
        .iter()
        .flat_map(|group| &group.bars)
        .nth(number)
}

fn focus_bar(event: &leptos::ev::KeyboardEvent, number: usize) {
    let bar = (event.current_target())
        .and_then(|figure| figure.dyn_into::<Element>().ok())
        .and_then(|figure| {
            figure
                .query_selector(&format!("[data-bar='{number}']"))
                .ok()
                .flatten()
        });
    if let Some(bar) = bar {
        // Fails only on elements that cannot be focused.
        let _ = bar.unchecked_ref::<HtmlElement>().focus();
    }
}

/// The sentence of the bar that is pointed at or has the focus.
fn draw_tip(drawn: Memo<Option<Chart>>, at: At) -> Option<AnyView> {
    drawn.with(|chart| {
        let bar = bar_at(chart.as_ref()?, at.bar).filter(|_| at.told)?;
        let top = format!("{}px", px(bar.lane_y + bar.lane_height));
        let tip = view! {
            <p class="tip" aria-hidden="true" dir="auto" style:inset-block-start=top>
                {bar.sentence.clone()}
            </p>
        };
        Some(tip.into_any())
    })
}

fn draw(page: Page, outcome: Outcome, chart: &Chart, at: RwSignal<At>) -> AnyView {
    let ticks: Vec<AnyView> = (chart.ticks.iter())
        .flat_map(|tick| {
            let labels = (chart.tick_label_ys.iter()).map(|&y| {
                let label = Label {
                    x: tick.x,
                    y,
                    anchor: tick.anchor,
                    text: tick.label.clone(),
                };
                draw_label("tick-label", &label)
            });
            std::iter::once(draw_upright("grid", tick.x, chart)).chain(labels)
        })
        .collect();
    let mut number = 0;
    let mut groups = Vec::new();
    for group in &chart.groups {
        groups.push(draw_label("group-label", &group.label));
        for bar in &group.bars {
            groups.push(draw_bar(page, outcome, chart, group.row, bar, number, at));
            number += 1;
        }
    }
    let (width, height) = (px(chart.width), px(chart.height));
    view! {
        <svg
            class="chart-svg"
            role="group"
            aria-label=chart.summary.clone()
            viewBox=format!("0 0 {width} {height}")
            width=width
            height=height
        >
            {draw_fills(outcome)}
            <g aria-hidden="true">{ticks}</g>
            {draw_upright("axis", chart.base, chart)}
            {groups}
        </svg>
    }
    .into_any()
}

fn draw_upright(class: &'static str, x: f64, chart: &Chart) -> AnyView {
    let path = format!("M{} {}V{}", px(x), px(chart.top), px(chart.bottom));
    draw_path(class, path)
}

fn draw_path(class: &'static str, path: String) -> AnyView {
    view! { <path class=class d=path /> }.into_any()
}

/// Gradients and hatchings in each article's colour.
fn draw_fills(outcome: Outcome) -> AnyView {
    // Markup without any value is cloned from a template, which would wrap these parts in a group of their own.
    let (start, end, width) = ("0", "1", "2.5");
    let fills: Vec<AnyView> = (0..LOOKS)
        .map(|look| {
            view! {
                <linearGradient id=fill_id(outcome, "fade", look) class=look_class(look)>
                    <stop class="fade-from" offset=start />
                    <stop class="fade-to" offset=end />
                </linearGradient>
                <pattern
                    id=fill_id(outcome, "hatch", look)
                    class=look_class(look)
                    width="6"
                    height="6"
                    patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)"
                >
                    <rect class="hatch" width=width height="6" />
                </pattern>
            }
            .into_any()
        })
        .collect();
    view! { <defs>{fills}</defs> }.into_any()
}

fn fill_id(outcome: Outcome, kind: &str, look: usize) -> String {
    format!("{kind}-{outcome:?}-{look}")
}

fn draw_label(class: &'static str, label: &Label) -> AnyView {
    let anchor = match label.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    view! {
        <text class=class x=px(label.x) y=px(label.y) text-anchor=anchor>
            {label.text.clone()}
        </text>
    }
    .into_any()
}

fn draw_bar(
    page: Page,
    outcome: Outcome,
    chart: &Chart,
    row: usize,
    bar: &Bar,
    number: usize,
    at: RwSignal<At>,
) -> AnyView {
    let entry = untrack(|| page.entry_at(bar.article));
    let look = entry.map_or(0, |entry| entry.look);
    let select = move || {
        let key =
            (page.compared).with_untracked(|compared| compared.table.rows.get(row).map(RowKey::of));
        if let (Some(entry), Some(key)) = (entry, key) {
            let selection = Selection {
                article: entry.id,
                target: Target::Cell(key),
            };
            page.select(
                selection,
                format!("[data-chart='{outcome:?}'][data-bar='{number}']"),
            );
        }
    };
    let tell = move || {
        at.set(At {
            bar: number,
            told: true,
        });
    };
    let parts: Vec<AnyView> = (parts(outcome, look, chart, bar).into_iter())
        .map(|part| draw_part(bar, part))
        .collect();
    view! {
        <g
            class=format!("bar {}", look_class(look))
            role="button"
            tabindex=move || if at.get().bar == number { "0" } else { "-1" }
            data-chart=format!("{outcome:?}")
            data-bar=number.to_string()
            on:focus=move |_| tell()
            on:blur=move |_| at.update(|at| at.told = false)
            on:pointerenter=move |_| tell()
            on:click=press(select)
            on:keydown=press_by_key(select)
        >
            <desc>{bar.sentence.clone()}</desc>
            <rect class="lane" x="0" y=px(bar.lane_y) width=px(chart.width) height=px(bar.lane_height) />
            {parts}
            {draw_label("bar-name", &bar.name)}
            {draw_label("bar-count", &bar.count)}
        </g>
    }
    .into_any()
}

/// What a bar is made of.
enum Part {
    /// A box: class, fill or none for the class's own, left end, right end.
    Box(&'static str, Option<String>, f64, f64),
    /// A path.
    Path(&'static str, String),
}

fn draw_part(bar: &Bar, part: Part) -> AnyView {
    match part {
        Part::Path(class, path) => draw_path(class, path),
        Part::Box(class, fill, from, to) => {
            let width = px((to - from).max(0.0));
            view! { <rect class=class x=px(from) y=px(bar.y) width=width height=px(bar.height) fill=fill /> }
            .into_any()
        }
    }
}

fn parts(outcome: Outcome, look: usize, chart: &Chart, bar: &Bar) -> Vec<Part> {
    let (base, middle) = (chart.base, px(bar.y + bar.height / 2.0));
    let (top, bottom) = (px(bar.y + 2.0), px(bar.y + bar.height - 2.0));
    let url = |kind: &str| Some(format!("url(#{})", fill_id(outcome, kind, look)));
    let mut parts = Vec::new();
    let filled = match bar.shape {
        Shape::Solid { to } | Shape::OpenAbove { to, .. } => Some(to),
        Shape::Range { low, .. } => Some(low),
        Shape::OpenBelow { .. } | Shape::Vague { .. } | Shape::Zero | Shape::Unplaced => None,
    };
    match filled {
        Some(to) if bar.derived => {
            parts.push(Part::Box("hatched", url("hatch"), base, to));
            parts.push(Part::Box("outline", None, base, to));
        }
        Some(to) => parts.push(Part::Box("solid", None, base, to)),
        None => {}
    }
    let arrow = |tip: f64, back: f64| {
        let (tip, back) = (px(tip), px(tip + back));
        Part::Path("arrow", format!("M{tip} {middle}L{back} {top}V{bottom}z"))
    };
    match bar.shape {
        Shape::Solid { .. } | Shape::Unplaced => {}
        Shape::OpenAbove { to, tip } => {
            parts.push(Part::Box("fade", url("fade"), to, tip));
            parts.push(arrow(tip, -7.0));
        }
        Shape::OpenBelow { to } => {
            parts.push(Part::Box("outline", None, base, to));
            parts.push(arrow(base, 7.0));
        }
        Shape::Range { low, high } => {
            let (low, high) = (px(low), px(high));
            let whisker =
                format!("M{low} {middle}H{high}M{high} {top}V{bottom}M{low} {top}V{bottom}");
            parts.push(Part::Path("whisker", whisker));
        }
        Shape::Vague { from, to } => parts.push(Part::Box("hatched", url("hatch"), from, to)),
        Shape::Zero => {
            let tick = format!("M{} {top}V{bottom}", px(base));
            parts.push(Part::Path("zero", tick));
        }
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
