import { Group, Select } from '@mantine/core';
import { orientations } from '@/lib/agreement/calculator/coding-data';
import type { ReadOptions } from '@/lib/agreement/calculator/own-file';
import { fileKinds } from '@/lib/agreement/calculator/own-file';

const kindLabels = {
  guess: 'What it seems to be',
  spans: 'Spans: document, annotator, start, end, label',
  coding: 'A table of coders and items',
  case: 'A reference case in JSON',
};

const orientationLabels = { coders: 'A column is a coder', items: 'A column is an item' };

/** How the data is to be read, where it does not say so itself. */
export function ReadOptionFields({
  options,
  onOptions,
}: {
  options: ReadOptions;
  onOptions: (options: ReadOptions) => void;
}) {
  return (
    <Group gap="md" align="end">
      <Select
        label="Read it as"
        allowDeselect={false}
        w={330}
        maw="100%"
        value={options.kind ?? 'guess'}
        data={Object.entries(kindLabels).map(([value, label]) => ({ value, label }))}
        onChange={(value) => {
          onOptions({ ...options, kind: fileKinds.find((kind) => kind === value) });
        }}
      />
      {(options.kind ?? 'coding') === 'coding' && (
        <Select
          label="In a table"
          allowDeselect={false}
          w={220}
          value={options.orientation ?? 'coders'}
          data={Object.entries(orientationLabels).map(([value, label]) => ({ value, label }))}
          onChange={(value) => {
            onOptions({ ...options, orientation: orientations.find((one) => one === value) });
          }}
        />
      )}
    </Group>
  );
}
