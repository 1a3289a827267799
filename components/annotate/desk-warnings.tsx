import { Alert } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { ChangesNote } from '@/components/cases/changes-note';
import { RoundNote } from '@/components/rounds/round-note';
import { CalibrationNote } from '@/components/settling/calibration-note';
import type { Desk } from '@/lib/annotation/desk';
import type { LabelShelf } from './label-shelf';
import { RefusedDeeds } from './refused-deeds';
import type { Work } from './work';

/** What the analyst must know: what was refused, what could not be done, what the browser cannot keep. */
export function DeskWarnings({
  desk,
  work,
  shelf,
  warning,
  mayWrite,
  onPutAway,
}: {
  desk: Desk;
  work: Work;
  shelf: LabelShelf;
  warning: string;
  /** Whether what was refused may be tried again. */
  mayWrite: boolean;
  onPutAway: () => void;
}) {
  return (
    <>
      <CalibrationNote
        calibration={desk.calibration}
        labelFirst={desk.labelFirst}
        articleId={desk.article.id}
        isSubmitted={work.layerState === 'submitted'}
      />
      <RoundNote
        round={desk.round}
        articleId={desk.article.id}
        isSubmitted={work.layerState === 'submitted'}
        place="reading"
      />
      <ChangesNote desk={desk} isSubmitted={work.layerState === 'submitted'} />
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
          closeButtonLabel="Put away"
          onClose={onPutAway}
        >
          {warning}
        </Alert>
      )}
      <RefusedDeeds
        refused={work.refused}
        text={desk.text}
        shelf={shelf}
        onRetry={mayWrite ? work.retry : null}
        onDismiss={work.dismiss}
      />
    </>
  );
}
