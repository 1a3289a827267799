import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { encode } from 'next-auth/jwt';
import { WebSocket } from 'ws';
import type { LiveRoom } from '@/lib/access/live-room';
import { roomName } from '@/lib/access/live-room';
import type { Viewer } from '@/lib/access/viewer';
import { sessionIdOf } from '@/tests/builders/signed-in';
import { openLiveServer } from '../../server/live/live-server';
import { LineRequest } from '../../server/line-request';

process.env.NEXTAUTH_SECRET ??= 'a secret of the tests alone';

/** What came over a line: words in a room, and how it ended. */
export type Heard = { room: string; message: Record<string, unknown> & { kind: string } };

/** One open line, as a script would have it: every frame that came is kept. */
export type TestLine = {
  socket: WebSocket;
  heard: Heard[];
  /** Every frame to the byte. */
  frames: Buffer[];
  /** Asks to come into a room; answers whether it was granted. */
  join(room: LiveRoom | string, token?: string): Promise<boolean>;
  say(room: LiveRoom | string, message: unknown): void;
  /** The next message of this kind that has not been waited for yet. */
  next(kind: string, milliseconds?: number): Promise<Heard['message']>;
  /** The rooms that the server ended, with its reasons. */
  left: { room: string; reason: string }[];
  ended: Promise<{ code: number; reason: string }>;
  close(): Promise<void>;
};

const nameOf = (room: LiveRoom | string) => (typeof room === 'string' ? room : roomName(room));

/** A frame for the live server: a room's name, a kind, and what `write` adds. */
export function aFrame(
  room: LiveRoom | string,
  kind: number,
  write: (encoder: ReturnType<typeof createEncoder>) => void = () => undefined,
): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, nameOf(room));
  writeVarUint(encoder, kind);
  write(encoder);
  return toUint8Array(encoder);
}

/** The headers of somebody who is signed in and comes from our own pages. */
export async function lineHeaders(
  viewer: Viewer,
  address: string,
): Promise<Record<string, string>> {
  const secret = process.env.NEXTAUTH_SECRET ?? '';
  const token = { sub: viewer.userId, sid: await sessionIdOf(viewer) };
  const session = await encode({ token, secret });
  return { cookie: `next-auth.session-token=${session}`, origin: address };
}

/** Opens a line to a server at `address`. */
export async function aLine(
  address: string,
  headers: Record<string, string> = {},
): Promise<TestLine> {
  const socket = new WebSocket(`${address.replace(/^http/, 'ws')}/live`, { headers });
  const heard: Heard[] = [];
  const frames: Buffer[] = [];
  const left: { room: string; reason: string }[] = [];
  const doors = new Map<string, (admitted: boolean) => void>();
  const waits: { kind: string; done: (message: Heard['message']) => void }[] = [];
  const taken = new Set<Heard>();

  const offer = () => {
    for (const wait of waits.slice()) {
      const found = heard.find((one) => one.message.kind === wait.kind && !taken.has(one));
      if (found === undefined) continue;
      taken.add(found);
      waits.splice(waits.indexOf(wait), 1);
      wait.done(found.message);
    }
  };

  socket.on('message', (data: Buffer) => {
    frames.push(data);
    const decoder = createDecoder(new Uint8Array(data));
    const [room, kind] = [readVarString(decoder), readVarUint(decoder)];
    if (kind === 2) {
      const answer = readVarUint(decoder);
      if (answer !== 0) doors.get(room)?.(answer === 2);
    } else if (kind === 5) {
      heard.push({ room, message: JSON.parse(readVarString(decoder)) as Heard['message'] });
      offer();
    } else if (kind === 7) left.push({ room, reason: readVarString(decoder) });
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
    heard,
    frames,
    left,
    ended,
    join(room, token = 'session') {
      const name = nameOf(room);
      const answered = new Promise<boolean>((resolve) => doors.set(name, resolve));
      socket.send(
        aFrame(name, 2, (encoder) => {
          writeVarUint(encoder, 0);
          writeVarString(encoder, token);
        }),
      );
      return Promise.race([answered, ended.then(() => false)]);
    },
    say: (room, message) =>
      socket.send(aFrame(room, 5, (encoder) => writeVarString(encoder, JSON.stringify(message)))),
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

/** The live server alone, on a port of its own, in this process. */
export async function aLiveServer(redisUrl: string | null = null) {
  const live = await openLiveServer({ publicUrl: null, redisUrl });
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
