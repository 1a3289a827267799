import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Hocuspocus, OutgoingMessage } from '@hocuspocus/server';
import { WebSocketServer } from 'ws';
import { forgetViewer } from '@/lib/access/known-viewers';
import { logRefusal } from '@/lib/access/log-refusal';
import type { LiveChannel, Announcement } from '@/lib/live/live-channel';
import { channelName } from '@/lib/live/live-channel';
import { maxStateBytes } from '@/lib/live/shared-state';
import { clientAddressBy } from '@/server/http/addresses';
import type { BusMessage } from './bus';
import { noBus, openBus, textsBetweenMachines } from './bus';
import { channelHooks } from './channel-hooks';
import type { PageMessageVerdict } from './line';
import { Line } from './line';
import type { SessionCookies } from './line-door';
import { authenticateLine, lineFaults, turnAway } from './line-door';
import { LineLimits } from './line-limits';
import { Presences } from './presences';
import { Reviews } from './reviews';
import { SharedTexts } from './shared-texts';
import type { Subscription } from './subscription-list';
import { SubscriptionList } from './subscription-list';

/** The running live server. */
type LiveServer = {
  /** Handles an upgrade request for the live socket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Saves unsaved texts, closes all connections and ends. */
  stop(): Promise<void>;
};

/** The maximum size of a frame, in bytes: the largest text state, and its header. */
const maxFrame = maxStateBytes + 64 * 1024;

/** The maximum number of unsent bytes of a connection, beyond which it is closed to save memory. */
const maxBacklog = 8 * 1024 * 1024;

const shared = globalThis as {
  parallaxAnnounce?: (announcements: readonly Announcement[]) => void;
  parallaxLiveFigures?: () => { lines: number; subscriptions: number };
};

/** Opens the live server; with `redisUrl` if several processes serve one database. */
export async function openLiveServer({
  publicUrl,
  redisUrl,
  sessions,
  trustedProxies = [],
}: {
  publicUrl: string | null;
  sessions: SessionCookies;
  redisUrl: string | null;
  /** The proxies whose X-Forwarded-For is trusted. */
  trustedProxies?: readonly string[];
}): Promise<LiveServer> {
  const lines = new Set<Line>();
  const limits = new LineLimits();
  let isStopping = false;

  function send(channel: LiveChannel, message: { kind: string }): void {
    const name = channelName(channel);
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

  function handleAnnouncements(announcements: readonly Announcement[]): void {
    for (const announcement of announcements) {
      if (announcement.kind === 'message') send(announcement.channel, announcement.message);
      else {
        if (announcement.of.userId !== undefined) forgetViewer(announcement.of.userId);
        reviews.schedule(announcement.of);
      }
    }
  }

  // Messages of other processes may arrive before everything is open; there are no connections before.
  let isOpen = false;

  function onMessage(message: BusMessage): void {
    if (!isOpen) return;
    if (message.kind === 'announced') handleAnnouncements(message.announcements);
    else presences.handleBusMessage(message);
  }

  const subscriptions = new SubscriptionList(({ connection }) =>
    connection.sendStateless(JSON.stringify({ kind: 'rights' })),
  );
  const reviews = new Reviews((of) => subscriptions.review(of));
  const bus =
    redisUrl === null
      ? noBus
      : await openBus(redisUrl, onMessage, () => {
          if (!isOpen) return;
          readAgain();
          bus.publish({ kind: 'who' });
        });
  const presences = new Presences(send, (message) => bus.publish(message));
  const texts = new SharedTexts();

  const hocuspocus = new Hocuspocus({
    quiet: true,
    debounce: 400,
    maxDebounce: 2_000,
    extensions: [texts, ...(redisUrl === null ? [] : [textsBetweenMachines(redisUrl)])],
    ...channelHooks(subscriptions, {
      onCome: (subscription: Subscription) => presences.joined(subscription),
      onLeave: (subscription: Subscription) => presences.left(subscription),
    }),
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrame });
  isOpen = true;
  bus.publish({ kind: 'who' });

  const backlog = setInterval(() => {
    for (const line of lines) if (line.backlog > maxBacklog) line.end(lineFaults.tooMany);
    limits.tidy(Date.now());
  }, 5_000);

  const onPageMessage = (line: Line, { message, visitor, channel }: PageMessageVerdict) =>
    presences.message(line.id, visitor.viewer, channel.articleId, message);

  const clientAddress = clientAddressBy(trustedProxies);
  const addressOf = ({ socket, headers }: IncomingMessage) =>
    clientAddress(socket.remoteAddress, headers['x-forwarded-for']?.toString());

  async function take(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const authentication = await authenticateLine(request, publicUrl, sessions);
    if ('status' in authentication) {
      const reason = authentication.status === 401 ? 'unknown' : 'forbidden';
      logRefusal({ reason }, 'A live line', addressOf(request));
      return turnAway(socket, authentication);
    }
    if (isStopping) return turnAway(socket, { status: 503, title: 'Service Unavailable' });
    sockets.handleUpgrade(request, socket, head, (open) => {
      const line = new Line(open, authentication.visitor, onPageMessage, limits);
      const { visitor } = authentication;
      if (visitor !== null && !line.identify(visitor.viewer.userId)) return;
      if (visitor === null && !limits.admitUnknown(line, addressOf(request)))
        return line.end(lineFaults.tooManyUnknown);
      lines.add(line);
      line.once('close', () => lines.delete(line));
      // Hocuspocus uses no more of a socket than a Line has.
      hocuspocus.handleConnection(line as never, request, { line });
    });
  }

  shared.parallaxAnnounce = (announcements) => {
    handleAnnouncements(announcements);
    bus.publish({ kind: 'announced', announcements });
  };
  shared.parallaxLiveFigures = () => ({ ...subscriptions.figures, lines: lines.size });

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
      await texts.saveAll();
      sockets.close();
      await hocuspocus.hooks('onDestroy', { instance: hocuspocus });
      await bus.close();
    },
  };
}
