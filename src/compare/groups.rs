//! Sets that can be joined.

/// The numbers below a limit, each at first in a set of its own.
#[derive(Clone, Debug)]
pub(super) struct Groups {
    parents: Vec<usize>,
}

impl Groups {
    /// Of the numbers below `len`.
    pub(super) fn new(len: usize) -> Self {
        Groups {
            parents: (0..len).collect(),
        }
    }

    /// The lowest number of the set that `of` is in.
    pub(super) fn root(&self, of: usize) -> usize {
        let mut at = of;
        while let Some(&parent) = self.parents.get(at).filter(|&&parent| parent != at) {
            at = parent;
        }
        at
    }

    /// Makes one set of the two that these are in.
    pub(super) fn join(&mut self, one: usize, other: usize) {
        let (a, b) = (self.root(one), self.root(other));
        if let Some(parent) = self.parents.get_mut(a.max(b)) {
            *parent = a.min(b);
        }
        // The way to the root stays short for those that ask again.
        for from in [one, other] {
            if let Some(parent) = self.parents.get_mut(from) {
                *parent = a.min(b);
            }
        }
    }

    /// The sets, each in order, by their lowest numbers.
    pub(super) fn members(&self) -> Vec<Vec<usize>> {
        let mut all: Vec<Vec<usize>> = vec![Vec::new(); self.parents.len()];
        for one in 0..self.parents.len() {
            if let Some(set) = all.get_mut(self.root(one)) {
                set.push(one);
            }
        }
        all.retain(|set| !set.is_empty());
        all
    }
}
