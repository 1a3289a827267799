import { Switch, Text } from '@mantine/core';
import { shortQuote } from '@/components/ui/format-text';
import type { AdjudicationWorkspace } from '@/lib/adjudication/workspace/adjudication-workspace';
import type { RelationType } from '@/lib/codebook/codebook';
import type { WorkspaceAnnotation, Passage } from './passage';
import { outcomeAt } from './passage';
import { draftQuote } from './draft-editor';
import type { Arrow } from './use-deciding';
import classes from './passage-detail.module.css';

type Vote = AdjudicationWorkspace['relations'][number];

/** The arrows from and to what the consensus has at a place, with how many have them, and whether each stands. */
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
  /** What the consensus has, by id. */
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
    <section className={classes.decision} aria-label="Arrows">
      <b>Arrows</b>
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
            {layers} of {of} have it; it {isInConsensus ? 'stands' : 'does not stand'}
            {decision === null ? '.' : `, as ${decision.by.name} decided.`}
          </Text>
        </div>
      ))}
    </section>
  );
}
