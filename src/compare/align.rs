//! Which claims stand side by side: rows by outcome, group and place, and in each row a cell for each article.

use crate::model::{Claim, Outcome, Qualifier, Scope, Status};

/// Why a claim stands in no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Apart {
    /// The article itself replaces it.
    Superseded,
    /// It is about another time or another event.
    Background,
    /// Somebody in the article denies it.
    Denied,
    /// The article says that it is false.
    Refuted,
    /// It is a forecast.
    Projected,
}

/// Why `claim` stands in no row; `None` where it stands in one.
///
/// The first reason that holds, in the order of [`Apart`].
pub fn apart(claim: &Claim) -> Option<Apart> {
    match claim.status {
        Status::Superseded => Some(Apart::Superseded),
        _ if claim.superseded_by.is_some() => Some(Apart::Superseded),
        _ if claim.scope == Scope::Background => Some(Apart::Background),
        Status::Denied => Some(Apart::Denied),
        Status::Refuted => Some(Apart::Refuted),
        Status::Projected => Some(Apart::Projected),
        Status::Reported | Status::Feared | Status::Possible | Status::Claimed => None,
    }
}

/// Whether a count prints a number that can be compared: not a vague word, not unknown, not beyond range.
pub fn prints_number(qualifier: Qualifier, low: Option<u64>, high: Option<u64>) -> bool {
    !matches!(qualifier, Qualifier::Vague | Qualifier::Unknown) && (low.is_some() || high.is_some())
}

/// Place of an outcome in [`Outcome::ALL`].
pub fn outcome_rank(outcome: Outcome) -> usize {
    rank(&Outcome::ALL, outcome)
}

fn rank<T: PartialEq + Copy>(all: &[T], one: T) -> usize {
    (all.iter().position(|&other| other == one)).unwrap_or(all.len())
}
