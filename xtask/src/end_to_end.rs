//! What Playwright's runs share: packages, a browser, the built site served, and the words to name both.

use std::process::Command;

use anyhow::Result;

use crate::{browser, node, places, static_server};

/// The address of the served site, for the tests.
const ADDRESS: &str = "CASUALTY_COMPARE_URL";

/// Prepares packages, browser and server, and tells the command about them.
pub fn prepare(command: &mut Command) -> Result<()> {
    let packages = places::end_to_end();
    node::install_packages(&packages)?;
    match browser::for_playwright(&packages)? {
        browser::Browser::Own(program) => command.env(browser::VARIABLE, program),
        browser::Browser::Playwrights => command.env_remove(browser::VARIABLE),
    };
    command.env(ADDRESS, static_server::in_background(places::dist())?);
    Ok(())
}

/// Runs the end-to-end tests on the built site.
pub fn run() -> Result<()> {
    let mut playwright = node::npx()?;
    playwright
        .current_dir(places::end_to_end())
        .args(["playwright", "test"]);
    prepare(&mut playwright)?;
    crate::run::show(&mut playwright)
}
