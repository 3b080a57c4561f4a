/** How the plan on the screen stands to the one on the device, and what tabs tell each other. */
import type { DeviceProblem } from './key-value.ts';
import type { Plan } from '../plan/plan.ts';

/** Why a plan can't be saved. */
export type SaveProblem = DeviceProblem | 'newer-version';

/** How the plan on the screen stands to the one on the device. */
export type SaveState =
  | { readonly kind: 'nothing-to-save' | 'saving' }
  /** `but`: it was gone from the device, or there was room for the plan only. */
  | { readonly kind: 'saved'; readonly but?: 'was-gone' | 'plan-only' }
  | { readonly kind: 'cannot-save'; readonly problem: SaveProblem }
  /** Another tab saved another plan, or (without one) it is gone from the device. */
  | { readonly kind: 'changed-elsewhere'; readonly other: Plan | undefined };

/** What other tabs are told. */
export type TabMessage = { readonly kind: 'saved' | 'removed'; readonly plan: string } | 'forgotten';
