//! A word that may speak of another time or event ("ago", "last year", "another"): whether it does, and how far it reaches.

use super::clause::{brings, clause_end, holds_all, is_comma, reach};
use super::time::{
    LONGEST_PERIOD, is_decade, is_long, is_of_other_year, is_superlative, is_year, is_years_old,
    names_part_of_day, opens_as, year_after,
};
use crate::extract::lexicon::{Class, Classes};
use crate::extract::text::{Kind, Token, any_is, is_at, token_at, within};
use crate::model::Qualifier;
use std::ops::Range;

/// Words that another time may begin with, or that speak of one.
pub(super) const OTHER_TIME: Classes = Classes::of(&[
    Class::Since,
    Class::Earlier,
    Class::Relative,
    Class::Subordinator,
    Class::Background,
    Class::OtherEvent,
    Class::Glued,
    Class::UpFrom,
    Class::Recent,
]);

/// The most words from "since" to the comma behind the time that it names.
const LONGEST_SINCE: usize = 5;

/// The most words from a year to the "since" of "a deal was signed in 2015, but hundreds have been killed since".
const LONGEST_DEAL: usize = 40;

/// Adds what each word of a sentence that speaks of another time or event reaches. `first` = nothing was told before;
/// `own_year` = the sentence names no year but the article's own.
pub(super) fn add_reaches(
    text: &str,
    tokens: &[Token],
    classes: &Classes,
    first: bool,
    own_year: bool,
    reaches: &mut Vec<Range<usize>>,
) {
    let mut number = false;
    let tried = first && classes.has(Class::Dealing);
    for (at, token) in tokens.iter().enumerate() {
        let behind_number = std::mem::replace(&mut number, token.is_number());
        let before_ago = is_at(tokens, at + 1, Class::Ago);
        // "charged with killing a man a year ago", where nothing was told yet: what the article is about.
        if tried && (before_ago || token.is(Class::Background)) {
            continue;
        }
        let old = is_years_old(text, token);
        if behind_number || before_ago || old || token.entry.classes.meets(OTHER_TIME) {
            let cue = Cue {
                text,
                tokens,
                at,
                token,
                first,
                own_year,
                behind_number,
                ago: before_ago && is_long(text, token),
                old,
            };
            cue.add_to(reaches);
        }
    }
}

/// A word that may speak of another time or event.
struct Cue<'t> {
    text: &'t str,
    tokens: &'t [Token],
    /// Where the word stands.
    at: usize,
    token: &'t Token,
    /// Whether nothing was told before its sentence.
    first: bool,
    /// Whether its sentence names no year but the article's own.
    own_year: bool,
    behind_number: bool,
    /// Whether it is a long time, and "ago" stands behind it: "ten years ago".
    ago: bool,
    /// Whether it says that something has lasted for years: "12-year-old".
    old: bool,
}

impl<'t> Cue<'t> {
    /// Adds what the word reaches, if it speaks of another time or event.
    fn add_to(&self, reaches: &mut Vec<Range<usize>>) {
        let (tokens, at) = (self.tokens, self.at);
        if self.is_compared() {
            return;
        }
        if let Some(when) = when_since(tokens, at) {
            reaches.push(when..tokens.len());
        }
        if self.is_up_from() || self.took_over() {
            reaches.push(at..clause_end(tokens, at));
        }
        if self.is_other() {
            reaches.push(reach(tokens, at));
        }
    }

    /// Whether the word speaks of another time or event in all of its clause.
    fn is_other(&self) -> bool {
        let (text, tokens, at) = (self.text, self.tokens, self.at);
        self.token.is(Class::Background) && !self.is_news()
            || self.token.is(Class::Recent) && brings(tokens, at)
            || self.is_ever_since()
            || self.old && is_of_long_event(tokens, at)
            || self.is_other_event()
            || !self.own_year && relative_to_year(text, tokens, at)
            || is_decade(text, self.token)
            || self.ago
            || self.is_since_year()
            || self.is_spell() && !self.opens_article()
            || self.is_spell_of_event()
            || self.is_spell_up_to_now()
            || self.is_earlier_in()
    }

    /// The words before this one.
    fn before(&self) -> &'t [Token] {
        within(self.tokens, ..self.at)
    }

    /// "the deadliest strike since fighting broke out four years ago", "one of the worst fires in recent years": compared
    /// with another time, of which nothing is told.
    fn is_compared(&self) -> bool {
        let before = self.before();
        let worst = || {
            let since = before.iter().position(|token| token.is(Class::Recent));
            any_is(within(before, ..since.unwrap_or(0)), Class::Worst)
        };
        let near = || within(before, self.at.saturating_sub(LONGEST_PERIOD)..);
        (self.ago || self.token.is(Class::Background)) && worst()
            || self.token.is(Class::Spell) && self.holds_superlative(near())
    }

    /// Whether any of `words` is a superlative.
    fn holds_superlative(&self, words: &[Token]) -> bool {
        words.iter().any(|token| is_superlative(self.text, token))
    }

    /// "against 48 in 2012"
    fn is_up_from(&self) -> bool {
        self.token.is(Class::UpFrom)
            && (self.tokens.get(self.at + 2..))
                .is_some_and(|rest| is_of_other_year(self.text, rest))
    }

    /// "took power in 1984 after the death of President Rell"
    fn took_over(&self) -> bool {
        let (tokens, at) = (self.tokens, self.at);
        self.token.is(Class::Subordinator)
            && at >= 2
            && is_at(tokens, at - 2, Class::In)
            && year_after(self.text, tokens, at - 2)
            && (tokens.get(at + 2))
                .is_some_and(|death| death.entry.noun.is_some_and(|noun| !noun.plural))
    }

    /// "killed 207 people earlier this month", where nothing was told yet: what the article is about.
    fn is_news(&self) -> bool {
        self.token.is(Class::Recent) && self.opens_article()
    }

    /// Whether nothing was told yet, and the word speaks of all that its sentence counts.
    fn opens_article(&self) -> bool {
        self.first && holds_all(self.tokens, &reach(self.tokens, self.at))
    }

    /// "another attack". "Five people died in another attack" is of this event, where it is all that was told yet.
    fn is_other_event(&self) -> bool {
        self.token.is(Class::OtherEvent) && !(self.first && self.at > 0)
    }

    /// "a deal was signed in 2015, but hundreds have been killed since"
    fn is_ever_since(&self) -> bool {
        let near = || within(self.tokens, self.at.saturating_sub(LONGEST_DEAL)..self.at);
        let dated = |token: &Token| is_year(self.text, token) || is_long(self.text, token);
        self.token.is(Class::Since)
            && (self.tokens.get(self.at + 1))
                .is_none_or(|next| next.kind != Kind::Word || next.is(Class::In))
            && any_is(near(), Class::Have)
            && near().iter().any(dated)
    }

    /// "since 2011", "since militants took up arms in 1992"
    fn is_since_year(&self) -> bool {
        let (text, tokens, at) = (self.text, self.tokens, self.at);
        let told_year = || {
            // "have been killed since rebels took up arms against the state in 1984"
            (at + 1..tokens.len().min(at + LONGEST_DEAL))
                .any(|at| is_at(tokens, at, Class::In) && year_after(text, tokens, at))
        };
        !self.own_year
            && self.token.is(Class::Since)
            // "have been killed since the raids there in 1996", where nothing was told yet: what the article is about.
            && (year_after(text, tokens, at)
                || told_year() && !(self.first && holds_all(tokens, &reach(tokens, at))))
            && !self.holds_superlative(self.before())
    }

    /// Whether the word is a long time with its number: "ten years".
    fn is_long_behind_number(&self) -> bool {
        self.behind_number && self.at >= 2 && is_long(self.text, self.token)
    }

    /// "in the past ten years", "have died in 15 years"; but not where an article opens with it.
    fn is_spell(&self) -> bool {
        let have_in = || {
            is_at(self.tokens, self.at - 2, Class::In)
                && any_is(self.before(), Class::Have)
                && !self.holds_superlative(self.before())
        };
        self.is_long_behind_number() && (is_at(self.tokens, self.at - 2, Class::Past) || have_in())
    }

    /// "in 13 months of fighting", "over two years of conflict"
    fn is_spell_of_event(&self) -> bool {
        let (tokens, at) = (self.tokens, self.at);
        let event = |at| is_at(tokens, at, Class::Event) || is_at(tokens, at, Class::LongEvent);
        is_at(tokens, at + 1, Class::Of)
            && event(at + 2)
            && self.is_long_behind_number()
            && (is_at(tokens, at - 2, Class::In)
                || matches!(
                    token_at(tokens, at - 2).entry.bound_before,
                    Some(Qualifier::MoreThan | Qualifier::Nearly)
                ))
    }

    /// "have died in over a decade of feuds"
    fn is_spell_up_to_now(&self) -> bool {
        let (tokens, at) = (self.tokens, self.at);
        at > 1
            && is_at(tokens, at - 1, Class::Indefinite)
            && is_at(tokens, at + 1, Class::Of)
            && is_long(self.text, self.token)
            && any_is(self.before(), Class::Have)
    }

    /// "earlier in the war", but not "earlier in the day"; "A day earlier, two died", behind what the article is about.
    fn is_earlier_in(&self) -> bool {
        let (tokens, at) = (self.tokens, self.at);
        let then = || !self.first && at < 4 && is_at(tokens, at.saturating_sub(1), Class::Time);
        let in_spell =
            || is_at(tokens, at + 1, Class::In) && !names_part_of_day(self.text, tokens, at + 2);
        self.token.is(Class::Earlier) && (in_spell() || then())
    }
}

/// "1947, when 111 miners died", "the fire of 1962, which claimed 28 lives", "a storm in 1991 that killed 18", "in April,
/// when": whether the word at `at` opens a clause about a year or a month that is no full date.
fn relative_to_year(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = token_at(tokens, at);
    let opens = token.is(Class::Relative) || token.is(Class::Subordinator);
    if !opens || at < 3 {
        return false;
    }
    let comma = token_at(tokens, at - 1).is_sign(',');
    let (before, time) = match within(tokens, ..at - usize::from(comma)) {
        [rest @ .., time] => (rest, time),
        [] => return false,
    };
    let (word, first) = match before {
        [.., first, word] => (word, Some(first)),
        [word] => (word, None),
        [] => return false,
    };
    if time.is(Class::MonthName) && time.is_capital() {
        return comma && word.is(Class::In);
    }
    let relative = comma || token.is(Class::Relative);
    let dated = word.is(Class::MonthName) && first.is_some_and(|first| first.kind == Kind::Word);
    is_year(text, time)
        && relative
        && (word.is(Class::In) || word.is(Class::Since) || word.is(Class::Of) || dated)
}

/// "the deadliest strike since July, when 71 died": where what is told of that time starts.
fn when_since(tokens: &[Token], at: usize) -> Option<usize> {
    if !is_at(tokens, at, Class::Since) {
        return None;
    }
    let near = at + 1..tokens.len().min(at + LONGEST_SINCE);
    let opens = |index: &usize| {
        let token = token_at(tokens, *index);
        token.is_sign(',') || token.is(Class::Subordinator)
    };
    let end = near
        .clone()
        .find(opens)
        .filter(|&end| !opens_as(tokens, end))?;
    let named = |at: usize| {
        let token = token_at(tokens, at);
        token.kind == Kind::Digits || token.is(Class::MonthName) || token.is(Class::Past)
    };
    let when = end + usize::from(is_comma(tokens, end));
    let opens = is_at(tokens, when, Class::Subordinator);
    (opens && (near.start..end).any(named)).then_some(when)
}

/// Whether people have been killed in the long struggle whose noun stands behind the word at `at`: "9,000 have died in
/// the 12-year-old fight for independence".
fn is_of_long_event(tokens: &[Token], at: usize) -> bool {
    if !any_is(within(tokens, ..at), Class::Have) {
        return false;
    }
    let near = within(tokens, at + 1..tokens.len().min(at + 4)).iter();
    let mut noun = near.take_while(|token| token.entry.person.is_none());
    noun.any(|token| token.is(Class::LongEvent) || token.is(Class::Event))
}
