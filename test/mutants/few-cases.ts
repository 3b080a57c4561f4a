/**
 * For mutants: the usual number of cases or fewer, however deep the run; and a property that fails does not look for the
 * smallest case.
 */
import fc from 'fast-check';

delete process.env['CREDIT_MAP_RUNS'];
delete process.env['CREDIT_MAP_PLANS'];
process.env['CREDIT_MAP_FEW_CASES'] = 'yes';
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
