//! Extractions made by hand, so that comparing and presenting are tested without the reader.

#![allow(
    dead_code,
    reason = "each test file is a crate of its own and uses what it needs"
)]

use casualty_compare::model::{
    Article, Attribution, AttributionKind, Claim, Comparison, Count, Extraction, Group, Mention,
    Outcome, Qualifier, ReadArticle, Scope, Status, Toll,
};

/// A count from a short notation: `745`, `>=745`, `>1000`, `<=30`, `<30`, `nearly 300`, `~745` (about), `20..30`,
/// `dozens:12` (a vague word and its floor), `?` (unknown), `printed 99999999999999999999` (beyond range).
pub fn count(notation: &str) -> Count {
    let number = |text: &str| Some(text.parse::<u64>().expect("a number"));
    let strip = |mark: &str| notation.strip_prefix(mark);
    let (qualifier, low, high, text) = if let Some(n) = strip(">=") {
        (Qualifier::AtLeast, number(n), None, format!("at least {n}"))
    } else if let Some(n) = strip(">") {
        (
            Qualifier::MoreThan,
            number(n),
            None,
            format!("more than {n}"),
        )
    } else if let Some(n) = strip("<=") {
        (Qualifier::AtMost, None, number(n), format!("up to {n}"))
    } else if let Some(n) = strip("<") {
        (
            Qualifier::FewerThan,
            None,
            number(n),
            format!("fewer than {n}"),
        )
    } else if let Some(n) = strip("nearly ") {
        (Qualifier::Nearly, None, number(n), notation.to_owned())
    } else if let Some(n) = strip("~") {
        (Qualifier::About, number(n), number(n), format!("about {n}"))
    } else if let Some(printed) = strip("printed ") {
        (Qualifier::Exact, None, None, printed.to_owned())
    } else if let Some((low, high)) = notation.split_once("..") {
        (
            Qualifier::Range,
            number(low),
            number(high),
            format!("{low} to {high}"),
        )
    } else if let Some((word, floor)) = notation.split_once(':') {
        (Qualifier::Vague, number(floor), None, word.to_owned())
    } else if notation == "?" {
        (Qualifier::Unknown, None, None, "unknown number".to_owned())
    } else {
        (
            Qualifier::Exact,
            number(notation),
            number(notation),
            notation.to_owned(),
        )
    };
    Count {
        low,
        high,
        qualifier,
        text,
    }
}

/// A plainly reported event-level claim in the article's own voice, stated once.
pub fn claim(outcome: Outcome, group: Group, notation: &str) -> Claim {
    let count = count(notation);
    let quote = count.text.clone();
    Claim {
        outcome,
        group,
        group_text: String::new(),
        count,
        attribution: None,
        scope: Scope::Event,
        place: None,
        status: Status::Reported,
        part_of: None,
        superseded_by: None,
        mentions: vec![Mention {
            start: 0,
            end: quote.len(),
            quote,
        }],
        rule: "by-hand".into(),
    }
}

/// Killed people.
pub fn killed(notation: &str) -> Claim {
    claim(Outcome::Killed, Group::People, notation)
}

/// What a test changes in a claim.
pub trait With: Sized {
    /// A named counter.
    fn by(self, counter: &str) -> Self;
    /// An outlet that relays.
    fn relayed(self, carrier: &str) -> Self;
    /// How firmly.
    fn status(self, status: Status) -> Self;
    /// A place within the event.
    fn at(self, scope: Scope, place: Option<&str>) -> Self;
    /// A component of another claim.
    fn part_of(self, whole: usize) -> Self;
    /// Stated this often.
    fn mentioned(self, times: usize) -> Self;
}

impl With for Claim {
    fn by(mut self, counter: &str) -> Self {
        let carrier = self.attribution.and_then(|stated| stated.carrier);
        self.attribution = Some(Attribution {
            counter: Some(counter.to_owned()),
            carrier,
            kind: AttributionKind::Named,
        });
        self
    }

    fn relayed(mut self, carrier: &str) -> Self {
        let counter = self.attribution.and_then(|stated| stated.counter);
        self.attribution = Some(Attribution {
            counter,
            carrier: Some(carrier.to_owned()),
            kind: AttributionKind::Named,
        });
        self
    }

    fn status(mut self, status: Status) -> Self {
        self.status = status;
        self
    }

    fn at(mut self, scope: Scope, place: Option<&str>) -> Self {
        self.scope = scope;
        self.place = place.map(str::to_owned);
        self
    }

    fn part_of(mut self, whole: usize) -> Self {
        self.part_of = Some(whole);
        self
    }

    fn mentioned(mut self, times: usize) -> Self {
        let mention = self.mentions.first().expect("a mention").clone();
        self.mentions = vec![mention; times];
        self
    }
}

/// An extraction with these claims and no toll.
pub fn reading(claims: impl IntoIterator<Item = Claim>) -> Extraction {
    Extraction {
        claims: claims.into_iter().collect(),
        ..Extraction::default()
    }
}

/// A printed toll that rests on one claim.
pub fn toll(outcome: Outcome, claims: &[Claim], index: usize) -> Toll {
    let count = &claims.get(index).expect("the claim").count;
    Toll {
        outcome,
        low: count.low,
        high: count.high,
        qualifier: count.qualifier,
        derived: false,
        claims: vec![index],
    }
}

/// A derived toll over these claims.
pub fn derived(outcome: Outcome, low: u64, high: Option<u64>, claims: &[usize]) -> Toll {
    Toll {
        outcome,
        low: Some(low),
        high,
        qualifier: match high {
            Some(_) => Qualifier::Exact,
            None => Qualifier::AtLeast,
        },
        derived: true,
        claims: claims.to_vec(),
    }
}

/// Articles with their extractions, owned, so that a test can lend them.
pub struct Desk {
    /// The articles, "Article 1" and so on unless given an outlet.
    pub articles: Vec<Article>,
    /// What was read, one for each.
    pub extractions: Vec<Extraction>,
}

impl Desk {
    /// Articles without any detail.
    pub fn of(extractions: Vec<Extraction>) -> Self {
        Desk {
            articles: vec![Article::default(); extractions.len()],
            extractions,
        }
    }

    /// Articles of these outlets.
    pub fn from_outlets(given: Vec<(&str, Extraction)>) -> Self {
        let mut desk = Desk::of(Vec::new());
        for (outlet, extraction) in given {
            desk.articles.push(Article {
                outlet: Some(outlet.to_owned()),
                ..Article::default()
            });
            desk.extractions.push(extraction);
        }
        desk
    }

    /// As `compare` and `table` take them.
    pub fn read(&self) -> Vec<ReadArticle<'_>> {
        (self.articles.iter().zip(&self.extractions))
            .map(|(article, extraction)| ReadArticle {
                article,
                extraction,
            })
            .collect()
    }

    /// Compared.
    pub fn compare(&self) -> Comparison {
        casualty_compare::compare(&self.read())
    }
}

/// The five articles on the killings at Syria's coast, as figures: who states what, on whose authority.
pub fn syria_coast() -> Desk {
    use Group::{Children, Civilians, Fighters, People, SecurityForces, Women};
    use Outcome::{Displaced, Killed};
    let sohr = "Syrian Observatory for Human Rights";
    let part = |group, notation: &str| claim(Killed, group, notation).part_of(0);
    let place = |group, notation: &str| claim(Killed, group, notation).at(Scope::Incident, None);
    let mut earlier = killed(">600").status(Status::Superseded);
    earlier.superseded_by = Some(0);
    let mut inherited = part(SecurityForces, "125").by(sohr);
    if let Some(stated) = &mut inherited.attribution {
        stated.kind = AttributionKind::Inherited;
    }
    Desk::from_outlets(vec![
        (
            "000",
            reading([
                killed(">1000").mentioned(3),
                part(Civilians, "745").mentioned(2),
            ]),
        ),
        (
            "001",
            reading([
                killed(">1000").mentioned(3),
                part(Civilians, ">=745").by(sohr),
                inherited,
                part(Fighters, "148").by(sohr),
                place(People, "hundreds:100").by("SOHR"),
                earlier,
                place(People, "31"),
                place(Children, "9").part_of(6),
                place(Women, "4").part_of(6),
                place(SecurityForces, "4"),
            ]),
        ),
        (
            "002",
            reading([
                killed(">1000").mentioned(2),
                part(Civilians, "745").by(sohr),
                part(SecurityForces, "125").by("SOHR"),
                part(Fighters, "148").by("SOHR"),
            ]),
        ),
        (
            "003",
            reading([
                killed(">1300"),
                part(Civilians, ">973").relayed("BBC"),
                part(Civilians, ">800").relayed("NPR"),
            ]),
        ),
        (
            "004",
            reading([
                killed(">1000"),
                part(Civilians, "~745"),
                part(SecurityForces, "125"),
                part(Fighters, "148"),
                claim(Displaced, People, "thousands:1000"),
            ]),
        ),
    ])
}
