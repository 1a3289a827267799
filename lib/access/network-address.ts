import ipaddr from 'ipaddr.js';
import { canonicalAddress } from './network';

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
