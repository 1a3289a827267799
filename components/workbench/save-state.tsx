import { Anchor, Group, Text } from '@mantine/core';
import { IconCheck, IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { saveMessage, troubleMessage } from '@/components/outbox/save-messages';
import type { SaveState as State } from '@/components/outbox/work';

const icons = {
  saved: IconCheck,
  saving: IconRefresh,
  offline: IconCloudOff,
  'signed-out': IconCloudOff,
};

/** How far the work has come: kept by the server, on its way, or waiting in this browser. */
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
