import { Drawer, Stack } from '@mantine/core';
import { AnnotationCard, cardHeight } from './annotation-card';
import type { CardsProps } from './card-column';
import { CardEditor } from './card-editor';
import { counted } from '@/components/ui/format-text';
import { FirstHint } from './first-hint';
import { useListWindow } from '@/components/workbench/use-list-window';
import classes from './card-column.module.css';

const row = cardHeight.open + 6;

const showTop = (editor: HTMLElement | null) => editor?.scrollIntoView({ block: 'end' });

function Rows({ annotations, chosenId, lookup, onChoose }: CardsProps) {
  const { first, last, list } = useListWindow(annotations.length, row);
  return (
    <ol ref={list} className={classes.list} style={{ height: annotations.length * row }}>
      {annotations.slice(first, last).map((annotation, index) => (
        <li
          key={annotation.id}
          className={classes.item}
          style={{ transform: `translateY(${(first + index) * row}px)` }}
          aria-setsize={annotations.length}
          aria-posinset={first + index + 1}
          aria-current={annotation.id === chosenId || undefined}
        >
          <AnnotationCard
            annotation={annotation}
            label={lookup.of(annotation.label)}
            isCompact={false}
            onChoose={onChoose}
          />
        </li>
      ))}
    </ol>
  );
}

/** The cards on narrow screens: a sheet from below with the chosen one open and all of them under it. */
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
      title={counted(annotations.length, 'highlight')}
      closeButtonProps={{ 'aria-label': 'Close the highlights' }}
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
