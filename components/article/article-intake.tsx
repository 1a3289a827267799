'use client';

import {
  Button,
  FileButton,
  Group,
  Text,
  Textarea,
  Stack,
  TextInput,
  Title,
  Anchor,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { v7 } from 'uuid';
import Link from 'next/link';
import { ApiProblem, callApi } from '@/components/ui/api';
import { useUnsavedWarning } from '@/components/ui/form';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useFileDrop } from '@/components/ui/use-file-drop';
import { SourceFields } from './article-details';
import styles from './article-intake.module.css';
import { CleanUpPanel, useCleanUpPreview } from './clean-up-panel';
import type { IntakeCleanUp, IntakeValues } from './intake-values';
import { choiceOf, emptyIntake, inputOf, intakeFaults, readUpload } from './intake-values';

/** The field for an article's text, which can be pasted, or chosen or dropped as a file. */
function TextField({
  value,
  error,
  note,
  onText,
  onFile,
}: {
  value: string;
  error: string | undefined;
  /** A message about the last file. */
  note: string;
  onText: (text: string) => void;
  onFile: (file: File) => void;
}) {
  const drop = useFileDrop(onFile);
  return (
    <div className={styles.field} {...drop}>
      <Textarea
        label="Text"
        required
        description="Paste the article, choose a text file, or drop one here."
        value={value}
        error={error}
        onChange={(event) => onText(event.currentTarget.value)}
        rows={14}
        name="text"
        spellCheck={false}
        dir="auto"
        classNames={{ input: styles.input }}
      />
      <Group gap="sm" mt="xs">
        <FileButton onChange={(file) => file && onFile(file)} accept=".txt,.text,.md,text/plain">
          {(props) => (
            <Button {...props} variant="default" size="sm">
              Choose a text file
            </Button>
          )}
        </FileButton>
        <Text size="sm" role="status">
          {note}
        </Text>
      </Group>
    </div>
  );
}

/** The form that adds an article to a project. Its values stay when the request is refused. */
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
  /**
   * The last request with the id of its article, so that an identical retry creates no second one.
   */
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
            Article details
          </Title>
          <SourceFields form={form} detectedLanguage={preview.view?.language ?? ''} />
        </Stack>
        {problem && <ProblemAlert problem={problem} />}
        <Group gap="sm">
          <Button type="submit" loading={busy}>
            Lock the text
          </Button>
          <Button variant="default" loading={busy} onClick={() => void send(true)}>
            Edit together before locking
          </Button>
          <Text size="sm" c="dimmed">
            Locking adds the article. Its text can no longer be changed then, so that every
            annotation keeps its position. Until then, managers can edit it together.
          </Text>
        </Group>
      </Stack>
    </form>
  );
}

/** The page for those who cannot add articles to this project now. */
export function IntakeClosed({ projectId, why }: { projectId: string; why: string }) {
  return (
    <Stack gap="sm">
      <Title order={1} size="h2">
        Add an article
      </Title>
      <Text>{why}</Text>
      <Anchor component={Link} href={`/projects/${projectId}`}>
        Back to the project
      </Anchor>
    </Stack>
  );
}
