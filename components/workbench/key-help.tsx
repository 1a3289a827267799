import type { KeyGroup, KeyLine } from './key-map';
import { Group, Kbd, Modal, Stack, Table, Text, Title } from '@mantine/core';
import { Fragment, memo } from 'react';

function Ways({ ways }: Pick<KeyLine, 'ways'>) {
  return (
    <Group gap={6}>
      {ways.map((keys) => (
        <span key={keys.join('+')}>
          {keys.map((key, index) => (
            <Fragment key={key}>
              {index > 0 && ' + '}
              <Kbd>{key}</Kbd>
            </Fragment>
          ))}
        </span>
      ))}
    </Group>
  );
}

/** The dialog that lists every key of the page. */
export const KeyHelp = memo(function KeyHelp({
  isOpen,
  onClose,
  groups,
}: {
  isOpen: boolean;
  onClose: () => void;
  groups: readonly KeyGroup[];
}) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="Keys"
      size="lg"
      transitionProps={{ duration: 100 }}
      closeButtonProps={{ 'aria-label': 'Close the list of keys' }}
    >
      <Stack gap="lg">
        {groups.map(({ name, lines }) => (
          <section key={name} aria-label={name}>
            <Title order={3} size="h6" mb={4}>
              {name}
            </Title>
            {lines.length === 0 && <Text size="sm">No label has a shortcut.</Text>}
            <Table layout="fixed" verticalSpacing={6}>
              <Table.Tbody>
                {lines.map(({ ways, does }) => (
                  <Table.Tr key={does}>
                    <Table.Td w="45%">
                      <Ways ways={ways} />
                    </Table.Td>
                    <Table.Td>{does}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </section>
        ))}
      </Stack>
    </Modal>
  );
});
