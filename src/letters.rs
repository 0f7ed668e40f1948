//! Letters, capitals and small letters of the scripts that news in English meets.
//!
//! The standard library's tables know every script that ever was and add 9 kB (gzip) to the page. Of capitals, these
//! know Latin as Europe, Vietnam, Azerbaijan and West Africa write it, Greek, Cyrillic and Armenian, and full-width
//! Latin; letters of other scripts stay as they are.

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

/// What is no letter in the first plane of Unicode, beyond ASCII: punctuation, signs, symbols, digits, and the marks that
/// are laid over Latin, Greek and Cyrillic letters.
const NO_LETTERS: [(u16, u16); 67] = [
    (0x80, 0xa9),
    (0xab, 0xb4),
    (0xb6, 0xb9),
    (0xbb, 0xbf),
    (0xd7, 0xd7),
    (0xf7, 0xf7),
    (0x2c2, 0x2c5),
    (0x2d2, 0x2df),
    (0x2e5, 0x2eb),
    (0x2ed, 0x2ed),
    (0x2ef, 0x36f),
    (0x375, 0x375),
    (0x37e, 0x37e),
    (0x384, 0x385),
    (0x387, 0x387),
    (0x3f6, 0x3f6),
    (0x482, 0x489),
    (0x55a, 0x55f),
    (0x589, 0x5af),
    (0x5be, 0x5be),
    (0x5c0, 0x5c0),
    (0x5c3, 0x5c3),
    (0x5c6, 0x5c6),
    (0x5f3, 0x60f),
    (0x61b, 0x61f),
    (0x660, 0x66d),
    (0x6d4, 0x6d4),
    (0x6dd, 0x6de),
    (0x6e9, 0x6e9),
    (0x6f0, 0x6f9),
    (0x6fd, 0x6fe),
    (0x964, 0x970),
    (0x9e6, 0x9ef),
    (0xe3f, 0xe3f),
    (0xe4f, 0xe5b),
    (0x1040, 0x104f),
    (0x10fb, 0x10fb),
    (0x1360, 0x137c),
    (0x17d4, 0x17d6),
    (0x17d8, 0x17e9),
    (0x2000, 0x2070),
    (0x2072, 0x207e),
    (0x2080, 0x208f),
    (0x20a0, 0x215f),
    (0x2189, 0x24b5),
    (0x24ea, 0x2bff),
    (0x2e00, 0x2e2e),
    (0x2e30, 0x3004),
    (0x3008, 0x3020),
    (0x302a, 0x3030),
    (0x3036, 0x3037),
    (0x303d, 0x3040),
    (0x3099, 0x309c),
    (0x30a0, 0x30a0),
    (0x30fb, 0x30fb),
    (0x3190, 0x319f),
    (0x31c0, 0x31ef),
    (0x3200, 0x33ff),
    (0x4dc0, 0x4dff),
    (0xe000, 0xf8ff),
    (0xfb29, 0xfb29),
    (0xfd3e, 0xfd4f),
    (0xfdfc, 0xfe6f),
    (0xfeff, 0xff20),
    (0xff3b, 0xff40),
    (0xff5b, 0xff65),
    (0xffe0, 0xffff),
];

/// Which of these are digits or fractions.
const DIGITS: [(u16, u16); 19] = [
    (0xb2, 0xb3),
    (0xb9, 0xb9),
    (0xbc, 0xbe),
    (0x660, 0x669),
    (0x6f0, 0x6f9),
    (0x966, 0x96f),
    (0x9e6, 0x9ef),
    (0xe50, 0xe59),
    (0x1040, 0x1049),
    (0x17e0, 0x17e9),
    (0x2070, 0x2070),
    (0x2074, 0x2079),
    (0x2080, 0x2089),
    (0x2150, 0x215f),
    (0x2189, 0x2189),
    (0x2460, 0x249b),
    (0x24ea, 0x24ff),
    (0x2776, 0x2793),
    (0xff10, 0xff19),
];

/// Whether one of the ranges, which are in order, holds `c`.
fn holds(ranges: &[(u16, u16)], c: char) -> bool {
    let code = u32::from(c);
    let at = ranges.partition_point(|&(_, last)| u32::from(last) < code);
    ranges
        .get(at)
        .is_some_and(|&(first, _)| u32::from(first) <= code)
}

/// Whether `c` is a letter of any script. Where the standard library's table knows better (signs of rare scripts, letters
/// beyond the first plane other than ideographs and mathematical ones), it is a guess.
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '\u{80}'..='\u{ffff}' => !holds(&NO_LETTERS, c),
        // Ancient numbers, music, emoji, and what is behind the last script.
        _ => {
            !matches!(c, '\u{10100}'..='\u{101ff}' | '\u{1d000}'..='\u{1d3ff}' | '\u{1f000}'..='\u{1faff}' | '\u{e0000}'..)
        }
    }
}

/// Whether `c` is a digit or a fraction.
pub(crate) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || holds(&DIGITS, c)
}

/// Whether `c` is a letter or a digit of any script.
pub(crate) fn is_letter_or_digit(c: char) -> bool {
    is_letter(c) || is_digit(c)
}

/// Small letters of these scripts that are no capital's.
const SMALL: &str = "µßıĸŉſΐΰς";

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
    CAPITALS.iter().any(of_a_capital) || has_char(SMALL, c)
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

/// Whether a text has a character. The standard way of asking brings the search of a text for a text with it, 1 kB (gzip).
pub(crate) fn has_char(text: &str, c: char) -> bool {
    text.chars().any(|other| other == c)
}

#[cfg(test)]
mod tests {
    use super::{
        CAPITALS, SMALL, is_capital, is_letter, is_letter_or_digit, is_small, lower, lower_case,
    };

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
    fn letters_are_those_of_the_standard_library_in_the_scripts_of_news() {
        let in_scripts = ('\0'..='\u{344}')
            .chain('\u{370}'..='\u{6ff}')
            .chain('\u{900}'..='\u{97f}')
            .chain('ก'..='๛')
            .chain('ა'..='ჿ')
            .chain('Ḁ'..='ỿ')
            .chain('\u{2150}'..='\u{24ff}')
            .chain('\u{3000}'..='\u{318f}')
            .chain('\u{3400}'..='\u{9fff}')
            .chain('가'..='힣')
            .chain('\u{f900}'..='\u{ffef}');
        for c in in_scripts.filter(|c| c.is_alphanumeric()) {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert!(is_letter_or_digit(c), "{c:?}");
        }
        for c in '\0'..='\u{2ff}' {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_letter_or_digit(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    #[test]
    fn marks_and_signs_of_many_scripts_are_no_letters() {
        let signs = "«»„“”‘’‚‹›–—…•·†‡§¶©®°±×÷¡¿€£¥₽₹₪№™،؛؟٪۔।॥、。「」『』（）【】〜・：；！？～←→■●★☎✓😀🏳\u{301}\u{fe0f}\u{200d}\u{feff}\u{fffd}";
        for c in signs.chars() {
            assert!(!is_letter_or_digit(c), "{c:?}");
        }
        for c in "٣۵५３½²".chars() {
            assert!(!is_letter(c) && is_letter_or_digit(c), "{c:?}");
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
