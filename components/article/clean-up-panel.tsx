import { useEffect, useState } from 'react';
import { Group, SimpleGrid, Switch, Text, Alert, List, Loader, Stack, Title } from '@mantine/core';
import { ApiProblem, callApi } from '@/components/ui/api';
import type { CleanUpChoice } from '@/lib/article/article';
import type { CleanUpView } from '@/lib/article/clean-up';
import { stepNames } from '@/lib/article/cleanup/step';
import type { StepName } from '@/lib/article/cleanup/step';
import { stepText, doubtMessage } from './clean-up-messages';
import { DifferenceView } from './difference-view';
import type { IntakeCleanUp } from './intake-values';

/** The debounce before the clean-up is requested, in milliseconds. */
const debounce = 400;

/** The clean-up of the text in the form; the last one stays while the next is loading. */
type CleanUpPreview = { view: CleanUpView | null; busy: boolean; fault: string };

/** Fetches what the clean-up does to the text, whenever text, choice or language have changed. */
export function useCleanUpPreview(
  text: string,
  choice: CleanUpChoice,
  language: string,
): CleanUpPreview {
  const [view, setView] = useState<CleanUpView | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const cleanup = JSON.stringify(choice);
  useEffect(() => {
    let current = true;
    const isBlank = !/\S/.test(text);
    setBusy(!isBlank);
    setFault('');
    if (isBlank) return setView(null);
    const fetchPreview = async () => {
      const body = {
        text,
        cleanup: JSON.parse(cleanup) as CleanUpChoice,
        language: language.trim() || null,
      };
      const result = await callApi<CleanUpView>('POST', '/api/v1/clean-ups', body).catch(
        (thrown: unknown) => {
          if (thrown instanceof ApiProblem) return thrown;
          throw thrown;
        },
      );
      if (!current) return;
      if (result instanceof ApiProblem && result.retryAfter !== undefined) {
        // The last request may still be running on the server.
        timer = setTimeout(() => void fetchPreview(), 1000 * result.retryAfter);
        return;
      }
      setBusy(false);
      if (result instanceof ApiProblem) setFault(result.detail);
      else setView(result);
    };
    let timer = setTimeout(() => void fetchPreview(), debounce);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, cleanup, language]);
  return { view, busy, fault };
}

function editsMessage(edits: number | undefined): string {
  if (edits === undefined) return '';
  if (edits === 0) return 'nothing to do';
  return edits === 1 ? '1 change' : `${edits.toLocaleString('en')} changes`;
}

/** A switch for each clean-up step, with the number of its changes. */
function CleanUpSteps({
  off,
  steps,
  onSwitch,
}: {
  off: readonly StepName[];
  /** The steps applied to the current text; empty while there is none. */
  steps: CleanUpView['steps'];
  onSwitch: (name: StepName, on: boolean) => void;
}) {
  const edits = new Map(steps.map((step) => [step.name, step.edits]));
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
      {stepNames.map((name) => (
        <Switch
          key={name}
          checked={!off.includes(name)}
          onChange={(event) => onSwitch(name, event.currentTarget.checked)}
          label={
            <Group gap="xs">
              {stepText[name].name}
              <Text
                component="span"
                size="sm"
                c="dimmed"
                style={{ fontVariantNumeric: 'tabular-nums' }}
              >
                {off.includes(name) ? 'off' : editsMessage(edits.get(name))}
              </Text>
            </Group>
          }
          description={stepText[name].does}
        />
      ))}
    </SimpleGrid>
  );
}

function stateMessage({ view, busy, fault }: CleanUpPreview): string {
  if (fault !== '') return fault;
  if (view === null)
    return busy ? 'Cleaning up the text…' : 'The changes appear here once there is a text.';
  if (busy) return 'Cleaning up the text…';
  const count = view.steps.reduce((sum, { edits }) => sum + edits, 0);
  if (count === 0) return 'Nothing to clean up.';
  return count === 1 ? 'One change.' : `${count.toLocaleString('en')} changes.`;
}

/** The clean-up of a text: its steps with their switches, and a preview of their changes. */
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
  const toggle = (name: StepName, on: boolean) => {
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
        description="If off, the text is stored to the character. The original text is always stored, too, and quotation marks are never changed."
      />
      {cleanUp.on && (
        <>
          <CleanUpSteps off={cleanUp.off} steps={view?.steps ?? []} onSwitch={toggle} />
          <Text role="status" size="sm">
            {busy && <Loader size={12} mr={8} aria-hidden />}
            {stateMessage(preview)}
          </Text>
          {view !== null && view.doubts.length > 0 && (
            <Alert variant="default" title="Please check">
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
