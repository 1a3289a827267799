import type { Ref } from 'react';
import { CommentField } from './comment-field';
import type { TalkPlace } from './talk';
import { useArticleTalk } from './use-talk';

/** The name of the draft that begins a thread at this place. */
function draftName(place: TalkPlace): string {
  if (place.annotationId !== null) return `start ${place.annotationId}`;
  return `start ${place.segments.map(({ start, end }) => `${start}-${end}`).join()}`;
}

/** A field that begins a thread on an annotation or a passage. */
export function NewThread({
  place,
  isWanted = false,
  fieldRef,
  onStart,
}: {
  place: TalkPlace;
  isWanted?: boolean;
  fieldRef?: Ref<HTMLElement> | undefined;
  /** Once it is sent, with its id. */
  onStart?: (threadId: string) => void;
}) {
  const talk = useArticleTalk();
  const name = draftName(place);
  return (
    <CommentField
      key={name}
      label="Begin a discussion"
      atFirst={talk.draft(name).text}
      send="Send"
      isWanted={isWanted}
      fieldRef={fieldRef}
      onType={(text) => {
        talk.draft(name).text = text;
      }}
      onSend={async (said) => {
        const draft = talk.draft(name);
        await talk.start(place, draft, said);
        talk.forget(name);
        onStart?.(draft.threadId);
      }}
    />
  );
}
