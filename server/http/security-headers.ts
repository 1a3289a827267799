/**
 * What a browser may do with our answers: run only scripts that carry this answer's nonce (and what
 * those load), take styles from us or with the nonce, speak with us alone, and show us in nobody's frame.
 */
export function contentSecurityPolicy(nonce: string, isHttps: boolean): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    // Style elements need the nonce. Attributes do not: React and Mantine place things by them, and they
    // can neither load nor match anything.
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

/** Pages whose address holds a secret, or held it a moment ago. */
const secretPages = /^\/(?:invitations|welcome|reset)(?:[/?]|$)/;

/** The headers that every answer carries, whatever it answers; `path` is what was asked for. */
export function securityHeaders(
  nonce: string,
  isHttps: boolean,
  path: string,
): Record<string, string> {
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
