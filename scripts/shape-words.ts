/** What a schema expected and what it found, for someone who edits a file and never saw the schema. */
import type { z } from 'zod';

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** What was expected, without remarks on what was found. */
export function expectedWords(issue: z.core.$ZodIssue): string {
  const { message } = issue;
  // A schema's own words come first.
  if (!/^(?:Invalid|Too) /.test(message)) return message.replace(/^must be /, '');
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return oneOf(issue.values);
    case 'too_small':
      return sized(issue.origin, `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`);
    case 'too_big':
      return sized(issue.origin, `${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`);
    case 'invalid_union':
      return issue.discriminator ? oneOf(quotedIn(message)) : 'one of the forms that the schema lists';
    case 'invalid_format':
      if (issue.format === 'date') return 'a real day, like 2026-11-22';
      return issue.format === 'url' ? 'an address that begins with https://' : `text that matches ${issue.pattern}`;
    case 'invalid_key':
      return issue.issues.map(expectedWords).join('; ');
    case 'unrecognized_keys':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return message;
  }
}

/** What is there, shortened. */
export function foundWords(issue: z.core.$ZodIssue): string {
  const { input } = issue;
  // Of a form that is not known, its name alone.
  const value = issue.code === 'invalid_union' && issue.discriminator ? fieldOf(input, issue.discriminator) : input;
  if (value === undefined) return 'missing';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.length > 5) return `a list of ${value.length}`;
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function oneOf(values: readonly unknown[]): string {
  const words = values.map((value) => JSON.stringify(value)).join(', ');
  return values.length > 1 ? `one of ${words}` : words;
}

function quotedIn(message: string): string[] {
  return [...message.matchAll(/'([^']+)'/g)].map(([, name]) => name!);
}

function sized(origin: string, amount: string): string {
  return `${kinds[origin] ?? origin} of ${amount}${origin === 'string' ? ' characters' : ''}`;
}

function fieldOf(value: unknown, name: string): unknown {
  return (value as Readonly<Record<string, unknown>> | null)?.[name];
}
