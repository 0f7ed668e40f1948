//! The built site's stylesheets as one: a single request, without comments, and gzip finds what the parts have in common.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};

use super::hexadecimal;
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
    let hash: String = hexadecimal(&Sha256::digest(&sheet))
        .chars()
        .take(16)
        .collect();
    let name = format!("style-{hash}.css");
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

/// A stylesheet without comments, indentation and empty lines. Comments begin a line, here as in style/.
fn squeezed(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut in_comment = false;
    for line in css.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if !in_comment && !line.is_empty() {
            out.push_str(line);
            out.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{squeezed, with_one_link};

    #[test]
    fn comments_and_indentation_go_and_rules_stay() {
        let css =
            "/* One */\na {\n  b: c;\n}\n\n  /* of\n     two lines */\nd { e: \"f /* g */\" }\n";
        assert_eq!(squeezed(css), "a {\nb: c;\n}\nd { e: \"f /* g */\" }\n");
    }

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
