import { Button, Group } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { Command } from './key-map';

/** What can be done with the chosen annotation where there is no room for its card. */
export function ChosenTools({ onCommand }: { onCommand: (command: Command) => void }) {
  return (
    <Group gap="xs" mt={4}>
      <Button
        variant="default"
        size="md"
        leftSection={<IconPencil size={18} aria-hidden />}
        onClick={() => onCommand({ do: 'note' })}
      >
        Note and more
      </Button>
      <Button
        variant="subtle"
        color="red"
        size="md"
        leftSection={<IconTrash size={18} aria-hidden />}
        onClick={() => onCommand({ do: 'remove' })}
      >
        Remove
      </Button>
    </Group>
  );
}
