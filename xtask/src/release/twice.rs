//! Everything built twice, in two folders with build directories of their own: the bytes must be the same, must not name a
//! folder of the machine, and must keep the sizes.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use super::Outcome;
use crate::build::package;
use crate::{node, places, run, stamp};

/// Names of different lengths, so that a path that leaks moves what comes after it.
const FOLDERS: [&str; 2] = ["first", "the-second-of-the-two-builds"];

/// Builds in both folders, and compares.
pub fn check() -> Result<Outcome> {
    let folder = env::temp_dir().join(format!("casualty-compare-{}", std::process::id()));
    if let Err(why) = compare(&folder) {
        println!("Both builds are kept in {}", folder.display());
        return Err(why);
    }
    fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    Ok(Outcome::Passed)
}

fn compare(folder: &Path) -> Result<()> {
    let [first, second] = FOLDERS.map(|name| folder.join(name));
    let products = products(&first)?;
    // The sizes of the first build hold for both, if the bytes are the same.
    run::show(chore(&first)?.arg("size"))?;
    nameless(&products, folder)?;
    same(&products, &self::products(&second)?)?;
    println!("{} files, twice the same bytes", products.len());
    Ok(())
}

/// A file of a product: its name without the folder, and its bytes.
type File = (PathBuf, Vec<u8>);

/// Copies the sources to `root`, and builds there whatever is given to others.
fn products(root: &Path) -> Result<Vec<File>> {
    println!("Building in {} ...", root.display());
    copy(root)?;
    run::show(chore(root)?.arg("build"))?;
    let packed = root.join("dist.packed");
    fs::create_dir_all(&packed)?;
    let mut pack = node::npm()?;
    pack.args(["pack", "--silent", "--pack-destination"])
        .arg(&packed);
    run::show(pack.current_dir(root.join("dist").join(package::NAME)))?;
    // Cargo compiles what it packs, in the quick way: with the command line, and without the page.
    let mut pack = run::cargo(["package", "--quiet", "--locked", "--allow-dirty"]);
    pack.args(["--no-default-features", "--features", "cli"]);
    run::show(in_folder(&mut pack, root))?;
    let crates = root.join("target").join("package");
    for file in fs::read_dir(&crates)? {
        let file = file?.path();
        if file
            .extension()
            .is_some_and(|extension| extension == "crate")
        {
            fs::copy(&file, packed.join(file.file_name().unwrap_or_default()))?;
        }
    }
    [root.join("dist"), packed]
        .iter()
        .map(|place| stamp::files(place))
        .collect::<Result<Vec<_>>>()?
        .concat()
        .into_iter()
        .map(|file| Ok((file.strip_prefix(root)?.to_owned(), fs::read(&file)?)))
        .collect()
}

/// This program as a chore of the project in `root`.
fn chore(root: &Path) -> Result<Command> {
    let mut chore = run::command(env::current_exe()?);
    in_folder(&mut chore, root);
    // By this it knows which project it is of.
    chore.env("CARGO_MANIFEST_DIR", root.join("xtask"));
    Ok(chore)
}

fn in_folder<'a>(command: &'a mut Command, root: &Path) -> &'a mut Command {
    (command.current_dir(root)).env("CARGO_TARGET_DIR", root.join("target"))
}

/// Copies what git knows or would know: the sources as they stand, without what is built.
fn copy(root: &Path) -> Result<()> {
    let mut list = run::command("git");
    list.args([
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]);
    let list = run::keep(&mut list).context("the sources must stand in a git repository")?;
    let here = |name: &&str| places::root().join(name).is_file();
    for name in list
        .split('\0')
        .filter(|name| !name.is_empty())
        .filter(here)
    {
        let to = root.join(name);
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(places::root().join(name), &to)
            .with_context(|| format!("cannot copy {name} to {}", root.display()))?;
    }
    Ok(())
}

/// An error if a file names a folder of this machine.
fn nameless(files: &[File], folder: &Path) -> Result<()> {
    let home = dirs::home_dir();
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from);
    let toolchain = run::keep(run::command("rustc").args(["--print", "sysroot"]))?;
    let own = [
        home,
        cargo,
        Some(toolchain.trim().into()),
        Some(folder.to_owned()),
    ];
    let own: Vec<String> = (own.into_iter().flatten())
        .chain([places::root().to_owned()])
        .map(|folder| folder.to_string_lossy().into_owned())
        // The root of the file system would be found everywhere.
        .filter(|folder| folder.len() > 1)
        .map(|folder| format!("{folder}/"))
        .collect();
    let found = |(name, bytes): &File| {
        let names = |folder: &&String| holds(bytes, folder.as_bytes());
        let folder = own.iter().find(names)?;
        Some(format!("{} names {folder}", name.display()))
    };
    let found: Vec<String> = files.iter().filter_map(found).collect();
    ensure!(found.is_empty(), "{}", found.join("; "));
    Ok(())
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// An error that names what differs.
fn same(first: &[File], second: &[File]) -> Result<()> {
    let names = |files: &[File]| {
        files
            .iter()
            .map(|(name, _)| name.clone())
            .collect::<Vec<_>>()
    };
    let (one, other) = (names(first), names(second));
    if one != other {
        let only = |these: &[PathBuf], those: &[PathBuf]| {
            let alone = these.iter().filter(|name| !those.contains(name));
            alone
                .map(|name| name.display().to_string())
                .collect::<Vec<_>>()
        };
        bail!(
            "only in the first: {:?}; only in the second: {:?}",
            only(&one, &other),
            only(&other, &one)
        );
    }
    let differing: Vec<String> = (first.iter().zip(second))
        .filter(|((_, one), (_, other))| one != other)
        .map(|((name, _), _)| name.display().to_string())
        .collect();
    ensure!(
        differing.is_empty(),
        "not the same bytes: {}",
        differing.join(", ")
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{File, holds, nameless, same};
    use std::path::Path;

    fn file(name: &str, bytes: &str) -> File {
        (name.into(), bytes.into())
    }

    #[test]
    fn what_differs_is_named() {
        let first = [file("a", "1"), file("b", "2")];
        assert!(same(&first, &first).is_ok());
        let error = |second: &[File]| same(&first, second).map_err(|error| error.to_string());
        let other = [file("a", "1"), file("b", "3")];
        assert_eq!(error(&other), Err("not the same bytes: b".to_owned()));
        assert!(error(&other[..1]).is_err_and(|why| why.contains("only in the first: [\"b\"]")));
    }

    #[test]
    fn a_folder_of_the_machine_is_found() {
        assert!(holds(b"at /home/somebody/src/lib.rs:1", b"/home/somebody/"));
        let folder = Path::new("/builds/of/somebody");
        let named = [file("a.wasm", "panic at /builds/of/somebody/src/lib.rs")];
        assert!(nameless(&named, folder).is_err());
        assert!(nameless(&[file("a.wasm", "panic at src/lib.rs")], folder).is_ok());
    }
}
