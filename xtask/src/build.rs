//! Builds the release site into dist/ with trunk, and looks over what came out.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::tools::Tools;
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
    run::show(&mut run::cargo([
        "fetch",
        "--locked",
        "--target",
        "wasm32-unknown-unknown",
    ]))
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
    trunk.env("CARGO_ENCODED_RUSTFLAGS", page_flags().join("\u{1f}"));
    run::show(&mut trunk)?;
    site::check(&places::dist())?;
    stamp::keep()
}

/// How the compiler is told to make the page's WebAssembly small, and free of this machine's folders.
fn page_flags() -> Vec<String> {
    // Leptos then gives views of one type each, not a type for each shape: 13 kB less behind gzip, and built in half
    // the time.
    let mut flags = vec!["--cfg".to_owned(), "erase_components".to_owned()];
    if let Some(packages) = packages() {
        flags.push(format!(
            "--remap-path-prefix={}=packages",
            packages.display()
        ));
    }
    flags
}

/// Where Cargo unpacks the packages it compiles; panic messages hold paths to there.
fn packages() -> Option<PathBuf> {
    let cargo = match env::var_os("CARGO_HOME") {
        Some(folder) => PathBuf::from(folder),
        None => dirs::home_dir()?.join(".cargo"),
    };
    Some(cargo.join("registry").join("src"))
}
