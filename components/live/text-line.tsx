import { Alert, Group, Text } from '@mantine/core';
import { IconCheck, IconCloudOff, IconRefresh } from '@tabler/icons-react';
import type { TextState } from './shared-text';
import classes from './shared-text.module.css';

const icons = { saved: IconCheck, saving: IconRefresh, away: IconCloudOff };

/** How far a shared text is on disk, in words. “Saved” is said only of what the server has on disk. */
function saveStatus({ isHere, line, isSaved }: TextState): [keyof typeof icons, string] {
  if (line === 'broken')
    return isSaved
      ? ['away', 'Offline: others do not see you now']
      : ['away', 'Offline: your changes wait here. Keep this page open'];
  if (line === 'denied') return ['away', 'You are no longer connected to this text'];
  if (!isHere) return ['saving', 'Opening…'];
  return isSaved ? ['saved', 'All changes saved'] : ['saving', 'Saving…'];
}

/** Who is at a text, how far it is on disk, and why the server did not take something. */
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
        <Alert role="alert" color="red" variant="light" title="The last changes were not kept">
          {state.refused} What you see is still here.
        </Alert>
      )}
    </>
  );
}
