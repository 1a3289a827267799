import type { MessagePort } from 'node:worker_threads';
import type { Reckoner } from '@/lib/agreement/reckoner';

/** Something to reckon on another thread; progress is told through the port. */
export type ReckoningTask = {
  deed: keyof Reckoner;
  request: unknown;
  port: MessagePort | null;
};
