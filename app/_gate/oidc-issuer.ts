import { z } from 'zod';
import { log } from '@/lib/access/log';

/** Milliseconds for which metadata that were right are not looked at again. */
const rightFor = 10 * 60_000;
/** Milliseconds that the provider may take, as openid-client gives it. */
const timeout = 3_500;

let rightUntil = 0;

const metadata = z.object({ issuer: z.string() });

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

/** Where an issuer describes itself. */
export const metadataOf = (issuer: string): string =>
  `${withoutSlash(issuer)}/.well-known/openid-configuration`;

/** Whether an issuer as it calls itself is the one that was set; a slash at the end makes none another. */
export const isSameIssuer = (named: unknown, issuer: string): boolean =>
  typeof named === 'string' && withoutSlash(named) === withoutSlash(issuer);

/**
 * Whether the provider's metadata name the issuer that was set, before anything of them is used:
 * openid-client believes whatever they name. True where they cannot be read, for then it fails itself.
 */
export async function isIssuerRight(issuer: string, now = Date.now()): Promise<boolean> {
  if (now < rightUntil) return true;
  const read = await fetch(metadataOf(issuer), {
    headers: { accept: 'application/json' },
    redirect: 'manual',
    signal: AbortSignal.timeout(timeout),
  })
    .then((answer) => answer.json())
    .catch(() => null);
  const found = metadata.safeParse(read).data?.issuer;
  if (found === undefined) return true;
  if (!isSameIssuer(found, issuer)) {
    log.warn('The identity provider names itself as another than OIDC_ISSUER.', { issuer, found });
    return false;
  }
  rightUntil = now + rightFor;
  return true;
}
