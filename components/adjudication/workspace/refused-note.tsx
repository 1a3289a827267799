import { Alert, Text } from '@mantine/core';
import type { ApiProblem } from '@/components/ui/api';
import { problemMessage } from '@/components/ui/problem-message';

/** Why a decision was refused, in the server's words, and that what was chosen is kept. */
export function RefusedNote({
  problem,
  onDismiss,
}: {
  problem: ApiProblem;
  onDismiss: () => void;
}) {
  const { lines } = problemMessage(problem);
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      mt={8}
      title={problem.status === 409 ? 'Not decided: it has changed meanwhile' : 'Not decided'}
      withCloseButton
      closeButtonLabel="Put away"
      onClose={onDismiss}
    >
      {lines.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
      <Text size="sm" mt={4}>
        What you chose and wrote is kept; Enter sends it again.
      </Text>
    </Alert>
  );
}
