//! Any articles give a comparison whose rows and findings point at claims that exist. Articles end at a line of "---".
#![no_main]

use casualty_compare::model::{Article, Extraction, ReadArticle};
use casualty_compare::{compare, extract};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let articles: Vec<Article> = text.split("\n---\n").map(article).collect();
    let extractions: Vec<Extraction> = articles
        .iter()
        .map(|article| extract(&article.text))
        .collect();
    let read = ReadArticle::pairs(&articles, &extractions);
    let comparison = compare(&read);
    for row in &comparison.rows {
        assert_eq!(row.cells.len(), articles.len());
    }
    for finding in &comparison.findings {
        for &(article, claim) in &finding.claims {
            assert!(claim < extractions[article].claims.len());
        }
    }
});

fn article(text: &str) -> Article {
    Article {
        text: text.to_owned(),
        title: None,
        outlet: None,
        date: None,
        url: None,
    }
}
