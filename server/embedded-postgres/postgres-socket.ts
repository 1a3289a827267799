import { chmod } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { DatabaseConnection } from './database-connection';
import { DatabaseSession, Turns } from './database-session';
import type { RawDatabase } from './database-session';

/** The embedded database at its socket. */
export type PostgresSocket = {
  /** Takes nobody new, sends everybody away, and waits until the database is at rest. */
  close(): Promise<void>;
  /** Lets the process end though the socket is open. */
  unref(): void;
};

/**
 * Serves a database that has one session to many connections, at a unix socket that only its owner
 * may use. `onBroken` hears what the database threw; the connection that it hit was told.
 */
export async function servePostgres(
  database: RawDatabase,
  path: string,
  onBroken: (thrown: unknown) => void = () => undefined,
): Promise<PostgresSocket> {
  const session = new DatabaseSession(database);
  const turns = new Turns();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    new DatabaseConnection(socket, session, turns, onBroken);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  await chmod(path, 0o600);
  return {
    unref: () => void server.unref(),
    close: async () => {
      const closed = [new Promise((resolve) => server.close(resolve))];
      for (const socket of sockets)
        closed.push(new Promise((resolve) => socket.destroy().once('close', resolve)));
      await Promise.all(closed);
      await turns.whenIdle();
    },
  };
}
