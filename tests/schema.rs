//! The words of docs/schema/comparison.schema.json are those of the model, all of them and no others.
//!
//! Its keys are held against real output by tests/package.
#![cfg(feature = "cli")]

use casualty_compare::model::{
    AttributionKind, FindingKind, Group, Outcome, Qualifier, Reason, Scope, Status, Verdict,
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeSet;

/// Every word of an enum, as serde lists them where it is given none of them.
fn words<T: DeserializeOwned>() -> BTreeSet<String> {
    let complaint = serde_json::from_str::<T>("\"?\"")
        .err()
        .expect("no word is a question mark")
        .to_string();
    let quoted = complaint.split('`').skip(1).step_by(2);
    quoted
        .filter(|word| *word != "?")
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_schema_has_the_words_of_the_model() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/docs/schema/comparison.schema.json"
    );
    let text = std::fs::read_to_string(file).expect("the schema");
    let schema: Value = serde_json::from_str(&text).expect("JSON");
    let model = [
        ("outcome", words::<Outcome>()),
        ("group", words::<Group>()),
        ("qualifier", words::<Qualifier>()),
        ("scope", words::<Scope>()),
        ("status", words::<Status>()),
        ("attributionKind", words::<AttributionKind>()),
        ("verdict", words::<Verdict>()),
        ("findingKind", words::<FindingKind>()),
        ("reason", words::<Reason>()),
    ];
    for (name, words) in &model {
        let listed = schema["$defs"][name]["enum"].as_array().expect(name);
        let listed: BTreeSet<String> = (listed.iter())
            .filter_map(|word| word.as_str().map(str::to_owned))
            .collect();
        assert_eq!(&listed, words, "{name}");
    }
    let definitions = schema["$defs"].as_object().expect("definitions");
    let lists = definitions.values().filter(|d| d.get("enum").is_some());
    assert_eq!(
        lists.count(),
        model.len(),
        "a list of words is compared with nothing"
    );
}
