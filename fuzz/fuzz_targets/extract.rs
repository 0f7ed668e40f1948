//! Any text gives a sound extraction: evidence that is cut out of the text, bounds in order, links to claims that exist;
//! and the same one when it is read in slices.
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
    let claims = extraction.claims.len();
    for (index, claim) in extraction.claims.iter().enumerate() {
        assert!(!claim.mentions.is_empty());
        let (low, high) = (claim.count.low, claim.count.high);
        assert!(low.zip(high).is_none_or(|(low, high)| low <= high));
        for link in [claim.part_of, claim.superseded_by].into_iter().flatten() {
            assert!(link < claims && link != index);
        }
    }
    for &claim in extraction.tolls.iter().flat_map(|toll| &toll.claims) {
        assert!(claim < claims);
    }
    for aside in &extraction.set_aside {
        assert!(text.get(aside.start..aside.end).is_some());
    }
    let mut sliced = Reading::new(text);
    while sliced.step(1) {}
    assert_eq!(sliced.finish(), extraction);
});
