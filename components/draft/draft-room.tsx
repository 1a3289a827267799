'use client';

import { Alert, Anchor, Grid, Group, Stack, Text, Title } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { toBase64 } from 'lib0/buffer';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { encodeStateAsUpdate } from 'yjs';
import { useTextRoom } from '@/components/live/use-text-room';
import { TextLine } from '@/components/shared-text/text-line';
import { writerColor } from '@/components/shared-text/writer-color';
import { ApiProblem, callApi } from '@/components/ui/api';
import { useUnsavedWarning } from '@/components/ui/use-unsaved-warning';
import type { DraftView } from '@/lib/article/article-draft';
import { DraftChanges } from './draft-changes';
import { DraftDetails } from './draft-details';
import { DraftText } from './draft-text';
import { textOfEditor } from './draft-words';
import { FreezeDeed } from './freeze-deed';
import { FrozenNotice } from './frozen-notice';
import { lostOf, useFrozen } from './use-frozen';

/** A text that managers prepare together: the text, where it comes from, who is here, and freezing it. */
export function DraftRoom({
  begun,
  me,
}: {
  begun: DraftView;
  me: { userId: string; name: string };
}) {
  const router = useRouter();
  const [draft, setDraft] = useState(begun);
  const [isTooLong, setTooLong] = useState(false);
  const [isFreezing, setFreezing] = useState(false);
  const editor = useRef<Editor | null>(null);
  const keeping = useRef<Promise<boolean>>(Promise.resolve(true));
  const path = `/api/v1/drafts/${begun.id}`;
  const textNow = () => (editor.current === null ? '' : textOfEditor(editor.current.state.doc));

  const { frozen, isAway, tell, look } = useFrozen(begun.id, textNow);
  const { room, state } = useTextRoom(`draft/${begun.id}`, (told) => {
    if (told.kind === 'frozen') {
      if (!isFreezing) tell(told.by.name);
    } else
      void callApi<DraftView>('GET', path).then(setDraft, (thrown: unknown) => {
        // What was not heard now is read with the next change.
        if (!(thrown instanceof ApiProblem)) throw thrown;
      });
  });
  const isShut = state.line === 'denied' && !isFreezing;
  // The line may have been cut before it could say why.
  const whenShut = useEffectEvent(() => void look());
  useEffect(() => {
    if (isShut) whenShut();
  }, [isShut]);
  const isOpen = state.isHere && !isAway && frozen === null && !isFreezing;
  const writer = useMemo(() => ({ ...me, color: writerColor(me.userId) }), [me]);
  const takeEditor = useCallback((opened: Editor | null) => {
    if (opened !== null) editor.current = opened;
  }, []);
  const takeKeeping = (one: Promise<boolean>) => {
    keeping.current = one;
  };
  const warnTooLong = useCallback(() => setTooLong(true), []);
  useUnsavedWarning(!state.isKept && frozen === null && !isFreezing);

  const freeze = async () => {
    if (room === null) return;
    const mine = textNow();
    setFreezing(true);
    try {
      await keeping.current;
      await callApi('POST', `${path}/freeze`, {
        state: toBase64(encodeStateAsUpdate(room.document)),
      });
      const lost = await lostOf(begun.id, mine);
      if (lost === '') return router.push(`/articles/${begun.id}`);
      // Somebody else was first, and had not heard of all of it.
      const now = await callApi<DraftView>('GET', path);
      tell(now.frozenBy ?? 'Somebody');
      setFreezing(false);
    } catch (thrown) {
      setFreezing(false);
      throw thrown;
    }
  };

  return (
    <Stack gap="lg">
      <Group justify="space-between" align="baseline">
        <Title order={1} size="h2" dir="auto">
          {draft.title}
        </Title>
        <Anchor component={Link} href={`/projects/${draft.projectId}`} size="sm">
          Back to the project
        </Anchor>
      </Group>
      {frozen !== null && <FrozenNotice {...frozen} articleId={begun.id} />}
      {isAway && frozen === null && (
        <Alert role="alert" color="red" variant="light" title="This text is closed to you now">
          It was archived, or your rights have changed. What you see is still here: copy what you
          need, then load the page again.
        </Alert>
      )}
      {isTooLong && (
        <Alert
          color="red"
          variant="light"
          title="That would be too long"
          withCloseButton
          closeButtonLabel="Close"
          onClose={() => setTooLong(false)}
        >
          An article has at most 2 MiB of text. The text was left as it was; part it into several
          articles.
        </Alert>
      )}
      {frozen === null && <TextLine state={state} myId={me.userId} />}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="md">
            {room === null ? (
              <Text c="dimmed">Opening the text…</Text>
            ) : (
              <DraftText
                room={room}
                me={writer}
                language={draft.language}
                isOpen={isOpen}
                onEditor={takeEditor}
                onTooLong={warnTooLong}
              />
            )}
            {state.isHere && <DraftChanges draftId={begun.id} textNow={textNow} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="xl">
            <FreezeDeed
              isReady={isOpen}
              others={state.people.flatMap(({ userId, name }) =>
                userId === me.userId ? [] : [name],
              )}
              onFreeze={freeze}
            />
            <DraftDetails
              draft={draft}
              isOpen={isOpen}
              onChanged={setDraft}
              onKeeping={takeKeeping}
            />
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
