//! To the left of a verb: its subject, and the list that it ends.

use super::Linker;
use crate::extract::chunk::{Piece, Pieces};
use crate::extract::lexicon::{Class, Classes, Frame, Shape, has_shape};
use crate::extract::outcome::{Form, Role, VerbGroup};
use crate::extract::text::{Case, Kind, any_is, is_at, token_at, within};
use crate::extract::victim::{Head, Phrase, Whole};
use crate::model::{Group, Outcome, Qualifier, Reason, Status};

/// The most chunks that are looked at on the way to a subject.
const LONGEST_SEARCH: usize = 40;

/// The most chunks that one item of a list, or the way back over one predicate, may take.
const LONGEST_ITEM: usize = 12;

impl Linker<'_> {
    /// The subject of the verb at `at` with the list that it ends.
    pub(super) fn subject(&self, at: usize) -> Vec<usize> {
        let near = self.subject_head(at);
        let list = near.map_or(Vec::new(), |head| self.subject_list(head, at));
        // A name right before the verb may belong to what describes the subject: "of the charity Concern".
        let name = |at| self.phrase(at).is_some_and(|near| near.head == Head::Name);
        if list.is_empty() && near.is_none_or(name) {
            let far = self.far_subject(at);
            return far.map_or(list, |head| self.subject_list(head, at));
        }
        list
    }

    /// The people who are the subject of the verb at `at`, whose head is the phrase at `head`, with the list that it ends.
    fn subject_list(&self, head: usize, at: usize) -> Vec<usize> {
        let head = self.antecedent(head);
        let mut list = vec![head];
        let mut first = head;
        // "52 passengers, 38 of whom died": no list.
        let taken_out = |at: usize| {
            (self.phrase(at)).is_some_and(|phrase| phrase.whole == Some(Whole::Pronoun))
        };
        // "there were 120 people aboard, and 68 were rescued": a number without a noun ends no list of people.
        let bare = |at: usize| {
            let alone = |phrase: &Phrase| phrase.head == Head::Bare && !phrase.additive;
            self.phrase(at).is_some_and(alone)
        };
        // "Among the missing were two children, and 20 migrants were rescued"
        let told = |previous: usize| previous > 0 && self.has_copula(previous - 1);
        let goes_back = |first: usize, previous: usize| {
            !taken_out(first) && (!bare(first) || bare(previous)) && !told(previous)
        };
        let before =
            |first: usize| (self.previous_item(first)).or_else(|| self.governed_item(first, at));
        while let Some(previous) = before(first).filter(|&previous| goes_back(first, previous)) {
            // "a ruler, Imre Dost, was killed": one person.
            if self.is_apposition(previous, first) {
                if self
                    .phrase(previous)
                    .is_some_and(|phrase| phrase.head == Head::OnePerson)
                {
                    list.pop();
                    list.push(previous);
                }
                break;
            }
            list.push(previous);
            first = previous;
        }
        list.reverse();
        // "Ana Rell, guild member and author, has died": one.
        let name = |&item: &usize| {
            self.phrase(item)
                .is_some_and(|phrase| phrase.head == Head::Name)
        };
        if self.singular_verb(at) && list.iter().all(name) {
            list.truncate(1);
        }
        let several = list.len() > 1;
        // "A deputy interviewing a woman and a man was shot dead": not those two.
        let spoken_to = (self.start(first).checked_sub(1)).is_some_and(|before| {
            has_shape(token_at(self.tokens, before).text(self.text), Shape::Gerund)
        });
        if several && spoken_to && self.singular_verb(at) {
            return Vec::new();
        }
        // "stabbed the clerk and her daughter to death"
        let adjective = (self.verb_at(at)).is_some_and(|verb| verb.form == Form::Adjective);
        let stabbed = several && adjective && list.iter().any(|&item| self.is_shot(item));
        list.retain(|&item| {
            stabbed && (self.is_free(item) || self.is_shot(item))
                || self.is_victim(item, at, several)
        });
        list
    }

    /// The counted people of the sentence that "them" or "they" stands for.
    pub(super) fn antecedent(&self, at: usize) -> usize {
        let plural = self
            .phrase(at)
            .is_some_and(|phrase| phrase.head == Head::Pronoun)
            && !self.has_class(at, Class::OnePronoun);
        if !plural {
            return at;
        }
        let counted = |&index: &usize| {
            self.phrase(index)
                .is_some_and(|phrase| phrase.is_counted_people() && phrase.quantity.is_some())
        };
        // "Two guards were hurt and taken to hospital, where they died"
        let open = |&index: &usize| {
            let told = self.used_for(index).map(|index| self.outcome_of(index));
            self.is_free(index) || self.is_shot(index) || told == Some(Outcome::Injured)
        };
        (0..at).rev().find(counted).filter(open).unwrap_or(at)
    }

    /// The head of the subject of the verb at `at`.
    pub(super) fn subject_head(&self, at: usize) -> Option<usize> {
        let verb = *self.verb_at(at)?;
        // "Nobody knows how many are missing"
        if self.has_class(at, Class::Question) {
            return None;
        }
        let mut next = self.before(at)?;
        for _ in 0..LONGEST_SEARCH {
            match self.look(next, &verb, at) {
                Look::Found(subject) => {
                    return Some(subject).filter(|_| !self.tells_of_others(subject, at));
                }
                Look::Stop => return None,
                Look::Skip(to) => next = to,
            }
        }
        None
    }

    /// "Nine judges ruled in favour of men jailed", "Nine men marched for soldiers who died": whether the verb at `verb` tells
    /// of the people right before it, whom an unknown verb parts from the `subject`.
    fn tells_of_others(&self, subject: usize, verb: usize) -> bool {
        let people = |phrase: &Phrase| {
            let known = phrase.head == Head::Name && phrase.definite && self.is_titled(phrase);
            known || phrase.head == Head::Person && phrase.quantity.is_none()
        };
        let relative = self.follows(verb, Pieces::RELATIVE);
        let end = verb - usize::from(relative);
        let beside = subject + 1 < end && self.phrase(end - 1).is_some_and(people);
        let bare = |group: &VerbGroup| group.form == Form::PastOrParticiple;
        let bare = || self.verb_at(verb).is_some_and(bare) && !self.has_copula(verb);
        beside && (relative || bare()) && (subject + 1..end).any(|at| self.may_be_deed(at))
    }

    /// Whether the chunk at `at` is a word that no table has, formed like the past of a verb: "marched".
    fn is_past_other(&self, at: usize) -> bool {
        let printed = token_at(self.tokens, self.start(at)).text(self.text);
        self.is(at, Pieces::OTHER) && has_shape(printed, Shape::Participle) && !self.is_gerund(at)
    }

    /// What the chunk at `at` means, met on the way left from the verb at `verb_at`.
    fn look(&self, at: usize, verb: &VerbGroup, verb_at: usize) -> Look {
        let behind = |opening: Option<usize>| opening.map_or(Look::Stop, |index| self.go_on(index));
        let unless = |stop: bool| if stop { Look::Stop } else { self.go_on(at) };
        match &self.chunks[at].piece {
            // "the names of 96 people who were killed"
            Piece::Relative if self.told_by_relative(at).is_some() => {
                self.told_by_relative(at).map_or(Look::Stop, Look::Found)
            }
            // "There were six people aboard, all of whom were killed"
            Piece::Relative if self.is_all_of(at) => {
                (self.last_counted(at)).map_or(Look::Stop, Look::Found)
            }
            Piece::Adverb
            | Piece::Relative
            | Piece::Preposition
            | Piece::Including
            | Piece::Among
            | Piece::Excluding => self.go_on(at),
            Piece::That => unless(!self.is_people_before(at)),
            Piece::Other => unless(self.is_finite_other(at) && !self.relative_before(at)),
            Piece::Phrase(phrase) => self.look_at_phrase(at, phrase, verb, verb_at),
            Piece::Comma if self.is(at + 1, Pieces::OF_PARTS) => self.go_on(at),
            // "The gunman, who was also killed, wounded four"
            Piece::Comma
                if self.is(at + 1, Pieces::RELATIVE)
                    && (self.has_class(verb_at, Class::Continuation)
                        || matches!(verb.role, Role::Harm(Outcome::Killed | Outcome::Rescued))
                            && self.before(at).is_some_and(|at| self.has_quantity(at))) =>
            {
                self.go_on(at)
            }
            Piece::Comma | Piece::Dash
                if verb.role != Role::Harm(Outcome::Buried) && self.counts_everybody(at) =>
            {
                Look::Found(at - 1)
            }
            Piece::Comma => match self.opening_comma(at) {
                Some(open) => self.go_on(open),
                // "Nine men, held since May, were tried"
                None if self.describes_people(at, verb, verb_at) => Look::Found(at - 1),
                // "Five people including a teacher, were killed": a comma that closes alone.
                None => unless(!self.tells_of_parts_before(at)),
            },
            Piece::Close => behind(self.last_before(at, Pieces::OPEN)),
            Piece::Dash => behind(self.last_before(at, Pieces::DASH)),
            Piece::Verb(other) => unless(self.is_other_clause(at, other, verb)),
            Piece::And => self.shared_subject(at).map_or(Look::Stop, Look::Found),
            Piece::Subordinator if self.is_listed_as(at) => self.go_on(at),
            Piece::Colon
            | Piece::Semicolon
            | Piece::Open
            | Piece::Subordinator
            | Piece::Toll(_)
            | Piece::Total => Look::Stop,
        }
    }

    /// Whether "all of" stands right before the word at `at`.
    fn is_all_of(&self, at: usize) -> bool {
        let all = (self.start(at).checked_sub(2)).map(|all| token_at(self.tokens, all).entry);
        let exact = all.is_some_and(|all| all.bound_before == Some(Qualifier::Exact));
        exact && at > 0 && self.is_of(at - 1)
    }

    /// "listed 40 people as killed and 11 as missing": whether the chunk at `at` joins a number to what it is listed as.
    fn is_listed_as(&self, at: usize) -> bool {
        let counted = |number: &usize| {
            (self.phrase(*number)).is_some_and(|phrase| phrase.is_counted_people())
                && self.has_quantity(*number)
        };
        let number = self.before(at).filter(counted);
        let before = number.and_then(|number| self.before(number));
        before.is_some_and(|before| {
            let listed = (self.verb_at(before))
                .is_some_and(|verb| matches!(verb.role, Role::Report(_)));
            let goes_on = self.is(before, Pieces::AND)
                && before >= 2
                && matches!(self.verb_at(before - 1), Some(verb) if matches!(verb.role, Role::Harm(_)))
                && self.is(before - 2, Pieces::SUBORDINATOR);
            listed || goes_on
        })
    }

    /// "Everyone on board, 62 people, died", "The victims, two men and a boy, were hurt": whether the sign at `at` closes the
    /// number of everybody before it.
    fn counts_everybody(&self, at: usize) -> bool {
        let parts = |at: usize| self.is(at, Pieces::COMMA | Pieces::DASH);
        // "Everyone on the plane - 42 passengers and six crew - died"
        let listed = |&index: &usize| self.is(index, Pieces::PHRASE | Pieces::AND);
        let first = (0..at).rev().take_while(listed).last();
        let Some(open) = (first.and_then(|first| self.before(first))).filter(|&open| parts(open))
        else {
            return false;
        };
        let people = self
            .phrase(at - 1)
            .is_some_and(|phrase| phrase.is_counted_people());
        let number = people && (open..at).any(|index| self.has_quantity(index));
        let everybody = |index| {
            // "and the rest, 39, were executed in Tarn"
            self.has_class(index, Class::Everybody)
                || self.has_class(index, Class::Victims)
                || self.has_class(index, Class::Share)
        };
        number && (open.saturating_sub(LONGEST_ITEM)..open).any(everybody)
    }

    /// "in memory of 16 pupils and a teacher killed in May": the counted people whom a preposition that hangs on no people
    /// opens, before the "and" of the phrase at `at`, where a participle at `verb` tells of both.
    fn governed_item(&self, at: usize, verb: usize) -> Option<usize> {
        let item = at
            .checked_sub(2)
            .filter(|_| self.follows(at, Pieces::AND))?;
        let group = self.verb_at(verb)?;
        let bare = group.form == Form::PastOrParticiple && !self.has_copula(verb);
        let counted = (self.phrase(item)).is_some_and(|phrase| phrase.head == Head::Person)
            && self.has_quantity(item);
        let of = self
            .before(item)
            .filter(|&of| self.is(of, Pieces::PREPOSITION))?;
        let people = self.before(of).and_then(|base| self.phrase(base));
        (bare && counted && verb == at + 1 && !people.is_some_and(Phrase::is_people))
            .then_some(item)
    }

    /// Whether the participle right behind the comma at `at` describes the people counted before it.
    fn describes_people(&self, at: usize, verb: &VerbGroup, verb_at: usize) -> bool {
        let counted = |people: usize| {
            (self.phrase(people)).is_some_and(|phrase| phrase.head == Head::Person)
                && self.has_quantity(people)
        };
        verb.form == Form::PastOrParticiple
            && verb_at == at + 1
            && self.before(at).is_some_and(counted)
    }

    /// Whether "including" stands before the chunk at `at` with no comma between.
    fn tells_of_parts_before(&self, at: usize) -> bool {
        (0..at)
            .rev()
            .take(LONGEST_ITEM)
            .take_while(|&index| !self.is(index, Pieces::COMMA))
            .any(|index| self.is(index, Pieces::OF_PARTS))
    }

    /// Goes on with the chunk left of `at`.
    fn go_on(&self, at: usize) -> Look {
        self.before(at).map_or(Look::Stop, Look::Skip)
    }

    /// The nearest chunk left of `at` of `pieces`.
    fn last_before(&self, at: usize, pieces: Pieces) -> Option<usize> {
        (0..at).rev().find(|&index| self.is(index, pieces))
    }

    /// Whether people stand right before the chunk at `at`: "the men that were killed".
    fn is_people_before(&self, at: usize) -> bool {
        self.before(at)
            .and_then(|before| self.phrase(before))
            .is_some_and(Phrase::is_people)
    }

    /// Whether the verb group `other` at `at` has a subject of its own, so that what stands before it is not the
    /// subject of `verb`.
    fn is_other_clause(&self, at: usize, other: &VerbGroup, verb: &VerbGroup) -> bool {
        let split = other.role == Role::Be && verb.form == Form::PastOrParticiple
            || matches!(other.role, Role::Report(_));
        if split {
            return false;
        }
        if matches!(other.role, Role::Leave) && verb.form == Form::Adjective {
            return true;
        }
        // "a man undergoing treatment died"
        let bare = other.form == Form::Adjective && !self.has_copula(at);
        let nonfinite = matches!(
            other.form,
            Form::Gerund | Form::PastOrParticiple | Form::Infinitive
        );
        !nonfinite && !bare && !self.relative_before(at)
    }

    /// Whether an unknown word is a finite verb that ends the search for a subject. A participle behind its noun
    /// ("militants linked to the group were killed") is none, and cannot be told apart by its form.
    fn is_finite_other(&self, at: usize) -> bool {
        // "migrants trying to reach Orlen drowned"
        self.has_class(at, Class::Plan) && !self.has_class(at, Class::Feared) && !self.is_gerund(at)
    }

    /// Whether "who" or "which" stands shortly before, so that the verb belongs to a relative clause.
    fn relative_before(&self, at: usize) -> bool {
        (at.saturating_sub(4)..at).any(|index| self.is(index, Pieces::RELATIVE))
    }

    /// Whether the phrase at `at`, met on the way left from a verb, is its subject.
    fn look_at_phrase(&self, at: usize, phrase: &Phrase, verb: &VerbGroup, verb_at: usize) -> Look {
        let before = self.before(at);
        let skip = |by: usize| at.checked_sub(by).map_or(Look::Stop, Look::Skip);
        // "of former president Evo Rell": a word that only describes may stand between.
        let attribute = phrase.head == Head::Name && self.follows(at, Pieces::OTHER);
        let governed_by = before.and_then(|index| index.checked_sub(usize::from(attribute)));
        let governor =
            governed_by.filter(|&index| self.is(index, Pieces::PREPOSITION | Pieces::OF_PARTS));
        // "were among the civilians killed": those killed, whose part the subject is.
        let among = governor.is_some_and(|index| self.is(index, Pieces::AMONG));
        if among && phrase.definite && phrase.quantity.is_none() && verb_at == at + 1 {
            return Look::Stop;
        }
        if let Some(governor) = governor {
            return if self.is_governed_subject(at, phrase, governor, verb, verb_at) {
                Look::Found(at)
            } else {
                self.go_on(governor)
            };
        }
        // "five workers of the charity Tarn Aid": a name that hangs on what it names.
        if phrase.head == Head::Name
            && let Some(named) = before.filter(|&named| self.is_governed(named))
            && self
                .phrase(named)
                .is_some_and(|named| named.quantity.is_none())
        {
            return named.checked_sub(2).map_or(Look::Stop, Look::Skip);
        }
        let named = matches!(
            phrase.head,
            Head::OnePerson | Head::Name | Head::Pronoun | Head::Those(_)
        );
        // "migrants fleeing Orlen are feared to have drowned"
        let object = phrase.head == Head::Name
            && before.is_some_and(|verb| {
                (self.verb_at(verb)).is_some_and(|verb| verb.form == Form::Gerund)
            });
        if object {
            return skip(2);
        }
        if phrase.is_counted_people() || named {
            return Look::Found(at);
        }
        // "several were wounded and others died"
        if self.has_class(at, Class::Other) && self.follows(at, Pieces::AND) {
            return Look::Stop;
        }
        // "Two men believed to be members were killed"
        let believed = |said: usize| {
            self.has_class(said, Class::Possible)
                && (said + 1..at)
                    .any(|be| self.verb_at(be).is_some_and(|verb| verb.role == Role::Be))
        };
        if phrase.head == Head::Person
            && let Some(said) = (at.saturating_sub(3)..at).find(|&said| believed(said))
        {
            return said.checked_sub(1).map_or(Look::Stop, Look::Skip);
        }
        // "Twelve people, all farmers, were killed": an apposition between commas.
        let apposed = self.follows(at, Pieces::COMMA);
        if phrase.head == Head::Person && apposed || self.follows(at, Pieces::AND) {
            return skip(2);
        }
        if matches!(
            phrase.head,
            Head::Thing(Reason::Age | Reason::Duration | Reason::Date | Reason::Year)
        ) {
            return skip(1);
        }
        Look::Stop
    }

    /// Whether the phrase at `at`, behind the preposition at `governor`, is the subject of a verb all the same: "after
    /// 12 people were killed", "with 12 people killed".
    fn is_governed_subject(
        &self,
        at: usize,
        phrase: &Phrase,
        governor: usize,
        verb: &VerbGroup,
        verb_at: usize,
    ) -> bool {
        // "Two of five hostages killed": the two.
        let taken = self
            .before(governor)
            .and_then(|before| self.phrase(before)?.whole);
        if matches!(taken, Some(Whole::Those(told)) if verb.role != Role::Harm(told)) {
            return false;
        }
        // "Three generations of one family died"
        let things = |phrase: &Phrase| phrase.head == Head::Thing(Reason::Things);
        let counted = (self.before(governor)).filter(|&at| self.has_quantity(at));
        if self.is_of(governor) && counted.and_then(|at| self.phrase(at)).is_some_and(things) {
            return false;
        }
        // "ended with 21 people dying"
        let dying = verb.form == Form::Gerund && self.has_class(governor, Class::With);
        let bare = dying
            || matches!(verb.form, Form::PastOrParticiple | Form::Adjective)
                && !self.has_copula(verb_at);
        // "with 12 people reported missing"
        let reported = (self.verb_at(at + 1))
            .is_some_and(|told| told.role == Role::Report(Status::Reported) && verb_at == at + 2);
        let beside = bare && (verb_at == at + 1 || reported);
        let clause =
            self.has_class(governor, Class::Subordinator) && self.is_whole_clause(at, verb_at);
        // "The father of two boys died", but "the father of two boys killed in May"
        let parent = (self.before(governor)).is_some_and(|at| self.has_class(at, Class::Kin));
        let parent = parent && verb.frame == Frame::Subject && verb.form != Form::Adjective;
        // "a thousand mourners came to a service for seven children killed"
        // "Two Orlenians among 12 killed"
        let near = || {
            let governs = self.is(governor, Pieces::PREPOSITION | Pieces::AMONG)
                && !self.only_describes(governor);
            governs && verb.frame != Frame::Subject && phrase.group != Group::Families
        };
        phrase.is_counted_people()
            && !parent
            && (clause || beside && (near() || !self.has_victims_further_left(governor)))
    }

    /// Whether what stands behind the preposition at `at` only describes the people before it: "pupils of two schools".
    fn only_describes(&self, at: usize) -> bool {
        let attributive =
            const { Classes::of(&[Class::Of, Class::From, Class::With, Class::In, Class::By]) };
        within(self.tokens, self.span(at))
            .iter()
            .any(|token| token.entry.classes.meets(attributive))
    }

    /// The counted people behind a preposition whom the relative word at `at` speaks of: "of a clerk who", "of a clerk in
    /// Orlen who".
    fn told_by_relative(&self, at: usize) -> Option<usize> {
        let near = at.checked_sub(1).filter(|&near| self.is_governed(near))?;
        let far = near.checked_sub(2).filter(|&far| self.is_governed(far));
        let told = |&at: &usize| self.tells_of_counted(at);
        Some(near).filter(told).or(far.filter(told))
    }

    /// Whether the phrase at `at` counts people, and none stand before what it hangs on: "a vigil for a boy who was shot dead".
    fn tells_of_counted(&self, at: usize) -> bool {
        let counted = |at: usize| {
            let people = |phrase: &&Phrase| phrase.is_counted_people();
            self.phrase(at).filter(people)
        };
        // "named nine of the 14 people who were killed"
        let listed = |phrase: &Phrase| matches!(phrase.whole, Some(Whole::Those(_)));
        let before = at.checked_sub(2).and_then(counted);
        counted(at).is_some() && before.is_none_or(listed)
    }

    /// Whether nothing but the phrase and adverbs stand between a subordinating word and the verb.
    fn is_whole_clause(&self, at: usize, verb: usize) -> bool {
        (at + 1..verb).all(|index| self.is(index, Pieces::ADVERB | Pieces::OTHER))
    }

    /// Whether counted people stand further left in the same clause, so that a phrase behind a preposition only
    /// describes them.
    fn has_victims_further_left(&self, at: usize) -> bool {
        for index in (0..at).rev() {
            match &self.chunks[index].piece {
                Piece::Phrase(phrase)
                    if phrase.is_counted_people() && phrase.head == Head::Person =>
                {
                    let governed = self.follows(index, Pieces::PREPOSITION);
                    return !governed && self.is_free(index);
                }
                Piece::Verb(_)
                | Piece::Comma
                | Piece::Semicolon
                | Piece::Subordinator
                | Piece::That
                | Piece::And => {
                    return false;
                }
                _ if self.may_be_deed(index) => return false,
                _ => {}
            }
        }
        false
    }

    /// Whether a word that no table has, at `at`, is most likely a finite verb: "3,000 people marched over the death of a boy
    /// shot", "400 people took part", "six men stole the car of a clerk killed".
    fn may_be_deed(&self, at: usize) -> bool {
        let token = token_at(self.tokens, self.start(at));
        let articles = const { Classes::of(&[Class::Determiner, Class::Indefinite, Class::Aged]) };
        let word = token.kind == Kind::Word
            && token.case == Case::Lower
            && !token.entry.classes.meets(articles);
        let many = |phrase: &Phrase| phrase.head == Head::Person && phrase.is_counted_people();
        let subject = at
            .checked_sub(1)
            .is_some_and(|before| self.phrase(before).is_some_and(many));
        let object =
            self.has_class(at + 1, Class::Determiner) || self.has_class(at + 1, Class::Indefinite);
        self.is(at, Pieces::OTHER) && word && (subject || object || self.is_past_other(at))
    }

    /// The comma that opens the parenthesis which the comma at `at` closes: one with counted people before it, or else
    /// with people of any kind.
    fn opening_comma(&self, at: usize) -> Option<usize> {
        let from = at.saturating_sub(20);
        let people = |open: &usize| {
            self.before(*open)
                .and_then(|before| self.people_ending_at(before))
        };
        let commas = || {
            (from..at)
                .rev()
                .filter(|&index| self.is(index, Pieces::COMMA))
        };
        let counted = |open: &usize| {
            people(open)
                .and_then(|at| self.phrase(at))
                .is_some_and(|phrase| phrase.quantity.is_some())
        };
        // "two men, aged 23 and 31, and a woman, 28, were killed": an age is of the one before it.
        let age = (at.checked_sub(1).and_then(|age| self.age_opens_at(age)))
            .filter(|open| people(open).is_some());
        age.or_else(|| commas().find(counted))
            .or_else(|| commas().find(|open| people(open).is_some()))
    }

    /// The phrase of people that ends at chunk `at`, itself or with the prepositional phrases that hang on it.
    fn people_ending_at(&self, at: usize) -> Option<usize> {
        let (head, phrase) = self.free_phrase_ending_at(at, self.chunks.len())?;
        (phrase.is_people() && phrase.head != Head::Pronoun).then_some(head)
    }

    /// The phrase that ends at chunk `at` with the prepositional phrases that hang on it, found within `steps` steps.
    fn free_phrase_ending_at(&self, at: usize, steps: usize) -> Option<(usize, &Phrase)> {
        let mut next = at;
        for _ in 0..steps {
            match &self.chunks[next].piece {
                Piece::Phrase(_) if self.is_governed(next) => next = next.checked_sub(2)?,
                Piece::Phrase(phrase) => return Some((next, phrase)),
                // "38 members of the choir": a word that no table has.
                Piece::Adverb | Piece::Other | Piece::Relative | Piece::Preposition => {
                    next = self.before(next)?;
                }
                _ => return None,
            }
        }
        None
    }

    /// Whether the phrase at `at` hangs on the word before it.
    fn is_governed(&self, at: usize) -> bool {
        self.follows(at, Pieces::PREPOSITION | Pieces::INCLUDING | Pieces::AMONG)
    }

    /// "12 people were shot and killed", "a man was stabbed on Monday and died": the subject of the verb before "and".
    fn shared_subject(&self, and: usize) -> Option<usize> {
        let mut next = self.before(and)?;
        let listed =
            |verb: usize| self.follows(verb, Pieces::COMMA) && self.is_participle(verb - 2);
        // "was kidnapped, shot, and killed"
        if next > 0 && self.is(next, Pieces::COMMA) && self.is_participle(next - 1) {
            next -= 1;
        }
        for _ in 0..LONGEST_ITEM {
            match &self.chunks[next].piece {
                Piece::Verb(_) if next > 1 && self.is_participle(next) && listed(next) => next -= 2,
                Piece::Verb(verb) if !matches!(verb.role, Role::Report(_)) => {
                    let active = matches!(
                        verb.form,
                        Form::Active | Form::PastOrParticiple | Form::Gerund
                    );
                    if active && !self.object(next).is_empty() {
                        return None;
                    }
                    return self.subject_head(next);
                }
                Piece::Phrase(phrase) if phrase.is_counted_people() => return None,
                // "was shot while riding a bicycle and died"
                Piece::Subordinator if self.is_gerund(next + 1) => next = self.before(next)?,
                Piece::Comma
                | Piece::Semicolon
                | Piece::Subordinator
                | Piece::That
                | Piece::Relative => return None,
                _ => next = self.before(next)?,
            }
        }
        None
    }

    /// Whether the chunk at `at` tells what was done to people: "kidnapped".
    fn is_participle(&self, at: usize) -> bool {
        self.verb_at(at).is_some_and(|verb| {
            let done = matches!(verb.role, Role::Harm(_) | Role::Violence);
            done && matches!(verb.form, Form::PastOrParticiple | Form::Passive)
        })
    }

    /// Whether the chunk at `at` is a verb in "-ing".
    pub(super) fn is_gerund(&self, at: usize) -> bool {
        self.chunks.get(at).is_some_and(|chunk| {
            has_shape(
                token_at(self.tokens, chunk.span.start).text(self.text),
                Shape::Gerund,
            )
        })
    }

    /// The counted people before the phrase at `at` in a list.
    pub(super) fn previous_item(&self, at: usize) -> Option<usize> {
        let start = self.before(at)?;
        let joint = |index: usize| self.is(index, Pieces::AND | Pieces::COMMA | Pieces::ADVERB);
        let mut next = start;
        let mut aged = false;
        loop {
            if let Some(open) = self.age_opens_at(next) {
                (next, aged) = (open, true);
            } else if !joint(next) {
                break;
            }
            next = self.before(next)?;
        }
        if next == start || !self.is(start, Pieces::AND | Pieces::COMMA) {
            return None;
        }
        // "his son, cousin and driver"
        let owned = self.is_owned_one(at);
        let comma_only =
            !aged && !owned && (next + 1..=start).all(|index| self.is(index, Pieces::COMMA));
        // "People came to bury Ana Rell, one of nine women killed": of her alone.
        let and = (next + 1..=start).any(|index| self.is(index, Pieces::AND));
        if !and && is_at(self.tokens, self.start(at) + 1, Class::Of) {
            return None;
        }
        // "a service for a mother and her two children killed"
        let counted = self.phrase(next).is_some_and(Phrase::is_counted_people);
        if counted && self.follows(next, Pieces::PREPOSITION) && !self.only_describes(next - 1) {
            return self.is_free(next).then_some(next);
        }
        let Some((item, phrase)) = self.free_phrase_ending_at(next, LONGEST_ITEM) else {
            return self.before_clause(next);
        };
        // "Imre Dost, mayor of Orlen, and eight others were killed"
        let named = || (item.checked_sub(2)).filter(|&named| self.is_named_person(named));
        let office = phrase.head == Head::Person && phrase.quantity.is_none();
        if let Some(named) = named().filter(|_| office && self.follows(item, Pieces::COMMA)) {
            return Some(named);
        }
        // "No inmates escaped and no guards were hurt": of the inmates something else is told.
        if phrase.zero && (item + 1..=next).any(|index| self.is(index, Pieces::OTHER)) {
            return None;
        }
        let opens = || comma_only && self.is_first_item(item, phrase, at);
        let found = self.is_item(item, phrase, comma_only, aged) || opens();
        found.then_some(item).or_else(|| self.before_clause(next))
    }

    /// "Two officers who acted as her guards and a clerk were hurt": the counted people before the relative clause that
    /// ends at `at`.
    fn before_clause(&self, at: usize) -> Option<usize> {
        let ends = Pieces::COMMA | Pieces::AND | Pieces::THAT;
        let clause = (at.saturating_sub(LONGEST_ITEM)..at).rev();
        let mut clause = clause.take_while(|&index| !self.is(index, ends));
        let people = self.before(clause.find(|&index| self.is(index, Pieces::RELATIVE))?)?;
        let counted = |phrase: &Phrase| {
            phrase.head == Head::Person && phrase.quantity.is_some() && !phrase.definite
        };
        (self.phrase(people).is_some_and(counted) && self.is_free(people)).then_some(people)
    }

    /// "Mayor Imre Dost, his driver and ...", "Ana Rell, Tom Verin and ...": whether the person at `item`, who opens the
    /// clause, opens a list that goes on with the one at `next`. A name before a comma may else be a place.
    fn is_first_item(&self, item: usize, phrase: &Phrase, next: usize) -> bool {
        let person = phrase.head == Head::Name && self.is_person_name(phrase);
        let goes_on = || {
            let owned = self.has_class(next, Class::Own);
            let named = self.is_named_person(item);
            owned || named && (self.is_titled(phrase) || self.is_named_person(next))
        };
        person && self.is_free(item) && self.opens_clause(item) && goes_on()
    }

    /// The comma before the ages that end at `at`: "Imre Dost, 34", "two men, aged 23 and 31".
    fn age_opens_at(&self, at: usize) -> Option<usize> {
        let mut first = at;
        while self.follows(first, Pieces::AND | Pieces::COMMA)
            && first > 1
            && self.is_age(first - 2)
        {
            first -= 2;
        }
        let mut comma = self.before(first).filter(|_| self.is_age(at))?;
        if self.is(comma, Pieces::OTHER) && self.has_class(comma, Class::Aged) {
            comma = self.before(comma)?;
        }
        self.is(comma, Pieces::COMMA).then_some(comma)
    }

    /// Whether the phrase at `at` is an age.
    pub(super) fn is_age(&self, at: usize) -> bool {
        self.phrase(at)
            .is_some_and(|phrase| phrase.head == Head::Thing(Reason::Age))
    }

    /// Whether the phrase at `at` can be an item of a list of victims. A name before a comma alone may be a place; `aged` =
    /// an age stands behind it.
    fn is_item(&self, at: usize, phrase: &Phrase, comma_only: bool, aged: bool) -> bool {
        // "The minister, three aides and a pilot were killed": a name before a comma may be a place, a title that opens
        // its clause is none.
        let opens = phrase.definite
            && token_at(self.tokens, phrase.span.end - 1).case == Case::Lower
            && (at == 0 || self.follows(at, Pieces::THAT | Pieces::SUBORDINATOR));
        let one = matches!(phrase.head, Head::OnePerson)
            || phrase.head == Head::Name
                && (!comma_only || opens)
                && (aged || self.is_person_name(phrase));
        // "12 and nine dead respectively"
        let apart = || any_is(self.tokens, Class::Respectively);
        let counted = phrase.is_counted_people() && (phrase.head != Head::Bare || apart());
        // The object of another verb: "rebels killed two men and three women died". What is left dead is not.
        let taken = self.before(at).is_some_and(|index| {
            self.verb_at(index).is_some_and(|verb| {
                let states = matches!(verb.role, Role::Report(_) | Role::Be | Role::Leave);
                verb.form != Form::Passive && !states
            })
        });
        // "According to a doctor, two officers were hurt"
        let speaks =
            (self.before(at)).is_some_and(|before| self.has_class(before, Class::According));
        // "confronted the attacker and two boys were stabbed"
        let met = phrase.definite
            && phrase.quantity.is_none()
            && self.before(at).is_some_and(|done| {
                let printed = token_at(self.tokens, self.start(done)).text(self.text);
                self.is(done, Pieces::OTHER) && done > 0 && has_shape(printed, Shape::Participle)
            });
        // "stabbed the clerk and her daughter to death": the whole list of those stabbed.
        let shot = self.is_shot(at);
        (counted || one || shot)
            && (shot || !taken && !met && !speaks && self.is_free(at))
            && phrase.whole.is_none()
    }
}

/// What a chunk met on the way to the subject means.
enum Look {
    /// This chunk is the subject.
    Found(usize),
    /// There is no subject to be found.
    Stop,
    /// Go on from there.
    Skip(usize),
}
