/** One invalid value, and its path in the request. */
export type Fault = { path: string; message: string };

/** Why a request was refused; `app/_gate/problem.ts` maps each reason to its HTTP status. */
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

/** A kind of refusal that a page handles itself. */
type RefusalType = 'proof-needed' | 'code-needed' | 'code-wrong' | 'second-factor-needed';

/** Marks refusals: the server and the pages are bundled apart, each with its own class. */
const refusalBrand = Symbol.for('parallax.refusal');

/**
 * A refused request, with a sentence for whoever made it. Thrown by verbs, answered by the gate.
 * `instanceof` holds for refusals of other bundles too.
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
    /** Seconds until a retry makes sense; for `too-many` and for what passes by itself. */
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

/** Whether the same request may succeed later. */
export const passesByItself = ({ reason }: Refusal): boolean => passing.has(reason);

/** The refusal of an invalid value; 422. */
export function invalid(path: string, message: string): Refusal {
  return new Refusal('invalid', message, [{ path, message }]);
}

/**
 * The refusal for what does not exist or may not be known to exist, with the same sentence for
 * both; 404.
 */
export function absent(what: string): Refusal {
  return new Refusal('absent', `There is no such ${what}, or it is not open to you.`);
}

/** The refusal for what the viewer knows but may not do; 403. */
export function forbidden(message: string): Refusal {
  return new Refusal('forbidden', message);
}

/** The refusal for what conflicts with the current state; 409. */
export function conflict(message: string, faults: Fault[] = []): Refusal {
  return new Refusal('conflict', message, faults);
}
