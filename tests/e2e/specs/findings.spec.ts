// What the comparison noticed: in sentences, each with its evidence, each to be set aside and brought back.
import type { Desk } from '../pages/desk.ts';
import { expect, test } from '../pages/test.ts';

async function fill(desk: Desk): Promise<void> {
  await desk.addArticle('A ferry sank. Forty-one people were killed, police said.');
  await desk.addArticle('A ferry sank off the coast. Fifty people were killed. Nine were injured.');
  await desk.addArticle('At least 41 people were killed when a ferry sank.');
}

test('a press lights up its claims in the table, the chart and every article, and shows them as evidence', async ({ desk }) => {
  await fill(desk);
  const differ = desk.finding(/^Figures differ/);
  await expect(differ).toContainText('41');
  await expect(differ).toContainText('50');
  await differ.getByRole('button').first().click();
  await expect(desk.card(0).lit).toContainText('Forty-one');
  await expect(desk.card(1).lit).toContainText('Fifty');
  await expect(desk.card(1).lit).not.toContainText('Nine');
  for (const article of [0, 1]) {
    await expect(desk.box('Killed', 'people', article)).toHaveClass(/lit/);
  }
  await expect(desk.page.locator('.bar.lit')).not.toHaveCount(0);
  await expect(desk.box('Injured', 'people', 1)).not.toHaveClass(/lit/);
  const evidence = desk.page.getByRole('region', { name: 'Evidence of Figures differ' });
  await expect(evidence.getByRole('heading', { name: 'Article 1' })).toBeVisible();
  await expect(evidence.getByRole('heading', { name: 'Article 2' })).toBeVisible();
  await expect(evidence).toContainText('police');
  await desk.page.keyboard.press('Escape');
  await expect(evidence).toHaveCount(0);
  await expect(differ.getByRole('button').first()).toBeFocused();
  await expect(desk.card(0).text).toBeVisible();
});

test('the keyboard does the same', async ({ desk }) => {
  await fill(desk);
  const differ = desk.finding(/^Figures differ/);
  await desk.tabTo(differ.getByRole('button').first());
  await desk.page.keyboard.press('Enter');
  await expect(desk.card(1).lit).toContainText('Fifty');
  await expect(desk.page.getByRole('heading', { name: /^Evidence of/ })).toBeFocused();
});

test('a finding is set aside and brought back, and stays so while other things change', async ({ desk }) => {
  await fill(desk);
  const drift = desk.finding(/^Same number, other wording/);
  const all = await desk.findings.getByRole('listitem').count();
  await drift.getByRole('button', { name: /^Set aside/ }).click();
  await expect(desk.asideFold).toHaveText('Set aside (1)');
  await expect(desk.asideFold).toBeFocused();
  await expect(drift).toHaveCount(0);
  await expect(desk.findings.getByRole('listitem')).toHaveCount(all - 1);

  await desk.addArticle('Seventy people were injured.');
  await desk.card(0).up.focus();
  await desk.card(0).down.click();
  await expect(desk.asideFold).toHaveText('Set aside (1)');
  await expect(drift).toHaveCount(0);

  await desk.asideFold.click();
  await expect(drift).toHaveCount(1);
  await drift.getByRole('button', { name: /^Bring back/ }).press('Enter');
  await expect(desk.asideFold).toHaveCount(0);
  await expect(drift.getByRole('button').first()).toBeFocused();
});

test('passages that articles share are lit up in both', async ({ desk }) => {
  const shared =
    'The ferry left the harbour shortly before noon with a full deck and turned over within minutes as the wind rose, ' +
    'witnesses on the pier told the local radio station, which had sent a reporter to the opening of the season.';
  await desk.addArticle(`Forty-one people were killed. ${shared}`);
  await desk.addArticle(`Rescuers searched through the night. ${shared} Forty-one people died.`);
  const copied = desk.finding(/^Shared passages/);
  await copied.getByRole('button').first().click();
  for (const article of [0, 1]) {
    await expect(desk.card(article).marked.locator('mark.passage').first()).toContainText('The ferry left the harbour');
  }
  await expect(desk.page.getByRole('region', { name: /^Evidence of/ })).toContainText('turned over within minutes');
});

test('articles that may be about different events say so first', async ({ desk }) => {
  await desk.addArticle('A fire in Port Selim killed 12 people. Mayor Ines Varga said that it began in Tannery Street. Port Selim lies in Orlan.');
  await desk.addArticle('An earthquake near Ulmen killed 4,000 people. It was felt in Karst and in Belmar, said Tomas Reyl of the Survey in Karst.');
  const first = desk.findings.getByRole('listitem').first();
  await expect(first).toContainText('may not be about the same event');
});

test('one article or none has nothing to notice across articles', async ({ desk }) => {
  await desk.addArticle('Forty-one people were killed.');
  await expect(desk.table).toBeVisible();
  await expect(desk.findings).toHaveCount(0);
});
