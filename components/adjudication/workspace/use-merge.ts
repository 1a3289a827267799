import { useEffect, useState } from 'react';
import { ApiProblem, callApi } from '@/components/ui/api';
import { useAction } from '@/components/ui/use-action';
import type { MergeView } from '@/lib/adjudication/merge/merge-input';
import type { MergeStrategy } from '@/lib/adjudication/merge-strategy';

/** How long the choices rest before it is asked what they would do, in milliseconds. */
const debounce = 250;

/** A merge that is being thought of: its strategy, what it would do, and how to run it. */
export function useMerge(
  articleId: string,
  projectId: string,
  first: MergeStrategy,
  /** Changes where what a merge would do may be otherwise. */
  turn: unknown,
  onMerged: () => Promise<void>,
) {
  const [strategy, setStrategy] = useState(first);
  const [preview, setPreview] = useState<MergeView | null>(null);
  const [previewProblem, setPreviewProblem] = useState<ApiProblem | null>(null);
  const [done, setDone] = useState<MergeView | null>(null);
  const [savedDefault, setSavedDefault] = useState<MergeStrategy | null>(null);
  const merging = useAction();
  const keeping = useAction();
  const path = `/api/v1/articles/${articleId}/merges`;
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(() => {
      callApi<MergeView>('POST', path, { strategy, preview: true }, { signal }).then(
        (view) => {
          setPreview(view);
          setPreviewProblem(null);
        },
        (thrown: unknown) => {
          if (signal.aborted) return;
          if (!(thrown instanceof ApiProblem)) throw thrown;
          setPreviewProblem(thrown);
        },
      );
    }, debounce);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [path, strategy, turn]);
  const merge = () =>
    merging.run(async () => {
      setDone(await callApi<MergeView>('POST', path, { strategy }));
      await onMerged();
    });
  const saveAsDefault = () =>
    keeping.run(async () => {
      await callApi('PATCH', `/api/v1/projects/${projectId}/adjudication-settings`, { strategy });
      setSavedDefault(strategy);
    });
  return {
    strategy,
    setStrategy,
    preview,
    done,
    savedDefault,
    merge,
    saveAsDefault,
    isBusy: merging.busy || keeping.busy,
    problem: merging.problem ?? keeping.problem ?? previewProblem,
  };
}
