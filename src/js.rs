//! The wasm-bindgen border: plain JavaScript objects in and out, with UTF-16 offsets here and nowhere else.
//!
//! The keys are those of the command line's JSON. Offsets count UTF-16 code units, so that
//! `text.slice(mention.start, mention.end)` is the evidence; a lone surrogate in the text stands for one unit, and is
//! U+FFFD in a quote. Every error is an `Error` with a `code`.

use crate::model::{Article, Comparison, Extraction, ReadArticle};
use crate::order::sort_by_key;
use crate::plain::{PlainComparison, SetAsides};
use js_sys::{Array, Error, JsString, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// The longest text, or texts of one comparison together, in UTF-16 units. Reading takes up to 30 times the
/// memory of the text, and WebAssembly has 4 GB.
const MOST_UNITS: u32 = 1 << 24;

/// The most articles in one comparison.
const MOST_ARTICLES: u32 = 10_000;

/// The most cells that the table of a comparison may come to: claims times articles.
const MOST_CELLS: usize = 40_000_000;

/// What went wrong at the border: the `code` of the error that JavaScript sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Code {
    /// The text is not a string.
    NotAString,
    /// The articles are not an array.
    NotAnArray,
    /// One of the articles is not an object with a text, or one of its keys is of another type.
    NotAnArticle,
    /// The options are not an object, or hold an unknown key or a value of another type.
    NotOptions,
    /// More text, articles or figures than one call takes.
    TooLarge,
    /// What was read could not be handed over.
    Internal,
}

impl Code {
    const fn name(self) -> &'static str {
        match self {
            Code::NotAString => "not_a_string",
            Code::NotAnArray => "not_an_array",
            Code::NotAnArticle => "not_an_article",
            Code::NotOptions => "not_options",
            Code::TooLarge => "too_large",
            Code::Internal => "internal",
        }
    }
}

/// Reads the claims out of a text: `{claims, tolls, setAside}`.
///
/// # Errors
/// `not_a_string` where `text` is not a string; `too_large` above 16,777,216 UTF-16 units.
#[wasm_bindgen(skip_typescript)]
pub fn extract(text: &JsValue) -> Result<JsValue, JsValue> {
    let text: &JsString = text
        .dyn_ref()
        .ok_or_else(|| error(Code::NotAString, "extract(text): text must be a string"))?;
    if text.length() > MOST_UNITS {
        return Err(too_long("extract(text)"));
    }
    let text = String::from(text);
    let mut extraction = crate::extract(&text);
    count_in_utf16(&text, offsets(&mut extraction));
    plain(&extraction)
}

/// Compares articles, `[{text, title?, outlet?, date?, url?}]`: `{articles, rows, findings}`.
///
/// `options` is undefined, null or `{setAside?: boolean}`; with `setAside`, each article has its `setAside` too.
///
/// # Errors
/// `not_an_array` where `articles` is not an array; `not_an_article` where one of them has no text that is a string,
/// or a key of another type than string, null or undefined; `not_options` where the options hold anything else;
/// `too_large` above 10,000 articles, 16,777,216 UTF-16 units of text, or 40 million claims times articles.
#[wasm_bindgen(skip_typescript)]
pub fn compare(articles: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let set_asides = options_of(options)?;
    let articles = articles_of(articles)?;
    let extractions: Vec<Extraction> = articles
        .iter()
        .map(|article| crate::extract(&article.text))
        .collect();
    let claims: usize = extractions.iter().map(|read| read.claims.len()).sum();
    if claims.saturating_mul(articles.len()) > MOST_CELLS {
        let message = format!(
            "compare(articles): {claims} claims in {} articles are too many for one comparison",
            articles.len()
        );
        return Err(error(Code::TooLarge, &message));
    }
    let comparison = crate::compare(&ReadArticle::pairs(&articles, &extractions));
    hand_over(&articles, extractions, comparison, set_asides)
}

/// The comparison of `articles`, out of which `extractions` were read, as `compare` gives it.
///
/// # Errors
/// `internal` where it cannot be handed over.
pub(crate) fn hand_over(
    articles: &[Article],
    mut extractions: Vec<Extraction>,
    mut comparison: Comparison,
    set_asides: SetAsides,
) -> Result<JsValue, JsValue> {
    let mut by_article: Vec<Vec<&mut usize>> = extractions.iter_mut().map(offsets).collect();
    for passage in (comparison.findings.iter_mut()).flat_map(|finding| &mut finding.passages) {
        if let Some(offsets) = by_article.get_mut(passage.article) {
            offsets.extend([&mut passage.start, &mut passage.end]);
        }
    }
    for (article, offsets) in articles.iter().zip(by_article) {
        count_in_utf16(&article.text, offsets);
    }
    let read = ReadArticle::pairs(articles, &extractions);
    plain(&PlainComparison::new(&read, &comparison, set_asides))
}

fn options_of(options: &JsValue) -> Result<SetAsides, JsValue> {
    let refuse = |why: &str| {
        error(
            Code::NotOptions,
            &format!("compare(articles, options): {why}"),
        )
    };
    if options.is_undefined() || options.is_null() {
        return Ok(SetAsides::Omit);
    }
    if !options.is_object() {
        return Err(refuse("options must be an object"));
    }
    let keys = Reflect::own_keys(options).map_err(|_| refuse("options cannot be read"))?;
    if let Some(other) = keys.iter().find(|key| *key != "setAside") {
        let key = other.as_string().unwrap_or_else(|| "a symbol".to_owned());
        return Err(refuse(&format!("unknown option {key}")));
    }
    let wanted = Reflect::get(options, &"setAside".into())
        .map_err(|_| refuse("options.setAside cannot be read"))?;
    match (wanted.is_undefined(), wanted.as_bool()) {
        (true, _) | (_, Some(false)) => Ok(SetAsides::Omit),
        (_, Some(true)) => Ok(SetAsides::Include),
        (false, None) => Err(refuse("options.setAside must be true or false")),
    }
}

/// The articles of a JavaScript array.
pub(crate) fn articles_of(value: &JsValue) -> Result<Vec<Article>, JsValue> {
    let refuse = |why: &str| error(Code::NotAnArray, &format!("compare(articles): {why}"));
    if !Array::is_array(value) {
        return Err(refuse("articles must be an array"));
    }
    let length = Reflect::get(value, &"length".into())
        .ok()
        .and_then(|length| length.as_f64())
        .ok_or_else(|| refuse("articles cannot be read"))? as u32;
    if length > MOST_ARTICLES {
        let message = format!("compare(articles): {length} articles; at most {MOST_ARTICLES}");
        return Err(error(Code::TooLarge, &message));
    }
    let mut units = 0;
    (0..length)
        .map(|index| article_of(value, index, &mut units))
        .collect()
}

/// One of the articles of an array; adds the length of its text to `units`.
fn article_of(articles: &JsValue, index: u32, units: &mut u32) -> Result<Article, JsValue> {
    let refuse = |why: &str| {
        let message = format!("compare(articles): articles[{index}]{why}");
        error(Code::NotAnArticle, &message)
    };
    let article = Reflect::get_u32(articles, index).map_err(|_| refuse(" cannot be read"))?;
    if !article.is_object() {
        return Err(refuse(" must be an object"));
    }
    let get = |key: &str| {
        Reflect::get(&article, &key.into()).map_err(|_| refuse(&format!(".{key} cannot be read")))
    };
    let optional = |key: &str| match get(key)? {
        value if value.is_undefined() || value.is_null() => Ok(None),
        value => (value.as_string().map(Some))
            .ok_or_else(|| refuse(&format!(".{key} must be a string or null"))),
    };
    let text = get("text")?;
    let text: &JsString = text
        .dyn_ref()
        .ok_or_else(|| refuse(".text must be a string"))?;
    *units = units.saturating_add(text.length());
    if *units > MOST_UNITS {
        return Err(too_long("compare(articles)"));
    }
    Ok(Article {
        text: String::from(text),
        title: optional("title")?,
        outlet: optional("outlet")?,
        date: optional("date")?,
        url: optional("url")?,
    })
}

/// A value as plain JSON-compatible objects, with null for what is absent.
pub(crate) fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value
        .serialize(&Serializer::json_compatible())
        .map_err(|why| error(Code::Internal, &why.to_string()))
}

fn too_long(call: &str) -> JsValue {
    let message = format!("{call}: more than {MOST_UNITS} UTF-16 units of text");
    error(Code::TooLarge, &message)
}

fn error(code: Code, message: &str) -> JsValue {
    let error = Error::new(message);
    // Setting a property of a fresh object does not fail; if it did, the message would still be there.
    let _ = Reflect::set(&error, &"code".into(), &code.name().into());
    error.into()
}

/// Every offset in what was read out of a text.
fn offsets(extraction: &mut Extraction) -> Vec<&mut usize> {
    let mentions = (extraction.claims.iter_mut()).flat_map(|claim| &mut claim.mentions);
    let mentions = mentions.flat_map(|mention| [&mut mention.start, &mut mention.end]);
    let set_aside = (extraction.set_aside.iter_mut()).flat_map(|s| [&mut s.start, &mut s.end]);
    mentions.chain(set_aside).collect()
}

/// Turns offsets into `text` from UTF-8 bytes into UTF-16 units: one pass over the text however many they are.
fn count_in_utf16(text: &str, mut offsets: Vec<&mut usize>) {
    sort_by_key(&mut offsets, |offset| **offset);
    let (mut bytes, mut units) = (0, 0);
    for offset in offsets {
        units += text.as_bytes().get(bytes..*offset).map_or(0, utf16_units);
        bytes = *offset;
        *offset = units;
    }
}

/// UTF-16 units of a piece of UTF-8: one for each character, two for one beyond the basic plane (four bytes).
fn utf16_units(utf8: &[u8]) -> usize {
    let is_start = |byte: u8| byte & 0b1100_0000 != 0b1000_0000;
    let is_long = |byte: u8| byte >= 0b1111_0000;
    utf8.iter()
        .map(|&b| usize::from(is_start(b)) + usize::from(is_long(b)))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Reason, SetAside};

    #[test]
    fn offsets_count_utf16_units_of_every_width() {
        let text = "a é ह 🙂 e\u{301} 𝟙 Ω";
        let ends: Vec<usize> = text
            .char_indices()
            .map(|(at, c)| at + c.len_utf8())
            .collect();
        let spans = |end: usize| SetAside {
            start: 0,
            end,
            reason: Reason::Age,
        };
        // Unsorted on purpose: the last offset first.
        let mut read = Extraction {
            set_aside: ends.iter().rev().map(|&end| spans(end)).collect(),
            ..Extraction::default()
        };
        count_in_utf16(text, offsets(&mut read));
        let got: Vec<usize> = read.set_aside.iter().rev().map(|s| s.end).collect();
        let expected: Vec<usize> = ends
            .iter()
            .map(|&end| text[..end].encode_utf16().count())
            .collect();
        assert_eq!(got, expected);
        assert!(read.set_aside.iter().all(|s| s.start == 0));
    }
}
