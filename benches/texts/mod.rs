//! The texts that benchmarks read: those of tests/articles, and copies of them.

use std::fs;
use std::path::Path;

/// The texts of tests/articles, in the order of their names.
pub fn articles() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("tests/articles is a folder")
        .map(|entry| entry.expect("an entry of tests/articles").path())
        .filter(|file| file.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    let read = |file| fs::read_to_string(file).expect("an article in UTF-8");
    let articles: Vec<String> = files.into_iter().map(read).collect();
    assert!(!articles.is_empty(), "tests/articles holds no text");
    articles
}

/// A copy of a text with another digit of 1 to 9 for each such digit, by `copy` steps.
///
/// With the same digits every copy would restate the claims of the first, and a cost that grows with the number of
/// claims would not show.
pub fn other_digits(text: &str, copy: usize) -> String {
    let turned = |c: char| match c {
        '1'..='9' => {
            let digit = c as usize - '1' as usize;
            char::from(b'1' + ((digit + copy) % 9) as u8)
        }
        _ => c,
    };
    text.chars().map(turned).collect()
}
