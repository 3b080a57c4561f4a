/** Writes the shapes of the facts and of plans as JSON Schemas, for editors and for other tools: `npm run schemas`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { courseSchema } from '../src/schemas/course.ts';
import { degreeSchema } from '../src/schemas/degree.ts';
import { equivalencyTableSchema } from '../src/schemas/equivalency.ts';
import { planSchema } from '../src/schemas/plan.ts';
import { providerSchema } from '../src/schemas/provider.ts';
import { routeSchema } from '../src/schemas/route.ts';
import { schoolSchema } from '../src/schemas/school.ts';
import { serviceSchema } from '../src/schemas/service.ts';
import { termSchema } from '../src/schemas/term.ts';
import { describeFields, readFieldComments, type JsonSchema } from './field-comments.ts';

const root = join(import.meta.dirname, '..');

const schemas: Record<string, { title: string; schema: z.ZodType }> = {
  course: { title: 'A course, certificate or exam: data/courses/<provider>/<course>.json', schema: courseSchema },
  degree: { title: 'A degree in one catalog year: data/degrees/<school>/<degree>.json', schema: degreeSchema },
  'equivalency-table': {
    title: "A school's equivalencies for one provider: data/equivalencies/<school>/<provider>.json",
    schema: equivalencyTableSchema,
  },
  plan: { title: 'A plan that was saved from the planner', schema: planSchema },
  provider: { title: 'A provider: data/providers/<provider>.json', schema: providerSchema },
  route: { title: 'The way of one sort of credit: data/routes/<route>.json', schema: routeSchema },
  school: { title: 'A school: data/schools/<school>.json', schema: schoolSchema },
  service: { title: 'A service between a course and a school: data/services/<service>.json', schema: serviceSchema },
  term: { title: 'One of the words in data/terms.json', schema: termSchema },
};

/** The text of every schema file, by its path from the project's root. */
export async function schemaFiles(): Promise<Map<string, string>> {
  const comments = readFieldComments(root);
  const files = new Map<string, string>();
  for (const [name, { title, schema }] of Object.entries(schemas)) {
    const file = `public/schemas/${name}.json`;
    const json = { title, ...describeFields(toJsonSchema(schema), comments) };
    const config = await resolveConfig(join(root, file));
    files.set(file, await format(JSON.stringify(json), { ...config, filepath: file }));
  }
  return files;
}

function toJsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
}

if (import.meta.main) {
  mkdirSync(join(root, 'public/schemas'), { recursive: true });
  for (const [file, text] of await schemaFiles()) {
    writeFileSync(join(root, file), text);
    console.log(file);
  }
}
