/** For mutants: the usual number of cases, however deep the run; and a property that fails does not look for the smallest case. */
import fc from 'fast-check';

delete process.env['CREDIT_MAP_RUNS'];
delete process.env['CREDIT_MAP_PLANS'];
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
