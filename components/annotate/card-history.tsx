import { Button, List, Text } from '@mantine/core';
import { useState } from 'react';
import { ApiProblem, callApi } from '@/components/ui/api';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Time } from '@/components/ui/time';
import type { HistoryView } from '@/lib/annotation/history';
import { historyLines } from './history-lines';
import type { LabelShelf } from './label-shelf';

type Told = { version: number; history: HistoryView };

/** Every version of an annotation that the server has, fetched when somebody asks for it. */
export function CardHistory({
  annotationId,
  version,
  shelf,
}: {
  annotationId: string;
  /** 0 before the server has it. */
  version: number;
  shelf: LabelShelf;
}) {
  const [told, setTold] = useState<Told | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const isTold = told?.version === version;
  const ask = async () => {
    if (isTold) return setTold(null);
    setProblem(null);
    try {
      const path = `/api/v1/annotations/${annotationId}/history?limit=1000&offsetUnit=utf-16`;
      setTold({ version, history: await callApi<HistoryView>('GET', path) });
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
        aria-expanded={isTold}
        onClick={() => void ask()}
      >
        History
      </Button>
      {problem !== null && <ProblemAlert problem={problem} />}
      {isTold && (
        <List size="sm" type="ordered" mt={4}>
          {historyLines(told.history.items, (key) => shelf.of(key).name).map((line) => (
            <List.Item key={line.version}>
              <Text span size="sm">
                {line.words}
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
