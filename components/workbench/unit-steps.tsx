import { Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Tool } from './tool';

/** Goes to the place before and after, and says which of how many one is at. */
export function UnitSteps({
  at,
  count,
  onStep,
}: {
  /** Which of the places is chosen, from 0; -1 for none. */
  at: number;
  /** How many places there are; null while that is not known. */
  count: number | null;
  onStep: (to: 'next' | 'previous') => void;
}) {
  const total = (count ?? 0).toLocaleString('en');
  const text = at < 0 ? `${total} ${count === 1 ? 'place' : 'places'}` : `${at + 1} of ${total}`;
  return (
    <>
      <Tool
        name="Previous place"
        keys="k"
        icon={IconArrowUp}
        isOff={!count}
        onPress={() => onStep('previous')}
      />
      <Tool
        name="Next place"
        keys="j"
        icon={IconArrowDown}
        isOff={!count}
        onPress={() => onStep('next')}
      />
      <Text size="sm" px={4} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {count === null ? '' : text}
      </Text>
    </>
  );
}
