/** For mutants: a property that fails has done its work, and does not look for the smallest case. */
import fc from 'fast-check';

fc.configureGlobal({ endOnFailure: true });
