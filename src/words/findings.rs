//! What a comparison notices, in English: a heading for each kind.

use crate::model::FindingKind;

/// A kind of finding as a heading.
pub const fn finding(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Differ => "Figures differ",
        FindingKind::LaterCount => "Different level, perhaps a later count",
        FindingKind::WordingDrift => "Same number, other wording",
        FindingKind::PartsExceedTotal => "Parts add up to more than the total",
        FindingKind::PartsComplete => "Parts add up to the total",
        FindingKind::PartsIncomplete => "Parts leave a remainder",
        FindingKind::OtherSplit => "Split along other lines",
        FindingKind::OneOrigin => "Perhaps one origin",
        FindingKind::CopiedText => "Shared passages",
        FindingKind::Superseded => "Replaced within the article",
        FindingKind::DifferentEvents => "Perhaps different events",
    }
}
