import { afterEach, expect, test } from '@jest/globals';
import { log, logTo } from '@/lib/access/log';
import { inRequest, noteViewer } from '@/lib/access/request-context';
import { readEnv } from '@/lib/env';
import { logConsole, openLog, withoutSecrets } from '@/server/process/log';
import { recordLog } from '@/tests/harness/expected-errors';

const { console: plain } = globalThis;
const methods = { ...plain };

afterEach(() => {
  Object.assign(plain, methods);
  logTo(recordLog);
});

/** The output of the log while `work` runs, with these settings. */
function written(
  chosen: Partial<Parameters<typeof openLog>[0]>,
  work: () => void,
  isTTY = false,
): string[] {
  const lines: string[] = [];
  const output = { write: (text: string) => lines.push(text), isTTY };
  openLog({ format: null, level: 'info', ...chosen }, output);
  work();
  return lines;
}

test('is JSON, a line an entry, with time, level, message, fields and who asked in which request', () => {
  const [line = ''] = written({}, () =>
    inRequest({ requestId: 'r-1', address: '198.51.100.7' }, () => {
      noteViewer('ada');
      log.warn('It is late.', { seconds: 3 });
    }),
  );
  expect(line).toMatch(/^\{.*\}\n$/);
  const { time, ...rest } = JSON.parse(line) as Record<string, unknown>;
  expect(new Date(String(time)).toISOString()).toBe(time);
  expect(rest).toEqual({
    level: 'warn',
    requestId: 'r-1',
    userId: 'ada',
    message: 'It is late.',
    seconds: 3,
  });
});

test('an error is there with its trace and its cause', () => {
  const error = new Error('wood', { cause: new Error('worms') });
  const [line = ''] = written({}, () => log.error('It broke.', { error }));
  const { stack } = (JSON.parse(line) as { error: { stack: string } }).error;
  expect(stack).toContain('log.test.ts');
  expect(stack).toContain('worms');
  const [readable = ''] = written({ format: 'readable' }, () => log.error('It broke.', { error }));
  expect(readable).toMatch(/^\S+Z error It broke\.\n {4}Error: wood\n {8}at /);
});

test('is for people on a terminal, and otherwise where it is asked for', () => {
  const say = () => log.info('It began.', { port: 3000, why: 'asked to' });
  expect(written({}, say, true)).toEqual([
    expect.stringMatching(/^\S+Z info {2}It began\. port=3000 why='asked to'\n$/),
  ]);
  expect(written({ format: 'json' }, say, true)[0]).toMatch(/^\{/);
  expect(written({ format: 'readable' }, say)[0]).not.toMatch(/^\{/);
});

test('leaves out what is below its level', () => {
  const all = () => (log.debug('a'), log.info('b'), log.warn('c'), log.error('d'));
  expect(written({ level: 'debug' }, all)).toHaveLength(4);
  expect(written({ level: 'error' }, all)).toHaveLength(1);
});

test('never has fields that hold secrets', () => {
  const [line] = written({}, () =>
    log.info('Asked.', {
      password: 'open sesame',
      headers: { cookie: 'open sesame', authorization: 'open sesame', accept: 'json' },
      token: { token: 'open sesame' },
    }),
  );
  expect(line).not.toContain('sesame');
  expect(line).toContain('"accept":"json"');
});

const mint = 'q3V0c2lkZS1hbmQtYmV5b25kLXRoZS13YWxsczEyMzQ';

test.each([
  ['a token', `with plx_${mint} it`, 'with plx_[redacted] it'],
  ['a bearer', `Bearer ${mint}=`, 'Bearer [redacted]'],
  ['a link', `/invitations/${mint}?a=1`, '/invitations/[redacted]?a=1'],
  ['a welcome', `"/welcome/${mint}"`, '"/welcome/[redacted]"'],
  ['a session', 'token=eyJhbGciOiJkaXIi..x-y.z_w.v;', 'token=[redacted];'],
  ['a database', 'postgres://ada:p%40ss@db:5432/x', 'postgres://ada:[redacted]@db:5432/x'],
  ['a secret alone', `(${mint})`, '([redacted])'],
  ['a hash', 'is $argon2id$v=19$m=1$abc "', 'is [redacted] "'],
])('%s is taken out of any text', (_, text, rest) => {
  expect(withoutSecrets(text)).toBe(rest);
  const lines = written({}, () => log.info(text.replaceAll('"', "'")));
  expect(lines[0]).toContain('[redacted]');
  expect(lines[0]).not.toMatch(/q3V0|p%40ss|x-y|m=1/);
});

test.each([
  'at Object.<anonymous> (/srv/parallax/.set-up/programs/3f2a9c/start.mjs:10:5)',
  '019af000-1111-7222-8333-444455556666',
  'http://127.0.0.1:3000/projects/new',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
])('%s stays as it is', (text) => expect(withoutSecrets(text)).toBe(text));

test('what packages write on the console is in the log, once a minute', () => {
  const lines = written({}, () => {
    logConsole();
    for (let at = 0; at < 3; at++) console.error(' ⨯', new Error('a page broke'));
    console.info('%d of them', 3);
  }).map((line) => JSON.parse(line) as { level: string; message: string; error?: object });
  expect(lines).toMatchObject([
    { level: 'error', message: '⨯', error: { message: 'a page broke' } },
    { level: 'info', message: '3 of them' },
  ]);
});

test.each([
  ['PARALLAX_LOG_FORMAT', 'xml', 'PARALLAX_LOG_FORMAT must be readable or json.'],
  ['PARALLAX_LOG_LEVEL', 'loud', 'PARALLAX_LOG_LEVEL must be debug, info, warn or error.'],
])('%s=%s stops the start', (name, value, words) => {
  expect(() => readEnv({ [name]: value })).toThrow(words);
});
