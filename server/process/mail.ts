import { setTimeout as wait } from 'node:timers/promises';
import type { Transporter } from 'nodemailer';
import { createTransport } from 'nodemailer';
import { log, logOnceAMinute } from '@/lib/access/log';
import type { Mail, MailMaker, MailQueue } from '@/lib/access/mail';

/** The SMTP server and the sender's address. */
type MailSettings = { url: string; from: string };

/** How many messages may wait; further ones are rejected. */
const maxWaiting = 200;
/** Delays before the retries of a message, in milliseconds. */
const pauses = [1_000, 10_000];
/** How long the SMTP server may take for each step, in milliseconds. */
const timeout = 15_000;

/** The codes of a failure, for the log; its message may contain personal data. */
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
      // 5xx is final.
      if (pause === undefined || (responseCode ?? 0) >= 500) throw thrown;
      await wait(pause, undefined, { ref: false });
    }
  }
}

/**
 * Opens the mail queue for `queueMail`: one message after the other, each tried up to three times,
 * outside of requests. Messages that are waiting when the server stops are lost. Returns a function that
 * closes it.
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
