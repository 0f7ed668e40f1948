//! Finds a Chromium for the tests, and its driver for those that run inside WebAssembly.
//!
//! In this order: an environment variable, the usual names, Debian's package where we are root, and for
//! Playwright its own download. Where nothing helps, the error says what to install.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{node, run};

/// Names the browser to use; its value is a program.
pub const VARIABLE: &str = "CASUALTY_COMPARE_BROWSER";

const NAMES: [&str; 7] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
];

const DRIVER_VARIABLE: &str = "CHROMEDRIVER";

/// A browser for Playwright.
pub enum Browser {
    /// A program of this machine.
    Own(PathBuf),
    /// The one that Playwright fetched for itself.
    Playwrights,
}

/// Finds a browser for the end-to-end tests, whose packages stand in `packages`.
pub fn for_playwright(packages: &Path) -> Result<Browser> {
    if let Some(found) = find()? {
        return Ok(Browser::Own(found));
    }
    eprintln!(
        "No Chromium or Chrome on this machine: fetching Playwright's (about 150 MB, once) ..."
    );
    let mut install = node::npx()?;
    install
        .current_dir(packages)
        .args(["playwright", "install", "chromium"]);
    run::show(&mut install).with_context(|| {
        format!("no browser: install Chromium or Chrome (Debian: apt-get install chromium), or name one in {VARIABLE}")
    })?;
    Ok(Browser::Playwrights)
}

/// A browser and its driver for tests that run inside WebAssembly.
pub fn with_driver() -> Result<(PathBuf, PathBuf)> {
    let browser = find()?.with_context(|| {
        format!("no Chromium or Chrome found: install one (Debian: apt-get install chromium), or name one in {VARIABLE}")
    })?;
    Ok((browser, driver()?))
}

/// Whether Chromium must do without its sandbox, which it refuses to build for root.
pub fn is_root() -> bool {
    cfg!(unix) && run::answer("id", "-u").as_deref() == Some("0")
}

fn find() -> Result<Option<PathBuf>> {
    if let Some(named) = env::var_os(VARIABLE).filter(|named| !named.is_empty()) {
        let found = which::which(&named).with_context(|| {
            format!("{VARIABLE} names {}, which is no program", named.display())
        })?;
        return Ok(Some(found));
    }
    if let Some(found) = on_this_machine() {
        return Ok(Some(found));
    }
    Ok(debian("chromium")?.then(on_this_machine).flatten())
}

/// A name alone is not enough: some systems put a notice that asks for an installation under it.
fn on_this_machine() -> Option<PathBuf> {
    let found = NAMES.into_iter().filter_map(|name| which::which(name).ok());
    let mut answering =
        found.filter(|browser| cfg!(windows) || run::answer(browser, "--version").is_some());
    answering.next()
}

fn driver() -> Result<PathBuf> {
    if let Some(named) = env::var_os(DRIVER_VARIABLE).filter(|named| !named.is_empty()) {
        return which::which(&named).with_context(|| {
            format!(
                "{DRIVER_VARIABLE} names {}, which is no program",
                named.display()
            )
        });
    }
    let on_path = || which::which("chromedriver").ok();
    if let Some(found) = on_path() {
        return Ok(found);
    }
    if debian("chromium-driver")?
        && let Some(found) = on_path()
    {
        return Ok(found);
    }
    bail!(
        "no chromedriver found: install the one of your browser's version (Debian: apt-get install chromium-driver; \
         macOS: brew install chromedriver; else https://googlechromelabs.github.io/chrome-for-testing/), \
         or name it in {DRIVER_VARIABLE}"
    )
}

/// Installs a Debian package where that is possible; false where it is not.
fn debian(package: &str) -> Result<bool> {
    if which::which("apt-get").is_err() || !is_root() {
        return Ok(false);
    }
    eprintln!("Installing the Debian package {package} (about a minute, once) ...");
    run::show(run::command("apt-get").args(["-q", "update"]))?;
    let mut install = run::command("apt-get");
    install
        .args(["-q", "install", "-y", package])
        .env("DEBIAN_FRONTEND", "noninteractive");
    run::show(&mut install)?;
    Ok(true)
}
