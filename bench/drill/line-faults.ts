import type { Chance } from './chance';
import { dealer } from './chance';

/** What the line can do to one request. */
export const lineFaults = [
  /** The line breaks while the request is being sent. */
  'cut in the request',
  /** The server has done it, and its answer never arrives. */
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
  /** The line breaks; the request arrives seconds later all the same, when it was sent anew. */
  'arrives late',
  /** Somebody between answers with a page of their own and 200. */
  'foreign page',
] as const;

/** What the line can do to one request. */
export type LineFault = (typeof lineFaults)[number];

/** How often a request meets a fault. */
const share = { write: 0.25, read: 0.1 };

/** Says what is to happen to each request, null for nothing; every fault comes before any comes twice. */
export function lineFate(chance: Chance): (isWrite: boolean) => LineFault | null {
  const deal = dealer(chance, lineFaults);
  return (isWrite) => (chance.hits(isWrite ? share.write : share.read) ? deal() : null);
}
