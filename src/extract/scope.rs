//! How much of the event a sentence speaks of: the whole, a place, an incident, another time; or nothing that happened.

use super::lexicon::Class;
use super::text::{Kind, Token};
use crate::model::Scope;

/// What a sentence as a whole says of its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Setting {
    pub(crate) scope: Scope,
    pub(crate) place: Option<String>,
    /// Why no figure of the sentence is a claim at all, or `None`.
    pub(crate) refused: Option<&'static str>,
    /// Whether the figures are a forecast.
    pub(crate) projected: bool,
    /// A year that the sentence speaks of: it is background where the article has a current figure.
    pub(crate) year: bool,
}

/// Reads the setting of one sentence.
pub(crate) fn setting(text: &str, tokens: &[Token]) -> Setting {
    let has = |class: Class| tokens.iter().any(|token| token.is(class));
    let mut setting = Setting {
        scope: Scope::Event,
        place: None,
        refused: None,
        projected: false,
        year: false,
    };
    setting.refused = refused(tokens);
    if is_background(text, tokens) || has(Class::OtherEvent) {
        setting.scope = Scope::Background;
    } else if has(Class::Incident) {
        setting.scope = Scope::Incident;
    } else if let Some(place) = place(text, tokens) {
        (setting.scope, setting.place) = (Scope::Place, Some(place));
    }
    if has(Class::Forecast) && !has(Class::Become) && !rises(tokens) {
        setting.projected = true;
    }
    setting.year = names_year(text, tokens);
    setting
}

/// A forecast that only says that the toll will rise leaves the figure as it is.
fn rises(tokens: &[Token]) -> bool {
    tokens.windows(3).any(|window| {
        window[0].is(Class::Forecast) && window[1].is(Class::To) && window[2].is(Class::Rise)
    })
}

fn refused(tokens: &[Token]) -> Option<&'static str> {
    let first = tokens.first()?;
    if first.is(Class::Teaser)
        || tokens.len() > 1 && tokens[1].is(Class::Teaser) && first.kind != Kind::Word
    {
        return Some("teaser");
    }
    if tokens.iter().any(|token| token.is(Class::Rate)) {
        return Some("rate");
    }
    if tokens
        .iter()
        .any(|token| token.is(Class::Risk) && token.text_len() > 4)
        && tokens
            .windows(2)
            .any(|pair| pair[0].is(Class::Risk) && pair[1].is(Class::Of))
    {
        return Some("risk");
    }
    let fiction = tokens.iter().take(4).any(|token| token.is(Class::Fiction));
    fiction.then_some("fiction")
}

/// Whether the sentence speaks of another time: "last year", "ten years ago", "since 2011", "the war has killed".
fn is_background(text: &str, tokens: &[Token]) -> bool {
    let long = tokens.iter().position(|token| token.is(Class::LongEvent));
    let killed_by_long_event = long.is_some_and(|at| {
        let subject = at <= 3;
        let next = tokens[at + 1..]
            .iter()
            .find(|token| !token.is(Class::Adverb));
        subject
            && next.is_some_and(|token| {
                token.is(Class::Have) || token.entry.verb.is_some() || token.is(Class::Taker)
            })
    });
    let ago = tokens.windows(2).any(|pair| {
        pair[0].is(Class::Time)
            && pair[1].text(text).eq_ignore_ascii_case("ago")
            && is_long(text, &pair[0])
    });
    let since = tokens.windows(2).any(|pair| {
        pair[0].is(Class::Subordinator)
            && pair[0].is(Class::Preposition)
            && is_year(text, &pair[1])
            && pair[0].text(text).eq_ignore_ascii_case("since")
    });
    let superlative_since = since
        && tokens
            .iter()
            .any(|token| token.is(Class::Incident) || token.text(text).ends_with("est"));
    tokens.iter().any(|token| token.is(Class::Background))
        || killed_by_long_event
        || ago
        || since && !superlative_since
}

/// Whether a noun of time is longer than days.
fn is_long(text: &str, token: &Token) -> bool {
    let word = token.text(text).to_ascii_lowercase();
    ["year", "month", "decade", "centur"]
        .iter()
        .any(|stem| word.starts_with(stem))
}

fn is_year(text: &str, token: &Token) -> bool {
    let word = token.text(text);
    token.kind == Kind::Digits
        && word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
}

/// "in 2019": whether the sentence names a year.
fn names_year(text: &str, tokens: &[Token]) -> bool {
    tokens.windows(2).any(|pair| {
        (pair[0].is(Class::In) || pair[0].is(Class::MonthName)) && is_year(text, &pair[1])
    })
}

/// "In the village of Abrin alone", "In the coastal village of Tuwaym": the place that a sentence opens with.
fn place(text: &str, tokens: &[Token]) -> Option<String> {
    let alone = tokens
        .iter()
        .position(|token| token.is(Class::Alone))
        .filter(|&at| at > 1 && tokens[at - 1].is_capital());
    if let Some(at) = alone {
        return name_ending(text, tokens, at);
    }
    if !tokens.first()?.is(Class::In) {
        return None;
    }
    let word = tokens
        .iter()
        .take(6)
        .position(|token| token.is(Class::PlaceWord))?;
    let of = tokens
        .get(word + 1)
        .filter(|token| token.is(Class::Of))
        .map_or(word + 1, |_| word + 2);
    let end = (of..tokens.len())
        .find(|&at| !tokens[at].is_capital())
        .unwrap_or(tokens.len());
    (end > of).then(|| slice(text, tokens, of, end))
}

fn name_ending(text: &str, tokens: &[Token], end: usize) -> Option<String> {
    let start = (0..end)
        .rev()
        .take_while(|&at| tokens[at].is_capital() && !tokens[at].is(Class::Preposition))
        .last()?;
    Some(slice(text, tokens, start, end))
}

fn slice(text: &str, tokens: &[Token], start: usize, end: usize) -> String {
    text.get(tokens[start].start..tokens[end - 1].end)
        .unwrap_or_default()
        .to_owned()
}
