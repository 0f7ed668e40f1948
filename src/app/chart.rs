//! The bar charts, one for each outcome: the geometry of `present::chart`, drawn as SVG.

use super::arrows;
use super::browser;
use super::icon::look_class;
use super::sections::RowKey;
use super::state::{LOOKS, Page, Selection, Target, use_page};
use crate::model::Outcome;
use crate::present::chart::{Anchor, Bar, Chart, ChartOptions, Label, Scale, Shape, chart, panels};
use crate::present::table::TableRow;
use crate::present::words;
use leptos::prelude::*;
use leptos::svg;
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
    let outcomes = Memo::new(move |_| {
        page.compared.with(|compared| {
            (panels(&compared.table).into_iter())
                .map(|panel| panel.outcome)
                .collect::<Vec<_>>()
        })
    });
    let pressed = move |of: Scale| move || (scale.get() == of).to_string();
    view! {
        <section class="charts" aria-labelledby="charts-head">
            <div class="charts-bar">
                <h3 id="charts-head">"Chart"</h3>
                <div class="switch" role="group" aria-label="Scale">
                    <button
                        type="button"
                        aria-pressed=pressed(Scale::Linear)
                        on:click=move |_| scale.set(Scale::Linear)
                    >
                        "Linear"
                    </button>
                    <button
                        type="button"
                        aria-pressed=pressed(Scale::Log)
                        on:click=move |_| scale.set(Scale::Log)
                    >
                        "Logarithmic"
                    </button>
                </div>
            </div>
            <div class="charts-place" node_ref=place>
                <For each=move || outcomes.get() key=Outcome::clone let:outcome>
                    <Panel outcome width scale />
                </For>
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

#[component]
fn Panel(outcome: Outcome, width: RwSignal<f64>, scale: RwSignal<Scale>) -> impl IntoView {
    let page = use_page();
    let drawn = Memo::new(move |_| {
        page.compared.with(|compared| {
            let panel = (panels(&compared.table).into_iter()).find(|p| p.outcome == outcome)?;
            let options = ChartOptions {
                width: width.get(),
                scale: scale.get(),
                rows: Some(panel.rows),
            };
            let mut chart = chart(&compared.table, &options);
            // The outcome stands above the chart already.
            for group in &mut chart.groups {
                if let Some(row) = compared.table.rows.get(group.row) {
                    group.label.text = short_label(row);
                }
            }
            Some(chart)
        })
    });
    let at = RwSignal::new(At {
        bar: 0,
        told: false,
    });
    let hide = move || at.update(|at| at.told = false);
    let label = words::outcome(outcome);
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
    view! {
        <figure class="chart" on:pointerleave=move |_| hide() on:keydown=on_key>
            <figcaption>{label}</figcaption>
            {move || {
                drawn
                    .with(|chart| {
                        chart.as_ref().map(|chart| draw(page, outcome, chart, at))
                    })
            }}
            <Tip drawn at />
        </figure>
    }
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
#[component]
fn Tip(drawn: Memo<Option<Chart>>, at: RwSignal<At>) -> impl IntoView {
    let tip = move || {
        let At { bar, told } = at.get();
        if !told {
            return None;
        }
        drawn.with(|chart| {
            let bar = bar_at(chart.as_ref()?, bar)?;
            Some((bar.sentence.clone(), bar.lane_y + bar.lane_height))
        })
    };
    view! {
        {move || {
            tip()
                .map(|(sentence, top)| {
                    view! {
                        <p
                            class="tip"
                            aria-hidden="true"
                            dir="auto"
                            style:inset-block-start=format!("{top}px")
                        >
                            {sentence}
                        </p>
                    }
                })
        }}
    }
}

fn draw(page: Page, outcome: Outcome, chart: &Chart, at: RwSignal<At>) -> impl IntoView + use<> {
    let (width, height) = (chart.width, chart.height);
    let (top, bottom) = (chart.top, chart.bottom);
    let ticks = (chart.ticks.iter())
        .map(|tick| {
            let labels = (chart.tick_label_ys.iter())
                .map(|&y| {
                    let label = Label {
                        x: tick.x,
                        y,
                        anchor: tick.anchor,
                        text: tick.label.clone(),
                    };
                    draw_label("tick-label", &label)
                })
                .collect_view();
            view! {
                <line class="grid" x1=tick.x x2=tick.x y1=top y2=bottom />
                {labels}
            }
        })
        .collect_view();
    let mut number = 0;
    let groups = (chart.groups.iter())
        .map(|group| {
            let bars = (group.bars.iter())
                .map(|bar| {
                    number += 1;
                    draw_bar(page, outcome, chart, group.row, bar, number - 1, at)
                })
                .collect_view();
            view! {
                {draw_label("group-label", &group.label)}
                {bars}
            }
        })
        .collect_view();
    view! {
        <svg
            class="chart-svg"
            role="group"
            aria-label=chart.summary.clone()
            width=width
            height=height
            viewBox=format!("0 0 {width} {height}")
        >
            <Fills outcome />
            <g aria-hidden="true">{ticks}</g>
            <line class="axis" x1=chart.base x2=chart.base y1=top y2=bottom />
            {groups}
        </svg>
    }
}

/// Gradients and hatchings in each article's colour.
#[component]
fn Fills(outcome: Outcome) -> impl IntoView {
    // Markup without any value is cloned from a template, which would wrap these parts in a group of their own.
    let (start, end, width) = (0, 1, 2.5);
    let fills = (0..LOOKS)
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
        })
        .collect_view();
    view! { <defs>{fills}</defs> }
}

fn fill_id(outcome: Outcome, kind: &str, look: usize) -> String {
    format!("{kind}-{outcome:?}-{look}")
}

fn draw_label(class: &'static str, label: &Label) -> impl IntoView + use<> {
    let anchor = match label.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    view! {
        <text class=class x=label.x y=label.y text-anchor=anchor>
            {label.text.clone()}
        </text>
    }
}

fn draw_bar(
    page: Page,
    outcome: Outcome,
    chart: &Chart,
    row: usize,
    bar: &Bar,
    number: usize,
    at: RwSignal<At>,
) -> impl IntoView + use<> {
    let entry = untrack(|| page.entry_at(bar.article));
    let look = entry.map_or(0, |entry| entry.look);
    let press = move || {
        let key = page
            .compared
            .with_untracked(|compared| compared.table.rows.get(row).map(RowKey::of));
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
    let told = move || {
        at.set(At {
            bar: number,
            told: true,
        });
    };
    let current = Memo::new(move |_| at.get().bar == number);
    view! {
        <g
            class=format!("bar {}", look_class(look))
            role="button"
            tabindex=move || if current.get() { "0" } else { "-1" }
            data-chart=format!("{outcome:?}")
            data-bar=number.to_string()
            on:focus=move |_| told()
            on:blur=move |_| at.update(|at| at.told = false)
            on:pointerenter=move |_| told()
            on:click=move |_| press()
            on:keydown=move |event| {
                if event.key() == "Enter" || event.key() == " " {
                    event.prevent_default();
                    press();
                }
            }
        >
            <desc>{bar.sentence.clone()}</desc>
            <rect class="lane" x="0" y=bar.lane_y width=chart.width height=bar.lane_height />
            {draw_shape(outcome, look, chart, bar)}
            {draw_label("bar-name", &bar.name)}
            {draw_label("bar-count", &bar.count)}
        </g>
    }
}

/// What a bar is made of.
enum Part {
    /// A filled box: class, fill or none for the class's own, left end, right end.
    Box(&'static str, Option<String>, f64, f64),
    /// A path.
    Path(&'static str, String),
}

fn draw_shape(outcome: Outcome, look: usize, chart: &Chart, bar: &Bar) -> impl IntoView + use<> {
    let (y, height) = (bar.y, bar.height);
    parts(outcome, look, chart, bar)
        .into_iter()
        .map(|part| match part {
            Part::Box(class, fill, from, to) => leptos::either::Either::Left(
                svg::rect()
                    .attr("class", class)
                    .attr("x", from)
                    .attr("y", y)
                    .attr("width", (to - from).max(0.0))
                    .attr("height", height)
                    .attr("fill", fill),
            ),
            Part::Path(class, d) => {
                leptos::either::Either::Right(svg::path().attr("class", class).attr("d", d))
            }
        })
        .collect_view()
}

fn parts(outcome: Outcome, look: usize, chart: &Chart, bar: &Bar) -> Vec<Part> {
    let (base, middle, bottom) = (chart.base, bar.y + bar.height / 2.0, bar.y + bar.height);
    let url = |kind: &str| Some(format!("url(#{})", fill_id(outcome, kind, look)));
    let filled = |to: f64| match bar.derived {
        true => vec![
            Part::Box("hatched", url("hatch"), base, to),
            Part::Box("outline", None, base, to),
        ],
        false => vec![Part::Box("solid", None, base, to)],
    };
    let arrow = |tip: f64, back: f64| {
        let half = bar.height / 2.0 - 2.0;
        Part::Path(
            "arrow",
            format!(
                "M{tip} {middle}L{} {}V{}z",
                tip + back,
                middle - half,
                middle + half
            ),
        )
    };
    match bar.shape {
        Shape::Solid { to } => filled(to),
        Shape::OpenAbove { to, tip } => {
            let mut parts = filled(to);
            parts.push(Part::Box("fade", url("fade"), to, tip));
            parts.push(arrow(tip, -7.0));
            parts
        }
        Shape::OpenBelow { to } => vec![Part::Box("outline", None, base, to), arrow(base, 7.0)],
        Shape::Range { low, high } => {
            let mut parts = filled(low);
            parts.push(Part::Path(
                "whisker",
                format!(
                    "M{low} {middle}H{high}M{high} {}V{}M{low} {}V{}",
                    bar.y + 2.0,
                    bottom - 2.0,
                    bar.y + 2.0,
                    bottom - 2.0
                ),
            ));
            parts
        }
        Shape::Vague { from, to } => vec![Part::Box("hatched", url("hatch"), from, to)],
        Shape::Zero => vec![Part::Path("zero", format!("M{base} {}V{bottom}", bar.y))],
        Shape::Unplaced => Vec::new(),
    }
}
