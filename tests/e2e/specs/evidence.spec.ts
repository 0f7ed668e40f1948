// From a figure to its words: a click or Enter on a cell lights up what the figure was read from, and nothing else.
import { expect, test } from '../pages/test.ts';

test('a click on a cell lights up its words in the article, with source, scope and rule', async ({ desk }) => {
  const first = await desk.addArticle('A fire broke out.\n\nAt least 12 people were killed, the ministry said. Nine others were injured.');
  const second = await desk.addArticle('Fifteen people were killed.');
  await desk.cell('Killed', 'people', 0).click();
  await expect(first.lit).toHaveCount(1);
  await expect(first.lit).toContainText('At least 12');
  await expect(first.lit).not.toContainText('Nine');
  await expect(second.lit).toHaveCount(0);
  await expect(desk.evidence).toContainText('ministry');
  await expect(desk.evidence).toContainText('whole event');
  await expect(desk.evidence.getByRole('definition').filter({ hasText: /^[a-z0-9-]+$/ }).last()).not.toBeEmpty();
  await expect(desk.cell('Killed', 'people', 0)).toHaveAttribute('aria-expanded', 'true');

  await desk.cell('Killed', 'people', 1).click();
  await expect(second.lit).toContainText('Fifteen');
  await expect(first.lit).toHaveCount(0);
});

test('Enter on a cell does the same, Escape gives the focus back', async ({ desk }) => {
  const card = await desk.addArticle('At least 12 people were killed.');
  const cell = desk.cell('Killed', 'people', 0);
  await cell.focus();
  await desk.page.keyboard.press('Enter');
  await expect(card.lit).toContainText('12');
  await expect(desk.evidence.getByRole('heading')).toBeFocused();
  await desk.page.keyboard.press('Escape');
  await expect(desk.evidence).toHaveCount(0);
  await expect(cell).toBeFocused();
  await expect(card.text).toBeVisible();
});

test('a restated figure is one cell, and each of its mentions lights up', async ({ desk }) => {
  const card = await desk.addArticle('The storm killed 41 people.\n\nOfficials repeated on Monday that 41 people were killed.');
  await desk.cell('Killed', 'people', 0).click();
  await expect(card.lit).toHaveCount(2);
  await expect(desk.evidence.getByRole('button', { name: 'Show in the article' })).toHaveCount(2);
});

const BEFORE: [string, string][] = [
  ['emoji', '🙂🏳️‍🌈🇺🇳 '],
  ['combining marks', 'e\u0301\u0323 n\u0303 '],
  ['curly quotes and dashes', '“Ω” – ’'],
  ['letters beyond the basic plane', '𝟙𝔄𠜎 '],
  ['right-to-left text', 'قُتل الناس في الهجوم. '],
  ['markup', '<script>alert(1)</script><b>'],
];

for (const [what, before] of BEFORE) {
  test(`the right words light up after ${what}`, async ({ desk }) => {
    const card = await desk.addArticle(`${before}\nAt least 1,246 people were killed. The end.`);
    await desk.cell('Killed', 'people', 0).click();
    await expect(card.lit).toHaveCount(1);
    const words = (await card.litWords())[0];
    expect(words.startsWith('At least 1,246'), words).toBe(true);
    expect(words).not.toContain('The end');
    await expect(card.marked).toContainText(before.trim());
  });
}

test('markup in a text is shown as text and never runs', async ({ desk, requests }) => {
  const text = '<script>window.ran = true</script><img src="x" onerror="window.ran = true"> 12 people were killed.';
  const card = await desk.addArticle(text);
  await card.title.fill('<img src=x onerror="window.ran = true">');
  await desk.cell('Killed', 'people', 0).click();
  await expect(card.marked).toContainText('<script>window.ran = true</script>');
  await expect(desk.page.locator('main img, main script')).toHaveCount(0);
  expect(await desk.page.evaluate(() => 'ran' in window)).toBe(false);
  expect(requests).toEqual([]);
});

test('right-to-left text runs from right to left', async ({ desk }) => {
  const card = await desk.addArticle('قُتل الناس في الهجوم\n12 people were killed.');
  await expect(card.text).toHaveCSS('direction', 'rtl');
  await desk.cell('Killed', 'people', 0).click();
  await expect(card.marked.locator('p').first()).toHaveCSS('direction', 'rtl');
  await card.edit.click();
  await card.text.fill('12 people were killed.');
  await expect(card.text).toHaveCSS('direction', 'ltr');
});
