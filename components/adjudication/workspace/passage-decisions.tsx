import type { LabelLookup } from '@/components/article-text/labels';
import { problemMessage } from '@/components/ui/api';
import { Alert, Text, Button, Switch } from '@mantine/core';
import type { ApiProblem } from '@/components/ui/api';
import { shortQuote } from '@/components/ui/format-text';
import { Time } from '@/components/ui/time';
import { VersionAnnotations } from '@/components/workbench/version-annotations';
import type {
  WorkspaceDecision,
  AdjudicationWorkspace,
} from '@/lib/adjudication/workspace/adjudication-workspace';
import type { Segment } from '@/lib/article/segment';
import type { RelationType } from '@/lib/codebook/codebook';
import { decisionMessage, decisionReasonMessage } from './adjudication-messages';
import { draftQuote } from './draft-editor';
import type { WorkspaceAnnotation, Passage } from './passage';
import { outcomeAt } from './passage';
import classes from './passage-detail.module.css';
import type { Arrow } from './use-deciding';

/** Why a decision was refused, in the server's words, and that the choice is still there. */
export function RefusedNote({
  problem,
  onDismiss,
}: {
  problem: ApiProblem;
  onDismiss: () => void;
}) {
  const { lines } = problemMessage(problem);
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      mt={8}
      title={problem.status === 409 ? 'Not decided: it has changed meanwhile' : 'Not decided'}
      withCloseButton
      closeButtonLabel="Dismiss"
      onClose={onDismiss}
    >
      {lines.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
      <Text size="sm" mt={4}>
        What you chose and wrote is still here; Enter sends it again.
      </Text>
    </Alert>
  );
}

const nobody: never[] = [];

/** What was decided at a passage: the outcome in the consensus, by whom, why and when. */
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
  /** Null where it cannot be revoked now. */
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
          Revoke this decision (x)
        </Button>
      )}
    </div>
  );
}

type Vote = AdjudicationWorkspace['relations'][number];

/**
 * The relations of the consensus's annotations at a passage, with how many layers have each, and
 * whether it is in the consensus.
 */
export function RelationList({
  passage,
  relations,
  annotations,
  types,
  text,
  isFixed,
  onTurn,
}: {
  passage: Passage;
  relations: readonly Vote[];
  /** The consensus's annotations, by id. */
  annotations: ReadonlyMap<string, WorkspaceAnnotation>;
  types: readonly RelationType[];
  text: string;
  isFixed: boolean;
  onTurn: (arrow: Arrow) => void;
}) {
  const own = new Set(outcomeAt(passage).map(({ annotationId }) => annotationId));
  const here = relations.filter(({ from, to }) => own.has(from) || own.has(to));
  if (here.length === 0) return null;
  const quoteOf = (id: string) => {
    const annotation = annotations.get(id);
    return annotation === undefined
      ? 'another annotation'
      : `“${shortQuote(draftQuote(annotation, text), 40)}”`;
  };
  return (
    <section className={classes.decision} aria-label="Relations">
      <b>Relations</b>
      {here.map(({ type, from, to, layers, of, isInConsensus, decision }) => (
        <div key={`${type} ${from} ${to}`}>
          <Switch
            size="xs"
            mt={6}
            checked={isInConsensus}
            disabled={isFixed}
            onChange={({ currentTarget }) =>
              onTurn({ type, from, to, isInConsensus: currentTarget.checked })
            }
            label={`${quoteOf(from)} → ${types.find(({ key }) => key === type)?.name ?? type} → ${quoteOf(to)}`}
          />
          <Text size="xs" c="dimmed">
            {layers} of {of} annotators have it; it is {isInConsensus ? 'taken' : 'rejected'}
            {decision === null ? '.' : `, as ${decision.by.name} decided.`}
          </Text>
        </div>
      ))}
    </section>
  );
}
