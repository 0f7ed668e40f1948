//! Runs the benchmarks: reading and comparing in native programs, and the built page in a browser.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::tools::{Tools, WASM};
use crate::{build, end_to_end, node, places, run, static_server};

/// What is measured.
#[derive(Clone, Copy)]
pub enum Part {
    /// Text read per second, natively.
    Extract,
    /// Whether texts that are made to be slow stay linear.
    Hostile,
    /// Articles that are already read, compared.
    Compare,
    /// A keystroke to the updated table, and one article read, in a browser.
    Page,
}

impl Part {
    pub const ALL: [Part; 4] = [Part::Extract, Part::Hostile, Part::Compare, Part::Page];
}

/// Runs the benchmarks one after the other; each prints its own table.
pub fn bench(parts: &[Part]) -> Result<()> {
    parts.iter().try_for_each(|part| match part {
        Part::Extract => native("extract"),
        Part::Hostile => native("hostile"),
        Part::Compare => native("compare"),
        Part::Page => page(),
    })
}

/// Runs one of the native benchmarks in benches/.
fn native(name: &str) -> Result<()> {
    run::show(&mut run::cargo([
        "bench",
        "--locked",
        "--no-default-features",
        "--bench",
        name,
    ]))
}

fn page() -> Result<()> {
    build::build()?;
    let reader = reader()?;
    let mut script = node::node()?;
    script.arg("benches/page.mjs");
    end_to_end::prepare(&mut script)?;
    script.env(
        "CASUALTY_COMPARE_READER",
        static_server::in_background(reader)?,
    );
    run::show(&mut script)
}

/// Builds the reader alone as WebAssembly, as small as the page has it, into a folder to be served.
fn reader() -> Result<PathBuf> {
    let tools = Tools::ready()?;
    run::show(&mut run::cargo([
        "build",
        "--locked",
        "--quiet",
        "--profile",
        "page",
        "--target",
        WASM,
        "--no-default-features",
        "--features",
        "js",
        "--example",
        "reader",
    ]))?;
    let built = places::target()
        .join(WASM)
        .join("page/examples/reader.wasm");
    let folder = places::target().join("xtask").join("reader");
    let wasm = folder.join("reader_bg.wasm");

    let mut bindgen = tools.command("wasm-bindgen")?;
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]);
    run::show(bindgen.arg(&folder).arg(built))?;
    let mut shrink = tools.command("wasm-opt")?;
    run::show(shrink.arg("-Oz").arg(&wasm).arg("-o").arg(&wasm))?;
    fs::write(
        folder.join("index.html"),
        "<!doctype html><title>The reader alone</title>",
    )?;
    Ok(folder)
}
