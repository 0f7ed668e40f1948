//! Taking articles off the list and putting them back. Pure.

/// What one action changed in a list, so that it can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo<T> {
    /// What the action was, for the notice: "Removed The Harbour Post".
    pub what: String,
    /// What it took off the list, each with the place where it stood, in order.
    pub taken: Vec<(usize, T)>,
    /// What it put on the list instead.
    pub brought: Vec<T>,
}

impl<T: Copy + PartialEq> Undo<T> {
    /// Takes the item at `place` off `list`; `None` if there is none.
    pub fn remove(list: &mut Vec<T>, place: usize, what: String) -> Option<Self> {
        if place >= list.len() {
            return None;
        }
        Some(Undo {
            what,
            taken: vec![(place, list.remove(place))],
            brought: Vec::new(),
        })
    }

    /// Puts `brought` in place of everything on `list`.
    pub fn replace(list: &mut Vec<T>, brought: Vec<T>, what: String) -> Self {
        let taken = std::mem::replace(list, brought.clone());
        Undo {
            what,
            taken: taken.into_iter().enumerate().collect(),
            brought,
        }
    }

    /// Makes the action undone: what it brought goes, unless `keep` says that it has been worked on since, and what
    /// it took stands again where it stood, as far as the list still has that place.
    pub fn put_back(self, list: &mut Vec<T>, keep: impl Fn(T) -> bool) {
        list.retain(|&item| keep(item) || !self.brought.contains(&item));
        for (place, item) in self.taken {
            list.insert(place.min(list.len()), item);
        }
    }
}

/// Moves the item at `place` one place up or down. Returns its new place; `None` if it cannot go there.
pub fn shift<T>(list: &mut [T], place: usize, down: bool) -> Option<usize> {
    let to = match down {
        true => place.checked_add(1)?,
        false => place.checked_sub(1)?,
    };
    if place.max(to) >= list.len() {
        return None;
    }
    list.swap(place, to);
    Some(to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_removed_item_comes_back_to_its_place() {
        let mut list = vec!['a', 'b', 'c'];
        let undo = Undo::remove(&mut list, 1, String::new()).expect("there is a b");
        assert_eq!(list, ['a', 'c']);
        undo.put_back(&mut list, |_| false);
        assert_eq!(list, ['a', 'b', 'c']);
    }

    #[test]
    fn removing_what_is_not_there_changes_nothing() {
        let mut list = vec!['a'];
        assert_eq!(Undo::remove(&mut list, 1, String::new()), None);
        assert_eq!(list, ['a']);
    }

    #[test]
    fn undoing_a_replacement_keeps_what_was_worked_on_since() {
        let mut list = vec!['a', 'b'];
        let undo = Undo::replace(&mut list, vec!['x', 'y'], String::new());
        list.push('z');
        undo.put_back(&mut list, |item| item == 'y');
        assert_eq!(list, ['a', 'b', 'y', 'z']);
    }

    #[test]
    fn a_place_that_is_gone_becomes_the_last() {
        let mut list = vec!['a', 'b', 'c'];
        let undo = Undo::remove(&mut list, 2, String::new()).expect("there is a c");
        list.clear();
        undo.put_back(&mut list, |_| false);
        assert_eq!(list, ['c']);
    }

    #[test]
    fn shifting_stops_at_the_ends() {
        let mut list = ['a', 'b'];
        assert_eq!(shift(&mut list, 0, false), None);
        assert_eq!(shift(&mut list, 1, true), None);
        assert_eq!(shift(&mut list, 0, true), Some(1));
        assert_eq!(list, ['b', 'a']);
        assert_eq!(shift(&mut list, usize::MAX, true), None);
    }
}
