import type { Ref } from 'react';
import { CommentField } from './comment-field';
import type { ThreadTarget } from './discussion';
import { useArticleDiscussion } from './use-discussion';

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
