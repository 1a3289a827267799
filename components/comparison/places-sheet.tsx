import { Button, Drawer } from '@mantine/core';
import type { ListedUnit } from './comparing';
import type { PanelProps } from './places-panel';
import { PlacesPanel } from './places-panel';
import { unitWords } from './unit-words';
import classes from './places-sheet.module.css';

/** The places on narrow screens, in a sheet from below. */
export function PlacesSheet({
  isOpen,
  onClose,
  ...panel
}: PanelProps & { isOpen: boolean; onClose: () => void }) {
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="bottom"
      size="85%"
      transitionProps={{ duration: 100 }}
      title="Where readings part"
      closeButtonProps={{ 'aria-label': 'Close the places' }}
      classNames={{ content: classes.content, body: classes.body }}
    >
      <PlacesPanel {...panel} />
    </Drawer>
  );
}

/** The chosen place in one line at the foot of a narrow screen; pressing it shows who said what. */
export function ChosenStrip({ unit, onOpen }: { unit: ListedUnit; onOpen: () => void }) {
  return (
    <div className={classes.strip}>
      <b>{unitWords(unit)}</b>
      <Button size="compact-sm" variant="default" onClick={onOpen}>
        Who said what
      </Button>
    </div>
  );
}
