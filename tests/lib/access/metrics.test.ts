import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { findDatabaseSize } from '@/lib/access/database-size-store';
import {
  countApiRequest,
  countSecurityEvent,
  countSignIn,
  metricsText,
  observeRequest,
} from '@/lib/access/metrics';
import { recordSecurityEvent } from '@/lib/access/security-events';
import { signIn } from '@/lib/access/sign-in';
import { version } from '@/lib/access/version';
import { db, poolFigures } from '@/lib/db';
import packageJson from '@/package.json';
import { refused } from '@/tests/builders/refused';

/** The current value of a series; 0 if it is missing. */
async function valueOf(series: string): Promise<number> {
  const line = (await metricsText()).split('\n').find((one) => one.startsWith(`${series} `));
  return Number(line?.slice(series.length + 1) ?? 0);
}

test.each<[string, () => void]>([
  ['parallax_requests_total{method="PUT",status="201"}', () => countApiRequest('PUT', 201, 0.25)],
  [
    'parallax_requests_total{method="other",status="405"}',
    () => countApiRequest('BREW', 405, 0.25),
  ],
  ['parallax_sign_ins_total{outcome="limited"}', () => countSignIn('limited')],
  ['parallax_security_events_total{kind="sign-out"}', () => countSecurityEvent('sign-out')],
  [
    'parallax_http_request_duration_seconds_count{route="/projects/[projectId]",method="GET",status_class="4xx"}',
    () => observeRequest('/projects/[projectId]', 'GET', 404, 0.02),
  ],
])('%s counts one', async (series, count) => {
  const before = await valueOf(series);
  count();
  expect(await valueOf(series)).toBe(before + 1);
});

test('seconds are summed, and put into buckets from which percentiles are had', async () => {
  const of = 'route="/x",method="GET",status_class="2xx"';
  for (const seconds of [0.02, 0.2, 3]) observeRequest('/x', 'GET', 200, seconds);
  const bucket = (le: string) =>
    valueOf(`parallax_http_request_duration_seconds_bucket{le="${le}",${of}}`);
  expect(await Promise.all(['0.01', '0.025', '0.25', '2.5', '10', '+Inf'].map(bucket))).toEqual([
    0, 1, 2, 2, 3, 3,
  ]);
  expect(await valueOf(`parallax_http_request_duration_seconds_sum{${of}}`)).toBeCloseTo(3.22);
});

test('every kind and outcome is there before the first of it', async () => {
  const text = await metricsText();
  // The registry is shared with other test files of the worker.
  expect(text).toMatch(/^parallax_security_events_total\{kind="project-restored"\} \d+$/m);
  expect(text).toMatch(/^parallax_sign_ins_total\{outcome="succeeded"\} \d+$/m);
});

test('attempts at signing in are counted, each that is refused too', async () => {
  const series = ['failed', 'limited'].map(
    (outcome) => `parallax_sign_ins_total{outcome="${outcome}"}`,
  );
  const before = await Promise.all(series.map(valueOf));
  const email = `${v7()}@example.org`;
  const attempt = () =>
    signIn({ email, password: 'wrong horse', address: '192.0.2.61', secret: 'of the tests' });
  for (let at = 0; at < 10; at++) await attempt();
  for (let at = 0; at < 3; at++) await refused(attempt());
  const after = await Promise.all(series.map(valueOf));
  expect(after.map((value, at) => value - (before[at] ?? 0))).toEqual([10, 3]);
});

test('an event is counted once it is stored', async () => {
  const series = 'parallax_security_events_total{kind="export-made"}';
  const before = await valueOf(series);
  await recordSecurityEvent(db(), { kind: 'export-made', projectId: v7() });
  expect(await valueOf(series)).toBe(before + 1);
});

test('the database says how large it is, and the pool how many use it', async () => {
  expect(await findDatabaseSize(db())).toBeGreaterThan(1_000_000);
  const [pool] = poolFigures();
  expect(pool).toEqual({
    pool: 'server',
    used: 0,
    idle: expect.any(Number),
    waiting: 0,
  });
  expect(pool?.idle).toBeGreaterThan(0);
});

test('the version is that of package.json', () => expect(version).toBe(packageJson.version));
