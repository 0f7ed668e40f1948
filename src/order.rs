//! Sorting through one copy of a merge sort.
//!
//! The standard sorts are compiled anew for each kind of item and key, which in the page costs about 1 kB (gzip) each.
//! Here the places of the items are sorted, so that the comparing and the swapping alone are compiled anew.

use std::cmp::Ordering;
use std::mem;

/// Sorts `items` by `compare`; equal items keep their order.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = sorted_places(items.len(), &|one, other| {
        compare(&items[one], &items[other])
    });
    rearrange(places, &mut |one, other| items.swap(one, other));
}

/// Sorts `items` by `key`, which is asked anew for each comparing; equal items keep their order.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// Numbers in order, each once.
pub(crate) fn each_once(mut numbers: Vec<usize>) -> Vec<usize> {
    sort_by(&mut numbers, Ord::cmp);
    numbers.dedup();
    numbers
}

/// The places of `len` items in the order of `compare`, none where they stand in order: runs of twice the length are merged
/// until there is one.
fn sorted_places(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    // Told first: most lists are in order as they come.
    if (1..len).all(|at| compare(at - 1, at).is_le()) {
        return Vec::new();
    }
    let mut places: Vec<usize> = (0..len).collect();
    let mut merged: Vec<usize> = Vec::with_capacity(len);
    let mut run = 1;
    while run < len {
        merged.clear();
        while merged.len() < len {
            let start = merged.len();
            let middle = len.min(start + run);
            let end = len.min(middle + run);
            let (mut one, mut other) = (start, middle);
            while one < middle || other < end {
                let first =
                    other == end || (one < middle && compare(places[one], places[other]).is_le());
                let next = if first { &mut one } else { &mut other };
                merged.push(places[*next]);
                *next += 1;
            }
        }
        mem::swap(&mut places, &mut merged);
        run *= 2;
    }
    places
}

/// Brings to each place the item that `places` has there: every ring of exchanges is walked once.
fn rearrange(mut places: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut at = start;
        loop {
            let from = mem::replace(&mut places[at], at);
            if from == start {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{each_once, sort_by_key};

    #[test]
    fn items_end_where_the_standard_sort_puts_them() {
        for len in [0, 1, 2, 3, 10, 21, 100, 1000] {
            let mut items: Vec<(usize, usize)> = (0..len).map(|n| (n * 7919 % 13, n)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort_by_key(&mut items, |(key, _)| *key);
            assert_eq!(items, expected);
        }
    }

    #[test]
    fn numbers_stand_in_order_and_once() {
        assert_eq!(each_once(vec![3, 1, 2, 3, 1]), [1, 2, 3]);
        assert!(each_once(Vec::new()).is_empty());
    }
}
