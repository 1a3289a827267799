import { FirstHint } from './card-column';
import { Drawer, Stack } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { AnnotationCard, cardHeight } from './annotation-card';
import type { CardsProps } from './card-column';
import { CardEditor } from './card-editor';
import { counted } from '@/components/ui/format-text';
import classes from './card-column.module.css';

const row = cardHeight.open + 6;

const showTop = (editor: HTMLElement | null) => editor?.scrollIntoView({ block: 'end' });

/** The cards of all annotations in a scrolling dialog; only those near the screen are rendered. */
function Rows({ annotations, chosenId, lookup, onChoose }: CardsProps) {
  const box = useRef<HTMLOListElement>(null);
  const scroller = () => box.current?.closest<HTMLElement>('[role=dialog]') ?? null;
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const dialog = scroller();
    if (box.current === null || dialog === null) return;
    const top = box.current.getBoundingClientRect().top - dialog.getBoundingClientRect().top;
    setAbove(Math.round(top + dialog.scrollTop));
  }, [chosenId]);
  const list = useVirtualizer({
    count: annotations.length,
    getScrollElement: scroller,
    estimateSize: () => row,
    scrollMargin: above,
    overscan: 10,
    useFlushSync: false,
  });
  return (
    <ol ref={box} className={classes.list} style={{ height: list.getTotalSize() }}>
      {list.getVirtualItems().map(({ index, start }) => {
        const annotation = annotations[index];
        return (
          annotation && (
            <li
              key={annotation.id}
              className={classes.item}
              style={{ transform: `translateY(${start - above}px)` }}
              aria-setsize={annotations.length}
              aria-posinset={index + 1}
              aria-current={annotation.id === chosenId || undefined}
            >
              <AnnotationCard
                annotation={annotation}
                label={lookup.of(annotation.label)}
                isCompact={false}
                onChoose={onChoose}
              />
            </li>
          )
        );
      })}
    </ol>
  );
}

/**
 * The cards on narrow screens: a bottom sheet with the editor of the chosen annotation and the
 * cards of all.
 */
export function CardSheet({
  isOpen,
  onClose,
  ...cards
}: CardsProps & { isOpen: boolean; onClose: () => void }) {
  const { annotations, chosenId, lookup, isFixed, actions, fields } = cards;
  const chosen = annotations.find(({ id }) => id === chosenId);
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="bottom"
      size="75%"
      transitionProps={{ duration: 100 }}
      title={counted(annotations.length, 'annotation')}
      closeButtonProps={{ 'aria-label': 'Close the annotations' }}
    >
      <Stack gap="md">
        {chosen !== undefined && (
          <div key={chosen.id} ref={showTop}>
            <CardEditor
              annotation={chosen}
              lookup={lookup}
              isFixed={isFixed}
              actions={actions}
              fields={fields}
            />
          </div>
        )}
        {annotations.length === 0 && <FirstHint labels={lookup.offered} isFixed={isFixed} />}
        <div className={classes.column}>
          <Rows {...cards} />
        </div>
      </Stack>
    </Drawer>
  );
}
