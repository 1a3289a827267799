'use client';

import { Button, Group, MultiSelect, Select, Switch, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import type { AgreementView } from '@/lib/agreement/agreement-view';
import type { AgreementAsk } from './agreement-ask';
import { everything, filterCount } from './agreement-ask';
import classes from './agreement-filters.module.css';
import { ArticleFilter } from './article-filter';
import type { Names } from './names';

/** An outlet as a value of a form; a sign before it keeps “none” apart from an empty choice. */
const sourceValue = (source: string | null) => `=${source ?? ''}`;

/** Which readings the figures are of. What is chosen stands in the page's address. */
export function AgreementFilters({
  projectId,
  ask,
  choices,
  names,
  onChange,
}: {
  projectId: string;
  ask: AgreementAsk;
  /** Null until the first answer. */
  choices: AgreementView['choices'] | null;
  names: Names;
  onChange: (changed: Partial<AgreementAsk>) => void;
}) {
  const [isOpen, { toggle }] = useDisclosure(false);
  const set = filterCount(ask);
  const clear = set > 0 && (
    <Button variant="subtle" onClick={() => onChange(everything)}>
      Clear all filters
    </Button>
  );
  return (
    <search aria-label="Filters">
      <Group className={classes.opener} gap="xs">
        <Button
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
          aria-expanded={isOpen}
          onClick={toggle}
        >
          {set === 0 ? 'Filters' : `Filters (${set})`}
        </Button>
        {!isOpen && clear}
      </Group>
      <div className={classes.fields} data-open={isOpen || undefined}>
        <Select
          label="Label"
          placeholder="All labels"
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'All labels' }}
          value={ask.label}
          onChange={(label) => onChange({ label })}
          data={choices?.labels.map(({ key }) => ({ value: key, label: names.label(key) })) ?? []}
          nothingFoundMessage="No such label"
        />
        <MultiSelect
          label="Analysts"
          placeholder={ask.analysts.length === 0 ? 'All analysts' : ''}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'All analysts' }}
          value={[...ask.analysts]}
          onChange={(analysts) => onChange({ analysts })}
          data={choices?.analysts.map(({ id }) => ({ value: id, label: names.analyst(id) })) ?? []}
          nothingFoundMessage="Nobody of this name"
        />
        <Select
          label="Outlet"
          placeholder="All outlets"
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'All outlets' }}
          value={ask.source === null ? null : sourceValue(ask.source)}
          onChange={(value) => onChange({ source: value === null ? null : value.slice(1) })}
          data={
            choices?.sources.map((source) => ({
              value: sourceValue(source),
              label: names.source(source),
            })) ?? []
          }
          nothingFoundMessage="No such outlet"
        />
        <ArticleFilter
          projectId={projectId}
          chosen={ask.articles}
          onChange={(articles) => onChange({ articles })}
        />
        <div className={classes.days}>
          <TextInput
            type="date"
            label="Last read from"
            value={ask.from ?? ''}
            max={ask.to ?? undefined}
            onChange={({ currentTarget }) => onChange({ from: currentTarget.value || null })}
          />
          <TextInput
            type="date"
            label="to"
            aria-label="Last read to"
            value={ask.to ?? ''}
            min={ask.from ?? undefined}
            onChange={({ currentTarget }) => onChange({ to: currentTarget.value || null })}
          />
        </div>
        <Group gap="md" className={classes.last}>
          <Switch
            label="Submitted readings only"
            checked={ask.submitted}
            onChange={({ currentTarget }) => onChange({ submitted: currentTarget.checked })}
          />
          {clear}
        </Group>
      </div>
    </search>
  );
}
