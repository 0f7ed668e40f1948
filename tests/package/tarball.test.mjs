// The package as npm packs it: its files, and that it works once installed from the tarball.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { folder, packed, root, run } from './own.mjs';

/** npm, quiet and with a cache of its own, so that nothing of the machine plays a part. */
function npm(cwd, cache, ...words) {
  const options = ['--loglevel=error', '--no-audit', '--no-fund', '--no-update-notifier', `--cache=${cache}`];
  return execFileSync('npm', [...words, ...options], { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
}

test('the package is packed with what it needs and nothing else, and works when installed', (t) => {
  const [cache, packs, host] = [folder(t), folder(t), folder(t)];
  const [pack] = JSON.parse(npm(packed, cache, 'pack', '--json', '--pack-destination', packs));
  assert.deepEqual(
    pack.files.map(({ path }) => path).sort(),
    [
      'CHANGELOG.md',
      'LICENSE-APACHE',
      'LICENSE-MIT',
      'README.md',
      'casualty_compare.js',
      'casualty_compare_bg.wasm',
      'index.d.ts',
      'index.js',
      'package.json',
    ],
  );
  writeFileSync(join(host, 'package.json'), '{ "private": true, "type": "module" }');
  npm(host, cache, 'install', '--offline', join(packs, pack.filename));
  const program = `import { init, extract, version } from 'casualty-compare';
    await init(); console.log(version, extract('At least 12 people were killed.').claims[0].count.low);`;
  const version = /^version = "(.*)"$/m.exec(readFileSync(join(root, 'Cargo.toml'), 'utf8'))[1];
  assert.equal(run(host, program), `${version} 12\n`);
});
