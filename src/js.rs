//! The wasm-bindgen border: UTF-16 offsets here and nowhere else.
