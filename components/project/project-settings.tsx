'use client';

import { Button, Divider, Stack, Text, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { callApi } from '@/components/ui/api';
import type { ProjectView } from '@/lib/project/project';
import { ConfirmAction } from '@/components/ui/confirm-action';
import { SecondFactorRule } from './second-factor-rule';
import { ProjectForm } from './project-form';
import { useQuestion } from '@/components/ui/use-question';

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
