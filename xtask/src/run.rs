//! Runs other programs: finds them, says what was run when they fail, never lets them read stdin.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail, ensure};

use crate::places;

/// A command that starts in the project's root and reads nothing from stdin.
///
/// The program is looked up on PATH first, so that `npm.cmd` is found on Windows.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let program = program.as_ref();
    let found = which::which(program).unwrap_or_else(|_| PathBuf::from(program));
    let mut command = Command::new(found);
    command.current_dir(places::root()).stdin(Stdio::null());
    command
}

/// `cargo` with these words.
pub fn cargo<'a>(words: impl IntoIterator<Item = &'a str>) -> Command {
    let mut cargo = command("cargo");
    cargo.args(words);
    cargo
}

/// Runs with the output shown as it comes; an error if the program fails.
pub fn show(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("cannot start {}", line(command)))?;
    ensure!(status.success(), "{} failed ({status})", line(command));
    Ok(())
}

/// Runs with the output kept; an error that holds the output if the program fails.
pub fn keep(command: &mut Command) -> Result<String> {
    let output = output(command)?;
    if !output.status.success() {
        bail!(
            "{} failed ({})\n{}{}",
            line(command),
            output.status,
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What the program prints, or nothing if it is not there or fails.
pub fn answer(program: impl AsRef<OsStr>, argument: &str) -> Option<String> {
    let output = output(command(program).arg(argument)).ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn output(command: &mut Command) -> Result<Output> {
    command
        .output()
        .with_context(|| format!("cannot start {}", line(command)))
}

/// The command as one would type it, for messages.
fn line(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let words = command.get_args().map(OsStr::to_string_lossy);
    std::iter::once(program)
        .chain(words)
        .collect::<Vec<_>>()
        .join(" ")
}
