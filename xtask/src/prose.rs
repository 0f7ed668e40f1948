//! Ordinary news made up by chance: articles in which nobody is counted, as most records of a large collection are.
//!
//! The same number gives the same article. Some sentences hold a word that could count somebody ("lost", "released",
//! "club"), as in ordinary news.

/// Sentences with slots: a name, a town, a month, a number, a larger number.
const SENTENCES: &[&str] = &[
    "The council of {town} will vote in {month} on a plan to rebuild the old market hall, which has stood empty for {n} years.",
    "{name}, who leads the planning committee, said the work would cost {m} crowns and take two winters.",
    "\u{201c}We have waited long enough for a roof that keeps the rain out,\u{201d} {name} said after the meeting.",
    "Shops along the river reported better sales than in the spring, although rents rose by {n} per cent.",
    "The orchestra opened its season with a new symphony by {name}, and the hall was full to the last row.",
    "Trains between {town} and the coast run every {n} minutes from Monday, the railway said.",
    "A spokeswoman for the ministry said that the figures for {month} would be published next week.",
    "Growers in the hills expect a good apple harvest after a mild {month} and little hail.",
    "The library of {town} has lent {m} books this year, more than in any year since it opened.",
    "{name} scored twice in the second half, and the visitors never found an answer.",
    "The team lost its last match of the season at home but stays third in the table.",
    "{town} beat {town} by {n} points in front of a quiet crowd.",
    "The company plans to open a plant near {town}, where it wants to build batteries for buses.",
    "Analysts had expected a smaller profit, and the shares rose by {n} per cent in early trade.",
    "The central bank left its main rate where it was and said that prices would settle by {month}.",
    "\u{201c}Nobody here doubts that the bridge is safe,\u{201d} said the engineer, {name}, who inspected it in {month}.",
    "Visitors can see {n} paintings of the period, some of them for the first time outside {town}.",
    "The film, which was released in {month}, tells the story of two sisters who run an inn by the sea.",
    "According to the weather service, the night will be clear and cold, with some fog in the valleys.",
    "Schools in {town} will start half an hour later from autumn, so that buses can be shared.",
    "{name} studied law in {town} and worked as a translator before entering parliament {n} years ago.",
    "The app, which is free, shows which of the {n} charging points in the district are in use.",
    "Work on the tunnel goes on at night, and one lane stays open to traffic in each direction.",
    "The festival drew {m} guests over three days, the organisers wrote in a statement.",
    "A court in {town} will hear the case of the two builders in {month}.",
    "The party holds {n} of the seats in the regional assembly and hopes to keep them in {month}.",
    "Researchers at the university of {town} described a beetle that had been known only from drawings.",
    "Their paper appeared in {month} and was read by colleagues in {n} countries within a week.",
    "The club was founded by dockers and still trains on the field behind the harbour.",
    "Bread made from old kinds of rye has come back, says {name}, a baker from {town}.",
    "The mayor thanked the volunteers, who planted {m} trees along the ring road.",
    "Drivers should expect delays on the road to {town} until the end of {month}.",
    "A new timetable, a new logo and {n} new ferries: the shipping line starts the year with a clean slate.",
    "{name} won the race in a time that nobody had run on this course before.",
    "The publisher printed {m} copies of the novel, which follows one family through four generations.",
    "Tickets cost {n} crowns, children and students pay half.",
    "The dispute over the park has gone on for {n} years, and both sides have hired new lawyers.",
    "Parliament passed the budget in the last session before the break, by a narrow margin.",
    "The museum is closed on Mondays; on other days it opens at ten.",
    "Life in the old quarter has changed, and most of the workshops have become cafes.",
    "\u{201c}It is a fair deal for both towns,\u{201d} the minister, {name}, told reporters on the steps of the town hall.",
    "The price of coffee fell for the third month in a row, to its lowest level since {month}.",
    "Her second album was recorded in a barn near {town}, with friends and borrowed instruments.",
    "The airline will fly to {town} twice a week in summer and once a week in winter.",
    "Under the plan, {n} villages would get fast internet by the end of next year.",
    "The strike at the port ended on Friday after the union and the owners agreed on {n} per cent.",
];

const NAMES: &[&str] = &[
    "Orla Venn",
    "Tomas Brede",
    "Ilse Karrow",
    "Jonas Pell",
    "Mirela Danko",
    "Edda Holm",
    "Pavel Ruun",
    "Greta Salis",
    "Amon Teyle",
    "Sofia Lund",
    "Henrik Oste",
    "Lidia Marr",
];

const TOWNS: &[&str] = &[
    "Ulmen", "Karsov", "Northam", "Sarn", "Velden", "Orrin", "Tessera", "Dorsk", "Haverby",
    "Lissau", "Maren", "Ostrel",
];

const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
];

/// Chance that is the same on every machine: xorshift, 64 bits.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % bound
    }

    fn one_of<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// The article with this number: a headline and four to nine paragraphs, about 2,400 bytes.
pub fn article(number: u64) -> String {
    let mut chance = Chance((number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let mut text = format!(
        "{} news from {}\n",
        chance.one_of(MONTHS),
        chance.one_of(TOWNS)
    );
    for _ in 0..4 + chance.below(6) {
        text.push('\n');
        for _ in 0..2 + chance.below(3) {
            let sentence = chance.one_of(SENTENCES);
            fill(sentence, &mut chance, &mut text);
            text.push(' ');
        }
        text.pop();
        text.push('\n');
    }
    text
}

/// Adds a sentence with its slots filled.
fn fill(sentence: &str, chance: &mut Chance, text: &mut String) {
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, after) = after.split_once('}').unwrap_or((after, ""));
        text.push_str(before);
        match slot {
            "name" => text.push_str(chance.one_of(NAMES)),
            "town" => text.push_str(chance.one_of(TOWNS)),
            "month" => text.push_str(chance.one_of(MONTHS)),
            "n" => text.push_str(&(2 + chance.below(60)).to_string()),
            _ => text.push_str(&format!(
                "{},{:03}",
                1 + chance.below(90),
                chance.below(1000)
            )),
        }
        rest = after;
    }
    text.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_whole_and_differ() {
        let articles: Vec<String> = (0..50).map(article).collect();
        for (one, other) in articles.iter().zip(&articles[1..]) {
            assert!(one != other && !one.contains(['{', '}']), "{one}");
        }
        assert_eq!(articles[7], article(7));
    }
}
