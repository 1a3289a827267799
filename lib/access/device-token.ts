import { createHmac, timingSafeEqual } from 'node:crypto';
import { mintSecret } from './secret';

/** How long a device token is valid after a sign-in, in milliseconds: 30 days. */
export const deviceTokenLife = 30 * 24 * 60 * 60 * 1000;

/** How many accounts have a token in one browser's cookie. */
const maxTokens = 4;

/** A token is `nonce.time.signature`, the time in milliseconds since 1970 in base 36. */
const tokenForm = /^([\w-]{43})\.([0-9a-z]{1,10})\.([\w-]{43})$/;

type DeviceToken = { nonce: string; madeAt: number; signature: string; text: string };

function tokensOf(cookie: string | undefined): DeviceToken[] {
  return (cookie ?? '')
    .split('~', maxTokens)
    .map((text) => tokenForm.exec(text))
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

const isOf = (token: DeviceToken, account: string, secret: string): boolean => {
  const sent = Buffer.from(token.signature, 'base64url');
  const expected = signatureOf(secret, account, token.nonce, token.madeAt);
  return sent.length === expected.length && timingSafeEqual(sent, expected);
};

/**
 * The identifier of the device with this cookie, if `account` has signed in on it within 30 days; null
 * otherwise, and for tokens that the server's `secret` did not sign.
 */
export function deviceOf(
  cookie: string | undefined,
  account: string,
  secret: string,
  now = Date.now(),
): string | null {
  const token = tokensOf(cookie).find((one) => isOf(one, account, secret));
  if (token === undefined || token.madeAt + deviceTokenLife <= now) return null;
  return token.nonce;
}

/** The cookie with a new token for `account`, which has just signed in, and those of three other accounts. */
export function withDeviceToken(
  cookie: string | undefined,
  account: string,
  secret: string,
  now = Date.now(),
): string {
  const nonce = mintSecret();
  const signature = signatureOf(secret, account, nonce, now).toString('base64url');
  const others = tokensOf(cookie).filter((token) => !isOf(token, account, secret));
  const mine = `${nonce}.${now.toString(36)}.${signature}`;
  return [mine, ...others.map(({ text }) => text)].slice(0, maxTokens).join('~');
}
