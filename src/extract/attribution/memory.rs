//! What is known of the article's sources: names, acronyms, and the last one that spoke.

use super::name::slice;
use super::subject::opening_subject;
use super::{Source, Voice};
use crate::extract::lexicon::{Class, Classes, look_up, look_up_printed, without_article};
use crate::extract::text::{Kind, Token, is_at, is_space, token_at, within};
use crate::letters::{is_capital, lower_case};
use crate::model::{Attribution, AttributionKind};
use rustc_hash::FxHashMap;

/// The most words of a person's name.
const LONGEST_PERSON: usize = 4;

/// The most words of a dateline before the outlet.
const LONGEST_DATELINE: usize = 8;

/// Words that stand in no person's name, or open a sentence in capitals.
const NO_PERSON: Classes = Classes::of(&[
    Class::Official,
    Class::Outlet,
    Class::Anaphor,
    Class::Preposition,
    Class::Determiner,
    Class::Indefinite,
    Class::Pronoun,
    Class::Subordinator,
    Class::Weekday,
    Class::MonthName,
    Class::Thing,
    Class::PlaceWord,
    Class::Adverb,
    Class::Event,
]);

/// The most sources that are remembered for later mentions.
const MOST_REMEMBERED: usize = 16;

/// The most names of sources whose shorter forms are known. No article has as many; a text made to have more would else be
/// read ever more slowly.
const MOST_NAMES: usize = 4096;

/// The name of a source.
#[derive(Debug)]
struct Name {
    full: String,
    /// Whether the text gave an acronym for it.
    acronym: bool,
}

/// What is known of the article's sources so far.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// The names of sources, in the order of the text.
    names: Vec<Name>,
    /// The index of each full name.
    places: FxHashMap<String, usize>,
    /// The index of the first name that an acronym or a shortened name stands for.
    short: FxHashMap<String, usize>,
    /// Those who spoke, the latest last, for "the ministry".
    spoke: Vec<Attribution>,
    /// The last source that was named, for pronouns.
    last: Option<Attribution>,
    /// The cue of the source of this sentence that was named last, where no outlet cites it: `last` is its attribution.
    heard: Option<usize>,
    /// The source of the sentence that leads a list.
    lead: Option<Attribution>,
    /// The person whom a sentence was about since then: "Mira Tolk was making coffee".
    subject: Option<Attribution>,
    /// The organisation that a sentence was about since then.
    body: Option<Attribution>,
    /// Whether the sentence that is being read is about it.
    subject_here: bool,
    /// Whether it was named in this paragraph, so that "additionally" goes on with it.
    near: bool,
}

impl Memory {
    /// Learns acronyms that the sentence defines: "the Coastal Monitor (CM)".
    pub(crate) fn learn(&mut self, text: &str, tokens: &[Token], classes: &Classes) {
        self.heard = None;
        self.learn_acronyms(text, tokens, classes);
        self.learn_subject(text, tokens);
    }

    fn learn_acronyms(&mut self, text: &str, tokens: &[Token], classes: &Classes) {
        if !classes.has(Class::Bracket) {
            return;
        }
        for at in 1..tokens.len().saturating_sub(2) {
            let defined = token_at(tokens, at).is_sign('(')
                && token_at(tokens, at + 2).is_sign(')')
                && token_at(tokens, at + 1).kind == Kind::Word
                && token_at(tokens, at + 1).is_capital();
            if !defined {
                continue;
            }
            let acronym = token_at(tokens, at + 1).text(text);
            // "ORLEN (WXA) -": where and for whom it was written.
            let dateline = at < LONGEST_DATELINE && tokens.get(at + 3).is_some_and(Token::is_dash);
            if dateline || acronym.chars().filter(|&c| is_capital(c)).count() < 2 {
                continue;
            }
            let first = acronym.chars().next();
            // "floods in Orland, according to the Orlen Agency (OA)"
            let ends = |index: &usize| token_at(tokens, *index).is_sign(',');
            let from = at.saturating_sub(10)..at;
            let from = from.clone().rev().find(ends).unwrap_or(from.start)..at;
            let start = from.into_iter().find(|&index| {
                token_at(tokens, index).is_capital()
                    && token_at(tokens, index).text(text).chars().next() == first
                    && !is_at(tokens, index, Class::Determiner)
            });
            if let Some(start) = start {
                self.remember(&slice(text, tokens, start..at), Some(acronym.to_owned()));
            }
        }
    }

    /// Learns the person whom the sentence is about, for "he" and "she".
    fn learn_subject(&mut self, text: &str, tokens: &[Token]) {
        let is_part = |token: &&Token| {
            token.is_capital()
                && token.entry.person.is_none()
                && token.entry.force.is_none()
                && !token.entry.classes.meets(NO_PERSON)
        };
        self.subject_here = false;
        // "Mayor Imre Dost", "The governor, Ana Rell,"
        let Some(span) = opening_subject(tokens) else {
            return;
        };
        let end = span.end;
        let name = within(tokens, span.clone())
            .iter()
            .rev()
            .take_while(is_part)
            .count();
        let office = is_at(tokens, end - 1, Class::Official)
            && (token_at(tokens, end - 1).entry.person)
                .is_some_and(|person| person.singular && !person.plural);
        let goes_on = tokens
            .get(end)
            .is_some_and(|next| next.kind == Kind::Word && !next.is_capital() || next.is_sign(','));
        // "The Coastal Network published its report. It documented"
        let body = |token: &Token| {
            token.is(Class::Official) && token.is_capital() && token.entry.person.is_none()
        };
        if within(tokens, span.clone()).iter().any(body) && !office {
            self.body = Some(Attribution {
                counter: Some(self.full_name(&slice(text, tokens, span.clone()))),
                carrier: None,
                kind: AttributionKind::Inherited,
            });
        }
        if ((2..=LONGEST_PERSON).contains(&name) || office) && goes_on {
            self.subject_here = true;
            self.subject = Some(Attribution {
                counter: Some(slice(text, tokens, span)),
                carrier: None,
                kind: AttributionKind::Inherited,
            });
        }
    }

    fn remember(&mut self, name: &str, acronym: Option<String>) {
        let index = match self.places.get(name) {
            Some(&index) => index,
            None if self.names.len() == MOST_NAMES => return,
            None => self.add(name.to_owned()),
        };
        if let Some(acronym) = acronym.filter(|_| !self.names[index].acronym) {
            self.names[index].acronym = true;
            self.shorten(acronym, index);
        }
    }

    /// Adds a full name, with what shortens it: its first words, two of them at least, and its last ("Oker" for "Wilan
    /// Oker").
    fn add(&mut self, full: String) -> usize {
        let index = self.names.len();
        for (end, _) in full.match_indices(' ').skip(1) {
            self.shorten(full[..end].to_owned(), index);
        }
        let last = full.rsplit_once(' ').map(|(_, last)| last);
        let office = |last: &str| look_up_printed(last).is(Class::Official);
        if let Some(last) = last.filter(|last| last.starts_with(is_capital) && !office(last)) {
            self.shorten(last.to_owned(), index);
        }
        self.places.insert(full.clone(), index);
        self.names.push(Name {
            full,
            acronym: false,
        });
        index
    }

    /// Lets a short form stand for a name, unless it stands for an earlier one.
    fn shorten(&mut self, short: String, index: usize) {
        let place = self.short.entry(short).or_insert(index);
        *place = index.min(*place);
    }

    /// The full name that an acronym or a shortened name stands for.
    fn full_name(&self, name: &str) -> String {
        let bracket = name.ends_with(')').then(|| name.split_once('(')).flatten();
        let name = bracket.map_or(name, |(name, _)| name.trim_end_matches(' '));
        let known = self.short.get(without_article(name));
        known
            .map_or(name, |&index| &self.names[index].full)
            .to_owned()
    }

    /// The attribution of a figure from the source that covers it. `carrier` is the outlet that cites it.
    pub(crate) fn attribute(
        &mut self,
        source: &Source,
        carrier: Option<&Source>,
    ) -> Option<Attribution> {
        match source.voice {
            Voice::Pronoun => {
                let pronoun = look_up_printed(&source.name);
                let person = pronoun.is(Class::OnePronoun);
                let body = (self.body).take_if(|_| !person && !pronoun.is(Class::GroupPronoun));
                if let Some(body) = body {
                    self.remember_speaker(&body);
                    return self.speaker();
                }
                let meant = person || self.subject_here;
                if let Some(subject) = self.subject.take_if(|_| meant) {
                    self.remember_speaker(&subject);
                }
                // "The mayor said that officials had confirmed 12 deaths. He added"
                let one = |source: &&Attribution| {
                    let last = name_of(source).rsplit(' ').next();
                    !last.is_some_and(|last| look_up_printed(last).is(Class::PluralSource))
                };
                let spoke = || self.spoke.iter().rev().find(one).cloned().map(taken_over);
                match self.last.as_ref().filter(|last| person && !one(last)) {
                    Some(_) => spoke().or_else(|| self.speaker()),
                    None => self.speaker(),
                }
            }
            Voice::Again => match self.spoken_of(&source.name) {
                Some(known) => {
                    self.remember_speaker(&known);
                    Some(taken_over(known))
                }
                None => self.attribute_named(source, carrier),
            },
            Voice::Unnamed => {
                let counter = (!source.name.is_empty()).then(|| source.name.clone());
                Some(Attribution {
                    counter,
                    carrier: None,
                    kind: AttributionKind::Unnamed,
                })
            }
            Voice::Named | Voice::Cited => self.attribute_named(source, carrier),
        }
    }

    /// The attribution to a source with a name, which speaks last from now on.
    fn attribute_named(
        &mut self,
        source: &Source,
        carrier: Option<&Source>,
    ) -> Option<Attribution> {
        let again = carrier.is_none().then_some(source.cue);
        if again.is_some() && self.heard == again {
            return self.last.clone();
        }
        let name = self.full_name(&source.name);
        // "the Vest news agency said", and later "Vest said"
        let relayed = (self
            .spoke
            .iter()
            .rev()
            .filter_map(|known| known.carrier.as_ref()))
        .find(|known| known.len() > name.len() && words_of(known).any(|word| word == name));
        if let Some(carrier) = relayed.filter(|_| carrier.is_none()).cloned() {
            let attribution = Attribution {
                counter: None,
                carrier: Some(carrier),
                kind: AttributionKind::Named,
            };
            self.remember_speaker(&attribution);
            return Some(attribution);
        }
        let capitals = words_of(&name).filter(|word| word.starts_with(is_capital));
        if capitals.count() > 1 {
            self.remember(&name, None);
        }
        let carrier = match carrier {
            Some(carrier) => Some(self.relaying(carrier)),
            None => source.told.clone(),
        };
        let carrier = carrier.map(|carrier| self.full_name(&carrier));
        let attribution = if source.outlet && carrier.is_none() {
            Attribution {
                counter: None,
                carrier: Some(name),
                kind: AttributionKind::Named,
            }
        } else {
            Attribution {
                counter: Some(name),
                carrier,
                kind: AttributionKind::Named,
            }
        };
        if self.last.as_ref() != Some(&attribution) {
            self.remember_speaker(&attribution);
        }
        self.near = true;
        (self.subject, self.body) = (None, None);
        self.heard = again;
        Some(attribution)
    }

    /// The name of who cites another source: "it" and "the agency" are whoever spoke before.
    fn relaying(&self, carrier: &Source) -> String {
        let before = match carrier.voice {
            Voice::Pronoun => self.last.clone(),
            Voice::Again => self.spoken_of(&carrier.name),
            _ => None,
        };
        let before = before.and_then(|before| before.carrier.or(before.counter));
        before.unwrap_or_else(|| carrier.name.clone())
    }

    /// Puts the source that spoke last behind those before.
    fn remember_speaker(&mut self, attribution: &Attribution) {
        if !self.spoke.contains(attribution) {
            self.spoke.push(attribution.clone());
            let most = self.spoke.len().saturating_sub(MOST_REMEMBERED);
            self.spoke.drain(..most);
        }
        self.last = Some(attribution.clone());
        self.heard = None;
    }

    /// The source that "the group" or "the ministry" means: the latest one whose name has the word. A word that fits any
    /// source means the latest one with a name of its own.
    fn spoken_of(&self, name: &str) -> Option<Attribution> {
        let word = lower_case(name.rsplit(' ').next().unwrap_or(name));
        let named = |attribution: &&Attribution| {
            words_of(name_of(attribution)).any(|part| same_word(part, &word))
        };
        let any = look_up(&word).is(Class::Anaphor);
        let proper = |attribution: &&Attribution| {
            let counter = attribution.counter.as_deref().unwrap_or_default();
            without_article(counter).starts_with(is_capital)
        };
        let last = || self.last.as_ref().filter(|_| any);
        // "the agency", after a man of the navy spoke: the one called so.
        let mut spoke = self.spoke.iter().rev();
        (spoke.clone().find(|known| proper(known) && named(known)))
            .or_else(|| last().filter(proper))
            .or_else(|| spoke.clone().find(named))
            .or_else(|| spoke.find(|known| any && proper(known)))
            .or_else(last)
            .cloned()
    }

    /// Notes a source that covers no figure, so that the next sentence can go on with it.
    pub(crate) fn note(&mut self, sources: &[Source]) {
        let named = |source: &&Source| matches!(source.voice, Voice::Named | Voice::Again);
        for source in sources.iter().filter(named) {
            self.attribute(source, None);
        }
    }

    /// The attribution that a sentence without a source takes over where it plainly goes on with the one before: it says
    /// so ("additionally"), or a quotation goes on (`quoted`).
    pub(crate) fn inherited(&self, tokens: &[Token], quoted: bool) -> Option<Attribution> {
        let goes_on = tokens.first().is_some_and(|token| {
            // "That brings the total to", and not "That attack came"
            token.is(Class::That) && !is_at(tokens, 1, Class::Event)
                || token.is(Class::Continuation) && !token.is(Class::OtherEvent)
        });
        if self.near && (goes_on || quoted) {
            return self.speaker();
        }
        self.lead.clone()
    }

    /// The last source, as one taken over.
    pub(crate) fn speaker(&self) -> Option<Attribution> {
        self.last.clone().map(taken_over)
    }

    /// The attribution to the last source of a sentence that has a name.
    fn attribute_last(&mut self, sources: &[Source]) -> Option<Attribution> {
        let mut sources = sources.iter().rev();
        let named = sources.find(|source| matches!(source.voice, Voice::Named | Voice::Again))?;
        self.attribute(named, None)
    }

    /// A sentence that ends in a colon lends its source to the list under it; `sources` are its own.
    pub(crate) fn lead(&mut self, sources: &[Source]) {
        self.lead = self.attribute_last(sources).map(taken_over);
    }

    /// A paragraph that is no item of a list ends what leads the list.
    pub(crate) fn end_list(&mut self) {
        self.lead = None;
    }

    /// Another paragraph starts: what goes on without a source no longer takes over the last one.
    pub(crate) fn end_paragraph(&mut self) {
        self.near = false;
    }
}

/// An attribution as one taken over from elsewhere.
fn taken_over(attribution: Attribution) -> Attribution {
    Attribution {
        kind: AttributionKind::Inherited,
        ..attribution
    }
}

/// Whether two attributions may mean the same source: one name stands in the other ("Oker", "Wilan Oker").
pub(crate) fn same_source(one: &Attribution, other: &Attribution) -> bool {
    let (one, other) = (name_of(one), name_of(other));
    if one == other {
        return !one.is_empty();
    }
    let holds = |long: &str, short: &str| {
        let mut words = words_of(long);
        !short.is_empty() && words_of(short).all(|word| words.any(|other| same_word(other, word)))
    };
    holds(one, other) || holds(other, one)
}

/// The name of whoever stands behind a figure, without its article.
fn name_of(attribution: &Attribution) -> &str {
    let name = (attribution.counter.as_deref()).or(attribution.carrier.as_deref());
    without_article(name.unwrap_or_default())
}

/// The words of a name. Each is short, so that a search made for long texts would cost more than it saves.
fn words_of(name: &str) -> impl Iterator<Item = &str> {
    name.split(is_space)
}

/// Whether two words are one but for their case.
fn same_word(one: &str, other: &str) -> bool {
    let ascii = || one.is_ascii() && other.is_ascii();
    one.eq_ignore_ascii_case(other) || !ascii() && lower_case(one) == lower_case(other)
}

#[cfg(test)]
mod tests {
    use super::MOST_NAMES;
    use crate::extract;

    #[test]
    fn names_beyond_the_most_are_sources_all_the_same() {
        let name = |number: usize| {
            let letter = |place| char::from(b'a' + (number / 26usize.pow(place) % 26) as u8);
            format!("Q{}{}{} Monitor of Orlen", letter(0), letter(1), letter(2))
        };
        let counted = |number| format!("The {} counted {number} dead.\n\n", name(number));
        let many: String = (1..=MOST_NAMES + 1).map(counted).collect();
        let text =
            format!("The Coastal Network (CN) counted three dead.\n\n{many}CN said 9,000 died.");
        let claims = extract(&text).claims;
        let counters: Vec<&str> = (claims.iter())
            .filter_map(|claim| claim.attribution.as_ref()?.counter.as_deref())
            .collect();
        assert_eq!(counters.len(), MOST_NAMES + 3);
        assert!(counters[MOST_NAMES + 1].contains(&name(MOST_NAMES + 1)));
        assert!(counters[MOST_NAMES + 2].contains("Coastal Network"));
    }
}
