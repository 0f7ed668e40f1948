//! The evidence of what is selected: the claims with source, scope and rule, and every place where they are stated.

use super::entry::{ArticleId, Entry};
use super::facts::{Details, Fact, details};
use super::icon::{Tool, marker, tool_icon};
use super::marks::{Context, passage};
use super::rows::draw_figure;
use super::shared::{button, live, memo, press};
use super::state::{LitArticle, Page, use_page};
use crate::model::FindingKind;
use crate::words;
use leptos::prelude::*;

/// At most this many claims of a cell are shown.
const MOST_CLAIMS: usize = 50;

/// At most this many passages of an article are shown.
const MOST_PASSAGES: usize = 10;

/// All that the panel shows.
#[derive(Clone, PartialEq, Eq)]
struct Shown {
    derived: bool,
    finding: Option<(FindingKind, String)>,
    articles: Vec<ShownArticle>,
    /// How many claims more there are.
    more: usize,
}

/// What the panel shows of an article.
#[derive(Clone, PartialEq, Eq)]
struct ShownArticle {
    entry: Entry,
    number: usize,
    name: String,
    claims: Vec<Details>,
    passages: Vec<(usize, Context)>,
}

/// The panel; nothing while nothing is selected.
#[component]
pub fn Evidence() -> impl IntoView {
    let page = use_page();
    let shown = memo(move || shown(page));
    live(move || shown.with(|shown| shown.as_ref().map(|shown| draw(page, shown))))
}

fn shown(page: Page) -> Option<Shown> {
    let lit = page.lit.get()?;
    let mut left = MOST_CLAIMS;
    let mut shown = Shown {
        derived: lit.derived,
        finding: lit.finding,
        articles: Vec::with_capacity(lit.articles.len()),
        more: 0,
    };
    for of in &lit.articles {
        let some = of.claims.len().min(left);
        left -= some;
        shown.more += of.claims.len() - some;
        let article = shown_article(page, of, some)?;
        if !(article.claims.is_empty() && article.passages.is_empty()) {
            shown.articles.push(article);
        }
    }
    (!shown.articles.is_empty() || shown.finding.is_some()).then_some(shown)
}

/// What there is to show of `lit`, with as many of its claims.
fn shown_article(page: Page, lit: &LitArticle, claims: usize) -> Option<ShownArticle> {
    let entry = page.entry_at(lit.place)?;
    let (claims, passages) = entry.read.with(|read| {
        let text = &read.article.text;
        let claims = (lit.claims.iter().take(claims)).filter_map(|&claim| details(read, claim));
        let passages = (lit.passages.iter().take(MOST_PASSAGES))
            .filter_map(|&(start, end)| Some((start, passage(text, start, end)?)));
        (claims.collect(), passages.collect())
    });
    Some(ShownArticle {
        entry,
        number: lit.place + 1,
        name: page.name(lit.id),
        claims,
        passages,
    })
}

fn draw(page: Page, shown: &Shown) -> AnyView {
    let found = shown.finding.is_some();
    let articles: Vec<AnyView> = (shown.articles.iter())
        .map(|article| draw_article(page, article, found))
        .collect();
    let more = format!("and {} more", words::plural(shown.more, "claim"));
    let derived = format!("{}: {}", words::DERIVED, words::DERIVED_SOURCE);
    let (kicker, name, under) = match (&shown.finding, shown.articles.first()) {
        (Some((kind, text)), _) => {
            let kind = words::finding(*kind).into_any();
            ("Evidence of ", kind, Some(text.clone()))
        }
        (None, Some(article)) => {
            let under = shown.derived.then_some(derived);
            ("Evidence in ", draw_name(article), under)
        }
        (None, None) => ("Evidence", ().into_any(), None),
    };
    view! {
        <section class="evidence scroll" id="evidence" aria-labelledby="evidence-head">
            <div class="evidence-head">
                <h2 id="evidence-head" tabindex="-1">
                    <span class="evidence-kicker">{kicker}</span>
                    {name}
                </h2>
                <button
                    type="button"
                    class="evidence-close"
                    on:click=press(move || page.close_evidence())
                >
                    {tool_icon(Tool::Close)}
                    "Close"
                </button>
                {under.map(|under| paragraph("evidence-derived", under))}
            </div>
            {articles}
            {(shown.more > 0).then(|| paragraph("hint", more))}
        </section>
    }
    .into_any()
}

fn draw_name(article: &ShownArticle) -> AnyView {
    view! {
        {marker(article.entry.look, article.number)}
        <span dir="auto">{article.name.clone()}</span>
    }
    .into_any()
}

/// The claims and passages of an article, under its name where there may be several.
fn draw_article(page: Page, article: &ShownArticle, named: bool) -> AnyView {
    let id = article.entry.id;
    let mut parts: Vec<AnyView> = Vec::new();
    if named {
        let name = draw_name(article);
        parts.push(view! { <h3 class="evidence-article">{name}</h3> }.into_any());
    }
    if !article.passages.is_empty() {
        let passages: Vec<AnyView> = (article.passages.iter())
            .map(|(at, context)| draw_mention(page, id, *at, context))
            .collect();
        parts.push(view! { <ol class="mentions">{passages}</ol> }.into_any());
    }
    parts.extend((article.claims.iter()).map(|claim| draw_claim(page, id, claim)));
    parts.into_any()
}

fn paragraph(class: &'static str, text: String) -> AnyView {
    view! {
        <p class=class dir="auto">
            {text}
        </p>
    }
    .into_any()
}

fn draw_claim(page: Page, article: ArticleId, claim: &Details) -> AnyView {
    let facts: Vec<AnyView> = claim.facts.iter().map(draw_fact).collect();
    let mentions: Vec<AnyView> = (claim.mentions.iter())
        .map(|(at, context)| draw_mention(page, article, *at, context))
        .collect();
    let more = format!("and {} more", words::plural(claim.more, "mention"));
    view! {
        <div class="evidence-claim">
            <div class="evidence-figure">
                <p class="evidence-label">{claim.label.clone()}</p>
                <p>{draw_figure("figure", &claim.shown)}</p>
                {claim.note.map(|note| paragraph("note", note.to_owned()))}
            </div>
            <dl class="facts">{facts}</dl>
            <ol class="mentions">{mentions}</ol>
            {(claim.more > 0).then(|| paragraph("hint", more))}
        </div>
    }
    .into_any()
}

fn draw_fact(fact: &Fact) -> AnyView {
    view! {
        <div>
            <dt>{fact.term}</dt>
            <dd class:code=fact.code dir="auto">
                {fact.value.clone()}
            </dd>
        </div>
    }
    .into_any()
}

fn draw_mention(page: Page, article: ArticleId, at: usize, context: &Context) -> AnyView {
    view! {
        <li>
            <p class="mention" dir="auto">
                {context.before.clone()}
                <mark class="lit">{context.quote.clone()}</mark>
                {context.after.clone()}
            </p>
            {button("Show in the article", move || page.bring(article, at))}
        </li>
    }
    .into_any()
}
