//! Whether a phrase that stands where a victim would is one.

use super::{Linker, RULE_SHOT, is_fate};
use crate::extract::chunk::Pieces;
use crate::extract::lexicon::{
    Class, Classes, Forms, Frame, NumberKind, Shape, has_shape, look_up_printed, seen,
};
use crate::extract::outcome::{Form, Role, VerbGroup};
use crate::extract::text::{Case, Kind, Token, any_is, is_space, token_at, within};
use crate::extract::victim::{Head, Phrase};
use crate::letters::{is_capital, is_letter};
use crate::model::{Outcome, Qualifier};
use std::borrow::Cow;

/// The most bytes from a name to the longer one whose last word it is.
const LONGEST_MEMORY: usize = 1000;

/// The most words between "of" and a number: "a third of the village's 400 residents".
const LONGEST_OWNER: usize = 5;

impl Linker<'_> {
    /// Whether "lost" speaks of the dead: people counted as people, or a bare number that a place lost.
    pub(super) fn is_lost_by_side(&self, victim: usize, at: usize) -> bool {
        let Some(phrase) = self.phrase(victim) else {
            return false;
        };
        let exact = phrase
            .quantity
            .is_some_and(|quantity| quantity.qualifier != Qualifier::Vague);
        let sport = self.has_class(victim, Class::Sport) || self.has_class(victim, Class::Both);
        let start = self.start(at);
        let place = any_is(within(self.tokens, ..start), Class::PlaceWord);
        // "lost his mother and two sisters"
        let kin = self.has_class(victim, Class::Kin)
            && self.has_class(victim, Class::OneOwner)
            && !self.token_is(self.end(victim), Class::Possessive)
            && phrase.head == Head::OnePerson;
        kin || exact
            && !sport
            && (phrase.head == Head::Person || phrase.head == Head::Bare && place)
    }

    /// Whether the phrase at `item` can be a victim of the verb at `verb`: counted people, or one person described or
    /// named as the subject of a verb that tells a person's fate. `several` = it is one of a list, which takes a plural
    /// verb.
    pub(super) fn is_victim(&self, item: usize, verb: usize, several: bool) -> bool {
        let Some(phrase) = self.phrase(item) else {
            return false;
        };
        let group = self.verb_at(verb).copied();
        let dies = group.is_some_and(|group| {
            group.role == Role::Harm(Outcome::Killed) && group.frame == Frame::Subject
        });
        let used = self.used_for(item).map(|index| &self.found.figures[index]);
        let shot = used.is_some_and(|figure| figure.rule == RULE_SHOT);
        // "buried six pupils killed in the clashes"
        let killed = group.is_some_and(|group| group.role == Role::Harm(Outcome::Killed));
        let wounded = used.is_some_and(|figure| {
            dies && figure.outcome == Outcome::Injured
                || killed && figure.outcome == Outcome::Buried
        });
        let adjective = group.is_some_and(|group| group.form == Form::Adjective);
        // "shot five and two were killed": those of another verb.
        let taken = shot && several && !adjective;
        if !self.is_free(item) && !shot && !wounded || taken {
            return false;
        }
        let fate = group
            .is_some_and(|group| matches!(group.role, Role::Harm(outcome) if is_fate(outcome)));
        let dead = phrase.outcome == Some(Outcome::Killed);
        if dead
            && group.is_some_and(
                |group| matches!(group.role, Role::Harm(outcome) if outcome != Outcome::Killed),
            )
        {
            return false;
        }
        let one = phrase.quantity.is_none() && !phrase.zero;
        // "The man who had hidden two bombers was jailed": one was, not two.
        let number = phrase.quantity.filter(|quantity| {
            phrase.head == Head::Person
                && quantity.number == phrase.span.start
                && !quantity.is_one()
                && !quantity.fraction
                // "A couple was killed"
                && !matches!(
                    token_at(self.tokens, quantity.number).entry.number,
                    Some((NumberKind::Couple, _))
                )
        });
        if number.is_some() && !several && self.singular_verb(verb) {
            return false;
        }
        if phrase.is_counted_people() {
            // "A third of the 90 killed were children": all of the 90 were.
            let told_of_all = group.is_some_and(|group| {
                let participle =
                    group.form == Form::PastOrParticiple && group.frame != Frame::Subject;
                (participle || group.form == Form::Adjective) && !self.has_copula(verb)
            });
            return (fate || !one || several) && (told_of_all || !self.is_share(phrase));
        }
        match phrase.head {
            Head::Name => {
                fate && (!adjective || shot || self.has_copula(verb))
                    && (several || !self.plural_verb(verb))
                    && self.is_person_name(phrase)
                    && !self.names_one_told(item)
            }
            Head::Pronoun => {
                fate && (!adjective || shot || self.has_copula(verb))
                    && self.has_class(item, Class::OnePronoun)
            }
            _ => false,
        }
    }

    /// Whether the phrase at `at` has a place in an order: "a fourth patient".
    fn is_in_order(&self, at: usize) -> bool {
        (within(self.tokens, self.span(at)).iter())
            .any(|token| matches!(token.entry.number, Some((NumberKind::Ordinal, _))))
    }

    /// Whether the sentence has words for a running total.
    fn tells_total(&self) -> bool {
        (0..self.chunks.len()).any(|at| self.is(at, Pieces::TOLL | Pieces::TOTAL))
    }

    /// "a third of the 90 passengers": whether a share of the people of a phrase is spoken of, and not their number.
    pub(super) fn is_share(&self, phrase: &Phrase) -> bool {
        let start = phrase.span.start;
        let near = start.saturating_sub(LONGEST_OWNER)..start;
        let of = near.rev().find(|&at| self.token_is(at, Class::Of));
        of.is_some_and(|of| {
            let between = within(self.tokens, of + 1..start);
            let owned = between
                .iter()
                .all(|token| matches!(token.kind, Kind::Word | Kind::Possessive));
            // "in the first half of the year 1,207 civilians were killed"
            let first = of.checked_sub(2).is_some_and(|before| {
                let number = token_at(self.tokens, before).entry.number;
                matches!(number, Some((NumberKind::Ordinal, _)))
            });
            owned && of > 0 && self.token_is(of - 1, Class::Share) && !first
        })
    }

    /// "a ruler, Imre Dost, was shot and killed": whether the name at `at` is of one person counted right before it.
    fn names_one_told(&self, at: usize) -> bool {
        at >= 2
            && self
                .used_for(at - 2)
                .is_some_and(|index| self.found.figures[index].one)
            && self.is_apposition(at - 2, at)
    }

    /// Whether a victim found by position is one: a single person only where the verb tells a fate in so many words, a
    /// shooting without an auxiliary only of people that open their clause. `listed` = beside people with a number.
    pub(super) fn is_plausible(
        &self,
        victim: usize,
        at: usize,
        verb: &VerbGroup,
        outcome: Outcome,
        listed: bool,
    ) -> bool {
        let Some(phrase) = self.phrase(victim) else {
            return false;
        };
        // "buried two bunkhouses", "captured two hills": things that no table has.
        let taken = matches!(
            outcome,
            Outcome::Buried
                | Outcome::Trapped
                | Outcome::Detained
                | Outcome::Released
                | Outcome::Rescued
        );
        let main = token_at(self.tokens, verb.main).entry.verb;
        let people = main.is_some_and(|sense| sense.people);
        if taken && !people && phrase.head == Head::UnknownPlural {
            return false;
        }
        // "Two yachts were blown up", "blew up a passenger train"
        let people = phrase.head == Head::Person && self.has_quantity(victim);
        if self.token_is(verb.main, Class::Armed) && !people {
            return false;
        }
        // "Two of the suitcases were missing", but "12 kayakers"
        if outcome == Outcome::Missing && phrase.head == Head::UnknownPlural {
            let last = token_at(self.tokens, phrase.span.end - 1);
            let printed = last.text(self.text).trim_end_matches('s');
            if !last.is_capital() && !has_shape(printed, Shape::Person) {
                return false;
            }
        }
        let plain = verb.form == Form::Active && !self.has_auxiliary(at);
        if !self.has_quantity(victim) {
            // "A fourth patient died, bringing the total to 19": counted there.
            if phrase.head == Head::OnePerson && self.is_in_order(victim) && self.tells_total() {
                return false;
            }
            let named =
                matches!(phrase.head, Head::Name | Head::Pronoun) && !self.is_owned_one(victim);
            // "a neighbour who fell victim to a trick": one person may live.
            // "The pilot was killed and the co-pilot injured" tells of both alike.
            let gapped = verb.form == Form::PastOrParticiple && self.follows(victim, Pieces::AND);
            // "Imre Dost was injured in the attack", and not in the match.
            let attacked = self.classes.has(Class::Armed);
            let mild = (named && !gapped && !attacked || self.has_several_words(verb.main))
                && self.token_is(verb.main, Class::Mild);
            let shot = verb.role == Role::Harm(Outcome::Casualties)
                && verb.form == Form::PastOrParticiple
                && victim < at;
            let base = plain
                && token_at(self.tokens, verb.main)
                    .entry
                    .verb
                    .is_some_and(|sense| sense.forms.has(Forms::BASE));
            // "a driver who survived" tells who speaks.
            let survives = outcome == Outcome::Rescued && verb.frame == Frame::Subject;
            let survives = survives && verb.form != Form::Adjective;
            // "He has not been seen since": the number of the missing is told of those whom a text names.
            let unnamed = outcome == Outcome::Missing && phrase.head == Head::Pronoun;
            // "Two men and a woman were arrested", but "the captain, a citizen of Orm, and two mates"
            let one = phrase.head == Head::OnePerson && !self.follows(victim, Pieces::COMMA);
            let told = is_fate(outcome) || listed && one;
            // "Dost was never found"
            let short =
                phrase.head == Head::Name && phrase.words.len() == 1 && !self.is_titled(phrase);
            let open = short && !matches!(outcome, Outcome::Killed | Outcome::Injured);
            return told && !mild && !shot && !base && !survives && !unnamed && !open;
        }
        if outcome == Outcome::Displaced
            && phrase.quantity.is_some_and(|quantity| quantity.is_one())
        {
            return false;
        }
        let shot = verb.role == Role::Harm(Outcome::Casualties)
            && verb.form == Form::PastOrParticiple
            && victim < at;
        let opens = !self.follows(victim, Pieces::OTHER | Pieces::PHRASE | Pieces::VERB);
        !shot || phrase.head != Head::Bare || opens
    }

    fn has_auxiliary(&self, at: usize) -> bool {
        self.chunks
            .get(at)
            .is_some_and(|chunk| chunk.span.len() > 1)
    }

    /// Whether an auxiliary stands in the verb group at `at`.
    pub(super) fn has_copula(&self, at: usize) -> bool {
        self.has_class(at, Class::Be)
    }

    /// Whether a name can be a person's: several words or a title; one word alone may be a place or a force.
    pub(super) fn is_person_name(&self, phrase: &Phrase) -> bool {
        let words = within(self.tokens, phrase.words.clone());
        // "the Libyan news agency": whose it is.
        let owned =
            const { Classes::of(&[Class::Outlet, Class::Thing, Class::Event, Class::Official]) };
        let next = self.tokens.get(phrase.words.end);
        if words.len() == 1 && next.is_some_and(|next| next.entry.classes.meets(owned)) {
            return false;
        }
        let titled = self.is_titled(phrase);
        let force = !titled
            && words.iter().any(|token| {
                token.entry.force.is_some() && token.entry.person.is_none()
                    || token.is(Class::Outlet)
                    || token.is(Class::Thing)
                    || token.is(Class::Event)
            });
        !force && (titled || words.len() >= 2 || self.was_named(words))
    }

    /// "Dost died in hospital": whether the one word of a name ended a longer name shortly before ("Imre Dost").
    fn was_named(&self, words: &[Token]) -> bool {
        let [word] = words else {
            return false;
        };
        let from = word.start.saturating_sub(LONGEST_MEMORY);
        let from = (from..word.start).find(|&at| self.text.is_char_boundary(at));
        let told = self.text.get(from.unwrap_or(word.start)..word.start);
        let word = seen(word.text(self.text));
        let mut last = Cow::Borrowed("");
        let told = told.unwrap_or_default().split(is_space).map(seen);
        told.filter(|next| !next.is_empty()).any(|next| {
            let found =
                next.starts_with(&*word) && next.trim_end_matches(|sign| !is_letter(sign)) == word;
            let first = std::mem::replace(&mut last, next);
            // "near Orlen", "the Army"
            let given = || {
                let entry = look_up_printed(&first);
                first.starts_with(is_capital) && (!entry.is_known() || entry.person.is_some())
            };
            found && given()
        })
    }

    /// Whether a phrase holds a word for one person: "cameraman Tom Verin".
    pub(super) fn is_titled(&self, phrase: &Phrase) -> bool {
        let words = within(self.tokens, phrase.words.clone());
        (words.iter()).any(|token| token.entry.person.is_some_and(|person| person.singular))
    }

    /// Whether the phrase at `at` is somebody's own name: "Ana Rell", "cameraman Tom Verin", "Mayor Dost".
    pub(super) fn is_named_person(&self, at: usize) -> bool {
        self.phrase(at).is_some_and(|phrase| {
            let words = within(self.tokens, phrase.words.clone());
            let titles = words.iter().filter(|word| word.entry.person.is_some());
            let names =
                (words.iter()).filter(|word| word.is_capital() && word.entry.person.is_none());
            let several = names.count() + titles.count().min(1) > 1;
            // "U.S. Army sergeant", "the former Prime Minister" name nobody.
            let ends = words.last().is_some_and(|word| {
                let office = phrase.definite && word.entry.person.is_some();
                word.case != Case::Lower && !office
            });
            phrase.head == Head::Name && several && ends && self.is_person_name(phrase)
        })
    }

    /// Whether a verb group's first word is a singular form ("was", "has").
    pub(super) fn singular_verb(&self, at: usize) -> bool {
        self.chunks
            .get(at)
            .is_some_and(|chunk| self.token_is(chunk.span.start, Class::SingularVerb))
    }

    /// Whether a verb group's first word is a plural form ("were", "have").
    pub(super) fn plural_verb(&self, at: usize) -> bool {
        self.chunks
            .get(at)
            .is_some_and(|chunk| self.token_is(chunk.span.start, Class::PluralVerb))
    }
}
