'use client';

import { useState } from 'react';
import { ApiProblem } from './api';

/** The state of an API action: whether it is running, and why it failed. */
type ActionState = {
  busy: boolean;
  problem: ApiProblem | null;
  /** Runs an action; resolves to whether it succeeded. An ApiProblem is stored in `problem`. */
  run: (action: () => Promise<unknown>) => Promise<boolean>;
  forget: () => void;
};

/** Runs API actions of a component one at a time, and holds the problem to show where one fails. */
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
