//! Running totals: "the death toll rose from 600 to 1,000".

use super::{Linker, Part, RULE_STATE};
use crate::extract::chunk::{Piece, Pieces, TO_NUMBER};
use crate::extract::lexicon::{Class, Forms, TollWord};
use crate::extract::outcome::{Form, Role};
use crate::extract::text::{Token, any_is, token_at, within};
use crate::extract::victim::{Head, Phrase};
use crate::model::{Group, Outcome, Qualifier, Status};

/// How far a running total may stand from its number, in chunks.
const TOLL_REACH: usize = 24;

/// The most chunks from "rose" to its "to": "rose early today to 138".
const MOST_BEFORE_TO: usize = 5;

impl Linker<'_> {
    /// "the death toll rose from 600 to 1,000".
    pub(super) fn toll(&mut self, at: usize, toll: TollWord) {
        // "pulled a girl alive from the rubble, as the toll passed 2,000"
        let told = self.outcome_before_number(at);
        let saved = matches!(told, Some(Outcome::Rescued | Outcome::Released));
        let outcome = (toll.outcome)
            .or(told.filter(|_| !saved))
            .or(self
                .carried
                .filter(|&carried| carried == Outcome::Casualties))
            .unwrap_or(Outcome::Killed);
        let floor = self.bound_before_toll(at);
        if let Some(adjective) = self.before(at).filter(|&before| {
            self.phrase(before)
                .is_some_and(|phrase| phrase.quantity.is_some_and(|quantity| quantity.adjective))
        }) {
            self.add_total(adjective, at, outcome, "toll-adjective", floor);
            return;
        }
        if self.confirmed_dead(at, outcome) {
            return;
        }
        if let Some(number) = self.brought_to(at) {
            self.add_totals_of(at, &toll, outcome, &[number], floor);
            return;
        }
        let mut numbers = self.toll_numbers(at, toll.outcome.is_none());
        // "the casualty figures rose to 37 dead and 57 wounded", "new casualty figures brought the death toll to 79"
        let others = |number: usize| {
            self.is_adjective(number + 1)
                || (at + 1..number).any(|other| self.is(other, Pieces::TOLL))
        };
        if outcome == Outcome::Casualties && numbers.iter().any(|&number| others(number)) {
            return;
        }
        if let Some(old) = self.number_before_toll(at).filter(|_| !numbers.is_empty()) {
            numbers.push(old);
        }
        self.add_totals_of(at, &toll, outcome, &numbers, floor);
    }

    /// "brings to 61 the number of people killed", "put at nine -- two men and seven women -- the toll": the number before
    /// the words for the total.
    fn brought_to(&self, at: usize) -> Option<usize> {
        let dash = |end: usize| (0..end).rev().find(|&index| self.is(index, Pieces::DASH));
        let closed = dash(at).filter(|&close| close + 2 >= at);
        let end = closed.and_then(dash).unwrap_or(at);
        let number = (end.saturating_sub(2)..end).rev().find(|&index| {
            self.phrase(index)
                .is_some_and(|phrase| phrase.head == Head::Bare && phrase.quantity.is_some())
        })?;
        let start = self.start(number);
        let to = start
            .checked_sub(1)
            .filter(|&to| self.token_is(to, Class::To) || self.token_is(to, Class::At))?;
        let put = self.token_is(to, Class::At);
        let brought = within(self.tokens, ..to)
            .iter()
            .rev()
            .find(|token| !token.is(Class::Adverb))?;
        let brings = match put {
            true => brought.entry.reporting.is_some(),
            false => brought.is(Class::Bring),
        };
        (brings && self.is_free(number)).then_some(number)
    }

    /// Adds the numbers of one total, and gives them the group that it counts.
    fn add_totals_of(
        &mut self,
        at: usize,
        toll: &TollWord,
        outcome: Outcome,
        numbers: &[usize],
        floor: Option<Qualifier>,
    ) {
        let first = self.found.figures.len();
        self.add_toll_numbers(at, outcome, numbers, floor);
        // "the civilian death toll"
        let whose =
            (self.start(at).checked_sub(1)).and_then(|at| token_at(self.tokens, at).entry.person);
        let whose = whose.filter(|person| person.singular && person.group != Group::People);
        if let Some(group) = toll.group.or(whose.map(|person| person.group)) {
            for figure in self.found.figures[first..]
                .iter_mut()
                .filter(|figure| figure.bare)
            {
                (figure.group, figure.bare) = (group, false);
            }
        }
    }

    /// "Five men were confirmed dead": words for a total that are a predicate here.
    fn confirmed_dead(&mut self, at: usize, outcome: Outcome) -> bool {
        // "There are 87 confirmed dead."
        let bare = |before: &usize| {
            self.has_quantity(*before)
                && self.is_free(*before)
                && self.phrase(*before).is_some_and(Phrase::is_counted_people)
        };
        if let Some(people) = self.before(at).filter(bare) {
            // "no casualty figures" says nothing.
            if self.phrase(people).is_some_and(|phrase| !phrase.zero) {
                self.add(people, at, outcome, RULE_STATE);
            }
            return true;
        }
        // "are now confirmed dead"
        let mut before = (0..at)
            .rev()
            .skip_while(|&index| self.is(index, Pieces::ADVERB));
        let copula = before
            .next()
            .filter(|&be| self.verb_at(be).is_some_and(|verb| verb.role == Role::Be));
        let victims = copula.map_or(Vec::new(), |be| self.subject(be));
        for &victim in &victims {
            if self.has_quantity(victim) && self.is_free(victim) {
                self.add(victim, at, outcome, RULE_STATE);
            }
        }
        !victims.is_empty()
    }

    /// Adds the numbers of one total; those that it calls older are replaced by the first that it does not.
    fn add_toll_numbers(
        &mut self,
        at: usize,
        outcome: Outcome,
        numbers: &[usize],
        floor: Option<Qualifier>,
    ) {
        let first = self.found.figures.len();
        let mut current = None;
        let mut old = Vec::new();
        let raised = self.is_raised(numbers);
        for &number in numbers {
            let from = self
                .before(number)
                .is_some_and(|before| self.has_class(before, Class::From));
            // "revised down from 31 to 28"
            let to = self
                .before(number)
                .is_some_and(|before| self.has_class(before, Class::To));
            let earlier = !to && self.is_earlier(at, number);
            let index = self.add_total(number, at, outcome, "toll", floor);
            // "could rise to 50"
            if let Some(index) = index.filter(|_| self.is_only_possible(at, number)) {
                self.found.figures[index].status = Status::Projected;
            }
            match index {
                Some(index)
                    if from
                        || earlier && numbers.len() > 1
                        || raised && numbers.first() == Some(&number) =>
                {
                    old.push(index);
                }
                Some(index) => current = current.or(Some(index)),
                None => {}
            }
        }
        // "raised the toll to 22 Tesserans and one soldier"
        let people = |&number: &usize| {
            self.phrase(number)
                .is_some_and(|phrase| phrase.head == Head::Person)
        };
        if old.is_empty() && numbers.len() > 1 && numbers.iter().all(people) {
            self.mark_list(first);
        }
        for index in old {
            self.found.figures[index].superseded_by = current;
            self.found.figures[index].status = Status::Superseded;
        }
    }

    /// "The toll of 12 was raised to 15": whether the first of two numbers became the second.
    fn is_raised(&self, numbers: &[usize]) -> bool {
        let [first, second] = *numbers else {
            return false;
        };
        let between = first + 1..second;
        let to = self
            .before(second)
            .is_some_and(|to| self.has_class(to, Class::To));
        let rises = |at: usize| self.has_class(at, Class::Rise) && !self.has_class(at, Class::Be);
        first < second
            && to
            && between
                .into_iter()
                .any(|at| rises(at) && self.verb_like(at))
    }

    /// Whether the words between a total and its number say what it may become.
    fn is_only_possible(&self, toll: usize, number: usize) -> bool {
        let (toll, number) = (self.end(toll), self.start(number));
        let words = self.tokens.get(toll..number).unwrap_or_default();
        let rises = |token: &Token| token.is(Class::Rise) || token.is(Class::OverVerb);
        let supposed = |token: &Token| token.is(Class::Forecast) || token.is(Class::Possible);
        let modal = |token: &&Token| token.is(Class::Modal) && !token.is_capital();
        // "is expected to rise to 50"
        let foreseen = (words.windows(3))
            .any(|next| supposed(&next[0]) && next[1].is(Class::To) && rises(&next[2]));
        foreseen || words.iter().skip_while(|token| !modal(token)).any(rises)
    }

    /// Whether "initially" or "earlier" stands between a total and its number or right before the first of them.
    fn is_earlier(&self, toll: usize, number: usize) -> bool {
        let start = self.start(toll.min(number)).saturating_sub(4);
        let window = within(self.tokens, start..self.start(number));
        let cut = window
            .iter()
            .rposition(|token| {
                // "at first put at 109, climbs to 156"
                let rises = token.is(Class::Rise) && !token.is(Class::Earlier);
                token.is(Class::Now)
                    || rises && token.entry.reporting.is_none() && token.text_len() > 3
            })
            .map_or(0, |cut| cut + 1);
        window[cut..].iter().any(|token| token.is(Class::Earlier))
    }

    /// "Initially put at more than 600, the toll is now": the older number before the word.
    fn number_before_toll(&self, at: usize) -> Option<usize> {
        let earlier = within(self.tokens, ..self.start(at))
            .iter()
            .take(2)
            .any(|token| token.is(Class::Earlier));
        let bare = |index: &usize| {
            self.phrase(*index)
                .is_some_and(|phrase| phrase.head == Head::Bare && phrase.quantity.is_some())
        };
        (0..at)
            .rev()
            .find(bare)
            .filter(|&index| earlier && self.is_free(index))
    }

    /// "at least" before the words for a total: "at least a toll of 40".
    fn bound_before_toll(&self, at: usize) -> Option<Qualifier> {
        let start = self.start(at);
        within(self.tokens, start.saturating_sub(3)..start)
            .iter()
            .rev()
            .find_map(|token| {
                token
                    .entry
                    .bound_before
                    .filter(|&bound| bound == Qualifier::AtLeast)
            })
    }

    pub(super) fn add_total(
        &mut self,
        number: usize,
        at: usize,
        outcome: Outcome,
        rule: &'static str,
        floor: Option<Qualifier>,
    ) -> Option<usize> {
        let over = self
            .start(number)
            .checked_sub(1)
            .is_some_and(|before| self.token_is(before, Class::OverVerb));
        let index = self.add(number, at, outcome, rule)?;
        let figure = &mut self.found.figures[index];
        figure.total = true;
        if figure.count.qualifier == Qualifier::Exact && (over || floor.is_some()) {
            figure.count.qualifier = floor.unwrap_or(Qualifier::MoreThan);
            figure.count.high = None;
        }
        Some(index)
    }

    /// The numbers that a running total states, to its right. `strict` = "and" before the first number ends the search.
    fn toll_numbers(&self, at: usize, strict: bool) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        let end = self.chunks.len().min(at + TOLL_REACH + 1);
        let mut from = at + 1;
        // "the toll from a quake which jolted the county has risen to 73"
        if let Some(relative) = (from..end).find(|&next| self.is(next, Pieces::RELATIVE)) {
            let has_risen = |&next: &usize| {
                self.has_class(next, Class::Rise)
                    && (self.has_class(next - 1, Class::Have) || self.rises_to(next))
            };
            let open = (from..relative).all(|next| !self.has_quantity(next) || self.is_free(next));
            from = (relative + 1..end)
                .find(has_risen)
                .filter(|_| open)
                .unwrap_or(from);
        }
        for next in from..end {
            match &self.chunks[next].piece {
                Piece::Phrase(phrase) if self.is_toll_number(next, phrase) => {
                    if !found.is_empty() && !self.continues_toll(&found, next) {
                        break;
                    }
                    found.push(next);
                }
                Piece::Phrase(phrase) => {
                    let named = matches!(phrase.head, Head::Person | Head::Outcome(..));
                    if named && phrase.quantity.is_none() && !found.is_empty() {
                        break;
                    }
                }
                // "the loss of life reached 21, and the number of injured 80"
                Piece::Toll(_) if !found.is_empty() => break,
                _ if self.ends_toll(next, found.is_empty(), strict) => break,
                _ => {}
            }
        }
        found
    }

    /// "rose early today to at least 138": whether "to" and a number follow the verb at `at` closely.
    fn rises_to(&self, at: usize) -> bool {
        let rises = |token: &Token| token.is(Class::Rise) && !token.is(Class::Attain);
        let verb = within(self.tokens, self.span(at)).iter().any(rises) && self.verb_like(at);
        let to = |&next: &usize| self.has_class(next, Class::To) && self.has_quantity(next + 1);
        verb && (at + 1..at + MOST_BEFORE_TO).any(|next| to(&next))
    }

    /// Whether the phrase at `at` can be the number of a running total; "by 12" only says how much it rose.
    fn is_toll_number(&self, at: usize, phrase: &Phrase) -> bool {
        // "killed in the fighting between two clans"
        let side = phrase.head != Head::Bare;
        let by = self.before(at).is_some_and(|before| {
            self.has_class(before, Class::By) || side && self.has_class(before, Class::Between)
        });
        // "bringing the total to 57 cases": of those who fell ill.
        let other =
            matches!(phrase.head, Head::Outcome(outcome, _) if outcome != Outcome::Affected);
        let people = phrase.is_counted_people() || other;
        // "The toll is likely to rise, with dozens still missing", "26 people confirmed dead and 40 injured"
        let sought = self.verb_at(self.skip_adverbs(at + 1)).is_some_and(|verb| {
            let other = matches!(
                verb.role,
                Role::Harm(Outcome::Missing | Outcome::Trapped | Outcome::Injured)
            );
            // "In addition to the number of deaths, 100 people were injured"
            other && (!self.has_copula(at + 1) || self.follows(at, Pieces::COMMA))
        });
        people
            && !sought
            && phrase.quantity.is_some()
            && !by
            && self.is_free(at)
            && phrase.whole.is_none()
    }

    /// Whether the chunk at `at`, which is no phrase, ends the clause of a running total. `open` = no number was found
    /// yet.
    fn ends_toll(&self, at: usize, open: bool, strict: bool) -> bool {
        // "The toll could rise, he said, adding that two people were missing"
        if open && self.token_is(self.end(at), Class::That) && self.follows(at, Pieces::COMMA) {
            return self.is_gerund(at);
        }
        match &self.chunks[at].piece {
            Piece::Semicolon | Piece::Relative | Piece::Including => true,
            Piece::Subordinator => {
                !self.has_class(at, Class::Preposition)
                    && !self.has_class(at, Class::But)
                    && !self.is_given_as(at)
            }
            Piece::Verb(verb) => {
                let harm = matches!(verb.role, Role::Harm(_));
                // "the toll in the Orlen massacre has risen", "in the shooting": nouns.
                let tells = match verb.form {
                    Form::PastOrParticiple => false,
                    Form::Active | Form::Gerund => self.has_object(at),
                    _ => true,
                };
                harm && open && tells
            }
            Piece::And => strict && open,
            _ => false,
        }
    }

    /// "was given as 41": whether a verb of saying stands before the chunk at `at` and a bare number behind it.
    fn is_given_as(&self, at: usize) -> bool {
        let said = self.before(at).is_some_and(|before| {
            self.verb_at(before)
                .is_some_and(|verb| matches!(verb.role, Role::Report(_)))
                || within(self.tokens, self.span(before))
                    .iter()
                    .any(|token| token.entry.reporting.is_some())
        });
        let bare = self
            .phrase(at + 1)
            .is_some_and(|phrase| phrase.head == Head::Bare && phrase.quantity.is_some());
        // "gave the toll as 29"
        let total = self.follows(at, Pieces::TOLL | Pieces::TOTAL);
        (said || total) && bare
    }

    /// Whether a second number belongs to the same total: "from 600 to 1,000", "12 soldiers and 40 rebels".
    fn continues_toll(&self, found: &[usize], next: usize) -> bool {
        let Some(&last) = found.last() else {
            return true;
        };
        let follows = |index: usize, class: Class| {
            self.before(index)
                .is_some_and(|before| self.has_class(before, class))
        };
        let person = |index: usize| {
            self.phrase(index)
                .is_some_and(|phrase| phrase.head == Head::Person)
        };
        let old = follows(next, Class::Earlier)
            || follows(last, Class::From)
            || follows(next, Class::From)
            || self.is_earlier(last, last);
        let now = (last..next).any(|index| {
            self.has_class(index, Class::Now)
                || self.has_class(index, Class::Rise) && self.verb_like(index)
        });
        // "ranges from 12, the government says, to 40"
        let range = follows(last, Class::Numbered) && follows(next, Class::To);
        let revision = found.len() == 1 && (old || now || range);
        let list = self.next_item(last) == Some(next) && person(last) && person(next);
        // "to 172 from 139 dead"
        let from = follows(next, Class::From) && !self.has_copula(next + 1);
        (revision || list) && (from || !self.is_subject_of_next(next))
    }

    fn verb_like(&self, at: usize) -> bool {
        self.is(at, Pieces::OTHER | Pieces::VERB)
    }

    /// Running totals without a word for deaths: tried last, because they count what the sentence is about.
    pub(super) fn totals(&mut self) {
        if !self.pieces.meets(Pieces::TOTAL) {
            return;
        }
        for at in 0..self.chunks.len() {
            if matches!(self.chunks[at].piece, Piece::Total) {
                self.total(at);
            }
        }
    }

    /// "bringing the total to 27", "the figure is 41": of what the sentence, or the one before, is about. Where the
    /// sentence calls its earlier figure an older one, the total replaces it.
    fn total(&mut self, at: usize) {
        let told = self.sentence_outcome().or(self.carried);
        let Some(outcome) = told.or_else(|| self.is_disputed(at).then_some(Outcome::Killed)) else {
            return;
        };
        // "wants to cut their number to five"
        let planned = any_is(within(self.tokens, ..self.start(at)), Class::Plan);
        if planned || self.is_of_others(at) {
            return;
        }
        let numbers = self.toll_numbers(at, true);
        let Some(&number) = numbers.first() else {
            return;
        };
        let joined = self.chunks[at + 1..number].iter().any(|chunk| {
            within(self.tokens, chunk.span.clone())
                .iter()
                .any(|token| token.entry.classes.meets(TO_NUMBER))
        });
        if !joined {
            return;
        }
        let earlier = self.found.figures.len();
        self.add_toll_numbers(at, outcome, &numbers[..1], None);
        if self.found.figures.len() <= earlier {
            return;
        }
        // "61 were killed, up from an earlier count of 58"
        let newer = (self.found.figures[..earlier].iter())
            .position(|figure| figure.outcome == outcome && figure.part == Part::None)
            .filter(|_| self.has_class(at, Class::Earlier));
        if let Some(newer) = newer {
            let older = &mut self.found.figures[earlier];
            (older.superseded_by, older.status) = (Some(newer), Status::Superseded);
        } else {
            self.replace_older(earlier, outcome);
        }
    }

    /// "The number of arrivals fell to 900": whether a total says itself that it counts something else.
    fn is_of_others(&self, at: usize) -> bool {
        // "the number on shift"
        if self.is(at + 1, Pieces::PREPOSITION)
            && self.is(at + 2, Pieces::OTHER)
            && !self.has_class(at + 1, Class::To)
            && !self.has_class(at + 1, Class::At)
        {
            return true;
        }
        let noun = self.phrase(at + 2).filter(|_| self.is_of(at + 1));
        noun.is_some_and(|noun| match noun.head {
            Head::Unknown | Head::UnknownPlural | Head::Thing(_) => noun.quantity.is_none(),
            Head::Person => {
                let plain = matches!(
                    noun.group,
                    Group::People | Group::Civilians | Group::Migrants
                );
                plain && !self.has_class(at + 2, Class::Victims)
            }
            _ => false,
        })
    }

    /// "The figure of 40 could not be verified", "an earlier count of 600 was withdrawn": a bare number that is disputed
    /// without a word of what it counts is one of deaths.
    fn is_disputed(&self, at: usize) -> bool {
        let bare = self.is_of(at + 1)
            && self
                .phrase(at + 2)
                .is_some_and(|phrase| phrase.head == Head::Bare && phrase.quantity.is_some());
        let disputed = |token: &Token| token.is(Class::Withdrawn) || token.is(Class::Known);
        bare && self.tokens.iter().any(disputed)
    }

    /// Lets the figure with index `total` replace those before it that the sentence calls older.
    fn replace_older(&mut self, total: usize, outcome: Outcome) {
        for index in 0..total {
            let figure = &mut self.found.figures[index];
            let older = any_is(within(self.tokens, ..figure.number), Class::Earlier);
            if older && figure.outcome == outcome {
                figure.superseded_by = Some(total);
                figure.status = Status::Superseded;
            }
        }
    }

    /// What the sentence is about, as far as it is told before the number of the total at `at`: in "the toll rose to 52,
    /// with 120 injured" those have a number of their own. The injured alone are no toll either.
    fn outcome_before_number(&self, at: usize) -> Option<Outcome> {
        let number = (at + 1..self.chunks.len()).find(|&index| self.has_quantity(index));
        let end = number.map_or(self.tokens.len(), |number| self.start(number));
        let told = self.outcome_told(within(self.tokens, ..end));
        told.filter(|&outcome| outcome != Outcome::Injured)
    }

    /// The outcome that the sentence's figures, or else its verbs, are about.
    fn sentence_outcome(&self) -> Option<Outcome> {
        self.outcome_told(self.tokens)
    }

    fn outcome_told(&self, tokens: &[Token]) -> Option<Outcome> {
        self.found
            .figures
            .iter()
            .map(|figure| figure.outcome)
            .find(|&outcome| outcome == Outcome::Killed)
            .or_else(|| self.found.figures.last().map(|figure| figure.outcome))
            .or_else(|| {
                tokens.iter().find_map(|token| {
                    token
                        .entry
                        .verb
                        .filter(|verb| !verb.forms.has(Forms::BASE))
                        .and_then(|verb| verb.outcome)
                        .filter(|&outcome| {
                            outcome == Outcome::Killed || outcome == Outcome::Injured
                        })
                })
            })
    }
}
