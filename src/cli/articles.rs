//! Whole files as articles, for comparing them.

use super::args::is_stdin;
use super::files::{Files, Kind};
use super::{Failure, say};
use crate::model::Article;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{Read, Write};
use std::path::Path;

/// An article with the name of its file.
pub(super) struct NamedArticle {
    pub(super) name: String,
    pub(super) article: Article,
}

/// Reads each file, and each text of each folder, as one article. All that cannot be read are named before the run ends.
pub(super) fn read_articles(
    arguments: &[OsString],
    mut input: impl Read,
    errors: &mut impl Write,
) -> Result<Vec<NamedArticle>, Failure> {
    let mut articles = Vec::with_capacity(arguments.len());
    let mut unreadable = Vec::new();
    for file in Files::of(arguments, |kind| kind == Kind::Text) {
        match file.and_then(|file| read_file(&file, &mut input, errors)) {
            Ok(article) => articles.push(article),
            Err(why) => unreadable.push(why),
        }
    }
    match unreadable.is_empty() {
        true => Ok(articles),
        false => Err(Failure::Read(unreadable)),
    }
}

fn read_file(
    file: &Path,
    input: &mut impl Read,
    errors: &mut impl Write,
) -> Result<NamedArticle, String> {
    let mut bytes = Vec::new();
    let read = match is_stdin(file.as_os_str()) {
        true => input.read_to_end(&mut bytes).map(|_| ()),
        false => fs::read(file).map(|read| bytes = read),
    };
    read.map_err(|error| format!("cannot read {}: {error}", file.display()))?;
    Ok(NamedArticle {
        name: file_name(file.as_os_str()),
        article: Article {
            text: text_of(bytes, file, errors),
            ..Article::default()
        },
    })
}

/// The bytes as text; what is not UTF-8 is replaced, and said.
fn text_of(bytes: Vec<u8>, file: &Path, errors: &mut impl Write) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let file = file.display();
        say(
            errors,
            &format!(
                "{file} is not UTF-8; what could not be read is replaced, and offsets count the replacement"
            ),
        );
        String::from_utf8_lossy(error.as_bytes()).into_owned()
    })
}

fn file_name(file: &OsStr) -> String {
    match is_stdin(file) {
        true => "standard input".to_owned(),
        false => (Path::new(file).file_name().unwrap_or(file))
            .to_string_lossy()
            .into_owned(),
    }
}
