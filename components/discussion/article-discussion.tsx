import type { ReactNode } from 'react';
import type { Discussion } from './discussion';
import { DiscussionPanel } from './discussion-panel';
import { useThreadLink } from './use-thread-link';
import { DiscussionProvider } from './use-discussion';

/** The discussion around an article's page: what stands in it may ask for it, and it lies open beside it. */
export function ArticleDiscussion({
  discussion,
  text,
  children,
}: {
  discussion: Discussion;
  text: string;
  children: ReactNode;
}) {
  useThreadLink(text, discussion);
  return (
    <DiscussionProvider value={discussion}>
      {children}
      <DiscussionPanel />
    </DiscussionProvider>
  );
}
