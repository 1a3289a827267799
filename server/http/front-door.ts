import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '@/lib/access/log';
import { clientAddressBy } from './client-address';
import { isOurHost, isReadableHost } from './our-host';
import type { RequestFault } from './request-fault';
import { requestFault, respondWithFault } from './request-fault';
import { contentSecurityPolicy, securityHeaders } from './security-headers';
import { addMethodProblem } from './method-problem';

/** Headers that only the server itself may set on a request. */
const ours = [
  'content-security-policy',
  'content-security-policy-report-only',
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-middleware-prefetch',
  'x-middleware-subrequest',
  'x-middleware-subrequest-id',
  'x-matched-path',
  'x-now-route-matches',
  'x-invoke-path',
  'x-invoke-query',
  'x-invoke-status',
  'x-invoke-output',
  'next-resume',
  'x-nonce',
  'x-parallax-address',
  'x-request-id',
];

const unreadable: RequestFault = {
  status: 400,
  title: 'It cannot be read',
  detail: 'The Host header is not a name or an address with a port. Nothing was changed.',
};

const foreign = (host: string): RequestFault => ({
  status: 421,
  title: 'It is for another host',
  detail: `This Parallax serves its own machine only, and “${host}” is not a name of it. Set PARALLAX_URL to serve others.`,
});

/** Says once that a proxy may have been forgotten; anybody may send the header, so never again. */
function warnIgnoredOnce(): (peer: string) => void {
  let hasWarned = false;
  return (peer) => {
    if (hasWarned) return;
    hasWarned = true;
    log.warn(
      `${peer} sends X-Forwarded-For and is not believed. If it is your proxy, name it in PARALLAX_TRUSTED_PROXIES: until then everybody who comes by it counts as one when tries at passwords are counted.`,
    );
  };
}

function faultOf(
  request: IncomingMessage,
  host: string,
  publicUrl: string | null,
): RequestFault | null {
  // A balancer's plain HTTP/1.0 has none.
  if (!isReadableHost(host) && (host !== '' || publicUrl === null)) return unreadable;
  return isOurHost(host, publicUrl) ? requestFault(request) : foreign(host);
}

/**
 * Every request passes here before anything else sees it. Puts the security headers on the answer,
 * takes away request headers that are ours to set, and sets them: the client's address,
 * the request's id, the nonce for the page's scripts. Answers a foreign Host, and what cannot be read,
 * itself, and then says false.
 */
export function frontDoor(publicUrl: string | null, trustedProxies: readonly string[]) {
  const isHttps = publicUrl?.startsWith('https://') ?? false;
  const clientAddress = clientAddressBy(
    trustedProxies,
    publicUrl === null ? undefined : warnIgnoredOnce(),
  );
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const nonce = randomBytes(16).toString('base64');
    const { headers, socket } = request;
    const forwarded = headers['x-forwarded-for'];
    const host = headers.host ?? '';
    for (const [name, value] of Object.entries(securityHeaders(nonce, isHttps, request.url ?? '')))
      response.setHeader(name, value);
    for (const name of ours) delete headers[name];
    headers['x-request-id'] = randomUUID();
    response.setHeader('X-Request-Id', headers['x-request-id']);
    const fault = faultOf(request, host, publicUrl);
    if (fault !== null) {
      respondWithFault(request, response, fault);
      return false;
    }
    headers['x-parallax-address'] = clientAddress(
      socket.remoteAddress,
      Array.isArray(forwarded) ? forwarded.join(',') : forwarded,
    );
    addMethodProblem(request, response);
    headers['x-nonce'] = nonce;
    headers['content-security-policy'] = contentSecurityPolicy(nonce, isHttps);
    headers['x-forwarded-host'] = publicUrl === null ? host : new URL(publicUrl).host;
    headers['x-forwarded-proto'] = isHttps ? 'https' : 'http';
    return true;
  };
}
