import { Stack, Text, Title } from '@mantine/core';
import type { SecurityEventView } from '@/lib/access/security-event';
import { EventTable } from './event-table';

/** The viewer's own last sign-ins, so that they see when somebody else has signed in as them. */
export function AccountEvents({ events }: { events: readonly SecurityEventView[] }) {
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        Recent sign-ins
      </Title>
      <Text size="sm" c="dimmed">
        If something here was not you, change your password: it signs out everybody.
      </Text>
      {events.length === 0 ? (
        <Text size="sm">Nothing has been recorded yet.</Text>
      ) : (
        <EventTable events={events} label="Recent sign-ins" withPeople={false} />
      )}
    </Stack>
  );
}
