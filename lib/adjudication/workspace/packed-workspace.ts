import { strFromU8, unzlibSync } from 'fflate';
import { fromBase64 } from 'lib0/buffer';
import type { AdjudicationWorkspace } from './adjudication-workspace';

/** Reads a desk as a page brings it: JSON, compressed (RFC 1950), in base64. */
export function unpackWorkspace(packed: string): AdjudicationWorkspace {
  return JSON.parse(strFromU8(unzlibSync(fromBase64(packed)))) as AdjudicationWorkspace;
}
