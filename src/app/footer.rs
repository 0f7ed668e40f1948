//! The foot of the page: what becomes of the texts, and how to check it.

use leptos::prelude::*;

/// What becomes of the texts. Inside another site its scripts run beside the page, and its policy rules.
const PRIVACY: &str = if cfg!(feature = "element") {
    " Articles are read on this machine, and nothing is sent or stored by this comparison. The site around it can see what you paste here, as it can everything that you do on it."
} else {
    " Articles are read on this machine, and nothing is stored. To check it: open the browser's developer tools, choose the network view, and use the page; no request follows after loading. The page's Content-Security-Policy allows its own files and nothing else. Once it has loaded it works without a network."
};
/// What the browser itself sees to.
const LEAD: &str = if cfg!(feature = "element") {
    "The comparison sends nothing."
} else {
    "Nothing leaves this browser."
};

/// The foot of the page.
#[component]
pub fn Footer() -> impl IntoView {
    view! {
        <footer class="footer">
            <p>
                <strong>{LEAD}</strong>
                {PRIVACY}
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
