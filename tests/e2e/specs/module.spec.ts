// The ES module in a browser: imported from the built package by a page of another's and by its workers.
import { expect, test } from '@playwright/test';

const SENTENCE = 'At least 12 people were killed. 🙂 Nine others were injured.';

/** A page of a host, which knows the package only by its address. */
const HOST = './package/host.html';

async function open(page, policy = "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'") {
  await page.route('**/package/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'Content-Security-Policy': policy },
      body: '<!doctype html><title>A host</title>',
    }),
  );
  await page.goto(HOST);
}

test('a page imports it, and it asks for its own two files and the WebAssembly', async ({ page, baseURL }) => {
  await open(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().replace(`${baseURL}package/`, '')));
  const cut = await page.evaluate(async (text) => {
    const { init, extract } = await import(new URL('index.js', document.baseURI).href);
    await init();
    return extract(text).claims.map(({ mentions: [{ start, end, quote }] }) => [text.slice(start, end), quote]);
  }, SENTENCE);
  expect(cut.length).toBe(2);
  for (const [slice, quote] of cut) expect(slice).toBe(quote);
  expect(asked.sort()).toEqual(['casualty_compare.js', 'casualty_compare_bg.wasm', 'index.js']);
});

test('a worker imports it', async ({ page }) => {
  await page.route('**/package/worker.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `import { init, compare } from './index.js';
        onmessage = async ({ data }) => { await init(); postMessage(compare(data)); };`,
    }),
  );
  await open(page);
  const rows = await page.evaluate(async (text) => {
    const worker = new Worker(new URL('worker.js', document.baseURI), { type: 'module' });
    const answered = new Promise<MessageEvent>((done, fail) => {
      worker.onmessage = done;
      worker.onerror = fail;
    });
    worker.postMessage([{ text }, { text: 'The fire killed 15 people.' }]);
    return (await answered).data.rows.map(({ outcome, verdict }) => `${outcome}: ${verdict}`);
  }, SENTENCE);
  expect(rows).toEqual(['killed: later_count', 'injured: single']);
});

test('a policy that forbids WebAssembly is an error with a code', async ({ page }) => {
  await open(page, "default-src 'self'; script-src 'self' 'unsafe-inline'");
  const outcome = await page.evaluate(async () => {
    const { init } = await import(new URL('index.js', document.baseURI).href);
    return init().then(
      () => 'loaded',
      (error) => `${error instanceof Error} ${error.code}`,
    );
  });
  expect(outcome).toBe('true load_failed');
});

test('a host without the file is an error with a code, and the next call tries again', async ({ page }) => {
  await open(page);
  await page.route('**/casualty_compare_bg.wasm', (route) => route.fulfill({ status: 404, body: 'nothing' }), { times: 1 });
  const outcome = await page.evaluate(async (text) => {
    const { init, extract } = await import(new URL('index.js', document.baseURI).href);
    const code = await init().catch((error) => error.code);
    await init();
    return [code, extract(text).claims.length];
  }, SENTENCE);
  expect(outcome).toEqual(['load_failed', 2]);
});
