import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartProblem } from '@/server/start-problem';

const reasons: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) =>
    `Port ${port} of ${host} is in use. Stop what uses it, or choose another with PORT, as in “PORT=3001 npm start”.`,
  EACCES: (_, port) => `Port ${port} is not open to this user. Choose one above 1023 with PORT.`,
  EADDRNOTAVAIL: (host) => `This machine has no address ${host}. Set HOST to one that it has.`,
  ENOTFOUND: (host) => `This machine knows no address for ${host}. Set HOST to one that it has.`,
};

/** Opens the server's port; answers which it is (PORT=0 lets the system choose). */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      const reason = reasons[error.code ?? ''];
      reject(reason === undefined ? error : new StartProblem(reason(host, port)));
    };
    server.once('error', fail);
    server.listen(port, host.replace(/^\[|\]$/g, ''), () => {
      server.off('error', fail);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Takes no more requests, lets those under way end for a while, then closes what is left. */
export async function stopListening(server: Server, milliseconds: number): Promise<void> {
  const impatience = setTimeout(() => server.closeAllConnections(), milliseconds);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(impatience);
}
