import type { OutcomeCounts, UnitOutcome } from '@/lib/adjudication/changes/unit-outcome';
import { unitOutcomes } from '@/lib/adjudication/changes/unit-outcome';
import classes from './decision-log.module.css';
import { countsMessage, outcomeNames } from '@/components/workbench/outcome-messages';

const outcomeClasses: Record<UnitOutcome, string | undefined> = {
  unchanged: classes.unchanged,
  changed: classes.changedSegment,
  rejected: classes.rejected,
  missed: classes.missed,
  waiting: classes.waiting,
};

/** How many places are drawn before those of this outcome. */
const beforeOf = (counts: OutcomeCounts, outcome: UnitOutcome): number =>
  unitOutcomes
    .slice(0, unitOutcomes.indexOf(outcome))
    .reduce((sum, earlier) => sum + counts[earlier], 0);

/** How many places came out how, as one bar; `most` places fill its width. */
export function OutcomeBar({ counts, max }: { counts: OutcomeCounts; max: number }) {
  return (
    <svg
      className={classes.bar}
      viewBox={`0 0 ${Math.max(1, max)} 1`}
      preserveAspectRatio="none"
      role="img"
      aria-label={countsMessage(counts)}
    >
      {unitOutcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => (
          <rect
            key={outcome}
            className={outcomeClasses[outcome]}
            x={beforeOf(counts, outcome)}
            width={counts[outcome]}
            height={1}
          />
        ))}
    </svg>
  );
}

/** What the parts of the bars are. */
export function OutcomeLegend() {
  return (
    <ul className={classes.legend} aria-label="What the bars show">
      {unitOutcomes.map((outcome) => (
        <li key={outcome}>
          <svg className={classes.swatch} width={14} height={14} aria-hidden>
            <rect className={outcomeClasses[outcome]} width={14} height={14} />
          </svg>
          <span>
            <strong>{outcomeNames[outcome].name}</strong>: {outcomeNames[outcome].is}
          </span>
        </li>
      ))}
    </ul>
  );
}
