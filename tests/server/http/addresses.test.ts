import { expect, test } from '@jest/globals';
import { clientAddressBy } from '@/server/http/addresses';

const proxies = ['127.0.0.0/8', '::1', '10.0.0.0/24', '192.0.2.5', '2001:db8:f::/48'];
const [one, other] = ['198.51.100.1', '203.0.113.9'];

const cases: [string, string | undefined, string | undefined, string][] = [
  ['the peer, without a header', other, undefined, other],
  ['the peer, where nothing is in it', '127.0.0.1', '', '127.0.0.1'],
  ['the peer that is no proxy of ours, whatever it claims', other, one, other],
  ['a peer beside the listed network', '10.0.1.2', one, '10.0.1.2'],
  ['an IPv6 peer beside the listed network', '2001:db8:e::1', one, '2001:db8:e::1'],
  ['whom the proxy saw', '127.0.0.1', one, one],
  ['whom a proxy saw that is listed by its address', '192.0.2.5', one, one],
  ['whom the proxy in IPv6 dress saw', '::ffff:10.0.0.2', one, one],
  ['whom an IPv6 proxy saw', '2001:db8:f:1::2', '2001:db8::7', '2001:db8::7'],
  ['not what the client wrote before', '10.0.0.2', `1.1.1.1, 127.0.0.1, ${one}`, one],
  ['the client beyond two proxies', '10.0.0.2', `1.1.1.1, ${one}, 10.0.0.3`, one],
  ['a proxy that is not listed, in a chain', '10.0.0.2', `${one}, ${other}, 10.0.0.3`, other],
  ['the first, where all are proxies', '10.0.0.2', '10.0.0.7, 10.0.0.3', '10.0.0.7'],
  ['the client in one form', '127.0.0.1', '::ffff:198.51.100.1', one],
  ['the client with its port', '127.0.0.1', `${one}:4711`, one],
  ['the client in brackets', '127.0.0.1', '[2001:db8::7]:4711', '2001:db8::7'],
  ['the proxy, where it tells nonsense', '127.0.0.1', `${one}, <script>`, '127.0.0.1'],
  ['the proxy, where it tells a bare number', '127.0.0.1', '2130706433', '127.0.0.1'],
  [
    'the nearer proxy, where the one beyond tells nonsense',
    '10.0.0.2',
    'unknown, 10.0.0.3',
    '10.0.0.3',
  ],
  ['the proxy, where the last is empty', '127.0.0.1', `${one},`, '127.0.0.1'],
  ['nobody, once the connection is gone', undefined, one, 'unknown'],
];

test.each(cases)('is %s', (_, peer, forwarded, address) =>
  expect(clientAddressBy(proxies)(peer, forwarded)).toBe(address),
);

test('says who sends the header and is not trusted', () => {
  const ignored: string[] = [];
  const addressOf = clientAddressBy(proxies, (peer) => ignored.push(peer));
  addressOf('10.0.0.2', one);
  addressOf('203.0.113.9', undefined);
  addressOf('::ffff:203.0.113.9', one);
  expect(ignored).toEqual(['203.0.113.9']);
});

test('trusts no proxy if none is listed', () => {
  expect(clientAddressBy([])('127.0.0.1', one)).toBe('127.0.0.1');
});

test('a header of many thousands of addresses takes no time', () => {
  const began = performance.now();
  expect(clientAddressBy(proxies)('127.0.0.1', '10.0.0.1,'.repeat(50_000) + one)).toBe(one);
  expect(clientAddressBy(proxies)('127.0.0.1', '10.0.0.1,'.repeat(50_000) + '10.0.0.1')).toBe(
    '10.0.0.1',
  );
  expect(performance.now() - began).toBeLessThan(1_000);
});
