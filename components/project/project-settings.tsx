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

/** The switch that requires a second factor of all members; saved at once. */
function SecondFactorRule({ path, required }: { path: string; required: boolean }) {
  const router = useRouter();
  const { busy, problem, run } = useAction();
  const change = async (requireSecondFactor: boolean) => {
    if (await run(() => callApi('PATCH', path, { requireSecondFactor }))) router.refresh();
  };
  return (
    <Stack gap="sm" maw={640} component="section" aria-labelledby="rule-title">
      <Title order={2} size="h3" id="rule-title">
        Who has access
      </Title>
      <Switch
        label="Require a second factor of every member"
        description="Members without one cannot read or write anything here, on pages or with tokens, until they have set it up on their account page."
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
  /** Further settings, above archiving. */
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
          It is then hidden from everybody but its owners. Articles, annotations and members stay
          stored, and an owner can restore it at any time.
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
          Only its owners can find “<bdi>{name}</bdi>” until it is restored. Nothing in it is
          deleted. You find it on the start page, under archived projects.
        </Text>
      </ConfirmAction>
    </Stack>
  );
}

/** The settings of a project for those who may not change them now, with the reason. */
export function SettingsSummary({
  project,
  why,
  children,
}: {
  project: ProjectView;
  why: string;
  /** Settings that they may change nevertheless. */
  children?: ReactNode;
}) {
  const facts = [
    { name: 'Name', value: project.name },
    { name: 'Description', value: project.description === '' ? 'None.' : project.description },
    {
      name: 'When do analysts see one another’s annotations?',
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
      value: project.requireSecondFactor ? 'Required of every member.' : 'Not required.',
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
