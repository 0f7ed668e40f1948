//! Nouns of what happened: "nine fatalities", "the deaths of 40 people".

use super::{Linker, is_fate};
use crate::extract::chunk::Pieces;
use crate::extract::lexicon::{Class, NumberKind, OutcomeNounKind};
use crate::extract::outcome::Role;
use crate::extract::text::{Kind, Token, any_is, token_at, within};
use crate::extract::victim::{Head, Phrase, breaks};
use crate::model::{Count, Outcome, Qualifier, Reason};

/// The most chunks from "deaths" to "rose": "from the rains across Orm".
const MOST_OF_DEATHS: usize = 8;

/// So many injuries are not one person's.
const SEVERAL_PEOPLES: u64 = 10;

/// The most chunks from a noun to its "of".
const MOST_BEFORE_OF: usize = 4;

impl Linker<'_> {
    /// "nine fatalities", "no casualties", "the deaths of 40 people".
    pub(super) fn noun(&mut self, at: usize) {
        let Some(phrase) = self.phrase(at) else {
            return;
        };
        let Head::Outcome(outcome, kind) = phrase.head else {
            return;
        };
        let counted = phrase.quantity.is_some() || phrase.zero;
        // "six wounded survivors"
        let wounded = within(self.tokens, phrase.span.clone())
            .iter()
            .any(|token| token.entry.adjective == Some(Outcome::Injured));
        let outcome = if outcome == Outcome::Rescued && wounded {
            Outcome::Injured
        } else {
            outcome
        };
        let outcome = if kind == OutcomeNounKind::Body && self.grave_before(at) {
            Outcome::Buried
        } else {
            outcome
        };
        let one_more = kind == OutcomeNounKind::Event && self.is_one_more(at);
        if counted || one_more {
            self.counted_noun(at, outcome, kind);
        } else {
            self.noun_of(at, outcome, kind);
        }
    }

    /// "nine fatalities", "no casualties".
    fn counted_noun(&mut self, at: usize, outcome: Outcome, kind: OutcomeNounKind) {
        if !self.is_free(at) || kind == OutcomeNounKind::Person && self.comes_free(at) {
            return;
        }
        if !self.is_casualty_count(at, outcome, kind) {
            self.refuse(at, at, Reason::NotCasualties);
        } else if let Some(reason) = self.noun_mood(at) {
            self.refuse(at, at, reason);
        } else if let Some(index) = self.add(at, at, self.case_of(at, outcome), "outcome-noun") {
            self.found.figures[index].bare = false;
            self.take_group_after_among(index, at);
        }
    }

    /// "a fourth death": one, and three were told before.
    fn is_one_more(&self, at: usize) -> bool {
        let words = within(self.tokens, self.span(at));
        let [article, order, .., noun] = words else {
            return false;
        };
        // "a second assassination bid"
        let bid = self.token_is(self.end(at), Class::Plan);
        let singular = noun.entry.noun.is_some_and(|noun| !noun.plural) && !bid;
        let ordinal = matches!(order.entry.number, Some((NumberKind::Ordinal, order)) if order > 1);
        article.is(Class::Indefinite) && ordinal && singular
    }

    /// "51 of the hostages have been freed": whether the verb behind those who were taken tells their release.
    pub(super) fn comes_free(&self, at: usize) -> bool {
        let verb = self.verb_at(self.skip_adverbs(at + 1));
        let survivors = |phrase: &Phrase| matches!(phrase.head, Head::Outcome(Outcome::Rescued, _));
        let survived = self.phrase(at).is_some_and(survivors);
        // "One survivor, a truck driver, said"
        let one = |phrase: &Phrase| phrase.quantity.is_some_and(|quantity| quantity.is_one());
        let says = |token: &Token| token.entry.reporting.is_some();
        let speaks = self.tokens.iter().any(says);
        // "One of the hostages said"
        let one_of = self.has_class(at, Class::Of);
        if at == 0 && speaks && (survived || one_of) && self.phrase(at).is_some_and(one) {
            return true;
        }
        // "Two of the survivors said": not all of them.
        if survived && one_of {
            return true;
        }
        // "spoke to nine survivors"
        let start = self.start(at);
        let spoken_to = survived
            && start >= 2
            && self.token_is(start - 1, Class::Preposition)
            && token_at(self.tokens, start - 2).entry.reporting.is_some();
        if spoken_to {
            return true;
        }
        verb.is_some_and(|verb| match verb.role {
            Role::Harm(Outcome::Released | Outcome::Rescued) => !verb.negated,
            // "Two survivors took their own lives", "the survivors are in hospital", "Nine hostages were killed"
            Role::Harm(Outcome::Killed | Outcome::Injured) => !verb.negated,
            // "Three survivors told the police"
            Role::Report(_) => survived,
            _ => false,
        })
    }

    /// Whether a counted noun counts people to whom something happened: lives can be saved, cases solved, bodies
    /// elected, and "several injuries" may be one person's.
    fn is_casualty_count(&self, at: usize, outcome: Outcome, kind: OutcomeNounKind) -> bool {
        match kind {
            OutcomeNounKind::Event if self.is_vague(at) => {
                let low = (self.phrase(at)).and_then(|phrase| phrase.quantity?.low);
                let many = low >= Some(SEVERAL_PEOPLES);
                outcome != Outcome::Injured || many || self.has_other_outcome(at)
            }
            // "One massacre took place in Orlen" tells of no one dead.
            OutcomeNounKind::Event => {
                let noun = within(self.tokens, self.span(at)).last();
                !noun.is_some_and(|noun| {
                    noun.is(Class::Event) && noun.entry.noun.is_some_and(|noun| !noun.plural)
                })
            }
            OutcomeNounKind::Person => true,
            OutcomeNounKind::Body => {
                let short = self
                    .phrase(at)
                    .is_some_and(|phrase| phrase.words.len() <= 2);
                short && !self.is_room_for(at)
            }
            OutcomeNounKind::Life => self.is_taken(at),
            // "14 cases of murder" are a court's.
            OutcomeNounKind::Case => match self.deed_of(at).filter(|_| self.is_of(at + 1)) {
                Some(deed) => deed != Outcome::Killed,
                None => {
                    let ill = self.classes.has(Class::Illness);
                    ill || self.has_other_outcome(at) || self.is_case_of_illness(at)
                }
            },
        }
    }

    /// "room for eight bodies".
    fn is_room_for(&self, at: usize) -> bool {
        let before = within(self.tokens, ..self.start(at));
        matches!(before, [.., room, _] if room.is(Class::Room))
    }

    /// "120 cases of arbitrary arrest": what the cases are of, where that is no death or injury.
    fn case_of(&self, at: usize, outcome: Outcome) -> Outcome {
        if outcome != Outcome::Affected || !self.is_of(at + 1) {
            return outcome;
        }
        let fate = |told: &Outcome| {
            matches!(
                told,
                Outcome::Killed | Outcome::Injured | Outcome::Casualties
            )
        };
        self.deed_of(at)
            .filter(|told| !fate(told))
            .unwrap_or(outcome)
    }

    /// The happening that the cases at `at` are of.
    fn deed_of(&self, at: usize) -> Option<Outcome> {
        let words = self.tokens.iter().skip(self.end(at) + 1).take(4);
        let noun = words
            .take_while(|token| !breaks(token))
            .find_map(|token| token.entry.noun)?;
        (noun.kind == OutcomeNounKind::Event).then_some(noun.outcome)
    }

    /// Why a counted noun states no fact: "could cause 40 deaths".
    pub(super) fn noun_mood(&self, at: usize) -> Option<Reason> {
        let start = self.start(at);
        // "the chance of 40 deaths"
        let chance = start >= 2
            && self.token_is(start - 1, Class::Of)
            && self.token_is(start - 2, Class::Chance);
        if chance {
            return Some(Reason::Risk);
        }
        // "A million deaths could be avoided", "prevented 40 deaths", and not "40 deaths could have been prevented"
        let next = self.skip_adverbs(at + 1);
        let be = (self.verb_at(next)).filter(|verb| verb.role == Role::Be);
        if be.is_some() && self.has_class(next, Class::Have) {
            return None;
        }
        let planned = be.map(|verb| verb.end);
        if planned
            .or(start.checked_sub(1))
            .is_some_and(|at| self.token_is(at, Class::Plan))
        {
            return Some(Reason::NotDone);
        }
        let rescued = |phrase: &Phrase| matches!(phrase.head, Head::Outcome(Outcome::Rescued, _));
        if self.phrase(at).is_some_and(rescued) && self.is_hoped(start) {
            return Some(Reason::NotDone);
        }
        // "in May", "13 May", "May 13": a month.
        let month = |at: usize| {
            let before = at.checked_sub(1).map(|at| token_at(self.tokens, at));
            let dated = before
                .is_some_and(|token| token.is(Class::Preposition) || token.kind == Kind::Digits);
            let day = token_at(self.tokens, at + 1).kind == Kind::Digits;
            self.token_is(at, Class::MonthName) && (dated || day)
        };
        (start.saturating_sub(5)..start)
            .any(|at| {
                let token = token_at(self.tokens, at);
                // "could confirm six deaths"
                let confirms = self.token_is(at + 1, Class::Confirm);
                token.is(Class::Hypothetical) && token.is(Class::Modal) && !month(at) && !confirms
            })
            .then_some(Reason::Hypothetical)
    }

    /// Whether a mass grave is what holds the bodies.
    fn grave_before(&self, at: usize) -> bool {
        let start = self.start(at);
        any_is(within(self.tokens, ..start), Class::Grave)
    }

    /// Whether lives are taken or lost, and not saved or changed.
    fn is_taken(&self, at: usize) -> bool {
        let span = &self.chunks[at].span;
        let before = within(self.tokens, span.start.saturating_sub(4)..span.start);
        let after = within(self.tokens, span.end..(span.end + 6).min(self.tokens.len()));
        before
            .iter()
            .chain(after)
            .any(|token| token.is(Class::Taker) || token.is(Class::Lose))
    }

    /// "212 suspected cases", "40 confirmed cases": cases of an illness, where the sentence does not say of what else.
    fn is_case_of_illness(&self, at: usize) -> bool {
        let span = &self.chunks[at].span;
        let judged = within(self.tokens, span.clone())
            .iter()
            .any(|token| token.is(Class::Possible) || token.is(Class::Known));
        judged && !self.is_of(at + 1)
    }

    fn has_other_outcome(&self, at: usize) -> bool {
        let span = &self.chunks[at].span;
        self.tokens.iter().enumerate().any(|(index, token)| {
            let harm = token.entry.verb.and_then(|verb| verb.outcome).or(token
                .entry
                .noun
                .filter(|noun| noun.kind == OutcomeNounKind::Event)
                .map(|noun| noun.outcome));
            // "1,842 cases were filed and 60 people detained": a court's.
            let harm = harm.filter(|&told| told != Outcome::Detained);
            !span.contains(&index) && harm.is_some()
        })
    }

    /// "the deaths of 40 people", "the killing of 745 civilians", "claimed the lives of 31".
    pub(super) fn noun_of(&mut self, at: usize, outcome: Outcome, kind: OutcomeNounKind) {
        if kind == OutcomeNounKind::Life && !self.is_taken(at) || kind == OutcomeNounKind::Case {
            return;
        }
        // "cost 11 people their lives"
        let cost = |people: &usize| {
            let taker = self.start(*people).checked_sub(1);
            self.has_quantity(*people) && taker.is_some_and(|at| self.token_is(at, Class::Taker))
        };
        if let Some(people) = self.before(at).filter(cost)
            && self.has_class(at, Class::Own)
        {
            self.add(people, at, outcome, "death-of-people");
            return;
        }
        // "without a murder weapon"
        let modifies = (self.tokens.get(self.end(at))).is_some_and(|next| {
            let entry = next.entry;
            !breaks(next) && entry.reporting.is_none() && entry.verb.is_none()
        });
        if self.is_without(at) && !modifies {
            self.zero_noun(at, outcome);
            return;
        }
        if kind == OutcomeNounKind::Event && self.deaths_reach(at, outcome) {
            return;
        }
        // "One of the policemen's corpses was found", "a man's body", "Imre Dost's body"; not his body of work.
        let whose = |&owner: &usize| {
            let one = |phrase: &Phrase| phrase.head == Head::Name && self.is_person_name(phrase);
            let people = |phrase: &Phrase| phrase.is_counted_people() || one(phrase);
            self.is_free(owner) && self.phrase(owner).is_some_and(people)
        };
        let owner = at.checked_sub(2).filter(whose);
        let owner = owner.filter(|_| !modifies && !self.is_of(at + 1));
        if kind == OutcomeNounKind::Body
            && let Some(owner) = owner
            && token_at(self.tokens, self.start(at - 1)).kind == Kind::Possessive
        {
            self.used[at] = self.add(owner, at, outcome, "death-of-people");
            return;
        }
        // "a body of 40 members": no corpse.
        let several = |phrase: &Phrase| phrase.quantity.is_some_and(|quantity| !quantity.is_one());
        let single = self.has_class(at, Class::Indefinite);
        if kind == OutcomeNounKind::Body && single && self.phrase(at + 2).is_some_and(several) {
            return;
        }
        // "the only survivor of a family of seven": one.
        let noun = within(self.tokens, self.span(at))
            .last()
            .and_then(|last| last.entry.noun);
        if kind == OutcomeNounKind::Person && noun.is_some_and(|noun| !noun.plural) {
            return;
        }
        // "the abduction and murder of two girls"
        let joined =
            self.is(at + 1, Pieces::AND) && self.is_of(at + 3) && !self.has_quantity(at + 2);
        // "the death or injury of 40 people"
        let other = (joined.then(|| self.end(at + 2).checked_sub(1)).flatten())
            .and_then(|noun| token_at(self.tokens, noun).entry.noun);
        let outcome = match (outcome, other.map(|noun| noun.outcome)) {
            (Outcome::Killed, Some(Outcome::Injured))
            | (Outcome::Injured, Some(Outcome::Killed)) => Outcome::Casualties,
            _ => outcome,
        };
        let of = if joined { at + 3 } else { self.of_behind(at) };
        // "survivors among the 60 people": nobody says how many they are.
        let among = kind != OutcomeNounKind::Person && self.is(of, Pieces::AMONG);
        // "injuries to 14 others"
        let to = outcome == Outcome::Injured && self.has_class(of, Class::To);
        if !(self.is_of(of) || among || to) {
            return;
        }
        let mood = self.noun_mood(at);
        let first = self.found.figures.len();
        for victim in self.list_of_noun(self.skip_adverbs(of + 1)) {
            // "carry the body of a victim": one of those who were counted.
            if self.has_class(victim, Class::Victims) && !self.has_quantity(victim) {
                continue;
            }
            if !self.has_quantity(victim) && !is_fate(outcome) {
                continue;
            }
            match mood {
                Some(reason) => self.refuse(victim, at, reason),
                None => {
                    self.add(victim, at, outcome, "death-of-people");
                }
            }
        }
        self.mark_list(first);
    }

    /// The "of" of the noun at `at`, right behind it or behind where and when: "the death in Orlen last night of two clerks".
    fn of_behind(&self, at: usize) -> usize {
        let next = at + 1;
        let small = |&index: &usize| {
            let open = Pieces::PREPOSITION | Pieces::PHRASE | Pieces::ADVERB | Pieces::OTHER;
            self.is(index, open) && !self.is_of(index) && !self.has_class(index, Class::PlaceWord)
        };
        // "an assassination squad made up of four men": another noun.
        if self.is(next, Pieces::OTHER) {
            return next;
        }
        let of = next + (next..next + MOST_BEFORE_OF).take_while(small).count();
        let counted = self.phrase(of + 1).is_some_and(Phrase::is_counted_people);
        if counted && self.is_of(of) { of } else { next }
    }

    /// "Quake deaths pass 1,200", "fire deaths rise to 40": a running total without a word for one.
    fn deaths_reach(&mut self, at: usize, outcome: Outcome) -> bool {
        let mut next = self.skip_adverbs(at + 1);
        // "deaths in Lwanda rise to 27", "deaths among pilgrims alone have jumped to 27", "deaths from the rains across Orm hit"
        let end = next + MOST_OF_DEATHS;
        let governed = Pieces::PHRASE | Pieces::OTHER | Pieces::PREPOSITION | Pieces::AMONG;
        if self.is(next, Pieces::PREPOSITION | Pieces::AMONG) {
            let rises =
                |at: usize| self.has_class(at, Class::Rise) && !self.is(at, Pieces::PREPOSITION);
            while next < end && self.is(next, governed) && !self.has_quantity(next) && !rises(next)
            {
                next = self.skip_adverbs(next + 1);
            }
        }
        next += usize::from(self.has_class(next, Class::Have));
        let rises = self.has_class(next, Class::Rise) && !self.has_class(next, Class::Be);
        let to =
            usize::from(self.has_class(next + 1, Class::To) || self.has_class(next + 1, Class::At));
        let number = self.skip_adverbs(next + 1 + to);
        let bare = self
            .phrase(number)
            .is_some_and(|phrase| phrase.head == Head::Bare && phrase.quantity.is_some());
        let over = self.has_class(next, Class::OverVerb);
        let attains = to == 0 && self.has_class(next, Class::Attain);
        if !rises || !bare || !self.is_free(number) || !attains && over == (to == 1) {
            return false;
        }
        let total = self.add_total(number, at, outcome, "toll", None);
        if let Some(index) = total {
            self.lend_group(index, at);
        }
        total.is_some()
    }

    /// Whether "without" stands right before the phrase at `at`.
    fn is_without(&self, at: usize) -> bool {
        let before = self.start(at).checked_sub(1);
        before.is_some_and(|index| {
            let token = token_at(self.tokens, index);
            token.is(Class::Negation) && token.is(Class::Preposition)
        })
    }

    /// "without casualties": an explicit zero.
    fn zero_noun(&mut self, at: usize, outcome: Outcome) {
        let span = self.start(at) - 1..self.end(at);
        let count = Count {
            low: Some(0),
            high: Some(0),
            qualifier: Qualifier::Exact,
            text: self.words(span.clone()),
        };
        if let Some(index) = self.add(at, at, outcome, "none") {
            let figure = &mut self.found.figures[index];
            (figure.count, figure.evidence, figure.one) = (count, span, false);
        }
    }
}
