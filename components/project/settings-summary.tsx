'use client';

import { Divider, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ProjectView } from '@/lib/project/project';
import { blindPolicyText } from '@/components/ui/role-text';

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
