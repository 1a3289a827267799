const minute = 60_000;

type Said = { at: number; leftOut: number };

const said = new Map<string, Said>();

/**
 * Writes a line to the error log, at most once a minute for each `key`: what goes on for hours fills no
 * log, least of all on a disk that is full. The next line says how many were left out.
 */
export function sayOnceAMinute(key: string, line: string): void {
  const before = said.get(key);
  const now = performance.now();
  if (before !== undefined && now - before.at < minute) {
    before.leftOut++;
    return;
  }
  const leftOut = before?.leftOut ?? 0;
  said.set(key, { at: now, leftOut: 0 });
  console.error(leftOut === 0 ? line : `${line} (${leftOut} more of these since the last)`);
}
