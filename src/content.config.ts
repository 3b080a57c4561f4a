import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { changelogSchema, redirectsSchema, releaseSchema } from './schemas/changes.ts';
import { courseSchema } from './schemas/course.ts';
import { degreeSchema } from './schemas/degree.ts';
import { equivalencyTableSchema } from './schemas/equivalency.ts';
import { citationSchema, guideSchema } from './schemas/guide.ts';
import { journeySchema } from './schemas/journey.ts';
import { providerSchema } from './schemas/provider.ts';
import { routeSchema } from './schemas/route.ts';
import { schoolSchema } from './schemas/school.ts';
import { serviceSchema } from './schemas/service.ts';
import { termSchema } from './schemas/term.ts';

/** Another catalog may be built instead: `npm run bench:site` builds larger ones. */
const data = process.env['CREDIT_MAP_DATA'] ?? './data';
const aboutFacts = (file: string) => glob({ base: data, pattern: `${file}.json` });
const texts = (folder: string) => glob({ base: `./src/content/${folder}`, pattern: '*.json' });
const facts = (folder: string) => glob({ base: `${data}/${folder}`, pattern: '**/*.json' });

export const collections = {
  providers: defineCollection({ loader: facts('providers'), schema: providerSchema }),
  courses: defineCollection({ loader: facts('courses'), schema: courseSchema }),
  services: defineCollection({ loader: facts('services'), schema: serviceSchema }),
  routes: defineCollection({ loader: facts('routes'), schema: routeSchema }),
  schools: defineCollection({ loader: facts('schools'), schema: schoolSchema }),
  degrees: defineCollection({ loader: facts('degrees'), schema: degreeSchema }),
  equivalencies: defineCollection({ loader: facts('equivalencies'), schema: equivalencyTableSchema }),
  terms: defineCollection({ loader: file('data/terms.json'), schema: termSchema }),
  changelog: defineCollection({ loader: aboutFacts('changelog'), schema: changelogSchema }),
  release: defineCollection({ loader: aboutFacts('last-release'), schema: releaseSchema }),
  redirects: defineCollection({ loader: aboutFacts('redirects'), schema: redirectsSchema }),
  guides: defineCollection({
    loader: glob({ base: './src/content/guides', pattern: '**/*.mdx' }),
    schema: guideSchema,
  }),
  journeys: defineCollection({ loader: texts('journeys'), schema: journeySchema }),
  citations: defineCollection({ loader: texts('citations'), schema: citationSchema }),
};
