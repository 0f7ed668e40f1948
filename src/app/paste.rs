//! The clipboard: plain text where there is any, else the text of its HTML, of which no markup runs; and pasting
//! anywhere on the page.

use super::entry::{Entry, LONG};
use super::plain::{Layout, Plain, layout};
use super::state::{Page, card_id};
use crate::model::Article;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, DataTransfer, DomParser, Element, HtmlTextAreaElement, Node, SupportedType,
};

/// A paste into the text of `entry`. Plain text is left to the browser, unless it is long.
pub fn into_text(event: &ClipboardEvent, page: Page, entry: Entry) {
    let Some(data) = event.clipboard_data() else {
        return;
    };
    let area = event_target::<HtmlTextAreaElement>(event);
    let plain = plain_text(&data);
    let long = plain.len() > LONG;
    if !plain.is_empty() && !long {
        return;
    }
    let Some(text) = (match long {
        true => Some(plain),
        false => text_of_html(&data),
    }) else {
        return;
    };
    // What is not shown is not laid out, which takes the browser seconds for megabytes.
    area.set_hidden(long);
    let end = area.value().encode_utf16().count() as u32;
    let from = area.selection_start().ok().flatten().unwrap_or(end);
    let to = area.selection_end().ok().flatten().unwrap_or(end);
    let inserted = area.set_range_text_with_start_and_end_and_mode(&text, from, to, "end");
    if inserted.is_ok() {
        event.prevent_default();
        page.edit(entry, area.value());
    }
    if long {
        page.focus(format!("#{} .marked", card_id(entry.id)));
    }
}

/// Makes a paste that is meant for no field a new article, wherever in the document it happens.
pub fn anywhere(page: Page) {
    let listener = window_event_listener(leptos::ev::paste, move |event| onto(&event, page));
    on_cleanup(move || listener.remove());
}

/// Makes a paste a new article, unless it is meant for a field.
pub fn onto(event: &ClipboardEvent, page: Page) {
    if event.default_prevented() || in_field(event) {
        return;
    }
    let Some(data) = event.clipboard_data() else {
        return;
    };
    let plain = plain_text(&data);
    let text = match plain.trim().is_empty() {
        true => text_of_html(&data).unwrap_or_default(),
        false => plain,
    };
    if text.trim().is_empty() {
        return;
    }
    event.prevent_default();
    if let Some(entry) = page.add(Article::default()) {
        entry.edit(text.replace("\r\n", "\n"));
        page.focus(format!("#{} .text:not([hidden])", card_id(entry.id)));
    }
}

fn in_field(event: &ClipboardEvent) -> bool {
    (event.target())
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|element| {
            element
                .closest("input, textarea, [contenteditable]")
                .ok()
                .flatten()
        })
        .is_some()
}

fn plain_text(data: &DataTransfer) -> String {
    data.get_data("text/plain").unwrap_or_default()
}

/// The text of the clipboard's HTML. The document that it is parsed into has no window: no script runs, nothing is
/// fetched.
fn text_of_html(data: &DataTransfer) -> Option<String> {
    let html = data.get_data("text/html").ok()?;
    let document = (DomParser::new().ok()?)
        .parse_from_string(&html, SupportedType::TextHtml)
        .ok()?;
    let text = text_of(document.body()?.into());
    (!text.is_empty()).then_some(text)
}

/// The text under a node, as the browser would lay it out.
///
/// Walks the tree without recursion, so that no depth of nesting can exhaust the stack.
pub fn text_of(root: Node) -> String {
    let mut plain = Plain::default();
    let mut at = root.clone();
    loop {
        let below = enter(&mut plain, &at).then(|| at.first_child()).flatten();
        if let Some(child) = below {
            at = child;
            continue;
        }
        loop {
            leave(&mut plain, &at);
            if at == root {
                return plain.finish();
            }
            if let Some(next) = at.next_sibling() {
                at = next;
                break;
            }
            match at.parent_node() {
                Some(parent) => at = parent,
                None => return plain.finish(),
            }
        }
    }
}

/// Returns whether what is inside counts.
fn enter(plain: &mut Plain, node: &Node) -> bool {
    if node.node_type() == Node::TEXT_NODE {
        plain.words(&node.node_value().unwrap_or_default());
    }
    match layout_of(node) {
        Some(Layout::Hidden) | None => false,
        Some(shown) => {
            plain.edge(shown);
            true
        }
    }
}

fn leave(plain: &mut Plain, node: &Node) {
    if let Some(shown) = layout_of(node) {
        plain.edge(shown);
    }
}

fn layout_of(node: &Node) -> Option<Layout> {
    (node.node_type() == Node::ELEMENT_NODE).then(|| layout(&node.node_name()))
}
