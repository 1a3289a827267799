import { Text, Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';
import type { Difference, DifferenceRun } from '@/lib/article/difference';
import { difference, handEdits } from '@/lib/article/difference';
import { mapOfEdits } from '@/lib/article/offset-map';
import { visibleText } from './clean-up-messages';
import styles from './difference-view.module.css';
import { readDraftText } from './draft-lock';

function Run({ run }: { run: DifferenceRun }) {
  switch (run.kind) {
    case 'same':
      return run.text;
    case 'removed':
      return <del className={styles.removed}>{visibleText(run.text, 'removed')}</del>;
    case 'added':
      return <ins className={styles.added}>{visibleText(run.text, 'added')}</ins>;
    case 'skipped':
      return (
        <span className={styles.skipped}>
          {`\n… ${run.length.toLocaleString('en')} unchanged characters …\n`}
        </span>
      );
  }
}

/** A text with its removed pieces struck through and its added ones underlined. */
export function DifferenceView({ runs, more }: Difference) {
  return (
    <section aria-label="Changes to the text" className={styles.view} tabIndex={0}>
      <div className={styles.text} dir="auto">
        {runs.map((run, at) => (
          <Run key={at} run={run} />
        ))}
      </div>
      {more > 0 && (
        <Text size="sm" c="dimmed">
          {more.toLocaleString('en')} more changes are not shown.
        </Text>
      )}
    </section>
  );
}

/** The changes of a draft since the upload, by clean-up and people, computed on demand. */
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
          {shown === null ? 'Show changes since the upload' : 'Update the changes'}
        </Button>
        {shown !== null && (
          <Button variant="subtle" size="sm" onClick={() => setShown(null)}>
            Hide the changes
          </Button>
        )}
      </Group>
      {problem && <ProblemAlert problem={problem} />}
      {isSame && <Text size="sm">The text is the same as the upload.</Text>}
      {shown !== null && !isSame && <DifferenceView {...shown} />}
    </Stack>
  );
}
