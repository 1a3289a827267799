import {
  createDecoder,
  readVarString,
  readVarUint,
  readVarUint8Array,
  type Decoder,
} from 'lib0/decoding';
import { decodeUpdate } from 'yjs';

/** The kinds of frames that Hocuspocus 3 knows, by their numbers on the wire. */
export const frameKinds = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  stateless: 5,
  close: 7,
} as const;

/** A frame as far as its head: whose room, what kind, and the rest to be read on. */
export type WireFrame = { channel: string; kind: number; rest: Decoder };

/** Reads the head of a frame; null for garbage. */
export function readFrame(data: Uint8Array): WireFrame | null {
  try {
    const rest = createDecoder(data);
    return { channel: readVarString(rest), kind: readVarUint(rest), rest };
  } catch {
    return null;
  }
}

/** What a sync frame asks or brings; 'garbage' where it cannot be read. */
export function syncOf({ rest }: WireFrame): 'question' | 'nothing' | 'text' | 'garbage' {
  try {
    const step = readVarUint(rest);
    const bytes = readVarUint8Array(rest);
    if (step === 0) return 'question';
    if (step !== 1 && step !== 2) return 'garbage';
    const { structs, ds } = decodeUpdate(bytes);
    return structs.length === 0 && ds.clients.size === 0 ? 'nothing' : 'text';
  } catch {
    return 'garbage';
  }
}

/** The words of a stateless frame, or the token of an auth frame; null where they cannot be read. */
export function payloadOf({ kind, rest }: WireFrame): string | null {
  try {
    if (kind === frameKinds.auth) readVarUint(rest);
    return readVarString(rest);
  } catch {
    return null;
  }
}
