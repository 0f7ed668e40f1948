//! Building blocks that are compiled once, however often the page uses them.
//!
//! Leptos makes a copy of its machinery for each type of closure that it is given. Here closures are boxed first, so
//! that there is one copy for each type of value; with `--cfg erase_components` it does the same for views. Together
//! they keep the page's WebAssembly small. The price is that an element that is drawn again gets all its attributes
//! anew. So what is drawn again is small, a cell or a row's bars, and memos see to it that only what differs is.

use leptos::ev::{FocusEvent, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use std::hash::Hash;
use std::sync::Arc;

/// A value that is computed again when what it reads changes, and noticed only when it differs.
pub fn memo<T>(compute: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    let compute: Box<dyn Fn() -> T + Send + Sync> = Box::new(compute);
    Memo::new(move |_| compute())
}

/// What is drawn again whenever something changes that it reads.
pub fn live(draw: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    let draw: Box<dyn Fn() -> Option<AnyView> + Send> = Box::new(draw);
    (move || draw()).into_any()
}

/// What is drawn while a condition holds; made anew each time it begins to.
pub fn when(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    draw: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let condition = memo(condition);
    live(move || condition.get().then(&draw))
}

/// What is drawn for each item of a list: once for an item as long as it stays, wherever it moves.
pub fn each<T>(
    items: impl Fn() -> Vec<T> + Send + Sync + 'static,
    draw: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + Eq + Hash + Send + Sync + 'static,
{
    let items = memo(items);
    let draw: Arc<dyn Fn(T) -> AnyView + Send + Sync> = Arc::new(draw);
    view! { <For each=move || items.get() key=T::clone children=move |item| draw(item) /> }
        .into_any()
}

/// What happens on a press.
pub fn press(act: impl Fn() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}

/// The same by the keys that press a button, for what is no button of the browser's.
pub fn press_by_key(act: impl Fn() + 'static) -> Box<dyn FnMut(KeyboardEvent)> {
    Box::new(move |event| {
        if event.key() == "Enter" || event.key() == " " {
            event.prevent_default();
            act();
        }
    })
}

/// What happens when something inside an element gets the focus.
pub fn focused(act: impl Fn(&FocusEvent) + 'static) -> Box<dyn FnMut(FocusEvent)> {
    Box::new(move |event| act(&event))
}

/// Text that follows what it is made from.
pub fn text(text: impl Fn() -> String + Send + 'static) -> AnyView {
    let text: Box<dyn Fn() -> String + Send> = Box::new(text);
    (move || text()).into_any()
}
