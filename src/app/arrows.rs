//! Arrow keys: from cell to cell in the table, from bar to bar in a chart.

use leptos::ev::KeyboardEvent;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTableCellElement};

/// Moves the focus from a cell's button to the next one in the direction of the arrow key.
pub fn between_cells(event: KeyboardEvent) {
    let Some(from) = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
    else {
        return;
    };
    let (across, down): (i32, i32) = match event.key().as_str() {
        "ArrowLeft" => (-1, 0),
        "ArrowRight" => (1, 0),
        "ArrowUp" => (0, -1),
        "ArrowDown" => (0, 1),
        _ => return,
    };
    if let Some(button) = next_cell(&from, across, down) {
        event.prevent_default();
        // Fails only on elements that cannot be focused.
        let _ = button.focus();
    }
}

fn next_cell(from: &Element, across: i32, down: i32) -> Option<HtmlElement> {
    let cell: HtmlTableCellElement = from.closest("td").ok()??.dyn_into().ok()?;
    let rows = from.closest("table").ok()??.query_selector_all("tr").ok()?;
    let row = cell.parent_element()?;
    let mut y = (0..rows.length()).find(|&at| rows.get(at).as_ref() == Some(row.as_ref()))? as i32;
    let mut x = cell.cell_index();
    loop {
        (x, y) = (x + across, y + down);
        let row: Element = rows.get(u32::try_from(y).ok()?)?.dyn_into().ok()?;
        let cell = row.children().item(u32::try_from(x).ok()?);
        if cell.is_none() && across != 0 {
            return None;
        }
        let button = cell.and_then(|cell| cell.query_selector("button.cell").ok().flatten());
        if let Some(button) = button {
            return button.dyn_into().ok();
        }
    }
}

/// Which bar of `bars` the key leads to from the bar at `at`.
pub fn bar_for(key: &str, at: usize, bars: usize) -> Option<usize> {
    let last = bars.checked_sub(1)?;
    match key {
        "ArrowDown" | "ArrowRight" => Some((at + 1).min(last)),
        "ArrowUp" | "ArrowLeft" => Some(at.saturating_sub(1).min(last)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::bar_for;

    #[test]
    fn keys_stop_at_the_first_and_the_last_bar() {
        assert_eq!(bar_for("ArrowDown", 0, 2), Some(1));
        assert_eq!(bar_for("ArrowDown", 1, 2), Some(1));
        assert_eq!(bar_for("ArrowUp", 0, 2), Some(0));
        assert_eq!(bar_for("ArrowUp", 9, 2), Some(1));
        assert_eq!(bar_for("End", 0, 3), Some(2));
        assert_eq!(bar_for("Home", 2, 3), Some(0));
        assert_eq!(bar_for("a", 0, 3), None);
        assert_eq!(bar_for("Home", 0, 0), None);
    }
}
