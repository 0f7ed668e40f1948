//! What holds of every reading, whatever the text: tried on arbitrary text and on text made of the words that matter.

use casualty_compare::extract::Reading;
use casualty_compare::model::{
    Claim, Extraction, LARGEST_COUNT, Mention, Qualifier, Scope, Status, Toll,
};
use casualty_compare::{extract, sentences, words};
use proptest::prelude::*;
use proptest::sample::select;
use regex::Regex;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Words that rules look at: numbers in every form, bounds, victims, outcomes, sources, and what joins them.
const WORDS: &[&str] = &[
    "at least",
    "more than",
    "up to",
    "about",
    "some",
    "nearly",
    "between",
    "dozens of",
    "hundreds of",
    "no",
    "none",
    "a",
    "the",
    "both",
    "all",
    "another",
    "12",
    "40",
    "1,246",
    "1.246",
    "1 246",
    "1'246",
    "20-30",
    "20 to 30",
    "٤٥",
    "2.5 lakh",
    "1.4m",
    "300+",
    "twenty-three",
    "one hundred and seven",
    "half a million",
    "a dozen",
    "18446744073709551616",
    "9007199254740991",
    "14-year-old",
    "2019",
    "11 March",
    "$1,000",
    "40%",
    "7:40",
    "40 km",
    "people",
    "civilians",
    "soldiers",
    "militants",
    "children",
    "women",
    "police officers",
    "families",
    "of them",
    "of whom",
    "including",
    "among them",
    "were",
    "was",
    "have been",
    "killed",
    "died",
    "dead",
    "wounded",
    "injured",
    "missing",
    "displaced",
    "abducted",
    "rescued",
    "buried",
    "casualties",
    "deaths",
    "the death toll",
    "rose from",
    "to",
    "stands at",
    "bodies",
    "said",
    "according to",
    "the ministry",
    "the Coastal Monitor (CM)",
    "CM",
    "reportedly",
    "denied",
    "claimed",
    "initially",
    "now",
    "earlier",
    "ten years ago",
    "since 2011",
    "in Karsova",
    "in Abrin",
    "separately",
    "not",
    "could",
    "would have",
    "if",
    "feared",
    "and",
    "or",
    "while",
    "but",
    "respectively",
    ",",
    ";",
    ":",
    ".",
    "!",
    "?",
    "\n",
    "\n\n",
    "- ",
    "|",
    "\t",
    "(",
    ")",
    "\"",
    "“",
    "”",
    "’",
    "–",
    "—",
    "…",
    "\u{a0}",
    "\u{202f}",
    "\u{ad}",
    "\u{200b}",
    "\r\n",
    "&nbsp;",
    "[3]",
    "<b>",
    "🙂",
    "e\u{301}",
    "عدد",
    "ﬁ",
    "İ",
    "ß",
    "UPDATE 3",
    "BLAST LEAVES 40 DEAD",
    "Dead: 192",
];

/// Sentences that hold claims, for the properties that compare two readings.
const SENTENCES: &[&str] = &[
    "At least 1,246 people were killed in the quake, the ministry said.",
    "Forty people died and 12 were wounded.",
    "The blast killed five soldiers, including two officers.",
    "Dozens of villagers are missing.",
    "\"We counted 30 dead,\" the mayor's office said.",
    "According to the Coastal Monitor, between 20 and 30 civilians were killed.",
    "More than 5,000 residents have been displaced – most of them children.",
    "Nobody was hurt in the second fire.",
    "Ten years ago, a similar blast killed 60 people.",
    "A 14-year-old boy was killed.",
    "The gunmen’s attack left nine dead and 31 injured.",
    "Six prisoners were freed on 11 March.",
    "The toll in São Neiva has risen from 12 to 19, Mayor Émile Dürr told the Société Générale d'Écoute (SGE).",
    "One of the two bombers and 1,246 villagers,\nincluding 16 women, were killed in the Señora\nvalley, it added.",
    "Dead: 19\nInjured: 40\n",
];

/// Every word and phrase of the lexicon's tables, as printed.
static LEXICON: LazyLock<Vec<String>> = LazyLock::new(|| {
    let tables = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/extract/lexicon/en");
    let mut words: Vec<String> = files(&tables, "txt")
        .iter()
        .flat_map(|path| {
            let table = fs::read_to_string(path).expect("a table of words");
            let entries = table.lines().filter(|line| !line.starts_with('#'));
            let words = entries.flat_map(str::split_whitespace);
            let words: Vec<String> = words.map(|word| word.replace('_', " ")).collect();
            words
        })
        .collect();
    words.sort();
    words.dedup();
    words
});

/// Text of the words above and of the lexicon with a space between them, so that rules meet in ways nobody wrote down.
fn wordy() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        3 => select(WORDS).prop_map(str::to_owned),
        2 => select(LEXICON.as_slice()),
        1 => select(LEXICON.as_slice()).prop_map(|word| capitalised(&word)),
    ];
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Any text: arbitrary characters, the words above, and both mixed.
fn any_text() -> impl Strategy<Value = String> {
    let arbitrary = prop::collection::vec(any::<char>(), 0..200).prop_map(String::from_iter);
    let pieces = prop_oneof![
        select(WORDS).prop_map(str::to_owned),
        any::<char>().prop_map(String::from)
    ];
    let mixed = prop::collection::vec(pieces, 0..80).prop_map(|pieces| pieces.concat());
    prop_oneof![arbitrary, wordy(), mixed]
}

/// An article of one to eight of the sentences above, in one or several paragraphs.
fn article() -> impl Strategy<Value = String> {
    prop::collection::vec((select(SENTENCES), select(&[" ", "\n\n"][..])), 1..8).prop_map(|parts| {
        parts
            .into_iter()
            .map(|(s, gap)| format!("{s}{gap}"))
            .collect()
    })
}

/// Sentences in which nobody is counted, most with a word that could count somebody.
const PLAIN: &[&str] = &[
    "The club lost its last match of the season.",
    "Prices fell to 12 crowns, Mr. Ode said on Monday.",
    "\"We beat the odds,\" said the coach. \"Nobody was hurt.\"",
    "The U.N. report is known, approx. 40 pages. It was released in Jan. 2019.",
    "A deal is dead, the F.T. wrote.",
    "The strike killed the deal; ministers buried it.",
    "No figure is clear.",
    "Caf\u{e9}s in the town hall reopened",
    "Votes counted: 3 of 5 seats free:",
    "He drove the no. 9 bus for 30 years.Then he left.",
    "&nbsp;",
    "- Shot of the day",
];

/// A text of these sentences, of words of the lexicon and of few sentences with figures.
fn mostly_plain() -> impl Strategy<Value = String> {
    let sentence = prop_oneof![
        8 => select(PLAIN).prop_map(str::to_owned),
        2 => wordy().prop_map(|words| format!("{}. ", capitalised(&words))),
        1 => select(SENTENCES).prop_map(str::to_owned),
    ];
    let gap = select(&[" ", " ", " ", "\n", "\n\n", "\r\n\r\n", ""][..]);
    prop::collection::vec((sentence, gap), 0..14)
        .prop_map(|parts| parts.into_iter().map(|(s, gap)| s + gap).collect())
}

/// A text in other typography, and for each of its bytes the place in the first text that it stands for.
struct Variant {
    text: String,
    places: Vec<usize>,
}

impl Variant {
    /// Prints each character of `text` as `print` says, which is told the text before it and after it.
    fn new(text: &str, print: impl Fn(&str, char, &str) -> String) -> Self {
        let mut variant = Variant {
            text: String::new(),
            places: Vec::new(),
        };
        for (at, c) in text.char_indices() {
            variant
                .text
                .push_str(&print(&text[..at], c, &text[at + c.len_utf8()..]));
            variant.places.resize(variant.text.len(), at);
        }
        variant.places.push(text.len());
        variant
    }

    /// What is read in it, in the places of the first text.
    fn told(&self) -> Told {
        Told::new(&extract(&self.text), |place| self.places[place])
    }
}

/// What is read in a text, but for the typography of its words.
#[derive(Debug, PartialEq)]
struct Told {
    claims: Vec<String>,
    tolls: Vec<Toll>,
}

impl Told {
    fn of(text: &str) -> Self {
        Variant::new(text, |_, c, _| c.to_string()).told()
    }

    fn new(read: &Extraction, place: impl Fn(usize) -> usize) -> Self {
        let claim = |claim: &Claim| {
            // The end by its last byte: what is added behind a word stands for no place of it.
            let mention = |m: &Mention| (place(m.start), place(m.end - 1));
            let mentions: Vec<_> = claim.mentions.iter().map(mention).collect();
            let count = (claim.count.low, claim.count.high, claim.count.qualifier);
            let attribution = claim
                .attribution
                .as_ref()
                .map(|a| (a.kind, a.counter.is_some(), a.carrier.is_some()));
            format!(
                "{:?} {:?} {count:?} {:?} {:?} {attribution:?} part of {:?} replaced by {:?} {mentions:?} {}",
                claim.outcome,
                claim.group,
                claim.scope,
                claim.status,
                claim.part_of,
                claim.superseded_by,
                claim.rule
            )
        };
        Told {
            claims: read.claims.iter().map(claim).collect(),
            tolls: read.tolls.clone(),
        }
    }
}

/// A way to print a text, with its name.
type Typography = (&'static str, fn(&str) -> Variant);

/// The ways to print a text that change nothing of what it says.
const TYPOGRAPHIES: &[Typography] = &[
    ("line ends of two characters", |text| {
        Variant::new(text, |_, c, _| print(c, '\n', "\r\n"))
    }),
    ("no-break spaces", |text| {
        Variant::new(text, |_, c, _| print(c, ' ', "\u{a0}"))
    }),
    ("narrow no-break spaces", |text| {
        Variant::new(text, |_, c, _| print(c, ' ', "\u{202f}"))
    }),
    ("thin spaces", |text| {
        Variant::new(text, |_, c, _| print(c, ' ', "\u{2009}"))
    }),
    ("spaces of no width beside spaces", |text| {
        Variant::new(text, |_, c, _| print(c, ' ', "\u{200b} \u{200b}"))
    }),
    ("no-break hyphens", |text| {
        Variant::new(text, |before, c, after| {
            let joins =
                before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric);
            print(c, '-', if joins { "\u{2011}" } else { "-" })
        })
    }),
    ("curly apostrophes", |text| {
        Variant::new(text, |_, c, _| print(c, '\'', "\u{2019}"))
    }),
    ("straight apostrophes", |text| {
        Variant::new(text, |_, c, _| print(c, '\u{2019}', "'"))
    }),
    ("curly quotation marks", |text| {
        Variant::new(text, |before, c, _| {
            let opens = before.matches('"').count() % 2 == 0;
            print(c, '"', if opens { "\u{201c}" } else { "\u{201d}" })
        })
    }),
    ("straight quotation marks", |text| {
        Variant::new(text, |_, c, _| match c {
            '\u{201c}' | '\u{201d}' => "\"".to_owned(),
            _ => c.to_string(),
        })
    }),
    ("letters and their marks apart", |text| {
        Variant::new(text, |_, c, _| decomposed(c))
    }),
    ("soft hyphens", |text| inside_words(text, "\u{ad}")),
    ("joiners", |text| inside_words(text, "\u{200d}")),
    ("word joiners", |text| inside_words(text, "\u{2060}")),
    ("byte order marks", |text| inside_words(text, "\u{feff}")),
    ("direction marks", |text| inside_words(text, "\u{200e}")),
];

/// `c`, or `other` where it is `wanted`.
fn print(c: char, wanted: char, other: &str) -> String {
    if c == wanted {
        other.to_owned()
    } else {
        c.to_string()
    }
}

/// Puts what is not seen between the letters of words, two letters from their start.
fn inside_words(text: &str, unseen: &str) -> Variant {
    Variant::new(text, |before, c, after| {
        let word = before.trim_end_matches(char::is_alphabetic);
        let second = before[word.len()..].chars().count() == 1;
        // "&nbsp;" is no word.
        let inside = second
            && !word.ends_with('&')
            && c.is_alphabetic()
            && after.starts_with(char::is_alphabetic);
        if inside {
            format!("{c}{unseen}")
        } else {
            c.to_string()
        }
    })
}

/// A letter with a mark as two characters.
fn decomposed(c: char) -> String {
    let (letter, mark) = match c {
        'é' => ('e', '\u{301}'),
        'É' => ('E', '\u{301}'),
        'á' => ('a', '\u{301}'),
        'í' => ('i', '\u{301}'),
        'ó' => ('o', '\u{301}'),
        'ñ' => ('n', '\u{303}'),
        'ä' => ('a', '\u{308}'),
        'ö' => ('o', '\u{308}'),
        'ü' => ('u', '\u{308}'),
        'ç' => ('c', '\u{327}'),
        _ => return c.to_string(),
    };
    format!("{letter}{mark}")
}

fn assert_sound(text: &str, read: &Extraction) {
    let count = read.claims.len();
    for (index, claim) in read.claims.iter().enumerate() {
        assert!(
            !claim.mentions.is_empty(),
            "a claim without evidence: {claim:?}"
        );
        for mention in &claim.mentions {
            assert!(mention.start < mention.end, "empty evidence: {mention:?}");
            assert_eq!(
                text.get(mention.start..mention.end),
                Some(mention.quote.as_str())
            );
        }
        assert!(
            claim.mentions.is_sorted_by_key(|m| m.start),
            "mentions out of order: {:?}",
            claim.mentions
        );
        assert!(!claim.rule.is_empty(), "a claim without a rule");
        assert!(
            !claim.count.text.is_empty(),
            "a count without words: {claim:?}"
        );
        let (low, high) = (claim.count.low, claim.count.high);
        assert!(
            low.zip(high).is_none_or(|(low, high)| low <= high),
            "{:?}",
            claim.count
        );
        assert!(low.max(high) <= Some(LARGEST_COUNT), "{:?}", claim.count);
        assert_bounds_fit(claim.count.qualifier, low, high);
        for link in [claim.part_of, claim.superseded_by].into_iter().flatten() {
            assert!(
                link < count && link != index,
                "claim {index} of {count} points at {link}"
            );
        }
        assert!(
            claim.superseded_by.is_none() || claim.status == Status::Superseded,
            "replaced, and yet {:?}",
            claim.status
        );
    }
    assert!(
        read.claims.is_sorted_by_key(|c| c.mentions[0].start),
        "claims are not in the order of their first mention"
    );
    for toll in &read.tolls {
        assert!(!toll.claims.is_empty(), "a toll that rests on nothing");
        assert!(
            toll.claims.iter().all(|&c| c < count),
            "{toll:?} of {count} claims"
        );
        assert!(
            toll.low
                .zip(toll.high)
                .is_none_or(|(low, high)| low <= high),
            "{toll:?}"
        );
        for &index in &toll.claims {
            let claim = &read.claims[index];
            assert_eq!(claim.outcome, toll.outcome);
            assert_ne!(claim.scope, Scope::Background, "a toll of another event");
            assert_ne!(
                claim.status,
                Status::Superseded,
                "a toll of a replaced figure"
            );
        }
    }
    for (index, toll) in read.tolls.iter().enumerate() {
        let same = |other: &Toll| other.outcome == toll.outcome;
        assert!(
            !read.tolls[index + 1..].iter().any(same),
            "two tolls for {:?}",
            toll.outcome
        );
    }
    for aside in &read.set_aside {
        assert!(aside.start < aside.end, "{aside:?}");
        assert!(
            text.get(aside.start..aside.end).is_some(),
            "{aside:?} is not on characters"
        );
    }
    assert!(read.set_aside.is_sorted_by_key(|aside| aside.start));
    assert_within_sentences(text, read);
}

/// Sentences follow one another, and no evidence crosses a border.
fn assert_within_sentences(text: &str, read: &Extraction) {
    let sentences = sentences(text);
    for pair in sentences.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{pair:?}");
    }
    for sentence in &sentences {
        assert!(
            text.get(sentence.clone())
                .is_some_and(|words| !words.is_empty())
        );
    }
    let mentions = (read.claims.iter()).flat_map(|claim| &claim.mentions);
    let spans = mentions.map(|mention| (mention.start, mention.end));
    let asides = (read.set_aside.iter()).map(|aside| (aside.start, aside.end));
    for (start, end) in spans.chain(asides) {
        let at = sentences.partition_point(|sentence| sentence.end <= start);
        let holds =
            |sentence: &std::ops::Range<usize>| sentence.start <= start && end <= sentence.end;
        assert!(
            sentences.get(at).is_some_and(holds),
            "{start}..{end} crosses a sentence"
        );
    }
}

/// Which bounds are printed follows from the qualifier; a number too large to hold has neither.
fn assert_bounds_fit(qualifier: Qualifier, low: Option<u64>, high: Option<u64>) {
    let too_large = low.is_none() && high.is_none();
    let fits = match qualifier {
        Qualifier::Exact | Qualifier::About => low == high,
        Qualifier::AtLeast | Qualifier::MoreThan => high.is_none(),
        Qualifier::AtMost | Qualifier::FewerThan | Qualifier::Nearly => low.is_none(),
        Qualifier::Range => low.is_some() && high.is_some(),
        Qualifier::Vague => high.is_none(),
        Qualifier::Unknown => too_large,
    };
    assert!(fits || too_large, "{qualifier:?} with {low:?}..{high:?}");
}

fn read_in_slices(text: &str, mut size: impl FnMut() -> usize) -> Extraction {
    let mut reading = Reading::new(text);
    loop {
        let before = reading.position();
        let more = reading.step(size());
        assert!(before <= reading.position() && reading.position() <= text.len());
        if !more {
            return reading.finish();
        }
        assert!(
            before < reading.position(),
            "a step that reads nothing never ends"
        );
    }
}

/// How often each property is tried: `PROPTEST_CASES`, or 300.
fn tries() -> u32 {
    let wanted = std::env::var("PROPTEST_CASES").ok();
    wanted.and_then(|tries| tries.parse().ok()).unwrap_or(300)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: tries(), failure_persistence: None, ..ProptestConfig::default() })]

    /// Any text gives a sound extraction.
    #[test]
    fn reading_is_total_and_sound(text in any_text()) {
        assert_sound(&text, &extract(&text));
    }

    /// A text in which nobody is counted is read a quick way, which gives what reading all of it gives.
    #[test]
    fn the_quick_way_changes_nothing(text in mostly_plain()) {
        prop_assert_eq!(extract(&text), read_in_slices(&text, || usize::MAX));
    }

    /// The same text gives the same claims.
    #[test]
    fn reading_is_deterministic(text in any_text()) {
        prop_assert_eq!(extract(&text), extract(&text));
    }

    /// Cutting the work into slices of any size changes nothing.
    #[test]
    fn slices_change_nothing(text in any_text(), sizes in prop::collection::vec(1usize..40, 1..8)) {
        let whole = extract(&text);
        let mut turn = sizes.iter().cycle();
        let sliced = read_in_slices(&text, || turn.next().copied().unwrap_or(1));
        prop_assert_eq!(&sliced, &whole);
    }

    /// The same of whole articles, where rules reach across sentences.
    #[test]
    fn slices_of_articles_change_nothing(text in article(), size in 1usize..400) {
        prop_assert_eq!(read_in_slices(&text, || size), extract(&text));
    }

    /// Line ends, quotation marks, kinds of spaces, and what is not seen inside words are typography.
    #[test]
    fn typography_changes_no_claim(text in article()) {
        let told = Told::of(&text);
        for (name, variant) in TYPOGRAPHIES {
            prop_assert_eq!(&variant(&text).told(), &told, "{}", name);
        }
    }

    /// The same of text in which the words that matter meet in any order; but for quotation marks, whose direction tells
    /// something where they have no partner.
    #[test]
    fn typography_changes_nothing_in_any_words(text in wordy()) {
        let text = text.replace("\r\n", "\n");
        let told = Told::of(&text);
        for (name, variant) in TYPOGRAPHIES.iter().filter(|(name, _)| !name.contains("quotation")) {
            prop_assert_eq!(&variant(&text).told(), &told, "{}", name);
        }
    }

    /// Text after a blank line changes no earlier claim, but for revision and merging: what a claim counts, and where
    /// it first stands, stays.
    #[test]
    fn text_added_below_changes_nothing_above(above in article(), below in article()) {
        let first = extract(&above);
        let both = extract(&format!("{}\n\n{below}", above.trim_end()));
        for claim in &first.claims {
            let place = (claim.mentions[0].start, claim.mentions[0].end);
            let kept = both.claims.iter().any(|c| {
                c.mentions.iter().any(|m| (m.start, m.end) == place)
                    && (c.outcome, c.group, &c.count) == (claim.outcome, claim.group, &claim.count)
                    && (&c.rule, &c.group_text) == (&claim.rule, &claim.group_text)
            });
            prop_assert!(kept, "lost: {:?}\namong: {:?}", claim, both.claims);
        }
    }
}

/// Texts that broke readers before: each is read, soundly.
#[test]
fn hostile_texts_are_read_soundly() {
    let digits = "1".repeat(100_000);
    let texts = [
        String::new(),
        " \t\r\n".to_owned(),
        "\u{feff}\u{0}\u{1}\u{7f}".to_owned(),
        digits.clone(),
        format!("{digits} people were killed."),
        "99999999999999999999 people were killed.".to_owned(),
        "killed ".repeat(5_000),
        "1,1,1,".repeat(5_000),
        "((((\"“‘".repeat(2_000),
        "and 12 people were killed ".repeat(2_000),
        "🙂e\u{301}🏳️‍🌈 12 people were killed 🙂".to_owned(),
        "قُتل 12 people were killed في الهجوم".to_owned(),
        "<script>alert(1)</script> 12 people were killed".to_owned(),
    ];
    for text in &texts {
        assert_sound(text, &extract(text));
    }
}

/// The files of a folder with this extension, by name.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder of this project")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    files.sort();
    files
}

/// The texts of all cases and articles, with their names.
fn known_texts() -> Vec<(String, String)> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut texts = Vec::new();
    for path in files(&tests.join("cases"), "toml") {
        let file: toml::Table = fs::read_to_string(&path)
            .expect("a file of cases")
            .parse()
            .expect("TOML");
        for case in file["case"].as_array().into_iter().flatten() {
            let get = |key: &str| case.get(key).and_then(|value| value.as_str());
            if let (Some(id), Some(text)) = (get("id"), get("text")) {
                texts.push((id.to_owned(), text.to_owned()));
            }
        }
    }
    for path in files(&tests.join("articles"), "txt") {
        let text = fs::read_to_string(&path).expect("an article");
        texts.push((path.display().to_string(), text));
    }
    texts
}

/// Every known text is read soundly, in slices as at once, and by rules with proper names.
#[test]
fn known_texts_are_read_soundly() {
    let texts = known_texts();
    assert!(texts.len() > 312);
    let kebab = |name: &str| {
        let part = |part: &str| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        };
        name.split('-').all(part)
    };
    for (name, text) in &texts {
        let read = extract(text);
        assert_sound(text, &read);
        assert_eq!(read_in_slices(text, || 7), read, "{name}: cut into slices");
        for rule in read.claims.iter().map(|c| &c.rule) {
            assert!(kebab(rule), "{name}: {rule:?} is not kebab-case");
        }
    }
}

/// No figure vanishes: in a sentence in which something is read, each digit is in a claim or set aside. Digits inside
/// a word ("F-16") are no number.
#[test]
fn every_number_beside_a_claim_is_read_or_set_aside() {
    let number =
        Regex::new(r"(?:^|[^\p{L}\p{N}\-\u{2010}\u{2011}])(\p{Nd}+)").expect("an expression");
    let mut lost = Vec::new();
    for (name, text) in known_texts() {
        let read = extract(&text);
        let mentions = || {
            read.claims
                .iter()
                .flat_map(|claim| &claim.mentions)
                .map(|m| m.start..m.end)
        };
        let asides = read.set_aside.iter().map(|aside| aside.start..aside.end);
        let told: Vec<_> = mentions().chain(asides).collect();
        for sentence in sentences(&text) {
            let words = &text[sentence.clone()];
            if !mentions().any(|mention| sentence.contains(&mention.start)) {
                continue;
            }
            for found in number.captures_iter(words).filter_map(|found| found.get(1)) {
                let at = sentence.start + found.start();
                if !told.iter().any(|span| span.contains(&at)) {
                    lost.push(format!("{name}: {:?} in {words:?}", found.as_str()));
                }
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

/// A heading that tells an outcome speaks for a list whose items hold no word of it.
#[test]
fn the_quick_way_ends_at_a_heading_over_a_list() {
    for text in [
        "Deaths by district\n\n- Kors among the 60 people: 4th",
        "Deaths by district\nRescuers searched for survivors\n\n- Kors among the 60 people: 4th",
        "Deaths by district\nnRescuers searched for survivameescuers searTicket prices\n\n- Kors among the 60 people believead brs ova: 4ied3.",
        "Deaths by district:\n\n- Kors among the 60 people: 4th",
        "Deaths by district and month\n\n- Kors had 60 people: 4th",
    ] {
        assert_eq!(extract(text), read_in_slices(text, || usize::MAX), "{text}");
    }
}

#[test]
fn the_quick_way_changes_nothing_around_known_texts() {
    let before = "Rain fell on the capital. The team lost a point, the coach said.";
    let after = "The plan was known. Nobody left early.";
    for (name, text) in known_texts() {
        for whole in [
            text.clone(),
            format!("{before} {text}"),
            format!("{before} {text} {after}"),
            format!("{before}\n\n{text}\n\n{after}"),
            format!("&nbsp;\n\n{text} {after}"),
        ] {
            let full = read_in_slices(&whole, || usize::MAX);
            assert_eq!(extract(&whole), full, "{name}: {whole}");
        }
    }
}

/// Where the paragraphs of a quotation are joined, each opens it anew: the last mark closes it. No curly marks stand so.
#[test]
fn a_quotation_that_opens_anew_ends_once() {
    let text = "Coach Petr Dost says it is hard. \"There is pressure here. \"They are no fools.\" Gunmen killed ten people.";
    let claims = extract(text).claims;
    assert_eq!(claims.len(), 1);
    assert_eq!(claims[0].attribution, None);
}

/// Each rule that reads something says what it reads, and no sentence is about a rule that reads nothing.
#[test]
fn every_rule_has_its_sentence() {
    let texts = known_texts();
    let used: BTreeSet<String> = (texts.iter())
        .flat_map(|(_, text)| extract(text).claims)
        .map(|claim| claim.rule.into_owned())
        .collect();
    let worded = words::RULES
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    assert_eq!(
        used, worded,
        "left: rules in use; right: rules with a sentence in src/words.rs"
    );
}

/// In no typography a known text says anything else.
#[test]
fn typography_changes_no_claim_of_known_texts() {
    let mut changed = Vec::new();
    for (name, text) in known_texts() {
        let text = text.replace("\r\n", "\n");
        let told = Told::of(&text);
        for (typography, variant) in TYPOGRAPHIES {
            let other = variant(&text).told();
            if other != told {
                changed.push(format!("{name}, {typography}:\n{told:#?}\n{other:#?}"));
            }
        }
    }
    assert!(
        changed.is_empty(),
        "{} readings change:\n{}",
        changed.len(),
        changed.join("\n")
    );
}

/// Whatever follows in an article, what its first paragraphs say stays said.
#[test]
fn what_follows_changes_nothing_above_in_known_articles() {
    for (name, text) in known_texts() {
        let whole = extract(&text);
        for (cut, _) in text.match_indices("\n\n") {
            for claim in &extract(&text[..cut]).claims {
                let first = &claim.mentions[0];
                let kept = whole.claims.iter().any(|c| {
                    c.mentions.contains(first)
                        && (c.outcome, c.group, &c.count, &c.rule)
                            == (claim.outcome, claim.group, &claim.count, &claim.rule)
                });
                assert!(kept, "{name}, cut at {cut}: lost {claim:?}");
            }
        }
    }
}

/// The sentences that the comparing properties are made of do hold claims: else those would hold of nothing.
#[test]
fn the_sample_sentences_hold_claims() {
    let silent: Vec<&str> = SENTENCES
        .iter()
        .copied()
        .filter(|sentence| extract(sentence).claims.is_empty())
        .collect();
    assert!(silent.is_empty(), "nothing is read in {silent:?}");
}
