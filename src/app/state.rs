//! The state of the page, shared by context: the articles, what is selected, what can be undone, what was announced.

use super::browser;
use super::entry::{ArticleId, Entry, View};
use super::examples::Example;
use super::shared::{Held, Kept, memo};
use super::undo::{Undo, shift};
use crate::model::{Article, Comparison, FindingKind, Ladder, Passage, ReadArticle};
use crate::present::reading::{RowReading, readings};
use crate::present::sections::RowKey;
use crate::present::{Table, table};
use crate::words;
use leptos::prelude::*;
use std::time::Duration;

/// So many looks tell articles apart: each has another pair of colour and pattern.
pub const LOOKS: usize = 24;

/// So many colours and shapes there are.
pub const COLOURS: usize = 8;

/// At most so many articles are turned to their evidence at once.
const MOST_TURNED: usize = 12;

/// Screen readers are told what was read when so long no key was struck.
const SAY_AFTER: Duration = Duration::from_millis(1200);

/// What the user points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// An article's cell in a row.
    Cell(ArticleId, RowKey),
    /// One claim of an article, by its index.
    Claim(ArticleId, usize),
    /// What was noticed, by its key.
    Finding(String),
    /// What the chosen ladder picks out of a row.
    Reading(RowKey),
}

/// The selected words, found again after every change of the texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lit {
    /// Those of each article concerned.
    pub articles: Vec<LitArticle>,
    /// Whether they are the parts of a derived total.
    pub derived: bool,
    /// The finding that rests on them, where one is selected.
    pub finding: Option<(FindingKind, String)>,
}

/// The selected words of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LitArticle {
    /// Which article.
    pub id: ArticleId,
    /// Its place in the list.
    pub place: usize,
    /// The claims' indices, the leading one first.
    pub claims: Vec<usize>,
    /// Passages beyond the claims: start and end in the text, in bytes.
    pub passages: Vec<(usize, usize)>,
}

impl Lit {
    /// What is selected of an article.
    pub fn of(&self, id: ArticleId) -> Option<&LitArticle> {
        self.articles.iter().find(|lit| lit.id == id)
    }
}

/// The articles side by side, and the same in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// The comparison.
    pub comparison: Comparison,
    /// The comparison in words. Its indices are places in the list of articles.
    pub table: Table,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The state of the page: handles, cheap to copy.
#[derive(Clone, Copy)]
pub struct Page {
    /// The element that holds the page.
    pub root: NodeRef<leptos::html::Div>,
    /// The articles, in the order of the columns.
    pub articles: Held<Vec<Entry>>,
    /// The articles side by side.
    pub compared: Kept<Compared>,
    /// The articles' names, as their columns have them.
    names: Kept<Vec<String>>,
    /// What the user points at.
    pub selection: Held<Option<Selection>>,
    /// The ladder that picks a figure out of each row; none unless the user chooses one.
    pub ladder: Held<Option<Ladder>>,
    /// What it picks, one for each row of the table; empty without a ladder.
    pub readings: Kept<Vec<Option<RowReading>>>,
    /// The keys of the findings that the user set aside.
    pub aside: Held<Vec<String>>,
    /// Light or dark.
    pub theme: Held<Theme>,
    /// Whether the visitor may only look.
    pub read_only: Held<bool>,
    /// What can be undone, the latest last.
    pub undos: Held<Vec<Undo<Entry>>>,
    /// Whether the notice of the latest action is shown.
    pub notice: Held<bool>,
    /// What screen readers are told next.
    pub said: Held<String>,
    /// The selected claims.
    pub lit: Kept<Option<Lit>>,
    /// Which words were last asked for: the article, and where they start in its text, in bytes.
    pub shown: Held<Option<(ArticleId, usize)>>,
    /// Where the focus goes back to when the evidence is closed.
    origin: Held<Option<String>>,
    /// The articles that were turned to their evidence only to show the selection.
    turned: Held<Vec<ArticleId>>,
    next_id: Held<u32>,
    /// Counts the edits of all texts.
    edits: Held<u64>,
    owner: StoredValue<Option<WeakOwner>>,
}

impl Page {
    /// An empty page. Must be called while the root component is being made: what is put on the page later lives as
    /// long as it.
    pub fn new() -> Self {
        let articles = Held::new(Vec::<Entry>::new());
        let selection = Held::new(None::<Selection>);
        let compared = memo(move || articles.with(|list| compared(list)));
        let ladder = Held::new(None);
        let readings = memo(move || {
            let chosen = ladder.get();
            chosen.map_or_else(Vec::new, |ladder| {
                compared.with(|compared| articles.with(|list| picked(list, compared, ladder)))
            })
        });
        let lit = memo(move || {
            let selection = selection.now();
            let selection = selection.as_ref().as_ref()?;
            let list = articles.now();
            compared.with(|compared| match selection {
                Selection::Reading(key) => {
                    readings.with(|readings| lit_reading(&list, compared, readings, key))
                }
                selection => lit(&list, compared, selection),
            })
        });
        Page {
            root: NodeRef::new(),
            articles,
            compared,
            names: memo(move || {
                let heads = |compared: &Compared| {
                    (compared.table.heads.iter())
                        .map(|head| head.label.clone())
                        .collect()
                };
                compared.with(heads)
            }),
            selection,
            lit,
            shown: Held::new(None),
            turned: Held::new(Vec::new()),
            ladder,
            readings,
            aside: Held::new(Vec::new()),
            theme: Held::new(Theme::Auto),
            read_only: Held::new(false),
            undos: Held::new(Vec::new()),
            notice: Held::new(false),
            said: Held::new(String::new()),
            origin: Held::new(None),
            next_id: Held::new(1),
            edits: Held::new(0),
            owner: StoredValue::new(Owner::current().map(|owner| owner.downgrade())),
        }
    }

    /// Adds an article at the end of the list.
    pub fn add(self, article: Article) -> Option<Entry> {
        let look = self.free_look();
        let entry = self.entry(look, article)?;
        self.articles.update(|list| list.push(entry));
        Some(entry)
    }

    /// Puts an example in place of the articles on the page.
    pub fn load(self, example: Example) {
        let brought: Vec<Entry> = (example.articles().into_iter().enumerate())
            .filter_map(|(look, article)| self.entry(look, article))
            .collect();
        let blank = self
            .articles
            .with_untracked(|list| list.iter().all(|entry| entry.is_blank()));
        let mut list = self.articles.get_untracked();
        let what = format!(
            "Replaced {} by the example",
            words::plural(list.len(), "article")
        );
        let undo = Undo::replace(&mut list, brought, what);
        self.selection.set(None);
        self.articles.set(list);
        if !blank {
            self.offer(undo);
        }
        self.say(format!(
            "{} loaded",
            words::plural(self.articles.with_untracked(Vec::len), "article")
        ));
    }

    /// Takes an article off the page; it can be put back. Sets the focus on the article that takes its place.
    pub fn remove(self, id: ArticleId) {
        let Some(place) = self.place_untracked(id) else {
            return;
        };
        let what = format!("Removed {}", self.name_untracked(id));
        let mut list = self.articles.get_untracked();
        let Some(undo) = Undo::remove(&mut list, place, what) else {
            return;
        };
        let next = list.get(place).or(list.last()).map(|entry| entry.id);
        self.articles.set(list);
        match undo.taken.iter().all(|(_, entry)| entry.is_blank()) {
            true => self.say(undo.what),
            false => self.offer(undo),
        }
        self.focus(match next {
            Some(id) => format!("#{}", head_id(id)),
            None => "#add".to_owned(),
        });
    }

    /// Undoes the latest action that took articles off the page.
    pub fn undo(self) {
        let mut undo = None;
        self.undos.update(|undos| undo = undos.pop());
        let Some(undo) = undo else {
            return;
        };
        let back = undo.taken.first().map(|(_, entry)| entry.id);
        let mut list = self.articles.get_untracked();
        undo.put_back(&mut list, Entry::holds_user_text);
        self.articles.set(list);
        self.notice.set(false);
        self.say("Put back".to_owned());
        if let Some(id) = back {
            self.focus(format!("#{}", head_id(id)));
        }
    }

    /// Moves an article one place up or down, and says where it stands.
    pub fn shift(self, id: ArticleId, down: bool) {
        let Some(place) = self.place_untracked(id) else {
            return;
        };
        let mut list = self.articles.get_untracked();
        let Some(to) = shift(&mut list, place, down) else {
            return;
        };
        let of = list.len();
        let name = self.name_untracked(id);
        self.articles.set(list);
        self.say(format!("{name} is now article {} of {of}", to + 1));
        let button = if down { "down" } else { "up" };
        self.focus(format!("#{} .{button}", card_id(id)));
    }

    /// The user changed the text of `entry`.
    pub fn edit(self, entry: Entry, text: String) {
        let by_index =
            |selection: &Selection| matches!(selection, Selection::Claim(id, _) if *id == entry.id);
        if (self.selection).with_untracked(|selection| selection.as_ref().is_some_and(by_index)) {
            self.selection.set(None);
        }
        entry.edit(text);
        self.say_later(entry);
    }

    /// Tells screen readers how many claims stand in the article, once no key was struck for a while.
    fn say_later(self, entry: Entry) {
        let edits = self.edits.get_untracked() + 1;
        self.edits.set(edits);
        let say = move || {
            if self.edits.is_still(&edits) {
                let name = self.name_untracked(entry.id);
                self.say(format!("{name}: {}", untrack(|| entry.progress())));
            }
        };
        set_timeout(say, SAY_AFTER);
    }

    /// Shows the evidence of the cell in this row of the table, of the article at this place of the list.
    pub fn select_cell(self, row: usize, place: usize, origin: String) {
        let entry = self
            .articles
            .with_untracked(|list| list.get(place).copied());
        let key =
            (self.compared).with_untracked(|compared| compared.table.rows.get(row).map(RowKey::of));
        if let (Some(entry), Some(key)) = (entry, key) {
            self.select(Selection::Cell(entry.id, key), origin);
        }
    }

    /// Shows the evidence of one claim of the article at this place of the list.
    pub fn select_claim(self, claim: usize, place: usize, origin: String) {
        if let Some(entry) = self
            .articles
            .with_untracked(|list| list.get(place).copied())
        {
            self.select(Selection::Claim(entry.id, claim), origin);
        }
    }

    /// Shows the evidence of `selection`, lights up its words and remembers `origin`, a selector of what was pressed.
    /// The selection of a finding leaves folded articles folded.
    pub fn select(self, selection: Selection, origin: String) {
        let unfold = !matches!(selection, Selection::Finding(_));
        self.selection.set(Some(selection));
        let lit = self.lit.get_untracked().unwrap_or_default();
        self.turn_back(&lit);
        browser::keep_in_view(self.root, origin.clone());
        self.origin.set(Some(origin));
        for article in lit.articles.iter().take(MOST_TURNED) {
            if let Some(entry) = self.entry_untracked(article.id) {
                if unfold {
                    entry.open.set(true);
                }
                self.turn(entry);
                if let Some(at) = first_lit(entry, article) {
                    self.show(entry.id, at);
                }
            }
        }
        browser::focus_in_place(self.root, "#evidence-head".to_owned());
    }

    /// Turns an article that is being edited to its evidence, until something else is selected.
    fn turn(self, entry: Entry) {
        if entry.view.get_untracked() == View::Text {
            entry.view.set(View::Marked);
            self.turned.update(|turned| turned.push(entry.id));
        }
    }

    /// Whether one of these claims of the article at this place is selected.
    pub fn is_lit(self, place: usize, claims: &[usize]) -> bool {
        let here = |lit: &LitArticle| {
            lit.place == place && lit.claims.iter().any(|claim| claims.contains(claim))
        };
        (self.lit).with(|lit| {
            lit.as_ref()
                .is_some_and(|lit| lit.articles.iter().any(here))
        })
    }

    /// Sets a finding aside, or brings it back, and sets the focus on what stands next.
    pub fn set_aside(self, key: &str, aside: bool) {
        self.aside.update(|keys| {
            keys.retain(|other| other != key);
            if aside {
                keys.push(key.to_owned());
            }
        });
        self.say(if aside { "Set aside" } else { "Brought back" }.to_owned());
        self.focus(match aside {
            true => "#findings-aside".to_owned(),
            false => format!("[data-finding='{key}']"),
        });
    }

    /// Closes the evidence and gives the focus back.
    pub fn close_evidence(self) {
        if self.selection.with_untracked(Option::is_none) {
            return;
        }
        self.selection.set(None);
        self.turn_back(&Lit::default());
        if let Some(origin) = self.origin.get_untracked() {
            self.focus(origin);
        }
    }

    /// Brings the words that start at byte `at` into view inside the article's card; the page stays where it is.
    pub fn show(self, id: ArticleId, at: usize) {
        self.shown.set(Some((id, at)));
        browser::reveal(self.root, words_selector(id, at));
    }

    /// The same, and scrolls the page to them.
    pub fn bring(self, id: ArticleId, at: usize) {
        if let Some(entry) = self.entry_untracked(id) {
            entry.view.set(View::Marked);
        }
        self.show(id, at);
        browser::bring(self.root, words_selector(id, at));
    }

    /// What stands for a claim: the cell that it stands in, or the claim itself.
    pub fn standing_for(self, id: ArticleId, claim: usize) -> Selection {
        let place = self.place_untracked(id);
        self.compared.with_untracked(|compared| {
            (compared.table.rows.iter())
                .find(|row| {
                    (place.and_then(|place| row.cells.get(place)?.as_ref()))
                        .is_some_and(|cell| !cell.derived && cell.claims.contains(&claim))
                })
                .map_or(Selection::Claim(id, claim), |row| {
                    Selection::Cell(id, RowKey::of(row))
                })
        })
    }

    /// Turns the articles back to editing that were turned to their evidence by a selection and are not in `lit`.
    fn turn_back(self, lit: &Lit) {
        let (kept, back): (Vec<ArticleId>, Vec<ArticleId>) =
            (self.turned.get_untracked().into_iter()).partition(|&id| lit.of(id).is_some());
        self.turned.set(kept);
        for entry in back.into_iter().filter_map(|id| self.entry_untracked(id)) {
            entry.view.set(View::Text);
        }
    }

    /// Sets the focus on what `selector` names, once the page has drawn.
    pub fn focus(self, selector: String) {
        browser::focus(self.root, selector);
    }

    /// Tells screen readers.
    pub fn say(self, what: String) {
        self.said.set(what);
    }

    /// The place of an article in the list.
    pub fn place(self, id: ArticleId) -> Option<usize> {
        self.articles
            .with(|list| list.iter().position(|entry| entry.id == id))
    }

    /// The number of an article in the list, counted from 1; 0 if it is not there.
    pub fn number(self, id: ArticleId) -> usize {
        self.place(id).map_or(0, |place| place + 1)
    }

    /// The article's name, as its column has it.
    pub fn name(self, id: ArticleId) -> String {
        let place = self.place(id);
        (self.names)
            .with(|names| Some(names.get(place?)?.clone()))
            .unwrap_or_default()
    }

    /// Whether the user brought text that would be lost with the page.
    pub fn holds_user_text(self) -> bool {
        let on_page =
            (self.articles).with_untracked(|list| list.iter().any(|entry| entry.holds_user_text()));
        let taken_off = self.undos.with_untracked(|undos| {
            (undos.iter()).any(|undo| undo.taken.iter().any(|(_, entry)| entry.holds_user_text()))
        });
        on_page || taken_off
    }

    /// The article at `place` of the list.
    pub fn entry_at(self, place: usize) -> Option<Entry> {
        self.articles.with(|list| list.get(place).copied())
    }

    fn entry_untracked(self, id: ArticleId) -> Option<Entry> {
        (self.articles).with_untracked(|list| list.iter().find(|entry| entry.id == id).copied())
    }

    fn place_untracked(self, id: ArticleId) -> Option<usize> {
        untrack(|| self.place(id))
    }

    fn name_untracked(self, id: ArticleId) -> String {
        untrack(|| self.name(id))
    }

    fn offer(self, undo: Undo<Entry>) {
        self.undos.update(|undos| undos.push(undo));
        self.notice.set(true);
    }

    fn entry(self, look: usize, article: Article) -> Option<Entry> {
        let id = ArticleId(self.next_id.get_untracked());
        self.next_id.set(id.0.wrapping_add(1));
        let owner = self.owner.get_value()?.upgrade()?;
        Some(owner.with(|| Entry::new(id, look, article)))
    }

    /// The first look that no article on the page has; when all are taken they are taken again in turn.
    fn free_look(self) -> usize {
        self.articles.with_untracked(|list| {
            let taken = |look: usize| list.iter().any(|entry| entry.look == look);
            (0..LOOKS)
                .find(|&look| !taken(look))
                .unwrap_or(list.len() % LOOKS)
        })
    }
}

/// The page that the component stands on.
pub fn use_page() -> Page {
    expect_context::<Page>()
}

/// The id of an article's card.
pub fn card_id(id: ArticleId) -> String {
    format!("article-{}", id.0)
}

/// The id of the head of an article's card.
pub fn head_id(id: ArticleId) -> String {
    format!("article-{}-head", id.0)
}

fn words_selector(id: ArticleId, at: usize) -> String {
    format!("#{} [data-at='{at}']", card_id(id))
}

fn first_lit(entry: Entry, lit: &LitArticle) -> Option<usize> {
    let passage = lit.passages.first().map(|&(start, _)| start);
    let claim = lit.claims.first().copied();
    entry.read.with_untracked(|read| {
        let mention = claim.and_then(|claim| read.extraction.claims.get(claim)?.mentions.first());
        mention.map(|mention| mention.start).or(passage)
    })
}

fn lit(list: &[Entry], compared: &Compared, selection: &Selection) -> Option<Lit> {
    let of = |id: ArticleId, claims: Vec<usize>| {
        Some(LitArticle {
            id,
            place: list.iter().position(|entry| entry.id == id)?,
            claims,
            passages: Vec::new(),
        })
    };
    match selection {
        Selection::Cell(id, key) => {
            let place = list.iter().position(|entry| entry.id == *id)?;
            let cell = key.find(&compared.table)?.cells.get(place)?.as_ref()?;
            Some(Lit {
                articles: vec![of(*id, cell.claims.clone())?],
                derived: cell.derived,
                finding: None,
            })
        }
        Selection::Claim(id, claim) => Some(Lit {
            articles: vec![of(*id, vec![*claim])?],
            ..Lit::default()
        }),
        Selection::Finding(key) => lit_finding(list, compared, key),
        Selection::Reading(_) => None,
    }
}

fn lit_finding(list: &[Entry], compared: &Compared, key: &str) -> Option<Lit> {
    let finding = (compared.comparison.findings.iter()).find(|finding| finding.key == key)?;
    let places = finding.articles.iter().copied();
    let articles = by_article(list, places, &finding.claims, &finding.passages);
    Some(Lit {
        articles,
        derived: false,
        finding: Some((finding.kind, finding.text.clone())),
    })
}

fn lit_reading(
    list: &[Entry],
    compared: &Compared,
    readings: &[Option<RowReading>],
    key: &RowKey,
) -> Option<Lit> {
    let row = compared.table.rows.iter().position(|row| key.is_of(row))?;
    let claims = &readings.get(row)?.as_ref()?.claims;
    Some(Lit {
        articles: by_article(list, 0..list.len(), claims, &[]),
        ..Lit::default()
    })
}

/// The claims and passages of the articles at these places; articles without any are left out.
fn by_article(
    list: &[Entry],
    places: impl Iterator<Item = usize>,
    claims: &[(usize, usize)],
    passages: &[Passage],
) -> Vec<LitArticle> {
    places
        .filter_map(|place| {
            let of = LitArticle {
                id: list.get(place)?.id,
                place,
                claims: (claims.iter())
                    .filter(|(article, _)| *article == place)
                    .map(|&(_, claim)| claim)
                    .collect(),
                passages: (passages.iter())
                    .filter(|passage| passage.article == place)
                    .map(|passage| (passage.start, passage.end))
                    .collect(),
            };
            (!(of.claims.is_empty() && of.passages.is_empty())).then_some(of)
        })
        .collect()
}

fn compared(list: &[Entry]) -> Compared {
    with_articles(list, |articles| {
        let comparison = crate::compare(articles);
        let table = table(articles, &comparison);
        Compared { comparison, table }
    })
}

fn picked(list: &[Entry], compared: &Compared, ladder: Ladder) -> Vec<Option<RowReading>> {
    with_articles(list, |articles| {
        readings(articles, &compared.comparison, &compared.table, ladder)
    })
}

/// Lends the articles as they were last read.
fn with_articles<T>(list: &[Entry], look: impl FnOnce(&[ReadArticle<'_>]) -> T) -> T {
    let reads: Vec<_> = list.iter().map(|entry| entry.read.now()).collect();
    let articles: Vec<ReadArticle<'_>> = (reads.iter())
        .map(|read| ReadArticle {
            article: &read.article,
            extraction: &read.extraction,
        })
        .collect();
    look(&articles)
}
