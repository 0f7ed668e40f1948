//! Forms of English words that the tables leave to rule.

/// The -s form of a base form; in a phrase (with underscores for blanks), the first word takes it.
pub(crate) fn present_form(base: &str) -> String {
    let (first, rest) = match base.split_once('_') {
        Some((first, rest)) => (first, Some(rest)),
        None => (base, None),
    };
    let hisses = ["sh", "ch", "s", "x"];
    let form = if hisses.iter().any(|hiss| first.ends_with(hiss)) {
        format!("{first}es")
    } else if let Some(stem) = first
        .strip_suffix('y')
        .filter(|stem| !stem.ends_with(['a', 'e', 'o']))
    {
        format!("{stem}ies")
    } else {
        format!("{first}s")
    };
    match rest {
        Some(rest) => format!("{form}_{rest}"),
        None => form,
    }
}

#[cfg(test)]
mod tests {
    use super::present_form;

    #[test]
    fn the_first_word_takes_the_ending() {
        assert_eq!(present_form("crush"), "crushes");
        assert_eq!(present_form("bury"), "buries");
        assert_eq!(present_form("slay"), "slays");
        assert_eq!(present_form("blow_up"), "blows_up");
    }
}
