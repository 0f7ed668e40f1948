// Texts that nobody wrote for this page: huge, empty, broken, or meant to do harm.
import type { Card } from '../pages/card.ts';
import type { Desk } from '../pages/desk.ts';
import { expect, test } from '../pages/test.ts';

const FILLER = 'The council of Abrin met again on Tuesday and spoke about the harbour wall for a long time.\n\n';

/// Waiting for a long reading: no claim about its speed, which the benches measure.
const LONG = { timeout: 60_000 };

/// Pastes about so many bytes with the real clipboard: a figure at the beginning, filler, another figure at the end.
async function pasteLong(desk: Desk, card: Card, bytes: number): Promise<void> {
  await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  // Made inside the page, so that megabytes do not stand in the log of every step.
  await desk.page.evaluate(
    ([filler, times]) =>
      navigator.clipboard.writeText(
        `At least 12 people were killed.\n\n${filler.repeat(times)}Nine others were injured.`,
      ),
    [FILLER, Math.ceil(bytes / FILLER.length)] as const,
  );
  await card.text.focus();
  await desk.page.keyboard.press('Control+V');
}

/// Sets the text as an edit does, without sending it key by key.
async function put(card: Card, piece: string, times: number, end: string): Promise<void> {
  await card.area.evaluate(
    (area: HTMLTextAreaElement, [piece, times, end]) => {
      area.value = piece.repeat(times) + end;
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    [piece, times, end] as const,
  );
}

/// The policy refuses what is inline in the clipboard's HTML; that and nothing else is complained about.
function expectRefusalsOnly(faults: string[]): void {
  for (const fault of faults.splice(0)) {
    expect(fault).toMatch(/inline.*Content Security Policy/);
  }
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
  await pasteLong(desk, desk.card(0), 5_000_000);
  await expect(desk.card(0).progress).toHaveCount(0, LONG);
  await expect(desk.cell('Killed', 'people', 0)).toContainText('at least 12');
  await expect(desk.cell('Injured', 'people', 0)).toContainText('9');
  const shown = await desk.page.evaluate(() => (globalThis as unknown as { shown: string[] }).shown.map(Number));
  expect(shown.length).toBeGreaterThan(3);
  expect(shown).toEqual([...shown].sort((a, b) => a - b));
});

test('a long reading shows its progress, leaves the page usable and can be cancelled', async ({ desk }) => {
  test.slow();
  const { page } = desk;
  await desk.addArticle('Fifteen people were killed.');
  await desk.add.click();
  const [first, long] = [desk.card(0), desk.card(1)];

  // From here on the page's pauses end only when the test says so: the reading stands still between two slices.
  await page.evaluate(() => {
    const held: (() => void)[] = [];
    const real = globalThis.setTimeout;
    const gate = {
      step: () => held.splice(0).forEach((go) => go()),
      open: () => {
        globalThis.setTimeout = real;
        gate.step();
      },
    };
    globalThis.setTimeout = ((go: () => void) => held.push(go)) as unknown as typeof setTimeout;
    Object.assign(globalThis, { gate });
  });
  const gate = (what: 'step' | 'open') =>
    page.evaluate((what) => (globalThis as unknown as { gate: Record<string, () => void> }).gate[what](), what);

  await pasteLong(desk, long, 5_000_000);
  await expect(long.progress).toHaveAttribute('aria-valuenow', '0');
  for (let step = 0; step < 8; step += 1) {
    await gate('step');
  }
  await expect(long.progress).not.toHaveAttribute('aria-valuenow', /^(0|100)$/);

  await first.text.fill('Sixteen people were killed.');
  await expect(desk.cell('Killed', 'people', 0)).toContainText('16');
  await expect(long.progress).toBeVisible();

  await long.cancel.click();
  await expect(long.progress).toHaveCount(0);
  await expect(long.root).toContainText('The reading was stopped. The text is kept');
  expect(await long.area.evaluate((area: HTMLTextAreaElement) => area.value.length)).toBeGreaterThan(5_000_000);
  await gate('open');
  await expect(desk.table).not.toContainText('at least 12');

  await long.readIt.click();
  await expect(long.progress).toHaveCount(0, LONG);
  await expect(desk.cell('Killed', 'people', 1)).toContainText('at least 12');
});

test('a text that changes while it is read is read as it is at the end', async ({ desk }) => {
  test.slow();
  await desk.add.click();
  const card = desk.card(0);
  await pasteLong(desk, card, 5_000_000);
  await put(card, '', 0, 'Forty people are missing.');
  await expect(desk.cell('Missing', 'people', 0)).toContainText('40');
  await expect(desk.table).not.toContainText('at least 12');
  await expect(card.progress).toHaveCount(0);
});

test('of HTML on the clipboard the text is taken, and no markup runs', async ({ desk, faults, requests }) => {
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
  expectRefusalsOnly(faults);
});

test('HTML pasted beside the fields becomes an article of its text', async ({ desk, faults }) => {
  await desk.page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/html', '<p>Nine people were <i>killed</i>.</p><script>window.ran = 1</script>');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(desk.cards).toHaveCount(1);
  await expect(desk.card(0).text).toHaveValue('Nine people were killed.');
  expect(await desk.page.evaluate(() => 'ran' in window)).toBe(false);
  expectRefusalsOnly(faults);
});

test('empty text and spaces are no article of the comparison', async ({ desk }) => {
  await desk.addArticle('');
  await desk.addArticle(' \t\n\u00a0\u2003 ');
  const third = await desk.addArticle('Nine people were killed.');
  await expect(third.root).toBeVisible();
  await expect(desk.cards).toHaveCount(3);
  await expect(desk.table.getByRole('columnheader').locator('.column-name')).toHaveCount(1);
});

test('a million digits in a row are no figure and harm nothing', async ({ desk }) => {
  await desk.add.click();
  const card = desk.card(0);
  await put(card, '1234567890', 100_000, ' people were killed.\n\nNine others were injured.');
  await expect(card.progress).toHaveCount(0, LONG);
  await expect(desk.cell('Injured', 'people', 0)).toContainText('9');
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
  await desk.add.click();
  await put(desk.card(0), 'a', 500_000, ' Nine people were killed.');
  await desk.cell('Killed', 'people', 0).click();
  await expect(desk.evidence).toBeVisible();
  const overflow = await desk.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
