//! Numbers that leave out what happened, because the figure before them said it.

use super::{Figure, Linker, Part, is_fate};
use crate::extract::chunk::Pieces;
use crate::extract::lexicon::{Class, OutcomeNounKind, Shape, has_shape};
use crate::extract::outcome::{Role, VerbGroup};
use crate::extract::text::{Kind, Token, any_is, token_at, within};
use crate::extract::unlikely::OLDEST;
use crate::extract::victim::{Head, Phrase};
use crate::model::{Group, Outcome, Qualifier, Status};

/// The most words from an article to the word for a kind of place.
const LONGEST_PLACE: usize = 5;

/// The most words of a sentence that says no more than who counted how many: "Local media reported 18."
pub(crate) const SHORT_REPORT: usize = 7;

/// The most chunks between a number and the one whose noun it shares.
const LONGEST_PREDICATE: usize = 8;

impl Linker<'_> {
    /// Numbers that take over the outcome of the figure before them: "nine in Solenta and four in Karsova", "as well
    /// as two bombers", "residents say six farmers", "It also counted 12 soldiers".
    pub(super) fn continued(&mut self) {
        let mut list = None;
        for next in 0..self.countable.len() {
            let at = self.countable[next];
            let counted = self.phrase(at).is_some_and(|phrase| {
                phrase.is_counted_people() && phrase.quantity.is_some() && self.is_free(at)
            });
            if self.is_companion(at) {
                self.companion(at);
            }
            let left = self.figure_before(at);
            // "Nine were shot in Solenta, and four were shot in Karsova"
            if let (Some(left), Some(index)) = (left, self.used_for(at))
                && left != index
                && self.outcome_of(left) == self.outcome_of(index)
                && self.follows(at, Pieces::COMMA | Pieces::AND)
                && self.is_beside(at)
            {
                self.list_beside(left, index);
                list.get_or_insert(left);
            }
            if !counted || self.is_subject_of_next(at) && !self.died_there(at) {
                continue;
            }
            let Some((outcome, rule)) = self.outcome_taken_over(at, left) else {
                continue;
            };
            let status = left.map_or(Status::Reported, |figure| self.found.figures[figure].status);
            if let Some(index) = self.add(at, at, outcome, rule) {
                self.found.figures[index].status = status;
                self.take_group_after_among(index, at);
                if let Some(left) = left.filter(|_| self.is_gapped(at)) {
                    self.found.figures[index].part = self.found.figures[left].part;
                }
                if let Some(left) = left.filter(|_| self.is_beside(at)) {
                    self.found.figures[index].additive |= self.found.figures[left].additive;
                    self.list_beside(left, index);
                    list.get_or_insert(left);
                }
            }
        }
        if let Some(first) = list {
            self.part_places(first);
        }
        self.other_side();
    }

    /// "The army lost 12 men and the rebels 40": the losses of a second side, whose verb is left out.
    fn other_side(&mut self) {
        let Some(lost) = self
            .found
            .figures
            .iter()
            .position(|figure| figure.rule == "side-lost")
        else {
            return;
        };
        for at in 3..self.chunks.len() {
            let joined =
                self.is(at - 2, Pieces::AND | Pieces::COMMA) && self.used_for(at - 3) == Some(lost);
            let bare = (self.phrase(at)).is_some_and(|phrase| phrase.head == Head::Bare);
            let ends =
                self.is(at + 1, Pieces::OTHER | Pieces::COMMA) || at + 1 >= self.chunks.len();
            let side = (self.phrase(at - 1))
                .filter(|side| side.quantity.is_none() && side.definite)
                .and_then(|side| {
                    within(self.tokens, side.span.clone())
                        .iter()
                        .find_map(force)
                });
            if let Some(group) = side.filter(|_| joined && bare && ends && self.is_free(at))
                && let Some(index) = self.add(at, at, Outcome::Killed, "side-lost")
            {
                self.found.figures[index].group = group;
                return;
            }
        }
    }

    /// "Nine died in Karsova, five in Aln and four in Bex": figures with places of their own that come to the first are
    /// its parts.
    fn part_places(&mut self, first: usize) {
        let listed = |figure: &Figure| figure.listed && figure.part == Part::None;
        let rest = &self.found.figures[first + 1..];
        let sum = (rest.iter().filter(|figure| listed(figure)))
            .try_fold(0u64, |sum, figure| sum.checked_add(figure.count.low?));
        let several = rest.iter().filter(|figure| listed(figure)).count() > 1;
        if several && self.found.figures[first].count.low == sum {
            self.found.figures[first].listed = false;
            for figure in self.found.figures[first + 1..].iter_mut() {
                if listed(figure) {
                    (figure.listed, figure.part) = (false, Part::Of(first));
                }
            }
        }
    }

    /// Whether the number at `at` is told beside the one before it, and not as a part of it: behind "as well as", or with
    /// a place of its own where that one has its own too.
    fn is_beside(&self, at: usize) -> bool {
        let before = || (0..at).rev().find(|&index| self.used_for(index).is_some());
        let placed = |left: usize| {
            // "and the rest, 39, were shot in Tarn"
            let comma = self.is(left + 1, Pieces::COMMA) && self.verb_at(left + 2).is_some();
            let next = left + 1 + usize::from(comma);
            self.has_place_at(next + usize::from(self.verb_at(next).is_some()))
        };
        self.follows_long_conjunction(at)
            || self.died_there(at)
            || placed(at) && before().is_some_and(placed)
    }

    /// Whether the chunk at `at` opens the name of a day: "on Tuesday".
    fn is_day_at(&self, at: usize) -> bool {
        self.is(at, Pieces::PREPOSITION) && self.has_class(at + 1, Class::Weekday)
    }

    /// Whether the chunk at `at` opens the name of a place or a day, and so of people of its own: "in Solenta".
    pub(super) fn has_place_at(&self, at: usize) -> bool {
        let elsewhere = self.has_class(at, Class::Elsewhere) || self.has_class(at, Class::Sequel);
        if elsewhere || self.is_day_at(at) {
            return true;
        }
        self.has_class(at, Class::In) && self.names_place(at + 1)
    }

    /// Whether the chunk at `at` is a name, or opens the words for a kind of place.
    fn names_place(&self, at: usize) -> bool {
        let name = self
            .phrase(at)
            .is_some_and(|phrase| phrase.head == Head::Name);
        name || self.names_kind_of_place(at)
    }

    /// Notes that two figures of the sentence are listed beside one another, where they are no parts.
    fn list_beside(&mut self, left: usize, right: usize) {
        let alone = |figure: usize| {
            let figure = &self.found.figures[figure];
            figure.part == Part::None && !figure.total
        };
        if alone(left) && alone(right) {
            let group = self.found.figures[left].group;
            self.found.figures[left].listed = true;
            let figure = &mut self.found.figures[right];
            figure.listed = true;
            if figure.bare {
                figure.group = group;
            }
        }
    }

    /// Whether the phrase at `at` is one person behind "along with": "was shot dead along with his son".
    fn is_companion(&self, at: usize) -> bool {
        let one = |phrase: &Phrase| {
            let name = phrase.head == Head::Name && phrase.definite;
            phrase.head == Head::OnePerson || name && self.is_person_name(phrase)
        };
        let beside = || self.follows_long_conjunction(at) || self.is_dead_beside(at);
        self.is_free(at)
            && beside()
            && self.phrase(at).is_some_and(one)
            && !self.is_subject_of_next(at)
    }

    /// "was killed, alongside his driver": whether the word before the phrase at `at` joins it to a fate told right before.
    fn is_dead_beside(&self, at: usize) -> bool {
        let Some(joint) =
            (self.before(at)).filter(|&joint| self.has_class(joint, Class::Companion))
        else {
            return false;
        };
        let comma = usize::from(self.follows(joint, Pieces::COMMA));
        // "died after being abducted alongside her siblings": those were abducted.
        let told = self.figure_before(at).map(|left| self.outcome_of(left));
        (joint.checked_sub(1 + comma)).is_some_and(|verb| {
            self.verb_at(verb).is_some_and(|verb| {
                matches!(verb.role, Role::Harm(outcome) if is_fate(outcome) && Some(outcome) == told)
            })
        })
    }

    /// Adds one person who shares the fate told before, where that verb stands between them and the others.
    fn companion(&mut self, at: usize) {
        let told = |verb: &VerbGroup| {
            matches!(verb.role, Role::Harm(outcome) if is_fate(outcome)) && !verb.negated
        };
        // "charged with killing a boy, has been jailed along with a colleague": not killed.
        let mut before = (at.saturating_sub(LONGEST_PREDICATE)..at).rev();
        let verb = before
            .find_map(|index| self.verb_at(index))
            .filter(|&verb| told(verb));
        let left = self.figure_before(at);
        if let (Some(_), Some(left)) = (verb, left)
            && let Some(index) =
                self.add(at, at, self.found.figures[left].outcome, "continued-list")
        {
            // "He was shot along with his son": his own death may be told already.
            let before = &self.found.figures[left];
            let (listed, pronoun) = (before.listed, before.pronoun);
            let figure = &mut self.found.figures[index];
            (figure.listed, figure.additive) = (listed, pronoun);
            figure.named &= !pronoun;
        }
    }

    /// The outcome that the number at `at` takes over from the figure `left` of it, and the rule that says so.
    fn outcome_taken_over(
        &self,
        at: usize,
        left: Option<usize>,
    ) -> Option<(Outcome, &'static str)> {
        let outcome = left.map(|figure| self.found.figures[figure].outcome);
        let person = self.phrase(at)?.head == Head::Person;
        if let Some(outcome) = left
            .filter(|&left| self.puts_vague_right(at, left))
            .and(outcome)
        {
            return Some((outcome, "continued-list"));
        }
        let gapped = self.is_gapped(at) || self.group_after_among(at).is_some() && !person;
        let beside = self.follows_long_conjunction(at) || self.is_dead_beside(at);
        if gapped && outcome.is_some() || beside && person {
            return Some((outcome?, "continued-list"));
        }
        let outcome = outcome.or(self.carried);
        if self.follows_count(at) {
            return Some((outcome?, "continued-report"));
        }
        None
    }

    /// "Dozens were killed - at least 36, the hospital said": whether the bare number at `at` says how many the vague word
    /// before it stands for.
    fn puts_vague_right(&self, at: usize, left: usize) -> bool {
        let number = self.phrase(at).filter(|phrase| phrase.head == Head::Bare);
        let bound = number
            .and_then(|phrase| phrase.quantity)
            .is_some_and(|quantity| quantity.qualifier == Qualifier::AtLeast);
        let ends = self.is(at + 1, Pieces::COMMA | Pieces::DASH | Pieces::OTHER)
            || at + 1 >= self.chunks.len();
        let vague = self.found.figures[left].count.qualifier == Qualifier::Vague;
        bound && ends && vague && self.follows(at, Pieces::DASH | Pieces::COMMA)
    }

    /// "61 rebels were killed and 88 wounded": the noun that the second number leaves out.
    pub(super) fn shared_nouns(&mut self) {
        if self.found.figures.len() < 2 || !self.pieces.meets(Pieces::AND) {
            return;
        }
        for at in 2..self.chunks.len() {
            let Some(index) = self.used_for(at) else {
                continue;
            };
            let bare = self
                .phrase(at)
                .is_some_and(|phrase| phrase.head == Head::Bare && !phrase.additive);
            if !bare || !self.is(at - 1, Pieces::AND) {
                continue;
            }
            let left = (0..at - 1)
                .rev()
                .take(LONGEST_PREDICATE)
                .find_map(|before| self.used_for(before));
            let shares = |&left: &usize| {
                let rule = self.found.figures[left].rule;
                let subject = matches!(rule, "people-were-killed" | "people-died");
                left != index && subject && self.found.figures[index].bare
            };
            if let Some(left) = left.filter(shares) {
                self.found.figures[index].group = self.found.figures[left].group;
            }
        }
    }

    /// "killed 10 and wounded 28 others": others than the ten, and all of the wounded.
    pub(super) fn first_others(&mut self) {
        let figures = &mut self.found.figures;
        for index in 0..figures.len() {
            let figure = &figures[index];
            if !figure.additive {
                continue;
            }
            let (number, outcome) = (figure.number, figure.outcome);
            let before = || figures.iter().filter(|other| other.number < number);
            let alone = before().all(|other| other.outcome != outcome) && before().next().is_some();
            let words = within(self.tokens, figure.words.clone());
            let others = words.last().is_some_and(|token| token.is(Class::Other));
            if alone && others {
                figures[index].additive = false;
            }
        }
    }

    /// "125 deaths among security forces and 148 among armed groups", "inflicted 640 casualties on the army": whom a
    /// number of happenings counts.
    fn group_after_among(&self, at: usize) -> Option<Group> {
        let start = self.start(at);
        let inflicted = start
            .checked_sub(1)
            .is_some_and(|before| self.token_is(before, Class::Inflict))
            && self.is(at + 1, Pieces::PREPOSITION);
        if !inflicted && !self.is(at + 1, Pieces::AMONG) {
            return None;
        }
        let start = self.end(at + 1);
        let near = self.tokens.iter().skip(start).take(4);
        let named =
            near.take_while(|token| !token.is(Class::And) && !matches!(token.kind, Kind::Sign(_)));
        let group = |token: &Token| {
            token
                .entry
                .person
                .map(|person| person.group)
                .or(token.entry.force)
        };
        named
            .filter_map(group)
            .filter(|&group| group != Group::People)
            .last()
    }

    /// Gives the figure at `index` the group that stands behind its number at chunk `at`.
    pub(super) fn take_group_after_among(&mut self, index: usize, at: usize) {
        if let Some(group) = self.group_after_among(at) {
            (
                self.found.figures[index].group,
                self.found.figures[index].bare,
            ) = (group, false);
        }
    }

    /// "Most deaths were in Karsova (31) and Benhali (12)": numbers in brackets behind places, of what the sentence is
    /// about.
    pub(super) fn bracketed(&mut self) {
        if !self.pieces.meets(Pieces::OPEN) {
            return;
        }
        let Some(outcome) = self.uncounted_happening() else {
            return;
        };
        for at in 2..self.chunks.len().saturating_sub(1) {
            let bracketed = self.is(at - 1, Pieces::OPEN) && self.is(at + 1, Pieces::CLOSE);
            let bare = self
                .phrase(at)
                .is_some_and(|phrase| phrase.head == Head::Bare && phrase.quantity.is_some());
            let place = self
                .phrase(at - 2)
                .is_some_and(|phrase| phrase.head == Head::Name);
            if bracketed && bare && place && !self.is_age_in_bracket(at) {
                self.add(at, at, outcome, "bracket");
            }
        }
    }

    /// "were Ana Rell (67) and Imre Dost (69)": whether the number in brackets at `at` is the age of somebody with two names, and
    /// no count of a place ("in Lai Chau (5)").
    fn is_age_in_bracket(&self, at: usize) -> bool {
        let Some(named) = at.checked_sub(2).filter(|_| self.is(at - 1, Pieces::OPEN)) else {
            return false;
        };
        let names = self.phrase(named).map_or(0, |name| name.words.len());
        let years = self.phrase(at).and_then(|phrase| phrase.quantity?.high);
        let verb = (0..named).rev().find(|&verb| self.verb_at(verb).is_some());
        let from = verb.map_or(0, |verb| self.end(verb));
        let placed = any_is(
            within(self.tokens, from..self.start(named)),
            Class::Locative,
        );
        names > 1 && years.is_some_and(|years| years <= OLDEST) && !placed
    }

    /// The outcome of a noun that the sentence leaves uncounted: "most deaths".
    fn uncounted_happening(&self) -> Option<Outcome> {
        self.chunks
            .iter()
            .filter_map(|chunk| chunk.phrase())
            .filter(|phrase| phrase.quantity.is_none())
            .find_map(|phrase| match phrase.head {
                Head::Outcome(outcome, OutcomeNounKind::Event) => Some(outcome),
                _ => None,
            })
    }

    /// A bare number behind a comma or "and" with its own place: "nine in Solenta".
    fn is_gapped(&self, at: usize) -> bool {
        let bare = self
            .phrase(at)
            .is_some_and(|phrase| phrase.head == Head::Bare && phrase.whole.is_none());
        let joins = |before: usize| {
            self.is(before, Pieces::COMMA | Pieces::AND) || self.has_class(before, Class::Companion)
        };
        let (with, named) = (self.before(at), at.checked_sub(2));
        // "followed by Tarn with 34, Sarn (22)"
        let of_name = named.is_some_and(|named| {
            let name = self
                .phrase(named)
                .is_some_and(|name| name.head == Head::Name);
            let opens = with.is_some_and(|with| {
                self.is(with, Pieces::OPEN) || self.has_class(with, Class::With)
            });
            name && opens && named.checked_sub(1).is_some_and(joins) && !self.is_age_in_bracket(at)
        });
        let joined = self.before(at).is_some_and(|before| {
            let behind_colon = || {
                self.is(before, Pieces::COLON) && self.used[..before].iter().any(Option::is_some)
            };
            joins(before) || behind_colon()
        });
        let from = || self.has_class(at + 1, Class::From) && self.names_place(at + 2);
        // "killed by the army and nine by the rebels"
        let by = || self.has_class(at + 1, Class::By);
        let place = self.has_place_at(at + 1) || from() || by();
        bare && (of_name || joined && (place || self.died_there(at)))
    }

    /// "Eleven died at the scene and four in hospital": whether what follows the number at `at` says where they died.
    fn died_there(&self, at: usize) -> bool {
        let verb = self.verb_at(at + 1);
        verb.is_some_and(|verb| self.is_place_of_dying(at + 1, verb))
    }

    /// "the market town of Orlen": whether a word for a kind of place follows the article at chunk `at`.
    fn names_kind_of_place(&self, at: usize) -> bool {
        let Some(start) = self.chunks.get(at).map(|chunk| chunk.span.start) else {
            return false;
        };
        let article = |token: &Token| token.is(Class::Determiner) || token.is(Class::Indefinite);
        let near = within(
            self.tokens,
            start..(start + LONGEST_PLACE).min(self.tokens.len()),
        );
        near.first().is_some_and(article)
            && near
                .iter()
                .take_while(|token| token.kind == Kind::Word)
                .any(|token| token.is(Class::PlaceWord))
    }

    /// "as well as", "along with", "together with".
    fn follows_long_conjunction(&self, at: usize) -> bool {
        self.before(at).is_some_and(|before| {
            let span = self.span(before);
            self.is(before, Pieces::AND)
                && within(self.tokens, span)
                    .iter()
                    .any(|token| token.text(self.text).contains(char::is_whitespace))
        })
    }

    /// Whether a verb of saying or counting stands right before: "residents say six farmers", "it counted 12 soldiers".
    fn follows_count(&self, at: usize) -> bool {
        let Some(mut before) = self.before(at) else {
            return false;
        };
        // "spoke of “around a hundred” victims"
        before -= usize::from(before > 0 && self.is(before, Pieces::ADVERB));
        if self.has_class(before, Class::Of) && before > 0 {
            before -= 1;
            // "on a list of 33 activists"
            let list = self.start(before).checked_sub(1);
            if list.is_some_and(|article| self.token_is(article, Class::Indefinite)) {
                return false;
            }
        }
        let reports = self
            .verb_at(before)
            .is_some_and(|verb| matches!(verb.role, Role::Report(_)) && !verb.negated);
        // `"...," said one of the nurses`: who says so.
        let one = |phrase: &Phrase| phrase.quantity.is_some_and(|one| one.is_one());
        let opens = (self.start(before).checked_sub(1)).map(|sign| token_at(self.tokens, sign));
        let inverted = opens.is_none_or(|sign| sign.is_quote() || sign.is_sign(','));
        if inverted && self.phrase(at).is_some_and(one) {
            return false;
        }
        let ends = self.is(
            at + 1,
            Pieces::OTHER | Pieces::SEMICOLON | Pieces::COMMA | Pieces::AND | Pieces::COLON,
        ) || at + 1 >= self.chunks.len();
        let same_sentence = (0..at).any(|index| self.used_for(index).is_some());
        // "Reports say that many victims have suffered from hunger": something else is told of them.
        let victims = self.has_class(at, Class::Victims)
            && self.carried == Some(Outcome::Killed)
            && !self.has_class(at + 1, Class::Have);
        // "He counted six people lying near the tracks"
        let lying = (self.tokens.get(self.end(at)))
            .is_some_and(|next| has_shape(next.text(self.text), Shape::Gerund));
        let ends = ends && !lying;
        let bare = || {
            self.phrase(at)
                .is_some_and(|phrase| phrase.head == Head::Bare)
        };
        let short = self.tokens.len() <= SHORT_REPORT && bare();
        let told = same_sentence || victims || short || self.has_class(before, Class::Counting);
        reports && ends && told
    }
}

/// The group that the name of a force or of its men lends.
fn force(token: &Token) -> Option<Group> {
    let people = token.entry.person.map(|person| person.group);
    token.entry.force.or(people)
}
