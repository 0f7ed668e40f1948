// What the module gives back: plain objects, offsets that cut the string, errors with a code, the command line's figures.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

import { articles, folder, packed, program } from './own.mjs';

const { compare, extract, init } = await import(pathToFileURL(join(packed, 'index.js')).href);
await init();

const SENTENCE = 'At least 12 people were killed in the fire.';
/** Every kind of character: one, two and three bytes, beyond the basic plane, joined, right to left, lone surrogates. */
const BEFORE = ['', 'é ', '“Ω” – ', '🙂🙂 ', 'e\u0301🏳️‍🌈 ', 'عدد القتلى. ', '𝟙𝟚 \ufeff', '\ud83d x \ude42\ude42 ', '\r\n\0 '];

/** The error of a call, which must be one that is documented. */
function errorOf(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof Error && error.message.length > 0);
    return error.code;
  }
  return undefined;
}

test('offsets cut the string that was given', () => {
  for (const before of BEFORE) {
    const text = `${before}${SENTENCE} 🙂 Nine others were injured.`;
    const { claims } = extract(text);
    assert.equal(claims.length, 2, JSON.stringify(text));
    for (const { start, end, quote } of claims.flatMap((claim) => claim.mentions)) {
      assert.equal(text.slice(start, end), quote);
    }
  }
});

test('a lone surrogate is one unit in the text and U+FFFD in a quote', () => {
  const text = 'At least 12 people\ud83d were killed.';
  const [claim] = extract(text).claims;
  const [{ start, end, quote }] = claim.mentions;
  assert.equal(text.slice(start, end).toWellFormed?.() ?? quote, quote);
  assert.equal(end - start, quote.length);
});

test('what is given is plain, and JSON changes nothing about it', () => {
  const own = articles();
  for (const value of [...own.map(({ text }) => extract(text)), compare(own), compare(own, { setAside: true })]) {
    assert.deepEqual(JSON.parse(JSON.stringify(value)), value);
    assert.deepEqual(structuredClone(value), value);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
  }
});

test('the same text gives the same, however often, and alone or in a comparison', () => {
  const own = articles();
  const compared = compare(own, { setAside: true });
  own.forEach(({ text }, index) => {
    const { claims, tolls, setAside } = compared.articles[index];
    assert.deepEqual({ claims, tolls, setAside }, extract(text));
  });
});

test('the command line gives the same, but for its offsets in bytes', (t) => {
  const own = articles();
  // One article twice, at other offsets, so that there are passages which two share.
  const again = { file: join(folder(t), 'again.txt'), text: `🙂 ${own[0].text}` };
  writeFileSync(again.file, again.text);
  own.push(again);
  const printed = execFileSync(program, ['--json', ...own.map(({ file }) => file)], { encoding: 'utf8', maxBuffer: 1e8 });
  const theirs = JSON.parse(printed);
  const bytes = own.map(({ text }) => Buffer.from(text));
  const inUnits = (span, article) => {
    span.start = bytes[article].subarray(0, span.start).toString().length;
    span.end = bytes[article].subarray(0, span.end).toString().length;
  };
  theirs.articles.forEach(({ claims }, article) => {
    for (const mention of claims.flatMap((claim) => claim.mentions)) inUnits(mention, article);
  });
  for (const passage of theirs.findings.flatMap((finding) => finding.passages)) inUnits(passage, passage.article);
  assert.deepEqual(compare(own.map(({ text }) => ({ text }))), theirs);
});

test('what cannot be read is refused with a code', () => {
  for (const wrong of [12, null, undefined, {}, ['a'], Symbol('a'), 1n, new String('a')]) {
    assert.equal(errorOf(() => extract(wrong)), 'not_a_string');
  }
  for (const wrong of [12, null, undefined, 'a', {}, new Set()]) {
    assert.equal(errorOf(() => compare(wrong)), 'not_an_array');
  }
  const cyclic = { text: 'a' };
  cyclic.title = cyclic;
  for (const wrong of ['a', null, {}, { text: 12 }, { text: 'a', url: 12 }, cyclic, () => {}, Symbol('a')]) {
    assert.equal(errorOf(() => compare([{ text: 'a' }, wrong])), 'not_an_article');
  }
  for (const wrong of [12, 'a', [], { setaside: true }, { setAside: 'yes' }]) {
    assert.equal(errorOf(() => compare([], wrong)), 'not_options');
  }
  assert.equal(errorOf(() => extract('a'.repeat(2 ** 24 + 1))), 'too_large');
  assert.equal(errorOf(() => compare(Array(1e6).fill({ text: '' }))), 'too_large');
});

test('after a fault the next call works again', () => {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  for (let times = 0; times < 3; times += 1) {
    assert.equal(errorOf(() => compare(proxy)), 'internal');
    assert.equal(extract(SENTENCE).claims.length, 1);
  }
});

test('a thousand articles, and none', () => {
  const own = articles();
  const many = Array.from({ length: 1000 }, (_, index) => ({ text: own[index % own.length].text.slice(0, 1500) }));
  assert.equal(compare(many).articles.length, 1000);
  assert.deepEqual(compare([]), { articles: [], rows: [], findings: [] });
  assert.deepEqual(extract(''), { claims: [], tolls: [], setAside: [] });
});

test('what a host page hangs on its prototypes changes nothing', () => {
  const articles = [{ text: SENTENCE }, { text: 'The fire killed 15 people.' }];
  const before = compare(articles);
  const prototypes = [Object.prototype, Array.prototype, String.prototype, Number.prototype];
  for (const prototype of prototypes) prototype.toJSON = () => 'of the host';
  const after = compare(articles);
  for (const prototype of prototypes) delete prototype.toJSON;
  assert.deepEqual(after, before);
});
