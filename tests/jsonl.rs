//! `--jsonl`: streams, their order, bad lines, threads, files and folders, progress, and what happens when a reader or a
//! writer leaves.
#![cfg(feature = "cli")]

mod terminal;

use casualty_compare::cli::{Watched, run};
use casualty_compare::extract;
use casualty_compare::model::Claim;
use serde_json::{Value, json};
use std::fs;
use std::io::{self, BufRead, BufReader, Cursor, Read, Write};
use std::process::{Child, Command, Stdio};
use terminal::{Done, TEXT, file, folder, lines, path, run_with};

/// What `--jsonl` holds at most of one line, in bytes.
const LONGEST: usize = 16 << 20;

/// So many records that they come in many chunks; some of them bad, some large.
fn many() -> String {
    let mut input = String::new();
    for id in 0..4_000 {
        match id % 50 {
            7 => input.push_str("no record\n"),
            9 => input.push_str("\r\n"),
            size => {
                let text = TEXT.repeat(size / 5);
                input += &format!("{}\n", json!({"id": id, "text": text}));
            }
        }
    }
    input
}

/// Gives at most so many bytes at each read, as a slow pipe does; then fails with this error, if any.
struct Slow(Cursor<String>, usize, Option<io::ErrorKind>);

impl Read for Slow {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let most = self.1.min(bytes.len());
        match (self.0.read(&mut bytes[..most])?, self.2) {
            (0, Some(kind)) => Err(kind.into()),
            (read, _) => Ok(read),
        }
    }
}

fn program(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_casualty-compare"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program")
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

#[test]
fn an_output_that_closes_ends_quietly_and_one_that_fails_is_told() {
    let input = "{\"id\":1,\"text\":\"\"}\n".repeat(100);
    for (kind, code, quiet) in [
        (io::ErrorKind::BrokenPipe, 0, true),
        (io::ErrorKind::StorageFull, 1, false),
    ] {
        let mut errors = Vec::new();
        let found = run(
            ["--jsonl".into()].into_iter(),
            Cursor::new(input.clone()),
            &mut Failing(kind, 70),
            &mut errors,
            Watched::No,
        );
        assert_eq!((found, errors.is_empty()), (code, quiet), "{kind:?}");
    }
}

#[test]
fn the_program_streams_and_ends_quietly_when_its_reader_leaves() {
    let mut program = program(&["--jsonl"]);
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
fn the_program_answers_each_line_before_the_next_is_written() {
    let mut program = program(&["--jsonl"]);
    let mut input = program.stdin.take().expect("its input");
    let mut output = BufReader::new(program.stdout.take().expect("its output"));
    for id in 0..3 {
        writeln!(input, "{}", json!({"id": id, "text": TEXT})).expect("a line in");
        let mut answer = String::new();
        output.read_line(&mut answer).expect("a line out");
        assert_eq!(lines(&answer)[0]["id"], id);
    }
    drop(input);
    assert!(program.wait().expect("its end").success());
}

#[test]
fn the_program_ends_when_its_reader_leaves_though_the_input_stays_open() {
    let mut program = program(&["--jsonl"]);
    let mut input = program.stdin.take().expect("its input");
    drop(program.stdout.take());
    writeln!(input, "{}", json!({"id": 1, "text": TEXT})).expect("a line in");
    assert!(program.wait().expect("its end").success());
    drop(input);
}

#[test]
fn threads_and_slices_of_the_input_change_nothing() {
    let input = many();
    let one = run_with(&["--jsonl", "--threads", "1"], &input);
    assert_eq!((one.code, one.errors.as_str()), (0, ""));
    for threads in ["2", "7"] {
        let more = run_with(&["--jsonl", "--threads", threads], &input);
        assert!(more.output == one.output, "{threads} threads");
    }
    let some: String = input
        .lines()
        .take(60)
        .map(|line| format!("{line}\n"))
        .collect();
    let whole = run_with(&["--jsonl"], &some).output;
    for bytes in [1, 7, 4096] {
        let slow = Slow(Cursor::new(some.clone()), bytes, None);
        assert!(
            Done::of(&["--jsonl"], slow).output == whole,
            "{bytes} bytes at a time"
        );
    }
}

#[test]
fn every_line_has_its_answer_in_its_place() {
    let answers = lines(&run_with(&["--jsonl", "--threads=3"], many()).output);
    assert_eq!(answers.len(), 4_000);
    for (id, answer) in answers.iter().enumerate() {
        let place = format!("line {}: ", id + 1);
        match id % 50 {
            7 => assert!(
                answer["error"]
                    .as_str()
                    .is_some_and(|why| why.starts_with(&place))
            ),
            9 => assert_eq!(answer["error"], format!("{place}empty")),
            _ => assert_eq!(answer["id"], id),
        }
    }
}

#[test]
fn a_line_that_is_too_long_is_passed_over_and_said() {
    let line = |bytes: usize| {
        let frame = json!({"id": bytes, "text": ""}).to_string();
        format!(
            "{{\"id\":{bytes},\"text\":\"{}\"}}",
            " ".repeat(bytes - frame.len())
        )
    };
    let last = json!({"id": "last", "text": TEXT}).to_string();
    let input = [
        &line(LONGEST),
        &line(LONGEST + 1),
        &line(LONGEST + (1 << 20)),
        &last,
    ];
    let input = input.map(String::as_str).join("\n");
    let answers = lines(&run_with(&["--jsonl"], &input).output);
    let ids: Vec<&Value> = answers.iter().map(|answer| &answer["id"]).collect();
    assert_eq!(
        ids,
        [&json!(LONGEST), &Value::Null, &Value::Null, &json!("last")]
    );
    assert_eq!(answers[1]["error"], "line 2: longer than 16 MiB");
    assert_eq!(answers[2]["error"], "line 3: longer than 16 MiB");
    let endless = "x".repeat(2 * LONGEST);
    let answers = lines(&run_with(&["--jsonl"], endless).output);
    assert_eq!(
        answers,
        [json!({"id": null, "error": "line 1: longer than 16 MiB"})]
    );
}

#[test]
fn nesting_of_any_depth_is_survived() {
    let deep = |open: &str, close: &str| open.repeat(200_000) + &close.repeat(200_000);
    let input = [
        format!("{{\"id\":1,\"other\":{},\"text\":\"\"}}", deep("[", "]")),
        deep("[", "]"),
        "{\"id\":".repeat(200_000),
        format!("{{\"id\":1,\"text\":{}}}", deep("[", "]")),
        json!({"id": 2, "text": ""}).to_string(),
    ];
    let answers = lines(&run_with(&["--jsonl"], input.join("\n")).output);
    let ids: Vec<&Value> = answers.iter().map(|answer| &answer["id"]).collect();
    assert_eq!(
        ids,
        [
            &json!(1),
            &Value::Null,
            &Value::Null,
            &Value::Null,
            &json!(2)
        ]
    );
}

#[test]
fn files_folders_and_standard_input_are_read_in_turn() {
    let top = folder("lines");
    fs::create_dir_all(top.join("b/deep")).expect("folders");
    let record = |id: &str| format!("{}\n", json!({"id": id, "text": TEXT}));
    fs::write(top.join("b/deep/1.jsonl"), record("deep")).expect("a file");
    fs::write(top.join("a.txt"), TEXT).expect("a file");
    fs::write(top.join("c.JSONL"), record("c") + "bad\n").expect("a file");
    fs::write(top.join("d.json"), "not read").expect("a file");
    fs::write(top.join(".e.jsonl"), "not read").expect("a file");
    fs::write(top.join("latin1.txt"), b"Zw\xf6lf").expect("a file");
    let odd = file("records.of-any-name", record("odd"));
    let done = run_with(&["--jsonl", path(&odd), "-", path(&top)], record("stdin"));
    assert_eq!((done.code, done.errors.as_str()), (0, ""));
    let answers = lines(&done.output);
    let named = |name: &str| path(&top.join(name)).to_owned();
    let ids: Vec<Option<&str>> = answers.iter().map(|answer| answer["id"].as_str()).collect();
    let text = named("a.txt");
    assert_eq!(
        ids,
        [
            Some("odd"),
            Some("stdin"),
            Some(text.as_str()),
            Some("deep"),
            Some("c"),
            None,
            None
        ]
    );
    let error = |at: usize| answers[at]["error"].as_str().expect("an error");
    assert!(
        error(5).starts_with(&format!("{}: line 2: ", named("c.JSONL"))),
        "{}",
        error(5)
    );
    assert!(
        error(6).starts_with(&format!("{}: not UTF-8", named("latin1.txt"))),
        "{}",
        error(6)
    );
    assert_eq!(answers[0]["claims"], answers[2]["claims"]);
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_are_read() {
    let top = folder("unreadable");
    fs::create_dir(top.join("b")).expect("a folder");
    std::os::unix::fs::symlink("nowhere", top.join("a.jsonl")).expect("a link");
    // A folder that holds itself.
    std::os::unix::fs::symlink(&top, top.join("b/again")).expect("a link");
    fs::write(top.join("b/1.jsonl"), "{\"id\":1,\"text\":\"\"}\n").expect("a file");
    let done = run_with(&["--jsonl", path(&top)], "");
    assert_eq!(done.code, 2);
    assert_eq!(done.output, "{\"id\":1,\"claims\":[],\"tolls\":[]}\n");
    let name = format!("cannot read {}", path(&top.join("a.jsonl")));
    assert!(done.errors.contains(&name), "{}", done.errors);
    assert_eq!(done.errors.lines().count(), 1, "{}", done.errors);
}

#[test]
fn input_that_fails_is_told_after_the_answers_to_what_came_before() {
    let record = format!("{}\n", json!({"id": 1, "text": TEXT}));
    let failing = Slow(Cursor::new(record), 10, Some(io::ErrorKind::TimedOut));
    let done = Done::of(&["--jsonl"], failing);
    assert_eq!((done.code, lines(&done.output).len()), (2, 1));
    assert!(
        done.errors.contains("cannot read standard input"),
        "{}",
        done.errors
    );
}

#[test]
fn progress_is_shown_where_it_is_seen_or_asked_for() {
    let input = json!({"id": 1, "text": TEXT}).to_string() + "\nbad\n";
    let shown = |arguments: &[&str], watched| {
        let done = Done::watched(arguments, Cursor::new(input.clone()), watched);
        assert_eq!(done.code, 0);
        done.errors
    };
    assert_eq!(shown(&["--jsonl"], Watched::No), "");
    assert_eq!(shown(&["--jsonl", "--no-progress"], Watched::Terminal), "");
    for errors in [
        shown(&["--jsonl"], Watched::Terminal),
        shown(&["--jsonl", "--progress"], Watched::No),
    ] {
        let last = errors.rsplit('\r').next().expect("a last line");
        assert!(
            last.contains("2 records, 1 of them not readable"),
            "{errors}"
        );
        assert!(last.ends_with("MB/s\n"), "{errors}");
    }
}
