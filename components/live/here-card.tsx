import { VisuallyHidden } from '@mantine/core';
import { memo } from 'react';
import type { Ref } from 'react';
import { inQuotes } from '@/components/ui/format-text';
import type { LabelLookup } from '@/components/article-text/label-lookup';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import type { Here } from './colleague-layers';
import classes from './here-card.module.css';
import { PersonFace } from './person-face';

/** How many marks are listed at one place. */
const maxListed = 20;

/** Who has marked this place as what, in one sentence. */
export function hereMessage(here: readonly Here[], nameOf: (label: string) => string): string {
  const entries = here.map(
    ({ layer, annotation }) => `${layer.author}, ${nameOf(annotation.label)}`,
  );
  return entries.length === 0 ? '' : `Marked here by ${entries.slice(0, maxListed).join('; ')}.`;
}

/** What colleagues have marked at the caret: who, as what, which words, and their notes. */
export const HereCard = memo(function HereCard({
  here,
  lookup,
  card,
}: {
  here: readonly Here[];
  lookup: LabelLookup;
  card: Ref<HTMLElement>;
}) {
  return (
    <>
      <VisuallyHidden aria-live="polite">
        {hereMessage(here, (key) => lookup.of(key).name)}
      </VisuallyHidden>
      {here.length > 0 && (
        <section ref={card} className={classes.card} aria-label="Colleagues here" tabIndex={0}>
          <b>Colleagues here</b>
          <ul className={classes.list}>
            {here.slice(0, maxListed).map(({ layer, annotation: { id, label, quote, note } }) => (
              <li key={id}>
                <span className={classes.heading}>
                  <PersonFace name={layer.author} slot={layer.slot} size="1.25rem" />
                  <bdi>{layer.author}</bdi>
                  <LabelHighlight label={lookup.of(label)} text={lookup.of(label).name} />
                </span>
                <span className={classes.quote}>{inQuotes(quote)}</span>
                {note !== '' && <p className={classes.note}>{note}</p>}
              </li>
            ))}
          </ul>
          {here.length > maxListed && (
            <p className={classes.note}>and {here.length - maxListed} more</p>
          )}
        </section>
      )}
    </>
  );
});
