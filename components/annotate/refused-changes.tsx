import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { copyText } from '@/components/ui/copy-text';
import { quoteOf } from '@/lib/annotation/span';
import { shortQuote } from '@/components/ui/format-text';
import type { LabelLookup } from '@/components/article-text/label-lookup';
import { annotationAsText, typedLines } from './annotation-as-text';
import type { RefusedChange } from '@/components/outbox/work';

const copyLabels = {
  ready: 'Copy it',
  copied: 'Copied',
  failed: 'This browser does not let it be copied',
};

function CopyButton({ text }: { text: string }) {
  const [state, setState] = useState<keyof typeof copyLabels>('ready');
  const copy = async () => setState((await copyText(text)) ? 'copied' : 'failed');
  return (
    <Button size="compact-sm" variant="default" onClick={() => void copy()}>
      <span aria-live="polite">{copyLabels[state]}</span>
    </Button>
  );
}

/** What the server did not take: why, what was typed, and what can be done about it. */
export function RefusedChanges({
  refused,
  text,
  lookup,
  onRetry,
  onDismiss,
}: {
  refused: readonly RefusedChange[];
  /** Of the article; null where it is not at hand. */
  text: string | null;
  lookup: LabelLookup;
  /** null where nothing can be written any more. */
  onRetry: ((idempotencyKey: string) => void) | null;
  onDismiss: (idempotencyKey: string) => void;
}) {
  if (refused.length === 0) return null;
  return (
    <Stack gap="xs" mt="md">
      {refused.map(({ idempotencyKey, kind, content, why, ...rest }) => {
        const label = lookup.of(content.label);
        const quote = text === null ? (rest.quote ?? '') : quoteOf(text, content.segments);
        const typed = typedLines(content, label);
        return (
          <Alert
            key={idempotencyKey}
            color="red"
            icon={<IconAlertTriangle aria-hidden />}
            title={kind === 'put' ? `${label.name} was not saved` : `${label.name} was not removed`}
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
                <Button size="compact-sm" onClick={() => onRetry(idempotencyKey)}>
                  Try again
                </Button>
              )}
              <CopyButton text={annotationAsText(content, label, quote)} />
              <Button size="compact-sm" variant="default" onClick={() => onDismiss(idempotencyKey)}>
                Put away
              </Button>
            </Group>
          </Alert>
        );
      })}
    </Stack>
  );
}
