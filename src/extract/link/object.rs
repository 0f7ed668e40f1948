//! To the right of a verb: its object, and the list that it starts.

use super::Linker;
use crate::extract::chunk::Pieces;
use crate::extract::lexicon::{Class, Frame};
use crate::extract::outcome::{Form, Role, VerbGroup};
use crate::extract::text::{Case, Kind, Token, token_at, within};
use crate::extract::victim::{Head, Phrase};
use crate::model::{Outcome, Reason};

/// The most words that describe an office before its name.
const MOST_BEFORE_NAME: usize = 4;

/// The most items of a list that are looked at for the "and" before its last.
const LONGEST_LIST: usize = 8;

/// The most chunks of "most of them members of the guard" between commas.
const LONGEST_SHARE: usize = 10;

impl Linker<'_> {
    /// Whether what follows a verb is its object, counted or not.
    pub(super) fn has_object(&self, at: usize) -> bool {
        let mut next = self.skip_adverbs(at + 1);
        if self.is(next, Pieces::AND)
            && self.verb_at(next + 1).is_some_and(|verb| {
                matches!(verb.role, Role::Harm(_)) && verb.form == Form::PastOrParticiple
            })
        {
            next = self.skip_adverbs(next + 2);
        }
        next = self.behind_office(next);
        let Some(phrase) = self.phrase(next) else {
            // "killed this week", "killed the next day"
            let start = self.chunks.get(next).map_or(0, |chunk| chunk.span.start);
            return (self.has_class(next, Class::Determiner)
                || self.has_class(next, Class::Indefinite))
                && !(start + 1..start + 3).any(|at| self.token_is(at, Class::Time));
        };
        match phrase.head {
            Head::Thing(reason) => {
                phrase.quantity.is_none_or(|_| reason == Reason::Things)
                    && !matches!(
                        reason,
                        Reason::Duration
                            | Reason::Date
                            | Reason::Year
                            | Reason::Time
                            | Reason::Measure
                            | Reason::Fraction
                    )
            }
            Head::Name => !self.starts_date(next),
            Head::Unknown
            | Head::UnknownPlural
            | Head::Person
            | Head::OnePerson
            | Head::Pronoun
            | Head::Those(_) => true,
            Head::Bare => !self.is_subject_of_next(next),
            Head::Outcome(..) => phrase.quantity.is_some() && !self.is_subject_of_next(next),
        }
    }

    fn starts_date(&self, at: usize) -> bool {
        self.has_class(at, Class::Weekday) || self.has_class(at, Class::MonthName)
    }

    /// Whether a verb after the phrase at `at` takes it as its subject.
    pub(super) fn is_subject_of_next(&self, at: usize) -> bool {
        let mut next = self.skip_adverbs(at + 1);
        while self.is(next, Pieces::PREPOSITION) {
            next = self.skip_adverbs(next + 1);
            // "killed 52 with 90 injured": the second number has the verb.
            if self.has_quantity(next) {
                return false;
            }
            while self.phrase(next).is_some() || self.is(next, Pieces::OTHER) {
                next = self.skip_adverbs(next + 1);
            }
        }
        self.verb_at(next).is_some_and(|verb| match verb.role {
            Role::Harm(_) => match verb.form {
                Form::Passive | Form::Adjective => true,
                Form::PastOrParticiple => verb.frame != Frame::Object || !self.has_object(next),
                Form::Active => verb.frame != Frame::Object,
                Form::Gerund | Form::Infinitive => false,
            },
            Role::Be | Role::Leave | Role::Lose => true,
            Role::Report(_) => true,
            Role::Violence => false,
        })
    }

    pub(super) fn object_or_of(&self, at: usize) -> Vec<usize> {
        if self.is_of(at + 1) {
            return self.list_right(at + 2);
        }
        self.object(at)
    }

    /// The victims right after a verb: counted people with the list that they start, one person named, or the people
    /// that a pronoun stands for.
    pub(super) fn object(&self, at: usize) -> Vec<usize> {
        let mut next = self.skip_adverbs(at + 1);
        // "killed or wounded 30": the object stands after the second verb.
        if self.is(next, Pieces::AND)
            && self
                .verb_at(next + 1)
                .is_some_and(|verb| matches!(verb.role, Role::Harm(_)))
        {
            next = self.skip_adverbs(next + 2);
        }
        if self.is(next, Pieces::COLON) {
            // "Plant shooting: Woman charged": a story's label.
            if self
                .verb_at(at)
                .is_some_and(|verb| verb.form == Form::Gerund)
            {
                return Vec::new();
            }
            next += 1;
        }
        next = self.behind_office(next);
        let pronoun = self
            .phrase(next)
            .is_some_and(|phrase| phrase.head == Head::Pronoun);
        if !pronoun {
            return self.list_right(next);
        }
        // "died of wounds he had": the subject of another clause.
        if self.has_class(next, Class::SubjectPronoun) {
            return Vec::new();
        }
        let one = self.has_class(next, Class::OnePronoun);
        let people = if one { next } else { self.antecedent(next) };
        let mut victims = if one || people != next {
            vec![people]
        } else {
            Vec::new()
        };
        // "killing themselves and ten others"; "killed himself and ten were hurt" tells of them otherwise.
        let others = (self.next_item(next)).filter(|&item| !self.is_subject_of_next(item));
        let others = others.map_or(Vec::new(), |item| self.list_right(item));
        if others.is_empty() && self.has_class(next, Class::Reflexive) {
            return Vec::new();
        }
        victims.extend(others);
        victims
    }

    /// Whether the phrase at `at` is one person without an article, by whom he or she belongs to: "the mayor's wife".
    pub(super) fn is_owned_one(&self, at: usize) -> bool {
        self.phrase(at).is_some_and(|phrase| {
            phrase.head == Head::Name && phrase.definite && phrase.span == phrase.words
        })
    }

    /// The name behind the word at `at` that only says whose office or force its title is of: "police Major Dost",
    /// "mayoral candidate Dost", "former General Dost", "the former prime minister Dost", "Orlen's former mayor Dost".
    fn behind_office(&self, at: usize) -> usize {
        let possessive = (self.chunks.get(at + 1))
            .is_some_and(|joint| token_at(self.tokens, joint.span.start).kind == Kind::Possessive);
        if possessive && self.is_owned_one(at + 2) {
            return at + 2;
        }
        let small = |at: usize| {
            let span = self.span(at);
            within(self.tokens, span)
                .iter()
                .all(|token| token.case == Case::Lower)
        };
        let describes = |at: usize| {
            let person = |phrase: &Phrase| phrase.head == Head::Person && phrase.quantity.is_none();
            (self.is(at, Pieces::OTHER) || self.phrase(at).is_some_and(person)) && small(at)
        };
        let titled = |at: usize| {
            self.phrase(at).is_some_and(|phrase| {
                let words = within(self.tokens, phrase.words.clone());
                let title =
                    |token: &Token| token.entry.person.is_some_and(|person| person.singular);
                phrase.head == Head::Name && words.len() > 1 && words.iter().any(title)
            })
        };
        let from = at + 2 * usize::from(possessive);
        let name = (from..from + MOST_BEFORE_NAME).find(|&next| !describes(next));
        name.filter(|&name| name > from && titled(name))
            .unwrap_or(at)
    }

    /// A list of people that starts at `at`: counted ones, and single ones described or named.
    pub(super) fn list_right(&self, at: usize) -> Vec<usize> {
        self.list(at, false)
    }

    /// The same behind "of": "the bodies of two men and three women were found" tells of the bodies.
    pub(super) fn list_of_noun(&self, at: usize) -> Vec<usize> {
        self.list(at, true)
    }

    fn list(&self, at: usize, of_noun: bool) -> Vec<usize> {
        let copula = |at: usize| {
            let verb = self.verb_at(self.skip_adverbs(at + 1));
            verb.is_some_and(|verb| verb.role == Role::Be)
        };
        let has_verb = |at: usize| self.is_subject_of_next(at) && !(of_noun && copula(at));
        // "killed the governor and a bomber killed nine": who did that is none of them.
        let acts = |at: usize| {
            let verb = self.skip_adverbs(at + 1);
            let harms = |verb: &VerbGroup| {
                matches!(verb.role, Role::Harm(_))
                    && verb.frame != Frame::Subject
                    && verb.form != Form::Passive
            };
            self.verb_at(verb).is_some_and(harms) && self.has_object(verb)
        };
        let mut list = Vec::new();
        let mut next = at;
        let mut first = true;
        let mut ended = false;
        while let Some(phrase) = self.phrase(next) {
            let counted = phrase.is_counted_people() && (phrase.whole.is_none() || first);
            let named = matches!(phrase.head, Head::Person | Head::Name)
                || first && self.leads_to_people(next);
            if !counted && !named || !first && (has_verb(next) || acts(next) || !self.is_free(next))
            {
                break;
            }
            let item = first || phrase.head != Head::Bare || phrase.additive;
            // "President Dost, President of the state and President of the front"
            let office = !first && !phrase.definite && phrase.words.len() == 1;
            let person = phrase.head == Head::Name
                && self.is_person_name(phrase)
                && !self.starts_date(next)
                && !office;
            let apposed = list
                .last()
                .is_some_and(|&last| self.is_apposition(last, next));
            let buried = |figure: usize| self.outcome_of(figure) == Outcome::Buried;
            let told = self.is_shot(next) || self.used_for(next).is_some_and(buried);
            let open = self.is_free(next) || first && told;
            if (counted && item || person) && !apposed && open {
                list.push(next);
            }
            first = false;
            let Some(after) = self
                .next_item(next)
                .filter(|&after| self.goes_on(next, after))
            else {
                break;
            };
            if self.is_one_of_two(after) {
                break;
            }
            // "the secretary and a friend, a citizen of Orm": "and" stood before the last.
            let joined = (next + 1..after).any(|index| self.is(index, Pieces::AND));
            if ended && !joined && !self.has_quantity(after) {
                break;
            }
            (next, ended) = (after, ended || joined);
        }
        list
    }

    /// "killed two nuns, one German and the other Greek": whether the one at `at` is told apart from "the other".
    fn is_one_of_two(&self, at: usize) -> bool {
        let one = self.phrase(at).and_then(|phrase| phrase.quantity);
        let start = self.end(at);
        let other = (start + 1..start + LONGEST_LIST).find(|&at| self.token_is(at, Class::Other));
        one.is_some_and(|one| one.is_one())
            && self.is(at + 1, Pieces::AND)
            && other.is_some_and(|other| self.token_is(other - 1, Class::Determiner))
    }

    /// "the vessel's owner and two officials": whether one without a number is joined to counted people.
    fn leads_to_people(&self, at: usize) -> bool {
        let one = self.phrase(at).is_some_and(|phrase| {
            phrase.quantity.is_none() && matches!(phrase.head, Head::Unknown | Head::OnePerson)
        });
        let and = self.skip_adverbs(at + 1);
        let people = self
            .phrase(and + 1)
            .is_some_and(|phrase| phrase.head == Head::Person && phrase.quantity.is_some());
        one && people && self.is(and, Pieces::AND) && !self.is_subject_of_next(and + 1)
    }

    /// Whether the phrase at `right` goes on with the list that the one at `left` belongs to. One person behind a comma
    /// alone does where "and" follows; else that is who says so: "injured 14 others, a rights group said".
    fn goes_on(&self, left: usize, right: usize) -> bool {
        let joined =
            |left: usize, right: usize| (left + 1..right).any(|index| self.is(index, Pieces::AND));
        let single = |at: usize| {
            self.phrase(at)
                .is_some_and(|phrase| matches!(phrase.head, Head::OnePerson | Head::Name))
        };
        let mut last = (left, right);
        for _ in 0..LONGEST_LIST {
            let speaks = || self.is_subject_of_next(last.1) || self.is_speaker(last.1);
            if !single(last.1) {
                // "killed nine people, two worshippers dragged from a mosque"
                let told =
                    self.is(right + 1, Pieces::OTHER) && self.is(right + 2, Pieces::PREPOSITION);
                if last.1 == right && told && !joined(left, right) {
                    return false;
                }
                return self.phrase(last.1).is_some() && (last.1 == right || !speaks());
            }
            if joined(last.0, last.1) {
                return last.0 == left || !speaks();
            }
            match self.next_item(last.1) {
                Some(next) => last = (last.1, next),
                None => return !self.has_quantity(left),
            }
        }
        false
    }

    /// "a medic and a police source said": whether the words at `at` and the small ones behind them have a verb of saying.
    fn is_speaker(&self, at: usize) -> bool {
        let verb = (at + 1..at + 4).find(|&next| !self.is(next, Pieces::OTHER));
        verb.and_then(|verb| self.verb_at(verb))
            .is_some_and(|verb| matches!(verb.role, Role::Report(_)))
    }

    /// "Imre Dost, a translator": two phrases for one person, parted by a comma alone.
    pub(super) fn is_apposition(&self, left: usize, right: usize) -> bool {
        let head = |at: usize| self.phrase(at).map(|phrase| phrase.head);
        let one_of = |at: usize| {
            let quantity = self.phrase(at).and_then(|phrase| phrase.quantity);
            quantity.is_some_and(|quantity| quantity.is_one()) && self.has_class(at, Class::Of)
        };
        let one = |at: usize| matches!(head(at), Some(Head::OnePerson | Head::Name)) || one_of(at);
        // "a clerk, his wife", "Ana Rell, 34, Tom Verin, 28": two.
        if self.has_class(right, Class::Own)
            || self.is_named_person(left) && self.is_named_person(right)
        {
            return false;
        }
        // "the pilot, the co-pilot and 17 passengers"
        let described = |at: usize| {
            let definite = self.phrase(at).is_some_and(|phrase| phrase.definite);
            definite && token_at(self.tokens, self.end(at) - 1).case == Case::Lower
        };
        if described(left) && described(right) {
            return false;
        }
        let comma = (left + 1..right).all(|index| !self.is(index, Pieces::AND));
        one(left)
            && one(right)
            && comma
            && (head(left) == Some(Head::Name) || head(right) == Some(Head::Name))
    }

    /// Where the list goes on behind ages between commas: "Imre Dost, 34, and", "two sons, aged 3 and 6, and".
    fn behind_ages(&self, comma: usize) -> usize {
        let mut next = comma + 1;
        while self.is_age(next)
            || next > comma + 1
                && self.is(next, Pieces::AND | Pieces::COMMA)
                && self.is_age(next + 1)
            || self.has_class(next, Class::Aged) && self.is(next, Pieces::OTHER)
        {
            next += 1;
        }
        let opens = self.is(comma, Pieces::COMMA);
        if opens && next > comma + 1 {
            next
        } else {
            comma
        }
    }

    /// The chunk after a comma or "and" that follows the phrase at `at` and what hangs on it.
    pub(super) fn next_item(&self, at: usize) -> Option<usize> {
        let mut next = self.skip_adverbs(at + 1);
        let mut hops = 0;
        while self.is(next, Pieces::PREPOSITION) && hops < 4 {
            next = self.skip_adverbs(next + 1);
            while self.phrase(next).is_some() || self.is(next, Pieces::OTHER) {
                next += 1;
            }
            // "the mayor of Orlen (Sarn Department) and his guard"
            if self.is(next, Pieces::OPEN) && self.is(next + 2, Pieces::CLOSE) {
                next += 3;
            }
            hops += 1;
        }
        next = self.behind_ages(next);
        // "11 soldiers, most of them guards, and four civilians"
        if self.is(next, Pieces::COMMA) && self.has_class(next + 1, Class::Share) {
            let closes = |&at: &usize| self.is(at, Pieces::COMMA) && self.is(at + 1, Pieces::AND);
            next = (next + 2..next + LONGEST_SHARE)
                .find(closes)
                .unwrap_or(next);
        }
        let start = next;
        while self.is(next, Pieces::COMMA | Pieces::AND | Pieces::ADVERB) {
            next += 1;
        }
        (next > start && self.phrase(next).is_some()).then_some(next)
    }
}
