import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { parseCookie } from 'cookie';
import type { Visitor } from '@/lib/access/visitor';
import { visitorOfBearer } from '@/lib/access/visitor';
import { isOurHost } from '@/server/http/our-host';

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
