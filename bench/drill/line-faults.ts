import type { Chance } from './chance';
import { dealer } from './chance';

/** The faults that the line can apply to one request. */
export const lineFaults = [
  /** The line breaks while the request is being sent. */
  'cut in the request',
  /** The server has handled it, and its answer never arrives. */
  'cut before the answer',
  /** The line breaks in the middle of the answer. */
  'cut in the answer',
  '503',
  '503 with Retry-After',
  /** The request takes seconds to arrive. */
  'slow request',
  'slow answer',
  /** The server gets the same request twice: at once, or one after the other. */
  'sent twice',
  /** The line breaks; the request arrives seconds later, after it was sent again. */
  'arrives late',
  /** A proxy answers with a page of its own and 200. */
  'foreign page',
] as const;

/** One of `lineFaults`. */
export type LineFault = (typeof lineFaults)[number];

/** The share of requests with a fault. */
const share = { write: 0.25, read: 0.1 };

/** Decides the fault of each request, null for none; every fault occurs before any occurs twice. */
export function lineFate(chance: Chance): (isWrite: boolean) => LineFault | null {
  const deal = dealer(chance, lineFaults);
  return (isWrite) => (chance.hits(isWrite ? share.write : share.read) ? deal() : null);
}
