'use client';

import { Button, Stack, Text, Title } from '@mantine/core';
import { ConfirmDeed } from '@/components/ui/confirm-deed';
import { useQuestion } from '@/components/ui/use-question';
import { callApi } from '@/components/ui/api';

/** Signs the reader out of every browser, for when one of them is lost. */
export function SessionsEnd() {
  const question = useQuestion<'sessions'>();
  const end = async () => {
    await callApi('DELETE', '/api/v1/me/sessions');
    window.location.assign('/sign-in');
  };
  return (
    <Stack gap="sm" component="section" aria-labelledby="sessions-title">
      <Title order={2} size="h3" id="sessions-title">
        Sessions
      </Title>
      <Text size="sm" c="dimmed">
        If you left a browser signed in somewhere, or lost a device, sign out of all of them.
      </Text>
      <div>
        <Button variant="default" onClick={() => question.ask('sessions')}>
          Sign out everywhere
        </Button>
      </div>
      <ConfirmDeed
        question={question}
        title="Sign out everywhere?"
        action="Sign out everywhere"
        onConfirm={end}
      >
        <Text size="sm">
          Every browser you are signed in with is signed out, this one too. Access tokens go on
          working; changes that still wait to be saved in another browser stay there until you sign
          in again.
        </Text>
      </ConfirmDeed>
    </Stack>
  );
}
