'use client';

import { Button, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Unsent } from '@/components/outbox/leave-browser';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';
import { unsentMessage } from './access-messages';
import { signOut } from './sign-out';

/** Shows what has not reached the server, and asks what to do with it before signing out. */
export function SignOutDialog({ unsent, onStay }: { unsent: Unsent; onStay: () => void }) {
  const [left, setLeft] = useState(unsent);
  const { busy, problem, run } = useAction();
  const wait = () =>
    run(async () => {
      const still = await signOut();
      if (still !== null) setLeft(still);
    });
  return (
    <Modal opened onClose={onStay} title="Some changes are not saved yet" centered>
      <Stack gap="md">
        <Text role="status">{unsentMessage(left)}</Text>
        {problem !== null && <ProblemAlert problem={problem} />}
        <Button loading={busy} onClick={() => void wait()} data-autofocus>
          Try to send them, then sign out
        </Button>
        <Button variant="default" disabled={busy} onClick={() => void run(() => signOut('keep'))}>
          Sign out and keep them in this browser
        </Button>
        <Text size="sm" c="dimmed">
          They are sent when you sign in here again. Nobody else who signs in sees or sends them,
          but whoever can use this computer could read them.
        </Text>
        <Button
          variant="default"
          color="red"
          disabled={busy}
          onClick={() => void run(() => signOut('delete'))}
        >
          Sign out and delete them
        </Button>
        <Button variant="subtle" disabled={busy} onClick={onStay}>
          Stay signed in
        </Button>
      </Stack>
    </Modal>
  );
}
