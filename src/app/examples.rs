//! The sample articles: two invented events, written for this project.

use crate::model::Article;

/// A set of sample articles about one invented event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Example {
    /// Fighting and reprisals on a coast; four articles.
    Coast,
    /// A ferry that sinks; three articles over two days.
    Ferry,
}

const COAST: [&str; 4] = [
    include_str!("examples/coast/1-meridian-wire.txt"),
    include_str!("examples/coast/2-harbour-post.txt"),
    include_str!("examples/coast/3-northline-news.txt"),
    include_str!("examples/coast/4-daily-ledger.txt"),
];

const FERRY: [&str; 3] = [
    include_str!("examples/ferry/1-channel-gazette.txt"),
    include_str!("examples/ferry/2-island-courier.txt"),
    include_str!("examples/ferry/3-world-desk.txt"),
];

impl Example {
    /// Its articles, in the order in which they are shown.
    pub fn articles(self) -> Vec<Article> {
        let files: &[&str] = match self {
            Example::Coast => &COAST,
            Example::Ferry => &FERRY,
        };
        files.iter().map(|file| parse(file)).collect()
    }
}

/// Reads "Name: value" lines up to the first blank line; the rest is the text.
fn parse(file: &str) -> Article {
    let (head, text) = file.split_once("\n\n").unwrap_or(("", file));
    let field = |name: &str| {
        (head.lines())
            .filter_map(|line| line.split_once(": "))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value.to_owned())
    };
    Article {
        text: text.trim_end().to_owned(),
        title: field("Title"),
        outlet: field("Outlet"),
        date: field("Date"),
        url: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_has_all_its_fields() {
        for example in [Example::Coast, Example::Ferry] {
            for article in example.articles() {
                assert!(article.title.is_some(), "{}", article.text);
                assert!(article.outlet.is_some() && article.date.is_some());
                let words = article.text.split_whitespace().count();
                assert!((120..=400).contains(&words), "{words} words");
            }
        }
    }
}
