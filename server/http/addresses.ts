import { BlockList } from 'node:net';
import { canonicalAddress } from '@/lib/access/network';
import { loopbackHost } from '@/lib/env';

/** Whether a Host header is valid: a name or an address, with an optional port up to 65535. */
export function isReadableHost(host: string): boolean {
  const [, name, port] = /^([^/?#@\\\s]+?)(?::(\d+))?$/.exec(host) ?? [];
  if (name === undefined || (port !== undefined && Number(port) > 65_535)) return false;
  return URL.canParse(`http://${host}`);
}

/**
 * Whether a Host header names this server. Without a public URL only loopback names do: a foreign domain
 * that resolves to 127.0.0.1 (DNS rebinding) must not reach a local server.
 */
export function isOurHost(host: string, publicUrl: string | null): boolean {
  if (publicUrl !== null) return true;
  return isReadableHost(host) && loopbackHost.test(host.replace(/:\d{1,5}$/, ''));
}

/** How many addresses of a header are read; chains of proxies are shorter. */
const maxHops = 32;

const familyOf = (address: string) => (address.includes(':') ? 'ipv6' : 'ipv4');

/** A test whether an address is in one of these networks (addresses or CIDR). */
function memberOf(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    if (prefix === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(prefix), familyOf(address));
  }
  return (address) => list.check(address, familyOf(address));
}

/** The address in an entry of X-Forwarded-For, which may have a port or brackets; null if it has none. */
function readHop(text: string): string | null {
  const [, bracketed] = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text.trim()) ?? [];
  const [, dotted] = /^(\d+(?:\.\d+){3}):\d{1,5}$/.exec(text.trim()) ?? [];
  return canonicalAddress(bracketed ?? dotted ?? text);
}

/**
 * A function that determines a client's network address, by which attempts are counted, from the peer of
 * the connection and `X-Forwarded-For`. Each proxy appends the peer that it saw, so the header is read
 * from its end, as long as the writer is one of `trustedProxies`; what the client wrote is ignored. If a
 * trusted proxy gives no address, its own counts. `unknown` without a peer.
 *
 * @param onIgnored - called with a peer that sends the header and is not trusted
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
