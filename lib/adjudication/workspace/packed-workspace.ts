import { strFromU8, unzlibSync } from 'fflate';
import type { AdjudicationWorkspace } from './adjudication-workspace';

/** Reads a desk as a page brings it: JSON, compressed (RFC 1950), in base64. */
export function unpackWorkspace(packed: string): AdjudicationWorkspace {
  const compressed = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return JSON.parse(strFromU8(unzlibSync(compressed))) as AdjudicationWorkspace;
}
