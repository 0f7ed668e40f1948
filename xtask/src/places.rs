//! Where things are: the project's root, its build directory, its dist folder.

use std::env;
use std::path::{Path, PathBuf};

/// The project's root: the folder above this crate.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."))
}

/// Cargo's build directory, as Cargo itself would choose it here.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The built site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The end-to-end tests with their own packages.
pub fn end_to_end() -> PathBuf {
    root().join("tests/e2e")
}
