import type { SimpleGridProps } from '@mantine/core';
import { SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { IntakeValues } from './intake-values';

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Where an article comes from, and in which language it is. Nothing of it must be known. */
export function SourceFields({
  form,
  detectedLanguage,
  cols = { base: 1, sm: 2 },
}: {
  form: UseFormReturnType<IntakeValues>;
  /** The language that was told from the text; empty: none. null: it is not told any more. */
  detectedLanguage: string | null;
  cols?: SimpleGridProps['cols'];
}) {
  const detectedNote = detectedLanguage
    ? ` From the text: ${languageName(detectedLanguage)} (${detectedLanguage}).`
    : '';
  const empty =
    detectedLanguage === null
      ? ' where it is not known.'
      : `, it is told from the text.${detectedNote}`;
  return (
    <SimpleGrid cols={cols} spacing="md">
      <TextInput
        label="Source"
        description="The outlet, as in The Ledger."
        {...form.getInputProps('source')}
      />
      <TextInput label="Author" description="The by-line." {...form.getInputProps('author')} />
      <TextInput
        label="Address"
        description="Where it can be read: https://…"
        type="url"
        inputMode="url"
        {...form.getInputProps('url')}
      />
      <TextInput
        label="Published"
        description="As far as it is known: 2026, 2026-11 or 2026-11-18."
        {...form.getInputProps('publishedAt')}
      />
      <TextInput
        label="Language"
        description={`A tag such as en or pt-BR; empty${empty}`}
        placeholder={detectedLanguage ?? ''}
        {...form.getInputProps('language')}
      />
    </SimpleGrid>
  );
}
