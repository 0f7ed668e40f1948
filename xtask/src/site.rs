//! Looks over the built site: its policy stands first, and nothing in it would be refused or leave the folder.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

/// An error that names what a browser would refuse, or what would ask another host.
pub fn check(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let html =
        fs::read_to_string(&index).with_context(|| format!("cannot read {}", index.display()))?;
    check_page(&html).context("the built index.html is not fit to ship")
}

/// The stylesheets that the page loads, in their order, by their paths from the page.
pub fn stylesheets(html: &str) -> Vec<&str> {
    tags(html)
        .filter(|(_, tag)| name(tag) == "link" && attribute(tag, "rel") == Some("stylesheet"))
        .filter_map(|(_, tag)| attribute(tag, "href"))
        .collect()
}

/// The glue and the WebAssembly that the page loads, by their paths from the page.
///
/// # Errors
/// If its starting script names none.
pub fn program(html: &str) -> Result<(&str, &str)> {
    tags(html)
        .find_map(|(_, tag)| attribute(tag, "data-glue").zip(attribute(tag, "data-wasm")))
        .context("no script of the built index.html names the program")
}

fn check_page(html: &str) -> Result<()> {
    let policy = html
        .find("Content-Security-Policy")
        .context("it has no Content-Security-Policy")?;
    for (at, tag) in tags(html) {
        check_tag(tag)?;
        let loads = ["script", "link", "img"].contains(&name(tag));
        ensure!(
            at > policy || !loads,
            "this stands before the policy: <{tag}>"
        );
    }
    Ok(())
}

fn check_tag(tag: &str) -> Result<()> {
    if name(tag) == "script" && attribute(tag, "src").is_none() {
        bail!("it has a script without a file, which its policy refuses");
    }
    ensure!(
        name(tag) != "style",
        "it has a style element, which its policy refuses"
    );
    ensure!(
        attribute(tag, "style").is_none(),
        "it has a style attribute, which its policy refuses: <{tag}>"
    );
    // Where an `a` leads is the reader's to follow; everything else is loaded.
    if name(tag) != "a" {
        for reference in ["src", "href"]
            .iter()
            .filter_map(|name| attribute(tag, name))
        {
            check_reference(reference)?;
        }
    }
    Ok(())
}

/// Everything that the page loads stands in its own folder, wherever that is served.
fn check_reference(reference: &str) -> Result<()> {
    let has_scheme = reference.contains(':') && !reference.starts_with("data:");
    ensure!(
        !has_scheme && !reference.starts_with('/'),
        "it refers to {reference}, which is not a path from its own folder"
    );
    Ok(())
}

/// The inside of each opening tag, and where it stands.
fn tags(html: &str) -> impl Iterator<Item = (usize, &str)> {
    html.match_indices('<').filter_map(|(at, _)| {
        let (tag, _) = html.get(at + 1..)?.split_once('>')?;
        tag.starts_with(|first: char| first.is_ascii_alphabetic())
            .then_some((at, tag))
    })
}

fn name(tag: &str) -> &str {
    tag.split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default()
}

/// An attribute's value, with or without quotes around it.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = tag.split_once(&format!(" {name}="))?;
    match after.chars().next()? {
        quote @ ('"' | '\'') => after[1..].split(quote).next(),
        _ => after.split(char::is_whitespace).next(),
    }
}

#[cfg(test)]
mod tests {
    use super::{check_page, program, stylesheets};

    const POLICY: &str =
        r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"#;

    fn verdict(after: &str) -> Option<String> {
        check_page(&format!(
            "<!doctype html><html><head>{POLICY}{after}</head></html>"
        ))
        .err()
        .map(|error| error.to_string())
    }

    #[test]
    fn a_page_of_own_files_is_fit() {
        let own = r#"<link rel="stylesheet" href="./a.css"><link rel="icon" href="icon.svg"><script type="module" src="./boot.js"></script>"#;
        assert_eq!(verdict(own), None);
    }

    #[test]
    fn what_the_policy_refuses_is_named() {
        for (page, word) in [
            ("<script>go()</script>", "script without a file"),
            ("<style>a{}</style>", "style element"),
            (r#"<p style="color:red">"#, "style attribute"),
            (
                r#"<script src="https://example.org/a.js"></script>"#,
                "https://example.org/a.js",
            ),
            (r#"<link rel=stylesheet href=/a.css>"#, "/a.css"),
        ] {
            let said = verdict(page).unwrap_or_default();
            assert!(said.contains(word), "{page}: {said}");
        }
    }

    #[test]
    fn what_a_page_loads_is_found() -> anyhow::Result<()> {
        let page = r#"<link rel="icon" href="i.svg"><link rel="stylesheet" href="./a.css"/><script src="./boot.js" data-glue="./g.js" data-wasm="./w.wasm"></script>"#;
        assert_eq!(stylesheets(page), ["./a.css"]);
        assert_eq!(program(page)?, ("./g.js", "./w.wasm"));
        assert!(program("<script src=a.js></script>").is_err());
        Ok(())
    }

    #[test]
    fn a_page_without_policy_or_with_a_script_before_it_is_not_fit() {
        assert!(check_page("<html></html>").is_err());
        assert!(check_page(&format!(r#"<script src="./a.js"></script>{POLICY}"#)).is_err());
    }
}
