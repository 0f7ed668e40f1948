// Sites that exist only inside a test: made-up origins whose answers are files of dist/ or texts of the test.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page, Route } from '@playwright/test';

/// The built artefacts.
export const DIST = fileURLToPath(new URL('../../../dist', import.meta.url));
/// The project.
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

export type Answer = { status?: number; headers?: Record<string, string>; contentType?: string; body: string | Buffer };

/// Another answer for a path, null for a cut network, undefined for the file that is there.
export type Change = (path: string) => Answer | null | undefined | Promise<Answer | null | undefined>;

/// The file of `folder` that stands at `path`, as a static host with open CORS answers it.
export function answerFrom(folder: string, path: string): Answer {
  const wanted = join(folder, normalize(path === '' || path.endsWith('/') ? `${path}index.html` : path));
  const inside = wanted.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  if (!inside || !existsSync(wanted) || !statSync(wanted).isFile()) {
    return { status: 404, contentType: 'text/plain', headers: { 'access-control-allow-origin': '*' }, body: 'not found' };
  }
  return {
    contentType: TYPES[extname(wanted)] ?? 'application/octet-stream',
    headers: { 'access-control-allow-origin': '*' },
    body: readFileSync(wanted),
  };
}

/// Answers everything under `address` (which ends with a slash) from `folder`. `change` may
/// change that.
export async function serve(
  at: Page | BrowserContext,
  address: string,
  folder: string,
  change: Change = () => undefined,
): Promise<void> {
  await at.route(
    (url) => url.href.startsWith(address),
    async (route: Route) => {
      const path = decodeURIComponent(new URL(route.request().url()).href.slice(address.length).split(/[?#]/)[0]);
      const changed = await change(path);
      if (changed === null) {
        await route.abort('internetdisconnected');
      } else {
        await route.fulfill(changed ?? answerFrom(folder, path));
      }
    },
  );
}
