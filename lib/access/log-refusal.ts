import type { Reason, Refusal } from '@/lib/refusal';
import { logOnceAMinute } from './log';
import { shortenedAddress } from './network';
import { requestContext } from './request-context';

/** Reasons that may point to an attempt to bypass a rule; the others describe the state of the data. */
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
 * Logs a request that was refused for its sender or its content: one line a minute for each reason and
 * person or, if unauthenticated, network. Nothing of the request's content is logged.
 *
 * @param operation - a constant phrase that names what was requested
 * @param address - the client's network address, where there is no request context
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
