import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '@/components/ui/api';
import type { Progress } from '@/components/ui/fetch-with-progress';
import { fetchWithProgress } from '@/components/ui/fetch-with-progress';
import type { RoundReport } from '@/lib/round/round-report';

/** What was answered last, and whether another answer is on its way. */
type ReportState = {
  report: RoundReport | null;
  isBusy: boolean;
  progress: Progress | null;
  problem: ApiProblem | null;
  isCancelled: boolean;
};

const begun = { isBusy: true, progress: null, problem: null, isCancelled: false };

/** Asks for the figures of a round, at once and whenever it is asked again; leaving breaks it off. */
export function useReport(path: string) {
  const [state, set] = useState<ReportState>({ report: null, ...begun });
  const running = useRef<AbortController | null>(null);
  const fetchReport = useCallback(async () => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const update = (change: Partial<ReportState>) => {
      if (running.current === controller) set((before) => ({ ...before, ...change }));
    };
    update(begun);
    try {
      const report = await fetchWithProgress<RoundReport>(path, {
        signal: controller.signal,
        onProgress: (progress) => update({ progress }),
      });
      update({ report, isBusy: false });
    } catch (thrown) {
      if (controller.signal.aborted) return;
      if (!(thrown instanceof ApiProblem)) throw thrown;
      update({ isBusy: false, problem: thrown });
    }
  }, [path]);
  const cancel = useCallback(() => {
    running.current?.abort();
    running.current = null;
    set((before) => ({ ...before, isBusy: false, progress: null, isCancelled: true }));
  }, []);
  useEffect(() => {
    void fetchReport();
    return () => {
      running.current?.abort();
      running.current = null;
    };
  }, [fetchReport]);
  return { ...state, fetchReport, cancel };
}
