import { useSharedText } from '@/components/live/shared-text';
import { writerColor } from '@/components/live/person-look';
import { Stack, Text, Title } from '@mantine/core';
import type { JSONContent } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { toBase64 } from 'lib0/buffer';
import type { Ref } from 'react';
import { useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { encodeStateAsUpdate } from 'yjs';
import { TextLine } from '@/components/live/text-line';
import { useUnsavedWarning } from '@/components/ui/form';
import { comparableContent } from './guidelines-content';
import { GuidelinesText } from './guidelines-editor';
import { GuidelinesReader } from './guidelines-reader';

/** What the codebook editor reads from the guidelines. */
export type GuidelinesHandle = {
  /**
   * Their Yjs state in Base64, so that what is shown is what is published; undefined until they are
   * loaded.
   */
  state(): string | undefined;
};

/** The guidelines of a codebook in a shared editor. */
export function GuidelinesSection({
  projectId,
  me,
  known,
  published,
  onDiffer,
  handle,
}: {
  projectId: string;
  me: { userId: string; name: string };
  /** The guidelines at page load, shown until the shared document is loaded. */
  known: JSONContent;
  /** The last published guidelines. */
  published: JSONContent;
  /** Called with whether they differ from the published ones. */
  onDiffer: (differ: boolean) => void;
  handle: Ref<GuidelinesHandle>;
}) {
  const { sharedText, state } = useSharedText(`guidelines/${projectId}`);
  const writer = useMemo(() => ({ ...me, color: writerColor(me.userId) }), [me]);
  useUnsavedWarning(!state.isSaved);
  const [text, setText] = useState<Node | null>(null);
  /**
   * The content sent for publishing, which counts as equal once it is published, however Markdown
   * normalised it.
   */
  const sent = useRef<{ content: string; over: JSONContent } | null>(null);
  const compare = useEffectEvent((now: Node) => {
    const shown = comparableContent(now.toJSON() as JSONContent);
    const isSent = sent.current?.content === shown && sent.current.over !== published;
    onDiffer(
      !isSent &&
        comparableContent(Node.fromJSON(now.type.schema, published).toJSON() as JSONContent) !==
          shown,
    );
  });
  useEffect(() => {
    if (text !== null) compare(text);
  }, [text, published]);
  useImperativeHandle(
    handle,
    () => ({
      state() {
        if (sharedText === null || text === null) return undefined;
        sent.current = {
          content: comparableContent(text.toJSON() as JSONContent),
          over: published,
        };
        return toBase64(encodeStateAsUpdate(sharedText.document));
      },
    }),
    [sharedText, text, published],
  );
  return (
    <Stack gap="xs" component="section" aria-label="Guidelines">
      <Title order={2} size="h3">
        Guidelines
      </Title>
      <Text size="sm" c="dimmed">
        How your analysts should annotate. What you write is saved as you type, and others can edit
        at the same time; analysts see it once you publish.
      </Text>
      <TextLine state={state} myId={me.userId} />
      {sharedText !== null && state.isHere ? (
        <GuidelinesText
          sharedText={sharedText}
          me={writer}
          isOpen={state.line !== 'denied'}
          onText={setText}
        />
      ) : (
        <GuidelinesReader document={known} />
      )}
      {text !== null && text.textContent === '' && (
        <Text size="sm" c="dimmed">
          Say what to annotate and what not, in words and with examples.
        </Text>
      )}
    </Stack>
  );
}
