'use client';

import { Button, Checkbox, Group, Modal, NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { ExportMoment, ExportRows, ExportUse } from './article-messages';
import { exportAddress } from './article-messages';

const uses = ['excel', 'plain', 'json'] as const;

/** The moments to choose from: now, and each round's beginning and end, the newest round first. */
function momentsOf(rounds: number): { value: string; label: string; at: ExportMoment }[] {
  const numbers = Array.from({ length: rounds }, (_, at) => rounds - at);
  return [
    { value: '', label: 'As they are now', at: null },
    ...numbers.flatMap((round) =>
      (['before', 'after'] as const).map((moment) => ({
        value: `${round} ${moment}`,
        label: `${moment === 'before' ? 'Before' : 'After'} discussion round ${round}`,
        at: { round, moment },
      })),
    ),
  ];
}

const rowKinds: { value: ExportRows; label: string }[] = [
  { value: 'highlights', label: 'Highlights' },
  { value: 'decided', label: 'Highlights, and the decisions behind the consensus' },
  { value: 'decisions', label: 'Decisions, also what was rejected' },
];

/** The button that takes highlights home, with a few choices about the file. */
export function ExportForm({
  base,
  holds,
  rounds,
}: {
  /** The address of the export, without its query. */
  base: string;
  /** What will be in it, in a sentence. */
  holds: string;
  /** How many discussion rounds the project has had. */
  rounds: number;
}) {
  const [opened, { open, close }] = useDisclosure(false);
  const [use, setUse] = useState<ExportUse>('excel');
  const [rows, setRows] = useState<ExportRows>('highlights');
  const [pseudonyms, setPseudonyms] = useState(false);
  const [bare, setBare] = useState(false);
  const [moment, setMoment] = useState('');
  const moments = momentsOf(rounds);
  // A round is of readings, and decisions are of the consensus.
  const at =
    rows === 'highlights' ? (moments.find(({ value }) => value === moment)?.at ?? null) : null;
  const address = exportAddress(base, { use, rows, pseudonyms, text: !bare, at });
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={open}>
        Export
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title="Export highlights"
        closeButtonProps={{ 'aria-label': 'Close' }}
        centered
      >
        <Stack gap="lg">
          <Text>{holds}</Text>
          <Radio.Group
            label="For"
            value={use}
            onChange={(value) => setUse(uses.find((known) => known === value) ?? 'excel')}
          >
            <Stack gap="xs" mt="xs">
              <Radio
                value="excel"
                label="Excel"
                description="A table; cells that look like formulas get an apostrophe."
              />
              <Radio
                value="plain"
                label="Python, R and other programs"
                description="Plain CSV in UTF-8; positions in Unicode code points."
              />
              <Radio
                value="json"
                label="Everything, in JSON"
                description="The articles, highlights, relations, decisions, codebook and discussion in one file."
              />
            </Stack>
          </Radio.Group>
          {use !== 'json' && (
            <NativeSelect
              label="Each row is one of"
              data={rowKinds}
              value={rows}
              onChange={({ currentTarget: { value } }) =>
                setRows(rowKinds.find((kind) => kind.value === value)?.value ?? 'highlights')
              }
            />
          )}
          {rounds > 0 && use !== 'json' && rows === 'highlights' && (
            <NativeSelect
              label="Highlights"
              description="Of a discussion round: those readings that were in it. JSON has every round."
              value={moment}
              onChange={({ currentTarget }) => setMoment(currentTarget.value)}
              data={moments.map(({ value, label }) => ({ value, label }))}
            />
          )}
          <Checkbox
            checked={pseudonyms}
            onChange={({ currentTarget }) => setPseudonyms(currentTarget.checked)}
            label="Pseudonyms in place of names"
            description={`The same person has the same one in every export of this project.${
              use === 'json' ? ' Names inside of comments and notes stay.' : ''
            }`}
          />
          <Checkbox
            checked={bare}
            onChange={({ currentTarget }) => setBare(currentTarget.checked)}
            label="Leave out the articles’ words"
            description={`For texts that may not be passed on: no quotes, only positions.${
              use === 'json' ? ' Comments stay as they were typed.' : ''
            }`}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button component="a" href={address} download onClick={close}>
              {use === 'json' ? 'Download JSON' : 'Download CSV'}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
