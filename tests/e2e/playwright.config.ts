// How the end-to-end tests run: Chromium on the built site in dist/, no retries, no network but the site's own server.
//
// CASUALTY_COMPARE_URL      the address of the served site; without it server.mjs serves dist/
// CASUALTY_COMPARE_BROWSER  the browser to use; without it Debian's Chromium, else Playwright's own
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const PORT = 8173;
const DEBIAN = '/usr/bin/chromium';

const served = process.env.CASUALTY_COMPARE_URL;
const browser = process.env.CASUALTY_COMPARE_BROWSER ?? (existsSync(DEBIAN) ? DEBIAN : undefined);
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'specs',
  outputDir: '../../target/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  reporter: 'list',
  use: {
    baseURL: served ?? `http://127.0.0.1:${PORT}/`,
    launchOptions: {
      executablePath: browser,
      // Chromium cannot build its sandbox as root.
      chromiumSandbox: !isRoot,
      args: ['--disable-background-networking'],
    },
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
  },
  webServer: served
    ? undefined
    : { command: `node server.mjs ${PORT}`, port: PORT, reuseExistingServer: false },
});
