//! The Leptos page: components and state.
