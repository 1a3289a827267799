import { Kbd, Stack, Text } from '@mantine/core';
import type { ShownLabel } from '@/components/article-text/label-lookup';
import { hotkeySentence } from '@/components/workbench/key-list';

/** What to do first, where no highlight is yet. */
export function FirstHint({
  labels,
  isFixed,
}: {
  labels: readonly ShownLabel[];
  isFixed: boolean;
}) {
  const keys = hotkeySentence(labels);
  if (isFixed)
    return (
      <Text size="sm" c="dimmed">
        This reading was submitted without highlights.
      </Text>
    );
  if (labels.length === 0)
    return (
      <Text size="sm" c="dimmed">
        The codebook has no labels yet. A manager of the project can add some.
      </Text>
    );
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>
        {keys === null ? 'Select words, then choose a label' : `Select words, then press ${keys}`}
      </Text>
      <Text size="sm" c="dimmed">
        Each highlight gets a card here, for a note and how sure you are. <Kbd size="xs">?</Kbd>{' '}
        shows every key.
      </Text>
    </Stack>
  );
}
