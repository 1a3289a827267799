'use client';

import { Badge, Button, Text, Group, Stack, Title } from '@mantine/core';
import type { RefObject } from 'react';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { callApi } from '@/components/ui/api';
import { ConfirmAction, useQuestion } from '@/components/ui/confirm-action';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Time } from '@/components/ui/time';
import { useAction } from '@/components/ui/use-action';
import type { SessionView } from '@/lib/access/session';
import classes from './account-list.module.css';

const deviceName = ({ device }: SessionView): string => device || 'Unknown device';

/** The viewer's sessions, newest first, each with a button to end it. */
function SessionList({
  sessions,
  landing,
  onEnded,
}: {
  sessions: readonly SessionView[];
  /** Where focus goes when a session has left the list. */
  landing: RefObject<HTMLElement | null>;
  onEnded: () => void;
}) {
  const { busy, problem, run } = useAction();
  const end = async (session: SessionView) => {
    const isEnded = await run(() => callApi('DELETE', `/api/v1/me/sessions/${session.id}`));
    if (!isEnded) return;
    if (session.current) return window.location.assign('/sign-in');
    landing.current?.focus();
    onEnded();
  };
  return (
    <>
      <ul className={classes.list}>
        {sessions.map((session) => (
          <li key={session.id} className={classes.item}>
            <div className={classes.text}>
              <Text fw={600} component="div">
                {deviceName(session)}
                {session.current && (
                  <Badge size="sm" variant="light" ml="xs" tt="none">
                    This one
                  </Badge>
                )}
              </Text>
              <Text size="sm" c="dimmed">
                Started <Time at={session.createdAt} /> · last seen <Time at={session.lastSeenAt} />
              </Text>
            </div>
            <Button
              variant="default"
              size="xs"
              flex="none"
              disabled={busy}
              aria-label={`End this session: ${deviceName(session)}`}
              onClick={() => void end(session)}
            >
              End this session
            </Button>
          </li>
        ))}
      </ul>
      {problem !== null && <ProblemAlert problem={problem} />}
    </>
  );
}

type Ending = 'others' | 'all';

const endings = {
  others: {
    title: 'End all other sessions?',
    action: 'End all others',
    path: '/api/v1/me/sessions?others=true',
    text: 'All your other browsers are signed out; this one stays signed in.',
  },
  all: {
    title: 'Sign out everywhere?',
    action: 'Sign out everywhere',
    path: '/api/v1/me/sessions',
    text: 'All your browsers are signed out, including this one.',
  },
} as const;

/** The viewer's sessions, with buttons to end one, all others, or all. */
export function Sessions({ sessions }: { sessions: readonly SessionView[] }) {
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);
  const question = useQuestion<Ending>();
  const { title, action, path, text } = endings[question.about ?? 'others'];
  const end = async () => {
    await callApi('DELETE', path);
    if (question.about === 'all') window.location.assign('/sign-in');
    else router.refresh();
  };
  return (
    <Stack gap="sm" component="section" aria-labelledby="sessions-title">
      <Title ref={heading} tabIndex={-1} order={2} size="h3" id="sessions-title">
        Sessions
      </Title>
      <Text size="sm" c="dimmed">
        Where you are signed in. A session ends when it is not used for 14 days, or after 90 days.
        If you do not recognise one, end it and change your password.
      </Text>
      <SessionList sessions={sessions} landing={heading} onEnded={() => router.refresh()} />
      <Group gap="sm">
        {sessions.length > 1 && (
          <Button variant="default" onClick={() => question.open('others')}>
            End all others
          </Button>
        )}
        <Button variant="default" onClick={() => question.open('all')}>
          Sign out everywhere
        </Button>
      </Group>
      <ConfirmAction
        question={question}
        landing={heading}
        title={title}
        action={action}
        onConfirm={end}
      >
        <Text size="sm">
          {text} Access tokens stay valid; changes that are not saved yet in another browser stay
          there until you sign in again.
        </Text>
      </ConfirmAction>
    </Stack>
  );
}
