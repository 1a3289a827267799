import { Alert, List, Loader, Stack, Switch, Text, Title } from '@mantine/core';
import type { StepName } from '@/lib/article/cleanup/step';
import { CleanUpSteps } from './clean-up-steps';
import { DifferenceView } from './difference-view';
import type { IntakeCleanUp } from './intake-values';
import { doubtMessage } from './step-text';
import type { CleanUpPreview } from './use-clean-up-preview';

function stateMessage({ view, busy, fault }: CleanUpPreview): string {
  if (fault !== '') return fault;
  if (view === null)
    return busy ? 'Reading the text…' : 'The changes show here once there is a text.';
  if (busy) return 'Reading the text…';
  const count = view.steps.reduce((sum, { edits }) => sum + edits, 0);
  if (count === 0) return 'Nothing needs cleaning up.';
  return count === 1 ? 'One change.' : `${count.toLocaleString('en')} changes.`;
}

/** How the text is prepared: the steps, each with its switch, and what they change before anything is kept. */
export function CleanUpPanel({
  cleanUp,
  preview,
  onChange,
}: {
  cleanUp: IntakeCleanUp;
  preview: CleanUpPreview;
  onChange: (cleanUp: IntakeCleanUp) => void;
}) {
  const { view, busy } = preview;
  const turn = (name: StepName, on: boolean) => {
    const others = cleanUp.off.filter((other) => other !== name);
    onChange({ ...cleanUp, off: on ? others : [...others, name] });
  };
  return (
    <Stack gap="md">
      <Title order={2} size="h3">
        Clean-up
      </Title>
      <Switch
        checked={cleanUp.on}
        onChange={(event) => onChange({ ...cleanUp, on: event.currentTarget.checked })}
        label="Clean up the text"
        description="Off, the text is kept to the character. Either way the text as you gave it is kept beside it, and quotation marks stay as they are."
      />
      {cleanUp.on && (
        <>
          <CleanUpSteps off={cleanUp.off} steps={view?.steps ?? []} onSwitch={turn} />
          <Text role="status" size="sm">
            {busy && <Loader size={12} mr={8} aria-hidden />}
            {stateMessage(preview)}
          </Text>
          {view !== null && view.doubts.length > 0 && (
            <Alert variant="default" title="Have a look">
              <List size="sm">
                {view.doubts.map((doubt) => (
                  <List.Item key={doubt.name}>{doubtMessage(doubt)}</List.Item>
                ))}
              </List>
            </Alert>
          )}
          {view !== null &&
            view.difference.runs.some(({ kind }) => kind === 'removed' || kind === 'added') && (
              <DifferenceView {...view.difference} />
            )}
        </>
      )}
    </Stack>
  );
}
