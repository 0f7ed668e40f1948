//! Compression as hosts and our own files use it.

use std::io::Write as _;

use anyhow::Result;
use flate2::{Compression, write::GzEncoder};

/// At gzip's best level; the same bytes for the same bytes.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?)
}

/// At quality 11 with a window of 4 MB: what a static host would do ahead of time.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    brotli.write_all(bytes)?;
    Ok(brotli.into_inner())
}
