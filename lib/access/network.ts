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
