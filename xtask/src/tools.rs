//! The build tools at their pinned versions: found on PATH, found in the tools folder, or installed there.
//!
//! The folder outlives a clean clone, so a tool is built once on a machine, not once in a checkout.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use crate::{node, places, run};

/// Newer ones need a newer rustc than rust-toolchain.toml pins.
const TRUNK: &str = "0.21.14";
/// wasm-opt 132, as the npm package names it.
const BINARYEN: &str = "132.0.0";
const CARGO_FUZZ: &str = "0.13.2";
const CARGO_DENY: &str = "0.20.2";
/// The Rust target of everything that runs in a browser.
pub const WASM: &str = "wasm32-unknown-unknown";

/// A program that is ready to run.
struct Tool {
    name: &'static str,
    version: String,
    /// The folder of the program.
    folder: PathBuf,
}

/// Everything that the release page and the border's tests need.
pub struct Tools {
    tools: Vec<Tool>,
}

impl Tools {
    /// Finds the tools, and installs the missing ones.
    pub fn ready() -> Result<Self> {
        wasm_target()?;
        Ok(Self {
            tools: vec![trunk()?, wasm_bindgen()?, wasm_opt()?],
        })
    }

    /// One of the tools as a command, with all of them in front of its PATH.
    pub fn command(&self, program: &str) -> Result<Command> {
        let path = path_with(self.tools.iter().map(|tool| tool.folder.clone()))?;
        let found = which::which_in(program, Some(&path), places::root())
            .with_context(|| format!("{program} is not where it was a moment ago"))?;
        let mut command = run::command(found);
        command.env("PATH", path);
        Ok(command)
    }

    /// Prints each tool with its version and folder.
    pub fn list(&self) {
        for tool in &self.tools {
            println!(
                "{:<16} {:<8} {}",
                tool.name,
                tool.version,
                tool.folder.display()
            );
        }
    }
}

/// The runner of WebAssembly tests, of one version with wasm-bindgen.
pub fn wasm_bindgen_test_runner() -> Result<PathBuf> {
    wasm_target()?;
    Ok(executable(
        &wasm_bindgen()?.folder,
        "wasm-bindgen-test-runner",
    ))
}

/// A PATH on which `cargo fuzz` is found.
pub fn path_with_cargo_fuzz() -> Result<OsString> {
    let tool = from_crate("cargo-fuzz", CARGO_FUZZ, &["cargo-fuzz"], "1 minute")?;
    path_with([tool.folder])
}

/// `cargo-deny`, which knows licences and advisories.
pub fn cargo_deny() -> Result<Command> {
    let tool = from_crate("cargo-deny", CARGO_DENY, &["cargo-deny"], "6 minutes")?;
    Ok(run::command(executable(&tool.folder, "cargo-deny")))
}

fn trunk() -> Result<Tool> {
    from_crate("trunk", TRUNK, &["trunk"], "6 minutes")
}

fn wasm_bindgen() -> Result<Tool> {
    let programs = ["wasm-bindgen", "wasm-bindgen-test-runner"];
    from_crate(
        "wasm-bindgen-cli",
        &locked_version("wasm-bindgen")?,
        &programs,
        "2 minutes",
    )
}

/// The tools folder: `CASUALTY_COMPARE_TOOLS`, or else one in the user's cache folder.
fn home() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("CASUALTY_COMPARE_TOOLS").filter(|folder| !folder.is_empty())
    {
        return Ok(places::root().join(folder));
    }
    let cache = dirs::cache_dir()
        .context("this machine has no cache folder for the user; set CASUALTY_COMPARE_TOOLS")?;
    Ok(cache.join("casualty-compare").join("tools"))
}

fn wasm_target() -> Result<()> {
    let library =
        run::keep(run::command("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    eprintln!("Adding the Rust target {WASM} (some seconds) ...");
    run::show(run::command("rustup").args(["target", "add", WASM]))
        .with_context(|| format!("the Rust target {WASM} is missing: rustup target add {WASM}"))
}

/// A tool published as a crate, all its programs in one folder.
fn from_crate(
    name: &'static str,
    version: &str,
    programs: &[&str],
    usual_time: &str,
) -> Result<Tool> {
    let own = home()?.join(format!("{name}-{version}"));
    let bin = own.join("bin");
    let tool = |folder| Tool {
        name,
        version: version.to_owned(),
        folder,
    };
    let fits = |folder: &Path| {
        programs
            .iter()
            .all(|program| has_version(&executable(folder, program), version))
    };
    let on_path = programs.first().and_then(|program| folder_on_path(program));
    if let Some(folder) = on_path.filter(|folder| fits(folder)) {
        return Ok(tool(folder));
    }
    if !fits(&bin) {
        eprintln!(
            "Installing {name} {version} from source into {} (about {usual_time}, once) ...",
            own.display()
        );
        let mut install = run::cargo([
            "install",
            "--locked",
            "--force",
            "--quiet",
            name,
            "--version",
            version,
        ]);
        // Its own throw-away build directory: the project's is not for tools.
        install
            .arg("--root")
            .arg(&own)
            .env_remove("CARGO_TARGET_DIR");
        run::show(&mut install)?;
        ensure!(
            fits(&bin),
            "{name} was installed into {} but does not answer as version {version}",
            bin.display()
        );
    }
    Ok(tool(bin))
}

/// wasm-opt, from the npm package of Binaryen.
fn wasm_opt() -> Result<Tool> {
    let major = BINARYEN.split('.').next().unwrap_or(BINARYEN);
    let own = home()?.join(format!("binaryen-{major}"));
    let bin = own.join("node_modules").join(".bin");
    let tool = |folder| Tool {
        name: "wasm-opt",
        version: major.to_owned(),
        folder,
    };
    let fits = |folder: &Path| {
        which::which_in("wasm-opt", Some(folder), places::root())
            .is_ok_and(|found| has_version(&found, major))
    };
    if let Some(folder) = folder_on_path("wasm-opt").filter(|folder| fits(folder)) {
        return Ok(tool(folder));
    }
    if !fits(&bin) {
        eprintln!(
            "Installing wasm-opt {major} (npm package binaryen) into {} (some seconds, once) ...",
            own.display()
        );
        fs::create_dir_all(&own).with_context(|| format!("cannot create {}", own.display()))?;
        let mut install = node::npm()?;
        install.arg("install").arg("--prefix").arg(&own);
        install.args([
            "--no-save",
            "--no-package-lock",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
        ]);
        install.arg(format!("binaryen@{BINARYEN}"));
        run::show(&mut install)?;
        ensure!(
            fits(&bin),
            "wasm-opt was installed into {} but does not answer as version {major}",
            bin.display()
        );
    }
    Ok(tool(bin))
}

fn folder_on_path(program: &str) -> Option<PathBuf> {
    which::which(program).ok()?.parent().map(Path::to_owned)
}

fn executable(folder: &Path, program: &str) -> PathBuf {
    folder
        .join(program)
        .with_extension(env::consts::EXE_EXTENSION)
}

/// Whether the program answers `--version` with this version as one of its words.
fn has_version(program: &Path, version: &str) -> bool {
    run::answer(program, "--version")
        .is_some_and(|answer| answer.split_whitespace().any(|word| word == version))
}

/// PATH with these folders in front.
///
/// Those that stand on it already keep their place: what else they hold must not hide a tool of another folder.
fn path_with(folders: impl IntoIterator<Item = PathBuf>) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let before: Vec<PathBuf> = env::split_paths(&path).collect();
    let new = folders
        .into_iter()
        .filter(|folder| !before.contains(folder));
    env::join_paths(new.chain(before.iter().cloned()))
        .context("a folder on PATH has a name that PATH cannot hold")
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<LockedPackage>,
}

#[derive(Deserialize)]
struct LockedPackage {
    name: String,
    version: String,
}

/// The version of a package in Cargo.lock.
fn locked_version(name: &str) -> Result<String> {
    let text =
        fs::read_to_string(places::root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let lock: Lock = toml::from_str(&text).context("Cargo.lock is not as Cargo writes it")?;
    match lock
        .package
        .into_iter()
        .find(|package| package.name == name)
    {
        Some(package) => Ok(package.version),
        None => bail!("Cargo.lock holds no {name}"),
    }
}
