'use client';

import { Button, Checkbox, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { exportAddress } from './article-words';

/** The button that takes highlights home as CSV, with a few choices about the file. */
export function ExportForm({
  base,
  holds,
}: {
  /** The address of the export, without its query. */
  base: string;
  /** What will be in it, in a sentence. */
  holds: string;
}) {
  const [opened, { open, close }] = useDisclosure(false);
  const [use, setUse] = useState('excel');
  const [pseudonyms, setPseudonyms] = useState(false);
  const [bare, setBare] = useState(false);
  const address = exportAddress(base, { excel: use === 'excel', pseudonyms, text: !bare });
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
          <Radio.Group label="For" value={use} onChange={setUse}>
            <Stack gap="xs" mt="xs">
              <Radio
                value="excel"
                label="Excel"
                description="Cells that look like formulas get an apostrophe before them."
              />
              <Radio
                value="plain"
                label="Python, R and other programs"
                description="Plain CSV in UTF-8; positions in Unicode code points."
              />
            </Stack>
          </Radio.Group>
          <Checkbox
            checked={pseudonyms}
            onChange={({ currentTarget }) => setPseudonyms(currentTarget.checked)}
            label="Pseudonyms in place of names"
            description="The same person has the same one in every export of this project."
          />
          <Checkbox
            checked={bare}
            onChange={({ currentTarget }) => setBare(currentTarget.checked)}
            label="Leave out the articles’ words"
            description="For texts that may not be passed on: no quotes, only positions."
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button component="a" href={address} download onClick={close}>
              Download CSV
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
