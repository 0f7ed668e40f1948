//! The JavaScript border, called from WebAssembly in Node: plain objects, UTF-16 offsets, errors with a code.
//!
//! Needs the target wasm32-unknown-unknown, Node, and `wasm-bindgen-test-runner` of the pinned wasm-bindgen-cli:
//!
//! ```sh
//! CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
//!   cargo test --target wasm32-unknown-unknown --no-default-features --features js --test border
//! ```
//!
//! The runner may be a full path. It refuses `--quiet`. On any other target this file is empty.
#![cfg(all(target_arch = "wasm32", feature = "js"))]

use casualty_compare::js::{compare, extract};
use js_sys::{Array, Function, JSON, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// One sentence that every reader must read: one claim, of 12 people killed.
const SENTENCE: &str = "At least 12 people were killed in the fire.";

fn get(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &key.into()).expect("an object")
}

fn list(value: &JsValue, key: &str) -> Vec<JsValue> {
    let list = get(value, key);
    assert!(Array::is_array(&list), "{key} is an array");
    Array::from(&list).to_vec()
}

fn keys(value: &JsValue) -> Vec<String> {
    let mut keys: Vec<String> = Object::keys(value.unchecked_ref::<Object>())
        .iter()
        .filter_map(|key| key.as_string())
        .collect();
    keys.sort();
    keys
}

fn number(value: &JsValue, key: &str) -> u32 {
    get(value, key).as_f64().expect("a number") as u32
}

fn run(javascript: &str) -> JsValue {
    Function::new_no_args(javascript)
        .call0(&JsValue::NULL)
        .expect("JavaScript that runs")
}

fn code(error: &JsValue) -> String {
    assert!(error.is_instance_of::<js_sys::Error>(), "an Error");
    let message = get(error, "message").as_string().expect("a message");
    assert!(!message.is_empty());
    get(error, "code").as_string().expect("a code")
}

fn article(text: &str) -> JsValue {
    let article = Object::new();
    Reflect::set(&article, &"text".into(), &text.into()).expect("a fresh object");
    article.into()
}

/// Every mention's offsets cut its quote out of the JavaScript string, but for what UTF-8 cannot hold.
fn assert_quotes_are_cut(text: &JsString, extraction: &JsValue) -> usize {
    let mut seen = 0;
    for claim in list(extraction, "claims") {
        for mention in list(&claim, "mentions") {
            let cut = text.slice(number(&mention, "start"), number(&mention, "end"));
            assert_eq!(cut.as_string(), get(&mention, "quote").as_string());
            seen += 1;
        }
    }
    seen
}

#[wasm_bindgen_test]
fn an_extraction_is_a_plain_object_with_the_documented_keys() {
    let read = extract(&SENTENCE.into()).expect("a text");
    assert_eq!(keys(&read), ["claims", "setAside", "tolls"]);
    let claims = list(&read, "claims");
    assert_eq!(claims.len(), 1);
    let claim = &claims[0];
    assert_eq!(
        keys(claim),
        [
            "attribution",
            "count",
            "group",
            "groupText",
            "mentions",
            "outcome",
            "partOf",
            "place",
            "rule",
            "scope",
            "status",
            "supersededBy"
        ]
    );
    assert_eq!(get(claim, "outcome"), "killed");
    assert_eq!(get(claim, "group"), "people");
    assert!(get(claim, "partOf").is_null() && get(claim, "supersededBy").is_null());
    let count = get(claim, "count");
    assert_eq!(keys(&count), ["high", "low", "qualifier", "text"]);
    assert_eq!(number(&count, "low"), 12);
    assert!(get(&count, "high").is_null(), "open is null");
    assert_eq!(get(&count, "qualifier"), "at_least");
    let round = JSON::parse(&String::from(JSON::stringify(&read).expect("JSON"))).expect("JSON");
    assert_eq!(keys(&round), keys(&read));
    let tolls = list(&read, "tolls");
    assert_eq!(
        keys(&tolls[0]),
        ["claims", "derived", "high", "low", "outcome", "qualifier"]
    );
}

#[wasm_bindgen_test]
fn offsets_cut_the_javascript_string() {
    for before in [
        "",
        "é ",
        "“Ω” – ",
        "🙂🙂 ",
        "e\u{301}🏳️‍🌈 ",
        "عدد القتلى. ",
        "𝟙𝟚 \u{feff}",
    ] {
        let text = format!("{before}{SENTENCE} 🙂 Nine others were injured.");
        let read = extract(&text.as_str().into()).expect("a text");
        assert_eq!(
            assert_quotes_are_cut(&text.as_str().into(), &read),
            2,
            "{text:?}"
        );
    }
}

#[wasm_bindgen_test]
fn lone_surrogates_stand_for_one_unit() {
    let text = run(&format!(
        "return '\\ud83d x \\ude42\\ude42 ' + {SENTENCE:?}"
    ));
    let read = extract(&text).expect("a text");
    assert_eq!(assert_quotes_are_cut(text.unchecked_ref(), &read), 1);
}

#[wasm_bindgen_test]
fn what_is_no_string_is_refused() {
    for wrong in [
        "return 12",
        "return null",
        "return undefined",
        "return {}",
        "return ['a']",
    ] {
        let error = extract(&run(wrong)).expect_err("no string");
        assert_eq!(code(&error), "not_a_string", "{wrong}");
    }
}

#[wasm_bindgen_test]
fn empty_text_has_no_claims() {
    let read = extract(&"".into()).expect("a text");
    assert!(list(&read, "claims").is_empty() && list(&read, "tolls").is_empty());
}

#[wasm_bindgen_test]
fn a_comparison_is_a_plain_object_with_the_documented_keys() {
    let articles: JsValue = run(&format!(
        "return [{{text: '🙂 ' + {SENTENCE:?}, title: 'Fire', outlet: null, extra: 1}}, \
         {{text: 'The fire killed 15 people.', date: '2025-03-09', url: undefined}}]"
    ));
    let compared = compare(&articles, &JsValue::UNDEFINED).expect("articles");
    assert_eq!(keys(&compared), ["articles", "findings", "rows"]);
    let read = list(&compared, "articles");
    assert_eq!(read.len(), 2);
    assert_eq!(
        keys(&read[0]),
        ["claims", "date", "outlet", "title", "tolls"]
    );
    assert_eq!(get(&read[0], "title"), "Fire");
    assert!(get(&read[1], "title").is_null());
    assert_eq!(get(&read[1], "date"), "2025-03-09");
    let texts = Array::from(&articles);
    for (index, article) in read.iter().enumerate() {
        let text = get(&texts.get(index as u32), "text");
        assert_eq!(assert_quotes_are_cut(text.unchecked_ref(), article), 1);
    }
    let rows = list(&compared, "rows");
    assert_eq!(rows.len(), 1);
    for key in [
        "outcome", "group", "place", "cells", "low", "high", "verdict",
    ] {
        assert!(keys(&rows[0]).iter().any(|k| k == key), "{key}");
    }
    assert_eq!(get(&rows[0], "verdict"), "later_count");
    let cells = list(&rows[0], "cells");
    assert_eq!(
        keys(&cells[0]),
        ["article", "claims", "high", "low", "qualifier"]
    );
    assert_eq!(number(&cells[1], "low"), 15);
}

#[wasm_bindgen_test]
fn no_articles_compare_to_nothing() {
    let compared = compare(&Array::new(), &JsValue::UNDEFINED).expect("articles");
    assert!(list(&compared, "articles").is_empty() && list(&compared, "rows").is_empty());
}

#[wasm_bindgen_test]
fn the_module_reads_as_the_library_does() {
    let text = "Forty died, nine of them children. The toll rose from 600 to 1,000.";
    let library = casualty_compare::extract(text);
    let module = extract(&text.into()).expect("a text");
    let lows: Vec<Option<f64>> = list(&module, "claims")
        .iter()
        .map(|c| get(&get(c, "count"), "low").as_f64())
        .collect();
    let expected: Vec<Option<f64>> = library
        .claims
        .iter()
        .map(|c| c.count.low.map(|n| n as f64))
        .collect();
    assert_eq!(lows, expected);
}

#[wasm_bindgen_test]
fn what_are_no_articles_is_refused() {
    for (wrong, expected) in [
        ("return 12", "not_an_array"),
        ("return undefined", "not_an_array"),
        ("return {length: 1, 0: {text: 'a'}}", "not_an_array"),
        ("return ['a text']", "not_an_article"),
        ("return [null]", "not_an_article"),
        ("return [{title: 'no text'}]", "not_an_article"),
        ("return [{text: 12}]", "not_an_article"),
        ("return [{text: 'a', title: 12}]", "not_an_article"),
        (
            "return [{get text() { throw new Error('mine') }}]",
            "not_an_article",
        ),
        ("return [{text: new String('a')}]", "not_an_article"),
        ("return Array(1)", "not_an_article"),
        ("return Array(10001).fill({text: ''})", "too_large"),
    ] {
        let error = compare(&run(wrong), &JsValue::UNDEFINED).expect_err("no articles");
        assert_eq!(code(&error), expected, "{wrong}");
    }
    let articles = Array::of2(&article("a"), &JsValue::NULL);
    let error = compare(&articles, &JsValue::UNDEFINED).expect_err("no article");
    let message = get(&error, "message").as_string().expect("a message");
    assert!(message.contains("articles[1]"), "{message}");
}

#[wasm_bindgen_test]
fn what_was_set_aside_is_there_where_it_is_asked_for() {
    let articles = run("return [{text: 'A man, aged 40, was killed on 3 May.'}]");
    for (options, has) in [
        ("return undefined", false),
        ("return null", false),
        ("return {}", false),
        ("return {setAside: undefined}", false),
        ("return {setAside: false}", false),
        ("return {setAside: true}", true),
    ] {
        let compared = compare(&articles, &run(options)).expect("options");
        let read = &list(&compared, "articles")[0];
        assert_eq!(
            keys(read).contains(&"setAside".to_owned()),
            has,
            "{options}"
        );
        if has {
            let aside = &list(read, "setAside")[0];
            assert_eq!(keys(aside), ["end", "reason", "start"]);
        }
    }
}

#[wasm_bindgen_test]
fn what_are_no_options_is_refused() {
    for wrong in [
        "return 12",
        "return 'setAside'",
        "return []",
        "return {setAside: 1}",
        "return {setAside: null}",
        "return {setaside: true}",
        "return {[Symbol('a')]: true}",
        "return {get setAside() { throw new Error('mine') }}",
        "return new Proxy({}, {ownKeys() { throw new Error('mine') }})",
    ] {
        let error = compare(&Array::new(), &run(wrong)).expect_err("no options");
        assert_eq!(code(&error), "not_options", "{wrong}");
    }
}

#[wasm_bindgen_test]
fn too_long_a_text_is_refused() {
    let error = extract(&run("return 'a'.repeat(2 ** 24 + 1)")).expect_err("too long");
    assert_eq!(code(&error), "too_large");
    let halves = run("const text = 'a'.repeat(2 ** 23 + 1); return [{text}, {text}]");
    let error = compare(&halves, &JsValue::UNDEFINED).expect_err("too long together");
    assert_eq!(code(&error), "too_large");
}
