//! dist/embed/: what other sites need to show the page in theirs.
//!
//! The custom element is one script with its stylesheet inside, and the WebAssembly beside it under a name that holds its
//! hash, so that no cache gives an old one to a new script. frame.html shows the element in a page of its own, and loader.js
//! puts that page into a frame.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest as _, Sha256};

use super::styles;
use super::wasm::{self, Program};
use super::{glue, short};
use crate::tools::Tools;
use crate::{pack, places, site};

/// Files of embed/ that go into the folder as they are.
const COPIED: [&str; 4] = ["frame.html", "frame.css", "frame.js", "loader.js"];

/// Builds the folder; the site must stand in dist/ already.
pub fn build(tools: &Tools) -> Result<()> {
    let folder = places::dist().join("embed");
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(&folder)?;
    let program = wasm::example(tools, "element", "element")?;
    let script = script(&folder, &program).context("the element's script could not be made")?;
    fs::write(folder.join("casualty-compare.js"), script)?;
    for name in COPIED {
        fs::copy(places::root().join("embed").join(name), folder.join(name))
            .with_context(|| format!("cannot copy embed/{name}"))?;
    }
    Ok(())
}

/// Writes the WebAssembly, and gives the script that loads it.
fn script(folder: &Path, program: &Program) -> Result<String> {
    let digest = Sha256::digest(&program.wasm);
    let name = format!("casualty-compare-{}.wasm", short(&digest));
    fs::write(folder.join(&name), &program.wasm)?;
    let kilobytes = pack::gzip(&program.wasm)?.len().div_ceil(10_000) * 10;
    let wasm = serde_json::json!({
        "name": name,
        "integrity": format!("sha256-{}", BASE64.encode(digest)),
        "kilobytes": kilobytes,
    });
    let element = fs::read_to_string(places::root().join("embed/element.js"))?;
    Ok(format!(
        "{}const STYLES = {};\nconst WASM = {wasm};\nconst VERSION = {};\n\n{element}",
        glue::as_constant(&program.glue)?,
        serde_json::json!(stylesheet()?),
        serde_json::json!(places::version()?),
    ))
}

/// The page's stylesheets as they are inside a shadow tree, and what differs there.
fn stylesheet() -> Result<String> {
    let dist = places::dist();
    let index = fs::read_to_string(dist.join("index.html"))?;
    let mut sheets = String::new();
    for name in site::stylesheets(&index) {
        sheets += &fs::read_to_string(dist.join(name))?;
    }
    sheets += &fs::read_to_string(places::root().join("embed/element.css"))?;
    Ok(styles::for_shadow_tree(&sheets))
}
