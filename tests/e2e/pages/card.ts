// One article's card.
import type { Locator } from '@playwright/test';

export class Card {
  readonly root: Locator;
  readonly name: Locator;
  readonly text: Locator;
  /// The same, shown or not: a long text is shown with its evidence instead.
  readonly area: Locator;
  readonly title: Locator;
  readonly outlet: Locator;
  readonly date: Locator;
  readonly up: Locator;
  readonly down: Locator;
  readonly remove: Locator;
  readonly edit: Locator;
  readonly evidence: Locator;
  /// The switch for what was set aside, and the line that says why.
  readonly asides: Locator;
  readonly why: Locator;
  readonly marked: Locator;
  readonly lit: Locator;
  readonly progress: Locator;
  readonly cancel: Locator;
  readonly readIt: Locator;

  constructor(root: Locator) {
    this.root = root;
    this.name = root.locator('.card-name');
    // Hidden while the evidence is shown, and it still holds the text.
    this.text = root.getByRole('textbox', { name: 'Article text', includeHidden: true });
    this.area = root.locator('textarea');
    this.title = root.getByRole('textbox', { name: 'Title' });
    this.outlet = root.getByRole('textbox', { name: 'Outlet' });
    this.date = root.getByRole('textbox', { name: 'Date' });
    this.up = root.getByRole('button', { name: /^Move up/ });
    this.down = root.getByRole('button', { name: /^Move down/ });
    this.remove = root.getByRole('button', { name: /^Remove/ });
    this.edit = root.getByRole('button', { name: 'Edit' });
    this.evidence = root.getByRole('button', { name: 'Evidence' });
    this.asides = root.getByRole('button', { name: /^Show what was set aside/ });
    this.why = root.locator('.asides p');
    this.marked = root.getByRole('group', { name: /^Marked text of/ });
    this.lit = this.marked.locator('mark.lit');
    this.progress = root.getByRole('progressbar');
    this.cancel = root.getByRole('button', { name: 'Cancel' });
    this.readIt = root.getByRole('button', { name: 'Read it' });
  }

  /// These words, where they are marked as set aside.
  aside(words: string): Locator {
    return this.marked.getByRole('button', { name: new RegExp(`^${words}, set aside: `) });
  }

  /// The words that are lit up, joined where a mark is split.
  async litWords(): Promise<string[]> {
    return this.lit.allTextContents();
  }
}
