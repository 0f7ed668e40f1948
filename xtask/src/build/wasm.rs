//! An example of the package as WebAssembly: compiled as small as the page is, bound, and shrunk.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::names::{self, Panics};
use super::reproducible;
use crate::tools::{Tools, WASM};
use crate::{places, run};

/// What a script needs to run the example.
pub struct Program {
    /// The module that wasm-bindgen writes for browsers.
    pub glue: String,
    pub wasm: Vec<u8>,
}

/// Makes the WebAssembly in `file` as small as wasm-opt can.
pub fn small(tools: &Tools, file: &Path) -> Result<()> {
    let mut shrink = tools.command("wasm-opt")?;
    shrink.args([
        "-Oz",
        "--one-caller-inline-max-function-size=0",
        // Rust's stack comes first: its last kilobyte is reached by a program that is about to overflow it, and by none else.
        "--low-memory-unused",
        "--converge",
        // What no likeness tells apart stands by its name then.
        "--reorder-functions-by-name",
    ]);
    run::show(shrink.arg(file).arg("-o").arg(file))
}

/// Builds the example with these features.
pub fn example(tools: &Tools, name: &str, features: &str) -> Result<Program> {
    eprintln!("Building {name} as WebAssembly ...");
    let mut cargo = run::cargo(["build", "--locked", "--quiet", "--profile", "page"]);
    cargo.args(["--target", WASM, "--no-default-features", "--features"]);
    cargo.args([features, "--example", name]);
    reproducible::set(&mut cargo)?;
    run::show(&mut cargo)?;
    let built = places::target()
        .join(WASM)
        .join("page/examples")
        .join(format!("{name}.wasm"));

    let folder = places::target().join("xtask").join(name);
    let mut bindgen = tools.command("wasm-bindgen")?;
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]);
    run::show(bindgen.arg(&folder).arg(built))?;
    let small = folder.join(format!("{name}_bg.wasm"));
    let glue = folder.join(format!("{name}.js"));
    let script =
        fs::read_to_string(&glue).with_context(|| format!("cannot read {}", glue.display()))?;
    Ok(Program {
        glue: names::shrink(tools, &small, &script, Panics::Told)?,
        wasm: fs::read(&small).with_context(|| format!("cannot read {}", small.display()))?,
    })
}
