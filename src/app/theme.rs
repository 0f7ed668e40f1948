//! The switch between light and dark.

use super::state::{Theme, use_page};
use leptos::prelude::*;

/// Three choices; none is stored.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let page = use_page();
    let choices = [
        (Theme::Auto, "Auto"),
        (Theme::Light, "Light"),
        (Theme::Dark, "Dark"),
    ];
    let buttons = choices.map(|(theme, name)| {
        let pressed = move || (page.theme.get() == theme).to_string();
        view! {
            <button type="button" aria-pressed=pressed on:click=move |_| page.theme.set(theme)>
                {name}
            </button>
        }
    });
    view! {
        <div class="switch theme" role="group" aria-label="Colours">
            {buttons.into_iter().collect_view()}
        </div>
    }
}
