import { Alert, Group, Text } from '@mantine/core';
import { IconCheck, IconCloudOff, IconRefresh } from '@tabler/icons-react';
import type { TextState } from './shared-text';
import classes from './shared-text.module.css';

const icons = { saved: IconCheck, saving: IconRefresh, away: IconCloudOff };

/** The icon and message of a shared text's save state. “Saved” means that the server has it on disk. */
function saveStatus({ isHere, line, isSaved }: TextState): [keyof typeof icons, string] {
  if (line === 'broken')
    return isSaved
      ? ['away', 'Offline: others do not see you']
      : ['away', 'Offline: your changes wait on this page. Keep it open'];
  if (line === 'denied') return ['away', 'You are no longer connected to this text'];
  if (!isHere) return ['saving', 'Opening…'];
  return isSaved ? ['saved', 'All changes saved'] : ['saving', 'Saving…'];
}

/** The status line of a shared text: its save state, who else is here, and the last refusal. */
export function TextLine({ state, myId }: { state: TextState; myId: string }) {
  const [icon, message] = saveStatus(state);
  const Icon = icons[icon];
  const others = state.people.filter(({ userId }) => userId !== myId);
  return (
    <>
      <Group gap="lg" justify="space-between">
        <Group gap={6} wrap="nowrap">
          <Icon size={16} aria-hidden />
          <Text size="sm" role="status">
            {message}
          </Text>
        </Group>
        <Group gap="sm" component="ul" aria-label="Also here" p={0} m={0}>
          {others.map(({ userId, name, color }) => (
            <Text
              key={userId}
              component="li"
              size="sm"
              className={classes.face}
              style={{ '--writer': color, listStyle: 'none' }}
            >
              {name}
            </Text>
          ))}
          {others.length === 0 && state.isHere && (
            <Text size="sm" c="dimmed" component="li" style={{ listStyle: 'none' }}>
              Nobody else is here
            </Text>
          )}
        </Group>
      </Group>
      {state.refused !== '' && (
        <Alert role="alert" color="red" variant="light" title="The last changes were not saved">
          {state.refused} They are still on this page.
        </Alert>
      )}
    </>
  );
}
