'use client';

import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { problemMessage } from './api';
import type { ApiProblem } from './api';

/** An alert that shows a problem; screen readers announce it at once. */
export function ProblemAlert({ problem }: { problem: ApiProblem }) {
  const { title, lines } = problemMessage(problem);
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={title}
    >
      {lines.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
    </Alert>
  );
}
