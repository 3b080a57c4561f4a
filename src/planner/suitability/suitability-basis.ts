/** What the reasons of "Is this for you?" rest on. */
import type { Reason } from './suitability.ts';

/** What each reason rests on: the page of this site that says more, and the pages that it cites. */
export const reasonBasis: Record<Reason, { readonly guide: string; readonly cites: readonly string[] }> = {
  'school-refuses': { guide: 'guides/when-this-path-is-not-for-you/#1-the-school-refuses-it', cites: [] },
  'visa-needs-campus': {
    guide: 'guides/when-this-path-is-not-for-you/#4-you-need-a-visa',
    cites: ['visa-regulation', 'visa-online-limit'],
  },
  'license-board-decides': {
    guide: 'guides/when-this-path-is-not-for-you/#3-the-profession-needs-a-license',
    cites: ['nursing-boards', 'nursing-states'],
  },
  'nursing-limits': {
    guide: 'guides/when-this-path-is-not-for-you/#3-the-profession-needs-a-license',
    cites: ['nursing-boards', 'excelsior-nursing'],
  },
  'accounting-board': {
    guide: 'guides/when-this-path-is-not-for-you/#3-the-profession-needs-a-license',
    cites: ['cpa-louisiana'],
  },
  'graduate-school-decides': {
    guide: 'guides/when-this-path-is-not-for-you/#3-the-profession-needs-a-license',
    cites: ['medical-online', 'medical-clep'],
  },
  'recognition-at-home': {
    guide: 'guides/when-this-path-is-not-for-you/#6-your-employer-or-your-country-may-not-count-it',
    cites: ['us-no-ministry'],
  },
  'certificate-not-credit': { guide: 'guides/what-a-recommendation-is/#what-it-is-not', cites: ['ace-faq'] },
  'aid-limits': {
    guide: 'guides/when-this-path-is-not-for-you/#5-you-count-on-financial-aid',
    cites: ['aid-visas'],
  },
  'school-by-list': { guide: 'guides/how-schools-decide/#what-is-accepted', cites: [] },
  'school-one-by-one': { guide: 'guides/how-schools-decide/#what-is-accepted', cites: [] },
  'school-not-known': { guide: 'guides/asking-a-registrar/', cites: [] },
  'engineering-accreditation': {
    guide: 'guides/how-schools-decide/#majors-with-a-fixed-order',
    cites: ['tesu-own-majors'],
  },
  'lab-science': {
    guide: 'guides/more-questions-and-answers/#my-degree-asks-for-a-science-with-a-lab-can-that-be-online',
    cites: [],
  },
  'no-onvue': { guide: 'guides/exams-from-abroad/#what-gets-people-blocked', cites: ['onvue-id'] },
  'phone-not-enough': {
    guide: 'guides/exams-from-abroad/#what-the-systems-want',
    cites: ['honorlock', 'prometric-devices'],
  },
  'computer-limited': {
    guide: 'guides/exams-from-abroad/#what-the-systems-want',
    cites: ['prometric-devices', 'saylor-credit'],
  },
  'school-not-chosen': {
    guide: 'guides/earning-us-credit-from-abroad/#step-1-choose-the-school-and-the-degree',
    cites: ['charter-oak', 'tesu-catalog'],
  },
  'degree-begun': {
    guide: 'guides/how-schools-decide/#what-you-must-take-there',
    cites: ['purdue-global-catalog', 'snhu-transfer'],
  },
  'major-names-courses': { guide: 'guides/how-schools-decide/#majors-with-a-fixed-order', cites: ['wgu-pathways'] },
  'old-credit-in-business': { guide: 'guides/how-schools-decide/#age', cites: ['excelsior-age'] },
  'old-credit-in-computing': { guide: 'guides/how-schools-decide/#age', cites: ['charter-oak-age'] },
  'clep-center-only': { guide: 'guides/exams-from-abroad/#clep-find-the-center-first', cites: ['clep-remote'] },
  'slow-pace': { guide: 'guides/glossary/#semester-hour', cites: [] },
  'school-takes': { guide: 'guides/how-schools-decide/#two-decisions-not-one', cites: [] },
  'liberal-arts-any-age': { guide: 'guides/how-schools-decide/#age', cites: ['excelsior-age'] },
  'clep-at-home': { guide: 'guides/exams-from-abroad/#clep-find-the-center-first', cites: ['clep-remote'] },
  'computer-fits': { guide: 'guides/exams-from-abroad/#what-the-systems-want', cites: ['prometric-devices'] },
  'steady-pace': { guide: 'guides/glossary/#semester-hour', cites: [] },
  'fast-pace': { guide: 'guides/glossary/#semester-hour', cites: [] },
};
