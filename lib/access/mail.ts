/** A message to one person, in plain text. */
export type Mail = { to: string; subject: string; text: string };

/** Makes a message once it is its turn; null where there is nothing to be sent. */
export type MailMaker = () => Promise<Mail | null>;

/** What sends messages: it takes one to be made and sent later, or says false where too many wait. */
export type MailQueue = (make: MailMaker) => boolean;

const held = globalThis as { parallaxMail?: MailQueue };

/** Whether this server sends mail. */
export function sendsMail(): boolean {
  return held.parallaxMail !== undefined;
}

/**
 * Has a message made and sent, outside of the request that asks for it, so that how long that takes
 * tells nobody what came of it. It may fail to arrive; nobody is told then but the log.
 */
export function queueMail(make: MailMaker): void {
  held.parallaxMail?.(make);
}
