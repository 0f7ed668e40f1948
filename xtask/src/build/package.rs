//! package/: the npm package, which is the library as WebAssembly without the page, and the files of package/ around it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::names::{self, Panics};
use super::reproducible;
use crate::tools::{Tools, WASM};
use crate::{places, run};

/// The folder in dist/, and the one with the files that are kept by hand.
pub const NAME: &str = "package";

/// Stands for the version in the files that are kept by hand.
const VERSION: &str = "@VERSION@";

/// The profile of Cargo.toml: as small as the page.
const PROFILE: &str = "page";

/// Files of the project that go into the package as they are.
const COPIED: [&str; 3] = ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"];

/// Makes the package in dist/, anew.
pub fn build(tools: &Tools) -> Result<()> {
    eprintln!("Building the package (half a minute) ...");
    let folder = places::dist().join(NAME);
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    webassembly(tools, &folder)?;
    for name in COPIED {
        fs::copy(places::root().join(name), folder.join(name))
            .with_context(|| format!("cannot copy {name}"))?;
    }
    by_hand(&folder)
}

/// Compiles the library, and writes the WebAssembly with its glue.
fn webassembly(tools: &Tools, folder: &Path) -> Result<()> {
    let mut compile = run::cargo(["rustc", "--locked", "--quiet", "--lib"]);
    compile.args(["--crate-type", "cdylib", "--profile", PROFILE]);
    compile.args([
        "--target",
        WASM,
        "--no-default-features",
        "--features",
        "js",
    ]);
    reproducible::set(&mut compile)?;
    run::show(&mut compile)?;

    let compiled = places::target().join(WASM).join(PROFILE);
    let mut bindgen = tools.command("wasm-bindgen")?;
    bindgen.args([
        "--target",
        "web",
        "--no-typescript",
        "--remove-producers-section",
    ]);
    // The module says itself where its file is, and starts anew after a trap.
    bindgen.args([
        "--omit-default-module-path",
        "--experimental-reset-state-function",
    ]);
    bindgen.arg("--out-dir").arg(folder);
    run::show(bindgen.arg(compiled.join("casualty_compare.wasm")))?;

    let glue = folder.join("casualty_compare.js");
    let script =
        fs::read_to_string(&glue).with_context(|| format!("cannot read {}", glue.display()))?;
    let wasm = folder.join("casualty_compare_bg.wasm");
    let script = names::shrink(tools, &wasm, &script, Panics::Silent)?;
    fs::write(&glue, script).with_context(|| format!("cannot write {}", glue.display()))
}

/// Writes the files that are kept by hand, with the version in place.
fn by_hand(folder: &Path) -> Result<()> {
    let version = places::version()?;
    let source = places::root().join(NAME);
    for entry in fs::read_dir(&source)? {
        let file = entry?.path();
        let text =
            fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let name = file.file_name().context("a file has a name")?;
        fs::write(folder.join(name), text.replace(VERSION, &version))?;
    }
    Ok(())
}
