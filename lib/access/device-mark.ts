import { createHmac, timingSafeEqual } from 'node:crypto';
import { mintSecret } from './mint-secret';

/** How long a browser is known after a sign-in, in milliseconds: 30 days. */
export const deviceMarkLife = 30 * 24 * 60 * 60 * 1000;

/** How many accounts one browser may be known by. */
const maxMarks = 4;

/** A mark is `nonce.time.signature`, the time in milliseconds since 1970 in base 36. */
const markForm = /^([\w-]{43})\.([0-9a-z]{1,10})\.([\w-]{43})$/;

type Mark = { nonce: string; madeAt: number; signature: string; text: string };

function marksOf(cookie: string | undefined): Mark[] {
  return (cookie ?? '')
    .split('~', maxMarks)
    .map((text) => markForm.exec(text))
    .filter((match) => match !== null)
    .map(([text, nonce = '', time = '', signature = '']) => ({
      text,
      nonce,
      madeAt: Number.parseInt(time, 36),
      signature,
    }));
}

const signatureOf = (secret: string, account: string, nonce: string, madeAt: number): Buffer =>
  createHmac('sha256', secret)
    .update(`parallax device mark\n${account}\n${nonce}\n${madeAt}`)
    .digest();

const isOf = (mark: Mark, account: string, secret: string): boolean => {
  const sent = Buffer.from(mark.signature, 'base64url');
  const expected = signatureOf(secret, account, mark.nonce, mark.madeAt);
  return sent.length === expected.length && timingSafeEqual(sent, expected);
};

/**
 * The name of the device whose cookie this is, where `account` has signed in on it within 30 days;
 * null otherwise. `secret` is the server's; a mark that it did not sign counts as none.
 */
export function deviceOf(
  cookie: string | undefined,
  account: string,
  secret: string,
  now = Date.now(),
): string | null {
  const mark = marksOf(cookie).find((one) => isOf(one, account, secret));
  if (mark === undefined || mark.madeAt + deviceMarkLife <= now) return null;
  return mark.nonce;
}

/** The cookie with a fresh mark for `account`, which has just signed in; it keeps those of three others. */
export function withDeviceMark(
  cookie: string | undefined,
  account: string,
  secret: string,
  now = Date.now(),
): string {
  const nonce = mintSecret();
  const signature = signatureOf(secret, account, nonce, now).toString('base64url');
  const others = marksOf(cookie).filter((mark) => !isOf(mark, account, secret));
  const mine = `${nonce}.${now.toString(36)}.${signature}`;
  return [mine, ...others.map(({ text }) => text)].slice(0, maxMarks).join('~');
}
