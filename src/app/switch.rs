//! Groups of buttons of which one is pressed; among them the switch between light and dark.

use super::shared::{Held, flag, press, text};
use super::state::{Theme, use_page};
use leptos::prelude::*;

/// A choice that is always made: its name, whether it is the present one, and what choosing it does.
pub struct Choice {
    /// The name on the button.
    pub name: &'static str,
    /// Whether it is the present one.
    pub chosen: Box<dyn Fn() -> bool + Send + Sync>,
    /// Chooses it.
    pub choose: Box<dyn Fn()>,
}

impl Choice {
    /// The choice of `value` for `signal`.
    pub fn of<T>(name: &'static str, signal: Held<T>, value: T) -> Self
    where
        T: Copy + Default + PartialEq + Send + Sync + 'static,
    {
        Choice {
            name,
            chosen: Box::new(move || signal.get() == value),
            choose: Box::new(move || signal.set(value)),
        }
    }
}

/// Buttons for choices, side by side.
pub fn switch(class: &'static str, label: &'static str, choices: Vec<Choice>) -> AnyView {
    let buttons: Vec<AnyView> = (choices.into_iter())
        .map(|choice| {
            let (chosen, choose) = (choice.chosen, choice.choose);
            view! {
                <button
                    type="button"
                    {..flag("aria-pressed", chosen)}
                    on:click=press(choose)
                >
                    {choice.name}
                </button>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class=class role="group" aria-label=label>
            {buttons}
        </div>
    }
    .into_any()
}

/// A button that is pressed or not.
pub fn toggle(name: impl Fn() -> String + Send + 'static, on: Held<bool>) -> AnyView {
    view! {
        <div class="switch">
            <button
                type="button"
                {..flag("aria-pressed", move || on.get())}
                on:click=press(move || on.update(|on| *on = !*on))
            >
                {text(name)}
            </button>
        </div>
    }
    .into_any()
}

/// Three choices of colours; none is stored.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let theme = use_page().theme;
    switch(
        "switch theme",
        "Colours",
        vec![
            Choice::of("Auto", theme, Theme::Auto),
            Choice::of("Light", theme, Theme::Light),
            Choice::of("Dark", theme, Theme::Dark),
        ],
    )
}
