import { Switch, Text } from '@mantine/core';
import { shortQuote } from '@/components/annotate/deed-words';
import type { SettlingDesk } from '@/lib/adjudication/desk/settling-desk';
import type { RelationType } from '@/lib/codebook/codebook';
import type { DeskMark, Place } from './place';
import { outcomeAt } from './place';
import { draftQuote } from './draft-editor';
import type { Arrow } from './use-deciding';
import classes from './place-detail.module.css';

type Vote = SettlingDesk['relations'][number];

/** The arrows from and to what the consensus has at a place, with how many have them, and whether each stands. */
export function RelationList({
  place,
  relations,
  marks,
  types,
  text,
  isFixed,
  onTurn,
}: {
  place: Place;
  relations: readonly Vote[];
  /** What the consensus has, by id. */
  marks: ReadonlyMap<string, DeskMark>;
  types: readonly RelationType[];
  text: string;
  isFixed: boolean;
  onTurn: (arrow: Arrow) => void;
}) {
  const own = new Set(outcomeAt(place).map(({ annotationId }) => annotationId));
  const here = relations.filter(({ from, to }) => own.has(from) || own.has(to));
  if (here.length === 0) return null;
  const wordsOf = (id: string) => {
    const mark = marks.get(id);
    return mark === undefined
      ? 'another annotation'
      : `“${shortQuote(draftQuote(mark, text), 40)}”`;
  };
  return (
    <section className={classes.decided} aria-label="Arrows">
      <b>Arrows</b>
      {here.map(({ type, from, to, layers, of, stands, decision }) => (
        <div key={`${type} ${from} ${to}`}>
          <Switch
            size="xs"
            mt={6}
            checked={stands}
            disabled={isFixed}
            onChange={({ currentTarget }) =>
              onTurn({ type, from, to, stands: currentTarget.checked })
            }
            label={`${wordsOf(from)} → ${types.find(({ key }) => key === type)?.name ?? type} → ${wordsOf(to)}`}
          />
          <Text size="xs" c="dimmed">
            {layers} of {of} have it; it {stands ? 'stands' : 'does not stand'}
            {decision === null ? '.' : `, as ${decision.by.name} decided.`}
          </Text>
        </div>
      ))}
    </section>
  );
}
