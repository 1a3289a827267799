import { Text } from '@mantine/core';
import type { Difference, DifferenceRun } from '@/lib/article/difference';
import styles from './difference-view.module.css';
import { visibleText } from './visible-text';

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
          {`\n… ${run.length.toLocaleString('en')} characters stay …\n`}
        </span>
      );
  }
}

/** The text with what the clean-up takes out struck through and what it puts in underlined. */
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
          {more.toLocaleString('en')} more changes of the same kinds are not shown.
        </Text>
      )}
    </section>
  );
}
