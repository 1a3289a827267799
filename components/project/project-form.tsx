'use client';

import {
  Radio,
  Stack,
  Switch,
  Textarea,
  TextInput,
  Group,
  Text,
  Button,
  Title,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { callApi } from '@/components/ui/api';
import { SubmitButton, useUnsavedWarning } from '@/components/ui/form';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { blindPolicyText } from '@/components/ui/project-text';
import { useAction } from '@/components/ui/use-action';
import { blindPolicies } from '@/lib/project/project';
import type { ProjectView } from '@/lib/project/project';
import type { ProjectValues } from './project-values';
import { projectFaults, emptyProject } from './project-values';

/** The fields of a project: name, description, blind policy and hidden source. */
function ProjectFields({ form }: { form: UseFormReturnType<ProjectValues> }) {
  return (
    <Stack gap="lg">
      <TextInput label="Name" required dir="auto" {...form.getInputProps('name')} />
      <Textarea
        label="Description"
        description="What is studied here, and how. All members of the project see it."
        autosize
        minRows={3}
        dir="auto"
        {...form.getInputProps('description')}
      />
      <Radio.Group
        label="When do analysts see one another’s annotations?"
        description="Annotations made with others in view are not independent. Where you measure agreement, let everybody submit first."
        {...form.getInputProps('blind')}
      >
        <Stack gap="sm" mt="sm">
          {blindPolicies.map((policy) => (
            <Radio
              key={policy}
              value={policy}
              label={blindPolicyText[policy].name}
              description={blindPolicyText[policy].means}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Switch
        label="Hide the source"
        description="Outlet, by-line, address and date stay hidden from analysts until they have submitted the article, so that it does not influence them."
        {...form.getInputProps('hideSource', { type: 'checkbox' })}
      />
    </Stack>
  );
}

/**
 * The form of a project, sent by `method` to `path`. Its values stay when the request is refused.
 */
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
  /** A message beside the button after success. */
  successMessage?: string;
  /** Further controls beside the button. */
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

/** The page that creates a project, whose owner the viewer becomes. */
export function NewProject() {
  const router = useRouter();
  return (
    <Stack gap="xl">
      <div>
        <Title order={1} size="h2">
          New project
        </Title>
        <Text c="dimmed">
          You become its owner. It starts with the codebook Basic 3: loaded framing, unsupported
          claim and direct quote. You can change all of it later.
        </Text>
      </div>
      <ProjectForm
        method="POST"
        path="/api/v1/projects"
        initial={emptyProject}
        action="Create project"
        after={
          <Button component={Link} href="/" variant="default">
            Cancel
          </Button>
        }
        onDone={({ id }) => router.push(`/projects/${id}`)}
      />
    </Stack>
  );
}
