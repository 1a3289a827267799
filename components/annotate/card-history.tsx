import type { LabelLookup } from '@/components/article-text/labels';
import { Button, List, Text } from '@mantine/core';
import { useState } from 'react';
import { ApiProblem, callApi } from '@/components/ui/api';
import { shortQuote } from '@/components/ui/format-text';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Time } from '@/components/ui/time';
import { areSameAttributes } from '@/lib/annotation/attributes';
import type { HistoryView } from '@/lib/annotation/history';
import { isSameSpan } from '@/lib/annotation/span';

type Version = HistoryView['items'][number];

/** A description of what one version of an annotation changed. */
type HistoryLine = { version: number; text: string; at: string };

function changes(before: Version, after: Version, nameOf: (key: string) => string): string[] {
  const descriptions: string[] = [];
  if (before.label !== after.label) descriptions.push(`relabelled ${nameOf(after.label)}`);
  if (!isSameSpan(before.segments, after.segments))
    descriptions.push(`moved to “${shortQuote(after.quote, 40)}”`);
  if (before.note !== after.note)
    descriptions.push(after.note === '' ? 'note deleted' : 'note edited');
  if (before.confidence !== after.confidence) descriptions.push('confidence changed');
  if (!areSameAttributes(before.attributes, after.attributes))
    descriptions.push('attributes changed');
  return descriptions;
}

/** A line for each version, in ascending order. */
export function historyLines(
  versions: readonly Version[],
  nameOf: (key: string) => string,
): HistoryLine[] {
  return versions.map((after, index) => {
    const before = versions[index - 1];
    const line = (text: string) => ({
      version: after.version,
      text: `${text.charAt(0).toUpperCase()}${text.slice(1)}`,
      at: after.at,
    });
    if (after.kind === 'remove') return line('removed');
    if (before === undefined) return line(`labelled ${nameOf(after.label)}`);
    if (before.kind === 'remove') return line('restored');
    return line(changes(before, after, nameOf).join(', ') || 'saved again');
  });
}

type LoadedHistory = { version: number; history: HistoryView };

/** The versions of an annotation, fetched when the viewer opens them. */
export function CardHistory({
  annotationId,
  version,
  lookup,
}: {
  annotationId: string;
  /** 0 while the annotation is not saved. */
  version: number;
  lookup: LabelLookup;
}) {
  const [loaded, setLoaded] = useState<LoadedHistory | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const isLoaded = loaded?.version === version;
  const toggle = async () => {
    if (isLoaded) return setLoaded(null);
    setProblem(null);
    try {
      const path = `/api/v1/annotations/${annotationId}/history?limit=1000&offsetUnit=utf-16`;
      setLoaded({ version, history: await callApi<HistoryView>('GET', path) });
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem)) throw thrown;
      setProblem(thrown);
    }
  };
  if (version === 0) return null;
  return (
    <div>
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        aria-expanded={isLoaded}
        onClick={() => void toggle()}
      >
        History
      </Button>
      {problem !== null && <ProblemAlert problem={problem} />}
      {isLoaded && (
        <List size="sm" type="ordered" mt={4}>
          {historyLines(loaded.history.items, (key) => lookup.of(key).name).map((line) => (
            <List.Item key={line.version}>
              <Text span size="sm">
                {line.text}
              </Text>{' '}
              <Text span size="xs" c="dimmed">
                <Time at={line.at} />
              </Text>
            </List.Item>
          ))}
        </List>
      )}
    </div>
  );
}
