// A host page with the custom element in it, and what happens to both.
import type { Locator, Page } from '@playwright/test';
import { Desk } from './desk.ts';
import { type Change, DIST, serve } from './hosts.ts';

/// Where the element's files come from, and where the page around it stands: two sites.
export const WIDGETS = 'https://widgets.example/';
export const HOST = 'https://newsroom.example/';
export const SCRIPT = `<script type="module" src="${WIDGETS}embed/casualty-compare.js"></script>`;

/// Two articles about one event, as children of the element.
export const CHILDREN = `
  <article data-outlet="The Gazette" data-title="Ferry sinks" data-date="2026-03-04">
    <p>At least 12 people were killed and 30 injured when a ferry sank, police said.</p>
  </article>
  <article data-outlet="The Courier" data-title="Toll rises">
    <p>The toll has risen to 15 dead, including three children, the ministry said.</p>
    <p>About 40 were injured.</p>
  </article>`;

type Host = {
  /// What stands in the body.
  body: string;
  head?: string;
  headers?: Record<string, string>;
  /// Other answers for the element's files.
  change?: Change;
};

/// Answers for the widgets' site and for a page around it.
export async function host(page: Page, { body, head = '', headers = {}, change }: Host): Promise<void> {
  await serve(page, WIDGETS, DIST, change);
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Newsroom</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
  await serve(page, HOST, DIST, () => ({ contentType: 'text/html', headers, body: html }));
}

/// The same, opened.
export async function open(page: Page, it: Host): Promise<Widget> {
  await host(page, it);
  await page.goto(HOST);
  return new Widget(page);
}

export class Widget {
  readonly page: Page;
  readonly element: Locator;
  /// What stands in the element, found as on the page itself: Playwright looks into shadow trees.
  readonly desk: Desk;

  constructor(page: Page, element = page.locator('casualty-compare').first()) {
    this.page = page;
    this.element = element;
    this.desk = new Desk(page);
  }

  cards(): Locator {
    return this.element.locator('.cards > li');
  }

  /// The texts of the articles as the element has them.
  texts(): Promise<string[]> {
    return this.element.evaluate((element) =>
      (element as HTMLElement & { articles: { text: string }[] }).articles.map((article) => article.text),
    );
  }
}
