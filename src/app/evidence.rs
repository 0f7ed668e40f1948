//! The evidence of what is selected: the claims with source, scope and rule, and every place where they are stated.

use super::entry::ArticleId;
use super::facts::{Details, Fact, details};
use super::icon::{Marker, Tool, ToolIcon};
use super::marks::Context;
use super::sections::words_and_number;
use super::state::{Page, use_page};
use crate::present::words;
use leptos::prelude::*;

/// All that the panel shows.
#[derive(Clone, PartialEq, Eq)]
struct Shown {
    article: ArticleId,
    look: usize,
    number: usize,
    name: String,
    derived: bool,
    claims: Vec<Details>,
}

/// The panel; nothing while nothing is selected.
#[component]
pub fn Evidence() -> impl IntoView {
    let page = use_page();
    let shown = Memo::new(move |_| shown(page));
    view! {
        {move || {
            shown
                .get()
                .map(|shown| {
                    view! {
                        <section class="evidence scroll" id="evidence" aria-labelledby="evidence-head">
                            {head(page, &shown)}
                            {shown
                                .claims
                                .into_iter()
                                .map(|claim| draw_claim(page, shown.article, claim))
                                .collect_view()}
                        </section>
                    }
                })
        }}
    }
}

fn shown(page: Page) -> Option<Shown> {
    let lit = page.lit.get()?;
    let entry = page.entry_at(lit.place)?;
    let read = entry.read.read();
    let claims: Vec<Details> = (lit.claims.iter())
        .filter_map(|&claim| details(&read, claim))
        .collect();
    (!claims.is_empty()).then(|| Shown {
        article: lit.article,
        look: entry.look,
        number: lit.place + 1,
        name: page.name(lit.article),
        derived: lit.derived,
        claims,
    })
}

fn head(page: Page, shown: &Shown) -> impl IntoView + use<> {
    let (look, number, name) = (shown.look, shown.number, shown.name.clone());
    let derived = (shown.derived).then(|| {
        view! {
            <p class="evidence-derived">
                {format!("{}: {}", words::DERIVED, words::DERIVED_SOURCE)}
            </p>
        }
    });
    view! {
        <div class="evidence-head">
            <h2 id="evidence-head" tabindex="-1">
                <span class="evidence-kicker">"Evidence in "</span>
                <Marker look number=Signal::stored(number) />
                <span dir="auto">{name}</span>
            </h2>
            <button type="button" class="evidence-close" on:click=move |_| page.close_evidence()>
                <ToolIcon tool=Tool::Close />
                "Close"
            </button>
            {derived}
        </div>
    }
}

fn draw_claim(page: Page, article: ArticleId, claim: Details) -> impl IntoView {
    let (lead, number) = words_and_number(&claim.shown);
    let (lead, number) = (lead.to_owned(), number.to_owned());
    let more = (claim.more > 0).then(|| {
        view! { <p class="hint">{format!("and {} more", words::plural(claim.more, "mention"))}</p> }
    });
    view! {
        <div class="evidence-claim">
            <div class="evidence-figure">
                <p class="evidence-label">{claim.label}</p>
                <p class="figure">
                    <span class="figure-words">{lead}</span>
                    <span class="figure-number">{number}</span>
                </p>
                {claim.note.map(|note| view! { <p class="note">{note}</p> })}
            </div>
            <dl class="facts">{claim.facts.into_iter().map(draw_fact).collect_view()}</dl>
            <ol class="mentions">
                {claim
                    .mentions
                    .into_iter()
                    .map(|(at, context)| draw_mention(page, article, at, context))
                    .collect_view()}
            </ol>
            {more}
        </div>
    }
}

fn draw_fact(fact: Fact) -> impl IntoView {
    view! {
        <div>
            <dt>{fact.term}</dt>
            <dd class:code=fact.code dir="auto">
                {fact.value}
            </dd>
        </div>
    }
}

fn draw_mention(page: Page, article: ArticleId, at: usize, context: Context) -> impl IntoView {
    view! {
        <li>
            <p class="mention" dir="auto">
                {context.before}
                <mark class="lit">{context.quote}</mark>
                {context.after}
            </p>
            <button type="button" on:click=move |_| page.bring(article, at)>
                "Show in the article"
            </button>
        </li>
    }
}
