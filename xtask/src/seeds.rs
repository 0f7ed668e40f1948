//! Scores the command line on the seed articles: every required figure found, and nothing else read as one.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{places, run};

/// Runs the release command line over the articles of `FOLDER/seeds/gold.jsonl` and prints the score.
///
/// An error unless precision and recall, counted strictly, are both 1.
pub fn check(folder: &Path) -> Result<()> {
    let folder = folder
        .canonicalize()
        .with_context(|| format!("no folder {}", folder.display()))?;
    let gold = folder.join("seeds/gold.jsonl");
    let work = places::target().join("xtask");
    fs::create_dir_all(&work)?;
    let [articles, claims, figures] =
        ["articles", "claims", "figures"].map(|name| work.join(format!("seeds-{name}.jsonl")));

    fs::write(&articles, texts_alone(&gold)?)?;
    read(&articles, &claims)?;
    let converted = run::keep(python(&folder, "claims_to_figures.py").args([&gold, &claims]))?;
    fs::write(&figures, converted)?;

    let scored = |how: &str| {
        run::keep(
            python(&folder, "score_claims.py")
                .args([&gold, &figures])
                .arg(how),
        )
    };
    print!("{}", scored("--per-article")?);
    let score: Value =
        serde_json::from_str(&scored("--json")?).context("the scorer's answer is no JSON")?;
    if !is_perfect(&score) {
        print!("{}", scored("--errors")?);
    }
    ensure!(is_perfect(&score), "the seeds are not read exactly");
    println!("seeds: strict precision 1, strict recall 1");
    Ok(())
}

/// The articles without their answers: only what the reader may see.
fn texts_alone(gold: &Path) -> Result<String> {
    let rows =
        fs::read_to_string(gold).with_context(|| format!("cannot read {}", gold.display()))?;
    rows.lines()
        .map(|row| {
            let row: Value = serde_json::from_str(row)?;
            Ok(json!({ "id": row["id"], "text": row["text"] }).to_string() + "\n")
        })
        .collect()
}

/// Feeds the articles to `--jsonl` of the release command line.
fn read(articles: &Path, claims: &Path) -> Result<()> {
    let mut reader = run::cargo([
        "run",
        "--quiet",
        "--locked",
        "--release",
        "--no-default-features",
        "--features",
        "cli",
        "--bin",
        "casualty-compare",
        "--",
        "--jsonl",
    ]);
    reader
        .stdin(File::open(articles)?)
        .stdout(File::create(claims)?);
    run::show(&mut reader)
}

fn python(folder: &Path, script: &str) -> Command {
    let mut python = run::command("python3");
    python.arg(folder.join("tools").join(script));
    python
}

fn is_perfect(score: &Value) -> bool {
    let one = |name: &str| score.pointer(name).and_then(Value::as_f64) == Some(1.0);
    one("/strict/precision") && one("/strict/recall")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::is_perfect;

    #[test]
    fn only_one_and_one_is_perfect() {
        let score = |precision: f64, recall: f64| json!({ "strict": { "precision": precision, "recall": recall } });
        assert!(is_perfect(&score(1.0, 1.0)));
        assert!(!is_perfect(&score(1.0, 0.98)));
        assert!(!is_perfect(&score(0.98, 1.0)));
        assert!(!is_perfect(&json!({})));
    }
}
