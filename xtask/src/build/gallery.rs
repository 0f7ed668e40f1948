//! dist/gallery/: host pages with the element in them, as docs/gallery has them.

use std::fs;

use anyhow::{Context, Result};

use crate::{places, stamp};

/// Copies the pages.
pub fn build() -> Result<()> {
    let to = places::dist().join("gallery");
    fs::create_dir_all(&to)?;
    for file in stamp::files(&places::root().join("docs/gallery"))? {
        let name = file.file_name().context("a file without a name")?;
        fs::copy(&file, to.join(name))
            .with_context(|| format!("cannot copy {}", file.display()))?;
    }
    Ok(())
}
