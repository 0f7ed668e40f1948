//! Functions of a WebAssembly in an order in which gzip finds more in common: like beside like.
//!
//! gzip looks back 32 kB, and the code is twenty times as long. So after each function comes the one that shares the most
//! runs of bytes with those just before it. wasm-opt moves the functions, for it knows where each is called: it gets them
//! with names that sort in that order. The same bytes always give the same order.

use std::collections::{HashMap, VecDeque};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::sections::{
    CODE, CUSTOM, IMPORTS, imported_functions, leb, number, put, sections, take,
};
use crate::run;
use crate::tools::Tools;

/// How many bytes of code, placed last, the next function is compared with: about as far as gzip looks back.
const WINDOW: usize = 30_000;

/// The bytes of a run: fewer are found everywhere, and gzip gains nothing by them.
const RUN: usize = 6;

/// Runs that stand in more functions than this tell nothing of likeness.
const MOST_FUNCTIONS: usize = 300;

/// What a run weighs that stands in one function; one in many weighs less, for gzip finds it near wherever they stand.
const WEIGHT: f64 = 1000.0;

/// By which power of the functions that have it a run weighs less: found by trying.
const RARENESS: f64 = 0.8;

/// Puts the functions of the WebAssembly in `file` in that order.
pub fn like_beside_like(tools: &Tools, file: &Path) -> Result<()> {
    let wasm = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let named = named(&wasm).with_context(|| format!("cannot parse {}", file.display()))?;
    fs::write(file, named)?;
    let mut reorder = tools.command("wasm-opt")?;
    // Who made it and what it may use are notes for tools; no browser reads them.
    reorder.args([
        "--reorder-functions-by-name",
        "--strip-producers",
        "--strip-target-features",
    ]);
    run::show(reorder.arg(file).arg("-o").arg(file))
}

/// The module with a section of names behind it, by which its functions sort as they are to stand. `None` if `wasm` is
/// no module.
fn named(wasm: &[u8]) -> Option<Vec<u8>> {
    let mut bodies = Vec::new();
    let mut imported = 0;
    for (section, content) in sections(wasm)? {
        match section {
            IMPORTS => imported = imported_functions(content)?,
            CODE => bodies = functions(content)?,
            _ => {}
        }
    }
    let mut names = leb(bodies.len());
    let mut places: Vec<(usize, usize)> = (order(&bodies).into_iter().enumerate())
        .map(|(place, function)| (function, place))
        .collect();
    places.sort_unstable();
    for (function, place) in places {
        names.extend(leb(imported + function));
        names.extend(text(&format!("{place:06}")));
    }
    let mut section = text("name");
    section.push(1);
    section.extend(leb(names.len()));
    section.extend(names);
    let mut out = wasm.to_vec();
    put(&mut out, CUSTOM, &section);
    Some(out)
}

/// The bodies of the functions, with their lengths, as gzip sees them.
fn functions(mut code: &[u8]) -> Option<Vec<&[u8]>> {
    let count = number(&mut code)?;
    let function = |_| {
        let start = code;
        let length = number(&mut code)?;
        let head = start.len() - code.len();
        take(&mut code, length)?;
        start.get(..head + length)
    };
    (0..count).map(function).collect()
}

/// The functions, by their indices, in the order in which they are to stand: the longest first, then always the one that
/// shares most with what stands in the window before it, for its length; what few others have weighs most.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let likeness = Likeness::of(bodies);
    let mut scores = vec![0usize; bodies.len()];
    let mut in_window = vec![0usize; likeness.holders.len()];
    let mut window: VecDeque<usize> = VecDeque::new();
    let mut width = 0;
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut order = Vec::with_capacity(bodies.len());
    let mut next = left
        .iter()
        .copied()
        .max_by_key(|&function| bodies[function].len());
    while let Some(function) = next {
        left.retain(|&other| other != function);
        order.push(function);
        window.push_back(function);
        width += bodies[function].len();
        likeness.count(function, &mut in_window, &mut scores, true);
        while width > WINDOW && window.len() > 1 {
            let Some(out) = window.pop_front() else { break };
            width -= bodies[out].len();
            likeness.count(out, &mut in_window, &mut scores, false);
        }
        let value = |function: usize| {
            scores[function] as f64 / (bodies[function].len() as f64 + 10.0).sqrt()
        };
        next = (left.iter().copied()).reduce(|best, other| {
            if value(other) > value(best) {
                other
            } else {
                best
            }
        });
    }
    order
}

/// Which runs of bytes functions share.
struct Likeness {
    /// The runs of each function that others have too, by their numbers.
    runs: Vec<Vec<usize>>,
    /// The functions that have each run.
    holders: Vec<Vec<usize>>,
    /// What each run weighs.
    weights: Vec<usize>,
}

impl Likeness {
    fn of(bodies: &[&[u8]]) -> Self {
        let mut found: HashMap<&[u8], Vec<usize>> = HashMap::new();
        for (function, body) in bodies.iter().enumerate() {
            for run in body.windows(RUN) {
                let holders = found.entry(run).or_default();
                if holders.last() != Some(&function) {
                    holders.push(function);
                }
            }
        }
        let mut holders: Vec<Vec<usize>> = (found.into_values())
            .filter(|holders| (2..=MOST_FUNCTIONS).contains(&holders.len()))
            .collect();
        // A map has another order in each run of the program.
        holders.sort_unstable();
        let mut runs = vec![Vec::new(); bodies.len()];
        for (run, functions) in holders.iter().enumerate() {
            for &function in functions {
                runs[function].push(run);
            }
        }
        let weight = |functions: &Vec<usize>| WEIGHT / (functions.len() as f64).powf(RARENESS);
        let weights = holders
            .iter()
            .map(|functions| weight(functions) as usize)
            .collect();
        Likeness {
            runs,
            holders,
            weights,
        }
    }

    /// Counts the runs of a function that comes into the window or goes out of it.
    fn count(&self, function: usize, in_window: &mut [usize], scores: &mut [usize], comes: bool) {
        for &run in &self.runs[function] {
            let before = in_window[run];
            in_window[run] = if comes { before + 1 } else { before - 1 };
            let turns = before == usize::from(!comes);
            for &holder in self.holders[run].iter().filter(|_| turns) {
                scores[holder] = if comes {
                    scores[holder] + self.weights[run]
                } else {
                    scores[holder] - self.weights[run]
                };
            }
        }
    }
}

/// A text with its length before it.
fn text(text: &str) -> Vec<u8> {
    let mut out = leb(text.len());
    out.extend(text.as_bytes());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_functions_stand_together() {
        let [a, b] = [
            b"abcdefghijklmnopqrst".repeat(2),
            b"0123456789uvwxyz".repeat(2),
        ];
        let bodies = [&a[..], &b[..], &a[1..], &b[2..]];
        assert_eq!(order(&bodies), [0, 2, 1, 3]);
    }

    #[test]
    fn every_function_gets_a_name_that_sorts_to_its_place() {
        // One imported function, two of its own, the second longer.
        let module = [
            &b"\0asm\x01\0\0\0"[..],
            b"\x02\x07\x01\x01m\x01f\0\0",
            b"\x0a\x0c\x02\x02\0\x0b\x07\0\x41\0\x41\0\x1a\x0b",
        ]
        .concat();
        let named = named(&module).expect("a module");
        let names = b"\x01\x11\x02\x01\x06000001\x02\x06000000";
        assert!(named.starts_with(&module));
        assert!(named.ends_with(names), "{named:?}");
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert_eq!(named(b"\0asm"), None);
        assert_eq!(named(b"\0asm\x01\0\0\0\x0a\x7f"), None);
    }
}
