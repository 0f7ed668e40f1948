//! The lines of a table that are entries, picked out when the project is compiled.

/// How many bytes the entries of a table are.
pub(super) const fn length(table: &[u8]) -> usize {
    let mut length = 0;
    let mut at = next(table, 0);
    while at < table.len() {
        length += 1;
        at = next(table, at + 1);
    }
    length
}

/// The entries of a table, which are `LENGTH` bytes.
pub(super) const fn entries<const LENGTH: usize>(table: &[u8]) -> [u8; LENGTH] {
    let mut entries = [0; LENGTH];
    let mut length = 0;
    let mut at = next(table, 0);
    while at < table.len() {
        entries[length] = table[at];
        length += 1;
        at = next(table, at + 1);
    }
    entries
}

/// The first byte at or behind `at` that stands in no comment or empty line.
const fn next(table: &[u8], mut at: usize) -> usize {
    while at < table.len()
        && (at == 0 || table[at - 1] == b'\n')
        && matches!(table[at], b'#' | b'\n')
    {
        while at < table.len() && table[at] != b'\n' {
            at += 1;
        }
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{entries, length};

    #[test]
    fn comments_and_empty_lines_are_left_out() {
        const TABLE: &[u8] =
            b"# A head.\n#\n\none 1 # unit\n# Between.\n\ntwo 2\nthree 3\n\n# Last.";
        const ENTRIES: [u8; length(TABLE)] = entries(TABLE);
        assert_eq!(&ENTRIES, b"one 1 # unit\ntwo 2\nthree 3\n");
        assert_eq!(length(b""), 0);
        assert_eq!(length(b"one"), 3);
    }
}
