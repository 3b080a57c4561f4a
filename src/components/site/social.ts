/** The pictures that links to this site show elsewhere: one for each kind of page; guides and journeys have their own. */
import { addressBelow } from './base.ts';

export type SocialCard = {
  /** The picture's file below `/social/`, without its ending. */
  readonly name: string;
  /** The small line above the title. */
  readonly kind: string;
  readonly title: string;
};

const site: SocialCard = {
  name: 'site',
  kind: 'Credit from outside college',
  title: 'See where your credit lands in a US degree before you pay',
};

const course: SocialCard = {
  name: 'course',
  kind: 'Course or exam',
  title: 'What is recommended for it, and where it lands',
};

/** The pictures of kinds of pages, by the kind that `Page.astro` is given. */
export const kindCards: Readonly<Record<string, SocialCard>> = {
  About: { name: 'about', kind: 'About', title: 'Every fact with its source, nothing sent anywhere' },
  Certificate: course,
  Course: course,
  Degree: { name: 'degree', kind: 'Degree', title: 'Block by block: what fits, what is still needed' },
  Exam: course,
  Guide: { name: 'guides', kind: 'Guides', title: 'How credit from outside college works, step by step' },
  'Micro-credential': course,
  Provider: { name: 'provider', kind: 'Provider', title: 'Prices, exams, and who sends the record' },
  School: { name: 'school', kind: 'School', title: 'What it accepts' },
  Service: { name: 'service', kind: 'Service', title: 'Who recommends, proctors, evaluates and sends' },
  Tool: { name: 'tool', kind: 'Tool', title: 'Check before you pay. Nothing is sent anywhere' },
};

/** Every picture that is not of one guide or journey. */
export const commonCards: readonly SocialCard[] = [...new Set([site, ...Object.values(kindCards)])];

/** The picture of a page of this kind. */
export function cardOfKind(kind: string | undefined): SocialCard {
  return (kind === undefined ? undefined : kindCards[kind]) ?? site;
}

export const guideCard = (id: string, title: string): SocialCard => ({ name: `guide-${id}`, kind: 'Guide', title });

export const journeyCard = (id: string, title: string): SocialCard => ({
  name: `journey-${id}`,
  kind: 'Step by step',
  title,
});

/** What the picture says, for those who do not see it. */
export const cardWords = ({ kind, title }: SocialCard): string => `${kind}: ${title}`;

/** The whole address of the picture: who shows it elsewhere needs the host too. */
export function cardAddress({ name }: SocialCard, site: URL | undefined): string {
  return new URL(addressBelow(`/social/${name}.png`), site).href;
}
