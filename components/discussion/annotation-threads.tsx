import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Ref } from 'react';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { NewThread } from './new-thread';
import { ThreadBox } from './thread-box';
import { openFirst, threadsOn } from './thread-messages';
import { useArticleDiscussion } from './use-discussion';

/** What is said about an annotation, within its card or beside the reading that it is in. */
export function AnnotationThreads({
  annotationId,
  quote,
  isSaved = true,
  fieldRef,
}: {
  annotationId: string;
  quote: string;
  /** Whether the server has the annotation already: nothing hangs on what it does not know. */
  isSaved?: boolean;
  /** The field that a key leads to: the first one in which something can be said. */
  fieldRef?: Ref<HTMLElement>;
}) {
  const { threads, problem, mayComment } = useArticleDiscussion();
  const mine = useMemo(() => openFirst(threadsOn(threads, annotationId)), [threads, annotationId]);
  const first = mine[0]?.state === 'open' ? mine[0].id : null;
  if (!isSaved) return null;
  return (
    <Stack gap="xs" data-threads-of={annotationId}>
      {problem !== null && <ProblemAlert problem={problem} />}
      {mine.map((thread) => (
        <ThreadBox
          key={thread.id}
          thread={thread}
          withQuote={false}
          {...(fieldRef && thread.id === first ? { fieldRef } : {})}
        />
      ))}
      {mayComment && first === null && (
        <NewThread target={{ annotationId, quote }} {...(fieldRef ? { fieldRef } : {})} />
      )}
      {!mayComment && mine.length === 0 && problem === null && (
        <Text size="sm" c="dimmed">
          Nothing is said about it here.
        </Text>
      )}
    </Stack>
  );
}
