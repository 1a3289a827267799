import { loopbackHost } from '@/lib/env';

/** Whether a Host header can be read: a name or an address, and a port that there can be. */
export function isReadableHost(host: string): boolean {
  const [, name, port] = /^([^/?#@\\\s]+?)(?::(\d+))?$/.exec(host) ?? [];
  if (name === undefined || (port !== undefined && Number(port) > 65_535)) return false;
  return URL.canParse(`http://${host}`);
}

/** A name that some page made point at 127.0.0.1 must not reach a server that only this machine uses. */
export function isOurHost(host: string, publicUrl: string | null): boolean {
  if (publicUrl !== null) return true;
  return isReadableHost(host) && loopbackHost.test(host.replace(/:\d{1,5}$/, ''));
}
