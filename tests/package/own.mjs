// What the tests of the package share: where things are, texts to read, Node in a process of its own.
//
// `cargo xtask test package` builds what is tested and calls these with
//   CASUALTY_COMPARE_PROGRAM  the command line

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const packed = join(root, 'dist', 'package');
export const program = process.env.CASUALTY_COMPARE_PROGRAM;

/** The packages of the end-to-end tests, which these tests share. */
export const shared = createRequire(join(root, 'tests/e2e/package.json'));

/** The texts of tests/articles, by name. */
export function articles() {
  const folder = join(root, 'tests', 'articles');
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort();
  return names.map((name) => ({ file: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }));
}

/** An empty folder, gone when the test ends. */
export function folder(test) {
  const made = mkdtempSync(join(tmpdir(), 'casualty-compare-'));
  test.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A folder in which the package is installed, as far as Node and TypeScript see. */
export function project(test) {
  const made = folder(test);
  mkdirSync(join(made, 'node_modules'));
  cpSync(packed, join(made, 'node_modules', 'casualty-compare'), { recursive: true });
  return made;
}

/** What a module prints that runs in a Node of its own, with `cwd` as its folder. */
export function run(cwd, source) {
  return execFileSync(process.execPath, ['--input-type=module', '--eval', source], { cwd, encoding: 'utf8' });
}

