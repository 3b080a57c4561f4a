/** What pages and the worker say to each other. */
import type { PageOrigin } from './answers.ts';
import type { Pin } from './memory.ts';

/** From a page to the worker. */
export type ToWorker =
  /** The parts of the catalog that a page loaded before it had a worker. */
  | { readonly kind: 'opened'; readonly paths: readonly string[] }
  /** Which build the page is of, and how it was answered. */
  | { readonly kind: 'which' }
  /** Which build the worker brings. */
  | { readonly kind: 'own' }
  /** Keep only what the planner and the tools need. */
  | { readonly kind: 'remove' };

/** The answer to `which`. */
export type Which = { readonly build: Pin | undefined; readonly origin: PageOrigin | undefined };

/** From the worker to a page: the server holds another build than the page. */
export type ToPage = { readonly kind: 'newer' };
