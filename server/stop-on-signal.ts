import { log } from '@/lib/access/log';

/** A terminal and npm may both pass on one Ctrl-C; a second one this much later is meant. */
const echo = 400;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ends the process cleanly at Ctrl-C or SIGTERM, with 0 once `stop` is through; a second Ctrl-C
 * does not wait for it.
 */
export function stopOnSignal(stop: (signal: (typeof signals)[number]) => Promise<void>): void {
  let since: number | null = null;
  const onSignal = (signal: (typeof signals)[number]) => {
    if (since !== null) {
      if (performance.now() - since > echo) process.exit(1);
      return;
    }
    since = performance.now();
    stop(signal).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('Stopping went wrong.', { error });
        process.exit(1);
      },
    );
  };
  for (const signal of signals) process.on(signal, () => onSignal(signal));
}
