import { saveMessage, troubleMessage } from '@/components/outbox/work';
import { ActionIcon, Tooltip, Anchor, Group, Text } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import { IconCheck, IconCloudOff, IconRefresh } from '@tabler/icons-react';
import type { SaveState as State } from '@/components/outbox/work';
import classes from './toolbar.module.css';

/** A toolbar button with its name and keys in a tooltip. It does not take the focus. */
export function Tool({
  name,
  keys,
  icon: Icon,
  isOff = false,
  isOn,
  onPress,
}: {
  name: string;
  keys?: string;
  icon: TablerIcon;
  isOff?: boolean;
  /** Whether it is switched on; undefined where it is not a toggle. */
  isOn?: boolean;
  onPress: () => void;
}) {
  return (
    <Tooltip label={keys === undefined ? name : `${name} (${keys})`}>
      <ActionIcon
        variant={isOn ? 'light' : 'subtle'}
        color={isOn ? undefined : 'gray'}
        size="lg"
        aria-label={name}
        aria-pressed={isOn}
        className={classes.tool}
        aria-disabled={isOff}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => !isOff && onPress()}
      >
        <Icon size={20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

const icons = {
  saved: IconCheck,
  saving: IconRefresh,
  offline: IconCloudOff,
  'signed-out': IconCloudOff,
};

/** The save state: saved on the server, being sent, or waiting in this browser. */
export function SaveState({ save, path }: { save: State; path: string }) {
  const Icon = icons[save.kind];
  const trouble = troubleMessage(save);
  return (
    <Group gap={6}>
      <Icon size={16} aria-hidden />
      <Text size="sm" role="status" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {saveMessage(save)}
      </Text>
      <Text size="xs" c="dimmed" aria-live="polite">
        {trouble}
      </Text>
      {save.kind === 'signed-out' && (
        <Anchor size="sm" href={`/sign-in?next=${encodeURIComponent(path)}`}>
          Sign in again
        </Anchor>
      )}
    </Group>
  );
}
