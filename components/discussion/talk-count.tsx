import { IconMessageCircle } from '@tabler/icons-react';
import { useMemo } from 'react';
import classes from './talk-count.module.css';
import { talkWords, threadsOn } from './thread-words';
import { useArticleTalk } from './use-talk';

/** On a card: that, and how much, is said about its annotation; nothing where nothing is. */
export function TalkCount({ annotationId }: { annotationId: string }) {
  const { threads } = useArticleTalk();
  const mine = useMemo(() => threadsOn(threads, annotationId), [threads, annotationId]);
  if (mine.length === 0) return null;
  const count = mine.reduce((sum, { comments }) => sum + comments.length, 0);
  const words = talkWords(mine);
  return (
    <span className={classes.count} role="img" aria-label={words} title={words}>
      <IconMessageCircle size={16} aria-hidden />
      {count}
    </span>
  );
}
