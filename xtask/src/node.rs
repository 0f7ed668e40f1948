//! Node and npm: found on PATH, with a clear word when they are not there.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::run;

/// `npm`, or what to install.
pub fn npm() -> Result<Command> {
    program("npm")
}

/// `npx`, or what to install.
pub fn npx() -> Result<Command> {
    program("npx")
}

/// `node`, or what to install.
pub fn node() -> Result<Command> {
    program("node")
}

/// Installs a folder's packages as its package-lock.json has them, unless they already stand there.
pub fn install_packages(folder: &Path) -> Result<()> {
    let lock = folder.join("package-lock.json");
    // npm writes this file last, so it is newer than the lock file after a whole install.
    let installed = folder.join("node_modules").join(".package-lock.json");
    let modified = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
    if modified(&installed) > modified(&lock) {
        return Ok(());
    }
    let mut install = npm()?;
    install.current_dir(folder);
    install.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    // A browser is looked for by us first, and fetched only when there is none.
    install.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run::show(&mut install)
}

fn program(name: &str) -> Result<Command> {
    if which::which(name).is_err() {
        bail!("{name} is not on PATH: install Node.js 20 or newer (https://nodejs.org)");
    }
    Ok(run::command(name))
}
