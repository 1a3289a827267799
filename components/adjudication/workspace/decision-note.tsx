import { Button, Text } from '@mantine/core';
import type { LabelLookup } from '@/components/article-text/label-lookup';
import { VersionAnnotations } from '@/components/workbench/version-annotations';
import { Time } from '@/components/ui/time';
import type { WorkspaceDecision } from '@/lib/adjudication/workspace/adjudication-workspace';
import type { Segment } from '@/lib/article/segment';
import { decisionMessage, decisionReasonMessage } from './adjudication-messages';
import classes from './passage-detail.module.css';

const nobody: never[] = [];

/** What was decided at a place: what the consensus has by it, by whom, why and when. */
export function DecisionNote({
  decision,
  unit,
  text,
  lookup,
  onWithdraw,
}: {
  decision: WorkspaceDecision;
  unit: Segment;
  text: string;
  lookup: LabelLookup;
  /** Null where it cannot be taken back now. */
  onWithdraw: (() => void) | null;
}) {
  const { outcome, by, at, openAttributes, rule } = decision;
  return (
    <div className={classes.decision}>
      <b>{decisionMessage(decision)}</b>
      {outcome.length > 0 ? (
        <VersionAnnotations
          unit={unit}
          text={text}
          lookup={lookup}
          layers={nobody}
          annotations={[outcome]}
        />
      ) : (
        <Text size="sm">The consensus has nothing here.</Text>
      )}
      {openAttributes.length > 0 && (
        <Text size="sm" fw={500}>
          Left open, as there was a tie: {openAttributes.join(', ')}.
        </Text>
      )}
      <p className={classes.reason}>{decisionReasonMessage(decision)}</p>
      <Text size="xs" c="dimmed">
        {rule === null ? '' : 'Merge run by '}
        <bdi>{by.name}</bdi>, <Time at={at} />
      </Text>
      {onWithdraw !== null && (
        <Button
          size="compact-xs"
          variant="subtle"
          onMouseDown={(event) => event.preventDefault()}
          onClick={onWithdraw}
        >
          Take this decision back (x)
        </Button>
      )}
    </div>
  );
}
