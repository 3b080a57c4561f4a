/**
 * The pages' policy has the browser refuse every text that is to become markup or script (`require-trusted-types-for`).
 * Two things are allowed all the same, by libraries that pass on plain text: a worker from this site's own scripts, and
 * an element that is emptied. Whatever does one of them imports this file.
 */
type Rules = Readonly<Record<'createScriptURL' | 'createHTML', (text: string) => string>>;

const { trustedTypes } = globalThis as {
  trustedTypes?: { readonly createPolicy: (name: string, rules: Rules) => unknown };
};

const refuse = (text: string): never => {
  throw new TypeError(`This is not to become markup or script: ${text}`);
};

// The browser asks the policy of this name about plain text.
trustedTypes?.createPolicy('default', {
  createScriptURL: (address) =>
    new URL(address, location.href).origin === location.origin ? address : refuse(address),
  createHTML: (text) => (text === '' ? text : refuse(text)),
});
