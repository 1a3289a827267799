import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server on loopback, and the messages that it has received. */
export type MailServer = {
  url: string;
  /** Each message with its headers. */
  messages: { to: string[]; raw: string }[];
  /** Refuses this many of the next messages, with this code. */
  refuse(count: number, responseCode: number): void;
  /** Waits until this many have been received, for at most ten seconds. */
  waitFor(count: number): Promise<void>;
  stop(): Promise<void>;
};

/** Starts an SMTP server on a free port, which stores what it receives. */
export async function startMailServer(): Promise<MailServer> {
  const messages: MailServer['messages'] = [];
  let refusing = { count: 0, responseCode: 451 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (refusing.count-- > 0)
          return done(Object.assign(new Error('Not now'), { responseCode: refusing.responseCode }));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        messages.push({ to, raw: Buffer.concat(parts).toString() });
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    refuse: (count, responseCode) => void (refusing = { count, responseCode }),
    async waitFor(count) {
      const until = Date.now() + 10_000;
      while (messages.length < count) {
        if (Date.now() > until) throw new Error(`${messages.length} of ${count} mails came.`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
