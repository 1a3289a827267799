import type { RefObject } from 'react';
import { memo } from 'react';
import type { ArticleTextHandle } from '@/components/article-text/article-text-props';
import type { Annotation } from '@/lib/annotation/annotation';
import { AnnotationCard } from './annotation-card';
import type { Bell } from './bell';
import { CardEditor } from './card-editor';
import type { EditorDeeds } from './card-editor';
import type { EditorFields } from './editor-fields';
import { FirstHint } from './first-hint';
import type { LabelShelf } from './label-shelf';
import { useCardPlaces } from './use-card-places';
import classes from './card-column.module.css';

/** What the cards, in the column or in the sheet, show and do. */
export type CardsProps = {
  annotations: readonly Annotation[];
  chosenId: string | null;
  shelf: LabelShelf;
  isFixed: boolean;
  deeds: EditorDeeds;
  fields: EditorFields;
  onChoose: (annotationId: string) => void;
};

type Beside = {
  article: RefObject<ArticleTextHandle | null>;
  articleBox: RefObject<HTMLElement | null>;
  bell: Bell;
};

/** The cards beside their spans. Only those near the screen are there, however many annotations there are. */
export const CardColumn = memo(function CardColumn({
  annotations,
  chosenId,
  shelf,
  isFixed,
  deeds,
  fields,
  onChoose,
  article,
  articleBox,
  bell,
}: CardsProps & Beside) {
  const { places, isCompact, foot, openCard, ...laid } = useCardPlaces({
    annotations,
    chosenId,
    article,
    articleBox,
    bell,
  });
  return (
    <aside className={classes.column} aria-label="Highlights" style={{ minHeight: foot }}>
      {annotations.length === 0 && <FirstHint labels={shelf.offered} isFixed={isFixed} />}
      <ol className={classes.list}>
        {places.map(({ rank, top }) => {
          const before = laid.annotations[rank];
          if (before === undefined) return null;
          const isOpen = before.id === laid.chosenId;
          // What is typed goes on from what was kept last, not from what the last frame showed.
          const newest = isOpen ? annotations.find(({ id }) => id === before.id) : before;
          const annotation = newest ?? before;
          return (
            <li
              key={annotation.id}
              className={classes.place}
              data-open={isOpen || undefined}
              style={{ transform: `translateY(${Math.round(top)}px)` }}
              aria-setsize={laid.annotations.length}
              aria-posinset={rank + 1}
              ref={isOpen ? openCard : undefined}
            >
              {isOpen ? (
                <CardEditor
                  annotation={annotation}
                  shelf={shelf}
                  isFixed={isFixed}
                  deeds={deeds}
                  fields={fields}
                />
              ) : (
                <AnnotationCard
                  annotation={annotation}
                  label={shelf.of(annotation.label)}
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
