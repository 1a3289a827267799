import { useCallback, useEffect, useRef, useState } from 'react';
import type { FileAnswer } from '@/lib/agreement/calculator/answer-file';
import type { Question, AnswerMessage } from './answer-worker';

/** The state of the calculator: idle, working, a result, or a fault. */
type Answered =
  | { at: 'nothing' }
  | { at: 'work' }
  | { at: 'answer'; answer: FileAnswer }
  | { at: 'fault'; fault: string };

/**
 * Computes results in a worker, so that the page stays responsive; a new request cancels the last
 * one.
 */
export function useAnswer(): {
  answered: Answered;
  requestAnswer: (question: Question | null) => void;
} {
  const [answered, setAnswered] = useState<Answered>({ at: 'nothing' });
  const worker = useRef<Worker | null>(null);
  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => stop, [stop]);
  const requestAnswer = useCallback(
    (question: Question | null) => {
      stop();
      if (question === null) {
        setAnswered({ at: 'nothing' });
        return;
      }
      setAnswered({ at: 'work' });
      const started = new Worker(new URL('./answer-worker.ts', import.meta.url), {
        type: 'module',
      });
      worker.current = started;
      started.onmessage = ({ data }: MessageEvent<AnswerMessage>) => {
        setAnswered('fault' in data ? { at: 'fault', ...data } : { at: 'answer', ...data });
        stop();
      };
      started.onerror = () => {
        setAnswered({
          at: 'fault',
          fault:
            'This browser could not calculate the figures: it may be short of memory. Close other pages, or split the file.',
        });
        stop();
      };
      started.postMessage(question);
    },
    [stop],
  );
  return { answered, requestAnswer };
}
