'use client';

import { Badge, Button, Text } from '@mantine/core';
import type { RefObject } from 'react';
import { callApi } from '@/components/ui/api';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Time } from '@/components/ui/time';
import { useAction } from '@/components/ui/use-action';
import type { SessionView } from '@/lib/access/session';
import classes from './account-list.module.css';

const deviceName = ({ device }: SessionView): string => device || 'Unknown device';

/** The reader's sessions, newest first, each with a way to end it. */
export function SessionList({
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
