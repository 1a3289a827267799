'use client';

import { Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import { callApi } from '@/components/ui/api';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { useUnsavedWarning } from '@/components/ui/use-unsaved-warning';
import type { ProjectView } from '@/lib/project/project';
import { ProjectFields } from './project-fields';
import type { ProjectValues } from './project-values';
import { projectFaults } from './project-values';
import { useAction } from '@/components/ui/use-action';

/** The form of a project, sent by `method` to `path`. What was typed stays when it is refused. */
export function ProjectForm({
  method,
  path,
  initial,
  action,
  successMessage,
  after,
  onDone,
}: {
  method: 'POST' | 'PATCH';
  path: string;
  initial: ProjectValues;
  action: string;
  /** What stands beside the button once it is done. */
  successMessage?: string;
  /** What stands beside the button. */
  after?: ReactNode;
  onDone: (project: ProjectView) => void;
}) {
  const form = useForm<ProjectValues>({ initialValues: initial });
  const { busy, problem, run } = useAction();
  const box = useRef<HTMLFormElement>(null);
  useUnsavedWarning(form.isDirty() && !busy);

  const show = (faults: Record<string, string>) => {
    form.setErrors(faults);
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  };
  const send = async () => {
    const values = form.getValues();
    const faults = projectFaults(values);
    if (Object.keys(faults).length > 0) return show(faults);
    await run(async () => {
      const project = await callApi<ProjectView>(method, path, values);
      form.resetDirty();
      onDone(project);
    });
  };

  return (
    <form
      ref={box}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="xl" maw={640}>
        <ProjectFields form={form} />
        {problem && <ProblemAlert problem={problem} />}
        <Group gap="sm">
          <SubmitButton loading={busy}>{action}</SubmitButton>
          {after}
          <Text size="sm" c="dimmed" role="status">
            {successMessage !== undefined && !form.isDirty() ? successMessage : ''}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
