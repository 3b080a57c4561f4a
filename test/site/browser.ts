/**
 * Finds a browser and starts it.
 *
 * In this order: `CHROME_PATH`; a Chrome or Chromium installed on the machine; one that Playwright has downloaded;
 * the one that comes with the development packages, so that a fresh clone needs nothing installed.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome.exe'];

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function installedBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...usualPlaces].find((path) => existsSync(path));
}

async function packagedBrowser(): Promise<string> {
  // The package unpacks the shared libraries it needs, and sets LD_LIBRARY_PATH, only where it believes it is on AWS.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

/** The path of a browser on this machine. */
export async function findBrowser(): Promise<string> {
  const own = process.env.CHROME_PATH;
  if (own) {
    if (existsSync(own)) return own;
    throw new Error(`CHROME_PATH is "${own}", but there is no such file. Correct it or unset it.`);
  }
  const downloaded = chromium.executablePath();
  return installedBrowser() ?? (existsSync(downloaded) ? downloaded : await packagedBrowser());
}

/** A running browser, with more flags of Chromium's where a test needs them. The caller closes it. */
export async function launchBrowser(...flags: readonly string[]): Promise<Browser> {
  const executablePath = await findBrowser();
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...flags],
  });
}
