// docs/schema/comparison.schema.json against real output of the command line and the module, and against the types.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

import { articles, packed, program, root, shared } from './own.mjs';

const Ajv = shared('ajv/dist/2020').default;
const schema = JSON.parse(readFileSync(join(root, 'docs/schema/comparison.schema.json'), 'utf8'));
// Types that may be null are written as a list.
const valid = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

const { compare, init } = await import(pathToFileURL(join(packed, 'index.js')).href);
await init();

const own = articles();
const compared = () => compare(own, { setAside: true });

function assertValid(value) {
  valid(value);
  assert.deepEqual((valid.errors ?? []).slice(0, 5), []);
}

test('the module gives what the schema says', () => {
  assertValid(compare([]));
  assertValid(compare(own));
  assertValid(compared());
});

test('the command line prints what the schema says', () => {
  const files = own.map(({ file }) => file);
  assertValid(JSON.parse(execFileSync(program, ['--json', ...files], { encoding: 'utf8', maxBuffer: 1e8 })));
});

test('what is not so is refused', () => {
  const broken = [
    (value) => delete value.rows,
    (value) => (value.more = 1),
    (value) => (value.articles[0].claims[0].outcome = 'hurt'),
    (value) => (value.articles[0].claims[0].count.low = -1),
    (value) => (value.articles[0].claims[0].mentions = []),
    (value) => delete value.articles[0].claims[0].place,
    (value) => (value.rows[0].cells[0] = undefined),
    (value) => (value.findings[0].claims[0] = [0, 0, 0]),
    (value) => (value.articles[0].setAside[0].reason = 'none'),
  ];
  for (const spoil of broken) {
    const value = compared();
    spoil(value);
    assert.equal(valid(value), false, String(spoil));
  }
});

test('schema and types know the same words and keys', () => {
  const types = readFileSync(join(packed, 'index.d.ts'), 'utf8').replace(/\/\*\*[^]*?\*\//g, '');
  for (const [name, { enum: words, properties }] of Object.entries(schema.$defs)) {
    const type = { article: 'ComparedArticle' }[name] ?? name[0].toUpperCase() + name.slice(1);
    if (words) {
      const [, union] = new RegExp(`^export type ${type} =([^;]*);`, 'm').exec(types) ?? [];
      assert.deepEqual([...(union ?? '').matchAll(/'(.*?)'/g)].map(([, word]) => word), words, type);
    } else {
      const [, body] = new RegExp(`^export interface ${type} \\{([^}]*)\\}`, 'm').exec(types) ?? [];
      assert.deepEqual([...(body ?? '').matchAll(/^ +(\w+)\??:/gm)].map(([, key]) => key), Object.keys(properties), type);
    }
  }
});
