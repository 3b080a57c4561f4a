/**
 * Random inputs are the same in every ordinary run, so that a test that fails does so because of the change at hand.
 * `npm run test:deep` begins somewhere new and says where: `CREDIT_MAP_SEED=N npm test` goes there again.
 */
import fc from 'fast-check';
import { usualSeed } from './figures.ts';

fc.configureGlobal({ seed: Number(process.env['CREDIT_MAP_SEED'] ?? usualSeed) });
