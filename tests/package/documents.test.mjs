// The examples in the documents: every block of JavaScript runs, and prints what its comments say.
//
// In a block, `console.log(...); // words` says what is printed, and so do the comments after `// Prints:`. Blocks that need a browser are marked `js browser`.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { project, root, run } from './own.mjs';

const documents = ['README.md', 'package/README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)];

/** The fenced blocks of a document in a language, with the line on which each starts. */
function blocks(text, language) {
  return [...text.matchAll(/^```(.*)\n([^]*?)^```$/gm)]
    .filter(([, info]) => info.trim() === language)
    .map(({ 2: code, index }) => ({ code, line: text.slice(0, index).split('\n').length }));
}

/** What a block says that it prints. */
function promised(code) {
  const printed = /^(?:.*console\.log\(.*\); \/\/ (.*)|\/\/ Prints:\n((?:\/\/ .*\n)+))$/gm;
  return [...code.matchAll(printed)]
    .map(([, words, lines]) => (words === undefined ? lines.replace(/^\/\/ /gm, '') : `${words}\n`))
    .join('');
}

test('the examples of the documents', async (t) => {
  const cwd = project(t);
  let seen = 0;
  for (const name of documents.filter((name) => name.endsWith('.md') && existsSync(join(root, name)))) {
    for (const { code, line } of blocks(readFileSync(join(root, name), 'utf8'), 'js')) {
      seen += 1;
      await t.test(`${name}:${line}`, () => {
        const prints = promised(code);
        assert.ok(prints.length > 0, 'an example prints something');
        assert.equal(run(cwd, code), prints);
      });
    }
  }
  assert.ok(seen >= 2, 'the documents hold examples');
});
