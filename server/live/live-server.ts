import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Hocuspocus, OutgoingMessage } from '@hocuspocus/server';
import { WebSocketServer } from 'ws';
import type { Announcement } from '@/lib/access/announcement';
import { forgetViewer } from '@/lib/access/known-viewers';
import type { LiveRoom } from '@/lib/access/live-room';
import { roomName } from '@/lib/access/live-room';
import { logRefusal } from '@/lib/access/log-refusal';
import { mostStateBytes } from '@/lib/access/shared-state';
import { clientAddressBy } from '../client-address';
import type { BusMessage } from './bus';
import { noBus, openBus } from './bus';
import type { Stay } from './guest-list';
import { GuestList } from './guest-list';
import type { Saying } from './line';
import { Line } from './line';
import { LineLimits } from './line-limits';
import { turnAway, whoComes } from './line-door';
import { lineFaults } from './line-faults';
import { Presences } from './presences';
import { Reviews } from './reviews';
import { roomHooks } from './room-hooks';
import { SharedTexts } from './shared-texts';
import { textsBetweenMachines } from './texts-between-machines';

/** The live server, at work. */
export type LiveServer = {
  /** Takes a request for a socket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Keeps what is written, sends everybody away and ends. */
  stop(): Promise<void>;
};

/** Bytes of one frame: a text of the largest state that is kept, and what names it. */
const mostFrame = mostStateBytes + 64 * 1024;

/** A line whose other side does not take what it is sent, in bytes; it would fill our memory. */
const mostBacklog = 8 * 1024 * 1024;

const shared = globalThis as {
  parallaxAnnounce?: (announcements: readonly Announcement[]) => void;
  parallaxLiveFigures?: () => { lines: number; stays: number };
};

/** Opens the live server; `redisUrl` where several processes serve one database. */
export async function openLiveServer({
  publicUrl,
  redisUrl,
  trustedProxies = [],
}: {
  publicUrl: string | null;
  redisUrl: string | null;
  /** Whose word of the client's address is believed. */
  trustedProxies?: readonly string[];
}): Promise<LiveServer> {
  const lines = new Set<Line>();
  const limits = new LineLimits();
  let isStopping = false;

  function say(room: LiveRoom, message: { kind: string }): void {
    const name = roomName(room);
    const document = hocuspocus.documents.get(name);
    if (document === undefined) return;
    const frame = new OutgoingMessage(name).writeStateless(JSON.stringify(message)).toUint8Array();
    for (const connection of document.getConnections()) connection.send(frame);
  }

  const readAgain = () => {
    for (const document of hocuspocus.documents.values())
      for (const connection of document.getConnections())
        connection.sendStateless(JSON.stringify({ kind: 'reread' }));
  };

  function hear(announcements: readonly Announcement[]): void {
    for (const told of announcements) {
      if (told.kind === 'message') say(told.room, told.message);
      else {
        if (told.of.userId !== undefined) forgetViewer(told.of.userId);
        reviews.ask(told.of);
      }
    }
  }

  // Other processes may speak before all is in place; nobody is on a line here until it is.
  let isOpen = false;

  function onTold(message: BusMessage): void {
    if (!isOpen) return;
    if (message.kind === 'announced') hear(message.announcements);
    else presences.heard(message);
  }

  const guests = new GuestList(({ connection }) =>
    connection.sendStateless(JSON.stringify({ kind: 'rights' })),
  );
  const reviews = new Reviews((of) => guests.review(of));
  const bus =
    redisUrl === null
      ? noBus
      : await openBus(redisUrl, onTold, () => {
          if (!isOpen) return;
          readAgain();
          bus.tell({ kind: 'who' });
        });
  const presences = new Presences(say, (message) => bus.tell(message));
  const texts = new SharedTexts();

  const hocuspocus = new Hocuspocus({
    quiet: true,
    debounce: 400,
    maxDebounce: 2_000,
    extensions: [texts, ...(redisUrl === null ? [] : [textsBetweenMachines(redisUrl)])],
    ...roomHooks(guests, {
      onCome: (stay: Stay) => presences.came(stay),
      onLeave: (stay: Stay) => presences.left(stay),
    }),
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: mostFrame });
  isOpen = true;
  bus.tell({ kind: 'who' });

  const backlog = setInterval(() => {
    for (const line of lines) if (line.backlog > mostBacklog) line.end(lineFaults.tooMany);
    limits.tidy(Date.now());
  }, 5_000);

  const onSaid = (line: Line, { said, guest, room }: Saying) =>
    presences.said(line.id, guest.viewer, room.articleId, said);

  const clientAddress = clientAddressBy(trustedProxies);
  const addressOf = ({ socket, headers }: IncomingMessage) =>
    clientAddress(socket.remoteAddress, headers['x-forwarded-for']?.toString());

  async function take(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const comer = await whoComes(request, publicUrl);
    if ('status' in comer) {
      const reason = comer.status === 401 ? 'unknown' : 'forbidden';
      logRefusal({ reason }, 'A live line', addressOf(request));
      return turnAway(socket, comer);
    }
    if (isStopping) return turnAway(socket, { status: 503, title: 'Service Unavailable' });
    sockets.handleUpgrade(request, socket, head, (open) => {
      const line = new Line(open, comer.guest, onSaid, limits);
      const { guest } = comer;
      if (guest !== null && !line.identify(guest.viewer.userId)) return;
      if (guest === null && !limits.admitUnknown(line, addressOf(request)))
        return line.end(lineFaults.tooManyUnknown);
      lines.add(line);
      line.once('close', () => lines.delete(line));
      // Hocuspocus takes a line for a socket: it uses no more of it than a line has.
      hocuspocus.handleConnection(line as never, request, { line });
    });
  }

  shared.parallaxAnnounce = (announcements) => {
    hear(announcements);
    bus.tell({ kind: 'announced', announcements });
  };
  shared.parallaxLiveFigures = () => ({ ...guests.figures, lines: lines.size });

  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      take(request, socket, head).catch(() =>
        turnAway(socket, { status: 503, title: 'Service Unavailable' }),
      );
    },
    async stop() {
      isStopping = true;
      delete shared.parallaxAnnounce;
      delete shared.parallaxLiveFigures;
      clearInterval(backlog);
      presences.end();
      for (const line of lines) line.end(lineFaults.stopping);
      await reviews.end();
      await texts.keepAll();
      sockets.close();
      await hocuspocus.hooks('onDestroy', { instance: hocuspocus });
      await bus.close();
    },
  };
}
