import { Button, List, Text } from '@mantine/core';
import { useState } from 'react';
import { ApiProblem, callApi } from '@/components/ui/api';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Time } from '@/components/ui/time';
import type { HistoryView } from '@/lib/annotation/history';
import { historyLines } from './history-lines';
import type { LabelLookup } from '@/components/article-text/label-lookup';

type LoadedHistory = { version: number; history: HistoryView };

/** Every version of an annotation that the server has, fetched when somebody asks for it. */
export function CardHistory({
  annotationId,
  version,
  lookup,
}: {
  annotationId: string;
  /** 0 before the server has it. */
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
