//! What only looks like a figure: ages, dates, clock times, money, measures, scores, references.
//!
//! Decides from the signs and words beside a quantity. What the quantity counts (houses, kilometres) is found where
//! its noun is read, in `victim`.

use super::lexicon::{Class, Glued, OutcomeNounKind, glued, look_up, seen};
use super::number::glued_part;
use super::quantity::Quantity;
use super::text::{Kind, Token, any_is, is_at, token_at, within};
use super::victim::{ADULT, breaks};
use crate::letters::lower_case;
use crate::model::{Qualifier, Reason};

/// The most words from "one of" to the end of the name of a place ("Upper Orlen's"), and from there to those who are ranked.
const LONGEST_OWNER: usize = 4;

/// The oldest age that is told.
pub(crate) const OLDEST: u64 = 115;

/// Why a quantity is no figure of people, or `None`.
pub(crate) fn reason(text: &str, tokens: &[Token], quantity: &Quantity) -> Option<Reason> {
    let before = quantity.number.checked_sub(1).and_then(|at| tokens.get(at));
    // "Rs. 500"
    let behind_dot = quantity
        .number
        .checked_sub(2)
        .filter(|_| before.is_some_and(|dot| dot.is_sign('.')));
    let currency = behind_dot.is_some_and(|at| is_at(tokens, at, Class::Currency));
    let after = tokens.get(quantity.end);
    let number = token_at(tokens, quantity.number);
    let printed = number.text(text);
    if let Some(reason) = after.and_then(|token| counted(token, number)) {
        let old = is_at(tokens, quantity.end + 1, Class::Aged);
        return Some(match reason {
            Reason::Duration if old => Reason::Age,
            other => other,
        });
    }
    // "the 18m (59ft) boat"
    let again = (after.filter(|token| token.is_sign('('))).and(tokens.get(quantity.end + 1));
    let glued = |token: &&Token| token.kind == Kind::Compound;
    if again
        .filter(glued)
        .is_some_and(|token| super::number::glued_part(token.text(text)) != glued_part(printed))
        && compound_reason(text, tokens, quantity.end + 1) == Reason::Measure
    {
        return Some(Reason::Measure);
    }
    // "under the age of 18", "aged between 12 and 60"
    let from = quantity.start.saturating_sub(1);
    if any_is(within(tokens, from..quantity.number), Class::Aged) {
        return Some(Reason::Age);
    }
    // "most of them under 18"
    let bound = matches!(
        quantity.qualifier,
        Qualifier::FewerThan | Qualifier::MoreThan
    );
    let them = is_at(tokens, from, Class::GroupPronoun) && quantity.start > 0;
    if bound && them && quantity.low.or(quantity.high).is_some_and(|age| age <= 100) {
        return Some(Reason::Age);
    }
    if quantity.fraction {
        return Some(Reason::Fraction);
    }
    if is_ratio(text, tokens, quantity) {
        return Some(Reason::Ratio);
    }
    if currency || before.is_some_and(|token| is_currency(token) || token.is(Class::Currency)) {
        return Some(Reason::Money);
    }
    if !quantity.digits {
        if rank(tokens, quantity) {
            return Some(Reason::Rank);
        }
        let age = is_listed_age(tokens, quantity) || is_age_in_words(tokens, quantity);
        return age.then_some(Reason::Age);
    }
    let leading_zero = printed.len() > 1 && printed.starts_with('0');
    if leading_zero
        || before.is_some_and(|token| token.is_sign('#'))
        || is_reference(tokens, quantity)
    {
        return Some(Reason::Reference);
    }
    if is_date(tokens, quantity) {
        return Some(Reason::Date);
    }
    if is_year(text, tokens, quantity) {
        return Some(Reason::Year);
    }
    if glued_digits(tokens, quantity, &[':']) {
        return Some(Reason::Time);
    }
    if glued_digits(tokens, quantity, &['/']) {
        return Some(Reason::Date);
    }
    if !quantity.pair && glued_digits(tokens, quantity, &['-', '\u{2010}', '\u{2011}', '\u{2013}'])
    {
        return Some(Reason::Score);
    }
    is_age(tokens, quantity).then_some(Reason::Age)
}

/// Why a number with letters glued on ("14-year-old", "20km", "13th") is no figure of people.
pub(crate) fn compound_reason(text: &str, tokens: &[Token], at: usize) -> Reason {
    let letters = glued_part(token_at(tokens, at).text(text));
    let dated = || {
        let beside = [at.checked_sub(1), Some(at + 1), Some(at + 2)];
        (beside.into_iter().flatten().filter_map(|at| tokens.get(at)))
            .any(|token| token.is(Class::MonthName))
    };
    match glued(letters) {
        Some(Glued::Ordinal) if dated() => return Reason::Date,
        Some(Glued::Ordinal) => return Reason::Ordinal,
        Some(Glued::Decade) => return Reason::Year,
        _ => {}
    }
    let words = lower_case(&seen(letters.trim_end_matches('.')));
    let parts = words.split('-').map(look_up);
    (parts.filter_map(|entry| {
        if entry.is(Class::Aged) {
            Some(Reason::Age)
        } else if entry.is(Class::Clock) {
            Some(Reason::Time)
        } else if entry.is(Class::Time) {
            Some(Reason::Duration)
        } else if entry.is(Class::Unit) {
            Some(Reason::Measure)
        } else if entry.is(Class::Money) {
            Some(Reason::Money)
        } else if entry.is(Class::Thing) || entry.is(Class::Event) {
            Some(Reason::Things)
        } else {
            None
        }
    }))
    // The least of the reasons is the narrowest: "14-year-old" is an age before it is a duration.
    .min()
    .unwrap_or(Reason::Joined)
}

/// Whether a token is the sign of a currency: "$", "\u{a3}", "\u{20b1}".
fn is_currency(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Sign('$' | '\u{a3}' | '\u{a5}' | '\u{20a0}'..='\u{20cf}')
    )
}

/// What the very next word says that the number counts.
fn counted(next: &Token, number: &Token) -> Option<Reason> {
    if next.is(Class::Unit) && (next.kind == Kind::Word || !next.spaced) {
        return Some(Reason::Measure);
    }
    if next.is(Class::Money) || is_currency(next) {
        return Some(Reason::Money);
    }
    if next.is(Class::Clock) {
        return Some(Reason::Time);
    }
    // "Twenty years after rebels took the town"
    if next.is(Class::DaysAfter) || next.is(Class::Time) && next.entry.person.is_none() {
        return Some(Reason::Duration);
    }
    if next.kind == Kind::Sign('\u{b0}') {
        return Some(Reason::Measure);
    }
    (number.kind == Kind::Digits && next.is(Class::Animal)).then_some(Reason::Animals)
}

/// "one of the deadliest", "one of Upper Orlen's worst": a place in an order.
fn rank(tokens: &[Token], quantity: &Quantity) -> bool {
    let of = is_at(tokens, quantity.end, Class::Of);
    let the = quantity.end + 1;
    let owner = (the + 1..the + LONGEST_OWNER)
        .find(|&at| (tokens.get(at)).is_some_and(|token| token.kind == Kind::Possessive));
    let owner = owner.filter(|_| (tokens.get(the)).is_some_and(Token::is_capital));
    let article = Some(the).filter(|_| is_at(tokens, the, Class::Determiner));
    let ranked = owner.or(article);
    let next = ranked.and_then(|at| tokens.get(at + 1));
    let names_people = next.is_some_and(|token| {
        token.entry.person.is_some()
            || token.entry.is_trigger()
            || token.is(Class::Adverb)
            || token.is(Class::Have)
            || token.is(Class::Be)
            || token.is_number()
    });
    // "one of its most senior members"
    let behind = within(tokens, ranked.unwrap_or(the) + 1..)
        .iter()
        .take(LONGEST_OWNER);
    let named = (behind.take_while(|token| !breaks(token)))
        .any(|token| token.entry.person.is_some_and(|person| person.plural));
    of && ranked.is_some() && quantity.is_one() && !names_people && !named
}

/// "one in five of": a share.
fn is_ratio(text: &str, tokens: &[Token], quantity: &Quantity) -> bool {
    let end = quantity.end;
    // "one in five", "nine out of ten"
    let joins = |at: usize| {
        is_at(tokens, at, Class::In)
            || is_at(tokens, at, Class::Preposition)
                && token_at(tokens, at)
                    .text(text)
                    .contains(char::is_whitespace)
    };
    let share = joins(end)
        && super::number::number(text, tokens, end + 1).is_some()
        && tokens
            .get(end + 2)
            .is_some_and(|token| token.is(Class::Of) || token.entry.person.is_some());
    let of = quantity.number >= 2
        && joins(quantity.number - 1)
        && (tokens.get(end))
            .is_some_and(|token| token.is(Class::Of) || token.entry.person.is_some())
        && token_at(tokens, quantity.number - 2).entry.number.is_some();
    share || of
}

/// "Route 40", "Table 4".
fn is_reference(tokens: &[Token], quantity: &Quantity) -> bool {
    let Some(before) = quantity.number.checked_sub(1).and_then(|at| tokens.get(at)) else {
        return false;
    };
    // "Flood deaths top 100"
    let told = |token: &Token| token.entry.noun.is_some_and(|noun| noun.plural);
    if before.is(Class::OverVerb)
        && quantity.number >= 2
        && told(token_at(tokens, quantity.number - 2))
    {
        return false;
    }
    let followed = tokens
        .get(quantity.end)
        .is_some_and(|token| token.entry.person.is_some() || token.entry.is_trigger());
    before.is(Class::Reference) && quantity.start == quantity.number && !followed
}

/// "11 March", "March 11".
fn is_date(tokens: &[Token], quantity: &Quantity) -> bool {
    if quantity.high.is_none_or(|day| day == 0 || day > 31) {
        return false;
    }
    let month = |token: &Token| token.is(Class::MonthName) && token.is_capital();
    // "On Nov. 24"
    let before = (within(tokens, ..quantity.number).iter().rev())
        .find(|token| !token.is_sign('.'))
        .is_some_and(month);
    let after = tokens
        .get(quantity.end)
        .is_some_and(|token| month(token) && token.text_len() > 2);
    // "In April 16 people drowned", "on 23 September 28 bodies were found"
    let opens = |token: &Token| token.is(Class::In) || token.kind == Kind::Digits;
    let counts = quantity.number > 1
        && opens(token_at(tokens, quantity.number - 2))
        && (tokens.get(quantity.end))
            .is_some_and(|next| next.entry.person.is_some() || next.entry.noun.is_some());
    (before && quantity.start == quantity.number && !counts) || after
}

/// A number as printed, without the mark of a footnote: "1935[19]".
pub(crate) fn without_footnote(printed: &str) -> &str {
    printed.split('[').next().unwrap_or(printed)
}

/// Four bare digits from 1800 to 2099 that no bound precedes and no noun of people claims; from 1600 where a word of time stands
/// before them.
fn is_year(text: &str, tokens: &[Token], quantity: &Quantity) -> bool {
    let printed = without_footnote(token_at(tokens, quantity.number).text(text));
    let bare = printed.len() == 4 && printed.bytes().all(|byte| byte.is_ascii_digit());
    // "between 2014 and 2023"
    let between = is_at(tokens, quantity.start, Class::Between);
    if !bare
        || quantity.start != quantity.number && !between
        || !quantity
            .low
            .is_some_and(|year| (1600..2100).contains(&year))
    {
        return false;
    }
    let before = quantity.number.checked_sub(1).and_then(|at| tokens.get(at));
    let dated = before.is_some_and(|token| {
        token.is(Class::In)
            || token.is(Class::MonthName)
            || token.is(Class::Determiner)
            || (token.is(Class::Subordinator) && token.is(Class::Preposition))
    });
    let counts = tokens
        .get(quantity.end)
        .is_some_and(|token| token.entry.person.is_some() || token.entry.is_trigger());
    // "1908 remains the only year"
    let remains = (tokens.get(quantity.end).and_then(|token| token.entry.noun))
        .is_some_and(|noun| noun.kind == OutcomeNounKind::Body);
    dated || (!counts || remains) && quantity.low >= Some(1800)
}

/// Whether digits are glued to the number by one of `signs`.
fn glued_digits(tokens: &[Token], quantity: &Quantity, signs: &[char]) -> bool {
    let joint = |sign: Option<&Token>, digits: Option<&Token>, tight: bool| {
        tight
            && sign.is_some_and(|token| matches!(token.kind, Kind::Sign(c) if signs.contains(&c)))
            && digits.is_some_and(|token| matches!(token.kind, Kind::Digits | Kind::Compound))
    };
    let number = quantity.number;
    let before = number >= 2
        && joint(
            tokens.get(number - 1),
            tokens.get(number - 2),
            !token_at(tokens, number).spaced && !token_at(tokens, number - 1).spaced,
        );
    let (sign, digits) = (tokens.get(quantity.end), tokens.get(quantity.end + 1));
    let tight =
        sign.is_some_and(|token| !token.spaced) && digits.is_some_and(|token| !token.spaced);
    before || joint(sign, digits, tight)
}

/// "aged 12", "Imre Dost, 41, was", "aged 12, 15 and 40".
fn is_age(tokens: &[Token], quantity: &Quantity) -> bool {
    if quantity.start != quantity.number || quantity.low.is_none_or(|age| age > OLDEST) {
        return false;
    }
    let Some(before) = quantity.number.checked_sub(1).and_then(|at| tokens.get(at)) else {
        return false;
    };
    if is_listed_age(tokens, quantity) {
        return true;
    }
    let name = quantity
        .number
        .checked_sub(2)
        .and_then(|at| tokens.get(at))
        .is_some_and(|token| {
            token.is_capital()
                && !token.is(Class::MonthName)
                && !token.is(Class::Weekday)
                && !token.entry.is_trigger()
        });
    let closes = |at: usize| {
        (tokens.get(at)).is_none_or(|token| matches!(token.kind, Kind::Sign(',' | '.' | ';')))
    };
    // "and a woman, 28, were"
    let one = (quantity.number.checked_sub(2))
        .and_then(|at| token_at(tokens, at).entry.person)
        .is_some_and(|person| person.singular && !person.plural)
        && tokens
            .get(quantity.end)
            .is_some_and(|token| token.is_sign(','));
    // "two sisters, 9 and 12, and": a list of ages behind their people.
    let pair = (tokens.get(quantity.end + 1)).is_some_and(|token| token.kind == Kind::Digits);
    let of_two = (quantity.number.checked_sub(2))
        .is_some_and(|at| token_at(tokens, at).entry.person.is_some())
        && is_at(tokens, quantity.end, Class::And)
        && pair
        && closes(quantity.end + 2);
    let second = quantity.number >= 4
        && before.is(Class::And)
        && token_at(tokens, quantity.number - 2).kind == Kind::Digits
        && token_at(tokens, quantity.number - 3).is_sign(',')
        && token_at(tokens, quantity.number - 4).entry.person.is_some()
        && closes(quantity.end);
    // "the driver, who was 27, is"
    let who = quantity.number >= 2
        && before.is(Class::SingularVerb)
        && is_at(tokens, quantity.number - 2, Class::Relative)
        && closes(quantity.end);
    who || second || before.is_sign(',') && (name && closes(quantity.end) || one || of_two)
}

/// "his daughter Ella, six, was": an age in words behind a name, as desks print those of children. "In Orlen, six" counts.
fn is_age_in_words(tokens: &[Token], quantity: &Quantity) -> bool {
    let Some(comma) = quantity.number.checked_sub(1) else {
        return false;
    };
    let closes = tokens
        .get(quantity.end)
        .is_some_and(|next| next.is_sign(','));
    let child =
        quantity.low.is_some_and(|years| years < ADULT) && quantity.start == quantity.number;
    let words = (within(tokens, ..comma).iter().rev()).take_while(|token| token.is_capital());
    let name = words.count();
    let first = comma - name;
    let governed = first
        .checked_sub(1)
        .is_none_or(|before| is_at(tokens, before, Class::Preposition));
    let opens = first == 0 && !is_at(tokens, 0, Class::Preposition);
    token_at(tokens, comma).is_sign(',') && closes && child && name > 0 && (opens || !governed)
}

/// "aged 12", "aged seven and nine": whether "aged" stands before the number, or before the numbers that it ends.
fn is_listed_age(tokens: &[Token], quantity: &Quantity) -> bool {
    let before = |steps: usize| {
        quantity
            .number
            .checked_sub(steps + 1)
            .map(|at| token_at(tokens, at))
    };
    if quantity.start != quantity.number
        || !before(0).is_some_and(|token| token.kind == Kind::Word || token.is_sign(','))
    {
        return false;
    }
    let listed = within(tokens, ..quantity.number)
        .iter()
        .rev()
        .take(6)
        .take_while(|token| token.is_number() || token.is_sign(',') || token.is(Class::And));
    before(listed.count()).is_some_and(|token| token.is(Class::Aged))
}
