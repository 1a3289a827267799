import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { callRoute } from '@/tests/harness/call-route';

const token = 'a-token-of-the-scraper';

beforeEach(() => {
  process.env.PARALLAX_METRICS_TOKEN = token;
});

afterEach(() => {
  delete process.env.PARALLAX_METRICS_TOKEN;
});

const asked = (address: string, authorization?: string) =>
  callRoute('GET', '/api/metrics', {
    headers: {
      'x-parallax-address': address,
      ...(authorization === undefined ? {} : { authorization }),
    },
  });

test.each([
  ['another machine', '192.0.2.7', undefined, 403],
  ['another machine in the same house', '192.168.1.7', undefined, 403],
  ['another machine with a guess', '192.0.2.7', 'Bearer a-token-of-somebody', 403],
  ['another machine with the token', '192.0.2.7', `Bearer ${token}`, 200],
  ['this machine', '127.0.0.1', undefined, 200],
  ['this machine by its other name', '::1', undefined, 200],
])('%s', async (_, address, authorization, status) => {
  const answer = await asked(address, authorization);
  expect(answer.status).toBe(status);
  if (status === 200) expect(answer.body).toContain('# TYPE parallax_requests_total counter');
});

test('without a token only this machine may', async () => {
  delete process.env.PARALLAX_METRICS_TOKEN;
  expect((await asked('192.0.2.7', 'Bearer undefined')).status).toBe(403);
  expect((await asked('192.0.2.7', 'Bearer ')).status).toBe(403);
});
