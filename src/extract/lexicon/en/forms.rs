//! Forms of English words that the tables leave to rule. Each is kept for as long as the tables are.

/// The -s form of a base form; in a phrase (with underscores for blanks), the first word takes it.
pub(crate) fn present_form(base: &str) -> &'static str {
    let (first, rest) = first_word(base);
    kept(&[&with_s(first), rest])
}

/// The past of a regular verb; in a phrase, the first word takes the ending.
pub(crate) fn past_form(base: &str) -> &'static str {
    let (first, rest) = first_word(base);
    kept(&[first.strip_suffix('e').unwrap_or(first), "ed", rest])
}

/// The -ing form of a regular verb; in a phrase, the first word takes the ending.
pub(crate) fn gerund(base: &str) -> &'static str {
    let (first, rest) = first_word(base);
    kept(&[first.strip_suffix('e').unwrap_or(first), "ing", rest])
}

/// The plural of a regular noun; in a phrase, the last word takes the ending.
pub(crate) fn plural_form(singular: &str) -> &'static str {
    let last = singular.rfind('_').map_or(0, |underscore| underscore + 1);
    let (rest, last) = singular.split_at(last);
    match last.strip_suffix("man") {
        Some(stem) => kept(&[rest, stem, "men"]),
        None => kept(&[rest, &with_s(last)]),
    }
}

/// A phrase cut behind its first word.
fn first_word(phrase: &str) -> (&str, &str) {
    phrase.split_at(phrase.find('_').unwrap_or(phrase.len()))
}

fn with_s(word: &str) -> String {
    let hisses = ["sh", "ch", "s", "x"];
    let stem = (word.strip_suffix('y')).filter(|stem| !stem.ends_with(['a', 'e', 'o']));
    match stem {
        Some(stem) => [stem, "ies"].concat(),
        None if hisses.iter().any(|hiss| word.ends_with(hiss)) => [word, "es"].concat(),
        None => [word, "s"].concat(),
    }
}

fn kept(parts: &[&str]) -> &'static str {
    Box::leak(parts.concat().into_boxed_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_of_a_verb_takes_the_ending() {
        assert_eq!(present_form("crush"), "crushes");
        assert_eq!(present_form("bury"), "buries");
        assert_eq!(present_form("slay"), "slays");
        assert_eq!(present_form("blow_up"), "blows_up");
        assert_eq!(past_form("execute"), "executed");
        assert_eq!(past_form("burn_alive"), "burned_alive");
        assert_eq!(gerund("execute"), "executing");
        assert_eq!(gerund("drown"), "drowning");
    }

    #[test]
    fn the_last_word_of_a_noun_takes_the_ending() {
        assert_eq!(plural_form("village_head"), "village_heads");
        assert_eq!(plural_form("policeman"), "policemen");
        assert_eq!(plural_form("refugee_family"), "refugee_families");
        assert_eq!(plural_form("coach"), "coaches");
    }
}
