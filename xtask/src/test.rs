//! Runs the checks one after the other, goes on after a failure, and ends with a summary.

use std::time::{Duration, Instant};

use anyhow::{Error, Result, bail, ensure};

use crate::steps::{STEPS, Step};

/// How a step ended, and how long it took.
struct Ended {
    name: &'static str,
    took: Duration,
    error: Option<Error>,
}

/// Prints the names of the steps.
pub fn list() -> Result<()> {
    for step in STEPS {
        println!("{}", step.name);
    }
    Ok(())
}

/// Runs every step, or those with one of `names` in their names; an error if one fails.
pub fn test(names: &[&str]) -> Result<()> {
    for name in names {
        ensure!(
            STEPS.iter().any(|step| step.name.contains(name)),
            "no step has {name} in its name"
        );
    }
    let chosen =
        |step: &&Step| names.is_empty() || names.iter().any(|name| step.name.contains(name));
    let mut ended: Vec<Ended> = Vec::new();
    for step in STEPS.iter().filter(chosen) {
        println!("\n== {}", step.name);
        let end = run(step, &ended);
        if let Some(error) = &end.error {
            println!("{}: FAILED: {error:#}", step.name);
        }
        ended.push(end);
    }
    summary(&ended)
}

fn run(step: &Step, before: &[Ended]) -> Ended {
    let start = Instant::now();
    let missing = step.needs.filter(|needed| {
        before
            .iter()
            .any(|end| end.name == *needed && end.error.is_some())
    });
    let outcome = match missing {
        Some(needed) => Err(anyhow::anyhow!("not run, for it needs \"{needed}\"")),
        None => (step.run)(),
    };
    Ended {
        name: step.name,
        took: start.elapsed(),
        error: outcome.err(),
    }
}

fn summary(ended: &[Ended]) -> Result<()> {
    println!();
    for end in ended {
        let verdict = if end.error.is_some() {
            "FAILED"
        } else {
            "passed"
        };
        println!("{verdict}  {:>6.1} s  {}", end.took.as_secs_f64(), end.name);
    }
    let failed = ended.iter().filter(|end| end.error.is_some()).count();
    println!("\n{} passed, {failed} failed", ended.len() - failed);
    if failed > 0 {
        bail!("{failed} of {} steps failed", ended.len());
    }
    Ok(())
}
