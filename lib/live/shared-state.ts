import {
  Doc,
  applyUpdate,
  decodeSnapshotV2,
  encodeSnapshotV2,
  encodeStateAsUpdate,
  equalSnapshots,
  snapshot,
  snapshotContainsUpdate,
} from 'yjs';
import type { Computation } from '@/lib/compute/computation';

/**
 * Maximum size of a shared text's state, in bytes: three times the longest article, because deleted
 * text leaves tombstones.
 */
export const maxStateBytes = 6 * 1024 * 1024;

/**
 * Maximum size of a request that carries a state, in bytes: a state in Base64 is a third longer.
 */
export const maxStateBodyBytes = 9 * 1024 * 1024;

/**
 * A document that merges all these states (Yjs updates), in any order; null where one is not a
 * valid update or depends on another that is not given.
 */
export function documentOf(...states: Uint8Array[]): Doc | null {
  const document = new Doc();
  try {
    for (const state of states) applyUpdate(document, state);
  } catch {
    return null;
  }
  const { pendingStructs, pendingDs } = document.store;
  return pendingStructs === null && pendingDs === null ? document : null;
}

/** The whole state of a document as one Yjs update. */
export function stateOf(document: Doc): Uint8Array<ArrayBuffer> {
  return new Uint8Array(encodeStateAsUpdate(document));
}

/** Whether two states are equal to the byte; null equals null alone. */
export function isSameBytes(one: Uint8Array | null, other: Uint8Array | null): boolean {
  if (one === null || other === null) return one === other;
  return one.byteLength === other.byteLength && Buffer.compare(one, other) === 0;
}

/** Whether two documents have the same insertions and deletions. */
export function isSameState(one: Doc, other: Doc): boolean {
  return equalSnapshots(snapshot(one), snapshot(other));
}

/**
 * A snapshot of a document: small, and enough to tell whether the document contains all of another
 * (see `holdsAll`).
 */
export function snapshotOf(document: Doc): Uint8Array {
  return encodeSnapshotV2(snapshot(document));
}

/**
 * Makes the snapshot of a state in the compute pool, since large ones take a while; null where the
 * state is not valid.
 */
export const snapshotComputation: Computation<Uint8Array, Uint8Array | null> = {
  name: 'access/snapshot-state',
  subject: 'Reading this text',
  advice: 'Please try again.',
  maxMilliseconds: 30_000,
  run: async (state) => {
    const document = documentOf(state);
    return document && snapshotOf(document);
  },
};

/**
 * Whether the document from which `encoded` (a snapshot) was made contains everything in
 * `document`; false where `encoded` is no snapshot.
 */
export function holdsAll(encoded: Uint8Array, document: Doc): boolean {
  try {
    return snapshotContainsUpdate(decodeSnapshotV2(encoded), encodeStateAsUpdate(document));
  } catch {
    return false;
  }
}
