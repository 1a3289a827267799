'use client';

import { SegmentedControl, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { labelLookup } from '@/components/article-text/label-lookup';
import type { AgainstUnit } from '@/lib/adjudication/against-consensus/against-consensus';
import { isAlike } from '@/lib/adjudication/against-consensus/alike';
import type { Label } from '@/lib/codebook/codebook';
import { AgainstConsensusUnit } from './against-consensus-unit';
import type { AgainstFilter, Whose } from './against-consensus-messages';
import { againstCounts } from './against-consensus-messages';
import classes from './against-consensus.module.css';

const filters = [
  { value: 'differing', label: 'What differs' },
  { value: 'all', label: 'Everything' },
];

/** A reading beside the consensus, place by place, each with its reasons. Positions are UTF-16 code units of `text`. */
export function AgainstConsensus({
  units,
  text,
  labels,
  whose = { name: null },
  isOpen = false,
}: {
  units: readonly AgainstUnit[];
  text: string;
  labels: readonly Label[];
  /** The reader’s own, unless somebody is named. */
  whose?: Whose;
  /** Whether the article is still being settled. */
  isOpen?: boolean;
}) {
  const [filter, setFilter] = useState<AgainstFilter>('differing');
  const lookup = useMemo(() => labelLookup(labels), [labels]);
  const shown = filter === 'all' ? units : units.filter((unit) => !isAlike(unit));
  return (
    <div>
      <div className={classes.head}>
        <Text size="sm">{againstCounts(units)}</Text>
        <SegmentedControl
          size="xs"
          data={filters}
          value={filter}
          onChange={(value) => setFilter(value === 'all' ? 'all' : 'differing')}
          aria-label="Which places are shown"
        />
      </div>
      {shown.length === 0 ? (
        <Text c="dimmed">
          {units.length === 0
            ? 'Neither marks anything in this article.'
            : 'Every place is marked as the consensus has it.'}
        </Text>
      ) : (
        <ol className={classes.units}>
          {shown.map((unit) => (
            <AgainstConsensusUnit
              key={unit.id}
              unit={unit}
              whose={whose}
              isOpen={isOpen}
              text={text}
              lookup={lookup}
            />
          ))}
        </ol>
      )}
    </div>
  );
}
