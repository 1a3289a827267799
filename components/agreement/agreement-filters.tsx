'use client';

import { Button, Group, MultiSelect, Select, Switch, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import type { AgreementView } from '@/lib/agreement/agreement-view';
import type { AgreementFilterValues } from './agreement-filter-values';
import { everything, filterCount } from './agreement-filter-values';
import classes from './agreement-filters.module.css';
import { ArticleFilter } from './article-filter';
import type { Names } from './names';

/** An outlet as a form value; the prefix distinguishes “no outlet” from an empty choice. */
const sourceValue = (source: string | null) => `=${source ?? ''}`;

/** The filters of the figures; the page’s address holds their values. */
export function AgreementFilters({
  projectId,
  filters,
  choices,
  names,
  onChange,
}: {
  projectId: string;
  filters: AgreementFilterValues;
  /** Null until the first response. */
  choices: AgreementView['choices'] | null;
  names: Names;
  onChange: (changed: Partial<AgreementFilterValues>) => void;
}) {
  const [isOpen, { toggle }] = useDisclosure(false);
  const set = filterCount(filters);
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
          value={filters.label}
          onChange={(label) => onChange({ label })}
          data={choices?.labels.map(({ key }) => ({ value: key, label: names.label(key) })) ?? []}
          nothingFoundMessage="No matching label"
        />
        <MultiSelect
          label="Analysts"
          placeholder={filters.analysts.length === 0 ? 'All analysts' : ''}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'All analysts' }}
          value={[...filters.analysts]}
          onChange={(analysts) => onChange({ analysts })}
          data={choices?.analysts.map(({ id }) => ({ value: id, label: names.analyst(id) })) ?? []}
          nothingFoundMessage="No matching analyst"
        />
        <Select
          label="Outlet"
          placeholder="All outlets"
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'All outlets' }}
          value={filters.source === null ? null : sourceValue(filters.source)}
          onChange={(value) => onChange({ source: value === null ? null : value.slice(1) })}
          data={
            choices?.sources.map((source) => ({
              value: sourceValue(source),
              label: names.source(source),
            })) ?? []
          }
          nothingFoundMessage="No matching outlet"
        />
        <ArticleFilter
          projectId={projectId}
          chosen={filters.articles}
          onChange={(articles) => onChange({ articles })}
        />
        <div className={classes.days}>
          <TextInput
            type="date"
            label="Annotated from"
            value={filters.from ?? ''}
            max={filters.to ?? undefined}
            onChange={({ currentTarget }) => onChange({ from: currentTarget.value || null })}
          />
          <TextInput
            type="date"
            label="to"
            aria-label="Annotated to"
            value={filters.to ?? ''}
            min={filters.from ?? undefined}
            onChange={({ currentTarget }) => onChange({ to: currentTarget.value || null })}
          />
        </div>
        <Group gap="md" className={classes.last}>
          <Switch
            label="Submissions only"
            checked={filters.submitted}
            onChange={({ currentTarget }) => onChange({ submitted: currentTarget.checked })}
          />
          {clear}
        </Group>
      </div>
    </search>
  );
}
