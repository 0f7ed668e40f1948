//! Runs the fuzz targets with cargo-fuzz, which needs a nightly toolchain. They start from the texts of tests/articles
//! and tests/cases, and mix in the words of the lexicon.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

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
    let words = dictionary()?;
    for target in targets
        .iter()
        .filter(|target| names.is_empty() || names.contains(&target.as_str()))
    {
        println!("\n== fuzz {target}, {seconds} s");
        seed(target)?;
        let mut fuzz = run::command("rustup");
        fuzz.args(["run", "nightly", "cargo", "fuzz", "run", target]);
        // The library forbids unsafe code: a sanitizer would watch over nothing but what is kept for the whole run.
        fuzz.args(["--sanitizer", "none", "--"]);
        fuzz.args([
            &format!("-max_total_time={seconds}"),
            "-timeout=10",
            "-max_len=65536",
            "-print_final_stats=1",
            &format!("-dict={}", words.display()),
        ]);
        run::show(fuzz.env("PATH", &path))?;
    }
    Ok(())
}

/// Puts our own texts into the corpus of a target: each alone, and each with the next one as two articles.
fn seed(target: &str) -> Result<()> {
    let corpus = places::root().join("fuzz/corpus").join(target);
    fs::create_dir_all(&corpus)?;
    let texts = own_texts()?;
    for (number, text) in texts.iter().enumerate() {
        fs::write(corpus.join(format!("own-{number}")), text)?;
    }
    for (number, pair) in texts.windows(2).enumerate() {
        fs::write(
            corpus.join(format!("own-pair-{number}")),
            pair.join("\n---\n"),
        )?;
    }
    Ok(())
}

/// The texts of tests/articles and tests/cases.
fn own_texts() -> Result<Vec<String>> {
    let tests = places::root().join("tests");
    let mut texts = Vec::new();
    for file in files(&tests.join("articles"), "txt")? {
        texts.push(fs::read_to_string(file)?);
    }
    for file in files(&tests.join("cases"), "toml")? {
        let cases: toml::Table = fs::read_to_string(&file)?
            .parse()
            .with_context(|| format!("{}", file.display()))?;
        let cases = cases.get("case").and_then(toml::Value::as_array);
        let text = |case: &toml::Value| case.get("text")?.as_str().map(str::to_owned);
        texts.extend(cases.into_iter().flatten().filter_map(text));
    }
    Ok(texts)
}

/// Writes the words of the lexicon as libFuzzer reads them; gives the file.
fn dictionary() -> Result<PathBuf> {
    let mut words = BTreeSet::new();
    for file in files(&places::root().join("src/extract/lexicon/en"), "txt")? {
        let table = fs::read_to_string(file)?;
        let entries = table.lines().filter(|line| !line.starts_with('#'));
        let plain = |word: &&str| {
            word.bytes()
                .all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\'))
        };
        let lines = entries.flat_map(str::split_whitespace).filter(plain);
        words.extend(lines.map(|word| format!("\"{} \"\n", word.replace('_', " "))));
    }
    let file = places::target().join("xtask").join("fuzz.dict");
    fs::create_dir_all(places::target().join("xtask"))?;
    fs::write(&file, words.into_iter().collect::<String>())?;
    Ok(file)
}

/// The files of a folder with this extension, by name.
fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    files.retain(|file| file.extension().is_some_and(|found| found == extension));
    files.sort();
    Ok(files)
}

/// The targets that fuzz/fuzz_targets/ holds.
fn targets() -> Result<Vec<String>> {
    let targets = files(&places::root().join("fuzz/fuzz_targets"), "rs")?;
    let name = |file: &PathBuf| Some(file.file_stem()?.to_string_lossy().into_owned());
    Ok(targets.iter().filter_map(name).collect())
}
