//! Phrases with a number: "nine miners", "both pilots", "two of them", "none of the passengers".

use super::head::head;
use super::{Head, LONGEST_MODIFIERS, Phrase, Whole, additives, breaks, is_fate, those_outcome};
use crate::extract::lexicon::{Class, Classes, Forms, Frame, Shape, has_shape};
use crate::extract::quantity::{Quantity, bound_behind, quantity};
use crate::extract::text::{Kind, Token, is_at, token_at, within};
use crate::extract::unlikely;
use crate::model::{Group, Outcome, Qualifier, Reason};

/// Whether a quantity is "a" alone, which counts nobody.
pub(super) fn is_article_only(tokens: &[Token], quantity: &Quantity) -> bool {
    quantity.number + 1 == quantity.end && is_at(tokens, quantity.number, Class::Indefinite)
}

/// "nobody", "none of the 40 passengers".
pub(super) fn none_of(tokens: &[Token], mut phrase: Phrase) -> Phrase {
    let mut end = phrase.span.start + 1;
    if is_at(tokens, end, Class::Of) {
        end += 1;
        let limit = end + LONGEST_MODIFIERS;
        while let Some(token) = tokens.get(end).filter(|token| {
            let open = token.is_number() || token.is(Class::Determiner) || !breaks(token);
            end < limit && open && token.entry.verb.is_none()
        }) {
            end += 1;
            if token.entry.person.is_some() || token.is(Class::GroupPronoun) {
                break;
            }
        }
    }
    phrase.span.end = end;
    phrase.words = end..end;
    // "None of the injured was a guest": not that nobody was hurt.
    let known = is_at(tokens, end - 1, Class::Determiner) && is_fate(tokens, end);
    (phrase.head, phrase.zero) = (Head::Bare, !known);
    phrase
}

/// "both pilots": two people.
pub(super) fn both(text: &str, tokens: &[Token], mut phrase: Phrase) -> Option<Phrase> {
    let at = phrase.span.start;
    phrase.quantity = Some(Quantity {
        low: Some(2),
        high: Some(2),
        qualifier: Qualifier::Exact,
        start: at,
        number: at,
        end: at + 1,
        digits: false,
        fraction: false,
        adjective: false,
        pair: false,
    });
    let the = is_at(tokens, at + 1, Class::Determiner);
    head(text, tokens, &mut phrase, at + 1 + usize::from(the), true);
    let next = tokens.get(phrase.span.end);
    // "both civilians and soldiers" counts nobody.
    let pair = next.is_some_and(|token| token.is(Class::And));
    let bare = phrase.head == Head::Bare;
    // "shot at his bosses, wounding both"
    let harmed = (at.checked_sub(1)).is_some_and(|verb| is_fate(tokens, verb));
    let object =
        bare && harmed && next.is_none_or(|token| breaks(token) || token.is(Class::Adverb));
    let counts = phrase.head == Head::Person || bare && next.is_some_and(is_predicate);
    (object || counts && !pair).then_some(phrase)
}

/// Whether a word can be the predicate of a bare number.
fn is_predicate(token: &Token) -> bool {
    let helps = const { Classes::of(&[Class::Be, Class::Have, Class::Suffer]) };
    token.entry.is_trigger() || token.entry.classes.meets(helps)
}

/// A phrase after its number.
pub(super) fn counted(text: &str, tokens: &[Token], mut phrase: Phrase, found: Quantity) -> Phrase {
    phrase.quantity = Some(found);
    phrase.span.end = found.end;
    phrase.words = found.end..found.end;
    if let Some(reason) = unlikely::reason(text, tokens, &found) {
        phrase.head = Head::Thing(reason);
        return phrase;
    }
    let mut at = additives(tokens, found.end);
    phrase.additive |= at > found.end;
    // "nine such deaths"
    at += usize::from(is_at(tokens, at, Class::Such));
    // "“dozens” of residents"
    let closed = tokens.get(at).is_some_and(Token::is_quote)
        && (is_at(tokens, at + 1, Class::Of) || is_at(tokens, at + 1, Class::Victims));
    at += usize::from(closed);
    let quoted = quoted_noun_end(tokens, at);
    at += usize::from(quoted.is_some());
    if is_at(tokens, at, Class::Of)
        && let Some(done) = taken_out_of(text, tokens, &phrase, at + 1)
    {
        return done;
    }
    let at = put_right_end(tokens, at).unwrap_or(at);
    // "took 12 hostage"
    let taken = |token: &Token| token.entry.adjective == Some(Outcome::Abducted);
    let ends = |next: &Token| breaks(next) || next.kind != Kind::Word;
    if !found.is_one() && tokens.get(at).is_some_and(taken) && tokens.get(at + 1).is_none_or(ends) {
        phrase.end_bare(at);
        return phrase;
    }
    // "killed 12 Tuesday", "wounded 12 Monday night"
    let timed = |next: &Token| breaks(next) || next.is(Class::Time);
    if is_at(tokens, at, Class::Weekday) && tokens.get(at + 1).is_none_or(timed) {
        phrase.end_bare(at);
        return phrase;
    }
    head(text, tokens, &mut phrase, at, !found.is_one());
    if let Some(end) = quoted.filter(|&end| end == phrase.span.end + 1) {
        phrase.span.end = end;
    }
    bound_behind_noun(text, tokens, &mut phrase);
    // "A couple and their three children"
    let couple = found.low == Some(2)
        && token_at(tokens, found.number).entry.number.is_some()
        && token_at(tokens, found.number).text_len() > 3
        && !is_at(tokens, found.end, Class::Of);
    if phrase.head == Head::Bare && couple {
        phrase.head = Head::Person;
    }
    if phrase.head == Head::Unknown && (at > found.end || is_participle(text, tokens, at)) {
        phrase.end_bare(at);
    }
    phrase
}

/// `22 "terrorists"`: where the quotation marks around a noun of people close, which open at `at`.
fn quoted_noun_end(tokens: &[Token], at: usize) -> Option<usize> {
    tokens.get(at).filter(|token| token.is_quote())?;
    let close = (at + 2..at + 4).find(|&close| tokens.get(close).is_some_and(Token::is_quote))?;
    token_at(tokens, close - 1)
        .entry
        .person
        .is_some()
        .then_some(close + 1)
}

/// "Forty people or more": a bound behind the noun.
fn bound_behind_noun(text: &str, tokens: &[Token], phrase: &mut Phrase) {
    let exact = |found: &&mut Quantity| found.qualifier == Qualifier::Exact;
    if phrase.head == Head::Person
        && let Some((Some(Qualifier::AtLeast), end)) = bound_behind(text, tokens, phrase.span.end)
        && let Some(found) = phrase.quantity.as_mut().filter(exact)
    {
        (found.high, found.qualifier) = (None, Qualifier::AtLeast);
        phrase.span.end = end;
    }
}

/// Whether the word at `at` says what people did whom no noun names: "injuring 200 gathered for a display".
fn is_participle(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = tokens.get(at).is_some_and(|token| {
        token.kind == Kind::Word
            && !token.is_capital()
            && has_shape(token.text(text), Shape::Participle)
    });
    word && is_at(tokens, at + 1, Class::Preposition)
}

/// Where "Forty, not 14, people" goes on behind the number that it puts right, which opens at `at`.
fn put_right_end(tokens: &[Token], at: usize) -> Option<usize> {
    let [comma, not, number, close, ..] = tokens.get(at..)? else {
        return None;
    };
    (comma.is_sign(',') && not.is(Class::Negation) && number.is_number() && close.is_sign(','))
        .then_some(at + 4)
}

/// What follows "of" after a number: "of them", "of the 40", "of the dead", "of his bodyguards", "of people".
fn taken_out_of(text: &str, tokens: &[Token], phrase: &Phrase, at: usize) -> Option<Phrase> {
    let token = tokens.get(at)?;
    let determined = token.is(Class::Determiner);
    let start = at + usize::from(determined);
    // "fell in three of the past five years"
    let start = start + usize::from(determined && is_at(tokens, start, Class::Past));
    // "two of Imre Dost's four children", "21 of the ship's 48 passengers"
    let name = |token: &&Token| token.is_sign('.') || token.kind == Kind::Word && !breaks(token);
    let words = within(tokens, start..).iter().take(LONGEST_MODIFIERS);
    let owner = start + words.take_while(name).count();
    let own = tokens.get(owner).filter(|own| own.kind == Kind::Possessive);
    if let Some(done) = own.and_then(|_| of_number(text, tokens, phrase, owner + 1)) {
        return Some(done);
    }
    of_pronoun(text, tokens, phrase, at)
        .or_else(|| of_number(text, tokens, phrase, start))
        .or_else(|| of_those(tokens, phrase, start).filter(|_| determined))
        .or_else(|| of_people(text, tokens, phrase, start))
        .or_else(|| own.map(|_| of_owned(tokens, phrase, owner + 1)))
}

/// "17 of Orlen's departments": of something that is not known to be people.
fn of_owned(tokens: &[Token], phrase: &Phrase, at: usize) -> Phrase {
    let mut done = phrase.clone();
    done.end_bare(at + usize::from(tokens.get(at).is_some_and(|noun| !breaks(noun))));
    done.head = Head::Thing(Reason::UnknownNoun);
    done
}

/// "two of them", "two of whom", "two of those killed"; but "two of those villagers" names its people.
fn of_pronoun(text: &str, tokens: &[Token], phrase: &Phrase, at: usize) -> Option<Phrase> {
    let token = tokens.get(at)?;
    let relative = token.is(Class::Relative) && !token.is(Class::That);
    if !token.is(Class::GroupPronoun) && !relative {
        return None;
    }
    let next = tokens.get(at + 1);
    let those = token.is(Class::Determiner);
    let outcome = next.filter(|_| those).and_then(those_outcome);
    let names = next.is_some_and(|next| next.entry.person.is_some() || next.entry.noun.is_some());
    if those && outcome.is_none() && names {
        return None;
    }
    let mut done = phrase.clone();
    done.whole = Some(outcome.map_or(Whole::Pronoun, Whole::Those));
    done.end_bare(at + 1 + usize::from(outcome.is_some()));
    after_partitive(text, tokens, &mut done);
    Some(done)
}

/// "she was one of the 40 people": the phrase is the 40 people; "two of the 40 people", "killed one of the three men"
/// count those taken out.
fn of_number(text: &str, tokens: &[Token], phrase: &Phrase, at: usize) -> Option<Phrase> {
    let base = quantity(text, tokens, at)?;
    let mut whole = counted(text, tokens, Phrase::new(at), base);
    let one = phrase.quantity.is_some_and(|count| count.is_one());
    if one && !has_own_fate(tokens, phrase.span.start, whole.span.end) {
        whole.definite = true;
        whole.span.start = phrase.span.start;
        return Some(whole);
    }
    let mut done = phrase.clone();
    // "200 of the 340 deaths", "five of the six people killed were" state both numbers.
    let told = match whole.head {
        Head::Outcome(outcome, _) | Head::Those(outcome) => Some(outcome),
        _ if is_at(tokens, at - 1, Class::Determiner) => {
            fate_of_all(tokens, behind_who(tokens, whole.span.end)).or_else(|| {
                is_object(tokens, phrase.span.start)
                    .then(|| those_outcome(tokens.get(behind_who(tokens, whole.span.end))?))
                    .flatten()
            })
        }
        _ => None,
    };
    if let Some(outcome) = told {
        done.whole = Some(Whole::Those(outcome));
        done.end_bare(phrase.span.end);
        return Some(done);
    }
    done.end_bare(whole.span.end);
    // "33 of 38 drones", "his wife and two of his four children"
    if matches!(whole.head, Head::Thing(_) | Head::Person) {
        done.head = whole.head;
    }
    (done.words, done.group) = (whole.words, whole.group);
    Some(done)
}

/// "named two of the nine people killed": whether the word before `start` takes what opens there for its object.
fn is_object(tokens: &[Token], start: usize) -> bool {
    let before = start.checked_sub(1).and_then(|before| tokens.get(before));
    before.is_some_and(|before| {
        let governs = before.is(Class::Preposition) && !before.is(Class::Subordinator);
        before.kind == Kind::Word && (governs || !breaks(before))
    })
}

/// The place behind "who were", if such words stand at `at`.
fn behind_who(tokens: &[Token], at: usize) -> usize {
    let who = is_at(tokens, at, Class::Relative);
    let were = who && is_at(tokens, at + 1, Class::Be);
    at + usize::from(who) + usize::from(were)
}

/// "people killed in the blast were", "dead were": what the word at `at` says of all those before it, where a verb behind
/// it tells of some.
fn fate_of_all(tokens: &[Token], at: usize) -> Option<Outcome> {
    let outcome = those_outcome(tokens.get(at)?)?;
    let tells = const { Classes::of(&[Class::Be, Class::Have, Class::Become]) };
    let told = |token: &Token| token.entry.classes.meets(tells) || token.entry.verb.is_some();
    let open = |next: &&Token| told(next) || next.is(Class::Preposition) || next.is(Class::Adverb);
    tokens.get(at + 1).filter(open)?;
    let mut rest = tokens.iter().skip(at + 1).take(LONGEST_MODIFIERS);
    let other = rest.find(|token| told(token) || matches!(token.kind, Kind::Sign(_)))?;
    told(other).then_some(outcome)
}

/// Whether a verb right before `start` or from `end` on tells what happened to the people between: "killed one of the
/// three", "one of the three died".
fn has_own_fate(tokens: &[Token], start: usize, end: usize) -> bool {
    let outcome = |token: &Token| token.entry.verb.is_some_and(|verb| verb.outcome.is_some());
    let before = start
        .checked_sub(1)
        .is_some_and(|before| outcome(token_at(tokens, before)));
    let mut rest = within(tokens, end.min(tokens.len())..)
        .iter()
        .filter(|token| !token.is(Class::Adverb));
    let after = rest.next().is_some_and(|next| {
        let copula = next.is(Class::Be) && rest.next().is_some_and(outcome);
        // What people do themselves is told of no noun by its participle: "one of the 12 died".
        let past = next.entry.verb.is_some_and(|verb| {
            let own = verb.frame == Frame::Subject || !verb.forms.has(Forms::PARTICIPLE);
            verb.outcome.is_some() && own
        });
        copula || past
    });
    // "one of the two clerks hurt in the raid died"
    let hurt = those_outcome(token_at(tokens, end.min(tokens.len()))).is_some();
    let died = |token: &Token| {
        outcome(token)
            && token
                .entry
                .verb
                .is_some_and(|verb| verb.frame == Frame::Subject)
    };
    let clause = within(tokens, end.min(tokens.len())..)
        .iter()
        .take(LONGEST_MODIFIERS);
    let later = hurt
        && clause
            .take_while(|token| token.kind == Kind::Word)
            .any(died);
    before || after || later
}

/// "two of the dead", "two of the victims".
fn of_those(tokens: &[Token], phrase: &Phrase, at: usize) -> Option<Phrase> {
    // "two of the shooting victims"
    let of_event = is_at(tokens, at, Class::Event) && is_at(tokens, at + 1, Class::Victims);
    let at = at + usize::from(of_event);
    let token = tokens.get(at)?;
    let next = tokens.get(at + 1).map(|token| token.entry);
    let person = next.and_then(|next| next.person);
    // "37 of the injured people"
    let people = person.is_some_and(|person| person.group == Group::People);
    // "one of the affected towns"
    let thing = next.is_some_and(|next| next.is(Class::Thing));
    let outcome = those_outcome(token).filter(|&outcome| {
        (people || person.is_none()) && !(thing && outcome == Outcome::Affected)
    });
    let victims = token.is(Class::Victims)
        && token
            .entry
            .person
            .is_some_and(|person| person.group == Group::People);
    let whole = match outcome {
        Some(outcome) => Whole::Those(outcome),
        None if victims => Whole::Pronoun,
        None => return None,
    };
    let mut done = phrase.clone();
    done.whole = Some(whole);
    done.end_bare(at + 1 + usize::from(people));
    Some(done)
}

/// "nine of his bodyguards", "hundreds of people".
fn of_people(text: &str, tokens: &[Token], phrase: &Phrase, at: usize) -> Option<Phrase> {
    let mut done = phrase.clone();
    head(text, tokens, &mut done, at, true);
    // "4 of family die"
    if done.group == Group::Families {
        done.group = Group::People;
    }
    matches!(
        done.head,
        Head::Person | Head::UnknownPlural | Head::Outcome(..) | Head::Thing(_)
    )
    .then_some(done)
}

/// After "of them" the group may follow at once: "two of them nurses".
fn after_partitive(text: &str, tokens: &[Token], phrase: &mut Phrase) {
    let at = phrase.span.end;
    let mut inner = Phrase::new(at);
    inner.quantity = phrase.quantity;
    let many = phrase.quantity.is_none_or(|count| !count.is_one());
    let article = is_at(tokens, at, Class::Indefinite);
    head(text, tokens, &mut inner, at + usize::from(article), many);
    if inner.head == Head::Person {
        (phrase.head, phrase.group, phrase.words, phrase.span.end) =
            (Head::Person, inner.group, inner.words, inner.span.end);
    }
}
