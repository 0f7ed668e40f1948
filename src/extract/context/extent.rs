//! How much of the event a figure covers: all of it, a place, an incident; and on which day.

use super::figures::is_of_statement;
use super::revision::is_called_older;
use super::{Context, Place};
use crate::extract::attribution::Source;
use crate::extract::incident::{EventPart, place_behind, place_ending};
use crate::extract::lexicon::{Class, Classes};
use crate::extract::link::{Figure, Part};
use crate::extract::scope::{Setting, counts_spell, tells_of_war};
use crate::extract::text::{BlockKind, Kind, Token, any_is, is_at, token_at, within};
use crate::extract::unlikely::compound_reason;
use crate::model::{Group, Outcome, Qualifier, Reason, Scope};

/// The most words from "in Tarn" to "the toll".
const MOST_BEFORE_TOLL: usize = 4;

/// By how much the toll of a war is larger than that of one day in it.
const MUCH_MORE: u64 = 4;

/// How much of the event a figure covers.
pub(super) struct Extent {
    pub(super) scope: Scope,
    pub(super) place: Option<String>,
    /// Whether its sentence names a year.
    pub(super) year: bool,
    /// The day of the month on which it happened, by its sentence, or 0.
    pub(super) day: u8,
}

impl Extent {
    /// `own_place` = the place that stands behind the figure.
    pub(super) fn of(
        figure: &Figure,
        setting: &Setting,
        part: Option<EventPart>,
        own_place: Option<String>,
    ) -> Self {
        let (scope, place) = match part {
            Some(part) => (part.scope, part.place),
            None => {
                let scope = scope(figure, setting);
                let own = (scope == Scope::Place).then_some(own_place).flatten();
                (scope, own.or_else(|| setting.place_of(scope)))
            }
        };
        Extent {
            scope,
            place,
            year: setting.year,
            day: 0,
        }
    }
}

impl Context {
    /// The part of the event that a figure of the whole event speaks of by its words, where the article has told more
    /// before. `opened` = the sentence itself opens with the part that its paragraph speaks of. `own_place` = the place that
    /// stands beside the figure, without a name for "there".
    pub(super) fn part_of_event(
        &self,
        place: &Place<'_>,
        tokens: &[Token],
        figure: &Figure,
        source: Option<&Source>,
        opened: bool,
        own_place: &Option<Option<String>>,
    ) -> Option<EventPart> {
        let older = is_called_older(tokens, figure, source)
            || source.is_some_and(|source| source.is_past(tokens));
        if older {
            return None;
        }
        let value = figure.count.low.or(figure.count.high)?;
        let most = self.most[figure.outcome as usize];
        let below = most.map(|most| value < most);
        // "A bomb killed 12 on Monday. On March 5, gunmen killed nine."
        let near = || most.is_none_or(|most| value / MUCH_MORE <= most);
        let day = || named_day(place.text, tokens) > 0 && !place.classes.has(Class::Weekday);
        let month = place.classes.has(Class::MonthName);
        // "Blasts claimed 65 lives, officials said on Friday. One on Oct. 24 killed 11.": of the 65.
        let part = self.stated && below == Some(true);
        let alone = || !figure.total && !figure.additive && !is_of_statement(tokens);
        if self.weekday == Some(true) && month && !part && near() && day() && alone() {
            return Some(EventPart::plain(Scope::Background, None));
        }
        // "A strike killed 12. More than 45,000 have been killed in Orlen's offensive.", "That brings the toll of the war
        // to 900."
        let told = self.wholes[figure.outcome as usize].is_some();
        // "In the past day five more people died. Since June 26, the floods have claimed 807 lives."
        let adds = self.notes.first().is_some_and(|note| note.additive);
        let more = !adds && most.map_or(told, |most| value / MUCH_MORE > most);
        let longer = || match figure.total {
            true => (month || any_is(tokens, Class::LongEvent)) && counts_spell(tokens, figure),
            false => tells_of_war(tokens),
        };
        // "A bomb killed 21 on Saturday. More than 40 have been killed over the past month."
        let above = most.is_some_and(|most| value > most) && !figure.total;
        let spell = above && self.weekday == Some(true) && place.classes.has(Class::Spell);
        if spell || more && longer() {
            return Some(EventPart::plain(Scope::Background, None));
        }
        if figure.total {
            // "The number of deaths at Upper Hald rose to 30"
            let start = figure.evidence.start;
            // "The number of deaths in Tarn, Sarn district, is 14": of the words only the number is quoted.
            let most = MOST_BEFORE_TOLL << usize::from(start == figure.number);
            let mut words = start.saturating_sub(most)..figure.number;
            let named = words.find_map(|at| place_behind(place.text, tokens, at).flatten());
            // "Tarn death toll reaches 1,602"
            let opens = || {
                (place.kind == BlockKind::Headline).then(|| place_ending(place.text, tokens, start))
            };
            let named = named.or_else(|| opens().flatten());
            return (named.filter(|_| below == Some(true)))
                .map(|named| EventPart::plain(Scope::Place, Some(named)));
        }
        // "40 died, 12 of them in Tarn", "A shooting left five dead, including a child": no part of their own.
        let taken_out = matches!(figure.part, Part::Of(_));
        // "In Sarn, the ministry said that ...": where its source is.
        let of_source = opened && source.is_some_and(|source| source.cue < figure.number);
        let part = (self.part.as_ref()).filter(|part| {
            let alone = below.is_none() && part.plain && self.most.iter().any(Option::is_some);
            (below == Some(true) && !taken_out || alone || part.sure)
                && !(of_source && part.scope == Scope::Place)
        });
        // "The quake killed 41. No casualties from the aftershock were reported."
        let told = |outcome: Outcome| self.most[outcome as usize].is_some_and(|most| most > 0);
        let none = value == 0
            && (figure.outcome, figure.group) == (Outcome::Casualties, Group::People)
            && (told(Outcome::Killed) || told(Outcome::Injured));
        let joined = matches!(within(tokens, ..figure.evidence.start), [.., people, and]
            if and.is(Class::And) && people.entry.person.is_some());
        // "45 died in Tarn, and another 17 in Orlen": its own place before that of the sentence. "23 children and four adults
        // were killed in Tarn": where all of them were.
        let own = (own_place
            .clone()
            .filter(|_| none || taken_out || below == Some(true) && !joined))
        .map(|named| EventPart::plain(Scope::Place, named));
        if own.as_ref().is_some_and(|own| own.place.is_some()) {
            return own;
        }
        // "Gunmen and bombers killed 19 in two days. On Sunday gunmen killed four at a tea shop."
        let apart = || any_is(within(tokens, ..figure.number), Class::Weekday);
        let plain = figure.part == Part::None && !figure.definite && !figure.additive;
        let alone = source.is_none_or(|source| source.cue > figure.number);
        let of_several = || self.several && below == Some(true) && plain && alone && apart();
        let incident = || (none || of_several()).then(|| EventPart::plain(Scope::Incident, None));
        part.cloned().or(own).or_else(incident)
    }
}

/// Words before a day up to which people are counted.
const UNTIL: Classes = Classes::of(&[Class::Of, Class::By, Class::Since]);

pub(super) fn scope(figure: &Figure, setting: &Setting) -> Scope {
    let vague = figure.count.qualifier == Qualifier::Vague;
    match setting.scope_at(figure.number) {
        Scope::Event if vague && setting.part_event => Scope::Incident,
        // "He was shot in 1981"
        Scope::Event if figure.one && setting.one_of_year => Scope::Background,
        Scope::Incident if figure.total && !vague => Scope::Event,
        other => other,
    }
}

/// The day of the month on which a sentence says that something happened ("on the 5th", "on 6 October"), or 0. "By 6
/// October 12 people had died" counts those of all days.
pub(super) fn named_day(text: &str, tokens: &[Token]) -> u8 {
    let day = (1..tokens.len()).find(|&at| {
        // "Oct. 5"
        let stop = usize::from(at > 1 && token_at(tokens, at - 1).is_sign('.'));
        let dated = || {
            let month = |at| is_at(tokens, at, Class::MonthName);
            month(at - 1 - stop) || month(at + 1)
        };
        let open = |next: &Token| next.kind == Kind::Word && !next.is(Class::Preposition);
        match token_at(tokens, at).kind {
            Kind::Digits => dated(),
            // "the 5th", but not "the 5th Brigade"
            Kind::Compound => {
                let reason = compound_reason(text, tokens, at);
                let noun = tokens.get(at + 1).is_some_and(open) && !dated();
                matches!(reason, Reason::Ordinal | Reason::Date) && !noun
            }
            _ => false,
        }
    });
    let until = |at: usize| {
        let before = within(tokens, at.saturating_sub(2)..at);
        before.iter().any(|token| token.entry.classes.meets(UNTIL))
    };
    let day = day.filter(|&at| !until(at) && !any_is(tokens, Class::Have));
    let digits = day.map_or("", |at| token_at(tokens, at).text(text)).bytes();
    let digits = digits.take_while(u8::is_ascii_digit).take(2);
    digits.fold(0, |day, digit| day * 10 + (digit - b'0'))
}
