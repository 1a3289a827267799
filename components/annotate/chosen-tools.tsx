import { Button, Group } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { DiscussButton } from '@/components/discussion/discuss-button';
import type { Command } from '@/components/workbench/key-map';

/** Below the labels: what else can be done with the selection, or with the chosen annotation where there is no room for its card. */
export function ChosenTools({
  isHeld,
  onCommand,
}: {
  /** Whether something is selected. */
  isHeld: boolean;
  onCommand: (command: Command) => void;
}) {
  if (isHeld) return <DiscussButton onDiscuss={() => onCommand({ do: 'discuss' })} />;
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
