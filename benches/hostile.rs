//! Whether texts that are made to be slow stay linear: ten times the text must take at most eleven times as long.
//!
//! `cargo xtask bench hostile`. Each kind of text is read at 100 kB and at 1 MB. Beside the times stands how much a
//! reading keeps: its claims, and the bytes of them for each byte of the text. A word after `--bench hostile --` picks the
//! kinds with that word in their names.

#[path = "times/mod.rs"]
mod times;

use std::env;
use std::fmt::Write as _;
use std::hint::black_box;
use std::mem::size_of;
use std::time::Duration;

use casualty_compare::extract;
use casualty_compare::model::{Claim, Extraction, SetAside};
use times::times;

const ROUNDS: usize = 7;
/// About how long the shorter text is, in bytes; the longer has ten times as much.
const LENGTH: usize = 100_000;
/// The most that ten times the text may take, in times.
const WANTED: f64 = 11.0;

/// A kind of text: its name, and its `n`th piece, pieces being put together until the text is long enough.
type Kind = (&'static str, fn(usize) -> String);

const KINDS: &[Kind] = &[
    ("1,1,1,", |_| "1,1,1,".to_owned()),
    ("1 000 000 000", |_| "000 1 ".to_owned()),
    ("digits alone", |_| "12345678".to_owned()),
    ("killed killed", |_| "killed ".to_owned()),
    ("were not killed", |_| {
        "were not have been killed ".to_owned()
    }),
    ("nested quotes", |n| {
        ["\"", "'", "\u{201c}", "\u{2018}", "\u{ab}"][n % 5].to_owned()
    }),
    ("nested brackets", |n| {
        ["(", "[", "((", "12 ", ")"][n % 5].to_owned()
    }),
    ("quoted claims", |n| {
        format!("\"(12 killed, \u{201c}{n} dead\u{201d}) ")
    }),
    ("no full stop, words", |n| format!("{} ", words(n))),
    ("no full stop, claims", |n| {
        format!(
            "{n} people were killed and {} {} were injured ",
            n + 1,
            words(n)
        )
    }),
    ("list of counts", |n| {
        format!("{n} killed, {} injured, ", n + 1)
    }),
    ("list of groups", |n| {
        format!(
            "{n} soldiers, {} nurses and {} children died, ",
            n + 1,
            n + 2
        )
    }),
    ("list of people", |_| {
        "a man was killed, a woman was killed, ".to_owned()
    }),
    ("one claim repeated", |_| {
        "At least 40 people were killed. ".to_owned()
    }),
    ("a claim a paragraph", |n| {
        format!("At least {n} people were killed.\n\n")
    }),
    ("additions", |n| {
        format!("Another {n} people were killed.\n\n")
    }),
    ("one person a paragraph", |n| {
        format!("A man was shot dead near Karsova {n}.\n\n")
    }),
    ("groups of a whole", |n| {
        format!(
            "Of the dead, {n} were children, including {} girls.\n",
            n / 2
        )
    }),
    ("revisions", |n| {
        format!(
            "The death toll rose from {n} to {}, up from an earlier {}. ",
            n + 1,
            n / 2
        )
    }),
    ("revision words", |_| {
        "earlier initially now rose revised from to ".to_owned()
    }),
    ("labels", |n| format!("Dead: {n}\nInjured: {}\n", n + 1)),
    ("rows of a table", |n| {
        format!("Karsova | {n} | {} killed |\n", n + 1)
    }),
    ("a table", |n| {
        let head = if n == 1 {
            "Town\tKilled\tInjured\n"
        } else {
            ""
        };
        format!("{head}{}\t{}\t{}\n", name(n), n + 1, n / 2)
    }),
    ("a table with one number", |n| {
        let head = if n == 1 { "| Town | Killed |\n" } else { "" };
        format!("{head}| {} | 12 |\n", name(n))
    }),
    ("columns of blanks", |n| {
        let head = if n == 1 { "Town    Killed\n" } else { "" };
        format!("{head}{}    {}\n", name(n), n + 1)
    }),
    ("heads over heads", |_| "Town\tKilled\tInjured\n".to_owned()),
    ("a row without end", |n| format!("{n}\t")),
    ("bars", |_| "| ".to_owned()),
    ("sources by name", |n| {
        format!("The {} Monitor said {n} people were killed. ", name(n))
    }),
    ("sources that add nothing", |n| {
        format!("The {} Monitor said so. ", name(n))
    }),
    ("acronyms", |n| {
        format!(
            "The {} Monitor of {} ({}M) counted {n} dead. ",
            name(n),
            name(n / 2),
            capitals(n)
        )
    }),
    ("a long acronym", |n| {
        if n == 0 {
            "The Aster Monitor (A".to_owned()
        } else {
            "A".to_owned()
        }
    }),
    ("said said", |_| {
        "said according to the mayor said ".to_owned()
    }),
    ("of of of", |_| "2 of the 3 of ".to_owned()),
    ("between and between", |_| {
        "between 2 and between 3 to at least ".to_owned()
    }),
    ("dozens of hundreds", |_| {
        "dozens of several hundred thousands of ".to_owned()
    }),
    ("other time", |n| {
        format!(
            "last year, since 20{:02}, in 2019 killed 12; ten years ago, ",
            n % 90
        )
    }),
    ("commas and counters", |_| {
        "12 killed since last year, Dost, ".to_owned()
    }),
    ("one long word", |_| "killed".to_owned()),
    ("hyphens", |_| "twenty-".to_owned()),
    ("broken hyphens", |_| "kil-\n".to_owned()),
    ("dots of initials", |_| "U.S.".to_owned()),
    ("full stops", |_| ". ".to_owned()),
    ("ellipses and closers", |_| "!\u{201d})] ".to_owned()),
    ("dashes", |_| "- \u{2013}-".to_owned()),
    ("apostrophes", |_| "'s'".to_owned()),
    ("entities", |_| "&nbsp;&amp;".to_owned()),
    ("CJK", |n| format!("\u{6b7b}\u{8005}{n}\u{4eba}\u{3001}")),
    ("Arabic", |n| {
        format!("\u{642}\u{64f}\u{62a}\u{644} {n} \u{634}\u{62e}\u{635}\u{627} ")
    }),
    ("Arabic digits", |_| "\u{661}\u{66c}\u{662}".to_owned()),
    ("newlines", |_| "\n".to_owned()),
    ("lines of a word", |_| "killed\n".to_owned()),
    ("wrapped lines", |n| {
        format!("and then {n} people were killed in the valley by the flood,\n")
    }),
    ("blanks", |_| " \u{a0}\t".to_owned()),
    ("combining marks", |_| "\u{301}".to_owned()),
    ("words of marks", |_| "ki\u{301}\u{ad}lled ".to_owned()),
    ("emoji", |_| {
        "\u{1f3f3}\u{fe0f}\u{200d}\u{1f308}12".to_owned()
    }),
];

fn main() {
    println!(
        "{:<26}{:>9}{:>9}{:>8}{:>10}{:>9}{:>9}",
        "text", "MB/s", "MB/s", "ratio", "ratio", "claims", "kept/byte"
    );
    println!(
        "{:<26}{:>9}{:>9}{:>8}{:>10}{:>9}{:>9}",
        "", "100 kB", "1 MB", "median", "fastest", "1 MB", "1 MB"
    );
    let words: Vec<String> = env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    let wanted = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(word));
    let over: Vec<&str> = KINDS
        .iter()
        .filter(|(name, _)| wanted(name))
        .filter(|kind| row(kind) > WANTED)
        .map(|(name, _)| *name)
        .collect();
    println!(
        "ten times the text takes more than {WANTED} times as long (by the fastest) for: {}",
        if over.is_empty() {
            "none".to_owned()
        } else {
            over.join(", ")
        }
    );
}

/// Times one kind of text and prints its row; gives the ratio of the fastest rounds, for ten times the length.
fn row(kind: &Kind) -> f64 {
    let (once, ten_times) = (text(kind, LENGTH), text(kind, 10 * LENGTH));
    let [short, long] = times(ROUNDS, [&|| ten_readings(&once), &|| reading(&ten_times)]);
    let length = ten_times.len() as f64 / once.len() as f64;
    // The short text is read ten times in a round.
    let ratio =
        |short: Duration, long: Duration| 100.0 * long.as_secs_f64() / short.as_secs_f64() / length;
    let rate = |bytes: usize, time: Duration| bytes as f64 / 1e6 / time.as_secs_f64();
    let read = extract(&ten_times);
    let fastest = ratio(short.fastest, long.fastest);
    println!(
        "{:<26}{:>9.1}{:>9.1}{:>8.1}{fastest:>10.1}{:>9}{:>9.1}",
        kind.0,
        rate(10 * once.len(), short.fastest),
        rate(ten_times.len(), long.fastest),
        ratio(short.median, long.median),
        read.claims.len(),
        kept(&read) as f64 / ten_times.len() as f64
    );
    fastest
}

fn reading(text: &str) {
    drop(black_box(extract(black_box(text))));
}

/// Ten readings take about as long as one of ten times the text: a busy machine slows both alike.
fn ten_readings(text: &str) {
    for _ in 0..10 {
        reading(text);
    }
}

/// About how many bytes a reading keeps.
fn kept(read: &Extraction) -> usize {
    let words = |claim: &Claim| {
        let quotes: usize = claim
            .mentions
            .iter()
            .map(|mention| size_of_val(mention) + mention.quote.len())
            .sum();
        quotes + claim.count.text.len() + claim.group_text.len()
    };
    let claims: usize = read.claims.iter().map(words).sum();
    claims + read.claims.len() * size_of::<Claim>() + read.set_aside.len() * size_of::<SetAside>()
}

/// Pieces of a kind until `length` bytes are reached.
fn text((_, piece): &Kind, length: usize) -> String {
    let mut text = String::with_capacity(length + 200);
    for n in 1.. {
        if text.len() >= length {
            break;
        }
        // Writing to a string cannot fail.
        let _ = write!(text, "{}", piece(n));
    }
    text
}

/// Words that rules look at, in an order that hardly repeats.
fn words(n: usize) -> &'static str {
    const WORDS: [&str; 31] = [
        "the",
        "killed",
        "at least",
        "soldiers",
        "said",
        "and",
        "twenty",
        "in",
        "Karsova",
        "not",
        "were",
        "including",
        "of",
        "them",
        "wounded",
        "by",
        "a",
        "missing",
        "more than",
        "deaths",
        "toll",
        "from",
        "to",
        "now",
        "while",
        "police",
        "who",
        "12",
        "children",
        "injured",
        "total",
    ];
    WORDS[n.wrapping_mul(2_654_435_761) % WORDS.len()]
}

/// A name of its own for each `n`: "Bacado".
fn name(n: usize) -> String {
    let letters = capitals(n).to_lowercase();
    let rest = letters.chars().flat_map(|letter| [letter, 'a']);
    "B".chars().chain("a".chars()).chain(rest).collect()
}

/// Capitals that spell `n`.
fn capitals(n: usize) -> String {
    n.to_string()
        .bytes()
        .map(|digit| char::from(digit - b'0' + b'C'))
        .collect()
}
