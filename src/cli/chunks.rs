//! A stream of lines in pieces of bounded size, each of whole lines.

use super::lines::LONGEST;
use memchr::{memchr, memchr_iter, memrchr};
use std::io::{self, Read};

/// The most bytes that are read at once. A chunk has that many and the start of its first line.
pub(super) const CHUNK: usize = 256 << 10;

/// Some lines of a stream.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Chunk {
    /// The number of its first line, from 1.
    pub(super) first: u64,
    pub(super) lines: Lines,
}

/// What a chunk holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Lines {
    /// Whole lines with their line feeds; the last of the stream may have none.
    Whole(Vec<u8>),
    /// One line that is longer than [`LONGEST`] bytes and was passed over.
    TooLong,
}

/// The chunks of a stream.
///
/// A chunk is handed out after each read, so that who writes a line and waits for its answer gets it.
pub(super) struct Chunks<R> {
    input: R,
    /// Read and not handed out yet. No line feed stands in it.
    rest: Vec<u8>,
    /// The number of the next line to be handed out.
    number: u64,
    /// Whether the rest of a line that is too long is being passed over.
    passing: bool,
}

impl<R: Read> Chunks<R> {
    pub(super) fn of(input: R) -> Self {
        Chunks {
            input,
            rest: Vec::new(),
            number: 1,
            passing: false,
        }
    }

    /// The next chunk, or `None` at the end of the stream.
    ///
    /// # Errors
    /// Where the stream cannot be read on.
    pub(super) fn next(&mut self) -> io::Result<Option<Chunk>> {
        loop {
            let known = self.rest.len();
            if self.read()? == 0 {
                return Ok(self.last());
            }
            if self.passing {
                match memchr(b'\n', &self.rest) {
                    Some(at) => {
                        self.rest.drain(..=at);
                        self.passing = false;
                    }
                    None => {
                        self.rest.clear();
                        continue;
                    }
                }
            }
            let unknown = known.min(self.rest.len());
            if let Some(at) = memrchr(b'\n', &self.rest[unknown..]) {
                let left = self.rest.split_off(unknown + at + 1);
                let whole = std::mem::replace(&mut self.rest, left);
                let lines = memchr_iter(b'\n', &whole).count();
                return Ok(Some(self.chunk(Lines::Whole(whole), lines)));
            }
            if self.rest.len() > LONGEST {
                self.rest = Vec::new();
                self.passing = true;
                return Ok(Some(self.chunk(Lines::TooLong, 1)));
            }
        }
    }

    /// What is left at the end: a line without a line feed.
    fn last(&mut self) -> Option<Chunk> {
        let rest = std::mem::take(&mut self.rest);
        (!rest.is_empty()).then(|| self.chunk(Lines::Whole(rest), 1))
    }

    fn chunk(&mut self, lines: Lines, count: usize) -> Chunk {
        let first = self.number;
        self.number += count as u64;
        Chunk { first, lines }
    }

    /// Reads on behind the rest, as much as there is and at most [`CHUNK`] bytes. Returns how much.
    fn read(&mut self) -> io::Result<usize> {
        let known = self.rest.len();
        self.rest.resize(known + CHUNK, 0);
        let read = loop {
            match self.input.read(&mut self.rest[known..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        self.rest
            .truncate(known + read.as_ref().copied().unwrap_or(0));
        read
    }
}
