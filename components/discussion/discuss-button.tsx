import { Button, Kbd } from '@mantine/core';
import { IconMessageCirclePlus } from '@tabler/icons-react';
import classes from './discussion-margin.module.css';

/** Begins a discussion of what is selected. */
export function DiscussButton({ onDiscuss }: { onDiscuss: () => void }) {
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-md"
      fw={500}
      className={classes.discuss}
      aria-keyshortcuts="d"
      leftSection={<IconMessageCirclePlus size={18} aria-hidden />}
      rightSection={
        <Kbd size="xs" aria-hidden className={classes.key}>
          d
        </Kbd>
      }
      onMouseDown={(event) => event.preventDefault()}
      onClick={onDiscuss}
    >
      Discuss
    </Button>
  );
}
