//! Capitals and small letters of the scripts that news in English meets.
//!
//! The standard library's tables know every script that ever had capitals and add 7 kB (gzip) to the page. This one
//! knows Latin as Europe, Vietnam, Azerbaijan and West Africa write it, Greek, Cyrillic and Armenian, and full-width
//! Latin. Letters of other scripts stay as they are.

/// Capitals from the first to the last, how far apart they are, and how far the small letter is from its capital.
const CAPITALS: [(char, char, u32, i32); 39] = [
    ('A', 'Z', 1, 32),
    ('À', 'Ö', 1, 32),
    ('Ø', 'Þ', 1, 32),
    ('Ā', 'Į', 2, 1),
    // Without its dot: "İzmir" and "Izmir" are one name.
    ('İ', 'İ', 1, -199),
    ('Ĳ', 'Ķ', 2, 1),
    ('Ĺ', 'Ň', 2, 1),
    ('Ŋ', 'Ŷ', 2, 1),
    ('Ÿ', 'Ÿ', 1, -121),
    ('Ź', 'Ž', 2, 1),
    ('Ɓ', 'Ɓ', 1, 210),
    ('Ɔ', 'Ɔ', 1, 206),
    ('Ɗ', 'Ɗ', 1, 205),
    ('Ə', 'Ə', 1, 202),
    ('Ɛ', 'Ɛ', 1, 203),
    ('Ɣ', 'Ɣ', 1, 207),
    ('Ɨ', 'Ɨ', 1, 209),
    ('Ƙ', 'Ƙ', 1, 1),
    ('Ɲ', 'Ɲ', 1, 213),
    ('Ơ', 'Ơ', 1, 1),
    ('Ư', 'Ư', 1, 1),
    ('Ƴ', 'Ƴ', 1, 1),
    ('Ǎ', 'Ǜ', 2, 1),
    ('Ǟ', 'Ǯ', 2, 1),
    ('Ǹ', 'Ȟ', 2, 1),
    ('Ά', 'Ά', 1, 38),
    ('Έ', 'Ί', 1, 37),
    ('Ό', 'Ό', 1, 64),
    ('Ύ', 'Ώ', 1, 63),
    ('Α', 'Ρ', 1, 32),
    ('Σ', 'Ϋ', 1, 32),
    ('Ѐ', 'Џ', 1, 80),
    ('А', 'Я', 1, 32),
    ('Ҋ', 'Ҿ', 2, 1),
    ('Ӑ', 'Ԯ', 2, 1),
    ('Ա', 'Ֆ', 1, 48),
    ('Ḁ', 'Ẕ', 2, 1),
    ('Ạ', 'Ỿ', 2, 1),
    ('Ａ', 'Ｚ', 1, 32),
];

/// Small letters of these scripts that are no capital's.
const SMALL: &str = "ßıĸŉſΐΰς";

/// Whether `c` is a capital of these scripts.
pub(crate) fn is_capital(c: char) -> bool {
    lower(c) != c
}

/// Whether `c` is a small letter of these scripts.
pub(crate) fn is_small(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_lowercase();
    }
    let of_a_capital = |&(first, last, step, distance): &(char, char, u32, i32)| {
        (u32::from(c)
            .checked_add_signed(-distance)
            .and_then(char::from_u32))
        .is_some_and(|capital| {
            (first..=last).contains(&capital) && (u32::from(capital) - u32::from(first)) % step == 0
        })
    };
    CAPITALS.iter().any(of_a_capital) || SMALL.contains(c)
}

/// The small letter of a capital; any other character as it is.
pub(crate) fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let row = CAPITALS.iter().find(|(first, last, step, _)| {
        (*first..=*last).contains(&c) && (u32::from(c) - u32::from(*first)) % step == 0
    });
    row.and_then(|(.., distance)| char::from_u32(u32::from(c).checked_add_signed(*distance)?))
        .unwrap_or(c)
}

/// `text` in small letters.
pub(crate) fn lower_case(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().map(lower).collect()
}

#[cfg(test)]
mod tests {
    use super::{CAPITALS, SMALL, is_capital, is_small, lower, lower_case};

    #[test]
    fn small_letters_are_those_of_the_standard_library() {
        for (first, last, step, _) in CAPITALS {
            for code in (u32::from(first)..=u32::from(last)).step_by(step as usize) {
                let Some(capital) = char::from_u32(code).filter(|&c| c != 'İ') else {
                    continue;
                };
                let standard: Vec<char> = capital.to_lowercase().collect();
                assert_eq!(vec![lower(capital)], standard, "{capital}");
            }
        }
    }

    #[test]
    fn a_character_becomes_its_small_letter_or_stays() {
        for c in '\0'..=char::MAX {
            let standard: String = c.to_lowercase().collect();
            let ours = lower(c);
            assert!(ours == c || c == 'İ' || standard == ours.to_string(), "{c}");
        }
    }

    #[test]
    fn capitals_and_small_letters_are_those_of_the_standard_library() {
        for c in '\0'..=char::MAX {
            assert!(!is_capital(c) || c.is_uppercase(), "{c}");
            assert!(!is_small(c) || c.is_lowercase(), "{c}");
            assert!(!is_capital(c) || is_small(lower(c)), "{c}");
        }
        assert!(SMALL.chars().all(|c| is_small(c) && !is_capital(c)));
        for c in ('\0'..='\u{17f}').chain('а'..='я') {
            assert_eq!(is_capital(c), c.is_uppercase(), "{c}");
            assert_eq!(is_small(c), c.is_lowercase() && !"ªº".contains(c), "{c}");
        }
    }

    #[test]
    fn names_of_many_countries_become_small() {
        for (name, small) in [
            ("ŁÓDŹ", "łódź"),
            ("ĐÀ NẴNG", "đà nẵng"),
            ("GƏNCƏ", "gəncə"),
            ("İZMİR", "izmir"),
            ("ƊANƁATTA", "ɗanɓatta"),
            ("ХАРКІВ", "харків"),
            ("ΑΘΉΝΑ", "αθήνα"),
            ("北京", "北京"),
        ] {
            assert_eq!(lower_case(name), small);
        }
    }
}
