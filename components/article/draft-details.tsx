import { Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useEffectEvent } from 'react';
import { callApi } from '@/components/ui/api';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';
import type { DraftView } from '@/lib/article/article-draft';
import { SourceFields } from './article-details';
import type { IntakeValues } from './intake-values';

const valuesOf = ({
  title,
  source,
  author,
  url,
  publishedAt,
  language,
}: DraftView): IntakeValues => ({
  title,
  text: '',
  source: source ?? '',
  author: author ?? '',
  url: url ?? '',
  publishedAt: publishedAt ?? '',
  language,
});

/** The details of a draft beside its text. A field is saved on blur. */
export function DraftDetails({
  draft,
  isOpen,
  onChanged,
  onSaving,
}: {
  draft: DraftView;
  isOpen: boolean;
  onChanged: (draft: DraftView) => void;
  /** Called with a save that is running; it resolves to whether it succeeded. */
  onSaving: (saving: Promise<boolean>) => void;
}) {
  const form = useForm<IntakeValues>({ initialValues: valuesOf(draft) });
  const { busy, problem, run } = useAction();
  const known = JSON.stringify(valuesOf(draft));

  // Changes of others are taken over; fields that are being edited here stay.
  const take = useEffectEvent((values: IntakeValues) => {
    const typed = Object.entries(form.getValues()).filter(([name]) => form.isDirty(name));
    form.setInitialValues(values);
    form.setValues({ ...values, ...Object.fromEntries(typed) });
    form.resetDirty(values);
  });
  useEffect(() => take(JSON.parse(known) as IntakeValues), [known]);

  const save = () => {
    const { text: _, ...fields } = form.getValues();
    const changed = Object.entries(fields).filter(([name]) => form.isDirty(name));
    if (!isOpen || changed.length === 0) return;
    onSaving(
      run(async () => {
        const body = Object.fromEntries(changed);
        onChanged(await callApi<DraftView>('PATCH', `/api/v1/drafts/${draft.id}`, body));
      }),
    );
  };

  return (
    <Stack
      component="section"
      gap="md"
      aria-label="Article details"
      onBlur={save}
      data-draft-details
    >
      <Title order={2} size="h4">
        Article details
      </Title>
      <fieldset disabled={!isOpen} style={{ border: 0, padding: 0, margin: 0 }}>
        <Stack gap="md">
          <TextInput label="Title" required {...form.getInputProps('title')} />
          <SourceFields form={form} detectedLanguage={null} cols={1} />
        </Stack>
      </fieldset>
      <Text size="sm" c="dimmed" role="status">
        {busy ? 'Saving…' : problem === null ? 'Each field is saved when you leave it.' : ''}
      </Text>
      {problem && <ProblemAlert problem={problem} />}
    </Stack>
  );
}
