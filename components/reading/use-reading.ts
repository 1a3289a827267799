import { useEffect, useState } from 'react';
import { ApiProblem, callApi } from '@/components/ui/api';
import type { Listing } from '@/lib/access/listing';
import type { Annotation } from '@/lib/annotation/annotation';

/** Somebody's annotations, as far as they have come. */
export type Reading = {
  annotations: readonly Annotation[];
  isBusy: boolean;
  problem: ApiProblem | null;
};

const nothing: Reading = { annotations: [], isBusy: false, problem: null };

async function readWhole(layerId: string, signal: AbortSignal): Promise<Annotation[]> {
  const annotations: Annotation[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const after = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const path = `/api/v1/layers/${layerId}/annotations?offsetUnit=utf-16&limit=1000${after}`;
    const page: Listing<Annotation> = await callApi('GET', path, undefined, { signal });
    annotations.push(...page.items);
    cursor = page.nextCursor;
  }
  return annotations;
}

/** The annotations of the layer that is looked at; none while nobody's is. */
export function useReading(layerId: string | null): Reading {
  const [reading, setReading] = useState(nothing);
  useEffect(() => {
    setReading(nothing);
    if (layerId === null) return undefined;
    const gone = new AbortController();
    setReading({ ...nothing, isBusy: true });
    readWhole(layerId, gone.signal).then(
      (annotations) => setReading({ ...nothing, annotations }),
      (thrown: unknown) => {
        if (gone.signal.aborted) return;
        if (!(thrown instanceof ApiProblem)) throw thrown;
        setReading({ ...nothing, problem: thrown });
      },
    );
    return () => gone.abort();
  }, [layerId]);
  return reading;
}
