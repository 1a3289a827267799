import { useMemo } from 'react';
import { useAlive } from '@/components/ui/use-alive';
import type { ComparisonPageQuery } from '@/components/workbench/comparison-page-query';
import { HeatSwitch } from '@/components/workbench/heat-switch';
import { LabelToggles } from './label-toggles';
import { LayerToggles } from './layer-toggles';
import { formatHeat } from '@/components/workbench/at-position';
import type { useComparison } from './use-comparison';
import classes from '@/components/workbench/page-frame.module.css';

type State = Pick<
  ReturnType<typeof useComparison>,
  'query' | 'change' | 'allLayers' | 'shown' | 'lookup' | 'compared'
>;

/** What is painted over the article: whose readings, which labels, which heat; the legend of it all. */
export function ComparisonToggles({
  state: { query, change, allLayers, shown, lookup, compared },
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
    if (!isAlive) return lookup.offered;
    const used = new Set(
      allLayers.flatMap(({ annotations }) => annotations.map(({ label }) => label)),
    );
    const offered = lookup.offered.filter(({ key }) => used.has(key));
    const others = [...used].filter((key) => !offered.some((label) => label.key === key));
    return [...offered, ...others.map(lookup.of)];
  }, [isAlive, allLayers, lookup]);
  const show = (ids: ReadonlySet<string>) =>
    change({ layers: allLayers.map(({ layerId }) => layerId).filter((id) => ids.has(id)) });
  const here =
    position === null || compared === null || compared.layers.length < 2
      ? ''
      : formatHeat(compared.heat, position, compared.layers.length);
  const toggles = (
    <div className={classes.toggles}>
      <HeatSwitch
        heat={query.heat}
        layerCount={shown.length}
        here={here}
        onHeat={(heat: ComparisonPageQuery['heat']) => change({ heat })}
      />
      <LayerToggles
        layers={allLayers}
        shown={shownIds}
        lookup={lookup}
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
        <LabelToggles labels={labels} hide={query.hide} onHide={(hide) => change({ hide })} />
      )}
    </div>
  );
  if (!isFolded) return toggles;
  return (
    <details>
      <summary className={classes.summary}>
        Readings: {shown.length} of {allLayers.length}, labels and heat
      </summary>
      {toggles}
    </details>
  );
}
