'use client';

import type { ReactNode } from 'react';
import { createContext, useContext, useState } from 'react';
import { ApiProblem } from '@/components/ui/api';
import type { ProofWays } from './proof-dialog';
import { ProofDialog } from './proof-dialog';

type Proved = <Result>(operation: () => Promise<Result>) => Promise<Result>;

const ProofContext = createContext<Proved>((operation) => operation());

const isProofNeeded = (thrown: unknown): boolean =>
  thrown instanceof ApiProblem && thrown.type === 'urn:parallax:proof-needed';

/**
 * Lets what is inside do things for which the server may ask again who it is: it then asks in a
 * dialog, and repeats what was wanted.
 */
export function ProofProvider({ ways, children }: { ways: ProofWays; children: ReactNode }) {
  const [waiting, setWaiting] = useState<((isProved: boolean) => void) | null>(null);
  const proved: Proved = async (operation) => {
    try {
      return await operation();
    } catch (thrown) {
      if (!isProofNeeded(thrown)) throw thrown;
      const isProved = await new Promise<boolean>((resolve) => setWaiting(() => resolve));
      setWaiting(null);
      if (!isProved) throw thrown;
      return operation();
    }
  };
  return (
    <ProofContext value={proved}>
      {children}
      <ProofDialog
        opened={waiting !== null}
        ways={ways}
        onProved={() => waiting?.(true)}
        onCancel={() => waiting?.(false)}
      />
    </ProofContext>
  );
}

/** Runs an operation, asking for a proof of who it is where the server wants one. */
export const useProved = (): Proved => useContext(ProofContext);
