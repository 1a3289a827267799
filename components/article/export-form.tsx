'use client';

import { Button, Checkbox, Group, Modal, NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { ExportMoment, ExportRows, ExportUse } from './article-messages';
import { exportAddress } from './article-messages';

const uses = ['excel', 'plain', 'json'] as const;

/** The moments to choose from: now, and before and after each round, the newest round first. */
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
  { value: 'annotations', label: 'Annotations' },
  { value: 'decided', label: 'Annotations, with the decisions behind the consensus' },
  { value: 'decisions', label: 'Decisions, rejected versions included' },
];

/** The button that exports annotations, with a dialog of choices about the file. */
export function ExportForm({
  base,
  holds,
  rounds,
}: {
  /** The address of the export, without its query. */
  base: string;
  /** A sentence that says what the export contains. */
  holds: string;
  /** How many discussion rounds the project has had. */
  rounds: number;
}) {
  const [opened, { open, close }] = useDisclosure(false);
  const [use, setUse] = useState<ExportUse>('excel');
  const [rows, setRows] = useState<ExportRows>('annotations');
  const [pseudonyms, setPseudonyms] = useState(false);
  const [bare, setBare] = useState(false);
  const [moment, setMoment] = useState('');
  const moments = momentsOf(rounds);
  // Rounds apply to analysts' layers, decisions to the consensus.
  const at =
    rows === 'annotations' ? (moments.find(({ value }) => value === moment)?.at ?? null) : null;
  const address = exportAddress(base, { use, rows, pseudonyms, text: !bare, at });
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={open}>
        Export
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title="Export annotations"
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
                description="The articles, annotations, relations, decisions, codebook and discussion in one file."
              />
            </Stack>
          </Radio.Group>
          {use !== 'json' && (
            <NativeSelect
              label="One row for each of"
              data={rowKinds}
              value={rows}
              onChange={({ currentTarget: { value } }) =>
                setRows(rowKinds.find((kind) => kind.value === value)?.value ?? 'annotations')
              }
            />
          )}
          {rounds > 0 && use !== 'json' && rows === 'annotations' && (
            <NativeSelect
              label="State of the annotations"
              description="For a discussion round: only the layers that were in it. JSON contains every round."
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
              use === 'json' ? ' Names in comments and notes stay.' : ''
            }`}
          />
          <Checkbox
            checked={bare}
            onChange={({ currentTarget }) => setBare(currentTarget.checked)}
            label="Leave out the articles’ text"
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
