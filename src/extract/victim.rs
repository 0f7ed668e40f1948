//! Whom: noun phrases of people, with or without a number.

use super::lexicon::{Class, NumberKind, OutcomeNoun, OutcomeNounKind, Person, Shape, has_shape};
use super::quantity::{Quantity, quantity};
use super::text::{Case, Kind, Token};
use super::unlikely;
use crate::model::{Group, Outcome};
use std::ops::Range;

/// The most words that may stand between a number and the noun that it counts.
const LONGEST_MODIFIERS: usize = 8;

/// What a noun phrase is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// People: "nine miners".
    Person,
    /// One person: "a miner".
    OnePerson,
    /// A number alone: "nine".
    Bare,
    /// What happened, as a noun: "nine deaths"; its kind tells what is counted.
    Outcome(Outcome, OutcomeNounKind),
    /// Those to whom it happened: "the dead", "the wounded".
    Those(Outcome),
    /// A name: "Imre Dost".
    Name,
    /// A pronoun that stands for people: "they", "he".
    Pronoun,
    /// A plural that no table has: "nine Tesserans".
    UnknownPlural,
    /// Something that is not people; the reason is shown to the user.
    Thing(&'static str),
    /// Nothing that the tables know.
    Unknown,
}

/// What a number is taken out of: "two of them".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whole {
    /// A pronoun: the people just spoken of.
    Pronoun,
    /// "of the dead": those to whom it happened.
    Those(Outcome),
}

/// A noun phrase.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    /// Tokens of the whole phrase.
    pub(crate) span: Range<usize>,
    pub(crate) quantity: Option<Quantity>,
    pub(crate) head: Head,
    /// Tokens of the words after the number.
    pub(crate) words: Range<usize>,
    pub(crate) group: Group,
    /// "another nine", "nine more", "five others".
    pub(crate) additive: bool,
    /// Starts with "the", "these", "his".
    pub(crate) definite: bool,
    pub(crate) whole: Option<Whole>,
    /// An adjective inside says what happened: "20 wounded students".
    pub(crate) outcome: Option<Outcome>,
    /// "no civilians", "nobody", "none of the passengers".
    pub(crate) zero: bool,
}

impl Phrase {
    fn new(start: usize) -> Self {
        Phrase {
            span: start..start,
            quantity: None,
            head: Head::Unknown,
            words: start..start,
            group: Group::People,
            additive: false,
            definite: false,
            whole: None,
            outcome: None,
            zero: false,
        }
    }

    /// Whether the phrase can be the victims of a verb: people that it counts.
    pub(crate) fn is_counted_people(&self) -> bool {
        let people = matches!(
            self.head,
            Head::Person | Head::Bare | Head::UnknownPlural | Head::OnePerson
        );
        let victims = matches!(self.head, Head::Outcome(_, OutcomeNounKind::Person));
        (people || victims)
            && (self.quantity.is_some() || self.zero || self.head == Head::OnePerson)
    }

    /// Whether the phrase names people at all, counted or not.
    pub(crate) fn is_people(&self) -> bool {
        self.is_counted_people()
            || matches!(
                self.head,
                Head::Person | Head::Name | Head::Pronoun | Head::Those(_)
            )
    }
}

/// Reads a noun phrase that starts at `at`; `None` where none starts.
pub(crate) fn phrase(text: &str, tokens: &[Token], at: usize) -> Option<Phrase> {
    let first = tokens.get(at)?;
    let mut phrase = Phrase::new(at);
    if first.is(Class::None) {
        return Some(none_of(tokens, phrase));
    }
    let mut next = at;
    if let Some(found) = quantity(text, tokens, at).filter(|found| !is_article_only(tokens, found))
    {
        return Some(counted(text, tokens, phrase, found));
    }
    if first.is(Class::No) {
        (phrase.zero, next) = (true, at + 1);
    } else if first.is(Class::Both) {
        return both(text, tokens, phrase);
    } else if first.is(Class::Determiner)
        || first.is(Class::Additive)
        || first.is(Class::Indefinite)
    {
        phrase.definite = first.is(Class::Determiner);
        phrase.additive = first.is(Class::Additive);
        next = at + 1;
        while let Some(token) = tokens.get(next).filter(|token| {
            token.is(Class::Additive) || token.is(Class::Other) && token.entry.person.is_none()
        }) {
            phrase.additive |= token.is(Class::Additive) || token.is(Class::Other);
            next += 1;
        }
        if let Some(found) = quantity(text, tokens, next) {
            return Some(counted(text, tokens, phrase, found));
        }
    }
    uncounted(text, tokens, phrase, next)
}

/// "a" is a quantity only before a scale word; `quantity` never reads it alone, but "one" of "one of the worst" is.
fn is_article_only(tokens: &[Token], quantity: &Quantity) -> bool {
    quantity.number + 1 == quantity.end && tokens[quantity.number].is(Class::Indefinite)
}

/// "nobody", "none of the 40 passengers".
fn none_of(tokens: &[Token], mut phrase: Phrase) -> Phrase {
    let mut end = phrase.span.start + 1;
    if tokens.get(end).is_some_and(|token| token.is(Class::Of)) {
        end += 1;
        let limit = end + LONGEST_MODIFIERS;
        while let Some(token) = tokens.get(end).filter(|token| {
            let number = token.kind == Kind::Digits || token.entry.number.is_some();
            let open = number || token.is(Class::Determiner) || !breaks(token);
            end < limit && open && token.entry.verb.is_none()
        }) {
            end += 1;
            if token.entry.person.is_some() || token.is(Class::GroupPronoun) {
                break;
            }
        }
    }
    phrase.span.end = end;
    phrase.words = end..end;
    (phrase.head, phrase.zero) = (Head::Bare, true);
    phrase
}

/// "both pilots": two people.
fn both(text: &str, tokens: &[Token], mut phrase: Phrase) -> Option<Phrase> {
    let at = phrase.span.start;
    let start = at + 1;
    phrase.quantity = Some(Quantity {
        low: Some(2),
        high: Some(2),
        qualifier: crate::model::Qualifier::Exact,
        start: at,
        number: at,
        end: at + 1,
        digits: false,
        fraction: false,
        adjective: false,
        pair: false,
    });
    let start = start
        + usize::from(
            tokens
                .get(start)
                .is_some_and(|token| token.is(Class::Determiner)),
        );
    head(text, tokens, &mut phrase, start, true);
    // "both civilians and soldiers" counts nobody.
    let pair = tokens
        .get(phrase.span.end)
        .is_some_and(|token| token.is(Class::And));
    let counts = phrase.head == Head::Person
        || phrase.head == Head::Bare && is_predicate(tokens.get(phrase.span.end));
    (counts && !pair).then_some(phrase)
}

/// Whether a word can be the predicate of a bare number.
fn is_predicate(token: Option<&Token>) -> bool {
    token.is_some_and(|token| {
        token.entry.is_trigger() || token.is(Class::Be) || token.is(Class::Have)
    })
}

/// A phrase after its number.
fn counted(text: &str, tokens: &[Token], mut phrase: Phrase, found: Quantity) -> Phrase {
    phrase.quantity = Some(found);
    let mut at = found.end;
    phrase.span.end = at;
    phrase.words = at..at;
    if let Some(reason) = unlikely::reason(text, tokens, &found) {
        phrase.head = Head::Thing(reason);
        return phrase;
    }
    while let Some(token) = tokens.get(at).filter(|token| {
        token.is(Class::Additive) || (token.is(Class::Other) && token.entry.person.is_none())
    }) {
        phrase.additive |= token.is(Class::Additive) || token.is(Class::Other);
        at += 1;
    }
    if tokens.get(at).is_some_and(|token| token.is(Class::Of))
        && let Some(done) = taken_out_of(text, tokens, &phrase, at + 1)
    {
        return done;
    }
    let many = !found.is_one();
    head(text, tokens, &mut phrase, at, many);
    if phrase.head == Head::Unknown && at > found.end {
        (phrase.head, phrase.span.end, phrase.words) = (Head::Bare, at, at..at);
    }
    phrase
}

/// What follows "of" after a number: "of them", "of the dead", "of his bodyguards", "of people".
fn taken_out_of(text: &str, tokens: &[Token], phrase: &Phrase, at: usize) -> Option<Phrase> {
    let token = tokens.get(at)?;
    let mut done = phrase.clone();
    if token.is(Class::GroupPronoun) || (token.is(Class::Relative) && !token.is(Class::That)) {
        let those = token.is(Class::Determiner);
        let outcome = those
            .then(|| tokens.get(at + 1))
            .flatten()
            .and_then(those_outcome);
        if !those
            || outcome.is_some()
            || tokens
                .get(at + 1)
                .is_none_or(|next| next.entry.person.is_none() && next.entry.noun.is_none())
        {
            done.whole = Some(outcome.map_or(Whole::Pronoun, Whole::Those));
            let end = at + 1 + usize::from(outcome.is_some());
            (done.span.end, done.words) = (end, end..end);
            done.head = Head::Bare;
            after_partitive(text, tokens, &mut done, end);
            return Some(done);
        }
    }
    let determined = token.is(Class::Determiner);
    let start = at + usize::from(determined);
    // "one of the 40 people": the phrase is the 40 people.
    if let Some(base) = quantity(text, tokens, start) {
        let mut whole = counted(text, tokens, Phrase::new(start), base);
        whole.definite = true;
        if phrase.quantity.is_some_and(|count| count.is_one()) {
            whole.span.start = phrase.span.start;
            return Some(whole);
        }
        (done.head, done.span.end, done.words) = (Head::Bare, whole.span.end, whole.words.clone());
        done.group = whole.group;
        return Some(done);
    }
    if determined {
        if let Some(outcome) = tokens
            .get(start)
            .and_then(those_outcome)
            .filter(|_| !names_people(tokens.get(start + 1)))
        {
            done.whole = Some(Whole::Those(outcome));
            (done.head, done.span.end, done.words) = (Head::Bare, start + 1, start + 1..start + 1);
            return Some(done);
        }
        if tokens.get(start).is_some_and(|token| {
            token
                .entry
                .person
                .is_some_and(|person| person.group == Group::People && token.is(Class::Victims))
        }) {
            done.whole = Some(Whole::Pronoun);
            (done.head, done.span.end, done.words) = (Head::Bare, start + 1, start + 1..start + 1);
            return Some(done);
        }
    }
    head(text, tokens, &mut done, start, true);
    matches!(
        done.head,
        Head::Person | Head::UnknownPlural | Head::Outcome(..) | Head::Thing(_)
    )
    .then_some(done)
}

/// After "of them" the group may follow at once: "two of them nurses".
fn after_partitive(text: &str, tokens: &[Token], phrase: &mut Phrase, at: usize) {
    let mut inner = Phrase::new(at);
    inner.quantity = phrase.quantity;
    let many = phrase.quantity.is_none_or(|count| !count.is_one());
    let at = at
        + usize::from(
            tokens
                .get(at)
                .is_some_and(|token| token.is(Class::Indefinite)),
        );
    head(text, tokens, &mut inner, at, many);
    if inner.head == Head::Person {
        (phrase.head, phrase.group, phrase.words, phrase.span.end) =
            (Head::Person, inner.group, inner.words, inner.span.end);
    }
}

fn names_people(token: Option<&Token>) -> bool {
    token.is_some_and(|token| token.entry.person.is_some())
}

/// What happened to "the dead", "the wounded", "those killed".
fn those_outcome(token: &Token) -> Option<Outcome> {
    token.entry.adjective.or_else(|| {
        token
            .entry
            .verb
            .filter(|verb| verb.forms.has(super::lexicon::Forms::PARTICIPLE))
            .and_then(|verb| verb.outcome)
    })
}

/// A phrase without a number.
fn uncounted(text: &str, tokens: &[Token], mut phrase: Phrase, at: usize) -> Option<Phrase> {
    let first = &tokens[phrase.span.start];
    if first.is(Class::Pronoun) && !first.is(Class::Determiner) {
        phrase.span.end = at + 1;
        phrase.words = at + 1..at + 1;
        phrase.head = Head::Pronoun;
        return Some(phrase);
    }
    let bare_start = at == phrase.span.start;
    if phrase.definite && !first.is(Class::That) {
        let those = tokens.get(at).and_then(those_outcome).filter(|_| {
            !names_people(tokens.get(at + 1))
                && tokens.get(at + 1).is_none_or(|next| {
                    next.kind != Kind::Word || breaks(next) || next.entry.verb.is_some()
                })
        });
        if let Some(outcome) = those {
            (phrase.head, phrase.span.end, phrase.words) =
                (Head::Those(outcome), at + 1, at..at + 1);
            return Some(phrase);
        }
    }
    let singular = first.is(Class::Indefinite) || (first.is(Class::Additive) && !phrase.zero);
    let mut trial = phrase.clone();
    if singular || phrase.definite {
        head(text, tokens, &mut trial, at, false);
        if trial.head == Head::Person
            && trial.group == Group::Families
            && let Some(people) = family_of(text, tokens, &trial)
        {
            return Some(people);
        }
        let ordinal = tokens[at..trial.span.end.max(at)].iter().any(is_ordinal);
        if trial.head == Head::Person && is_singular_at(tokens, &trial) {
            trial.head = Head::OnePerson;
            // "his friends" and "the man" are known people; only "a man" is counted as one.
            if ordinal {
                trial.head = Head::Thing("ordinal");
            } else if phrase.definite {
                trial.head = Head::Name;
            }
            return Some(trial);
        }
        if matches!(trial.head, Head::Outcome(..)) {
            return Some(trial);
        }
        trial = phrase.clone();
    }
    head(text, tokens, &mut trial, at, true);
    let known = matches!(trial.head, Head::Person | Head::Outcome(..));
    if known && (!bare_start || tokens[at].kind == Kind::Word) {
        return Some(trial);
    }
    name(text, tokens, phrase, at)
}

/// "a family of seven": seven people.
fn family_of(text: &str, tokens: &[Token], family: &Phrase) -> Option<Phrase> {
    let of = family.span.end;
    if !tokens.get(of)?.is(Class::Of) {
        return None;
    }
    let found = quantity(text, tokens, of + 1)?;
    let mut phrase = family.clone();
    (phrase.quantity, phrase.head, phrase.group) = (Some(found), Head::Person, Group::People);
    phrase.span.end = found.end;
    Some(phrase)
}

fn is_ordinal(token: &Token) -> bool {
    let printed = token.kind == Kind::Compound;
    matches!(token.entry.number, Some((NumberKind::Ordinal, _))) && !printed
}

/// Whether the head that was found is a singular form.
fn is_singular_at(tokens: &[Token], phrase: &Phrase) -> bool {
    tokens
        .get(phrase.words.end.wrapping_sub(1))
        .and_then(|token| token.entry.person)
        .is_some_and(|person| person.singular)
        || phrase.words.clone().any(|at| {
            tokens[at]
                .entry
                .person
                .is_some_and(|person| person.singular && !person.plural)
        })
}

/// A run of capitalised words, with small function words left out: a name.
fn name(text: &str, tokens: &[Token], mut phrase: Phrase, at: usize) -> Option<Phrase> {
    let mut end = at;
    let mut last_person = None;
    while let Some(token) = tokens.get(end) {
        let particle = token.kind == Kind::Word
            && token
                .text(text)
                .split_once('-')
                .is_some_and(|(_, rest)| rest.starts_with(char::is_uppercase));
        let part = (token.is_capital() || particle)
            && !breaks(token)
            && !token.entry.is_trigger()
            && token.entry.bound_before.is_none()
            && token.entry.verb.is_none()
            && !token.is(Class::MonthName)
            && !token.is(Class::Weekday);
        let capital_next = tokens.get(end + 1).is_some_and(Token::is_capital);
        let title = token.entry.person.is_some_and(|person| person.singular)
            && (token.is_capital() || capital_next)
            && !token.is(Class::Time);
        let dot = end > at && token.is_sign('.') && tokens[end - 1].text(text).len() <= 3;
        if !(part || title || dot) {
            break;
        }
        if let Some(person) = token.entry.person.filter(|person| person.singular) {
            last_person = Some(person.group);
        }
        end += 1;
    }
    if end == at
        || tokens[at..end]
            .iter()
            .all(|token| token.case == Case::Lower)
            && last_person.is_none()
    {
        return None;
    }
    phrase.span.end = end;
    phrase.words = at..end;
    phrase.group = last_person.unwrap_or(Group::People);
    phrase.head = Head::Name;
    Some(phrase)
}

/// Whether a word ends a noun phrase.
pub(crate) fn breaks(token: &Token) -> bool {
    match token.kind {
        Kind::Possessive => false,
        Kind::Sign(_) => true,
        Kind::Digits => true,
        Kind::Compound => false,
        Kind::Word => {
            token
                .entry
                .number
                .is_some_and(|(kind, _)| kind != NumberKind::Ordinal)
                || token.entry.classes.any(&[
                    Class::Preposition,
                    Class::And,
                    Class::But,
                    Class::Subordinator,
                    Class::Be,
                    Class::Have,
                    Class::Modal,
                    Class::Do,
                    Class::Get,
                    Class::Relative,
                    Class::That,
                    Class::Pronoun,
                    Class::Including,
                    Class::Among,
                    Class::Leave,
                    Class::Become,
                    Class::Determiner,
                    Class::Indefinite,
                    Class::Negation,
                ])
        }
    }
}

/// Finds the noun that a phrase is about, from `at` on, and sets the phrase's head, group and words.
fn head(text: &str, tokens: &[Token], phrase: &mut Phrase, at: usize, many: bool) {
    let mut search = Search {
        text,
        tokens,
        at,
        start: at,
        many,
        best: None,
        force: None,
        outcome: None,
        last: None,
        odd: None,
    };
    search.run();
    phrase.span.end = search
        .best
        .as_ref()
        .map_or(at, |best| best.end)
        .max(phrase.span.end);
    match search.best {
        Some(best) => {
            phrase.head = best.head;
            phrase.group = best.group;
            phrase.words = at..best.end;
            // "ten others" adds to those just spoken of.
            phrase.additive |= tokens[best.end - 1].is(Class::Other);
            phrase.outcome = search
                .outcome
                .filter(|_| matches!(best.head, Head::Person | Head::UnknownPlural));
        }
        None => {
            phrase.words = at..at;
            phrase.head = if search.at == at {
                Head::Bare
            } else {
                Head::Unknown
            };
        }
    }
}

/// A noun found as the head of a phrase.
struct Found {
    end: usize,
    head: Head,
    group: Group,
}

/// The search for the head of a noun phrase.
struct Search<'s> {
    text: &'s str,
    tokens: &'s [Token],
    start: usize,
    at: usize,
    /// Whether a plural is wanted.
    many: bool,
    best: Option<Found>,
    /// The group of a force named among the modifiers.
    force: Option<Group>,
    outcome: Option<Outcome>,
    /// The last unknown plural, as a last resort.
    last: Option<usize>,
    /// The last singular noun of people where a plural is wanted ("two policeman"), as a last resort.
    odd: Option<(usize, Group)>,
}

impl Search<'_> {
    fn run(&mut self) {
        while self.at < self.start + LONGEST_MODIFIERS {
            let Some(token) = self.tokens.get(self.at) else {
                break;
            };
            if !self.step(token) {
                break;
            }
        }
        if self.best.is_none()
            && let Some((at, group)) = self.odd.filter(|&(at, _)| at + 1 == self.at)
        {
            self.best = Some(Found {
                end: at + 1,
                head: Head::Person,
                group,
            });
        }
        if self.best.is_none()
            && let Some(last) = self.last.filter(|&last| last + 1 == self.at)
        {
            let thing = self.tokens[last].text(self.text);
            let head = if thing.starts_with(char::is_numeric) {
                Head::Unknown
            } else {
                Head::UnknownPlural
            };
            self.best = Some(Found {
                end: last + 1,
                head,
                group: self.force.unwrap_or(Group::People),
            });
        }
    }

    fn next(&self) -> Option<&Token> {
        self.tokens.get(self.at + 1)
    }

    /// Takes one token; says whether the search goes on.
    fn step(&mut self, token: &Token) -> bool {
        if token.is(Class::Adverb) && !token.entry.is_trigger() && self.best.is_none() {
            return self.pass_if_people_follow();
        }
        if let Some(person) = token.entry.person {
            return self.person(token, person);
        }
        let remains =
            token.is(Class::Become) && self.at == self.start && self.start > 0 && self.many;
        if let Some(noun) = token.entry.noun.filter(|_| remains) {
            return self.noun(noun);
        }
        if breaks(token) {
            // "12 young, unarmed men": a comma between adjectives.
            let adjectives = self.tokens[self.start..self.at]
                .iter()
                .all(|token| !token.is_capital());
            return token.is_sign(',')
                && self.best.is_none()
                && self.at > self.start
                && adjectives
                && self.pass_if_people_follow();
        }
        if self.best.is_some() {
            return self.extend(token);
        }
        if let Some(noun) = token.entry.noun {
            return self.noun(noun);
        }
        if token.entry.toll.is_some() {
            return false;
        }
        if let Some(outcome) = those_outcome(token) {
            // "20 wounded students", but "20 wounded": the adjective belongs to the phrase only before its noun.
            if self.people_within(3) {
                self.outcome = Some(outcome);
                self.at += 1;
                return true;
            }
            // "12 injured parties": the number counts something else.
            if let Some(reason) = self
                .next()
                .filter(|next| !breaks(next))
                .and_then(thing)
                .filter(|&reason| reason != "duration")
            {
                self.best = Some(Found {
                    end: self.at + 2,
                    head: Head::Thing(reason),
                    group: Group::People,
                });
            }
            return false;
        }
        if token.entry.verb.is_some() {
            return false;
        }
        if let Some(reason) = thing(token) {
            if self.people_within(2) && !self.next().is_some_and(breaks) {
                self.at += 1;
                return true;
            }
            self.best = Some(Found {
                end: self.at + 1,
                head: Head::Thing(reason),
                group: Group::People,
            });
            return false;
        }
        if token.entry.reporting.is_some() && !self.people_within(3) {
            return false;
        }
        let printed = token.text(self.text);
        let participle =
            !token.entry.is_known() && !token.is_capital() && has_shape(printed, Shape::Participle);
        if participle && self.last.is_some_and(|last| last + 1 == self.at) {
            return false;
        }
        if !self.many
            && token.kind == Kind::Word
            && !token.entry.is_known()
            && !token.is_capital()
            && names_a_person(printed)
            && self
                .next()
                .is_none_or(|next| breaks(next) || next.entry.is_trigger())
        {
            self.best = Some(Found {
                end: self.at + 1,
                head: Head::Person,
                group: self.force.unwrap_or(Group::People),
            });
            self.at += 1;
            return false;
        }
        self.force = self.force.or(token.entry.force);
        let plural = has_shape(printed, Shape::Plural) || has_shape(printed, Shape::CapitalPlural);
        if plural
            && token.kind == Kind::Word
            && printed.len() > 3
            && token.entry.force.is_none()
            && !token.entry.is_known()
        {
            self.last = Some(self.at);
        }
        self.at += 1;
        true
    }

    fn pass_if_people_follow(&mut self) -> bool {
        let follow = self.people_within(4);
        self.at += usize::from(follow);
        follow
    }

    /// Whether a noun of people or of what happened follows within `reach` tokens, with nothing but modifiers before it.
    fn people_within(&self, reach: usize) -> bool {
        for token in self.tokens.iter().skip(self.at + 1).take(reach) {
            let plural = token
                .entry
                .person
                .is_some_and(|person| !self.many || person.plural);
            if plural
                || token
                    .entry
                    .noun
                    .is_some_and(|noun| noun.plural && noun.kind != OutcomeNounKind::Life)
            {
                return true;
            }
            if breaks(token) || token.entry.verb.is_some_and(|verb| verb.outcome.is_some()) {
                return false;
            }
        }
        false
    }

    fn person(&mut self, token: &Token, person: Person) -> bool {
        let agrees = if self.many {
            person.plural
        } else {
            person.singular
        };
        // "the Shiite party", "an Israeli bus": a name of a people before a noun only describes it.
        let modifies = self.many
            && person.plural
            && self.people_within(1)
            && self
                .next()
                .is_some_and(|next| next.entry.person.is_some() || !next.entry.is_known());
        let describes = modifies
            || !self.many
                && token.is_capital()
                && self.next().is_some_and(|next| {
                    next.kind == Kind::Word && !breaks(next) && next.entry.verb.is_none()
                });
        if !agrees || describes {
            if self.best.is_some() {
                return false;
            }
            self.odd = (!agrees && person.singular).then_some((self.at, person.group));
            self.force = self
                .force
                .or(token.entry.force)
                .or((person.group != Group::People).then_some(person.group));
            self.at += 1;
            return true;
        }
        let lent = self.force.filter(|_| lends(person.group));
        let kept = self
            .best
            .as_ref()
            .map(|best| best.group)
            .filter(|&group| group == Group::Police || group == Group::Civilians);
        let group = kept.filter(|_| {
            person.group == Group::People
                || person.group == Group::Soldiers
                || person.group == Group::SecurityForces
        });
        let group = group.or(lent).unwrap_or(person.group);
        self.best = Some(Found {
            end: self.at + 1,
            head: Head::Person,
            group,
        });
        self.at += 1;
        self.members_of(person);
        true
    }

    /// "members of the government's security forces": the group is the force's.
    fn members_of(&mut self, person: Person) {
        if person.group != Group::People
            || !self
                .tokens
                .get(self.at)
                .is_some_and(|token| token.is(Class::Of))
        {
            return;
        }
        for (offset, token) in self.tokens.iter().enumerate().skip(self.at + 1).take(6) {
            let group = token
                .entry
                .force
                .or(token.entry.person.map(|person| person.group))
                .filter(|&group| group != Group::Families);
            if let Some(group) = group.filter(|&group| group != Group::People) {
                self.best = Some(Found {
                    end: offset + 1,
                    head: Head::Person,
                    group,
                });
                self.at = offset + 1;
                return;
            }
            if breaks(token) && !token.is(Class::Determiner) && !token.is(Class::Indefinite) {
                return;
            }
        }
    }

    fn noun(&mut self, noun: OutcomeNoun) -> bool {
        // "death toll", "body parts": a singular noun before another noun only modifies it.
        let gerund = self.tokens[self.at].entry.verb.is_some();
        if gerund && self.at > self.start && !noun.plural {
            return false;
        }
        if self.many && !noun.plural {
            self.at += 1;
            return self.people_within(2);
        }
        self.best = Some(Found {
            end: self.at + 1,
            head: Head::Outcome(noun.outcome, noun.kind),
            group: self.force.unwrap_or(Group::People),
        });
        self.at += 1;
        false
    }

    /// After the head, a noun right behind it may take over: "police vehicles", "civilian deaths", "police recruits".
    fn extend(&mut self, token: &Token) -> bool {
        if token.kind != Kind::Word || token.is_capital() && !token.entry.is_known() {
            return false;
        }
        if let Some(noun) = token.entry.noun.filter(|noun| noun.plural && self.many)
            && self
                .best
                .as_ref()
                .is_some_and(|best| best.head == Head::Person)
        {
            return self.noun(noun);
        }
        if let Some(reason) = thing(token)
            .filter(|_| has_shape(token.text(self.text), Shape::Plural) && !token.is(Class::Time))
        {
            self.best = Some(Found {
                end: self.at + 1,
                head: Head::Thing(reason),
                group: Group::People,
            });
        }
        false
    }
}

/// Whether an unknown singular is formed like a noun for a person: "cartoonist", "boatman", "rigger".
fn names_a_person(word: &str) -> bool {
    word.len() > 5 && has_shape(word, Shape::Person)
}

/// Whether a general noun takes its group from the force named before it.
fn lends(group: Group) -> bool {
    matches!(
        group,
        Group::People | Group::Soldiers | Group::SecurityForces
    )
}

/// Why a noun is not people.
fn thing(token: &Token) -> Option<&'static str> {
    let entry = token.entry;
    if entry.is(Class::Animal) {
        Some("animals")
    } else if entry.is(Class::Time) || entry.is(Class::Weekday) {
        Some("duration")
    } else if entry.is(Class::Money) {
        Some("money")
    } else if entry.is(Class::Unit) {
        Some("measure")
    } else if entry.is(Class::Organisation) {
        Some("organisations")
    } else if entry.is(Class::Thing) || entry.is(Class::Event) {
        Some("things")
    } else {
        None
    }
}
