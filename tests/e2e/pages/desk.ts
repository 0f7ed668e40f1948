// The page as a reader uses it: what can be seen and pressed, by role and name.
import { expect, type Locator, type Page } from '@playwright/test';
import { Card } from './card.ts';

export class Desk {
  readonly page: Page;
  readonly add: Locator;
  readonly loadExample: Locator;
  readonly secondExample: Locator;
  readonly cards: Locator;
  readonly comparison: Locator;
  readonly table: Locator;
  readonly evidence: Locator;
  readonly notice: Locator;
  readonly findings: Locator;
  /// The button that unfolds what was set aside.
  readonly asideFold: Locator;

  constructor(page: Page) {
    this.page = page;
    this.add = page.getByRole('button', { name: 'Add article' });
    this.loadExample = page.getByRole('button', { name: 'Load example' });
    this.secondExample = page.getByRole('button', { name: 'Second example' });
    this.cards = page.getByRole('region', { name: 'Articles' }).locator('.cards > li');
    this.comparison = page.getByRole('region', { name: 'Comparison' });
    this.table = page.getByRole('table', { name: 'Figures by article' });
    this.evidence = page.getByRole('region', { name: /^Evidence in .*/ }).and(page.locator('#evidence'));
    this.findings = page.getByRole('region', { name: 'Findings' });
    this.asideFold = this.findings.getByRole('button', { name: /^Set aside \(/ });
    this.notice = page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Undo' }) });
  }

  async open(): Promise<void> {
    await this.page.goto('./');
    await expect(this.add).toBeVisible();
  }

  card(place: number): Card {
    return new Card(this.cards.nth(place));
  }

  /// Adds an article with this text and returns its card.
  async addArticle(text: string): Promise<Card> {
    const place = await this.cards.count();
    await this.add.click();
    const card = this.card(place);
    await card.text.fill(text);
    return card;
  }

  /// The finding with these words, set aside or not.
  finding(words: string | RegExp): Locator {
    return this.findings.getByRole('listitem').filter({ hasText: words });
  }

  /// The box of an article (counted from 0) in the row of an outcome and a group at event level.
  box(outcome: string, group: string, article: number): Locator {
    return this.table
      .locator('tbody')
      .filter({ has: this.page.getByRole('rowheader', { name: outcome }).and(this.page.locator('[scope=rowgroup]')) })
      .locator('tr:not(.part)')
      .filter({ has: this.page.locator('.row-group').getByText(group, { exact: true }) })
      .locator('td')
      .nth(article);
  }

  /// The button in that box.
  cell(outcome: string, group: string, article: number): Locator {
    return this.box(outcome, group, article).getByRole('button');
  }

  /// Presses Tab until this has the focus.
  async tabTo(target: Locator): Promise<void> {
    for (let presses = 0; presses < 200; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) {
        return;
      }
      await this.page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  }
}
