'use client';

import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef } from 'react';
import type { IntakeValues } from './intake-values';
import { SourceFields } from './source-fields';
import { useAction } from '@/components/ui/use-action';
import type { Question } from '@/components/ui/use-question';
import { callApi } from '@/components/ui/api';
import { ProblemAlert } from '@/components/ui/problem-alert';
import type { ArticleView } from '@/lib/article/article';
import { articleChanges } from '@/lib/article/article';

/** Changes what is known of an article. Its text is frozen and not in the form. */
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
    const { text: _frozen, ...changes } = form.getValues();
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
