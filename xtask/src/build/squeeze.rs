//! Stylesheets and glue without what only people read.

/// A text without comments that begin a line, without indentation and empty lines. Line ends stay, so that a
/// script means the same; a literal that runs over several lines would not, and the glue has none.
pub fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::squeezed;

    #[test]
    fn comments_and_indentation_go_and_rules_stay() {
        let css =
            "/* One */\na {\n  b: c;\n}\n\n  /* of\n     two lines */\nd { e: \"f /* g */\" }\n";
        assert_eq!(squeezed(css), "a {\nb: c;\n}\nd { e: \"f /* g */\" }\n");
    }

    #[test]
    fn documentation_goes_and_statements_keep_their_lines() {
        let js = "/**\n * @param {any} a\n */\nexport function f(a) {\n    // A note.\n    return `/* ${a} */`;\n}\n";
        assert_eq!(
            squeezed(js),
            "export function f(a) {\nreturn `/* ${a} */`;\n}\n"
        );
    }
}
