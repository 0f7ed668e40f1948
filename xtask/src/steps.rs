//! The checks that `cargo xtask test` makes, each with its name and what it runs.
//!
//! The order puts the quick ones first. The feature sets are few on purpose: leptos is type-checked once,
//! for clippy, and compiled once, for the page.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::run::{cargo, show};
use crate::{browser, build, end_to_end, package_tests, places, size, tools};

/// One check.
pub struct Step {
    pub name: &'static str,
    /// The step without whose success this one says nothing.
    pub needs: Option<&'static str>,
    pub run: fn() -> Result<()>,
}

const PAGE: &str = "build: page";

/// Every check, in the order in which they run.
pub const STEPS: &[Step] = &[
    step("format", || show(&mut cargo(["fmt", "--all", "--check"]))),
    step("clippy: none", || clippy(&["--no-default-features"])),
    step("clippy: cli", || {
        clippy(&["--no-default-features", "--features", "cli"])
    }),
    step("clippy: js", || {
        clippy(&["--no-default-features", "--features", "js"])
    }),
    step("clippy: app", || {
        clippy(&["--no-default-features", "--features", "app"])
    }),
    step("clippy: element", || {
        clippy(&["--no-default-features", "--features", "element"])
    }),
    step("clippy: xtask", || clippy(&["--package", "xtask"])),
    step("documentation", documentation),
    step("tests: none", || {
        show(&mut cargo([
            "test",
            "--locked",
            "--no-fail-fast",
            "--no-default-features",
        ]))
    }),
    step("tests: cli", || {
        show(&mut cargo([
            "test",
            "--locked",
            "--no-fail-fast",
            "--no-default-features",
            "--features",
            "cli",
        ]))
    }),
    step("tests: xtask", || {
        show(&mut cargo([
            "test",
            "--locked",
            "--no-fail-fast",
            "--package",
            "xtask",
        ]))
    }),
    step("tests: border", border),
    step("build: command line", || {
        show(&mut cargo([
            "build",
            "--locked",
            "--release",
            "--no-default-features",
            "--features",
            "cli",
        ]))
    }),
    step(PAGE, build::build),
    Step {
        name: "end to end",
        needs: Some(PAGE),
        run: end_to_end::run,
    },
    Step {
        name: "package",
        needs: Some(PAGE),
        run: package_tests::run,
    },
    Step {
        name: "size budget",
        needs: Some(PAGE),
        run: size::check,
    },
];

const fn step(name: &'static str, run: fn() -> Result<()>) -> Step {
    Step {
        name,
        needs: None,
        run,
    }
}

fn clippy(which: &[&str]) -> Result<()> {
    let mut clippy = cargo(["clippy", "--locked", "--all-targets"]);
    clippy.args(which).args(["--", "-D", "warnings"]);
    show(&mut clippy)
}

/// The documentation of the library with each set of features, without a warning.
fn documentation() -> Result<()> {
    for features in ["", "cli", "js", "element"] {
        let mut doc = cargo(["doc", "--locked", "--quiet", "--no-deps"]);
        doc.args(["--no-default-features", "--features", features]);
        show(doc.env("RUSTDOCFLAGS", "-D warnings"))?;
    }
    Ok(())
}

/// The wasm-bindgen border, tested inside WebAssembly: in Node, or in a browser where the test file asks for one.
fn border() -> Result<()> {
    let file = places::root().join("tests/border.rs");
    let source =
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut test = cargo([
        "test",
        "--locked",
        "--target",
        tools::WASM,
        "--no-default-features",
        "--features",
        "js",
        "--test",
        "border",
    ]);
    // As a list, for the path may hold a space.
    let runner = serde_json::json!([tools::wasm_bindgen_test_runner()?]);
    test.args([
        "--config",
        &format!("target.{}.runner={runner}", tools::WASM),
    ]);
    if source.contains("run_in_browser") {
        let (browser, driver) = browser::with_driver()?;
        test.env("CHROMEDRIVER", driver);
        test.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(&browser)?);
    }
    show(&mut test)
}

/// Writes the file that tells the driver which browser to start, and how.
fn capabilities(browser: &Path) -> Result<std::path::PathBuf> {
    let mut arguments = vec![
        "--headless=new",
        "--disable-gpu",
        "--disable-background-networking",
    ];
    if browser::is_root() {
        arguments.push("--no-sandbox");
    }
    let wanted =
        serde_json::json!({ "goog:chromeOptions": { "binary": browser, "args": arguments } });
    let folder = places::target().join("xtask");
    fs::create_dir_all(&folder)?;
    let file = folder.join("webdriver.json");
    fs::write(&file, wanted.to_string())
        .with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}
