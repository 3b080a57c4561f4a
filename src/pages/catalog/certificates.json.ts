import type { APIRoute } from 'astro';
import { drawnBars } from '../../components/catalog/landing-bars.ts';
import { today } from '../../components/site/site.ts';
import { dateInWords, hoursInWords, recommendedHours, recommenderInWords } from '../../components/site/words.ts';
import type { Certificate } from '../../planner/catalog/certificate-check.ts';
import type { Recommendation } from '../../schemas/course.ts';
import { readCatalog } from '../_catalog.ts';

/** Every certificate and micro-credential of the catalog, for `/tools/certificate-check/`. */
export const GET: APIRoute = async () => {
  const { courses, providers, equivalenciesOf } = await readCatalog();
  const byId = new Map(providers.map(({ id, data }) => [id, data]));
  const certificates = courses
    .filter(({ data }) => data.kind === 'certificate' || data.kind === 'micro-credential')
    .map(({ id, data }): Certificate => {
      const provider = byId.get(data.provider);
      const open = data.recommendations.find(({ effectiveTo }) => effectiveTo === undefined || effectiveTo >= today);
      const shown = open ?? data.recommendations[0];
      const hours = shown && recommendedHours(shown);
      return {
        id,
        title: data.title,
        provider: provider?.name ?? data.provider,
        alsoCalled: provider?.alsoCalled ?? [],
        standing: open ? 'recommended' : shown ? 'lapsed' : 'none',
        recommended: shown
          ? `${hours === undefined ? 'Hours that we did not find' : `${shown.atMost ? 'Up to ' : ''}${hoursInWords(hours)}`}, recommended by ${recommenderInWords[shown.by]}`
          : '',
        window: shown ? windowOf(shown) : '',
        lands: drawnBars(equivalenciesOf.get(id) ?? [], hours).bars.map(({ school, words }) => ({
          school: school.data.shortName,
          page: `schools/${school.id}/`,
          words,
        })),
      };
    });
  return Response.json(certificates);
};

function windowOf({ effectiveFrom, effectiveTo }: Recommendation): string {
  if (!effectiveFrom && !effectiveTo) return 'We did not find its dates. The ACE National Guide shows them.';
  const from = effectiveFrom && `on or after ${dateInWords(effectiveFrom)}`;
  const to = effectiveTo && `on or before ${dateInWords(effectiveTo)}`;
  return `Counts if you finish ${[from, to].filter(Boolean).join(' and ')}.`;
}
