//! Files and folders: which files an argument stands for, in which order.

use super::args::is_stdin;
use std::ffi::OsString;
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

/// What a file holds, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One article.
    Text,
    /// JSON Lines, a record each.
    Lines,
}

impl Kind {
    /// What a file of a folder holds; `None` = nothing that is read.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?;
        if extension.eq_ignore_ascii_case("txt") {
            Some(Kind::Text)
        } else if extension.eq_ignore_ascii_case("jsonl") {
            Some(Kind::Lines)
        } else {
            None
        }
    }
}

/// Names every argument that is not there, a line each; a file that is there may still be one that cannot be read.
pub(super) fn missing(arguments: &[OsString]) -> Vec<String> {
    (arguments.iter())
        .filter(|argument| !is_stdin(argument))
        .filter_map(|argument| {
            let error = fs::metadata(argument).err()?;
            Some(format!("cannot read {}: {error}", argument.display()))
        })
        .collect()
}

/// The bytes of all files, if that is known before they are read: none is a folder, a pipe or standard input.
pub(super) fn total_bytes(arguments: &[OsString]) -> Option<u64> {
    let bytes = |argument: &OsString| {
        let about = (!is_stdin(argument)).then(|| fs::metadata(argument).ok())??;
        about.is_file().then_some(about.len())
    };
    arguments.iter().map(bytes).sum()
}

/// The files that arguments stand for: each argument in turn, a folder's files by name, folder by folder. Holds the
/// names of the open folders only.
pub(super) struct Files {
    /// Last comes first.
    waiting: Vec<Waiting>,
    wanted: fn(Kind) -> bool,
    /// Whether the last folder that was given had any file.
    any: bool,
}

enum Waiting {
    /// As given by the user.
    Argument(PathBuf),
    /// A file found in a folder.
    File(PathBuf),
    /// A folder found in a folder.
    Folder(PathBuf),
    /// Here a folder ends that the user gave.
    EndOf(PathBuf),
}

impl Files {
    /// `wanted` = which files of a folder are read; a file that is an argument itself always is.
    pub(super) fn of(arguments: &[OsString], wanted: fn(Kind) -> bool) -> Self {
        let waiting = arguments.iter().rev();
        Files {
            waiting: waiting
                .map(|argument| Waiting::Argument(argument.into()))
                .collect(),
            wanted,
            any: false,
        }
    }

    /// Puts what a folder holds before what waits.
    fn open(&mut self, folder: &Path) -> Result<(), String> {
        let unreadable = |error| format!("cannot read {}: {error}", folder.display());
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let name = entry.file_name();
            if !name.as_encoded_bytes().starts_with(b".") {
                entries.extend(self.waiting_of(&entry).map(|waiting| (name, waiting)));
            }
        }
        entries.sort_by(|(one, _), (other, _)| other.cmp(one));
        let entries = entries.into_iter().map(|(_, waiting)| waiting);
        self.waiting.extend(entries);
        Ok(())
    }

    /// What an entry of a folder is to the reading; links to folders could lead in circles and are passed over.
    fn waiting_of(&self, entry: &DirEntry) -> Option<Waiting> {
        let path = entry.path();
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder {
            return Some(Waiting::Folder(path));
        }
        let read = Kind::of(&path).is_some_and(self.wanted) && !path.is_dir();
        read.then_some(Waiting::File(path))
    }
}

impl Iterator for Files {
    /// A file, or why a folder could not be read.
    type Item = Result<PathBuf, String>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let folder = match self.waiting.pop()? {
                Waiting::File(path) => {
                    self.any = true;
                    return Some(Ok(path));
                }
                Waiting::Argument(path) if !path.is_dir() => return Some(Ok(path)),
                Waiting::Argument(path) => {
                    self.any = false;
                    self.waiting.push(Waiting::EndOf(path.clone()));
                    path
                }
                Waiting::Folder(path) => path,
                Waiting::EndOf(_) if self.any => continue,
                Waiting::EndOf(path) => {
                    let path = path.display();
                    return Some(Err(format!("cannot read {path}: nothing to read in it")));
                }
            };
            if let Err(why) = self.open(&folder) {
                // Told once.
                self.any = true;
                return Some(Err(why));
            }
        }
    }
}
