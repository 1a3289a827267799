import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '@/components/ui/api';
import type { Progress } from '@/components/ui/fetch-with-progress';
import { fetchWithProgress } from '@/components/ui/fetch-with-progress';
import type { MergeProjectView } from '@/lib/adjudication/merge/merge-project-input';
import type { MergeStrategy } from '@/lib/adjudication/merge-strategy';

/** A merge of all articles that is being thought of, looked at or run. */
export type MergingAll = {
  /** What is under way. */
  running: 'preview' | 'merge' | null;
  progress: Progress | null;
  /** What was looked at or done last. */
  view: MergeProjectView | null;
  problem: ApiProblem | null;
  /** It was broken off; what was merged until then stays. */
  isCancelled: boolean;
};

const nothing: MergingAll = {
  running: null,
  progress: null,
  view: null,
  problem: null,
  isCancelled: false,
};

/** Looks at, or runs, a merge of all articles of a project; one at a time, and leaving the page ends it between two articles. */
export function useMergeAll(projectId: string, first: MergeStrategy) {
  const router = useRouter();
  const [strategy, choose] = useState(first);
  const [state, set] = useState<MergingAll>(nothing);
  const request = useRef<AbortController | null>(null);
  useEffect(() => () => request.current?.abort(), []);
  const run = async (preview: boolean) => {
    request.current?.abort();
    const controller = new AbortController();
    request.current = controller;
    const { signal } = controller;
    set({ ...nothing, running: preview ? 'preview' : 'merge' });
    try {
      const view = await fetchWithProgress<MergeProjectView>(
        `/api/v1/projects/${projectId}/merges`,
        {
          method: 'POST',
          body: { strategy, preview },
          signal,
          onProgress: (progress) => set((before) => ({ ...before, progress })),
        },
      );
      set({ ...nothing, view });
      if (!preview) router.refresh();
    } catch (thrown) {
      if (signal.aborted) return;
      if (!(thrown instanceof ApiProblem)) throw thrown;
      set({ ...nothing, problem: thrown });
    }
  };
  return {
    ...state,
    strategy,
    setStrategy: (next: MergeStrategy) => {
      choose(next);
      set(nothing);
    },
    run,
    cancel: () => {
      request.current?.abort();
      set({ ...nothing, isCancelled: true });
      router.refresh();
    },
  };
}
