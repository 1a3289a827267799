import { Text } from '@mantine/core';
import type { PassageState } from './passage';
import { progressMessage, stateText } from './adjudication-messages';
import { stateColors } from './state-colors';
import { StackedBar } from '@/components/charts/stacked-bar';

const drawn = Object.entries(stateColors) as [keyof typeof stateColors, string][];

/** How far a desk is: in words, and as a bar. */
export function Progress({ counts }: { counts: Record<PassageState, number> }) {
  const message = progressMessage(counts);
  return (
    <div>
      <Text size="sm" fw={500} data-progress>
        {message}
      </Text>
      <StackedBar
        name={message}
        parts={drawn.map(([state, color]) => ({
          key: state,
          name: stateText[state].name,
          count: counts[state],
          color,
        }))}
      />
    </div>
  );
}
