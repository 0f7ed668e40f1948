//! Invariants kept by reading the sources: what each room must not name, how files begin, what must not be left lying.

use regex::Regex;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Uses of a panicking call that are right, each with its reason: file, words of the line, why.
const MAY_PANIC: [(&str, &str, &str); 0] = [];

/// Panicking and left-over calls that have no place in `src` outside tests.
const PANICS: [&str; 7] = [
    ".unwrap()",
    ".expect(",
    "panic!(",
    "todo!(",
    "unimplemented!(",
    "unreachable!(",
    "dbg!(",
];

/// What a pure room may not name: a browser, a clock, randomness, a network, the machine.
const IMPURE: [&str; 16] = [
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "std::time",
    "std::net",
    "std::fs",
    "std::env",
    "std::process",
    "std::thread",
    "std::io",
    "rand::",
    "RandomState",
    "chrono::",
    "Instant::",
];

/// Crates that need a browser or a JavaScript engine.
const BROWSER_CRATES: [&str; 7] = [
    "leptos",
    "web-sys",
    "js-sys",
    "wasm-bindgen",
    "wasm-bindgen-futures",
    "serde-wasm-bindgen",
    "console_error_panic_hook",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under `folder` (relative to the project) that ends in one of `endings`, sorted, with its text.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        let Ok(entries) = fs::read_dir(folder) else {
            return;
        };
        for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
            let skipped = ["node_modules", "target", "test-results", "dist", ".git"];
            if path.is_dir() {
                if !skipped.iter().any(|name| path.ends_with(name)) {
                    walk(&path, found);
                }
            } else {
                found.push(path);
            }
        }
    }
    let mut paths = Vec::new();
    walk(&root().join(folder), &mut paths);
    let mut files: Vec<(String, String)> = paths
        .into_iter()
        .filter_map(|path| {
            let name = path
                .strip_prefix(root())
                .ok()?
                .to_string_lossy()
                .replace('\\', "/");
            endings.iter().any(|e| name.ends_with(e)).then_some(())?;
            Some((name, fs::read_to_string(&path).ok()?))
        })
        .collect();
    files.sort();
    files
}

/// The lines of a source that run in the product: numbered from 1, without the tests below it and without comments.
fn product_lines(source: &str) -> impl Iterator<Item = (usize, &str)> {
    source
        .lines()
        .enumerate()
        .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
        .map(|(index, line)| (index + 1, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// `file:line: what` for each line of `files` in which `found` sees something.
fn faults<'a>(
    files: &'a [(String, String)],
    found: impl Fn(&'a str, &'a str) -> Option<String>,
) -> Vec<String> {
    let mut out = Vec::new();
    for (name, source) in files {
        for (number, line) in product_lines(source) {
            if let Some(what) = found(name, line) {
                out.push(format!("{name}:{number}: {what}"));
            }
        }
    }
    out
}

fn none(faults: Vec<String>, rule: &str) {
    assert!(faults.is_empty(), "{rule}:\n{}", faults.join("\n"));
}

/// A pattern of this file.
fn pattern(words: &str) -> Regex {
    Regex::new(words).expect("a pattern of this file is well-formed")
}

#[test]
fn the_pure_rooms_name_nothing_impure() {
    for room in [
        "src/extract",
        "src/compare",
        "src/present",
        "src/model",
        "src/words",
    ] {
        let mut sources = files(room, &[".rs"]);
        sources.extend(
            files("src", &[".rs"])
                .into_iter()
                .filter(|(n, _)| *n == format!("{room}.rs")),
        );
        assert!(!sources.is_empty(), "{room} has no source");
        none(
            faults(&sources, |_, line| {
                IMPURE
                    .iter()
                    .find(|word| line.contains(**word))
                    .map(|word| format!("names {word}"))
            }),
            "a pure room names no browser, clock, randomness, network or machine",
        );
    }
}

#[test]
fn data_flows_one_way() {
    let later: [(&str, &[&str]); 5] = [
        (
            "src/model.rs",
            &["extract", "compare", "present", "app", "js", "cli"],
        ),
        (
            "src/words.rs",
            &["extract", "compare", "present", "app", "js", "cli"],
        ),
        ("src/extract/", &["compare", "present", "app", "js", "cli"]),
        ("src/compare/", &["present", "app", "js", "cli"]),
        ("src/present/", &["app", "js", "cli"]),
    ];
    let sources = files("src", &[".rs"]);
    none(
        faults(&sources, |name, line| {
            let (_, rooms) = later.iter().find(|(room, _)| name.starts_with(room))?;
            let room = rooms.iter().find(|room| {
                line.contains(&format!("crate::{room}::"))
                    || line.contains(&format!("crate::{room};"))
            })?;
            Some(format!("names crate::{room}, which comes after it"))
        }),
        "extract, compare, present: none names a later room",
    );
}

#[test]
fn every_source_says_its_job_in_its_first_line() {
    let mut wrong = Vec::new();
    for folder in ["src", "tests", "xtask", "benches", "fuzz"] {
        for (name, source) in files(folder, &[".rs"]) {
            if !source.starts_with("//! ") {
                wrong.push(name);
            }
        }
    }
    none(wrong, "these files do not begin with //!");
}

#[test]
fn nothing_in_the_product_panics() {
    let sources = files("src", &[".rs"]);
    let allowed = |name: &str, line: &str| {
        MAY_PANIC
            .iter()
            .any(|(file, words, _)| name == *file && line.contains(words))
    };
    none(
        faults(&sources, |name, line| {
            let call = PANICS.iter().find(|call| line.contains(**call))?;
            (!allowed(name, line)).then(|| format!("{call} in {:?}", line.trim()))
        }),
        "no panicking call outside tests; a right one stands in MAY_PANIC with its reason",
    );
    for (file, words, reason) in MAY_PANIC {
        let used = sources.iter().any(|(name, source)| {
            name == file && product_lines(source).any(|(_, l)| l.contains(words))
        });
        assert!(
            used && !reason.is_empty(),
            "MAY_PANIC: {file} has no {words:?} any more, or no reason is given"
        );
    }
}

#[test]
fn what_the_browser_loads_does_without_dear_parts_of_the_standard_library() {
    let dear = pattern(
        r"\.sort(_unstable)?(_by|_by_key|_by_cached_key)?\(|\bHash(Map|Set)\b|\bBTreeSet\b|\bto_(low|upp)ercase\b",
    );
    let mut sources = files("src", &[".rs"]);
    sources.retain(|(name, _)| {
        !["src/order.rs", "src/letters.rs"].contains(&name.as_str())
            && !name.starts_with("src/cli/")
    });
    none(
        faults(&sources, |_, line| {
            let call = dear.find(line)?;
            Some(format!("{} in {:?}", call.as_str(), line.trim()))
        }),
        "crate::order sorts, FxHashMap hashes, crate::letters knows small letters: the standard ones add 1 to 7 kB (gzip) each",
    );
}

#[test]
fn nothing_is_left_to_do() {
    // Spelt in parts so that this file does not find itself.
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
    ];
    let mut found = Vec::new();
    for folder in [
        "src", "tests", "xtask", "benches", "fuzz", "style", "embed", "docs", ".ci",
    ] {
        for (name, source) in files(
            folder,
            &[".rs", ".css", ".ts", ".js", ".html", ".toml", ".md", "run"],
        ) {
            for (index, line) in source.lines().enumerate() {
                let word = line
                    .split(|c: char| !c.is_alphanumeric())
                    .find(|word| marks.contains(word));
                if let Some(word) = word {
                    found.push(format!("{name}:{}: {word}", index + 1));
                }
            }
        }
    }
    none(found, "a mark of unfinished work");
}

#[test]
fn the_library_without_features_needs_no_browser_crate() {
    let manifest: toml::Table = fs::read_to_string(root().join("Cargo.toml"))
        .expect("Cargo.toml")
        .parse()
        .expect("Cargo.toml is TOML");
    let optional = |entry: &toml::Value| {
        entry
            .get("optional")
            .and_then(toml::Value::as_bool)
            .unwrap_or(false)
    };
    let dependencies = manifest["dependencies"].as_table().expect("dependencies");
    for name in BROWSER_CRATES {
        if let Some(entry) = dependencies.get(name) {
            assert!(optional(entry), "{name} must be optional");
        }
    }
    let always: Vec<&str> = dependencies
        .iter()
        .filter(|(_, entry)| !optional(entry))
        .map(|(name, _)| name.as_str())
        .collect();
    assert!(
        always
            .iter()
            .all(|name| ["rustc-hash", "serde"].contains(name)),
        "a new dependency of the pure library is a decision: {always:?}"
    );
    let features = manifest["features"].as_table().expect("features");
    for name in ["app", "js", "cli"] {
        assert!(features.contains_key(name), "feature {name}");
    }
    let crates = |feature: &str| -> Vec<String> {
        let listed = features[feature].as_array().expect("a feature is a list");
        listed
            .iter()
            .filter_map(|v| Some(v.as_str()?.replace("dep:", "")))
            .collect()
    };
    let browser = |name: &String| BROWSER_CRATES.contains(&name.as_str());
    assert!(
        !crates("cli").iter().any(browser),
        "the command line needs no browser"
    );
    assert!(
        !crates("js").contains(&"leptos".to_owned()) && !crates("js").contains(&"app".to_owned()),
        "the module needs no page"
    );
}

#[test]
fn colours_stand_in_the_tokens_only() {
    let colour = pattern(r":.*(#[0-9a-fA-F]{3}|\b(rgba?|hsla?|oklch)\()");
    let mut found = Vec::new();
    for (name, source) in files("style", &[".css"]) {
        if name.ends_with("tokens.css") {
            continue;
        }
        let lines = source.lines().enumerate();
        let coloured = lines.filter(|(_, line)| colour.is_match(line));
        found
            .extend(coloured.map(|(index, line)| format!("{name}:{}: {}", index + 1, line.trim())));
    }
    none(found, "colours are tokens");
}

#[test]
fn the_page_has_no_fixed_inline_style() {
    let sources = files("src/app", &[".rs"]);
    none(
        faults(&sources, |_, line| {
            line.contains("style=\"").then(|| line.trim().to_owned())
        }),
        "styles stand in style/, but for computed geometry",
    );
}

#[test]
fn locks_name_public_registries_only() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock");
    let cargo = "registry+https://github.com/rust-lang/crates.io-index";
    for line in lock.lines().filter(|line| line.starts_with("source = ")) {
        assert!(line.contains(cargo), "Cargo.lock: {line}");
    }
    for (name, source) in files("", &["package-lock.json"]) {
        for line in source.lines().filter(|line| line.contains("\"resolved\"")) {
            assert!(
                line.contains("\"https://registry.npmjs.org/"),
                "{name}: {}",
                line.trim()
            );
        }
    }
}

#[test]
fn no_lexicon_line_stands_twice() {
    let mut found = Vec::new();
    for (name, source) in files("src/extract/lexicon", &[".txt"]) {
        let mut lines: Vec<&str> = source
            .lines()
            .map(str::trim)
            .filter(|l| !l.is_empty() && !l.starts_with('#'))
            .collect();
        lines.sort_unstable();
        for pair in lines.windows(2).filter(|pair| pair[0] == pair[1]) {
            found.push(format!("{name}: {}", pair[0]));
        }
    }
    none(found, "a line of the lexicon stands twice");
}

#[test]
fn names_of_rules_are_kebab_case() {
    let kebab = pattern("^[a-z0-9]+(-[a-z0-9]+)*$");
    let names = pattern(r#"(?:\b(?:rule|reason)\s*[:=]|RULE\w*: &str =)\s*"([^"]*)""#);
    let mut wrong = BTreeMap::new();
    for (name, source) in files("src/extract", &[".rs"]) {
        let product: String = product_lines(&source)
            .map(|(_, line)| format!("{line}\n"))
            .collect();
        for named in names.captures_iter(&product) {
            if !kebab.is_match(&named[1]) {
                wrong.insert(named[1].to_owned(), name.clone());
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "names of rules and reasons are kebab-case: {wrong:?}"
    );
}
