/** How far long reckoning has come. */
export type Progress = { done: number; total: number };

/** Who waits for long reckoning: hears how far it has come, and may end it. */
export type Waiting = { signal?: AbortSignal; onProgress?: (at: Progress) => void };
