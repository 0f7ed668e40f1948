// How the package loads its WebAssembly in Node: from everywhere, once, again after a failure; in a worker.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { packed, project, run } from './own.mjs';

const READS = `console.log(extract('At least 12 people were killed.').claims.length);`;
const WASM = `const file = new URL(import.meta.resolve('casualty-compare/casualty_compare_bg.wasm'));`;
const BYTES = `import { readFileSync } from 'node:fs'; ${WASM} const bytes = readFileSync(file);`;

/** Serves what `answer` says, and closes after the rest of the module. */
const served = (answer, rest) => `
  import { createServer } from 'node:http'; ${BYTES}
  let requests = 0;
  const server = createServer((request, response) => { requests += 1; ${answer} });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const address = 'http://127.0.0.1:' + server.address().port + '/a.wasm';
  try { ${rest} } finally { server.close(); server.closeAllConnections(); }`;

test('loading', async (t) => {
  const cwd = project(t);
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  const gives = (name, source, output) =>
    t.test(name, () => {
      assert.equal(run(cwd, `import { init, extract, compare, version } from 'casualty-compare'; ${source}`), output);
    });

  await gives('the file beside the module', `await init(); ${READS}`, '1\n');
  await gives('an address', `${WASM} await init(file); ${READS}`, '1\n');
  await gives('an address as a string', `${WASM} await init(file.href); ${READS}`, '1\n');
  await gives('bytes', `${BYTES} await init(bytes); ${READS}`, '1\n');
  await gives('a promise of bytes', `${BYTES} await init(Promise.resolve(bytes)); ${READS}`, '1\n');
  await gives('a buffer', `${BYTES} await init(new Uint8Array(bytes).buffer); ${READS}`, '1\n');
  await gives('a compiled module', `${BYTES} await init(new WebAssembly.Module(bytes)); ${READS}`, '1\n');
  await gives(
    'a host with the right type',
    served(
      `response.setHeader('Content-Type', 'application/wasm'); response.end(bytes);`,
      `await init(address); ${READS}`,
    ),
    '1\n',
  );
  await gives(
    'a host with another type',
    served(`response.setHeader('Content-Type', 'text/plain'); response.end(bytes);`, `await init(address); ${READS}`),
    '1\n',
  );
  await gives(
    'once, however often it is called',
    served(
      `response.end(bytes);`,
      `await Promise.all([init(address), init(address)]); await init(address); console.log(requests);`,
    ),
    '1\n',
  );
  await gives(
    'again after a failure',
    served(
      `if (requests === 1) response.statusCode = 404; response.end(requests === 1 ? 'nothing here' : bytes);`,
      `await init(address).catch((error) => console.log(error.code, error.message.endsWith('answered 404')));
       await init(address); ${READS}`,
    ),
    'load_failed true\n1\n',
  );
  await gives(
    'bytes that are no WebAssembly',
    `await init(new Uint8Array(8)).catch((error) => console.log(error.code, error.cause.name)); await init(); ${READS}`,
    'load_failed CompileError\n1\n',
  );
  await gives(
    'what is no source',
    `for (const wrong of [12, {}, 'no address']) await init(wrong).catch((error) => console.log(error.code));`,
    'load_failed\nload_failed\nload_failed\n',
  );
  await gives(
    'not loaded yet',
    `for (const call of [() => extract('a'), () => compare([])]) {
       try { call(); } catch (error) { console.log(error instanceof Error, error.code); }
     }
     console.log(version);`,
    `true not_ready\ntrue not_ready\n${version}\n`,
  );
  await gives(
    'in a worker',
    `import { Worker, isMainThread } from 'node:worker_threads';
     const code = \`import { parentPort } from 'node:worker_threads';
       const { init, extract } = await import('\${import.meta.resolve('casualty-compare')}');
       await init();
       parentPort.postMessage(extract('At least 12 people were killed.'));\`;
     const worker = new Worker(new URL('data:text/javascript,' + encodeURIComponent(code)));
     const read = await new Promise((done, fail) => { worker.on('message', done); worker.on('error', fail); });
     console.log(read.claims[0].count.low); await worker.terminate();`,
    '12\n',
  );
});
