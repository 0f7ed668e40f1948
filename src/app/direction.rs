//! Which way a text runs, by its first letter. Pure.
//!
//! The browser can find out by itself (`dir="auto"`), but Chromium then lays out each paragraph of a textarea apart,
//! and takes minutes for megabytes.

use crate::letters::is_letter;

/// "rtl" where the first letter belongs to a script that is written from right to left, else "ltr".
pub fn direction(text: &str) -> &'static str {
    match text.chars().find(|c| is_letter(*c)) {
        Some(letter) if is_right_to_left(letter) => "rtl",
        _ => "ltr",
    }
}

/// The blocks of Unicode whose letters run from right to left: Hebrew to Arabic Extended, their presentation forms,
/// and the two areas of the supplementary plane.
fn is_right_to_left(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn the_first_letter_decides() {
        assert_eq!(direction(""), "ltr");
        assert_eq!(direction("12 – 🙂"), "ltr");
        assert_eq!(direction("12 قُتل people"), "rtl");
        assert_eq!(direction("«מספר ההרוגים» rose"), "rtl");
        assert_eq!(direction("Twelve قُتل"), "ltr");
    }
}
