import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Chance } from '@/bench/drill/chance';
import { ChaosLine } from '@/bench/drill/chaos-line';
import { lineFaults } from '@/bench/drill/line-faults';

/** Bodies of the requests that arrived whole, in order. */
let arrived: string[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (data) => (body += String(data)));
  request.on('end', () => {
    arrived.push(body);
    response.end(JSON.stringify({ body, host: request.headers.host }));
  });
});
let line: ChaosLine;
const target = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeEach(async () => {
  arrived = [];
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  line = await ChaosLine.open(new Chance(1), target);
});

afterEach(async () => {
  await line.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const put = (body: string) =>
  fetch(line.address, { method: 'PUT', body, signal: AbortSignal.timeout(20_000) });

test('a calm line carries everything as it is, with the host that was requested', async () => {
  line.isCalm = true;
  for (const body of ['a', 'b']) {
    const answer = await put(body);
    expect(await answer.json()).toEqual({ body, host: new URL(line.address).host });
  }
  expect(arrived).toEqual(['a', 'b']);
});

/** How often the server gets a request whole, and what the client hears, by fault. */
const effects: Record<(typeof lineFaults)[number], { arrives: number; hears: number | 'nothing' }> =
  {
    'cut in the request': { arrives: 0, hears: 'nothing' },
    'cut before the answer': { arrives: 1, hears: 'nothing' },
    'cut in the answer': { arrives: 1, hears: 'nothing' },
    '503': { arrives: 0, hears: 503 },
    '503 with Retry-After': { arrives: 0, hears: 503 },
    'slow request': { arrives: 1, hears: 200 },
    'slow answer': { arrives: 1, hears: 200 },
    'sent twice': { arrives: 2, hears: 200 },
    'arrives late': { arrives: 1, hears: 'nothing' },
    'foreign page': { arrives: 0, hears: 200 },
  };

test('every fault does what its name says', async () => {
  const met = new Map<string, { arrives: number; hears: number | 'nothing' }>();
  for (let count = 0; met.size < lineFaults.length && count < 500; count++) {
    const before = new Map(line.faults.all());
    const body = `body ${count}`;
    const hears = await put(body)
      .then((answer) => answer.text().then(() => answer.status))
      .catch(() => 'nothing' as const);
    const fault = line.faults.all().find(([name, now]) => now > (before.get(name) ?? 0))?.[0];
    if (fault === undefined || met.has(fault)) continue;
    // What comes late comes within four seconds.
    if (fault === 'arrives late' || fault === 'sent twice')
      await new Promise((resolve) => setTimeout(resolve, 4200));
    met.set(fault, { arrives: arrived.filter((each) => each === body).length, hears });
  }
  expect(Object.fromEntries(met)).toEqual(effects);
}, 60_000);

test.each(['cut', 'silent'] as const)(
  'on a line that is down (%s) nothing arrives',
  async (down) => {
    line.isCalm = true;
    line.breakDown(down);
    let isOver = false;
    const outcome = put('lost').then(
      () => 'an answer',
      () => 'nothing',
    );
    void outcome.then(() => {
      isOver = true;
    });
    // A line that is cut ends what is on it; one that is silent says nothing.
    if (down === 'cut') await outcome;
    else await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isOver).toBe(down === 'cut');
    line.mend();
    expect(await outcome).toBe('nothing');
    expect(arrived).toEqual([]);
    expect((await put('again')).status).toBe(200);
  },
);

/** Opens a socket that stays open, at the line; what it hears. */
async function joined() {
  const { port } = new URL(line.address);
  const socket = connect(Number(port), '127.0.0.1');
  let text = '';
  socket.on('data', (data) => (text += String(data)));
  socket.on('error', () => undefined);
  const closed = new Promise<string>((resolve) => socket.on('close', () => resolve('closed')));
  socket.write('GET /live HTTP/1.1\r\nhost: here\r\nconnection: upgrade\r\nupgrade: echo\r\n\r\n');
  const hears = async (words: string) => {
    for (let left = 50; left > 0 && !text.includes(words); left--)
      await new Promise((resolve) => setTimeout(resolve, 10));
    return text.includes(words);
  };
  return { socket, closed, hears };
}

test('a socket that stays open is joined with the server, silent or cut with the line', async () => {
  server.on('upgrade', (_, socket) => {
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: echo\r\n\r\n',
    );
    socket.on('error', () => undefined);
    socket.pipe(socket);
  });
  const { socket, closed, hears } = await joined();
  expect(await hears('101')).toBe(true);
  socket.write('first');
  expect(await hears('first')).toBe(true);
  line.breakDown('silent');
  socket.write('second');
  expect(await hears('second')).toBe(false);
  line.mend();
  expect(await closed).toBe('closed');
  const again = await joined();
  expect(await again.hears('101')).toBe(true);
  line.breakDown('cut');
  expect(await again.closed).toBe('closed');
});

test('where the server is down, the line breaks or answers 503', async () => {
  line.isCalm = true;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  const statuses = new Set<number | 'nothing'>();
  for (let count = 0; count < 20; count++)
    statuses.add(
      await put('x').then(
        ({ status }) => status,
        () => 'nothing' as const,
      ),
    );
  expect(statuses).toEqual(new Set([502, 'nothing']));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
