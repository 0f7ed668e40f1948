//! Builds everything that goes into dist/, one file here for each product.

mod embed;
mod gallery;
mod glue;
mod names;
pub mod one_file;
mod one_style;
mod order;
pub mod package;
mod page;
mod panics;
mod reproducible;
mod sections;
mod squeeze;
mod styles;
mod wasm;

use std::fmt::Write as _;

use anyhow::Result;

use crate::tools::Tools;
use crate::{places, size, stamp};

/// Builds if something changed, then prints where the site is and what each file weighs.
pub fn build_and_report() -> Result<()> {
    build()?;
    println!("{}", places::dist().display());
    print!("{}", size::table()?);
    Ok(())
}

/// Builds every product into dist/ unless it already holds what the sources give.
pub fn build() -> Result<()> {
    if stamp::is_fresh()? {
        eprintln!("dist/ is up to date.");
        return Ok(());
    }
    let tools = Tools::ready()?;
    page::build(&tools)?;
    one_file::build()?;
    embed::build(&tools)?;
    gallery::build()?;
    package::build(&tools)?;
    stamp::keep()
}

/// As much of a digest as a file's name holds, in hexadecimal digits.
fn short(digest: &[u8]) -> String {
    hexadecimal(digest.get(..8).unwrap_or(digest))
}

/// Bytes in hexadecimal digits.
fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
