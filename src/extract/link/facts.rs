//! Whether a verb states a fact about its victims, or only what is negated, supposed, planned, hoped or judged.

use super::Linker;
use super::verbs::status;
use crate::extract::chunk::Pieces;
use crate::extract::lexicon::{Class, Forms, Frame, Shape, has_shape};
use crate::extract::outcome::{Form, Mood, Role, VerbGroup};
use crate::extract::text::{Kind, Token, any_is, token_at, within};
use crate::model::{Outcome, Qualifier, Reason, Status};

/// The most words from "could" to "homeless".
const MOST_BEHIND_MODAL: usize = 3;

/// The most words from "whether" to a verb in the past.
const NEAR_CONDITION: usize = 3;

/// The most words from "if" to the verb of its clause.
const LONGEST_CONDITION: usize = 20;

/// The most words from a hope to those who are sought.
const LONGEST_HOPE: usize = 8;

/// The most words before a verb that say whether it is done, hoped or judged.
const NEAR_VERB: usize = 8;

impl Linker<'_> {
    /// Why a verb states no fact about `victims`, or `None`.
    pub(super) fn not_a_fact(
        &self,
        at: usize,
        verb: &VerbGroup,
        victims: &[usize],
    ) -> Option<Reason> {
        // "No one was seriously hurt" does not say that nobody was.
        let zero = self.any_zero(victims);
        if verb.negated && !zero || zero && self.has_class(at, Class::Severity) {
            return Some(Reason::Negated);
        }
        if self.is_supposed(at, verb, victims) {
            return Some(Reason::Hypothetical);
        }
        if self.is_undone_deed(at, verb, victims) {
            return Some(Reason::NotDone);
        }
        let start = self.start(at);
        // "ruled that he be put to death"
        let first = token_at(self.tokens, start);
        if first.is(Class::Be) && first.text_len() == 2 && !first.is(Class::Present) {
            return Some(Reason::Hypothetical);
        }
        let before = |by: usize, class: Class| {
            (start.checked_sub(by)).is_some_and(|at| self.token_is(at, class))
        };
        // "It nearly killed three": nobody died.
        if before(1, Class::Nearly) || self.has_class(at, Class::Nearly) {
            return Some(Reason::NotDone);
        }
        if before(1, Class::Of) && before(2, Class::Chance) {
            return Some(Reason::Risk);
        }
        let near = |class: Class| any_is(self.words_near(start), class);
        let done = self.is_done(verb) || verb.frame != Frame::Object && near(Class::Causative);
        if verb.form == Form::Infinitive && !done
            || self.is_alive_unsure(verb, start)
            || self.is_alternative(verb)
        {
            return Some(Reason::NotDone);
        }
        // "forced nine from their homes"; who watched from there is at home.
        let home = self.token_is(verb.main, Class::From);
        if home && !near(Class::Causative) {
            return Some(Reason::NotDone);
        }
        if verb.form == Form::Adjective && near(Class::Judged) {
            return Some(Reason::Sentenced);
        }
        let nonfinite = matches!(verb.form, Form::Infinitive | Form::Gerund);
        (nonfinite && !done && self.is_planned(start)).then_some(Reason::NotDone)
    }

    /// The words before the token at `start` that say whether something is done, hoped or judged.
    fn words_near(&self, start: usize) -> &[Token] {
        within(self.tokens, start.saturating_sub(NEAR_VERB)..start)
    }

    /// Whether the verb at `at` only supposes what it says of `victims`.
    fn is_supposed(&self, at: usize, verb: &VerbGroup, victims: &[usize]) -> bool {
        // "Had the bomb gone off, it could have killed hundreds"
        let had = || self.token_is(0, Class::Had) || self.token_is(0, Class::Hypothetical);
        verb.mood == Mood::Hypothetical
            || verb.mood == Mood::Possible && had()
            || self.is_yet_to_come(at, verb, victims)
            || self.could_end_up(at, verb)
            || self.is_definition(at, victims)
            || (victims.iter()).any(|&victim| self.is_asked_of(at, victim))
    }

    /// "checking if she needed medical attention", "whether the man shot himself", "will weep if a mother sentenced for
    /// having a child is killed"
    fn is_asked_of(&self, at: usize, victim: usize) -> bool {
        let start = self.start(at);
        let end = self.start(victim).min(start);
        let from = end.saturating_sub(LONGEST_CONDITION);
        let known = |token: &Token| {
            token.is(Class::Subordinator) || token.is_sign(',') || is_whether(token)
        };
        let opens = within(self.tokens, from..end).iter().rposition(known);
        opens.is_some_and(|opens| {
            let one = !self.has_quantity(victim) && self.token_is(start, Class::Present);
            let near = end - from - opens <= NEAR_CONDITION;
            (one || near) && is_whether(token_at(self.tokens, from + opens))
        })
    }

    /// "to step back before hundreds more die"
    fn is_yet_to_come(&self, at: usize, verb: &VerbGroup, victims: &[usize]) -> bool {
        let base = |forms: Forms| forms.has(Forms::BASE) && !forms.has(Forms::PAST);
        let yet = |&victim: &usize| {
            let before = self.start(victim).wrapping_sub(1);
            victim < at
                && self.token_is(before, Class::Subordinator)
                && self.token_is(before, Class::Preposition)
        };
        let main = token_at(self.tokens, verb.main).entry.verb;
        verb.main == self.start(at)
            && main.is_some_and(|sense| base(sense.forms))
            && victims.iter().any(yet)
    }

    /// "could end up homeless"
    fn could_end_up(&self, at: usize, verb: &VerbGroup) -> bool {
        let start = self.start(at);
        let supposed = |token: &Token| token.is(Class::Hypothetical) && token.is(Class::Modal);
        let words = within(self.tokens, start.saturating_sub(MOST_BEHIND_MODAL)..start).iter();
        verb.form == Form::Adjective
            && (words.rev())
                .take_while(|token| token.kind == Kind::Word && !token.is_number())
                .any(supposed)
    }

    /// "tried to beat a man to death", "could shoot nine dead": what was done to them was not.
    fn is_undone_deed(&self, at: usize, verb: &VerbGroup, victims: &[usize]) -> bool {
        let deed = (victims.first().filter(|&&victim| victim < at))
            .and_then(|victim| self.verb_at(victim.checked_sub(1)?))
            .filter(|deed| matches!(deed.role, Role::Violence | Role::Harm(_)))
            .filter(|_| verb.form == Form::Adjective);
        deed.is_some_and(|deed| {
            self.is_planned(deed.main) && !self.is_done(deed)
                || deed.negated
                || deed.mood == Mood::Hypothetical
        })
    }

    /// "13 hostages are believed to be alive", "it is unknown if the six are alive": nobody has them.
    fn is_alive_unsure(&self, verb: &VerbGroup, start: usize) -> bool {
        let alive = verb.role == Role::Harm(Outcome::Rescued)
            && matches!(verb.form, Form::Adjective | Form::Gerund);
        let asked = || self.words_near(start).iter().any(is_whether);
        alive && (self.is_hoped(start) || asked() || status(verb) != Status::Reported)
    }

    /// "alive or dead"
    fn is_alternative(&self, verb: &VerbGroup) -> bool {
        let or = verb.main.checked_sub(1);
        verb.form == Form::Adjective && or.is_some_and(|or| self.token_is(or, Class::Alternative))
    }

    /// "A massacre is an attack in which four or more people are killed": whether the verb at `at` tells, in the present
    /// tense, of "so many or more".
    fn is_definition(&self, at: usize, victims: &[usize]) -> bool {
        let now = self.token_is(self.start(at), Class::Present);
        let or_more = |&victim: &usize| {
            self.phrase(victim)
                .and_then(|phrase| phrase.quantity)
                .is_some_and(|quantity| {
                    let behind = quantity.start == quantity.number;
                    quantity.qualifier == Qualifier::AtLeast && behind
                })
        };
        let told_of =
            |&victim: &usize| self.follows(victim, Pieces::RELATIVE | Pieces::SUBORDINATOR);
        // "When one officer is killed, all of us lose."
        let one = |&victim: &usize| victim <= 2 && self.follows(victim, Pieces::SUBORDINATOR);
        now && victims
            .iter()
            .any(|victim| told_of(victim) && (or_more(victim) || one(victim)))
    }

    /// "hopes of finding them alive", "searching for survivors": whether those at the token `start` are sought, and no word
    /// between says that they were found.
    pub(super) fn is_hoped(&self, start: usize) -> bool {
        let near = start.saturating_sub(LONGEST_HOPE)..start;
        let Some(hope) = (near.clone().rev()).find(|&at| self.token_is(at, Class::Hope)) else {
            return false;
        };
        let found = |at: usize| {
            let token = token_at(self.tokens, at);
            let sought =
                has_shape(token.text(self.text), Shape::Gerund) || self.token_is(at - 1, Class::To);
            token.is(Class::Find) && !sought
        };
        !(hope + 1..start).any(found)
    }

    /// Whether a word of planning stands shortly before the token at `start`, in the same clause. "Took aim at Orlen after
    /// killing nine" is done.
    fn is_planned(&self, start: usize) -> bool {
        within(self.tokens, start.saturating_sub(6)..start)
            .iter()
            .rev()
            .take_while(|token| {
                let after = token.is(Class::Subordinator) && token.is(Class::Preposition);
                !after && !token.is_sign(',') && !token.is_sign(';')
            })
            .any(|token| {
                token.is(Class::Plan) && token.entry.person.is_none() && !token.is(Class::Thing)
            })
    }

    /// Whether "to kill" was carried out: "claimed to have killed", "went on to kill".
    fn is_done(&self, verb: &VerbGroup) -> bool {
        let start = verb.main.saturating_sub(3);
        // "had planned to kill" was not.
        let words = within(self.tokens, start..verb.main);
        let to = words.iter().rposition(|token| token.is(Class::To));
        // "had to flee"
        let had = to.and_then(|to| (start + to).checked_sub(1));
        had.is_some_and(|had| self.token_is(had, Class::Have))
            || words[to.unwrap_or(0)..]
                .iter()
                .any(|token| token.is(Class::Have))
    }
}

/// "whether", "if": a word of what is only asked, and no modal verb.
fn is_whether(token: &Token) -> bool {
    token.is(Class::Hypothetical) && !token.is(Class::Modal)
}
