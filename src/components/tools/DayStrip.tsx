import type { DayPart, DayStrip as Strip } from '../../planner/exam/exam-time.ts';

type Props = {
  readonly strip: Strip;
  /** The picture in words. */
  readonly label: string;
};

/** The reader's day as a strip: night, opening hours, and the exam. What it shows is said beside it in words. */
export function DayStrip({ strip, label }: Props) {
  return (
    <svg class="day-strip" role="img" aria-label={label} width="100%" height="84">
      <Bar part={{ from: 0, to: 100 }} y={0} height={56} class="day-strip-day" />
      {strip.nights.map((part) => (
        <Bar key={part.from} part={part} y={0} height={56} class="day-strip-night" />
      ))}
      {strip.open?.map((part) => (
        <Bar key={part.from} part={part} y={34} height={14} class="day-strip-open" />
      ))}
      <Bar part={strip.slot} y={8} height={18} class="day-strip-slot" />
      {strip.ticks.map(({ at, x }, index) => (
        <g key={at} aria-hidden="true">
          <line x1={`${x}%`} x2={`${x}%`} y1={56} y2={62} class="day-strip-tick" />
          <text x={`${x}%`} y={78} text-anchor={index === 0 ? 'start' : x === 100 ? 'end' : 'middle'}>
            {at}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** A bar that is never too short to be seen. */
function Bar({ part, ...look }: { readonly part: DayPart; y: number; height: number; class: string }) {
  const width = Math.max(part.to - part.from, 0.6);
  return <rect x={`${Math.min(part.from, 100 - width)}%`} width={`${width}%`} {...look} />;
}
