/** How often the watchdog of the embedded database looks and reports, in milliseconds. */
export const pulse = 500;

/** The descriptor by which the watchdog reports to the parent, beside the usual three and IPC. */
export const reportsAt = 4;

/** What the watchdog is given when it begins. */
export type WatchdogInput = {
  /** Counted up by the main thread whenever its event loop turns, and at both ends of each statement. */
  beats: Int32Array;
  /** Whose child the process is meant to be. */
  parentPid: number;
};
