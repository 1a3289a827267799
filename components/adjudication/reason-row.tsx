import { ActionIcon, Group, TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';

function RowButton({
  name,
  icon,
  isOff = false,
  onPress,
}: {
  name: string;
  icon: 'up' | 'down' | 'remove';
  isOff?: boolean;
  onPress: () => void;
}) {
  const Icon = { up: IconArrowUp, down: IconArrowDown, remove: IconTrash }[icon];
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={36}
      aria-label={name}
      disabled={isOff}
      data-move={icon}
      onClick={onPress}
    >
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
}

/** One reason of the list: its words, and the ways to move it and to take it away. */
export function ReasonRow({
  at,
  count,
  name,
  field,
  onMove,
  onRemove,
}: {
  at: number;
  count: number;
  name: string;
  field: TextInputProps;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  return (
    <Group gap={4} wrap="nowrap" align="flex-start" data-row={at}>
      <TextInput aria-label={`Reason ${at + 1}`} dir="auto" flex={1} {...field} />
      <RowButton name={`Move “${name}” up`} icon="up" isOff={at === 0} onPress={() => onMove(-1)} />
      <RowButton
        name={`Move “${name}” down`}
        icon="down"
        isOff={at === count - 1}
        onPress={() => onMove(1)}
      />
      <RowButton name={`Remove “${name}”`} icon="remove" onPress={onRemove} />
    </Group>
  );
}
