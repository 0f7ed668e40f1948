// <casualty-compare> on other sites: articles in, events out, moved and removed, hostile hosts, files that do not come.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { note } from '../pages/events.ts';
import { DIST, serve } from '../pages/hosts.ts';
import { expect, test } from '../pages/test.ts';
import { CHILDREN, HOST, SCRIPT, WIDGETS, Widget, open } from '../pages/widget.ts';

const READER = readdirSync(join(DIST, 'embed')).find((name) => name.endsWith('.wasm')) ?? '';
const ELEMENT = `<casualty-compare>${CHILDREN}</casualty-compare>`;

/// The element as its own script describes it.
type Element = HTMLElement & {
  articles: unknown;
  comparison: { articles: { claims: { mentions: { start: number; end: number; quote: string }[] }[] }[] } | null;
};

/// What the page complains about: breaches of a policy among it.
test.beforeEach(({ page, faults }) => {
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      faults.push(`${message.type()}: ${message.text()}`);
    }
  });
});

test.describe('articles', () => {
  test('children are read, and the host hears of it', async ({ page }) => {
    const noted = await note(page);
    const { desk, element } = await open(page, { body: ELEMENT + SCRIPT });
    await expect(desk.cell('Killed', 'people', 0)).toContainText('12');
    await expect(desk.cell('Killed', 'people', 1)).toContainText('15');
    await expect(desk.card(0).outlet).toHaveValue('The Gazette');
    await expect(desk.card(0).root.getByRole('textbox', { name: 'Date' })).toHaveValue('2026-03-04');
    const [ready, change] = await noted();
    expect(ready).toMatchObject({ name: 'ready', detail: { version: expect.stringMatching(/^\d+\.\d+\.\d+/) } });
    expect(change.name).toBe('change');
    expect(change.detail).toEqual(await element.evaluate((it: Element) => it.comparison));
    expect(Object.keys(change.detail)).toEqual(['articles', 'rows', 'findings']);
    expect(JSON.parse(JSON.stringify(change.detail))).toEqual(change.detail);
  });

  test('the comparison slices the JavaScript string', async ({ page }) => {
    const text = '🙂 “At least 12 people were killed,” the ministry said.';
    const { element } = await open(page, { body: `<casualty-compare></casualty-compare>${SCRIPT}` });
    await expect(element.getByRole('button', { name: 'Add article' })).toBeVisible();
    const [{ start, end, quote }] = await element.evaluate((it: Element, articles) => {
      it.articles = articles;
      return it.comparison?.articles[0].claims[0].mentions ?? [];
    }, [{ text }]);
    expect(text.slice(start, end)).toBe(quote);
    expect(quote).toContain('12 people were killed');
  });

  test('a property set before the script has run counts', async ({ page }) => {
    const body = `<casualty-compare></casualty-compare>
      <script>document.querySelector('casualty-compare').articles = [{ text: 'Nine people were killed.', outlet: 'Early' }];</script>${SCRIPT}`;
    const { desk } = await open(page, { body });
    await expect(desk.cell('Killed', 'people', 0)).toContainText('9');
    await expect(desk.card(0).name).toHaveText('Early');
  });

  test('none: the visitor pastes, and the host hears of every change', async ({ page }) => {
    const noted = await note(page);
    const { desk, texts } = await open(page, { body: `<casualty-compare></casualty-compare>${SCRIPT}` }).then((widget) => ({
      desk: widget.desk,
      texts: () => widget.texts(),
    }));
    await desk.addArticle('Nine people were killed.');
    await expect(desk.cell('Killed', 'people', 0)).toContainText('9');
    expect(await texts()).toEqual(['Nine people were killed.']);
    const changes = (await noted()).filter(({ name }) => name === 'change');
    expect(JSON.stringify(changes.at(-1)?.detail)).toContain('Nine people were killed');
  });

  test('children that change replace the articles', async ({ page }) => {
    const { desk, element } = await open(page, { body: ELEMENT + SCRIPT });
    await expect(desk.cards).toHaveCount(2);
    await element.evaluate((it) => it.insertAdjacentHTML('beforeend', '<article><p>Twenty people were killed.</p></article>'));
    await expect(desk.cell('Killed', 'people', 2)).toContainText('20');
  });

  test('a thousand articles are all there', async ({ page }) => {
    // Each has a card and a column: a minute of a busy machine.
    test.setTimeout(180_000);
    const { element } = await open(page, { body: `<casualty-compare></casualty-compare>${SCRIPT}` });
    await expect(element.getByRole('button', { name: 'Add article' })).toBeVisible();
    const drawn = await element.evaluate(async (it: Element) => {
      const text = (index: number) => `At least ${index + 10} people were killed, police said.`;
      it.articles = Array.from({ length: 1000 }, (_, index) => ({ text: text(index), outlet: `Outlet ${index + 1}` }));
      await new Promise(requestAnimationFrame);
      const count = (selector: string) => it.shadowRoot?.querySelectorAll(selector).length;
      return [count('.card'), count('.table thead th'), it.comparison?.articles.length];
    });
    // A column for the row's name, one for each article, one across them.
    expect(drawn).toEqual([1000, 1002, 1000]);
  });

  test('two hundred articles are compared, and the page answers', async ({ page }) => {
    test.setTimeout(90_000);
    const { desk, element } = await open(page, { body: `<casualty-compare></casualty-compare>${SCRIPT}` });
    await expect(desk.add).toBeVisible();
    await element.evaluate((it: Element) => {
      const text = (index: number) => `ULMEN, 4 May 2025 - At least ${index + 1000} people were killed in Ulmen, police said.`;
      it.articles = Array.from({ length: 200 }, (_, index) => ({ text: text(index), outlet: `Outlet ${index + 1}` }));
    });
    await expect(desk.cell('Killed', 'people', 199)).toContainText('1,199');
    await desk.card(0).text.fill('Nine people were killed in Ulmen.');
    await expect(desk.cell('Killed', 'people', 0)).toContainText('9');
    const finding = desk.finding(/^Figures differ/);
    expect((await finding.innerText()).length).toBeLessThan(600);
    await finding.getByRole('button').first().click();
    await expect(element.locator('#evidence')).toBeVisible();
    await page.keyboard.press('Escape');
    await desk.card(199).remove.click();
    await expect(desk.cards).toHaveCount(199);
  });

  for (const [what, value, code] of [
    ['no array', 'text', 'not_an_array'],
    ['a null', [null], 'not_an_article'],
    ['an article whose text is a number', [{ text: 12 }], 'not_an_article'],
    ['a title that is an object', [{ text: 'Nine were killed.', title: {} }], 'not_an_article'],
  ] as const) {
    test(`${what} is refused with a code and changes nothing`, async ({ page, faults }) => {
      const noted = await note(page);
      const widget = await open(page, { body: ELEMENT + SCRIPT });
      await expect(widget.desk.cards).toHaveCount(2);
      await widget.element.evaluate((it: Element, articles) => {
        it.articles = articles;
      }, value as unknown);
      const errors = (await noted()).filter(({ name }) => name === 'error');
      expect(errors).toMatchObject([{ detail: { code } }]);
      await expect(widget.desk.cards).toHaveCount(2);
      expect(faults.splice(0)).toEqual([expect.stringContaining('<casualty-compare>')]);
    });
  }
});

test.describe('attributes', () => {
  test('show leaves the parts that are named', async ({ page }) => {
    const { desk, element } = await open(page, { body: `<casualty-compare show="table, findings">${CHILDREN}</casualty-compare>${SCRIPT}` });
    await expect(desk.table).toBeVisible();
    await expect(element.locator('[part=findings]')).toContainText('differ');
    await expect(element.locator('.charts')).toBeHidden();
    await expect(desk.cards.first()).toBeHidden();
    await element.evaluate((it) => it.setAttribute('show', 'chart'));
    await expect(element.locator('.charts')).toBeVisible();
    await expect(desk.table).toBeHidden();
    await expect(element.locator('[part=findings]')).toBeHidden();
    await expect(element.getByText('Which reading?')).toBeHidden();
    await element.evaluate((it) => it.setAttribute('show', 'everything <b>'));
    await expect(desk.table).toBeVisible();
    await expect(desk.cards.first()).toBeVisible();
  });

  test('readonly shows the evidence and nothing that changes it', async ({ page }) => {
    const { desk, element } = await open(page, { body: `<casualty-compare readonly>${CHILDREN}</casualty-compare>${SCRIPT}` });
    await expect(desk.card(0).marked).toBeVisible();
    await expect(desk.add).toBeHidden();
    await expect(element.getByRole('textbox')).toHaveCount(0);
    await expect(desk.card(0).remove).toBeHidden();
    // What the fields hold is told as text.
    await expect(desk.card(0).name).toHaveText('The Gazette');
    await expect(desk.card(0).root.getByText('Ferry sinks', { exact: true })).toBeVisible();
    await expect(desk.card(0).root.getByText('2026-03-04')).toBeVisible();
    await element.evaluate((it) => it.removeAttribute('readonly'));
    await expect(desk.card(0).root.getByRole('textbox', { name: 'Title' })).toHaveValue('Ferry sinks');
    await expect(desk.card(0).root.getByText('Ferry sinks', { exact: true })).toHaveCount(0);
    await element.evaluate((it) => it.setAttribute('readonly', ''));
    await desk.cell('Killed', 'people', 0).click();
    await expect(desk.evidence).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(element.getByRole('textbox')).toHaveCount(0);
  });

  test('theme chooses the colours, and auto is as the host has it', async ({ page }) => {
    const { element } = await open(page, {
      head: '<style>:root { color-scheme: dark }</style>',
      body: ELEMENT + SCRIPT,
    });
    const ground = () => element.locator('.page').evaluate((it) => getComputedStyle(it).backgroundColor);
    await expect(element.locator('.cards')).toBeVisible();
    const dark = await ground();
    await element.evaluate((it) => it.setAttribute('theme', 'light'));
    const light = await ground();
    expect(light).not.toBe(dark);
    await element.evaluate((it) => it.setAttribute('theme', 'DARK '));
    expect(await ground()).toBe(dark);
    await element.evaluate((it) => it.setAttribute('theme', 'no such'));
    expect(await ground()).toBe(dark);
    await element.evaluate((it) => (it.style.colorScheme = 'light'));
    expect(await ground()).toBe(light);
  });

  test('height bounds the element, and what is no height does nothing', async ({ page }) => {
    const { element } = await open(page, { body: `<casualty-compare height="400">${CHILDREN}</casualty-compare>${SCRIPT}` });
    await expect(element.locator('.cards')).toBeVisible();
    const height = () => element.evaluate((it) => it.getBoundingClientRect().height);
    expect(await height()).toBe(400);
    await element.evaluate((it) => it.setAttribute('height', '20em'));
    expect(await height()).toBe(320);
    for (const none of ['expression(1)', '-5', '1px; color: red', '']) {
      await element.evaluate((it, value) => it.setAttribute('height', value), none);
      expect(await height(), none).toBeGreaterThan(600);
    }
  });

  test('custom properties and parts style it from outside', async ({ page }) => {
    const head = `<style>casualty-compare { --cc-accent: rgb(1, 2, 3) } casualty-compare::part(table) { border-color: rgb(4, 5, 6) }</style>`;
    const { desk, element } = await open(page, { head, body: ELEMENT + SCRIPT });
    await expect(desk.table).toBeVisible();
    expect(await desk.add.evaluate((it) => getComputedStyle(it).backgroundColor)).toBe('rgb(1, 2, 3)');
    expect(await element.locator('.table-frame').evaluate((it) => getComputedStyle(it).borderTopColor)).toBe('rgb(4, 5, 6)');
    for (const part of ['articles', 'comparison', 'findings', 'table', 'chart', 'footer']) {
      await expect(element.locator(`[part=${part}]`), part).toBeVisible();
    }
  });
});

test('a fault in the midst of work is told to the host', async ({ page, faults }) => {
  const noted = await note(page);
  const { desk } = await open(page, { body: ELEMENT + SCRIPT });
  await expect(desk.table).toBeVisible();
  await page.evaluate(() => {
    const broken = () => {
      throw new Error('broken by the test');
    };
    Object.assign(Document.prototype, { createElement: broken });
    Object.assign(Node.prototype, { cloneNode: broken });
  });
  await desk.add.click();
  const errors = async () => (await noted()).filter(({ name }) => name === 'error');
  await expect.poll(errors).not.toEqual([]);
  expect((await errors())[0].detail).toMatchObject({ code: 'internal', message: expect.stringContaining('panicked') });
  expect(faults.splice(0).join()).toContain('<casualty-compare>: panicked');
});

test.describe('coming and going', () => {
  test('several share one reader', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open(page, { body: ELEMENT + ELEMENT + ELEMENT + SCRIPT });
    await expect(page.locator('casualty-compare .table')).toHaveCount(3);
    expect(asked.filter((address) => address.endsWith('.wasm'))).toHaveLength(1);
    const second = new Widget(page, page.locator('casualty-compare').nth(1));
    await second.element.locator('.card textarea').first().fill('Ninety people were killed.');
    await expect(second.element.locator('.table')).toContainText('90');
    await expect(page.locator('casualty-compare').first().locator('.table')).not.toContainText('90');
  });

  test('a move keeps what the visitor wrote, and the very same page', async ({ page }) => {
    const { desk, element } = await open(page, { body: `<div id="a"><casualty-compare></casualty-compare></div><div id="b"></div>${SCRIPT}` });
    const card = await desk.addArticle('Nine people were killed.');
    await element.evaluate((it) => {
      it.shadowRoot?.querySelector('.page')?.setAttribute('data-same', 'yes');
      document.querySelector('#b')?.append(it);
    });
    await expect(card.text).toHaveValue('Nine people were killed.');
    await expect(element.locator('[data-same=yes]')).toHaveCount(1);
    await card.text.fill('Ten people were killed.');
    await expect(desk.cell('Killed', 'people', 0)).toContainText('10');
  });

  test('removed and put back later, it has the texts again', async ({ page }) => {
    const { desk, element } = await open(page, { body: `<main>${ELEMENT}</main>${SCRIPT}` });
    await desk.card(0).text.fill('Ninety people were killed.');
    await expect(desk.cell('Killed', 'people', 0)).toContainText('90');
    const handle = await element.elementHandle();
    await handle?.evaluate((it) => it.remove());
    // The page in it is gone by the next frame.
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await handle?.evaluate((it) => it.shadowRoot?.querySelector('.page'))).toBeNull();
    await handle?.evaluate((it) => document.querySelector('main')?.append(it));
    await expect(desk.cell('Killed', 'people', 0)).toContainText('90');
    await expect(desk.card(0).outlet).toHaveValue('The Gazette');
  });

  test('removed while the reader loads, it comes to nothing, and works when put back', async ({ page }) => {
    const noted = await note(page);
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const asked = page.waitForRequest(/\.wasm$/);
    await open(page, {
      body: `<main>${ELEMENT}</main>${ELEMENT}${SCRIPT}`,
      change: async (path) => (path.endsWith('.wasm') ? held.then(() => undefined) : undefined),
    });
    await asked;
    const removed = await page.locator('main casualty-compare').elementHandle();
    await removed?.evaluate((it) => it.remove());
    goOn();
    // The other one shares the reader: when it has started, the removed one would have, too.
    await expect(page.locator('casualty-compare .table')).toBeVisible();
    expect((await noted()).map(({ name }) => name)).toEqual(['ready', 'change']);
    expect(await removed?.evaluate((it) => it.shadowRoot?.querySelector('.page'))).toBeNull();
    await removed?.evaluate((it) => document.querySelector('main')?.append(it));
    await expect(page.locator('main casualty-compare .table')).toContainText('15');
    expect((await noted()).filter(({ name }) => name === 'ready')).toHaveLength(2);
  });

  test('forty times added and removed, nothing stays behind', async ({ page }) => {
    await open(page, { body: `<main></main>${ELEMENT}${SCRIPT}` });
    await expect(page.locator('casualty-compare .table')).toBeVisible();
    const session = await page.context().newCDPSession(page);
    const counts = async () => {
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
      return { nodes, jsEventListeners };
    };
    const round = (times: number) =>
      page.evaluate(async ([html, rounds]) => {
        const main = document.querySelector('main') as HTMLElement;
        for (let turn = 0; turn < rounds; turn += 1) {
          const ready = new Promise((resolve) => main.addEventListener('casualty-compare:ready', resolve, { once: true }));
          main.innerHTML = html;
          await ready;
          // The page draws, and what it asked the browser for comes back.
          await new Promise(requestAnimationFrame);
          await new Promise(requestAnimationFrame);
          main.replaceChildren();
          await new Promise(requestAnimationFrame);
        }
      }, [ELEMENT, times] as const);
    await round(10);
    const before = await counts();
    await round(40);
    const after = await counts();
    // One page holds several hundred nodes and listeners; what is left is the noise of the browser.
    expect(after.nodes - before.nodes).toBeLessThan(300);
    expect(after.jsEventListeners - before.jsEventListeners).toBeLessThan(30);
  });

  test('the script twice, and from two places, defines it once', async ({ page }) => {
    await serve(page, 'https://mirror.example/', DIST);
    const twice = `${SCRIPT}<script type="module" src="${WIDGETS}embed/casualty-compare.js?again"></script><script type="module" src="https://mirror.example/embed/casualty-compare.js"></script>`;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const { desk } = await open(page, { body: ELEMENT + twice });
    await expect(desk.cell('Killed', 'people', 0)).toContainText('12');
    await expect(desk.cards).toHaveCount(2);
    expect(asked.filter((address) => address.endsWith('.wasm'))).toHaveLength(1);
  });
});

test.describe('hostile hosts', () => {
  /// Where the parts of the element stand, and in which type, apart from where the element itself stands.
  const looks = (widget: Widget) =>
    widget.element.evaluate((element) => {
      const root = element.shadowRoot as ShadowRoot;
      const { left, top } = element.getBoundingClientRect();
      // The notice follows the window, and is empty here.
      return [...root.querySelectorAll('.page :not(.notice-place)')]
        .filter((it) => it instanceof HTMLElement && it.getClientRects().length > 0)
        .map((it) => {
          const box = it.getBoundingClientRect();
          const { fontFamily, fontSize, fontStyle, fontWeight, lineHeight } = getComputedStyle(it);
          const { color, backgroundColor, textAlign, letterSpacing, textTransform } = getComputedStyle(it);
          const place = [box.left - left, box.top - top, box.width, box.height].map((length) => Math.round(length * 10) / 10);
          const type = `${fontStyle} ${fontWeight} ${fontSize}/${lineHeight} ${fontFamily} ${letterSpacing} ${textTransform}`;
          return `${it.className} ${place} ${type} ${color} ${backgroundColor} ${textAlign}`;
        });
    });

  const WIDE = 'casualty-compare { width: 1200px }';
  for (const [name, css] of [
    ['unsets everything', `${WIDE} * { all: unset !important } casualty-compare { width: 1200px !important }`],
    ['resets and restyles every tag', `${WIDE} *, *::before { margin: 20px; padding: 9px; box-sizing: content-box; line-height: 3; float: right }
      casualty-compare { margin: 0; padding: 0; float: none } button, table, td, h2, p { display: inline; background: red !important; font: 30px fantasy !important }`],
    ['sets fonts, sizes and directions for all', `${WIDE} html { font-size: 62.5% } body { font: italic 30px/3 fantasy; letter-spacing: 5px; text-transform: uppercase; text-align: right;
      color: red; direction: rtl; word-spacing: 9px; visibility: visible; cursor: none; white-space: pre } body { writing-mode: horizontal-tb }`],
  ] as const) {
    test(`a host that ${name} changes nothing in it`, async ({ page }) => {
      const plain = await open(page, { head: `<style>${WIDE}</style>`, body: ELEMENT + SCRIPT });
      await expect(plain.desk.table).toBeVisible();
      await expect(plain.element.locator('.chart-svg').first()).toBeVisible();
      const expected = await looks(plain);
      await page.unrouteAll();
      const hostile = await open(page, { head: `<style>${css}</style>`, body: ELEMENT + SCRIPT });
      await expect(hostile.desk.table).toBeVisible();
      await expect(hostile.element.locator('.chart-svg').first()).toBeVisible();
      expect(await looks(hostile)).toEqual(expected);
    });
  }

  test('overridden prototypes and a patched fetch', async ({ page }) => {
    const noted = await note(page);
    const head = `<script>
      Array.prototype.toJSON = function () { return 'broken'; };
      Object.prototype.title = 'Polluted';
      Object.prototype.outlet = 5;
      Object.prototype.toJSON = function () { return 'broken'; };
      Array.prototype.contains = function () { return true; };
      String.prototype.toJSON = function () { return 'broken'; };
      const { fetch } = window;
      window.fetch = async (...words) => {
        const { ok, status, headers, url } = await fetch(...words);
        const bytes = await (await fetch(...words)).arrayBuffer();
        return { ok, status, headers, url, arrayBuffer: async () => bytes };
      };
    </script>`;
    const body = `<casualty-compare></casualty-compare>${SCRIPT}<script>
      document.querySelector('casualty-compare').articles = [{ text: 'Nine people were killed.' }, { text: 'Ten people were killed.' }];</script>`;
    const { desk } = await open(page, { head, body });
    await expect(desk.cell('Killed', 'people', 0)).toContainText('9');
    await expect(desk.cell('Killed', 'people', 1)).toContainText('10');
    await expect(desk.card(0).title).toHaveValue('');
    expect((await noted()).map(({ name }) => name)).toEqual(['ready', 'change']);
  });

  test('a strict policy: what docs/embedding.md names is enough', async ({ page }) => {
    const policy = `default-src 'none'; script-src ${WIDGETS} 'wasm-unsafe-eval'; connect-src ${WIDGETS}; img-src data:; base-uri 'none'; form-action 'none'`;
    const { desk } = await open(page, { headers: { 'content-security-policy': policy }, body: ELEMENT + SCRIPT });
    await desk.cell('Killed', 'people', 0).click();
    await expect(desk.evidence).toBeVisible();
    expect(await desk.add.evaluate((it) => getComputedStyle(it).backgroundColor)).not.toBe('rgba(0, 0, 0, 0)');
  });

  test('the host is left as it was', async ({ page }) => {
    await page.addInitScript(() => {
      const held: string[] = [];
      Object.defineProperty(window, 'held', { value: held, enumerable: false });
      for (const target of [window, document, document.documentElement].filter(Boolean)) {
        const { addEventListener, removeEventListener } = target;
        const name = target === window ? 'window' : 'document';
        target.addEventListener = (...words: Parameters<typeof addEventListener>) => {
          if (new Error().stack?.includes('embed/casualty-compare')) {
            held.push(`${name} ${words[0]}`);
          }
          addEventListener.apply(target, words);
        };
        target.removeEventListener = (...words: Parameters<typeof removeEventListener>) => {
          held.splice(held.indexOf(`${name} ${words[0]}`), 1);
          removeEventListener.apply(target, words);
        };
      }
      Object.defineProperty(window, 'globalsBefore', { value: Object.getOwnPropertyNames(window), enumerable: false });
    });
    const { desk, element } = await open(page, { head: '<style>p { color: red }</style>', body: `<p>Host</p>${ELEMENT}${SCRIPT}` });
    await expect(desk.table).toBeVisible();
    await desk.cell('Killed', 'people', 0).click();
    const outer = await element.evaluate((it) => it.cloneNode(true)).then(() =>
      page.evaluate(() => ({
        held: (window as unknown as { held: string[] }).held,
        globals: Object.getOwnPropertyNames(window).filter(
          (name) => !(window as unknown as { globalsBefore: string[] }).globalsBefore.includes(name),
        ),
        sheets: document.styleSheets.length,
        adopted: document.adoptedStyleSheets.length,
        head: document.head.children.length,
        attributes: document.querySelector('casualty-compare')?.getAttributeNames(),
        title: document.title,
        prevented: !window.dispatchEvent(new Event('beforeunload', { cancelable: true })),
      })),
    );
    expect(outer).toEqual({
      held: [],
      globals: ['globalsBefore'],
      sheets: 1,
      adopted: 0,
      head: 4,
      attributes: [],
      title: 'Newsroom',
      prevented: false,
    });
  });

  test('a paste elsewhere on the host stays there, one in the element becomes an article', async ({ page }) => {
    const { desk, element } = await open(page, { body: `<p id="host">Host</p><casualty-compare></casualty-compare>${SCRIPT}` });
    await expect(desk.add).toBeVisible();
    const paste = (target: 'host' | 'element') =>
      page.evaluate((where) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', 'Nine people were killed.');
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true });
        const root = document.querySelector('casualty-compare')?.shadowRoot;
        const at = where === 'host' ? document.querySelector('#host') : root?.querySelector('.comparison');
        return !at?.dispatchEvent(event);
      }, target);
    expect(await paste('host')).toBe(false);
    await expect(desk.cards).toHaveCount(0);
    expect(await paste('element')).toBe(true);
    await expect(element.locator('.table')).toContainText('9');
  });
});

test.describe('files that do not come', () => {
  const reader = readFileSync(join(DIST, 'embed', READER));
  const missing = [
    ['is not there', 'wasm_not_found', { status: 404, body: 'no such file', headers: { 'access-control-allow-origin': '*' } }],
    ['cannot be reached', 'wasm_unreachable', null],
    ['may not be read by this site', 'wasm_unreachable', { body: reader, headers: { 'access-control-allow-origin': 'https://other.example' } }],
    ['was changed', 'wasm_changed', { body: '<!doctype html>', contentType: 'text/html', headers: { 'access-control-allow-origin': '*' } }],
  ] as const;
  for (const [what, code, answer] of missing) {
    test(`a reader that ${what} is said in place and to the host`, async ({ page, faults }) => {
      const noted = await note(page);
      const { element } = await open(page, {
        body: ELEMENT + SCRIPT,
        change: (path) => (path.endsWith('.wasm') ? (answer as never) : undefined),
      });
      await expect(element.getByRole('alert')).toContainText('The comparison cannot be shown here.');
      // The articles that stand in the host page are there to be read.
      await expect(page.getByText('The toll has risen to 15 dead')).toBeVisible();
      expect(await noted()).toMatchObject([{ name: 'error', detail: { code } }]);
      faults.splice(0);
    });
  }

  test('a reader of another media type is read all the same', async ({ page }) => {
    const { desk } = await open(page, {
      body: ELEMENT + SCRIPT,
      change: (path) =>
        path.endsWith('.wasm')
          ? { body: reader, contentType: 'text/plain', headers: { 'access-control-allow-origin': '*' } }
          : undefined,
    });
    await expect(desk.cell('Killed', 'people', 0)).toContainText('12');
  });

  test('a policy that forbids WebAssembly is named, and nothing is fetched', async ({ page, faults }) => {
    const noted = await note(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const { element } = await open(page, {
      headers: { 'content-security-policy': `script-src ${WIDGETS}` },
      body: ELEMENT + SCRIPT,
    });
    await expect(element.getByRole('alert')).toContainText("'wasm-unsafe-eval'");
    expect(await noted()).toMatchObject([{ name: 'error', detail: { code: 'wasm_forbidden' } }]);
    expect(asked.filter((address) => address.endsWith('.wasm'))).toEqual([]);
    faults.splice(0);
  });

  test('after a failure the next element tries again', async ({ page, faults }) => {
    let cut = true;
    const { desk, element } = await open(page, {
      body: `<main>${ELEMENT}</main>${SCRIPT}`,
      change: (path) => (cut && path.endsWith('.wasm') ? null : undefined),
    });
    await expect(element.getByRole('alert')).toBeVisible();
    faults.splice(0);
    cut = false;
    await page.evaluate((html) => {
      const main = document.querySelector('main') as HTMLElement;
      main.innerHTML = html;
    }, ELEMENT);
    await expect(desk.cell('Killed', 'people', 0)).toContainText('12');
  });

  test('nothing is asked for after loading', async ({ page }) => {
    const { desk } = await open(page, { body: ELEMENT + SCRIPT });
    await expect(desk.table).toBeVisible();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await desk.loadExample.click();
    await desk.cell('Killed', 'civilians', 1).click();
    await expect(desk.evidence).toBeVisible();
    expect(asked).toEqual([]);
    expect(page.url()).toBe(HOST);
  });
});
