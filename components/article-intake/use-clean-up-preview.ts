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
    const ask = async () => {
      const body = {
        text,
        cleanup: JSON.parse(cleanup) as CleanUpChoice,
        language: language.trim() || null,
      };
      const told = await callApi<CleanUpView>('POST', '/api/v1/clean-ups', body).catch(
        (thrown: unknown) => {
          if (thrown instanceof ApiProblem) return thrown;
          throw thrown;
        },
      );
      if (!current) return;
      if (told instanceof ApiProblem && told.retryAfter !== undefined) {
        // The last one of this text may still be under way.
        timer = setTimeout(() => void ask(), 1000 * told.retryAfter);
        return;
      }
      setBusy(false);
      if (told instanceof ApiProblem) setFault(told.detail);
      else setView(told);
    };
    let timer = setTimeout(() => void ask(), pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, cleanup, language]);
  return { view, busy, fault };
}
