// The element's events, noted from before the page has loaded.
import type { Page } from '@playwright/test';

export type Noted = { name: string; detail: { code?: string; message?: string; version?: string } & Record<string, unknown> };

/// Notes every event of every element of the page; the function gives those so far.
export async function note(page: Page): Promise<() => Promise<Noted[]>> {
  await page.addInitScript(() => {
    const noted: Noted[] = [];
    Object.defineProperty(window, 'noted', { value: noted });
    for (const name of ['ready', 'change', 'error']) {
      document.addEventListener(`casualty-compare:${name}`, (event) => {
        noted.push({ name, detail: (event as CustomEvent).detail });
      });
    }
  });
  return () => page.evaluate(() => (window as unknown as { noted: Noted[] }).noted);
}
