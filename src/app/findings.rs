//! Findings, in a sentence each, the most important first. A press lights up the words that a finding
//! rests on; each can be set aside, and brought back.

use super::shared::{Held, attribute, each, flag, memo, press, text, when};
use super::state::{Page, Selection, use_page};
use crate::model::{Finding, FindingKind};
use crate::words;
use leptos::prelude::*;

/// At most this many findings are listed before "Show all".
const FEW: usize = 12;

/// The list, and under it what was set aside, folded.
#[component]
pub fn Findings() -> impl IntoView {
    let page = use_page();
    let (all, open) = (Held::new(false), Held::new(false));
    let keys = memo(move || sorted(page));
    let shown = move || {
        let most = if all.get() { usize::MAX } else { FEW };
        keys.with(|(shown, _)| shown.iter().take(most).cloned().collect())
    };
    let more = move || keys.with(|(shown, _)| !all.get() && shown.len() > FEW);
    let show_all = move || {
        let name = move || format!("Show all {}", keys.with(|(shown, _)| shown.len()));
        view! {
            <button type="button" on:click=press(move || all.set(true))>
                {text(name)}
            </button>
        }
        .into_any()
    };
    let aside = move || keys.with(|(_, aside)| aside.len());
    let fold = move || {
        let list = move || {
            view! {
                <ul class="findings aside-findings">
                    {each(
                        move || keys.with(|(_, aside)| aside.clone()),
                        move |key| draw(page, key, true),
                    )}
                </ul>
            }
            .into_any()
        };
        view! {
            <button
                type="button"
                class="disclose"
                id="findings-aside"
                {..flag("aria-expanded", move || open.get())}
                on:click=press(move || open.update(|open| *open = !*open))
            >
                {text(move || format!("Set aside ({})", aside()))}
            </button>
            {when(move || open.get(), list)}
        }
        .into_any()
    };
    when(
        move || keys.with(|(shown, aside)| !(shown.is_empty() && aside.is_empty())),
        move || {
            view! {
                <section class="noticed" aria-labelledby="noticed-head">
                    <h3 id="noticed-head">"Findings"</h3>
                    <ul class="findings">{each(shown, move |key| draw(page, key, false))}</ul>
                    {when(more, show_all)}
                    {when(move || aside() > 0, fold)}
                </section>
            }
            .into_any()
        },
    )
}

/// The keys of the findings that are shown, and of those that were set aside.
fn sorted(page: Page) -> (Vec<String>, Vec<String>) {
    let aside = page.aside.now();
    page.compared.with(|compared| {
        (compared.comparison.findings.iter())
            .map(|finding| finding.key.clone())
            .partition(|key| !aside.contains(key))
    })
}

fn draw(page: Page, key: String, aside: bool) -> AnyView {
    let of = key.clone();
    let finding = memo(move || {
        page.compared.with(|compared| {
            let findings: &[Finding] = &compared.comparison.findings;
            let finding = findings.iter().find(|finding| finding.key == of)?;
            Some((finding.kind, finding.text.clone()))
        })
    });
    let kind = move || finding.with(|finding| finding.as_ref().map(|(kind, _)| *kind));
    let sentence = move || {
        finding.with(|finding| {
            (finding.as_ref())
                .map(|(_, text)| text.clone())
                .unwrap_or_default()
        })
    };
    let this = Some(Selection::Finding(key.clone()));
    let selected = memo(move || page.selection.with(|selection| *selection == this));
    let origin = format!("[data-finding='{key}']");
    let select = {
        let key = key.clone();
        move || page.select(Selection::Finding(key.clone()), origin.clone())
    };
    let (act, name) = match aside {
        false => ("Set aside", "Set aside: "),
        true => ("Bring back", "Bring back: "),
    };
    let data = key.clone();
    view! {
        <li class:first=move || kind() == Some(FindingKind::DifferentEvents)>
            <button
                type="button"
                class="finding"
                {..flag("aria-expanded", move || selected.get())}
                data-finding=data
                on:click=press(select)
            >
                <span class="finding-kind">{text(move || kind().map(words::finding).unwrap_or_default().to_owned())}</span>
                " "
                <span dir="auto">{text(sentence)}</span>
            </button>
            <button
                type="button"
                class="finding-act"
                {..attribute("aria-label", move || Some(format!("{name}{}", sentence())))}
                on:click=press(move || page.set_aside(&key, !aside))
            >
                {act}
            </button>
        </li>
    }
    .into_any()
}
