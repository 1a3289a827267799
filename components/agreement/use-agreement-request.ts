import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '@/components/ui/api';
import type { AgreementView } from '@/lib/agreement/agreement-view';
import type { Progress } from '@/components/ui/fetch-with-progress';
import { fetchWithProgress } from '@/components/ui/fetch-with-progress';

/** A request to the API: its last response, and whether another one is pending. */
type AgreementRequest = {
  view: AgreementView | null;
  isBusy: boolean;
  progress: Progress | null;
  problem: ApiProblem | null;
  /** Whether the user cancelled the request. */
  isCancelled: boolean;
};

const nothing: AgreementRequest = {
  view: null,
  isBusy: false,
  progress: null,
  problem: null,
  isCancelled: false,
};

/**
 * Requests a project’s agreement, one request at a time: a new one aborts the last, and so does
 * leaving the page.
 */
export function useAgreementRequest(projectId: string, isBusy = false) {
  const [request, set] = useState<AgreementRequest>({ ...nothing, isBusy });
  const running = useRef<AbortController | null>(null);
  const send = useCallback(
    async (search: string, onAnswer?: (view: AgreementView) => void) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const { signal } = controller;
      const update = (change: Partial<AgreementRequest>) => {
        if (running.current === controller) set((before) => ({ ...before, ...change }));
      };
      update({ isBusy: true, progress: null, problem: null, isCancelled: false });
      try {
        const onProgress = (progress: Progress) => update({ progress });
        const path = `/api/v1/projects/${projectId}/agreement${search}`;
        const view = await fetchWithProgress<AgreementView>(path, { signal, onProgress });
        update({ view, isBusy: false });
        if (running.current === controller) onAnswer?.(view);
      } catch (thrown) {
        if (signal.aborted) return;
        if (!(thrown instanceof ApiProblem)) throw thrown;
        update({ isBusy: false, problem: thrown });
      }
    },
    [projectId],
  );
  const cancel = useCallback(() => {
    running.current?.abort();
    running.current = null;
    set((before) => ({ ...before, isBusy: false, progress: null, isCancelled: true }));
  }, []);
  useEffect(
    () => () => {
      running.current?.abort();
      running.current = null;
    },
    [],
  );
  return { ...request, send, cancel };
}
