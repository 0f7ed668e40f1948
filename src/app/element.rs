//! The page inside an element of somebody else's document: mounted, told what to show, asked what it shows, unmounted.
//!
//! Nothing here touches the document around the element: no listener on the window, no title, no style.

use super::entry::{Entry, View};
use super::state::Page;
use super::{draw, paste};
use crate::js;
use crate::model::Article;
use crate::plain::SetAsides;
use js_sys::Function;
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::any::Any;
use std::cell::RefCell;
use std::panic;
use std::rc::{Rc, Weak};
use std::sync::Once;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, Node};

/// A page that stands in an element. It is unmounted when it is freed.
#[wasm_bindgen]
pub struct Widget {
    page: Page,
    /// Called when something in this file fails.
    _failed: Rc<Function>,
    /// Holds the page in the document as long as it lives.
    _mounted: Box<dyn Any>,
}

#[wasm_bindgen]
impl Widget {
    /// Puts an empty page into `place`. `changed` is called after every change of the articles or of what was read in
    /// them, once however much changed at the same time; `failed`, with what happened and where, when this file fails: it
    /// must not be called again then, in whichever element it failed.
    #[wasm_bindgen(constructor)]
    pub fn new(place: HtmlElement, changed: Function, failed: Function) -> Widget {
        let failed = Rc::new(failed);
        tell_of_panics(&failed);
        let owner = Owner::new();
        let page = owner.with(Page::new);
        let mounted = mount_to(place, move || embedded(page, changed));
        Widget {
            page,
            _failed: failed,
            _mounted: Box::new((mounted, owner)),
        }
    }

    /// Puts articles, `[{text, title?, outlet?, date?, url?}]`, in place of those on the page.
    ///
    /// # Errors
    /// If they are not such an array.
    pub fn set_articles(&self, articles: JsValue) -> Result<(), JsValue> {
        let articles: Vec<Article> = js::articles_of(&articles)?;
        let page = self.page;
        page.selection.set(None);
        page.undos.set(Vec::new());
        page.notice.set(false);
        page.articles.set(Vec::new());
        for article in articles {
            page.add(article);
        }
        self.set_read_only(self.page.read_only.get_untracked());
        Ok(())
    }

    /// The articles as they now stand, with what the visitor changed: `[{text, title, outlet, date, url}]`.
    ///
    /// # Errors
    /// If they cannot be handed over.
    pub fn articles(&self) -> Result<JsValue, JsValue> {
        let article = |entry: &Entry| Article {
            text: entry.text(),
            ..entry.read.with_untracked(|read| read.article.clone())
        };
        let articles: Vec<Article> =
            (self.page.articles).with_untracked(|list| list.iter().map(article).collect());
        js::plain(&articles)
    }

    /// The comparison as the module's `compare` gives it.
    ///
    /// # Errors
    /// If it cannot be handed over.
    pub fn comparison(&self) -> Result<JsValue, JsValue> {
        let (articles, extractions): (Vec<_>, Vec<_>) = self.page.articles.with_untracked(|list| {
            (list.iter())
                .map(|entry| entry.read.get_untracked())
                .map(|read| (read.article, read.extraction))
                .unzip()
        });
        self.page.compared.with_untracked(|compared| {
            js::hand_over(
                &articles,
                extractions,
                compared.comparison.clone(),
                SetAsides::Omit,
            )
        })
    }

    /// Whether the visitor may only look. The articles are then shown with their evidence; what changes them is hidden
    /// by the element's stylesheet.
    pub fn set_read_only(&self, read_only: bool) {
        self.page.read_only.set(read_only);
        if read_only {
            let entries = self.page.articles.get_untracked();
            entries
                .iter()
                .for_each(|entry| entry.view.set(View::Marked));
        }
    }
}

thread_local! {
    /// Who is told of a panic: one for each widget that is still there.
    static TOLD: RefCell<Vec<Weak<Function>>> = const { RefCell::new(Vec::new()) };
}

/// Calls `failed` when something panics, for as long as somebody holds it. An event's handler that panics is otherwise heard
/// of in the console alone.
fn tell_of_panics(failed: &Rc<Function>) {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        panic::set_hook(Box::new(|info| {
            console_error_panic_hook::hook(info);
            let what = JsValue::from_str(&info.to_string());
            TOLD.with_borrow(|told| {
                for failed in told.iter().filter_map(Weak::upgrade) {
                    // Nothing is left to do about a listener that throws as well.
                    let _ = failed.call1(&JsValue::UNDEFINED, &what);
                }
            });
        }));
    });
    TOLD.with_borrow_mut(|told| {
        told.retain(|one| one.strong_count() > 0);
        told.push(Rc::downgrade(failed));
    });
}

/// The text under a node of the host page, as a browser would lay it out.
#[wasm_bindgen]
pub fn text_of(node: Node) -> String {
    paste::text_of(node)
}

/// The page with what a host needs of it: pastes that happen in it, and a word of every change.
fn embedded(page: Page, changed: Function) -> AnyView {
    provide_context(page);
    Effect::new(move |before: Option<()>| {
        // Compared first: a memo that is computed while it is tracked wakes its effect once more.
        page.compared.with_untracked(|_| ());
        page.compared.track();
        let articles = page.articles.with(|list| {
            list.iter().for_each(|entry| drop(entry.read.now()));
            list.len()
        });
        if before.is_some() || articles > 0 {
            // A host's listener that throws is reported by the browser; the page goes on.
            let _ = changed.call0(&JsValue::UNDEFINED);
        }
    });
    let onto = move |event: leptos::ev::ClipboardEvent| {
        if !page.read_only.get_untracked() {
            paste::onto(&event, page);
        }
    };
    view! {
        <div class="embedded" class:read-only=move || page.read_only.get() on:paste=onto>
            {draw(page)}
        </div>
    }
    .into_any()
}
