// casualty-compare.html from the file system: it opens, works, asks for nothing, and says why when it cannot start.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { Desk } from '../pages/desk.ts';
import { DIST, serve } from '../pages/hosts.ts';
import { expect, test } from '../pages/test.ts';

const FILE = join(DIST, 'casualty-compare.html');
const ADDRESS = pathToFileURL(FILE).href;

/// Opens the file; `asked` gets every address that is asked for, the file's own among them.
async function open(page: Page, faults: string[]): Promise<{ desk: Desk; asked: string[] }> {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      faults.push(`${message.type()}: ${message.text()}`);
    }
  });
  await page.goto(ADDRESS);
  return { desk: new Desk(page), asked };
}

test('opens by double click, reads and compares, and asks for nothing but itself', async ({ page, faults }) => {
  const { desk, asked } = await open(page, faults);
  const card = await desk.addArticle('At least 12 people were killed, the ministry said.');
  await card.text.pressSequentially(' Nine others were injured.');
  await expect(desk.cell('Killed', 'people', 0)).toContainText('12');
  await expect(desk.cell('Injured', 'people', 0)).toContainText('9');
  await desk.loadExample.click();
  await desk.cell('Killed', 'civilians', 1).click();
  await expect(desk.evidence).toBeVisible();
  await page.getByRole('button', { name: 'Dark' }).click();
  await expect(page.locator('.chart-svg').first()).toBeVisible();
  // The icon and its like are inside the file.
  expect(asked.filter((address) => !address.startsWith('data:'))).toEqual([ADDRESS]);
});

test('looks as the site does', async ({ page, faults }) => {
  const { desk } = await open(page, faults);
  const measured = async () => {
    await desk.loadExample.click();
    await expect(desk.cell('Killed', 'people', 0)).toBeVisible();
    return page.evaluate(() =>
      ['.masthead', '.articles', '.table', '.charts'].map((part) => {
        const element = document.querySelector(part);
        const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
        return [part, x, y, width, height, element && getComputedStyle(element).font];
      }),
    );
  };
  const file = await measured();
  await page.goto(test.info().project.use.baseURL ?? '');
  expect(file).toEqual(await measured());
});

test('its policy forbids every connection', async ({ page, faults }) => {
  await page.route('https://example.org/**', (route) => route.fulfill({ body: 'let through' }));
  const { desk } = await open(page, []);
  await expect(desk.add).toBeVisible();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'; style-src 'sha256-[^']+'; img-src data:; base-uri 'none'; form-action 'none'$/,
  );
  const outcome = await page.evaluate(() => {
    const violated = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
    });
    return fetch('https://example.org/').then(
      () => 'let through',
      () => violated,
    );
  });
  expect(outcome).toBe('connect-src');
  expect(faults).toEqual([]);
});

test('the sum beside it is its SHA-256', async () => {
  const sum = createHash('sha256').update(readFileSync(FILE)).digest('hex');
  expect(readFileSync(`${FILE}.sha256`, 'utf8')).toBe(`${sum}  casualty-compare.html\n`);
});

for (const [missing, word] of [
  ['WebAssembly', 'WebAssembly is missing'],
  ['DecompressionStream', 'has no DecompressionStream'],
] as const) {
  test(`without ${missing} it says what is missing`, async ({ page, faults }) => {
    await page.addInitScript((name) => Reflect.deleteProperty(globalThis, name), missing);
    await open(page, faults);
    await expect(page.getByRole('alert')).toContainText(word);
    await expect(page.getByRole('alert')).toContainText('Use a current version of');
    await expect(page.locator('#loading')).toBeHidden();
  });
}

test('a damaged file says so', async ({ page }) => {
  const whole = readFileSync(FILE, 'utf8');
  const at = whole.indexOf('<script id="packed"') + 10_000;
  const damaged = `${whole.slice(0, at)}AAAAAAAA${whole.slice(at + 8)}`;
  await serve(page, 'https://file.example/', DIST, () => ({ contentType: 'text/html', body: damaged }));
  await page.goto('https://file.example/');
  await expect(page.getByRole('alert')).toContainText('is damaged');
});

test('the site runs from a folder of any host', async ({ page, faults }) => {
  page.on('pageerror', (error) => faults.push(error.message));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await serve(page, 'https://newsroom.example/tools/figures/', DIST);
  await page.goto('https://newsroom.example/tools/figures/');
  const desk = new Desk(page);
  await desk.loadExample.click();
  await expect(desk.cell('Killed', 'people', 0)).toContainText('1,000');
  expect(asked.filter((address) => !address.startsWith('https://newsroom.example/tools/figures/'))).toEqual([]);
});
