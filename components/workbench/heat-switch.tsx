import { heatColor, heatSteps } from './lanes';
import { SegmentedControl, Text, useComputedColorScheme } from '@mantine/core';
import type { ComparisonPageQuery } from './comparison-page-query';
import { heats } from './comparison-page-query';
import classes from './toggles.module.css';

const names: Record<ComparisonPageQuery['heat'], string> = {
  none: 'Nothing',
  density: 'Density',
  conflict: 'Disagreement',
};

function scaleLabels(heat: 'density' | 'conflict', layerCount: number): [string, string] {
  return heat === 'density'
    ? ['few annotated it', `all ${layerCount} did`]
    : ['few pairs disagree', 'all do'];
}

/** Chooses what the article is shaded by, with the scale and the values at the pointer. */
export function HeatSwitch({
  heat,
  layerCount,
  here,
  onHeat,
}: {
  heat: ComparisonPageQuery['heat'];
  layerCount: number;
  /** The values at the pointer, in words; empty outside of the article. */
  here: string;
  onHeat: (heat: ComparisonPageQuery['heat']) => void;
}) {
  const scheme = useComputedColorScheme('light');
  return (
    <section aria-label="Shade by">
      <Text size="sm" fw={500}>
        Shade by
      </Text>
      <SegmentedControl
        fullWidth
        orientation="vertical"
        size="xs"
        mt={4}
        transitionDuration={0}
        aria-label="Shade by"
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
