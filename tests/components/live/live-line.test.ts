import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { LiveLine } from '@/components/live/live-line';
import type { LineOptions, Subscription } from '@/components/live/live-line';
import type { SmallLiveServer } from '@/tests/builders/a-small-live-server';
import { aSmallLiveServer, QuietSocket } from '@/tests/builders/a-small-live-server';
import { eventually } from '@/tests/builders/an-outbox';

let server: SmallLiveServer;
const subscriptions: Subscription[] = [];

beforeEach(async () => {
  server = await aSmallLiveServer();
});

afterEach(async () => {
  for (const subscription of subscriptions.splice(0)) subscription.leave();
  await server.stop();
});

function aLine(chosen: Partial<LineOptions> = {}): LiveLine {
  const quick = { firstDelay: 20, answerTimeout: 5000, beat: 60_000 };
  return new LiveLine({ url: server.url, WebSocket: QuietSocket, ...quick, ...chosen });
}

/** Joins a channel and records its events. */
function aSeat(line: LiveLine, channel: string) {
  const happened: string[] = [];
  const seat = line.join(channel, {
    joined: () => happened.push('in'),
    received: (payload) => happened.push((JSON.parse(payload) as { kind: string }).kind),
    left: (why) => happened.push(why),
  });
  subscriptions.push(seat);
  return { ...seat, happened };
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const until = (seat: { happened: string[] }, ...happened: string[]) =>
  eventually(() => expect(seat.happened).toEqual(happened));

test('channels share one socket; a message in one arrives only there', async () => {
  const line = aLine();
  const [one, two] = [aSeat(line, 'one'), aSeat(line, 'two')];
  expect(one.send('{}')).toBe(false);
  await until(one, 'in');
  await until(two, 'in');
  server.send('one', { kind: 'threads' });
  await until(one, 'in', 'threads');
  expect(two.happened).toEqual(['in']);
  expect(one.send('{"kind":"here"}')).toBe(true);
  await eventually(() =>
    expect(server.received).toEqual([{ channel: 'one', words: { kind: 'here' } }]),
  );
  expect(server.sockets()).toBe(1);
});

test('a channel that is left gets no messages; the last one closes the socket', async () => {
  const line = aLine();
  const [one, two] = [aSeat(line, 'one'), aSeat(line, 'two')];
  await until(one, 'in');
  await until(two, 'in');
  one.leave();
  server.send('one', { kind: 'threads' });
  server.send('two', { kind: 'threads' });
  await until(two, 'in', 'threads');
  expect(one.happened).toEqual(['in', 'self']);
  const again = aSeat(line, 'one');
  await until(again, 'in');
  expect(server.sockets()).toBe(1);
});

test('a broken connection reconnects and rejoins every channel', async () => {
  const line = aLine();
  const [one, two] = [aSeat(line, 'one'), aSeat(line, 'two')];
  await until(one, 'in');
  await until(two, 'in');
  server.cut();
  await until(one, 'in', 'connection', 'in');
  await until(two, 'in', 'connection', 'in');
  await server.stop();
  await until(one, 'in', 'connection', 'in', 'connection');
  await wait(200);
  await server.start();
  await until(one, 'in', 'connection', 'in', 'connection', 'in');
});

test('a dead connection is detected although nobody closed it', async () => {
  const line = aLine({ answerTimeout: 60, beat: 40 });
  const seat = aSeat(line, 'one');
  await until(seat, 'in');
  await wait(200);
  expect(seat.happened).toEqual(['in']);
  server.isDead = true;
  await eventually(() => expect(seat.happened).toEqual(['in', 'connection']));
  server.isDead = false;
  await until(seat, 'in', 'connection', 'in');
});

test('a denied channel can be joined later, on a new socket', async () => {
  const line = aLine();
  server.shut.add('two');
  const own = aSeat(line, 'own');
  await until(own, 'in');
  await until(aSeat(line, 'two'), 'denied');
  server.shut.clear();
  await until(aSeat(line, 'two'), 'in');
  await until(own, 'in', 'connection', 'in');
  expect(server.sockets()).toBe(2);
});

test('a channel that the server closes is joined once more', async () => {
  const line = aLine();
  const [own, one] = [aSeat(line, 'own'), aSeat(line, 'one')];
  await until(own, 'in');
  await until(one, 'in');
  server.close('one');
  await until(one, 'in', 'closed', 'in');
  server.shut.add('one');
  server.close('one');
  await until(one, 'in', 'closed', 'in', 'closed', 'denied');
  await wait(100);
  expect(server.asked.filter((name) => name === 'one')).toHaveLength(3);
  expect(own.happened).toEqual(['in']);
  one.leave();
  server.send('own', { kind: 'rights' });
  await until(own, 'in', 'rights');
});

test('a rejected connection waits, and may be woken after a while', async () => {
  server.sendsAway = 4401;
  const line = aLine({ firstDelay: 5 });
  aSeat(line, 'one');
  await eventually(() => expect(server.sockets()).toBe(1));
  line.wake();
  await wait(100);
  expect(server.sockets()).toBe(1);
  server.sendsAway = null;
  await eventually(() => expect(server.sockets()).toBe(2));
});

test('the end of a session is reported to joined channels', async () => {
  const seat = aSeat(aLine(), 'one');
  await until(seat, 'in');
  server.cut(4401);
  await until(seat, 'in', 'rejected');
});

test('retries with backoff while the server is away, and at once when woken', async () => {
  const line = aLine({ firstDelay: 30_000 });
  const seat = aSeat(line, 'one');
  await until(seat, 'in');
  server.cut();
  await until(seat, 'in', 'connection');
  line.wake();
  await until(seat, 'in', 'connection', 'in');
  server.sendsAway = 1012;
  const hasty = aLine({ firstDelay: 4 });
  aSeat(hasty, 'two');
  await wait(1000);
  // Doubles each time up to 30 times: 4, 8, 16, 32, 64, then 120 ms, with jitter of 50 %.
  expect(server.sockets()).toBeLessThan(25);
});
