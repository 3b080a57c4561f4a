/**
 * Lets workers start from this site's own scripts. The pages' policy has the browser refuse every text that is to become
 * markup or script (`require-trusted-types-for`); whatever starts a worker imports this file, which looks at the address.
 */
type TrustedTypes = {
  readonly createPolicy: (name: string, rules: { readonly createScriptURL: (address: string) => string }) => unknown;
};

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

// The policy of this name is asked about addresses that libraries pass on as they are.
trustedTypes?.createPolicy('default', {
  createScriptURL(address) {
    if (new URL(address, location.href).origin === location.origin) return address;
    throw new TypeError(`No script is loaded from ${address}.`);
  },
});
