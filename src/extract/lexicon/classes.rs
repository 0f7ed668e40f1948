//! What a word can be in a sentence, as names of the tables and as sets.

/// What a word can be in a sentence. A word can be several at once ("may": modal and month).
///
/// Classes that are often asked for together stand within the same 32, so that one word of a set tells of all. New ones
/// may stand anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Class {
    GroupPronoun,
    None,
    Become,
    Including,
    Among,
    Aged,
    Reflexive,
    Counting,
    Unknown,
    Known,
    Incident,
    Reference,
    Withdrawn,
    Plan,
    Forecast,
    Possible,
    PluralVerb,
    Ago,
    Sole,
    Had,
    Everybody,
    Hospital,
    Nearly,
    Find,
    UpFrom,
    Able,
    Hope,
    Question,
    Wound,
    ClaimLabel,
    SubtotalRow,
    SourceHead,
    Determiner,
    Indefinite,
    Pronoun,
    No,
    Additive,
    Both,
    Other,
    Respectively,
    Grave,
    Companion,
    Dealing,
    Judged,
    PartEvent,
    PlaceWord,
    /// In a heading over what happened before: "background".
    PastHeading,
    Outlet,
    Official,
    OtherEvent,
    Elsewhere,
    Teaser,
    Fiction,
    Risk,
    Feared,
    PluralSource,
    Same,
    Own,
    Share,
    Capitals,
    AllBut,
    AsMany,
    Based,
    Numbered,
    SumRow,
    Relative,
    That,
    Preposition,
    And,
    Alternative,
    But,
    Subordinator,
    Be,
    Have,
    Get,
    Do,
    Modal,
    Negation,
    Leave,
    Adverb,
    Of,
    To,
    In,
    Continuation,
    Later,
    Armed,
    Past,
    Time,
    MonthName,
    Weekday,
    Earlier,
    Now,
    Present,
    Since,
    Occur,
    PartyWord,
    Bring,
    Suffer,
    With,
    Hypothetical,
    Excluding,
    Such,
    AndAHalf,
    OnePronoun,
    Wide,
    Spell,
    Mild,
    Sport,
    Topic,
    HardestHit,
    Alone,
    Unnamed,
    Tally,
    Unit,
    Money,
    Animal,
    Thing,
    Organisation,
    Event,
    LongEvent,
    /// May go on for as long, or be the event: "violence".
    Strife,
    Anaphor,
    Total,
    NumberJoint,
    SayingNoun,
    SubjectPronoun,
    AccountFor,
    Bomb,
    Document,
    Confirm,
    Room,
    OneOwner,
    OtherTable,
    By,
    From,
    According,
    Citing,
    Causative,
    Worst,
    /// How badly somebody is hurt: "seriously".
    Severity,
    Currency,
    Rate,
    Rise,
    OverVerb,
    False,
    Claimed,
    Reportedly,
    Abbreviation,
    At,
    FirstPerson,
    Prior,
    DaysAfter,
    Movement,
    Carry,
    Inflict,
    Locative,
    Sequel,
    Separate,
    There,
    Revise,
    Attain,
    Overall,
    Anybody,
    Series,
    Per,
    Every,
    Links,
    ShareHead,
    Between,
    Taker,
    Illness,
    Lose,
    Credit,
    Victims,
    Recent,
    Clock,
    Background,
    Telling,
    Chance,
    SingularVerb,
    Verdict,
    Sought,
    LostIn,
    Kin,
    // What no table spells: told of an entry by its other parts, of digits and of signs.
    /// A verb, noun or adjective of what happened to people, or a running total.
    Trigger,
    /// A number word of any kind.
    Number,
    /// A number word that is no place in an order.
    Cardinal,
    /// Bounds the number behind it.
    Bound,
    /// A word of saying.
    Saying,
    /// Printed in digits.
    Digits,
    /// Printed in digits with letters glued on.
    Glued,
    /// The possessive 's.
    Possessive,
    Colon,
    Bracket,
}

/// Numbers in words and in digits.
pub(crate) const NUMBERS: Classes = Classes::of(&[Class::Number, Class::Digits]);

impl Class {
    /// The class that the tables call `name`.
    pub(super) fn named(name: &str) -> Option<Class> {
        let named = CLASS_NAMES.iter().find(|(known, _)| *known == name);
        named.map(|&(_, class)| class)
    }
}

/// A set of classes has a bit for each.
const _: () = assert!((Class::Bracket as usize) < WORDS * 32);

/// The names of the classes as the tables spell them.
const CLASS_NAMES: &[(&str, Class)] = &[
    ("determiner", Class::Determiner),
    ("indefinite", Class::Indefinite),
    ("pronoun", Class::Pronoun),
    ("group_pronoun", Class::GroupPronoun),
    ("relative", Class::Relative),
    ("that", Class::That),
    ("preposition", Class::Preposition),
    ("and", Class::And),
    ("alternative", Class::Alternative),
    ("but", Class::But),
    ("subordinator", Class::Subordinator),
    ("be", Class::Be),
    ("have", Class::Have),
    ("get", Class::Get),
    ("do", Class::Do),
    ("modal", Class::Modal),
    ("hypothetical", Class::Hypothetical),
    ("negation", Class::Negation),
    ("none", Class::None),
    ("no", Class::No),
    ("leave", Class::Leave),
    ("become", Class::Become),
    ("adverb", Class::Adverb),
    ("including", Class::Including),
    ("included", Class::Including),
    ("among", Class::Among),
    ("additive", Class::Additive),
    ("aged", Class::Aged),
    ("both", Class::Both),
    ("excluding", Class::Excluding),
    ("by", Class::By),
    ("of", Class::Of),
    ("from", Class::From),
    ("to", Class::To),
    ("in", Class::In),
    ("other", Class::Other),
    ("such", Class::Such),
    ("respectively", Class::Respectively),
    ("between", Class::Between),
    ("and_a_half", Class::AndAHalf),
    ("reference", Class::Reference),
    ("taker", Class::Taker),
    ("illness", Class::Illness),
    ("lose", Class::Lose),
    ("grave", Class::Grave),
    ("according", Class::According),
    ("citing", Class::Citing),
    ("continuation", Class::Continuation),
    ("later", Class::Later),
    ("armed", Class::Armed),
    ("one_pronoun", Class::OnePronoun),
    ("reflexive", Class::Reflexive),
    ("companion", Class::Companion),
    ("credit", Class::Credit),
    ("wide", Class::Wide),
    ("spell", Class::Spell),
    ("dealing", Class::Dealing),
    ("counting", Class::Counting),
    ("judged", Class::Judged),
    ("causative", Class::Causative),
    ("mild", Class::Mild),
    ("unknown", Class::Unknown),
    ("known", Class::Known),
    ("victims", Class::Victims),
    ("sport", Class::Sport),
    ("past", Class::Past),
    ("incident", Class::Incident),
    ("worst", Class::Worst),
    ("part_event", Class::PartEvent),
    ("place_word", Class::PlaceWord),
    ("severity", Class::Severity),
    ("past_heading", Class::PastHeading),
    ("topic", Class::Topic),
    ("recent", Class::Recent),
    ("hardest_hit", Class::HardestHit),
    ("alone", Class::Alone),
    ("outlet", Class::Outlet),
    ("unnamed", Class::Unnamed),
    ("official", Class::Official),
    ("tally", Class::Tally),
    ("time", Class::Time),
    ("clock", Class::Clock),
    ("month_name", Class::MonthName),
    ("weekday", Class::Weekday),
    ("unit", Class::Unit),
    ("money", Class::Money),
    ("currency", Class::Currency),
    ("animal", Class::Animal),
    ("thing", Class::Thing),
    ("organisation", Class::Organisation),
    ("event", Class::Event),
    ("long_event", Class::LongEvent),
    ("strife", Class::Strife),
    ("background", Class::Background),
    ("other_event", Class::OtherEvent),
    ("elsewhere", Class::Elsewhere),
    ("anaphor", Class::Anaphor),
    ("rate", Class::Rate),
    ("teaser", Class::Teaser),
    ("rise", Class::Rise),
    ("over_verb", Class::OverVerb),
    ("earlier", Class::Earlier),
    ("now", Class::Now),
    ("total", Class::Total),
    ("withdrawn", Class::Withdrawn),
    ("false", Class::False),
    ("plan", Class::Plan),
    ("fiction", Class::Fiction),
    ("risk", Class::Risk),
    ("forecast", Class::Forecast),
    ("feared", Class::Feared),
    ("possible", Class::Possible),
    ("claimed", Class::Claimed),
    ("reportedly", Class::Reportedly),
    ("plural_verb", Class::PluralVerb),
    ("present", Class::Present),
    ("at", Class::At),
    ("ago", Class::Ago),
    ("since", Class::Since),
    ("number_joint", Class::NumberJoint),
    ("saying_noun", Class::SayingNoun),
    ("plural_source", Class::PluralSource),
    ("first_person", Class::FirstPerson),
    ("telling", Class::Telling),
    ("same", Class::Same),
    ("prior", Class::Prior),
    ("days_after", Class::DaysAfter),
    ("occur", Class::Occur),
    ("subject_pronoun", Class::SubjectPronoun),
    ("sole", Class::Sole),
    ("had", Class::Had),
    ("everybody", Class::Everybody),
    ("party_word", Class::PartyWord),
    ("own", Class::Own),
    ("movement", Class::Movement),
    ("carry", Class::Carry),
    ("hospital", Class::Hospital),
    ("inflict", Class::Inflict),
    ("nearly", Class::Nearly),
    ("chance", Class::Chance),
    ("find", Class::Find),
    ("bring", Class::Bring),
    ("up_from", Class::UpFrom),
    ("account_for", Class::AccountFor),
    ("locative", Class::Locative),
    ("sequel", Class::Sequel),
    ("separate", Class::Separate),
    ("there", Class::There),
    ("bomb", Class::Bomb),
    ("able", Class::Able),
    ("singular_verb", Class::SingularVerb),
    ("hope", Class::Hope),
    ("sought", Class::Sought),
    ("lost_in", Class::LostIn),
    ("kin", Class::Kin),
    ("revise", Class::Revise),
    ("document", Class::Document),
    ("confirm", Class::Confirm),
    ("share", Class::Share),
    ("capitals", Class::Capitals),
    ("all_but", Class::AllBut),
    ("as_many", Class::AsMany),
    ("per", Class::Per),
    ("based", Class::Based),
    ("every", Class::Every),
    ("numbered", Class::Numbered),
    ("suffer", Class::Suffer),
    ("with", Class::With),
    ("wound", Class::Wound),
    ("claim_label", Class::ClaimLabel),
    ("verdict", Class::Verdict),
    ("links", Class::Links),
    ("room", Class::Room),
    ("question", Class::Question),
    ("sum_row", Class::SumRow),
    ("subtotal_row", Class::SubtotalRow),
    ("share_head", Class::ShareHead),
    ("other_table", Class::OtherTable),
    ("source_head", Class::SourceHead),
    ("one_owner", Class::OneOwner),
    ("attain", Class::Attain),
    ("overall", Class::Overall),
    ("anybody", Class::Anybody),
    ("series", Class::Series),
];

/// The words of 32 bits that a set of classes takes. Larger ones would make longer code: each test has its bit as a
/// constant.
const WORDS: usize = 7;

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes([u32; WORDS]);

impl Classes {
    /// The set of no class.
    pub(crate) const EMPTY: Classes = Classes([0; WORDS]);

    /// The word that holds the bit of `class`, and the bit.
    #[inline(always)]
    const fn place(class: Class) -> (usize, u32) {
        (class as usize / 32, 1 << (class as usize % 32))
    }
    /// Whether `class` is in the set. Asked of every word many times, and shorter than a call where the class is known.
    #[inline(always)]
    pub(crate) const fn has(self, class: Class) -> bool {
        let (word, bit) = Self::place(class);
        self.0[word] & bit != 0
    }
    /// The set of `classes`; made once where it stands in a constant.
    pub(crate) const fn of(classes: &[Class]) -> Classes {
        let mut set = Self::EMPTY;
        let mut at = 0;
        while at < classes.len() {
            let (word, bit) = Self::place(classes[at]);
            set.0[word] |= bit;
            at += 1;
        }
        set
    }
    /// The set with `class` beside its own.
    pub(crate) const fn with(mut self, class: Class) -> Classes {
        let (word, bit) = Self::place(class);
        self.0[word] |= bit;
        self
    }
    /// All classes of several sets.
    pub(crate) fn of_all(sets: impl Iterator<Item = Classes>) -> Classes {
        sets.fold(Classes::EMPTY, |all, set| {
            let ([a, b, c, d, e, f, g], [u, v, w, x, y, z, t]) = (all.0, set.0);
            Classes([a | u, b | v, c | w, d | x, e | y, f | z, g | t])
        })
    }
    /// Whether the sets share a class.
    #[inline(always)]
    pub(crate) const fn meets(self, other: Classes) -> bool {
        let ([a, b, c, d, e, f, g], [u, v, w, x, y, z, t]) = (self.0, other.0);
        (a & u) | (b & v) | (c & w) | (d & x) | (e & y) | (f & z) | (g & t) != 0
    }
    pub(super) fn add(&mut self, class: Class) {
        let (word, bit) = Self::place(class);
        self.0[word] |= bit;
    }
}
