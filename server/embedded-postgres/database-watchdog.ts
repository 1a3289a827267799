import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { WatchdogInput } from './child-watch';
import { pulse, reportsAt } from './child-watch';

// A thread beside that of the embedded database, which a statement in WebAssembly blocks while it runs.
// It reports to the parent for how many pulses the main thread has been blocked, and ends the process
// when the parent is gone.

/** How many pulses a database without a parent has to close its files. */
const grace = 4;
/** A main thread blocked for this many pulses is not expected to close its files. */
const stuck = 2;

const { beats, parentPid } = workerData as WatchdogInput;
let last = 0;
let still = 0;
let orphanFor = 0;

function isOrphan(): boolean {
  if (process.ppid !== parentPid) return true;
  try {
    writeSync(reportsAt, `${still}\n`);
    return false;
  } catch (thrown) {
    // EAGAIN: the parent exists but does not read.
    return (thrown as NodeJS.ErrnoException).code !== 'EAGAIN';
  }
}

setInterval(() => {
  const now = Atomics.load(beats, 0);
  still = now === last ? still + 1 : 0;
  last = now;
  orphanFor = isOrphan() ? orphanFor + 1 : 0;
  if (orphanFor > (still >= stuck ? 0 : grace)) process.kill(process.pid, 'SIGKILL');
}, pulse);
