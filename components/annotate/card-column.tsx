import type { RefObject } from 'react';
import { memo } from 'react';
import type { ArticleTextHandle } from '@/components/article-text/article-text-props';
import type { Annotation } from '@/lib/annotation/annotation';
import { AnnotationCard } from './annotation-card';
import type { LayoutNotifier } from './layout-notifier';
import { CardEditor } from './card-editor';
import type { EditorActions } from './card-editor';
import type { EditorFields } from './editor-fields';
import { FirstHint } from './first-hint';
import type { LabelLookup } from '@/components/article-text/label-lookup';
import { useCardPositions } from './use-card-positions';
import classes from './card-column.module.css';

/** What the cards, in the column or in the sheet, show and do. */
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

/** The cards beside their spans. Only those near the screen are there, however many annotations there are. */
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
          // What is typed goes on from what was kept last, not from what the last frame showed.
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
