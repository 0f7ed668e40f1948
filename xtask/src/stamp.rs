//! Tells whether dist/ still is what the sources give, so that a second build takes no time.
//!
//! The stamp holds a hash of everything the page is made from and a hash of dist/ itself: when either has
//! changed, by hand or by another build, the page is built again.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::places;

/// What the page is made from: files, and folders with all that they hold.
const SOURCES: [&str; 17] = [
    ".cargo",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "rust-toolchain.toml",
    "boot.js",
    "boot-one-file.js",
    "index.html",
    "docs/gallery",
    "embed",
    "CHANGELOG.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "package",
    "src",
    "style",
    "xtask",
];

/// Whether dist/ was built from the sources as they are now, and is untouched since.
pub fn is_fresh() -> Result<bool> {
    let kept = fs::read_to_string(file()).unwrap_or_default();
    Ok(places::dist().is_dir() && kept == stamp()?)
}

/// Notes that dist/ was built just now from the sources as they are.
pub fn keep() -> Result<()> {
    let file = file();
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&file, stamp()?).with_context(|| format!("cannot write {}", file.display()))
}

fn file() -> PathBuf {
    places::target().join("xtask").join("dist.stamp")
}

fn stamp() -> Result<String> {
    let sources = SOURCES.map(|name| places::root().join(name));
    Ok(format!(
        "{:016x} {:016x}\n",
        hash(&sources)?,
        hash(&[places::dist()])?
    ))
}

fn hash(places: &[PathBuf]) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    for place in places.iter().filter(|place| place.exists()) {
        for file in files(place)? {
            file.hash(&mut hasher);
            fs::read(&file)
                .with_context(|| format!("cannot read {}", file.display()))?
                .hash(&mut hasher);
        }
    }
    Ok(hasher.finish())
}

/// Every file at or under a place, in one fixed order.
pub fn files(place: &Path) -> Result<Vec<PathBuf>> {
    if place.is_file() {
        return Ok(vec![place.to_owned()]);
    }
    let mut entries = fs::read_dir(place)
        .and_then(|entries| {
            entries
                .map(|entry| Ok(entry?.path()))
                .collect::<Result<Vec<_>, _>>()
        })
        .with_context(|| format!("cannot read {}", place.display()))?;
    entries.sort();
    let nested = entries
        .iter()
        .map(|entry| files(entry))
        .collect::<Result<Vec<_>>>()?;
    Ok(nested.concat())
}
