import { logOnceAMinute } from './log';
import { shortenedAddress } from './network';
import type { Reason, Refusal } from '@/lib/refusal';
import { requestContext } from './request-context';

/** What may be an attempt to get round a rule; the other reasons are of the state of things. */
const logged = new Set<Reason>([
  'unreadable',
  'unknown',
  'forbidden',
  'absent',
  'too-large',
  'unsupported',
  'invalid',
  'too-many',
]);

/**
 * Logs that a request was refused for who sent it or for what it held: one line a minute for a reason
 * and a person or, where nobody is known, a network. `operation` is a constant sentence that says what
 * was asked for; nothing of what was sent is logged. `address` is the client's, where it is not known
 * from the request under way.
 */
export function logRefusal(
  { reason, type }: Pick<Refusal, 'reason' | 'type'>,
  operation: string,
  address = requestContext()?.address ?? '',
): void {
  if (!logged.has(reason)) return;
  const userId = requestContext()?.userId ?? null;
  const network = shortenedAddress(address);
  logOnceAMinute('info', `refused ${reason} ${userId ?? network}`, 'A request was refused.', {
    reason,
    ...(type !== undefined && { type }),
    operation,
    network,
  });
}
