//! Reading a long text in slices, so that the page answers between them.

use super::browser;
use crate::extract::Reading;
use crate::model::Extraction;
use leptos::task::spawn_local;
use std::time::Duration;

/// Texts up to this many bytes are read at once, inside the keystroke.
pub const AT_ONCE: usize = 100 * 1024;
/// A long text is read when so long no key was struck.
const SETTLE: Duration = Duration::from_millis(150);
/// A slice should take about so many milliseconds.
const SLICE_MS: f64 = 6.0;
/// Bytes of the first slice, before its speed is known.
const FIRST: usize = 16 * 1024;
/// Bounds of a slice in bytes.
const BOUNDS: (usize, usize) = (1024, 256 * 1024);

/// Reads `text` in slices. After each, `go_on` is told the bytes done and the bytes in all, and answers whether to go
/// on; after the last, `done` is given the text and what was read out of it.
pub fn read(
    text: String,
    go_on: impl Fn(usize, usize) -> bool + 'static,
    done: impl FnOnce(String, Extraction) + 'static,
) {
    spawn_local(async move {
        browser::pause(SETTLE).await;
        if let Some(extraction) = read_on(&text, go_on).await {
            done(text, extraction);
        }
    });
}

async fn read_on(text: &str, go_on: impl Fn(usize, usize) -> bool) -> Option<Extraction> {
    let mut reading = Reading::new(text);
    let mut bytes = FIRST;
    loop {
        if !go_on(reading.position(), text.len()) {
            return None;
        }
        let start = browser::now();
        if !reading.step(bytes) {
            break;
        }
        bytes = next_slice(bytes, browser::now() - start);
        browser::pause(Duration::ZERO).await;
    }
    go_on(text.len(), text.len()).then(|| reading.finish())
}

/// Bytes of the next slice, when the last one of `bytes` took `took` milliseconds.
fn next_slice(bytes: usize, took: f64) -> usize {
    let (least, most) = BOUNDS;
    let wanted = match took > SLICE_MS / 64.0 {
        true => bytes as f64 * SLICE_MS / took,
        false => bytes as f64 * 2.0,
    };
    (wanted as usize).clamp(least, most).min(bytes * 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_follow_the_speed_within_bounds() {
        assert_eq!(next_slice(16_000, 12.0), 8_000);
        assert_eq!(next_slice(16_000, 4.0), 24_000);
        assert_eq!(next_slice(16_000, 0.0), 32_000);
        assert_eq!(next_slice(16_000, 1.0), 32_000);
        assert_eq!(next_slice(16_000, f64::INFINITY), BOUNDS.0);
        assert_eq!(next_slice(BOUNDS.1, 0.0), BOUNDS.1);
    }
}
