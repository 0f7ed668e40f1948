//! Reading and comparing alone as WebAssembly, so that the page's benchmark can time each in a browser.

use casualty_compare::model::{Article, Extraction, ReadArticle};
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads `text`; gives the number of its claims.
#[wasm_bindgen]
pub fn read(text: &str) -> usize {
    casualty_compare::extract(text).claims.len()
}

/// Articles that are already read.
#[wasm_bindgen]
#[derive(Default)]
pub struct Articles {
    articles: Vec<Article>,
    extractions: Vec<Extraction>,
}

#[wasm_bindgen]
impl Articles {
    /// None so far.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Articles::default()
    }

    /// Reads one more.
    pub fn add(&mut self, text: &str) {
        self.extractions.push(casualty_compare::extract(text));
        self.articles.push(Article {
            text: text.to_owned(),
            ..Article::default()
        });
    }

    /// Compares them; gives the number of rows.
    pub fn compare(&self) -> usize {
        casualty_compare::compare(&ReadArticle::pairs(&self.articles, &self.extractions))
            .rows
            .len()
    }
}
