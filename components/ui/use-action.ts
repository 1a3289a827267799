'use client';

import { useState } from 'react';
import { ApiProblem } from './api';

/** A deed that goes through the API: whether it is under way, and why it was refused. */
export type ActionState = {
  busy: boolean;
  problem: ApiProblem | null;
  /** Runs the deed; answers whether it was done. What was refused is in `problem`. */
  run: (action: () => Promise<unknown>) => Promise<boolean>;
  forget: () => void;
};

/** Lets a component do one deed at a time, and keeps the problem to show when it is refused. */
export function useAction(): ActionState {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const run = async (action: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(null);
    try {
      await action();
      return true;
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem)) throw thrown;
      setProblem(thrown);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run, forget: () => setProblem(null) };
}
