//! The article's headline answer for each outcome.
//!
//! A printed total leads; where there is none, disjoint parts are added up and the sum is marked derived. Cross-cutting
//! groups (women, children) are never added to status groups (civilians, fighters).

use super::context::Note;
use super::lexicon::{Class, OutcomeNounKind, Shape, has_shape, look_up, look_up_printed};
use super::link::RULE_SHOT;
use crate::model::{Claim, Count, Group, Outcome, Qualifier, Scope, Status, Toll};
use crate::order::each_once;
use std::cmp::Reverse;

/// By what share of a number another one is much larger, and no later count of the same.
const MANY_MORE: u64 = 3;

/// How many times a number a total is of more than what the title tells.
const MUCH_MORE: u64 = 10;

/// The tolls of an article, at most one for each outcome.
pub(crate) fn tolls(claims: &[Claim], notes: &[Note]) -> Vec<Toll> {
    let mut live = [const { Vec::new() }; Outcome::ALL.len()];
    for (index, claim) in claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| is_live(claim))
    {
        live[claim.outcome as usize].push(index);
    }
    let opening = notes.iter().filter_map(|note| note.body).min();
    let stated = Stated {
        claims,
        notes,
        opening,
    };
    let tolls = (Outcome::ALL.into_iter())
        .filter_map(|outcome| stated.toll(outcome, &live[outcome as usize]));
    let mut tolls: Vec<Toll> = tolls.collect();
    // "No casualties were reported" is of another time, place or count where somebody was killed or hurt, and of those who
    // were shot it is told there what came of it.
    let harmed = tolls.iter().filter_map(|toll| match toll.outcome {
        Outcome::Killed | Outcome::Injured => toll.low,
        _ => None,
    });
    let harmed = harmed.fold(0, u64::saturating_add);
    let told = |toll: &Toll| {
        let shot = || (toll.claims.iter()).all(|&index| claims[index].rule == RULE_SHOT);
        let nobody = toll.high == Some(0);
        harmed > 0 && (nobody || toll.low <= Some(harmed) && shot())
    };
    tolls.retain(|toll| toll.outcome != Outcome::Casualties || !told(toll));
    tolls
}

/// What an article states. Its claims are meant by their index.
struct Stated<'c> {
    claims: &'c [Claim],
    notes: &'c [Note],
    /// The first paragraph of running text that states anything.
    opening: Option<u32>,
}

/// The parts of one group.
#[derive(Clone, Default)]
struct OfGroup {
    /// Where they stand among the parts.
    places: Vec<usize>,
    /// The sentence that lists all of them so far.
    list: Option<u32>,
    /// Whether the last one that was looked at holds no more than those.
    held: bool,
}

impl Stated<'_> {
    fn claim(&self, index: usize) -> &Claim {
        &self.claims[index]
    }

    fn note(&self, index: usize) -> &Note {
        &self.notes[index]
    }

    fn count(&self, index: usize) -> &Count {
        &self.claim(index).count
    }

    fn group(&self, index: usize) -> Group {
        self.claim(index).group
    }

    /// One number for a claim.
    fn value(&self, index: usize) -> Option<u64> {
        value(self.claim(index))
    }

    /// The sum of claims.
    fn sum(&self, claims: &[usize]) -> u64 {
        (claims.iter().filter_map(|&index| self.value(index))).fold(0, u64::saturating_add)
    }

    /// Whether a claim has a number that is no vague word.
    fn is_counted(&self, index: usize) -> bool {
        is_counted(self.claim(index))
    }

    /// The toll of one outcome from its claims that can stand for the event.
    fn toll(&self, outcome: Outcome, live: &[usize]) -> Option<Toll> {
        if live.is_empty() {
            return None;
        }
        let mut pool = self.reported(self.event_level(live));
        // "1,200 families or about 5,000 people": told once.
        let people = |&index: &usize| self.group(index) != Group::Families;
        if pool.iter().any(people) {
            pool.retain(people);
        }
        self.leave_title_answer(&mut pool);
        if let Some(total) = self.total_of_found(&pool) {
            return Some(self.printed(outcome, total));
        }
        let day = |&index: &usize| usize::from(self.note(index).day);
        let days = each_once(pool.iter().map(day).collect());
        // "On the 5th, two herders were killed. On the 9th, a farmer was shot dead."
        let apart = days.first() > Some(&0);
        let mut chosen = Vec::new();
        for &at in &days[..if apart { days.len() } else { 1 }] {
            let of_day = |index: &usize| !apart || day(index) == at;
            let pool: Vec<usize> = pool.iter().copied().filter(of_day).collect();
            chosen.extend(self.chosen(&pool, self.lead(&pool)));
        }
        if let Some(all) = self.overall(&pool, &chosen) {
            return Some(self.printed(outcome, all));
        }
        match *chosen {
            [] => None,
            [index] => Some(self.printed(outcome, index)),
            _ => Some(self.derived(outcome, chosen)),
        }
    }

    /// "Strike kills eight", and so the text opens: takes from `pool` who counts many more of the same people behind it, and
    /// says of no total that it is the event's; and the title's own, where the text tells of as many others. "Three soldiers
    /// killed", and below it "shot dead three policemen": the same.
    fn leave_title_answer(&self, pool: &mut Vec<usize>) {
        let above = |index: usize| Some(self.note(index).paragraph) < self.opening;
        let title = |&index: &usize| {
            let note = self.note(index);
            above(index) && !note.one && !note.listed && self.is_counted(index)
        };
        let found = pool.iter().copied().find(title);
        let Some(title) = found.filter(|_| pool.len() > 1) else {
            return;
        };
        let (group, number) = (self.group(title), self.value(title).unwrap_or(0));
        let many = |index: usize| self.value(index) > Some(number + number / MANY_MORE);
        let opens = |index: usize| self.note(index).body == self.opening;
        let noun = |index: usize| {
            self.claim(index)
                .group_text
                .rsplit(' ')
                .next()
                .unwrap_or("")
        };
        // "The toll had risen to 41", but not "The toll of the war passed 39,000"
        let more = |index: usize| {
            let note = self.note(index);
            let near = self.value(index) < Some(number.saturating_mul(MUCH_MORE));
            let later = note.additive || note.total && near;
            // "Two Britons killed in crash", and below it "The crash killed 15 people": the Britons among them.
            let same = || {
                let whom = noun(title);
                group != Group::People || whom == noun(index) || counts_anybody(whom)
            };
            many(index) && self.group(index) == group && !later && !above(index) && same()
        };
        let same = |index: usize| !self.note(index).one && self.value(index) == Some(number);
        if pool.iter().any(|&index| opens(index) && !many(index)) {
            pool.retain(|&index| !more(index));
        }
        let alone = group != Group::People && self.note(title).body.is_none();
        if alone && (pool.iter()).any(|&index| opens(index) && same(index)) {
            pool.retain(|&index| index != title);
        }
    }

    /// "Divers found 12 more bodies", "Six bodies lay there", and far behind it "That brought the number of dead to 58": the
    /// total that holds what an article opens with.
    fn total_of_found(&self, pool: &[usize]) -> Option<usize> {
        let counts = |index: usize, kind: OutcomeNounKind| {
            let noun = look_up(&self.claim(index).group_text).noun;
            noun.is_some_and(|noun| noun.kind == kind)
        };
        let found =
            |index: usize| self.note(index).additive || counts(index, OutcomeNounKind::Body);
        // "The storms have claimed 807 lives"
        let total = |index: usize| self.note(index).total || counts(index, OutcomeNounKind::Life);
        let first = *(pool.first()).filter(|&&first| found(first))?;
        let holds = |&index: &usize| total(index) && self.value(index) > self.value(first);
        pool.iter().copied().rev().find(holds)
    }

    /// "Overall, the storm killed 41", behind what it did in each place: the total that holds those `chosen`.
    fn overall(&self, pool: &[usize], chosen: &[usize]) -> Option<usize> {
        let most = self.sum(chosen);
        let holds = |&index: &usize| {
            self.note(index).overall && self.is_counted(index) && self.value(index) > Some(most)
        };
        pool.iter().copied().find(holds)
    }

    /// The last paragraph of the lead, where an article puts its answer: of running text the first one that counts people
    /// of every kind or of one side, or under a headline that does the first one that states anything.
    fn lead(&self, pool: &[usize]) -> u32 {
        let answers = |&&index: &&usize| {
            let (people, note) = (self.group(index), self.note(index));
            let told = matches!(people, Group::People | Group::Migrants) || people.is_status();
            // "Teen killed, five hurt": one person whom a headline tells is the answer, too.
            let several = !note.one || Some(note.paragraph) < self.opening;
            self.is_counted(index) && several && told
        };
        let answers = || pool.iter().filter(answers).map(|&index| self.note(index));
        let body = answers().filter_map(|note| note.body).min();
        let headline = answers().map(|note| note.paragraph).min();
        match (headline, self.opening, body) {
            (Some(headline), Some(opening), Some(body)) if headline < body => headline.max(opening),
            (_, _, Some(body)) => body,
            _ => u32::MAX,
        }
    }

    /// The claims of `pool` that stand for the event: a whole with what adds to it, or parts that add up. What counts
    /// everybody behind the `lead` is of another time, of another event or by another count.
    fn chosen(&self, pool: &[usize], lead: u32) -> Vec<usize> {
        let leads = |index: usize| self.note(index).paragraph <= lead;
        let is_whole = |index: usize| self.is_whole(index, Some(&index) == pool.first());
        let (wholes, others): (Vec<usize>, Vec<usize>) =
            (pool.iter().copied().filter(|&index| is_whole(index)))
                .partition(|&index| leads(index));
        let whole = (wholes.iter().copied())
            .filter(|&index| !self.is_rounded(index, &wholes))
            .max_by_key(|&index| self.rank(index));
        let whole = whole.map(|index| self.told_exactly(index, &others));
        let added = whole.map_or(Vec::new(), |whole| self.added(whole, pool));
        let next = |index: usize| {
            let near = self.note(index).paragraph <= lead.saturating_add(1);
            whole.is_none() && near && others.first().is_none_or(|&other| index < other)
        };
        let near: Vec<usize> = (pool.iter().copied())
            .filter(|&index| leads(index) || next(index))
            .collect();
        let mut parts = self.parts(&near, whole);
        parts.retain(|part| added.binary_search(part).is_err());
        // "claims to have killed up to 60 mercenaries": a group alone that is less firm than the whole does not stand for
        // it.
        let firmness = |index: usize| {
            let claim = self.claim(index);
            (claim.status != Status::Claimed, Firmness::of(claim))
        };
        // "Fire killed 37 at a jail where 84 inmates were killed in May": none of the 37.
        if let (Some(whole), &[part]) = (whole, parts.as_slice())
            && (firmness(part) < firmness(whole)
                || firmness(part) == firmness(whole)
                    && part > whole
                    && self.value(whole) > Some(0)
                    && self.group(part) != Group::Civilians)
        {
            parts.clear();
        }
        // "At least 24 civilians died. A raid on Monday killed 14 people.": no whole of them.
        if let Some(whole) = whole {
            let holds = |&part: &usize| {
                part < whole
                    && !self.note(part).listed
                    && self.value(part) > self.value(whole)
                    && firmness(part) >= firmness(whole)
            };
            let held = (parts.iter().copied()).filter(holds);
            if let Some(part) = held.max_by_key(|&part| self.value(part)) {
                return vec![part];
            }
        }
        let sum = self.sum(&parts);
        match whole {
            Some(index)
                if self.value(index).unwrap_or(0) >= sum
                    || self.rounds_down(index, sum)
                    || !self.is_list(&parts) =>
            {
                [&[index], &added[..]].concat()
            }
            _ => parts,
        }
    }

    /// What is only claimed, in a vague word, makes no toll beside what is reported; nor does what is told in passing beside
    /// a number of the event.
    fn reported(&self, mut pool: Vec<usize>) -> Vec<usize> {
        let of_event = |&index: &usize| self.is_counted(index) && !self.note(index).aside;
        if pool.iter().any(of_event) {
            pool.retain(|&index| !self.note(index).aside);
        }
        let is_reported =
            |&index: &usize| self.claim(index).status != Status::Claimed || self.is_counted(index);
        if pool.iter().any(is_reported) {
            pool.retain(is_reported);
        }
        pool
    }

    /// The claims that speak of the whole event and are no components; where there are none, all of them.
    fn event_level(&self, live: &[usize]) -> Vec<usize> {
        let whole = |&index: &usize| {
            let claim = self.claim(index);
            (claim.part_of).is_none_or(|other| self.claim(other).outcome != claim.outcome)
        };
        let wholes: Vec<usize> = live.iter().copied().filter(whole).collect();
        if wholes.is_empty() {
            return live.to_vec();
        }
        // Where each tells its day, none is a part of another day's.
        if wholes.iter().all(|&index| self.note(index).day > 0) {
            return wholes;
        }
        // "Five people were shot dead, and another was killed in Orlen".
        let mut before = Scope::Place;
        let mut narrowed = wholes.clone();
        // "In Orlen state, gunmen killed 70", in the lead: where the event was.
        let lead = |index: usize| {
            self.note(index)
                .body
                .is_some_and(|body| Some(body) == self.opening)
        };
        let place = |index: usize| self.claim(index).scope == Scope::Place;
        let opens = place(wholes[0]);
        narrowed.retain(|&index| {
            let scope = self.claim(index).scope;
            let part = matches!(scope, Scope::Place | Scope::Incident);
            let added = part && self.note(index).additive;
            before = if added { before } else { scope };
            before == Scope::Event || opens && place(index) && lead(index)
        });
        if narrowed.is_empty() {
            wholes
        } else {
            narrowed
        }
    }

    /// The claims that add to a whole right behind it ("three more bodies were found", "and three other people were
    /// killed later"), in its paragraph or the next, where neither is it a running total nor is one told after them.
    fn added(&self, whole: usize, pool: &[usize]) -> Vec<usize> {
        let last = (self.note(whole).body).map_or(u32::MAX, |body| body.saturating_add(1));
        let adds = |&&index: &&usize| {
            let note = self.note(index);
            self.adds(index) && !note.listed && self.is_counted(index) && note.paragraph <= last
        };
        let behind = || pool.iter().skip_while(|&&index| index <= whole);
        // "The toll has risen to 41 after eight more died": a total holds them, wherever it is told.
        let total = |&index: &usize| self.note(index).total;
        // "Two dead, five hurt", and in the text "five other people were hurt".
        let headline = self.note(whole).body.is_none() && self.opening.is_some();
        if !self.is_counted(whole) || headline || total(&whole) || behind().any(total) {
            return Vec::new();
        }
        // "12 were killed: two in Orlen and ten in Sarn (three of these in the town and seven more elsewhere)"
        let in_part = |&&index: &&usize| {
            let sentence = self.note(index).sentence;
            sentence == self.note(whole).sentence
                && (self.claims[whole + 1..index].iter())
                    .any(|claim| claim.part_of.is_some() || claim.scope == Scope::Place)
        };
        let added = behind().take_while(adds).filter(|index| !in_part(index));
        let added: Vec<usize> = added.copied().collect();
        // "Five were shot dead. Soldiers shot four near Tarn, and another was killed in Sarn.": told one by one.
        let apart = self
            .value(whole)
            .and_then(|all| all.checked_sub(self.sum(&added)));
        let shot = |claim: &Claim| claim.rule == RULE_SHOT && value(claim) == apart;
        match added.first() {
            Some(&first) if self.claims[whole..first].iter().any(shot) => Vec::new(),
            _ => added,
        }
    }

    /// Whether a claim adds to what was told before it, and not to a part: "58 died, 20 of them in Orlen. Another 15 died in
    /// Sarn".
    fn adds(&self, index: usize) -> bool {
        let before = (index.checked_sub(1)).map(|before| self.claim(before));
        let of_part = before.is_some_and(|before| {
            let general = before.group == Group::People || before.group == self.group(index);
            before.part_of.is_some() && general && before.outcome == self.claim(index).outcome
        });
        self.note(index).additive && !of_part
    }

    /// "More than 400 people died: 310 civilians, 62 soldiers and 41 gunmen": whether an open total rounds down a sum.
    fn rounds_down(&self, index: usize, sum: u64) -> bool {
        let low = self.count(index).low.unwrap_or(0);
        self.count(index).high.is_none() && self.is_counted(index) && sum - low.min(sum) < low / 10
    }

    /// "A crush killed more than 200 people", and behind the lead "The toll was 222": the total that a round number stands for.
    fn told_exactly(&self, index: usize, others: &[usize]) -> usize {
        let round = self.value(index).unwrap_or(0);
        let near = |&other: &usize| {
            let number = self.value(other).unwrap_or(0);
            let bound = self.count(other).qualifier;
            matches!(bound, Qualifier::Exact | Qualifier::AtLeast)
                && self.note(other).total
                && number > round
                && number - round <= round / 8
        };
        let open = self.count(index).qualifier == Qualifier::MoreThan;
        (others.iter().copied().find(near).filter(|_| open)).unwrap_or(index)
    }

    /// "Toll nears 200. At least 184 people died": whether a claim rounds up a number that another one of `wholes` gives.
    fn is_rounded(&self, index: usize, wholes: &[usize]) -> bool {
        let bound = self.count(index).high.unwrap_or(0);
        let near = |&other: &usize| {
            let number = self.value(other).unwrap_or(0);
            self.is_counted(other) && number < bound && number >= bound / 4 * 3
        };
        self.count(index).qualifier == Qualifier::Nearly && wholes.iter().any(near)
    }

    /// Whether the parts were stated together, in one sentence.
    fn is_list(&self, parts: &[usize]) -> bool {
        let sentence = |&index: &usize| self.note(index).sentence;
        (parts.iter()).all(|part| Some(sentence(part)) == parts.first().map(sentence))
    }

    /// Whether a claim speaks of everybody. A number that adds to others is a whole where it is the `first` to be told.
    fn is_whole(&self, index: usize, first: bool) -> bool {
        let note = self.note(index);
        let adds = note.additive && !(first && self.is_counted(index));
        self.group(index) == Group::People && !adds && !note.one && !note.listed
    }

    /// Of equally firm figures the larger leads: a later count rises, and a part that was not told apart is smaller than
    /// its whole.
    /// Running text says of the same number what it is: "Thirty dead" in a headline may be "at least 30".
    fn rank(&self, index: usize) -> (Firmness, u64, bool, Reverse<u32>) {
        (
            Firmness::of(self.claim(index)),
            self.value(index).unwrap_or(0),
            self.note(index).body.is_some(),
            Reverse(self.note(index).sentence),
        )
    }

    /// The claims that add up: for each group its largest, and every single person. Beside a printed whole, general
    /// figures and dead attackers are none of its parts; groups that cut across (women, children) add up with status
    /// groups (civilians, fighters) only where one sentence lists both.
    fn parts(&self, pool: &[usize], whole: Option<usize>) -> Vec<usize> {
        let mut parts: Vec<usize> = Vec::new();
        let mut groups = vec![OfGroup::default(); Group::ALL.len()];
        for &index in pool {
            let (group, note) = (self.group(index), self.note(index));
            let adds = self.adds(index);
            if !self.is_part(index, whole) {
                continue;
            }
            // "Thirty gunmen were killed. By another count, police shot dead 12 attackers."
            let alike = match group {
                Group::Perpetrators => Group::Fighters,
                other => other,
            };
            let same = &mut groups[alike as usize];
            // "16 civilians died. Nine of the town fell in clashes. A shell killed another three there."
            if adds && same.held {
                continue;
            }
            // The rows of a long table, told without a look at each other row.
            let sentence = note.listed.then_some(note.sentence);
            if same.places.is_empty() {
                same.list = sentence;
            }
            if sentence.is_some() && same.list == sentence {
                same.places.push(parts.len());
                parts.push(index);
                continue;
            }
            same.list = None;
            let is_listed_with = |other: usize| {
                let beside = self.note(other);
                let alike = note.one || beside.one || note.listed && beside.listed;
                alike && note.sentence == beside.sentence
            };
            // "Both women had been stabbed to death": those whom a sentence listed one by one.
            let listed = || {
                same.places
                    .iter()
                    .filter_map(|&at| self.value(parts[at]))
                    .sum()
            };
            let beside = same.places.iter().any(|&at| is_listed_with(parts[at]));
            same.held =
                same.places.len() > 1 && !adds && !beside && self.value(index) <= Some(listed());
            if same.held {
                continue;
            }
            let mut rivals = same.places.iter().filter(|_| !adds);
            match rivals.find(|&&at| !is_listed_with(parts[at])) {
                Some(&at) if self.rank(parts[at]) < self.rank(index) => parts[at] = index,
                Some(_) => same.held = true,
                None => {
                    same.places.push(parts.len());
                    parts.push(index);
                }
            }
        }
        // "Two clerks were hurt. Other reports said three guards may have been hurt": another count.
        let doubtful =
            |index: usize| matches!(self.claim(index).status, Status::Feared | Status::Possible);
        if !parts.iter().all(|&part| doubtful(part)) {
            parts.retain(|&part| !doubtful(part));
        }
        let parts = self.without_same_person(parts);
        self.without_overlap(parts)
    }

    /// Whether a claim may be one of those that add up, beside a printed `whole` or without one.
    fn is_part(&self, index: usize, whole: Option<usize>) -> bool {
        let (group, note) = (self.group(index), self.note(index));
        let general =
            matches!(group, Group::People | Group::Perpetrators) && !note.additive && !note.listed;
        // "no other injuries"
        let none = note.additive && self.value(index) == Some(0);
        self.value(index).is_some()
            && !none
            && (!note.additive || self.adds(index))
            && whole != Some(index)
            && !(whole.is_some() && general)
    }

    /// Of parts, those that are nobody told once more: "killing Tomas Bern, 40", and further down "one of their colleagues
    /// gunned down". Where two sentences tell one person each, and one of them does not say of what kind, they tell the
    /// same; a sentence that lists several leads.
    fn without_same_person(&self, mut parts: Vec<usize>) -> Vec<usize> {
        let one = |index: usize| {
            // "One of their colleagues", but not "one policeman".
            let of = || has_shape(&self.claim(index).group_text, Shape::Plural);
            let note = self.note(index);
            !note.additive
                && (note.one || !note.listed && self.count(index).high == Some(1) && of())
        };
        let leads = |index: usize| {
            let note = self.note(index);
            (note.listed, Reverse(note.sentence))
        };
        let general = |index: usize| self.group(index) == Group::People;
        let all = parts.clone();
        parts.retain(|&index| {
            let again = |&other: &usize| {
                let told = one(other) && (general(index) || general(other));
                told && self.note(other).sentence != self.note(index).sentence
                    && leads(other) > leads(index)
            };
            !one(index) || !all.iter().any(again)
        });
        parts
    }

    /// Of parts by status and by sex or age, those that hold nobody twice: what cuts across stays where a sentence lists
    /// it beside the others, or where a later part says that it adds to what was told; and it stays alone where it is
    /// larger than the others together, or where those are dead attackers.
    fn without_overlap(&self, mut parts: Vec<usize>) -> Vec<usize> {
        // "204 migrants died. The bodies of three babies were found."
        let is_status =
            |&index: &usize| self.group(index).is_status() || self.group(index) == Group::Migrants;
        let status: Vec<usize> = parts.iter().copied().filter(is_status).collect();
        let Some(&last) = status.last() else {
            return parts;
        };
        let sentence = |index: usize| self.note(index).sentence as usize;
        let beside = each_once(status.iter().map(|&index| sentence(index)).collect());
        let adds = self.note(last).additive;
        let overlaps = |index: &usize| {
            let added_to = adds && *index < last;
            is_crosscutting(self.group(*index))
                && !self.adds(*index)
                && beside.binary_search(&sentence(*index)).is_err()
                && !added_to
        };
        let (across, rest): (Vec<usize>, Vec<usize>) =
            parts.iter().partition(|index| overlaps(index));
        if !across.is_empty() {
            let attackers = |&index: &usize| self.group(index) == Group::Perpetrators;
            let larger = self.sum(&across) > self.sum(&rest) && rest.iter().all(is_status);
            parts = if larger || rest.iter().all(attackers) {
                across
            } else {
                rest
            };
        }
        parts
    }

    fn printed(&self, outcome: Outcome, index: usize) -> Toll {
        let count = self.count(index);
        Toll {
            outcome,
            low: count.low,
            high: count.high,
            qualifier: count.qualifier,
            derived: false,
            claims: vec![index],
        }
    }

    fn derived(&self, outcome: Outcome, parts: Vec<usize>) -> Toll {
        let counts = || parts.iter().map(|&index| self.count(index));
        let low = counts()
            .map(|count| count.low.unwrap_or(0))
            .fold(0, u64::saturating_add);
        let high = counts().try_fold(0u64, |sum, count| sum.checked_add(count.high?));
        let qualifier = match high {
            Some(high) if high == low => Qualifier::Exact,
            Some(_) => Qualifier::Range,
            None => Qualifier::AtLeast,
        };
        Toll {
            outcome,
            low: Some(low),
            high,
            qualifier,
            derived: true,
            claims: parts,
        }
    }
}

/// Whether a claim has a number that is no vague word.
fn is_counted(claim: &Claim) -> bool {
    value(claim).is_some() && claim.count.qualifier != Qualifier::Vague
}

/// Whether the noun behind a number, if there is one, says nothing of the people that it counts.
fn counts_anybody(noun: &str) -> bool {
    noun.is_empty() || look_up_printed(noun).is(Class::Anybody)
}

/// Whether a claim can stand for the event.
fn is_live(claim: &Claim) -> bool {
    let stands = !matches!(
        claim.status,
        Status::Denied | Status::Refuted | Status::Superseded | Status::Projected
    );
    stands && claim.scope != Scope::Background
}

/// How firmly a claim stands for what is known: a firmer figure leads over a larger one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Firmness {
    /// No number at all.
    None,
    /// A vague word: "scores".
    Vague,
    /// What is feared or possible, or at most so many: "up to 90".
    Doubtful,
    /// A number.
    Counted,
}

impl Firmness {
    fn of(claim: &Claim) -> Self {
        let doubtful = matches!(claim.status, Status::Feared | Status::Possible)
            || matches!(
                claim.count.qualifier,
                Qualifier::AtMost | Qualifier::FewerThan
            );
        match value(claim) {
            None => Firmness::None,
            Some(_) if claim.count.qualifier == Qualifier::Vague => Firmness::Vague,
            Some(_) if doubtful => Firmness::Doubtful,
            Some(_) => Firmness::Counted,
        }
    }
}

/// One number for a claim: its low end, or its high end where low is open.
fn value(claim: &Claim) -> Option<u64> {
    claim.count.low.or(claim.count.high)
}

/// Groups by sex or age, whose members are counted among the status groups too.
fn is_crosscutting(group: Group) -> bool {
    matches!(
        group,
        Group::Women | Group::Children | Group::Men | Group::Elderly | Group::WomenAndChildren
    )
}
