//! How long pieces of work take: medians over rounds that are run in turn, so that a busy machine slows all alike.

use std::time::{Duration, Instant};

/// How long a piece of work takes.
pub struct Times {
    pub median: Duration,
    /// Of the fastest round: what other programs on the machine cost is not in it.
    pub fastest: Duration,
}

/// The times of several pieces of work, each done once in every round.
pub fn times<const N: usize>(rounds: usize, works: [&dyn Fn(); N]) -> [Times; N] {
    let mut all = [const { Vec::new() }; N];
    for _ in 0..rounds {
        for (work, times) in works.iter().zip(&mut all) {
            let start = Instant::now();
            work();
            times.push(start.elapsed());
        }
    }
    all.map(|mut times| {
        times.sort();
        Times {
            median: times[rounds / 2],
            fastest: times[0],
        }
    })
}
