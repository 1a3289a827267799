import { pulse, reportsAt } from './child-watch';
import type { WatchdogInput } from './child-watch';
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

// A thread beside the embedded database's. A statement runs in WebAssembly and blocks the thread that
// it runs on, be it for a second or without end; this one still turns. It reports to the parent for how
// many pulses the other has not turned, and ends the process when the parent is gone.

/** For how many pulses a database without a parent may take to close its files. */
const grace = 4;
/** A thread that has not turned for so many pulses will not close anything soon. */
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
    // A parent that does not read is there.
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
