//! People told of by a predicate or an adjective: "among the dead were 16 children", "20 wounded students".

use super::{Linker, Part};
use crate::extract::chunk::Pieces;
use crate::extract::lexicon::{Class, OutcomeNounKind};
use crate::extract::outcome::{Form, Role};
use crate::extract::victim::{Head, Phrase};
use crate::model::{Group, Outcome};

/// The most chunks of a clause between a victim and the verb.
const LONGEST_CLAUSE: usize = 8;

impl Linker<'_> {
    /// "Three soldiers were among the wounded", "Among the dead were 16 children", "the dead included five nurses".
    pub(super) fn predicates(&mut self) {
        for at in 0..self.chunks.len() {
            let told = self.phrase(at).and_then(|phrase| {
                (self.those(at, phrase)).or_else(|| self.group_among(at, phrase))
            });
            let Some(outcome) = told else {
                continue;
            };
            let whole = self.used_for(at).map_or(Part::Earlier, Part::Of);
            // "put the dead at 40": all of them.
            let all = self.is_put_at(at) || self.has_class(at + 1, Class::Numbered);
            for item in self.people_told_of(at) {
                if let Some(index) = self.add(item, at, outcome, "among-the-dead") {
                    let figure = &mut self.found.figures[index];
                    (figure.part, figure.total) = if all {
                        (Part::None, true)
                    } else {
                        (whole, false)
                    };
                    self.lend_group(index, at);
                }
            }
        }
    }

    /// The people whom a sentence counts among those at `at`.
    fn people_told_of(&self, at: usize) -> Vec<usize> {
        let mut next = self.skip_adverbs(at + 1);
        // "The 19 dead included the pilot"
        if self.is_adjective(next) && self.is(next + 1, Pieces::INCLUDING) {
            next += 1;
        }
        // "Among those killed in Tarn were two nurses"
        let named = self
            .phrase(next + 1)
            .is_some_and(|place| place.head == Head::Name);
        if named && self.is(next, Pieces::PREPOSITION) && self.follows(at, Pieces::AMONG) {
            next = self.skip_adverbs(next + 2);
        }
        let copula = self
            .verb_at(next)
            .is_some_and(|verb| verb.role == Role::Be && !verb.negated);
        // "One in three of the dead was a child": a share of them.
        let share = self.before(at).is_some_and(|of| {
            let ratio = |whole: &Phrase| matches!(whole.head, Head::Thing(_));
            self.is_of(of) && of > 0 && self.phrase(of - 1).is_some_and(ratio)
        });
        if share {
            return Vec::new();
        }
        let among = self.before(at).is_some_and(|before| {
            self.is(before, Pieces::AMONG) || self.has_class(before, Class::Of)
        });
        if self.is_put_at(at) {
            vec![at + 2]
        } else if let Some(verb) =
            (at + 1..at + 3).find(|&verb| self.has_class(verb, Class::Numbered))
        {
            self.list_right(verb + 1)
        } else if self.is(next, Pieces::COMMA | Pieces::DASH) && self.opens(at) {
            self.apposed_to_dead(next)
        } else if copula || self.is(next, Pieces::INCLUDING) {
            let mut told = self.list_right(self.skip_adverbs(next + 1));
            // "Most of the dead were under 18": an age.
            let age = |&item: &usize| {
                copula
                    && self
                        .phrase(item)
                        .is_some_and(|phrase| phrase.head == Head::Bare)
            };
            let inverted = self.follows(at, Pieces::AMONG);
            told.retain(|item| inverted || !age(item));
            told
        } else if among {
            self.people_before_among(at)
        } else {
            Vec::new()
        }
    }

    /// "civilian deaths reached 745": gives a bare number the group of the noun at `at`.
    pub(super) fn lend_group(&mut self, index: usize, at: usize) {
        let group = self.phrase(at).map_or(Group::People, |phrase| phrase.group);
        let figure = &mut self.found.figures[index];
        if figure.bare && group != Group::People {
            (figure.group, figure.bare) = (group, false);
        }
    }

    /// Whether nothing but an article of its own stands before the chunk at `at`.
    fn opens(&self, at: usize) -> bool {
        (0..at).all(|before| self.is(before, Pieces::ADVERB))
    }

    /// "The dead, nine men and two women, were buried": the people between the sign at `open` and the next of its kind.
    fn apposed_to_dead(&self, open: usize) -> Vec<usize> {
        let list = self.list_right(self.skip_adverbs(open + 1));
        let closed = list.last().is_some_and(|&last| {
            let named = (self.phrase(last)).is_some_and(|phrase| phrase.head == Head::Person);
            named && self.is(last + 1, Pieces::COMMA | Pieces::DASH)
        });
        if closed { list } else { Vec::new() }
    }

    /// "put the dead at 40": whether the bare number after "at" counts those before it.
    fn is_put_at(&self, at: usize) -> bool {
        let bare = self
            .phrase(at + 2)
            .is_some_and(|phrase| phrase.head == Head::Bare);
        let preposition = self
            .chunks
            .get(at + 1)
            .and_then(|chunk| self.tokens.get(chunk.span.start));
        bare && preposition.is_some_and(|token| token.is(Class::At))
    }

    /// The outcome of a phrase that stands for those to whom it happened: "the dead", "the 40 dead", "the victims".
    fn those(&self, at: usize, phrase: &Phrase) -> Option<Outcome> {
        let told = match phrase.head {
            Head::Those(outcome) => Some(outcome),
            Head::Outcome(outcome, kind) => {
                let uncounted = phrase.quantity.is_none() && !phrase.zero;
                (kind != OutcomeNounKind::Case && uncounted).then_some(outcome)
            }
            Head::Bare if phrase.definite || self.follows(at, Pieces::AMONG) => self
                .used_for(at)
                .map(|index| self.found.figures[index].outcome),
            // "Among them were 21 pupils"
            Head::Pronoun if at == 1 && self.follows(at, Pieces::AMONG) => self.carried,
            _ => None,
        };
        told.or_else(|| self.those_to_whom(at, phrase))
            .or_else(|| self.victims_told_of(at, phrase))
    }

    /// "among 11 people killed", "The victims were nine men": people of whom the sentence has told it, and victims, who are
    /// dead where nothing else was told.
    fn victims_told_of(&self, at: usize, phrase: &Phrase) -> Option<Outcome> {
        if phrase.head != Head::Person {
            return None;
        }
        let counted = || {
            self.used_for(at)
                .filter(|_| self.follows(at, Pieces::AMONG))
        };
        let victims = phrase.definite
            && phrase.quantity.is_none()
            && self.has_class(at, Class::Victims)
            && self.found.figures.is_empty()
            && self.carried.is_none_or(|told| told == Outcome::Killed);
        (counted().map(|index| self.outcome_of(index))).or(victims.then_some(Outcome::Killed))
    }

    /// "those killed", "the civilians killed".
    fn those_to_whom(&self, at: usize, phrase: &Phrase) -> Option<Outcome> {
        let verb = self.verb_at(at + 1)?;
        let follows = matches!(verb.form, Form::Adjective | Form::PastOrParticiple);
        let people = match phrase.head {
            Head::Pronoun => true,
            Head::Person => phrase.quantity.is_none() && self.follows(at, Pieces::AMONG),
            _ => false,
        };
        match verb.role {
            Role::Harm(outcome) if people && phrase.definite && follows => Some(outcome),
            _ => None,
        }
    }

    /// "Among the civilians were 39 children": of a group that was spoken of before.
    fn group_among(&self, at: usize, phrase: &Phrase) -> Option<Outcome> {
        // "among the passengers" says nothing of them.
        let group = phrase.head == Head::Person
            && phrase.definite
            && phrase.quantity.is_none()
            && phrase.group != Group::People;
        (group && self.follows(at, Pieces::AMONG))
            .then_some(self.carried)
            .flatten()
    }

    /// "Nine members of one family, including five children": those whom the phrase at `people` is a part or a kind of.
    fn whole_of_listed(&self, people: usize) -> usize {
        let near = people.saturating_sub(LONGEST_CLAUSE)..people;
        let including = near.into_iter().rfind(|&at| self.is(at, Pieces::INCLUDING));
        let whole = including
            .and_then(|at| self.last_counted(at))
            .unwrap_or(people);
        let counted = |&group: &usize| {
            let phrase = self.phrase(group);
            phrase.is_some_and(Phrase::is_counted_people) && self.is_free(group)
        };
        let of = whole.checked_sub(2).filter(|_| self.is_of(whole - 1));
        of.filter(counted).unwrap_or(whole)
    }

    /// "Three soldiers were among the wounded": the people before the copula.
    fn people_before_among(&self, at: usize) -> Vec<usize> {
        let Some(among) = self.before(at) else {
            return Vec::new();
        };
        // "There were 15 children among the dead."
        let there = among.checked_sub(1).filter(|&people| {
            let be = self.before(people).and_then(|be| self.verb_at(be));
            let counted = self
                .phrase(people)
                .is_some_and(|phrase| phrase.is_counted_people() && phrase.quantity.is_some());
            counted
                && self.is_free(people)
                && be.is_some_and(|be| be.role == Role::Be && !be.negated)
        });
        // "Blast kills nine; two soldiers among the dead"
        let opens = among.checked_sub(1).filter(|&people| {
            let clause = self.before(people).is_none_or(|before| {
                self.is(
                    before,
                    Pieces::COMMA | Pieces::SEMICOLON | Pieces::COLON | Pieces::DASH | Pieces::AND,
                ) || self.has_class(before, Class::With)
            });
            clause
                && self.is_free(people)
                && self.has_quantity(people)
                && self
                    .phrase(people)
                    .is_some_and(|phrase| phrase.head == Head::Person)
        });
        if let Some(people) = there.or(opens) {
            return vec![people];
        }
        let Some(be) = among.checked_sub(1).filter(|&index| {
            self.verb_at(index)
                .is_some_and(|verb| verb.role == Role::Be)
        }) else {
            return Vec::new();
        };
        let head = (0..be).rev().take(8).find(|&index| {
            // "Its driver, who was 27, is among the dead"
            let own =
                |phrase: &Phrase| phrase.head == Head::Name && self.has_class(index, Class::Own);
            self.phrase(index).is_some_and(|phrase| {
                (phrase.is_counted_people() || own(phrase)) && self.is_free(index)
            })
        });
        // "A nurse who was married to a local man is among the victims"
        let relative = head.and_then(|head| {
            (head.saturating_sub(LONGEST_CLAUSE)..head).rfind(|&at| self.is(at, Pieces::RELATIVE))
        });
        let told = relative
            .and_then(|relative| self.before(relative))
            .filter(|&told| {
                let counted = |phrase: &Phrase| phrase.is_counted_people();
                let says = |at| {
                    (self.verb_at(at)).is_some_and(|verb| matches!(verb.role, Role::Report(_)))
                };
                self.phrase(told).is_some_and(counted)
                    && self.is_free(told)
                    && !(told..be).any(says)
            });
        let head = told.or(head).map(|people| self.whole_of_listed(people));
        // "Mayor Imre Dost, who ran the town, was among the dead"
        let named = || {
            let name = |index: &usize| {
                let person =
                    |phrase: &Phrase| phrase.head == Head::Name && self.is_person_name(phrase);
                self.phrase(*index).is_some_and(person) && self.is_free(*index)
            };
            self.subject_head(be).filter(name)
        };
        let Some(head) = head.or_else(named) else {
            return Vec::new();
        };
        let mut list = vec![head];
        while let Some(&last) = list.last()
            && let Some(previous) = self.previous_item(last)
        {
            // "A local journalist, Imre Dost, and two clerks": one person.
            if self.is_apposition(previous, last) {
                list.pop();
            }
            list.push(previous);
        }
        list.reverse();
        list
    }

    /// "20 wounded students", and nouns that say themselves what happened: "18 hostages".
    pub(super) fn attributes(&mut self) {
        for next in 0..self.countable.len() {
            let at = self.countable[next];
            let Some(phrase) = self.phrase(at).filter(|phrase| {
                phrase.is_counted_people() && phrase.quantity.is_some() && self.is_free(at)
            }) else {
                continue;
            };
            let one_of = phrase.quantity.is_some_and(|quantity| quantity.is_one())
                && self.has_class(at, Class::Of);
            let gone = phrase.outcome.is_none() && self.comes_free(at);
            // "to move many of the affected residents": a share of them.
            let share = phrase.outcome == Some(Outcome::Affected)
                && self.is_vague(at)
                && self.has_class(at, Class::Of)
                && self.has_class(at, Class::Determiner);
            // "would free seven hostages": they are held.
            let freed = |verb: usize| {
                (self.verb_at(verb)).is_some_and(|verb| verb.role == Role::Harm(Outcome::Released))
            };
            let unreal = self.noun_mood(at).is_some() && !self.before(at).is_some_and(freed);
            if one_of || share || gone || unreal {
                continue;
            }
            if let Some(outcome) = phrase.outcome {
                self.add(at, at, outcome, "attribute");
            } else if let Some(outcome) = self.outcome_of_noun(phrase)
                && let Some(index) = self.add(at, at, outcome, "outcome-noun")
            {
                // "5,000 refugees crossed": the noun tells what happened, and no group.
                self.found.figures[index].group = Group::People;
            }
        }
    }

    /// What happened to people who are called by it: "hostages".
    fn outcome_of_noun(&self, phrase: &Phrase) -> Option<Outcome> {
        let last = self.tokens.get(phrase.words.clone())?.last()?;
        let noun = last.entry.noun?;
        (noun.kind == OutcomeNounKind::Person).then_some(noun.outcome)
    }
}
