//! The published ladders in English: their names, their rules and the steps that decide.

use crate::model::{Ladder, Step};

/// A ladder by name.
pub const fn ladder(ladder: Ladder) -> &'static str {
    match ladder {
        Ladder::Gtd => "GTD",
        Ladder::Acled => "ACLED",
        Ladder::Ucdp => "UCDP",
    }
}

/// A ladder's rule, spelt out.
pub const fn ladder_rule(ladder: Ladder) -> &'static str {
    match ladder {
        Ladder::Gtd => {
            "Global Terrorism Database: the figure of the latest article; where dates do not decide, the one that most independent named counters state, two at least; else the lowest. What a party claims counts only where nothing else is stated."
        }
        Ladder::Acled => {
            "Armed Conflict Location & Event Data: where reports differ, the lowest figure."
        }
        Ladder::Ucdp => {
            "Uppsala Conflict Data Program: low is the lowest figure, high the highest; best is the one that most independent named counters state, two at least, else the lowest. What a party claims is left out where anything else is stated."
        }
    }
}

/// Why a ladder picked a figure.
pub const fn ladder_step(step: Step) -> &'static str {
    match step {
        Step::Only => "the only figure",
        Step::Latest => "of the latest article",
        Step::Majority => "stated by most independent named counters",
        Step::Lowest => "the lowest figure",
    }
}
