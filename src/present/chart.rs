//! Geometry of the bar chart: lanes, bars, open ends, ticks and label places, in px. Draws nothing itself.
//!
//! The bars lie: numbers run to the right from `base`, a group of bars for each row of the table, a lane for each
//! article that says something in it. An article that says nothing has no lane, for absence is not zero; a stated zero
//! has one. Nothing is averaged. From 480 px on, names stand left of the lanes and counts right of them; below, both
//! stand in a line above each bar, so that nothing is squeezed at 320 px.

use super::table::{Table, TableCell, TableRow};
use crate::letters::is_capital;
use crate::model::{Outcome, Qualifier, Scope};
use crate::order::sort_by_key;
use crate::words;

/// How numbers become lengths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// Twice the number, twice the length.
    #[default]
    Linear,
    /// Ten times the number, one step on. Zero stands at `base`, one step before 1.
    Log,
}

/// What to draw, and how wide.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartOptions {
    /// Width of the whole chart in px; held between 240 and 4,000.
    pub width: f64,
    /// How numbers become lengths.
    pub scale: Scale,
    /// Indices of the table's rows to draw, in this order; `None` = all rows at event level.
    pub rows: Option<Vec<usize>>,
    /// Whether figures that their own article replaces have lanes too, each below its article's.
    pub superseded: bool,
}

impl Default for ChartOptions {
    fn default() -> Self {
        ChartOptions {
            width: 720.0,
            scale: Scale::Linear,
            rows: None,
            superseded: false,
        }
    }
}

/// The chart. All places are in px from its top left corner; `y` of a text is its baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// As asked for, within bounds.
    pub width: f64,
    /// As tall as its lanes need.
    pub height: f64,
    /// Left end of every bar: the place of zero.
    pub base: f64,
    /// Right end of the drawing area; tips and bands end here at the latest.
    pub right: f64,
    /// Top of the grid lines.
    pub top: f64,
    /// Bottom of the grid lines.
    pub bottom: f64,
    /// Baselines at which to write the ticks' labels: above the lanes, and below them too in a tall chart.
    pub tick_label_ys: Vec<f64>,
    /// Ticks from left to right; none where no bar has a place on the axis.
    pub ticks: Vec<Tick>,
    /// Whether, on a linear scale, most numbers are too small beside the largest for their bars to be compared.
    pub dwarfed: bool,
    /// One for each drawn row that has bars.
    pub groups: Vec<BarGroup>,
    /// The chart in words, for those who do not see it.
    pub summary: String,
}

/// A grid line with its number.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where.
    pub x: f64,
    /// The number.
    pub value: u64,
    /// The number as written.
    pub label: String,
    /// How the label stands to `x`.
    pub anchor: Anchor,
}

/// How a text stands to its place, as SVG's `text-anchor` has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Begins there.
    Start,
    /// Is centred there.
    Middle,
    /// Ends there.
    End,
}

/// A text with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where.
    pub x: f64,
    /// Its baseline.
    pub y: f64,
    /// How it stands to `x`.
    pub anchor: Anchor,
    /// The words, shortened with "…" where they would not fit.
    pub text: String,
}

/// The bars of one row.
#[derive(Clone, Debug, PartialEq)]
pub struct BarGroup {
    /// Index of the table's row.
    pub row: usize,
    /// Top of the group, its label included.
    pub y: f64,
    /// Height of the group, its label included.
    pub height: f64,
    /// The row's label.
    pub label: Label,
    /// One for each article with a cell, in the articles' order, and one for each figure that was replaced, if asked for.
    pub bars: Vec<Bar>,
}

/// One article's bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Index of the article: its colour and pattern.
    pub article: usize,
    /// Top of the bar.
    pub y: f64,
    /// Height of the bar.
    pub height: f64,
    /// Top of the lane: bar, name and count, all that a pointer may hit.
    pub lane_y: f64,
    /// Height of the lane.
    pub lane_height: f64,
    /// What to draw between `y` and `y + height`.
    pub shape: Shape,
    /// Whether the count is a sum that the article does not print: hatched, whatever the shape.
    pub derived: bool,
    /// Whether the article itself replaces the figure: drawn as a ghost, whatever the shape.
    pub superseded: bool,
    /// The article's name.
    pub name: Label,
    /// The count as it is shown, with its note.
    pub count: Label,
    /// The cell in one sentence, for tooltips and screen readers.
    pub sentence: String,
    /// Indices of the article's claims to light up.
    pub claims: Vec<usize>,
}

/// What a bar looks like. Every `x` runs from the chart's `base` to its `right`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// An exact or about number: filled from `base` to `to`.
    Solid {
        /// The number.
        to: f64,
    },
    /// "at least", "more than": filled from `base` to `to`, then fading until an arrow at `tip`.
    OpenAbove {
        /// The number.
        to: f64,
        /// End of the arrow; says nothing of an amount.
        tip: f64,
    },
    /// "up to", "fewer than", "nearly": hollow from `base` to `to`, an arrow at `base` pointing left.
    OpenBelow {
        /// The number.
        to: f64,
    },
    /// A range: filled from `base` to `low`, a whisker with caps from `low` to `high`.
    Range {
        /// The lower number.
        low: f64,
        /// The higher number.
        high: f64,
    },
    /// A word for an amount: a hatched band that fades to the right. Its ends are not amounts.
    Vague {
        /// Left end, at the word's floor.
        from: f64,
        /// Right end.
        to: f64,
    },
    /// A stated zero: a tick at `base`.
    Zero,
    /// No number to place: unknown, or beyond range. Name and count alone are drawn.
    Unplaced,
}

/// Rows that go on one axis: those of one outcome, as killed and displaced differ by orders of magnitude.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// The outcome.
    pub outcome: Outcome,
    /// Indices of the table's rows to draw unless told otherwise: those at event level, or all if there are none.
    pub rows: Vec<usize>,
    /// Indices of all its rows.
    pub all: Vec<usize>,
}

/// The table's rows by outcome, for a chart each.
pub fn panels(table: &Table) -> Vec<Panel> {
    let of = |outcome: Outcome| -> Panel {
        let all: Vec<usize> = (table.rows.iter().enumerate())
            .filter(|(_, row)| row.outcome == outcome)
            .map(|(index, _)| index)
            .collect();
        let event =
            |&index: &usize| (table.rows.get(index)).is_some_and(|row| row.scope == Scope::Event);
        let rows: Vec<usize> = all.iter().copied().filter(event).collect();
        let rows = if rows.is_empty() { all.clone() } else { rows };
        Panel { outcome, rows, all }
    };
    (Outcome::ALL.into_iter().map(of))
        .filter(|panel| !panel.all.is_empty())
        .collect()
}

/// Lays out the bars of `table`. Total: any table and any options give a chart.
pub fn chart(table: &Table, options: &ChartOptions) -> Chart {
    let rows = drawn_rows(table, options);
    let frame = Frame::new(table, &rows, options);
    let axis = Axis::new(options.scale, &rows, &frame);
    let mut y = TOP;
    let mut groups = Vec::with_capacity(rows.len());
    for drawn in &rows {
        let group = bar_group(table, drawn, y, &frame, &axis);
        y += group.height + GROUP_GAP;
        groups.push(group);
    }
    let bottom = match groups.is_empty() {
        true => TOP,
        false => y - GROUP_GAP,
    };
    let mut tick_label_ys = vec![TOP - 8.0];
    let mut height = bottom + 8.0;
    if bottom - TOP > TALL {
        tick_label_ys.push(bottom + TEXT);
        height = bottom + TOP;
    }
    Chart {
        width: frame.width,
        height,
        base: frame.base,
        right: frame.right,
        top: TOP,
        bottom,
        tick_label_ys,
        ticks: axis.ticks(&frame),
        dwarfed: options.scale == Scale::Linear && dwarfed(&rows),
        summary: summary(table, &rows, options.scale),
        groups,
    }
}

/// Narrower charts have names and counts above the bars.
const WIDE: f64 = 480.0;
/// Room for ticks' labels above the lanes.
const TOP: f64 = 28.0;
/// Lanes taller than this, in all, have ticks' labels below them too.
const TALL: f64 = 480.0;
/// Height of a group's label.
const GROUP_LABEL: f64 = 26.0;
/// Room between groups.
const GROUP_GAP: f64 = 14.0;
/// Height of a line of text.
const TEXT: f64 = 16.0;
/// Height of a bar.
const BAR: f64 = 14.0;
/// Room between a lane's parts.
const GAP: f64 = 6.0;
/// Length of an open bar's tip, and the room kept for it right of the largest number.
const TIP: f64 = 24.0;
/// Length of an arrow.
pub const ARROW: f64 = 7.0;
/// Length of a vague word's band where there is room.
const BAND: f64 = 56.0;
/// From zero to one on a logarithmic axis.
const ZERO_STEP: f64 = 28.0;
/// Least length of a number above zero, so that it is seen beside however large a one.
const LEAST: f64 = 1.0;
/// Room between ticks' labels.
const TICK_GAP: f64 = 14.0;
/// Most steps of a linear axis.
const MOST_STEPS: u64 = 8;

/// A row that is drawn.
struct Drawn<'t> {
    /// Its index in the table.
    index: usize,
    row: &'t TableRow,
    /// What has a lane, in the articles' order.
    lanes: Vec<Lane<'t>>,
}

/// A figure that has a lane.
#[derive(Clone, Copy)]
struct Lane<'t> {
    cell: &'t TableCell,
    superseded: bool,
}

fn drawn_rows<'t>(table: &'t Table, options: &ChartOptions) -> Vec<Drawn<'t>> {
    let event = |row: &TableRow| row.scope == Scope::Event;
    let indices: Vec<usize> = match &options.rows {
        Some(chosen) => chosen.clone(),
        None => (table.rows.iter().enumerate())
            .filter(|(_, row)| event(row))
            .map(|(index, _)| index)
            .collect(),
    };
    (indices.into_iter())
        .filter_map(|index| {
            let row = table.rows.get(index)?;
            let lanes = lanes(row, options.superseded);
            Some(Drawn { index, row, lanes })
        })
        .filter(|drawn| !drawn.lanes.is_empty())
        .collect()
}

fn lanes(row: &TableRow, superseded: bool) -> Vec<Lane<'_>> {
    let lane = |superseded| move |cell| Lane { cell, superseded };
    let mut lanes: Vec<Lane<'_>> = row.cells.iter().flatten().map(lane(false)).collect();
    if superseded {
        lanes.extend(row.superseded.iter().map(lane(true)));
        sort_by_key(&mut lanes, |lane| lane.cell.article);
    }
    lanes
}

/// Where the parts of every lane stand.
struct Frame {
    width: f64,
    wide: bool,
    base: f64,
    right: f64,
}

impl Frame {
    fn new(table: &Table, rows: &[Drawn<'_>], options: &ChartOptions) -> Self {
        let width = match options.width.is_finite() {
            true => options.width.clamp(240.0, 4000.0),
            false => ChartOptions::default().width,
        };
        let wide = width >= WIDE;
        let cells = || (rows.iter()).flat_map(|drawn| drawn.lanes.iter().map(|lane| lane.cell));
        let widest = |text: &dyn Fn(&TableCell) -> f64| cells().map(text).fold(0.0, f64::max);
        let (left, rest) = match wide {
            true => (
                widest(&|cell| text_width(name(table, cell))).min(width * 0.28) + 2.0 * GAP,
                widest(&|cell| text_width(&count_text(cell))).min(width * 0.28) + 2.0 * GAP,
            ),
            false => (GAP, GAP),
        };
        Frame {
            width,
            wide,
            // A little more than the names need, lest rounding cut the longest.
            base: (left + 0.5).ceil(),
            right: (width - rest).round(),
        }
    }

    fn lane_height(&self) -> f64 {
        match self.wide {
            true => BAR + GAP,
            false => TEXT + BAR + GAP,
        }
    }
}

fn name<'t>(table: &'t Table, cell: &TableCell) -> &'t str {
    (table.heads.get(cell.article)).map_or("", |head| head.label.as_str())
}

fn count_text(cell: &TableCell) -> String {
    match cell.note {
        Some(note) => format!("{} ({note})", cell.shown),
        None => cell.shown.clone(),
    }
}

/// Whether more than half of the numbers above zero are less than a fortieth of the largest.
fn dwarfed(rows: &[Drawn<'_>]) -> bool {
    let numbers = || {
        (rows.iter().flat_map(|drawn| drawn.lanes.iter()))
            .filter_map(|lane| lane.cell.low.or(lane.cell.high))
            .filter(|&number| number > 0)
    };
    let largest = numbers().max().unwrap_or(0);
    let small = numbers().filter(|&number| number < largest / 40).count();
    small * 2 > numbers().count()
}

fn bar_group(table: &Table, drawn: &Drawn<'_>, y: f64, frame: &Frame, axis: &Axis) -> BarGroup {
    let mut lane_y = y + GROUP_LABEL;
    let mut bars = Vec::new();
    for &lane in &drawn.lanes {
        bars.push(bar(table, lane, lane_y, frame, axis));
        lane_y += frame.lane_height();
    }
    BarGroup {
        row: drawn.index,
        y,
        height: lane_y - y,
        label: Label {
            x: GAP,
            y: y + TEXT,
            anchor: Anchor::Start,
            text: shortened(&drawn.row.label, frame.width - 2.0 * GAP),
        },
        bars,
    }
}

fn bar(table: &Table, lane: Lane<'_>, lane_y: f64, frame: &Frame, axis: &Axis) -> Bar {
    let cell = lane.cell;
    let shape = axis.shape(cell);
    let lane_height = frame.lane_height();
    let y = lane_y + lane_height - BAR - GAP;
    let (name, count) = (name(table, cell), count_text(cell));
    let (name, count) = match frame.wide {
        true => labels_beside(name, &count, y, &shape, frame),
        false => labels_above(name, &count, lane_y, frame),
    };
    Bar {
        article: cell.article,
        y,
        height: BAR,
        lane_y,
        lane_height,
        shape,
        derived: cell.derived,
        superseded: lane.superseded,
        name,
        count,
        sentence: cell.sentence.clone(),
        claims: cell.claims.clone(),
    }
}

/// The name ends left of the base, the count begins right of the bar.
fn labels_beside(name: &str, count: &str, y: f64, shape: &Shape, frame: &Frame) -> (Label, Label) {
    let baseline = y + BAR - 3.0;
    let end = match *shape {
        Shape::Solid { to } => to,
        Shape::OpenBelow { to } => to.max(frame.base + ARROW),
        Shape::OpenAbove { tip, .. } => tip,
        Shape::Range { high, .. } => high,
        Shape::Vague { to, .. } => to,
        Shape::Zero | Shape::Unplaced => frame.base,
    };
    let x = end + GAP;
    let name = Label {
        x: frame.base - GAP,
        y: baseline,
        anchor: Anchor::End,
        text: shortened(name, frame.base - 2.0 * GAP),
    };
    let count = Label {
        x,
        y: baseline,
        anchor: Anchor::Start,
        text: shortened(count, frame.width - x),
    };
    (name, count)
}

/// The name begins the line above the bar, the count ends it. The count gets the room it needs up to two thirds.
fn labels_above(name: &str, count: &str, lane_y: f64, frame: &Frame) -> (Label, Label) {
    let (baseline, room) = (lane_y + TEXT - 4.0, frame.right - frame.base);
    let count = shortened(count, room * 2.0 / 3.0);
    let left = room - text_width(&count) - GAP;
    let name = Label {
        x: frame.base,
        y: baseline,
        anchor: Anchor::Start,
        text: shortened(name, left),
    };
    let count = Label {
        x: frame.right,
        y: baseline,
        anchor: Anchor::End,
        text: count,
    };
    (name, count)
}

/// From numbers to places.
struct Axis {
    scale: Scale,
    base: f64,
    right: f64,
    /// Length from `base` to `end`.
    span: f64,
    /// The axis's last number; zero where there is nothing to place.
    end: u64,
    /// Distance of the ticks on a linear axis.
    step: u64,
    /// Number of decades on a logarithmic axis.
    decades: u32,
}

impl Axis {
    fn new(scale: Scale, rows: &[Drawn<'_>], frame: &Frame) -> Self {
        let span = (frame.right - frame.base - TIP).max(1.0);
        let largest = (rows.iter())
            .flat_map(|drawn| drawn.lanes.iter())
            .flat_map(|lane| [lane.cell.low, lane.cell.high].into_iter().flatten())
            .max();
        let (step, decades, end) = match (largest, scale) {
            (None, _) => (1, 1, 0),
            (Some(largest), Scale::Linear) => {
                let step = linear_step(largest.max(1), span);
                (step, 1, last_tick(largest.max(1), step))
            }
            (Some(largest), Scale::Log) => {
                let decades = decades(largest);
                (1, decades, 10_u64.saturating_pow(decades))
            }
        };
        Axis {
            scale,
            base: frame.base,
            right: frame.right,
            span,
            end,
            step,
            decades,
        }
    }

    /// The place of a number.
    fn x(&self, value: u64) -> f64 {
        let along = match self.scale {
            Scale::Linear => value as f64 / self.end.max(1) as f64 * self.span,
            Scale::Log if value == 0 => 0.0,
            Scale::Log => {
                let steps = (value as f64).log10() / f64::from(self.decades);
                ZERO_STEP + steps * (self.span - ZERO_STEP)
            }
        };
        let seen = match value {
            0 => 0.0,
            _ => along.max(LEAST),
        };
        rounded(self.base + seen.min(self.span))
    }

    fn shape(&self, cell: &TableCell) -> Shape {
        match (cell.low, cell.high) {
            (Some(floor), _) if cell.qualifier == Qualifier::Vague => {
                let from = self.x(floor);
                let to = rounded((from + BAND).min(self.right));
                Shape::Vague { from, to }
            }
            _ if !cell.prints_number() => Shape::Unplaced,
            (None, None) => Shape::Unplaced,
            (Some(0), Some(0)) | (None, Some(0)) => Shape::Zero,
            (Some(low), None) => {
                let to = self.x(low);
                let tip = rounded(to + TIP);
                Shape::OpenAbove { to, tip }
            }
            (None, Some(high)) => Shape::OpenBelow { to: self.x(high) },
            (Some(low), Some(high)) if low == high => Shape::Solid { to: self.x(low) },
            (Some(one), Some(other)) => Shape::Range {
                low: self.x(one.min(other)),
                high: self.x(one.max(other)),
            },
        }
    }

    fn ticks(&self, frame: &Frame) -> Vec<Tick> {
        let values: Vec<u64> = match (self.end, self.scale) {
            (0, _) => Vec::new(),
            (end, Scale::Linear) => (0..=end.div_ceil(self.step))
                .map(|k| self.step.saturating_mul(k))
                .collect(),
            (_, Scale::Log) => self.log_ticks(),
        };
        (values.into_iter())
            .map(|value| {
                let (x, label) = (self.x(value), words::short_number(value));
                let half = text_width(&label) / 2.0;
                let anchor = match () {
                    () if x - half < 0.0 => Anchor::Start,
                    () if x + half > frame.width => Anchor::End,
                    () => Anchor::Middle,
                };
                Tick {
                    x,
                    value,
                    label,
                    anchor,
                }
            })
            .collect()
    }

    /// Zero and the powers of ten, as many as their labels leave room for; the last always.
    fn log_ticks(&self) -> Vec<u64> {
        let powers = || (0..=self.decades).map(|power| 10_u64.saturating_pow(power));
        let widest = powers()
            .map(|value| text_width(&words::short_number(value)))
            .fold(0.0, f64::max);
        let spacing = (self.span - ZERO_STEP).max(1.0) / f64::from(self.decades);
        let every = (((widest + TICK_GAP) / spacing).ceil() as usize).max(1);
        let kept = (powers().enumerate())
            .filter(|(power, _)| (self.decades as usize - power).is_multiple_of(every))
            .map(|(_, value)| value);
        std::iter::once(0).chain(kept).collect()
    }
}

/// The smallest of 1, 2, 5, 10, 20, 50 … whose ticks and labels up to `largest` fit into `span`.
fn linear_step(largest: u64, span: f64) -> u64 {
    let mut unit = 1_u64;
    loop {
        for factor in [1, 2, 5] {
            let step = unit.saturating_mul(factor);
            let count = largest.div_ceil(step);
            let widest = (0..=count.min(MOST_STEPS))
                .map(|k| text_width(&words::short_number(step.saturating_mul(k))))
                .fold(0.0, f64::max);
            let room = count as f64 * (widest + TICK_GAP) <= span;
            if count <= MOST_STEPS && room || count <= 1 {
                return step;
            }
        }
        unit = unit.saturating_mul(10);
    }
}

fn last_tick(largest: u64, step: u64) -> u64 {
    largest.div_ceil(step).saturating_mul(step)
}

/// How many decades hold `largest`; at least one.
fn decades(largest: u64) -> u32 {
    let mut decades = 1;
    while decades < 20 && 10_u64.saturating_pow(decades) < largest {
        decades += 1;
    }
    decades
}

/// To a hundredth of a px: finer differences are not seen and make files long.
fn rounded(x: f64) -> f64 {
    (x * 100.0).round() / 100.0
}

/// Width of a text of 13 px in a system font, estimated on the large side: nothing here can measure.
fn text_width(text: &str) -> f64 {
    let width = |c: char| match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | ' ' | '.' | ',' | ':' | ';' | '(' | ')' => 4.6,
        'm' | 'w' | 'M' | 'W' => 11.5,
        '\u{0300}'..='\u{036f}' => 0.0,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{ffff}' => 13.5,
        '\u{10000}'.. => 16.0,
        _ if is_capital(c) => 9.2,
        _ => 7.6,
    };
    text.chars().map(width).sum()
}

/// `text`, or as much of its beginning as fits into `room` with an ellipsis.
fn shortened(text: &str, room: f64) -> String {
    if text_width(text) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut left = room - text_width("…");
    let mut buffer = [0; 4];
    for c in text.chars() {
        left -= text_width(c.encode_utf8(&mut buffer));
        if left < 0.0 {
            break;
        }
        kept.push(c);
    }
    format!("{}…", kept.trim_end())
}

fn summary(table: &Table, rows: &[Drawn<'_>], scale: Scale) -> String {
    let lines: Vec<String> = (rows.iter())
        .map(|Drawn { row, .. }| match row.range.is_empty() {
            true => format!("{}: {}", row.label, words::DERIVED),
            false => format!("{}: {}", row.label, row.range),
        })
        .collect();
    words::chart_summary(scale == Scale::Log, table.heads.len(), &lines)
}
