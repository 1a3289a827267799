import type { RefObject, Ref } from 'react';
import { useEffect, useState, memo } from 'react';
import { VisuallyHidden } from '@mantine/core';
import type { ArticleTextHandle } from '@/components/article-text/article-text';
import { inQuotes } from '@/components/ui/format-text';
import type { LabelLookup } from '@/components/article-text/labels';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import type { ColleagueLayers, Here } from './colleague-layers';
import classes from './here-card.module.css';
import { PersonFace } from './person-face';

/** How long the caret must rest before the annotations at it are looked up, in milliseconds. */
const debounceDelay = 150;

const nothing: readonly Here[] = [];

const areSame = (one: readonly Here[], other: readonly Here[]) =>
  one.length === other.length &&
  one.every(
    ({ annotation, layer }, at) =>
      annotation === other[at]?.annotation && layer.author === other[at]?.layer.author,
  );

/** Colleagues' annotations at the caret or the last tap, of the layers that are shown. */
export function useHere(
  layers: ColleagueLayers,
  article: RefObject<ArticleTextHandle | null>,
): readonly Here[] {
  const [here, setHere] = useState(nothing);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let caret: number | null = null;
    const look = () => {
      // Where the focus leaves the text, such as to the card itself, the last position stays.
      caret = article.current?.textLayout()?.caret() ?? caret;
      const found = caret === null ? nothing : layers.at(caret);
      setHere((before) => (areSame(before, found) ? before : found));
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(look, debounceDelay);
    };
    const unsubscribe = layers.subscribe(soon);
    document.addEventListener('selectionchange', soon);
    return () => {
      clearTimeout(timer);
      unsubscribe();
      document.removeEventListener('selectionchange', soon);
    };
  }, [layers, article]);
  return here;
}

/** The maximum number of annotations that the card lists. */
const maxListed = 20;

/** Who annotated this position with which label, in one sentence. */
function hereMessage(here: readonly Here[], nameOf: (label: string) => string): string {
  const entries = here.map(
    ({ layer, annotation }) => `${layer.author}, ${nameOf(annotation.label)}`,
  );
  return entries.length === 0 ? '' : `Annotated here by ${entries.slice(0, maxListed).join('; ')}.`;
}

/** Colleagues' annotations at the caret: author, label, quote and note. */
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
