//! Keys of findings: what is said of which figures, without the articles that say it.

use super::align;
use crate::model::{Claim, Count, FindingKind, Qualifier};
use crate::order::sort_by;

/// A hash (FNV-1a, 64 bits) that is the same wherever and whenever it is made.
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
        self.bytes(&number.to_le_bytes())
    }

    /// What has been made of all of it.
    pub(super) const fn value(self) -> u64 {
        self.0
    }
}

/// The key of a finding of this kind on these claims, in any order and however many articles state each.
pub(super) fn key<'c>(kind: FindingKind, claims: impl Iterator<Item = &'c Claim>) -> String {
    let mut stated: Vec<u64> = claims.map(of_claim).collect();
    sort_by(&mut stated, Ord::cmp);
    stated.dedup();
    let kind = align::rank(&FindingKind::ALL, kind) as u64;
    let hash = (stated.into_iter()).fold(Hash::new().number(kind), Hash::number);
    shown(hash)
}

fn shown(hash: Hash) -> String {
    format!("{:016x}", hash.value())
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
