//! What people read: the comparison as a table, and the account of one reading.

use super::articles::NamedArticle;
use crate::model::{Article, Extraction, ReadArticle};
use crate::{compare, extract, present};
use std::io::{self, Write};

/// Prints the comparison as text. Each column is headed by its file's name: a file says no more about its article.
pub(super) fn table(articles: &[NamedArticle], output: &mut impl Write) -> io::Result<()> {
    let named: Vec<Article> = (articles.iter())
        .map(|NamedArticle { name, article }| Article {
            outlet: Some(name.clone()),
            ..article.clone()
        })
        .collect();
    let extractions = extract_all(&named);
    let read = ReadArticle::pairs(&named, &extractions);
    let comparison = compare(&read);
    let table = present::table(&read, &comparison);
    output.write_all(present::text(&table, &comparison.findings).as_bytes())
}

/// Prints sentence by sentence what was read of an article, and what was set aside.
pub(super) fn explain(article: &Article, output: &mut impl Write) -> io::Result<()> {
    let account = present::explain(&article.text, &extract(&article.text));
    output.write_all(account.as_bytes())
}

/// Reads every article.
pub(super) fn extract_all(articles: &[Article]) -> Vec<Extraction> {
    (articles.iter())
        .map(|article| extract(&article.text))
        .collect()
}
