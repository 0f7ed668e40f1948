// What was set aside, and why: off until it is asked for, then under the pointer, the keyboard and a screen reader.
import type { Card } from '../pages/card.ts';
import { expect, test } from '../pages/test.ts';

const TEXT =
  'At least 12 people, a 14-year-old boy among them, were killed in 3 houses on 5 May.\n\nThe council met at 6 p.m.';

async function turnOn(card: Card): Promise<void> {
  await card.evidence.click();
  await card.asides.click();
  await expect(card.asides).toHaveAttribute('aria-pressed', 'true');
}

test('the switch has the count, and is off at first', async ({ desk }) => {
  const card = await desk.addArticle(TEXT);
  await expect(card.asides).toHaveCount(0);
  await card.evidence.click();
  await expect(card.asides).toHaveAccessibleName('Show what was set aside (3)');
  await expect(card.asides).toHaveAttribute('aria-pressed', 'false');
  await expect(card.aside('3 houses')).toHaveCount(0);
  await card.asides.click();
  await expect(card.marked.getByRole('button', { name: 'set aside' })).toHaveCount(3);
  await card.asides.click();
  await expect(card.marked.getByRole('button', { name: 'set aside' })).toHaveCount(0);
  await expect(card.marked.locator('mark')).not.toHaveCount(0);
  await expect(card.marked.locator('.aside')).toHaveCount(0);
});

test('a click on a number says why it was set aside, and selects no claim', async ({ desk }) => {
  const card = await desk.addArticle(TEXT);
  await turnOn(card);
  await expect(card.why).toContainText('Point at');
  await card.aside('3 houses').click();
  await expect(card.why).toHaveText('“3 houses”, set aside: things, not people');
  await card.aside('14-year-old').click();
  await expect(card.why).toHaveText('“14-year-old”, set aside: an age');
  await expect(card.why).toHaveCount(1);
  await expect(desk.evidence).toHaveCount(0);
  await expect(desk.page.getByRole('status').filter({ hasText: '14-year-old, set aside: an age' })).toHaveCount(1);
});

test('the keyboard reaches each number, and the focus alone says why', async ({ desk }) => {
  const card = await desk.addArticle(TEXT);
  await turnOn(card);
  await desk.tabTo(card.aside('3 houses'));
  await expect(card.aside('3 houses')).toHaveAccessibleName('3 houses, set aside: things, not people');
  await expect(card.why).toContainText('things, not people');
  await desk.page.keyboard.press('Tab');
  await expect(card.aside('5')).toBeFocused();
  await expect(card.why).toHaveText('“5”, set aside: a date');
  const top = await card.marked.evaluate((element) => element.scrollTop);
  await desk.page.keyboard.press('Space');
  expect(await card.marked.evaluate((element) => element.scrollTop)).toBe(top);
  await expect(desk.page.getByRole('status').filter({ hasText: 'a date' })).toHaveCount(1);
});

test('evidence around a number stays lit while the number says why', async ({ desk }) => {
  const card = await desk.addArticle('A 14-year-old boy was killed.');
  await turnOn(card);
  await desk.cell('Killed', 'boys', 0).click();
  expect(await card.litWords()).toEqual(['A ', '14-year-old', ' boy was killed']);
  await expect(card.aside('14-year-old')).toHaveClass(/lit/);
  await expect(card.marked).toHaveText('A 14-year-old boy was killed.');
  await expect(desk.evidence).toContainText('people, then a verb in the passive');
});

test('an article in which nothing was read says what was set aside', async ({ desk }) => {
  const card = await desk.addArticle('The council killed the bill.');
  await expect(desk.comparison).toContainText('No casualty figure');
  await turnOn(card);
  await card.aside('killed the bill').click();
  await expect(card.why).toHaveText('“killed the bill”, set aside: things, not people');
});

test('without anything set aside there is no switch', async ({ desk }) => {
  const card = await desk.addArticle('Twelve people were killed.');
  await card.evidence.click();
  await expect(card.marked).toBeVisible();
  await expect(card.asides).toHaveCount(0);
});
