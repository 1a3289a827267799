import { strFromU8, unzlibSync } from 'fflate';
import { fromBase64 } from 'lib0/buffer';
import type { SettlingDesk } from './settling-desk';

/** Reads a desk as a page brings it: JSON, compressed (RFC 1950), in base64. */
export function unpackDesk(packed: string): SettlingDesk {
  return JSON.parse(strFromU8(unzlibSync(fromBase64(packed)))) as SettlingDesk;
}
