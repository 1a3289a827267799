'use client';

import { Stack, Text, Title } from '@mantine/core';
import { Time } from '@/components/ui/time';
import type { InvitationOffer } from '@/lib/project/invitation';
import { JoinAsMe } from './join-as-me';
import { JoinAsNew } from './join-as-new';
import { roleSentence, roleText } from '@/components/ui/role-text';

/** Somebody who comes in by an invitation. */
export type Visitor = { name: string; email: string };

/** What an invitation offers, and the way in: as the one signed in, or as somebody new. */
export function InvitationPage({
  token,
  offer,
  person,
}: {
  token: string;
  offer: InvitationOffer;
  /** The one signed in; null for nobody. */
  person: Visitor | null;
}) {
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2" dir="auto">
          {offer.project}
        </Title>
        <Text mt="xs">
          <bdi>{offer.invitedBy}</bdi> invites you into this project as {roleText[offer.role].one}.{' '}
          {roleSentence(offer.role)}
        </Text>
        <Text size="sm" c="dimmed" mt="xs">
          The invitation is good until <Time at={offer.expiresAt} />
          {offer.email === null ? '' : `, and only for ${offer.email}`}.
        </Text>
      </div>
      {person === null ? (
        <JoinAsNew token={token} email={offer.email} />
      ) : (
        <JoinAsMe token={token} person={person} meant={offer.email} />
      )}
    </Stack>
  );
}
