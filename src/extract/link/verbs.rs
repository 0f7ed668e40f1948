//! What a verb says: its outcome, its victims, and whether it states a fact.

use super::{Linker, RULE_SHOT};
use crate::extract::chunk::Piece;
use crate::extract::lexicon::{Class, Frame};
use crate::extract::outcome::{Form, Mood, Role, VerbGroup};
use crate::model::{Group, Outcome, Status};

impl Linker<'_> {
    pub(super) fn verb(&mut self, at: usize, verb: VerbGroup) {
        let outcome = match verb.role {
            Role::Harm(outcome) => self.joint_outcome(at, outcome),
            _ => Outcome::Killed,
        };
        let Some((victims, rule)) = self.victims(at, &verb) else {
            return;
        };
        let shot = verb.role == Role::Harm(Outcome::Casualties);
        let rule = if shot { RULE_SHOT } else { rule };
        if let Some(reason) = self.not_a_fact(at, &verb, &victims) {
            for victim in victims {
                if self.is_free(victim) {
                    self.refuse(victim, reason);
                }
            }
            return;
        }
        let victims: Vec<usize> = victims
            .into_iter()
            .filter(|&victim| self.is_plausible(victim, at, &verb, outcome))
            .collect();
        let status = self.status(&verb);
        let zero = victims
            .iter()
            .any(|&victim| self.phrase(victim).is_some_and(|phrase| phrase.zero));
        for victim in victims {
            if let Some(index) = self.add(victim, at, outcome, rule) {
                let figure = &mut self.found.figures[index];
                figure.status = status;
                if verb.role == Role::Lose && figure.group == Group::Men {
                    figure.group = Group::Soldiers;
                }
                if zero {
                    (figure.count.low, figure.count.high, figure.one) = (Some(0), Some(0), false);
                }
            }
        }
    }

    /// "killed and injured 30", "30 people were killed or wounded": one figure for both is casualties.
    fn joint_outcome(&self, at: usize, outcome: Outcome) -> Outcome {
        let other = |index: usize| match self.verb_at(index).map(|verb| verb.role) {
            Some(Role::Harm(other)) => Some(other),
            _ => None,
        };
        let joined = |index: usize| self.is(index, |piece| matches!(piece, Piece::And));
        let next = if joined(at + 1) { other(at + 2) } else { None };
        let previous = at.checked_sub(2).filter(|_| joined(at - 1)).and_then(other);
        let pair = |a: Outcome, b: Outcome| {
            (a == Outcome::Killed && b == Outcome::Injured)
                || (a == Outcome::Injured && b == Outcome::Killed)
        };
        let objects = |index: usize| self.object(index).is_empty();
        let both_ways = match (next, previous) {
            (Some(other), _) if pair(outcome, other) => {
                objects(at) && (self.object(at + 2).is_empty() || self.subject_head(at).is_none())
            }
            (_, Some(other)) if pair(outcome, other) => self.object(at - 2).is_empty(),
            _ => false,
        };
        if both_ways {
            Outcome::Casualties
        } else {
            outcome
        }
    }

    /// The victims of a verb and the name of the rule that found them.
    fn victims(&self, at: usize, verb: &VerbGroup) -> Option<(Vec<usize>, &'static str)> {
        let found = |victims: Vec<usize>, rule: &'static str| {
            (!victims.is_empty()).then_some((victims, rule))
        };
        if verb.role == Role::Lose {
            let object = self.object(at);
            let lost = object
                .iter()
                .all(|&victim| self.is_lost_by_side(victim, at));
            return if lost && verb.form != Form::Passive {
                found(object, "side-lost")
            } else {
                None
            };
        }
        match (verb.frame, verb.form) {
            (_, Form::Adjective) => found(self.subject(at), "people-dead")
                .or_else(|| found(self.inverted(at), "dead-were")),
            (Frame::Subject, _) => found(self.subject(at), "people-died")
                .or_else(|| found(self.inverted(at), "dead-were")),
            (_, Form::Passive) => found(self.subject(at), "people-were-killed"),
            (_, Form::Gerund) => found(self.object_or_of(at), "killing-people"),
            (Frame::Object, Form::Active | Form::Infinitive) => {
                found(self.object(at), "kills-people")
            }
            (Frame::Either, Form::Active | Form::Infinitive) => {
                found(self.object(at), "kills-people")
                    .or_else(|| found(self.subject(at), "people-died"))
            }
            (_, Form::PastOrParticiple) => {
                if self.has_object(at) {
                    found(self.object(at), "killed-people")
                } else {
                    found(self.subject(at), "people-killed")
                        .or_else(|| found(self.inverted(at), "dead-were"))
                }
            }
        }
    }

    /// "Among the dead were 16 children", "Also killed were two nurses", "Killed: 12".
    fn inverted(&self, at: usize) -> Vec<usize> {
        let next = self.skip_adverbs(at + 1);
        if self.verb_at(next).is_some_and(|verb| verb.role == Role::Be) {
            return self.list_right(self.skip_adverbs(next + 1));
        }
        Vec::new()
    }

    /// Why a verb states no fact about `victims`, or `None`.
    fn not_a_fact(&self, at: usize, verb: &VerbGroup, victims: &[usize]) -> Option<&'static str> {
        let zero = victims
            .iter()
            .any(|&victim| self.phrase(victim).is_some_and(|phrase| phrase.zero));
        if verb.negated && !zero {
            return Some("negated");
        }
        if verb.mood == Mood::Hypothetical {
            return Some("hypothetical");
        }
        let start = self.chunks[at].span.start;
        let near = |class: Class| {
            self.tokens[start.saturating_sub(8)..start]
                .iter()
                .any(|token| token.is(class))
        };
        let done = self.is_done(verb) || verb.frame != Frame::Object && near(Class::Causative);
        if verb.form == Form::Infinitive && !done {
            return Some("not-done");
        }
        if verb.form == Form::Adjective && near(Class::Judged) {
            return Some("sentenced");
        }
        let planned = self.tokens[start.saturating_sub(6)..start]
            .iter()
            .rev()
            .take_while(|token| !token.is_sign(',') && !token.is_sign(';'))
            .any(|token| {
                token.is(Class::Plan) && token.entry.person.is_none() && !token.is(Class::Thing)
            });
        let nonfinite = matches!(verb.form, Form::Infinitive | Form::Gerund);
        (planned && nonfinite && !done).then_some("not-done")
    }

    /// Whether "to kill" was carried out: "claimed to have killed", "went on to kill".
    fn is_done(&self, verb: &VerbGroup) -> bool {
        let start = verb.main.saturating_sub(3);
        self.tokens[start..verb.main]
            .iter()
            .any(|token| token.is(Class::Have))
    }

    fn status(&self, verb: &VerbGroup) -> Status {
        match (verb.status, verb.mood) {
            (Some(status), _) => status,
            (None, Mood::Possible) => Status::Possible,
            _ => Status::Reported,
        }
    }
}
