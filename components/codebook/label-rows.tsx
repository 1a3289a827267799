import { Accordion, ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { randomId } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { letterTags } from '@/lib/codebook/label';
import type { CodebookDraft } from './codebook-draft';
import { newLabel } from './codebook-draft';
import { LabelHeading } from './label-card';
import { LabelFields } from './label-fields';

/** The labels of the draft; each unfolds into its fields, and can be moved and deleted. */
export function LabelRows({
  form,
  published,
  opened,
  onOpen,
}: {
  form: UseFormReturnType<CodebookDraft>;
  /** Keys of the last published version. */
  published: ReadonlySet<string>;
  opened: string[];
  onOpen: (rows: string[]) => void;
}) {
  const { labels } = form.values;
  const tags = letterTags(labels);
  const add = () => {
    const label = newLabel(labels, randomId('label'));
    form.insertListItem('labels', label);
    onOpen([...opened, label.row]);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-label-row="${label.row}"] input`)?.focus(),
    );
  };
  return (
    <Stack gap="md">
      {labels.length === 0 && (
        <Text c="dimmed">There are no labels yet. Add the first one below.</Text>
      )}
      <Accordion multiple variant="separated" value={opened} onChange={onOpen} order={3}>
        {labels.map((label, at) => {
          const name = label.name || `label ${at + 1}`;
          const move = (to: number) => form.reorderListItem('labels', { from: at, to });
          return (
            <Accordion.Item key={label.row} value={label.row} data-label-row={label.row}>
              <Accordion.Control>
                <LabelHeading label={label} tag={tags.get(label.key)} />
              </Accordion.Control>
              <Accordion.Panel>
                {opened.includes(label.row) && (
                  <LabelFields form={form} at={at} keyIsFixed={published.has(label.row)} />
                )}
                <Group mt="md" gap="xs">
                  <ActionIcon
                    variant="default"
                    size="lg"
                    aria-label={`Move ${name} up`}
                    title="Move up"
                    disabled={at === 0}
                    onClick={() => move(at - 1)}
                  >
                    <IconArrowUp size={18} />
                  </ActionIcon>
                  <ActionIcon
                    variant="default"
                    size="lg"
                    aria-label={`Move ${name} down`}
                    title="Move down"
                    disabled={at === labels.length - 1}
                    onClick={() => move(at + 1)}
                  >
                    <IconArrowDown size={18} />
                  </ActionIcon>
                  <Button
                    variant="subtle"
                    color="red"
                    leftSection={<IconTrash size={16} />}
                    aria-label={`Delete ${name}`}
                    onClick={() => form.removeListItem('labels', at)}
                  >
                    Delete
                  </Button>
                  {published.has(label.row) && (
                    <Text size="sm" c="dimmed">
                      Annotations that have this label keep it.
                    </Text>
                  )}
                </Group>
              </Accordion.Panel>
            </Accordion.Item>
          );
        })}
      </Accordion>
      <Group>
        <Button variant="default" onClick={add}>
          Add label
        </Button>
      </Group>
    </Stack>
  );
}
