import type { Call } from '@/components/outbox/send-change';
import { callApi } from '@/components/ui/api';
import type { Annotation } from '@/lib/annotation/annotation';
import type { DrillPerson } from './drill-project';
import type { ClientLog } from './client-log';

const annotationPath = /^\/api\/v1\/layers\/([^/]+)\/annotations\/([^/?]+)$/;

/** Calls the API as the person’s browser does: with their cookie and our origin. */
export function callAs({ cookie }: DrillPerson, address: string): Call {
  return (method, path, body, options) =>
    callApi(method, address + path, body, {
      ...options,
      headers: { ...options?.headers, cookie, origin: address },
    });
}

/**
 * The same for the outbox: acknowledgements are recorded in the log. After `gone` no answer
 * arrives.
 */
export function watchedCall(
  person: DrillPerson,
  address: string,
  log: ClientLog,
  gone: AbortSignal,
): Call {
  const call = callAs(person, address);
  return async <Answer>(...[method, path, body, options]: Parameters<Call>): Promise<Answer> => {
    const sentAt = performance.now();
    const signal = AbortSignal.any([gone, ...(options?.signal ? [options.signal] : [])]);
    const nothing = new Promise<Answer>(() => undefined);
    try {
      const answer = await call<Answer>(method, path, body, { ...options, signal });
      if (gone.aborted) return await nothing;
      const [, layerId = '', annotationId = ''] = annotationPath.exec(path) ?? [];
      const idempotencyKey = options?.headers?.['idempotency-key'];
      if (idempotencyKey !== undefined && layerId !== '') {
        const annotation = method === 'PUT' ? (answer as Annotation) : null;
        const kind = method === 'PUT' ? 'put' : 'remove';
        const at = performance.now();
        log.acknowledge({ idempotencyKey, annotationId, layerId, kind, annotation, sentAt, at });
      }
      return answer;
    } catch (thrown) {
      if (gone.aborted) return nothing;
      throw thrown;
    }
  };
}
