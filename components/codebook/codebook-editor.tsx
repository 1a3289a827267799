import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { JSONContent } from '@tiptap/core';
import { useRef, useState } from 'react';
import { ApiProblem, callApi } from '@/components/ui/api';
import { useUnsavedWarning } from '@/components/ui/form';
import { ProblemAlert } from '@/components/ui/problem-alert';
import type { Codebook, CodebookVersionView, CodebookView } from '@/lib/codebook/codebook';
import { codebookDifference, describeDifference } from '@/lib/codebook/difference';
import type { CodebookDraft } from './codebook-draft';
import { codebookOf, draftErrors, draftOf, pruned, rowsWithErrors } from './codebook-draft';
import type { GuidelinesHandle } from './guidelines-section';
import { GuidelinesSection } from './guidelines-section';
import { LabelRows } from './label-rows';
import { PublishPanel } from './publish-panel';

/** The form in which managers edit, save and publish the draft. `published` is the last version. */
export function CodebookEditor({
  projectId,
  draft,
  published,
  guidelines,
  me,
  onPublished,
}: {
  projectId: string;
  draft: CodebookView;
  published: Codebook;
  guidelines: { draft: JSONContent; published: JSONContent };
  me: { userId: string; name: string };
  onPublished: () => void;
}) {
  const [saved, setSaved] = useState(draft);
  const [last, setLast] = useState({ content: published, version: draft.version });
  const [opened, setOpened] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [statusMessage, setStatusMessage] = useState('');
  const [differ, setDiffer] = useState(draft.guidelines !== published.guidelines);
  const written = useRef<GuidelinesHandle>(null);
  const form = useForm<CodebookDraft>({ initialValues: draftOf(draft) });
  const unsaved = form.isDirty();
  useUnsavedWarning(unsaved);

  const address = `/api/v1/projects/${projectId}/codebook`;
  const sentence = describeDifference({
    ...codebookDifference(last.content, codebookOf(form.values)),
    guidelines: differ,
  });

  /** Shows each error at its field, opens the labels with errors, and focuses the first. */
  const show = (values: CodebookDraft, errors: Record<string, string>) => {
    form.setErrors(errors);
    setOpened((rows) => [...new Set([...rows, ...rowsWithErrors(values, errors)])]);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('[data-codebook-form] [aria-invalid="true"]')?.focus(),
    );
  };

  const perform = async (action: () => Promise<string>) => {
    setBusy(true);
    setProblem(null);
    setStatusMessage('');
    try {
      setStatusMessage(await action());
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem)) throw thrown;
      setProblem(thrown);
      show(
        form.getValues(),
        Object.fromEntries(thrown.errors.map(({ path, message }) => [path, message])),
      );
    } finally {
      setBusy(false);
    }
  };

  const save = () => {
    const values = pruned(form.values);
    form.setValues(values);
    const errors = draftErrors(values);
    if (Object.keys(errors).length > 0) return show(values, errors);
    return perform(async () => {
      // The guidelines are edited outside of the form, whose copy of them may be outdated.
      const query = `?guidelines=keep&basedOn=${encodeURIComponent(saved.updatedAt)}`;
      const answer: CodebookView = await callApi('PUT', `${address}${query}`, codebookOf(values));
      setSaved(answer);
      form.setInitialValues(values);
      form.resetDirty(values);
      return sentence === ''
        ? 'The draft is saved.'
        : 'The draft is saved. Analysts see it once you publish it, at the top of this page.';
    });
  };

  const publish = () =>
    perform(async () => {
      const answer: CodebookVersionView = await callApi('POST', `${address}/publish`, {
        guidelinesState: written.current?.state(),
      });
      setLast({ content: codebookOf(form.values), version: answer.version });
      onPublished();
      return `Version ${answer.version} is published.`;
    });

  return (
    <Stack gap="lg" data-codebook-form>
      <PublishPanel
        sentence={sentence}
        next={last.version + 1}
        unsaved={unsaved}
        busy={busy}
        onPublish={() => void publish()}
      />
      <GuidelinesSection
        projectId={projectId}
        me={me}
        known={guidelines.draft}
        published={guidelines.published}
        onDiffer={setDiffer}
        handle={written}
      />
      <form onSubmit={(event) => (event.preventDefault(), void save())} noValidate>
        <Stack gap="lg">
          <Title order={2} size="h3">
            Labels
          </Title>
          <LabelRows
            form={form}
            published={new Set(last.content.labels.map(({ key }) => key))}
            opened={opened}
            onOpen={setOpened}
          />
          {problem && <ProblemAlert problem={problem} />}
          <Group gap="sm">
            <Button type="submit" loading={busy} disabled={!unsaved}>
              Save draft
            </Button>
            {unsaved && (
              <Button variant="default" onClick={() => form.reset()}>
                Undo all unsaved changes
              </Button>
            )}
            <Text role="status" size="sm" c="dimmed">
              {unsaved ? 'There are unsaved changes.' : statusMessage}
            </Text>
          </Group>
        </Stack>
      </form>
    </Stack>
  );
}
