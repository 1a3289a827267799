import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { LabelLookup, ShownLabel } from '@/components/article-text/label-lookup';
import type { RefusedChange } from '@/components/outbox/work';
import { copyText } from '@/components/ui/copy-text';
import { shortQuote } from '@/components/ui/format-text';
import { formatConfidence } from '@/components/workbench/confidence-steps';
import type { AnnotationContent } from '@/lib/annotation/annotation';
import { quoteOf } from '@/lib/annotation/span';

/** A value as people would write it. */
const formatValue = (value: string | number | boolean) =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

/** What was typed into an annotation beside its label, a line each: attributes, how sure, the note. */
export function typedLines(content: AnnotationContent, label: ShownLabel): string[] {
  const { attributes, confidence, note } = content;
  const nameOf = (key: string) => label.attributes.find((one) => one.key === key)?.name ?? key;
  const lines = Object.entries(attributes).map(
    ([key, value]) => `${nameOf(key)}: ${formatValue(value)}`,
  );
  if (confidence !== null) lines.push(`Confidence: ${formatConfidence(confidence)}`);
  if (note !== '') lines.push(`Note: ${note}`);
  return lines;
}

/** All of an annotation as text to paste elsewhere: label, words, and everything that was typed. */
export function annotationAsText(
  content: AnnotationContent,
  label: ShownLabel,
  quote: string,
): string {
  return [`${label.name}: “${quote}”`, ...typedLines(content, label)].join('\n');
}

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
