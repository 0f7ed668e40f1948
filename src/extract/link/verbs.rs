//! What a verb says: its outcome and its victims.

use super::{Linker, RULE_SHOT, RULE_STATE};
use crate::extract::chunk::Pieces;
use crate::extract::lexicon::{Class, Frame};
use crate::extract::outcome::{Form, Mood, Role, VerbGroup};
use crate::extract::text::{any_is, token_at, within};
use crate::extract::victim::{Head, Phrase, Whole};
use crate::model::{Group, Outcome, Status};

/// The most chunks that a place between a verb and its copula may take.
const LONGEST_PLACE: usize = 8;

/// The most chunks from "he" to the verb of "the ten he is accused of killing".
const LONGEST_RELATIVE: usize = 6;

impl Linker<'_> {
    /// Adds the victims of a verb of harm or of loss.
    pub(super) fn verb(&mut self, at: usize, verb: VerbGroup) {
        let verb = self.with_shared_mood(at, verb);
        let outcome = match verb.role {
            Role::Harm(outcome) => self.joint_outcome(at, outcome),
            _ => Outcome::Killed,
        };
        // "several people, including homeless ones"
        if verb.form == Form::Adjective && self.follows(at, Pieces::INCLUDING) {
            return;
        }
        // "the rape and murder of two girls": no verb.
        let noun = token_at(self.tokens, verb.main).entry.noun;
        if let Some(noun) = noun.filter(|_| self.is_of(at + 1)) {
            self.noun_of(at, noun.outcome, noun.kind);
            return;
        }
        let Some((mut victims, rule)) = self.victims(at, &verb) else {
            self.refuse_thing_after(at, &verb);
            return;
        };
        if let Some(reason) = self.not_a_fact(at, &verb, &victims) {
            for victim in victims {
                if self.is_free(victim) {
                    self.refuse(victim, at, reason);
                }
            }
            return;
        }
        // "wounded and killed a clerk": one person is dead.
        let one = victims.len() == 1 && !self.has_quantity(victims[0]);
        let joint = verb.role != Role::Harm(outcome) && outcome == Outcome::Casualties;
        let outcome = match one && joint {
            true => Outcome::Killed,
            false => self.burned_alive(at, outcome, victims[0]),
        };
        // "was taken to hospital, where she died"
        let there = self.follows(victims[0], Pieces::RELATIVE)
            && self.has_class(victims[0] - 1, Class::Locative);
        if let Some(left) = self.figure_before(at).filter(|_| there)
            && self.has_class(victims[0], Class::OnePronoun)
            && self.found.figures[left].count.high == Some(1)
            && (self.override_shooting(left, at, outcome, rule)).is_some()
        {
            return;
        }
        let shot = verb.role == Role::Harm(Outcome::Casualties);
        // "14 of the dead were shot": how they died.
        let (outcome, rule) = match self.told_whole(&victims).filter(|_| shot) {
            Some(told) => (told, rule),
            None if shot => (outcome, RULE_SHOT),
            None => (outcome, rule),
        };
        if shot {
            victims.retain(|&victim| !self.is_part_of_dead(victim));
        }
        let listed = victims.iter().any(|&victim| self.has_quantity(victim));
        victims.retain(|&victim| self.is_plausible(victim, at, &verb, outcome, listed));
        self.add_victims(at, &verb, outcome, &victims, rule);
    }

    /// "could be killed or wounded": what stands before the first of two participles holds for the second.
    fn with_shared_mood(&self, at: usize, verb: VerbGroup) -> VerbGroup {
        let first = (at.checked_sub(2).and_then(|first| self.verb_at(first)))
            .filter(|first| first.form == Form::Passive && self.is(at - 1, Pieces::AND));
        match first {
            Some(first) if verb.form == Form::PastOrParticiple && !self.has_object(at) => {
                VerbGroup {
                    mood: first.mood,
                    negated: first.negated,
                    ..verb
                }
            }
            _ => verb,
        }
    }

    /// "Villagers burned two men alive": the outcome that the word at `at` tells of `victim`, where what was done to them
    /// before does not turn it round.
    fn burned_alive(&self, at: usize, outcome: Outcome, victim: usize) -> Outcome {
        let done = (victim.checked_sub(1).filter(|_| victim < at))
            .and_then(|done| self.verb_at(done))
            .is_some_and(|done| matches!(done.role, Role::Violence | Role::Harm(Outcome::Buried)));
        match outcome {
            Outcome::Rescued if done => Outcome::Killed,
            other => other,
        }
    }

    /// What the words for the whole of the first of `victims` tell: "14 of the dead".
    fn told_whole(&self, victims: &[usize]) -> Option<Outcome> {
        match self.phrase(*victims.first()?)?.whole? {
            Whole::Those(told @ (Outcome::Killed | Outcome::Injured)) => Some(told),
            _ => None,
        }
    }

    /// "nine dead, among them two who had been stabbed": whether the people at `at` are counted among the dead already.
    fn is_part_of_dead(&self, at: usize) -> bool {
        let dead = |figure: usize| self.outcome_of(figure) == Outcome::Killed;
        self.is_marked_part(at) && self.figure_before(at).is_some_and(dead)
    }

    fn add_victims(
        &mut self,
        at: usize,
        verb: &VerbGroup,
        outcome: Outcome,
        victims: &[usize],
        rule: &'static str,
    ) {
        let status = match status(verb) {
            Status::Reported if self.token_is(verb.main, Class::PartyWord) => Status::Claimed,
            other => other,
        };
        // "No civilians or soldiers were killed": the zero holds for the whole list.
        let zero = self.any_zero(victims);
        // "A policeman was also killed", "a sniper later killed nine": they add to those before.
        let also = self.has_class(at, Class::Continuation) || self.has_class(at, Class::Later);
        let more = also && rule == "killed-people";
        let first = self.found.figures.len();
        for &victim in victims {
            let side = self.side_of_men(victim, verb);
            let wounded = self.is_of_wounded(victim);
            let own = self.has_class(victim, Class::Reflexive);
            let doer = victim > at
                && self.has_class(victim, Class::Additive)
                && (0..at).any(|doer| {
                    let one = |phrase: &Phrase| phrase.head == Head::OnePerson;
                    self.phrase(doer).is_some_and(one) && self.used_for(doer).is_none()
                });
            let Some(index) = self.add(victim, at, outcome, rule) else {
                continue;
            };
            // "Her driver also died": somebody else than she.
            let other = also && victims.len() == 1 && self.has_class(victim, Class::Own);
            let figure = &mut self.found.figures[index];
            figure.named &= !other;
            figure.status = status;
            // "Five of the wounded later died": they were not among the dead before.
            figure.additive |= wounded && outcome == Outcome::Killed || also && figure.one || more;
            // "A man came in and shot dead another man": another than the one who shot.
            figure.additive &= !doer;
            // "killing himself and three officers"
            if own {
                figure.group = Group::Perpetrators;
            }
            if let Some(side) = side.filter(|_| figure.group == Group::Men) {
                figure.group = side;
            }
            if zero {
                (figure.count.low, figure.count.high, figure.one) = (Some(0), Some(0), false);
            }
        }
        self.mark_list(first);
    }

    pub(super) fn is_adjective(&self, at: usize) -> bool {
        self.verb_at(at)
            .is_some_and(|verb| verb.form == Form::Adjective)
    }

    fn is_of_wounded(&self, at: usize) -> bool {
        let whole = self.phrase(at).and_then(|phrase| phrase.whole);
        whole == Some(Whole::Those(Outcome::Injured))
    }

    /// "lost three tanks and 12 men": the people behind the things.
    fn behind_things(&self, at: usize) -> Vec<usize> {
        let first = self.skip_adverbs(at + 1);
        let things = self
            .phrase(first)
            .is_some_and(|phrase| matches!(phrase.head, Head::Thing(_)));
        // "lost 40 seats, and three ministers were ousted"
        let next = (self.next_item(first)).filter(|&next| things && !self.is_subject_of_next(next));
        next.map_or(Vec::new(), |next| self.list_right(next))
    }

    /// Whose men they are that a side calls its own ("20 of its men") or loses: those of the force named before, fighters
    /// of a movement, or else soldiers.
    fn side_of_men(&self, victim: usize, verb: &VerbGroup) -> Option<Group> {
        let span = self.chunks.get(victim)?.span.clone();
        let own = any_is(within(self.tokens, span.clone()), Class::Own);
        let several = self
            .phrase(victim)?
            .quantity
            .is_some_and(|quantity| !quantity.is_one());
        if !several || !own && verb.role != Role::Lose {
            return None;
        }
        let before = within(self.tokens, ..span.start);
        let force = before.iter().rev().find_map(|token| token.entry.force);
        let movement = before.iter().any(|token| {
            token.is(Class::Movement)
                || token
                    .entry
                    .person
                    .is_some_and(|person| person.group == Group::Fighters)
        });
        let fighters = || {
            if movement {
                Group::Fighters
            } else {
                Group::Soldiers
            }
        };
        Some(force.unwrap_or_else(fighters))
    }

    pub(super) fn any_zero(&self, victims: &[usize]) -> bool {
        victims
            .iter()
            .any(|&victim| self.phrase(victim).is_some_and(|phrase| phrase.zero))
    }

    /// "killed and injured 30", "30 people were killed or wounded": one figure for both is casualties.
    fn joint_outcome(&self, at: usize, outcome: Outcome) -> Outcome {
        let joined = |index: usize| self.is(index, Pieces::AND);
        // Whether the verb at `index` and this one tell of killed and of injured.
        // "was wounded and died" tells what came of it.
        let frame = self.verb_at(at).map(|verb| verb.frame);
        let stated = |index: usize| {
            self.verb_at(index).filter(|verb| {
                let adjective = verb.form == Form::Adjective;
                !verb.negated && (Some(verb.frame) == frame || adjective || self.is_adjective(at))
            })
        };
        let pairs = |index: usize| match stated(index).map(|verb| verb.role) {
            Some(Role::Harm(other)) => matches!(
                (outcome, other),
                (Outcome::Killed, Outcome::Injured) | (Outcome::Injured, Outcome::Killed)
            ),
            _ => false,
        };
        let lacks_object = |index: usize| self.list_right(self.skip_adverbs(index + 1)).is_empty();
        // "left one dead and wounded nine": the second verb has people of its own.
        let own = |first: usize, second: usize| {
            let adjective = self
                .verb_at(first)
                .is_some_and(|verb| verb.form == Form::Adjective);
            adjective && !lacks_object(second)
        };
        let both = if joined(at + 1) && pairs(at + 2) {
            lacks_object(at) && !own(at, at + 2)
        } else {
            // "killing, wounding or capturing 40"
            let listed = at >= 2 && self.is(at - 1, Pieces::COMMA) && joined(at + 1);
            at >= 2
                && (listed || joined(at - 1))
                && pairs(at - 2)
                && lacks_object(at - 2)
                && !own(at - 2, at)
        };
        if both { Outcome::Casualties } else { outcome }
    }

    /// The victims of a verb and the name of the rule that found them.
    fn victims(&self, at: usize, verb: &VerbGroup) -> Option<(Vec<usize>, &'static str)> {
        let found = |victims: Vec<usize>, rule: &'static str| {
            (!victims.is_empty()).then_some((victims, rule))
        };
        let object = |rule: &'static str| found(self.object(at), rule);
        let subject = |rule: &'static str| found(self.subject(at), rule);
        let inverted = || found(self.inverted(at), "dead-were");
        if verb.frame != Frame::Subject
            && let Some(people) = self.relative_object(at)
        {
            return found(vec![people], "killed-people");
        }
        if verb.role == Role::Lose {
            let people = object("side-lost").or_else(|| found(self.behind_things(at), "side-lost"));
            return people.filter(|(victims, _)| {
                let lost = |&victim: &usize| self.is_lost_by_side(victim, at);
                verb.form != Form::Passive && victims.iter().all(lost)
            });
        }
        if let Some(people) = self.spoken_of(at) {
            return found(vec![people], "people-died");
        }
        match (verb.frame, verb.form) {
            (_, Form::Adjective) if self.is_place_of_dying(at, verb) => None,
            (_, Form::Adjective) => subject(RULE_STATE).or_else(inverted),
            (Frame::Subject, _) => subject("people-died")
                .or_else(inverted)
                .or_else(|| found(self.behind(at), "died-people")),
            (_, Form::Passive) => {
                subject("people-were-killed").or_else(|| found(self.behind(at), "died-people"))
            }
            (_, Form::Gerund) => found(self.object_or_of(at), "killing-people"),
            (Frame::Object, Form::Active | Form::Infinitive) => object("kills-people"),
            (Frame::Either, Form::Active | Form::Infinitive) => {
                object("kills-people").or_else(|| subject("people-died"))
            }
            (_, Form::PastOrParticiple) if self.has_object(at) => object("killed-people"),
            (_, Form::PastOrParticiple) => subject("people-killed").or_else(inverted),
        }
    }

    /// "86 people officials say died", "a cleric who police said was killed": those before whoever says so.
    fn spoken_of(&self, at: usize) -> Option<usize> {
        let says = self.before(at).and_then(|says| self.verb_at(says))?;
        let who = self.is(at.checked_sub(3)?, Pieces::RELATIVE);
        let people = at.checked_sub(3 + usize::from(who))?;
        let counted =
            |phrase: &Phrase| phrase.is_counted_people() && (who || phrase.quantity.is_some());
        let speakers = self.is(at - 2, Pieces::PHRASE) && !self.has_quantity(at - 2);
        // "a man who they say murdered eight"
        let deed = who && self.has_object(at);
        (matches!(says.role, Role::Report(_))
            && speakers
            && !deed
            && self.phrase(people).is_some_and(counted)
            && self.is_free(people))
        .then_some(people)
    }

    /// "the 49 people he killed", "the ten he is accused of killing": those before the pronoun whose verb has no object.
    fn relative_object(&self, at: usize) -> Option<usize> {
        let from = at.saturating_sub(LONGEST_RELATIVE);
        let subject = (from..at).rfind(|&index| self.has_class(index, Class::SubjectPronoun))?;
        let small = Pieces::OTHER | Pieces::PREPOSITION | Pieces::ADVERB | Pieces::VERB;
        let people = self.before(subject).filter(|&people| {
            self.phrase(people)
                .is_some_and(|phrase| phrase.is_counted_people() && phrase.definite)
                && self.has_quantity(people)
        })?;
        let joined = (subject + 1..at).all(|index| self.is(index, small));
        (joined && !self.has_object(at) && self.is_free(people)).then_some(people)
    }

    /// "Eleven died at the scene and four in hospital": whether the adjective at `at` says where those before it died.
    pub(super) fn is_place_of_dying(&self, at: usize, verb: &VerbGroup) -> bool {
        let place = token_at(self.tokens, verb.main).entry.adjective == Some(Outcome::Injured)
            && self.has_several_words(verb.main)
            && !self.has_copula(at);
        let gapped = at >= 2
            && self.is(at - 2, Pieces::AND)
            && self
                .phrase(at - 1)
                .is_some_and(|phrase| matches!(phrase.head, Head::Bare | Head::OnePerson));
        place && gapped && self.died_before(at - 2)
    }

    /// Whether the figure that stands last before the chunk at `at` is of people who died, by a verb of dying.
    fn died_before(&self, at: usize) -> bool {
        let left = self.figure_before(at);
        left.is_some_and(|left| self.found.figures[left].rule == "people-died")
    }

    pub(super) fn has_several_words(&self, token: usize) -> bool {
        token_at(self.tokens, token)
            .text(self.text)
            .contains(char::is_whitespace)
    }

    /// "Among the dead were 16 children", "Also killed were two nurses", "Killed: 12". After "was", a bare number is an
    /// age: "the oldest of those who died was 91".
    fn inverted(&self, at: usize) -> Vec<usize> {
        let mut next = self.skip_adverbs(at + 1);
        // "Killed in the blast were two nurses"
        let opens = (0..at).all(|index| self.is(index, Pieces::ADVERB));
        let place = self.is(next, Pieces::PREPOSITION);
        while opens
            && place
            && next < at + LONGEST_PLACE
            && !self.has_quantity(next)
            && self.is(next, Pieces::PREPOSITION | Pieces::PHRASE | Pieces::OTHER)
        {
            next = self.skip_adverbs(next + 1);
        }
        if self.verb_at(next).is_none_or(|verb| verb.role != Role::Be) {
            return Vec::new();
        }
        let told = self.skip_adverbs(next + 1);
        let age = !self.plural_verb(next)
            && self
                .phrase(told)
                .is_some_and(|phrase| phrase.head == Head::Bare);
        if age {
            return Vec::new();
        }
        self.list_right(told)
    }

    /// "In the wreck perished 14 persons": the subject of a verb that takes no object stands behind it.
    fn behind(&self, at: usize) -> Vec<usize> {
        let next = self.skip_adverbs(at + 1);
        let people = self
            .phrase(next)
            .is_some_and(|phrase| phrase.head == Head::Person && phrase.quantity.is_some());
        if people && !self.is_subject_of_next(next) {
            self.list_right(next)
        } else {
            Vec::new()
        }
    }
}

/// How firmly a verb group states what it says.
pub(super) fn status(verb: &VerbGroup) -> Status {
    match (verb.status, verb.mood) {
        (Some(status), _) => status,
        (None, Mood::Possible) => Status::Possible,
        _ => Status::Reported,
    }
}
