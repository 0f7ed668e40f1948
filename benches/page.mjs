// How fast the page answers, in a browser: one article read, and one keystroke to the updated table.
//
// `cargo xtask bench page` builds what is measured, serves it, finds the browser and calls this with
//   CASUALTY_COMPARE_URL      the address of the built site
//   CASUALTY_COMPARE_READER   the address of a folder with reader.js: the reader alone as WebAssembly
//   CASUALTY_COMPARE_BROWSER  the browser's program; without it, Playwright's own

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";

const { chromium } = createRequire(new URL("../tests/e2e/package.json", import.meta.url))("@playwright/test");

const ARTICLE_BYTES = 8_000;
const ARTICLES = 10;
const KEYSTROKES = 60;
// More than any figure of the articles' first texts, with a digit more and without: a key changes one figure and no other
// reading. A figure that falls below others may become a part of them, and a row then comes or goes with each key.
const FIGURE = 97;

/** The texts of tests/articles, one after the other. */
function ownTexts() {
  const folder = new URL("../tests/articles/", import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt")).sort();
  return names.map((name) => readFileSync(new URL(name, folder), "utf8"));
}

/** An article of about 8 kB of our own texts, begun with another one for each `first`. */
function article(texts, first) {
  let whole = "";
  for (let i = first; new TextEncoder().encode(whole).length < ARTICLE_BYTES; i += 1) {
    whole += `${texts[i % texts.length]}\n\n`;
  }
  return new TextDecoder().decode(new TextEncoder().encode(whole).slice(0, ARTICLE_BYTES)).replace(/\s\S*$/, "");
}

function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

function report(what, times, wanted) {
  const sorted = [...times].sort((a, b) => a - b);
  const worst = sorted[Math.floor(sorted.length * 0.95)];
  console.log(
    `${what}: median ${median(times).toFixed(2)} ms, 95 % under ${worst.toFixed(2)} ms (wanted: median under ${wanted} ms)`,
  );
}

/** Milliseconds for one reading: batches of readings, for the browser's clock is coarse. */
async function timeReader(page, text) {
  await page.goto(process.env.CASUALTY_COMPARE_READER);
  return page.evaluate(async (text) => {
    const { default: start, read } = await import(new URL("reader.js", document.baseURI).href);
    await start();
    const perBatch = 20;
    const times = [];
    for (let batch = 0; batch < 60; batch += 1) {
      const from = performance.now();
      for (let i = 0; i < perBatch; i += 1) read(text);
      times.push((performance.now() - from) / perBatch);
    }
    return { claims: read(text), first: times[0], times: times.slice(10) };
  }, text);
}

/** Milliseconds for comparing `count` articles that are already read. */
async function timeComparing(page, texts, count) {
  await page.goto(process.env.CASUALTY_COMPARE_READER);
  return page.evaluate(async (texts) => {
    const { default: start, Articles } = await import(new URL("reader.js", document.baseURI).href);
    await start();
    const articles = new Articles();
    for (const text of texts) articles.add(text);
    const times = [];
    for (let round = 0; round < 40; round += 1) {
      const from = performance.now();
      articles.compare();
      times.push(performance.now() - from);
    }
    return times.slice(5);
  }, Array.from({ length: count }, (_, first) => article(texts, first)));
}

/** Fills the page with articles, the first of which starts with a figure to change. */
async function fill(page, texts) {
  await page.goto(process.env.CASUALTY_COMPARE_URL);
  const boxes = page.locator("textarea");
  const add = page.getByRole("button", { name: "Add article" });
  await add.first().waitFor();
  while ((await boxes.count()) < ARTICLES) {
    const before = await boxes.count();
    await add.first().click();
    await boxes.nth(before).waitFor();
  }
  for (let i = 0; i < ARTICLES; i += 1) {
    await boxes.nth(i).fill(i === 0 ? `At least ${FIGURE} people were killed.\n\n${article(texts, i)}` : article(texts, i));
  }
  await page.locator("table").first().waitFor();
  return boxes.first();
}

/** Milliseconds from each key's event to the first change of the table that follows, and to the next frame. */
async function timeKeystrokes(page, texts) {
  const box = await fill(page, texts);
  await box.evaluate((box, after) => {
    box.focus();
    box.setSelectionRange(after, after);
    window.keystrokes = { table: [], frame: [], since: null };
    const table = () => document.querySelector("table")?.textContent;
    let shown = table();
    box.addEventListener("keydown", () => (window.keystrokes.since = performance.now()), true);
    new MutationObserver(() => {
      const { since } = window.keystrokes;
      const now = table();
      if (since === null || now === shown) return;
      shown = now;
      window.keystrokes.since = null;
      window.keystrokes.table.push(performance.now() - since);
      requestAnimationFrame(() => setTimeout(() => window.keystrokes.frame.push(performance.now() - since)));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, `At least ${FIGURE}`);
  for (let i = 0; i < KEYSTROKES; i += 1) {
    // A digit more, a digit less: each changes the figure and so the table.
    await page.keyboard.press(i % 2 === 0 ? "7" : "Backspace");
    await page.waitForFunction((wanted) => window.keystrokes.frame.length === wanted, i + 1, { timeout: 10_000 });
  }
  return page.evaluate(() => window.keystrokes);
}

const texts = ownTexts();
const browser = await chromium.launch({
  executablePath: process.env.CASUALTY_COMPARE_BROWSER,
  args: ["--disable-background-networking", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
});
try {
  const page = await browser.newPage();
  console.log(`Chromium ${browser.version()}`);
  const reading = await timeReader(page, article(texts, 0));
  report(`one article of ${ARTICLE_BYTES} bytes read in WebAssembly (${reading.claims} claims)`, reading.times, 2);
  console.log(`the first readings after loading: ${reading.first.toFixed(2)} ms each`);
  report(`20 articles of ${ARTICLE_BYTES} bytes compared in WebAssembly`, await timeComparing(page, texts, 20), 15);
  const { table, frame } = await timeKeystrokes(page, texts);
  const what = `${ARTICLES} articles of ${ARTICLE_BYTES} bytes, one keystroke to the`;
  report(`${what} updated table`, table, 16);
  report(`${what} frame that shows it`, frame, 33);
} finally {
  await browser.close();
}
