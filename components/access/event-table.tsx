'use client';

import { Table, Text, Stack, Title } from '@mantine/core';
import { Time } from '@/components/ui/time';
import type { SecurityEventView } from '@/lib/access/security-event';
import { securityEventSentence } from '@/lib/access/security-event';
import { eventDetails } from './event-details';
import classes from './event-table.module.css';

function Event({ event, withPeople }: { event: SecurityEventView; withPeople: boolean }) {
  const { at, kind, actor, person, network } = event;
  const details = eventDetails(event);
  const other = person !== null && person.userId !== actor?.userId ? person.name : null;
  return (
    <Table.Tr>
      <Table.Td className={classes.when} data-label="When">
        <Time at={at} />
      </Table.Td>
      {withPeople && (
        <Table.Td data-label="Who">
          <bdi>{actor?.name ?? 'Somebody unknown'}</bdi>
        </Table.Td>
      )}
      <Table.Td data-label="What">
        {securityEventSentence(kind)}
        {withPeople && other !== null && (
          <>
            {': '}
            <bdi>{other}</bdi>
          </>
        )}
        {details !== '' && (
          <Text span c="dimmed" inherit>
            {' · '}
            <bdi>{details}</bdi>
          </Text>
        )}
      </Table.Td>
      <Table.Td className={classes.network} data-label="From">
        {network ?? 'unknown'}
      </Table.Td>
    </Table.Tr>
  );
}

/** Events of a security log, newest first; `withPeople` shows who did what to whom. */
export function EventTable({
  events,
  label,
  withPeople,
}: {
  events: readonly SecurityEventView[];
  label: string;
  withPeople: boolean;
}) {
  return (
    <Table className={classes.events} aria-label={label} verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>When</Table.Th>
          {withPeople && <Table.Th>Who</Table.Th>}
          <Table.Th>What</Table.Th>
          <Table.Th>From network</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {events.map((event) => (
          <Event key={event.id} event={event} withPeople={withPeople} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The latest events of the viewer's account, so that they notice foreign sign-ins. */
export function AccountEvents({ events }: { events: readonly SecurityEventView[] }) {
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        Recent activity
      </Title>
      <Text size="sm" c="dimmed">
        If something here was not you, change your password: that signs out all other browsers.
      </Text>
      {events.length === 0 ? (
        <Text size="sm">Nothing has been recorded yet.</Text>
      ) : (
        <EventTable events={events} label="Recent activity" withPeople={false} />
      )}
    </Stack>
  );
}
