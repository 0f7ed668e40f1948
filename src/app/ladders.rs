//! Which reading? A switch between published rules that pick a figure, none unless the user chooses one.

use super::shared::text;
use super::state::Page;
use super::switch::{Choice, switch};
use crate::model::Ladder;
use crate::words;
use leptos::prelude::*;

/// The switch, and the chosen rule in words.
pub fn draw_ladders(page: Page) -> AnyView {
    let chosen = page.ladder;
    let mut choices = vec![Choice::of("None", chosen, None)];
    choices.extend(
        (Ladder::ALL.into_iter())
            .map(|ladder| Choice::of(words::ladder(ladder), chosen, Some(ladder))),
    );
    let rule = move || match chosen.get() {
        None => "No figure is chosen: the table gives the range.",
        Some(ladder) => words::ladder_rule(ladder),
    };
    view! {
        <div class="ladders">
            <h3>"Which reading?"</h3>
            {switch("switch", "Which reading?", choices)}
            <p class="hint">{text(move || rule().to_owned())}</p>
        </div>
    }
    .into_any()
}
