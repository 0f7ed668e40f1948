//! Weighs each file of dist/, raw and compressed, and holds each product against the checked-in budget.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use crate::build::one_file;
use crate::{pack, places, stamp};

/// What a visitor loads: counted against the budget.
const COUNTED: [&str; 4] = ["wasm", "js", "css", "html"];

/// tests/size-budget.toml: the limits of each product.
type Budget = BTreeMap<String, Limits>;

/// Bytes that the counted files of a product may take together; what is not named has no limit.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Limits {
    raw: Option<usize>,
    /// Each file at gzip's best level.
    gzip: Option<usize>,
}

/// Sizes in bytes.
#[derive(Clone, Copy, Default)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the table; an error if a product weighs more than its budget.
pub fn check() -> Result<()> {
    let files = files()?;
    print!("{}", print(&files));
    let mut over = Vec::new();
    for (name, limits) in budget()? {
        let sum = sum(&files, &name);
        ensure!(
            sum.raw > 0,
            "the budget names {name}, which dist/ does not hold"
        );
        for (what, bytes, limit) in [
            ("raw", sum.raw, limits.raw),
            ("gzip", sum.gzip, limits.gzip),
        ] {
            let Some(limit) = limit else { continue };
            let percent = 100.0 * bytes as f64 / limit as f64;
            println!("budget of {name}: {bytes} of {limit} bytes {what} ({percent:.1} %)");
            if bytes > limit {
                over.push(format!(
                    "{name} is {} bytes {what} over its budget",
                    bytes - limit
                ));
            }
        }
    }
    if !over.is_empty() {
        bail!("{}", over.join("; "));
    }
    Ok(())
}

/// The table alone.
pub fn table() -> Result<String> {
    Ok(print(&files()?))
}

fn budget() -> Result<Budget> {
    let file = places::root().join("tests/size-budget.toml");
    let text =
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    toml::from_str(&text).with_context(|| format!("{}", file.display()))
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

/// Which product a file of dist/ belongs to: the page, the one-file page, or the one that its folder is named after.
fn product(name: &Path) -> String {
    let mut parts = name.components();
    match (parts.next(), parts.next()) {
        (Some(folder), Some(_)) => folder.as_os_str().to_string_lossy().into_owned(),
        _ if name == Path::new(one_file::NAME) => "one_file".to_owned(),
        _ => "page".to_owned(),
    }
}

/// What the counted files of a product weigh.
fn sum(files: &[(PathBuf, Weight)], of: &str) -> Weight {
    let counted = files
        .iter()
        .filter(|(name, _)| is_counted(name) && product(name) == of);
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
    let mut products: Vec<String> = files.iter().map(|(name, _)| product(name)).collect();
    products.sort_unstable();
    products.dedup();
    for of in products {
        numbers(&format!("{of}: wasm + js + css + html"), sum(files, &of));
    }
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
    Ok(Weight {
        raw: bytes.len(),
        gzip: pack::gzip(bytes)?.len(),
        brotli: pack::brotli(bytes)?.len(),
    })
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{Weight, is_counted, product, sum, weigh};

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
            (PathBuf::from("embed/c.js"), weight),
        ];
        assert_eq!(sum(&files, "page").gzip, 5);
        assert_eq!(sum(&files, "embed").raw, 10);
    }

    #[test]
    fn a_file_belongs_to_one_product() {
        assert_eq!(product(Path::new("index.html")), "page");
        assert_eq!(product(Path::new("casualty-compare.html")), "one_file");
        assert_eq!(product(Path::new("embed/casualty-compare.html")), "embed");
    }

    #[test]
    fn repetition_compresses() -> anyhow::Result<()> {
        let weight = weigh(&[b'a'; 10_000])?;
        assert_eq!(weight.raw, 10_000);
        assert!(weight.gzip < 100 && weight.brotli < 100);
        Ok(())
    }
}
