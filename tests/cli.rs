//! The command line: arguments, files, streams and what they print. Runs the library's `run`, and the built program
//! where a process is what matters.
#![cfg(feature = "cli")]

use casualty_compare::cli::run;
use casualty_compare::model::{Claim, Toll};
use casualty_compare::{extract, present};
use serde_json::{Value, json};
use std::ffi::OsString;
use std::fs;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Two sentences with figures of several kinds.
const TEXT: &str = "At least 12 people were killed in Ulmen, the Interior Ministry said. \
    Another 30 were injured, including four children.\n";

/// What a run gave.
struct Done {
    code: u8,
    output: String,
    errors: String,
}

fn run_with(arguments: &[&str], input: impl AsRef<[u8]>) -> Done {
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let arguments = arguments.iter().map(OsString::from);
    let code = run(arguments, input.as_ref(), &mut output, &mut errors);
    Done {
        code,
        output: String::from_utf8(output).expect("output in UTF-8"),
        errors: String::from_utf8(errors).expect("errors in UTF-8"),
    }
}

/// A file of this test's own, with these bytes.
fn file(name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cli");
    fs::create_dir_all(&folder).expect("a folder for files");
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a file");
    path
}

fn path(of: &std::path::Path) -> &str {
    of.to_str().expect("a path in UTF-8")
}

fn lines(output: &str) -> Vec<Value> {
    (output.lines())
        .map(|line| serde_json::from_str(line).expect("a line of JSON"))
        .collect()
}

#[test]
fn help_and_version() {
    let help = run_with(&["--help"], "");
    assert_eq!((help.code, help.errors.as_str()), (0, ""));
    for option in [
        "--json ",
        "--jsonl",
        "--explain FILE",
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
        (&["--jsonl", "a.txt"], "takes no files"),
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
        (&["src"], "cannot read src"),
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
fn lines_are_answered_in_order_and_bad_ones_survived() {
    let good = json!({"id": "a", "text": TEXT, "more": [1]}).to_string();
    let input: Vec<&[u8]> = vec![
        good.as_bytes(),
        b"not json",
        b"{\"id\": \"no text\"}",
        b"{\"text\": \"no id\"}",
        b"{\"id\": null, \"text\": \"\"}",
        b"{\"id\": [1], \"text\": \"\"}",
        b"{\"id\": 1, \"text\": 2}",
        b"[]",
        b"",
        b"\xff\xfe",
        b"{\"id\": 12345678901234567890123, \"text\": \"\"}\r",
        b"{\"id\": \"b\", \"text\": \"\"}",
    ];
    let done = run_with(&["--jsonl"], input.join(&b'\n'));
    assert_eq!((done.code, done.errors.as_str()), (0, ""));
    let answers: Vec<&str> = done.output.lines().collect();
    assert_eq!(answers.len(), input.len());
    let read = extract(TEXT);
    let first: Value = serde_json::from_str(answers[0]).expect("JSON");
    assert_eq!(
        first,
        json!({"id": "a", "claims": read.claims, "tolls": read.tolls})
    );
    for (number, answer) in answers.iter().enumerate().take(10).skip(1) {
        let answer: Value = serde_json::from_str(answer).expect("JSON");
        assert_eq!(answer["id"], Value::Null);
        let error = answer["error"].as_str().expect("an error");
        assert!(
            error.starts_with(&format!("line {}: ", number + 1)),
            "{error}"
        );
        assert_eq!(answer.as_object().map(|keys| keys.len()), Some(2));
    }
    assert_eq!(
        &answers[10..],
        [
            "{\"id\":12345678901234567890123,\"claims\":[],\"tolls\":[]}",
            "{\"id\":\"b\",\"claims\":[],\"tolls\":[]}"
        ],
        "a number keeps its digits; a last line needs no line feed"
    );
}

#[test]
fn a_byte_order_mark_before_the_first_line_is_passed_over() {
    let done = run_with(&["--jsonl"], "\u{feff}{\"id\":1,\"text\":\"\"}\n");
    assert_eq!(done.output, "{\"id\":1,\"claims\":[],\"tolls\":[]}\n");
    assert_eq!(run_with(&["--jsonl"], "").output, "");
}

#[test]
fn a_claim_printed_by_the_stream_reads_back_as_it_was() {
    let line = json!({"id": 1, "text": TEXT}).to_string();
    let [answer] = lines(&run_with(&["--jsonl"], line).output)
        .try_into()
        .expect("one line");
    let claims: Vec<Claim> = serde_json::from_value(answer["claims"].clone()).expect("claims");
    assert_eq!(claims, extract(TEXT).claims);
    for mention in claims.iter().flat_map(|claim| &claim.mentions) {
        assert_eq!(
            TEXT.get(mention.start..mention.end),
            Some(mention.quote.as_str())
        );
    }
}

/// Gives up after some bytes, with this error.
struct Failing(io::ErrorKind, usize);

impl Write for Failing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.1.checked_sub(bytes.len()) {
            Some(left) => {
                self.1 = left;
                Ok(bytes.len())
            }
            None => Err(self.0.into()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn an_output_that_closes_ends_quietly_and_one_that_fails_is_told() {
    let input = "{\"id\":1,\"text\":\"\"}\n".repeat(100);
    for (kind, code, quiet) in [
        (io::ErrorKind::BrokenPipe, 0, true),
        (io::ErrorKind::StorageFull, 1, false),
    ] {
        let mut errors = Vec::new();
        let arguments = ["--jsonl".into()].into_iter();
        let found = run(
            arguments,
            input.as_bytes(),
            &mut Failing(kind, 70),
            &mut errors,
        );
        assert_eq!((found, errors.is_empty()), (code, quiet), "{kind:?}");
    }
}

#[test]
fn the_program_streams_and_ends_quietly_when_its_reader_leaves() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_casualty-compare"))
        .arg("--jsonl")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program");
    let mut input = program.stdin.take().expect("its input");
    let feed = std::thread::spawn(move || {
        let line = json!({"id": 1, "text": TEXT}).to_string() + "\n";
        while input.write_all(line.as_bytes()).is_ok() {}
    });
    let mut some = [0; 64];
    let mut output = program.stdout.take().expect("its output");
    output
        .read_exact(&mut some)
        .expect("an answer while input goes on");
    drop(output);
    let done = program.wait_with_output().expect("its end");
    feed.join().expect("the feed");
    assert!(done.status.success(), "{:?}", done.status);
    assert_eq!(String::from_utf8_lossy(&done.stderr), "");
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
