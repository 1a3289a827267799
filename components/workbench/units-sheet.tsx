import { Button, Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './units-sheet.module.css';

/** The places on narrow screens, in a sheet from below. */
export function UnitsSheet({
  title,
  isOpen,
  onClose,
  children,
}: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="bottom"
      size="85%"
      transitionProps={{ duration: 100 }}
      title={title}
      closeButtonProps={{ 'aria-label': 'Close the places' }}
      classNames={{ content: classes.content, body: classes.body }}
    >
      {children}
    </Drawer>
  );
}

/** The chosen place in one line at the foot of a narrow screen; pressing it shows more. */
export function ChosenStrip({
  text,
  action,
  onOpen,
}: {
  text: string;
  action: string;
  onOpen: () => void;
}) {
  return (
    <div className={classes.strip}>
      <b>{text}</b>
      <Button size="compact-sm" variant="default" onClick={onOpen}>
        {action}
      </Button>
    </div>
  );
}
