/** Parts of the planner that come after the first answer: what is folded away at first, and what is done with a plan. */
export { DecisionForm } from './DecisionForm.tsx';
export { ExceptionForm } from './ExceptionForm.tsx';
export { FittingCourses } from './FittingCourses.tsx';
export { Keep, OpenFile } from './Keep.tsx';
export { Limits } from './Limits.tsx';
export { MoveForm } from './MoveForm.tsx';
export { ProgressForm } from './ProgressForm.tsx';
export { Reaches } from './Reaches.tsx';
export { RepairOffer } from './RepairOffer.tsx';
export { SchoolAnswers } from './SchoolAnswers.tsx';
export { TypedCourseForm } from './TypedCourseForm.tsx';
export { TrialBar, WhatIf } from './WhatIf.tsx';
export { AnswerWhy, BlockWhy, CreditWhy, Disputes } from './Why.tsx';
