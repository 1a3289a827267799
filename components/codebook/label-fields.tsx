import {
  Button,
  Fieldset,
  Group,
  NativeSelect,
  Stack,
  TextInput,
  Textarea,
  ColorInput,
  SimpleGrid,
  Text,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Example } from '@/lib/codebook/codebook';
import { labelPatterns } from '@/lib/codebook/label';
import { palette } from '@/lib/codebook/label-colors';
import type { CodebookDraft } from './codebook-draft';
import { renamed, reservedWords } from './codebook-draft';
import { AttributeList } from './label-card';

const blank: Example = { text: '', kind: 'good', why: '' };

const kinds = [
  { value: 'good', label: 'Annotate it' },
  { value: 'near-miss', label: 'Do not annotate it' },
];

/**
 * The examples of the label at index `at`: passages to annotate, and passages that only look like
 * it.
 */
function ExampleFields({ form, at }: { form: UseFormReturnType<CodebookDraft>; at: number }) {
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

/**
 * All fields of one label. The key of a published label is fixed, since annotations refer to it.
 */
export function LabelFields({
  form,
  at,
  keyIsFixed,
}: {
  form: UseFormReturnType<CodebookDraft>;
  at: number;
  keyIsFixed: boolean;
}) {
  const label = form.values.labels[at];
  if (label === undefined) return null;
  const path = `labels.${at}`;
  const parents = form.values.labels
    .filter(({ row, key }) => row !== label.row && key !== '')
    .map(({ key, name }) => ({ value: key, label: name || key }));
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          {...form.getInputProps(`${path}.name`)}
          label="Name"
          required
          onChange={({ currentTarget }) => {
            form.setFieldValue(path, renamed(label, currentTarget.value, keyIsFixed));
            form.clearFieldError(`${path}.name`);
          }}
        />
        <TextInput
          {...form.getInputProps(`${path}.key`)}
          label="ID"
          required
          readOnly={keyIsFixed}
          description={
            keyIsFixed
              ? 'Published: annotations and exports refer to it.'
              : 'The name in annotations and exports. It cannot be changed once it is published.'
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <ColorInput
          {...form.getInputProps(`${path}.color`)}
          label="Colour"
          format="hex"
          swatches={palette.map(({ color }) => color)}
          swatchesPerRow={7}
          eyeDropperButtonProps={{ 'aria-label': 'Pick a colour from the screen' }}
        />
        <NativeSelect
          {...form.getInputProps(`${path}.pattern`)}
          label="Underline"
          data={[...labelPatterns]}
        />
        <TextInput
          {...form.getInputProps(`${path}.hotkey`)}
          label="Shortcut"
          description={`One character, or none. Not ${reservedWords}`}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={2}
          autoComplete="off"
        />
      </SimpleGrid>
      <Textarea
        {...form.getInputProps(`${path}.definition`)}
        label="Definition"
        autosize
        minRows={2}
        maxRows={14}
      />
      <Textarea
        {...form.getInputProps(`${path}.test`)}
        label="Decision rule"
        description="The question that decides a doubtful case."
        autosize
        minRows={1}
        maxRows={8}
      />
      <NativeSelect
        {...form.getInputProps(`${path}.parent`)}
        label="Parent label"
        data={[{ value: '', label: 'None' }, ...parents]}
        value={label.parent ?? ''}
        onChange={({ currentTarget }) =>
          form.setFieldValue(`${path}.parent`, currentTarget.value || null)
        }
      />
      <ExampleFields form={form} at={at} />
      {label.attributes.length > 0 && (
        <Group gap="xs" align="start">
          <Text size="sm" fw={500}>
            Attributes
          </Text>
          <AttributeList attributes={label.attributes} />
        </Group>
      )}
    </Stack>
  );
}
