/** A message to one person, in plain text. */
export type Mail = { to: string; subject: string; text: string };

/** Creates a message when it is its turn to be sent; null for none. */
export type MailMaker = () => Promise<Mail | null>;

/** Queues a message to be created and sent later; false if the queue is full. */
export type MailQueue = (make: MailMaker) => boolean;

const held = globalThis as { parallaxMail?: MailQueue };

/** Whether this server sends mail. */
export function sendsMail(): boolean {
  return held.parallaxMail !== undefined;
}

/**
 * Queues a message outside of the request, so that the time of the answer does not reveal whether a
 * message is sent. Failures are only logged.
 */
export function queueMail(make: MailMaker): void {
  held.parallaxMail?.(make);
}
