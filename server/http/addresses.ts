import { BlockList } from 'node:net';
import { canonicalAddress } from '@/lib/access/network';
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

/** How many addresses of a header are looked at: a chain of proxies is never so long. */
const maxHops = 32;

const familyOf = (address: string) => (address.includes(':') ? 'ipv6' : 'ipv4');

/** Whether an address is one of these addresses and networks (CIDR). */
function memberOf(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    if (prefix === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(prefix), familyOf(address));
  }
  return (address) => list.check(address, familyOf(address));
}

/** An address as a proxy may write it: with a port, or in brackets. */
function readHop(text: string): string | null {
  const [, bracketed] = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text.trim()) ?? [];
  const [, dotted] = /^(\d+(?:\.\d+){3}):\d{1,5}$/.exec(text.trim()) ?? [];
  return canonicalAddress(bracketed ?? dotted ?? text);
}

/**
 * Makes what tells a client's network address, by which tries are counted, from the peer of the
 * connection and `X-Forwarded-For`. The header is believed only from `trustedProxies`: each proxy adds
 * whom it saw at the end, so it is read from there, as far as those who wrote it are trusted; whatever
 * the client wrote before counts for nothing. Where a trusted proxy tells no address, it stands itself.
 * `onIgnored` learns of a peer that is not trusted and sends the header.
 */
export function clientAddressBy(
  trustedProxies: readonly string[],
  onIgnored: (peer: string) => void = () => undefined,
): (peer: string | undefined, forwarded: string | undefined) => string {
  const isTrusted = memberOf(trustedProxies);
  return (peer, forwarded) => {
    let client = canonicalAddress(peer ?? '');
    if (client === null) return 'unknown';
    if (forwarded !== undefined && !isTrusted(client)) onIgnored(client);
    const hops = (forwarded ?? '').split(',').slice(-maxHops).map(readHop);
    while (isTrusted(client)) {
      const before = hops.pop() ?? null;
      if (before === null) return client;
      client = before;
    }
    return client;
  };
}
