import { Group, SimpleGrid, Switch, Text } from '@mantine/core';
import { stepNames } from '@/lib/article/cleanup/step';
import type { StepName } from '@/lib/article/cleanup/step';
import type { CleanUpView } from '@/lib/article/clean-up';
import { stepText } from './step-text';

function editsMessage(edits: number | undefined): string {
  if (edits === undefined) return '';
  if (edits === 0) return 'nothing to do';
  return edits === 1 ? '1 change' : `${edits.toLocaleString('en')} changes`;
}

/** A switch for each clean-up step, with what it changed. */
export function CleanUpSteps({
  off,
  steps,
  onSwitch,
}: {
  off: readonly StepName[];
  /** What was done to the text as it stands; empty before there is one. */
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
