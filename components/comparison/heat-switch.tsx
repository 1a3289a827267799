import { SegmentedControl, Text, useComputedColorScheme } from '@mantine/core';
import type { ComparisonAsk } from './comparison-ask';
import { heats } from './comparison-ask';
import { heatInk, heatSteps } from './lane-styles';
import classes from './toggles.module.css';

const names: Record<ComparisonAsk['heat'], string> = {
  none: 'None',
  marks: 'Marks',
  conflict: 'Conflict',
};

function scaleWords(heat: 'marks' | 'conflict', readings: number): [string, string] {
  return heat === 'marks' ? ['few mark it', `all ${readings} do`] : ['few pairs part', 'all do'];
}

/** What the grounds of the article show, with their scale, and the numbers where the pointer is. */
export function HeatSwitch({
  heat,
  readings,
  here,
  onHeat,
}: {
  heat: ComparisonAsk['heat'];
  readings: number;
  /** The heat where the pointer is, in words; empty elsewhere. */
  here: string;
  onHeat: (heat: ComparisonAsk['heat']) => void;
}) {
  const scheme = useComputedColorScheme('light');
  return (
    <section aria-label="Heat">
      <Text size="sm" fw={500}>
        Heat
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        mt={4}
        transitionDuration={0}
        aria-label="Heat"
        value={heat}
        onChange={(value) => onHeat(heats.find((one) => one === value) ?? 'none')}
        data={heats.map((value) => ({ value, label: names[value] }))}
      />
      {heat !== 'none' && (
        <div className={classes.scale}>
          <span>{scaleWords(heat, readings)[0]}</span>
          <span aria-hidden className={classes.steps}>
            {Array.from({ length: heatSteps }, (_, at) => (
              <span key={at} style={{ background: heatInk(heat, at + 1, scheme) }} />
            ))}
          </span>
          <span>{scaleWords(heat, readings)[1]}</span>
        </div>
      )}
      <Text size="xs" c="dimmed" mt={4} mih="1.4em" className={classes.here}>
        {here}
      </Text>
    </section>
  );
}
