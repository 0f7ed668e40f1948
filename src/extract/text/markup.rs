//! Tags of HTML that were pasted along with a text: passed over like blanks, wherever they stand.

use super::scanner::is_space;
use crate::extract::lexicon::is_ignored;

/// The most bytes of a tag.
const LONGEST_TAG: usize = 300;

/// Tags that part what stands before them from what stands behind, as printed in small letters.
const PARTING: &[&str] = &[
    "blockquote",
    "br",
    "div",
    "dd",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

/// A tag at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// Its bytes.
    pub(super) length: usize,
    /// Whether it parts the words beside it, as a blank does.
    pub(super) parts: bool,
}

/// The tag that `rest` starts with: "<b>", "</p>", "<br/>", "<td class=\"number\">". "<40" is none.
pub(super) fn tag(rest: &str) -> Option<Tag> {
    let bytes = rest.as_bytes();
    if *bytes.first()? != b'<' {
        return None;
    }
    let start = 1 + usize::from(bytes.get(1) == Some(&b'/'));
    let inside = |c: char| c.is_ascii_alphanumeric() || is_ignored(c);
    let behind = rest.get(start..)?.trim_start_matches(inside);
    let end = rest.len() - behind.len();
    let name = &rest[start..end];
    let named = name.starts_with(|first: char| first.is_ascii_alphabetic());
    let closes = behind.starts_with(|next: char| matches!(next, '>' | '/') || is_space(next));
    if !named || !closes || end > LONGEST_TAG {
        return None;
    }
    let window = &bytes[..bytes.len().min(LONGEST_TAG)];
    let close = end + (window.get(end..)?.iter()).position(|&byte| matches!(byte, b'>' | b'<'))?;
    let letters = || name.chars().filter(|&c| !is_ignored(c));
    let is = |parting: &&str| {
        letters()
            .map(|c| c.to_ascii_lowercase())
            .eq(parting.chars())
    };
    (bytes[close] == b'>').then(|| Tag {
        length: close + 1,
        parts: PARTING.iter().any(is),
    })
}

/// Printed words without tags.
pub(super) fn without_tags(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match tag(rest) {
            Some(tag) => {
                if tag.parts {
                    out.push(' ');
                }
                rest = &rest[tag.length..];
            }
            None => {
                out.push('<');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// A line without the tags at its end.
pub(super) fn before_tags(line: &str) -> &str {
    let mut line = line;
    while line.ends_with('>') {
        let Some(open) = line.rfind('<') else { break };
        match tag(&line[open..]) {
            Some(tag) if open + tag.length == line.len() => line = line[..open].trim_end(),
            _ => break,
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_from_signs() {
        let length = |text: &str| tag(text).map(|tag| tag.length);
        assert_eq!(length("<b>40"), Some(3));
        assert_eq!(length("</p>"), Some(4));
        assert_eq!(length("<br/>12"), Some(5));
        assert_eq!(length("<td class=\"a > b\">"), Some(14));
        for none in [
            "<40 dead>",
            "< b>",
            "<b 12 <i>",
            "<john@example.org>",
            "<b",
            "<",
            "b>",
        ] {
            assert_eq!(length(none), None, "{none}");
        }
        assert!(tag("<P>").is_some_and(|tag| tag.parts));
        assert!(tag("<em>").is_some_and(|tag| !tag.parts));
    }

    #[test]
    fn words_lose_their_tags() {
        assert_eq!(
            without_tags("At least <b>40</b> people"),
            "At least 40 people"
        );
        assert_eq!(without_tags("12<br>dead < 40"), "12 dead < 40");
        assert_eq!(before_tags("Nine died.</b></p>"), "Nine died.");
        assert_eq!(before_tags("2 > 1"), "2 > 1");
    }
}
