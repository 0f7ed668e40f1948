//! Keys of findings: what is said of which figures, without the articles that say it.

use super::align;
use crate::model::{Claim, Count, FindingKind, Qualifier, ReadArticle};
use crate::order::sort_by;

/// A hash of 64 bits that is the same wherever and whenever it is made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hash(u64);

impl Hash {
    /// Of nothing yet.
    pub(super) const fn new() -> Self {
        Hash(0xcbf2_9ce4_8422_2325)
    }

    /// With these bytes behind those so far.
    pub(super) fn bytes(mut self, bytes: &[u8]) -> Self {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        self
    }

    /// With this number behind what there is so far.
    pub(super) fn number(self, number: u64) -> Self {
        Hash((self.0.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// What has been made of all of it.
    pub(super) const fn value(self) -> u64 {
        self.0
    }
}

/// What a finding is about, as a number: these claims (article index and claim index), in any order and however many
/// articles state each.
pub(super) fn of_claims(articles: &[ReadArticle<'_>], claims: &[(usize, usize)]) -> u64 {
    let mut stated: Vec<u64> = Vec::new();
    for &(article, claim) in claims {
        let claim = (articles.get(article)).and_then(|read| read.extraction.claims.get(claim));
        stated.extend(claim.map(of_claim));
    }
    sort_by(&mut stated, Ord::cmp);
    stated.dedup();
    (stated.into_iter()).fold(Hash::new(), Hash::number).value()
}

/// The key of a finding of this kind about this.
pub(super) fn key(kind: FindingKind, about: u64) -> String {
    let kind = align::rank(&FindingKind::ALL, kind) as u64;
    format!("{:016x}", Hash::new().number(kind).number(about).value())
}

/// What a claim says of whom and where; not in which words around it, nor on whose authority.
fn of_claim(claim: &Claim) -> u64 {
    let Count {
        low,
        high,
        qualifier,
        text,
    } = &claim.count;
    let end = |end: &Option<u64>| end.map_or(u64::MAX, |number| number);
    let wordy = matches!(qualifier, Qualifier::Vague | Qualifier::Unknown);
    let place = claim.place.as_deref().and_then(align::place_key);
    Hash::new()
        .bytes(&[
            claim.outcome as u8,
            claim.group as u8,
            claim.scope as u8,
            *qualifier as u8,
        ])
        .number(end(low))
        .number(end(high))
        .bytes(align::subgroup(claim).unwrap_or_default().as_bytes())
        .bytes(place.unwrap_or_default().as_bytes())
        .bytes(if wordy { text.trim().as_bytes() } else { b"" })
        .value()
}
