import type { ReactNode } from 'react';
import type { Talk } from './talk';
import { TalkPanel } from './talk-panel';
import { useThreadLink } from './use-thread-link';
import { TalkProvider } from './use-talk';

/** The discussion around an article's page: what stands in it may ask for it, and it lies open beside it. */
export function ArticleTalk({
  talk,
  text,
  children,
}: {
  talk: Talk;
  text: string;
  children: ReactNode;
}) {
  useThreadLink(text, talk);
  return (
    <TalkProvider value={talk}>
      {children}
      <TalkPanel />
    </TalkProvider>
  );
}
