import { NativeSelect } from '@mantine/core';
import { FindField } from '@/components/project/find-field';
import type { SettlingRules } from '@/lib/adjudication/settling-rules';
import type { Label } from '@/lib/codebook/codebook';
import type { CasesAsk } from './cases-ask';
import classes from './cases.module.css';

type Filters = {
  ask: CasesAsk;
  labels: readonly Pick<Label, 'key' | 'name'>[];
  reasons: SettlingRules['reasons'];
  /** What changes; the list then begins anew. */
  onAsk: (change: Partial<CasesAsk>) => void;
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
export function CasesFilters({ ask, labels, reasons, onAsk }: Filters) {
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
      <FindField label="Passage or reason" text={ask.text} onFind={(text) => onAsk({ text })} />
      <FindField label="Outlet" text={ask.source} onFind={(source) => onAsk({ source })} />
      <NativeSelect
        label="Label"
        data={named(ask.label, labels, 'Any label')}
        value={ask.label}
        onChange={({ currentTarget: { value } }) => onAsk({ label: value })}
      />
      <NativeSelect
        label="As"
        data={lessons}
        value={ask.as ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onAsk({ as: value === 'example' || value === 'near-miss' ? value : undefined })
        }
      />
      <NativeSelect
        label="Reason"
        data={named(ask.reason, reasons, 'Any reason')}
        value={ask.reason}
        onChange={({ currentTarget: { value } }) => onAsk({ reason: value })}
      />
      <NativeSelect
        label="Decisions"
        data={kinds}
        value={ask.by}
        onChange={({ currentTarget: { value } }) =>
          onAsk({ by: value === 'rule' || value === 'anyone' ? value : 'people' })
        }
      />
      <NativeSelect
        label="State"
        data={terms}
        value={String(ask.standing)}
        onChange={({ currentTarget: { value } }) => onAsk({ standing: value === 'true' })}
      />
    </search>
  );
}
