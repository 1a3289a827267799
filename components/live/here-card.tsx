import { VisuallyHidden } from '@mantine/core';
import { memo } from 'react';
import type { Ref } from 'react';
import { inQuotes } from '@/components/annotate/deed-words';
import type { LabelShelf } from '@/components/annotate/label-shelf';
import { LabelMark } from '@/components/codebook/label-mark';
import type { Here } from './colleague-layers';
import classes from './here-card.module.css';
import { PersonFace } from './person-face';

/** How many marks are listed at one place. */
const most = 20;

/** Who has marked this place as what, in one sentence. */
export function hereWords(here: readonly Here[], nameOf: (label: string) => string): string {
  const said = here.map(({ layer, annotation }) => `${layer.author}, ${nameOf(annotation.label)}`);
  return said.length === 0 ? '' : `Marked here by ${said.slice(0, most).join('; ')}.`;
}

/** What colleagues have marked at the caret: who, as what, which words, and their notes. */
export const HereCard = memo(function HereCard({
  here,
  shelf,
  card,
}: {
  here: readonly Here[];
  shelf: LabelShelf;
  card: Ref<HTMLElement>;
}) {
  return (
    <>
      <VisuallyHidden aria-live="polite">
        {hereWords(here, (key) => shelf.of(key).name)}
      </VisuallyHidden>
      {here.length > 0 && (
        <section ref={card} className={classes.card} aria-label="Colleagues here" tabIndex={0}>
          <b>Colleagues here</b>
          <ul className={classes.list}>
            {here.slice(0, most).map(({ layer, annotation: { id, label, quote, note } }) => (
              <li key={id}>
                <span className={classes.heading}>
                  <PersonFace name={layer.author} slot={layer.slot} size="1.25rem" />
                  <bdi>{layer.author}</bdi>
                  <LabelMark label={shelf.of(label)} words={shelf.of(label).name} />
                </span>
                <span className={classes.quote}>{inQuotes(quote)}</span>
                {note !== '' && <p className={classes.note}>{note}</p>}
              </li>
            ))}
          </ul>
          {here.length > most && <p className={classes.note}>and {here.length - most} more</p>}
        </section>
      )}
    </>
  );
});
