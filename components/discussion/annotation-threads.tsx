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

/** The threads on an annotation, in its card or beside its layer. */
export function AnnotationThreads({
  annotationId,
  quote,
  isSaved = true,
  fieldRef,
}: {
  annotationId: string;
  quote: string;
  /** Whether the server has the annotation; threads need that. */
  isSaved?: boolean;
  /** The first field for a comment, which a key focuses. */
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
          No discussion yet.
        </Text>
      )}
    </Stack>
  );
}

/** The name of the draft of a new thread at this place. */
function draftName(target: ThreadTarget): string {
  if (target.annotationId !== null) return `start ${target.annotationId}`;
  return `start ${target.segments.map(({ start, end }) => `${start}-${end}`).join()}`;
}

/** A field that starts a thread on an annotation or a passage. */
export function NewThread({
  target,
  takesFocus = false,
  fieldRef,
  onStart,
}: {
  target: ThreadTarget;
  takesFocus?: boolean;
  fieldRef?: Ref<HTMLElement> | undefined;
  /** Called with the new thread's id once it is sent. */
  onStart?: (threadId: string) => void;
}) {
  const discussion = useArticleDiscussion();
  const name = draftName(target);
  return (
    <CommentField
      key={name}
      label="Start a discussion"
      initialText={discussion.draft(name).text}
      send="Send"
      takesFocus={takesFocus}
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

/** The number of comments on an annotation, for its card; nothing where there are none. */
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
