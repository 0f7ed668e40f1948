//! Runs the fuzz targets with cargo-fuzz, which needs a nightly toolchain.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::{places, run, tools};

const SECONDS: &str = "60";

/// Runs one target, or all, for a number of seconds each; an error at the first find.
pub fn fuzz(words: &[&str]) -> Result<()> {
    let targets = targets()?;
    let (seconds, names): (Vec<&str>, Vec<&str>) = words
        .iter()
        .partition(|word| word.chars().all(|digit| digit.is_ascii_digit()));
    for name in &names {
        ensure!(
            targets.iter().any(|target| target == name),
            "no fuzz target {name}; there are: {}",
            targets.join(", ")
        );
    }
    ensure!(
        run::keep(run::command("rustup").args(["run", "nightly", "rustc", "--version"])).is_ok(),
        "fuzzing needs a nightly toolchain: rustup toolchain install nightly --profile minimal"
    );
    let path = tools::path_with_cargo_fuzz()?;
    let seconds = seconds.first().unwrap_or(&SECONDS);
    for target in targets
        .iter()
        .filter(|target| names.is_empty() || names.contains(&target.as_str()))
    {
        println!("\n== fuzz {target}, {seconds} s");
        let mut fuzz = run::command("rustup");
        fuzz.args(["run", "nightly", "cargo", "fuzz", "run", target]);
        // The library forbids unsafe code: a sanitizer would watch over nothing but what is kept for the whole run.
        fuzz.args(["--sanitizer", "none", "--"]);
        fuzz.args([
            &format!("-max_total_time={seconds}"),
            "-timeout=10",
            "-max_len=65536",
        ]);
        run::show(fuzz.env("PATH", &path))?;
    }
    Ok(())
}

/// The targets that fuzz/fuzz_targets/ holds.
fn targets() -> Result<Vec<String>> {
    let folder = places::root().join("fuzz/fuzz_targets");
    let entries =
        fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut names = entries
        .map(|entry| {
            Ok(entry?
                .path()
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned())
        })
        .collect::<Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}
