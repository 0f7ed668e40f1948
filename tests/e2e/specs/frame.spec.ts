// The frame: its height, its messages, and whom it talks with.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DIST, serve } from '../pages/hosts.ts';
import { expect, test } from '../pages/test.ts';
import { CHILDREN, HOST, WIDGETS, host } from '../pages/widget.ts';

const LOADER = `${WIDGETS}embed/loader.js`;
const FRAME = `${WIDGETS}embed/frame.html`;
const ORIGIN = HOST.slice(0, -1);

type Message = { source: string; version: number; type: string; height?: number; comparison?: unknown; code?: string };

test.beforeEach(({ page, faults }) => {
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
});

/// Opens a host page; the function gives the messages that came to it so far.
async function open(page: Page, body: string): Promise<() => Promise<Message[]>> {
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.defineProperty(window, 'heard', { value: heard });
    window.addEventListener('message', ({ data }) => heard.push(data));
  });
  await host(page, { body });
  await page.goto(HOST);
  return () => page.evaluate(() => (window as unknown as { heard: Message[] }).heard);
}

const frameOf = (page: Page) => page.frameLocator('iframe');
const heightOf = (page: Page) => page.locator('iframe').evaluate((it) => it.getBoundingClientRect().height);
const inner = (page: Page) => frameOf(page).locator('casualty-compare').evaluate((it) => Math.ceil(it.getBoundingClientRect().height));

test('the frame is as high as what it shows, and stays so', async ({ page }) => {
  await open(page, `<p>before</p><script src="${LOADER}"></script><p>after</p>`);
  await expect(frameOf(page).getByRole('button', { name: 'Add article' })).toBeVisible();
  await expect.poll(async () => (await heightOf(page)) - (await inner(page))).toBe(0);
  const empty = await heightOf(page);
  await frameOf(page).getByRole('button', { name: 'Load example' }).click();
  await expect(frameOf(page).getByRole('table', { name: 'Figures by article' })).toBeVisible();
  await expect.poll(async () => (await heightOf(page)) - (await inner(page))).toBe(0);
  expect(await heightOf(page)).toBeGreaterThan(empty);
  // Behind the script that asked for it.
  expect(await page.evaluate(() => [...document.body.children].map((it) => it.localName))).toEqual(['p', 'script', 'iframe', 'p']);
});

test('articles of the host page come into the frame, and the comparison stays there', async ({ page }) => {
  const heard = await open(page, `<div id="reports">${CHILDREN}</div><script src="${LOADER}" data-articles="#reports" data-theme="dark"></script>`);
  await expect(frameOf(page).getByRole('table', { name: 'Figures by article' })).toContainText('15');
  await expect(frameOf(page).locator('.card-name').first()).toHaveText('The Gazette');
  await expect(frameOf(page).locator('casualty-compare')).toHaveAttribute('theme', 'dark');
  await expect.poll(async () => (await heightOf(page)) - (await inner(page))).toBe(0);
  expect(new Set((await heard()).map(({ type }) => type))).toEqual(new Set(['ready', 'height']));
  expect(JSON.stringify(await heard())).not.toContain('killed');
});

test('with data-changes the host hears of the comparison', async ({ page }) => {
  await open(page, `<div id="reports">${CHILDREN}</div><output></output><script>
    document.addEventListener('casualty-compare:change', ({ detail }) => {
      document.querySelector('output').value = detail.rows.length + ' rows';
    });</script><script src="${LOADER}" data-articles="#reports" data-changes></script>`);
  await expect(page.locator('output')).toHaveText('3 rows');
});

test('messages of strangers are left alone on both sides', async ({ page }) => {
  await serve(page, 'https://stranger.example/', DIST, () => ({
    contentType: 'text/html',
    body: `<script>
      const say = (window, data) => window.postMessage({ source: 'casualty-compare', version: 1, ...data }, '*');
      addEventListener('message', () => {
        say(parent, { type: 'height', height: 77 });
        say(parent.frames[0], { type: 'articles', articles: [{ text: 'Ninety people were killed.' }] });
        say(parent, { type: 'done' });
      });
    </script>`,
  }));
  const heard = await open(page, `<div id="reports">${CHILDREN}</div><script src="${LOADER}" data-articles="#reports"></script><iframe id="stranger" src="https://stranger.example/"></iframe>`);
  const frame = page.frameLocator('iframe').first();
  await expect(frame.locator('.table')).toContainText('15');
  await page.evaluate(() => window.frames[1].postMessage('go', '*'));
  await expect.poll(async () => (await heard()).map(({ type }) => type)).toContain('done');
  // What the host itself says comes after what the stranger said.
  await page.evaluate((origin) => {
    const settings = { source: 'casualty-compare', version: 1, type: 'settings', settings: { show: 'table' } };
    window.frames[0].postMessage(settings, origin);
  }, new URL(WIDGETS).origin);
  await expect(frame.locator('.cards')).toBeHidden();
  await expect(frame.locator('.table')).not.toContainText('90');
  expect(await page.locator('iframe').first().evaluate((it) => it.style.height)).not.toBe('77px');
});

test('another window of a known origin is a stranger, and so is another origin in a known window', async ({ page }) => {
  const say = (height: number) =>
    `<script>parent.postMessage({ source: 'casualty-compare', version: 1, type: 'height', height: ${height} }, '*');
      parent.postMessage({ type: 'said ${height}' }, '*');
      parent.frames[0].postMessage({ source: 'casualty-compare', version: 1, type: 'settings', settings: { show: 'table' } }, '*');</script>`;
  await serve(page, 'https://stranger.example/', DIST, () => ({ contentType: 'text/html', body: say(78) }));
  const heard = await open(page, `<script src="${LOADER}"></script>`);
  await expect(frameOf(page).getByRole('button', { name: 'Add article' })).toBeVisible();
  const first = page.locator('iframe').first();
  const sayFrom = async (address: string, html: string) => {
    await serve(page, address, DIST, () => ({ contentType: 'text/html', body: html }));
    await page.evaluate((src) => {
      const other = document.createElement('iframe');
      other.src = src;
      document.body.append(other);
    }, address);
  };
  // The widgets' own site in another frame, for the loader; the host's own site in another frame, for the frame.
  await sayFrom(`${WIDGETS}other/`, say(77));
  await sayFrom(`${HOST}other/`, say(76));
  const types = async () => (await heard()).map(({ type }) => type);
  await expect.poll(types).toEqual(expect.arrayContaining(['said 77', 'said 76']));
  expect(await first.evaluate((it) => it.style.height)).not.toMatch(/^7[67]px$/);
  await expect(page.frameLocator('iframe').first().locator('casualty-compare')).not.toHaveAttribute('show');
  // The loader's own frame, led to another site.
  await first.evaluate((it) => it.setAttribute('src', 'https://stranger.example/'));
  await expect.poll(types).toContain('said 78');
  expect(await first.evaluate((it) => it.style.height)).not.toBe('78px');
});

test('a frame that is told another host than the browser names says nothing', async ({ page }) => {
  const heard = await open(page, `<iframe src="${FRAME}#host=https://other.example" height="500"></iframe>`);
  await frameOf(page).getByRole('button', { name: 'Load example' }).click();
  await expect(frameOf(page).locator('.table')).toBeVisible();
  await page.evaluate((origin) => {
    const articles = [{ text: 'Ninety people were killed.' }];
    window.frames[0].postMessage({ source: 'casualty-compare', version: 1, type: 'articles', articles }, origin);
    const settings = { show: 'table' };
    window.frames[0].postMessage({ source: 'casualty-compare', version: 1, type: 'settings', settings }, origin);
  }, new URL(WIDGETS).origin);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await expect(frameOf(page).locator('.cards')).toBeVisible();
  expect(await heard()).toEqual([]);
});

test('nothing is posted to any origin but the one of the other side', async () => {
  for (const name of ['frame.js', 'loader.js']) {
    const script = readFileSync(join(DIST, 'embed', name), 'utf8').replace(/^\s*\/\/.*$/gm, '');
    expect(script.match(/postMessage\(/g), name).toHaveLength(1);
    expect(script, name).not.toMatch(/['"]\*['"]/);
  }
});

test('a newer frame and a newer host are understood as far as they are known', async ({ page }) => {
  // A frame of a later version, for a loader of this one.
  await open(page, '<main></main>');
  await page.unrouteAll();
  const say = `parent.postMessage({ source: 'casualty-compare', version: 2, type: TYPE, height: 432, more: true }, '${ORIGIN}');`;
  await host(page, {
    body: `<script src="${LOADER}"></script>`,
    change: (path) =>
      path.startsWith('embed/frame.html')
        ? { contentType: 'text/html', body: `<script>${say.replace('TYPE', "'unheard of'")}${say.replace('TYPE', "'height'")}</script>` }
        : undefined,
  });
  await page.goto(HOST);
  await expect(page.locator('iframe')).toHaveCSS('height', '432px');
  // A host of a later version, for a frame of this one.
  await page.unrouteAll();
  await host(page, { body: `<iframe src="${FRAME}" height="700"></iframe>` });
  await page.goto(HOST);
  await expect(frameOf(page).getByRole('button', { name: 'Add article' })).toBeVisible();
  await page.evaluate((origin) => {
    const post = (message: object) => window.frames[0].postMessage({ source: 'casualty-compare', version: 2, ...message }, origin);
    post({ type: 'unheard of' });
    post({ type: 'constructor' });
    post({ type: 'settings', settings: { show: 'table', onclick: 'alert(1)', unheard: 1 } });
    post({ type: 'settings', settings: null });
    post({ type: 'articles', articles: [{ text: 'Ninety people were killed.' }] });
  }, new URL(WIDGETS).origin);
  await expect(frameOf(page).locator('.table')).toContainText('90');
  expect(await frameOf(page).locator('casualty-compare').evaluate((it) => it.getAttributeNames())).toEqual(['show']);
});

test('malformed articles and heights do no harm', async ({ page }) => {
  const heard = await open(page, `<script src="${LOADER}"></script>`);
  await expect(frameOf(page).getByRole('button', { name: 'Add article' })).toBeVisible();
  await page.evaluate((origin) => {
    window.frames[0].postMessage({ source: 'casualty-compare', version: 1, type: 'articles', articles: 'text' }, origin);
  }, new URL(WIDGETS).origin);
  await expect.poll(async () => (await heard()).map(({ code }) => code)).toContain('not_an_array');
  const before = await heightOf(page);
  const frame = page.frames().find((it) => it.url().startsWith(FRAME));
  await frame?.evaluate((origin) => {
    for (const height of ['9', -1, 0, Number.POSITIVE_INFINITY, Number.NaN, 1e9, null, {}]) {
      window.parent.postMessage({ source: 'casualty-compare', version: 1, type: 'height', height }, origin);
    }
    window.parent.postMessage(null, origin);
    window.parent.postMessage({ source: 'casualty-compare', version: 1, type: 'last' }, origin);
  }, ORIGIN);
  await expect.poll(async () => (await heard()).map((data) => data?.type)).toContain('last');
  expect(await heightOf(page)).toBe(before);
});

test('the frame has a policy of its own and asks for nothing after loading', async ({ page }) => {
  await open(page, `<script src="${LOADER}"></script>`);
  await frameOf(page).getByRole('button', { name: 'Load example' }).click();
  await expect(frameOf(page).locator('.table')).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await frameOf(page).getByRole('button', { name: 'Second example' }).click();
  await expect(frameOf(page).locator('.cards > li')).toHaveCount(3);
  expect(asked).toEqual([]);
});
