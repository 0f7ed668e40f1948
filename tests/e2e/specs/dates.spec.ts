// When an article was written: entered by hand or given with it, and told apart.
import { expect, test } from '../pages/test.ts';

test('a date that comes with an example is not said to be entered', async ({ desk }) => {
  await desk.loadExample.click();
  await expect(desk.card(0).root).toContainText('Given with the article');
  await expect(desk.card(0).root).not.toContainText('Entered by you');
});
