import { isOurHost } from '@/server/http/addresses';
import { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { parseCookie } from 'cookie';
import type { Visitor } from '@/lib/access/visitor';
import { visitorOfBearer } from '@/lib/access/visitor';

/** Why a line, or somebody's stay in a room, ends: a WebSocket close code of ours and a sentence. */
export type LineFault = { code: number; reason: string };

/** Everything that ends a line; browsers show the sentence to nobody, logs and scripts do. */
export const lineFaults = {
  garbage: { code: 4400, reason: 'A frame could not be read. Nothing was changed.' },
  unknown: { code: 4401, reason: 'We do not know who you are. Sign in, or send a valid token.' },
  ended: { code: 4401, reason: 'Your session or token has ended. Sign in again.' },
  forbidden: { code: 4403, reason: 'You may not be here any more.' },
  readsOnly: { code: 4403, reason: 'You may only read here. Nothing was changed.' },
  noText: { code: 4403, reason: 'No text can be written in this room. Nothing was changed.' },
  notAccepted: { code: 4403, reason: 'What you said cannot be said in this room.' },
  noChannel: { code: 4404, reason: 'There is no such room.' },
  idle: { code: 4408, reason: 'Nothing was asked for. Please come again.' },
  again: { code: 4409, reason: 'This room was asked for before. Please ask on a new line.' },
  tooLarge: { code: 4413, reason: 'A frame was too large. Nothing was changed.' },
  tooMany: { code: 4429, reason: 'Too many messages at once. Please come again later.' },
  tooManyLines: { code: 4429, reason: 'You have too many lines open. Close some first.' },
  unsure: {
    code: 1013,
    reason: 'We could not look up whether you may come in. Please come again.',
  },
  tooManyUnknown: {
    code: 4429,
    reason:
      'Too many lines from this address have not said whose they are. Please come again later.',
  },
  unnamed: { code: 4408, reason: 'You did not say who you are in time. Please come again.' },
  stopping: { code: 1012, reason: 'The server is restarting. Please come again.' },
} as const satisfies Record<string, LineFault>;

/** Where the live line is. */
export const linePath = '/live';

/** Who comes to the door: somebody known, or one who is to show who they are later; or why they may not in. */
export type LineAuthentication = { visitor: Visitor | null } | { status: number; title: string };

/** How the session of a browser is found: the name of its cookie, and whose its value is. */
export type SessionCookies = {
  name(this: void): string;
  visitorOf(this: void, cookie: string | undefined): Promise<Visitor | null>;
};

/**
 * Looks at who asks for a line. A session counts only from our own pages: a browser sends its cookie
 * from anywhere, and sockets know no same-origin rule. A token may come in the header, or later.
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

/** Answers one who may not in, in HTTP, and closes. */
export function turnAway(
  socket: Duplex,
  { status, title }: { status: number; title: string },
): void {
  socket.end(`HTTP/1.1 ${status} ${title}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

const offered = Symbol('offered');

/**
 * A request that Node takes for an upgrade only where it asks for our line. Any other that offers
 * one, such as Java’s, which asks for h2c with every first request, is answered as if it had not: with
 * a listener for upgrades Node would cut it off, its body unread.
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
