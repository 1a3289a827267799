import { expect, test } from '@jest/globals';
import { clientAddress } from '@/server/client-address';

const cases: [string, Parameters<typeof clientAddress>, string][] = [
  ['the peer, where there is no proxy', ['203.0.113.9', undefined, false], '203.0.113.9'],
  ['the peer, whatever it claims', ['127.0.0.1', '198.51.100.1', false], '127.0.0.1'],
  ['whom the proxy saw', ['127.0.0.1', '198.51.100.1', true], '198.51.100.1'],
  [
    'an IPv4 address without its IPv6 dress',
    ['::ffff:10.0.0.2', '198.51.100.1', true],
    '198.51.100.1',
  ],
  ['not what the client wrote before', ['10.0.0.2', '1.1.1.1, 198.51.100.1', true], '198.51.100.1'],
  ['the client beyond two proxies', ['10.0.0.2', '198.51.100.1, 10.0.0.3', true], '198.51.100.1'],
  ['a client of the same network', ['10.0.0.2', '10.0.0.7', true], '10.0.0.7'],
  ['a far peer, which is no proxy of ours', ['203.0.113.9', '198.51.100.1', true], '203.0.113.9'],
  ['the proxy, where it tells nonsense', ['127.0.0.1', '<script>', true], '127.0.0.1'],
  ['nobody, once the connection is gone', [undefined, undefined, true], 'unknown'],
  ['IPv6', ['fd00::1', '2001:db8::7', true], '2001:db8::7'],
];

test.each(cases)('is %s', (_, given, address) => expect(clientAddress(...given)).toBe(address));
