//! The links of the documents: files that are there, headings that are there, addresses that are well formed.
//!
//! Nothing is fetched: whether an address answers today says little about the project.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

use super::Outcome;
use crate::{places, run};

/// Checks every Markdown file that git knows.
pub fn check() -> Result<Outcome> {
    let mut list = run::command("git");
    list.args([
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
        "--",
        "*.md",
    ]);
    let names = run::keep(&mut list)?;
    let (mut seen, mut faults) = (0, Vec::new());
    for name in names.lines() {
        let file = places::root().join(name);
        for target in links(&fs::read_to_string(&file)?) {
            seen += 1;
            if let Some(fault) = fault(&file, &target) {
                faults.push(format!("{name}: ({target}) {fault}"));
            }
        }
    }
    println!("{seen} links in {} documents", names.lines().count());
    ensure!(faults.is_empty(), "\n{}", faults.join("\n"));
    Ok(Outcome::Passed)
}

/// The targets of the links and pictures of a text, outside code.
fn links(markdown: &str) -> Vec<String> {
    let prose = without_code(markdown);
    let parts = prose.split("](").skip(1);
    parts
        .filter_map(|part| part.split_once(')'))
        .map(|(target, _)| target.to_owned())
        .collect()
}

/// The text without its fenced blocks and what stands between backticks.
fn without_code(markdown: &str) -> String {
    let mut fenced = false;
    let mut prose = String::new();
    for line in markdown.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            let outside = line.split('`').step_by(2);
            prose.extend(outside);
            prose.push('\n');
        }
    }
    prose
}

/// What is wrong with a link in `file`, if anything is.
fn fault(file: &Path, target: &str) -> Option<&'static str> {
    if target.contains(char::is_whitespace) {
        return Some("has a space");
    }
    if let Some((scheme, rest)) = target.split_once("://") {
        let host = rest.split('/').next().unwrap_or_default();
        let local = host.starts_with("127.0.0.1") || host.starts_with("localhost");
        let known = scheme == "https" || (scheme == "http" && local);
        return (!known || host.is_empty()).then_some("is no https address");
    }
    if target.starts_with("mailto:") {
        return None;
    }
    let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
    let found = match path {
        "" => file.to_owned(),
        path => file.parent()?.join(path),
    };
    if !found.exists() {
        return Some("leads to no file");
    }
    if anchor.is_empty() {
        return None;
    }
    let text = fs::read_to_string(&found).unwrap_or_default();
    let has = headings(&text).any(|heading| heading == anchor);
    (!has).then_some("leads to no heading")
}

/// The anchors of the headings, as hosts of Markdown make them.
fn headings(markdown: &str) -> impl Iterator<Item = String> {
    let mut fenced = false;
    let lines = markdown.lines().filter(move |line| {
        fenced ^= line.trim_start().starts_with("```");
        !fenced && line.starts_with('#')
    });
    lines.map(|line| {
        let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
        let words = line.trim_start_matches('#').trim().to_lowercase();
        words
            .chars()
            .filter(kept)
            .collect::<String>()
            .replace(' ', "-")
    })
}

#[cfg(test)]
mod tests {
    use super::{fault, headings, links};
    use crate::places;

    #[test]
    fn links_are_found_outside_code() {
        let text = "[a](b.md) and `[c](d)`\n```md\n[e](f)\n```\n![g](h.png)";
        assert_eq!(links(text), ["b.md", "h.png"]);
    }

    #[test]
    fn headings_give_anchors() {
        let text = "# One\n## Two, and `three`\n```sh\n# no heading\n```";
        assert_eq!(headings(text).collect::<Vec<_>>(), ["one", "two-and-three"]);
    }

    #[test]
    fn broken_links_are_faults() {
        let file = places::root().join("README.md");
        for right in [
            "LICENSE-MIT",
            "docs/api.md#rust",
            "#limits",
            "https://nodejs.org",
        ] {
            assert_eq!(fault(&file, right), None, "{right}");
        }
        for wrong in [
            "nothing.md",
            "docs/api.md#nothing",
            "#nothing",
            "http://nodejs.org",
            "https:///",
        ] {
            assert!(fault(&file, wrong).is_some(), "{wrong}");
        }
    }
}
