import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';

/** What publishing would change, and the button that does it, once it has been asked whether to. */
export function PublishPanel({
  sentence,
  next,
  unsaved,
  busy,
  onPublish,
}: {
  /** What differs from the published version; '' when nothing does. */
  sentence: string;
  /** The number that would be published. */
  next: number;
  unsaved: boolean;
  busy: boolean;
  onPublish: () => void;
}) {
  const [asked, setAsked] = useState(false);
  if (sentence === '') {
    return (
      <Text size="sm" c="dimmed">
        The draft says the same as version {next - 1}, which is published.
      </Text>
    );
  }
  return (
    <Alert variant="light" title={`Not published yet: this would be version ${next}`}>
      <Stack gap="sm">
        <Text size="sm">{sentence}</Text>
        {asked && (
          <Text size="sm">
            Version {next} will be what new annotations are made with, and nobody can change it
            afterwards. Annotations that are there keep the version they were made with.
          </Text>
        )}
        <Group gap="xs">
          {asked ? (
            <>
              <Button
                loading={busy}
                disabled={unsaved}
                onClick={() => {
                  setAsked(false);
                  onPublish();
                }}
              >
                Yes, publish version {next}
              </Button>
              <Button variant="default" onClick={() => setAsked(false)}>
                Not yet
              </Button>
            </>
          ) : (
            <Button loading={busy} disabled={unsaved} onClick={() => setAsked(true)}>
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
