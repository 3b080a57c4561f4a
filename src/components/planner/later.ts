/** Parts of the planner that come after the first answer: what is folded away at first, and what is done with a plan. */
export { FittingCourses } from './FittingCourses.tsx';
export { Grip } from './Grip.tsx';
export { Keep, OpenFile } from './Keep.tsx';
export { Limits } from './Limits.tsx';
export { MapExplorer } from './MapExplorer.tsx';
export { MoveForm } from './MoveForm.tsx';
export { MoveHere } from './MoveHere.tsx';
export { MoveNote } from './MoveNote.tsx';
export { Mover } from './Mover.tsx';
export { PinTag } from './PinTag.tsx';
export { ProgressForm } from './ProgressForm.tsx';
export { Reaches } from './Reaches.tsx';
export { RepairOffer } from './RepairOffer.tsx';
export { TypedCourseForm } from './TypedCourseForm.tsx';
export { effectBetween } from '../../planner/move-effect.ts';
export { effectWords } from '../../planner/wording-moves.ts';
