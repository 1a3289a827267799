import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';

/** What publishing would change, and the button that publishes after a confirmation. */
export function PublishPanel({
  sentence,
  next,
  unsaved,
  busy,
  onPublish,
}: {
  /** The difference from the published version as a sentence; '' for none. */
  sentence: string;
  /** The number of the version to publish. */
  next: number;
  unsaved: boolean;
  busy: boolean;
  onPublish: () => void;
}) {
  const [isConfirming, setConfirming] = useState(false);
  if (sentence === '') {
    return (
      <Text size="sm" c="dimmed">
        The draft is the same as version {next - 1}, which is published.
      </Text>
    );
  }
  return (
    <Alert variant="light" title={`Not published yet: this would be version ${next}`}>
      <Stack gap="sm">
        <Text size="sm">{sentence}</Text>
        {isConfirming && (
          <Text size="sm">
            New annotations are made with version {next}, and nobody can change it afterwards.
            Existing annotations keep the version they were made with.
          </Text>
        )}
        <Group gap="xs">
          {isConfirming ? (
            <>
              <Button
                loading={busy}
                disabled={unsaved}
                onClick={() => {
                  setConfirming(false);
                  onPublish();
                }}
              >
                Yes, publish version {next}
              </Button>
              <Button variant="default" onClick={() => setConfirming(false)}>
                Not yet
              </Button>
            </>
          ) : (
            <Button loading={busy} disabled={unsaved} onClick={() => setConfirming(true)}>
              Publish version {next}…
            </Button>
          )}
          {unsaved && (
            <Text size="sm" c="dimmed">
              Save the draft first.
            </Text>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}
