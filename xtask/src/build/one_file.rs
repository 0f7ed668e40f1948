//! casualty-compare.html: the built site in one file that opens by double click and may connect to nothing.
//!
//! The stylesheets and the script stand in the file and are named in its policy by their hashes. The WebAssembly stands
//! there too, packed with gzip and written in base64; boot-one-file.js unpacks it.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest as _, Sha256};

use super::{glue, hexadecimal};
use crate::pack::gzip;
use crate::{places, site};

/// The name of the file in dist/.
pub const NAME: &str = "casualty-compare.html";

/// What the site says of its loading, and the one file has nothing of.
const LOADS: &str = " (about 350 kB, once)";

/// Makes the file out of the site in dist/, with its SHA-256 beside it.
pub fn build() -> Result<()> {
    let dist = places::dist();
    let page = make(&dist).context("casualty-compare.html could not be made from dist/")?;
    fs::write(dist.join(NAME), &page)?;
    let sum = sum(&page);
    // The form that `sha256sum --check` and `shasum --check` read.
    fs::write(
        dist.join(format!("{NAME}.sha256")),
        format!("{sum}  {NAME}\n"),
    )?;
    eprintln!("{NAME}: {} bytes, SHA-256 {sum}", page.len());
    Ok(())
}

fn make(dist: &Path) -> Result<String> {
    let index = read(dist, "index.html")?;
    let styles = site::stylesheets(&index)
        .into_iter()
        .map(|name| read(dist, name))
        .collect::<Result<Vec<_>>>()?
        .join("\n");
    let (glue_name, wasm_name) = site::program(&index)?;
    let glue = glue::as_constant(&read(dist, glue_name)?)?;
    let boot = fs::read_to_string(places::root().join("boot-one-file.js"))?;
    let script = format!("{glue}{boot}");
    let wasm = BASE64.encode(gzip(&fs::read(dist.join(wasm_name))?)?);
    let icon = BASE64.encode(fs::read(dist.join("icon.svg"))?);

    let head = format!(
        "<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         {}\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{icon}\">\n\
         <style>{styles}</style>\n\
         <script id=\"packed\" type=\"application/gzip\">{wasm}</script>\n\
         <script type=\"module\">{script}</script>\n",
        policy(&script, &styles),
        described(&index),
    );
    let body = between(&index, "<body>", "</body>").context("index.html has no body")?;
    ensure!(
        body.contains(LOADS),
        "index.html does not say how much it loads:{LOADS}"
    );
    let body = body.replace(LOADS, "");
    Ok(format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n{head}</head>\n<body>{body}</body>\n</html>\n"
    ))
}

/// The file needs nothing but what stands in it, and is allowed nothing else.
fn policy(script: &str, styles: &str) -> String {
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; base-uri 'none'; \
         form-action 'none'",
        source(script),
        source(styles)
    )
}

/// A text of the page as its policy names it.
fn source(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)))
}

/// The lines of the head that only describe the page: its title and what is named.
fn described(index: &str) -> String {
    let kept = |line: &&str| line.starts_with("<title>") || line.starts_with("<meta name=");
    index
        .lines()
        .filter(kept)
        .fold(String::new(), |mut out, line| {
            let _ = writeln!(out, "{line}");
            out
        })
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let (_, after) = text.split_once(start)?;
    after.split_once(end).map(|(inside, _)| inside)
}

fn read(dist: &Path, name: &str) -> Result<String> {
    let file = dist.join(name);
    let text =
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    ensure!(
        !text.contains("</style"),
        "{name} would end a style element"
    );
    Ok(text)
}

/// The SHA-256 of a text in hexadecimal digits.
fn sum(text: &str) -> String {
    hexadecimal(&Sha256::digest(text))
}

#[cfg(test)]
mod tests {
    use super::{policy, sum};

    #[test]
    fn the_policy_names_what_stands_in_the_file_by_its_hash() {
        let policy = policy("", "");
        // The hash of nothing, as every implementation has it.
        let empty = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        assert!(policy.starts_with(&format!(
            "default-src 'none'; script-src {empty} 'wasm-unsafe-eval'; style-src {empty};"
        )));
        assert!(!policy.contains("unsafe-inline") && !policy.contains("connect-src"));
    }

    #[test]
    fn sums_are_in_hexadecimal_digits() {
        assert_eq!(
            sum("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
