import { BlockList, isIP } from 'node:net';

const near = new BlockList();
near.addSubnet('127.0.0.0', 8);
near.addSubnet('10.0.0.0', 8);
near.addSubnet('172.16.0.0', 12);
near.addSubnet('192.168.0.0', 16);
near.addSubnet('169.254.0.0', 16);
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');
near.addSubnet('fe80::', 10, 'ipv6');

const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, '');

/** Whether an address is this machine's or of a private network. */
function isNear(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && near.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/**
 * The network address that tries are counted by. `forwarded` (X-Forwarded-For) is believed only
 * from a proxy near by and only where one is expected; each proxy adds what it saw at the end, so
 * the last address that is not near is the client's, whatever the client wrote before it.
 */
export function clientAddress(
  peer: string | undefined,
  forwarded: string | undefined,
  isBehindProxy: boolean,
): string {
  const seen = plain(peer ?? '') || 'unknown';
  if (!isBehindProxy || !forwarded || !isNear(seen)) return seen;
  const told = forwarded.split(',').map(plain);
  const last = told.at(-1) ?? '';
  const far = told.findLast((address) => !isNear(address));
  const client = far ?? last;
  return isIP(client) === 0 ? seen : client;
}
