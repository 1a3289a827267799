'use client';

import type { Listing } from '@/lib/page';
import { Anchor, Stack, Text, Title, Group, Select } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { SecurityEventView } from '@/lib/access/security-event';
import {
  securityEventDays,
  securityEventKindsOf,
  securityEventSentence,
} from '@/lib/access/security-event';
import type { MemberView } from '@/lib/project/member';
import { EventTable } from './event-table';
import { securityAddress } from './security-filters';
import type { SecurityFilters } from './security-filters';

/** The section of a project's settings that links to its security log. */
export function SecurityLink({ projectId }: { projectId: string }) {
  return (
    <Stack gap="sm" maw={640} align="flex-start">
      <Title order={2} size="h3">
        Security log
      </Title>
      <Text>Who was invited, whose role changed, which settings changed, who exported what.</Text>
      <Anchor component={Link} href={securityAddress(projectId, {})}>
        Open the security log
      </Anchor>
    </Stack>
  );
}

const kinds = securityEventKindsOf('project').map((kind) => ({
  value: kind,
  label: securityEventSentence(kind),
}));

/**
 * The people to filter by: members, and others in the events; equal names get a suffix of the id.
 */
function peopleOf(members: readonly MemberView[], events: readonly SecurityEventView[]) {
  const names = new Map(members.map(({ userId, name }) => [userId, name]));
  for (const { actor, person } of events)
    for (const one of [actor, person])
      if (one !== null && !names.has(one.userId))
        names.set(one.userId, `${one.name} (not a member)`);
  const labels = new Set<string>();
  return [...names]
    .sort(([, one], [, other]) => one.localeCompare(other))
    .map(([value, name]) => {
      const label = labels.has(name) ? `${name} (${value.slice(-4)})` : name;
      labels.add(name);
      return { value, label };
    });
}

/** A project's security log: who changed access or settings, who exported data, and when. */
export function SecurityPage({
  projectId,
  filters,
  listing: { items, nextCursor },
  members,
}: {
  projectId: string;
  filters: SecurityFilters;
  listing: Listing<SecurityEventView>;
  members: readonly MemberView[];
}) {
  const router = useRouter();
  const { kind, userId, from } = filters;
  const show = (change: Partial<SecurityFilters>) =>
    router.replace(securityAddress(projectId, { ...filters, from: undefined, ...change }), {
      scroll: false,
    });
  const isFiltered = kind !== undefined || userId !== undefined || from !== undefined;
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2">
          Security log
        </Title>
        <Text c="dimmed" maw="46rem" mt={4}>
          Invitations, roles, settings and exports of this project, for its owners. Entries are
          stored for {securityEventDays} days, with the network instead of the full IP address.
        </Text>
      </div>
      <Group align="flex-end">
        <Select
          label="What happened"
          placeholder="Anything"
          data={kinds}
          value={kind ?? null}
          onChange={(value) => show({ kind: kinds.find((one) => one.value === value)?.value })}
          clearable
          clearButtonProps={{ 'aria-label': 'Show anything that happened' }}
          w={280}
        />
        <Select
          label="Person"
          placeholder="Anybody"
          data={peopleOf(members, items)}
          value={userId ?? null}
          onChange={(value) => show({ userId: value ?? undefined })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'Show what anybody did' }}
          w={280}
        />
      </Group>
      {items.length > 0 && <EventTable events={items} label="Security log" withPeople />}
      {items.length === 0 && (
        <Text>
          {isFiltered ? 'No entry matches. ' : 'Nothing has been recorded yet.'}
          {isFiltered && (
            <Anchor
              component={Link}
              href={securityAddress(projectId, {})}
              inherit
              underline="always"
            >
              Show all
            </Anchor>
          )}
        </Text>
      )}
      <Group gap="lg">
        {from !== undefined && (
          <Anchor
            component={Link}
            href={securityAddress(projectId, { ...filters, from: undefined })}
          >
            Back to the newest
          </Anchor>
        )}
        {nextCursor !== null && (
          <Anchor
            component={Link}
            href={securityAddress(projectId, { ...filters, from: nextCursor })}
          >
            Older entries
          </Anchor>
        )}
      </Group>
    </Stack>
  );
}
