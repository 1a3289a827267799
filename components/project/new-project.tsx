'use client';

import { Button, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { ProjectForm } from './project-form';
import { emptyProject } from './project-values';

/** The page on which somebody begins a project; they become its owner. */
export function NewProject() {
  const router = useRouter();
  return (
    <Stack gap="xl">
      <div>
        <Title order={1} size="h2">
          New project
        </Title>
        <Text c="dimmed">
          You become its owner. It begins with the codebook Basic 3: loaded framing, unsupported
          claim and direct quote. All of it can be changed later.
        </Text>
      </div>
      <ProjectForm
        method="POST"
        path="/api/v1/projects"
        initial={emptyProject}
        action="Begin project"
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
