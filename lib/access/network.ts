import ipaddr from 'ipaddr.js';

/** The canonical form of a network address: IPv4-mapped IPv6 as IPv4, without zone; null if it is none. */
export function canonicalAddress(text: string): string | null {
  const bare = text.trim().replace(/%.*$/, '');
  if (!ipaddr.IPv4.isValidFourPartDecimal(bare) && !ipaddr.IPv6.isValid(bare)) return null;
  return ipaddr.process(bare).toString();
}

/**
 * The network by which attempts from an address are counted: an IPv4 address itself, or the /64 of an
 * IPv6 address, which belongs to one subscriber. `unknown` for what is not an address.
 */
export function networkOf(address: string): string {
  const canonical = canonicalAddress(address);
  if (canonical === null) return 'unknown';
  const parsed = ipaddr.parse(canonical);
  if (!(parsed instanceof ipaddr.IPv6)) return canonical;
  return `${new ipaddr.IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0]).toString()}/64`;
}

/**
 * The network of an address for logs, which does not identify the machine: /24 of an IPv4 address, /48
 * of an IPv6 address. Loopback addresses stay complete; null for what is not an address.
 */
export function shortenedAddress(address: string): string | null {
  const canonical = canonicalAddress(address);
  if (canonical === null) return null;
  const parsed = ipaddr.parse(canonical);
  if (parsed.range() === 'loopback') return canonical;
  if (parsed instanceof ipaddr.IPv4)
    return `${new ipaddr.IPv4([...parsed.octets.slice(0, 3), 0]).toString()}/24`;
  return `${new ipaddr.IPv6([...parsed.parts.slice(0, 3), 0, 0, 0, 0, 0]).toString()}/48`;
}
