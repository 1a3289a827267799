import { useMemo } from 'react';
import { useAlive } from '@/components/ui/use-alive';
import type { ComparisonAsk } from './comparison-ask';
import { HeatSwitch } from './heat-switch';
import { LabelToggles } from './label-toggles';
import { LayerToggles } from './layer-toggles';
import { heatWords } from './said-here';
import type { useComparison } from './use-comparison';
import classes from './comparison-page.module.css';

type State = Pick<
  ReturnType<typeof useComparison>,
  'ask' | 'change' | 'readings' | 'shown' | 'shelf' | 'compared'
>;

/** What is painted over the article: whose readings, which labels, which heat; the legend of it all. */
export function ComparisonToggles({
  state: { ask, change, readings, shown, shelf, compared },
  position,
  isFolded,
}: {
  state: State;
  /** Where the pointer is in the article; null elsewhere. */
  position: number | null;
  /** Whether they are shown only when asked for. */
  isFolded: boolean;
}) {
  const shownIds = useMemo(() => new Set(shown.map(({ layerId }) => layerId)), [shown]);
  const isAlive = useAlive();
  const labels = useMemo(() => {
    if (!isAlive) return shelf.offered;
    const used = new Set(readings.flatMap(({ marks }) => marks.map(({ label }) => label)));
    const offered = shelf.offered.filter(({ key }) => used.has(key));
    const others = [...used].filter((key) => !offered.some((label) => label.key === key));
    return [...offered, ...others.map(shelf.of)];
  }, [isAlive, readings, shelf]);
  const show = (ids: ReadonlySet<string>) =>
    change({ layers: readings.map(({ layerId }) => layerId).filter((id) => ids.has(id)) });
  const here =
    position === null || compared === null || compared.readings.length < 2
      ? ''
      : heatWords(compared.heat, position, compared.readings.length);
  const toggles = (
    <div className={classes.toggles}>
      <HeatSwitch
        heat={ask.heat}
        readings={shown.length}
        here={here}
        onHeat={(heat: ComparisonAsk['heat']) => change({ heat })}
      />
      <LayerToggles
        readings={readings}
        shown={shownIds}
        shelf={shelf}
        position={position}
        onToggle={(layerId, isOn) => {
          const ids = new Set(shownIds);
          if (isOn) ids.add(layerId);
          else ids.delete(layerId);
          show(ids);
        }}
        onAll={(isOn) => (isOn ? change({ layers: null }) : show(new Set()))}
      />
      {labels.length > 0 && (
        <LabelToggles labels={labels} hide={ask.hide} onHide={(hide) => change({ hide })} />
      )}
    </div>
  );
  if (!isFolded) return toggles;
  return (
    <details>
      <summary className={classes.summary}>
        Readings: {shown.length} of {readings.length}, labels and heat
      </summary>
      {toggles}
    </details>
  );
}
