import { setTimeout as wait } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import type { Transporter } from 'nodemailer';
import { log, logOnceAMinute } from '@/lib/access/log';
import type { Mail, MailMaker, MailQueue } from '@/lib/access/mail';

/** How mail goes out: the server that takes it, and the sender that it bears. */
export type MailSettings = { url: string; from: string };

/** Messages that may wait for their turn; more are not taken. */
const maxWaiting = 200;
/** Pauses before a message is tried again, in milliseconds. */
const pauses = [1_000, 10_000];
/** How long the other server may take for each step, in milliseconds. */
const timeout = 15_000;

/** What may be said of a failure in the log: the code alone, for the rest may name somebody. */
function reasonOf(thrown: unknown): string {
  const { code, responseCode } = (thrown ?? {}) as { code?: string; responseCode?: number };
  return [code, responseCode].filter((one) => one !== undefined).join(' ') || 'no reason given';
}

async function send(transport: Transporter, from: string, mail: Mail): Promise<void> {
  for (let at = 0; ; at++) {
    try {
      await transport.sendMail({ ...mail, from });
      return;
    } catch (thrown) {
      const pause = pauses[at];
      const { responseCode } = thrown as { responseCode?: number };
      // 5xx is final: this server will never take it.
      if (pause === undefined || (responseCode ?? 0) >= 500) throw thrown;
      await wait(pause, undefined, { ref: false });
    }
  }
}

/**
 * Gives the pages what sends their mail: one message after the other, each tried three times, outside of
 * the requests that ask for them. What still waits when the server stops is lost, and asked for again.
 * Answers how to close it.
 */
export function openMail({ url, from }: MailSettings): () => void {
  const transport = createTransport({
    url,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const waiting: MailMaker[] = [];
  let isAtWork = false;
  const work = async (): Promise<void> => {
    isAtWork = true;
    for (let make = waiting.shift(); make !== undefined; make = waiting.shift()) {
      try {
        const mail = await make();
        if (mail !== null) await send(transport, from, mail);
      } catch (thrown) {
        log.error('A mail could not be sent. See PARALLAX_SMTP_URL.', { reason: reasonOf(thrown) });
      }
    }
    isAtWork = false;
  };
  const held = globalThis as { parallaxMail?: MailQueue };
  held.parallaxMail = (make) => {
    if (waiting.length >= maxWaiting) {
      logOnceAMinute('error', 'mails wait', 'Too many mails wait to be sent: one was not taken.');
      return false;
    }
    waiting.push(make);
    if (!isAtWork) setImmediate(() => void (isAtWork || work()));
    return true;
  };
  return () => {
    delete held.parallaxMail;
    waiting.length = 0;
    transport.close();
  };
}
