//! The search for the noun that a phrase is about.

use super::{Head, LONGEST_MODIFIERS, Phrase, breaks, those_outcome};
use crate::extract::lexicon::{
    Class, OutcomeNoun, OutcomeNounKind, Person, Shape, has_shape, seen,
};
use crate::extract::text::{Kind, Token, is_at, token_at, within};
use crate::letters::is_digit;
use crate::model::{Group, Outcome, Reason};

/// Finds the noun that a phrase is about, from `at` on, and sets the phrase's head, group and words. `many` = a plural
/// is wanted.
pub(super) fn head(text: &str, tokens: &[Token], phrase: &mut Phrase, at: usize, many: bool) {
    let mut search = Search::new(text, tokens, at, many);
    search.run();
    let Some(best) = search.best else {
        phrase.span.end = phrase.span.end.max(at);
        phrase.words = at..at;
        phrase.head = if search.at == at {
            Head::Bare
        } else {
            Head::Unknown
        };
        return;
    };
    phrase.span.end = phrase.span.end.max(best.end);
    phrase.head = best.head;
    phrase.group = best.group;
    phrase.words = at..best.end;
    // "ten others" adds to those just spoken of.
    phrase.additive |= is_at(tokens, best.end - 1, Class::Other);
    phrase.outcome = search
        .outcome
        .filter(|_| matches!(best.head, Head::Person | Head::UnknownPlural));
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
    /// The last unknown word, as a last resort if it is a plural.
    last: Option<usize>,
    /// The last singular noun of people where a plural is wanted ("two policeman"), as a last resort.
    odd: Option<(usize, Group)>,
}

impl<'s> Search<'s> {
    fn new(text: &'s str, tokens: &'s [Token], at: usize, many: bool) -> Self {
        Search {
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
        }
    }

    fn run(&mut self) {
        while self.at < self.start + LONGEST_MODIFIERS
            && let Some(token) = self.tokens.get(self.at)
            && self.step(token)
        {}
        if self.best.is_none() {
            self.last_resort();
        }
    }

    /// Takes the word before the end of the search for the head, where it may be one.
    fn last_resort(&mut self) {
        if let Some(group) = self.shared_noun() {
            self.settle(self.at, Head::Person, group);
            return;
        }
        let ended_behind = |at: usize| at + 1 == self.at;
        if let Some((at, group)) = self.odd.filter(|&(at, _)| ended_behind(at)) {
            self.settle(at + 1, Head::Person, group);
        } else if let Some(last) = self.unknown_plural_before() {
            let printed = token_at(self.tokens, last).text(self.text);
            let head = if printed.starts_with(is_digit) {
                Head::Unknown
            } else {
                Head::UnknownPlural
            };
            self.settle(last + 1, head, self.force.unwrap_or(Group::People));
        }
    }

    /// "two Karsovan and three Tesseran soldiers": the group of the noun that the first number shares.
    fn shared_noun(&self) -> Option<Group> {
        let before = |at: usize| token_at(self.tokens, at.saturating_sub(1));
        let counted = self.many && before(self.start).is_number();
        let described = counted && self.at > self.start && before(self.at).is_capital();
        let [and, number, rest @ ..] = self.tokens.get(self.at..)? else {
            return None;
        };
        let shared = described && and.is(Class::And) && number.is_number();
        let noun = rest.iter().take(LONGEST_MODIFIERS);
        let noun = noun.take_while(|word| shared && !breaks(word));
        let person = noun.filter_map(|word| word.entry.person).last()?;
        person.plural.then_some(person.group)
    }

    /// The token before the end of the search, if it is an unknown plural.
    fn unknown_plural_before(&self) -> Option<usize> {
        let last = self.last.filter(|last| last + 1 == self.at)?;
        is_plural(token_at(self.tokens, last).text(self.text)).then_some(last)
    }

    /// Takes the noun that ends before token `end` for the head.
    fn settle(&mut self, end: usize, head: Head, group: Group) {
        self.best = Some(Found { end, head, group });
    }

    fn next(&self) -> Option<&Token> {
        self.tokens.get(self.at + 1)
    }

    /// Takes one token; says whether the search goes on.
    fn step(&mut self, token: &Token) -> bool {
        let entry = token.entry;
        if token.is(Class::Sole) && !self.many && self.at == self.start {
            self.at += 1;
            return true;
        }
        if token.is(Class::Adverb) && !entry.is_trigger() && self.best.is_none() {
            if self.hurt_people_follow() {
                self.at += 1;
                return true;
            }
            return self.pass_if_people_follow();
        }
        if let Some(person) = entry.person {
            return self.person(token, person);
        }
        // "the remains of nine people": a noun here, though it can be a verb.
        let remains =
            token.is(Class::Become) && self.at == self.start && self.start > 0 && self.many;
        if let Some(noun) = entry.noun.filter(|_| remains) {
            return self.noun(noun);
        }
        if token.is_sign('(') && self.best.is_none() {
            return self.pass_acronym();
        }
        if breaks(token) {
            return token.is_sign(',') && self.parts_adjectives() && self.pass_if_people_follow();
        }
        if self.best.is_some() {
            self.extend(token);
            return false;
        }
        if let Some(noun) = entry.noun {
            return self.noun(noun);
        }
        if entry.toll.is_some() {
            return false;
        }
        if let Some(outcome) = those_outcome(token) {
            return self.adjective(outcome);
        }
        // "22 of the fleeing soldiers"
        let describes = || has_shape(token.text(self.text), Shape::Gerund) && self.people_within(1);
        if entry.verb.is_some() && !(self.many && describes()) {
            return false;
        }
        match thing(token) {
            Some(reason) => self.thing(reason),
            None => self.modifier(token),
        }
    }

    /// "12 young, unarmed men": whether all before the comma can be adjectives.
    fn parts_adjectives(&self) -> bool {
        let words = within(self.tokens, self.start..self.at);
        let described = self.best.is_none() && self.odd.is_none();
        described && !words.is_empty() && words.iter().all(|token| !token.is_capital())
    }

    /// Passes "(SRP)" in "three Sarn Reform Party (SRP) activists".
    fn pass_acronym(&mut self) -> bool {
        let end = self.acronym_end(self.at);
        self.at = end.unwrap_or(self.at);
        end.is_some()
    }

    /// The end of the acronym in brackets that opens at `open`, where a noun of people follows.
    fn acronym_end(&self, open: usize) -> Option<usize> {
        let [open_sign, acronym, close, noun, ..] = self.tokens.get(open..)? else {
            return None;
        };
        // "(SRP)", "12 armed (fleeing) men"
        let word = acronym.kind == Kind::Word && acronym.entry.number.is_none();
        let bracketed = open_sign.is_sign('(') && word && close.is_sign(')');
        // "(SRP) Ward Chairman"
        let behind = (self.tokens.get(open + 4)).filter(|_| noun.is_capital());
        let people = (noun
            .entry
            .person
            .or(behind.and_then(|next| next.entry.person)))
        .filter(|person| !self.many || person.plural);
        (bracketed && people.is_some()).then_some(open + 3)
    }

    /// "20 wounded students", but "20 wounded": an adjective of what happened belongs to the phrase only before its
    /// noun.
    fn adjective(&mut self, outcome: Outcome) -> bool {
        if self.people_within(3) || self.hurt_people_follow() {
            self.outcome = Some(outcome);
            self.at += 1;
            return true;
        }
        // "12 injured parties": the number counts something else.
        if let Some(reason) = self
            .next()
            .filter(|next| !breaks(next))
            .and_then(thing)
            .filter(|&reason| reason != Reason::Duration)
        {
            self.settle(self.at + 2, Head::Thing(reason), Group::People);
        }
        false
    }

    /// A noun for a thing, which is the head unless people follow: "nine bus drivers".
    fn thing(&mut self, reason: Reason) -> bool {
        let acronym = self.acronym_end(self.at + 1).is_some();
        if acronym || self.people_within(2) && !self.next().is_some_and(breaks) {
            self.at += 1;
            return true;
        }
        self.settle(self.at + 1, Head::Thing(reason), Group::People);
        false
    }

    /// A word that no table calls people, things or what happened: it may modify the noun, or be an unknown one.
    fn modifier(&mut self, token: &Token) -> bool {
        // "One witness said most deaths": a verb; "12 reported deaths": an adjective.
        let adjective = || has_shape(token.text(self.text), Shape::Participle);
        if token.entry.reporting.is_some() && !(adjective() && self.people_within(3)) {
            return false;
        }
        let unknown = !token.entry.is_known();
        let plain = unknown && !token.is_capital();
        let participle = || has_shape(token.text(self.text), Shape::Participle);
        if plain && self.unknown_plural_before().is_some() && participle() {
            return false;
        }
        // "a Belgian"; "one German and one Swiss" describes.
        let article = self.start.checked_sub(1);
        let citizen = || {
            article.is_some_and(|article| is_at(self.tokens, article, Class::Indefinite))
                && token.is_capital()
                && has_shape(token.text(self.text), Shape::Demonym)
        };
        if (plain || unknown && citizen()) && !self.many && self.is_unknown_person(token) {
            self.settle(
                self.at + 1,
                Head::Person,
                self.force.unwrap_or(Group::People),
            );
            self.at += 1;
            return false;
        }
        self.force = self.force.or(token.entry.force);
        let word = token.kind == Kind::Word && token.entry.force.is_none();
        if unknown && word {
            self.last = Some(self.at);
        }
        self.at += 1;
        true
    }

    /// Whether an unknown word ends the phrase and is formed like a noun for a person.
    fn is_unknown_person(&self, token: &Token) -> bool {
        let ends = self
            .next()
            .is_none_or(|next| breaks(next) || next.entry.is_trigger());
        let word = token.kind == Kind::Word && ends;
        word && (names_a_person(token.text(self.text)) || self.suffers_as_people())
    }

    /// Whether a verb beside the phrase takes nothing but people: "a plumber was murdered", "shot dead a plumber".
    fn suffers_as_people(&self) -> bool {
        let people = |token: &Token| token.entry.verb.is_some_and(|verb| verb.people);
        let before = self
            .start
            .checked_sub(2)
            .is_some_and(|at| people(token_at(self.tokens, at)));
        let small = |token: &&Token| {
            token.is(Class::Be) || token.is(Class::Have) || token.is(Class::Adverb)
        };
        let after = within(self.tokens, self.at + 1..)
            .iter()
            .find(|token| !small(token));
        before || after.is_some_and(people)
    }

    /// "two critically injured people": whether what happened and a noun of people stand right behind the word.
    fn hurt_people_follow(&self) -> bool {
        let hurt = self.next().and_then(those_outcome).is_some();
        let people = (self.tokens.get(self.at + 2)).and_then(|token| token.entry.person);
        hurt && people.is_some_and(|person| !self.many || person.plural)
    }

    fn pass_if_people_follow(&mut self) -> bool {
        let follow = self.people_within(4);
        self.at += usize::from(follow);
        follow
    }

    /// Whether a noun of people or of what happened follows within `reach` tokens, with nothing but modifiers before it.
    fn people_within(&self, reach: usize) -> bool {
        for token in self.tokens.iter().skip(self.at + 1).take(reach) {
            let entry = token.entry;
            let person = entry
                .person
                .is_some_and(|person| !self.many || person.plural);
            let noun = entry.noun.is_some_and(|noun| {
                (noun.plural || !self.many) && noun.kind != OutcomeNounKind::Life
            });
            if person || noun {
                return true;
            }
            if breaks(token) || entry.verb.is_some_and(|verb| verb.outcome.is_some()) {
                return false;
            }
        }
        false
    }

    /// A noun of people: the head, or a modifier of a later one.
    fn person(&mut self, token: &Token, person: Person) -> bool {
        let agrees = if self.many {
            person.plural
        } else {
            person.singular
        };
        if agrees && !self.only_describes(token, person) {
            let spoken_of = self.speakers_follow(person);
            self.settle(self.at + 1, Head::Person, self.group_of(person));
            self.at += 1;
            self.members_of(person);
            return !spoken_of;
        }
        if self.best.is_some() {
            return false;
        }
        // "two policeman", "one police"
        let one = !self.many && self.start > 0 && {
            let before = token_at(self.tokens, self.start - 1);
            before.entry.number.is_some() && !before.is(Class::Indefinite)
        };
        self.odd = (!agrees && (person.singular || one)).then_some((self.at, person.group));
        self.force = self
            .force
            .or(token.entry.force)
            .or((person.group != Group::People).then_some(person.group));
        self.at += 1;
        true
    }

    /// "the Shiite party", "an Israeli bus": whether a name of a people before a noun only describes it.
    fn only_describes(&self, token: &Token, person: Person) -> bool {
        let Some(next) = self.next() else {
            return false;
        };
        if self.speakers_follow(person) {
            return false;
        }
        if self.many {
            // "five Sudanese government soldiers": an office may stand between.
            let office = next.is(Class::Official) || next.entry.force.is_some();
            let noun = next.entry.person.is_some() || !next.entry.is_known() || office;
            person.plural && noun && self.people_within(1 + usize::from(office))
        } else {
            let word = next.kind == Kind::Word && !breaks(next) && next.entry.verb.is_none();
            // "a local government spokesman", "a militant group"
            let office = next.is(Class::Official) && next.entry.person.is_none();
            // "a local village administrator", "a civilian aviation official"
            let noun = next.entry.person.is_none()
                && (self.tokens.get(self.at + 2)).is_some_and(|behind| {
                    behind.entry.person.is_some_and(|person| person.singular)
                });
            word && (token.is_capital()
                || noun
                || office && (self.people_within(2) || next.is(Class::Anaphor)))
        }
    }

    /// "86 people officials say died": whether those who say so stand behind a general noun. "Two French reporters said".
    fn speakers_follow(&self, person: Person) -> bool {
        let says =
            (self.tokens.get(self.at + 2)).is_some_and(|next| next.entry.reporting.is_some());
        let speakers = self.next().and_then(|next| next.entry.person);
        let small = !token_at(self.tokens, self.at).is_capital();
        self.many
            && small
            && says
            && lends(person.group)
            && speakers.is_some_and(|next| next.plural)
    }

    /// The group of people called `person` here: a general noun takes it from the words before it.
    fn group_of(&self, person: Person) -> Group {
        if !lends(person.group) {
            return person.group;
        }
        let kept = self
            .best
            .as_ref()
            .map(|best| best.group)
            .filter(|&group| group == Group::Police || group == Group::Civilians);
        kept.or(self.force).unwrap_or(person.group)
    }

    /// "members of the government's security forces": the group is the force's.
    fn members_of(&mut self, person: Person) {
        let of = self
            .tokens
            .get(self.at)
            .is_some_and(|token| token.is(Class::Of));
        if person.group != Group::People || !of {
            return;
        }
        for (at, token) in self.tokens.iter().enumerate().skip(self.at + 1).take(6) {
            let group = token
                .entry
                .force
                .or(token.entry.person.map(|person| person.group))
                .filter(|&group| group != Group::Families && group != Group::People);
            if let Some(group) = group {
                self.settle(at + 1, Head::Person, group);
                self.at = at + 1;
                return;
            }
            let clause = token.is(Class::That) || token.is(Class::Relative);
            let article = token.is(Class::Determiner) || token.is(Class::Indefinite);
            if clause || breaks(token) && !article {
                return;
            }
        }
    }

    /// A noun of what happened.
    fn noun(&mut self, noun: OutcomeNoun) -> bool {
        let gerund = token_at(self.tokens, self.at).entry.verb.is_some();
        // "a strike, one killing 16 people": the verb, and no noun behind a number.
        let number = self.next().is_some_and(Token::is_number);
        let counted = self.at == self.start && number;
        if gerund && !noun.plural && (self.at > self.start || counted) {
            return false;
        }
        // "Orlen arrests eight": a verb, too.
        if gerund && noun.plural && self.at > self.start && number {
            return false;
        }
        // "death toll", "body parts": a singular noun before another noun only modifies it; "in death of two" is one.
        let of = noun.kind == OutcomeNounKind::Event && self.at == self.start;
        let of = of && self.next().is_some_and(|next| next.is(Class::Of));
        if self.many && !noun.plural && !of {
            let follow = !gerund && self.people_within(3);
            self.at += 1;
            return follow;
        }
        let head = Head::Outcome(noun.outcome, noun.kind);
        self.settle(self.at + 1, head, self.force.unwrap_or(Group::People));
        self.at += 1;
        false
    }

    /// After the head, a noun right behind it may take over: "police vehicles", "civilian deaths", "police recruits".
    fn extend(&mut self, token: &Token) {
        if token.kind != Kind::Word || token.is_capital() && !token.entry.is_known() {
            return;
        }
        let person = self
            .best
            .as_ref()
            .is_some_and(|best| best.head == Head::Person);
        if let Some(noun) = token
            .entry
            .noun
            .filter(|noun| noun.plural && self.many && person)
        {
            self.noun(noun);
            return;
        }
        let plural = has_shape(token.text(self.text), Shape::Plural) && !token.is(Class::Time);
        if let Some(reason) = thing(token).filter(|_| plural) {
            self.settle(self.at + 1, Head::Thing(reason), Group::People);
        }
    }
}

/// Whether an unknown word of some length is written like a plural.
fn is_plural(word: &str) -> bool {
    seen(word).len() > 3 && has_shape(word, Shape::Plural)
}

/// Whether an unknown singular is formed like a noun for a person: "cartoonist", "boatman", "rigger".
fn names_a_person(word: &str) -> bool {
    seen(word).len() > 5 && has_shape(word, Shape::Person)
}

/// Whether a general noun takes its group from the force named before it.
fn lends(group: Group) -> bool {
    matches!(
        group,
        Group::People | Group::Soldiers | Group::SecurityForces
    )
}

/// Why a noun is not people.
fn thing(token: &Token) -> Option<Reason> {
    let entry = token.entry;
    if entry.is(Class::Animal) {
        Some(Reason::Animals)
    } else if entry.is(Class::Time) || entry.is(Class::Weekday) {
        Some(Reason::Duration)
    } else if entry.is(Class::Money) {
        Some(Reason::Money)
    } else if entry.is(Class::Unit) {
        Some(Reason::Measure)
    } else if entry.is(Class::Organisation) {
        Some(Reason::Organisations)
    } else if entry.is(Class::Thing) || entry.is(Class::Event) {
        Some(Reason::Things)
    } else {
        None
    }
}
