//! What is checked before a release, and takes too long for every test: the same bytes from two builds, no folder of the
//! machine in them, sizes, links, licences, advisories.

mod dependencies;
mod links;
mod twice;

use anyhow::{Result, bail, ensure};

/// What a part comes to, where it does not fail.
pub enum Outcome {
    Passed,
    /// Something that it needs is out of reach here.
    NotChecked,
}

/// A part of the check: its name, and what it does.
type Part = (&'static str, fn() -> Result<Outcome>);

/// The quick ones first.
const PARTS: [Part; 4] = [
    ("links", links::check),
    ("licences", dependencies::licences),
    ("advisories", dependencies::advisories),
    ("builds", twice::check),
];

/// Makes every check, or those with one of `names` in their names, and goes on after a failure.
pub fn check(names: &[&str]) -> Result<()> {
    let chosen = |part: &&Part| names.is_empty() || names.iter().any(|name| part.0.contains(name));
    let parts: Vec<&Part> = PARTS.iter().filter(chosen).collect();
    ensure!(
        !parts.is_empty(),
        "the parts are: {}",
        PARTS.map(|(name, _)| name).join(", ")
    );
    let mut failed = Vec::new();
    for (name, run) in parts {
        println!("\n== {name}");
        match run() {
            Ok(Outcome::Passed) => println!("{name}: passed"),
            Ok(Outcome::NotChecked) => println!("{name}: NOT CHECKED"),
            Err(error) => {
                println!("{name}: FAILED: {error:#}");
                failed.push(*name);
            }
        }
    }
    if !failed.is_empty() {
        bail!("not ready for a release: {}", failed.join(", "));
    }
    Ok(())
}
