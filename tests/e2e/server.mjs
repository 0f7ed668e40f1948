// Serves the built site on 127.0.0.1 for the tests: node server.mjs PORT [FOLDER]. Only files below the folder.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const port = Number(process.argv[2]);
const folder = process.argv[3] ?? fileURLToPath(new URL('../../dist', import.meta.url));

function file(url) {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  const full = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
  return full.startsWith(folder + sep) && statSync(full, { throwIfNoEntry: false })?.isFile() ? full : undefined;
}

createServer((request, response) => {
  const found = file(request.url);
  if (found === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': TYPES[extname(found)] ?? 'application/octet-stream' });
  createReadStream(found).pipe(response);
}).listen(port, '127.0.0.1');
