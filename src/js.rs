//! The wasm-bindgen border: plain JavaScript objects in and out, with UTF-16 offsets here and nowhere else.
//!
//! The keys are those of the command line's JSON. Offsets count UTF-16 code units, so that
//! `text.slice(mention.start, mention.end)` is the evidence; a lone surrogate in the text stands for one unit, and is
//! U+FFFD in a quote. Every error is an `Error` with a `code`.

use crate::model::{Article, Claim, Comparison, Extraction, Finding, ReadArticle, Row, Toll};
use js_sys::{Array, Error, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// What went wrong at the border: the `code` of the error that JavaScript sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Code {
    /// The text is not a string.
    NotAString,
    /// The articles are not an array.
    NotAnArray,
    /// One of the articles is not an object with a text, or one of its keys is of another type.
    NotAnArticle,
    /// What was read could not be handed over.
    Internal,
}

impl Code {
    const fn name(self) -> &'static str {
        match self {
            Code::NotAString => "not_a_string",
            Code::NotAnArray => "not_an_array",
            Code::NotAnArticle => "not_an_article",
            Code::Internal => "internal",
        }
    }
}

/// What `compare` hands over: the command line's JSON, with UTF-16 offsets.
#[derive(Serialize)]
struct Compared<'a> {
    articles: Vec<ComparedArticle<'a>>,
    rows: &'a [Row],
    findings: &'a [Finding],
}

/// One article as it stands in a comparison.
#[derive(Serialize)]
struct ComparedArticle<'a> {
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    date: Option<&'a str>,
    claims: &'a [Claim],
    tolls: &'a [Toll],
}

/// Reads the claims out of a text: `{claims, tolls, setAside}`.
///
/// # Errors
/// `not_a_string` where `text` is not a string.
#[wasm_bindgen]
pub fn extract(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<JsValue, JsValue> {
    let text = text
        .as_string()
        .ok_or_else(|| error(Code::NotAString, "extract(text): text must be a string"))?;
    let mut extraction = crate::extract(&text);
    count_in_utf16(&text, &mut extraction);
    plain(&extraction)
}

/// Compares articles, `[{text, title?, outlet?, date?, url?}]`: `{articles, rows, findings}`.
///
/// # Errors
/// `not_an_array` where `articles` is not an array; `not_an_article` where one of them has no text that is a string,
/// or a key of another type than string, null or undefined.
#[wasm_bindgen]
pub fn compare(
    #[wasm_bindgen(
        unchecked_param_type = "Array<{text: string, title?: string | null, outlet?: string | null, date?: string | null, url?: string | null}>"
    )]
    articles: &JsValue,
) -> Result<JsValue, JsValue> {
    let articles = articles_of(articles)?;
    let mut extractions: Vec<Extraction> = articles
        .iter()
        .map(|article| crate::extract(&article.text))
        .collect();
    let read: Vec<ReadArticle<'_>> = articles
        .iter()
        .zip(&extractions)
        .map(|(article, extraction)| ReadArticle {
            article,
            extraction,
        })
        .collect();
    let Comparison { rows, findings } = crate::compare(&read);
    for (article, extraction) in articles.iter().zip(&mut extractions) {
        count_in_utf16(&article.text, extraction);
    }
    plain(&Compared {
        articles: articles
            .iter()
            .zip(&extractions)
            .map(|(article, extraction)| ComparedArticle {
                title: article.title.as_deref(),
                outlet: article.outlet.as_deref(),
                date: article.date.as_deref(),
                claims: &extraction.claims,
                tolls: &extraction.tolls,
            })
            .collect(),
        rows: &rows,
        findings: &findings,
    })
}

/// The articles of a JavaScript array.
fn articles_of(value: &JsValue) -> Result<Vec<Article>, JsValue> {
    if !Array::is_array(value) {
        return Err(error(
            Code::NotAnArray,
            "compare(articles): articles must be an array",
        ));
    }
    Array::from(value)
        .iter()
        .enumerate()
        .map(|(index, article)| {
            serde_wasm_bindgen::from_value(article).map_err(|why| {
                let message = format!("compare(articles): articles[{index}]: {why}");
                error(Code::NotAnArticle, &message)
            })
        })
        .collect()
}

/// A value as plain JSON-compatible objects, with null for what is absent.
fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value
        .serialize(&Serializer::json_compatible())
        .map_err(|why| error(Code::Internal, &why.to_string()))
}

fn error(code: Code, message: &str) -> JsValue {
    let error = Error::new(message);
    // Setting a property of a fresh object does not fail; if it did, the message would still be there.
    let _ = Reflect::set(&error, &"code".into(), &code.name().into());
    error.into()
}

/// Turns every offset of `extraction`, which was read out of `text`, from UTF-8 bytes into UTF-16 units: one pass over
/// the text however many offsets there are.
fn count_in_utf16(text: &str, extraction: &mut Extraction) {
    let mentions = extraction
        .claims
        .iter_mut()
        .flat_map(|claim| &mut claim.mentions);
    let mut offsets: Vec<&mut usize> = mentions.flat_map(|m| [&mut m.start, &mut m.end]).collect();
    offsets.extend(
        extraction
            .set_aside
            .iter_mut()
            .flat_map(|s| [&mut s.start, &mut s.end]),
    );
    offsets.sort_unstable_by_key(|offset| **offset);
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
        count_in_utf16(text, &mut read);
        let got: Vec<usize> = read.set_aside.iter().rev().map(|s| s.end).collect();
        let expected: Vec<usize> = ends
            .iter()
            .map(|&end| text[..end].encode_utf16().count())
            .collect();
        assert_eq!(got, expected);
        assert!(read.set_aside.iter().all(|s| s.start == 0));
    }
}
