// Nothing leaves the browser: the policy, the requests, what is stored.
import { expect, test } from '../pages/test.ts';

test('the policy allows the page its own files and nothing else', async ({ desk }) => {
  const policy = await desk.page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  const directives = new Map(
    (policy ?? '').split(';').map((directive) => {
      const [name, ...values] = directive.trim().split(/\s+/);
      return [name, values.sort().join(' ')];
    }),
  );
  expect(directives.get('default-src')).toBe("'none'");
  expect(directives.get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
  expect(directives.get('connect-src')).toBe("'self'");
  expect(directives.get('base-uri')).toBe("'none'");
  expect(directives.get('form-action')).toBe("'none'");
  for (const [name, values] of directives) {
    expect(values, name).toMatch(/^('none'|'self'|'wasm-unsafe-eval'|data:| )+$/);
  }
});

test('a request to another place is refused by the policy', async ({ page }) => {
  // Should the policy ever let it through, it still does not leave this machine.
  await page.route('https://example.org/**', (route) => route.fulfill({ body: 'let through' }));
  await page.goto('./');
  const outcome = await page.evaluate(() => {
    const violated = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective));
    });
    const fetched = fetch('https://example.org/').then(
      () => 'let through',
      () => violated,
    );
    return fetched;
  });
  expect(outcome).toBe('connect-src');
});

test('typing, clicking and loading the examples ask the network for nothing', async ({ desk, requests }) => {
  const card = await desk.addArticle('At least 12 people were killed, the ministry said.');
  await card.text.pressSequentially(' Nine others were injured.');
  await desk.cell('Killed', 'people', 0).click();
  await desk.evidence.getByRole('button', { name: 'Show in the article' }).first().click();
  await desk.page.keyboard.press('Escape');
  await desk.loadExample.click();
  await expect(desk.cards).toHaveCount(4);
  await desk.cell('Killed', 'civilians', 1).click();
  await expect(desk.evidence).toBeVisible();
  await desk.secondExample.click();
  await expect(desk.cards).toHaveCount(3);
  await desk.page.getByRole('button', { name: 'Dark' }).click();
  await desk.card(0).remove.click();
  await expect(desk.cards).toHaveCount(2);
  expect(requests).toEqual([]);
});

test('once loaded the page works without a network', async ({ desk, context }) => {
  await context.setOffline(true);
  await desk.loadExample.click();
  await expect(desk.cell('Killed', 'people', 0)).toContainText('1,000');
  await desk.addArticle('Nine people were killed.');
  await expect(desk.cell('Killed', 'people', 4)).toContainText('9');
});

test('nothing is stored and nothing stands in the address', async ({ desk, context }) => {
  const address = desk.page.url();
  await desk.addArticle('Nine people were killed.');
  await expect(desk.cell('Killed', 'people', 0)).toBeVisible();
  const stored = await desk.page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(stored).toEqual({ local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
  expect(await context.cookies()).toEqual([]);
  expect(desk.page.url()).toBe(address);
});
