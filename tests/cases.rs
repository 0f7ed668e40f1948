//! Every sentence of `tests/cases/*.toml` is read as its case says, but for those listed in `not-yet.toml`.
//!
//! # Format
//! One `[[case]]` a sentence: `id`, `name`, `text`, an optional `note`, and `claims`, the expected claims in the words
//! of the model ([`reading::Expected`] has each key and what leaving it out means). `claims = []` = nothing may be read.
//!
//! A case passes when every expected claim is met by exactly one claim, none is left over, and the stated links
//! (`part_of`, `superseded_by`) point at the claims that met their targets. An `optional` or `derived` one may be absent.
//!
//! The ids of the groups A to M are those of the project's first 312 sentences; X are further forms of the same, Y forms met in whole articles.
//!
//! # Working with it
//! - `cargo test --no-default-features --test cases` says how many pass and what in the list must change.
//! - `CASES_VERBOSE=1 cargo test --no-default-features --test cases -- --nocapture` shows each failing case: text,
//!   expected, got.
//! - `CASES_ONLY=A05,F` with it shows those ids or beginnings of ids only, passing or not.
//! - `CASES_BLESS=1` rewrites `not-yet.toml` by what fails now and keeps the reasons that are there.

mod reading;

use casualty_compare::extract;
use casualty_compare::model::Claim;
use reading::{Difference, Expected};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The list of cases that do not pass.
const NOT_YET: &str = "not-yet.toml";
/// The reason that blessing writes for a case that had none.
const NOT_EXAMINED: &str = "not examined";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseFile {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: String,
    name: String,
    #[serde(default)]
    note: String,
    text: String,
    claims: Vec<Expected>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NotYetFile {
    #[serde(default)]
    case: Vec<NotYet>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NotYet {
    id: String,
    reason: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// All cases, by file name, in the order of the files.
fn cases() -> Vec<(String, Vec<Case>)> {
    let mut names: Vec<String> = fs::read_dir(folder())
        .expect("tests/cases")
        .map(|entry| entry.expect("an entry of tests/cases").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".toml") && name != NOT_YET)
        .collect();
    names.sort();
    names
        .into_iter()
        .map(|name| {
            let file: CaseFile = toml::from_str(&read(&folder().join(&name)))
                .unwrap_or_else(|e| panic!("tests/cases/{name}: {e}"));
            (name, file.case)
        })
        .collect()
}

fn not_yet() -> BTreeMap<String, String> {
    let file: NotYetFile = toml::from_str(&read(&folder().join(NOT_YET)))
        .unwrap_or_else(|e| panic!("tests/cases/{NOT_YET}: {e}"));
    let count = file.case.len();
    let listed: BTreeMap<_, _> = file.case.into_iter().map(|c| (c.id, c.reason)).collect();
    assert_eq!(
        count,
        listed.len(),
        "tests/cases/{NOT_YET} lists a case twice"
    );
    listed
}

/// Whether the claims are the expected ones: a search over all ways to pair them up.
fn passes(case: &Case, claims: &[Claim]) -> bool {
    fn pair_up(case: &Case, claims: &[Claim], taken: &mut Vec<Option<usize>>) -> bool {
        let Some(expected) = case.claims.get(taken.len()) else {
            let paired = taken.iter().flatten().count();
            return paired == claims.len() && links_hold(case, claims, taken);
        };
        for (index, claim) in claims.iter().enumerate() {
            if !taken.contains(&Some(index)) && differences(expected, claim, &case.text).is_empty()
            {
                taken.push(Some(index));
                if pair_up(case, claims, taken) {
                    return true;
                }
                taken.pop();
            }
        }
        if expected.may_be_absent() {
            taken.push(None);
            if pair_up(case, claims, taken) {
                return true;
            }
            taken.pop();
        }
        false
    }
    pair_up(case, claims, &mut Vec::new())
}

/// What keeps `claim` from being the expected one; empty = it is. Links are looked at once all are paired up.
fn differences(expected: &Expected, claim: &Claim, text: &str) -> Vec<Difference> {
    let mut found = expected.other_figure(claim, text);
    found.extend(expected.other_details(claim, text));
    found
}

/// Whether each stated link points at the claim that met its target.
fn links_hold(case: &Case, claims: &[Claim], taken: &[Option<usize>]) -> bool {
    case.claims.iter().zip(taken).all(|(expected, taken_by)| {
        let Some(claim) = taken_by.map(|index| &claims[index]) else {
            return true;
        };
        let holds = |stated: Option<usize>, read: Option<usize>| match stated {
            Some(target) => read.is_some() && read == taken[target - 1],
            None => true,
        };
        holds(expected.part_of, claim.part_of) && holds(expected.superseded_by, claim.superseded_by)
    })
}

/// Text, expected and got; and, for each expected claim that no claim meets, how the nearest claim differs.
fn report(file: &str, case: &Case, claims: &[Claim]) -> String {
    let mut out = format!("{}  {} ({file})\n", case.id, case.name);
    out += &format!("    text      {:?}\n", case.text);
    if !case.note.is_empty() {
        out += &format!("    note      {}\n", case.note);
    }
    let mut lines = |label: &str, lines: Vec<String>| {
        if lines.is_empty() {
            out += &format!("    {label:<9} none\n");
        }
        for line in lines {
            out += &format!("    {label:<9} {line}\n");
        }
    };
    lines(
        "expected",
        case.claims.iter().map(Expected::notation).collect(),
    );
    lines("got", claims.iter().map(reading::notation).collect());
    for (number, expected) in case.claims.iter().enumerate() {
        let nearest = claims
            .iter()
            .map(|claim| differences(expected, claim, &case.text))
            .min_by_key(Vec::len);
        if let Some(differences) = nearest.filter(|d| !d.is_empty()) {
            let number = number + 1;
            out += &format!("    {number} differs {}\n", reading::listed(&differences));
        }
    }
    out
}

fn write_not_yet(failing: &BTreeSet<&str>, listed: &BTreeMap<String, String>) {
    let mut out = String::from(
        "# The cases that do not pass yet, held exactly by tests/cases.rs: a listed case that passes fails the test until\n\
         # its lines go, so the list only shrinks. Each has the reason why it does not pass.\n",
    );
    for id in failing {
        let reason = listed.get(*id).map_or(NOT_EXAMINED, String::as_str);
        let reason = toml::Value::String(reason.to_owned());
        out += &format!("\n[[case]]\nid = \"{id}\"\nreason = {reason}\n");
    }
    fs::write(folder().join(NOT_YET), out).expect("tests/cases/not-yet.toml can be written");
}

#[test]
fn sentences_are_read_as_their_cases_say() {
    let verbose = std::env::var_os("CASES_VERBOSE").is_some();
    let only = std::env::var("CASES_ONLY").unwrap_or_default();
    let wanted = |id: &str| only.split(',').any(|p| !p.is_empty() && id.starts_with(p));
    let listed = not_yet();
    let files = cases();
    let (mut total, mut passing) = (0, 0);
    let (mut first_total, mut first_passing) = (0, 0);
    let mut failing = BTreeSet::new();
    let mut details = String::new();
    let mut edits = Vec::new();
    for (file, cases) in &files {
        for case in cases {
            total += 1;
            let claims = extract(&case.text).claims;
            let pass = passes(case, &claims);
            if case.id.starts_with(|group| ('A'..='M').contains(&group)) {
                first_total += 1;
                first_passing += usize::from(pass);
            }
            if pass {
                passing += 1;
                if listed.contains_key(&case.id) {
                    edits.push(format!(
                        "{} passes: delete its [[case]] from tests/cases/{NOT_YET}",
                        case.id
                    ));
                }
            } else {
                failing.insert(case.id.as_str());
                if !listed.contains_key(&case.id) {
                    edits.push(format!("{} fails and is not listed", case.id));
                }
            }
            let unlisted = !pass && !listed.contains_key(&case.id);
            let show = if only.is_empty() {
                !pass && (verbose || unlisted)
            } else {
                wanted(&case.id)
            };
            if show {
                details += if pass { "pass " } else { "FAIL " };
                details += &report(file, case, &claims);
            }
        }
    }
    let known: BTreeSet<&str> = files
        .iter()
        .flat_map(|(_, c)| c)
        .map(|c| c.id.as_str())
        .collect();
    edits.extend(
        listed
            .keys()
            .filter(|id| !known.contains(id.as_str()))
            .map(|id| format!("{id} is no case: delete its [[case]] from tests/cases/{NOT_YET}")),
    );
    if !details.is_empty() {
        println!("{details}");
    }
    println!(
        "{passing} of {total} cases pass; {} listed as not yet",
        listed.len()
    );
    println!("{first_passing} of the {first_total} of the groups A to M");
    if std::env::var_os("CASES_BLESS").is_some() {
        write_not_yet(&failing, &listed);
        return;
    }
    assert!(
        edits.is_empty(),
        "\n{}\nCASES_BLESS=1 rewrites the list; a case that fails anew is mended, not listed.\n",
        edits.join("\n")
    );
}

#[test]
fn cases_are_well_formed() {
    let files = cases();
    let mut seen = BTreeSet::new();
    for (file, cases) in &files {
        for case in cases {
            assert!(seen.insert(&case.id), "{file}: {} stands twice", case.id);
            assert!(!case.text.is_empty(), "{}: no text", case.id);
            for (index, claim) in case.claims.iter().enumerate() {
                let links = [claim.part_of, claim.superseded_by];
                for link in links.into_iter().flatten() {
                    assert!(
                        (1..=case.claims.len()).contains(&link) && link != index + 1,
                        "{}: claim {} points at {link}",
                        case.id,
                        index + 1
                    );
                }
                if let (Some(low), Some(high)) = (claim.low, claim.high) {
                    assert!(low <= high, "{}: {low} > {high}", case.id);
                }
            }
        }
    }
    for (id, reason) in not_yet() {
        assert!(
            !reason.trim().is_empty() && reason != NOT_EXAMINED,
            "tests/cases/{NOT_YET}: {id} has no reason"
        );
    }
}

/// The comparison itself, on hand-made claims: right is right, and each single fault is a fault.
#[test]
fn a_fault_in_any_field_fails_a_case() {
    use casualty_compare::model::{Attribution, AttributionKind, Count, Group, Mention, Outcome};
    use casualty_compare::model::{Qualifier, Scope, Status};
    let text = "The Coastal Monitor said 40 people died, among them nine children.";
    let claim = |number: u64, group, noun: &str, part_of| Claim {
        outcome: Outcome::Killed,
        group,
        group_text: noun.to_owned(),
        count: Count {
            low: Some(number),
            high: Some(number),
            qualifier: Qualifier::Exact,
            text: number.to_string(),
        },
        attribution: Some(Attribution {
            counter: Some("the Coastal Monitor".to_owned()),
            carrier: None,
            kind: AttributionKind::Named,
        }),
        scope: Scope::Event,
        place: None,
        status: Status::Reported,
        part_of,
        superseded_by: None,
        mentions: vec![Mention {
            start: 25,
            end: 34,
            quote: "40 people".to_owned(),
        }],
        rule: "test".into(),
    };
    let expected = "id = 'X'\nname = ''\ntext = '''".to_owned()
        + text
        + "'''\nclaims = [\n\
           { outcome = 'killed', low = 40, high = 40, counter = 'Coastal Monitor', quote = '40 people' },\n\
           { outcome = 'killed', group = 'children', low = 9, high = 9, part_of = 1 },\n\
           { outcome = 'killed', group = 'women', low = 2, high = 2, optional = true }]";
    let case: Case = toml::from_str(&expected).expect("a case");
    let right = vec![
        claim(9, Group::Children, "children", Some(1)),
        claim(40, Group::People, "people", None),
    ];
    assert!(passes(&case, &right));
    let faults: [fn(&mut Vec<Claim>); 12] = [
        |c| c.truncate(1),
        |c| c.push(c[0].clone()),
        |c| c[0].part_of = None,
        |c| c[0].group = Group::Men,
        |c| c[1].group = Group::Civilians,
        |c| c[1].outcome = Outcome::Injured,
        |c| c[1].count.high = None,
        |c| c[1].count.qualifier = Qualifier::About,
        |c| c[1].attribution = None,
        |c| c[1].scope = Scope::Background,
        |c| c[1].status = Status::Denied,
        |c| {
            c[1].mentions[0] = Mention {
                start: 0,
                end: 3,
                quote: "The".to_owned(),
            }
        },
    ];
    for (number, fault) in faults.into_iter().enumerate() {
        let mut wrong = right.clone();
        fault(&mut wrong);
        assert!(!passes(&case, &wrong), "fault {number} goes unseen");
    }
}
