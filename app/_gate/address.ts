import { loopbackHost } from '@/lib/env';

/**
 * The public address of this server: PARALLAX_URL or, on loopback, the address that the browser
 * used. A foreign Host header is never trusted.
 */
export function publicOrigin(request: { headers: Pick<Headers, 'get'> }): string {
  const publicUrl = process.env.PARALLAX_URL;
  if (publicUrl) return new URL(publicUrl).origin;
  const host = request.headers.get('host') ?? '';
  const isLoopback =
    URL.canParse(`http://${host}`) && loopbackHost.test(host.replace(/:\d{1,5}$/, ''));
  return isLoopback ? `http://${host}` : `http://127.0.0.1:${process.env.PORT ?? '3000'}`;
}

/** Network address of the client, as the server in front of Next saw it. */
export function addressOf(request: Request): string {
  return request.headers.get('x-parallax-address') ?? 'unknown';
}
