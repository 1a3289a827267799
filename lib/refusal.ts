/** One thing that does not hold, and where in what was sent. */
export type Fault = { path: string; message: string };

/** Why a deed was refused; each reason has its HTTP status in the one table of the gate. */
export type Reason =
  | 'unreadable'
  | 'unknown'
  | 'forbidden'
  | 'absent'
  | 'conflict'
  | 'too-large'
  | 'unsupported'
  | 'invalid'
  | 'too-many'
  | 'busy'
  | 'costly'
  | 'database-away'
  | 'database-busy'
  | 'storage-full';

/** What a refusal is about, where a page has something to do about it. */
export type RefusalType = 'proof-needed' | 'code-needed' | 'code-wrong' | 'second-factor-needed';

/** By this a refusal is known: the server and the pages are bundled apart, each with a class of its own. */
const refusalBrand = Symbol.for('parallax.refusal');

/**
 * A deed refused, in words for the one who asked. Thrown by verbs, answered by the gate. What one
 * bundle throws is an instance for all others too.
 */
export class Refusal extends Error {
  readonly [refusalBrand] = true;

  static [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && refusalBrand in value;
  }

  constructor(
    readonly reason: Reason,
    message: string,
    readonly faults: Fault[] = [],
    /** Seconds until asking again makes sense; for `too-many` and what passes by itself. */
    readonly retryAfter?: number,
    readonly type?: RefusalType,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

const passing = new Set<Reason>([
  'too-many',
  'busy',
  'database-away',
  'database-busy',
  'storage-full',
]);

/** Whether the same may be done later as it is, rather than never. */
export const passesByItself = ({ reason }: Refusal): boolean => passing.has(reason);

/** What was sent does not hold. */
export function invalid(path: string, message: string): Refusal {
  return new Refusal('invalid', message, [{ path, message }]);
}

/** It is not there, or may not be known to be there: both sound the same. */
export function absent(what: string): Refusal {
  return new Refusal('absent', `There is no such ${what}, or it is not open to you.`);
}

/** It is there and known to the one who asks, but they may not do this. */
export function forbidden(message: string): Refusal {
  return new Refusal('forbidden', message);
}

/** It clashes with what is there now. */
export function conflict(message: string, faults: Fault[] = []): Refusal {
  return new Refusal('conflict', message, faults);
}
