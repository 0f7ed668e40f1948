//! The command line: arguments, files, folders, and what is printed of them. `tests/jsonl.rs` has the stream.
#![cfg(feature = "cli")]

mod terminal;

use casualty_compare::model::{Claim, Toll};
use casualty_compare::{extract, present};
use serde_json::{Value, json};
use std::fs;
use std::process::Command;
use terminal::{TEXT, file, folder, lines, path, run_with};

#[test]
fn help_and_version() {
    let help = run_with(&["--help"], "");
    assert_eq!((help.code, help.errors.as_str()), (0, ""));
    for option in [
        "--json ",
        "--jsonl",
        "--explain FILE",
        "--threads N",
        "--progress",
        "--no-progress",
        "*.txt",
        "*.jsonl",
        "16 MiB",
        "--help",
        "--version",
        "\"-\"",
    ] {
        assert!(help.output.contains(option), "{option}");
    }
    assert_eq!(run_with(&["-h", "--nonsense"], "").output, help.output);
    let version = run_with(&["-V"], "");
    assert_eq!(
        version.output,
        format!("casualty-compare {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn wrong_use_is_told_and_prints_nothing() {
    let cases: &[(&[&str], &str)] = &[
        (&[], "no files"),
        (&["--json"], "no files"),
        (&["--nonsense", "a.txt"], "unknown option \"--nonsense\""),
        (
            &["--jsonl", "no-such-file.txt"],
            "cannot read no-such-file.txt",
        ),
        (&["--jsonl", "-", "-"], "given once"),
        (&["--jsonl", "--threads"], "--threads takes a number"),
        (&["--jsonl", "--threads", "0"], "--threads takes a number"),
        (&["--jsonl", "--threads=-1"], "--threads takes a number"),
        (&["--jsonl", "--threads=1025"], "from 1 to 1024"),
        (&["--threads", "2", "a.txt"], "go with --jsonl"),
        (&["--json", "--progress", "a.txt"], "go with --jsonl"),
        (&["--jsonl", "--json"], "do not go together"),
        (&["--explain"], "no files"),
        (&["--explain", "a.txt", "b.txt"], "takes one file"),
        (&["--explain", "--json", "a.txt"], "do not go together"),
        (&["--jsonl", "--explain"], "do not go together"),
        (
            &["--explain", "no-such-file.txt"],
            "cannot read no-such-file.txt",
        ),
        (&["-", "-"], "given once"),
        (&["no-such-file.txt"], "cannot read no-such-file.txt"),
        (
            &["--json", "no-such-file.txt"],
            "cannot read no-such-file.txt",
        ),
        (&["--", "--json"], "cannot read --json"),
        (&["xtask/src"], "cannot read xtask/src: nothing to read"),
        (&["--explain", "src"], "--explain takes one file"),
    ];
    for (arguments, expected) in cases {
        let done = run_with(arguments, "");
        assert_eq!(done.code, 2, "{arguments:?}");
        assert_eq!(done.output, "", "{arguments:?}");
        assert!(
            done.errors.contains(expected),
            "{arguments:?}: {}",
            done.errors
        );
    }
}

#[test]
fn explain_prints_the_librarys_own_account() {
    let file = file("explained.txt", TEXT);
    let done = run_with(&["--explain", path(&file)], "");
    assert_eq!((done.code, done.errors.as_str()), (0, ""));
    assert_eq!(done.output, present::explain(TEXT, &extract(TEXT)));
    assert!(done.output.contains("rule:"), "{}", done.output);
    let piped = run_with(&["--explain", "-"], TEXT);
    assert_eq!(piped.output, done.output);
}

#[test]
fn explain_takes_any_text() {
    let explained = |text: &[u8]| {
        let done = run_with(&["--explain", "-"], text);
        assert_eq!(done.code, 0);
        done
    };
    assert!(explained(b"").output.starts_with("There is no sentence"));
    assert!(
        explained(b"Rain fell.\n")
            .output
            .ends_with("No toll was read.\n")
    );
    let scripts = "\u{642}\u{62a}\u{644} \u{661}\u{662} \u{634}\u{62e}\u{635}\u{627}. \u{6b7b}\u{8005}12\u{4eba}\u{3002} \
        \u{41f}\u{43e}\u{433}\u{438}\u{431}\u{43b}\u{43e} 12. \u{661}\u{662} people were killed.";
    let done = explained(scripts.as_bytes());
    assert!(
        done.output.contains("\u{661}\u{662} people were killed"),
        "{}",
        done.output
    );
    let broken = explained(b"12 people were killed\xff.");
    assert!(broken.errors.contains("not UTF-8"), "{}", broken.errors);
    assert!(
        broken.output.contains("Claim 1: Killed: people, 12"),
        "{}",
        broken.output
    );
}

#[test]
fn every_file_that_cannot_be_read_is_named() {
    let good = file("good.txt", TEXT);
    let done = run_with(&["none-1", path(&good), "none-2"], "");
    assert!(done.errors.contains("none-1") && done.errors.contains("none-2"));
    assert_eq!((done.code, done.output.as_str()), (2, ""));
}

#[test]
fn a_folder_stands_for_its_texts_in_the_order_of_their_names() {
    let top = folder("compared");
    for name in ["b", "a", ".hidden"] {
        fs::create_dir(top.join(name)).expect("a folder");
        fs::write(top.join(name).join("in.txt"), TEXT).expect("a file");
    }
    for (name, text) in [
        ("aa.TXT", TEXT),
        ("z.txt", ""),
        (".dot.txt", TEXT),
        ("x.md", TEXT),
    ] {
        fs::write(top.join(name), text).expect("a file");
    }
    let done = run_with(&["--json", path(&top)], "");
    assert_eq!((done.code, done.errors.as_str()), (0, ""));
    let claims = |whole: &Value| -> Vec<usize> {
        let articles = whole["articles"].as_array().expect("articles").iter();
        articles
            .map(|a| a["claims"].as_array().map_or(0, Vec::len))
            .collect()
    };
    let read = extract(TEXT).claims.len();
    assert_eq!(claims(&lines(&done.output)[0]), [read, read, read, 0]);
    let table = run_with(&[path(&top)], "").output;
    let places: Vec<_> = ["in.txt", "aa.TXT", "z.txt"]
        .map(|name| table.find(name))
        .into();
    assert!(places.is_sorted() && places[0].is_some(), "{table}");
}

#[test]
fn json_has_the_librarys_own_answers() {
    let (one, two) = (
        file("one.txt", TEXT),
        file("two.txt", "Nothing happened.\n"),
    );
    let done = run_with(&["--json", path(&one), path(&two)], "");
    assert_eq!((done.code, done.errors.as_str()), (0, ""));
    let [whole] = lines(&done.output).try_into().expect("one line");
    let read = extract(TEXT);
    let article = |claims: &[Claim], tolls: &[Toll]| {
        json!({
            "title": null, "outlet": null, "date": null, "claims": claims, "tolls": tolls,
        })
    };
    assert_eq!(
        whole["articles"],
        json!([article(&read.claims, &read.tolls), article(&[], &[])])
    );
    assert!(whole["rows"].is_array() && whole["findings"].is_array());
    assert_eq!(whole.as_object().map(|keys| keys.len()), Some(3));
}

#[test]
fn json_keys_are_those_of_the_contract() {
    let keys = |value: &Value| -> Vec<String> {
        let mut keys: Vec<String> = value
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect();
        keys.sort();
        keys
    };
    let claim = serde_json::to_value(claim_in_full()).expect("a claim");
    assert_eq!(
        keys(&claim),
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
            "supersededBy",
        ]
    );
    assert_eq!(keys(&claim["count"]), ["high", "low", "qualifier", "text"]);
    assert_eq!(keys(&claim["attribution"]), ["carrier", "counter", "kind"]);
    assert_eq!(keys(&claim["mentions"][0]), ["end", "quote", "start"]);
    assert_eq!(claim["group"], "security_forces");
    assert_eq!(claim["count"]["qualifier"], "more_than");
}

fn claim_in_full() -> Claim {
    let claim = json!({
        "outcome": "killed", "group": "security_forces", "groupText": "members of the security forces",
        "count": {"low": 1000, "high": null, "qualifier": "more_than", "text": "more than 1,000"},
        "attribution": {"counter": "the Ministry", "carrier": null, "kind": "named"},
        "scope": "event", "place": null, "status": "reported", "partOf": null, "supersededBy": 3,
        "mentions": [{"start": 0, "end": 3, "quote": "abc"}], "rule": "by-hand",
    });
    serde_json::from_value(claim).expect("a claim")
}

#[test]
fn standard_input_is_an_article_too() {
    let good = file("beside.txt", TEXT);
    let done = run_with(&["--json", "-", path(&good)], TEXT);
    let [whole] = lines(&done.output).try_into().expect("one line");
    assert_eq!(whole["articles"][0], whole["articles"][1]);
    let table = run_with(&["-", path(&good)], TEXT);
    assert_eq!(table.code, 0);
    assert!(!table.output.is_empty());
}

#[test]
fn bytes_that_are_no_text_are_replaced_and_said() {
    let odd = file(
        "latin1.txt",
        b"Zw\xf6lf Menschen, 12 people were killed.\0\n",
    );
    for arguments in [vec![path(&odd)], vec!["--json", path(&odd)]] {
        let done = run_with(&arguments, "");
        assert_eq!(done.code, 0);
        assert!(
            done.errors.contains("latin1.txt is not UTF-8"),
            "{}",
            done.errors
        );
        assert!(!done.output.is_empty());
    }
}

#[test]
fn the_program_names_a_missing_file() {
    let done = Command::new(env!("CARGO_BIN_EXE_casualty-compare"))
        .args(["--json", "no-such-file.txt"])
        .output()
        .expect("the program");
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&done.stderr).contains("no-such-file.txt"));
}
