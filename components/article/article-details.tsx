'use client';

import type { SimpleGridProps } from '@mantine/core';
import { SimpleGrid, TextInput, Button, Group, Modal, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useForm } from '@mantine/form';
import { useRef } from 'react';
import { callApi } from '@/components/ui/api';
import type { Question } from '@/components/ui/confirm-action';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';
import type { ArticleView } from '@/lib/article/article';
import { articleChanges } from '@/lib/article/article';
import { languageName } from './article-messages';
import type { IntakeValues } from './intake-values';

/** The fields for an article's source and language, all optional. */
export function SourceFields({
  form,
  detectedLanguage,
  cols = { base: 1, sm: 2 },
}: {
  form: UseFormReturnType<IntakeValues>;
  /** The language detected in the text, '' for none; null where it is no longer detected. */
  detectedLanguage: string | null;
  cols?: SimpleGridProps['cols'];
}) {
  const detectedNote = detectedLanguage
    ? ` Detected: ${languageName(detectedLanguage)} (${detectedLanguage}).`
    : '';
  const empty =
    detectedLanguage === null
      ? 'leave it empty if unknown.'
      : `if empty, it is detected from the text.${detectedNote}`;
  return (
    <SimpleGrid cols={cols} spacing="md">
      <TextInput
        label="Source"
        description="The outlet, for example The Ledger."
        {...form.getInputProps('source')}
      />
      <TextInput label="Author" description="The by-line." {...form.getInputProps('author')} />
      <TextInput
        label="Address"
        description="Where it was published: https://…"
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
        description={`A tag such as en or pt-BR; ${empty}`}
        placeholder={detectedLanguage ?? ''}
        {...form.getInputProps('language')}
      />
    </SimpleGrid>
  );
}

/** A dialog that changes an article's details; its text is locked and not in the form. */
export function ArticleDetails({
  question,
  article,
  onDone,
}: {
  question: Pick<Question<unknown>, 'opened' | 'close' | 'giveFocusBack'>;
  article: ArticleView;
  onDone: () => void;
}) {
  const { title, source, author, url, publishedAt, language } = article;
  const form = useForm<IntakeValues>({
    initialValues: {
      title,
      text: '',
      source: source ?? '',
      author: author ?? '',
      url: url ?? '',
      publishedAt: publishedAt ?? '',
      language,
    },
  });
  const { busy, problem, run } = useAction();
  const box = useRef<HTMLFormElement>(null);
  const send = async () => {
    const { text: _locked, ...changes } = form.getValues();
    const { error } = articleChanges.safeParse(changes);
    if (error) {
      form.setErrors(
        Object.fromEntries(error.issues.map(({ path, message }) => [path.join('.'), message])),
      );
      requestAnimationFrame(() =>
        box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    const isDone = await run(() => callApi('PATCH', `/api/v1/articles/${article.id}`, changes));
    if (!isDone) return;
    question.close();
    onDone();
  };
  return (
    <Modal
      opened={question.opened}
      onClose={question.close}
      onExitTransitionEnd={question.giveFocusBack}
      returnFocus={false}
      title="Article details"
      closeButtonProps={{ 'aria-label': 'Close' }}
      size="lg"
      centered
    >
      <form
        ref={box}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="md">
          <TextInput label="Title" dir="auto" data-autofocus {...form.getInputProps('title')} />
          <SourceFields form={form} detectedLanguage="" />
          {problem && <ProblemAlert problem={problem} />}
          <Group gap="sm" justify="flex-end">
            <Button variant="default" onClick={question.close}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              Save details
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
