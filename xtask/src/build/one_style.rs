//! The built site's stylesheets as one: a single request, without comments, and gzip finds what the parts have in common.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};

use super::{short, squeeze::squeezed};
use crate::site;

/// Puts the stylesheets that index.html names into one file, under a name that holds its hash.
pub fn join(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index)?;
    let mut sheets = String::new();
    for name in site::stylesheets(&html) {
        let file = dist.join(name);
        sheets += &fs::read_to_string(&file)
            .with_context(|| format!("cannot read {}", file.display()))?;
        fs::remove_file(&file)?;
    }
    let sheet = squeezed(&sheets);
    let name = format!("style-{}.css", short(&Sha256::digest(&sheet)));
    fs::write(dist.join(&name), sheet)?;
    fs::write(&index, with_one_link(&html, &name)?)?;
    Ok(())
}

/// The page with one link to `sheet` where the first of its stylesheets stood.
fn with_one_link(html: &str, sheet: &str) -> Result<String> {
    let is_link = |line: &str| !site::stylesheets(line).is_empty();
    let first = html
        .lines()
        .position(is_link)
        .context("index.html links no stylesheet")?;
    let link = format!("<link rel=\"stylesheet\" href=\"./{sheet}\"/>");
    let lines = html.lines().enumerate().filter_map(|(at, line)| {
        if at == first {
            Some(link.as_str())
        } else {
            (!is_link(line)).then_some(line)
        }
    });
    Ok(lines.flat_map(|line| [line, "\n"]).collect())
}

#[cfg(test)]
mod tests {
    use super::with_one_link;

    #[test]
    fn the_first_link_names_the_one_sheet_and_the_others_go() -> anyhow::Result<()> {
        let html = "<head>\n<link rel=\"stylesheet\" href=\"./a.css\"/>\n<link rel=\"icon\" href=\"i.svg\">\n\
                    <link rel=\"stylesheet\" href=\"./b.css\"/>\n</head>\n";
        assert_eq!(
            with_one_link(html, "c.css")?,
            "<head>\n<link rel=\"stylesheet\" href=\"./c.css\"/>\n<link rel=\"icon\" href=\"i.svg\">\n</head>\n"
        );
        assert!(with_one_link("<head></head>", "c.css").is_err());
        Ok(())
    }
}
