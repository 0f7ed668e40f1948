// The one entry of the package: loads the WebAssembly once, and gives extract and compare as plain functions.
//
// Loading is a call of its own and not a top-level await: an import that fails cannot be caught by the module that makes
// it, and a host may want to say where the file is, or to load it only when somebody needs it.

import start, {
  __wbg_reset_state as startAgain,
  compare as compareInside,
  extract as extractInside,
} from './casualty_compare.js';

/** The version of the package. */
export const version = '@VERSION@';

let loading;
let isReady = false;

/** Loads the WebAssembly once, however often it is called; after a failure, the next call tries again. */
export function init(source) {
  loading ??= load(source).catch((cause) => {
    loading = undefined;
    throw withCode('load_failed', `casualty-compare could not be loaded: ${cause?.message ?? cause}`, cause);
  });
  return loading;
}

/** Reads the claims out of a text. */
export function extract(text) {
  return inside('extract', () => extractInside(text));
}

/** Compares articles. */
export function compare(articles, options) {
  return inside('compare', () => compareInside(articles, options));
}

async function load(source) {
  await start({ module_or_path: await binary(source ?? new URL('casualty_compare_bg.wasm', import.meta.url)) });
  isReady = true;
}

/** What WebAssembly takes: bytes, a compiled module, or a response that is served as WebAssembly. */
async function binary(source) {
  source = await source;
  if (typeof source === 'string') source = new URL(source, globalThis.location?.href);
  if (source instanceof URL) source = source.protocol === 'file:' && isNode() ? await readFile(source) : await fetch(source);
  if (!(typeof Response === 'function' && source instanceof Response)) return source;
  if (!source.ok) throw new Error(`${source.url} answered ${source.status}`);
  // Compiling while it loads needs the right type; hosts that serve another one cost a moment, not the module.
  return source.headers.get('Content-Type')?.startsWith('application/wasm') ? source : source.arrayBuffer();
}

const isNode = () => typeof globalThis.process?.versions?.node === 'string';

/** Node's fetch takes no file addresses. The name stands in a variable so that bundlers for browsers pass it over. */
async function readFile(file) {
  const name = 'node:fs/promises';
  const fs = await import(/* @vite-ignore */ /* webpackIgnore: true */ name);
  return fs.readFile(file);
}

/** Calls into WebAssembly. Errors with a code are meant; any other leaves the instance in doubt, so it is replaced. */
function inside(name, call) {
  if (!isReady) throw withCode('not_ready', `${name}: await init() first`);
  try {
    return call();
  } catch (error) {
    if (typeof error?.code === 'string') throw error;
    startAgain();
    throw withCode('internal', `${name}: ${error?.message ?? error}`, error);
  }
}

function withCode(code, message, cause) {
  return Object.assign(new Error(message, { cause }), { code });
}
