import { loopbackHost } from '@/lib/env';

/** A name that some page made point at 127.0.0.1 must not reach a server that only this machine uses. */
export function isOurHost(host: string, publicUrl: string | null): boolean {
  return publicUrl !== null || loopbackHost.test(host.replace(/:\d{1,5}$/, ''));
}
