//! The crates that are used: their licences and sources as deny.toml allows them, and what is known against them.

use anyhow::{Context, Result};

use super::Outcome;
use crate::{run, tools};

/// Licences, wildcard versions and registries, from what Cargo.lock names.
pub fn licences() -> Result<Outcome> {
    let mut deny = tools::cargo_deny()?;
    run::show(deny.args(["check", "licenses", "bans", "sources"]))?;
    Ok(Outcome::Passed)
}

/// Known advisories. Without a way to their database nothing is known, which is said and is no failure.
pub fn advisories() -> Result<Outcome> {
    if let Err(why) = run::keep(tools::cargo_deny()?.args(["fetch", "db"])) {
        println!("{why:#}");
        println!("The database of advisories could not be reached. Run this again with a network.");
        return Ok(Outcome::NotChecked);
    }
    let mut deny = tools::cargo_deny()?;
    // The database that was just fetched.
    run::show(deny.args(["--offline", "check", "advisories"]))
        .context("an advisory stands against a crate that is used")?;
    Ok(Outcome::Passed)
}
