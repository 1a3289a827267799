import { Button, Fieldset, Group, NativeSelect, Stack, TextInput, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Example } from '@/lib/codebook/codebook';
import type { CodebookDraft } from './codebook-draft';

const blank: Example = { text: '', kind: 'good', why: '' };

const kinds = [
  { value: 'good', label: 'Mark it' },
  { value: 'near-miss', label: 'Do not: it only looks like it' },
];

/** The examples of the label at this place: passages to mark, and passages that only look like it. */
export function ExampleFields({
  form,
  at,
}: {
  form: UseFormReturnType<CodebookDraft>;
  at: number;
}) {
  const path = `labels.${at}.examples`;
  const examples = form.values.labels[at]?.examples ?? [];
  return (
    <Fieldset legend="Examples" radius="md">
      <Stack gap="md">
        {examples.map((_, index) => (
          <Stack key={index} gap="xs" role="group" aria-label={`Example ${index + 1}`}>
            <Textarea
              {...form.getInputProps(`${path}.${index}.text`)}
              label="Passage"
              autosize
              minRows={1}
              maxRows={8}
            />
            <Group gap="xs" align="end" wrap="wrap">
              <NativeSelect
                {...form.getInputProps(`${path}.${index}.kind`)}
                label="What to do"
                data={kinds}
              />
              <TextInput
                {...form.getInputProps(`${path}.${index}.why`)}
                label="Why"
                style={{ flex: '1 1 14rem' }}
              />
              <Button
                variant="subtle"
                color="red"
                aria-label={`Remove example ${index + 1}`}
                onClick={() => form.removeListItem(path, index)}
              >
                Remove
              </Button>
            </Group>
          </Stack>
        ))}
        <Group>
          <Button variant="default" onClick={() => form.insertListItem(path, { ...blank })}>
            Add example
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
