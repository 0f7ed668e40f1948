//! Runs the benchmarks: the reader in a native program, and the built page in a browser.

use anyhow::Result;

use crate::{build, end_to_end, node, run};

/// What is measured.
#[derive(Clone, Copy)]
pub enum Part {
    /// Text read per second, natively.
    Extract,
    /// A keystroke to the updated table, and one article read, in a browser.
    Page,
}

/// Runs the benchmarks one after the other; each prints its own table.
pub fn bench(parts: &[Part]) -> Result<()> {
    parts.iter().try_for_each(|part| match part {
        Part::Extract => extract(),
        Part::Page => page(),
    })
}

fn extract() -> Result<()> {
    run::show(&mut run::cargo([
        "bench",
        "--locked",
        "--no-default-features",
        "--bench",
        "extract",
    ]))
}

fn page() -> Result<()> {
    build::build()?;
    let mut script = node::node()?;
    script.arg("benches/page.mjs");
    end_to_end::prepare(&mut script)?;
    run::show(&mut script)
}
