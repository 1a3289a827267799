import { isIP } from 'node:net';

/** The first three groups of an IPv6 address. */
function firstGroups(address: string): string {
  const [head = '', tail] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  return groups
    .slice(0, 3)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * The network that an address is in, which tells where somebody was without telling which machine:
 * 24 bits of an IPv4 address, 48 of an IPv6 address. Loopback stays as it is; null for no address.
 */
export function networkOf(address: string): string | null {
  const family = isIP(address);
  if (family === 0) return null;
  if (address === '::1' || address.startsWith('127.')) return address;
  if (family === 4) return address.replace(/\.\d+$/, '.0/24');
  return `${firstGroups(address)}::/48`;
}
