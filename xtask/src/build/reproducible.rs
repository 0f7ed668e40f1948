//! The same sources give the same bytes, whoever builds them and where: no folder of the machine goes into a product.
//!
//! Panic messages hold the paths of the sources. Those of the project are relative; those of the packages and of Rust's
//! own library are given one name here.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::run;

/// Compiler flags for WebAssembly, for Cargo and what calls it. Cargo adds those of .cargo/config.toml.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Tells a command that compiles to WebAssembly to leave the machine's folders out. The packages must be fetched.
pub fn set(command: &mut Command) -> Result<()> {
    let mut names = packages();
    names.push(library()?);
    // A space in a path would cut the flag in two.
    let flags: Vec<String> = (names.iter())
        .filter(|(folder, _)| !folder.to_string_lossy().contains(char::is_whitespace))
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()))
        .collect();
    command.env(FLAGS, flags.join(" "));
    Ok(())
}

/// Where Cargo unpacks the packages: a folder for each registry, named after it.
fn packages() -> Vec<(PathBuf, String)> {
    let home = match env::var_os("CARGO_HOME") {
        Some(folder) => Some(PathBuf::from(folder)),
        None => dirs::home_dir().map(|home| home.join(".cargo")),
    };
    let source = home.map(|home| home.join("registry").join("src"));
    let registries = source.and_then(|source| fs::read_dir(source).ok());
    (registries.into_iter().flatten().flatten())
        .map(|registry| (registry.path(), "packages".to_owned()))
        .collect()
}

/// Rust's own library, where its sources are installed: then the compiler names them, and else its own name for them.
fn library() -> Result<(PathBuf, String)> {
    let root = run::keep(run::command("rustc").args(["--print", "sysroot"]))?;
    let about = run::keep(run::command("rustc").arg("-vV"))?;
    let commit = (about.lines())
        .find_map(|line| line.strip_prefix("commit-hash: "))
        .context("rustc does not say of which commit it is")?;
    let sources = Path::new(root.trim()).join("lib/rustlib/src/rust");
    Ok((sources, format!("/rustc/{commit}")))
}
