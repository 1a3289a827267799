import ipaddr from 'ipaddr.js';

/** An address in its one form: IPv4 also where it came as IPv4-mapped IPv6, no zone; null for what is none. */
export function canonicalAddress(text: string): string | null {
  const bare = text.trim().replace(/%.*$/, '');
  if (!ipaddr.IPv4.isValidFourPartDecimal(bare) && !ipaddr.IPv6.isValid(bare)) return null;
  return ipaddr.process(bare).toString();
}

/**
 * What an address counts as where tries are counted: an IPv4 address as itself, an IPv6 address as its
 * /64, which one subscriber has whole. What is no address counts as one network, `unknown`.
 */
export function networkOf(address: string): string {
  const canonical = canonicalAddress(address);
  if (canonical === null) return 'unknown';
  const parsed = ipaddr.parse(canonical);
  if (!(parsed instanceof ipaddr.IPv6)) return canonical;
  return `${new ipaddr.IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0]).toString()}/64`;
}

/**
 * The network that an address is in, which tells where somebody was without telling which machine:
 * 24 bits of an IPv4 address, 48 of an IPv6 address. Loopback stays as it is; null for no address.
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
