//! Components: figures that are taken out of another one.

use super::{Figure, Linker, Part, RULE_SHOT};
use crate::extract::chunk::{Piece, Pieces};
use crate::extract::lexicon::{Class, Classes};
use crate::extract::outcome::{Form, Role, VerbGroup};
use crate::extract::text::{Kind, any_is, token_at, within};
use crate::extract::victim::{ADULT, Head, Phrase, Whole};
use crate::model::{Group, Outcome, Qualifier, Reason, Status};

/// The most chunks from a group to the number of it that a sentence accounts for.
const LONGEST_GROUP: usize = 6;

/// The most chunks of the words for those whom a number is taken out of.
const LONGEST_WHOLE: usize = 8;

impl Linker<'_> {
    /// Components: "including nine children", "two of them nurses", "of whom 60 were soldiers".
    pub(super) fn parts(&mut self) {
        for next in 0..self.countable.len() {
            let at = self.countable[next];
            let Some(phrase) = self.phrase(at) else {
                continue;
            };
            if let Some(index) = self.used_for(at) {
                match phrase.whole {
                    Some(whole) => self.mark_part(index, at, whole),
                    None => self.mark_included(index, at),
                }
                continue;
            }
            let counted = phrase.is_counted_people()
                && (phrase.quantity.is_some() || phrase.head == Head::OnePerson);
            if !counted {
                continue;
            }
            // "He was not among the five": those are the whole.
            if phrase.definite && phrase.head == Head::Bare && self.follows(at, Pieces::AMONG) {
                continue;
            }
            let marked = phrase.whole.is_some() && phrase.head == Head::Person
                || self.is_marked_part(at)
                || self.is_marked_behind_one(at)
                || self.is_among_them(at)
                || self.is_of_leading_dead(at)
                || self.is_taken_out(at);
            let list = self.follows_part(at);
            let predicate = self.predicate_group(at).or_else(|| self.accounts_for(at));
            if marked || list.is_some() || predicate.is_some() {
                self.add_part(at, list, predicate);
            }
        }
    }

    /// "Seven passengers, three women and four men, were killed": people between commas or dashes who add up to the figure
    /// before them.
    pub(super) fn apposed_parts(&mut self) {
        if self.found.figures.is_empty() || !self.pieces.meets(Pieces::COMMA | Pieces::DASH) {
            return;
        }
        for at in 0..self.chunks.len() {
            let Some(whole) = self
                .used_for(at)
                .filter(|_| self.is(at + 1, Pieces::COMMA | Pieces::DASH))
            else {
                continue;
            };
            if !self.used.get(at + 2).is_some_and(Option::is_none) {
                continue;
            }
            let items = self.list_right(at + 2);
            // "the owner and the manager" are told of, not counted.
            let free = items.iter().all(|&item| {
                let counted = self.has_quantity(item) || self.has_class(item, Class::Indefinite);
                counted && self.used_for(item).is_none()
            });
            let counts = || {
                items.iter().filter_map(|&item| {
                    self.phrase(item)
                        .and_then(|phrase| self.count_of(phrase).high)
                })
            };
            let sum: u64 = counts().fold(0, u64::saturating_add);
            let count = &self.found.figures[whole].count;
            let exact = count.low == Some(sum)
                && count.high == Some(sum)
                && counts().count() == items.len();
            let numbered = items.iter().any(|&item| self.has_quantity(item));
            if items.len() < 2 || !free || !exact || !numbered {
                continue;
            }
            let outcome = self.outcome_of(whole);
            for item in items {
                if let Some(index) = self.add(item, item, outcome, "part") {
                    self.found.figures[index].part = Part::Of(whole);
                }
            }
        }
    }

    /// "Of 27 pupils abducted, nine were freed": what follows is taken out of the figure that opens the sentence, and
    /// of its people.
    pub(super) fn leading_whole(&mut self) {
        if !self.is_of(0) {
            return;
        }
        // "Of the 14 victims, nine were women": what is told of the parts is told of all.
        let part = (self.found.figures.first()).filter(|figure| figure.part == Part::Earlier);
        let outcome = part.map(|figure| figure.outcome);
        let victims = self.has_quantity(1) && self.has_class(1, Class::Victims);
        let told = outcome.filter(|_| victims && self.is_free(1));
        let all = told.and_then(|outcome| self.add(1, 1, outcome, "outcome-noun"));
        if all.is_some() {
            for figure in &mut self.found.figures {
                figure.part = Part::None;
            }
        }
        let Some(whole) = self.used.get(1).copied().flatten() else {
            return;
        };
        let Figure { group, outcome, .. } = self.found.figures[whole];
        self.identified(whole, outcome);
        for (index, figure) in self.found.figures.iter_mut().enumerate() {
            // "Of 558 who died, 50 are children, and 1,835 people were hurt": others.
            let others = outcome == Outcome::Killed && figure.outcome != outcome;
            if index != whole && figure.part == Part::None && !figure.total && !others {
                figure.part = Part::Of(whole);
                if figure.bare {
                    figure.group = group;
                }
            }
        }
    }

    /// "Fifteen people died: nine in the river and six in a basement": numbers behind a figure that come to it, or that a
    /// colon sets under it with their places.
    pub(super) fn parts_that_add_up(&mut self) {
        // Two parts; their whole may be a noun ("eight deaths").
        if self.found.figures.is_empty() || self.countable.len() < 2 {
            return;
        }
        let Some(whole) = (0..self.chunks.len()).find(|&at| self.used_for(at).is_some()) else {
            return;
        };
        let Some(figure) = self.used_for(whole) else {
            return;
        };
        let Figure { outcome, group, .. } = self.found.figures[figure];
        let told = &self.found.figures[figure];
        let (all, is_part) = (told.count.low, told.part != Part::None);
        if is_part {
            return;
        }
        let behind = (self.countable.iter()).filter(|&&at| at > whole);
        let parts: Vec<(usize, u64)> = behind
            .filter_map(|&at| Some((at, self.part_behind(at, whole, figure)?)))
            .collect();
        let [(first, _), _, ..] = parts[..] else {
            return;
        };
        let sum = (parts.iter()).fold(0u64, |sum, &(_, people)| sum.saturating_add(people));
        let under = || {
            (whole..first).any(|sign| self.is(sign, Pieces::COLON))
                && parts.iter().all(|&(at, _)| self.has_place_at(at + 1))
        };
        if all != Some(sum) && !(all > Some(sum) && under()) {
            return;
        }
        for (at, _) in parts {
            let known = self.used_for(at);
            if let Some(index) = known.or_else(|| self.add(at, at, outcome, "part")) {
                let part = &mut self.found.figures[index];
                part.part = Part::Of(figure);
                if part.bare {
                    part.group = group;
                }
            }
        }
    }

    /// The number of the people at `at`, told in few words behind the figure at `whole`, whom nothing read yet or the colon
    /// before them only.
    fn part_behind(&self, at: usize, whole: usize, figure: usize) -> Option<u64> {
        let by_colon = |index: usize| {
            let found = &self.found.figures[index];
            index != figure && found.rule == "label" && found.part == Part::None
        };
        // "seven in Tarn (three in the town)"
        let signs = |pieces: Pieces| (whole..at).filter(|&sign| self.is(sign, pieces)).count();
        let bracketed = || signs(Pieces::OPEN) > signs(Pieces::CLOSE);
        let phrase = self.phrase(at).filter(|phrase| {
            phrase.quantity.is_some()
                && phrase.whole.is_none()
                && self.used_for(at).is_none_or(by_colon)
                && !bracketed()
        })?;
        let listed = match phrase.head {
            Head::Bare => self.is(at + 1, Pieces::PREPOSITION),
            Head::Person => (whole..at).any(|sign| self.is(sign, Pieces::COLON)),
            _ => false,
        };
        let quantity = phrase.quantity.filter(|_| listed)?;
        quantity.high
    }

    /// "Of the 63 dead, 41 have been identified": a bare number behind the comma that no verb tells a fate of.
    fn identified(&mut self, whole: usize, outcome: Outcome) {
        let Some(comma) = (2..self.chunks.len()).find(|&at| self.is(at, Pieces::COMMA)) else {
            return;
        };
        let bare = self
            .phrase(comma + 1)
            .is_some_and(|phrase| phrase.head == Head::Bare && phrase.quantity.is_some());
        if bare
            && self.used_for(comma + 1).is_none()
            && let Some(index) = self.add(comma + 1, comma + 1, outcome, "part")
        {
            self.found.figures[index].part = Part::Of(whole);
        }
    }

    /// "Forty were injured, 12 wounded by shrapnel, three critically": a bare number that only says how badly is part of
    /// the number before it.
    pub(super) fn severities(&mut self) {
        let injured =
            |figure: &Figure| figure.outcome == Outcome::Injured && figure.part == Part::None;
        if self.classes.has(Class::Severity) {
            self.severe_alone();
        }
        let Some(whole) = self.found.figures.iter().position(injured) else {
            return;
        };
        let count = &self.found.figures[whole].count;
        let Some(most) = count.low.or(count.high) else {
            return;
        };
        for figure in self.found.figures.iter_mut().skip(whole + 1) {
            let smaller = figure.count.high.is_some_and(|high| high < most);
            // "eight were hurt in Orlen, three in Sarn": others.
            let stands = figure.superseded_by.is_none()
                && !figure.additive
                && figure.rule != "continued-list";
            if injured(figure) && figure.bare && stands && smaller {
                figure.part = Part::Of(whole);
            }
        }
    }

    /// "90 casualties were reported: 30 dead and 60 wounded", "60 were stabbed, 12 fatally": what casualties come to, behind
    /// a colon or as a bare number behind a comma.
    pub(super) fn fates_of_casualties(&mut self) {
        if self.found.figures.len() < 2 {
            return;
        }
        for at in 2..self.chunks.len() {
            let Some(index) = self.used_for(at) else {
                continue;
            };
            let Some(whole) = (self.figure_before(at)).map(|left| self.casualties_of(left)) else {
                continue;
            };
            let colon =
                (at.saturating_sub(LONGEST_GROUP)..at).any(|sign| self.is(sign, Pieces::COLON));
            let (Some(whole), figure) = (whole, &self.found.figures[index]) else {
                continue;
            };
            let fate = matches!(figure.outcome, Outcome::Killed | Outcome::Injured);
            let smaller = figure.count.high < self.found.figures[whole].count.low;
            let alone = figure.bare
                && self.follows(at, Pieces::COMMA)
                && self.found.figures[whole].rule == RULE_SHOT;
            if fate && smaller && figure.part == Part::None && (colon || alone) {
                self.found.figures[index].part = Part::Of(whole);
            }
        }
    }

    /// The figure of casualties that the one with this index is, or is part of.
    fn casualties_of(&self, figure: usize) -> Option<usize> {
        let whole = match self.found.figures[figure].part {
            Part::Of(whole) => whole,
            _ => figure,
        };
        (self.outcome_of(whole) == Outcome::Casualties).then_some(whole)
    }

    /// "Three were wounded, one seriously": a bare number with nothing behind it but how badly.
    fn severe_alone(&mut self) {
        for at in 2..self.chunks.len().saturating_sub(1) {
            // "80 were injured, none seriously" does not say that nobody was.
            let bare = (self.phrase(at))
                .is_some_and(|phrase| phrase.head == Head::Bare && phrase.quantity.is_some())
                && self.used_for(at).is_none();
            let alone = self.has_class(at + 1, Class::Severity)
                && !self.is(at + 2, Pieces::VERB | Pieces::PHRASE);
            let told = |&left: &usize| self.outcome_of(left) == Outcome::Injured;
            let follows = self.follows(at, Pieces::COMMA | Pieces::AND | Pieces::OPEN);
            if bare
                && alone
                && follows
                && let Some(whole) = self.figure_before(at).filter(told)
                && let Some(index) = self.add(at, at + 1, Outcome::Injured, "part")
            {
                self.take_group(index, whole);
            }
        }
    }

    /// Whether "including", "among them" or "of whom" stands right before the phrase at `at`, or a bracket that opens
    /// behind a figure.
    pub(super) fn is_marked_part(&self, at: usize) -> bool {
        let Some(mut before) = self.before(at) else {
            return false;
        };
        // "22 deaths, including those of seven soldiers"
        if self.is_of(before) && before > 1 && self.has_class(before - 1, Class::GroupPronoun) {
            before -= 2;
        }
        while before > 0
            && (self.is(before, Pieces::ADVERB | Pieces::COLON)
                // "among whom were 18 women"
                || (self.verb_at(before)).is_some_and(|verb| verb.role == Role::Be)
                    && self.is(before - 1, Pieces::RELATIVE)
                || token_at(self.tokens, self.start(before)).is_sign('.')
                || self.is_of(before) && self.is(before - 1, Pieces::INCLUDING))
        {
            before -= 1;
        }
        // Whether "of" or "among" stands before the word at `before`: "of whom", "among them".
        let taken_out = || {
            self.before(before)
                .is_some_and(|of| self.is(of, Pieces::AMONG) || self.has_class(of, Class::Of))
        };
        match &self.chunks[before].piece {
            Piece::Open => {
                let named = self
                    .phrase(at)
                    .is_some_and(|phrase| phrase.head == Head::Person);
                named
                    && (before.saturating_sub(2)..before)
                        .any(|index| self.used_for(index).is_some())
            }
            // "no survivors among the 62": nothing is told of the 62.
            Piece::Including | Piece::Among => {
                // "a poll among 200 members", "were among 40 pupils on a trip"
                let among = self.is(before, Pieces::AMONG);
                let whole = Pieces::PHRASE | Pieces::OTHER | Pieces::VERB;
                let none = |of: usize| {
                    let people = self.phrase(of).is_some_and(Phrase::is_people);
                    among && self.is(of, whole) && !people
                        || self.phrase(of).is_some_and(|phrase| phrase.zero)
                };
                // "three attacks, including one in the yard"
                let things = const { Classes::of(&[Class::Event, Class::Bomb, Class::Thing]) };
                let mut words = within(self.tokens, ..self.start(before)).iter();
                let bare = self
                    .phrase(at)
                    .is_some_and(|phrase| phrase.head == Head::Bare);
                let last = words.rfind(|word| word.kind == Kind::Word);
                let attacks = bare && last.is_some_and(|last| last.entry.classes.meets(things));
                !attacks && !self.before(before).is_some_and(none)
            }
            Piece::Relative => {
                let people = (0..before).any(|index| {
                    self.used_for(index).is_some()
                        || self.phrase(index).is_some_and(Phrase::is_people)
                });
                // "28 drones, of which 23 were shot down"
                let things = |index: usize| {
                    (self.phrase(index)).is_some_and(|phrase| matches!(phrase.head, Head::Thing(_)))
                };
                // "97 are treated in three hospitals, of whom 23"
                let counted = (0..before).rev().find(|&index| {
                    self.has_quantity(index) && !self.follows(index, Pieces::PREPOSITION)
                });
                people && taken_out() && !counted.is_some_and(things)
            }
            Piece::Phrase(phrase) => phrase.head == Head::Pronoun && taken_out(),
            _ => false,
        }
    }

    /// "22 people, three policemen among them, were killed": whether such words stand behind the phrase at `at`.
    fn is_among_them(&self, at: usize) -> bool {
        self.follows(at, Pieces::COMMA)
            && self.is(at + 1, Pieces::AMONG)
            && self.has_class(at + 2, Class::GroupPronoun)
            && self.has_quantity(at)
    }

    /// "Of the dead, 61 were from Orlen and 12 from Bex": a bare number of those with whom the sentence opens.
    fn is_of_leading_dead(&self, at: usize) -> bool {
        let bare = self
            .phrase(at)
            .is_some_and(|phrase| phrase.head == Head::Bare);
        let copula = self.verb_at(self.skip_adverbs(at + 1));
        let counted = self.is_of(0) && self.used.get(1).is_some_and(Option::is_some);
        // "17 were reported in Tarn"
        let tells = |verb: &VerbGroup| {
            let passive = matches!(verb.role, Role::Report(_)) && verb.form == Form::Passive;
            (verb.role == Role::Be || passive) && !verb.negated
        };
        bare && (counted || self.leading_those().is_some())
            && self.follows(at, Pieces::COMMA | Pieces::AND)
            && copula.is_some_and(tells)
    }

    /// "including the manager and two supervisors": whether nothing but one without a number stands between such a word and
    /// the list that the phrase at `at` ends.
    fn is_marked_behind_one(&self, at: usize) -> bool {
        let joined = self.follows(at, Pieces::AND);
        let from = at.saturating_sub(LONGEST_GROUP);
        let mark = (from..at).rfind(|&mark| self.is(mark, Pieces::INCLUDING));
        joined
            && mark.is_some_and(|mark| {
                (mark + 1..at - 1).all(|index| {
                    !self.is(index, Pieces::VERB | Pieces::AND) && !self.has_quantity(index)
                })
            })
    }

    /// "61 of the injured need surgery", "40 were hurt, seven of them badly": a number that says itself what it is taken
    /// out of, where no verb tells another outcome of it.
    fn is_taken_out(&self, at: usize) -> bool {
        let next = self.skip_adverbs(at + 1);
        let harm = self
            .verb_at(next)
            .is_some_and(|verb| matches!(verb.role, Role::Harm(_) | Role::Violence));
        let listed = self.is(next, Pieces::AND | Pieces::COMMA);
        let Some(whole) = self.phrase(at).and_then(|phrase| phrase.whole) else {
            return false;
        };
        // "Seven of the victims were from Orlen"
        let those = matches!(whole, Whole::Those(_))
            || self.carried == Some(Outcome::Killed) && self.has_class(at, Class::Victims);
        !harm && (those && !listed || self.is_apposed(at))
    }

    /// Whether the phrase at `at` stands behind a comma and a figure: "40 were hurt, seven of them".
    fn is_apposed(&self, at: usize) -> bool {
        let comma = self.follows(at, Pieces::COMMA);
        comma
            && self.phrase(at).is_some_and(|phrase| phrase.whole.is_some())
            && self
                .last_counted(at)
                .is_some_and(|index| self.used_for(index).is_some())
    }

    /// The counted people that stand nearest before the chunk at `at`.
    pub(super) fn last_counted(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|&index| {
            self.phrase(index)
                .is_some_and(|phrase| phrase.is_counted_people() && phrase.quantity.is_some())
                || self.used_for(index).is_some()
        })
    }

    /// The part that the phrase at `at` continues as an item of a list.
    fn follows_part(&self, at: usize) -> Option<usize> {
        let mut next = self.before(at)?;
        let start = next;
        while next > 0 && self.is(next, Pieces::AND | Pieces::COMMA | Pieces::ADVERB) {
            next -= 1;
        }
        if next == start {
            return None;
        }
        let from = next.saturating_sub(4);
        (from..=next).rev().find_map(|index| {
            self.used_for(index).filter(|&figure| {
                self.found.figures[figure].part != Part::None
                    && self.found.figures[figure].rule.starts_with("part")
            })
        })
    }

    /// "12 were women": the chunk that names the group which a copula gives to a bare number.
    fn predicate_group(&self, at: usize) -> Option<usize> {
        let phrase = self.phrase(at)?;
        if phrase.head != Head::Bare || phrase.additive {
            return None;
        }
        let mut next = self.skip_adverbs(at + 1);
        if self.is(next, Pieces::DASH) {
            next += 1;
        }
        // "Nine of the 14 people killed there were children"
        if matches!(phrase.whole, Some(Whole::Those(_))) {
            let be = |&index: &usize| {
                self.verb_at(index)
                    .is_some_and(|verb| verb.role == Role::Be)
            };
            next = (next..next + LONGEST_WHOLE).find(be).unwrap_or(next);
        }
        let copula = self.verb_at(next)?;
        if copula.role != Role::Be || copula.negated {
            return None;
        }
        let named = self.skip_adverbs(next + 1);
        let group = self.phrase(named)?;
        let people =
            matches!(group.head, Head::Person | Head::OnePerson) && group.quantity.is_none();
        (people || is_minors(group)).then_some(named)
    }

    /// "Children account for 96 of them", "women made up nine of the dead": the chunk that names the group.
    fn accounts_for(&self, at: usize) -> Option<usize> {
        self.phrase(at)?.whole?;
        let mut before = self.before(at)?;
        if self.is(before, Pieces::PREPOSITION) {
            before = self.before(before)?;
        }
        let cue = |index: usize| self.has_class(index, Class::AccountFor);
        let from = before.saturating_sub(LONGEST_GROUP);
        let verb = (from..=before).rev().find(|&index| cue(index))?;
        (from..verb).rev().find(|&index| {
            self.phrase(index)
                .is_some_and(|phrase| phrase.head == Head::Person && phrase.quantity.is_none())
        })
    }

    /// Adds the phrase at `at` as a part: of what the part `list` belongs to, or else of the nearest figure that fits.
    fn add_part(&mut self, at: usize, list: Option<usize>, predicate: Option<usize>) {
        // "the rest of the 67 were villagers"
        if predicate.is_some() && self.phrase(at).is_some_and(|phrase| self.is_share(phrase)) {
            return;
        }
        let Some((outcome, part)) = self.whole_of(at, list) else {
            return;
        };
        let rule = if predicate.is_some() {
            "part-predicate"
        } else {
            "part"
        };
        let Some(index) = self.add(at, predicate.unwrap_or(at), outcome, rule) else {
            return;
        };
        let status = match part {
            Part::Of(whole) => self.found.figures[whole].status,
            _ => Status::Reported,
        };
        let named = predicate
            .and_then(|named| self.phrase(named))
            .map(|phrase| {
                // "12 were men and women over 60"
                let joint = predicate.is_some_and(|named| {
                    let more = self.phrase(named + 2);
                    self.is(named + 1, Pieces::AND)
                        && more.is_some_and(|more| {
                            more.head == Head::Person && more.quantity.is_none() && !more.definite
                        })
                });
                let group = if is_minors(phrase) {
                    Group::Children
                } else if joint {
                    Group::People
                } else {
                    phrase.group
                };
                (group, phrase.words.clone())
            });
        if let Part::Of(whole) = part {
            self.take_group(index, whole);
        }
        let figure = &mut self.found.figures[index];
        (figure.part, figure.status) = (part, status);
        if let Some((group, words)) = named {
            (figure.group, figure.words, figure.bare) = (group, words, false);
        }
    }

    /// What the part at `at` is taken out of, and what happened to those people.
    fn whole_of(&self, at: usize, list: Option<usize>) -> Option<(Outcome, Part)> {
        if let Some(outcome) = self.leading_those().filter(|_| self.is_of_leading_dead(at)) {
            return Some((outcome, Part::Earlier));
        }
        let told = self.whole_outcome(at);
        let item = list.map(|item| &self.found.figures[item]);
        if let Some(item) = item.filter(|item| told.is_none_or(|told| told == item.outcome)) {
            return Some((item.outcome, item.part));
        }
        if let Some(whole) = self.anchor(at) {
            return Some((self.found.figures[whole].outcome, Part::Of(whole)));
        }
        if self.is_apposed(at)
            && let Some(nearest) = self.figure_before(at)
        {
            return Some((self.found.figures[nearest].outcome, Part::Of(nearest)));
        }
        // "jihadists, including many based abroad" takes nothing out of earlier figures.
        // "The tribe includes several clans": no people.
        if self.is_vague(at) && self.whole_outcome(at).is_none() {
            return None;
        }
        // "They planned to kill 30 guests, many of them clerks": nothing is stated of the guests.
        let pronoun = self.phrase(at)?.whole == Some(Whole::Pronoun);
        let comma = self.follows(at, Pieces::COMMA);
        if pronoun && comma && self.last_counted(at).is_some() {
            return None;
        }
        if let Some(outcome) = self.fate_of_unread(at) {
            return Some((outcome, Part::None));
        }
        if self.is_of_unread(at) || self.is_of_travellers(at) {
            return None;
        }
        let outcome = self
            .whole_outcome(at)
            .or_else(|| self.leading_those())
            .or(self.carried)
            .or_else(|| self.victims_outcome(at))?;
        Some((outcome, Part::Earlier))
    }

    /// "killing all passengers, including 13 children": what a verb tells of people without a number, whom the phrase at
    /// `at` is taken out of.
    fn fate_of_unread(&self, at: usize) -> Option<Outcome> {
        let mark = self
            .before(at)
            .filter(|&mark| self.is(mark, Pieces::INCLUDING))?;
        let people = mark
            .checked_sub(2)
            .filter(|_| self.follows(mark, Pieces::COMMA))?;
        let verb = self.verb_at(people.checked_sub(1)?)?;
        match verb.role {
            Role::Harm(outcome) if verb.form == Form::Gerund && !self.has_quantity(people) => {
                Some(outcome)
            }
            _ => None,
        }
    }

    /// "About 140 migrants, including six children, left", "The crew included three Danes": whether the phrase at `at` is
    /// taken out of people of whom nothing is told.
    fn is_of_unread(&self, at: usize) -> bool {
        let mark =
            (at.saturating_sub(LONGEST_WHOLE)..at).rfind(|&mark| self.is(mark, Pieces::INCLUDING));
        let whole = mark.and_then(|mark| {
            let sign = |&at: &usize| self.is(at, Pieces::COMMA | Pieces::DASH | Pieces::RELATIVE);
            (0..mark).rev().find(|at| !sign(at))
        });
        // Nothing is told of those in a sentence without a word of what happened.
        let silent = !self.classes.has(Class::Trigger);
        // "Seven bullets hit him, including three in the back", "More marches are planned, including one in Orlen"
        let things = self.phrase(0).map_or(self.is(0, Pieces::OTHER), |first| {
            matches!(
                first.head,
                Head::Thing(_) | Head::Bare | Head::Unknown | Head::UnknownPlural
            )
        });
        let bare = (self.phrase(at)).is_some_and(|phrase| phrase.head == Head::Bare);
        if self.found.figures.is_empty() && things && bare && mark.is_some() {
            return true;
        }
        whole.is_some_and(|whole| {
            let unread = |phrase: &Phrase| match phrase.head {
                Head::Person => true,
                // "The 367, including 13 children, reached the port"
                Head::Bare => phrase.definite,
                Head::Unknown | Head::UnknownPlural => silent,
                // "Those at his death included her son"
                Head::Outcome(..) => (within(self.tokens, phrase.span.clone()).last())
                    .and_then(|last| last.entry.noun)
                    .is_some_and(|noun| !noun.plural),
                _ => false,
            };
            // "the crew of a launch, which included two Danes"
            let thing = self.is(at - 2, Pieces::RELATIVE)
                && !self.phrase(whole).is_some_and(Phrase::is_people);
            let unread = thing || self.phrase(whole).is_some_and(unread);
            (unread || self.has_class(whole, Class::Official))
                && !self.has_class(whole, Class::Victims)
                && self.used_for(whole).is_none()
        })
    }

    /// "There were 40 passengers and three crew aboard, among them nine foreigners": whether people were counted before the
    /// phrase at `at` in a sentence without a word of what happened.
    fn is_of_travellers(&self, at: usize) -> bool {
        let silent = !self.classes.has(Class::Trigger) && !self.classes.has(Class::Victims);
        silent
            && self.found.figures.is_empty()
            && self.is_marked_part(at)
            && self.last_counted(at).is_some()
    }

    /// "Most of the victims - 31 - were children": victims without a word of what happened are dead.
    fn victims_outcome(&self, at: usize) -> Option<Outcome> {
        let start = self.start(at);
        any_is(within(self.tokens, ..start), Class::Victims).then_some(Outcome::Killed)
    }

    /// "Of the dead, 14 were men": what the words for the whole that opens the sentence tell.
    fn leading_those(&self) -> Option<Outcome> {
        let opens = self.is_of(0) || self.is(0, Pieces::AMONG);
        match self.phrase(1).filter(|_| opens)?.head {
            Head::Those(outcome) | Head::Outcome(outcome, _) => Some(outcome),
            _ => None,
        }
    }

    /// The outcome that the words for the whole tell: "two of the dead".
    fn whole_outcome(&self, at: usize) -> Option<Outcome> {
        match self.phrase(at)?.whole? {
            Whole::Those(outcome) => Some(outcome),
            Whole::Pronoun => None,
        }
    }

    /// The figure that a part belongs to: the nearest before it that is no part itself, or else the next after it.
    fn anchor(&self, at: usize) -> Option<usize> {
        let wanted = self.whole_outcome(at);
        let fits = |index: &usize| {
            let figure = &self.found.figures[*index];
            matches!(figure.part, Part::None | Part::Earlier)
                && !figure.one
                && wanted.is_none_or(|outcome| {
                    outcome == figure.outcome || figure.outcome == Outcome::Casualties
                })
        };
        let left = (0..at)
            .rev()
            .find_map(|index| self.used_for(index).filter(fits));
        // "Thirteen of the injured are in hospital, two of them": no part of two.
        let own = self.phrase(at).and_then(|phrase| phrase.quantity?.low);
        let larger = |index: &usize| {
            let whole = &self.found.figures[*index].count;
            own.zip(whole.high).is_none_or(|(own, whole)| own <= whole)
        };
        left.or_else(|| {
            wanted.and((at + 1..self.chunks.len()).find_map(|index| {
                self.used_for(index)
                    .filter(|index| fits(index) && larger(index))
            }))
        })
    }

    /// "18 aid workers were kidnapped and 16 of them freed": a bare number is of those that it is taken out of.
    fn take_group(&mut self, index: usize, whole: usize) {
        let group = self.found.figures[whole].group;
        let figure = &mut self.found.figures[index];
        if figure.bare {
            figure.group = group;
        }
    }

    /// A figure that a verb found behind "including", or behind a part: "the toll includes 11 people killed in Orlen", "five
    /// people including a clerk and a chief were killed".
    fn mark_included(&mut self, index: usize, at: usize) {
        let beside = (self.before(at))
            .is_some_and(|and| self.is(and, Pieces::AND) && self.follows(and, Pieces::PHRASE));
        let listed = || {
            self.follows_part(at)
                .is_some_and(|part| self.figure_before(at) == Some(part))
        };
        let included = self.follows(at, Pieces::INCLUDING) || beside && listed();
        let figure = &self.found.figures[index];
        // "Of the wounded, 12 are in a serious condition", "Of those killed, four people died in Orlen"
        let people = (self.phrase(at)).is_some_and(Phrase::is_counted_people);
        if people && self.leading_those() == Some(figure.outcome) && figure.part == Part::None {
            self.found.figures[index].part = Part::Earlier;
            return;
        }
        if !included || figure.part != Part::None || figure.total {
            return;
        }
        let (outcome, count) = (figure.outcome, figure.count.low);
        let part = match self.anchor(at).filter(|&whole| whole != index) {
            Some(whole) if [outcome, Outcome::Casualties].contains(&self.outcome_of(whole)) => {
                Part::Of(whole)
            }
            None if self.carried == Some(outcome) && count.is_some() => Part::Earlier,
            _ => return,
        };
        self.found.figures[index].part = part;
    }

    /// A figure that a verb found and whose number is taken out of others: "two of them were killed".
    fn mark_part(&mut self, index: usize, at: usize, whole: Whole) {
        if self.found.figures[index].part != Part::None {
            return;
        }
        let outcome = self.outcome_of(index);
        // "Thirteen of the injured are in hospital, two of them": themselves taken out of those told before.
        let pronoun = whole == Whole::Pronoun;
        let stands = |other: usize| match self.found.figures[other].part {
            Part::None => true,
            Part::Earlier => pronoun,
            Part::Of(_) => false,
        };
        let left = (0..at).rev().find_map(|chunk| {
            (self.used_for(chunk)).filter(|&other| other != index && stands(other))
        });
        let told = whole == Whole::Those(outcome) || self.carried == Some(outcome);
        if let (Whole::Pronoun, Some(other)) = (whole, left) {
            self.take_group(index, other);
        }
        self.found.figures[index].part = match left {
            Some(other) => {
                let first = self.outcome_of(other);
                if first == outcome || first == Outcome::Casualties {
                    Part::Of(other)
                } else {
                    Part::None
                }
            }
            None if told => {
                let whole = self.anchor(at).filter(|&whole| whole != index);
                whole.map_or(Part::Earlier, Part::Of)
            }
            None => Part::None,
        };
    }
}

/// "under 18": whether an age is told that makes those of it children.
fn is_minors(phrase: &Phrase) -> bool {
    matches!(phrase.head, Head::Bare | Head::Thing(Reason::Age))
        && phrase.quantity.is_some_and(|age| {
            age.qualifier == Qualifier::FewerThan && age.high.is_some_and(|age| age <= ADULT)
        })
}
