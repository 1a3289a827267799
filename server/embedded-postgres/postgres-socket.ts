import { chmod } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import { DatabaseConnection } from './database-connection';
import type { RawDatabase } from './database-session';
import { DatabaseSession, Turns } from './database-session';

/** The socket of the embedded database. */
type PostgresSocket = {
  /** Closes the socket and all connections, and waits until the database is idle. */
  close(): Promise<void>;
  /** Lets the process end while the socket is open. */
  unref(): void;
};

/**
 * Serves a database with one session to many connections, at a unix socket that is accessible to its
 * owner only. `onBroken` gets the error if the database fails; its connection is closed with an error.
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
