//! Plain text put together from the pieces of a document: white space collapsed, blocks on lines of their own. Pure.

/// What an element means for the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Runs on in the line.
    Inline,
    /// Stands on lines of its own.
    Block,
    /// Stands in paragraphs of its own.
    Paragraph,
    /// Ends the line.
    Break,
    /// Stands apart from its neighbours in the line.
    Cell,
    /// Is not shown.
    Hidden,
}

/// The layout of the element with this tag name, in any case.
pub fn layout(tag: &str) -> Layout {
    match tag.to_ascii_lowercase().as_str() {
        "script" | "style" | "template" | "noscript" | "head" | "title" | "svg" | "math"
        | "iframe" | "object" | "button" | "select" | "textarea" => Layout::Hidden,
        "br" | "hr" => Layout::Break,
        "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "article" | "section"
        | "ul" | "ol" | "dl" | "table" | "figure" => Layout::Paragraph,
        "div" | "li" | "dt" | "dd" | "tr" | "header" | "footer" | "main" | "aside" | "nav"
        | "figcaption" | "caption" | "address" | "pre" | "form" => Layout::Block,
        "td" | "th" => Layout::Cell,
        _ => Layout::Inline,
    }
}

/// Text being put together.
#[derive(Debug, Default)]
pub struct Plain {
    text: String,
    /// Line ends that are due before the next word.
    breaks: usize,
    /// Whether a space is due before the next word.
    space: bool,
}

impl Plain {
    /// Adds words; runs of white space become one space.
    pub fn words(&mut self, words: &str) {
        for c in words.chars() {
            if c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}' {
                self.space = true;
                continue;
            }
            self.settle();
            self.text.push(c);
        }
    }

    /// Enters or leaves an element of this layout.
    pub fn edge(&mut self, of: Layout) {
        match of {
            Layout::Inline | Layout::Hidden => {}
            Layout::Cell => self.space = true,
            Layout::Block | Layout::Break => self.breaks = self.breaks.max(1),
            Layout::Paragraph => self.breaks = 2,
        }
    }

    /// The text, without white space at its ends.
    pub fn finish(self) -> String {
        self.text
    }

    fn settle(&mut self) {
        if !self.text.is_empty() {
            match (self.breaks, self.space) {
                (0, false) => {}
                (0, true) => self.text.push(' '),
                (1, _) => self.text.push('\n'),
                (_, _) => self.text.push_str("\n\n"),
            }
        }
        self.breaks = 0;
        self.space = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_become_lines_and_paragraphs() {
        let mut plain = Plain::default();
        plain.edge(layout("DIV"));
        plain.words("\n  Twelve ");
        plain.edge(layout("B"));
        plain.words("people");
        plain.edge(layout("B"));
        plain.words("\n were killed. ");
        plain.edge(layout("p"));
        plain.words("One");
        plain.edge(layout("br"));
        plain.words("two");
        plain.edge(layout("td"));
        plain.words("three\u{a0}4 ");
        assert_eq!(
            plain.finish(),
            "Twelve people were killed.\n\nOne\ntwo three\u{a0}4"
        );
    }

    #[test]
    fn nothing_gives_nothing() {
        let mut plain = Plain::default();
        plain.words(" \n\t ");
        plain.edge(Layout::Paragraph);
        assert_eq!(plain.finish(), "");
    }
}
