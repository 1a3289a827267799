import { useEffect, useState } from 'react';
import { ApiProblem, callApi } from '@/components/ui/api';
import type { CleanUpView } from '@/lib/article/clean-up';
import type { CleanUpChoice } from '@/lib/article/article';

/** How long nothing is typed before the clean-up is asked for, in milliseconds. */
const pause = 400;

/** The clean-up of what is in the form; the last one stays while the next is on its way. */
export type CleanUpPreview = { view: CleanUpView | null; busy: boolean; fault: string };

/** Asks what the clean-up would make of the text, whenever text, choice or language have settled. */
export function useCleanUpPreview(
  text: string,
  choice: CleanUpChoice,
  language: string,
): CleanUpPreview {
  const [view, setView] = useState<CleanUpView | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const cleanup = JSON.stringify(choice);
  useEffect(() => {
    let current = true;
    const isBlank = !/\S/.test(text);
    setBusy(!isBlank);
    setFault('');
    if (isBlank) return setView(null);
    const fetchPreview = async () => {
      const body = {
        text,
        cleanup: JSON.parse(cleanup) as CleanUpChoice,
        language: language.trim() || null,
      };
      const result = await callApi<CleanUpView>('POST', '/api/v1/clean-ups', body).catch(
        (thrown: unknown) => {
          if (thrown instanceof ApiProblem) return thrown;
          throw thrown;
        },
      );
      if (!current) return;
      if (result instanceof ApiProblem && result.retryAfter !== undefined) {
        // The last one of this text may still be under way.
        timer = setTimeout(() => void fetchPreview(), 1000 * result.retryAfter);
        return;
      }
      setBusy(false);
      if (result instanceof ApiProblem) setFault(result.detail);
      else setView(result);
    };
    let timer = setTimeout(() => void fetchPreview(), pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, cleanup, language]);
  return { view, busy, fault };
}
