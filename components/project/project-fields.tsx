'use client';

import { Radio, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { blindPolicies } from '@/lib/project/project';
import type { ProjectValues } from './project-values';
import { blindPolicyText } from '@/components/ui/role-text';

/** What is set of a project: its name, what it is for, and who sees what. */
export function ProjectFields({ form }: { form: UseFormReturnType<ProjectValues> }) {
  return (
    <Stack gap="lg">
      <TextInput label="Name" required dir="auto" {...form.getInputProps('name')} />
      <Textarea
        label="Description"
        description="What is studied here, and how. Everybody in the project reads it."
        autosize
        minRows={3}
        dir="auto"
        {...form.getInputProps('description')}
      />
      <Radio.Group
        label="When do analysts see one another’s highlights?"
        description="Readings that know of each other are not independent. Where agreement is to be measured, let everybody submit first."
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
        description="Outlet, by-line, address and date stay hidden from analysts until they have submitted the article, so that it does not sway them."
        {...form.getInputProps('hideSource', { type: 'checkbox' })}
      />
    </Stack>
  );
}
