import { Group, Select } from '@mantine/core';
import { orientations } from '@/lib/agreement/own-data/coding-data';
import type { Reading } from '@/lib/agreement/own-data/own-file';
import { fileKinds } from '@/lib/agreement/own-data/own-file';

const kindWords = {
  guess: 'What it seems to be',
  spans: 'Spans: document, annotator, start, end, label',
  coding: 'A table of coders and items',
  case: 'A reference case in JSON',
};

const orientationWords = { coders: 'A column is a coder', items: 'A column is an item' };

/** How the data is to be read, where it does not say so itself. */
export function ReadingFields({
  reading,
  onReading,
}: {
  reading: Reading;
  onReading: (reading: Reading) => void;
}) {
  return (
    <Group gap="md" align="end">
      <Select
        label="Read it as"
        allowDeselect={false}
        w={330}
        maw="100%"
        value={reading.kind ?? 'guess'}
        data={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
        onChange={(value) => {
          onReading({ ...reading, kind: fileKinds.find((kind) => kind === value) });
        }}
      />
      {(reading.kind ?? 'coding') === 'coding' && (
        <Select
          label="In a table"
          allowDeselect={false}
          w={220}
          value={reading.orientation ?? 'coders'}
          data={Object.entries(orientationWords).map(([value, label]) => ({ value, label }))}
          onChange={(value) => {
            onReading({ ...reading, orientation: orientations.find((one) => one === value) });
          }}
        />
      )}
    </Group>
  );
}
