import { Stack, Text, Title } from '@mantine/core';
import type { SecurityEventView } from '@/lib/access/security-event';
import { EventTable } from './event-table';

/** What was recorded of the viewer's account last, so that they see when somebody else has signed in as them. */
export function AccountEvents({ events }: { events: readonly SecurityEventView[] }) {
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        Recent activity
      </Title>
      <Text size="sm" c="dimmed">
        If something here was not you, change your password: it signs out everybody.
      </Text>
      {events.length === 0 ? (
        <Text size="sm">Nothing has been recorded yet.</Text>
      ) : (
        <EventTable events={events} label="Recent activity" withPeople={false} />
      )}
    </Stack>
  );
}
