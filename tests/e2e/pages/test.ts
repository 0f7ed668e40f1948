// The test that every spec uses: a page that must stay clean, and a record of what it asks the network for.
import { test as base, expect } from '@playwright/test';
import { Desk } from './desk.ts';

export { expect };

type Fixtures = {
  /// The opened page.
  desk: Desk;
  /// What the page complained about, breaches of its policy among it; must be empty at the end.
  faults: string[];
  /// Addresses asked for since the page was opened and ready.
  requests: string[];
};

export const test = base.extend<Fixtures>({
  faults: async ({}, use) => {
    const faults: string[] = [];
    await use(faults);
    expect(faults, 'the page complained').toEqual([]);
  },
  requests: async ({}, use) => {
    await use([]);
  },
  desk: async ({ page, faults, requests }, use) => {
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        faults.push(`${message.type()}: ${message.text()}`);
      }
    });
    const desk = new Desk(page);
    await desk.open();
    page.on('request', (request) => requests.push(request.url()));
    await use(desk);
  },
});
