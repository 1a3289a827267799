import { afterEach, describe, expect, test } from '@jest/globals';
import { addressOf, publicOrigin } from '@/app/_gate/address';

const asked = (headers: Record<string, string>) => new Request('http://x/', { headers });

afterEach(() => {
  delete process.env.PARALLAX_URL;
  delete process.env.PORT;
});

describe('without a public address', () => {
  test.each([
    ['localhost:3000', 'http://localhost:3000'],
    ['127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['127.8.9.10', 'http://127.8.9.10'],
    ['[::1]:3000', 'http://[::1]:3000'],
    ['evil.example', 'http://127.0.0.1:3000'],
    ['localhost.evil.example', 'http://127.0.0.1:3000'],
    ['localhost:3000@evil.example', 'http://127.0.0.1:3000'],
    ['', 'http://127.0.0.1:3000'],
  ])('the host %j stands for %s', (host, origin) => {
    expect(publicOrigin(asked({ host }))).toBe(origin);
  });

  test('a foreign host stands for our own port', () => {
    process.env.PORT = '4321';
    expect(publicOrigin(asked({ host: 'evil.example' }))).toBe('http://127.0.0.1:4321');
  });
});

test('the public address counts, whatever host was asked for', () => {
  process.env.PARALLAX_URL = 'https://parallax.example.org/';
  expect(publicOrigin(asked({ host: 'localhost:3000' }))).toBe('https://parallax.example.org');
});

test('the client’s address is what the server wrote down', () => {
  expect(addressOf(asked({ 'x-parallax-address': '203.0.113.7' }))).toBe('203.0.113.7');
  expect(addressOf(asked({ 'x-forwarded-for': '203.0.113.7' }))).toBe('unknown');
});
