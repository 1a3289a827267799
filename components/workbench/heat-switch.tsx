import { heatColor, heatSteps } from './lanes';
import { SegmentedControl, Text, useComputedColorScheme } from '@mantine/core';
import type { ComparisonPageQuery } from './comparison-page-query';
import { heats } from './comparison-page-query';
import classes from './toggles.module.css';

const names: Record<ComparisonPageQuery['heat'], string> = {
  none: 'None',
  density: 'Marks',
  conflict: 'Conflict',
};

function scaleLabels(heat: 'density' | 'conflict', layerCount: number): [string, string] {
  return heat === 'density'
    ? ['few mark it', `all ${layerCount} do`]
    : ['few pairs part', 'all do'];
}

/** What the grounds of the article show, with their scale, and the numbers where the pointer is. */
export function HeatSwitch({
  heat,
  layerCount,
  here,
  onHeat,
}: {
  heat: ComparisonPageQuery['heat'];
  layerCount: number;
  /** The heat where the pointer is, in words; empty elsewhere. */
  here: string;
  onHeat: (heat: ComparisonPageQuery['heat']) => void;
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
          <span>{scaleLabels(heat, layerCount)[0]}</span>
          <span aria-hidden className={classes.steps}>
            {Array.from({ length: heatSteps }, (_, at) => (
              <span key={at} style={{ background: heatColor(heat, at + 1, scheme) }} />
            ))}
          </span>
          <span>{scaleLabels(heat, layerCount)[1]}</span>
        </div>
      )}
      <Text size="xs" c="dimmed" mt={4} mih="1.4em" className={classes.here}>
        {here}
      </Text>
    </section>
  );
}
