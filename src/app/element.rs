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
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, Node};

/// A page that stands in an element. It is unmounted when it is freed.
#[wasm_bindgen]
pub struct Widget {
    page: Page,
    /// Whether the visitor may only look.
    read_only: RwSignal<bool>,
    /// Holds the page in the document as long as it lives.
    _mounted: Box<dyn Any>,
}

#[wasm_bindgen]
impl Widget {
    /// Puts an empty page into `place`. `changed` is called after every change of the articles or of what was read in
    /// them, once however much changed at the same time.
    #[wasm_bindgen(constructor)]
    pub fn new(place: HtmlElement, changed: Function) -> Widget {
        console_error_panic_hook::set_once();
        let owner = Owner::new();
        let (page, read_only) = owner.with(|| (Page::new(), RwSignal::new(false)));
        let mounted = mount_to(place, move || embedded(page, read_only, changed));
        Widget {
            page,
            read_only,
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
        self.set_read_only(self.read_only.get_untracked());
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
        self.read_only.set(read_only);
        if read_only {
            let entries = self.page.articles.get_untracked();
            entries
                .iter()
                .for_each(|entry| entry.view.set(View::Marked));
        }
    }
}

/// The text under a node of the host page, as a browser would lay it out.
#[wasm_bindgen]
pub fn text_of(node: Node) -> String {
    paste::text_of(node)
}

/// The page with what a host needs of it: pastes that happen in it, and a word of every change.
fn embedded(page: Page, read_only: RwSignal<bool>, changed: Function) -> AnyView {
    provide_context(page);
    Effect::new(move |before: Option<()>| {
        // Compared first: a memo that is computed while it is tracked wakes its effect once more.
        page.compared.with_untracked(|_| ());
        page.compared.track();
        let articles = page.articles.with(|list| {
            list.iter().for_each(|entry| entry.read.track());
            list.len()
        });
        if before.is_some() || articles > 0 {
            // A host's listener that throws is reported by the browser; the page goes on.
            let _ = changed.call0(&JsValue::UNDEFINED);
        }
    });
    let onto = move |event: leptos::ev::ClipboardEvent| {
        if !read_only.get_untracked() {
            paste::onto(&event, page);
        }
    };
    view! {
        <div class="embedded" class:read-only=move || read_only.get() on:paste=onto>
            {draw(page)}
        </div>
    }
    .into_any()
}
