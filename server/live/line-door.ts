import { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { parseCookie } from 'cookie';
import type { Visitor } from '@/lib/access/visitor';
import { visitorOfBearer } from '@/lib/access/visitor';
import { isOurHost } from '@/server/http/addresses';

/** Why a live connection or a subscription is closed: a WebSocket close code and a sentence. */
export type LineFault = { code: number; reason: string };

/** Every fault that closes a live connection. Pages do not show the sentences; scripts may. */
export const lineFaults = {
  garbage: { code: 4400, reason: 'A frame could not be read. Nothing was changed.' },
  unknown: { code: 4401, reason: 'You are not authenticated. Sign in, or send a valid token.' },
  ended: { code: 4401, reason: 'Your session or token has ended. Sign in again.' },
  forbidden: { code: 4403, reason: 'You no longer have access to this channel.' },
  readsOnly: { code: 4403, reason: 'You have read access only. Nothing was changed.' },
  noText: { code: 4403, reason: 'This channel has no text to write. Nothing was changed.' },
  notAccepted: { code: 4403, reason: 'This channel does not take this message.' },
  noChannel: { code: 4404, reason: 'There is no such channel.' },
  idle: { code: 4408, reason: 'No channel was subscribed to. Please connect again.' },
  again: { code: 4409, reason: 'This channel was requested before. Please use a new connection.' },
  tooLarge: { code: 4413, reason: 'A frame was too large. Nothing was changed.' },
  tooMany: { code: 4429, reason: 'Too many messages at once. Please connect again later.' },
  tooManyLines: { code: 4429, reason: 'You have too many connections open. Close some first.' },
  unsure: {
    code: 1013,
    reason: 'Your access could not be checked. Please connect again.',
  },
  tooManyUnknown: {
    code: 4429,
    reason:
      'Too many connections from this address are not authenticated. Please connect again later.',
  },
  unnamed: { code: 4408, reason: 'You did not authenticate in time. Please connect again.' },
  stopping: { code: 1012, reason: 'The server is restarting. Please connect again.' },
} as const satisfies Record<string, LineFault>;

/** The path of the live socket. */
const linePath = '/live';

/** The visitor of a new connection (null: authenticates later with a token), or the HTTP error to refuse it. */
type LineAuthentication = { visitor: Visitor | null } | { status: number; title: string };

/** How a browser's session is found: the name of the cookie, and the visitor of its value. */
export type SessionCookies = {
  name(this: void): string;
  visitorOf(this: void, cookie: string | undefined): Promise<Visitor | null>;
};

/**
 * Authenticates a request for a live connection. A session is accepted only with our own Origin, since
 * browsers send cookies with sockets from any page. A token may come in the Authorization header, or
 * later.
 */
export async function authenticateLine(
  { headers }: IncomingMessage,
  publicUrl: string | null,
  sessions: SessionCookies,
): Promise<LineAuthentication> {
  const host = headers.host ?? '';
  if (!isOurHost(host, publicUrl)) return { status: 421, title: 'Misdirected Request' };
  if (headers.authorization !== undefined) {
    const visitor = await visitorOfBearer(headers.authorization);
    return visitor === null ? { status: 401, title: 'Unauthorized' } : { visitor };
  }
  const cookie = parseCookie(headers.cookie ?? '')[sessions.name()];
  const visitor = await sessions.visitorOf(cookie);
  const origin = publicUrl ?? `http://${host}`;
  if (visitor !== null && headers.origin !== origin) return { status: 403, title: 'Forbidden' };
  return { visitor };
}

/** Answers a refused upgrade in HTTP and closes the socket. */
export function turnAway(
  socket: Duplex,
  { status, title }: { status: number; title: string },
): void {
  socket.end(`HTTP/1.1 ${status} ${title}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

const offered = Symbol('offered');

/**
 * A request that Node treats as an upgrade only for the live socket. Other upgrade offers are ignored,
 * such as h2c, which Java's client sends with every first request: with a listener for upgrades Node
 * would close the connection without reading the body.
 */
export class LineRequest extends IncomingMessage {
  private [offered]?: boolean;

  get upgrade(): boolean {
    const path = this.url?.split('?')[0];
    return (
      this[offered] === true && path === linePath && /^websocket$/i.test(this.headers.upgrade ?? '')
    );
  }

  set upgrade(isOffered: boolean) {
    this[offered] = isOffered;
  }
}
