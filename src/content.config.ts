import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { courseSchema } from './schemas/course.ts';
import { degreeSchema } from './schemas/degree.ts';
import { equivalencyTableSchema } from './schemas/equivalency.ts';
import { guideSchema } from './schemas/guide.ts';
import { providerSchema } from './schemas/provider.ts';
import { schoolSchema } from './schemas/school.ts';
import { serviceSchema } from './schemas/service.ts';

const facts = (folder: string) => glob({ base: `./data/${folder}`, pattern: '**/*.json' });

export const collections = {
  providers: defineCollection({ loader: facts('providers'), schema: providerSchema }),
  courses: defineCollection({ loader: facts('courses'), schema: courseSchema }),
  services: defineCollection({ loader: facts('services'), schema: serviceSchema }),
  schools: defineCollection({ loader: facts('schools'), schema: schoolSchema }),
  degrees: defineCollection({ loader: facts('degrees'), schema: degreeSchema }),
  equivalencies: defineCollection({ loader: facts('equivalencies'), schema: equivalencyTableSchema }),
  guides: defineCollection({
    loader: glob({ base: './src/content/guides', pattern: '**/*.mdx' }),
    schema: guideSchema,
  }),
};
