//! What happened to them: verb groups with their voice, negation and mood, and adjectives that tell an outcome.

use super::lexicon::{Class, Classes, Forms, Frame};
use super::text::{Case, Kind, Token, is_at, token_at, within};
use crate::model::{Outcome, Status};

/// The most words of a verb group before its main verb.
const LONGEST_GROUP: usize = 10;

/// The most words from "by" to "to": "said by two local reporters to have been".
const LONGEST_AGENT: usize = 10;

/// The most words from a verb of taking to "to": "by ambulance".
const LONGEST_MEANS: usize = 4;

/// The most words of a hospital's name.
const LONGEST_HOSPITAL: usize = 8;

/// The most words from a verb of suffering to the injury.
const LONGEST_INJURY: usize = 5;

/// What a verb group does in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Says what happened to people.
    Harm(Outcome),
    /// Violence whose outcome is told elsewhere, if at all.
    Violence,
    /// Says or counts.
    Report(Status),
    /// "is", "were": joins subject and predicate.
    Be,
    /// "left", "leaving".
    Leave,
    /// "lost": people are lost by those who report it.
    Lose,
}

/// The voice and form of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// "were killed", "has been injured".
    Passive,
    /// "killed" without an auxiliary: past or participle.
    PastOrParticiple,
    /// "kills", "have killed", "did kill".
    Active,
    /// "killing".
    Gerund,
    /// "to kill".
    Infinitive,
    /// An adjective: "dead", "are missing".
    Adjective,
}

/// Whether the sentence says that it happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mood {
    /// It did.
    Fact,
    /// It may have ("may have died").
    Possible,
    /// It would, could or will ("could kill").
    Hypothetical,
}

/// A verb with its auxiliaries and adverbs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct VerbGroup {
    pub(crate) role: Role,
    pub(crate) frame: Frame,
    pub(crate) form: Form,
    pub(crate) mood: Mood,
    pub(crate) negated: bool,
    /// "feared", "believed", "reportedly" inside the group.
    pub(crate) status: Option<Status>,
    /// Index of the token of the main verb.
    pub(crate) main: usize,
    /// Index of the token after the group.
    pub(crate) end: usize,
}

/// What was met before the main verb.
#[derive(Default)]
struct Auxiliaries {
    modal: bool,
    hypothetical: bool,
    have: bool,
    be: bool,
    to: bool,
    negated: bool,
    does: bool,
    status: Option<Status>,
}

/// Words that a verb group can start with: its main verb, or what stands before it.
const OPENING: Classes = Classes::of(&[
    Class::Trigger,
    Class::Saying,
    Class::Carry,
    Class::Suffer,
    Class::With,
    Class::Leave,
    Class::Lose,
    Class::Modal,
    Class::Have,
    Class::Be,
    Class::Get,
    Class::Do,
    Class::Negation,
    Class::To,
    Class::Feared,
    Class::Possible,
    Class::Reportedly,
    Class::Adverb,
    Class::Become,
]);

/// Whether a verb group may start with a word. Told first, because most words open none.
pub(crate) fn opens_verb_group(token: &Token) -> bool {
    token.entry.classes.meets(OPENING)
}

/// Reads a verb group that starts at `at`; `None` where none of the known verbs follows.
pub(crate) fn verb_group(tokens: &[Token], at: usize) -> Option<VerbGroup> {
    let mut seen = Auxiliaries::default();
    let (mut next, mut last) = (at, at + LONGEST_GROUP);
    let mut copula = None;
    while let Some(token) = tokens.get(next) {
        if next > last {
            break;
        }
        if let Some(found) = main_verb(tokens, next, &seen) {
            return Some(found);
        }
        if token.is(Class::Be) {
            copula = Some(next);
        }
        if !auxiliary(tokens, next, &mut seen) {
            break;
        }
        next += 1;
        if let Some(to) = behind_agent(tokens, next).filter(|_| seen.be) {
            last += to - next;
            next = to;
        }
    }
    let (main, form) = (copula?, Form::Active);
    let mood = mood(&seen);
    Some(VerbGroup {
        role: Role::Be,
        frame: Frame::Subject,
        form,
        mood,
        negated: seen.negated,
        status: seen.status,
        main,
        end: next_after(tokens, main),
    })
}

/// "were said by a clerk to have been shot": the "to" behind who says so, where "by" or "reported by" stands at `at`.
fn behind_agent(tokens: &[Token], at: usize) -> Option<usize> {
    if !is_at(tokens, at, Class::By) && !is_at(tokens, at, Class::According) {
        return None;
    }
    let to = (at + 2..tokens.len().min(at + LONGEST_AGENT))
        .take_while(|&to| {
            token_at(tokens, to - 1).kind == Kind::Word && !is_at(tokens, to, Class::Be)
        })
        .find(|&to| is_at(tokens, to, Class::To))?;
    (is_at(tokens, to + 1, Class::Have) || is_at(tokens, to + 1, Class::Be)).then_some(to)
}

/// The copula ends where its last auxiliary or adverb stands.
fn next_after(tokens: &[Token], main: usize) -> usize {
    let negated = tokens
        .get(main + 1)
        .is_some_and(|token| token.is(Class::Negation) && !token.is(Class::No));
    main + 1 + usize::from(negated)
}

/// Takes one auxiliary, adverb or weakening word; says whether it was one.
fn auxiliary(tokens: &[Token], at: usize, seen: &mut Auxiliaries) -> bool {
    let token = token_at(tokens, at);
    if token.kind != Kind::Word {
        return false;
    }
    let month = token.is(Class::MonthName) && token.case != Case::Lower;
    if token.is(Class::Modal) && !month {
        seen.modal = true;
        seen.hypothetical |= token.is(Class::Hypothetical);
        seen.negated |= token.is(Class::Negation);
    } else if token.is(Class::Have) {
        seen.have = true;
        seen.negated |= token.is(Class::Negation);
    } else if token.is(Class::Be) || token.is(Class::Get) {
        seen.be = true;
        seen.negated |= token.is(Class::Negation);
    } else if token.is(Class::Do) {
        seen.does = true;
        seen.negated |= token.is(Class::Negation);
    } else if token.is(Class::Negation) && !token.is(Class::No) && !token.is(Class::None) {
        seen.negated = true;
    } else if token.is(Class::To) {
        // "to" goes on only before a verb: "to kill", "to have died", "believed to be".
        let verb = tokens.get(at + 1).is_some_and(|next| {
            next.is(Class::Have)
                || next.is(Class::Be)
                || is_base_form(next)
                || next.is(Class::Adverb)
        });
        seen.to |= verb;
        // "is thought to have killed 60": what stands before "to" tells nothing of the voice.
        seen.be &= !verb;
        return verb;
    } else if seen.be || seen.have || seen.modal {
        return weakening(tokens, at, seen)
            || token.is(Class::Adverb)
            || (token.is(Class::Become))
            || seen.have && token.is(Class::Since)
            || is_listed_as(tokens, at)
            || leads_to_adjective(tokens, at);
    } else if token.is(Class::Feared) && at_verb_soon(tokens, at) {
        seen.status = Some(Status::Feared);
    } else {
        let reported = token.entry.reporting.is_some() && token.entry.verb.is_none()
            || token.is(Class::Possible);
        if reported
            && !token.is(Class::Modal)
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.entry.adjective.is_some())
        {
            seen.status = token.is(Class::Possible).then_some(Status::Possible);
            return true;
        }
        let adverb = token.is(Class::Adverb) && !token.is(Class::Possible);
        if token.is(Class::Reportedly) || token.is(Class::Claimed) && token.is(Class::Adverb) {
            return at_verb_soon(tokens, at);
        }
        return (adverb || token.is(Class::Become)) && at_verb_soon(tokens, at);
    }
    true
}

/// Words inside a verb group that weaken it: "are feared dead", "is believed to have died".
fn weakening(tokens: &[Token], at: usize, seen: &mut Auxiliaries) -> bool {
    let token = token_at(tokens, at);
    if token.is(Class::Feared) {
        seen.status = Some(Status::Feared);
    } else if token.is(Class::Possible) {
        seen.status = seen.status.or(Some(Status::Possible));
    } else if token.is(Class::Forecast) {
        seen.status = Some(Status::Projected);
    } else if token.is(Class::Claimed) {
        seen.status = Some(Status::Claimed);
    } else if token.is(Class::Known)
        || token.entry.reporting.is_some() && token.entry.verb.is_none()
    {
        return at_verb_soon(tokens, at)
            || is_at(tokens, at + 1, Class::To)
            || behind_agent(tokens, at + 1).is_some();
    } else {
        return false;
    }
    true
}

/// "were found dead", "was declared missing", "were left homeless": a word before an adjective of outcome.
fn leads_to_adjective(tokens: &[Token], at: usize) -> bool {
    let adjective = tokens
        .get(at + 1)
        .is_some_and(|next| next.entry.adjective.is_some())
        || is_at(tokens, at + 1, Class::With) && injury_told_by_object(tokens, at + 1).is_some();
    let plain = token_at(tokens, at).entry.person.is_none()
        && !super::victim::breaks(token_at(tokens, at))
        || is_at(tokens, at, Class::Leave);
    adjective && plain && token_at(tokens, at).entry.number.is_none()
}

/// "are listed as missing": whether the word at `at` joins a verb of saying to an adjective of outcome.
fn is_listed_as(tokens: &[Token], at: usize) -> bool {
    let listed = at
        .checked_sub(1)
        .is_some_and(|before| token_at(tokens, before).entry.reporting.is_some());
    let adjective = tokens
        .get(at + 1)
        .is_some_and(|next| next.entry.adjective.is_some());
    is_at(tokens, at, Class::Subordinator) && listed && adjective
}

fn at_verb_soon(tokens: &[Token], at: usize) -> bool {
    tokens
        .iter()
        .skip(at + 1)
        .take(2)
        .any(|token| token.entry.verb.is_some() || token.entry.adjective.is_some())
}

fn is_base_form(token: &Token) -> bool {
    token
        .entry
        .verb
        .is_some_and(|verb| verb.forms.has(Forms::BASE))
}

fn mood(seen: &Auxiliaries) -> Mood {
    if !seen.modal || !seen.hypothetical {
        Mood::Fact
    } else if seen.have {
        Mood::Possible
    } else {
        Mood::Hypothetical
    }
}

/// The group whose main verb stands at `at`, if a known verb stands there.
fn main_verb(tokens: &[Token], at: usize, seen: &Auxiliaries) -> Option<VerbGroup> {
    let token = tokens.get(at)?;
    let entry = token.entry;
    let auxiliaries = seen.be || seen.have || seen.modal || seen.does || seen.to;
    let mut end = at + 1;
    let (role, frame, form) = if let Some((frame, told)) = injury_told_by_object(tokens, at) {
        end = told;
        let form = match frame {
            Frame::Object if seen.be => Form::Passive,
            Frame::Object => Form::PastOrParticiple,
            _ if is_at(tokens, at, Class::With) => Form::Adjective,
            _ if auxiliaries => Form::Active,
            _ => Form::PastOrParticiple,
        };
        (Role::Harm(Outcome::Injured), frame, form)
    } else if let Some(verb) = entry.verb {
        let outcome = verb
            .outcome
            .or_else(|| (seen.be && is_shot_at_place(tokens, at)).then_some(Outcome::Casualties));
        let role = outcome.map_or(Role::Violence, Role::Harm);
        let noun = token.is(Class::Thing) && verb.forms.has(Forms::BASE) && !auxiliaries;
        (role, verb.frame, form(verb.forms, seen).filter(|_| !noun)?)
    } else if let Some(outcome) = entry.adjective {
        (Role::Harm(outcome), Frame::Subject, Form::Adjective)
    } else if let Some(status) = entry
        .reporting
        .filter(|_| !seen.be && !is_feared_dead(tokens, at))
    {
        (Role::Report(status), Frame::Subject, Form::Active)
    } else if entry.is(Class::Leave) && !seen.be {
        (Role::Leave, Frame::Object, Form::Active)
    } else if entry.is(Class::Lose) && !seen.be {
        (Role::Lose, Frame::Object, Form::Active)
    } else {
        return None;
    };
    // A gerund or a base form used as a noun has no auxiliary before it.
    if form == Form::Infinitive && !auxiliaries {
        return None;
    }
    let would_have = seen.hypothetical
        && seen.have
        && !within(tokens, ..at)
            .iter()
            .rev()
            .take(6)
            .any(|token| token.is(Class::Possible) || is_possible_modal(token));
    // "Ten people may be trapped": of now, not of what may come.
    let lost = matches!(
        role,
        Role::Harm(Outcome::Trapped | Outcome::Missing | Outcome::Buried)
    );
    let may_be = lost
        && seen.be
        && within(tokens, ..at)
            .iter()
            .rev()
            .take(6)
            .any(is_possible_modal);
    let mood = if would_have {
        Mood::Hypothetical
    } else if may_be && mood(seen) == Mood::Hypothetical {
        Mood::Possible
    } else {
        mood(seen)
    };
    Some(VerbGroup {
        role,
        frame,
        form,
        mood,
        negated: seen.negated,
        status: seen.status,
        main: at,
        end,
    })
}

/// "taken by ambulance to Sarn General Hospital", "suffered severe burns", "with head injuries": a word that tells an
/// injury only with the words behind it. Whose the injury is, and the index after those words.
fn injury_told_by_object(tokens: &[Token], at: usize) -> Option<(Frame, usize)> {
    let behind = |start: usize, most: usize, class: Class| {
        (tokens.get(start..)?.iter().take(most))
            .take_while(|token| {
                matches!(token.kind, Kind::Word | Kind::Possessive) || token.is_sign('.')
            })
            .position(|token| token.is(class))
            .map(|found| start + found + 1)
    };
    let first = token_at(tokens, at);
    let (frame, end) = if first.is(Class::Carry) {
        let to = behind(at + 1, LONGEST_MEANS, Class::To)?;
        (
            Frame::Object,
            behind(to, LONGEST_HOSPITAL, Class::Hospital)?,
        )
    } else if survives(first) && is_at(tokens, at + 1, Class::With) {
        (
            Frame::Subject,
            behind(at + 2, LONGEST_INJURY, Class::Wound)?,
        )
    } else if first.is(Class::Suffer) || first.is(Class::With) && !was_found(tokens, at) {
        (
            Frame::Subject,
            behind(at + 1, LONGEST_INJURY, Class::Wound)?,
        )
    } else {
        return None;
    };
    // "suffered a succession of injuries" is one person's; "received nine people with burns" is of others.
    let plain = |at: usize| {
        let token = token_at(tokens, at);
        // "taken to six hospitals"
        let hospitals = is_at(tokens, at - 1, Class::To);
        let others = token.entry.person.is_some_and(|person| person.plural) || token.is(Class::Of);
        (token.entry.number.is_none() || hospitals)
            && !token.is(Class::No)
            && !token.is(Class::Subordinator)
            && (frame == Frame::Object || !others)
    };
    // "brought to the hospital's morgue"
    let whole = (tokens.get(end)).is_none_or(|next| next.kind != Kind::Possessive);
    (whole && (at + 1..end).all(plain)).then_some((frame, end))
}

/// "survived with burns": whether a verb says of its subject no more than that.
fn survives(token: &Token) -> bool {
    let verb = token.entry.verb;
    verb.is_some_and(|verb| verb.outcome == Some(Outcome::Rescued) && verb.frame == Frame::Subject)
}

/// "was found with knife wounds": most likely dead.
fn was_found(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|before| is_at(tokens, before, Class::Find))
}

/// "40 feared dead", "40 feared drowned": a word of fear that only weakens the outcome behind it.
pub(super) fn is_feared_dead(tokens: &[Token], at: usize) -> bool {
    let told = (tokens.get(at + 1)).is_some_and(|next| {
        let participle = (next.entry.verb).is_some_and(|verb| verb.forms.has(Forms::PARTICIPLE));
        next.entry.adjective.is_some() || participle
    });
    is_at(tokens, at, Class::Feared) && told
}

/// "were shot at the gate", "shot at close range": what follows is a place, and the shots hit.
fn is_shot_at_place(tokens: &[Token], at: usize) -> bool {
    let place = tokens.get(at + 1).is_some_and(|next| {
        next.is(Class::Determiner)
            || next.is(Class::Indefinite)
            || next.kind == Kind::Word && !super::victim::breaks(next)
    });
    is_at(tokens, at, Class::At) && place
}

/// "may", "might", "could": with "have", it possibly happened; "would have" says that it did not.
fn is_possible_modal(token: &Token) -> bool {
    token.is(Class::Modal) && token.is(Class::Hypothetical) && token.is(Class::Possible)
}

fn form(forms: Forms, seen: &Auxiliaries) -> Option<Form> {
    if forms.has(Forms::GERUND) {
        return Some(if seen.be && !seen.have {
            Form::Active
        } else {
            Form::Gerund
        });
    }
    if seen.be && forms.has(Forms::PARTICIPLE) {
        return Some(Form::Passive);
    }
    if seen.have && forms.has(Forms::PARTICIPLE) {
        return Some(Form::Active);
    }
    if forms.has(Forms::PAST) || forms.has(Forms::PARTICIPLE) {
        return Some(if seen.modal || seen.to || seen.does {
            Form::Active
        } else {
            Form::PastOrParticiple
        });
    }
    if seen.to {
        return Some(Form::Infinitive);
    }
    if forms.has(Forms::PRESENT) || forms.has(Forms::BASE) {
        return Some(Form::Active);
    }
    None
}
