import { IconMessageCircle } from '@tabler/icons-react';
import { useMemo } from 'react';
import classes from './comment-count.module.css';
import { threadsMessage, threadsOn } from './thread-messages';
import { useArticleDiscussion } from './use-discussion';

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
