/** A small catalog to import against, and what reads into it. */
import type { CatalogCourse, CatalogCourses } from '../../../src/planner/catalog/catalog.ts';
import { courseNames } from '../../../src/planner/import/find-courses.ts';
import {
  importFile,
  importText,
  type Imported,
  type ImportRefusal,
  type PdfText,
} from '../../../src/planner/import/import-courses.ts';

const course = (id: string, title: string, code?: string, exhibit?: string): CatalogCourse => ({
  id,
  title,
  provider: id.split('/')[0] ?? '',
  kind: 'course',
  area: 'other',
  recommendations: exhibit === undefined ? [] : [{ by: 'ACE', parts: [], atMost: false, exhibit }],
  ...(code === undefined ? {} : { code }),
});

export const catalog: CatalogCourses = {
  providers: {
    clep: { name: 'CLEP', kind: 'exam-program', alsoCalled: ['College-Level Examination Program'] },
    comptia: { name: 'CompTIA certifications', kind: 'training', alsoCalled: ['CompTIA'] },
    coursera: { name: 'Coursera', kind: 'mooc', alsoCalled: [] },
    dsst: { name: 'DSST', kind: 'exam-program', alsoCalled: [] },
    sophia: { name: 'Sophia Learning', kind: 'course-provider', alsoCalled: ['Sophia', 'Sophia.org'] },
    straighterline: { name: 'StraighterLine', kind: 'course-provider', alsoCalled: ['Straighter Line'] },
    'study-com': { name: 'Study.com', kind: 'course-provider', alsoCalled: ['SDC'] },
  },
  courses: [
    course('clep/college-algebra', 'College Algebra'),
    course('clep/college-composition', 'College Composition'),
    course('comptia/a-plus', 'CompTIA A+'),
    course('coursera/google-data-analytics', 'Google Data Analytics Professional Certificate'),
    course('dsst/ethics-in-america', 'Ethics in America'),
    course('sophia/college-algebra', 'College Algebra', 'MATH1051', 'SOPH-0001'),
    course('sophia/anatomy-1', 'Anatomy and Physiology I', 'SCIE1050', 'SOPH-0073'),
    course('sophia/anatomy-2', 'Anatomy and Physiology II', 'SCIE1055', 'SOPH-0081'),
    course('sophia/introduction-to-ethics', 'Introduction to Ethics', 'PHIL1005'),
    course('sophia/introduction-to-statistics', 'Introduction to Statistics', 'STAT1001'),
    course('sophia/human-resource-management', 'Human Resource Management', 'BUSI1035'),
    course('straighterline/accounting-1', 'Accounting I', 'ACC101'),
    course('straighterline/calculus-2', 'Calculus II', 'MAT251'),
    course('study-com/english-104', 'College Composition I', 'English 104'),
    course('study-com/c-programming', 'Programming in C', 'Computer Science 111'),
    course('study-com/cpp-programming', 'Programming in C++', 'Computer Science 112'),
  ],
};

export const names = courseNames(catalog);

const tools = (pdf: PdfText) => ({ readPdf: async () => pdf, breathe: async () => undefined });

export const readText = (text: string): Promise<Imported> => importText(text, names, tools({ pages: [] }));

export const readBytes = (bytes: Uint8Array, pdf: PdfText = { pages: [] }): Promise<Imported> =>
  importFile(bytes, names, tools(pdf));

/** Each line as it was read: what was found first, then the facts. Fails where the whole was refused. */
export function linesOf(read: Imported) {
  if ('refused' in read) throw new Error(`refused: ${read.refused}`);
  return read.lines.map(({ line, found }) => ({
    ...line,
    found: found.kind === 'course' ? found.course : found.kind === 'several' ? [...found.courses] : undefined,
  }));
}

export function refusalOf(read: Imported): ImportRefusal | undefined {
  return 'refused' in read ? read.refused : undefined;
}
