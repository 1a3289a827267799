import { Refusal, invalid } from '@/lib/refusal';

/** The largest file that is read, in bytes; a larger one would fill the memory of a page. */
export const maxFileBytes = 50_000_000;

const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000)} MB`;

/** Refuses a file that is too large, before it is read. */
export function checkSize(bytes: number): void {
  if (bytes > maxFileBytes)
    throw new Refusal(
      'too-large',
      `The file has ${inMegabytes(bytes)}, and at most ${inMegabytes(maxFileBytes)} are read. Part it, for example by document, or leave out columns that are not needed.`,
    );
}

/** The first line, counted from 1, that is not UTF-8. */
function unreadableLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const next = bytes.indexOf(10, from);
    const to = next === -1 ? bytes.length : next;
    try {
      decoder.decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    from = to + 1;
  }
  return line;
}

/**
 * The text of a file: UTF-8, or UTF-16 as spreadsheets write it, with or without a byte order mark.
 * Refuses what is too large or neither, and names the line.
 */
export function fileText(bytes: Uint8Array): string {
  checkSize(bytes.length);
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xff_fe || mark === 0xfe_ff)
    return new TextDecoder(mark === 0xff_fe ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const line = unreadableLine(bytes);
    throw invalid('file', `Line ${line} is not UTF-8. Save the file as “CSV UTF-8” and try again.`);
  }
}
