import { Button, Group, Progress as Bar, Stack, Text } from '@mantine/core';
import type { Progress } from './fetch-with-progress';

/** The progress of a computation as text and bar, with a button to cancel it. */
export function ComputationProgress({
  what,
  unit,
  progress,
  onCancel,
}: {
  what: string;
  /** The unit that is counted, in the plural. */
  unit: string;
  progress: Progress | null;
  onCancel: () => void;
}) {
  const { done, total } = progress ?? { done: 0, total: 0 };
  const isCounted = total > 0;
  const text = isCounted
    ? `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} ${unit}`
    : 'Starting …';
  return (
    <Stack gap="xs" maw="34rem">
      <Group justify="space-between" gap="xs">
        <Text fw={500} role="status">
          {what}
        </Text>
        <Button variant="default" size="xs" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
      <Bar.Root>
        <Bar.Section
          value={isCounted ? (100 * done) / total : 0}
          aria-label={what}
          aria-valuetext={text}
        />
      </Bar.Root>
      <Text size="sm" c="dimmed" data-figures>
        {text}
      </Text>
    </Stack>
  );
}
