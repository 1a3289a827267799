'use client';

import { useSharedText } from '@/components/live/shared-text';
import { writerColor } from '@/components/live/person-look';
import { Alert, Anchor, Grid, Group, Stack, Text, Title } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { toBase64 } from 'lib0/buffer';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { encodeStateAsUpdate } from 'yjs';
import { TextLine } from '@/components/live/text-line';
import { ApiProblem, callApi } from '@/components/ui/api';
import { useUnsavedWarning } from '@/components/ui/form';
import type { DraftView } from '@/lib/article/article-draft';
import { DraftChanges } from './difference-view';
import { DraftDetails } from './draft-details';
import { textOfEditor, lostOf, useLocked } from './draft-lock';
import { DraftText } from './draft-text';
import { LockAction, LockedNotice } from './lock-action';

/** The page on which managers edit a draft together and lock it. */
export function DraftPage({
  begun,
  me,
}: {
  begun: DraftView;
  me: { userId: string; name: string };
}) {
  const router = useRouter();
  const [draft, setDraft] = useState(begun);
  const [isTooLong, setTooLong] = useState(false);
  const [isLocking, setLocking] = useState(false);
  const editor = useRef<Editor | null>(null);
  const saving = useRef<Promise<boolean>>(Promise.resolve(true));
  const path = `/api/v1/drafts/${begun.id}`;
  const textNow = () => (editor.current === null ? '' : textOfEditor(editor.current.state.doc));

  const { locked, isAway, handleLocked, check } = useLocked(begun.id, textNow);
  const { sharedText, state } = useSharedText(`draft/${begun.id}`, (notice) => {
    if (notice.kind === 'locked') {
      if (!isLocking) handleLocked(notice.by.name);
    } else
      void callApi<DraftView>('GET', path).then(setDraft, (thrown: unknown) => {
        // The next change brings what is missed now.
        if (!(thrown instanceof ApiProblem)) throw thrown;
      });
  });
  const isShut = state.line === 'denied' && !isLocking;
  // The connection may have been closed before its message arrived.
  const whenShut = useEffectEvent(() => void check());
  useEffect(() => {
    if (isShut) whenShut();
  }, [isShut]);
  const isOpen = state.isHere && !isAway && locked === null && !isLocking;
  const writer = useMemo(() => ({ ...me, color: writerColor(me.userId) }), [me]);
  const takeEditor = useCallback((opened: Editor | null) => {
    if (opened !== null) editor.current = opened;
  }, []);
  const trackSave = (one: Promise<boolean>) => {
    saving.current = one;
  };
  const warnTooLong = useCallback(() => setTooLong(true), []);
  useUnsavedWarning(!state.isSaved && locked === null && !isLocking);

  const lock = async () => {
    if (sharedText === null) return;
    const mine = textNow();
    setLocking(true);
    try {
      await saving.current;
      await callApi('POST', `${path}/lock`, {
        state: toBase64(encodeStateAsUpdate(sharedText.document)),
      });
      const lost = await lostOf(begun.id, mine);
      if (lost === '') return router.push(`/articles/${begun.id}`);
      // Somebody else locked it first, without all of this text.
      const now = await callApi<DraftView>('GET', path);
      handleLocked(now.frozenBy ?? 'Somebody');
      setLocking(false);
    } catch (thrown) {
      setLocking(false);
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
      {locked !== null && <LockedNotice {...locked} articleId={begun.id} />}
      {isAway && locked === null && (
        <Alert role="alert" color="red" variant="light" title="You can no longer edit this text">
          It was archived, or your role has changed. What you wrote is still on this page: copy what
          you need, then load the page again.
        </Alert>
      )}
      {isTooLong && (
        <Alert
          color="red"
          variant="light"
          title="The text is too long"
          withCloseButton
          closeButtonLabel="Close"
          onClose={() => setTooLong(false)}
        >
          An article has at most 2 MiB of text. Your last change was not applied; split the text
          into several articles.
        </Alert>
      )}
      {locked === null && <TextLine state={state} myId={me.userId} />}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="md">
            {sharedText === null ? (
              <Text c="dimmed">Opening the text…</Text>
            ) : (
              <DraftText
                sharedText={sharedText}
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
            <LockAction
              isReady={isOpen}
              others={state.people.flatMap(({ userId, name }) =>
                userId === me.userId ? [] : [name],
              )}
              onLock={lock}
            />
            <DraftDetails draft={draft} isOpen={isOpen} onChanged={setDraft} onSaving={trackSave} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
