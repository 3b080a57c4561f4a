import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { withOwnHashes } from '../../src/middleware/own-hashes.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (policy: string, body: string) =>
  `<head><meta http-equiv="content-security-policy" content="default-src 'self'; ${policy};"></head>${body}`;

test('a page allows the scripts and styles that stand in it, and keeps the rest of its policy', () => {
  const body = '<script type="module">run()</script><style>a{}</style><script src="/a.js"></script>';
  const listed = ['run()', 'elsewhere()', ''].map(hash).join(' ');
  const styles = ['a{}', 'b{}', ''].map(hash).join(' ');
  expect(withOwnHashes(page(`script-src 'self' ${listed}; style-src 'self' ${styles}`, body))).toBe(
    page(`script-src 'self' ${hash('run()')}; style-src 'self' ${hash('a{}')}`, body),
  );
});

test('a page without script allows none in it', () => {
  const policy = `script-src 'self' ${hash('elsewhere()')}; style-src 'self'`;
  expect(withOwnHashes(page(policy, '<p>'))).toBe(page(`script-src 'self'; style-src 'self'`, '<p>'));
});
