// The test that every spec uses: a page that must stay clean, and a record of what it asks the network for.
import { test as base, expect } from '@playwright/test';
import { Desk } from './desk.ts';

export { expect };

type Fixtures = {
  /// The opened page.
  desk: Desk;
  /// Addresses asked for since the page was opened and ready.
  requests: string[];
};

export const test = base.extend<Fixtures>({
  requests: async ({}, use) => {
    await use([]);
  },
  desk: async ({ page, requests }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        faults.push(`${message.type()}: ${message.text()}`);
      }
    });
    await page.addInitScript(() => {
      const list: string[] = [];
      Object.assign(globalThis, { violations: list });
      document.addEventListener('securitypolicyviolation', (event) => {
        list.push(`${event.violatedDirective}: ${event.blockedURI}`);
      });
    });
    const desk = new Desk(page);
    await desk.open();
    page.on('request', (request) => requests.push(request.url()));
    await use(desk);
    const violations = await page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations);
    expect(violations, 'the policy was violated').toEqual([]);
    expect(faults, 'the page complained').toEqual([]);
  },
});
