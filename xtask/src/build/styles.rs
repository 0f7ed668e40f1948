//! The page's stylesheets, turned so that they do the same inside an element of another page.
//!
//! There the root's size of text is the host's, and the width that counts is the element's and not the window's.

/// Pixels that a rem of a width condition stands for.
const REM: f64 = 16.0;

/// Lengths in rem count in `--cc-rem`, conditions on the window's width ask the container `cc-host`, and comments go.
pub fn for_shadow_tree(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(c) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("/*") {
            rest = after.split_once("*/").map_or("", |(_, after)| after);
        } else if let Some((condition, after)) = condition(rest) {
            out += &condition;
            rest = after;
        } else if let Some((length, after)) = length_in_rem(rest, out.chars().next_back()) {
            out += &length;
            rest = after;
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// A condition that starts here, asked of the container where it asks for the window's width; and what follows.
///
/// Conditions know no custom properties, so lengths in rem become pixels there.
fn condition(css: &str) -> Option<(String, &str)> {
    let (condition, after) = css.split_at(css.find('{')?);
    let asked = match condition.strip_prefix("@media ") {
        Some(asked) if asked.contains("-width:") => format!("@container cc-host {asked}"),
        _ if condition.starts_with("@container ") => condition.to_owned(),
        _ => return None,
    };
    let mut out = String::new();
    let mut rest = asked.as_str();
    while let Some(c) = rest.chars().next() {
        if let Some((rems, after)) = rem(rest, out.chars().next_back()) {
            out += &format!("{}px", (rems * REM * 100.0).round() / 100.0);
            rest = after;
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    Some((out, after))
}

/// A length in rem that starts here, as a multiple of `--cc-rem`; and what follows.
fn length_in_rem(css: &str, before: Option<char>) -> Option<(String, &str)> {
    let (rems, after) = rem(css, before)?;
    Some((format!("calc({rems} * var(--cc-rem))"), after))
}

/// The number of a length in rem that starts here, after the character `before`; and what follows.
fn rem(css: &str, before: Option<char>) -> Option<(f64, &str)> {
    if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '#')) {
        return None;
    }
    let unsigned = css.strip_prefix('-').unwrap_or(css);
    let digits = unsigned.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (number, after) = css.split_at(digits + css.len() - unsigned.len());
    let after = after.strip_prefix("rem")?;
    let ends = (after.chars().next()).is_none_or(|c| !c.is_alphanumeric() && c != '-');
    let number = number.parse().ok()?;
    ends.then_some((number, after))
}

#[cfg(test)]
mod tests {
    use super::for_shadow_tree;

    #[test]
    fn lengths_in_rem_count_in_the_elements_own() {
        for (css, expected) in [
            (
                "a { margin: 1rem 0.5rem; }",
                "a { margin: calc(1 * var(--cc-rem)) calc(0.5 * var(--cc-rem)); }",
            ),
            ("top: -10rem", "top: calc(-10 * var(--cc-rem))"),
            ("minmax(0,12rem)", "minmax(0,calc(12 * var(--cc-rem)))"),
            ("1.5em 2px 3remix a1rem", "1.5em 2px 3remix a1rem"),
            ("a/* 1rem */b", "ab"),
            ("a:is(.b) - 0", "a:is(.b) - 0"),
        ] {
            assert_eq!(for_shadow_tree(css), expected);
        }
    }

    #[test]
    fn the_windows_width_becomes_the_elements() {
        assert_eq!(
            for_shadow_tree("@media (min-width: 68rem) { a { gap: 1rem; } }"),
            "@container cc-host (min-width: 1088px) { a { gap: calc(1 * var(--cc-rem)); } }"
        );
        assert_eq!(
            for_shadow_tree("@media (min-width: 48rem) and (max-width: 67.99rem) {"),
            "@container cc-host (min-width: 768px) and (max-width: 1087.84px) {"
        );
        assert_eq!(
            for_shadow_tree("@container (max-width: 40rem) {"),
            "@container (max-width: 640px) {"
        );
        assert_eq!(
            for_shadow_tree("@media print { b {} }"),
            "@media print { b {} }"
        );
    }
}
