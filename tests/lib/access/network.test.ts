import { expect, test } from '@jest/globals';
import { canonicalAddress, networkOf } from '@/lib/access/network';

test.each([
  ['203.0.113.9', '203.0.113.9', '203.0.113.9'],
  [' 203.0.113.9 ', '203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9', '203.0.113.9'],
  ['::FFFF:CB00:7109', '203.0.113.9', '203.0.113.9'],
  ['2001:DB8:0:1:aaaa::7', '2001:db8:0:1:aaaa::7', '2001:db8:0:1::/64'],
  ['2001:db8::7', '2001:db8::7', '2001:db8::/64'],
  ['fe80::1%eth0', 'fe80::1', 'fe80::/64'],
  ['::1', '::1', '::/64'],
])('%j is %s, of the network %s', (text, address, network) => {
  expect(canonicalAddress(text)).toBe(address);
  expect(networkOf(text)).toBe(network);
});

test.each([
  '',
  'unknown',
  '1',
  '2130706433',
  '0x7f.1',
  '127.1',
  '300.1.1.1',
  '2001:db8::g',
  '1.2.3.4:80',
])('%j is no address', (text) => {
  expect(canonicalAddress(text)).toBeNull();
  expect(networkOf(text)).toBe('unknown');
});
