//! The reader alone as WebAssembly, so that the page's benchmark can time it in a browser.

use wasm_bindgen::prelude::wasm_bindgen;

/// Reads `text`; gives the number of its claims.
#[wasm_bindgen]
pub fn read(text: &str) -> usize {
    casualty_compare::extract(text).claims.len()
}
