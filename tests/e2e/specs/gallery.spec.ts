// The gallery, and every snippet of docs/embedding.md as a reader would copy it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../pages/hosts.ts';
import { expect, test } from '../pages/test.ts';
import { WIDGETS, open } from '../pages/widget.ts';

test.beforeEach(({ page, faults }) => {
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      faults.push(`${message.type()}: ${message.text()}`);
    }
  });
});

for (const name of ['plain', 'hostile', 'strict', 'dark']) {
  test(`gallery: ${name}`, async ({ page }) => {
    await page.goto('./gallery/');
    await page.locator(`a[href="${name}.html"]`).click();
    const element = page.locator('casualty-compare');
    const table = element.getByRole('table', { name: 'Figures by article' });
    await expect(table).toContainText('The Harbour Gazette');
    await expect(table.getByRole('rowheader', { name: 'Killed' })).toBeVisible();
    await expect(element.locator('.chart-svg').first()).toBeVisible();
    await table.getByRole('button').first().click();
    await expect(element.locator('#evidence')).toContainText('12 people were killed');
  });
}

test('gallery: frame', async ({ page }) => {
  await page.goto('./gallery/frame.html');
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('table', { name: 'Figures by article' })).toContainText('The Harbour Gazette');
  await expect(frame.locator('.cards > li')).toHaveCount(2);
});

const SNIPPETS = [...readFileSync(join(ROOT, 'docs/embedding.md'), 'utf8').matchAll(/```html\n([^]*?)```/g)].map(
  ([, html]) => html.replaceAll('https://example.org/casualty-compare/', WIDGETS),
);

test('docs/embedding.md has its snippets', () => {
  expect(SNIPPETS).toHaveLength(7);
});

for (const [index, html] of SNIPPETS.entries()) {
  test(`docs/embedding.md: snippet ${index + 1}`, async ({ page }) => {
    await open(page, { body: html });
    const at = html.includes('<casualty-compare') ? page : page.frameLocator('iframe');
    const [, text] = /(At least 12 people were killed)/.exec(html) ?? [];
    if (text === undefined) {
      await at.getByRole('button', { name: 'Load example' }).click();
    }
    await expect(at.getByRole('table', { name: 'Figures by article' })).toContainText(text === undefined ? '1,000' : '12');
    if (html.includes('<output')) {
      await expect(page.locator('output')).toHaveText('12');
    }
    if (html.includes('::part(footer)')) {
      await expect(page.locator('casualty-compare .footer')).toBeHidden();
    }
  });
}
