import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '@/lib/access/log';
import { clientAddressBy, isOurHost, isReadableHost } from './addresses';
import type { RequestFault } from './request-fault';
import { addMethodProblem, requestFault, respondWithFault } from './request-fault';

/**
 * The Content-Security-Policy of an answer: scripts only with the nonce (and what those load), styles
 * from this origin or with the nonce, connections to this origin only, no framing.
 */
function contentSecurityPolicy(nonce: string, isHttps: boolean): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    // Style elements need the nonce. Style attributes, which React and Mantine use for positions, do not:
    // they can neither load nor select anything.
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** Pages whose address contains a secret. */
const secretPages = /^\/(?:invitations|welcome|reset)(?:[/?]|$)/;

/** The security headers of every answer; `path` is the requested path. */
function securityHeaders(nonce: string, isHttps: boolean, path: string): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(nonce, isHttps),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': secretPages.test(path) ? 'no-referrer' : 'same-origin',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(isHttps ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}

/** Request headers that only the server itself may set. */
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
  title: 'Wrong host',
  detail: `This Parallax serves its own machine only, and “${host}” is not a name of it. Set PARALLAX_URL to serve others.`,
});

/** Warns once of a proxy that may be missing in the settings; not again, since anybody can send the header. */
function warnIgnoredOnce(): (peer: string) => void {
  let hasWarned = false;
  return (peer) => {
    if (hasWarned) return;
    hasWarned = true;
    log.warn(
      `${peer} sends X-Forwarded-For and is not believed. If it is your proxy, name it in PARALLAX_TRUSTED_PROXIES: until then everybody who comes by it counts as one when attempts at passwords are counted.`,
    );
  };
}

function faultOf(
  request: IncomingMessage,
  host: string,
  publicUrl: string | null,
): RequestFault | null {
  // HTTP/1.0 checks of a load balancer have no Host.
  if (!isReadableHost(host) && (host !== '' || publicUrl === null)) return unreadable;
  return isOurHost(host, publicUrl) ? requestFault(request) : foreign(host);
}

/**
 * A function that every request passes first. Sets the security headers of the answer, removes request
 * headers that only the server may set, and sets them: the client's address, the request id, the nonce
 * for scripts. Answers a wrong Host or an unreadable request itself, and returns false then.
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
