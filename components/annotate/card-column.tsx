import type { ArticleTextHandle } from '@/components/article-text/article-text';
import type { LabelLookup, ShownLabel } from '@/components/article-text/labels';
import { hotkeySentence } from '@/components/workbench/key-map';
import type { EditorFields, LayoutNotifier } from './around-article';
import { Kbd, Stack, Text } from '@mantine/core';
import type { RefObject } from 'react';
import { memo } from 'react';
import type { Annotation } from '@/lib/annotation/annotation';
import { AnnotationCard } from './annotation-card';
import classes from './card-column.module.css';
import type { EditorActions } from './card-editor';
import { CardEditor } from './card-editor';
import { useCardPositions } from './use-card-positions';

/** What to do first, while there are no annotations. */
export function FirstHint({
  labels,
  isFixed,
}: {
  labels: readonly ShownLabel[];
  isFixed: boolean;
}) {
  const keys = hotkeySentence(labels);
  if (isFixed)
    return (
      <Text size="sm" c="dimmed">
        Submitted without annotations.
      </Text>
    );
  if (labels.length === 0)
    return (
      <Text size="sm" c="dimmed">
        The codebook has no labels yet. A manager of the project can add some.
      </Text>
    );
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>
        {keys === null ? 'Select words, then choose a label' : `Select words, then press ${keys}`}
      </Text>
      <Text size="sm" c="dimmed">
        Each annotation gets a card here, for a note and your confidence. <Kbd size="xs">?</Kbd>{' '}
        shows every key.
      </Text>
    </Stack>
  );
}

/** Props of the cards, in the column and in the sheet. */
export type CardsProps = {
  annotations: readonly Annotation[];
  chosenId: string | null;
  lookup: LabelLookup;
  isFixed: boolean;
  actions: EditorActions;
  fields: EditorFields;
  onChoose: (annotationId: string) => void;
};

type Beside = {
  article: RefObject<ArticleTextHandle | null>;
  articleBox: RefObject<HTMLElement | null>;
  layoutNotifier: LayoutNotifier;
};

/**
 * The cards beside their spans. Only those near the screen are rendered, however many annotations
 * there are.
 */
export const CardColumn = memo(function CardColumn({
  annotations,
  chosenId,
  lookup,
  isFixed,
  actions,
  fields,
  onChoose,
  article,
  articleBox,
  layoutNotifier,
}: CardsProps & Beside) {
  const { positions, isCompact, foot, openCard, ...laid } = useCardPositions({
    annotations,
    chosenId,
    article,
    articleBox,
    layoutNotifier,
  });
  return (
    <aside className={classes.column} aria-label="Highlights" style={{ minHeight: foot }}>
      {annotations.length === 0 && <FirstHint labels={lookup.offered} isFixed={isFixed} />}
      <ol className={classes.list}>
        {positions.map(({ rank, top }) => {
          const before = laid.annotations[rank];
          if (before === undefined) return null;
          const isOpen = before.id === laid.chosenId;
          // The editor continues from the last stored content, not from the last frame's.
          const newest = isOpen ? annotations.find(({ id }) => id === before.id) : before;
          const annotation = newest ?? before;
          return (
            <li
              key={annotation.id}
              className={classes.item}
              data-open={isOpen || undefined}
              style={{ transform: `translateY(${Math.round(top)}px)` }}
              aria-setsize={laid.annotations.length}
              aria-posinset={rank + 1}
              ref={isOpen ? openCard : undefined}
            >
              {isOpen ? (
                <CardEditor
                  annotation={annotation}
                  lookup={lookup}
                  isFixed={isFixed}
                  actions={actions}
                  fields={fields}
                />
              ) : (
                <AnnotationCard
                  annotation={annotation}
                  label={lookup.of(annotation.label)}
                  isCompact={isCompact}
                  onChoose={onChoose}
                />
              )}
            </li>
          );
        })}
      </ol>
    </aside>
  );
});
