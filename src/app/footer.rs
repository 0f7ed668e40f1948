//! The foot of the page: what becomes of the texts, and how to check it.

use leptos::prelude::*;

/// The foot of the page.
#[component]
pub fn Footer() -> impl IntoView {
    view! {
        <footer class="footer">
            <p>
                <strong>"Nothing leaves this browser."</strong>
                " Articles are read on this machine, and nothing is stored. To check it: open the browser's developer tools, choose the network view, and use the page; no request follows after loading. The page's Content-Security-Policy allows its own files and nothing else. Once it has loaded it works without a network."
            </p>
            <p>
                "The page reads and compares; it does not verify. Figures are what the articles state."
            </p>
            <p class="footer-version">
                "casualty-compare "{env!("CARGO_PKG_VERSION")}", MIT or Apache-2.0"
            </p>
        </footer>
    }
}
