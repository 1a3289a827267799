'use client';

import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { v7 } from 'uuid';
import { ApiProblem, callApi } from '@/components/ui/api';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useUnsavedWarning } from '@/components/ui/use-unsaved-warning';
import { CleanUpPanel } from './clean-up-panel';
import type { IntakeCleanUp, IntakeValues } from './intake-values';
import { choiceOf, emptyIntake, inputOf, intakeFaults } from './intake-values';
import { readUpload } from './read-upload';
import { SourceFields } from './source-fields';
import { TextField } from './text-field';
import { useCleanUpPreview } from './use-clean-up-preview';

/** The form by which a manager brings an article into a project. What was typed stays when it is refused. */
export function ArticleIntake({
  projectId,
  projectName,
}: {
  projectId: string;
  projectName: string;
}) {
  const router = useRouter();
  const form = useForm<IntakeValues>({ initialValues: emptyIntake });
  const [cleanUp, setCleanUp] = useState<IntakeCleanUp>({ on: true, off: [] });
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [added, setAdded] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  /** What was sent last, under its id: the same again is the same article. */
  const sent = useRef({ id: v7(), body: '' });
  const { text, language } = form.values;
  const preview = useCleanUpPreview(text, choiceOf(cleanUp), language);
  useUnsavedWarning(form.isDirty() && !added);

  const show = (faults: Record<string, string>) => {
    form.setErrors(faults);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('[data-article-intake] [aria-invalid="true"]')?.focus(),
    );
  };

  const take = async (file: File) => {
    const upload = await readUpload(file);
    if ('fault' in upload) return setNote(upload.fault);
    form.setFieldValue('text', upload.text);
    if (form.getValues().title === '') form.setFieldValue('title', upload.title);
    setNote(upload.note);
  };

  const send = async (together: boolean) => {
    const faults = intakeFaults(form.values, cleanUp);
    if (Object.keys(faults).length > 0) return show(faults);
    const input = inputOf(form.values, cleanUp);
    const body = JSON.stringify({ ...input, together });
    if (body !== sent.current.body) sent.current = { id: v7(), body };
    setBusy(true);
    setProblem(null);
    try {
      const path = `/api/v1/projects/${projectId}`;
      const { id } = sent.current;
      await callApi('POST', `${path}/${together ? 'drafts' : 'articles'}`, { ...input, id });
      setAdded(true);
      router.push(together ? `/projects/${projectId}/drafts/${id}` : `/articles/${id}`);
    } catch (thrown) {
      setBusy(false);
      if (!(thrown instanceof ApiProblem)) throw thrown;
      setProblem(thrown);
      show(Object.fromEntries(thrown.errors.map(({ path, message }) => [path, message])));
    }
  };

  return (
    <form
      data-article-intake
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send(false);
      }}
    >
      <Stack gap="xl">
        <div>
          <Title order={1} size="h2">
            Add an article
          </Title>
          <Text c="dimmed">to {projectName}</Text>
        </div>
        <TextInput label="Title" required {...form.getInputProps('title')} />
        <TextField
          value={text}
          error={typeof form.errors.text === 'string' ? form.errors.text : undefined}
          note={note}
          onText={(changed) => form.setFieldValue('text', changed)}
          onFile={(file) => void take(file)}
        />
        <CleanUpPanel cleanUp={cleanUp} preview={preview} onChange={setCleanUp} />
        <Stack gap="md">
          <Title order={2} size="h3">
            Where it comes from
          </Title>
          <SourceFields form={form} detectedLanguage={preview.view?.language ?? ''} />
        </Stack>
        {problem && <ProblemAlert problem={problem} />}
        <Group gap="sm">
          <Button type="submit" loading={busy}>
            Add article
          </Button>
          <Button variant="default" loading={busy} onClick={() => void send(true)}>
            Prepare together
          </Button>
          <Text size="sm" c="dimmed">
            Once it is added, its text is frozen, so that every highlight keeps its place. Before
            that, managers can prepare it together.
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
