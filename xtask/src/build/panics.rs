//! A WebAssembly whose panics end it without a word: what they would say, and where they stand, weighs 8 kB (gzip) of the page
//! and 4 of the package.
//!
//! What only panics print is written by nobody then: the `Debug` of other crates prints nothing.
//!
//! With `panic = "abort"` a panic ends the program either way, and the browser's trace shows the function. What Rust calls
//! for a panic becomes a trap here, by the names that wasm-bindgen leaves in; wasm-opt then drops what leads to nothing else. The
//! places, each a path of a source file with line and column, become zeros, which wasm-opt leaves out. The element keeps
//! its panics, for it tells its host of them.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::sections::{
    CODE, CUSTOM, DATA, IMPORTS, imported_functions, leb, number, rewritten, sections, take,
};

/// The body of a function that ends the program: no locals, `unreachable`, `end`.
const TRAP: [u8; 3] = [0, 0x00, 0x0b];

/// The body of a `Debug` that prints nothing: no locals, `i32.const` of `Ok(())`, `end`.
const NOTHING: [u8; 4] = [0, 0x41, 0, 0x0b];

/// How many bytes the place of a panic takes: address and length of its path, line, column.
const PLACE: usize = 16;

/// The longest path of a source file.
const LONGEST_PATH: u32 = 260;

/// The module without the words and places of its panics. `None` if `wasm` is no module with the names of its functions.
pub fn silenced(wasm: &[u8]) -> Option<Vec<u8>> {
    let sections = sections(wasm)?;
    let of = |wanted: u8| {
        sections
            .iter()
            .filter(move |(section, _)| *section == wanted)
    };
    let imported = match of(IMPORTS).next() {
        Some((_, imports)) => imported_functions(imports)?,
        None => 0,
    };
    let names = of(CUSTOM).find_map(|(_, content)| function_names(content))?;
    let named = |wanted: fn(&str) -> bool| -> HashSet<usize> {
        let names = names.iter().filter(|(_, name)| wanted(name));
        (names.filter_map(|(function, _)| function.checked_sub(imported))).collect()
    };
    let (panics, debugs) = (named(is_of_panics), named(is_debug_of_others));
    rewritten(wasm, |section, content| match section {
        CODE => emptied(content, &panics, &debugs),
        DATA => without_places(content),
        _ => Some(content.to_vec()),
    })
}

/// Whether a function is called to panic and for nothing else, by its name: `core[...]::panicking::panic_fmt`.
fn is_of_panics(name: &str) -> bool {
    let of_core = name.starts_with("core") && name.contains("::panicking::");
    let fails = [
        "_fail",
        "_fail_rt",
        "::assert_failed",
        "::rust_begin_unwind",
        "::handle_error",
        "::capacity_overflow",
        "::handle_alloc_error",
    ];
    of_core || name.contains("::panic_already_") || fails.iter().any(|end| name.ends_with(end))
}

/// Whether a function is the `Debug` of another crate's type, or what only that writes with. A reference's is that of what
/// it refers to.
fn is_debug_of_others(name: &str) -> bool {
    let debug = name.contains("::fmt::Debug>::fmt") || name.contains("::builders::PadAdapter");
    debug && !name.contains("casualty_compare") && !name.starts_with("<&")
}

/// The names of functions by their indices, if `custom` is the section of names.
fn function_names(mut custom: &[u8]) -> Option<HashMap<usize, &str>> {
    let length = number(&mut custom)?;
    if take(&mut custom, length)? != b"name" {
        return None;
    }
    while let Some((&kind, after)) = custom.split_first() {
        custom = after;
        let length = number(&mut custom)?;
        let mut names = take(&mut custom, length)?;
        if kind != 1 {
            continue;
        }
        let count = number(&mut names)?;
        let name = |_| {
            let function = number(&mut names)?;
            let length = number(&mut names)?;
            let name = std::str::from_utf8(take(&mut names, length)?).ok()?;
            Some((function, name))
        };
        return (0..count).map(name).collect();
    }
    None
}

/// The section of code with a trap for each of `panics` that never returns, as its last instruction shows, and nothing in
/// each of `debugs`.
fn emptied(mut code: &[u8], panics: &HashSet<usize>, debugs: &HashSet<usize>) -> Option<Vec<u8>> {
    let count = number(&mut code)?;
    let mut out = leb(count);
    for function in 0..count {
        let length = number(&mut code)?;
        let body = take(&mut code, length)?;
        let never_returns = body.ends_with(&TRAP[1..]);
        let body = if panics.contains(&function) && never_returns {
            &TRAP
        } else if debugs.contains(&function) {
            &NOTHING[..]
        } else {
            body
        };
        out.extend(leb(body.len()));
        out.extend(body);
    }
    Some(out)
}

/// A stretch of memory that is set when the program starts.
struct Segment {
    /// Where the bytes go, as the section says it, up to their length.
    head: Vec<u8>,
    address: u32,
    bytes: Vec<u8>,
}

impl Segment {
    /// Where the bytes of this stretch of memory stand in the segment, if it holds all of them.
    fn range(&self, address: u32, length: u32) -> Option<Range<usize>> {
        let start = address.checked_sub(self.address)? as usize;
        let end = start.checked_add(length as usize)?;
        (end <= self.bytes.len()).then_some(start..end)
    }

    /// Where the places of panics stand in it, with address and length of the path of each.
    fn places(&self, segments: &[Segment]) -> Vec<(usize, u32, u32)> {
        // Addresses of memory are multiples of four.
        let first = (self.address.wrapping_neg() % 4) as usize;
        let starts = (first..self.bytes.len().saturating_sub(PLACE - 1)).step_by(4);
        let place = |at: usize| {
            let word = |index: usize| {
                let start = at + 4 * index;
                let bytes = self.bytes[start..start + 4].try_into().ok()?;
                Some(u32::from_le_bytes(bytes))
            };
            let (address, length, line, column) = (word(0)?, word(1)?, word(2)?, word(3)?);
            let path = (segments.iter())
                .find_map(|segment| Some(&segment.bytes[segment.range(address, length)?]));
            let plausible = (4..LONGEST_PATH).contains(&length)
                && (1..100_000).contains(&line)
                && (1..1_000).contains(&column);
            (plausible && path.is_some_and(is_source)).then_some((at, address, length))
        };
        starts.filter_map(place).collect()
    }
}

/// Whether these bytes are the path of a source file.
fn is_source(path: &[u8]) -> bool {
    let in_path = |byte: &u8| byte.is_ascii_alphanumeric() || b"/\\._-+@:[]".contains(byte);
    path.ends_with(b".rs") && path.iter().all(in_path)
}

/// The section of data with zeros for the places of panics and their paths. `None` if it holds other segments than those that a
/// constant address places.
fn without_places(mut data: &[u8]) -> Option<Vec<u8>> {
    let count = number(&mut data)?;
    let segment = |_| {
        let start = data;
        // An active segment of the first memory: flag, `i32.const`, address, `end`.
        let [0, 0x41] = *take(&mut data, 2)? else {
            return None;
        };
        let address = u32::try_from(number(&mut data)?).ok()?;
        let [0x0b] = *take(&mut data, 1)? else {
            return None;
        };
        let head = start.get(..start.len() - data.len())?.to_vec();
        let length = number(&mut data)?;
        let bytes = take(&mut data, length)?.to_vec();
        Some(Segment {
            head,
            address,
            bytes,
        })
    };
    let mut segments: Vec<Segment> = (0..count).map(segment).collect::<Option<_>>()?;
    let places: Vec<_> = (segments.iter())
        .map(|segment| segment.places(&segments))
        .collect();
    for (index, places) in places.iter().enumerate() {
        for &(at, address, length) in places {
            segments[index].bytes[at..at + PLACE].fill(0);
            for segment in &mut segments {
                if let Some(path) = segment.range(address, length) {
                    segment.bytes[path].fill(0);
                }
            }
        }
    }
    let mut out = leb(count);
    for segment in segments {
        out.extend(segment.head);
        out.extend(leb(segment.bytes.len()));
        out.extend(segment.bytes);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A section with its number and length.
    fn section(number: u8, content: &[u8]) -> Vec<u8> {
        [&[number][..], &leb(content.len()), content].concat()
    }

    /// Two functions, the first a panic; a place that names a source file, and eight bytes of something else.
    fn module(name: &str) -> Vec<u8> {
        let code = b"\x02\x05\0\x41\x01\0\x0b\x04\0\x41\x01\x0b";
        let path = b"src/a.rs....";
        let place = [1024u32, 8, 7, 5].map(u32::to_le_bytes).concat();
        let bytes = [&path[..], &place, b"constant"].concat();
        let data = [&b"\x01\0\x41\x80\x08\x0b"[..], &leb(bytes.len()), &bytes].concat();
        let names = [
            &leb(2)[..],
            b"\0",
            &leb(name.len()),
            name.as_bytes(),
            b"\x01\x01f",
        ]
        .concat();
        let names = [&b"\x04name"[..], &section(1, &names)].concat();
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(CODE, code),
            section(DATA, &data),
            section(CUSTOM, &names),
        ]
        .concat()
    }

    #[test]
    fn a_panic_is_a_trap_and_its_place_is_gone() {
        let silent = silenced(&module("core[0]::panicking::panic")).expect("a module");
        let has = |bytes: &[u8]| silent.windows(bytes.len()).any(|run| run == bytes);
        assert!(has(&section(CODE, b"\x02\x03\0\0\x0b\x04\0\x41\x01\x0b")));
        assert!(!has(b"src/a.rs"));
        assert!(has(
            &[&[0; 8][..], b"....", &[0; PLACE], b"constant"].concat()
        ));
    }

    #[test]
    fn what_only_panics_print_is_empty() {
        let silent = silenced(&module("<char as core[0]::fmt::Debug>::fmt")).expect("a module");
        let code = section(CODE, b"\x02\x04\0\x41\0\x0b\x04\0\x41\x01\x0b");
        assert!(silent.windows(code.len()).any(|run| run == code));
    }

    #[test]
    fn what_else_never_returns_stays() {
        let silent = silenced(&module("core[0]::fmt::write")).expect("a module");
        let code = section(CODE, b"\x02\x05\0\x41\x01\0\x0b\x04\0\x41\x01\x0b");
        assert!(silent.windows(code.len()).any(|run| run == code));
    }

    #[test]
    fn a_module_without_names_is_refused() {
        assert_eq!(silenced(b"\0asm\x01\0\0\0"), None);
        assert_eq!(silenced(b"\0asm\x01\0\0\0\x0a\x7f"), None);
    }
}
