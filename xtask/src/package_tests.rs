//! Runs tests/package: the npm package of dist/ in Node, against its types, its schema and the command line.

use anyhow::{Result, ensure};

use crate::{node, places, run, stamp};

/// Where the tests find the command line.
const PROGRAM: &str = "CASUALTY_COMPARE_PROGRAM";

/// Runs every test file on the built package and the built command line.
pub fn run() -> Result<()> {
    node::install_packages(&places::end_to_end())?;
    let program = places::target()
        .join("release/casualty-compare")
        .with_extension(std::env::consts::EXE_EXTENSION);
    ensure!(
        program.is_file(),
        "the command line is not built; run: cargo xtask test \"build: command line\""
    );
    let folder = places::root().join("tests/package");
    let mut tests = node::node()?;
    tests.arg("--test").env(PROGRAM, program);
    // File by file: what Node makes of a folder changes between its versions.
    for file in stamp::files(&folder)? {
        if file.to_string_lossy().ends_with(".test.mjs") {
            tests.arg(file);
        }
    }
    run::show(&mut tests)
}
