import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { copyText } from '@/components/ui/copy-text';
import { quoteOf } from '@/lib/annotation/span';
import { shortQuote } from './deed-words';
import type { LabelShelf } from './label-shelf';
import { copiedWords, typedLines } from './refused-words';
import type { RefusedDeed } from './work';

const copyWords = {
  ready: 'Copy it',
  copied: 'Copied',
  failed: 'This browser does not let it be copied',
};

function CopyButton({ words }: { words: string }) {
  const [state, setState] = useState<keyof typeof copyWords>('ready');
  const copy = async () => setState((await copyText(words)) ? 'copied' : 'failed');
  return (
    <Button size="compact-sm" variant="default" onClick={() => void copy()}>
      <span aria-live="polite">{copyWords[state]}</span>
    </Button>
  );
}

/** What the server did not take: why, what was typed, and what can be done about it. */
export function RefusedDeeds({
  refused,
  text,
  shelf,
  onRetry,
  onDismiss,
}: {
  refused: readonly RefusedDeed[];
  /** Of the article; null where it is not at hand. */
  text: string | null;
  shelf: LabelShelf;
  /** null where nothing can be written any more. */
  onRetry: ((deedId: string) => void) | null;
  onDismiss: (deedId: string) => void;
}) {
  if (refused.length === 0) return null;
  return (
    <Stack gap="xs" mt="md">
      {refused.map(({ deedId, deed, content, why, ...kept }) => {
        const label = shelf.of(content.label);
        const quote = text === null ? (kept.quote ?? '') : quoteOf(text, content.segments);
        const typed = typedLines(content, label);
        return (
          <Alert
            key={deedId}
            color="red"
            icon={<IconAlertTriangle aria-hidden />}
            title={deed === 'put' ? `${label.name} was not saved` : `${label.name} was not removed`}
          >
            <Text size="sm">{why}</Text>
            <Text size="sm" mt={4}>
              It was about “{shortQuote(quote, 120)}”.
            </Text>
            {typed.length > 0 && (
              <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {['What you entered is kept here:', ...typed].join('\n')}
              </Text>
            )}
            <Group gap="xs" mt="xs">
              {onRetry !== null && (
                <Button size="compact-sm" onClick={() => onRetry(deedId)}>
                  Try again
                </Button>
              )}
              <CopyButton words={copiedWords(content, label, quote)} />
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
