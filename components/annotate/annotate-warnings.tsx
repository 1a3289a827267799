import { ChangesNote, RoundNote, CalibrationNote } from '@/components/workbench/article-notes';
import type { LabelLookup } from '@/components/article-text/labels';
import { Alert } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import { RefusedChanges } from './refused-changes';
import type { Work } from '@/components/outbox/work';

/** Notices above the article: refused changes, failed actions, what the browser cannot store. */
export function AnnotateWarnings({
  workspace,
  work,
  lookup,
  warning,
  mayWrite,
  onDismissWarning,
}: {
  workspace: ArticleWorkspace;
  work: Work;
  lookup: LabelLookup;
  warning: string;
  /** Whether refused changes may be retried. */
  mayWrite: boolean;
  onDismissWarning: () => void;
}) {
  return (
    <>
      <CalibrationNote
        calibration={workspace.calibration}
        labelFirst={workspace.labelFirst}
        articleId={workspace.article.id}
        isSubmitted={work.layerState === 'submitted'}
      />
      <RoundNote
        round={workspace.round}
        articleId={workspace.article.id}
        isSubmitted={work.layerState === 'submitted'}
        page="annotate"
      />
      <ChangesNote workspace={workspace} isSubmitted={work.layerState === 'submitted'} />
      {work.warning !== null && (
        <Alert color="yellow" mt="md" icon={<IconInfoCircle aria-hidden />}>
          {work.warning}
        </Alert>
      )}
      {warning !== '' && (
        <Alert
          role="alert"
          color="yellow"
          mt="md"
          icon={<IconAlertTriangle aria-hidden />}
          withCloseButton
          closeButtonLabel="Dismiss"
          onClose={onDismissWarning}
        >
          {warning}
        </Alert>
      )}
      <RefusedChanges
        refused={work.refused}
        text={workspace.text}
        lookup={lookup}
        onRetry={mayWrite ? work.retry : null}
        onDismiss={work.dismiss}
      />
    </>
  );
}
