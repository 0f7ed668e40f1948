//! Weighs each file of the built site, raw and compressed, and holds the sum against the checked-in budget.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use flate2::{Compression, write::GzEncoder};
use serde::Deserialize;

use crate::{places, stamp};

/// What a visitor loads to have the page: counted against the budget.
const COUNTED: [&str; 4] = ["wasm", "js", "css", "html"];

/// tests/size-budget.toml.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    page: PageBudget,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PageBudget {
    /// Bytes that wasm, js, css and html may take together, each file at gzip's best level.
    gzip: usize,
}

/// Sizes in bytes.
#[derive(Clone, Copy, Default)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the table; an error if the page weighs more than its budget.
pub fn check() -> Result<()> {
    let files = files()?;
    let sum = sum(&files);
    let budget = budget()?;
    print!("{}", print(&files));
    let percent = 100.0 * sum.gzip as f64 / budget as f64;
    println!(
        "budget: {} of {budget} bytes gzip ({percent:.1} %)",
        sum.gzip
    );
    ensure!(
        sum.gzip <= budget,
        "the page is {} bytes over its budget",
        sum.gzip - budget
    );
    Ok(())
}

/// The table alone.
pub fn table() -> Result<String> {
    Ok(print(&files()?))
}

fn budget() -> Result<usize> {
    let file = places::root().join("tests/size-budget.toml");
    let text =
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let budget: Budget = toml::from_str(&text).with_context(|| format!("{}", file.display()))?;
    Ok(budget.page.gzip)
}

fn files() -> Result<Vec<(PathBuf, Weight)>> {
    let dist = places::dist();
    ensure!(
        dist.join("index.html").is_file(),
        "there is no built site; run: cargo xtask build"
    );
    stamp::files(&dist)?
        .into_iter()
        .map(|file| {
            let weight = weigh(&fs::read(&file)?)?;
            let name = file.strip_prefix(&dist).map(Path::to_owned).unwrap_or(file);
            Ok((name, weight))
        })
        .collect()
}

fn sum(files: &[(PathBuf, Weight)]) -> Weight {
    let counted = files.iter().filter(|(name, _)| is_counted(name));
    counted.fold(Weight::default(), |sum, (_, weight)| Weight {
        raw: sum.raw + weight.raw,
        gzip: sum.gzip + weight.gzip,
        brotli: sum.brotli + weight.brotli,
    })
}

fn is_counted(name: &Path) -> bool {
    let extension = name.extension().unwrap_or_default();
    COUNTED.iter().any(|counted| extension == *counted)
}

fn print(files: &[(PathBuf, Weight)]) -> String {
    let mut out = String::new();
    row(&mut out, "file", ["raw", "gzip", "brotli"]);
    let mut numbers = |name: &str, weight: Weight| {
        row(
            &mut out,
            name,
            [weight.raw, weight.gzip, weight.brotli].map(|bytes| bytes.to_string()),
        );
    };
    for (name, weight) in files {
        numbers(&name.to_string_lossy(), *weight);
    }
    numbers("wasm + js + css + html", sum(files));
    out
}

fn row(out: &mut String, name: &str, columns: [impl AsRef<str>; 3]) {
    let [raw, gzip, brotli] = columns;
    let _ = writeln!(
        out,
        "{name:<48} {:>9} {:>9} {:>9}",
        raw.as_ref(),
        gzip.as_ref(),
        brotli.as_ref()
    );
}

fn weigh(bytes: &[u8]) -> Result<Weight> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    // Quality 11 and a window of 4 MB: what a static host would do ahead of time.
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    brotli.write_all(bytes)?;
    Ok(Weight {
        raw: bytes.len(),
        gzip: gzip.finish()?.len(),
        brotli: brotli.into_inner().len(),
    })
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{Weight, is_counted, sum, weigh};

    #[test]
    fn only_what_a_visitor_loads_counts() {
        assert!(is_counted(Path::new("casualty-compare-1f_bg.wasm")));
        assert!(!is_counted(Path::new("icon.svg")));
        let weight = Weight {
            raw: 10,
            gzip: 5,
            brotli: 4,
        };
        let files = [
            (PathBuf::from("a.js"), weight),
            (PathBuf::from("b.svg"), weight),
        ];
        assert_eq!(sum(&files).gzip, 5);
    }

    #[test]
    fn repetition_compresses() -> anyhow::Result<()> {
        let weight = weigh(&[b'a'; 10_000])?;
        assert_eq!(weight.raw, 10_000);
        assert!(weight.gzip < 100 && weight.brotli < 100);
        Ok(())
    }
}
