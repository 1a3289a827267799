import { NativeSelect } from '@mantine/core';
import { FindField } from '@/components/ui/find-field';
import type { AdjudicationSettings } from '@/lib/adjudication/adjudication-settings';
import type { Label } from '@/lib/codebook/codebook';
import type { DecisionsQuery } from '@/components/workbench/decisions-query';
import classes from './decision-log.module.css';

type Filters = {
  query: DecisionsQuery;
  labels: readonly Pick<Label, 'key' | 'name'>[];
  reasons: AdjudicationSettings['reasons'];
  /** What changes; the list then begins anew. */
  onQueryChange: (change: Partial<DecisionsQuery>) => void;
};

const lessons = [
  { value: '', label: 'Given or not' },
  { value: 'example', label: 'Good examples' },
  { value: 'near-miss', label: 'Near misses' },
];

const kinds = [
  { value: 'people', label: 'People’s' },
  { value: 'anyone', label: 'People’s and rules’' },
  { value: 'rule', label: 'Rules’' },
];

const terms = [
  { value: 'true', label: 'In force' },
  { value: 'false', label: 'Replaced or taken back' },
];

/** What narrows the decided cases: words, outlet, label, lesson, reason, whose, whether in force. */
export function DecisionFiltersForm({ query, labels, reasons, onQueryChange }: Filters) {
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
    <search className={classes.filters} aria-label="Decided cases">
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
        label="As"
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
