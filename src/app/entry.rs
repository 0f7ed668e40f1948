//! One article on the page: its fields, what was read out of it, and the reading in progress.

use super::direction::direction;
use super::shared::Held;
use super::slices;
use crate::model::{Article, Extraction};
use crate::present::dates::{article_date, date_note};
use crate::words;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// A paste of more than so many bytes is a long one.
pub const LONG: usize = 200 * 1024;

/// Tells an article from every other as long as the page lives, wherever it stands in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ArticleId(pub u32);

/// An article and what was read out of exactly this text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// The article.
    pub article: Article,
    /// What was read out of its text.
    pub extraction: Extraction,
}

/// How far the reading of the present text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Work {
    /// The text is read.
    #[default]
    Done,
    /// The text is being read; bytes done, of bytes in all.
    Reading(usize, usize),
    /// The user stopped the reading; bytes in all.
    Stopped(usize),
}

/// How an article's text is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// To be edited.
    #[default]
    Text,
    /// With the words of evidence marked.
    Marked,
}

/// An article on the page: handles to its state, cheap to copy.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Its identity.
    pub id: ArticleId,
    /// Which colour and shape stand for it.
    pub look: usize,
    /// The article as last read.
    pub read: Held<Read>,
    /// How far the reading of the present text is.
    pub work: Held<Work>,
    /// Whether the card is unfolded.
    pub open: Held<bool>,
    /// How the text is shown.
    pub view: Held<View>,
    /// Whether the words that were set aside are marked too.
    pub asides: Held<bool>,
    /// Which way the present text runs, as the `dir` of its element.
    pub direction: Held<&'static str>,
    /// Whether the user wrote in it.
    touched: Held<bool>,
    /// Whether the user wrote the date.
    dated: Held<bool>,
    /// The present text while it is not read yet.
    unread: Held<Option<Arc<str>>>,
    /// Counts the edits, so that a reading knows that it is out of date.
    turn: Held<u64>,
}

impl Hash for Entry {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}

/// The fields beside the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The headline.
    Title,
    /// Who published it.
    Outlet,
    /// When.
    Date,
}

impl Entry {
    /// Its date in words, as it is given or as the text has it; empty where neither says one.
    pub fn date(self) -> String {
        (self.read).with(|read| article_date(&read.article).unwrap_or_default())
    }

    /// Its title; empty where that is its name already, for want of an outlet.
    pub fn title(self) -> String {
        self.read.with(|read| {
            let Article { outlet, title, .. } = &read.article;
            outlet.as_ref().and(title.clone()).unwrap_or_default()
        })
    }

    /// Puts `article` on the page and starts to read it.
    pub fn new(id: ArticleId, look: usize, article: Article) -> Self {
        let Article {
            text,
            title,
            outlet,
            date,
            url,
        } = article;
        let entry = Entry {
            id,
            look,
            read: Held::new(Read {
                article: Article {
                    text: String::new(),
                    title,
                    outlet,
                    date,
                    url,
                },
                extraction: Extraction::default(),
            }),
            work: Held::new(Work::Done),
            open: Held::new(true),
            view: Held::new(View::Text),
            asides: Held::new(false),
            direction: Held::new("ltr"),
            touched: Held::new(false),
            dated: Held::new(false),
            unread: Held::new(None),
            turn: Held::new(0),
        };
        entry.read_text(text);
        entry
    }

    /// The user changed the text. A text that became long at once is turned to its evidence, for the browser takes
    /// seconds to lay out megabytes that can be edited.
    pub fn edit(self, text: String) {
        self.touched.set(true);
        if text.len() > self.with_text(str::len) + LONG {
            self.view.set(View::Marked);
        }
        self.read_text(text);
    }

    /// The user changed a field beside the text.
    pub fn edit_field(self, field: Field, value: String) {
        self.touched.set(true);
        if field == Field::Date {
            self.dated.set(true);
        }
        let value = (!value.is_empty()).then_some(value);
        self.read.update(|read| match field {
            Field::Title => read.article.title = value,
            Field::Outlet => read.article.outlet = value,
            Field::Date => read.article.date = value,
        });
    }

    /// The field's present value.
    pub fn field(self, field: Field) -> String {
        let value = self.read.with_untracked(|read| match field {
            Field::Title => read.article.title.clone(),
            Field::Outlet => read.article.outlet.clone(),
            Field::Date => read.article.date.clone(),
        });
        value.unwrap_or_default()
    }

    /// What must be said of the date.
    pub fn date_note(self) -> Option<String> {
        let by_user = self.dated.get_untracked();
        self.read.with(|read| date_note(&read.article, by_user))
    }

    /// The present text, read or not.
    pub fn text(self) -> String {
        self.with_text(str::to_owned)
    }

    /// Looks at the present text, read or not; follows no signal.
    pub fn with_text<T>(self, look: impl FnOnce(&str) -> T) -> T {
        match self.unread.get_untracked() {
            Some(text) => look(&text),
            None => self.read.with_untracked(|read| look(&read.article.text)),
        }
    }

    /// Whether text would be lost with it that the user brought.
    pub fn holds_user_text(self) -> bool {
        self.touched.get_untracked() && !self.is_blank()
    }

    /// Whether nothing is in it.
    pub fn is_blank(self) -> bool {
        let unread =
            (self.unread).with_untracked(|text| text.as_ref().is_some_and(|t| !t.is_empty()));
        !unread
            && self.read.with_untracked(|read| {
                let article = &read.article;
                article.text.trim().is_empty()
                    && article.title.is_none()
                    && article.outlet.is_none()
                    && article.date.is_none()
            })
    }

    /// How far the reading is, in words: "7 claims read".
    pub fn progress(self) -> String {
        let claims = self.read.with(|read| read.extraction.claims.len());
        match self.work.get() {
            Work::Done => format!("{} read", words::plural(claims, "claim")),
            Work::Reading(..) => "reading".to_owned(),
            Work::Stopped(_) => "reading stopped".to_owned(),
        }
    }

    /// Stops a reading in progress. The text stays as it is.
    pub fn stop(self) {
        if let Work::Reading(_, of) = self.work.get_untracked() {
            self.next_turn();
            self.work.set(Work::Stopped(of));
        }
    }

    /// Reads a text again whose reading was stopped.
    pub fn resume(self) {
        if let Some(text) = self.unread.get_untracked() {
            self.read_text(text.to_string());
        }
    }

    fn read_text(self, text: String) {
        let turn = self.next_turn();
        self.direction.set(direction(&text));
        if text.len() <= slices::AT_ONCE {
            let extraction = crate::extract(&text);
            self.finish(text, extraction);
            return;
        }
        self.work.set(Work::Reading(0, text.len()));
        self.unread.set(Some(Arc::from(text.as_str())));
        slices::read(
            text,
            move |done, of| {
                let current = self.turn.is_still(&turn);
                if current {
                    self.work.set(Work::Reading(done, of));
                }
                current
            },
            move |text, extraction| {
                if self.turn.is_still(&turn) {
                    self.finish(text, extraction);
                }
            },
        );
    }

    fn finish(self, text: String, extraction: Extraction) {
        self.unread.set(None);
        self.read.update(|read| {
            read.article.text = text;
            read.extraction = extraction;
        });
        if self.work.get_untracked() != Work::Done {
            self.work.set(Work::Done);
        }
    }

    fn next_turn(self) -> u64 {
        let turn = self.turn.get_untracked() + 1;
        self.turn.set(turn);
        turn
    }
}
