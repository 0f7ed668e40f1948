//! The evidence of what is selected: the claims with source, scope and rule, and every place where they are stated.

use super::entry::{ArticleId, Entry};
use super::facts::{Details, Fact, details};
use super::icon::{Tool, marker, tool_icon};
use super::marks::Context;
use super::rows::draw_figure;
use super::shared::{live, memo, press};
use super::state::{Page, use_page};
use crate::words;
use leptos::prelude::*;

/// At most this many claims of a cell are shown.
const MOST_CLAIMS: usize = 50;

/// All that the panel shows.
#[derive(Clone, PartialEq, Eq)]
struct Shown {
    entry: Entry,
    number: usize,
    name: String,
    derived: bool,
    claims: Vec<Details>,
    /// How many claims more there are.
    more: usize,
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
    let entry = page.entry_at(lit.place)?;
    let claims: Vec<Details> = entry.read.with(|read| {
        (lit.claims.iter().take(MOST_CLAIMS))
            .filter_map(|&claim| details(read, claim))
            .collect()
    });
    (!claims.is_empty()).then(|| Shown {
        entry,
        number: lit.place + 1,
        name: page.name(lit.article),
        derived: lit.derived,
        more: lit.claims.len().saturating_sub(MOST_CLAIMS),
        claims,
    })
}

fn draw(page: Page, shown: &Shown) -> AnyView {
    let claims: Vec<AnyView> = (shown.claims.iter())
        .map(|claim| draw_claim(page, shown.entry.id, claim))
        .collect();
    let derived = format!("{}: {}", words::DERIVED, words::DERIVED_SOURCE);
    let more = format!("and {} more", words::plural(shown.more, "claim"));
    let derived = (shown.derived).then(|| paragraph("evidence-derived", derived));
    view! {
        <section class="evidence scroll" id="evidence" aria-labelledby="evidence-head">
            <div class="evidence-head">
                <h2 id="evidence-head" tabindex="-1">
                    <span class="evidence-kicker">"Evidence in "</span>
                    {marker(shown.entry.look, shown.number)}
                    <span dir="auto">{shown.name.clone()}</span>
                </h2>
                <button
                    type="button"
                    class="evidence-close"
                    on:click=press(move || page.close_evidence())
                >
                    {tool_icon(Tool::Close)}
                    "Close"
                </button>
                {derived}
            </div>
            {claims}
            {(shown.more > 0).then(|| paragraph("hint", more))}
        </section>
    }
    .into_any()
}

fn paragraph(class: &'static str, text: String) -> AnyView {
    view! { <p class=class>{text}</p> }.into_any()
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
            <button type="button" on:click=press(move || page.bring(article, at))>
                "Show in the article"
            </button>
        </li>
    }
    .into_any()
}
