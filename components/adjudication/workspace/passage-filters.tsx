import type { LabelLookup } from '@/components/article-text/labels';
import { LabelSelect, PairSelect } from '@/components/workbench/unit-controls';
import { kindText } from '@/components/workbench/messages';
import { Chip, Group, NativeSelect, SegmentedControl, Stack } from '@mantine/core';
import { useMemo } from 'react';
import choices from '@/components/workbench/units-panel.module.css';
import type { LayerAuthor } from '@/components/workbench/version-annotations';
import { countLabels } from '@/components/workbench/unit-filter';
import { unitDisagreementKinds } from '@/lib/adjudication/unit/adjudication-unit';
import type { KindCounts } from './listed-passages';
import { differsAt } from './listed-passages';
import type { Passage, PassageState } from './passage';
import type { AdjudicationQuery } from './adjudication-query';
import { orders, shows } from './adjudication-query';

const showNames: Record<AdjudicationQuery['show'], string> = {
  left: 'To resolve',
  resolved: 'Resolved',
  all: 'All',
  elsewhere: 'Without annotations',
};

function showCounts(
  counts: Record<PassageState, number>,
): Record<AdjudicationQuery['show'], number> {
  const { open, changed, attributes, rule, person, elsewhere } = counts;
  const [left, resolved] = [open + changed + attributes, rule + person + elsewhere];
  return { left, resolved, all: left + resolved, elsewhere };
}

/** Every two analysts, and at how many passages they differ. */
const pairsOf = (passages: readonly Passage[], authors: readonly LayerAuthor[]) =>
  authors.flatMap((one, at) =>
    authors.slice(at + 1).map((other) => ({
      one,
      other,
      count: passages.filter((passage) => differsAt(passage, [one.layerId, other.layerId])).length,
    })),
  );

/**
 * Filters the list of passages by state, kind of disagreement, label and two layers; and orders it.
 */
export function PassageFilters({
  passages,
  counts,
  kinds,
  authors,
  lookup,
  query,
  onQueryChange,
}: {
  passages: readonly Passage[];
  counts: Record<PassageState, number>;
  kinds: KindCounts;
  authors: readonly LayerAuthor[];
  lookup: LabelLookup;
  query: AdjudicationQuery;
  onQueryChange: (change: Partial<AdjudicationQuery>) => void;
}) {
  const { show, kind, label, pair, order } = query;
  const labels = useMemo(() => countLabels(passages), [passages]);
  const pairs = useMemo(() => pairsOf(passages, authors), [passages, authors]);
  const ofShow = showCounts(counts);
  const offered = shows.filter((one) => one !== 'elsewhere' || ofShow[one] > 0 || show === one);
  return (
    <Stack gap={8}>
      <SegmentedControl
        fullWidth
        size="xs"
        transitionDuration={0}
        aria-label="Which passages"
        value={show}
        onChange={(value) => onQueryChange({ show: shows.find((one) => one === value) ?? 'left' })}
        data={offered.map((one) => ({
          value: one,
          label: `${showNames[one]} ${ofShow[one].toLocaleString('en')}`,
        }))}
      />
      <Group gap={6} role="group" aria-label="How they differ">
        {([...unitDisagreementKinds, 'same'] as const)
          .filter((one) => kinds[one] > 0 || kind === one)
          .map((one) => (
            <Chip
              key={one}
              size="xs"
              variant="outline"
              checked={kind === one}
              title={kindText[one].means}
              onChange={(isOn) => onQueryChange({ kind: isOn ? one : null })}
            >
              {kindText[one].name} {kinds[one].toLocaleString('en')}
            </Chip>
          ))}
      </Group>
      <div className={choices.choices}>
        <LabelSelect
          labels={labels}
          label={label}
          lookup={lookup}
          onLabel={(key) => onQueryChange({ label: key })}
        />
        {pairs.length > 0 && (
          <PairSelect pairs={pairs} pair={pair} onPair={(two) => onQueryChange({ pair: two })} />
        )}
        <NativeSelect
          size="xs"
          aria-label="Order"
          value={order}
          onChange={({ currentTarget }) =>
            onQueryChange({
              order: orders.find((one) => one === currentTarget.value) ?? 'differing',
            })
          }
          data={[
            { value: 'differing', label: 'Disagreements first' },
            { value: 'position', label: 'By position' },
          ]}
        />
      </div>
    </Stack>
  );
}
