import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiProblem, callApi, problemMessage } from '@/components/ui/api';

let server: Server;
let base = '';
const requests: { method: string; type?: string; key?: string; body: string }[] = [];

const answers: Record<string, [number, Record<string, string>, string]> = {
  '/fine': [200, { 'content-type': 'application/json' }, '{"id":"a"}'],
  '/done': [204, {}, ''],
  '/refused': [
    422,
    { 'content-type': 'application/problem+json' },
    '{"type":"about:blank","title":"It does not hold","status":422,"detail":"No name.","errors":[{"path":"name","message":"No name."}]}',
  ],
  '/busy': [
    429,
    { 'content-type': 'application/problem+json', 'retry-after': '90' },
    '{"title":"Too many tries","status":429,"detail":"Wait."}',
  ],
  '/proxy': [502, { 'content-type': 'text/html' }, '<h1>Bad gateway</h1>'],
};

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const { method = '', headers, url = '' } = request;
      requests.push({
        method,
        type: headers['content-type'],
        key: headers['idempotency-key']?.toString(),
        body,
      });
      if (url === '/cut') return request.socket.destroy();
      if (url === '/never') return;
      const [status, sent, text] = answers[url] ?? [404, {}, ''];
      response.writeHead(status, sent).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function problemOf(call: Promise<unknown>): Promise<ApiProblem> {
  const thrown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (thrown instanceof ApiProblem) return thrown;
  throw new Error('The call was not refused', { cause: thrown });
}

test('sends JSON and answers what came back', async () => {
  const headers = { 'idempotency-key': 'k' };
  expect(await callApi('PUT', `${base}/fine`, { name: 'Ä' }, { headers })).toEqual({ id: 'a' });
  expect(requests.at(-1)).toEqual({
    method: 'PUT',
    type: 'application/json',
    key: 'k',
    body: '{"name":"Ä"}',
  });
});

test('sends no body where there is none, and takes an empty answer', async () => {
  expect(await callApi('DELETE', `${base}/done`)).toBeUndefined();
  expect(requests.at(-1)).toMatchObject({ method: 'DELETE', type: undefined, body: '' });
});

test('throws a refusal with its title, detail and faults', async () => {
  expect(await problemOf(callApi('POST', `${base}/refused`, {}))).toMatchObject({
    status: 422,
    title: 'It does not hold',
    detail: 'No name.',
    errors: [{ path: 'name', message: 'No name.' }],
  });
});

test('says how long to wait', async () => {
  expect(await problemOf(callApi('POST', `${base}/busy`, {}))).toMatchObject({
    status: 429,
    retryAfter: 90,
    errors: [],
  });
});

test('has a message for a response that is not from our API', async () => {
  const problem = await problemOf(callApi('GET', `${base}/proxy`));
  expect(problem).toMatchObject({ status: 502, title: 'The server did not answer as it should' });
  expect(problem.detail).not.toContain('<');
});

test('has a message where the server cannot be reached', async () => {
  expect(await problemOf(callApi('GET', `${base}/cut`))).toMatchObject({
    status: 0,
    title: 'The server cannot be reached',
  });
});

test('an aborted call is no problem', async () => {
  const giveUp = new AbortController();
  const call = callApi('GET', `${base}/never`, undefined, { signal: giveUp.signal });
  giveUp.abort();
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
});

const nothingChanged = 'Nothing was changed, and what you entered is still here.';

test('shows the message of one invalid field', () => {
  const result = problemMessage({
    status: 422,
    title: 'It does not hold',
    detail: 'The body does not hold. password: Too short. Nothing was changed.',
    errors: [{ path: 'password', message: 'Too short.' }],
  });
  expect(result).toEqual({
    title: 'Please correct one field',
    lines: ['Too short.', nothingChanged],
  });
});

test('shows the path of nested fields', () => {
  const { title, lines } = problemMessage({
    status: 422,
    title: 'It does not hold',
    detail: 'The body does not hold.',
    errors: [
      { path: 'labels.3.name', message: 'It is empty.' },
      { path: 'guidelines', message: 'Too long.' },
    ],
  });
  expect(title).toBe('Please correct two fields');
  expect(lines).toEqual(['labels.3.name: It is empty.', 'Too long.', nothingChanged]);
});

test('does not say twice that nothing was changed', () => {
  const message = 'This is not your present password. Nothing was changed.';
  const result = problemMessage({
    status: 422,
    title: 'It does not hold',
    detail: message,
    errors: [{ path: 'current', message }],
  });
  expect(result.lines).toEqual([message]);
});

test('shows other problems as the server sends them, with further messages', () => {
  const result = problemMessage({
    status: 409,
    title: 'It clashes with what is there now',
    detail: 'The draft has moved on. Nothing was changed.',
    errors: [
      { path: 'version', message: 'It is 4 by now.' },
      { path: '', message: 'Nothing was changed.' },
    ],
  });
  expect(result).toEqual({
    title: 'It clashes with what is there now',
    lines: ['The draft has moved on. Nothing was changed.', 'It is 4 by now.'],
  });
});
