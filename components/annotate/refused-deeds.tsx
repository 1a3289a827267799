import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { quoteOf } from '@/lib/annotation/span';
import { shortQuote } from './deed-words';
import type { LabelShelf } from './label-shelf';
import type { RefusedDeed } from './work';

/** What the server did not take: why, what was typed, and what can be done about it. */
export function RefusedDeeds({
  refused,
  text,
  shelf,
  onRetry,
  onDismiss,
}: {
  refused: readonly RefusedDeed[];
  text: string;
  shelf: LabelShelf;
  onRetry: (deedId: string) => void;
  onDismiss: (deedId: string) => void;
}) {
  if (refused.length === 0) return null;
  return (
    <Stack gap="xs" mt="md">
      {refused.map(({ deedId, deed, content, why }) => {
        const name = shelf.of(content.label).name;
        return (
          <Alert
            key={deedId}
            color="red"
            icon={<IconAlertTriangle aria-hidden />}
            title={deed === 'put' ? `${name} was not saved` : `${name} was not removed`}
          >
            <Text size="sm">{why}</Text>
            <Text size="sm" mt={4}>
              It was about “{shortQuote(quoteOf(text, content.segments), 120)}”.
            </Text>
            {content.note !== '' && (
              <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap' }}>
                Your note is kept here: {content.note}
              </Text>
            )}
            <Group gap="xs" mt="xs">
              <Button size="compact-sm" onClick={() => onRetry(deedId)}>
                Try again
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => onDismiss(deedId)}>
                Put away
              </Button>
            </Group>
          </Alert>
        );
      })}
    </Stack>
  );
}
