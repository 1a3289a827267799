import { Button, Text } from '@mantine/core';
import { IconCircleCheck, IconMessageCircle } from '@tabler/icons-react';
import { memo, useId, useState } from 'react';
import type { Ref } from 'react';
import { counted, shortQuote } from '@/components/ui/format-text';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Time } from '@/components/ui/time';
import { useAction } from '@/components/ui/use-action';
import type { ThreadView } from '@/lib/discussion/thread';
import { CommentField } from './comment-field';
import { CommentItem } from './comment-item';
import classes from './thread-box.module.css';
import { useArticleDiscussion } from './use-discussion';

function stateMessage({ state, resolvedBy }: ThreadView, me: string): string {
  if (state === 'open') return 'Discussion';
  if (resolvedBy === null) return 'Resolved';
  return `Resolved by ${resolvedBy.id === me ? 'you' : resolvedBy.name}`;
}

function Reply({ thread, fieldRef }: { thread: ThreadView; fieldRef?: Ref<HTMLElement> }) {
  const discussion = useArticleDiscussion();
  const name = `reply ${thread.id}`;
  return (
    <CommentField
      label="Reply"
      initialText={discussion.draft(name).text}
      send="Reply"
      fieldRef={fieldRef}
      onType={(text) => {
        discussion.draft(name).text = text;
      }}
      onSend={async (content) => {
        await discussion.sendComment(thread.id, discussion.draft(name).id, content);
        discussion.forget(name);
      }}
    />
  );
}

/** One thread: its comments, its state and a reply field. Resolved threads are collapsed. */
export const ThreadBox = memo(function ThreadBox({
  thread,
  withQuote,
  takesFocus = false,
  fieldRef,
}: {
  thread: ThreadView;
  /** Whether the quote is shown. */
  withQuote: boolean;
  /** Whether it was opened by a link, and gets the focus. */
  takesFocus?: boolean;
  fieldRef?: Ref<HTMLElement>;
}) {
  const discussion = useArticleDiscussion();
  const { id, state, resolvedAt, quote, comments } = thread;
  const isResolved = state === 'resolved';
  const [shown, setShown] = useState<ThreadView['state'] | null>(takesFocus ? state : null);
  const isOpen = !isResolved || shown === state;
  const { busy, problem, run } = useAction();
  const inside = useId();
  const toggleState = () => run(() => discussion.changeState(id, isResolved ? 'open' : 'resolved'));
  const Icon = isResolved ? IconCircleCheck : IconMessageCircle;
  return (
    <section
      className={classes.box}
      data-thread={id}
      data-state={state}
      data-wanted={takesFocus || undefined}
      data-autofocus={takesFocus || undefined}
      aria-label={`${stateMessage(thread, discussion.me.id)}: ${shortQuote(quote, 60)}`}
      tabIndex={-1}
    >
      <div className={classes.head}>
        <Text size="sm" fw={500} className={classes.author}>
          <Icon size={16} aria-hidden style={{ verticalAlign: '-3px', marginInlineEnd: 6 }} />
          <bdi>{stateMessage(thread, discussion.me.id)}</bdi>
          {resolvedAt !== null && (
            <Text span size="xs" c="dimmed" className={classes.when}>
              <Time at={resolvedAt} />
            </Text>
          )}
        </Text>
        {isResolved && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-expanded={isOpen}
            aria-controls={inside}
            onClick={() => setShown(isOpen ? null : state)}
          >
            {isOpen ? 'Hide' : counted(comments.length, 'comment')}
          </Button>
        )}
        {discussion.mayComment && (isOpen || !isResolved) && (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={busy}
            onClick={() => void toggleState()}
          >
            {isResolved ? 'Reopen' : 'Resolve'}
          </Button>
        )}
      </div>
      <div id={inside} className={classes.inside} hidden={!isOpen}>
        {problem !== null && <ProblemAlert problem={problem} />}
        {withQuote && (
          <Text component="blockquote" size="sm" className={classes.quote} dir="auto">
            {shortQuote(quote, 240)}
          </Text>
        )}
        <ol className={classes.comments} aria-label="Comments">
          {comments.map((comment) => (
            <CommentItem key={comment.id} threadId={id} comment={comment} />
          ))}
        </ol>
        {discussion.mayComment && <Reply thread={thread} {...(fieldRef ? { fieldRef } : {})} />}
      </div>
    </section>
  );
});
