import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { DifferenceView } from './difference-view';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';
import { difference } from '@/lib/article/difference';
import type { Difference } from '@/lib/article/difference';
import { handEdits } from '@/lib/article/hand-edits';
import { mapOfEdits } from '@/lib/article/offset-map';
import { readDraftText } from './read-draft-text';

/** What has become of the upload: everything that the clean-up and people have changed since. */
export function DraftChanges({ draftId, textNow }: { draftId: string; textNow: () => string }) {
  const [shown, setShown] = useState<Difference | null>(null);
  const { busy, problem, run } = useAction();
  const show = () =>
    run(async () => {
      const upload = await readDraftText(draftId, 'upload');
      const text = textNow();
      setShown(difference(upload, text, mapOfEdits(handEdits(upload, text))));
    });
  const isSame = shown !== null && shown.runs.every(({ kind }) => kind === 'same');
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Button variant="default" size="sm" loading={busy} onClick={() => void show()}>
          {shown === null ? 'Show changes since the upload' : 'Show them as they are now'}
        </Button>
        {shown !== null && (
          <Button variant="subtle" size="sm" onClick={() => setShown(null)}>
            Hide them
          </Button>
        )}
      </Group>
      {problem && <ProblemAlert problem={problem} />}
      {isSame && <Text size="sm">The text is as it was uploaded.</Text>}
      {shown !== null && !isSame && <DifferenceView {...shown} />}
    </Stack>
  );
}
