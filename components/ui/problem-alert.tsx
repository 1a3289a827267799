'use client';

import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ApiProblem } from './api';

/** A refusal in words, told to screen readers at once. Faults of single fields are listed after it. */
export function ProblemAlert({ problem }: { problem: ApiProblem }) {
  const beyond = problem.errors.filter(({ message }) => !problem.detail.includes(message));
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={problem.title}
    >
      <Text size="sm">{problem.detail}</Text>
      {beyond.length > 0 && (
        <List size="sm" mt="xs">
          {beyond.map(({ path, message }) => (
            <List.Item key={`${path} ${message}`}>
              {path === '' ? message : `${path}: ${message}`}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
