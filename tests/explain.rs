//! Why something was read and why something was not: reasons, rules, sentences, and the account of them all.

use casualty_compare::model::{Extraction, Reason};
use casualty_compare::{extract, present, sentences, words};
use std::collections::BTreeSet;

/// A sentence, words of it that are set aside, and the reason.
const SET_ASIDE: &[(&str, &str, Reason)] = &[
    ("A 14-year-old boy was killed.", "14-year-old", Reason::Age),
    (
        "A five-year-old boy was killed.",
        "five-year-old",
        Reason::Age,
    ),
    ("Lena Koll, 52, was killed.", "52", Reason::Age),
    ("The dead woman was 20 years old.", "20", Reason::Age),
    ("The attack on 11 March killed five.", "11", Reason::Date),
    ("Five died on March 13th.", "13th", Reason::Date),
    ("In 2019 five people died.", "2019", Reason::Year),
    ("In the 1990s five people died.", "1990s", Reason::Year),
    ("Five people died at 10:30 on Monday.", "10", Reason::Time),
    ("Five people died at 6 p.m. on Monday.", "6", Reason::Time),
    ("Five people died at about 6pm.", "6pm", Reason::Time),
    (
        "Five people died within 20 minutes.",
        "20",
        Reason::Duration,
    ),
    (
        "Five people died in a 14-year war.",
        "14-year",
        Reason::Duration,
    ),
    ("The fire cost $300 and killed five.", "300", Reason::Money),
    ("Five people died 20 km from Ulmen.", "20", Reason::Measure),
    (
        "A 20km march left five people dead.",
        "20km",
        Reason::Measure,
    ),
    (
        "The injured were 40% of the passengers.",
        "40",
        Reason::Measure,
    ),
    ("The dead had 3.5 shares.", "3.5", Reason::Fraction),
    (
        "One in five of the injured lost a limb.",
        "five",
        Reason::Ratio,
    ),
    (
        "The club that lost 3-0 mourned its dead.",
        "3",
        Reason::Score,
    ),
    (
        "It was one of the deadliest attacks that killed five.",
        "one",
        Reason::Rank,
    ),
    (
        "The dead were found by the 12th floor.",
        "12th",
        Reason::Ordinal,
    ),
    ("Five people died on Route 40.", "40", Reason::Reference),
    (
        "The 19-storey hotel fell, killing five.",
        "19-storey",
        Reason::Joined,
    ),
    ("The flood killed 300 sheep.", "300", Reason::Animals),
    (
        "The dead were named by 12 governing bodies.",
        "12 governing bodies",
        Reason::Organisations,
    ),
    (
        "Five people died in 12 houses.",
        "12 houses",
        Reason::Things,
    ),
    (
        "The council killed the bill.",
        "killed the bill",
        Reason::Things,
    ),
    (
        "Nine zorks beside 12 dead men.",
        "Nine zorks",
        Reason::UnknownNoun,
    ),
    (
        "About 200 people attended the funeral of the dead.",
        "About 200 people",
        Reason::NoOutcome,
    ),
    ("Five people died in Sector 7.", "7", Reason::Alone),
    (
        "Two of the 40 passengers were injured.",
        "40",
        Reason::Whole,
    ),
    ("The death toll rose by 12.", "12", Reason::Difference),
    (
        "Surgeons saved nine lives.",
        "nine lives",
        Reason::NotCasualties,
    ),
    (
        "A man was killed. He was killed at night.",
        "He was killed",
        Reason::SamePerson,
    ),
    (
        "Twelve people were not killed.",
        "Twelve people were not killed",
        Reason::Negated,
    ),
    (
        "The bomb could kill 40 people.",
        "could kill 40 people",
        Reason::Hypothetical,
    ),
    (
        "It would have killed 12 people.",
        "would have killed 12 people",
        Reason::Hypothetical,
    ),
    (
        "They threatened to kill 12 people.",
        "to kill 12 people",
        Reason::NotDone,
    ),
    (
        "The court sentenced 12 men to death.",
        "12 men to death",
        Reason::Sentenced,
    ),
    (
        "On average 5 people are killed each day.",
        "5 people are killed",
        Reason::Rate,
    ),
    (
        "The danger of killing 12 people remained.",
        "killing 12 people",
        Reason::Risk,
    ),
    (
        "The novel tells how 12 people were killed.",
        "12 people were killed",
        Reason::Fiction,
    ),
    (
        "READ ALSO: Fire kills 12 people in Ulmen.",
        "kills 12 people",
        Reason::Teaser,
    ),
    (
        "Did 60 people die at the arcade?",
        "60 people die",
        Reason::Question,
    ),
];

fn aside<'t>(text: &'t str, read: &Extraction) -> Vec<(&'t str, Reason)> {
    (read.set_aside.iter())
        .map(|aside| (&text[aside.start..aside.end], aside.reason))
        .collect()
}

#[test]
fn what_is_not_read_is_set_aside_with_its_reason() {
    let wrong: Vec<String> = (SET_ASIDE.iter())
        .filter_map(|&(text, expected, reason)| {
            let found = aside(text, &extract(text));
            (!found.contains(&(expected, reason)))
                .then(|| format!("{text} {expected:?} {reason:?}, not {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A reason that no sentence shows may be out of use, or its words may be wrong.
#[test]
fn every_reason_is_shown_and_has_words_of_its_own() {
    let shown: BTreeSet<Reason> = SET_ASIDE.iter().map(|&(_, _, reason)| reason).collect();
    assert_eq!(shown, BTreeSet::from(Reason::ALL));
    let worded: BTreeSet<&str> = Reason::ALL.into_iter().map(words::reason).collect();
    assert_eq!(worded.len(), Reason::ALL.len());
}

#[test]
fn a_number_that_one_word_denies_and_another_states_is_read() {
    let text = "Twelve people who were not injured were killed.";
    let read = extract(text);
    assert!(!read.claims.is_empty());
    assert_eq!(aside(text, &read), []);
}

#[test]
fn what_is_set_aside_stands_in_the_order_of_the_text() {
    let text = "On 5 May 3 houses on Route 40 fell, killing 12 people aged 20 to 30 in 6 minutes.";
    let starts: Vec<usize> = extract(text)
        .set_aside
        .iter()
        .map(|aside| aside.start)
        .collect();
    assert!(starts.len() > 3, "{starts:?}");
    assert!(starts.is_sorted(), "{starts:?}");
}

#[test]
fn sentences_are_cut_as_the_reader_cuts_them() {
    let text =
        "Blast kills 12\r\n\r\nMr. Dost died.  \u{201c}Nine fell.\u{201d} He wept.\n- 3 dead\n";
    let found: Vec<&str> = sentences(text)
        .into_iter()
        .map(|range| &text[range])
        .collect();
    assert_eq!(
        found,
        [
            "Blast kills 12",
            "Mr. Dost died.",
            "\u{201c}Nine fell.\u{201d}",
            "He wept.",
            "3 dead"
        ]
    );
    assert!(sentences(" \n\n \u{feff}").is_empty());
}

/// What the account of a text says, line by line.
fn account(text: &str) -> String {
    present::explain(text, &extract(text))
}

#[test]
fn the_account_goes_sentence_by_sentence_and_ends_with_the_tolls() {
    let text = "At least 12 people were killed in 3 houses, including nine children, the Interior Ministry said.\n\n\
        Rain fell. Again, at least 12 people were killed.\n";
    let expected = "\
1. At least 12 people were killed in 3 houses, including nine children, the
   Interior Ministry said.
  Claim 1: Killed: people, at least 12
    words:         “At least 12 people were killed”
    outcome:       killed
    count:         at least 12, printed “At least 12”
    qualifier:     at least
    group:         people, printed “people”
    attribution:   according to Interior Ministry (named)
    scope:         whole event
    status:        reported
    rule:          people-were-killed: people, then a verb in the passive: “12
                   people were killed”
  Set aside: “3 houses”: things, not people
  Claim 2: Killed: children, 9
    words:         “nine children”
    outcome:       killed
    count:         9, printed “nine”
    qualifier:     exactly
    group:         children, printed “children”
    attribution:   according to Interior Ministry (named)
    scope:         whole event
    status:        reported
    part of:       claim 1
    rule:          part: a part taken out of a figure: “including nine children”

3. Again, at least 12 people were killed.
  Claim 1, a further mention: Killed: people, at least 12
    words:         “at least 12 people were killed”

1 of 3 sentences: nothing read, nothing set aside.

Tolls
  Killed: at least 12 (printed: claim 1)
";
    assert_eq!(account(text), expected);
}

#[test]
fn a_sum_is_told_from_a_printed_total() {
    let account = account("Fighting killed 5 civilians and 7 soldiers.");
    let toll =
        "  Killed: 12 (derived, the sum of the parts that the article states: claims 1 and 2)\n";
    let one_line = account.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(one_line.ends_with(toll.trim()), "{account}");
    assert!(
        account.lines().all(|line| line.chars().count() <= 80),
        "{account}"
    );
}

#[test]
fn a_replaced_figure_names_what_replaced_it() {
    let account = account("The death toll rose from 600 to 1,000.");
    assert!(account.contains("replaced by:   claim 2"), "{account}");
    assert!(account.contains("status:        superseded"), "{account}");
}

#[test]
fn texts_without_figures_are_told_in_a_line() {
    assert_eq!(
        account(""),
        "There is no sentence in this text.\n\nNo toll was read.\n"
    );
    assert_eq!(
        account("Rain fell. The sun shone."),
        "2 of 2 sentences: nothing read, nothing set aside.\n\nNo toll was read.\n"
    );
}

#[test]
fn nothing_in_a_text_steers_the_terminal() {
    let account = account("At least 12 people\u{1b}[31m\u{9b} were killed.\u{7}\rQuiet.\n");
    assert!(
        account.chars().all(|c| c == '\n' || !c.is_control()),
        "{account:?}"
    );
}
