// Texts that nobody wrote for this page: huge, empty, broken, or meant to do harm.
import type { Card } from '../pages/card.ts';
import type { Desk } from '../pages/desk.ts';
import { expect, test } from '../pages/test.ts';

const FILLER = 'The council of Abrin met again on Tuesday and spoke about the harbour wall for a long time.\n\n';

/// About five megabytes, with one figure at the beginning and another at the end.
function fiveMegabytes(): string {
  const middle = FILLER.repeat(Math.ceil(5_000_000 / FILLER.length));
  return `At least 12 people were killed.\n\n${middle}Nine others were injured.`;
}

/// Puts the text on the clipboard and pastes it.
async function paste(desk: Desk, card: Card, text: string): Promise<void> {
  await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await desk.page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await card.text.focus();
  await desk.page.keyboard.press('Control+V');
}

test('five megabytes are read in slices, from the first word to the last', async ({ desk }) => {
  test.slow();
  // Every value that the progress bar shows in a frame of its own: frames are drawn while the reading goes on.
  await desk.page.evaluate(() => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    const look = () => {
      const value = document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow');
      if (value !== undefined && value !== null && shown.at(-1) !== value) {
        shown.push(value);
      }
      requestAnimationFrame(look);
    };
    look();
  });
  await desk.add.click();
  await paste(desk, desk.card(0), fiveMegabytes());
  await expect(desk.cell('Killed', 'people', 0)).toContainText('at least 12');
  await expect(desk.cell('Injured', 'people', 0)).toContainText('9');
  await expect(desk.card(0).progress).toHaveCount(0);
  const shown = await desk.page.evaluate(() => (globalThis as unknown as { shown: string[] }).shown.map(Number));
  expect(shown.length).toBeGreaterThan(3);
  expect(shown).toEqual([...shown].sort((a, b) => a - b));
});

test('a long reading shows its progress, leaves the page usable and can be cancelled', async ({ desk }) => {
  test.slow();
  const { page } = desk;
  await page.clock.install();
  await page.reload();
  await desk.addArticle('Fifteen people were killed.');
  await desk.add.click();
  const long = desk.card(1);
  // The page's clock stands still, and with it the pauses between the slices: the reading cannot end by itself.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  await paste(desk, long, fiveMegabytes());
  await expect(long.progress).toHaveAttribute('aria-valuenow', '0');
  await page.clock.runFor(200);
  await expect(long.progress).not.toHaveAttribute('aria-valuenow', '100');

  const first = desk.card(0);
  await first.text.fill('Sixteen people were killed.');
  await expect(desk.cell('Killed', 'people', 0)).toContainText('16');
  await expect(long.progress).toBeVisible();

  await long.cancel.click();
  await expect(long.progress).toHaveCount(0);
  await expect(long.root).toContainText('The reading was stopped. The text is kept');
  expect(await long.text.evaluate((area: HTMLTextAreaElement) => area.value.length)).toBeGreaterThan(5_000_000);
  await page.clock.runFor(10_000);
  await expect(desk.table).not.toContainText('at least 12');

  await page.clock.resume();
  await long.readIt.click();
  await expect(desk.cell('Killed', 'people', 1)).toContainText('at least 12');
});

test('a text that changes while it is read is read as it is at the end', async ({ desk }) => {
  test.slow();
  const card = await desk.addArticle(fiveMegabytes());
  await card.text.fill('Forty people are missing.');
  await expect(desk.cell('Missing', 'people', 0)).toContainText('40');
  await expect(desk.table).not.toContainText('at least 12');
  await expect(card.progress).toHaveCount(0);
});

test('of HTML on the clipboard the text is taken, and no markup runs', async ({ desk, requests }) => {
  await desk.add.click();
  const card = desk.card(0);
  await card.text.evaluate((area) => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      '<h1>Fire</h1><p>At least <b>12</b> people were&nbsp;killed.</p><script>window.ran = 1</script>' +
        '<style>p { color: red }</style><img src="https://example.org/x.png" onerror="window.ran = 1"><ul><li>One<li>Two</ul>',
    );
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(desk.cell('Killed', 'people', 0)).toContainText('at least 12');
  const text = await card.text.inputValue();
  expect(text).toContain('Fire');
  expect(text).not.toMatch(/[<>]|window\.ran|color/);
  expect(text.split('\n').length).toBeGreaterThan(2);
  expect(await desk.page.evaluate(() => 'ran' in window)).toBe(false);
  expect(requests).toEqual([]);
});

test('HTML pasted beside the fields becomes an article of its text', async ({ desk }) => {
  await desk.page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/html', '<p>Nine people were <i>killed</i>.</p><script>window.ran = 1</script>');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(desk.cards).toHaveCount(1);
  await expect(desk.card(0).text).toHaveValue('Nine people were killed.');
  expect(await desk.page.evaluate(() => 'ran' in window)).toBe(false);
});

test('empty text and spaces are no article of the comparison', async ({ desk }) => {
  await desk.addArticle('');
  await desk.addArticle(' \t\n\u00a0\u200b ');
  const third = await desk.addArticle('Nine people were killed.');
  await expect(third.root).toBeVisible();
  await expect(desk.cards).toHaveCount(3);
  await expect(desk.table.getByRole('columnheader').locator('.column-name')).toHaveCount(1);
});

test('a million digits in a row are no figure and harm nothing', async ({ desk }) => {
  const card = await desk.addArticle(`${'1234567890'.repeat(100_000)} people were killed.\n\nNine others were injured.`);
  await expect(desk.cell('Injured', 'people', 0)).toContainText('9');
  await expect(card.progress).toHaveCount(0);
});

test('a number too large to hold is shown as printed', async ({ desk }) => {
  await desk.addArticle('At least 99,999,999,999,999,999,999 people were killed.');
  await expect(desk.cell('Killed', 'people', 0)).toContainText('99,999,999,999,999,999,999');
});

test('lone surrogates are kept out of harm, and the right words light up after them', async ({ desk }) => {
  await desk.add.click();
  const card = desk.card(0);
  await card.text.evaluate((area: HTMLTextAreaElement) => {
    area.value = '\ud83d broken \ude42 At least 12 people were killed.';
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await desk.cell('Killed', 'people', 0).click();
  await expect(card.lit).toHaveCount(1);
  expect((await card.litWords())[0].startsWith('At least 12')).toBe(true);
});

test('binary rubbish is a text like any other', async ({ desk }) => {
  const rubbish = Array.from({ length: 4096 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join('');
  const card = await desk.addArticle(`${rubbish}\n\nNine people were killed.`);
  await expect(desk.cell('Killed', 'people', 0)).toContainText('9');
  await desk.cell('Killed', 'people', 0).click();
  await expect(card.lit).toContainText('Nine');
});

test('one word of half a megabyte does not widen the page', async ({ desk }) => {
  await desk.addArticle(`${'a'.repeat(500_000)} Nine people were killed.`);
  await desk.cell('Killed', 'people', 0).click();
  await expect(desk.evidence).toBeVisible();
  const overflow = await desk.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
