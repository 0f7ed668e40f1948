//! Any text gives an extraction whose evidence is cut out of that text, and the same one when it is read in slices.
#![no_main]

use casualty_compare::extract;
use casualty_compare::extract::Reading;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let extraction = extract(text);
    for mention in extraction.claims.iter().flat_map(|claim| &claim.mentions) {
        assert_eq!(
            text.get(mention.start..mention.end),
            Some(mention.quote.as_str())
        );
    }
    let mut sliced = Reading::new(text);
    while sliced.step(1) {}
    assert_eq!(sliced.finish(), extraction);
});
