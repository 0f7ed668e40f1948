//! The static site: built with trunk, then looked over.

use std::path::Path;
use std::{env, fs};

use anyhow::{Context, Result};

use super::names::{self, Panics};
use super::{one_style, reproducible};
use crate::tools::{Tools, WASM};
use crate::{places, run, site};

/// Puts the site into dist/, and empties dist/ first.
pub fn build(tools: &Tools) -> Result<()> {
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
    reproducible::set(&mut trunk)?;
    run::show(&mut trunk)?;
    let dist = places::dist();
    one_style::join(&dist)?;
    shrink_program(tools, &dist)?;
    site::check(&dist)
}

/// Shrinks the WebAssembly and its glue together. The files' names keep the hashes of what they were made from.
fn shrink_program(tools: &Tools, dist: &Path) -> Result<()> {
    let html = fs::read_to_string(dist.join("index.html"))?;
    let (glue, wasm) = site::program(&html)?;
    let file = dist.join(glue);
    let script = fs::read_to_string(&file)?;
    let script = names::shrink(tools, &dist.join(wasm), &script, Panics::Silent)?;
    fs::write(&file, script).with_context(|| format!("cannot write {}", file.display()))
}
