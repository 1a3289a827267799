'use client';

import { Stack, Switch, Title, Button, Divider, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { callApi } from '@/components/ui/api';
import { ConfirmAction, useQuestion } from '@/components/ui/confirm-action';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { blindPolicyText } from '@/components/ui/project-text';
import { useAction } from '@/components/ui/use-action';
import type { ProjectView } from '@/lib/project/project';
import { ProjectForm } from './project-form';

/** Whether a project is open only to members with a second factor; changed at once. */
export function SecondFactorRule({ path, required }: { path: string; required: boolean }) {
  const router = useRouter();
  const { busy, problem, run } = useAction();
  const change = async (requireSecondFactor: boolean) => {
    if (await run(() => callApi('PATCH', path, { requireSecondFactor }))) router.refresh();
  };
  return (
    <Stack gap="sm" maw={640} component="section" aria-labelledby="rule-title">
      <Title order={2} size="h3" id="rule-title">
        Who may come in
      </Title>
      <Switch
        label="Ask every member for a second factor"
        description="Members without one can neither read nor write here, on pages or by tokens, until they have set it up on their account page."
        checked={required}
        disabled={busy}
        onChange={(event) => void change(event.currentTarget.checked)}
      />
      {problem !== null && <ProblemAlert problem={problem} />}
    </Stack>
  );
}

/** The settings of a project, for its owners. */
export function ProjectSettings({
  project,
  children,
}: {
  project: ProjectView;
  /** What else is set, between the project’s own settings and its end. */
  children?: ReactNode;
}) {
  const router = useRouter();
  const [saved, setSaved] = useState(false);
  const question = useQuestion<ProjectView>();
  const path = `/api/v1/projects/${project.id}`;
  const { name, description, blind, hideSource } = project;
  return (
    <Stack gap="xl">
      <Title order={1} size="h2">
        Settings
      </Title>
      <ProjectForm
        method="PATCH"
        path={path}
        initial={{ name, description, blind, hideSource }}
        action="Save settings"
        successMessage={saved ? 'Saved.' : undefined}
        onDone={() => {
          setSaved(true);
          router.refresh();
        }}
      />
      <Divider />
      <SecondFactorRule path={path} required={project.requireSecondFactor} />
      {children && (
        <>
          <Divider />
          {children}
        </>
      )}
      <Divider />
      <Stack gap="sm" maw={640} align="flex-start">
        <Title order={2} size="h3">
          Archive the project
        </Title>
        <Text>
          It then disappears for everybody but its owners. Articles, highlights and people are kept,
          and an owner can bring it back at any time.
        </Text>
        <Button variant="default" onClick={() => question.open(project)}>
          Archive project…
        </Button>
      </Stack>
      <ConfirmAction
        question={question}
        title="Archive this project?"
        action="Archive project"
        onConfirm={async () => {
          await callApi('DELETE', path);
          router.push('/');
          router.refresh();
        }}
      >
        <Text>
          Nobody but its owners will find “<bdi>{name}</bdi>” until it is brought back. Nothing in
          it is deleted. You find it on the start page, under archived projects.
        </Text>
      </ConfirmAction>
    </Stack>
  );
}

/** The settings of a project to those who may not change them now, with the reason. */
export function SettingsSummary({
  project,
  why,
  children,
}: {
  project: ProjectView;
  why: string;
  /** What they may change all the same. */
  children?: ReactNode;
}) {
  const facts = [
    { name: 'Name', value: project.name },
    { name: 'Description', value: project.description === '' ? 'None.' : project.description },
    {
      name: 'When do analysts see one another’s highlights?',
      value: `${blindPolicyText[project.blind].name}. ${blindPolicyText[project.blind].means}`,
    },
    {
      name: 'Source',
      value: project.hideSource
        ? 'Hidden from analysts until they have submitted the article.'
        : 'Shown to everybody.',
    },
    {
      name: 'Second factor',
      value: project.requireSecondFactor ? 'Every member needs one.' : 'Not asked for.',
    },
  ];
  return (
    <Stack gap="lg" maw={640}>
      <Title order={1} size="h2">
        Settings
      </Title>
      <Text c="dimmed">{why}</Text>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <Text size="sm" c="dimmed">
            {name}
          </Text>
          <Text dir="auto" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </div>
      ))}
      {children && (
        <>
          <Divider />
          {children}
        </>
      )}
    </Stack>
  );
}
