//! Where things are: the project's root, its build directory, its dist folder.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use anyhow::{Context, Result};

/// The project's root: the folder above this crate.
///
/// `cargo run` says where the crate is; what was so when it was compiled may be another checkout that shares the build
/// directory.
pub fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let here = env::var_os("CARGO_MANIFEST_DIR");
        let here = here.map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        here.parent().map_or_else(PathBuf::new, Path::to_owned)
    });
    &ROOT
}

/// Cargo's build directory, as Cargo itself would choose it here.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The version of the project, as Cargo.toml has it.
pub fn version() -> Result<String> {
    let text = fs::read_to_string(root().join("Cargo.toml")).context("cannot read Cargo.toml")?;
    let manifest: toml::Table = toml::from_str(&text).context("Cargo.toml is not TOML")?;
    let version = (manifest.get("package")).and_then(|package| package.get("version"));
    let version = version.and_then(toml::Value::as_str);
    Ok(version.context("Cargo.toml has no version")?.to_owned())
}

/// The built site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The end-to-end tests with their own packages.
pub fn end_to_end() -> PathBuf {
    root().join("tests/e2e")
}
