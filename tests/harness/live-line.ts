import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { encode } from 'next-auth/jwt';
import { WebSocket } from 'ws';
import { visitorOfCookie, sessionCookie } from '@/app/_gate/visitor';
import type { Viewer } from '@/lib/access/viewer';
import type { LiveChannel } from '@/lib/live/live-channel';
import { channelName } from '@/lib/live/live-channel';
import { LineRequest } from '@/server/live/line-door';
import { sessionIdOf } from '@/tests/builders/signed-in';
import { openLiveServer } from '../../server/live/live-server';

process.env.NEXTAUTH_SECRET ??= 'a secret of the tests alone';

/** The session cookies, as the server reads them. */
export const sessionCookies = { name: sessionCookie, visitorOf: visitorOfCookie };

/** What was received: messages in a channel. */
export type ReceivedMessage = {
  channel: string;
  message: Record<string, unknown> & { kind: string };
};

/** An open live connection as a script has it; stores every frame that it receives. */
export type TestLine = {
  socket: WebSocket;
  received: ReceivedMessage[];
  /** The bytes of every frame. */
  frames: Buffer[];
  /** Subscribes to a channel; returns whether it was granted. */
  join(channel: LiveChannel | string, token?: string): Promise<boolean>;
  send(channel: LiveChannel | string, message: unknown): void;
  /** The next message of this kind that was not awaited before. */
  next(kind: string, milliseconds?: number): Promise<ReceivedMessage['message']>;
  /** The channels that the server closed, with its reasons. */
  left: { channel: string; reason: string }[];
  ended: Promise<{ code: number; reason: string }>;
  close(): Promise<void>;
};

const nameOf = (channel: LiveChannel | string) =>
  typeof channel === 'string' ? channel : channelName(channel);

/** A frame for the live server: the name of a channel, a type, and what `write` adds. */
export function aFrame(
  channel: LiveChannel | string,
  kind: number,
  write: (encoder: ReturnType<typeof createEncoder>) => void = () => undefined,
): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, nameOf(channel));
  writeVarUint(encoder, kind);
  write(encoder);
  return toUint8Array(encoder);
}

/** The headers of a signed-in person on our own pages. */
export async function lineHeaders(
  viewer: Viewer,
  address: string,
): Promise<Record<string, string>> {
  const secret = process.env.NEXTAUTH_SECRET ?? '';
  const token = { sub: viewer.userId, sid: await sessionIdOf(viewer) };
  const session = await encode({ token, secret });
  return { cookie: `next-auth.session-token=${session}`, origin: address };
}

/** Opens a live connection to a server at `address`. */
export async function aLine(
  address: string,
  headers: Record<string, string> = {},
): Promise<TestLine> {
  const socket = new WebSocket(`${address.replace(/^http/, 'ws')}/live`, { headers });
  const received: ReceivedMessage[] = [];
  const frames: Buffer[] = [];
  const left: { channel: string; reason: string }[] = [];
  const doors = new Map<string, (admitted: boolean) => void>();
  const waits: { kind: string; done: (message: ReceivedMessage['message']) => void }[] = [];
  const taken = new Set<ReceivedMessage>();

  const offer = () => {
    for (const wait of waits.slice()) {
      const found = received.find((one) => one.message.kind === wait.kind && !taken.has(one));
      if (found === undefined) continue;
      taken.add(found);
      waits.splice(waits.indexOf(wait), 1);
      wait.done(found.message);
    }
  };

  socket.on('message', (data: Buffer) => {
    frames.push(data);
    const decoder = createDecoder(new Uint8Array(data));
    const [channel, kind] = [readVarString(decoder), readVarUint(decoder)];
    if (kind === 2) {
      const answer = readVarUint(decoder);
      if (answer !== 0) doors.get(channel)?.(answer === 2);
    } else if (kind === 5) {
      received.push({
        channel,
        message: JSON.parse(readVarString(decoder)) as ReceivedMessage['message'],
      });
      offer();
    } else if (kind === 7) left.push({ channel, reason: readVarString(decoder) });
  });
  socket.on('error', () => undefined);
  const ended = once(socket, 'close').then(([code, reason]) => ({
    code: code as number,
    reason: String(reason),
  }));
  const isOpen = await Promise.race([once(socket, 'open').then(() => true), ended]);
  if (isOpen !== true) throw new Error(`The line was refused: ${JSON.stringify(isOpen)}`);

  return {
    socket,
    received,
    frames,
    left,
    ended,
    join(channel, token = 'session') {
      const name = nameOf(channel);
      const answered = new Promise<boolean>((resolve) => doors.set(name, resolve));
      socket.send(
        aFrame(name, 2, (encoder) => {
          writeVarUint(encoder, 0);
          writeVarString(encoder, token);
        }),
      );
      return Promise.race([answered, ended.then(() => false)]);
    },
    send: (channel, message) =>
      socket.send(
        aFrame(channel, 5, (encoder) => writeVarString(encoder, JSON.stringify(message))),
      ),
    next(kind, milliseconds = 5_000) {
      return new Promise((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`Nothing of kind ${kind} in ${milliseconds} ms.`)),
          milliseconds,
        );
        waits.push({
          kind,
          done(message) {
            clearTimeout(late);
            resolve(message);
          },
        });
        offer();
      });
    },
    async close() {
      socket.close();
      await ended;
    },
  };
}

/** Starts only the live server, in this process, on a free port. */
export async function aLiveServer(redisUrl: string | null = null) {
  const live = await openLiveServer({ publicUrl: null, redisUrl, sessions: sessionCookies });
  const server = createServer({ IncomingMessage: LineRequest }, (_, response) => {
    response.end('a page');
  });
  server.on('upgrade', (request, socket, head) => live.upgrade(request, socket, head));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    lineOf: async (viewer: Viewer) => aLine(address, await lineHeaders(viewer, address)),
    async stop() {
      await live.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
