import { describe, expect, test } from '@jest/globals';
import { EnvProblem, loopbackHost, readEnv } from '@/lib/env';

const secret = 'a secret that nobody may read in a log';

test('has a default for everything', () => {
  expect(readEnv({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataFolder: '.data',
    databaseUrl: null,
    redisUrl: null,
    drain: 0,
    log: { format: null, level: 'info' },
    minFreeMegabytes: 64,
    secret: null,
    publicUrl: null,
    trustedProxies: [],
    mail: null,
    owner: null,
  });
});

test('takes what holds, and an empty variable as none', () => {
  const env = readEnv({
    PORT: '0',
    HOST: '0.0.0.0',
    PARALLAX_DATA: '/srv/parallax',
    DATABASE_URL: 'postgresql://parallax@db/parallax',
    REDIS_URL: '',
    PARALLAX_DRAIN: '15',
    PARALLAX_MIN_FREE_MB: '500',
    PARALLAX_SECRET: secret,
    PARALLAX_URL: 'https://parallax.example.org/',
    PARALLAX_OWNER_EMAIL: 'ada@example.org',
    PARALLAX_OWNER_PASSWORD: 'ten or more letters',
    PARALLAX_OWNER_NAME: 'Ada',
  });
  expect(env).toMatchObject({
    port: 0,
    redisUrl: null,
    drain: 15,
    minFreeMegabytes: 500,
    publicUrl: 'https://parallax.example.org',
    owner: { name: 'Ada' },
  });
});

test('joins several processes by Redis, where they share a database and a secret', () => {
  const shared = {
    DATABASE_URL: 'postgres://db/parallax',
    REDIS_URL: 'rediss://cache:6379',
    PARALLAX_SECRET: secret,
  };
  expect(readEnv(shared)).toMatchObject({ redisUrl: 'rediss://cache:6379', secret });
});

test('sends mail where it is told, by default in the name of its host', () => {
  const PARALLAX_SMTP_URL = 'smtps://parallax:word@mail.example.org';
  const PARALLAX_URL = 'https://parallax.example.org';
  expect(readEnv({ PARALLAX_SMTP_URL, PARALLAX_URL }).mail).toEqual({
    url: PARALLAX_SMTP_URL,
    from: 'Parallax <parallax@parallax.example.org>',
  });
  const from = 'The desk <desk@example.org>';
  expect(readEnv({ PARALLAX_SMTP_URL, PARALLAX_MAIL_FROM: from }).mail).toMatchObject({ from });
});

test('believes proxies of this machine where the public address is set, or those that are named', () => {
  const PARALLAX_URL = 'https://parallax.example.org';
  expect(readEnv({ PARALLAX_URL }).trustedProxies).toEqual(['127.0.0.0/8', '::1']);
  const named = ' 10.0.0.0/8,192.0.2.5 , 2001:db8::/32, ::1';
  const { trustedProxies } = readEnv({ PARALLAX_URL, PARALLAX_TRUSTED_PROXIES: named });
  expect(trustedProxies).toEqual(['10.0.0.0/8', '192.0.2.5', '2001:db8::/32', '::1']);
});

describe('stops at an invalid value, and names the variable', () => {
  const cases: [string, Record<string, string>][] = [
    ['PARALLAX_METRICS_TOKEN', { PARALLAX_METRICS_TOKEN: 'short' }],
    ['PARALLAX_METRICS_TOKEN', { PARALLAX_METRICS_TOKEN: `${secret} with blanks` }],
    ['PARALLAX_MIN_FREE_MB', { PARALLAX_MIN_FREE_MB: '64MB' }],
    ['PARALLAX_MIN_FREE_MB', { PARALLAX_MIN_FREE_MB: '-1' }],
    ['PORT', { PORT: 'abc' }],
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '-1' }],
    ['HOST', { HOST: 'http://here' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://root@db/parallax' }],
    ['DATABASE_URL', { DATABASE_URL: secret }],
    ['REDIS_URL', { REDIS_URL: 'localhost:6379' }],
    ['DATABASE_URL', { REDIS_URL: 'redis://cache:6379', PARALLAX_SECRET: secret }],
    ['PARALLAX_SECRET', { REDIS_URL: 'redis://cache:6379', DATABASE_URL: 'postgres://db/x' }],
    ['PARALLAX_DRAIN', { PARALLAX_DRAIN: 'soon' }],
    ['PARALLAX_DRAIN', { PARALLAX_DRAIN: '-1' }],
    ['PARALLAX_DRAIN', { PARALLAX_DRAIN: '1000' }],
    ['PARALLAX_SECRET', { PARALLAX_SECRET: 'short' }],
    ['PARALLAX_URL', { PARALLAX_URL: 'parallax.example.org' }],
    ['PARALLAX_URL', { PARALLAX_URL: 'http://parallax.example.org' }],
    ['PARALLAX_URL', { PARALLAX_URL: 'https://example.org/parallax' }],
    ['PARALLAX_URL', { HOST: '0.0.0.0' }],
    ...['all', '10.0.0.0/33', '::/129', '10.0.0.0/8 ::1', '1', '10/8', '10.0.0.1/8/8', '::1,'].map(
      (networks): [string, Record<string, string>] => [
        'PARALLAX_TRUSTED_PROXIES',
        { PARALLAX_TRUSTED_PROXIES: networks },
      ],
    ),
    ['PARALLAX_SMTP_URL', { PARALLAX_SMTP_URL: 'mail.example.org' }],
    ['PARALLAX_SMTP_URL', { PARALLAX_SMTP_URL: 'https://mail.example.org' }],
    ['PARALLAX_SMTP_URL', { PARALLAX_SMTP_URL: `smtp:${secret}` }],
    ['PARALLAX_MAIL_FROM', { PARALLAX_MAIL_FROM: 'Parallax' }],
    ['PARALLAX_MAIL_FROM', { PARALLAX_MAIL_FROM: 'a@b.org\r\nBcc: c@d.org' }],
    ['PARALLAX_OWNER_PASSWORD', { PARALLAX_OWNER_EMAIL: 'a@b.org', PARALLAX_OWNER_NAME: 'A' }],
    ['PARALLAX_OWNER_EMAIL', { PARALLAX_OWNER_PASSWORD: secret }],
    ['OIDC_ISSUER', { OIDC_ISSUER: 'accounts' }],
    ['OIDC_CLIENT_SECRET', { OIDC_ISSUER: 'https://a.org', OIDC_CLIENT_ID: 'x' }],
    ['GITHUB_CLIENT_SECRET', { GITHUB_CLIENT_ID: 'x' }],
    ['GOOGLE_CLIENT_ID', { GOOGLE_CLIENT_SECRET: 'x' }],
  ];
  test.each(cases)('%s in %j', (name, vars) => {
    expect(() => readEnv(vars)).toThrow(EnvProblem);
    expect(() => readEnv(vars)).toThrow(new RegExp(`${name}\\b.*\\.$`));
    expect(() => readEnv(vars)).not.toThrow(secret);
  });
});

test('knows the names of this machine', () => {
  for (const host of ['localhost', '127.0.0.1', '127.8.9.1', '[::1]', '::1'])
    expect(host).toMatch(loopbackHost);
  for (const host of [
    'localhost.example.org',
    '10.0.0.1',
    '0.0.0.0',
    '127.0.0.1.example.org',
    '127.999.1.1',
  ])
    expect(host).not.toMatch(loopbackHost);
});
