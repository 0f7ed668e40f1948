//! The sections of a WebAssembly, taken apart and put together again, and the numbers in them.

/// Sections of a module: https://webassembly.github.io/spec/core/binary/modules.html#sections.
pub(super) const CUSTOM: u8 = 0;
pub(super) const IMPORTS: u8 = 2;
pub(super) const EXPORTS: u8 = 7;
pub(super) const CODE: u8 = 10;
pub(super) const DATA: u8 = 11;

/// The bytes before the first section: what it is, and of which version.
const HEAD: usize = 8;

/// The sections, each with its number. `None` if `wasm` is no module.
pub(super) fn sections(wasm: &[u8]) -> Option<Vec<(u8, &[u8])>> {
    let mut rest = wasm.get(HEAD..)?;
    let mut sections = Vec::new();
    while let Some((&section, after)) = rest.split_first() {
        rest = after;
        let length = number(&mut rest)?;
        sections.push((section, take(&mut rest, length)?));
    }
    Some(sections)
}

/// The module with what `rewrite` makes of each section. `None` if `wasm` is no module, or if `rewrite` says so.
pub(super) fn rewritten(
    wasm: &[u8],
    rewrite: impl Fn(u8, &[u8]) -> Option<Vec<u8>>,
) -> Option<Vec<u8>> {
    let mut out = wasm.get(..HEAD)?.to_vec();
    for (section, content) in sections(wasm)? {
        put(&mut out, section, &rewrite(section, content)?);
    }
    Some(out)
}

/// Puts a section behind the others.
pub(super) fn put(out: &mut Vec<u8>, section: u8, content: &[u8]) {
    out.push(section);
    out.extend(leb(content.len()));
    out.extend(content);
}

/// How many functions a module imports; they have the first indices. What kinds of imports there are, and how each is
/// written: https://webassembly.github.io/spec/core/binary/modules.html#import-section.
pub(super) fn imported_functions(mut imports: &[u8]) -> Option<usize> {
    let count = number(&mut imports)?;
    let mut functions = 0;
    for _ in 0..count {
        for _ in ["module", "name"] {
            let length = number(&mut imports)?;
            take(&mut imports, length)?;
        }
        let kind = take(&mut imports, 1)?;
        match kind {
            [0] => {
                number(&mut imports)?;
                functions += 1;
            }
            [1] => {
                take(&mut imports, 1)?;
                limits(&mut imports)?;
            }
            [2] => limits(&mut imports)?,
            [3] => {
                take(&mut imports, 2)?;
            }
            _ => return None,
        }
    }
    Some(functions)
}

/// Passes over the limits of a table or a memory: the most is there where the first byte says so.
fn limits(rest: &mut &[u8]) -> Option<()> {
    let bounded = take(rest, 1)?[0] & 1 == 1;
    for _ in 0..1 + usize::from(bounded) {
        number(rest)?;
    }
    Some(())
}

/// Takes bytes off the front.
pub(super) fn take<'b>(rest: &mut &'b [u8], length: usize) -> Option<&'b [u8]> {
    let (taken, after) = rest.split_at_checked(length)?;
    *rest = after;
    Some(taken)
}

/// Takes a number in LEB128 off the front.
pub(super) fn number(rest: &mut &[u8]) -> Option<usize> {
    let mut value = 0;
    for shift in (0..35).step_by(7) {
        let [byte] = *take(rest, 1)? else { return None };
        value |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

/// A number in LEB128.
pub(super) fn leb(mut value: usize) -> Vec<u8> {
    let mut out = Vec::new();
    loop {
        let byte = (value & 0x7f) as u8;
        value >>= 7;
        if value == 0 {
            out.push(byte);
            return out;
        }
        out.push(byte | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for value in [0, 127, 128, 300, 65_536] {
            assert_eq!(number(&mut &leb(value)[..]), Some(value));
        }
        assert_eq!(number(&mut &[0x80][..]), None);
    }
}
