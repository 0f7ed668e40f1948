//! The few things that the page asks of the browser: the time, a pause, focus, scrolling, the width of an element.

use js_sys::Promise;
use js_sys::futures::JsFuture;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, FocusOptions, HtmlElement, ResizeObserver, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Milliseconds since the page was opened.
pub fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Waits so long, and lets the page answer meanwhile.
pub async fn pause(time: Duration) {
    let promise = Promise::new(&mut |resolve, _| {
        set_timeout(
            move || {
                // Nothing can be done about a resolve function that throws, and it does not.
                let _ = resolve.call0(&JsValue::UNDEFINED);
            },
            time,
        );
    });
    // The promise is never rejected.
    let _ = JsFuture::from(promise).await;
}

/// Sets the focus on the first element inside `root` that `selector` names, once the page has drawn.
pub fn focus(root: NodeRef<leptos::html::Div>, selector: String) {
    request_animation_frame(move || {
        if let Some(element) = find(root, &selector) {
            // Fails only on elements that cannot be focused.
            let _ = element.unchecked_ref::<HtmlElement>().focus();
        }
    });
}

/// The same, and leaves the page where it is.
pub fn focus_in_place(root: NodeRef<leptos::html::Div>, selector: String) {
    request_animation_frame(move || {
        if let Some(element) = find(root, &selector) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            // Fails only on elements that cannot be focused.
            let _ = element
                .unchecked_ref::<HtmlElement>()
                .focus_with_options(&options);
        }
    });
}

/// Scrolls the scrollable ancestors of the first element that `selector` names so far that it stands in their upper
/// third, once the page has drawn. The page itself stays where it is.
pub fn reveal(root: NodeRef<leptos::html::Div>, selector: String) {
    request_animation_frame(move || {
        let Some(element) = find(root, &selector) else {
            return;
        };
        let mut parent = element.parent_element();
        while let Some(box_) = parent {
            if box_.class_list().contains("scroll") && box_.scroll_height() > box_.client_height() {
                let above = element.get_bounding_client_rect().top()
                    - box_.get_bounding_client_rect().top();
                let third = f64::from(box_.client_height()) / 3.0;
                box_.set_scroll_top(box_.scroll_top() + (above - third) as i32);
            }
            parent = box_.parent_element();
        }
    });
}

/// Scrolls the page until the first element that `selector` names is in view, once the page has drawn.
pub fn bring(root: NodeRef<leptos::html::Div>, selector: String) {
    request_animation_frame(move || {
        if let Some(element) = find(root, &selector) {
            element.scroll_into_view();
        }
    });
}

/// Scrolls as little as needed for the first element that `selector` names to be in view, once the page has drawn.
pub fn keep_in_view(root: NodeRef<leptos::html::Div>, selector: String) {
    request_animation_frame(move || {
        if let Some(element) = find(root, &selector) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            options.set_inline(ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

/// The element that an event befell, or the one around it that `selector` names.
pub fn befallen(event: &Event, selector: &str) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok().flatten()
}

/// The number in an element's attribute.
pub fn number_in(element: &Element, attribute: &str) -> Option<usize> {
    element.get_attribute(attribute)?.parse().ok()
}

fn find(root: NodeRef<leptos::html::Div>, selector: &str) -> Option<Element> {
    // What was asked for before the page was taken off the document may come after.
    let root = root.try_get_untracked()??;
    // The selectors are written in this crate and valid.
    root.query_selector(selector).ok().flatten()
}

/// Tells `told` the width of `element` now and whenever it changes, until the owner is cleaned up.
pub fn watch_width(element: &Element, told: impl Fn(f64) + 'static) {
    let watched = element.clone();
    let on_resize = Closure::<dyn FnMut()>::new(move || told(f64::from(watched.client_width())));
    let Ok(observer) = ResizeObserver::new(on_resize.as_ref().unchecked_ref()) else {
        return;
    };
    observer.observe(element);
    let held = StoredValue::new_local((observer, on_resize));
    on_cleanup(move || {
        held.with_value(|(observer, _)| observer.disconnect());
    });
}
