import { Stack, Text } from '@mantine/core';
import type { Ref } from 'react';
import { useMemo } from 'react';
import { IconMessageCircle } from '@tabler/icons-react';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { ThreadBox } from './thread-box';
import { openFirst, threadsOn, threadsMessage } from './messages';
import type { ThreadTarget } from './use-discussion';
import { useArticleDiscussion } from './use-discussion';
import { CommentField } from './comment-field';
import classes from './thread-box.module.css';

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

/** The name of the draft that begins a thread at this place. */
function draftName(target: ThreadTarget): string {
  if (target.annotationId !== null) return `start ${target.annotationId}`;
  return `start ${target.segments.map(({ start, end }) => `${start}-${end}`).join()}`;
}

/** A field that begins a thread on an annotation or a passage. */
export function NewThread({
  target,
  isWanted = false,
  fieldRef,
  onStart,
}: {
  target: ThreadTarget;
  isWanted?: boolean;
  fieldRef?: Ref<HTMLElement> | undefined;
  /** Once it is sent, with its id. */
  onStart?: (threadId: string) => void;
}) {
  const discussion = useArticleDiscussion();
  const name = draftName(target);
  return (
    <CommentField
      key={name}
      label="Begin a discussion"
      atFirst={discussion.draft(name).text}
      send="Send"
      isWanted={isWanted}
      fieldRef={fieldRef}
      onType={(text) => {
        discussion.draft(name).text = text;
      }}
      onSend={async (content) => {
        const draft = discussion.draft(name);
        await discussion.start(target, draft, content);
        discussion.forget(name);
        onStart?.(draft.threadId);
      }}
    />
  );
}

/** On a card: that, and how much, is said about its annotation; nothing where nothing is. */
export function CommentCount({ annotationId }: { annotationId: string }) {
  const { threads } = useArticleDiscussion();
  const mine = useMemo(() => threadsOn(threads, annotationId), [threads, annotationId]);
  if (mine.length === 0) return null;
  const count = mine.reduce((sum, { comments }) => sum + comments.length, 0);
  const message = threadsMessage(mine);
  return (
    <span className={classes.count} role="img" aria-label={message} title={message}>
      <IconMessageCircle size={16} aria-hidden />
      {count}
    </span>
  );
}
