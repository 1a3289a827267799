import type { LabelLookup, ShownLabel } from '@/components/article-text/labels';
import { copyText } from '@/components/ui/save-or-copy';
import { formatConfidence } from '@/components/workbench/messages';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { RefusedChange } from '@/components/outbox/work';
import { shortQuote } from '@/components/ui/format-text';
import type { AnnotationContent } from '@/lib/annotation/annotation';
import { quoteOf } from '@/lib/annotation/span';

/** Formats an attribute's value. */
const formatValue = (value: string | number | boolean) =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

/** What was entered besides the label, a line each: attributes, confidence, note. */
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

/** An annotation as text for the clipboard: label, quote, and everything that was entered. */
export function annotationAsText(
  content: AnnotationContent,
  label: ShownLabel,
  quote: string,
): string {
  return [`${label.name}: “${quote}”`, ...typedLines(content, label)].join('\n');
}

const copyLabels = {
  ready: 'Copy',
  copied: 'Copied',
  failed: 'This browser does not allow copying',
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

/** The refused changes: why, what was entered, and what can be done. */
export function RefusedChanges({
  refused,
  text,
  lookup,
  onRetry,
  onDismiss,
}: {
  refused: readonly RefusedChange[];
  /** The article's text; null where it is not available. */
  text: string | null;
  lookup: LabelLookup;
  /** Null where the layer takes no changes any more. */
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
                Dismiss
              </Button>
            </Group>
          </Alert>
        );
      })}
    </Stack>
  );
}
