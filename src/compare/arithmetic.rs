//! What a count allows, as an interval of whole numbers: the strict bound of "more than", the tolerance of "about".
//!
//! Only comparing and adding use these; what is shown is always the printed number.

use crate::model::{Count, Qualifier};

/// A span of whole numbers, both ends included. Never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    low: u64,
    high: Option<u64>,
}

impl Interval {
    /// Every number: what a count says that prints none.
    pub const ANY: Interval = Interval { low: 0, high: None };

    /// Zero alone: what a sum begins with.
    pub const ZERO: Interval = Interval {
        low: 0,
        high: Some(0),
    };

    /// The numbers from `low` to `high`; `None` = no upper end. Ends in the wrong order are put in order.
    pub fn new(low: u64, high: Option<u64>) -> Self {
        Interval {
            low: high.map_or(low, |high| low.min(high)),
            high: high.map(|high| high.max(low)),
        }
    }

    /// The numbers that `count` allows.
    ///
    /// "More than N" begins at N + 1 and "fewer than N" ends at N - 1. "About N" allows half a unit of N's last
    /// significant digit on either side: about 300 is 250 to 350, about 745 is 745. "Nearly N" allows as much below N,
    /// at least one, and N itself. A vague word is bounded below by its floor. Unknown, and a number beyond range, allow
    /// every number.
    pub fn of(count: &Count) -> Self {
        let (low, high) = (count.low, count.high);
        match count.qualifier {
            Qualifier::Unknown => Interval::ANY,
            Qualifier::MoreThan => Interval::new(
                low.map_or(0, |low| low.saturating_add(1)),
                strictly_above(low, high),
            ),
            Qualifier::FewerThan => {
                let high = high.map(|high| high.saturating_sub(1));
                Interval::new(low.unwrap_or(0), high)
            }
            Qualifier::Nearly => {
                let band = |high: u64| high.saturating_sub(half_unit(high).max(1));
                let below = high.map_or(0, band);
                Interval::new(low.unwrap_or(below), high)
            }
            Qualifier::About => Interval::new(
                low.map_or(0, |low| low.saturating_sub(half_unit(low))),
                high.map(|high| high.saturating_add(half_unit(high))),
            ),
            Qualifier::Exact
            | Qualifier::AtLeast
            | Qualifier::AtMost
            | Qualifier::Range
            | Qualifier::Vague => Interval::new(low.unwrap_or(0), high),
        }
    }

    /// The lowest number.
    pub fn low(self) -> u64 {
        self.low
    }

    /// The highest number; `None` = no upper end.
    pub fn high(self) -> Option<u64> {
        self.high
    }

    /// Whether `number` is one of them.
    pub fn contains(self, number: u64) -> bool {
        self.low <= number && self.high.is_none_or(|high| number <= high)
    }

    /// The numbers in both; `None` where there are none.
    pub fn common(self, other: Self) -> Option<Self> {
        let low = self.low.max(other.low);
        let high = match (self.high, other.high) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        match high {
            Some(high) if high < low => None,
            _ => Some(Interval { low, high }),
        }
    }

    /// The sums of a number of this and a number of the other. Ends stop at the largest `u64`.
    pub fn plus(self, other: Self) -> Self {
        let high = self.high.zip(other.high);
        Interval {
            low: self.low.saturating_add(other.low),
            high: high.map(|(one, other)| one.saturating_add(other)),
        }
    }
}

/// "More than 20" with a high end that is printed too ("more than 20, up to 30"): the end stays, but never below.
fn strictly_above(low: Option<u64>, high: Option<u64>) -> Option<u64> {
    high.filter(|&high| low.is_none_or(|low| high > low))
}

/// Half a unit of the last significant digit, rounded down: 50 for 300, 500 for 1,000, none for 745.
fn half_unit(number: u64) -> u64 {
    unit(number) / 2
}

/// One unit of the last significant digit: 100 for 300, 1 for 745 and for 0.
pub fn unit(number: u64) -> u64 {
    let mut unit = 1_u64;
    while number != 0 && number.is_multiple_of(unit.saturating_mul(10)) {
        unit = unit.saturating_mul(10);
    }
    unit
}
