'use client';

import { labelLookup } from '@/components/article-text/labels';
import { FindField } from '@/components/ui/list-controls';
import { NativeSelect, Anchor, Group, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import type { DecisionsQuery } from '@/components/workbench/decisions-query';
import { decisionsAddress, isNarrowed } from '@/components/workbench/decisions-query';
import type { AdjudicationSettings } from '@/lib/adjudication/adjudication-settings';
import type { DecisionListing } from '@/lib/adjudication/decision/decision-view';
import type { Label } from '@/lib/codebook/codebook';
import { DecisionCard } from './decision-card';
import classes from './decision-log.module.css';

type Filters = {
  query: DecisionsQuery;
  labels: readonly Pick<Label, 'key' | 'name'>[];
  reasons: AdjudicationSettings['reasons'];
  /** The changed filters; the list then starts from its first page. */
  onQueryChange: (change: Partial<DecisionsQuery>) => void;
};

const lessons = [
  { value: '', label: 'Any' },
  { value: 'example', label: 'Yes: good examples' },
  { value: 'near-miss', label: 'No: near misses' },
];

const kinds = [
  { value: 'people', label: 'By people' },
  { value: 'anyone', label: 'By people and rules' },
  { value: 'rule', label: 'By rules' },
];

const terms = [
  { value: 'true', label: 'In force' },
  { value: 'false', label: 'Replaced or revoked' },
];

/**
 * The filters of the decision log: text, outlet, label, final or rejected, reason, decider, state.
 */
function DecisionFiltersForm({ query, labels, reasons, onQueryChange }: Filters) {
  const named = (
    chosen: string,
    known: readonly { key: string; name: string }[],
    anyLabel: string,
  ) => [
    { value: '', label: anyLabel },
    ...known.map(({ key, name }) => ({ value: key, label: name })),
    ...(chosen === '' || known.some(({ key }) => key === chosen)
      ? []
      : [{ value: chosen, label: chosen }]),
  ];
  return (
    <search className={classes.filters} aria-label="Decision log">
      <FindField
        label="Passage or reason"
        text={query.text}
        onFind={(text) => onQueryChange({ text })}
      />
      <FindField
        label="Outlet"
        text={query.source}
        onFind={(source) => onQueryChange({ source })}
      />
      <NativeSelect
        label="Label"
        data={named(query.label, labels, 'Any label')}
        value={query.label}
        onChange={({ currentTarget: { value } }) => onQueryChange({ label: value })}
      />
      <NativeSelect
        label="Final label"
        data={lessons}
        value={query.as ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onQueryChange({ as: value === 'example' || value === 'near-miss' ? value : undefined })
        }
      />
      <NativeSelect
        label="Reason"
        data={named(query.reason, reasons, 'Any reason')}
        value={query.reason}
        onChange={({ currentTarget: { value } }) => onQueryChange({ reason: value })}
      />
      <NativeSelect
        label="Decisions"
        data={kinds}
        value={query.by}
        onChange={({ currentTarget: { value } }) =>
          onQueryChange({ by: value === 'rule' || value === 'anyone' ? value : 'people' })
        }
      />
      <NativeSelect
        label="State"
        data={terms}
        value={String(query.current)}
        onChange={({ currentTarget: { value } }) => onQueryChange({ current: value === 'true' })}
      />
    </search>
  );
}

const about =
  'Decisions with their reasons show how labels are meant in practice. Only articles whose consensus you may see are searched. Decisions by rules are left out unless you choose them.';

/** A project's decision log: to be searched, read, and linked to. */
export function DecisionLogPage({
  projectId,
  query,
  listing: { items, nextCursor },
  labels,
  reasons,
}: {
  projectId: string;
  query: DecisionsQuery;
  listing: Pick<DecisionListing, 'items' | 'nextCursor'>;
  labels: readonly Label[];
  reasons: AdjudicationSettings['reasons'];
}) {
  const router = useRouter();
  const lookup = useMemo(() => labelLookup(labels), [labels]);
  const onQueryChange = (change: Partial<DecisionsQuery>) =>
    router.replace(decisionsAddress(projectId, { ...query, from: undefined, ...change }), {
      scroll: false,
    });
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2">
          Decision log
        </Title>
        <Text c="dimmed" maw="46rem" mt={4}>
          {about}
        </Text>
      </div>
      <DecisionFiltersForm
        query={query}
        labels={labels}
        reasons={reasons}
        onQueryChange={onQueryChange}
      />
      {items.length === 0 &&
        (isNarrowed(query) ? (
          <Text>
            No decision matches these filters.{' '}
            <Anchor
              component={Link}
              href={decisionsAddress(projectId, {})}
              inherit
              underline="always"
            >
              Show all
            </Anchor>
          </Text>
        ) : (
          <Text maw="46rem">
            There is no decision by people that you may see yet. Decisions appear here as managers
            adjudicate articles; you see those of an article once you have submitted your
            annotations.
          </Text>
        ))}
      <ul className={classes.decisions} aria-label="Decisions">
        {items.map((decision) => (
          <DecisionCard key={decision.id} decision={decision} lookup={lookup} />
        ))}
      </ul>
      <Group gap="lg">
        {query.from !== undefined && (
          <Anchor
            component={Link}
            href={decisionsAddress(projectId, { ...query, from: undefined })}
          >
            Newest decisions
          </Anchor>
        )}
        {nextCursor !== null && (
          <Anchor
            component={Link}
            href={decisionsAddress(projectId, { ...query, from: nextCursor })}
          >
            Older decisions
          </Anchor>
        )}
      </Group>
    </Stack>
  );
}
