// The types of the package against what the module gives: real output, written out as constants, must be of the types
// exactly, and wrong calls must be errors to the compiler.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { articles, packed, project, shared } from './own.mjs';

const { compare, extract, init } = await import(pathToFileURL(join(packed, 'index.js')).href);
await init();

const COMPILER = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: 'es2022',
  lib: ['es2022', 'dom'],
  module: 'nodenext',
  types: [],
};

/** What the compiler says of the files in `cwd`; nothing where all is well. */
function compile(cwd) {
  const compiler = join(dirname(shared.resolve('typescript/package.json')), 'bin', 'tsc');
  writeFileSync(join(cwd, 'tsconfig.json'), JSON.stringify({ compilerOptions: COMPILER, include: ['*.mts'] }));
  try {
    return execFileSync(process.execPath, [compiler, '--pretty', 'false'], { cwd, encoding: 'utf8' });
  } catch (error) {
    return error.stdout.slice(0, 5000);
  }
}

test('real output is of the types, to the last key and word', (t) => {
  const cwd = project(t);
  const own = articles();
  const constant = (name, type, value) => `export const ${name}: ${type} = ${JSON.stringify(value)};\n`;
  const lines = own.map(({ text }, index) => constant(`read${index}`, 'Extraction', extract(text)));
  lines.push(constant('compared', 'Comparison', compare(own)));
  lines.push(constant('withAsides', 'Comparison', compare(own, { setAside: true })));
  writeFileSync(
    join(cwd, 'output.mts'),
    `import type { Comparison, Extraction } from 'casualty-compare';\n${lines.join('')}`,
  );
  assert.equal(compile(cwd), '');
});

test('right calls compile, and wrong ones do not', (t) => {
  const cwd = project(t);
  copyFileSync(fileURLToPath(new URL('calls.mts', import.meta.url)), join(cwd, 'calls.mts'));
  assert.equal(compile(cwd), '');
});
