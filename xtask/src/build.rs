//! Builds the release site into dist/ with trunk, and looks over what came out.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::tools::{Tools, WASM};
use crate::{places, run, site, size, stamp};

/// Builds if something changed, then prints where the site is and what each file weighs.
pub fn build_and_report() -> Result<()> {
    build()?;
    println!("{}", places::dist().display());
    print!("{}", size::table()?);
    Ok(())
}

/// Builds the release site into dist/ unless it already is what the sources give.
pub fn build() -> Result<()> {
    if stamp::is_fresh()? {
        eprintln!("dist/ is up to date.");
        return Ok(());
    }
    let tools = Tools::ready()?;
    // Trunk is told to stay offline, so that it takes the pinned tools and fetches none of its own.
    run::show(&mut run::cargo(["fetch", "--locked", "--target", WASM]))
        .context("the packages that the page is built from could not be fetched")?;
    eprintln!(
        "Building the release page (2 to 3 minutes the first time, then about half a minute) ..."
    );
    let mut trunk = tools.command("trunk")?;
    trunk.arg("build");
    // Its own backtrace says nothing about the page.
    trunk.env("RUST_BACKTRACE", "0");
    if env::var_os("NO_COLOR").is_some() {
        // Trunk takes `true` there and nothing else.
        trunk.env("NO_COLOR", "true");
    }
    if let Some(packages) = packages() {
        // Panic messages hold the paths of the packages: without the folders of whoever builds.
        let flag = format!("--remap-path-prefix={}=packages", packages.display());
        trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flag);
    }
    run::show(&mut trunk)?;
    site::check(&places::dist())?;
    stamp::keep()
}

/// Where Cargo unpacks the packages it compiles; none where a space in the path would cut the flag in two.
fn packages() -> Option<PathBuf> {
    let cargo = match env::var_os("CARGO_HOME") {
        Some(folder) => PathBuf::from(folder),
        None => dirs::home_dir()?.join(".cargo"),
    };
    let packages = cargo.join("registry").join("src");
    let cut = packages.to_string_lossy().contains(char::is_whitespace);
    (!cut).then_some(packages)
}
