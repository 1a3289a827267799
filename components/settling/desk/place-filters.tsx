import { Chip, Group, NativeSelect, SegmentedControl, Stack } from '@mantine/core';
import { useMemo } from 'react';
import type { LabelShelf } from '@/components/annotate/label-shelf';
import choices from '@/components/comparison/places-panel.module.css';
import type { Reader } from '@/components/comparison/stand-view';
import { countLabels } from '@/components/comparison/unit-filter';
import { LabelSelect, PairSelect } from '@/components/comparison/unit-selects';
import { kindWords } from '@/components/comparison/unit-words';
import { settlingKinds } from '@/lib/adjudication/unit/settling-unit';
import type { KindCounts } from './listed-places';
import { partsAt } from './listed-places';
import type { Place, PlaceState } from './place';
import type { SettlingAsk } from './settling-ask';
import { orders, shows } from './settling-ask';

const showNames: Record<SettlingAsk['show'], string> = {
  left: 'Left',
  settled: 'Settled',
  all: 'All',
  elsewhere: 'Without readings',
};

function showCounts(counts: Record<PlaceState, number>): Record<SettlingAsk['show'], number> {
  const { open, changed, attributes, rule, person, elsewhere } = counts;
  const [left, settled] = [open + changed + attributes, rule + person + elsewhere];
  return { left, settled, all: left + settled, elsewhere };
}

/** Every two readers, and at how many places they part. */
const pairsOf = (places: readonly Place[], readers: readonly Reader[]) =>
  readers.flatMap((one, at) =>
    readers.slice(at + 1).map((other) => ({
      one,
      other,
      count: places.filter((place) => partsAt(place, [one.layerId, other.layerId])).length,
    })),
  );

/** Narrows the list of places: by how far they are, how readings part, by label, by two readings; and orders it. */
export function PlaceFilters({
  places,
  counts,
  kinds,
  readers,
  shelf,
  ask,
  onAsk,
}: {
  places: readonly Place[];
  counts: Record<PlaceState, number>;
  kinds: KindCounts;
  readers: readonly Reader[];
  shelf: LabelShelf;
  ask: SettlingAsk;
  onAsk: (change: Partial<SettlingAsk>) => void;
}) {
  const { show, kind, label, pair, order } = ask;
  const labels = useMemo(() => countLabels(places), [places]);
  const pairs = useMemo(() => pairsOf(places, readers), [places, readers]);
  const ofShow = showCounts(counts);
  const offered = shows.filter((one) => one !== 'elsewhere' || ofShow[one] > 0 || show === one);
  return (
    <Stack gap={8}>
      <SegmentedControl
        fullWidth
        size="xs"
        transitionDuration={0}
        aria-label="Which places"
        value={show}
        onChange={(value) => onAsk({ show: shows.find((one) => one === value) ?? 'left' })}
        data={offered.map((one) => ({
          value: one,
          label: `${showNames[one]} ${ofShow[one].toLocaleString('en')}`,
        }))}
      />
      <Group gap={6} role="group" aria-label="How they part">
        {([...settlingKinds, 'same'] as const)
          .filter((one) => kinds[one] > 0 || kind === one)
          .map((one) => (
            <Chip
              key={one}
              size="xs"
              variant="outline"
              checked={kind === one}
              title={kindWords[one].means}
              onChange={(isOn) => onAsk({ kind: isOn ? one : null })}
            >
              {kindWords[one].name} {kinds[one].toLocaleString('en')}
            </Chip>
          ))}
      </Group>
      <div className={choices.choices}>
        <LabelSelect
          labels={labels}
          label={label}
          shelf={shelf}
          onLabel={(key) => onAsk({ label: key })}
        />
        {pairs.length > 0 && (
          <PairSelect pairs={pairs} pair={pair} onPair={(two) => onAsk({ pair: two })} />
        )}
        <NativeSelect
          size="xs"
          aria-label="Order"
          value={order}
          onChange={({ currentTarget }) =>
            onAsk({ order: orders.find((one) => one === currentTarget.value) ?? 'parted' })
          }
          data={[
            { value: 'parted', label: 'Disputed' },
            { value: 'place', label: 'By place' },
          ]}
        />
      </div>
    </Stack>
  );
}
